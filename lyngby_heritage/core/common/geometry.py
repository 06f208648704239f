"""Geometry as arrays of shapely objects: reading, repair and the few measures the rules need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from .arrays import Booleans, Floats, Integers
from .arrays import Geometries as Geometries
from .errors import Check, never_cancelled
from .wkb import COLLECTION, straight

WORTH_A_THREAD = 2_000
"""Fewer than this are done before a second thread has begun."""
ROUNDING = 1e-6
"""Metres: coordinates are decimal and distances binary, so that two things 40 m apart may measure 40.0000001."""

BLOCK = 50_000
"""Pairs or geometries handled between two looks at whether the run was cancelled: about 0.2 s of work."""


MILLIMETRE = 0.001

SMALLEST_FOOTPRINT = 1.0
"""m². No building covers less; GeoDanmark maps none below some square metres."""
SINGLE_POLYGON = 3
"""shapely's number for the type."""


def _none() -> Geometries:
    return np.empty(0, dtype=object)


MANY_CORNERS = 20
"""From here on a polygon's boundary is handled in pieces: the box round a road holds whole quarters."""
PIECE = 4
"""Segments of a piece."""


@dataclass(frozen=True)
class Cleaned:
    """Geometries fit for measuring, (n,), None where there is none; and what had to be done."""

    geometries: Geometries
    repaired: Integers
    """Positions of invalid geometries that were repaired."""
    missing: Integers
    """Positions without geometry, or with an empty one."""
    originals: Geometries = field(default_factory=_none)
    """What the repaired ones were before, in the order of `repaired`; None where a ring was open."""
    curved: Integers = field(default_factory=lambda: np.empty(0, dtype=np.intp))
    """Positions of geometries with arcs, which were straightened."""


def clean(wkb: Sequence[bytes | None]) -> Cleaned:
    """Read WKB of any kind, drop Z, repair what is invalid, and set aside what is missing or empty.

    A repaired polygon keeps its polygonal parts only: a line that the repair splits off has no area. A geometry with a
    coordinate that is not finite has no place, and counts as missing.
    """
    geometries, curved, closed = _read(wkb)
    invalid = np.flatnonzero(~in_blocks(shapely.is_valid, geometries) & ~shapely.is_missing(geometries))
    invalid = invalid[_finite(geometries, invalid)]
    originals: Geometries = geometries[invalid]
    for position in invalid:
        geometries[position] = _repair(geometries[position])
    originals[np.isin(invalid, closed)] = None
    closed = np.setdiff1d(closed, invalid)
    repaired = np.concatenate([invalid, closed])
    order = np.argsort(repaired)
    originals = np.concatenate([originals, np.full(len(closed), None)])
    missing = np.flatnonzero(shapely.is_missing(geometries))
    return Cleaned(geometries, repaired[order], missing, originals[order], curved)


def as_they_are(wkb: Sequence[bytes | None]) -> Cleaned:
    """Read WKB and drop Z, but repair nothing: for geometries that are shown and not measured."""
    geometries, curved, _ = _read(wkb)
    _finite(geometries, np.arange(len(geometries)))
    missing = np.flatnonzero(shapely.is_missing(geometries))
    return Cleaned(geometries, np.empty(0, dtype=np.intp), missing, curved=curved)


def _read(wkb: Sequence[bytes | None]) -> tuple[Geometries, Integers, Integers]:
    """Geometries in the plane, None where there is none; the positions of those that had arcs, and of open rings."""
    raw: Geometries = np.array(wkb, dtype=object)
    geometries: Geometries = shapely.from_wkb(raw, on_invalid="ignore")
    if shapely.has_z(geometries).any():
        geometries = shapely.force_2d(geometries)
    unread = shapely.is_missing(geometries) & (raw != None)  # noqa: E711 - element by element
    unread |= shapely.get_type_id(geometries) == COLLECTION
    curved, closed = [], []
    for position in np.flatnonzero(unread).tolist():
        read = straight(raw[position])
        geometries[position] = read.geometry
        if read.curved:
            curved.append(position)
        if read.closed and read.geometry is not None:
            closed.append(position)
    geometries[shapely.is_empty(geometries)] = None
    return geometries, np.array(curved, dtype=np.intp), np.array(closed, dtype=np.intp)


def _finite(geometries: Geometries, positions: Integers) -> Booleans:
    """Which geometries at `positions` have finite coordinates alone, (n,); the others are taken away."""
    corners, of = shapely.get_coordinates(geometries[positions], return_index=True)
    finite: Booleans = np.bincount(of[~np.isfinite(corners).all(axis=1)], minlength=len(positions)) == 0
    geometries[positions[~finite]] = None
    return finite


def _repair(geometry: Any) -> Any:
    valid = shapely.make_valid(geometry)
    if shapely.get_dimensions(geometry) == 2:
        parts = shapely.get_parts(shapely.get_parts(valid))
        polygons = parts[shapely.get_dimensions(parts) == 2]
        valid = shapely.union_all(polygons) if len(polygons) else None
    valid = _with_corners_of(valid, geometry)
    return None if valid is None or valid.is_empty else settled(valid)


def _with_corners_of(repaired: Any, geometry: Any) -> Any:
    """A repaired geometry in one order, the corners that it had as they came in, and new ones to a millimetre."""
    if repaired is None or repaired.is_empty:
        return repaired
    corners = shapely.get_coordinates(repaired)
    came = shapely.get_coordinates(geometry) @ (1, 1j)
    new = ~np.isin(corners @ (1, 1j), came)
    corners[new] = to_millimetres(corners[new])
    rounded = shapely.set_coordinates(repaired, corners)
    return shapely.normalize(rounded if shapely.is_valid(rounded) else repaired)


def on_the_millimetre(geometries: Geometries) -> Geometries:
    """Computed geometries as they are written, (n,): to a millimetre, parts and corners in one order.

    What GEOS computes differs between its versions in the last bits and in where a ring begins; so written, rows and
    corners are the same everywhere. Not for what came in, which is passed on untouched.
    """
    out: Geometries = shapely.transform(geometries, to_millimetres)
    broken = np.flatnonzero(~shapely.is_valid(out) & shapely.is_valid(geometries))
    out[broken] = shapely.set_precision(geometries[broken], MILLIMETRE)
    return np.asarray(shapely.normalize(out), dtype=object)


def to_millimetres(coordinates: Floats) -> Floats:
    """Coordinates in metres, (n, 2), to a millimetre."""
    return np.round(coordinates, 3)


def settled(geometry: Any) -> Any:
    """A geometry just made, fit to be looked at by two threads.

    GEOS keeps the boxes of a geometry and of its holes from when they are first asked for, which two threads must not
    do at once. Whatever was read has been asked by `clean`; what is made later is asked here.
    """
    shapely.is_valid(geometry)
    return geometry


def joined(cleaned: Sequence[Cleaned]) -> Cleaned:
    """Several blocks read apart, as one."""
    if not cleaned:
        empty = np.empty(0, dtype=np.intp)
        return Cleaned(np.empty(0, dtype=object), empty, empty)
    starts = np.cumsum([0] + [len(block.geometries) for block in cleaned[:-1]])
    return Cleaned(
        np.concatenate([block.geometries for block in cleaned]),
        np.concatenate([block.repaired + start for block, start in zip(cleaned, starts)]),
        np.concatenate([block.missing + start for block, start in zip(cleaned, starts)]),
        np.concatenate([block.originals for block in cleaned]),
        np.concatenate([block.curved + start for block, start in zip(cleaned, starts)]),
    )


def is_missing(geometries: Geometries) -> Booleans:
    """Which places hold no geometry, (n,)."""
    missing: Booleans = shapely.is_missing(geometries)
    return missing


def is_polygon(geometries: Geometries) -> Booleans:
    """Which geometries have an area, (n,)."""
    polygonal: Booleans = shapely.get_dimensions(geometries) == 2
    return polygonal


def footprint_areas(geometries: Geometries) -> Floats:
    """Areas in m², (n,); NaN for points and missing geometries, whose area is unknown and not zero.

    A polygon smaller than any building only marks a place: its area is unknown too.
    """
    areas = shapely.area(geometries)
    return np.where(is_polygon(geometries) & (areas >= SMALLEST_FOOTPRINT), areas, np.nan)


def place_marks(points: Geometries, side: float) -> Geometries:
    """Squares of `side` metres round the points on surface of geometries (n,), None where there is none.

    For a layer of polygons that must also hold buildings of which the place alone is known.
    """
    marks: Geometries = np.empty(len(points), dtype=object)
    there = ~is_missing(points)
    centre = shapely.point_on_surface(points[there])
    x, y = shapely.get_x(centre), shapely.get_y(centre)
    marks[there] = shapely.box(x - side / 2, y - side / 2, x + side / 2, y + side / 2)
    return marks


def as_multipolygons(polygons: Geometries) -> Geometries:
    """Single polygons (n,) as multi polygons of one part; anything else as it is."""
    single = np.flatnonzero(shapely.get_type_id(polygons) == SINGLE_POLYGON)
    out: Geometries = polygons.copy()
    if len(single):
        out[single] = shapely.multipolygons(polygons[single], indices=np.arange(len(single)))
    return out


def in_blocks(
    function: Callable[..., Any],
    *arrays: npt.NDArray[Any],
    check: Check = never_cancelled,
    result: npt.DTypeLike = np.bool_,
    block: int = BLOCK,
) -> npt.NDArray[Any]:
    """Apply an elementwise function to equally long arrays, on both cores and in blocks that can be cancelled.

    shapely's functions release Python's lock, so two threads really work side by side. Prepared geometries are worked
    on `in_turn`.
    """
    if any(one.dtype == object and shapely.is_prepared(one).any() for one in arrays):
        return in_turn(function, *arrays, check=check, result=result, block=block)
    count = len(arrays[0])
    out: npt.NDArray[Any] = np.empty(count, dtype=result)
    block = min(block, max(WORTH_A_THREAD, -(-count // 2)))
    starts = range(0, count, block)
    if len(starts) <= 1:
        check()
        if count:
            out[:] = function(*arrays)
        return out

    def work(start: int) -> None:
        out[start : start + block] = function(*(array[start : start + block] for array in arrays))

    with ThreadPoolExecutor(max_workers=2) as pool:
        for first in range(0, len(starts), 2):
            check()
            list(pool.map(work, starts[first : first + 2]))
    return out


def in_turn(
    function: Callable[..., Any],
    *arrays: npt.NDArray[Any],
    check: Check = never_cancelled,
    result: npt.DTypeLike = np.bool_,
    block: int = BLOCK,
) -> npt.NDArray[Any]:
    """As `in_blocks`, on one core: for prepared geometries, and for such as stand in several pairs.

    GEOS builds the index of a prepared geometry, and some envelopes, when they are first asked for; two threads that
    ask at once crash the process.
    """
    count = len(arrays[0])
    out: npt.NDArray[Any] = np.empty(count, dtype=result)
    for start in range(0, count, block):
        check()
        out[start : start + block] = function(*(array[start : start + block] for array in arrays))
    return out


def within_distance(left: Geometries, right: Geometries, distance: float, check: Check = never_cancelled) -> Booleans:
    """Whether each pair lies at most `distance` metres apart, (m,)."""
    reach = distance + ROUNDING
    return in_blocks(lambda a, b: shapely.dwithin(a, b, reach), left, right, check=check)


def near_pairs(
    geometries: Geometries, others: Geometries, distance: float, check: Check = never_cancelled
) -> tuple[Integers, Integers]:
    """Pairs (i, j) whose bounding boxes come within `distance` metres; missing geometries have none."""
    tree = shapely.STRtree(others)
    left: list[Integers] = [np.empty(0, dtype=np.intp)]
    right: list[Integers] = [np.empty(0, dtype=np.intp)]
    for start in range(0, len(geometries), BLOCK):
        check()
        found, candidate = tree.query(grown_boxes(geometries[start : start + BLOCK], distance + 2 * ROUNDING))
        left.append(found + start)
        right.append(candidate)
    return np.concatenate(left), np.concatenate(right)


def grown_boxes(geometries: Geometries, distance: float) -> Geometries:
    """Bounding boxes grown by `distance` metres on each side, (n,); None for a missing geometry."""
    west, south, east, north = shapely.bounds(geometries).T
    boxes: Geometries = np.empty(len(geometries), dtype=object)
    there = ~np.isnan(west)
    boxes[there] = shapely.box(
        west[there] - distance, south[there] - distance, east[there] + distance, north[there] + distance
    )
    return boxes


def boundary_pieces(polygons: Geometries) -> tuple[Geometries, Integers]:
    """The boundaries of polygons as short lines, (k,), and the polygon that each belongs to, (k,)."""
    parts, polygon = shapely.get_parts(polygons, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    polygon = polygon[part]
    points, ring = shapely.get_coordinates(rings, return_index=True)
    place = np.arange(len(points)) - np.searchsorted(ring, ring)  # of each point in its ring
    count = np.bincount(ring, minlength=len(rings))
    first_piece = np.concatenate([[0], np.cumsum(-(-(count - 1) // PIECE))])[:-1].astype(np.intp)
    joint = np.flatnonzero((place % PIECE == 0) & (place > 0))  # ends one piece and, but for the last, begins the next
    ends = place == count[ring] - 1
    begins = np.flatnonzero(~(ends & (place % PIECE == 0)))
    which = np.concatenate([first_piece[ring] + place // PIECE, first_piece[ring[joint]] + place[joint] // PIECE - 1])
    taken = np.concatenate([begins, len(points) + np.arange(len(joint))])
    source = np.concatenate([np.arange(len(points)), joint])
    order = taken[np.lexsort((place[source[taken]], which[taken]))]
    pieces = shapely.linestrings(points[source[order]], indices=which[order])
    of_ring = np.repeat(np.arange(len(rings)), -(-(count - 1) // PIECE))
    return pieces, polygon[of_ring]
