"""Which cells of a terrain model watercourses fill, and how high their bed lies in each."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy import ndimage

from ..common.errors import Check
from ..common.geometry import Geometries
from .raster import burn
from .rules import constant
from .terrain import Floats, Grid, Integers


def watercourse_cells(
    geometries: Geometries, heights: Floats, grid: Grid, check: Check
) -> tuple[Integers, npt.NDArray[np.float64], Integers, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Cells, heights of the bed in them (NaN where unknown), and rows; which rows lie outside, wholly or partly."""
    found_cells: list[Integers] = []
    found_levels: list[npt.NDArray[np.float64]] = []
    found_features: list[Integers] = []
    outside = np.zeros(len(geometries), dtype=bool)
    partly = outside.copy()
    known = ~np.isnan(heights)
    filled = _filled(heights, known)
    west, south, east, north = grid.bounds
    for row, geometry in enumerate(geometries):
        if geometry is None:
            continue
        if row % 200 == 0:
            check()
        parts = [_line_cells(geometry, filled, grid), _polygon_cells(geometry, filled, grid)]
        cells = np.concatenate([part[0] for part in parts])
        levels = np.concatenate([part[1] for part in parts])
        if not len(cells) or not known.ravel()[cells].any():
            outside[row] = True
            continue
        bounds = shapely.bounds(geometry)
        beyond = bounds[0] < west or bounds[1] < south or bounds[2] > east or bounds[3] > north
        partly[row] = beyond or not known.ravel()[cells].all()
        levels[~known.ravel()[cells]] = np.nan
        found_cells.append(cells)
        found_levels.append(levels)
        found_features.append(np.full(len(cells), row))
    if not found_cells:
        empty = np.empty(0, dtype=np.intp)
        return empty, np.empty(0), empty, outside, partly
    cells, levels = np.concatenate(found_cells), np.concatenate(found_levels)
    features: Integers = np.concatenate(found_features)
    # Where two meet, the cell is that of the first, and the bed the lower one.
    unique: Integers
    unique, first, group = np.unique(cells, return_index=True, return_inverse=True)
    lowest = np.full(len(unique), np.inf)
    np.fmin.at(lowest, group, levels)
    lowest[np.isinf(lowest)] = np.nan
    return unique, lowest, features[first], outside, partly


def _filled(heights: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    """Heights with the nearest known one where there is none, so that they can be interpolated anywhere."""
    if known.all() or not known.any():
        return heights
    row, column = ndimage.distance_transform_edt(~known, return_distances=False, return_indices=True)
    filled: Floats = heights[row, column]
    return filled


def _line_cells(geometry: Any, filled: Floats, grid: Grid) -> tuple[Integers, npt.NDArray[np.float64]]:
    """The cells that lines pass; of each the mean height of the bed, looked for across the line."""
    parts = shapely.get_parts(geometry)
    lines = parts[(shapely.get_dimensions(parts) == 1) & (shapely.length(parts) > 0)]
    if not len(lines):
        return np.empty(0, dtype=np.intp), np.empty(0)
    step = min(grid.dx, grid.dy) / 3
    x, y, along_x, along_y = _samples(lines, step)
    inside = on_grid(x, y, grid)
    x, y, along_x, along_y = x[inside], y[inside], along_x[inside], along_y[inside]
    reach = constant("snap_m")
    across = np.linspace(-reach, reach, 2 * int(np.ceil(reach / max(min(grid.dx, grid.dy), reach / 4))) + 1)
    level = np.full(len(x), np.inf)
    for offset in across:
        place = grid.places(x - offset * along_y, y + offset * along_x)
        level = np.minimum(level, ndimage.map_coordinates(filled, place, order=1, mode="nearest"))
    row, column = (np.rint(part).astype(np.intp) for part in grid.places(x, y))
    row, column = np.clip(row, 0, grid.shape[0] - 1), np.clip(column, 0, grid.shape[1] - 1)
    cells, group = np.unique(row * grid.shape[1] + column, return_inverse=True)
    mean = np.bincount(group, level, len(cells)) / np.maximum(np.bincount(group, minlength=len(cells)), 1)
    return cells, mean


def _samples(lines: Geometries, step: float) -> tuple[Any, Any, Any, Any]:
    """Points at most `step` metres apart along lines, and the direction there, four arrays of equal length."""
    points, line = shapely.get_coordinates(lines, return_index=True)
    start, end = points[:-1], points[1:]
    same = line[:-1] == line[1:]
    start, end = start[same], end[same]
    length = np.hypot(*(end - start).T)
    start, end, length = start[length > 0], end[length > 0], length[length > 0]
    count = np.maximum(np.ceil(length / step).astype(np.intp), 1) + 1
    segment = np.repeat(np.arange(len(start)), count)
    place = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    share = (place / (count[segment] - 1))[:, None]
    point = start[segment] + (end - start)[segment] * share
    direction = ((end - start) / length[:, None])[segment]
    return point[:, 0], point[:, 1], direction[:, 0], direction[:, 1]


def on_grid(x: Any, y: Any, grid: Grid) -> Any:
    """Which of the points, two arrays of equal length, lie on the grid."""
    west, south, east, north = grid.bounds
    return (x >= west) & (x <= east) & (y >= south) & (y <= north)


def _polygon_cells(geometry: Any, filled: Floats, grid: Grid) -> tuple[Integers, npt.NDArray[np.float64]]:
    """The cells that polygons touch, and their heights."""
    parts = shapely.get_parts(geometry)
    polygons = parts[shapely.get_dimensions(parts) == 2]
    west, south, east, north = grid.bounds
    polygons = polygons[shapely.intersects(polygons, shapely.box(west, south, east, north))] if len(polygons) else ()
    if not len(polygons):
        return np.empty(0, dtype=np.intp), np.empty(0)
    left, low, right, top = shapely.total_bounds(np.asarray(polygons, dtype=object))
    first_row, last_row = (int(np.clip((north - edge) / grid.dy, 0, grid.shape[0] - 1)) for edge in (top, low))
    first, last = (int(np.clip((edge - west) / grid.dx, 0, grid.shape[1] - 1)) for edge in (left, right))
    window = grid.part(first_row, first, (last_row - first_row + 1, last - first + 1))
    row, column = np.nonzero(burn(polygons, window.placement, window.shape))
    row, column = row + first_row, column + first
    return row * grid.shape[1] + column, filled[row, column].astype(np.float64)
