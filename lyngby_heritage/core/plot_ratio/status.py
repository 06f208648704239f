"""Whether a limit is kept.

Exactly at the limit is within it. What is measured on the map may be less in truth, and so may a basement of which
nobody stated how much counts: a limit that is exceeded only if it is not is unknown, not exceeded.
"""

from __future__ import annotations

import numpy as np

from ..neighbourhood import plot_statuses as codes
from .rules import SMALLEST_M2, SMALLEST_SHARE, Booleans, Floats, Integers, known, rule

KEPT, OF_AREA, UNKNOWN, EXCEEDED, NOT_COVERED = range(5)
"""By rising severity, so that the worst of two is the larger; NOT_COVERED is always that of both."""
CODES = (codes.KEPT, codes.OF_AREA, codes.UNKNOWN, codes.EXCEEDED, codes.NOT_COVERED)
"""`status`, `status_procent`, `status_etager`, in the order of the numbers above."""


def ratio_status(
    floor_area: Floats,
    plot_area: Floats,
    limit: Floats,
    *,
    whole_area: Booleans,
    least: Floats,
) -> Integers:
    """Whether the plot ratio keeps its limit, (m,).

    `whole_area` marks limits that are for an area as a whole; `least` is the least that the floor area may be in m².
    """
    allowed = limit / 100 * plot_area
    above = floor_area > allowed + SMALLEST_M2
    surely = least > allowed + SMALLEST_M2
    unknown = ~known(floor_area) | ~known(limit) | (~known(plot_area) & (floor_area > 0))
    return np.select(
        [whole_area & known(limit), unknown, above & surely, above], [OF_AREA, UNKNOWN, EXCEEDED, UNKNOWN], KEPT
    ).astype(np.intp)


def storeys_status(storeys: Floats, some_unknown: Booleans, doubtful: Booleans, limit: Floats) -> Integers:
    """Whether the storeys keep their limit, (m,).

    `some_unknown` marks plots with a main building of unknown height, `doubtful` those whose highest building has a
    basement that may not count.
    """
    above = storeys > limit + SMALLEST_SHARE
    surely = storeys - 1.0 * doubtful > limit + SMALLEST_SHARE
    unknown = ~known(storeys) | ~known(limit)
    return np.select(
        [unknown, above & surely, above, some_unknown], [UNKNOWN, EXCEEDED, UNKNOWN, UNKNOWN], KEPT
    ).astype(np.intp)


def worst(one: Integers, other: Integers) -> Integers:
    """The worse of two statuses, (m,)."""
    return np.maximum(one, other)


def plot_ratio(floor_area: Floats, plot_area: Floats) -> Floats:
    """Floor area in % of the plot area (BR18 § 453); 0 where nothing is built, whatever the plot's size."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(floor_area == 0, 0.0, 100 * floor_area / plot_area)


def changes(before: Integers, after: Integers, bound: Booleans) -> list[str]:
    """`aendring`: what becomes of each plot's status under another limit; `bound` marks limits of a lokalplan."""
    names = {(one, one): "uaendret" for one in range(len(CODES))}
    return [
        "lokalplan" if fixed else names.get((one, other), f"{CODES[one]}_til_{CODES[other]}")
        for one, other, fixed in zip(before.tolist(), after.tolist(), bound.tolist())
    ]


def parcel_scope() -> int:
    """The scope of a ratio that holds for each parcel by itself."""
    scope: int = rule("parcel_scope")
    return scope


def area_scope() -> int:
    """The scope of a ratio that holds for an area as a whole."""
    scope: int = rule("area_scope")
    return scope
