"""The rule: which ground is valley floor, which is side, and which is a side valley.

floor        ground up to `max_height` above the watercourse, in one piece with it, between two sides
side         from the floor up to the shoulder, where the slope breaks to the plateau
side valley  a narrower valley or hollow that opens into the valley
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..common.arrays import connected
from ..common.errors import Check, never_cancelled
from .form import Mask, between, closed, hollow_depth, near, pieces_touching, slope, smoothed, steepness, without_holes
from .height import Above, above_watercourse, basins, climb_free
from .rules import Rules, constant
from .terrain import Floats, Grid, Integers, sea
from .watercourses import Watercourses

HEIGHT_SCALE = 4.0
"""Metres over which heights are evened out before they are compared with the floor's."""
REACH_M = 300.0
"""Metres along the watercourse over which the valley's width is taken."""
CORE_SLACK = 0.05
"""Share of the half-width that a main valley's middle may lie off its usual place."""


@dataclass(frozen=True)
class Valley:
    """What was found, arrays (rows, columns)."""

    floor: Mask
    whole: Mask
    """Floor, sides and side valleys together."""
    side_valley: Mask
    floor_edge: Floats
    """From 1 inside to -1 outside, 0 at the floor's edge to a fraction of a cell."""
    whole_edge: Floats
    """The same for the shoulder."""
    above: Above
    sea: Mask
    known: Mask


def delineate(
    heights: Floats,
    water: Watercourses,
    grid: Grid,
    rules: Rules,
    check: Check = never_cancelled,
    progress: Callable[[float], None] = lambda share: None,
) -> Valley:
    """Find the valleys of watercourses in a terrain model."""
    known = ~np.isnan(heights)
    wet = np.zeros(grid.shape, dtype=bool)
    wet.ravel()[water.cell] = True
    salt = sea(heights, grid, rules.sea_level, wet)
    wet &= ~salt
    basin = basins(heights, water, salt, grid, check)
    progress(0.2)
    even = smoothed(heights, HEIGHT_SCALE, grid)
    above = above_watercourse(even, water, basin, grid, False, check)
    form = smoothed(heights, constant("terrain_scale_m"), grid)
    level = np.append(water.level, np.nan).astype(np.float32)[above.nearest]
    free = climb_free(form - level, basin, wet, check) & known & ~salt
    progress(0.5)
    # The fall of the valley is no part of its cross-section; nor is the step between two watercourses' levels.
    rise = np.minimum(slope(form, grid), slope(form - level, grid))
    steep = steepness(rise, rules.min_slope, grid)
    check()

    low = free & (np.abs(above.height) <= rules.max_height) | (wet & known)
    low = pieces_touching(low, wet)
    sloping = free & (steep >= 1) & (above.height > 0)
    check()
    sides = _sides(sloping, low, above.height, rules, grid)
    check()
    group = _shared_floors(basin, low, len(water.stems))
    among = _confined(np.where(sides, above.height, 0), group, rules, grid, check) | _lakes(water, grid)
    floor = pieces_touching(low & among, wet)
    check()
    hollows = free & (hollow_depth(form, constant("side_valley_width_m"), grid) >= rules.side_depth)
    # Between walls: a broad dip of the plateau has none.
    hollows &= closed(steep >= 1, constant("side_valley_width_m") / 2, grid)
    check()
    whole = _whole(floor, sloping, hollows, above.height, free, rules, grid, check)
    progress(0.8)
    check()
    floor = without_holes(floor, rules.min_area, whole, grid)
    main = _main_valley(whole, water, basin, above, rules, grid, check)
    side_valley, bays = _side_valleys(whole, main, hollows, water, rules, grid)
    whole = main | side_valley | bays
    progress(1.0)
    return Valley(
        floor & whole,
        whole,
        side_valley,
        _edge((rules.max_height - above.height), floor & whole),
        _edge(4 * (steep - 1), whole, steep >= 1),
        above,
        salt,
        known,
    )


def _sides(sloping: Mask, base: Mask, height: Floats, rules: Rules, grid: Grid) -> Mask:
    """The slopes that rise from `base` to at least `min_relief` above the watercourse."""
    if not base.any():
        return base.copy()
    reachable = near(base, rules.max_width / 2, grid) & sloping
    label, count = ndimage.label(reachable, np.ones((3, 3)))
    if not count:
        return reachable
    wanted = np.zeros(count + 1, dtype=bool)
    wanted[label[near(base, constant("foot_gap_m"), grid) & reachable]] = True
    top = np.concatenate([[0], ndimage.maximum(height, label, np.arange(1, count + 1))])
    wanted &= top >= rules.min_relief
    wanted[0] = False
    found: Mask = wanted[label]
    return found


def _confined(height: Floats, group: Any, rules: Rules, grid: Grid, check: Check) -> Mask:
    """What lies among the sides of its own valley: those of a valley beyond the ridge turn away from it.

    `height` is that of the sides above the watercourse, 0 elsewhere. The higher they are, the wider may the valley be.
    """
    ratio = constant("widest_per_height")
    highest = max(rules.max_width / ratio, rules.min_relief * 1.01)
    count = 2 + int(np.log(highest / rules.min_relief) / np.log(1.4))
    among = np.zeros(grid.shape, dtype=bool)
    for number, window in enumerate(ndimage.find_objects(group), start=1):
        if window is None:
            continue
        own = group[window] == number
        rows, columns = window
        goes_on = (rows.start == 0, rows.stop == grid.shape[0], columns.start == 0, columns.stop == grid.shape[1])
        for least in np.geomspace(rules.min_relief, highest, count):
            check()
            sides = (height[window] >= least) & own
            if not sides.any():
                break
            width = min(least * ratio, rules.max_width)
            among[window] |= between(sides, width, grid, goes_on) & own
    return among


def _lakes(water: Watercourses, grid: Grid) -> Mask:
    """The cells of watercourses that are drawn as polygons: water is floor, however wide."""
    lakes = np.zeros(grid.shape, dtype=bool)
    lakes.ravel()[water.cell[water.is_area]] = True
    return lakes


def _borders(basin: Any, within: Mask) -> tuple[Any, Any]:
    """Positions (two arrays) of neighbouring cells within a mask that lie in the basins of two systems."""
    cells = np.arange(basin.size).reshape(basin.shape)
    pairs = []
    for one, other in (
        ((slice(None), slice(0, -1)), (slice(None), slice(1, None))),
        ((slice(0, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        meets = within[one] & within[other] & (basin[one] != basin[other]) & (basin[one] > 0) & (basin[other] > 0)
        pairs.append((cells[one][meets], cells[other][meets]))
    return tuple(np.concatenate(part) for part in zip(*pairs))


def _shared_floors(basin: Any, low: Mask, systems: int) -> Any:
    """Basins with one number where watercourses run in the same floor: their basins meet in it."""
    if systems < 2:
        return basin
    one, other = _borders(basin, low)
    first = connected(systems, basin.ravel()[one] - 1, basin.ravel()[other] - 1)
    group = np.unique(first, return_inverse=True)[1]
    return np.concatenate([[0], group + 1])[basin].astype(np.int32)


def _whole(
    floor: Mask,
    sloping: Mask,
    hollows: Mask,
    height: Floats,
    free: Mask,
    rules: Rules,
    grid: Grid,
    check: Check,
) -> Mask:
    """Floor, sides and hollows that open into them, in one piece, without gaps and noise."""
    sides = _sides(sloping, floor, height, rules, grid)
    valley = floor | sides
    opening = pieces_touching(hollows & near(floor, rules.max_side_length, grid) | valley, valley)
    walls = sloping & near(opening & hollows, constant("side_valley_width_m") / 2, grid)
    grown = pieces_touching(opening | walls, opening)
    check()
    shut = closed(grown, constant("foot_gap_m"), grid) & free
    shut = without_holes(shut, constant("hole_ha"), ~np.isnan(height), grid)
    check()
    thin = constant("thinnest_m") / 2
    solid = near(~near(~shut, thin, grid), thin, grid) & shut if not shut.all() else shut
    return pieces_touching(solid | floor, floor)


# Main valley and side valleys -----------------------------------------------------------------------------------------


def _main_valley(
    whole: Mask, water: Watercourses, basin: Any, above: Above, rules: Rules, grid: Grid, check: Check
) -> Mask:
    """The part of the valley that is as wide as the valley is along its main watercourses.

    It is what circles cover whose radius is at least `core_share` of the valley's half-width there and which lie
    round its main watercourse; what is narrower opens into it from the side.
    """
    if not whole.any() or whole.all():
        return whole.copy()
    spacing = (grid.dy, grid.dx)
    margin = [min(int(rules.max_width / 2 / one) + 1, size) for one, size in zip(spacing, whole.shape)]
    padded = np.pad(whole, [(one, one) for one in margin], mode="symmetric")
    inner = tuple(slice(before, before + size) for before, size in zip(margin, whole.shape))
    inset = ndimage.distance_transform_edt(padded, sampling=spacing)[inner].astype(np.float32)
    stems = _main_stems(whole, water, basin, above, inset, rules, grid)
    check()
    place = np.full(grid.shape, -1, dtype=np.int32)
    place.ravel()[water.cell[stems]] = stems
    away, (row, column) = ndimage.distance_transform_edt(place < 0, sampling=spacing, return_indices=True)
    nearest = place[row, column]
    half, middle = (one[nearest] for one in _cross_sections(inset, away, nearest, whole, water, stems, grid))
    share = constant("core_share")
    core = whole & (inset >= share * half) & (away <= middle + (1 - share + CORE_SLACK) * half)
    core |= place >= 0
    core = pieces_touching(core & whole, place >= 0)
    return _covered(core, np.minimum(inset, half * (1 + CORE_SLACK)), grid, check) & whole


def _side_valleys(
    whole: Mask, main: Mask, hollows: Mask, water: Watercourses, rules: Rules, grid: Grid
) -> tuple[Mask, Mask]:
    """The side valleys, and the bays of the side that are too small or too short to be one.

    A side valley lies in a hollow or along a tributary. Slopes beyond the main valley that do neither belong to the
    hills round it and to no valley.
    """
    beyond = whole & ~main
    tributaries = _tributaries(water, grid)
    followed = near(main, rules.max_side_length, grid) if main.any() else beyond
    followed |= near(tributaries, constant("side_valley_width_m") / 2, grid)
    hollow = near(hollows & beyond | tributaries, constant("side_valley_width_m") / 4, grid)
    label, count = ndimage.label(beyond & hollow & followed, np.ones((3, 3)))
    away = ndimage.distance_transform_edt(~main, sampling=(grid.dy, grid.dx)) if main.any() else np.zeros(grid.shape)
    reach = np.concatenate([[0], np.atleast_1d(ndimage.maximum(away, label, np.arange(1, count + 1)))])
    if not main.any():
        reach[:] = np.inf
    size = np.bincount(label.ravel(), minlength=count + 1)[: count + 1]
    wanted = (size * grid.dx * grid.dy >= rules.min_area * 10_000) & (reach >= constant("side_valley_length_m"))
    wanted[0] = False
    side_valley: Mask = pieces_touching(wanted[label], near(main, 2 * grid.cell, grid)) if main.any() else wanted[label]
    bay = beyond & ~side_valley & near(main, constant("side_valley_length_m"), grid)
    rest, count = ndimage.label(beyond & followed & ~side_valley & ~bay, np.ones((3, 3)))
    size = np.bincount(rest.ravel(), minlength=count + 1)
    mouth = size * grid.dx * grid.dy <= constant("hole_ha") * 10_000
    for neighbour in (side_valley, main | bay):
        touched = np.zeros(count + 1, dtype=bool)
        touched[rest[near(neighbour, 2 * grid.cell, grid)]] = True
        mouth &= touched
    mouth[0] = False
    return side_valley | mouth[rest], bay


def _tributaries(water: Watercourses, grid: Grid) -> Mask:
    tributaries = np.zeros(grid.shape, dtype=bool)
    tributaries.ravel()[water.cell[~water.is_stem]] = True
    return tributaries


def _main_stems(
    whole: Mask, water: Watercourses, basin: Any, above: Above, inset: Floats, rules: Rules, grid: Grid
) -> Integers:
    """The cells of the stems that are main watercourses, not those of side valleys of a longer one.

    A system whose valley opens into that of a longer one, at the level of its own watercourse, is a side valley's when
    its valley is narrower.
    """
    count = len(water.stems)
    positions = np.flatnonzero(water.is_stem)
    if count > 1:
        width = np.zeros(count)
        for system, stem in enumerate(water.stems):
            inside = whole.ravel()[water.cell[stem]]
            width[system] = np.median(inset.ravel()[water.cell[stem[inside]]]) if inside.any() else 0
        subordinate = _opening_into(
            whole, basin, above, water.length, width, constant("core_share"), rules.max_height, count
        )
        positions = positions[~subordinate[water.system[positions]]]
    return positions


def _opening_into(
    whole: Mask, basin: Any, above: Above, length: Any, width: Any, share: float, max_height: float, count: int
) -> Any:
    """Of each system whether its valley opens into the wider valley of a longer one."""
    here, there = _borders(basin, whole)
    system, other = (basin.ravel()[one] - 1 for one in (here, there))
    height = above.height.ravel()[here]
    swap = length[system] > length[other]
    shorter, longer = np.where(swap, other, system), np.where(swap, system, other)
    height = np.where(swap, above.height.ravel()[there], height)
    opens = (height <= max_height) & (width[shorter] < share * width[longer])
    subordinate = np.zeros(count, dtype=bool)
    subordinate[shorter[opens]] = True
    return subordinate


def _cross_sections(
    inset: Floats, away: Any, nearest: Integers, whole: Mask, water: Watercourses, stems: Integers, grid: Grid
) -> tuple[Any, Any]:
    """At each watercourse cell (n,) half the width of the valley and how far its middle lies off, metres.

    Medians along the stem, so that a side valley's mouth does not widen the valley it opens into.
    """
    inside = np.flatnonzero(whole)
    order = np.lexsort((inset.ravel()[inside], nearest.ravel()[inside]))
    inside = inside[order]
    station = nearest.ravel()[inside]
    last = np.flatnonzero(np.append(np.diff(station) > 0, True)) if len(station) else np.empty(0, dtype=np.intp)
    widest = np.full((2, len(water.cell)), np.nan)
    widest[0, station[last]] = inset.ravel()[inside[last]]
    widest[1, station[last]] = away.ravel()[inside[last]]
    even = np.full_like(widest, np.nan)
    main = np.zeros(len(water.cell), dtype=bool)
    main[stems] = True
    window = 2 * max(1, round(REACH_M / grid.cell)) + 1
    for stem in water.stems:
        seen = np.flatnonzero(~np.isnan(widest[0, stem]))
        if not main[stem[0]] or not len(seen):
            continue
        for kind in range(2):
            values = np.interp(np.arange(len(stem)), seen, widest[kind, stem[seen]])
            even[kind, stem] = ndimage.median_filter(values, min(window, 2 * len(stem) + 1), mode="nearest")
    missing, known = np.flatnonzero(np.isnan(even[0])), np.flatnonzero(~np.isnan(even[0]))
    if len(missing) and len(known):
        row, column = np.divmod(water.cell, grid.shape[1])
        points = np.column_stack([row * grid.dy, column * grid.dx])
        _, place = cKDTree(points[known]).query(points[missing])
        even[:, missing] = even[:, known[place]]
    return even[0].astype(np.float32), even[1].astype(np.float32)


def _covered(core: Mask, inset: Floats, grid: Grid, check: Check) -> Mask:
    """What circles round the cells of the core cover, each as large as fits into the valley."""
    covered = core.copy()
    if not core.any():
        return covered
    radius = inset[core]
    steps = np.unique(np.concatenate([np.geomspace(max(float(radius.min()), grid.cell), float(radius.max()), 24)]))
    for low, high in zip(steps[:-1], steps[1:]):
        check()
        ring = core & (inset >= low) & (inset <= high)
        if ring.any():
            away, (row, column) = ndimage.distance_transform_edt(
                ~ring, sampling=(grid.dy, grid.dx), return_indices=True
            )
            covered |= away <= inset[row, column]
    return covered


def _edge(field: Floats, mask: Mask, exact: Mask | None = None) -> Floats:
    """A field that passes 0 where the mask ends: the given one near its own zero, else +1 inside and -1 outside."""
    field = np.nan_to_num(np.clip(field, -1, 1), nan=-1.0)
    inside = field >= 0 if exact is None else exact
    result: Floats = np.where(mask == inside, field, np.where(mask, 1, -1)).astype(np.float32)
    return result if exact is None else np.where(mask & ~exact, 1, result).astype(np.float32)
