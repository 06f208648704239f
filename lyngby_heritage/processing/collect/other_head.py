"""Files of layers that GDAL tells the head of: FlatGeobuf, MapInfo, KML, spreadsheets and the like."""

from __future__ import annotations

from pathlib import Path

from ...core.common.errors import HeritageError
from ...core.common.gdal_errors import raising
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
        return of_layers(heads.OTHER, heads_of(dataset, heads.OTHER))
