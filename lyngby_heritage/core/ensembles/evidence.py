"""M5: `vaegt`, how much evidence speaks for a proposed environment, 0–1, and the order that follows from it.

    share designated, of those where it is known     ┐
    share of SAVE 1–4, of those with a value         │ each 0–1, weighed and added up;
    age, from the mean year of construction          │ what nobody knows is no evidence
    more alike inside than with neighbours outside   ┘

Weights and limits stand in data/rules/ensembles.json. Uniform is not the same as worthy, so likeness weighs little.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.arrays import Floats, Integers
from ..common.data import load


@dataclass(frozen=True)
class Known:
    """What is counted of each group, (groups,)."""

    designated: Integers
    assessed: Integers
    """Buildings whose designation is known."""
    high: Integers
    """Buildings of a SAVE value that is evidence."""
    valued: Integers
    mean_year: Floats
    """NaN where no year is known."""
    pairs_inside: Integers
    """Comparisons of a member with a neighbour in the group, and how many of them are alike."""
    alike_inside: Integers
    pairs_outside: Integers
    alike_outside: Integers


def high_values() -> list[int]:
    """The SAVE values that are evidence."""
    return [int(one) for one in load("rules/ensembles.json")["evidence_values"]]


def weight_of(known: Known) -> Floats:
    """`vaegt` of each group, (groups,), 0–1 with four decimals."""
    rules = load("rules/ensembles.json")
    weights, years = rules["evidence"], rules["evidence_years"]
    doubt = int(rules["evidence_doubt"])
    age = (years["newest"] - known.mean_year) / max(years["newest"] - years["oldest"], 1)
    inside = _share(known.alike_inside, known.pairs_inside)
    outside = _share(known.alike_outside, known.pairs_outside)
    total = (
        weights["designated"] * _share(known.designated, known.assessed + doubt)
        + weights["save"] * _share(known.high, known.valued + doubt)
        + weights["age"] * np.clip(np.nan_to_num(age, nan=0.0), 0.0, 1.0)
        + weights["likeness"] * np.clip(inside - outside, 0.0, 1.0)
    )
    return np.asarray(np.round(total, 4), dtype=np.float64)


def _share(of: Integers, all_of: Integers) -> Floats:
    return np.divide(of, all_of, out=np.zeros(len(all_of)), where=all_of > 0)
