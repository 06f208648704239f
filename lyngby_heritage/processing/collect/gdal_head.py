"""The heads of layers that GDAL has opened."""

from __future__ import annotations

from typing import Any

from . import head as heads
from .head import FIRST_ROWS, Head, crs_named, kind_of


def heads_of(dataset: Any, form: str) -> list[Head]:
    """The heads of the layers of a dataset of GDAL's."""
    return [_head(dataset.GetLayer(number), form) for number in range(dataset.GetLayerCount())]


def _head(layer: Any, form: str) -> Head:
    from osgeo import ogr

    definition = layer.GetLayerDefn()
    system = layer.GetSpatialRef()
    code = system and system.GetAuthorityCode(None)
    kind = ogr.GeometryTypeToName(layer.GetGeomType())
    rows = first_rows(layer)
    count = layer.GetFeatureCount(0)
    return Head(
        form,
        str(layer.GetName()),
        tuple(str(definition.GetFieldDefn(number).GetName()) for number in range(definition.GetFieldCount())),
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


def first_rows(layer: Any) -> list[dict[str, Any]]:
    """The first rows of a layer that GDAL has opened; as far as they can be read."""
    rows: list[dict[str, Any]] = []
    try:
        if layer is None:
            return rows
        layer.SetIgnoredFields(["OGR_GEOMETRY"])
        for _ in range(FIRST_ROWS):
            feature = layer.GetNextFeature()
            if feature is None:
                break
            rows.append({key: feature.GetField(number) for number, key in enumerate(feature.keys())})
    except (RuntimeError, UnicodeError):
        return rows
    return rows
