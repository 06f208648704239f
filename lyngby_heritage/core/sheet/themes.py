"""Which themes hold each property, how much of it, and which lie near: the terms of what a sheet says of landscape.

Whether a theme holds a property is decided by `landscape.membership`, as for tables, annexes and website.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from ..common.arrays import Geometries
from ..common.errors import Check, never_cancelled
from ..landscape.catalogue import PROPOSED, UNKNOWN
from ..landscape.coverage import EDGE
from ..landscape.membership import Counted, properties_held
from ..landscape.rule import MembershipRule
from ..plan.content import Landscape
from .facts import NearTheme

SETTLED = 1
"""Decimals of a distance in metres: outlines are drawn no finer."""


def themes_near(
    properties: Geometries,
    landscape: Landscape,
    described: Mapping[str, tuple[str, str]],
    rule: MembershipRule,
    near: float,
    check: Check = never_cancelled,
) -> list[tuple[NearTheme, ...]]:
    """The themes of each property, (n,): those that hold it, the largest part first, then those within `near` metres.

    `described` has the name and the legal ground of each theme by its code.
    """
    counted = Counted(landscape.places, len(landscape.codes), rule, check)
    held = properties_held(properties, counted)
    of_property: dict[tuple[int, int], tuple[float, float]] = {
        (target, theme): (share, area)
        for target, theme, share, area in zip(
            held.target.tolist(), held.theme.tolist(), held.share.tolist(), held.area.tolist()
        )
    }
    rows = _rows_near(properties, landscape, counted, near, check)
    dimensions = shapely.get_dimensions(landscape.places.geometries)
    found: list[list[NearTheme]] = [[] for _ in range(len(properties))]
    for (target, theme), pairs in rows.items():
        inside = (target, theme) in of_property
        share, area = of_property.get((target, theme), (np.nan, np.nan))
        least = 0.0 if inside else min(one.distance for one in pairs)
        own = _telling(pairs, inside, least)
        name, legal = described.get(landscape.codes[theme], (landscape.codes[theme], ""))
        statuses = {landscape.places.status[row] for row in own}
        found[target].append(
            NearTheme(
                name=name,
                legal=legal,
                areas=_named(landscape.columns["name"], own),
                proposed=statuses == {PROPOSED},
                unknown_status=UNKNOWN in statuses,
                held=inside,
                distance=round(least, SETTLED),
                area=area if inside and area == area else None,
                share=share if inside and share == share else None,
                line=inside and area != area and set(dimensions[own].tolist()) == {1},
            )
        )
    return [
        tuple(sorted(one, key=lambda each: (not each.held, each.distance, -(each.share or 0.0), each.name)))
        for one in found
    ]


class _Pair(NamedTuple):
    """A row of the landscape near a property."""

    row: int
    distance: float
    deep: bool
    """Whether it comes farther in than EDGE, as `properties_held` asks of what is more than a boundary in common."""


def _telling(pairs: Sequence[_Pair], inside: bool, least: float) -> list[int]:
    """The rows that tell of a theme: where it holds the property those that come in, else those `least` m away."""
    closest = [one.row for one in pairs if one.distance <= least] or [pairs[0].row]
    return [one.row for one in pairs if one.deep and inside] or closest


def _rows_near(
    properties: Geometries, landscape: Landscape, counted: Counted, near: float, check: Check
) -> dict[tuple[int, int], list[_Pair]]:
    """The rows of the landscape that count within `near` m of each property: (property, theme) → its pairs."""
    chosen = np.flatnonzero(counted.chosen)
    shapes = landscape.places.geometries[chosen]
    check()
    target, row = shapely.STRtree(shapes).query(properties, predicate="dwithin", distance=near)
    check()
    distance = shapely.distance(properties[target], shapes[row])
    check()
    deep = distance == 0
    deep[deep] = shapely.intersects(shapely.buffer(properties, -EDGE)[target[deep]], shapes[row[deep]])
    row = chosen[row]
    theme = landscape.places.theme[row]
    order = np.lexsort((row, theme, target))
    rows: dict[tuple[int, int], list[_Pair]] = {}
    for one in order.tolist():
        key = (int(target[one]), int(theme[one]))
        rows.setdefault(key, []).append(_Pair(int(row[one]), float(distance[one]), bool(deep[one])))
    return rows


def _named(names: Sequence[str | None], rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(sorted({name for row in rows if (name := names[row])}, key=str.casefold))
