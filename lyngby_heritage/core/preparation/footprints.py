"""Which building each of GeoDanmark's polygons is the footprint of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, in_blocks, is_polygon, near_pairs, on_the_millimetre
from ..registers.versions import Life

NO_BUILDING = -1


class Footprint(IntEnum):
    """What a polygon is to the building layer."""

    BY_ID = 0
    FURTHER = 1
    """A further polygon of a building."""
    BY_PLACE = 2
    """BBR's id is missing or unknown; the building's point lies in it."""
    OWN = 3
    """A building of its own, since no BBR was given, or since a SAVE value belongs to it."""
    NO_BBR = 4
    GONE = 5
    NO_PLACE = 6


@dataclass(frozen=True)
class Assigned:
    """For each polygon, (n,)."""

    building: Integers
    outcome: npt.NDArray[np.int8]
    """Footprint; NO_BBR for those that nobody has asked for yet."""


def assign(
    ids: Sequence[str],
    polygons: Geometries,
    by_id: Mapping[str, int],
    gone: Mapping[str, Life],
    points: Geometries,
    size: Floats,
    main: Booleans,
    check: Check = never_cancelled,
) -> Assigned:
    """Give polygons, with their compared ids (n,), to buildings, with their points, footprint in m² and kind (m,).

    First by BBR's id. A polygon without an id that BBR knows is the footprint of the building whose point it holds,
    where that has no polygon yet; of several buildings a main one comes first, then the larger.
    """
    count = len(ids)
    building = np.fromiter((by_id.get(one, NO_BUILDING) for one in ids), dtype=np.intp, count=count)
    missing = shapely.is_missing(polygons)
    building[missing] = NO_BUILDING
    outcome = np.full(count, Footprint.NO_BBR, dtype=np.int8)
    joined = np.flatnonzero(building != NO_BUILDING)
    outcome[joined] = Footprint.FURTHER
    outcome[joined[np.unique(building[joined], return_index=True)[1]]] = Footprint.BY_ID
    if gone:
        outcome[np.fromiter((one in gone for one in ids), dtype=bool, count=count)] = Footprint.GONE
    outcome[missing] = Footprint.NO_PLACE
    check()

    left = np.flatnonzero(outcome == Footprint.NO_BBR)
    bare = points.copy()
    bare[building[joined]] = None
    bare[is_polygon(bare)] = None
    if len(left) and len(bare):
        i, j = near_pairs(polygons[left], bare, 0.0, check)
        holds = in_blocks(shapely.intersects, polygons[left[i]], bare[j], check=check)
        i, j = i[holds], j[holds]
        order = np.lexsort((j, -np.nan_to_num(size[j]), ~main[j], i))
        polygon, first = np.unique(i[order], return_index=True)
        holder = j[order][first]
        # Where polygons overlap, the first that holds a point has it.
        holder, first = np.unique(holder, return_index=True)
        building[left[polygon[first]]] = holder
        outcome[left[polygon[first]]] = Footprint.BY_PLACE
    return Assigned(building, outcome)


def outlines(polygons: Geometries, building: Integers, count: int) -> Geometries:
    """The footprint of each of `count` buildings, None without one; several polygons of one building as one."""
    out: Geometries = np.empty(count, dtype=object)
    rows = np.flatnonzero(building != NO_BUILDING)
    rows = rows[np.argsort(building[rows], kind="stable")]
    place, start, number = np.unique(building[rows], return_index=True, return_counts=True)
    out[place] = polygons[rows[start]]
    several = place[number > 1]
    for at, begin, parts in zip(several, start[number > 1], number[number > 1]):
        out[at] = shapely.union_all(polygons[rows[begin : begin + parts]])
    out[several] = on_the_millimetre(out[several])
    return out
