"""The figures behind the calculation (`data/rules/plot_ratio.json`), read once."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.data import load

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Booleans = npt.NDArray[np.bool_]

FILE = "rules/plot_ratio.json"

SMALLEST_M2 = 1e-4
"""m²: what a sum of areas may differ by from rounding alone. Exactly at the limit is within it."""
SMALLEST_SHARE = 1e-9


@cache
def rule(name: str) -> Any:
    """One entry of the file."""
    return load(FILE)[name]


def among(codes: Floats, listed: list[int]) -> Booleans:
    """Which codes are listed, (n,); an unknown one (NaN) never is."""
    return np.isin(codes, listed)


def known(values: Floats) -> Booleans:
    """Which values are known, (n,)."""
    return ~np.isnan(values)


def sums(group: Integers, count: int, values: Floats | Booleans) -> Floats:
    """The sum of the values of each group, (count,); NaN adds nothing, and group -1 belongs to none."""
    chosen = group >= 0
    weights = np.nan_to_num(np.asarray(values, dtype=np.float64)[chosen])
    return np.bincount(group[chosen], weights=weights, minlength=count).astype(np.float64)


def any_of(group: Integers, count: int, values: Booleans) -> Booleans:
    """Whether any member of each group is marked, (count,)."""
    out = np.zeros(count, dtype=bool)
    out[group[values & (group >= 0)]] = True
    return out
