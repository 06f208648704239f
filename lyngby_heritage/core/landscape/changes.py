"""What stays, is new and is gone of each theme against an earlier designation, area by area (M9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.geometry import Check, never_cancelled
from .coverage import polygons_of
from .gather import union

KEPT, NEW, GONE = "fastholdt", "ny", "udgaaet"


@dataclass(frozen=True)
class Change:
    """The part of a theme that stays, is new or is gone."""

    theme: int
    change: str
    geometry: Any
    area: float
    """m²; NaN for points and lines."""
    count: int
    """Points and lines; 0 for an area."""


def compare(before: Sequence[Any], now: Sequence[Any], sliver: float, check: Check = never_cancelled) -> list[Change]:
    """The changes of each theme, from its area before and now (None where it has none).

    A strip narrower than `sliver` metres along a boundary that was drawn anew is no change: where it lies inside the
    area of now it counts as kept, where it lies outside it is left out. Kept and new make up the area of now exactly.
    """
    changes = []
    for theme, (old, new) in enumerate(zip(before, now)):
        if old is None and new is None:
            continue
        check()
        added = _without_strips(_difference(new, old), old, sliver)
        check()
        gone = _without_strips(_difference(old, new), new, sliver)
        kept = None if old is None or new is None else _difference(new, added)
        changes += [
            Change(theme, change, shape, float(shape.area), 0)
            for change, shape in ((KEPT, kept), (NEW, added), (GONE, gone))
            if shape is not None and not shape.is_empty
        ]
    return changes


def _difference(one: Any, other: Any) -> Any:
    """The polygons of `one` outside `other`, or None."""
    import shapely

    if one is None or other is None:
        return one
    try:
        left = shapely.difference(one, other)
    except shapely.GEOSException:
        left = shapely.difference(one, other, grid_size=0.001)
    return _polygonal(left)


def _polygonal(geometry: Any) -> Any:
    if geometry is None or geometry.is_empty:
        return None
    parts, _ = polygons_of(np.array([geometry], dtype=object))
    return union(parts)


def _without_strips(geometry: Any, beside: Any, sliver: float) -> Any:
    """A geometry without the strips narrower than `sliver` that it has along `beside`."""
    import shapely

    if geometry is None or beside is None or sliver <= 0:
        return geometry
    core = shapely.buffer(geometry, -sliver / 2, join_style="mitre")
    grown = shapely.buffer(core, sliver / 2, join_style="mitre")
    rest, _ = polygons_of(np.array([_difference(geometry, grown)], dtype=object))
    strips = rest[shapely.dwithin(rest, beside, 0.001)]
    return _difference(geometry, union(strips)) if len(strips) else geometry


def compare_single(
    before: Sequence[tuple[int, Any]], now: Sequence[tuple[int, Any]], check: Check = never_cancelled
) -> list[Change]:
    """The same for points and lines, drawn as narrow areas: one stays where it meets one of before."""
    import shapely

    changes = []
    for theme in sorted({theme for theme, _ in [*before, *now]}):
        check()
        old, new = (
            np.array([shape for one, shape in given if one == theme] + [None], dtype=object)[:-1]
            for given in (before, now)
        )
        still, again = shapely.STRtree(old).query(new, predicate="intersects") if len(old) else ([], [])
        stays = np.isin(np.arange(len(new)), still)
        lost = ~np.isin(np.arange(len(old)), again)
        changes += [
            Change(theme, change, union(shapes), float("nan"), len(shapes))
            for change, shapes in ((KEPT, new[stays]), (NEW, new[~stays]), (GONE, old[lost]))
            if len(shapes)
        ]
    return changes
