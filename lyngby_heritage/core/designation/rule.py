"""M1, M2 and M5: which buildings are designated, and on what ground.

    a decision of the council names the building     → as decided                     (M5)
    one of the high values (1-3)                     → designated                     (M1)
    the neighbour value (4) that meets its rule      → designated                     (M2)
    the same with too few neighbours to tell, or a
    secondary building, whose character BBR can't tell → a person must look
    designated by a plan in force today              → a person must look
    any other value                                  → not designated
    no readable value                                → not registered, which is not the same as a low value

Which values these are, a municipality says in data/rules/designation.json; the names below are those of Lyngby-Taarbæk.
Source: Udviklings- og Strategiudvalget, Lyngby-Taarbæk Kommune, 14 June 2010 and 17 January 2012.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers, among
from ..common.data import load
from ..neighbourhood.likeness import Thresholds, Uniformity
from .chosen_values import high_values, neighbour_value
from .decisions import Decision

CODES = ("beslutning", "vaerdi_1_3", "vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget", "ikke_registreret")
DECISION, HIGH_VALUE, UNIFORM_FOUR, REVIEW, NOT_DESIGNATED, NOT_REGISTERED = range(len(CODES))

UNIFORM, UNIFORM_OR_NEAR_HIGH, ATTACHED_HOUSES, EVERY_FOUR, NO_FOUR = range(5)
"""VALUE4_RULE. 0 is what the municipality decided; the others are what other municipalities do."""


@dataclass(frozen=True)
class Designation:
    """One entry per row of the layer, (rows,)."""

    ground: npt.NDArray[np.int8]
    """Position in CODES."""
    designated: Booleans


@dataclass(frozen=True)
class Traits:
    """What else of each row the rules ask for, (rows,)."""

    use: Floats
    """BBR's code, NaN unknown."""
    main: Booleans
    near_high: Booleans
    """Within NEIGHBOUR_DISTANCE of a high value; counts under VALUE4_RULE 1 only."""
    standing: Booleans
    """Designated today by a plan in force."""

    def of(self, rows: Integers) -> Traits:
        """Those of some rows."""
        return Traits(self.use[rows], self.main[rows], self.near_high[rows], self.standing[rows])


def is_four(save: npt.NDArray[np.int8]) -> Booleans:
    """Whether the rule for the 4s is asked, (rows,)."""
    four: Booleans = save == neighbour_value()
    return four


def designate(
    save: npt.NDArray[np.int8],
    meets_rule: Booleans,
    to_be_seen: Booleans,
    standing: Booleans,
    decided: npt.NDArray[np.int8],
) -> Designation:
    """Give each row its ground, the first that applies.

    All arrays are (rows,): `save` as of `read_save_values`; `meets_rule` and `to_be_seen` count for 4s only;
    `standing` marks what a plan in force designates today, whatever its value; `decided` is 1 where a decision
    designates, -1 where it does not, 0 where there is none.
    """
    high = np.isin(save, high_values())
    four = is_four(save)
    ground = np.select(
        [decided != 0, high, four & meets_rule, four & to_be_seen | standing, save >= 1],
        [DECISION, HIGH_VALUE, UNIFORM_FOUR, REVIEW, NOT_DESIGNATED],
        NOT_REGISTERED,
    ).astype(np.int8)
    designated = (decided == 1) | (ground == HIGH_VALUE) | (ground == UNIFORM_FOUR)
    return Designation(ground, designated)


def meets_value4_rule(rule: int, uniform: Booleans, near_high: Booleans, use: Floats) -> Booleans:
    """Whether each row would be designated under VALUE4_RULE if it is a 4, (rows,)."""
    if rule == UNIFORM:
        return uniform
    if rule == UNIFORM_OR_NEAR_HIGH:
        return uniform | near_high
    if rule == ATTACHED_HOUSES:
        return among(use, load("rules/designation.json")["attached_uses"])
    return np.full(len(uniform), rule == EVERY_FOUR)


def needs_review(rule: int, neighbours: npt.NDArray[np.int32], main: Booleans, thresholds: Thresholds) -> Booleans:
    """Whether a 4 that does not meet the rule has too few assessed neighbours for a verdict, or is secondary, (rows,).

    Registers can't tell the character of a garage or shed: what they know of it is not what makes it one of a row.
    """
    if rule not in (UNIFORM, UNIFORM_OR_NEAR_HIGH):
        return np.zeros(len(neighbours), dtype=bool)
    return (neighbours < thresholds.min_neighbours) | ~main


def apply_rule(
    rule: int,
    save: npt.NDArray[np.int8],
    traits: Traits,
    uniformity: Uniformity,
    decided: npt.NDArray[np.int8],
    thresholds: Thresholds,
) -> Designation:
    """Designate under one VALUE4_RULE; every array and figure is per row, (rows,)."""
    meets = meets_value4_rule(rule, uniformity.uniform, traits.near_high, traits.use)
    seen = needs_review(rule, uniformity.neighbours, traits.main, thresholds)
    return designate(save, meets, seen, traits.standing, decided)


def decided_per_row(ids: Sequence[str], decisions: dict[str, Decision]) -> npt.NDArray[np.int8]:
    """1 where a decision designates the row's building, -1 where it says no, 0 where there is none, (rows,)."""
    if not decisions:
        return np.zeros(len(ids), dtype=np.int8)
    sign = {building: 1 if decision.designate else -1 for building, decision in decisions.items()}
    return np.fromiter((sign.get(building, 0) for building in ids), dtype=np.int8, count=len(ids))
