"""The neighbours that a report carries so that thresholds and distances can be moved in the browser.

What a pair has in common is found once, by the rule of `likeness`; it is packed in three bytes, and two more for where
the neighbour lies as far as there is room.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..neighbourhood.buildings import YEAR, Buildings
from ..neighbourhood.likeness import BIT_COUNT, ROUNDING, Thresholds, compare
from ..neighbourhood.neighbours import NeighbourGraph, others_around
from ..neighbourhood.plots import NO_PLOT, Homes
from ..neighbourhood.stepped import stepped_by_distance, stepped_by_plot, whole_steps

BEYOND, UNKNOWN = 254, 255
"""Instead of a step: farther apart than can be chosen, and not known."""
HIDDEN = -128
"""Instead of metres: where this neighbour lies is not shown."""
SAMPLED = 400
BYTES, BYTES_WITH_PLACE = 3, 5
"""Of a pair."""
BOXES_COUNT_MORE = 0.85
"""Boxes come nearer than the buildings in them; so estimated, a reach is not given up that would just fit."""


@dataclass(frozen=True)
class PairTable:
    """The pairs of each of the buildings asked, one building after the other, its nearest neighbour first."""

    count: Integers
    """How many each building has, (asked,)."""
    step: Integers
    """From which of the distances on the other is a neighbour, (m,); so the rest."""
    same: npt.NDArray[np.uint8]
    """Attributes known on both × 8 + those of them that are alike, the year left out."""
    gap: Integers
    """From which of the years on they are alike in age; BEYOND or UNKNOWN."""
    east: Integers | None = None
    """Where the neighbour lies from the building, in `unit` metres, or HIDDEN; None where places are left out."""
    north: Integers | None = None
    unit: float = 1.0

    def __len__(self) -> int:
        return len(self.step)

    @property
    def size(self) -> int:
        """The bytes that the pairs take."""
        return len(self) * (BYTES if self.east is None else BYTES_WITH_PLACE)

    def up_to(self, step: int) -> PairTable:
        """The pairs of the first `step` steps alone."""
        owner = np.repeat(np.arange(len(self.count)), self.count)
        return self._part(self.step < step, owner)

    def of(self, asked: Booleans) -> PairTable:
        """The pairs of some of the buildings, (asked,), alone."""
        owner = np.repeat(np.arange(len(self.count)), self.count)
        return self._part(asked[owner], owner)

    def without_places(self) -> PairTable:
        """The same, without saying where the neighbours lie."""
        return replace(self, east=None, north=None)

    def _part(self, chosen: Booleans, owner: Integers) -> PairTable:
        east, north = (None if one is None else one[chosen] for one in (self.east, self.north))
        count = np.bincount(owner[chosen], minlength=len(self.count))
        return replace(
            self,
            count=count,
            step=self.step[chosen],
            same=self.same[chosen],
            gap=self.gap[chosen],
            east=east,
            north=north,
        )


Stepped = tuple[PairTable, Floats]
"""Pairs, and the distances that may be chosen, of which their steps are places."""


@dataclass(frozen=True)
class Asked:
    """The buildings that thresholds may move, and all that their pairs are made of."""

    buildings: Buildings
    building: Integers
    """Those asked, (asked,), ascending."""
    homes: Homes | None
    thresholds: Thresholds
    years: Floats
    """The differences in years that may be chosen."""
    hidden: Booleans
    """Buildings whose place is not shown, (buildings,)."""
    check: Check = never_cancelled

    @property
    def marked(self) -> Booleans:
        """Which of all buildings have neighbours to be compared with, (buildings,): main ones of those asked."""
        marked = np.zeros(len(self.buildings), dtype=bool)
        marked[self.building] = True
        return marked & self.buildings.main

    @property
    def off_plot(self) -> Booleans:
        """Which of those asked lie on no plot, (asked,): their neighbours are found by distance by any method."""
        if self.homes is None:
            return np.zeros(len(self.building), dtype=bool)
        return np.asarray(self.homes.plot[self.building] == NO_PLOT)

    def table(self, source: Integers, target: Integers, step: Integers) -> PairTable:
        """The pairs that can be compared, in order."""
        nobody = np.empty(0, dtype=np.intp)
        pairs = compare(self.buildings, NeighbourGraph(source, target, nobody), self.thresholds)
        place = np.zeros(len(self.buildings), dtype=np.intp)
        place[self.building] = np.arange(len(self.building))
        order = np.lexsort((target, step, place[source]))
        order = order[pairs.assessed(self.thresholds)[order]]
        source, target = source[order], target[order]
        known, alike = pairs.known[order], pairs.alike[order] & ~np.uint8(1 << YEAR)
        east, north, unit = self._places(source, target)
        return PairTable(
            count=np.bincount(place[source], minlength=len(self.building)),
            step=step[order],
            same=(BIT_COUNT[known] * 8 + BIT_COUNT[alike]).astype(np.uint8),
            gap=self._gaps(source, target),
            east=east,
            north=north,
            unit=unit,
        )

    def _gaps(self, source: Integers, target: Integers) -> Integers:
        year = self.buildings.attributes[:, YEAR]
        apart = np.abs(year[source] - year[target])
        gap = np.searchsorted(self.years + ROUNDING, np.nan_to_num(apart), side="left")
        gap[gap == len(self.years)] = BEYOND
        gap[np.isnan(apart)] = UNKNOWN
        return gap

    def _places(self, source: Integers, target: Integers) -> tuple[Integers, Integers, float]:
        place = centres(self.buildings)
        away = place[target] - place[source]
        hidden = self.hidden[source] | self.hidden[target] | np.isnan(away).any(axis=1)
        away[hidden] = 0.0
        unit = max(1.0, float(np.abs(away).max(initial=0.0)) / 127)
        whole = np.round(away / unit).astype(np.intp)
        whole[hidden] = HIDDEN
        return whole[:, 0], whole[:, 1], unit


def centres(buildings: Buildings) -> Floats:
    """The middle of the box round each building, (buildings, 2), NaN where it has no place."""
    bounds = shapely.bounds(buildings.geometries)
    return np.asarray((bounds[:, :2] + bounds[:, 2:]) / 2)


def pairs_by_plot(asked: Asked, chosen: float, room: int) -> Stepped | None:
    """The pairs of methods 1 and 2, and the distances that OPPOSITE_DISTANCE may be moved to.

    `room` is how many bytes they may take; None where they take more at the distance chosen.
    """
    if asked.homes is None:
        return None
    reaches = _reaches(chosen, load("rules/dial.json")["opposite_reaches_m"])
    steps = whole_steps(reaches[0], chosen)
    found = stepped_by_plot(asked.buildings, asked.marked, asked.homes, steps, asked.check)
    return _fitting(asked.table(*found), steps, reaches, room)


def pairs_by_distance(asked: Asked, chosen: float, room: int) -> Stepped | None:
    """The pairs of method 3, and the distances that NEIGHBOUR_DISTANCE may be moved to; `room` as above."""
    reaches = _reaches(chosen, load("rules/dial.json")["neighbour_reaches_m"])
    guessed = _guessed(asked, np.array(reaches))
    fits = [reach for reach, pairs in zip(reaches, guessed) if BOXES_COUNT_MORE * pairs * BYTES <= room]
    if not fits:
        return None
    steps = whole_steps(fits[0], chosen)
    found = stepped_by_distance(asked.buildings, asked.marked, steps, asked.homes, asked.check)
    return _fitting(asked.table(*found), steps, fits, room)


def off_plot_alone(asked: Asked, chosen: float) -> Stepped:
    """The pairs by distance of those that lie on no plot, where those of the others do not fit."""
    steps = whole_steps(chosen, chosen)
    marked = np.zeros(len(asked.buildings), dtype=bool)
    marked[asked.building[asked.off_plot]] = True
    found = stepped_by_distance(asked.buildings, marked & asked.buildings.main, steps, asked.homes, asked.check)
    return asked.table(*found).without_places(), steps


def _reaches(chosen: float, offered: list[float]) -> list[float]:
    """How far may be moved to, the farthest first; never less far than was chosen."""
    return sorted({chosen, *(float(one) for one in offered if one > chosen)}, reverse=True)


def _fitting(table: PairTable, steps: Floats, reaches: list[float], room: int) -> Stepped | None:
    within = np.cumsum(np.bincount(table.step, minlength=len(steps)))
    for reach in reaches:
        kept = int(np.searchsorted(steps, reach, side="right"))
        pairs = int(within[kept - 1]) if kept else 0
        if pairs * BYTES <= room:
            fitting = table.up_to(kept)
            return fitting if pairs * BYTES_WITH_PLACE <= room else fitting.without_places(), steps[:kept]
    return None


def _guessed(asked: Asked, reaches: Floats) -> Floats:
    """How many pairs there would be at each reach at the most, from a sample, without measuring a distance."""
    marked = np.flatnonzero(asked.marked)
    sample = marked[:: max(1, len(marked) // SAMPLED)]
    if not len(sample):
        return np.zeros(len(reaches))
    chosen = np.zeros(len(asked.buildings), dtype=bool)
    chosen[sample] = True
    i, j = others_around(asked.buildings, chosen, float(reaches.max()), asked.homes, asked.check)
    bounds = shapely.bounds(asked.buildings.geometries)
    gap = np.maximum(bounds[i, :2] - bounds[j, 2:], bounds[j, :2] - bounds[i, 2:])
    least = np.hypot(*np.maximum(gap, 0.0).T)
    counted = [int((least <= reach).sum()) for reach in reaches.tolist()]
    return np.array(counted) * (len(marked) / len(sample))
