"""How far away the neighbours lie that a building was compared with: `naboer_afstand_m`."""

from __future__ import annotations

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import ROUNDING, Geometries, in_blocks
from .neighbours import NeighbourGraph

CENTIMETRES = 2


def farthest_neighbour(
    geometries: Geometries, graph: NeighbourGraph, assessed: Booleans, check: Check = never_cancelled
) -> Floats:
    """Metres from each building to the farthest neighbour it was compared with, footprint to footprint, (buildings,).

    `assessed` marks the pairs of the graph that were compared, (m,). NaN for a building without such a neighbour.
    Only pairs that may be the farthest of one of the two are measured, and each of them once.
    """
    source, target = graph.source[assessed], graph.target[assessed]
    out = np.full(len(geometries), np.nan)
    if not len(source):
        return out
    least, most = _between_boxes(*_boxes(geometries, source, target))
    starts = np.flatnonzero(np.diff(source, prepend=-1))
    bar = np.repeat(np.maximum.reduceat(least, starts), np.diff(np.append(starts, len(source))))
    may_be = most >= bar - ROUNDING
    source, target = source[may_be], target[may_be]
    pair = np.minimum(source, target) * len(geometries) + np.maximum(source, target)
    pair, back = np.unique(pair, return_inverse=True)
    one, other = geometries[pair // len(geometries)], geometries[pair % len(geometries)]
    distance = in_blocks(shapely.distance, one, other, check=check, result=np.float64)[back]
    starts = np.flatnonzero(np.diff(source, prepend=-1))
    out[source[starts]] = np.round(np.maximum.reduceat(distance, starts), CENTIMETRES)
    return out


def _boxes(geometries: Geometries, *rows: Integers) -> list[Floats]:
    """The bounds (k, 4) of the geometries in each of `rows`, worked out once for each geometry."""
    wanted = np.zeros(len(geometries), dtype=bool)
    for one in rows:
        wanted[one] = True
    boxes = np.empty((len(geometries), 4))
    boxes[wanted] = shapely.bounds(geometries[wanted])
    return [boxes[one] for one in rows]


def _between_boxes(ours: Floats, theirs: Floats) -> tuple[Floats, Floats]:
    """The least and the most that the distance of two geometries can be, by their bounds (k, 4).

    A geometry touches every side of its box: across a gap both have a point on the sides that face each other, and
    along these sides they can't be farther apart than the two boxes reach together.
    """
    gap = np.maximum(ours[:, :2] - theirs[:, 2:], theirs[:, :2] - ours[:, 2:])
    reach = np.maximum(ours[:, 2:], theirs[:, 2:]) - np.minimum(ours[:, :2], theirs[:, :2])
    least = np.hypot(*np.maximum(gap, 0.0).T)
    across = [np.where(gap[:, axis] > 0, np.hypot(gap[:, axis], reach[:, 1 - axis]), np.inf) for axis in (0, 1)]
    return least, np.minimum(np.minimum(*across), np.hypot(*reach.T))
