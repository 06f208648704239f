"""The terrain: a rolling plateau left by the ice, with a flat-floored valley and its side valleys cut into it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from .tables import Floats, Integers
from .town import Town
from .water import Water, side_bend, valley_floor

CELLS_AT_MOST = 4_000_000
CELL_SIZES = (5.0, 8.0, 10.0, 20.0, 25.0, 40.0, 50.0, 100.0)
"""Metres; a kilometre, which the terrain is delivered by, is a whole number of each."""
MARGIN = 150.0
"""Metres of terrain around the town's plan."""
NODATA = -9999.0
PLATEAU, REACH = 31.0, 14.0
"""The plateau's mean height, and how far it can lie above or below, metres."""
WAVES = ((2600, 4.6), (1150, 3.8), (560, 2.2), (270, 0.8), (130, 0.22), (60, 0.05))
"""Wavelength and height in metres of the plateau's undulations, from hills to tussocks."""
STEP = 4
"""Cells between the points at which the smooth map to the plan is worked out; between them it is interpolated."""


@dataclass(frozen=True)
class Terrain:
    """A height model: heights (rows, columns) in metres from the north-west, cell size in metres."""

    heights: npt.NDArray[np.float32]
    west: float
    north: float
    cell: float

    def sample(self, points: Floats) -> Floats:
        """The heights of the cells that hold the points (n, 2)."""
        row, column = self.cells(points)
        found: Floats = self.heights[row, column].astype(np.float64)
        return found

    def cells(self, points: Floats) -> tuple[Integers, Integers]:
        """The rows and columns of the cells that hold the points (n, 2); the nearest ones for points outside."""
        row = np.floor((self.north - points[:, 1]) / self.cell).astype(np.int64)
        column = np.floor((points[:, 0] - self.west) / self.cell).astype(np.int64)
        return np.clip(row, 0, self.heights.shape[0] - 1), np.clip(column, 0, self.heights.shape[1] - 1)


def make_terrain(town: Town, water: Water, rng: np.random.Generator) -> Terrain:
    """Model the terrain of a town and let its streams run downhill in it."""
    west, south, east, north = shapely.total_bounds(town.outlines)
    cell = next(
        size
        for size in CELL_SIZES
        if (east - west + 2 * MARGIN) * (north - south + 2 * MARGIN) / size**2 <= CELLS_AT_MOST
        or size == CELL_SIZES[-1]
    )
    west, south = (np.floor((edge - MARGIN) / cell) * cell for edge in (west, south))
    columns, rows = (int(np.ceil((edge + MARGIN - start) / cell)) for edge, start in ((east, west), (north, south)))
    north = south + rows * cell
    x = west + (np.arange(columns) + 0.5) * cell
    y = north - (np.arange(rows) + 0.5) * cell
    u, v = _plan(town, x, y)
    plateau = _plateau(x, y, rng)
    heights = _valleys(town, water, plateau, u, v)
    terrain = Terrain(heights.astype(np.float32), float(west), float(north), cell)
    _pond(terrain, water)
    streams = [(water.main, water.main_bed)]
    for line in water.sides:
        floor = _falling(terrain.sample(line) - 0.4)
        streams.append((line, floor))
    for line, bed in streams:
        _carve(terrain, line, bed)
    while any(_downhill(terrain, line) for line, _ in streams):
        pass
    return terrain


def _plan(town: Town, x: Floats, y: Floats) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """The plan coordinates of all cells, two arrays (rows, columns)."""
    coarse_x, coarse_y = (np.append(axis[::STEP], axis[-1]) for axis in (x, y))
    grid = np.stack(np.meshgrid(coarse_x, coarse_y), axis=-1)
    plan = town.ground.to_plan(grid)
    at_x, at_y = np.arange(len(x)), np.arange(len(y))
    mark_x, mark_y = np.append(at_x[::STEP], at_x[-1]), np.append(at_y[::STEP], at_y[-1])
    fine = []
    for part in (plan[..., 0], plan[..., 1]):
        wide = np.array([np.interp(at_x, mark_x, row) for row in part], dtype=np.float32)
        low = np.clip(np.searchsorted(mark_y, at_y, side="right") - 1, 0, len(mark_y) - 2)
        share = ((at_y - mark_y[low]) / np.maximum(mark_y[low + 1] - mark_y[low], 1)).astype(np.float32)[:, None]
        fine.append(wide[low] * (1 - share) + wide[low + 1] * share)
    return fine[0], fine[1]


def _plateau(x: Floats, y: Floats, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """Rolling land of 17 to 45 m: waves of falling length in random directions."""
    height = np.full((len(y), len(x)), PLATEAU, dtype=np.float32)
    each = 9
    for length, size in WAVES:
        for _ in range(each):
            heading, phase = rng.uniform(0, 2 * np.pi, 2)
            number = 2 * np.pi / (length * rng.uniform(0.75, 1.3))
            # sin(a + b) = sin a cos b + cos a sin b: rows and columns apart, no sine per cell.
            a = number * np.cos(heading) * (x - x[0]) + phase
            b = number * np.sin(heading) * (y - y[0])
            wave = np.outer(np.cos(b), np.sin(a)) + np.outer(np.sin(b), np.cos(a))
            height += np.float32(size * np.sqrt(2 / each)) * wave.astype(np.float32)
    soft: npt.NDArray[np.float32] = PLATEAU + REACH * np.tanh((height - PLATEAU) / REACH)
    return soft


def _valleys(
    town: Town,
    water: Water,
    plateau: npt.NDArray[np.float32],
    u: npt.NDArray[np.float32],
    v: npt.NDArray[np.float32],
) -> npt.NDArray[np.float32]:
    """The plateau with the valley and its side valleys cut into it."""
    floor = valley_floor(u.astype(np.float64), water.end, water.dam).astype(np.float32)
    offset = v - np.float32(town.ground.valley)
    away = np.abs(offset)
    # Each bank has its own spurs and bays.
    bank = np.where(offset > 0, np.float32(1.7), np.float32(0.0))
    flat = 31 + 9 * np.sin(u / 97 + bank) + 5 * np.sin(u / 37 + 2.3 * bank) + 3 * np.sin(u / 15 + bank)
    edge = 79 + 8 * np.sin(u / 71 + 2 + 3.1 * bank) + 5 * np.sin(u / 29 + bank)
    rise = 0.5 * np.clip(away / flat, 0, 1) ** 2
    height = floor + rise + (plateau - floor - rise) * _ease((away - flat) / (edge - flat))
    for side in water.side_valleys:
        axis = side.head - side.mouth
        length = float(np.hypot(*axis))
        along = ((u - side.mouth[0]) * axis[0] + (v - side.mouth[1]) * axis[1]) / length**2
        near = (along > -0.3) & (along < 1.0) & (offset * np.float32(axis[1]) > 0)
        across = np.abs(
            ((u[near] - side.mouth[0]) * axis[1] - (v[near] - side.mouth[1]) * axis[0]) / length
            - side_bend(along[near], length)
        )
        s = np.clip(along[near], 0, 1).astype(np.float32)
        half = side.mouth_half + (side.head_half - side.mouth_half) * s
        half = half * (0.88 + 0.12 * np.sin(s * length / 21 + side.mouth[0]))
        top, low = plateau[near], floor[near]
        bottom = low + 0.5 + (top - low - 0.5) * s**0.85
        cut = bottom + (top - bottom) * _ease((across - 0.08 * half) / (0.8 * half))
        height[near] = np.minimum(height[near], cut)
    return np.asarray(height, dtype=np.float32)


def _ease(share: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    t = np.clip(share, 0, 1)
    eased: npt.NDArray[np.float32] = t * t * (3 - 2 * t)
    return eased


def _pond(terrain: Terrain, water: Water) -> None:
    """Level water in the mill pond, in place."""
    west, south, east, north = water.pond.bounds
    (top, bottom), (left, right) = terrain.cells(np.array([[west, north], [east, south]]))
    rows, columns = np.mgrid[top : bottom + 1, left : right + 1]
    x = terrain.west + (columns.ravel() + 0.5) * terrain.cell
    y = terrain.north - (rows.ravel() + 0.5) * terrain.cell
    inside = shapely.contains_xy(water.pond, x, y)
    terrain.heights[rows.ravel()[inside], columns.ravel()[inside]] = water.pond_level


def _along(terrain: Terrain, line: Floats) -> tuple[Integers, Integers, Floats]:
    """Every cell that a line passes, in order, however short its way through it; and how far along the line's nodes."""
    scaled = np.column_stack([line[:, 0] - terrain.west, terrain.north - line[:, 1]]) / terrain.cell
    stops = [np.arange(len(line), dtype=np.float64)]
    for axis in (0, 1):
        start, end = scaled[:-1, axis], scaled[1:, axis]
        first = np.ceil(np.minimum(start, end)).astype(np.int64)
        counts = np.maximum(np.floor(np.maximum(start, end)).astype(np.int64) - first + 1, 0)
        segment = np.repeat(np.arange(len(start)), counts)
        border = first[segment] + np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
        moved = end[segment] - start[segment]
        crossing = (border - start[segment]) / np.where(moved == 0, 1, moved)
        stops.append(segment + np.clip(crossing, 0, 1))
    borders = np.unique(np.concatenate(stops))
    # The nodes, and the middles between one border and the next.
    at = np.union1d(stops[0], (borders[:-1] + borders[1:]) / 2)
    node = np.minimum(at.astype(int), len(line) - 2)
    points = line[node] + (line[node + 1] - line[node]) * (at - node)[:, None]
    row, column = terrain.cells(points)
    return row, column, at


def _carve(terrain: Terrain, line: Floats, bed: Floats) -> None:
    """Cut the stream's bed into the cells that it passes, in place."""
    row, column, at = _along(terrain, line)
    depth = np.interp(at, np.arange(len(bed)), bed).astype(np.float32)
    np.minimum.at(terrain.heights, (row, column), depth)


def _downhill(terrain: Terrain, line: Floats) -> bool:
    """Lower cells where the line would run uphill, in place; whether any had to be lowered."""
    row, column, _ = _along(terrain, line)
    before = terrain.heights[row, column]
    np.minimum.at(terrain.heights, (row, column), np.minimum.accumulate(before))
    return bool((terrain.heights[row, column] < before).any())


def _falling(heights: Floats) -> Floats:
    fallen: Floats = np.minimum.accumulate(heights)
    return fallen
