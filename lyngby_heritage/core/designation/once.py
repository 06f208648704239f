"""What designations of the same rows have in common: buildings, neighbours, and what pairs of them are alike in.

Rules differ in which values they take and from when a building is uniform; whom it is compared with is mostly the same.
What is asked for here is found at the first question, and the same for equal settings.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Callable, TypeVar

import numpy as np

from ..common.arrays import Floats
from ..common.data import as_shipped
from ..common.errors import Check, never_cancelled
from ..common.profile import Profile
from ..neighbourhood.buildings import Buildings, Rows, merge
from ..neighbourhood.farthest import farthest_neighbour
from ..neighbourhood.likeness import Evidence, Pairs, PairThresholds, Thresholds, compare, evidence
from ..neighbourhood.neighbours import NeighbourGraph, NeighbourRule, find_neighbours
from ..neighbourhood.properties import Parcels

Found = TypeVar("Found")

REGISTERS = "registers/"
"""How registers are read and fields are recognised: a folder of the data files."""
PLOTS, RULES = "rules/plots.json", "rules/designation.json"
DECIDING = ("high_values", "neighbour_value", "attached_uses", "thresholds", "sweeps", "certainty")
"""Keys of RULES that decide on what was read; the others say how it is read and what a main building is."""


def reading_of(profile: Profile) -> str:
    """What of a profile says how buildings are read and who is a main building, as one text.

    Profiles with the same text can share one reading (`Once`). What a profile leaves as it is does not count.
    """
    kept = {}
    for name, content in profile.files.items():
        shipped = as_shipped(name) if name.startswith(REGISTERS) or name in (PLOTS, RULES) else content
        if name == RULES:
            content, shipped = (_without(one, DECIDING) for one in (content, shipped))
        if content != shipped:
            kept[name] = content
    return json.dumps(kept, sort_keys=True)


def _without(content: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key not in keys and not key.startswith("_")}


class Once:
    """The rows of a layer, their parcels and further rows, read under settings that say the same of reading."""

    def __init__(
        self, rows: Rows, parcels: Parcels | None = None, context: Rows | None = None, check: Check = never_cancelled
    ) -> None:
        self.rows, self.parcels, self.context, self._check = rows, parcels, context, check
        self._held: dict[tuple[Any, ...], Any] = {}

    @cached_property
    def buildings(self) -> Buildings:
        """The rows and the further rows as buildings."""
        return merge(self.rows, self.context, self._check)

    def graph(self, rule: NeighbourRule) -> NeighbourGraph:
        """Who is whose neighbour by a rule, of the main buildings among the rows."""

        def find() -> NeighbourGraph:
            buildings = self.buildings
            asked = np.zeros(len(buildings), dtype=bool)
            asked[buildings.row_building[buildings.main[buildings.row_building]]] = True
            return find_neighbours(buildings, asked, rule, self.parcels, self._check)

        return self._hold(("graph", *self._of(rule)), find)

    def pairs(self, rule: NeighbourRule, thresholds: PairThresholds) -> Pairs:
        """What each pair of the graph is alike in."""
        key = ("pairs", *self._of(rule), thresholds.year_tolerance, thresholds.area_tolerance)
        return self._hold(key, lambda: compare(self.buildings, self.graph(rule), thresholds))

    def distance(self, rule: NeighbourRule, thresholds: PairThresholds) -> Floats:
        """Metres from each building to the farthest neighbour that it is compared with, (buildings,)."""

        def find() -> Floats:
            assessed = self.pairs(rule, thresholds).assessed(thresholds)
            return farthest_neighbour(self.buildings.geometries, self.graph(rule), assessed, self._check)

        return self._hold(("distance", *self._of(rule), thresholds.min_attributes), find)

    def evidence(self, rule: NeighbourRule, thresholds: Thresholds) -> Evidence:
        """What the neighbours of each building are alike in and differ in."""
        key = ("evidence", *self._of(rule), thresholds.year_tolerance, thresholds.area_tolerance)
        key += (thresholds.min_attributes,)
        pairs = self.pairs(rule, thresholds)
        return self._hold(key, lambda: evidence(pairs, self.graph(rule), len(self.buildings), thresholds))

    def _of(self, rule: NeighbourRule) -> tuple[float, ...]:
        return rule.resolved_method(self.parcels is not None), rule.neighbour_distance, rule.opposite_distance

    def _hold(self, key: tuple[Any, ...], find: Callable[[], Found]) -> Found:
        if key not in self._held:
            self._held[key] = find()
        held: Found = self._held[key]
        return held
