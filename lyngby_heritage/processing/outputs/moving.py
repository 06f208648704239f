"""The one way by which files that were written aside come to stand in their place: all of them, or none.

A run writes into a staging folder beside the destination (`Box`), so that a move is a rename on one disk. `move` first
writes into the journal what it will do, then does it: an earlier file gets a second name in the staging folder, and the
new one takes its place in the same instant. Should a file be held, everything is put back. Should the process be
killed, the next run into the folder puts it back (`recover`). Nothing old is deleted before everything new stands.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QLockFile

from ...core.common.errors import HeritageError, Note, listed
from . import journal
from .box import KEPT, LOCK, OLD, PREFIX, Step, companions, named_from, remove
from .held import PAUSES, in_main_thread, is_held, let_go, patiently, released

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from .box import Box


def steps_for(box: Box, kept: Iterable[str] = (), removed: Iterable[str] = ()) -> list[Step]:
    """The steps that put the files of a staging folder in place.

    Names in `kept` give way to the new file, but are kept beside it under a free name; names in `removed` go. A file's
    companions go with it, before it.
    """
    names = box.files()
    steps = []
    for name in (*names, *removed):
        place = box.folder / name
        stands = os.path.lexists(place)
        if stands:
            _take_in_journal(place)
        aside = free_name(place) if name in kept else box.path / OLD / name
        mine = [one for one in companions(place) if one.relative_to(box.folder).as_posix() not in names]
        steps += [Step(one, _beside(aside, place, one), None, None) for one in mine]
        staged = box.new / name if name in names else None
        steps.append(Step(place, aside if stands else None, staged, _mark(staged) if staged else None))
    return steps


def _beside(other: Path, place: Path, companion: Path) -> Path:
    """What a companion of `place` is called beside `other`."""
    if companion.name.startswith(place.name):
        return other.with_name(other.name + companion.name[len(place.name) :])
    return other.with_suffix(companion.suffix)


def free_name(place: Path) -> Path:
    """A name beside a file that nothing has yet: `kort (tidligere).pdf`."""
    other = place.with_name(KEPT.format(stem=place.stem, suffix=place.suffix))
    number = 2
    while os.path.lexists(other):
        other = place.with_name(KEPT.format(stem=place.stem, suffix=f" {number}{place.suffix}"))
        number += 1
    return other


def kept_notes(names: Sequence[str]) -> list[Note]:
    """What a person is told of files that were kept under these names; nothing of none."""
    if not names:
        return []
    return [
        Note(
            "{count:file|files} in the folder had been changed, or {count:=was|were} not made by this tool: "
            "kept as {names}.",
            {"count": len(names), "names": listed(list(names))},
            warning=True,
        )
    ]


def _take_in_journal(place: Path) -> None:
    """Let a GeoPackage take in what a killed editor has left in its -wal, so that the one file holds it all."""
    wal = place.with_name(place.name + "-wal")
    with suppress(OSError, sqlite3.Error):  # in use, or not ours to write: then its journals are moved with it
        if wal not in companions(place) or not wal.stat().st_size or _start_of(place) != b"SQLite format 3\0":
            return
        with closing(sqlite3.connect(place, timeout=1)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("PRAGMA journal_mode=DELETE")


def _start_of(file: Path) -> bytes:
    with open(file, "rb") as opened:
        return opened.read(16)


def _mark(file: Path) -> list[int]:
    found = file.stat()
    return [found.st_size, found.st_mtime_ns]


# ---- the move --------------------------------------------------------------------------------------------------------


def move(boxes: Sequence[Box], steps: list[Step], project: QgsProject | None = None) -> None:
    """Put the files of one or several staging folders in place; HeritageError when one cannot, and all is as before.

    The first box's journal speaks for all. The window in which a kill needs the next run's help holds nothing but
    renames: contents are on the disk before it.
    """
    leader, place = boxes[0].path, None
    try:
        for box in boxes:
            for name in box.files():
                place = box.folder / name
                _sync(box.new / name)
        made = _missing_folders(steps)
        for box in boxes[1:]:
            journal.write(box.path, journal.WRITING, leader=str(leader))
        folder = leader.parent
        written = {"steps": [one.written(folder) for one in steps], "made": [named_from(folder, one) for one in made]}
        journal.write(leader, journal.MOVING, **written)
        let_go()
        _in_window(lambda: _all_or_nothing(leader, steps, made), steps, project)
    except NotPutBackError as error:
        for box in boxes:
            journal.give_up(box.path)
        raise HeritageError(
            "{file} cannot be written: {error}. Not every earlier file could be put back in its place; they lie in "
            "{staging}. Close what has {file} open (QGIS, Excel, a PDF viewer) and run the tool again into the same "
            "folder: it puts them back first.",
            file=str(error.place),
            error=error.strerror or str(error),
            staging=str(leader / OLD),
        ) from error
    except OSError as error:
        with suppress(OSError):
            journal.write(leader, journal.WRITING)
        if not is_held(error):
            raise HeritageError(
                "{file} cannot be written: {error}. Nothing was changed. Is the disk full?",
                file=str(getattr(error, "place", place)),
                error=error.strerror or str(error),
            ) from error
        raise HeritageError(
            "{file} cannot be written: {error}. It was tried for {seconds} seconds, and nothing was changed. Close "
            "what has it open (QGIS, Excel, a PDF viewer), let OneDrive finish, or choose another name.",
            file=str(getattr(error, "place", place)),
            error=error.strerror or str(error),
            seconds=round(sum(PAUSES)),
        ) from error


class NotPutBackError(OSError):
    """Files could neither be moved nor put back."""

    place: Path
    """One of them."""


def _in_window(action: Callable[..., Any], steps: list[Step], project: QgsProject | None) -> Any:
    """Do the renames while the open project's layers have let go of the files, in the main thread if there is one."""
    files = [one.place for one in steps]

    def within() -> Any:
        with released(project, files):
            return action()

    return in_main_thread(within, action)


def _all_or_nothing(leader: Path, steps: list[Step], made: list[Path]) -> None:
    place = None
    try:
        for one in made:
            place = one
            one.mkdir()
        for step in steps:
            place = step.place
            _do(step)
        for folder in {one.place.parent for one in steps}:
            journal.sync_folder(folder)
        journal.write(leader, journal.DONE)
    except OSError as error:
        setattr(error, "place", place)  # noqa: B010 - the message names it
        _undo(steps, made)
        raise


def _do(step: Step) -> None:
    if step.aside is not None:
        step.aside.parent.mkdir(parents=True, exist_ok=True)
        if step.staged is None or not _second_name(step.place, step.aside):
            patiently(os.replace, step.place, step.aside)
    if step.staged is not None:
        patiently(os.replace, step.staged, step.place)


def _second_name(place: Path, aside: Path) -> bool:
    """Give a file a second name, so that its place is never empty; False where the disk knows no such thing."""
    try:
        os.link(place, aside)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _undo(steps: list[Step], made: Sequence[Path]) -> None:
    """Put everything back, from what is found on the disk: also after a kill at any point, and again after another.

    NotPutBackError when a file cannot be; the others are put back all the same.
    """
    worst = None
    ours = {one.place for one in steps if one.staged is not None}
    for step in reversed(steps):
        try:
            _undo_one(step, ours)
        except OSError as error:
            worst = NotPutBackError(error.errno, error.strerror or str(error))
            worst.place = step.place
    for one in reversed(made):
        with suppress(OSError):  # somebody has put something into it
            one.rmdir()
    if worst is not None:
        raise worst


def _undo_one(step: Step, ours: set[Path]) -> None:
    """Put one file back; `ours` are the places of all new files."""
    place, aside = step.place, step.aside
    earlier = aside is not None and os.path.lexists(aside)
    stands = os.path.lexists(place)
    if aside is not None and earlier and stands and os.path.samefile(place, aside):
        patiently(os.unlink, aside)  # the second name: the new file had not come yet
    elif stands and step.staged is not None and not step.staged.exists() and _mark(place) == step.mark:
        if earlier or aside is None:
            for one in companions(place):  # somebody has looked at the new file since
                if one not in ours:
                    patiently(os.unlink, one)
            patiently(os.replace, aside, place) if earlier else patiently(os.unlink, place)
    elif earlier:
        if stands:  # somebody has put another file there, or worked on the new one, since
            free = free_name(place)
            for one in companions(place):
                if one not in ours:
                    patiently(os.rename, one, _beside(free, place, one))
            patiently(os.rename, place, free)
        patiently(os.replace, aside, place)


def _missing_folders(steps: list[Step]) -> list[Path]:
    """Folders that the new files need and that are not there, outermost first."""
    missing = set()
    for step in steps:
        missing |= {one for one in step.place.parents if not one.exists()}
    return sorted(missing)


def _sync(file: Path) -> None:
    with open(file, "r+b") as opened:
        os.fsync(opened.fileno())


# ---- the next run ----------------------------------------------------------------------------------------------------


def recover(folder: Path, project: QgsProject | None = None) -> list[Note]:
    """Put right what killed runs have left in a folder, and remove their staging folders. Returns notes on it.

    A folder whose run may still be at work is not touched. HeritageError when files cannot be put back. Only one run
    may do this at a time.
    """
    notes = []
    for path in sorted(folder.glob(PREFIX + "*")):
        if path.is_dir() and not path.is_symlink() and journal.is_dead(path):
            notes += _settle(path, project)
    return notes


def recover_alone(folder: Path, project: QgsProject | None = None) -> list[Note]:
    """`recover`, unless a package is being written into the folder or another run is putting it right."""
    if not any(folder.glob(PREFIX + "*")):
        return []
    lock = lock_of(folder)
    if not lock.tryLock(0):
        return []
    try:
        return recover(folder, project)
    finally:
        lock.unlock()


def lock_of(folder: Path) -> QLockFile:
    """The lock of a folder. One that a killed run left behind is recognised by its process, which is gone."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # a run may take as long as it takes
    return lock


def _settle(path: Path, project: QgsProject | None) -> list[Note]:
    content = journal.read(path)
    if content is None:
        return []
    notes: list[Note] = []
    leader = Path(content["leader"]) if content.get("leader") else None
    if leader is not None and leader.is_dir():
        if not journal.is_dead(leader):
            return []
        notes = _settle(leader, project)
    elif content.get("state") == journal.MOVING:
        steps = [Step.read(one, path.parent) for one in content["steps"]]
        made = [path.parent / one for one in content["made"]]
        notes = _put_back(path, steps, made, project)
    remove(path)
    return notes


def _put_back(path: Path, steps: list[Step], made: Sequence[Path], project: QgsProject | None) -> list[Note]:
    try:
        _in_window(lambda: _undo(steps, made), steps, project)
    except NotPutBackError as error:
        raise HeritageError(
            "An earlier run was interrupted, and {file} cannot be put back: {error}. Close what has it open (QGIS, "
            "Excel, a PDF viewer), then run the tool again. The earlier files lie in {staging}.",
            file=str(error.place),
            error=error.strerror or str(error),
            staging=str(path / OLD),
        ) from error
    return [
        Note(
            "An earlier run was interrupted while it moved its files into place; what stood there before was put back: "
            "{names}.",
            {"names": listed([one.place.name for one in steps if one.staged is not None])},
            warning=True,
        )
    ]
