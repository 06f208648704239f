"""How high the water of a watercourse lies: the heights of its bed, evened out along it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from .rules import constant


def even_out(levels: npt.NDArray[np.float64], along: npt.NDArray[np.float64], cell: float) -> Any:
    """The level of a watercourse from the heights of its bed (n,) at metres (n,) along it.

    Bridges and dams do not lift it, small pits and noise do not show, and it falls all the way, unless that would
    change it much: then the watercourse runs off to both sides of a divide. A steady fall stays as it is.
    """
    known = np.flatnonzero(~np.isnan(levels))
    if not len(known):
        return levels
    even = np.arange(0, along[-1] + cell / 2, cell)
    level = np.interp(even, along[known], levels[known])
    if len(even) >= 3:
        reach = min(len(even) - 1, max(1, round(max(constant("bridge_m"), constant("level_m")) / cell)))
        padded = np.pad(level, reach, mode="reflect", reflect_type="odd")
        for size, smooth in ((constant("bridge_m"), ndimage.grey_opening), (constant("level_m"), _median)):
            padded = smooth(padded, _odd(size / cell, reach))
        level = _falling(padded[reach:-reach])
    return np.interp(along, even, level)


def _median(values: Any, size: int) -> Any:
    return ndimage.median_filter(values, size)


def _odd(cells: float, most: int) -> int:
    return 2 * max(1, min(int(cells / 2), most)) + 1


def _falling(level: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The nearest level that falls or rises all the way, unless that is far from it."""
    candidates = [-rising(-level), rising(level)]
    missed = [float(np.sqrt(np.mean((one - level) ** 2))) for one in candidates]
    best = int(np.argmin(missed))
    return candidates[best] if missed[best] <= constant("monotone_m") else level


def rising(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The values (n,) that never fall and come nearest to these in least squares (pool adjacent violators)."""
    means: list[float] = []
    counts: list[int] = []
    for value in values.tolist():
        mean, count = value, 1
        while means and means[-1] > mean:
            before, size = means.pop(), counts.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        means.append(mean)
        counts.append(count)
    return np.repeat(means, counts)
