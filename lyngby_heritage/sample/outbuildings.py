"""Garages, carports, sheds, barns and what else stands in the gardens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from .houses import Frames, Houses
from .tables import Flags, Floats, Integers, Objects
from .town import Town
from .types import weighted

MARGIN = 0.45
"""Metres kept to the boundary."""


@dataclass(frozen=True)
class Outbuildings:
    """The n secondary buildings, by house."""

    house: Integers
    use: Integers
    year: Integers
    wall: Integers
    roof: Integers
    geometry: Objects


def draw_outbuildings(
    town: Town,
    axes: Frames,
    houses: Houses,
    plots: Objects,
    known: dict[str, Any],
    rng: np.random.Generator,
) -> Outbuildings:
    """Place secondary buildings on the plots (polygons, (plots,)) of the houses; what finds no room is left out."""
    kinds, sizes = known["kinds"], known["secondary_sizes"]
    kind = town.plot_kind[houses.plot]
    count = len(houses.plot)
    row = np.arange(count)
    plot = houses.plot
    room_left = houses.left - _left(axes, plot, houses.front)
    room_right = _right(axes, plot, houses.front) - houses.right
    to_left = room_left > room_right
    room = np.maximum(room_left, room_right)
    parking = rng.random(count)
    share = {name: np.array([each["secondary"][name] for each in kinds])[kind] for name in sizes if name[0] != "_"}
    chosen: dict[str, Flags] = {name: rng.random(count) < share[name] for name in share}
    chosen["garage"] = parking < share["garage"]
    chosen["carport"] = ~chosen["garage"] & (parking < share["garage"] + share["carport"])

    parts: list[tuple[Integers, str, Floats]] = []
    for name in share:
        at = row[chosen[name]]
        if not at.size:
            continue
        size = sizes[name]
        wide, long = _between(size["width"], at.size, rng), _between(size["length"], at.size, rng)
        west = to_left[at]
        if name in ("garage", "carport"):
            beside = room[at] > wide + 2 * MARGIN
            ahead = rng.uniform(-1.5 if name == "carport" else 0.0, 4.5, at.size)
            start = np.where(beside, np.maximum(houses.front[at] + ahead, 0.6), houses.rear[at] + 2)
        elif name == "barn":
            wide, long = long, wide
            start = axes.depth[plot[at]] - long - 3
            west = rng.random(at.size) < 0.5
        elif name == "shed":
            west = ~west
            start = axes.depth[plot[at]] - long - MARGIN - rng.uniform(0.2, 2.0, at.size)
        else:
            start = houses.rear[at] + rng.uniform(1.2, 6.0, at.size)
        end = start + long
        low = np.maximum(_left(axes, plot[at], start), _left(axes, plot[at], end)) + MARGIN
        high = np.minimum(_right(axes, plot[at], start), _right(axes, plot[at], end)) - MARGIN - wide
        inner = low + (high - low) * rng.uniform(0.25, 0.75, at.size)
        left = np.where(west, low, high) if name in ("garage", "carport", "shed", "barn") else inner
        fits = (high >= low) & (end <= axes.depth[plot[at]] - 0.3) & (start >= 0.3)
        if name not in ("garage", "carport"):
            fits &= start >= houses.rear[at] + 0.8
        at, left, start, end, wide = at[fits], left[fits], start[fits], end[fits], wide[fits]
        x = np.column_stack([left, left + wide, left + wide, left])
        y = np.column_stack([start, start, end, end])
        parts.append((at, name, axes.place(plot[at], x, y)))

    house = np.concatenate([at for at, _, _ in parts])
    names = np.repeat([name for _, name, _ in parts], [len(at) for at, _, _ in parts])
    geometry = shapely.polygons(np.concatenate([corners for _, _, corners in parts]))
    keep = _without_conflict(geometry, house, houses.geometry, plots[plot])
    house, names, geometry = house[keep], names[keep], geometry[keep]
    order = np.argsort(house, kind="stable")
    house, names, geometry = house[order], names[order], geometry[order]

    use, wall, roof = (np.zeros(len(house), dtype=np.int64) for _ in range(3))
    later = np.zeros(len(house))
    for name in share:
        at = np.flatnonzero(names == name)
        size = sizes[name]
        use[at] = size["use"]
        wall[at], roof[at] = weighted(size["wall"], rng.random(at.size)), weighted(size["roof"], rng.random(at.size))
        later[at] = _between(size["later"], at.size, rng)
    year = np.minimum(np.maximum(houses.year[house], 1850) + later, 2022).astype(np.int64)
    return Outbuildings(house, use, year, wall, roof, geometry)


def over_the_boundary(
    town: Town, axes: Frames, houses: Houses, built: Outbuildings, rng: np.random.Generator
) -> Integers:
    """Move a few garages across the side boundary, in place; their positions. Registers hold about one in a hundred."""
    at = np.flatnonzero(built.use == 910)
    at = np.sort(rng.permutation(at)[: max(1, len(at) // 120)]) if at.size else at
    plot = houses.plot[built.house[at]]
    middle = shapely.get_coordinates(shapely.centroid(built.geometry[at]))
    across = ((middle - axes.origin[plot]) * axes.x[plot]).sum(axis=1)
    away = np.where(across < axes.width[plot] / 2, -1, 1) * rng.uniform(1.0, 1.8, at.size)
    for number, shift in zip(at.tolist(), np.round(axes.x[plot] * away[:, None], 2)):
        coordinates = shapely.get_coordinates(built.geometry[number]) + shift
        built.geometry[number] = shapely.Polygon(np.round(coordinates, 2))
    return at


def _between(limits: list[float], count: int, rng: np.random.Generator) -> Floats:
    low, high = limits
    return rng.uniform(low, high, count)


def _left(axes: Frames, plot: Integers, depth: Floats) -> Floats:
    return axes.left_slope[plot] * depth


def _right(axes: Frames, plot: Integers, depth: Floats) -> Floats:
    return axes.width[plot] + axes.right_slope[plot] * depth


def _without_conflict(geometry: Objects, house: Integers, houses: Objects, plots: Objects) -> Flags:
    """Which outbuildings lie on their plot, clear of the house, and clear of those drawn before them."""
    keep: Flags = shapely.covers(plots[house], geometry) & ~shapely.intersects(houses[house], geometry)
    order = np.argsort(house, kind="stable")
    for step in range(1, 5):
        one, other = order[:-step], order[step:]
        together = house[one] == house[other]
        one, other = one[together], other[together]
        clash = shapely.intersects(geometry[one], geometry[other])
        # The earlier one stays, unless it is gone itself.
        keep[other[clash & keep[one]]] = False
    return keep
