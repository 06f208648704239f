"""Which 4s would be designated under other thresholds, fast enough to follow a slider.

The neighbours are found once and each pair is compared once; a threshold that moves then only counts again. The answer
is that of `classifybuildings` with the same parameters, for the rule and the figures are the same functions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..neighbourhood.buildings import YEAR
from ..neighbourhood.likeness import BIT_COUNT, ROUNDING, Counts, Thresholds, Uniformity, compare, summed_up
from .chosen_values import neighbour_value
from .classify import Classified
from .rule import DECISION, REVIEW, UNIFORM_FOUR, Traits, apply_rule, is_four
from .sensitivity import per_row


@dataclass(frozen=True)
class Choice:
    """The thresholds that move, as the parameters of the same names; the others stay as the run had them."""

    uniform_share: float
    similarity: float
    year_tolerance: float
    min_neighbours: int

    @staticmethod
    def of(thresholds: Thresholds) -> Choice:
        """Those of a run."""
        return Choice(
            thresholds.uniform_share, thresholds.similarity, thresholds.year_tolerance, thresholds.min_neighbours
        )

    def parameters(self) -> dict[str, float | int]:
        """By the names of the tool's parameters."""
        return {
            "UNIFORM_SHARE": self.uniform_share,
            "SIMILARITY": self.similarity,
            "YEAR_TOLERANCE": self.year_tolerance,
            "MIN_NEIGHBOURS": self.min_neighbours,
        }


@dataclass(frozen=True)
class Counted:
    """How many 4s that no decision names come out how."""

    designated: int
    review: int
    """A person must look."""
    not_designated: int


class LiveThresholds:
    """A designation whose thresholds can be moved; made once of what `classify` gives."""

    def __init__(self, classified: Classified, thresholds: Thresholds, rule: int) -> None:
        """`thresholds` and `rule` are those that it was classified by."""
        self.rule = rule
        self.thresholds = thresholds
        self._designated = classified.designation.designated
        four = is_four(classified.save) & (classified.designation.ground != DECISION)
        self.fours: Integers = np.flatnonzero(four)
        """The rows that thresholds may move, (fours,)."""
        tried = classified.sensitivity()
        self._traits: Traits = tried.traits
        self._building = tried.building
        self._count = tried.asked
        pairs = compare(classified.buildings, tried.graph, thresholds)
        assessed = pairs.assessed(thresholds)
        graph, year = tried.graph, classified.buildings.attributes[:, YEAR]
        # Only the years and what is made of the pairs move: all else of a pair is counted once.
        self._source = tried.of_asked.source[assessed]
        self._known: Counts = BIT_COUNT[pairs.known[assessed]]
        self._alike: Counts = BIT_COUNT[pairs.alike[assessed] & ~np.uint8(1 << YEAR)]
        apart = np.abs(year[graph.source[assessed]] - year[graph.target[assessed]])
        self._years_apart: Floats = np.where(np.isnan(apart), np.inf, apart)
        self._neighbours: Counts = np.bincount(self._source, minlength=self._count).astype(np.int32)

    def __len__(self) -> int:
        """How many 4s thresholds may move."""
        return len(self.fours)

    def grounds(self, choice: Choice) -> npt.NDArray[np.int8]:
        """The ground of each of the fours under other thresholds, (fours,): a position in CODES."""
        thresholds = replace(
            self.thresholds,
            uniform_share=choice.uniform_share,
            similarity=choice.similarity,
            year_tolerance=choice.year_tolerance,
            min_neighbours=choice.min_neighbours,
        )
        save = np.full(len(self), neighbour_value(), dtype=np.int8)
        undecided = np.zeros(len(self), dtype=np.int8)
        figures = per_row(self._figures(thresholds), self._building)
        return apply_rule(self.rule, save, self._traits, figures, undecided, thresholds).ground

    def designated(self, choice: Choice) -> Booleans:
        """Which rows of the layer are designated under other thresholds, (rows,)."""
        designated = self._designated.copy()
        designated[self.fours] = self.grounds(choice) == UNIFORM_FOUR
        return designated

    def counted(self, grounds: npt.NDArray[np.int8]) -> Counted:
        """What `grounds` come to."""
        designated, review = int((grounds == UNIFORM_FOUR).sum()), int((grounds == REVIEW).sum())
        return Counted(designated, review, len(self) - designated - review)

    def _figures(self, thresholds: Thresholds) -> Uniformity:
        alike = self._alike + (self._years_apart <= thresholds.year_tolerance + ROUNDING)
        similar = alike / self._known >= thresholds.similarity - ROUNDING
        counted: Counts = np.bincount(self._source[similar], minlength=self._count).astype(np.int32)
        return summed_up(self._neighbours, counted, thresholds)
