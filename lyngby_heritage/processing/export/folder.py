"""The folder that a package is put into: one run at a time, whole or not at all, and nobody else's files harmed."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...core.common.errors import HeritageError, Note, listed

LOCK = ".lyngby_heritage.lock"
STAGING = ".lyngby_heritage-pakke-"
WEB = "web"
BEFORE = ".foer"
"""Folder within the staging folder: what stood in the way, until the run is through."""
KEPT = "{stem} (tidligere){suffix}"


class PackageFolder:
    """The destination folder of one run. Use as a context: what was not committed when it ends is gone without a trace.

    Files are written below `staged`, which lies inside the destination, so that moving them into place is one step
    on one disk. `parameter` is what the folder is called in messages.
    """

    def __init__(self, parameter, path):
        self.parameter = parameter
        self.path = Path(os.path.abspath(path))
        self.staged = None
        self.notes = []
        """What the person must know of files that were kept, after `commit`."""
        self._made = []  # folders that did not exist before, outermost first
        self._lock = None
        self._whole = False

    def __enter__(self):
        try:
            self._make()
            self._take()
            self._forget_the_dead()
            self.staged = Path(tempfile.mkdtemp(prefix=STAGING, dir=self.path))
        except OSError as error:
            self._leave()
            raise self._unwritable(error) from error
        except HeritageError:
            self._leave()
            raise
        return self

    def __exit__(self, *_):
        if self.staged is not None:
            shutil.rmtree(self.staged, ignore_errors=True)
        self._leave()

    def _make(self):
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

    def _take(self):
        """Keep other runs out. A lock that a crashed run left behind is recognised by its process, which is gone."""
        lock = QLockFile(str(self.path / LOCK))
        lock.setStaleLockTime(0)  # a run may take as long as it takes
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

    def _forget_the_dead(self):
        """Remove what a run that was killed has left; nobody else is at work here, for the lock is ours."""
        for one in self.path.glob(f"{STAGING}*"):
            shutil.rmtree(one, ignore_errors=True)

    def _leave(self):
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if not self._whole:
            for one in reversed(self._made):
                if one.is_dir() and not any(one.iterdir()):
                    one.rmdir()
        self._made = []

    def _unwritable(self, error):
        return HeritageError(
            "{parameter}: nothing can be written in {folder} ({why}). Choose a folder where you may write.",
            parameter=self.parameter,
            folder=str(self.path),
            why=error.strerror or str(error),
        )

    def refuse_inputs(self, sources, names):
        """HeritageError when a file that the run reads is one of those (`names`) that it would replace."""
        for source in sources:
            if not source.file:
                continue
            file = Path(os.path.realpath(source.file))
            if any(file == Path(os.path.realpath(self.path / name)) for name in names):
                raise HeritageError(
                    "{parameter}: the run would replace {file}, which {other} reads. Choose another folder, or give "
                    "the layers that the package was made from.",
                    parameter=self.parameter,
                    file=str(file),
                    other=source.parameter,
                )

    def files(self):
        """Every file of the package by its name in the folder (`web/index.html`), sorted."""
        found = (one for one in self.staged.rglob("*") if one.is_file())
        names = (one.relative_to(self.staged).as_posix() for one in found)
        return sorted(name for name in names if not name.startswith(BEFORE))

    def commit(self, earlier, owned):
        """Move the package into place; should one file fail, everything is put back as it was.

        `earlier` are the files of the package that stood here before, name → SHA-256: those that this one lacks are
        removed, and one that a person has changed since is kept under another name. `owned` are files replaced without
        that question, since QGIS changes them by itself.
        """
        names = self.files()
        before = self.staged / BEFORE
        undo, kept, removed = [], [], []
        try:
            for name in names:
                place = self.path / name
                for folder in reversed([one for one in place.parents if self.path in one.parents]):
                    if not folder.exists():
                        folder.mkdir()
                        undo.append((folder.rmdir, ()))
                if place.exists():
                    theirs = name not in owned and self._is_changed(place, earlier.get(name))
                    aside = self._free(place) if theirs else before / name
                    undo += _set_aside(place, aside)
                    if theirs:
                        kept.append(aside.relative_to(self.path).as_posix())
                os.replace(self.staged / name, place)
                undo.append((place.unlink, ()))
            for name in sorted(set(earlier) - set(names)):
                place = self.path / name
                if place.is_file() and not self._is_changed(place, earlier[name]):
                    undo += _set_aside(place, before / name)
                    removed.append(name)
        except OSError as error:
            for action, arguments in reversed(undo):
                action(*arguments)
            raise HeritageError(
                "{file} cannot be written: {error}. Close what has it open, or choose another name.",
                file=str(place),
                error=error.strerror or str(error),
            ) from error
        self._whole = True
        self._tell(kept, removed)

    def _is_changed(self, place, known):
        """Whether a file is not as an earlier run wrote it: a person's own, or one that a person has worked on."""
        return known is None or sha256(place) != known

    @staticmethod
    def _free(place):
        """A name beside a file that nothing has yet."""
        other = place.with_name(KEPT.format(stem=place.stem, suffix=place.suffix))
        number = 2
        while other.exists():
            other = place.with_name(KEPT.format(stem=place.stem, suffix=f" {number}{place.suffix}"))
            number += 1
        return other

    def _tell(self, kept, removed):
        if kept:
            self.notes.append(
                Note(
                    "{count:file|files} in the folder had been changed, or {count:=was|were} not made by this tool: "
                    "kept as {names}.",
                    {"count": len(kept), "names": listed(kept)},
                    warning=True,
                )
            )
        if removed:
            self.notes.append(
                Note(
                    "{count:file|files} of the earlier package that this one does not hold {count:=was|were} "
                    "removed: {names}.",
                    {"count": len(removed), "names": listed(removed)},
                )
            )


def _set_aside(place, aside):
    """Move a file out of the way, with the journals that SQLite may have left beside it; how to put it back."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    undo = []
    for end in ("", "-wal", "-shm"):
        one, other = place.with_name(place.name + end), aside.with_name(aside.name + end)
        if one.exists():
            os.replace(one, other)
            undo.append((os.replace, (other, one)))
    return undo


def sha256(path):
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
