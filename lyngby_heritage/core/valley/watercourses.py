"""Watercourses on the cells of a terrain model: which cells they fill, how they hang together, how high they lie.

A *system* is what is joined: a stream with its tributaries and the lakes that it runs through. Its *stem* is its main
watercourse: the name that is longest in it, or without names its longest course. Everything else in it is a tributary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy import ndimage, sparse
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries
from .raster import burn
from .rules import constant
from .terrain import Floats, Grid, Integers

SHORTEST_BRANCH = 4
"""Cells; shorter leftovers are the thickness of a line that was turned into cells."""


@dataclass(frozen=True)
class Watercourses:
    """Cells of watercourses, as arrays of equal length (n,)."""

    cell: Integers
    """Position of the cell in the raveled grid, rising."""
    level: npt.NDArray[np.float64]
    """Height of the water, metres, evened out along the watercourse."""
    feature: Integers
    """The row of the layer that fills the cell."""
    system: Integers
    """Which system it belongs to, 0 … ."""
    is_stem: npt.NDArray[np.bool_]
    is_area: npt.NDArray[np.bool_]
    """Whether the layer draws the water there as a polygon."""
    stems: tuple[Integers, ...]
    """Of each system the positions, in these arrays, of its stem's cells in order."""
    length: npt.NDArray[np.float64]
    """Of each system the length of its stem, metres."""
    outside: int
    """Watercourses, without the lakes, that lie wholly outside the model."""
    partly: int
    """Those of which a part lies outside the model, or where it has no heights."""


def locate(
    geometries: Geometries,
    names: Sequence[str],
    heights: Floats,
    grid: Grid,
    check: Check = never_cancelled,
    lakes: npt.NDArray[np.bool_] | None = None,
) -> Watercourses:
    """Put watercourses (n,), lines or polygons or None, on the grid; `names` (n,) are blank where unknown.

    `lakes` (n,) marks rows that count only where a watercourse runs through them.
    """
    cells, levels, features, outside, partly = _cells(geometries, heights, grid, check, lakes)
    graph = _joined(cells, features, geometries, names, grid)
    _, system = connected_components(graph, directed=False)
    level = np.full(len(cells), np.nan)
    is_stem = np.zeros(len(cells), dtype=bool)
    stems: list[Integers] = []
    lengths: list[float] = []
    numbers = np.full(len(cells), -1)
    order = np.argsort(system, kind="stable")
    for members in np.split(order, np.flatnonzero(np.diff(system[order])) + 1) if len(order) else ():
        check()
        if np.isnan(levels[members]).all() or (lakes is not None and lakes[features[members]].all()):
            continue
        main = _main_members(members, features, names)
        stem, length = _longest_path(graph, main)
        taken = _with_lakes(graph, stem, members, features, geometries)
        is_stem[taken] = True
        numbers[members] = len(stems)
        stems.append(stem)
        lengths.append(length)
        for chain, along in _chains(graph, members, stem):
            level[chain] = even_out(levels[chain], along, grid.cell)
        _spread(level, members, cells, grid)
    kept = numbers >= 0
    position = np.cumsum(kept) - 1
    return Watercourses(
        cells[kept],
        level[kept],
        features[kept],
        numbers[kept],
        is_stem[kept],
        shapely.get_dimensions(geometries[features[kept]]) == 2,
        tuple(position[stem] for stem in stems),
        np.array(lengths),
        outside,
        partly,
    )


# Which cells ----------------------------------------------------------------------------------------------------------


def _cells(
    geometries: Geometries, heights: Floats, grid: Grid, check: Check, lakes: npt.NDArray[np.bool_] | None
) -> tuple[Integers, npt.NDArray[np.float64], Integers, int, int]:
    """Cells, heights of the bed in them (NaN where unknown), rows; how many watercourses lie outside, and partly so."""
    found_cells: list[Integers] = []
    found_levels: list[npt.NDArray[np.float64]] = []
    found_features: list[Integers] = []
    outside = partly = 0
    known = ~np.isnan(heights)
    filled = _filled(heights, known)
    west, south, east, north = grid.bounds
    for row, geometry in enumerate(geometries):
        if geometry is None:
            continue
        if row % 200 == 0:
            check()
        is_watercourse = lakes is None or not lakes[row]
        parts = [_line_cells(geometry, filled, grid), _polygon_cells(geometry, filled, grid)]
        cells = np.concatenate([part[0] for part in parts])
        levels = np.concatenate([part[1] for part in parts])
        if not len(cells) or not known.ravel()[cells].any():
            outside += is_watercourse
            continue
        bounds = shapely.bounds(geometry)
        beyond = bounds[0] < west or bounds[1] < south or bounds[2] > east or bounds[3] > north
        partly += is_watercourse and bool(beyond or not known.ravel()[cells].all())
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
    inside = _inside(x, y, grid)
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


def _inside(x: Any, y: Any, grid: Grid) -> Any:
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


# How they hang together -----------------------------------------------------------------------------------------------


def _joined(cells: Integers, features: Integers, geometries: Geometries, names: Sequence[str], grid: Grid) -> Any:
    """The graph of the cells: each with its eight neighbours, and ends with what lies a short gap away."""
    columns = grid.shape[1]
    here: list[Integers] = [np.empty(0, dtype=np.intp)]
    there: list[Integers] = [np.empty(0, dtype=np.intp)]
    weight: list[npt.NDArray[np.float64]] = [np.empty(0)]
    column = cells % columns
    for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
        other = cells + down * columns + right
        place = np.minimum(np.searchsorted(cells, other), len(cells) - 1) if len(cells) else np.empty(0, np.intp)
        fits = (column + right >= 0) & (column + right < columns)
        fits &= cells[place] == other if len(cells) else True
        here.append(np.flatnonzero(fits))
        there.append(place[fits])
        weight.append(np.full(int(fits.sum()), float(np.hypot(down * grid.dy, right * grid.dx))))
    shape = (len(cells), len(cells))
    graph = sparse.csr_matrix((np.concatenate(weight), (np.concatenate(here), np.concatenate(there))), shape=shape)
    links = [*_end_links(graph, cells, features, geometries, grid), *_name_links(graph, cells, features, names, grid)]
    if links:
        start, end, gap = zip(*links)
        graph = graph + sparse.csr_matrix((gap, (start, end)), shape=shape)
    return graph.maximum(graph.T).tocsr()


def _centres(cells: Integers, grid: Grid) -> npt.NDArray[np.float64]:
    row, column = np.divmod(cells, grid.shape[1])
    return np.column_stack([column * grid.dx, row * grid.dy])


def _end_links(
    graph: Any, cells: Integers, features: Integers, geometries: Geometries, grid: Grid
) -> Iterator[tuple[int, int, float]]:
    """From each end of a line to the nearest cell of another piece, where the gap is short."""
    count, piece = connected_components(graph, directed=False)
    if count < 2:
        return
    parts = shapely.get_parts(geometries[np.unique(features)])
    lines = parts[shapely.get_dimensions(parts) == 1]
    if not len(lines):
        return
    ends = shapely.get_coordinates(np.concatenate([shapely.get_point(lines, 0), shapely.get_point(lines, -1)]))
    ends = ends[_inside(ends[:, 0], ends[:, 1], grid)]
    centres = _centres(cells, grid)
    row, column = grid.places(ends[:, 0], ends[:, 1])
    tree = cKDTree(centres)
    points = np.column_stack([column * grid.dx, row * grid.dy])
    gap = constant("join_gap_m") + grid.cell
    for point, near in zip(points, tree.query_ball_point(points, gap)):
        if not near:
            continue
        distance = np.hypot(*(centres[near] - point).T)
        own = near[int(np.argmin(distance))]
        others = np.flatnonzero(piece[near] != piece[own])
        if len(others):
            other = others[int(np.argmin(distance[others]))]
            yield own, near[other], float(max(distance[other], grid.cell))


def _name_links(
    graph: Any, cells: Integers, features: Integers, names: Sequence[str], grid: Grid
) -> Iterator[tuple[int, int, float]]:
    """Between pieces of the same name that lie further apart: a lake or a town between them."""
    _, piece = connected_components(graph, directed=False)
    centres = _centres(cells, grid)
    name_of = np.array([names[row] for row in features], dtype=object)
    for name in sorted({one for one in name_of.tolist() if one}):
        mine = np.flatnonzero(name_of == name)
        pieces = np.unique(piece[mine])
        while len(pieces) > 1:
            first = mine[piece[mine] == pieces[0]]
            rest = mine[piece[mine] != pieces[0]]
            distance, nearest = cKDTree(centres[first]).query(centres[rest])
            best = int(np.argmin(distance))
            if distance[best] <= constant("join_named_m"):
                yield int(first[nearest[best]]), int(rest[best]), float(max(distance[best], grid.cell))
            mine, pieces = rest, pieces[1:]


def _main_members(members: Integers, features: Integers, names: Sequence[str]) -> Integers:
    """The cells of the name that fills most cells of a system, all of them where there is no name."""
    name_of = np.array([names[row] for row in features[members]], dtype=object)
    named, count = np.unique(name_of[name_of != ""].astype(str), return_counts=True)
    if not len(named):
        return members
    # A short named brook does not make the long stream without a name its tributary.
    best = int(np.argmax(count))
    return members[name_of == named[best]] if 2 * count[best] >= len(members) else members


def _longest_path(graph: Any, members: Integers) -> tuple[Integers, float]:
    """The cells of the longest course through some cells, in order, and its length in metres."""
    part = graph[members][:, members]
    count, piece = connected_components(part, directed=False)
    if count > 1:
        largest = np.flatnonzero(piece == np.argmax(np.bincount(piece)))
        members, part = members[largest], part[largest][:, largest]
    away = dijkstra(part, directed=False, indices=0)
    start = int(np.argmax(away))
    away, before = dijkstra(part, directed=False, indices=start, return_predecessors=True)
    place = int(np.argmax(away))
    length = float(away[place])
    path = [place]
    while before[place] >= 0:
        place = int(before[place])
        path.append(place)
    return members[np.array(path[::-1], dtype=np.intp)], length


def _with_lakes(graph: Any, stem: Integers, members: Integers, features: Integers, geometries: Geometries) -> Integers:
    """The stem with all cells of the polygons that it runs through."""
    through = np.unique(features[np.union1d(stem, graph[stem].indices)])
    lakes = through[shapely.get_dimensions(geometries[through]) == 2]
    return np.union1d(stem, members[np.isin(features[members], lakes)])


def _chains(graph: Any, members: Integers, stem: Integers) -> Iterator[tuple[Integers, npt.NDArray[np.float64]]]:
    """The courses of a system, the stem first: cells in order, and metres from the first of them."""
    rest = members
    chain = stem
    while True:
        yield chain, _along(graph, chain)
        rest = np.setdiff1d(rest, chain)
        if not len(rest):
            return
        count, piece = connected_components(graph[rest][:, rest], directed=False)
        sizes = np.bincount(piece, minlength=count)
        if sizes.max() < SHORTEST_BRANCH:
            return
        largest = rest[piece == int(np.argmax(sizes))]
        chain, _ = _longest_path(graph, largest)
        if len(chain) < SHORTEST_BRANCH or len(largest) > 4 * len(chain):  # the width of a lake, not a course
            rest = np.setdiff1d(rest, largest)
            if not len(rest):
                return


def _along(graph: Any, chain: Integers) -> npt.NDArray[np.float64]:
    steps = np.asarray(graph[chain[:-1], chain[1:]]).ravel() if len(chain) > 1 else np.empty(0)
    return np.concatenate([[0.0], np.cumsum(steps)])


# How high they lie ----------------------------------------------------------------------------------------------------


def even_out(levels: npt.NDArray[np.float64], along: npt.NDArray[np.float64], cell: float) -> Any:
    """The level of a watercourse from the heights of its bed (n,) at metres (n,) along it.

    Bridges and dams do not lift it, small pits and noise do not show, and it falls all the way, unless that would
    change it much: then the watercourse runs off to both sides of a divide. A steady fall stays as it is.
    """
    known = np.flatnonzero(~np.isnan(levels))
    if not len(known):
        return levels
    even = np.arange(0, along[-1] + cell / 2, cell)
    level = np.interp(even, along[known], levels[known])
    if len(even) >= 3:
        reach = min(len(even) - 1, max(1, round(max(constant("bridge_m"), constant("level_m")) / cell)))
        padded = np.pad(level, reach, mode="reflect", reflect_type="odd")
        for size, smooth in ((constant("bridge_m"), ndimage.grey_opening), (constant("level_m"), _median)):
            padded = smooth(padded, _odd(size / cell, reach))
        level = _falling(padded[reach:-reach])
    return np.interp(along, even, level)


def _median(values: Any, size: int) -> Any:
    return ndimage.median_filter(values, size)


def _odd(cells: float, most: int) -> int:
    return 2 * max(1, min(int(cells / 2), most)) + 1


def _falling(level: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The nearest level that falls or rises all the way, unless that is far from it."""
    candidates = [-rising(-level), rising(level)]
    missed = [float(np.sqrt(np.mean((one - level) ** 2))) for one in candidates]
    best = int(np.argmin(missed))
    return candidates[best] if missed[best] <= constant("monotone_m") else level


def rising(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The values (n,) that never fall and come nearest to these in least squares (pool adjacent violators)."""
    means: list[float] = []
    counts: list[int] = []
    for value in values.tolist():
        mean, count = value, 1
        while means and means[-1] > mean:
            before, size = means.pop(), counts.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        means.append(mean)
        counts.append(count)
    return np.repeat(means, counts)


def _spread(level: npt.NDArray[np.float64], members: Integers, cells: Integers, grid: Grid) -> None:
    """Give cells beside a course (the width of a lake) the level of the nearest cell of one, in place."""
    missing = np.isnan(level[members])
    if not missing.any():
        return
    known = members[~missing]
    _, nearest = cKDTree(_centres(cells[known], grid)).query(_centres(cells[members[missing]], grid))
    level[members[missing]] = level[known[nearest]]
