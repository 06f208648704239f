"""Refuses a layer that holds another kind of geometry than its role asks for."""

from __future__ import annotations

from qgis.core import Qgis, QgsWkbTypes

from ...core.common.errors import HeritageError
from .nothing_in_it import kindless
from .sources import Source


def need_buildings(source: Source) -> None:
    """HeritageError when a layer of buildings holds lines or no geometry at all."""
    wkb_type = source.source.wkbType()
    line = QgsWkbTypes.geometryType(wkb_type) == Qgis.GeometryType.Line
    table = QgsWkbTypes.flatType(wkb_type) == Qgis.WkbType.NoGeometry and not kindless(source.source)
    if line or table:
        raise HeritageError(
            "The layer {layer} ({parameter}) holds {kind}; expected points or polygons.",
            layer=source.name,
            parameter=source.parameter,
            kind=QgsWkbTypes.displayString(wkb_type),
        )


def need_polygons(source: Source) -> None:
    """HeritageError when a layer that must hold areas holds points, lines or no geometry at all."""
    wkb_type = source.source.wkbType()
    any_kind = QgsWkbTypes.flatType(wkb_type) in (Qgis.WkbType.Unknown, Qgis.WkbType.GeometryCollection)
    polygons = QgsWkbTypes.geometryType(wkb_type) == Qgis.GeometryType.Polygon
    if not (polygons or any_kind or kindless(source.source)):
        raise HeritageError(
            "The layer {layer} ({parameter}) holds {kind}; expected polygons.",
            layer=source.name,
            parameter=source.parameter,
            kind=QgsWkbTypes.displayString(wkb_type),
        )


def need_geometry(source: Source) -> None:
    """HeritageError for a table, where a layer is asked for: it has no CRS to be set either."""
    table = QgsWkbTypes.flatType(source.source.wkbType()) == Qgis.WkbType.NoGeometry
    if table and not kindless(source.source):
        raise HeritageError(
            "{layer} ({parameter}) is a table without geometry, and it is needed where its rows lie. Give the layer "
            "with its geometry, such as a GeoPackage or GeoJSON; a CSV seldom has it.",
            layer=source.name,
            parameter=source.parameter,
        )
