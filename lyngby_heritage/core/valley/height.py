"""Height above the watercourse that ground drains to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from ..common.errors import Check, never_cancelled
from .rules import constant
from .terrain import Floats, Grid, Integers
from .watercourses import Watercourses

MOST_LEVELS = 150
LEVEL_STEP = 1.0
"""Metres between the levels at which ground is looked for that can be reached without climbing."""
MOST_FLOODS = 240
FLOOD_STEP = 0.25
"""Metres between the levels that the water rises to where basins are told apart."""
EIGHT = np.ones((3, 3))


@dataclass(frozen=True)
class Above:
    """Heights above the watercourse, arrays (rows, columns)."""

    height: Floats
    """Metres above the nearest point of the system that the cell drains to; NaN where nothing is known."""
    nearest: Integers
    """Position of that point among the cells of the watercourses; -1 where there is none."""


def basins(heights: Floats, water: Watercourses, sea: npt.NDArray[np.bool_], grid: Grid, check: Check) -> Any:
    """The system whose water would reach each cell first if it rose: number + 1; 0 the sea's or none's.

    So a watercourse beyond a ridge counts for nothing on this side, however near it is.
    """
    systems = len(water.stems)
    if systems == 1 and not sea.any():
        return np.ones(grid.shape, dtype=np.int32)
    factor = max(1, round(constant("form_cell_m") / grid.cell))
    coarse = block_mean(heights, factor)
    seeds = np.zeros(coarse.shape, dtype=np.int32)
    row, column = np.divmod(water.cell, grid.shape[1])
    sea_number = systems + 1
    if sea.any():
        seeds[block_mean(sea.astype(np.float32), factor) > 0.5] = sea_number
    seeds[row // factor, column // factor] = water.system + 1
    label = _flood(coarse, seeds, check)
    fine = np.repeat(np.repeat(label, factor, axis=0), factor, axis=1)[: grid.shape[0], : grid.shape[1]].copy()
    cut_off = (fine == 0) & ~np.isnan(heights)  # by a belt without heights: given to what lies nearest
    if cut_off.any() and (fine > 0).any():
        from scipy import ndimage

        near = ndimage.distance_transform_edt(fine == 0, return_distances=False, return_indices=True)
        fine[cut_off] = fine[tuple(near)][cut_off]
    fine[fine == sea_number] = 0
    fine[sea] = 0
    fine[row, column] = water.system + 1
    return fine


def block_mean(values: Floats, factor: int) -> Floats:
    """Means of blocks of `factor` × `factor` cells, of what is known in them; the last row and column as they come."""
    if factor == 1:
        return values
    rows, columns = values.shape
    padded = np.full((-(-rows // factor) * factor, -(-columns // factor) * factor), np.nan, dtype=np.float32)
    padded[:rows, :columns] = values
    blocks = padded.reshape(padded.shape[0] // factor, factor, padded.shape[1] // factor, factor)
    known = ~np.isnan(blocks)
    count = known.sum(axis=(1, 3))
    total = np.where(known, blocks, 0).sum(axis=(1, 3), dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean: Floats = np.where(count > 0, total / count, np.nan).astype(np.float32)
    return mean


def _flood(heights: Floats, seeds: Any, check: Check) -> Any:
    """Let the water rise from the seeds, level by level; each cell gets the number that reaches it first."""
    label = np.zeros(heights.shape, dtype=np.int32)
    lowest, highest = float(np.nanmin(heights)), float(np.nanmax(heights))
    count = int(np.clip(np.ceil((highest - lowest) / FLOOD_STEP), 1, MOST_FLOODS))
    for level in np.linspace(lowest, highest, count + 1)[1:]:
        check()
        under = heights <= level
        label = np.where((label == 0) & under, seeds, label)
        pieces, found = ndimage.label(under & (label == 0), EIGHT)
        if not found:
            continue
        numbers = np.arange(1, found + 1)
        beside = ndimage.maximum_filter(label, 3)
        most = np.asarray(ndimage.maximum(beside, pieces, numbers)).astype(np.int32)
        far = np.iinfo(np.int32).max
        least = np.asarray(
            ndimage.minimum(ndimage.minimum_filter(np.where(label > 0, label, far), 3), pieces, numbers)
        ).astype(np.int32)
        one = np.concatenate([[0], np.where(most == least, most, 0)])
        label += np.where(pieces > 0, one[pieces], 0)
        several = np.concatenate([[False], (most > 0) & (most != least)])[pieces]
        if several.any():
            row, column = ndimage.distance_transform_edt(label == 0, return_distances=False, return_indices=True)
            label = np.where(several, label[row, column], label)
    return label


def above_watercourse(
    heights: Floats, water: Watercourses, basin: Any, grid: Grid, stems_only: bool, check: Check = never_cancelled
) -> Above:
    """Height of each cell above the nearest watercourse of its basin, or above the nearest stem."""
    nearest = np.full(grid.shape, -1, dtype=np.int32)
    taken = np.flatnonzero(water.is_stem) if stems_only else np.arange(len(water.cell))
    place = np.full(grid.shape[0] * grid.shape[1], -1, dtype=np.int32)
    place[water.cell[taken]] = taken
    place = place.reshape(grid.shape)
    for number, window in enumerate(ndimage.find_objects(basin), start=1):
        check()
        if window is None:
            continue
        own = basin[window] == number
        here = np.where(own, place[window], -1)
        if (here < 0).all():
            continue
        row, column = ndimage.distance_transform_edt(
            here < 0, sampling=(grid.dy, grid.dx), return_distances=False, return_indices=True
        )
        nearest[window] = np.where(own, here[row, column], nearest[window])
    level = np.append(water.level, np.nan).astype(np.float32)
    return Above(heights - level[nearest], nearest)


def climb_free(height: Floats, basin: Any, sources: npt.NDArray[np.bool_], check: Check = never_cancelled) -> Any:
    """Which cells can be reached from the watercourse without climbing over a crest and down behind it.

    `height` is that above the watercourse, so that its own fall counts for nothing. A descent of up to
    `climb_tolerance_m` is allowed: no slope is quite even.
    """
    barrier = np.zeros(height.shape, dtype=bool)
    barrier[:, :-1] |= basin[:, :-1] != basin[:, 1:]
    barrier[:-1] |= basin[:-1] != basin[1:]
    barrier |= basin == 0
    barrier &= ~sources
    free = np.zeros(height.shape, dtype=bool)
    known = ~np.isnan(height) & ~barrier
    highest = float(height[known].max(initial=0))
    step = max(LEVEL_STEP, highest / MOST_LEVELS)
    tolerance = constant("climb_tolerance_m")
    for level in np.arange(step, highest + step, step):
        check()
        pieces, count = ndimage.label(known & (height <= level), EIGHT)
        wet = np.zeros(count + 1, dtype=bool)
        wet[pieces[sources]] = True
        wet[0] = False
        floor = level - step - tolerance if level > step else -np.inf
        free |= wet[pieces] & (height > floor)
    # The ridges between basins, a cell wide, belong to what lies beside them.
    return free | (barrier & ndimage.maximum_filter(free, 3))
