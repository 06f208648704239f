"""Which building regulations the floor area is computed by: those in force when the lokalplan was adopted.

The rules of calculation are free-standing rules of the building regulations. A lokalplan sets another percentage, but
cannot change them, and those in force when it was adopted keep applying to it. Where no lokalplan regulates the matter
the current ones do.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from .rules import Booleans, Floats, Integers, known, rule

BEFORE_2008, BR08_15, BR18 = range(3)
"""Positions in the list of rule sets, oldest first."""

BY_DATE = 0
CHOSEN = {1: BR18, 2: BR08_15, 3: BEFORE_2008}
"""The parameter RULE_SET: 0 by the plan's date, else the same for every plot."""


@dataclass(frozen=True)
class RuleSets:
    """The rule set of each plot, (m,), as a position in the list of rule sets."""

    position: Integers
    plan: Integers
    """The lokalplan whose date decides, -1 where none does."""
    undated: Booleans
    """Whether that plan's date is unknown, so that the rule set is a guess."""


def code(position: int) -> str:
    """What the field `regelsaet` calls a rule set."""
    text: str = rule("rule_sets")[position]["code"]
    return text


def name(position: int) -> str:
    """What sentences call a rule set."""
    text: str = rule("rule_sets")[position]["name"]
    return text


def by_date(adopted: Floats) -> Integers:
    """The rule set in force on each date of adoption, (n,) as proleptic ordinals; BR18 where the date is unknown."""
    limits = [datetime.date.fromisoformat(one["adopted_before"]).toordinal() for one in rule("rule_sets")[:-1]]
    position = np.searchsorted(limits, np.nan_to_num(adopted), side="right")
    return np.where(known(adopted), position, BR18).astype(np.intp)


def deduction_per_dwelling(use: Floats, position: int, sure: bool = False) -> Floats:
    """m² of secondary buildings that do not count for each dwelling, by the building's use, (n,).

    `sure` gives the least that it may be where the amount of the time is not known.
    """
    amounts = rule("rule_sets")[position]["deduction"]
    other = amounts.get("other_at_least", amounts["other"]) if sure else amounts["other"]
    out = np.full(len(use), float(other))
    for use_code, amount in amounts["uses"].items():
        out[use == float(use_code)] = amount
    return out
