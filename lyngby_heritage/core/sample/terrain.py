"""The terrain: a rolling plateau left by the ice, with a flat-floored valley and its side valleys cut into it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from .tables import Floats, Integers
from .town import Town
from .water import Water, valley_floor

CELLS_AT_MOST = 4_000_000
CELL_SIZES = (5.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 30.0, 40.0, 80.0)
MARGIN = 150.0
"""Metres of terrain around the town's plan."""
NODATA = -9999.0
PLATEAU = 30.0
WAVES = ((2600, 4.2), (1150, 3.0), (560, 1.9), (270, 0.9), (130, 0.4), (60, 0.15))
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
        if (east - west + 2 * MARGIN) * (north - south + 2 * MARGIN) / size**2 <= CELLS_AT_MOST or size == CELL_SIZES[-1]
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
    for _ in range(4):
        for line, _bed in streams:
            _downhill(terrain, line)
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
    """Rolling land of 18 to 44 m: waves of falling length in random directions."""
    height = np.full((len(y), len(x)), PLATEAU, dtype=np.float32)
    each = 5
    for length, size in WAVES:
        for _ in range(each):
            heading, phase = rng.uniform(0, 2 * np.pi, 2)
            number = 2 * np.pi / (length * rng.uniform(0.75, 1.3))
            # sin(a + b) = sin a cos b + cos a sin b: rows and columns apart, no sine per cell.
            a = number * np.cos(heading) * (x - x[0]) + phase
            b = number * np.sin(heading) * (y - y[0])
            wave = np.outer(np.cos(b), np.sin(a)) + np.outer(np.sin(b), np.cos(a))
            height += np.float32(size * np.sqrt(2 / each)) * wave.astype(np.float32)
    return np.clip(height, 18, 44)


def _valleys(
    town: Town,
    water: Water,
    plateau: npt.NDArray[np.float32],
    u: npt.NDArray[np.float32],
    v: npt.NDArray[np.float32],
) -> npt.NDArray[np.float32]:
    """The plateau with the valley and its side valleys cut into it."""
    floor = valley_floor(u.astype(np.float64), water.end, water.dam).astype(np.float32)
    away = np.abs(v - np.float32(town.ground.valley))
    flat = 36 + 7 * np.sin(2 * np.pi * u / 530) + 4 * np.sin(2 * np.pi * u / 210)
    edge = 90 + 5 * np.sin(2 * np.pi * u / 340 + 1)
    rise = 0.35 * np.clip(away / flat, 0, 1) ** 2
    height = floor + rise + (plateau - floor - rise) * _ease((away - flat) / (edge - flat))
    for side in water.side_valleys:
        axis = side.head - side.mouth
        length = float(np.hypot(*axis))
        along = ((u - side.mouth[0]) * axis[0] + (v - side.mouth[1]) * axis[1]) / length**2
        near = (along > -0.3) & (along < 1.0)
        across = np.abs((u[near] - side.mouth[0]) * axis[1] - (v[near] - side.mouth[1]) * axis[0]) / length
        s = np.clip(along[near], 0, 1)
        half = side.mouth_half + (side.head_half - side.mouth_half) * s
        top, low = plateau[near], floor[near]
        bottom = low + 0.5 + (top - low - 0.5) * s**1.25
        cut = bottom + (top - bottom) * _ease((across - 0.1 * half) / (0.88 * half))
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
    """The cells that a line passes, in order, and how far along the line's nodes each is met."""
    step = np.hypot(*np.diff(line, axis=0).T)
    parts = np.maximum(1, np.ceil(step / (terrain.cell / 3))).astype(int)
    start = np.repeat(np.arange(len(step)), parts)
    share = (np.arange(len(start)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[start]
    at = np.append(start + share, len(step))
    node = np.minimum(at.astype(int), len(line) - 2)
    points = line[node] + (line[node + 1] - line[node]) * (at - node)[:, None]
    row, column = terrain.cells(points)
    return row, column, at


def _carve(terrain: Terrain, line: Floats, bed: Floats) -> None:
    """Cut the stream's bed into the cells that it passes, in place."""
    row, column, at = _along(terrain, line)
    depth = np.interp(at, np.arange(len(bed)), bed).astype(np.float32)
    np.minimum.at(terrain.heights, (row, column), depth)


def _downhill(terrain: Terrain, line: Floats) -> None:
    """Lower cells where the line would run uphill, in place."""
    row, column, _ = _along(terrain, line)
    terrain.heights[row, column] = np.minimum(
        terrain.heights[row, column], np.minimum.accumulate(terrain.heights[row, column])
    )


def _falling(heights: Floats) -> Floats:
    fallen: Floats = np.minimum.accumulate(heights)
    return fallen


