"""Files are written into a folder beside their destination, and moved into place together when all are whole."""

import os
import shutil
import tempfile
from pathlib import Path

from ...core.common.errors import HeritageError


class Staging:
    """The files of one run. Use as a context: what was not committed when it ends is gone without a trace."""

    def __init__(self):
        self._folders = {}  # destination folder → staging folder

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder in self._folders.values():
            shutil.rmtree(folder, ignore_errors=True)

    def path(self, parameter, destination):
        """Where to write the file that shall stand at `destination`, an absolute path; HeritageError if none may."""
        folder = destination.parent
        if destination.is_dir():
            raise _unwritable(parameter, destination, os.strerror(21))
        if folder not in self._folders:
            if not folder.is_dir():
                raise HeritageError(
                    "{parameter}: the folder {folder} does not exist. Make it first, or choose another.",
                    parameter=parameter,
                    folder=str(folder),
                )
            try:
                self._folders[folder] = Path(tempfile.mkdtemp(prefix=".lyngby_heritage-", dir=folder))
            except OSError as error:
                raise _unwritable(parameter, destination, error.strerror or str(error)) from error
        return self._folders[folder] / destination.name

    def final(self, text):
        """What a destination that names a staged file is called once it is in place."""
        for folder, staging in self._folders.items():
            if text.startswith(str(staging)):
                return str(folder) + text[len(str(staging)) :]
        return text

    def commit(self):
        """Move every file into place. Should one fail, those before it are put back as they were."""
        moved = []
        try:
            for folder, staging in self._folders.items():
                before = staging / ".before"
                before.mkdir()
                for file in sorted(one for one in staging.iterdir() if one != before):
                    place = folder / file.name
                    earlier = _set_aside(place, before)
                    moved.append((place, earlier))
                    os.replace(file, place)
        except OSError as error:
            for done, earlier in reversed(moved):
                done.unlink(missing_ok=True)
                for one in earlier:
                    os.replace(one, done.parent / one.name)
            raise HeritageError(
                "{file} cannot be written: {error}. Close what has it open, or choose another name.",
                file=str(place),
                error=error.strerror or str(error),
            ) from error


def _set_aside(place, folder):
    """Move an earlier file out of the way, with the journals that SQLite may have left beside it."""
    aside = []
    for one in (place, place.with_name(place.name + "-wal"), place.with_name(place.name + "-shm")):
        if one.exists():
            os.replace(one, folder / one.name)
            aside.append(folder / one.name)
    return aside


def _unwritable(parameter, file, why):
    return HeritageError(
        "{parameter}: {file} cannot be written ({why}). Choose a place where you may write.",
        parameter=parameter,
        file=str(file),
        why=why,
    )
