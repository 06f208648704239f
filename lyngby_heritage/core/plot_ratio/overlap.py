"""How much of many small polygons (parcels, buildings) lies inside larger ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely

from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK, MANY_CORNERS, Geometries, in_blocks, is_polygon, near_pairs
from .rules import Booleans, Floats, Integers


def area_inside(
    shapes: Geometries, areas: Geometries, check: Check = never_cancelled
) -> tuple[Integers, Integers, Floats]:
    """Triples (shape, area, m²) of every polygon `shapes[i]` that lies in `areas[j]`, whole or in part."""
    tree = shapely.STRtree(shapes)
    found: list[tuple[Integers, Integers, Floats]] = []
    for number, area in enumerate(areas):
        if area is None:
            continue
        if number % 50 == 0:
            check()
        touched = tree.query(area, predicate="intersects")
        if not len(touched):
            continue
        shapely.prepare(area)
        whole = shapely.covers(area, shapes[touched])
        inside, edge = touched[whole], touched[~whole]
        check()
        cut = in_blocks(
            lambda a, big=area: shapely.area(shapely.intersection(a, big)), shapes[edge], check=check, result=np.float64
        )
        shapely.destroy_prepared(area)
        which = np.concatenate([inside, edge])
        size = np.concatenate([shapely.area(shapes[inside]), cut])
        found.append((which, np.full(len(which), number, dtype=np.intp), size))
    if not found:
        none = np.empty(0, dtype=np.intp)
        return none, none, np.empty(0)
    shape, area_of, size = (np.concatenate(column) for column in zip(*found))
    order = np.lexsort((area_of, shape))
    return shape[order], area_of[order], size[order]


def overlaps(
    shapes: Geometries, others: Geometries, check: Check = never_cancelled
) -> tuple[Integers, Integers, Floats, Booleans]:
    """Quadruples (shape, other, m², whether whole) of every polygon `shapes[i]` that lies on `others[j]`.

    A shape that lies whole on one of them is not measured on the rest.
    """
    i, j = near_pairs(shapes, others, 0.0, check)
    polygons = is_polygon(shapes)[i]
    i, j = i[polygons], j[polygons]
    whole = np.zeros(len(i), dtype=bool)
    maybe = np.flatnonzero(_box_in_box(shapes, i, others, j))
    whole[maybe] = _holds(shapely.covers, others, j[maybe], shapes[i[maybe]], check)
    done = np.zeros(len(shapes), dtype=bool)
    done[i[whole]] = True
    rest = np.flatnonzero(~done[i])
    rest = rest[_holds(shapely.intersects, others, j[rest], shapes[i[rest]], check)]
    size = np.zeros(len(i))
    size[whole] = shapely.area(shapes[i[whole]])
    size[rest] = in_blocks(
        lambda a, b: shapely.area(shapely.intersection(a, b)),
        shapes[i[rest]],
        others[j[rest]],
        check=check,
        result=np.float64,
    )
    chosen = size > 0
    return i[chosen], j[chosen], size[chosen], whole[chosen]


def _box_in_box(shapes: Geometries, i: Integers, others: Geometries, j: Integers) -> Booleans:
    """Whether the bounding box of `shapes[i[k]]` lies in that of `others[j[k]]`: else it cannot be covered."""
    inner, outer = shapely.bounds(shapes), shapely.bounds(others)
    inside: Booleans = (inner[i, :2] >= outer[j, :2]).all(axis=1) & (inner[i, 2:] <= outer[j, 2:]).all(axis=1)
    return inside


def _holds(
    predicate: Callable[..., Any], others: Geometries, other: Integers, shapes: Geometries, check: Check
) -> Booleans:
    """`predicate` of `others[other[k]]` and `shapes[k]`; others of many corners get an index first, and one thread."""
    many = shapely.get_num_coordinates(others) > MANY_CORNERS
    large = others[many]
    holds = np.zeros(len(other), dtype=bool)
    small = np.flatnonzero(~many[other])
    holds[small] = in_blocks(predicate, others[other[small]], shapes[small], check=check)
    shapely.prepare(large)
    rest = np.flatnonzero(many[other])
    for start in range(0, len(rest), BLOCK):
        check()
        part = rest[start : start + BLOCK]
        holds[part] = predicate(others[other[part]], shapes[part])
    shapely.destroy_prepared(large)
    return holds
