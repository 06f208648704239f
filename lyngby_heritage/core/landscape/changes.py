"""What stays, is new and is gone of each theme against an earlier designation, area by area (M9).

A theme that no layer tells about now is not compared: that nobody gave it does not mean that it is gone. Nor is one
that the earlier plan's file holds nothing of: protected nature is not new because a file left it out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Geometries
from ..common.errors import Check, Note, listed, never_cancelled
from ..common.geometry import MILLIMETRE, on_the_millimetre
from .areas import clipped, polygons_of, union
from .catalogue import Catalogue
from .designations import AREA
from .earlier import Earlier
from .membership import Counted

KEPT, NEW, GONE, UNCOMPARED = "fastholdt", "ny", "udgaaet", "ikke_sammenlignet"


@dataclass(frozen=True)
class Change:
    """The part of a theme that stays, is new or is gone, or a theme of now that cannot be compared."""

    theme: int
    change: str
    geometry: Any
    area: float
    """m²; NaN for points and lines."""
    count: int
    """Points and lines; 0 for an area."""


@dataclass(frozen=True)
class Comparison:
    """What became of an earlier designation."""

    changes: list[Change]
    """By theme, its areas before its points and lines."""
    not_compared: list[int]
    """The themes that no layer tells about now."""
    notes: list[Note]
    not_held: list[int] = field(default_factory=list)
    """The themes of now that the earlier plan's file holds nothing of."""


def compare_designations(
    earlier: Earlier,
    counted: Counted,
    shapes: Geometries,
    told: Collection[int],
    municipality: Any,
    sliver: float,
    catalogue: Catalogue,
) -> Comparison:
    """The changes of every theme that a layer tells about now (`told`).

    `shapes` are the designations of `counted` as they are drawn, (n,). Areas are compared inside `municipality`, or
    everywhere where it is None; strips narrower than `sliver` metres are no change (`compare`).
    """
    there = set(earlier.themes) | set(counted.places.theme.tolist())
    not_compared = sorted(there - set(told))
    before, now = (
        [None if theme in not_compared else _within(area, municipality) for theme, area in enumerate(areas)]
        for areas in (earlier.areas, counted.areas)
    )
    thin = np.flatnonzero(counted.chosen & (counted.places.kind != AREA) & ~shapely.is_missing(shapes))
    single = [(int(counted.places.theme[one]), shapes[one]) for one in thin]
    changes = compare(before, now, sliver, counted.check) + compare_single(
        [one for one in earlier.single if one[0] not in not_compared],
        [one for one in single if one[0] not in not_compared],
        counted.check,
    )
    changes.sort(key=lambda one: (one.theme, one.count > 0))
    changes = [one if one.theme in earlier.in_file else replace(one, change=UNCOMPARED) for one in changes]
    not_held = sorted({one.theme for one in changes if one.change == UNCOMPARED})
    notes = [*earlier.notes, *_not_compared_notes(not_compared, catalogue), *_not_held_notes(not_held, catalogue)]
    return Comparison(changes, not_compared, notes, not_held)


def _within(area: Any, municipality: Any) -> Any:
    """The part of a theme's area that lies in the municipality, or None."""
    return area if area is None or municipality is None else clipped(area, municipality)


def _not_compared_notes(themes: Sequence[int], catalogue: Catalogue) -> list[Note]:
    if not themes:
        return []
    names = [catalogue.themes[one].name for one in themes]
    return [
        Note(
            "{count:theme was|themes were} not compared with the earlier designation, for no layer tells what "
            "{count:=it is|they are} now; "
            "nothing of them is counted as gone: {themes}.",
            {"count": len(names), "themes": listed(names, 30)},
            warning=True,
            danish="{count:tema|temaer} er ikke sammenlignet med den tidligere udpegning, fordi intet lag siger, hvad "
            "{count:=det|de} er "
            "nu; intet af dem er talt som udgået: {themes}.",
        )
    ]


def _not_held_notes(themes: Sequence[int], catalogue: Catalogue) -> list[Note]:
    if not themes:
        return []
    names = [catalogue.themes[one].name for one in themes]
    return [
        Note(
            "{count:theme is|themes are} not compared, for the file of the earlier designation holds nothing of "
            "{count:=it|them}; nothing of {count:=it|them} is counted as new: {themes}.",
            {"count": len(names), "themes": listed(names, 30)},
            warning=True,
            danish="{count:tema|temaer} er ikke sammenlignet, fordi filen med den tidligere udpegning ikke indeholder "
            "noget om "
            "{count:=det|dem}; intet af {count:=det|dem} er talt som nyt: {themes}.",
        )
    ]


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
            for change, shape in _written(((KEPT, kept), (NEW, added), (GONE, gone)))
        ]
    return changes


def _written(parts: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The parts that are something, as they are written."""
    for change, shape in parts:
        if shape is not None and not shape.is_empty:
            yield change, on_the_millimetre(np.array([shape], dtype=object))[0]


def _difference(one: Any, other: Any) -> Any:
    """The polygons of `one` outside `other`, or None."""
    if one is None or other is None:
        return one
    try:
        left = shapely.difference(one, other)
    except shapely.GEOSException:
        left = shapely.difference(one, other, grid_size=MILLIMETRE)
    return _polygonal(left)


def _polygonal(geometry: Any) -> Any:
    if geometry is None or geometry.is_empty:
        return None
    parts, _ = polygons_of(np.array([geometry], dtype=object))
    return union(parts)


def _without_strips(geometry: Any, beside: Any, sliver: float) -> Any:
    """A geometry without the strips narrower than `sliver` that it has along `beside`."""
    if geometry is None or beside is None or sliver <= 0:
        return geometry
    core = shapely.buffer(geometry, -sliver / 2, join_style="mitre")
    grown = shapely.buffer(core, sliver / 2, join_style="mitre")
    rest, _ = polygons_of(np.array([_difference(geometry, grown)], dtype=object))
    # What is thinner than a millimetre is no strip, but what rounding leaves along a border.
    rest = rest[2 * shapely.area(rest) > MILLIMETRE * shapely.length(rest)]
    strips = rest[shapely.dwithin(rest, beside, MILLIMETRE)]
    return _difference(geometry, union(strips)) if len(strips) else geometry


def compare_single(
    before: Sequence[tuple[int, Any]], now: Sequence[tuple[int, Any]], check: Check = never_cancelled
) -> list[Change]:
    """The same for points and lines, drawn as narrow areas: one stays where it meets one of before."""
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
            Change(theme, change, shape, float("nan"), len(shapes))
            for change, shapes in ((KEPT, new[stays]), (NEW, new[~stays]), (GONE, old[lost]))
            for _, shape in _written([(change, union(shapes))])
        ]
    return changes
