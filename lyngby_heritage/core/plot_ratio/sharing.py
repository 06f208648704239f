"""A building over several properties: its areas are shared out among their plots by the footprint on each.

Registers draw a row of houses or a double house as one building, though it stands on several properties. Eaves and
inexact boundaries make none: the tolerance is that of the data check's rule on buildings across a boundary, which says
of each such building that it is so. What lies on a road or on common land is shared with nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.data import load
from .rules import Booleans, Floats, Integers, sums

CHECK_RULE = "bygning_over_skel"
OVERLAPPING = 1.01
"""Where plots hold more than this times the footprint, they overlap, and nobody knows which of them it stands on."""


@dataclass(frozen=True)
class Parts:
    """What each plot has of each building, (p,), by building and then by plot; a building on one plot has one part."""

    building: Integers
    plot: Integers
    parcel: Integers
    """The parcel of the plot that holds most of it."""
    share: Floats
    """Share of the building's areas; those of one building add up to 1."""

    @property
    def shared(self) -> Booleans:
        """Which parts are of a building over several properties, (p,)."""
        several = np.bincount(self.building, minlength=1) > 1
        shared: Booleans = several[self.building]
        return shared


@dataclass(frozen=True)
class OnPlots:
    """m² of each building on each plot that holds any of it, (k,)."""

    building: Integers
    plot: Integers
    parcel: Integers
    area: Floats
    most: Booleans
    """Whether it is the plot that holds most of the building."""


def tolerance() -> tuple[float, float]:
    """m², and % of the footprint, from which what lies on other properties than most of a building is no eaves."""
    limits = load("rules/validation.json")["rules"][CHECK_RULE]["limits"]
    return limits["least_m2"], limits["percent"]


def share_out(on: OnPlots, footprint: Floats, is_plot: Booleans, one_home: Booleans) -> Parts:
    """The parts of each building.

    `footprint` is in m², (b,), 0 for a point; `is_plot` says which plots are no road and no common land, (m,);
    `one_home` marks buildings that are not to be shared, (b,), since one plot holds them whole.
    """
    count = len(footprint)
    least_m2, percent = tolerance()
    property_area = np.where(is_plot[on.plot], on.area, 0.0)
    beyond = sums(on.building, count, np.where(on.most, 0.0, property_area))
    all_of_it = sums(on.building, count, on.area)
    mostly_plot = np.zeros(count, dtype=bool)
    mostly_plot[on.building[on.most & is_plot[on.plot]]] = True
    over = mostly_plot & ~one_home & (beyond >= least_m2) & (beyond >= percent / 100 * footprint)
    over &= all_of_it <= OVERLAPPING * footprint
    kept = on.most | (over[on.building] & (property_area >= least_m2))
    building, area = on.building[kept], on.area[kept]
    share = area / sums(building, count, area)[building]
    order = np.lexsort((on.plot[kept], building))
    return Parts(building[order], on.plot[kept][order], on.parcel[kept][order], share[order])


def whole_numbers(values: Floats, parts: Parts) -> Floats:
    """A count of each building, (b,), among its parts in whole numbers, (p,): by largest remainder, ties by plot."""
    exact = values[parts.building] * parts.share
    out = np.floor(exact + 1e-9)
    left = values - sums(parts.building, len(values), out)
    order = np.lexsort((parts.plot, -np.round(exact - out, 9), parts.building))
    first = np.searchsorted(parts.building, parts.building[order], side="left")
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order)) - first
    return np.where(rank < np.round(left[parts.building]), out + 1.0, out)
