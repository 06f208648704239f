"""Pairs of areas that lie on each other, beyond what imprecise drawing explains."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Floats, Geometries, Integers
from ..common.errors import Check
from ..common.geometry import in_turn, near_pairs


@dataclass(frozen=True)
class Overlaps:
    """Pairs (k,) of rows, i < j, what they share, and its area in m²."""

    i: Integers
    j: Integers
    shared: Geometries
    area: Floats


def overlaps(polygons: Geometries, least_m2: float, least_width: float, check: Check) -> Overlaps:
    """The pairs of polygons, (n,) with None for what is none, that share more than a sliver.

    A sliver is smaller than `least_m2`, or thinner than `least_width` metres on average (twice its area by its
    perimeter): two boundaries drawn a few centimetres apart make one along their whole length.
    """
    i, j = near_pairs(polygons, polygons, 0.0, check)
    forward = i < j
    i, j = i[forward], j[forward]
    boxes = _shared_boxes(polygons, i, j) > least_m2
    i, j = i[boxes], j[boxes]
    large = np.unique(np.concatenate([i, j]))
    shapely.prepare(polygons[large])
    meet = in_turn(shapely.intersects, polygons[i], polygons[j], check=check)
    i, j = i[meet], j[meet]
    on_each_other = ~in_turn(shapely.touches, polygons[i], polygons[j], check=check)
    i, j = i[on_each_other], j[on_each_other]
    shapely.destroy_prepared(polygons[large])
    shared = in_turn(shapely.intersection, polygons[i], polygons[j], check=check, result=object, block=5_000)
    area, length = shapely.area(shared), shapely.length(shared)
    width = np.divide(2 * area, length, out=np.zeros(len(area)), where=length > 0)
    chosen = (area > least_m2) & (width > least_width)
    return Overlaps(i[chosen], j[chosen], shared[chosen], area[chosen])


def _shared_boxes(polygons: Geometries, i: Integers, j: Integers) -> Floats:
    """The area that the bounding boxes of each pair share, (k,)."""
    bounds = shapely.bounds(polygons)
    low = np.maximum(bounds[i, :2], bounds[j, :2])
    high = np.minimum(bounds[i, 2:], bounds[j, 2:])
    areas: Floats = np.prod(np.clip(high - low, 0, None), axis=1)
    return areas
