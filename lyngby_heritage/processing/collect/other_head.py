"""Files of layers that GDAL tells the head of: FlatGeobuf, MapInfo, KML, spreadsheets and the like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...core.common.errors import HeritageError
from ...core.common.gdal_errors import raising
from ...core.registers.headings import heading_row, is_heading, names_in
from ..inputs.headings import WORKBOOKS
from . import head as heads
from .contents import length
from .gdal_head import heads_of
from .head import Head, of_layers

ENDINGS = {
    ".fgb": "FlatGeobuf",
    ".tab": "MapInfo File",
    ".mif": "MapInfo File",
    ".kml": "LIBKML",
    ".gdb": "OpenFileGDB",
    ".sqlite": "SQLite",
    ".xlsx": "XLSX",
    ".ods": "ODS",
}
"""Ending → GDAL's driver."""
READ_WHOLE = {".xlsx", ".ods", ".kml"}
"""Those that GDAL reads from one end to the other for their head."""
LARGEST = 2_000_000
"""Bytes of such a file that is still looked into."""


def peek(path: Path, member: str | None) -> Head:
    """The head of a file by GDAL. HeritageError where it cannot read it."""
    from osgeo import gdal

    name = path.name if member is None else member
    ending = Path(name).suffix.lower()
    if ending in READ_WHOLE and length(path, member) > LARGEST:
        return Head(heads.OTHER, Path(name).stem)
    place = str(path) if member is None else f"/vsizip/{{{path}}}/{member}"
    drivers = [ENDINGS[ending], *(["KML"] if ending == ".kml" else [])]
    with raising():
        try:
            dataset = gdal.OpenEx(place, gdal.OF_VECTOR, allowed_drivers=drivers)
        except RuntimeError as error:
            raise HeritageError(
                "{file} is there, but damaged, cut off or no file of layers ({said}). Fetch it again.",
                file=str(path) if member is None else f"{path} ({member})",
                said=" ".join(str(error).split()).rstrip("."),
            ) from error
        found = heads_of(dataset, heads.OTHER)
        return of_layers(heads.OTHER, [_headed(one) for one in found] if ending in WORKBOOKS else found)


def _headed(sheet: Head) -> Head:
    """A sheet with the names that stand in one of its first rows, where GDAL found none."""
    rows = [list(row.values()) for row in sheet.first_rows]
    position = None if is_heading(sheet.fields) else heading_row(rows)
    if position is None:
        return sheet
    fields = tuple(names_in(rows[position], sheet.fields))
    below = [dict(zip(fields, row)) for row in rows[position + 1 :]]
    count = None if sheet.rows is None else sheet.rows - position - 1
    return replace(sheet, fields=fields, first_rows=below, rows=count, has_rows=bool(below), opens=False)
