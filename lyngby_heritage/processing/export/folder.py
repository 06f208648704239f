"""The folder that a package is put into: one run at a time, whole or not at all, and nobody else's files harmed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QLockFile

from ...core.common.errors import HeritageError, Note, listed
from ..inputs.places import places_of
from ..outputs.box import LOCK, Box
from ..outputs.held import same_file
from ..outputs.moving import free_name, kept_notes, lock_of, move, recover, steps_for
from ..outputs.refusal import refuse

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from ..inputs.sources import Source
    from ..outputs.staging import Staging

WEB = "web"


class PackageFolder:
    """The destination folder of one run. Use as a context: what was not committed when it ends is gone without a trace.

    Files are written below `staged`, which lies inside the destination, so that moving them into place is one step
    on one disk. `parameter` is what the folder is called in messages, `project` the open project or None: its layers
    let go of files that are replaced.
    """

    def __init__(self, parameter: str, path: str, project: QgsProject | None = None) -> None:
        self.parameter = parameter
        self.path = Path(os.path.abspath(path))
        self.project = project
        self.staged: Any = None
        self._box: Any = None
        self.notes: list[Note] = []
        """What the person must know of files that were kept, after `commit`."""
        self._made: list[Path] = []  # folders that did not exist before, outermost first
        self._lock: QLockFile | None = None
        self._whole = False

    def __enter__(self) -> PackageFolder:
        try:
            self._make()
            self._take()
            self.notes += recover(self.path, self.project)
            self._box = Box.make(self.path, "pakke-")
            self.staged = self._box.new
        except OSError as error:
            self._leave()
            raise self._unwritable(error) from error
        except HeritageError:
            self._leave()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._box is not None:
            self._box.discard()
        self._leave()

    def _make(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise HeritageError(
                "{parameter}: {folder} is a file. Choose a folder, or another name.",
                parameter=self.parameter,
                folder=str(self.path),
            )
        missing = [one for one in (self.path, *self.path.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self._made.append(one)

    def _take(self) -> None:
        """Keep other runs out."""
        lock = lock_of(self.path)
        if lock.tryLock(0):
            self._lock = lock
            return
        if lock.error() == QLockFile.LockError.LockFailedError:
            _, process, host, _ = lock.getLockInfo()
            raise HeritageError(
                "{parameter}: another run (process {process} on {host}) is writing into {folder}. Wait until it has "
                "finished. If no such run exists any more, delete the file {lock} there.",
                parameter=self.parameter,
                process=process,
                host=host or "?",
                folder=str(self.path),
                lock=LOCK,
            )
        raise PermissionError(13, os.strerror(13))

    def _leave(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if not self._whole:
            for one in reversed(self._made):
                if one.is_dir() and not any(one.iterdir()):
                    one.rmdir()
        self._made = []

    def _unwritable(self, error: OSError) -> HeritageError:
        return HeritageError(
            "{parameter}: nothing can be written in {folder} ({why}). Choose a folder where you may write.",
            parameter=self.parameter,
            folder=str(self.path),
            why=error.strerror or str(error),
        )

    def refuse_inputs(self, sources: Iterable[Source], names: Sequence[str]) -> None:
        """HeritageError when a file that the run reads is one of those (`names`) that it would replace."""
        replaced = {same_file(self.path / name) for name in names}
        for source in sources:
            stores = [one.store for one in places_of(source.layer, tables=False)] if source.layer is not None else []
            file = next((one for one in stores if one in replaced), None)
            if file is not None:
                raise HeritageError(
                    "{parameter}: the run would replace {file}, which {other} reads. Choose another folder, or give "
                    "the layers that the package was made from.",
                    parameter=self.parameter,
                    file=file,
                    other=source.parameter,
                )

    def refuse_held(self, names: Iterable[str]) -> None:
        """HeritageError when one of the files that the run will replace (`names`) cannot be, as far as is known."""
        refuse(self.parameter, [self.path / name for name in names], self.project)

    def commit(self, earlier: Mapping[str, str], owned: Iterable[str], together: Staging | None = None) -> None:
        """Move the package into place, and `together` with it; should one file fail, everything is as it was.

        `earlier` are the files of the package that stood here before, name → SHA-256: those that this one lacks are
        removed, and one that a person has changed since is kept under another name. `owned` are files replaced without
        that question: QGIS changes them by itself, and the caller has seen that nobody else has.
        """
        names = self._box.files()
        removed = [one for one in sorted(set(earlier) - set(names)) if (self.path / one).is_file()]
        self.refuse_held([*names, *removed])
        try:
            theirs = {
                name
                for name in (*names, *removed)
                if name not in owned and self._is_changed(self.path / name, earlier.get(name))
            }
        except OSError as error:
            raise self._unwritable(error) from error
        removed = [name for name in removed if name not in theirs]
        kept = [name for name in names if name in theirs]
        free = [free_name(self.path / name).relative_to(self.path).as_posix() for name in kept]
        beside = together.whole() if together is not None else []
        more = together.steps_of(beside) if together is not None else []
        steps = [*steps_for(self._box, set(kept), removed), *more]
        move([self._box, *beside], steps, self.project)
        self._whole = True
        self._tell(free, removed)

    @staticmethod
    def _is_changed(place: Path, known: str | None) -> bool:
        """Whether a file is not as an earlier run wrote it: a person's own, or one that a person has worked on."""
        return place.exists() and (known is None or sha256(place) != known)

    def _tell(self, kept: list[str], removed: list[str]) -> None:
        self.notes += kept_notes(kept)
        if removed:
            self.notes.append(
                Note(
                    "{count:file|files} of the earlier package that this one does not hold {count:=was|were} "
                    "removed: {names}.",
                    {"count": len(removed), "names": listed(removed)},
                )
            )


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
