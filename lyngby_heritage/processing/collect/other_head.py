"""Files of layers that GDAL tells the head of: FlatGeobuf, MapInfo, KML, spreadsheets and the like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...core.common.errors import HeritageError
from ...core.common.gdal_errors import raising
from . import head as heads
from .contents import length
from .geopackage_head import first_rows
from .head import Head, crs_named, kind_of, of_layers

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


def heads_of(dataset: Any, form: str) -> list[Head]:
    """The heads of the layers of a dataset of GDAL's."""
    return [_head(dataset, dataset.GetLayer(number), form) for number in range(dataset.GetLayerCount())]


def _head(dataset: Any, layer: Any, form: str) -> Head:
    from osgeo import ogr

    definition = layer.GetLayerDefn()
    system = layer.GetSpatialRef()
    code = system and system.GetAuthorityCode(None)
    kind = ogr.GeometryTypeToName(layer.GetGeomType())
    rows = first_rows(dataset, layer.GetName())
    count = layer.GetFeatureCount(0)
    return Head(
        form,
        layer.GetName(),
        tuple(definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())),
        rows,
        heads.NONE if layer.GetGeomType() == ogr.wkbNone else kind_of(_without_dimensions(kind)),
        has_rows=bool(rows) if count < 0 else count > 0,
        rows=None if count < 0 else count,
        crs=f"{system.GetAuthorityName(None)}:{code}" if code else crs_named(system.GetName() if system else None),
    )


def _without_dimensions(kind: str) -> str:
    """GDAL's word for a type as WKT has it: 3D Measured Multi Polygon is MultiPolygon.

    >>> _without_dimensions("3D Multi Line String")
    'MultiLineString'
    """
    return "".join(word for word in kind.split() if word not in ("3D", "Measured"))
