"""What each threshold costs: how many 4s would be designated if it were set otherwise.

The thresholds are a political choice, so the council must see what they do on its own buildings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..neighbourhood.buildings import Buildings
from ..neighbourhood.likeness import Pairs, Thresholds, Uniformity, assess, compare
from ..neighbourhood.neighbours import NeighbourGraph
from ..report.content import RuleOutcome, Sweep
from .chosen_values import neighbour_value
from .rule import NO_FOUR, REVIEW, UNIFORM_FOUR, apply_rule

FIELDS = {"UNIFORM_SHARE": "uniform_share", "SIMILARITY": "similarity", "YEAR_TOLERANCE": "year_tolerance"}


class Sensitivity:
    """Tries rules and thresholds on the 4s that no decision names; the neighbours stay as they were found.

    `fours` are those rows; `building`, `use`, `near_high` are given for all rows, (rows,).
    """

    def __init__(
        self,
        buildings: Buildings,
        graph: NeighbourGraph,
        thresholds: Thresholds,
        rule: int,
        fours: Integers,
        use: Floats,
        near_high: Booleans,
    ) -> None:
        self.buildings = buildings
        self.thresholds = thresholds
        self.rule = rule
        self.building = buildings.row_building[fours]
        self.use = use[fours]
        self.near_high = near_high[fours]
        asked = np.zeros(len(buildings), dtype=bool)
        asked[self.building] = True
        self.graph = graph.of(asked)
        self.pairs = compare(buildings, self.graph, thresholds)

    def rules(self) -> tuple[RuleOutcome, ...]:
        """What each of the five rules would do, the thresholds as chosen."""
        return tuple(
            RuleOutcome(rule, *self._outcome(rule, self.thresholds, self.pairs), chosen=rule == self.rule)
            for rule in range(NO_FOUR + 1)
        )

    def sweeps(self) -> tuple[Sweep, ...]:
        """How the chosen rule's outcome moves with each threshold, the others as chosen."""
        return tuple(self._sweep(parameter, field) for parameter, field in FIELDS.items())

    def _sweep(self, parameter: str, field: str) -> Sweep:
        chosen = float(getattr(self.thresholds, field))
        tried = sorted({*map(float, load("rules/designation.json")["sweeps"][parameter]), chosen})
        outcomes = []
        for value in tried:
            change: dict[str, Any] = {field: value}
            thresholds = replace(self.thresholds, **change)
            pairs = compare(self.buildings, self.graph, thresholds) if field == "year_tolerance" else self.pairs
            outcomes.append(self._outcome(self.rule, thresholds, pairs))
        return Sweep(
            parameter,
            tuple(tried),
            tuple(designated for designated, _, _ in outcomes),
            tuple(review for _, review, _ in outcomes),
            chosen,
        )

    def _outcome(self, rule: int, thresholds: Thresholds, pairs: Pairs) -> tuple[int, int, int]:
        figures = per_row(assess(pairs, self.graph, len(self.buildings), thresholds), self.building)
        count = len(self.building)
        save = np.full(count, neighbour_value(), dtype=np.int8)
        undecided = np.zeros(count, dtype=np.int8)
        ground = apply_rule(rule, save, self.use, figures, self.near_high, undecided, thresholds).ground
        designated, review = int((ground == UNIFORM_FOUR).sum()), int((ground == REVIEW).sum())
        return designated, review, count - designated - review


def per_row(figures: Uniformity, building: Integers) -> Uniformity:
    """The figures of each row's building, (rows,)."""
    return Uniformity(
        figures.neighbours[building], figures.alike[building], figures.share[building], figures.uniform[building]
    )
