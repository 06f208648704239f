"""How many dwellings BBR registers in a building: 0 on a dwelling is no count, but nobody's answer.

byg024 is 0 on nearly every dwelling of real extracts (766 of 773 houses of use 120, all with a dwelling area). Which
uses are dwellings stands in `data/registers/bbr_rows.json`.
"""

from __future__ import annotations

import numpy as np

from ..common.arrays import Booleans, Floats, among
from ..common.data import load
from .versions import FILE


def is_dwelling(use: Floats) -> Booleans:
    """Which buildings are dwellings by their use, (n,)."""
    return among(use, load(FILE)["dwelling_uses"])


def registered(use: Floats, dwellings: Floats) -> Floats:
    """The number of dwellings of each building, (n,); NaN where it is a dwelling and none are stated."""
    return np.where(is_dwelling(use) & (dwellings == 0), np.nan, dwellings)
