"""Watercourses on the cells of a terrain model: how they hang together, and which one is the main one.

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
from scipy import sparse
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries
from .rules import constant
from .terrain import Floats, Grid, Integers
from .water_level import even_out
from .watercourse_cells import on_grid, watercourse_cells

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
    outside: npt.NDArray[np.bool_]
    """(n,) rows given: whether they lie wholly outside the model."""
    partly: npt.NDArray[np.bool_]
    """(n,) whether a part lies outside the model, or where it has no heights."""


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
    cells, levels, features, outside, partly = watercourse_cells(geometries, heights, grid, check)
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
    ends = ends[on_grid(ends[:, 0], ends[:, 1], grid)]
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


def _spread(level: npt.NDArray[np.float64], members: Integers, cells: Integers, grid: Grid) -> None:
    """Give cells beside a course (the width of a lake) the level of the nearest cell of one, in place."""
    missing = np.isnan(level[members])
    if not missing.any():
        return
    known = members[~missing]
    _, nearest = cKDTree(_centres(cells[known], grid)).query(_centres(cells[members[missing]], grid))
    level[members[missing]] = level[known[nearest]]
