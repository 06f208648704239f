"""The form of the ground at the scale of a valley: slope, shoulder, hollows, and what lies between two sides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from .height import block_mean
from .rules import constant
from .terrain import Floats, Grid

Mask = npt.NDArray[np.bool_]


def sigma(metres: float, spacing: float) -> float:
    """The standard deviation in cells that smooths to `metres`, of which the cell itself already does a part."""
    return float(np.sqrt(max(metres**2 - spacing**2 / 12, 0))) / spacing


def smoothed(values: Floats, metres: float, grid: Grid) -> Floats:
    """Values smoothed to a scale in metres, a plane unchanged up to the model's edge; NaN stays where it was."""
    missing = np.isnan(values)
    filled = values
    if missing.any():
        row, column = ndimage.distance_transform_edt(missing, return_distances=False, return_indices=True)
        filled = values[row, column]
    width = [sigma(metres, spacing) for spacing in (grid.dy, grid.dx)]
    margin = [min(int(np.ceil(4 * one)) + 1, size - 1) for one, size in zip(width, values.shape)]
    padded = np.pad(filled, [(one, one) for one in margin], mode="reflect", reflect_type="odd")
    smooth = ndimage.gaussian_filter(padded, width, mode="nearest")
    result: Floats = smooth[margin[0] : margin[0] + values.shape[0], margin[1] : margin[1] + values.shape[1]].copy()
    result[missing] = np.nan
    return result


def slope(heights: Floats, grid: Grid) -> Floats:
    """The slope of smoothed heights as rise over run; 0 where nothing is known."""
    down, right = np.gradient(heights, grid.dy, grid.dx) if min(heights.shape) > 1 else (heights * 0, heights * 0)
    rise: Floats = np.hypot(down, right).astype(np.float32)
    return np.nan_to_num(rise)


def steepness(rise: Floats, least_degrees: float, grid: Grid) -> Floats:
    """The slope as a share of what a side must have here: from 1 it is a side, and the shoulder lies where it passes 1.

    A side is somewhere at least `least_degrees` steep, and ends where the slope has fallen to `shoulder_share` of the
    steepest within `shoulder_reach_m`: there is the break of slope, on a gentle side as on a steep one.
    """
    least = np.tan(np.radians(least_degrees))
    reach = constant("shoulder_reach_m")
    size = [2 * max(1, round(reach / spacing)) + 1 for spacing in (grid.dy, grid.dx)]
    steepest = ndimage.maximum_filter(rise, size)
    end = np.maximum(constant("shoulder_share") * steepest, constant("shoulder_least_share") * least)
    share: Floats = (rise / np.where(steepest >= least, end, least)).astype(np.float32)
    return share


def disk(radius: float, grid: Grid) -> Mask:
    """The cells within `radius` metres of one in their middle."""
    rows, columns = (int(radius / spacing) for spacing in (grid.dy, grid.dx))
    row, column = np.ogrid[-rows : rows + 1, -columns : columns + 1]
    within: Mask = (row * grid.dy) ** 2 + (column * grid.dx) ** 2 <= radius**2
    return within


def _shaped(grid: Grid, mask: Mask) -> Grid:
    return replace(grid, shape=(mask.shape[0], mask.shape[1]))


def coarse_grid(grid: Grid, cell: float) -> tuple[Grid, int]:
    """A grid of whole blocks of cells, about `cell` metres wide, and the blocks' size in cells."""
    factor = max(1, round(cell / grid.cell))
    rows, columns = grid.shape
    shape = (-(-rows // factor), -(-columns // factor))
    return Grid(grid.west, grid.north, grid.dx * factor, grid.dy * factor, shape), factor


def refined(values: Floats, factor: int, grid: Grid) -> Floats:
    """Values of blocks back on the grid they were made from, interpolated."""
    if factor == 1:
        return values
    row = (np.arange(grid.shape[0]) + 0.5) / factor - 0.5
    column = (np.arange(grid.shape[1]) + 0.5) / factor - 0.5
    place = np.meshgrid(row, column, indexing="ij")
    fine: Floats = ndimage.map_coordinates(values, place, order=1, mode="nearest", output=np.float32)
    return fine


def hollow_depth(heights: Floats, width: float, grid: Grid) -> Floats:
    """How deep each cell lies in a hollow of up to `width` metres across, below the ground on either side, metres."""
    coarse, factor = coarse_grid(grid, constant("form_cell_m"))
    ground = block_mean(heights, factor)
    missing = np.isnan(ground)
    ground = np.where(missing, np.nanmin(ground) if (~missing).any() else 0, ground)
    footprint = disk(width / 2, coarse)
    margin = [(min(max(footprint.shape), size - 1),) * 2 for size in ground.shape]
    padded = np.pad(ground, margin, mode="reflect", reflect_type="odd")
    filled = ndimage.grey_closing(padded, footprint=footprint)
    inner = tuple(slice(before, before + size) for (before, _), size in zip(margin, ground.shape))
    depth = np.where(missing, 0, filled[inner] - ground).astype(np.float32)
    return refined(depth, factor, grid)


def between(sides: Mask, width: float, grid: Grid, goes_on: tuple[bool, bool, bool, bool] = (True,) * 4) -> Mask:
    """What lies among sides: no circle of `width` metres that touches none of them reaches it.

    Beyond the edges that `goes_on` names (north, south, west, east) the ground is taken to go on as in a mirror, so
    that a valley may run out of the model.
    """
    coarse, factor = coarse_grid(_shaped(grid, sides), 2 * constant("form_cell_m"))
    there = block_mean(sides.astype(np.float32), factor) > 0
    reach = width / 2
    spacing = (coarse.dy, coarse.dx)
    margin = [int(reach / one) + 2 for one in spacing]
    for axis, cells in enumerate(margin):
        for end, mirrored in enumerate(goes_on[2 * axis : 2 * axis + 2]):
            extent = [(0, 0), (0, 0)]
            extent[axis] = (cells, 0) if end == 0 else (0, cells)
            there = np.pad(there, extent, mode="symmetric") if mirrored else np.pad(there, extent)
    free = ndimage.distance_transform_edt(~there, sampling=spacing) > reach
    if not free.any():
        return np.ones(sides.shape, dtype=bool)
    among = ndimage.distance_transform_edt(~free, sampling=spacing) - reach
    inner = among[margin[0] : among.shape[0] - margin[0], margin[1] : among.shape[1] - margin[1]]
    inside: Mask = refined(inner.astype(np.float32), factor, _shaped(grid, sides)) > 0
    return inside | sides


def near(mask: Mask, distance: float, grid: Grid) -> Mask:
    """The cells within `distance` metres of a mask."""
    if not mask.any():
        return mask.copy()
    reached: Mask = ndimage.distance_transform_edt(~mask, sampling=(grid.dy, grid.dx)) <= distance
    return reached


def closed(mask: Mask, gap: float, grid: Grid) -> Mask:
    """The mask with gaps of up to `gap` metres closed, as if it went on beyond the model's edge as in a mirror."""
    margin = [min(int(gap / spacing) + 2, size) for spacing, size in zip((grid.dy, grid.dx), mask.shape)]
    padded = np.pad(mask, [(one, one) for one in margin], mode="symmetric")
    if not padded.any() or padded.all():
        return mask.copy()
    spacing = (grid.dy, grid.dx)
    beyond = ndimage.distance_transform_edt(~padded, sampling=spacing) > gap / 2
    if not beyond.any():
        return np.ones_like(mask)
    shut = ndimage.distance_transform_edt(~beyond, sampling=spacing) > gap / 2
    inner: Mask = shut[margin[0] : margin[0] + mask.shape[0], margin[1] : margin[1] + mask.shape[1]]
    return inner | mask


def pieces_touching(mask: Mask, seeds: Mask) -> Mask:
    """The connected pieces of a mask that hold a cell of `seeds`."""
    label, count = ndimage.label(mask, np.ones((3, 3)))
    wanted = np.zeros(count + 1, dtype=bool)
    wanted[label[seeds & mask]] = True
    wanted[0] = False
    kept: Mask = wanted[label]
    return kept


def without_holes(mask: Mask, most_ha: float, fillable: Mask, grid: Grid) -> Mask:
    """The mask with enclosed holes of up to `most_ha` filled where `fillable`."""
    label, count = ndimage.label(~mask)
    size: Any = np.bincount(label.ravel(), minlength=count + 1)
    small = size * grid.dx * grid.dy <= most_ha * 10_000
    small[0] = False
    edge = np.unique(np.concatenate([label[0], label[-1], label[:, 0], label[:, -1]]))
    small[edge] = False
    filled: Mask = mask | (small[label] & fillable)
    return filled
