"""Which buildings are churches by BBR's use: they stand apart from what a plan designates, as listed ones do."""

from __future__ import annotations

import numpy as np

from ..common.arrays import Booleans, Floats
from ..common.data import load


def church_rows(use: Floats) -> Booleans:
    """Which of the codes of BBR's use are those of churches, (n,); NaN is none."""
    churches: Booleans = np.isin(use, load("rules/lokalplan.json")["churches"]["uses"])
    return churches
