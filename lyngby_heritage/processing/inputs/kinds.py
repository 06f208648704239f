"""Refuses a layer that holds another kind of geometry than its role asks for."""

from __future__ import annotations

from qgis.core import Qgis, QgsWkbTypes

from ...core.common.errors import HeritageError
from .sources import Source


def need_buildings(source: Source) -> None:
    """HeritageError when a layer of buildings holds lines or no geometry at all."""
    wkb_type = source.source.wkbType()
    line = QgsWkbTypes.geometryType(wkb_type) == Qgis.GeometryType.Line
    if line or QgsWkbTypes.flatType(wkb_type) == Qgis.WkbType.NoGeometry:
        raise HeritageError(
            "The layer {layer} ({parameter}) holds {kind}; expected points or polygons.",
            layer=source.name,
            parameter=source.parameter,
            kind=QgsWkbTypes.displayString(wkb_type),
        )


def need_polygons(source: Source) -> None:
    """HeritageError when a layer that must hold areas holds points, lines or no geometry at all."""
    wkb_type = source.source.wkbType()
    flat = QgsWkbTypes.flatType(wkb_type)
    if QgsWkbTypes.geometryType(wkb_type) != Qgis.GeometryType.Polygon and flat not in (
        Qgis.WkbType.Unknown,
        Qgis.WkbType.GeometryCollection,
    ):
        raise HeritageError(
            "The layer {layer} ({parameter}) holds {kind}; expected polygons.",
            layer=source.name,
            parameter=source.parameter,
            kind=QgsWkbTypes.displayString(wkb_type),
        )


def need_geometry(source: Source) -> None:
    """HeritageError for a table, where a layer is asked for: it has no CRS to be set either."""
    if QgsWkbTypes.flatType(source.source.wkbType()) == Qgis.WkbType.NoGeometry:
        raise HeritageError(
            "{layer} ({parameter}) is a table without geometry, and it is needed where its rows lie. Give the layer "
            "with its geometry, such as a GeoPackage or GeoJSON; a CSV seldom has it.",
            layer=source.name,
            parameter=source.parameter,
        )
