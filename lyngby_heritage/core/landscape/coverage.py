"""How much of a building or a property each theme covers, and what lies in a theme at all.

The designations of a theme are first made one area, so that nothing is counted twice; that is cut into small pieces, so
that a protection line of ten thousand corners costs no more than a garden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK, in_blocks, is_polygon
from .areas import intersection, polygons_of
from .designations import AREA, NO_GEOMETRY, Places

PIECE_CORNERS = 96
"""Corners of a piece: below this, cutting costs more than it saves."""
EDGE = 0.5
"""Metres: drawn parcels and drawn areas seldom meet exactly, and what lies within this of a boundary is no overlap."""


def pieces_of(areas: Sequence[Any], check: Check = never_cancelled) -> tuple[Geometries, Integers]:
    """Areas cut into polygons of few corners, (k,), and the position in `areas` that each belongs to, (k,)."""
    whole: Geometries = np.empty(len(areas), dtype=object)
    whole[:] = list(areas)
    parts, owner = shapely.get_parts(whole[~shapely.is_missing(whole)], return_index=True)
    owner = np.flatnonzero(~shapely.is_missing(whole))[owner].astype(np.intp)
    done: list[Geometries] = [np.empty(0, dtype=object)]
    owners: list[Integers] = [np.empty(0, dtype=np.intp)]
    while len(parts):
        check()
        small = (shapely.get_num_coordinates(parts) <= PIECE_CORNERS) | (shapely.area(parts) < 1.0)
        done.append(parts[small])
        owners.append(owner[small])
        parts, owner = parts[~small], owner[~small]
        if not len(parts):
            break
        west, south, east, north = shapely.bounds(parts).T
        wide = (east - west) >= (north - south)
        x, y = np.where(wide, (west + east) / 2, east), np.where(wide, north, (south + north) / 2)
        x2, y2 = np.where(wide, (west + east) / 2, west), np.where(wide, south, (south + north) / 2)
        halves = np.concatenate([shapely.box(west, south, x, y), shapely.box(x2, y2, east, north)])
        cut = in_blocks(intersection, np.concatenate([parts, parts]), halves, check=check, result=object, block=500)
        parts, which = polygons_of(cut)
        owner = np.concatenate([owner, owner])[which]
    return np.concatenate(done), np.concatenate(owners)


@dataclass(frozen=True)
class Coverage:
    """What each target has of each theme, (m,) each, sorted by target and theme."""

    target: Integers
    theme: Integers
    area: Floats
    """m² of the target that lie in the theme; NaN where only points or lines of the theme meet it, or the target is
    a point."""
    share: Floats
    """0-1 of the target's area; NaN as above."""
    deep: Booleans
    """Whether the theme reaches farther into the target than EDGE from its boundary."""


def coverage(
    targets: Geometries, areas: Sequence[Any], depth_below: float = 0.0, check: Check = never_cancelled
) -> Coverage:
    """How much of each target the areas of each theme cover. `areas` are as `theme_areas` gives them.

    Of shares below `depth_below` (0-1) it is also asked how far the overlap reaches into the target.
    """
    pieces, theme_of = pieces_of(areas, check)
    themes = len(areas)
    sizes = shapely.area(targets)
    tree = shapely.STRtree(pieces)
    shapely.prepare(pieces)
    keys: list[npt.NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    parts: list[Floats] = [np.empty(0)]
    overlaps: list[Geometries] = [np.empty(0, dtype=object)]
    for start in range(0, len(targets), BLOCK):
        check()
        found, piece = tree.query(targets[start : start + BLOCK])
        target, piece, area, shared = _shared(targets, sizes, pieces, found + start, piece, check)
        keys.append(target.astype(np.int64) * themes + theme_of[piece])
        parts.append(area)
        if depth_below:
            overlaps.append(shared)
    key, group = np.unique(np.concatenate(keys), return_inverse=True)
    total = np.bincount(group, weights=np.concatenate(parts), minlength=len(key)).astype(np.float64)
    target, theme = (key // themes).astype(np.intp), (key % themes).astype(np.intp)
    total = np.where(np.isnan(total), np.nan, np.minimum(total, sizes[target]))  # rounding may leave it a hair above
    with np.errstate(invalid="ignore", divide="ignore"):
        share = total / sizes[target]
    deep = np.zeros(len(key), dtype=np.bool_)
    if depth_below:
        weak = np.flatnonzero((share < depth_below)[group])
        shapes = np.concatenate(overlaps)[weak]
        deep[group[weak][_reaches_in(targets, target[group[weak]], shapes, check)]] = True
    return Coverage(target, theme, total, share, deep)


def _shared(
    targets: Geometries, sizes: Floats, pieces: Geometries, target: Integers, piece: Integers, check: Check
) -> tuple[Integers, Integers, Floats, Geometries]:
    """Of pairs whose boxes meet those that share an area (NaN for a point target), and what they share (or None)."""
    area = np.zeros(len(target))
    shared: Geometries = np.empty(len(target), dtype=object)
    # On one thread: a prepared geometry makes its index when it is first asked, which two may not do at once.
    held = shapely.contains_properly(pieces[piece], targets[target])
    rest = np.flatnonzero(~held)
    rest = rest[shapely.intersects(pieces[piece[rest]], targets[target[rest]])]
    check()
    shared[held] = targets[target[held]]
    area[held] = sizes[target[held]]
    flat = is_polygon(targets)[target]
    cut = rest[flat[rest]]
    shared[cut] = in_blocks(intersection, targets[target[cut]], pieces[piece[cut]], check=check, result=object)
    area[cut] = shapely.area(shared[cut])
    area[rest[~flat[rest]]] = np.nan
    area[held & ~flat] = np.nan
    kept = np.isnan(area) | (area > 0)
    return target[kept], piece[kept], area[kept], shared[kept]


def _reaches_in(targets: Geometries, target: Integers, shared: Geometries, check: Check) -> Booleans:
    """Whether each overlap comes farther into its target than EDGE from the target's boundary."""
    mine, which = np.unique(target, return_inverse=True)
    inner = in_blocks(lambda block: shapely.buffer(block, -EDGE), targets[mine], check=check, result=object)
    meets: Booleans = in_blocks(shapely.intersects, inner[which], shared, check=check)
    return meets


def meeting(
    targets: Geometries, places: Places, chosen: Booleans, edge: float = 0.0, check: Check = never_cancelled
) -> tuple[Integers, Integers]:
    """Pairs (target, theme), each once, where a point or a line of a theme lies on a target.

    A line must come farther in than `edge` metres from the target's boundary: it often runs along it.
    """
    thin = np.flatnonzero(chosen & (places.kind != AREA) & (places.kind != NO_GEOMETRY))
    if not len(thin) or not len(targets):
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    tree = shapely.STRtree(targets)
    which, target = tree.query(places.geometries[thin], predicate="intersects")
    check()
    lines = (shapely.get_dimensions(places.geometries[thin[which]]) == 1) & is_polygon(targets[target])
    if edge and lines.any():
        inner = in_blocks(
            lambda block: shapely.buffer(block, -edge), targets[target[lines]], check=check, result=object
        )
        kept = ~lines
        kept[lines] = shapely.intersects(inner, places.geometries[thin[which[lines]]])
        which, target = which[kept], target[kept]
    pairs = np.unique(np.column_stack([target, places.theme[thin[which]]]), axis=0)
    return pairs[:, 0].astype(np.intp), pairs[:, 1].astype(np.intp)
