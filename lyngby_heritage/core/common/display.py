"""Geometries of one kind for one layer, where two layers of different kinds are shown together."""

from __future__ import annotations

import numpy as np
import shapely

from .arrays import Geometries
from .geometry import is_polygon

DISC = 3.0
"""Radius, in metres, of the round that stands for a building known as a point only, among footprints."""
MULTI_POINT = 4


def all_polygons(places: Geometries) -> Geometries:
    """The geometries as multipolygons, (n,); a point becomes a small round, a missing one stays missing."""
    shapes = places.copy()
    points = ~is_polygon(shapes) & ~shapely.is_missing(shapes)
    shapes[points] = shapely.buffer(shapes[points], DISC, quad_segs=4)
    return _several(shapes, shapely.multipolygons)


def all_points(places: Geometries) -> Geometries:
    """The geometries as points, (n,), a polygon as a point on it; as multipoints when one of them is one."""
    points = places.copy()
    polygons = is_polygon(points)
    points[polygons] = shapely.point_on_surface(points[polygons])
    if not (shapely.get_type_id(points) == MULTI_POINT).any():
        return points
    return _several(points, shapely.multipoints)


def _several(shapes: Geometries, gather: object) -> Geometries:
    parts, part = shapely.get_parts(shapes, return_index=True)
    out: Geometries = np.full(len(shapes), None, dtype=object)
    if len(parts):
        there, where = np.unique(part, return_inverse=True)
        out[there] = gather(parts, indices=where)  # type: ignore[operator]
    return out
