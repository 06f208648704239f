"""What the limit of the ratio comes to, and whether something that nobody knows decides it.

Where the rule set is a guess, or the deduction of its time is not known, every answer that it may have is computed; do
they differ, the status is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .built import Built
from .rule_sets import RuleSets
from .rules import Booleans, Floats, Integers, rule
from .status import UNKNOWN, ratio_status


@dataclass(frozen=True)
class Decision:
    """The status of the ratio of each plot or parcel, (g,), and what makes it unknown."""

    status: Integers
    by_date: Booleans
    """Where it depends on the lokalplan's date, which is unknown."""
    by_deduction: Booleans
    """Where it depends on a deduction whose amount is not known."""


def decide(built: Built, area: Floats, limit: Floats, whole_area: Booleans, sets: RuleSets, margin: float) -> Decision:
    """The status under each plot's rule set and deduction; `area` in m², `limit` and `margin` in %."""

    def under(position: Integers, sure: bool = False) -> Integers:
        return ratio_status(
            built.floor_area(position, sure),
            area,
            limit,
            whole_area=whole_area,
            least=built.least_floor_area(position, margin, sure),
        )

    status = under(sets.position)
    by_deduction = status != under(sets.position, sure=True)
    by_date = np.zeros(len(area), dtype=bool)
    if sets.undated.any():
        every = [np.full(len(area), one, dtype=np.intp) for one in range(len(rule("rule_sets")))]
        others = [under(one, sure) for one in every for sure in (False, True)]
        by_date = sets.undated & (status != UNKNOWN) & (np.array(others) != status).any(axis=0)
    status = np.where(by_date | by_deduction, UNKNOWN, status)
    return Decision(status, by_date, by_deduction & ~by_date)
