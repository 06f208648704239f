"""Areas put together and cut: unions, the polygons among parts, the part within a frame."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ..common.arrays import Geometries, Integers
from ..common.errors import Check, never_cancelled

UNION_BLOCK = 1_000


def union(geometries: Geometries, check: Check = never_cancelled) -> Any:
    """The union of geometries, or None when there is none; in blocks of neighbours, so that it can be cancelled."""
    there = geometries[~shapely.is_missing(geometries)]
    if not len(there):
        return None
    bounds = shapely.bounds(there)
    there = there[np.lexsort((bounds[:, 1], bounds[:, 0]))]
    while len(there) > 1:
        blocks = range(0, len(there), UNION_BLOCK)
        joined: Geometries = np.empty(len(blocks), dtype=object)
        for number, start in enumerate(blocks):
            check()
            joined[number] = _union(there[start : start + UNION_BLOCK])
        there = joined
    return there[0]


def _union(geometries: Geometries) -> Any:
    try:
        return shapely.union_all(geometries)
    except shapely.GEOSException:  # lines that all but coincide: on a grid of a millimetre they do
        return shapely.union_all(geometries, grid_size=0.001)


def polygons_of(geometries: Geometries) -> tuple[Geometries, Integers]:
    """The polygons among the parts of geometries, (k,), and the geometry that each is part of, (k,)."""
    parts, which = shapely.get_parts(geometries, return_index=True)
    nested = shapely.get_type_id(parts) == 7
    if nested.any():
        deeper, inner = shapely.get_parts(parts[nested], return_index=True)
        parts = np.concatenate([parts[~nested], deeper])
        which = np.concatenate([which[~nested], which[nested][inner]])
    kept = shapely.get_type_id(parts) == 3
    multi = shapely.get_type_id(parts) == 6
    if multi.any():
        deeper, inner = shapely.get_parts(parts[multi], return_index=True)
        return np.concatenate([parts[kept], deeper]), np.concatenate([which[kept], which[multi][inner]])
    return parts[kept], which[kept]


def intersection(one: Geometries, other: Geometries) -> Geometries:
    """What pairs of areas share, (n,); on a grid of a millimetre where they all but coincide."""
    with np.errstate(invalid="ignore"):  # GEOS leaves a flag behind where two areas miss each other
        try:
            return shapely.intersection(one, other)  # type: ignore[no-any-return]
        except shapely.GEOSException:
            return shapely.intersection(one, other, grid_size=0.001)  # type: ignore[no-any-return]


def clipped(area: Any, frame: Any) -> Any:
    """The polygons of an area that lie in a frame, or None."""
    parts, _ = polygons_of(intersection(np.array([area], dtype=object), np.array([frame], dtype=object)))
    return union(parts)


def as_multi(polygons: Geometries) -> Geometries:
    """Polygons as multipolygons, (n,), so that one layer holds them all; None stays None."""
    out = polygons.copy()
    single = np.flatnonzero(shapely.get_type_id(polygons) == 3)
    if len(single):
        out[single] = shapely.multipolygons(polygons[single], indices=np.arange(len(single)))
    return out
