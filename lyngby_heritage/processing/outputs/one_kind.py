"""Buildings of polygons and of points in one layer: a file holds geometries of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from qgis.core import Qgis, QgsWkbTypes

from ...core.common.display import MULTI_POINT, all_points, all_polygons

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries


def of_one_kind(
    places: Geometries, declared: Qgis.WkbType, deciding: Geometries | None = None
) -> tuple[Geometries, Qgis.WkbType]:
    """The geometries, (n,), all polygons or all points, and the type of a layer that holds them.

    They are as the layer that they come from is `declared`; where that says neither, polygons if one of `deciding` is
    one, which are the geometries themselves where none are given.
    """
    kind = QgsWkbTypes.geometryType(declared)
    polygons = kind == Qgis.GeometryType.Polygon
    if kind not in (Qgis.GeometryType.Polygon, Qgis.GeometryType.Point):
        polygons = bool((shapely.get_dimensions(places if deciding is None else deciding) == 2).any())
    if polygons:
        return all_polygons(places), Qgis.WkbType.MultiPolygon
    points = all_points(places)
    several = bool((shapely.get_type_id(points) == MULTI_POINT).any())
    return points, Qgis.WkbType.MultiPoint if several else Qgis.WkbType.Point
