"""Which plot a building belongs to: the one that holds most of its footprint, or its point; and what others have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK, Geometries, is_polygon
from .overlap import overlaps
from .rules import Booleans, Floats, Integers, sums
from .sharing import OnPlots, Parts, share_out

NOWHERE = -1


@dataclass(frozen=True)
class Placement:
    """Where each building lies, (b,)."""

    plot: Integers
    """Its plot, NOWHERE where none holds any of it."""
    parcel: Integers
    """The parcel of that plot that holds most of it."""
    share: Floats
    """Share of its footprint on its plot, 0-1; 1 for a point."""
    contested: Booleans
    """Whether parcels of two plots overlap under the whole of it."""
    parts: Parts
    """What each plot has of it."""


def place(
    buildings: Geometries,
    parcels: Geometries,
    plot_of_parcel: Integers,
    check: Check = never_cancelled,
    is_plot: Booleans | None = None,
) -> Placement:
    """Put each building on its plot; a parcel without geometry holds none. Of equal shares the first plot has it.

    `is_plot` says which plots are no road and no common land, (m,); None for all.
    """
    count = len(buildings)
    plot = np.full(count, NOWHERE, dtype=np.intp)
    parcel = np.full(count, NOWHERE, dtype=np.intp)
    share = np.zeros(count)
    contested = np.zeros(count, dtype=bool)
    if not count or not len(parcels):
        none = np.empty(0, dtype=np.intp)
        return Placement(plot, parcel, share, contested, Parts(none, none, none, np.empty(0)))
    building, on, size, whole = overlaps(buildings, parcels, check)
    points = np.flatnonzero(~is_polygon(buildings) & ~shapely.is_missing(buildings))
    held, holder = _points(buildings[points], parcels, check)
    building = np.concatenate([building, points[held]])
    on = np.concatenate([on, holder])
    size = np.concatenate([size, np.ones(len(held))])
    whole = np.concatenate([whole, np.ones(len(held), dtype=bool)])

    # What lies on each plot, from what lies on its parcels.
    key = building.astype(np.int64) * (int(plot_of_parcel.max()) + 1) + plot_of_parcel[on]
    _, first, part = np.unique(key, return_index=True, return_inverse=True)
    on_plot = sums(part, len(first), size)
    owner, there = building[first], plot_of_parcel[on[first]]
    order = np.lexsort((there, -on_plot, owner))
    best = order[np.unique(owner[order], return_index=True)[1]]
    plot[owner[best]] = there[best]
    footprint = np.where(is_polygon(buildings), shapely.area(buildings), 1.0)
    share[owner[best]] = np.minimum(on_plot[best] / footprint[owner[best]], 1.0)

    order = np.lexsort((on, -size, part))
    holds_most = on[order[np.unique(part[order], return_index=True)[1]]]
    parcel[owner[best]] = holds_most[best]

    at_home = np.bincount(owner[np.flatnonzero(_all_whole(part, whole))], minlength=count)
    contested[at_home > 1] = True
    most = np.zeros(len(owner), dtype=bool)
    most[best] = True
    plots = np.ones(int(plot_of_parcel.max()) + 1, dtype=bool) if is_plot is None else is_plot
    area = np.where(is_polygon(buildings), footprint, 0.0)
    parts = share_out(OnPlots(owner, there, holds_most, on_plot, most), area, plots, at_home > 0)
    return Placement(plot, parcel, share, contested, parts)


def _all_whole(part: Integers, whole: Booleans) -> Booleans:
    """Whether a parcel of each (building, plot) holds the whole building."""
    out = np.zeros(int(part.max(initial=-1)) + 1, dtype=bool)
    out[part[whole]] = True
    return out


def _points(points: Geometries, parcels: Geometries, check: Check) -> tuple[Integers, Integers]:
    tree = shapely.STRtree(parcels)
    held, holder = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)]
    for start in range(0, len(points), BLOCK):
        check()
        i, j = tree.query(points[start : start + BLOCK], predicate="intersects")
        held.append(i + start)
        holder.append(j)
    return np.concatenate(held), np.concatenate(holder)
