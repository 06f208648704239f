"""The main buildings: one on each built plot, behind the building line, wall to wall where the street is terraced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from .quarters import BOTH, FIRST, LAST
from .tables import Column, Flags, Floats, Integers, Objects, rounded
from .town import Town
from .types import HouseTypes

RECTANGLE, ANGLE, TEE, CHURCH = 0, 1, 2, 3
CHURCH_USE, CHURCH_YEAR = 414, 1180
"""BBR's use of a church, and when the village's was built."""
WING_WIDTH, WING_DEPTH = 0.46, 0.34
"""A wing behind the house, as shares of the house's width and depth."""
AS_ONE = 0.9
"""From this share of houses that follow their street on, the street was built as one scheme."""
DEEPEST_TERRACE = 12.5
"""Metres from the street wall to the garden wall of terraced houses, at most."""
NARROWEST = 4.8
"""Metres: what is narrower is no house."""


@dataclass(frozen=True)
class Frames:
    """Each plot's own axes: x along the street, y away from it, metres from its first corner at the street."""

    origin: Floats
    x: Floats
    y: Floats
    width: Floats
    depth: Floats
    left_slope: Floats
    right_slope: Floats

    def left(self, depth: Floats) -> Floats:
        """Where the first side boundary runs at a distance from the street."""
        return self.left_slope * depth

    def right(self, depth: Floats) -> Floats:
        """Where the other side boundary runs at a distance from the street."""
        return self.width + self.right_slope * depth

    def place(self, rows: Integers, x: Floats, y: Floats) -> Floats:
        """Points given in the axes of plots (n,), x and y (n, points): ground coordinates (n, points, 2)."""
        points = self.origin[rows, None] + x[..., None] * self.x[rows, None] + y[..., None] * self.y[rows, None]
        placed: Floats = np.round(points, 2)
        return placed


@dataclass(frozen=True)
class Houses:
    """The n main buildings, by plot. Lengths in metres in the axes of the plot."""

    plot: Integers
    type: Integers
    use: Integers
    year: Integers
    storeys: Integers
    wall: Integers
    roof: Integers
    left: Floats
    right: Floats
    front: Floats
    rear: Floats
    geometry: Objects


def frames(town: Town) -> Frames:
    """The axes of all plots."""
    f0, f1 = town.nodes[town.front[:, 0]], town.nodes[town.front[:, 1]]
    b0, b1 = town.nodes[town.back[:, 0]], town.nodes[town.back[:, 1]]
    along = f1 - f0
    width = np.hypot(along[:, 0], along[:, 1])
    x = along / width[:, None]
    y = np.column_stack([-x[:, 1], x[:, 0]])
    y *= np.sign(((b0 + b1 - f0 - f1) * y).sum(axis=1))[:, None]
    deep0, deep1 = ((b0 - f0) * y).sum(axis=1), ((b1 - f1) * y).sum(axis=1)
    return Frames(
        origin=f0,
        x=x,
        y=y,
        width=width,
        depth=np.minimum(deep0, deep1),
        left_slope=((b0 - f0) * x).sum(axis=1) / deep0,
        right_slope=((b1 - f1) * x).sum(axis=1) / deep1,
    )


def draw_houses(
    town: Town,
    axes: Frames,
    kinds: list[dict[str, Any]],
    types: HouseTypes,
    empty: Flags,
    church: int,
    rng: np.random.Generator,
) -> Houses:
    """Draw the main buildings of the plots that are not `empty` (plots,); on the plot `church` stands the church."""
    count = town.count
    street_keys, street = np.unique(town.street, return_inverse=True)
    same = _of_kind(kinds, "same")[town.plot_kind]
    draw = np.array([["quarter", "street", "house"].index(kind["draw"]) for kind in kinds])[town.plot_kind]

    def chance(follow: Floats) -> Floats:
        """A chance per plot, which is the street's own with the probability `follow`."""
        own, common = rng.random(count), rng.random(len(street_keys))
        return np.where(rng.random(count) < follow, common[street], own)

    by_cell, by_street = _in_turn(town)[town.cell], rng.random(len(street_keys))[street]
    type_chance = np.choose(draw, [by_cell, by_street, rng.random(count)])
    kind_type = types.start[town.plot_kind] + types.within.pick(town.plot_kind, type_chance)

    exact = draw == 0
    spread = types.last_year[kind_type] - types.first_year[kind_type]
    year = types.first_year[kind_type] + spread * chance(same)
    year += np.where(exact, 0, rng.normal(0, 1.3, count))
    year = np.clip(np.rint(year), types.first_year[kind_type], np.maximum(types.last_year[kind_type], 1745))
    storeys = types.storeys.pick(kind_type, chance(same))
    wall, roof = types.wall.pick(kind_type, chance(same)), types.roof.pick(kind_type, chance(same))
    shape = types.shape.pick(kind_type, rng.random(count))
    deviation = np.where(rng.random(count) < same, 0.25, 1.0) * rng.normal(0, 1, count)
    # Terraces are built as one: their houses are of one size.
    deviation = np.where(same > AS_ONE, 0.0, deviation)
    area = np.maximum(types.area[kind_type] + types.area_spread[kind_type] * deviation, 42)

    rows = int(town.row.max()) + 1
    nearest, farthest = (np.array([kind["setback"][i] for kind in kinds], dtype=float) for i in (0, 1))
    row_chance = rng.random(rows)[town.row]
    own = np.where(same > AS_ONE, 0.0, rng.normal(0, 0.35, count))
    front = nearest[town.plot_kind] + (farthest - nearest)[town.plot_kind] * row_chance
    loose = town.plot_kind == [kind["code"] for kind in kinds].index("landsby")
    front = np.maximum(front + own * np.where(loose, 7, 1), 0.3)

    front = np.minimum(front, axes.depth * 0.35)
    attached = town.adjoins > 0
    closed = np.array([kind["layout"] == "closed" for kind in kinds])[town.plot_kind]
    adjoins = np.where(closed, BOTH, town.adjoins)
    garden = np.array([kind.get("end_garden", 3.4) for kind in kinds])[town.plot_kind]
    typical = np.where(np.isin(adjoins, (FIRST, LAST)), axes.width - garden, axes.width)
    in_row = np.bincount(town.row, typical, rows) / np.bincount(town.row, minlength=rows)
    usual = np.where(same > AS_ONE, in_row[town.row], typical)
    attached = attached | closed

    narrow = np.where(loose, 1.5, 2.5)
    wide = np.sqrt(area * types.ratio[kind_type])
    turned = ~attached & (rng.random(count) < np.where(same < 0.6, 0.25, 0.06))
    wide = np.where(turned, area / wide, wide)
    winged = ~attached & (shape > 0) & (axes.depth > 24) & ~turned
    shape = np.where(winged, shape, RECTANGLE)
    factor = np.where(winged, 1 / np.sqrt(1 + WING_WIDTH * WING_DEPTH), 1.0)
    wide = wide * factor
    deep = np.where(attached, area / np.maximum(usual, 4), area * factor**2 / wide)
    room = (axes.depth - front - 3) / np.where(winged, 1 + WING_DEPTH, 1)
    least = np.full(rows, np.inf)
    np.minimum.at(least, town.row, np.minimum(room, DEEPEST_TERRACE))
    deep = np.minimum(deep, np.where(same > AS_ONE, least[town.row], room))
    rear = front + deep * np.where(winged, 1 + WING_DEPTH, 1)
    low = np.maximum(axes.left(front), axes.left(rear)) + narrow
    high = np.minimum(axes.right(front), axes.right(rear)) - narrow
    wide = np.minimum(wide, high - low)
    left = low + (high - low - wide) * rng.uniform(0.15, 0.85, count)

    here = ~empty & (deep >= NARROWEST) & (attached | (wide >= NARROWEST))
    here[church] = True
    geometry = np.empty(count, dtype=object)
    mirrored = rng.random(count) < 0.5
    for number, outline in ((RECTANGLE, _rectangle), (ANGLE, _angle), (TEE, _tee)):
        at = np.flatnonzero(here & ~attached & (shape == number))
        if at.size:
            x, y = outline(left[at], wide[at], front[at], deep[at], mirrored[at])
            geometry[at] = shapely.polygons(axes.place(at, x, y))
    at = np.flatnonzero(here & attached)
    if at.size:
        geometry[at] = shapely.polygons(_between_walls(town, axes, adjoins, garden, front, deep, at))
    if church >= 0:
        geometry[church] = _church(axes, church)
    at = np.flatnonzero(here)
    at = at[shapely.is_valid(geometry[at])]
    use = types.use[kind_type]
    if church >= 0:
        use[church], year[church], storeys[church], wall[church], roof[church] = CHURCH_USE, CHURCH_YEAR, 1, 1, 5
    return Houses(
        plot=at,
        type=kind_type[at],
        use=use[at],
        year=year[at].astype(np.int64),
        storeys=storeys[at],
        wall=wall[at],
        roof=roof[at],
        left=np.where(attached, 0.0, left)[at],
        right=np.where(attached, axes.width, left + wide)[at],
        front=front[at],
        rear=rear[at],
        geometry=geometry[at],
    )


def _in_turn(town: Town) -> Floats:
    """A chance per cell, spread evenly over the cells of each kind, so that a small town has different schemes too."""
    order = np.argsort(town.kind, kind="stable")
    kinds = town.kind[order]
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.searchsorted(kinds, kinds)
    turn: Floats = (0.3 + rank * (np.sqrt(5) - 1) / 2) % 1
    return turn


def _of_kind(kinds: list[dict[str, Any]], name: str) -> Column:
    return np.array([kind[name] for kind in kinds])


def _rectangle(left: Floats, wide: Floats, front: Floats, deep: Floats, mirrored: Flags) -> tuple[Floats, Floats]:
    right, rear = left + wide, front + deep
    return np.column_stack([left, right, right, left]), np.column_stack([front, front, rear, rear])


def _angle(left: Floats, wide: Floats, front: Floats, deep: Floats, mirrored: Flags) -> tuple[Floats, Floats]:
    right, rear, end = left + wide, front + deep, front + deep * (1 + WING_DEPTH)
    inner = left + wide * WING_WIDTH
    x = np.column_stack([left, right, right, inner, inner, left])
    x = np.where(mirrored[:, None], (left + right)[:, None] - x, x)
    return x, np.column_stack([front, front, rear, rear, end, end])


def _tee(left: Floats, wide: Floats, front: Floats, deep: Floats, mirrored: Flags) -> tuple[Floats, Floats]:
    right, rear, end = left + wide, front + deep, front + deep * (1 + WING_DEPTH)
    west, east = left + wide * (1 - WING_WIDTH) / 2, left + wide * (1 + WING_WIDTH) / 2
    x = np.column_stack([left, right, right, east, east, west, west, left])
    return x, np.column_stack([front, front, rear, rear, end, end, rear, rear])


def _between_walls(
    town: Town, axes: Frames, adjoins: Integers, garden: Floats, front: Floats, deep: Floats, at: Integers
) -> Floats:
    """Houses whose side walls stand in the side boundary, (n, 4, 2): neighbours get the same corners."""
    f0, f1 = town.nodes[town.front[at, 0]], town.nodes[town.front[at, 1]]
    b0, b1 = town.nodes[town.back[at, 0]], town.nodes[town.back[at, 1]]
    near, far = front[at, None], (front + deep)[at, None]
    side0, side1 = _unit(b0 - f0), _unit(b1 - f1)
    left_near, left_far = f0 + side0 * near, f0 + side0 * far
    right_near, right_far = f1 + side1 * near, f1 + side1 * far
    wide = np.maximum(axes.width[at] - garden[at], NARROWEST)[:, None]
    first, last = (adjoins[at] == FIRST)[:, None], (adjoins[at] == LAST)[:, None]
    new_left_near = np.where(first, right_near - axes.x[at] * wide, left_near)
    new_left_far = np.where(first, right_far - axes.x[at] * wide, left_far)
    new_right_near = np.where(last, left_near + axes.x[at] * wide, right_near)
    new_right_far = np.where(last, left_far + axes.x[at] * wide, right_far)
    corners: Floats = np.round(np.stack([new_left_near, new_right_near, new_right_far, new_left_far], axis=1), 2)
    return corners


def _unit(vectors: Floats) -> Floats:
    directions: Floats = vectors / np.hypot(vectors[:, 0], vectors[:, 1])[:, None]
    return directions


def _church(axes: Frames, plot: int) -> Any:
    """A village church: nave, narrower chancel in the east, tower in the west."""
    middle = axes.origin[plot] + axes.x[plot] * axes.width[plot] / 2 + axes.y[plot] * axes.depth[plot] / 2
    scale = min(1.0, float(min(axes.width[plot], axes.depth[plot])) / 34)
    parts = [(-8, 8, 4.6), (8, 14, 3.4), (-14.5, -8, 3.6)]
    boxes = [
        shapely.box(
            middle[0] + west * scale, middle[1] - half * scale, middle[0] + east * scale, middle[1] + half * scale
        )
        for west, east, half in parts
    ]
    return rounded(shapely.union_all(boxes))
