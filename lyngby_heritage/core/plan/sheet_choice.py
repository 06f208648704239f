"""Which sheet of the atlas shows a building best: the one place that chooses among several."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from .sheet_cover import boxes_of
from .sheets import Bounds, Sheet

NONE = 0
"""The number of the sheet of what no sheet shows."""
EDGE = 0.95
"""A building without a footprint whose point lies beyond this share of the way to the edge is perhaps cut."""
WHOLE, TOUCHING, CUT, UNSEEN = range(4)


def best_sheet(sheets: Sequence[Sheet], geometries: Geometries, points: Geometries) -> Integers:
    """The sheet that shows each building best, (n,): its number in the atlas from 1, 0 where none shows its point.

    A sheet that shows it whole, with a margin and with nothing over it, wins over one that has it at the very edge, and
    that over one that cuts it; then the largest scale, among equal scales the sheet in whose middle the point lies
    most, and among equals the first. Buildings without a place (None or empty) are on no sheet.
    """
    points = np.array(points, dtype=object)
    points[shapely.is_empty(points)] = None  # GEOS, asked for the x of an empty point, may raise
    x, y = shapely.get_x(points), shapely.get_y(points)
    boxes = boxes_of(geometries, points)
    without = (boxes[:, :2] == boxes[:, 2:]).all(axis=1)
    best = np.full(len(points), NONE, dtype=np.intp)
    seen_of = np.full(len(points), UNSEEN)
    scale_of, away_of = (np.full(len(points), np.inf) for _ in range(2))
    for place, sheet in enumerate(sheets, start=1):
        west, south, east, north = sheet.bounds
        # 0 in the middle, 1 on the edge; NaN where there is no place, which no comparison holds for.
        away = np.maximum(np.abs(2 * x - west - east) / (east - west), np.abs(2 * y - south - north) / (north - south))
        whole = _within(boxes, sheet.free)
        clear = np.where(without, away <= EDGE, _within(boxes, sheet.clear))
        seen = np.select([whole & clear, whole & ~without], [WHOLE, TOUCHING], CUT)
        same_seen, same_scale = seen == seen_of, sheet.scale == scale_of
        better = (seen < seen_of) | same_seen & ((sheet.scale < scale_of) | same_scale & (away < away_of))
        better &= away <= 1.0
        best[better] = place
        seen_of[better], scale_of[better], away_of[better] = seen[better], sheet.scale, away[better]
    return best


def _within(boxes: Floats, bounds: Bounds) -> Booleans:
    """Which boxes lie whole within the bounds, (n,)."""
    low, high = boxes[:, :2] >= bounds[:2], boxes[:, 2:] <= bounds[2:]
    whole: Booleans = low.all(axis=1) & high.all(axis=1)
    return whole
