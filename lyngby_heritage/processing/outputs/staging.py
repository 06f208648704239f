"""Files are written into a folder beside their destination, and moved into place together when all are whole."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError
from .box import Box
from .moving import free_name, kept_notes, move, recover_alone, steps_for
from .refusal import refuse, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsProject

    from ...core.common.errors import Note
    from .box import Step


class Staging:
    """The files of one run. Use as a context: what was not committed when it ends is gone without a trace.

    `project` is the open project, or None: its layers let go of files that are replaced.
    """

    def __init__(self, project: QgsProject | None = None) -> None:
        self.project = project
        self.notes: list[Note] = []
        """What the person must know of an earlier run that was killed."""
        self.kept_notes: list[Note] = []
        """What the person must know of files that stayed under another name, after `commit`."""
        self.own: set[str] = set()
        """The files that the run reads, by `same_file`."""
        self._boxes: dict[Path, Box] = {}  # destination folder → staging folder
        self._looked_at: set[Path] = set()
        self._kept: dict[Path, list[str]] = {}  # destination folder → names of files that give way and stay
        self._copied: dict[Path, tuple[int, bytes] | None] = {}  # file → by what it is known to be as it was

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        for box in reversed(self._boxes.values()):  # the first one's journal speaks for all
            box.discard()

    def path(self, parameter: str, destination: Path) -> Path:
        """Where to write the file that shall stand at `destination`, an absolute path; HeritageError if none may."""
        folder = destination.parent
        if folder not in self._boxes:
            if not folder.is_dir():
                raise HeritageError(
                    "{parameter}: the folder {folder} does not exist. Make it first, or choose another.",
                    parameter=parameter,
                    folder=str(folder),
                )
            self.notes += recover_alone(folder, self.project)
        if destination not in self._looked_at:
            refuse(parameter, [destination], self.project, self.own)
            self._looked_at.add(destination)
        if folder not in self._boxes:
            try:
                self._boxes[folder] = Box.make(folder)
            except OSError as error:
                raise unwritable(parameter, destination, error.strerror or str(error)) from error
        return self._boxes[folder].new / destination.name

    def keep(self, destination: Path) -> None:
        """Let what stands at a destination stay beside the new file, under a free name."""
        self._kept.setdefault(destination.parent, []).append(destination.name)

    def copy(self, destination: Path) -> None:
        """Begin the file with what stands at its destination, so that a layer can be added to it; once."""
        if destination in self._copied:
            return
        self._copied[destination] = _version(destination)
        if destination.exists():
            _copy(destination, self._boxes[destination.parent].new / destination.name)

    def final(self, text: str) -> str:
        """What a destination that names a staged file is called once it is in place."""
        for folder, box in self._boxes.items():
            if text.startswith(str(box.new)):
                return str(folder) + text[len(str(box.new)) :]
        return text

    def commit(self) -> None:
        """Move every file into place. Should one fail, all are as they were."""
        boxes = self.whole()
        if boxes:
            move(boxes, self.steps_of(boxes), self.project)

    def whole(self) -> list[Box]:
        """The folders of what was written, for somebody to move into place; HeritageError where that may not be."""
        for file, before in self._copied.items():
            if _version(file) != before:
                raise HeritageError(
                    "{file} was changed by another program while the tool ran, and a layer was to be added to it. "
                    "Nothing was changed. Run the tool again.",
                    file=str(file),
                )
        free = [free_name(folder / name).name for folder, names in self._kept.items() for name in names]
        self.kept_notes = kept_notes(free)
        return list(self._boxes.values())

    def steps_of(self, boxes: Iterable[Box]) -> list[Step]:
        """The steps that put what was written in place; what is somebody's stays beside it."""
        return [step for box in boxes for step in steps_for(box, self._kept.get(box.folder, ()))]


_COUNTER = slice(24, 28)
"""Where SQLite counts the changes of a file in its header."""


def _version(file: Path) -> tuple[int, bytes] | None:
    """By what a file of SQLite's is known not to have changed; None where there is none."""
    if not file.exists():
        return None
    wal = file.with_name(file.name + "-wal")
    with open(file, "rb") as opened:
        header = opened.read(_COUNTER.stop)
    return file.stat().st_size + (wal.stat().st_size if wal.exists() else 0), header[_COUNTER]


def _copy(file: Path, other: Path) -> None:
    """Copy a file of SQLite's as it is at one moment, with what an editor keeps beside it."""
    try:
        with closing(sqlite3.connect(file)) as whole, closing(sqlite3.connect(other)) as copied:
            whole.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error:  # no SQLite after all, which whoever writes into it will say
        shutil.copyfile(file, other)
