"""What each threshold costs: how many 4s would be designated if it were set otherwise, and how sure each of them is.

The thresholds are a political choice, so the council must see what they do on its own buildings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..neighbourhood.buildings import Buildings
from ..neighbourhood.likeness import Pairs, Thresholds, Uniformity, assess, compare
from ..neighbourhood.neighbours import NeighbourGraph
from .certainty import asks_neighbours
from .chosen_values import neighbour_value
from .outcome import RuleOutcome, Sweep
from .rule import NO_FOUR, REVIEW, UNIFORM_FOUR, Traits, apply_rule

SHARES = ("UNIFORM_SHARE", "SIMILARITY")
"""Of FIELDS those that are shares, and so at most 1."""
FIELDS = {"UNIFORM_SHARE": "uniform_share", "SIMILARITY": "similarity", "YEAR_TOLERANCE": "year_tolerance"}


Move = tuple[str, float]
"""The parameter of a threshold, and the value that it is set to."""


@dataclass(frozen=True)
class Tried:
    """What came of the settings that a certainty is asked over, for each of the 4s, (fours,)."""

    settings: int
    same: Integers
    """Under how many of them the outcome is what it is under the chosen one."""
    moves: tuple[Move, ...]
    """The settings in which one threshold alone is moved."""
    turns: Booleans
    """Which of these gives another outcome, (fours, moves)."""

    @property
    def certainty(self) -> Floats:
        """`sikkerhed` of each, (fours,)."""
        return np.asarray(self.same / self.settings)


class Sensitivity:
    """Tries rules and thresholds on the 4s that no decision names; the neighbours stay as they were found.

    `fours` are those rows; `traits` are given for all rows, (rows,).
    """

    def __init__(
        self,
        buildings: Buildings,
        graph: NeighbourGraph,
        thresholds: Thresholds,
        rule: int,
        fours: Integers,
        traits: Traits,
    ) -> None:
        self.buildings = buildings
        self.thresholds = thresholds
        self.rule = rule
        building = buildings.row_building[fours]
        self.traits = traits.of(fours)
        asked = np.zeros(len(buildings), dtype=bool)
        asked[building] = True
        self.graph = graph.of(asked)
        # Thresholds are tried on these buildings alone, by their place among themselves.
        place = np.cumsum(asked) - 1
        self.asked = int(asked.sum())
        self.building = place[building]
        self.of_asked = replace(self.graph, source=place[self.graph.source])
        self.pairs = compare(buildings, self.graph, thresholds)

    def __len__(self) -> int:
        """How many 4s no decision names."""
        return len(self.building)

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

    def tried(self) -> Tried | None:
        """The outcome of each of the 4s under every setting, against what it is; None where no rule asks for them.

        The settings are every combination of the steps in `designation.json` (`certainty`), added to the thresholds
        as chosen and kept within the parameters' own range; the rule and the neighbours stay as they are.
        """
        if not asks_neighbours(self.rule):
            return None
        chosen = self._grounds(self.rule, self.thresholds, self.pairs)
        same = np.zeros(len(self), dtype=np.intp)
        settings = list(around(self.thresholds))
        pairs = {self.thresholds.year_tolerance: self.pairs}
        moves: list[Move] = []
        turned: list[Booleans] = []
        for thresholds in settings:
            years = thresholds.year_tolerance
            if years not in pairs:
                pairs[years] = compare(self.buildings, self.graph, thresholds)
            as_chosen = self._grounds(self.rule, thresholds, pairs[years]) == chosen
            same += as_chosen
            moved = moves_of(self.thresholds, thresholds)
            if len(moved) == 1:
                moves += moved
                turned.append(~as_chosen)
        turns = np.array(turned, dtype=bool).reshape(len(moves), len(self)).T
        return Tried(len(settings), same, tuple(moves), turns)

    def _outcome(self, rule: int, thresholds: Thresholds, pairs: Pairs) -> tuple[int, int, int]:
        ground = self._grounds(rule, thresholds, pairs)
        designated, review = int((ground == UNIFORM_FOUR).sum()), int((ground == REVIEW).sum())
        return designated, review, len(self) - designated - review

    def _grounds(self, rule: int, thresholds: Thresholds, pairs: Pairs) -> npt.NDArray[np.int8]:
        figures = per_row(assess(pairs, self.of_asked, self.asked, thresholds), self.building)
        save = np.full(len(self), neighbour_value(), dtype=np.int8)
        undecided = np.zeros(len(self), dtype=np.int8)
        return apply_rule(rule, save, self.traits, figures, undecided, thresholds).ground


def around(thresholds: Thresholds) -> Iterator[Thresholds]:
    """The settings that a certainty is asked over, the chosen one among them."""
    steps = load("rules/designation.json")["certainty"]
    choices = []
    for parameter, field in FIELDS.items():
        moved = [getattr(thresholds, field) + step for step in steps[parameter]]
        most = 1.0 if parameter in SHARES else np.inf
        choices.append(sorted({min(max(value, 0.0), most) for value in moved}))
    for values in product(*choices):
        change: dict[str, Any] = dict(zip(FIELDS.values(), values))
        yield replace(thresholds, **change)


def moves_of(chosen: Thresholds, thresholds: Thresholds) -> list[Move]:
    """The thresholds in which a setting is not the chosen one, with their values there."""
    pairs = ((parameter, getattr(chosen, field), getattr(thresholds, field)) for parameter, field in FIELDS.items())
    return [(parameter, float(now)) for parameter, before, now in pairs if now != before]


def per_row(figures: Uniformity, building: Integers) -> Uniformity:
    """The figures of each row's building, (rows,)."""
    return Uniformity(
        figures.neighbours[building], figures.alike[building], figures.share[building], figures.uniform[building]
    )
