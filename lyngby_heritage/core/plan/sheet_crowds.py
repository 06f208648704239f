"""Where the numbers of a sheet would run together: houses wall to wall, which get a larger sheet of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats

BESIDE = 2
"""With so many numbered buildings close beside it, a building has no side left for its own number."""


@dataclass(frozen=True)
class Details:
    """When a part of a sheet is drawn larger (data/rules/lokalplan.json): at which scales, how close, how many."""

    scales: tuple[int, ...]
    apart_mm: float
    least: int

    @staticmethod
    def read(described: Mapping[str, Any]) -> Details:
        """The municipality's choice: the entry `details` of the sheets."""
        return Details(tuple(described["scales"]), float(described["apart_mm"]), int(described["least"]))


def crowded(x: Floats, y: Floats, scales: Floats, apart_mm: float) -> Booleans:
    """Which buildings have others so close beside them on paper that a number may seem to be a neighbour's, (n,).

    `x` and `y` are metres, (n,), of the numbered buildings alone; `scales` the denominators at which each is drawn,
    (n,). A building is crowded where the second nearest other is less than `apart_mm` away, and so is one that stands
    so close to a crowded one: the last house of a row belongs to its row.
    """
    near = scales * apart_mm / 1000
    places = shapely.points(x, y)
    # Within a square around each: no library but shapely is needed where plans are put together.
    around = shapely.box(x - near, y - near, x + near, y + near)
    one, other = shapely.STRtree(places).query(around)
    close = (one != other) & (np.hypot(x[one] - x[other], y[one] - y[other]) < near[one])
    one, other = one[close], other[close]
    found: Booleans = np.bincount(one, minlength=len(x)) >= BESIDE
    beside = np.bincount(one, weights=found[other], minlength=len(x)) > 0
    return found | beside
