"""What the core calls its arrays, and the few things that every room does with them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
"""Positions, counts and groups; -1 is none."""
Booleans = npt.NDArray[np.bool_]
Geometries = npt.NDArray[np.object_]
"""Shapely geometries, None where there is none."""


def known(values: Floats) -> Booleans:
    """Which values are known, (n,): unknown is NaN."""
    return ~np.isnan(values)


def among(codes: Floats, listed: Sequence[int]) -> Booleans:
    """Which codes are listed, (n,); an unknown one (NaN) never is."""
    return np.isin(codes, listed)


def sums(group: Integers, count: int, values: Floats | Booleans) -> Floats:
    """The sum of the values of each group, (count,); NaN adds nothing, and group -1 belongs to none."""
    chosen = group >= 0
    weights = np.nan_to_num(np.asarray(values, dtype=np.float64)[chosen])
    return np.bincount(group[chosen], weights=weights, minlength=count).astype(np.float64)


def any_of(group: Integers, count: int, values: Booleans) -> Booleans:
    """Whether any member of each group is marked, (count,); group -1 belongs to none."""
    out = np.zeros(count, dtype=bool)
    out[group[values & (group >= 0)]] = True
    return out
