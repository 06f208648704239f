"""Outlines of the parts of a valley as polygons: smooth at the scale of a map, side by side without gaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy import ndimage

from ..common.geometry import Geometries, on_the_millimetre
from .delineation import Valley
from .form import sigma
from .raster import burn
from .rules import Rules, constant
from .terrain import Floats, Grid
from .watercourses import Watercourses

FLOOR, SIDE, SIDE_VALLEY = "dalbund", "dalside", "sidedal"
PARTS = (FLOOR, SIDE, SIDE_VALLEY)

FINEST = 6.0
"""Metres; fields of larger cells are drawn through finer points, so that an outline bends and has no corners."""
SNAP = 0.01
HAIR = 0.02
"""Metres: a corner no farther than this from a straight border is none; it comes of rounding to `SNAP`."""
"""Metres that coordinates are rounded to."""
SPECK = 100.0
"""m²; a gap between parts that is smaller is no hole in the valley."""


@dataclass(frozen=True)
class Part:
    """A polygon of the valley: its code, the watercourse's name or "", and the polygon."""

    code: str
    name: str
    polygon: Any

    @property
    def area_ha(self) -> float:
        """Its area in ha, to a hundredth."""
        return round(float(self.polygon.area) / 10_000, 2)


def parts(valley: Valley, water: Watercourses, names: Sequence[str], grid: Grid, rules: Rules) -> list[Part]:
    """The polygons of a valley, floors first; of each kind the largest first, equal ones from north to south."""
    whole = _polygons(_drawn(valley.whole_edge, valley.known & ~valley.sea, grid), grid)
    floor = _polygons(_drawn(valley.floor_edge, valley.known & ~valley.sea, grid), grid)
    side_valley = _polygons(_drawn(np.where(valley.side_valley, 1, -1), valley.known & ~valley.sea, grid), grid)
    divided = _divided(whole, floor, side_valley, rules)
    named = _naming(valley, water, names, grid)
    found = [Part(code, named(code, polygon), polygon) for code, polygon in divided]
    return sorted(found, key=_order)


def _order(part: Part) -> tuple[int, float, float, float]:
    west, south, _, _ = part.polygon.bounds
    return PARTS.index(part.code), -part.area_ha, -south, west


# Outlines of a field --------------------------------------------------------------------------------------------------


def _drawn(field: Any, known: npt.NDArray[np.bool_], grid: Grid) -> tuple[Floats, int]:
    """A field of +1 inside and -1 outside, rounded to the scale of the outline, and how much finer its cells are."""
    width = [sigma(constant("outline_m"), spacing) for spacing in (grid.dy, grid.dx)]
    smooth = ndimage.gaussian_filter(field.astype(np.float32), width, mode="nearest")
    finer = max(1, int(np.ceil(grid.cell / FINEST)))
    if finer > 1:
        smooth = ndimage.zoom(smooth, finer, order=3, mode="nearest", grid_mode=True)
        known = np.repeat(np.repeat(known, finer, axis=0), finer, axis=1)
    return np.where(known, smooth, -1).astype(np.float32), finer


def _polygons(drawn: tuple[Floats, int], grid: Grid) -> Any:
    """What lies inside the zero line of a field, as one (multi)polygon with few corners."""
    field, finer = drawn
    lines = zero_line(np.pad(field, 1, constant_values=-1.0))
    if not len(lines):
        return shapely.MultiPolygon()
    row, column = lines[..., 0] - 1, lines[..., 1] - 1
    x = grid.west + (column + 0.5) * grid.dx / finer
    y = grid.north - (row + 0.5) * grid.dy / finer
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(np.stack([x, y], axis=-1))))
    rings = shapely.get_parts(merged)
    rings = simplified(rings[shapely.is_closed(rings)], constant("simplify_m"))
    rings = rings[shapely.get_num_coordinates(rings) >= 4]
    faces = shapely.polygons(shapely.linearrings(shapely.get_coordinates(rings), indices=_ring_of(rings)))
    return _even_odd(shapely.make_valid(faces))


def simplified(rings: Geometries, tolerance: float) -> Geometries:
    """Closed lines with fewer corners, none farther than `tolerance` metres from where the line was.

    Each is cut at its south-westernmost corner and at the corner farthest from there, and simplified between them:
    which corner a closed line is taken to begin with differs between versions of GEOS, and so would the result.
    """
    if not len(rings):
        return rings
    count = shapely.get_num_coordinates(rings) - 1
    ring = np.repeat(np.arange(len(rings)), count)
    start = np.cumsum(count) - count
    every, of = shapely.get_coordinates(rings, return_index=True)
    last = np.cumsum(count + 1) - 1
    corner = np.delete(every, last, axis=0)
    first = np.lexsort((corner[:, 1], corner[:, 0], ring))[start]
    place = (np.arange(len(corner)) - first[ring]) % count[ring]
    order = np.lexsort((place, ring))
    corner = corner[order]
    away = np.hypot(*(corner - corner[start[ring]]).T)
    middle = np.lexsort((np.arange(len(corner)), -away, ring))[start] - start
    # Each ring as two lines: up to the farthest corner, and from there back to the first.
    there = place[order] <= middle[ring]
    back = place[order] >= middle[ring]
    corners = np.concatenate([corner[there], corner[back], corner[start]])
    line = np.concatenate([2 * ring[there], 2 * ring[back] + 1, 2 * np.arange(len(rings)) + 1])
    turn = np.argsort(line, kind="stable")
    lines = shapely.linestrings(corners[turn], indices=line[turn])
    lines = shapely.simplify(lines, tolerance, preserve_topology=False)
    kept, of = shapely.get_coordinates(lines, return_index=True)
    doubled = np.flatnonzero((of[1:] % 2 == 1) & (of[1:] != of[:-1])) + 1
    out: Geometries = shapely.linestrings(np.delete(kept, doubled, axis=0), indices=np.delete(of, doubled) // 2)
    return out


def _ring_of(rings: Geometries) -> Any:
    return np.repeat(np.arange(len(rings)), shapely.get_num_coordinates(rings))


def _even_odd(faces: Geometries) -> Any:
    """Rings as polygons with holes: what lies in an odd number of them."""
    faces = faces[np.argsort(-shapely.area(faces), kind="stable")]
    corner = shapely.points(shapely.get_coordinates(faces)[np.cumsum(shapely.get_num_coordinates(faces)) - 1])
    inner, outer = shapely.STRtree(faces).query(corner, predicate="within")
    depth = np.bincount(inner[inner != outer], minlength=len(faces))
    polygons = []
    for place in np.flatnonzero(depth % 2 == 0):
        holes = inner[(outer == place) & (depth[inner] == depth[place] + 1)]
        polygons.append(shapely.difference(faces[place], shapely.union_all(faces[holes])))
    return shapely.union_all(polygons)


def zero_line(field: Floats) -> npt.NDArray[np.float64]:
    """Pieces (n, 2 ends, 2) of the line on which a field is 0, as rows and columns (marching squares).

    Where two corners that lie across are inside and the two others outside, the mean of the four decides.
    """
    above = field > 0
    corner = above[:-1, :-1], above[:-1, 1:], above[1:, 1:], above[1:, :-1]
    case = corner[0] + 2 * corner[1] + 4 * corner[2] + 8 * corner[3]
    row, column = np.nonzero((case > 0) & (case < 15))
    case = case[row, column]
    value = [field[row, column], field[row, column + 1], field[row + 1, column + 1], field[row + 1, column]]
    mean = sum(one.astype(np.float64) for one in value) / 4
    # The two saddles, told apart by their middle, are cases of their own.
    case = np.where((case == 5) & (mean > 0), 16, np.where((case == 10) & (mean > 0), 17, case))

    def share(one: Any, other: Any) -> Any:
        one, other = one.astype(np.float64), other.astype(np.float64)
        with np.errstate(invalid="ignore", divide="ignore"):
            # Off the corners, so that a piece of the line never ends where four cells meet.
            return np.clip(np.where(one == other, 0.5, one / (one - other)), 0.001, 0.999)

    edges = np.empty((len(row), 4, 2))
    edges[:, 0] = np.column_stack([row, column + share(value[0], value[1])])  # north
    edges[:, 1] = np.column_stack([row + share(value[1], value[2]), column + 1])  # east
    edges[:, 2] = np.column_stack([row + 1, column + share(value[3], value[2])])  # south
    edges[:, 3] = np.column_stack([row + share(value[0], value[3]), column])  # west
    pieces = [np.empty((0, 2, 2))]
    for number, joined in _JOINED.items():
        here = edges[case == number]
        pieces += [here[:, list(pair)] for pair in joined]
    found: npt.NDArray[np.float64] = np.concatenate(pieces)
    return found


_JOINED: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),),
    2: ((0, 1),),
    3: ((3, 1),),
    4: ((1, 2),),
    5: ((3, 0), (1, 2)),
    6: ((0, 2),),
    7: ((3, 2),),
    8: ((2, 3),),
    9: ((0, 2),),
    10: ((0, 1), (2, 3)),
    11: ((1, 2),),
    12: ((1, 3),),
    13: ((0, 1),),
    14: ((3, 0),),
    16: ((0, 1), (2, 3)),
    17: ((3, 0), (1, 2)),
}
"""Of each case the edges (0 north, 1 east, 2 south, 3 west) that a piece of the line joins."""


# Parts side by side ---------------------------------------------------------------------------------------------------


def _divided(whole: Any, floor: Any, side_valley: Any, rules: Rules) -> list[tuple[str, Any]]:
    """The whole as polygons with a code each, without strips and specks; they share their borders exactly."""
    side_valley = _solid(shapely.intersection(whole, side_valley))
    floor = _solid(shapely.difference(shapely.intersection(whole, floor), side_valley))
    side = _solid(shapely.difference(shapely.difference(whole, side_valley), floor))
    rest = shapely.difference(whole, shapely.union_all([side_valley, floor, side], grid_size=SNAP), grid_size=SNAP)
    pieces = [
        (code, one)
        for code, shape in ((FLOOR, floor), (SIDE, side), (SIDE_VALLEY, side_valley))
        for one in _polygons_of(shape)
    ]
    least = rules.min_area * 10_000
    kept = [(code, one) for code, one in pieces if one.area >= least]
    small = [one for _, one in pieces if one.area < least] + list(_polygons_of(rest))
    return _absorbed(kept, small)


def _solid(shape: Any) -> Any:
    """A shape without the strips that are too thin to be drawn."""
    half = constant("thinnest_m") / 2
    core = shapely.buffer(shapely.buffer(shape, -half, join_style="mitre"), half, join_style="mitre", mitre_limit=2.0)
    return shapely.intersection(core, shape)


def _polygons_of(shape: Any) -> Geometries:
    found = shapely.get_parts(shape)
    polygons: Geometries = found[(shapely.get_dimensions(found) == 2) & (shapely.area(found) > 0)]
    return polygons


def _absorbed(kept: list[tuple[str, Any]], small: list[Any]) -> list[tuple[str, Any]]:
    """Give each small piece to the part that it shares most of its border with; those that touch none are left out."""
    codes = [code for code, _ in kept]
    shapes = np.array([one for _, one in kept], dtype=object)
    waiting = sorted(small, key=lambda one: -one.area)
    while waiting and len(shapes):
        tree = shapely.STRtree(shapes)
        given: dict[int, list[Any]] = {}
        left = []
        for one in waiting:
            near = np.sort(tree.query(one, predicate="dwithin", distance=2 * SNAP))
            rim = shapely.buffer(one, 2 * SNAP)
            shared = [shapely.area(shapely.intersection(rim, shapes[place])) for place in near]
            if len(near) and max(shared) > 0:
                given.setdefault(int(near[int(np.argmax(shared))]), []).append(one)
            else:
                left.append(one)
        if not given:
            break
        for place, pieces in given.items():
            shapes[place] = shapely.union_all([shapes[place], *pieces], grid_size=SNAP)
        waiting = left
    return [(codes[place], one) for place, shape in enumerate(_fitted(shapes)) for one in _polygons_of(shape)]


def _fitted(shapes: Geometries) -> list[Any]:
    """Polygons side by side with every point of a common border in both, on a grid of `SNAP` metres.

    Each was rounded by itself, so that they may overlap or gape by a hair: the borders are noded together, and each
    face between them goes to the shape it lies in, or beside.
    """
    if not len(shapes):
        return []
    borders = shapely.union_all(shapely.boundary(shapes), grid_size=SNAP)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(borders)))
    owner = _owners(faces, shapes)
    tree = shapely.STRtree(shapes)
    for place in np.flatnonzero((owner < 0) & (shapely.area(faces) < SPECK)):
        owner[place] = tree.nearest(faces[place])
    joined = [shapely.coverage_union_all(faces[owner == place]) for place in range(len(shapes))]
    return _with_plain_borders(np.array(joined, dtype=object))


def _owners(faces: Geometries, shapes: Geometries) -> npt.NDArray[np.intp]:
    """The shape that each face lies in, -1 for none."""
    owner = np.full(len(faces), -1)
    face, shape = shapely.STRtree(shapes).query(shapely.point_on_surface(faces), predicate="within")
    owner[face[::-1]] = shape[::-1]
    return owner


def _with_plain_borders(shapes: Geometries) -> list[Any]:
    """Shapes side by side without the corners that lie on a straight border, which versions of GEOS leave or not."""
    edges = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(shapes))))
    closed = shapely.is_closed(edges)
    edges[closed] = simplified(edges[closed], HAIR)
    edges[~closed] = shapely.simplify(edges[~closed], HAIR, preserve_topology=False)
    faces = shapely.get_parts(shapely.polygonize(edges))
    owner = _owners(faces, shapes)
    found = on_the_millimetre(np.array([shapely.union_all(faces[owner == place]) for place in range(len(shapes))]))
    return list(found)


# Names ----------------------------------------------------------------------------------------------------------------


def _naming(valley: Valley, water: Watercourses, names: Sequence[str], grid: Grid) -> Callable[[str, Any], str]:
    """A function that gives a part the name of its watercourse: the nearest one's of most of its cells.

    A side valley has the name of the tributary in it.
    """
    known = np.array([*names, ""], dtype=object)
    nearest = np.append(water.feature, len(names))[valley.above.nearest]
    tributary = np.zeros(grid.shape, dtype=bool)
    tributary.ravel()[water.cell] = True

    def commonest(features: Any) -> str:
        found = known[features]
        found, count = np.unique(found[found != ""].astype(str), return_counts=True)
        return str(found[np.argmax(count)]) if len(found) else ""

    def name(code: str, polygon: Any) -> str:
        west, south, east, north = polygon.bounds
        top, left = int((grid.north - north) / grid.dy), int((west - grid.west) / grid.dx)
        bottom = int(np.ceil((grid.north - south) / grid.dy)) + 1
        right = int(np.ceil((east - grid.west) / grid.dx)) + 1
        window = slice(max(top, 0), bottom), slice(max(left, 0), right)
        part = nearest[window]
        shape = part.shape[0], part.shape[1]
        inside = burn([polygon], grid.part(window[0].start, window[1].start, shape).placement, shape)
        if code == SIDE_VALLEY:
            own = commonest(part[inside & tributary[window]])
            if own:
                return own
        return commonest(part[inside])

    return name
