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
from ..common.wording import as_printed, decimal, percent, plain_spaces, year

ROUNDED = " Leddene er afrundet hver for sig, så de giver ikke nøjagtig summen, når de lægges sammen."
SAME = 0.005
"""Below this two figures of two decimals are the same."""


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
    return np.asarray(np.round(sum(_parts(known)), 4), dtype=np.float64)


def sum_of(known: Known, group: int) -> str:
    """`vaegt` of one group written out (`vaegt_udregning`), so that anybody can add it up.

    Each part has two decimals, as the sum has; where the last digit differs by rounding, the sum says so.
    """
    rules = load("rules/ensembles.json")
    values, doubt = high_values(), int(rules["evidence_doubt"])
    shown = [as_printed(round(float(one[group]), 6), 2) for one in _parts(known)]
    designated, high, age, likeness = (decimal(one, 2, fixed=True) for one in shown)
    mean = float(known.mean_year[group])
    counted = [
        f"{int(known.designated[group])} af {int(known.assessed[group])} udpeges efter reglerne eller ved særskilt "
        "beslutning, fredede medregnet"
        if known.assessed[group]
        else "udpegning ukendt",
        f"{int(known.high[group])} af {int(known.valued[group])} har SAVE-værdi {values[0]}–{values[-1]}"
        if known.valued[group]
        else "ingen kendt SAVE-værdi",
        "opførelsesår ukendt" if mean != mean else f"opført i gennemsnit {year(as_printed(mean, 0))}",
        f"ens i {_percent(known.alike_inside[group], known.pairs_inside[group])} af sammenligningerne inden for "
        f"forslaget og {_percent(known.alike_outside[group], known.pairs_outside[group])} af dem med naboer udenfor"
        if known.pairs_outside[group]
        else f"ens i {_percent(known.alike_inside[group], known.pairs_inside[group])} af sammenligningerne inden for "
        "forslaget, ingen naboer udenfor",
    ]
    weight = as_printed(float(weight_of(known)[group]), 2)
    total = decimal(weight, 2, fixed=True)
    rounded = "" if abs(sum(shown) - weight) < SAME else ROUNDED
    added = " + ".join(f"{part} ({words})" for part, words in zip((designated, high, age, likeness), counted))
    return (
        f"{total} = {added}. Ved de to første lægges {doubt} til antallet, der deles med, så få bygninger vejer mindre."
        f"{rounded}"
    )


def _parts(known: Known) -> tuple[Floats, Floats, Floats, Floats]:
    """What the designations, the SAVE values, the age and the likeness of each group add to its weight, (groups,)."""
    rules = load("rules/ensembles.json")
    weights, years = rules["evidence"], rules["evidence_years"]
    doubt = int(rules["evidence_doubt"])
    age = (years["newest"] - known.mean_year) / max(years["newest"] - years["oldest"], 1)
    inside = _share(known.alike_inside, known.pairs_inside)
    outside = _share(known.alike_outside, known.pairs_outside)
    return (
        weights["designated"] * _share(known.designated, known.assessed + doubt),
        weights["save"] * _share(known.high, known.valued + doubt),
        weights["age"] * np.clip(np.nan_to_num(age, nan=0.0), 0.0, 1.0),
        weights["likeness"] * np.clip(inside - outside, 0.0, 1.0),
    )


def _percent(part: int, whole: int) -> str:
    return plain_spaces(percent(int(part), int(whole), fixed=False))


def _share(of: Integers, all_of: Integers) -> Floats:
    return np.divide(of, all_of, out=np.zeros(len(all_of)), where=all_of > 0)
