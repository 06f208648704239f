"""Writes the sample's data as they are delivered into a folder: zips, tables, tiles, and a list of all of them."""

from __future__ import annotations

import csv
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingUtils

from ...core.common.errors import HeritageError, listed
from ..export.folder import sha256
from ..outputs.own_files import listed_files
from .gdal_files import DAY, DRIVERS, write_raster, write_tables
from .text_files import EXCEL, write_csv, write_json

if TYPE_CHECKING:
    from ...core.common.errors import Check

LIST = "filer.csv"
"""Each file with its rows and checksum: for people, and to know one's own files again."""
HEADINGS = ("fil", "raekker", "sha256")
TIME = (2026, 9, 28, 8, 0, 0)
"""When every file in a zip says that it was written, so that equal data are equal bytes."""


def names_of(files: Iterable[Any]) -> list[str]:
    """Every file that the folder will hold, by its path in it."""
    return [*(one.path for one in files), LIST]


def earlier_files(folder: Path) -> dict[str, str]:
    """The files that an earlier run wrote here, with their checksums; none where there was no such run."""
    return listed_files(folder / LIST, HEADINGS)


def refuse_others(folder: Path, names: Iterable[str], earlier: Mapping[str, str]) -> None:
    """HeritageError when a file that would be replaced is not as an earlier run wrote it."""
    theirs = [
        name
        for name in names
        if (folder / name).exists() and not (name == LIST and earlier) and _is_theirs(folder / name, earlier.get(name))
    ]
    if theirs:
        raise HeritageError(
            "FOLDER: {folder} holds {count:file|files} that the sample data would replace, and that this tool did not "
            "write or somebody has changed since: {names}. Choose another folder, or move {count:=it|them} away.",
            folder=str(folder),
            count=len(theirs),
            names=listed(theirs),
        )


def _is_theirs(file: Path, known: str | None) -> bool:
    return known is None or not file.is_file() or sha256(file) != known


def write_delivered(
    folder: Path, files: Sequence[Any], check: Check, progress: Callable[[float], Any] = lambda share: None
) -> None:
    """Write all files below `folder`, and the list of them."""
    rows: list[tuple[Any, ...]] = []
    with tempfile.TemporaryDirectory(prefix="eksempel-", dir=QgsProcessingUtils.tempFolder()) as work:
        for number, file in enumerate(files):
            check()
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, file, Path(work), check)
            rows.append((file.path, getattr(file, "rows", ""), sha256(target)))
            progress((number + 1) / len(files))
    with open(folder / LIST, "w", encoding="utf-8-sig", newline="") as listing:
        csv.writer(listing, delimiter=EXCEL).writerows([HEADINGS, *rows])


def _write(target: Path, file: Any, work: Path, check: Check) -> None:
    """One file of `sample/delivered/files.py`, of whichever kind."""
    if hasattr(file, "content"):
        target.write_bytes(file.content)
        return
    if hasattr(file, "tiles"):
        inside = [work / tile.name for tile in file.tiles]
        for tile, place in zip(file.tiles, inside):
            check()
            write_raster(str(place), tile, "terrænmodel" if tile.kind == "DTM" else "overflademodel")
        _zip(target, inside)
        return
    if not file.zipped:
        _write_tables(target, file, check)
        return
    place = work / file.name_inside
    _write_tables(place, file, check)
    _zip(target, sorted(work.glob(f"{place.stem}.*")))


def _write_tables(path: Path, file: Any, check: Check) -> None:
    if file.form in DRIVERS:
        write_tables(str(path), file.form, file.tables, check, day=DAY)
    elif file.form == "csv":
        write_csv(path, file.tables[0], file.separator, check)
    else:
        write_json(path, file.tables[0], check)


def _zip(target: Path, files: Sequence[Path]) -> None:
    """Pack files, and remove them."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.writestr(zipfile.ZipInfo(file.name, TIME), file.read_bytes(), zipfile.ZIP_DEFLATED)
            file.unlink()
