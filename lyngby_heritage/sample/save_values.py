"""SAVE values as the real register spreads them, over buildings ranked by a drawn quality."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .tables import Floats, Integers

REAL_COUNTS = (241, 1129, 4523, 7476, 11586, 7537, 4147, 697, 103)
"""Buildings with the values 1 to 9: FBB 2024-11, 32 municipalities, 37,439 buildings."""


def real_shares() -> Floats:
    """The share of each value 1–9 among the registered buildings, (9,)."""
    counts = np.array(REAL_COUNTS, dtype=float)
    shares: Floats = counts / counts.sum()
    return shares


def save_values(quality: npt.NDArray[np.float64]) -> Integers:
    """Values 1–9 for buildings (n,) of a drawn quality, best first, in the shares of the real register.

    The values follow the rank, so that the town as a whole has the real distribution whatever its quarters are like.
    """
    count = len(quality)
    values = np.empty(count, dtype=np.int64)
    bounds = np.rint(np.cumsum(real_shares()) * count).astype(int)
    ranked = np.argsort(-quality, kind="stable")
    values[ranked] = np.searchsorted(bounds, np.arange(count), side="right") + 1
    return np.minimum(values, len(REAL_COUNTS))
