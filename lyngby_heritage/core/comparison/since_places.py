"""Finds the plan's buildings in the registers of today: by id, and one whose id is gone by its place.

Source of the limit on the common area: `same_place_share` of data/rules/since.json.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.data import load
from ..common.errors import Check, never_cancelled
from .compare import NOBODY
from .since import FILE, Fate, Followed, Stock

HALF_A_METRE = 0.5
"""How far a point may stand beside the outline that it belongs to; register points move by rounding only."""


def find_again(
    plan: Stock, now: Stock, gone: Mapping[str, Fate], newest_year: float, check: Check = never_cancelled
) -> Followed:
    """Which row of `now` is which building of `plan`.

    A building of which BBR says that it is gone is found under no new id. `newest_year` is the year from which on a
    building on the place of one that is gone is a new one, where it is also younger than that.
    """
    by_id = {one: row for row, one in enumerate(now.ids) if one}
    partner = np.array([by_id.get(one, NOBODY) if one else NOBODY for one in plan.ids], dtype=np.intp)
    taken = np.zeros(len(now), dtype=bool)
    taken[partner[partner != NOBODY]] = True
    check()
    lost, free = np.flatnonzero(partner == NOBODY), np.flatnonzero(~taken)
    best = _best_by_place(plan.places[lost], plan.outlined[lost], now.places[free], now.outlined[free])
    by_place, successor = np.zeros(len(plan), dtype=bool), np.full(len(plan), NOBODY, dtype=np.intp)
    for position, found in zip(*best):
        row, other = int(lost[position]), int(free[found])
        if plan.ids[row] in gone or _is_newer(plan, row, now, other, newest_year):
            successor[row] = other
        else:
            partner[row], by_place[row], taken[other] = other, True, True
    return Followed(partner, by_place, successor, np.flatnonzero(~taken))


def _is_newer(plan: Stock, row: int, now: Stock, other: int, newest_year: float) -> bool:
    """Whether a building under another id is known to be built later than the one of the plan."""
    if "year" not in now.facts:
        return False
    was = plan.facts["year"][row] if "year" in plan.facts else np.nan
    year = now.facts["year"][other]
    return bool(year >= newest_year and not year <= was)


def _best_by_place(
    ours: Geometries, outlined: Booleans, theirs: Geometries, their_outlined: Booleans
) -> tuple[list[int], list[int]]:
    """Pairs of positions that stand on one place: each with the one that it shares most with, and that with it."""
    if not len(ours) or not len(theirs):
        return [], []
    i, j = shapely.STRtree(theirs).query(ours, predicate="dwithin", distance=HALF_A_METRE)
    shared = _shared(ours[i], outlined[i], theirs[j], their_outlined[j])
    near = shared >= float(load(FILE)["same_place_share"])
    i, j, shared = i[near], j[near], shared[near]
    order = np.lexsort((j, i, -shared))
    i, j = i[order], j[order]
    pairs = [(a, b) for a, b in zip(i.tolist(), j.tolist())]
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for a, b in pairs:
        if a not in used[0] and b not in used[1]:
            chosen.append((a, b))
            used[0].add(a)
            used[1].add(b)
    return [a for a, _ in chosen], [b for _, b in chosen]


def _shared(ours: Geometries, outlined: Booleans, theirs: Geometries, their_outlined: Booleans) -> Floats:
    """The share of the smaller outline that two have in common, (n,); 1 where one is a point beside or in the other."""
    both = outlined & their_outlined
    share = np.ones(len(ours))
    common = shapely.area(shapely.intersection(ours[both], theirs[both]))
    share[both] = common / np.minimum(shapely.area(ours[both]), shapely.area(theirs[both]))
    return share


def common_share(ours: Geometries, theirs: Geometries) -> Floats:
    """How much of what two outlines cover together they have in common, (n,)."""
    together = shapely.area(shapely.union(ours, theirs))
    share: Floats = shapely.area(shapely.intersection(ours, theirs)) / together
    return share


def rows_with_both(followed: Followed) -> Integers:
    """The plan's buildings that the registers have, (k,)."""
    return np.flatnonzero(followed.now != NOBODY)
