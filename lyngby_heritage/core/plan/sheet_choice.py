"""Which sheet of the atlas shows a building best: the one place that chooses among several."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from ..common.arrays import Geometries, Integers
from .sheets import Sheet

NONE = 0
"""The number of the sheet of what no sheet shows."""
EDGE = 0.95
"""What lies farther from the middle than this share of the way to the edge is shown cut: better than nothing only."""


def best_sheet(sheets: Sequence[Sheet], points: Geometries) -> Integers:
    """The sheet that shows each point best, (n,): its number in the atlas from 1, 0 where none shows the point.

    The largest scale wins, among equal scales the sheet in whose middle the point lies most, and among equals the
    first. A sheet that has the point in its outermost twentieth, where the building is likely cut by the edge, or where
    something covers the map, is chosen only where no other shows it. Points without a place (None or empty) are on no
    sheet.
    """
    points = np.array(points, dtype=object)
    points[shapely.is_empty(points)] = None  # GEOS, asked for the x of an empty point, may raise
    x, y = shapely.get_x(points), shapely.get_y(points)
    best = np.full(len(points), NONE, dtype=np.intp)
    cut_of, scale_of, away_of = (np.full(len(points), np.inf) for _ in range(3))
    for place, sheet in enumerate(sheets, start=1):
        west, south, east, north = sheet.bounds
        # 0 in the middle, 1 on the edge; NaN where there is no place, which no comparison holds for.
        away = np.maximum(np.abs(2 * x - west - east) / (east - west), np.abs(2 * y - south - north) / (north - south))
        cut = ((away > EDGE) | (y < sheet.free[1])).astype(np.float64)
        same_cut, same_scale = cut == cut_of, sheet.scale == scale_of
        better = (cut < cut_of) | same_cut & ((sheet.scale < scale_of) | same_scale & (away < away_of))
        better &= away <= 1.0
        best[better] = place
        cut_of[better], scale_of[better], away_of[better] = cut[better], sheet.scale, away[better]
    return best
