"""The figures behind the calculation (`data/rules/plot_ratio.json`), read once."""

from __future__ import annotations

from typing import Any

from ..common.arrays import Booleans, Floats, Integers, among, any_of, known, sums
from ..common.data import cached, load

__all__ = [  # besides what stands here, what its room does with arrays
    "FILE",
    "SMALLEST_M2",
    "SMALLEST_SHARE",
    "Booleans",
    "Floats",
    "Integers",
    "among",
    "any_of",
    "known",
    "rule",
    "sums",
]

FILE = "rules/plot_ratio.json"

SMALLEST_M2 = 1e-4
"""m²: what a sum of areas may differ by from rounding alone. Exactly at the limit is within it."""
SMALLEST_SHARE = 1e-9


@cached
def rule(name: str) -> Any:
    """One entry of the file."""
    return load(FILE)[name]
