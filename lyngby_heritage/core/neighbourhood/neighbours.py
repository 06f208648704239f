"""Who is whose neighbour: a graph found once, apart from what is measured on it.

Source of the rule: the committee's "naboejendomme" (14 June 2010), as NEIGHBOUR_METHOD spells it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..common.arrays import Booleans, Integers, among
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import near_pairs, within_distance
from .buildings import Buildings
from .plots import NO_PLOT, Homes, adjoining_tolerance, find_homes, near_plots
from .properties import NO_PROPERTY, Parcels

AUTO, ADJOINING, ADJOINING_AND_OPPOSITE, DISTANCE = range(4)


@dataclass(frozen=True)
class NeighbourRule:
    """Who is a neighbour: the parameters NEIGHBOUR_METHOD, NEIGHBOUR_DISTANCE and OPPOSITE_DISTANCE."""

    method: int
    neighbour_distance: float
    opposite_distance: float

    def resolved_method(self, has_parcels: bool) -> int:
        """The method that AUTO stands for: adjoining plots where there are parcels, else distance."""
        if self.method != AUTO:
            return self.method
        return ADJOINING if has_parcels else DISTANCE

    def plot_distance(self, has_parcels: bool) -> float | None:
        """How near plots must come to be neighbours, in metres; None where buildings are measured instead."""
        method = self.resolved_method(has_parcels)
        if method == DISTANCE:
            return None
        adjoining = adjoining_tolerance()
        return max(adjoining, self.opposite_distance) if method == ADJOINING_AND_OPPOSITE else adjoining


@dataclass(frozen=True)
class NeighbourGraph:
    """Directed pairs (m,): `target[k]` is a neighbour of `source[k]`; sorted by source, then target, each pair once."""

    source: Integers
    target: Integers
    off_property: Integers
    """Buildings that lie on no plot, and so were given their neighbours by distance."""
    homes: Homes | None = None
    """Where each building stands; None without parcels."""

    def of(self, assessed: Booleans) -> NeighbourGraph:
        """The part of the graph that starts at the buildings marked in `assessed`, (buildings,)."""
        chosen = assessed[self.source]
        return NeighbourGraph(self.source[chosen], self.target[chosen], self.off_property, self.homes)


def find_neighbours(
    buildings: Buildings,
    asked: Booleans,
    rule: NeighbourRule,
    parcels: Parcels | None,
    check: Check = never_cancelled,
) -> NeighbourGraph:
    """The neighbours of the buildings marked in `asked`, (buildings,), by the method of the rule."""
    plot_distance = rule.plot_distance(parcels is not None)
    homes = None if parcels is None else find_homes(buildings.geometries, parcels, check)
    if homes is None or plot_distance is None:
        return by_distance(buildings, asked, rule.neighbour_distance, check, homes)
    return by_plot(buildings, asked, homes, plot_distance, rule.neighbour_distance, check)


def by_plot(
    buildings: Buildings,
    assessed: Booleans,
    homes: Homes,
    plot_distance: float,
    building_distance: float,
    check: Check = never_cancelled,
) -> NeighbourGraph:
    """Methods 1 and 2: the largest main building of each plot within `plot_distance` metres of one's own.

    Plots of one's own property do not count. A building on no plot falls back to `by_distance`. Plots without any
    building are nobody's neighbour, and left out before anything is measured.
    """
    p, q = near_plots(*homes.built_plots(), plot_distance, check)
    source, target, _ = across_plots(buildings, assessed, homes, p, q)
    away = assessed & (homes.plot == NO_PLOT)
    further = by_distance(buildings, away, building_distance, check) if away.any() else _empty()
    return _sorted(
        np.concatenate([source, further.source]),
        np.concatenate([target, further.target]),
        np.flatnonzero(away),
        homes,
    )


def across_plots(
    buildings: Buildings, assessed: Booleans, homes: Homes, p: Integers, q: Integers
) -> tuple[Integers, Integers, Integers]:
    """The buildings marked in `assessed` and the one that stands for each plot near theirs: source, target, pair, (m,).

    `p` and `q` are pairs of plots, (k,), each pair once; `pair` is the position among them.
    """
    on = homes.plot
    representative = largest_main_building(buildings, on, homes.plot_count)
    which = np.concatenate([np.arange(len(p)), np.arange(len(p))])
    p, q = np.concatenate([p, q]), np.concatenate([q, p])
    represented = representative[q] >= 0
    p, q, which = p[represented], q[represented], which[represented]
    order = np.argsort(p, kind="stable")
    p, target_of_pair, which = p[order], representative[q[order]], which[order]
    source = np.flatnonzero(assessed & (on != NO_PLOT))
    first = np.searchsorted(p, on[source], side="left")
    count = np.searchsorted(p, on[source], side="right") - first
    pair = np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())
    return np.repeat(source, count), target_of_pair[pair], which[pair]


def by_distance(
    buildings: Buildings,
    assessed: Booleans,
    distance: float,
    check: Check = never_cancelled,
    homes: Homes | None = None,
) -> NeighbourGraph:
    """Method 3: all main buildings within `distance` metres, footprint to footprint, not on one's own property.

    The property is known from the building's property id, and from where it stands, where that is given.
    """
    i, j = others_around(buildings, assessed, distance, homes, check)
    near = within_distance(buildings.geometries[i], buildings.geometries[j], distance, check)
    return _sorted(i[near], j[near], np.empty(0, dtype=np.intp), homes)


def others_around(
    buildings: Buildings, assessed: Booleans, distance: float, homes: Homes | None, check: Check = never_cancelled
) -> tuple[Integers, Integers]:
    """Pairs (i, j) of a building marked in `assessed` and a main one of another property, whose boxes come so near."""
    sources = np.flatnonzero(assessed)
    targets = np.flatnonzero(buildings.main)
    i, j = near_pairs(buildings.geometries[sources], buildings.geometries[targets], distance, check)
    i, j = sources[i], targets[j]
    other = (i != j) & ~_same_property(buildings, homes, i, j)
    return i[other], j[other]


def on_one_property(
    buildings: Buildings, distance: float, homes: Homes | None, check: Check = never_cancelled
) -> tuple[Integers, Integers]:
    """Pairs (i, j), i < j, of main buildings within `distance` metres of one another on the same property."""
    main = np.flatnonzero(buildings.main)
    i, j = near_pairs(buildings.geometries[main], buildings.geometries[main], distance, check)
    i, j = main[i], main[j]
    chosen = i < j
    i, j = i[chosen], j[chosen]
    same = _same_property(buildings, homes, i, j)
    i, j = i[same], j[same]
    near = within_distance(buildings.geometries[i], buildings.geometries[j], distance, check)
    return i[near], j[near]


def largest_main_building(buildings: Buildings, on: Integers, plots: int) -> Integers:
    """The main building with the largest footprint on each plot, (plots,), -1 where there is none.

    `on` is the plot that each building lies on, (buildings,). Ties go to the smallest id. A building whose footprint is
    unknown comes after those with a known one.
    """
    candidates = np.flatnonzero(buildings.main & (on != NO_PLOT))
    areas = np.nan_to_num(buildings.areas[candidates], nan=-1.0)
    order = np.lexsort((-areas, on[candidates]))
    candidates, areas = candidates[order], areas[order]
    owner = on[candidates]
    first = np.ones(len(owner), dtype=bool)
    first[1:] = owner[1:] != owner[:-1]
    best = np.flatnonzero(first)
    out = np.full(plots, -1, dtype=np.intp)
    out[owner[best]] = candidates[best]
    following = best + 1
    tied = following < len(owner)
    tied[tied] = ~first[following[tied]] & (areas[following[tied]] == areas[best[tied]])
    for start in best[tied].tolist():
        end = start
        while end < len(owner) and owner[end] == owner[start] and areas[end] == areas[start]:
            end += 1
        out[owner[start]] = min(candidates[start:end].tolist(), key=lambda one: (_id_order(buildings, one), one))
    return out


def _id_order(buildings: Buildings, one: int) -> tuple[bool, float, str]:
    text = buildings.ids[one]
    number = float(text) if buildings.numeric_ids and text else 0.0
    return (text == "", number, text)


def _same_property(buildings: Buildings, homes: Homes | None, i: Integers, j: Integers) -> Booleans:
    """Whether two buildings are known to be of one property: by their property ids and by where they stand."""
    same = np.zeros(len(i), dtype=bool)
    if any(buildings.property_ids):
        same |= _alike(buildings.property_ids, i, j)
    if homes is not None:
        on = homes.owner
        same |= (on[i] == on[j]) & (on[i] != NO_PROPERTY)
    return same


def of_flats(buildings: Buildings) -> Booleans:
    """Which are buildings of flats, (buildings,)."""
    return among(buildings.use_codes, load("rules/plots.json")["flats_uses"])


def _alike(texts: Sequence[str], i: Integers, j: Integers) -> Booleans:
    """Whether two buildings have the same text; "" is nobody's."""
    numbers: dict[str, int] = {}
    group = np.array([numbers.setdefault(key or f"\0{row}", len(numbers)) for row, key in enumerate(texts)])
    alike: Booleans = group[i] == group[j]
    return alike


def _empty() -> NeighbourGraph:
    none = np.empty(0, dtype=np.intp)
    return NeighbourGraph(none, none, none)


def _sorted(source: Integers, target: Integers, off_property: Integers, homes: Homes | None) -> NeighbourGraph:
    order = np.lexsort((target, source))
    return NeighbourGraph(source[order], target[order], off_property, homes)
