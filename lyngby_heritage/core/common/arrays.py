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


def connected(count: int, i: Integers, j: Integers) -> Integers:
    """For each of `count` things the smallest one that it hangs together with through the pairs (i, j), (count,).

    Every group that has a smaller neighbour joins the smallest of them, in each round; so there are few rounds, also
    for long chains.
    """
    label: Integers = np.arange(count)
    while True:
        low, high = np.minimum(label[i], label[j]), np.maximum(label[i], label[j])
        apart = low != high
        if not apart.any():
            return label
        i, j = i[apart], j[apart]
        np.minimum.at(label, high[apart], low[apart])
        while (label[label] != label).any():
            label = label[label]
