"""What is moved: a staging folder beside the destination, and the files that go with a file."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import journal

LOCK = ".lyngby_heritage.lock"
PREFIX = ".lyngby_heritage-"
NEW, OLD = "ny", "foer"
"""Folders within a staging folder: what was written, and what stood in its place."""
KEPT = "{stem} (tidligere){suffix}"

_SQLITE = ("-wal", "-shm", "-journal")
_ADDED = {
    **dict.fromkeys((".gpkg", ".sqlite", ".db"), _SQLITE),
    **dict.fromkeys((".tif", ".tiff"), (".aux.xml", ".ovr", ".msk")),
}
_INSTEAD = {
    ".shp": (".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
}


@dataclass(frozen=True)
class Box:
    """A staging folder, at `path` in the destination folder."""

    path: Path

    @classmethod
    def make(cls, folder: Path, what: str = "") -> Box:
        """A staging folder in `folder`, with a word in its name for what it holds. OSError where none may be made."""
        box = cls(Path(tempfile.mkdtemp(prefix=f"{PREFIX}{what}", dir=folder)))
        try:
            journal.write(box.path, journal.WRITING)
            box.new.mkdir()
        except OSError:
            shutil.rmtree(box.path, ignore_errors=True)
            raise
        return box

    @property
    def folder(self) -> Path:
        """The destination."""
        return self.path.parent

    @property
    def new(self) -> Path:
        """Where the run writes."""
        return self.path / NEW

    def files(self) -> list[str]:
        """Every file written, by its name in the destination (`web/index.html`), sorted."""
        found = (one for one in self.new.rglob("*") if one.is_file())
        return sorted(one.relative_to(self.new).as_posix() for one in found)

    def discard(self) -> None:
        """Remove the folder, unless it holds earlier files that could not be put back."""
        if not is_moving(self.path):
            remove(self.path)


@dataclass(frozen=True)
class Step:
    """What happens at `place`: a file gives way, is replaced, or comes to stand where there was none.

    `aside` is where the earlier file goes, None where there is none; `staged` is the new one, None where none comes.
    `mark` is the new file's size and time of writing, by which it is known again.
    """

    place: Path
    aside: Path | None
    staged: Path | None
    mark: list[int] | None

    def written(self, folder: Path) -> list[Any]:
        """As the journal holds it: paths below `folder` from there, for somebody may move the folder as a whole."""
        paths = (self.place, self.aside, self.staged)
        return [*(one and named_from(folder, one) for one in paths), self.mark]

    @classmethod
    def read(cls, values: Sequence[Any], folder: Path) -> Step:
        """The step that the journal of a box in `folder` holds."""
        *paths, mark = values
        place, aside, staged = (one and folder / one for one in paths)
        return cls(place, aside, staged, mark)


def named_from(folder: Path, path: Path) -> str:
    """How the journal in `folder` names a path: from there where it lies below, else in full."""
    return path.relative_to(folder).as_posix() if folder in path.parents else str(path)


def companions(place: Path) -> list[Path]:
    """Files beside `place` that belong to it alone, and would be taken for the next one's: journals, indices and so on.

    SQLite plays a -wal or -journal that it finds beside a GeoPackage into it, whichever it was made for; GDAL trusts a
    shapefile's .qix and a GeoTIFF's .aux.xml likewise.
    """
    suffix = place.suffix.lower()
    found = [place.with_name(place.name + end) for end in _ADDED.get(suffix, ())]
    found += [place.with_suffix(end) for end in _INSTEAD.get(suffix, ())]
    return [one for one in found if os.path.lexists(one)]


def remove(path: Path) -> None:
    """Remove a staging folder, its journal last: without one nobody knows whose it is."""
    for part in (path / NEW, path / OLD, path):
        shutil.rmtree(part, ignore_errors=True)


def is_moving(path: Path) -> bool:
    """Whether a staging folder holds, or may hold, earlier files that are not back in their place."""
    content = journal.read(path)
    if content is None:
        return True
    leader = content.get("leader")
    if leader is not None:
        return Path(leader).is_dir() and is_moving(Path(leader))
    return content.get("state") == journal.MOVING
