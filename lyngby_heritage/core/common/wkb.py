"""Geometries that shapely does not read, made of straight pieces in the plane: curves, 3D surfaces, open rings.

GEOS knows none of the curved and three-dimensional types of SQL/MM, which ArcGIS and QGIS write into layers declared
otherwise, and takes a ring whose ends do not meet for no geometry at all.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from .arrays import Floats

POINT, LINE, POLYGON, COLLECTION = 1, 2, 3, 7
ARC, COMPOUND, CURVE_POLYGON, TRIANGLE = 8, 9, 10, 17
SURFACES = {15, 16}
"""Polyhedral surface and TIN: the faces of a body, of which the walls have no area in the plane."""
GROUPS = {4, 5, 6, COLLECTION, 11, 12, *SURFACES}
"""Types that are made of whole geometries."""

HAS_Z, HAS_M, HAS_SRID = 0x80000000, 0x40000000, 0x20000000
"""Flags of PostGIS's form; ISO's adds 1000, 2000 or 3000 to the type."""
STEP = math.radians(1)
"""An arc is drawn in steps of a degree, as QGIS does: at a radius of 100 m they leave it by 4 mm."""
MOST_NESTED = 32
RING = 4
"""Corners of the smallest ring, its first told twice."""


@dataclass
class _Parts:
    polygons: list[Any] = field(default_factory=list)
    lines: list[Any] = field(default_factory=list)
    points: list[Any] = field(default_factory=list)
    curved: bool = False
    closed: bool = False
    surface: bool = False


@dataclass(frozen=True)
class Straight:
    """A geometry of straight pieces in the plane; None where it has none, or a coordinate that is not finite."""

    geometry: Any
    curved: bool = False
    """Whether it had arcs."""
    closed: bool = False
    """Whether a ring was open."""


def straight(wkb: bytes) -> Straight:
    """Read any geometry. Of a collection the parts of the highest dimension are kept: a house, and not its label."""
    parts = _Parts()
    try:
        _Reader(wkb).geometry(parts, 0)
    except (struct.error, ValueError, RecursionError):
        return Straight(None)
    found = parts.polygons or parts.lines or parts.points
    if not found or not all(np.isfinite(shapely.get_coordinates(one)).all() for one in found):
        return Straight(None)
    if parts.surface and parts.polygons:
        geometry = shapely.normalize(shapely.union_all([shapely.make_valid(one) for one in found if one.area > 0]))
    elif len(found) == 1:
        geometry = found[0]
    else:
        many = shapely.multipolygons if parts.polygons else shapely.multilinestrings
        geometry = (many if parts.polygons or parts.lines else shapely.multipoints)(found)
    return Straight(None if geometry.is_empty else geometry, parts.curved, parts.closed)


class _Reader:
    def __init__(self, wkb: bytes) -> None:
        self.wkb = wkb
        self.at = 0
        self.order = "<"
        self.width = 2

    def geometry(self, parts: _Parts, depth: int) -> None:
        kind = self.head()
        if depth > MOST_NESTED:
            raise ValueError(depth)
        parts.surface |= kind in SURFACES
        if kind == POINT:
            point = self.corners(1)
            if not np.isnan(point).all():  # as an empty one is written
                parts.points.append(shapely.Point(point[0]))
        elif kind in (LINE, ARC, COMPOUND):
            line = self.curve(kind, parts)
            if len(line) > 1:
                parts.lines.append(shapely.LineString(line))
        elif kind in (POLYGON, TRIANGLE, CURVE_POLYGON):
            self.polygon(kind, parts)
        elif kind in GROUPS:
            for _ in range(self.count()):
                self.geometry(parts, depth + 1)
        else:
            raise ValueError(kind)

    def head(self) -> int:
        """The type, without what says that it has heights and measures."""
        self.order = "<" if self.wkb[self.at : self.at + 1] == b"\x01" else ">"
        self.at += 1
        code = self.count()
        iso = (code & 0xFFFF) // 1000
        self.width = 2 + bool(code & HAS_Z or iso in (1, 3)) + bool(code & HAS_M or iso in (2, 3))
        if code & HAS_SRID:
            self.at += 4
        return (code & 0xFFFF) % 1000

    def count(self) -> int:
        (number,) = struct.unpack_from(self.order + "I", self.wkb, self.at)
        self.at += 4
        return int(number)

    def corners(self, count: int) -> Floats:
        """The next corners in the plane, (count, 2)."""
        numbers = count * self.width
        read = np.frombuffer(self.wkb, self.order + "f8", numbers, self.at).reshape(count, self.width)
        self.at += numbers * 8
        return read[:, :2].astype(np.float64)

    def curve(self, kind: int, parts: _Parts) -> Floats:
        """The corners of a line of any kind, its arcs drawn."""
        if kind == COMPOUND:
            pieces = [self.curve(self.head(), parts) for _ in range(self.count())]
            pieces = [one for one in pieces if len(one)]
            joined = [one if not place else one[1:] for place, one in enumerate(pieces)]
            return np.concatenate(joined) if joined else np.empty((0, 2))
        if kind not in (LINE, ARC):
            raise ValueError(kind)
        corners = self.corners(self.count())
        if kind == ARC and len(corners):
            parts.curved = True
            return _drawn(corners)
        return corners

    def polygon(self, kind: int, parts: _Parts) -> None:
        rings = []
        for _ in range(self.count()):
            ring = self.curve(self.head(), parts) if kind == CURVE_POLYGON else self.corners(self.count())
            if len(ring) and (ring[0] != ring[-1]).any():
                parts.closed = True
                ring = np.concatenate([ring, ring[:1]])
            rings.append(ring)
        if rings and len(rings[0]) >= RING:
            parts.polygons.append(shapely.Polygon(rings[0], [one for one in rings[1:] if len(one) >= RING]))


def _drawn(corners: Floats) -> Floats:
    """The arcs through corners 0, 1, 2 and 2, 3, 4 and so on as corners of straight pieces."""
    arcs = [_arc(*corners[first : first + 3]) for first in range(0, len(corners) - 2, 2)]
    return np.concatenate([corners[:1], *arcs])


def _arc(start: Floats, middle: Floats, end: Floats) -> Floats:
    """What follows `start` on the arc through `middle` to `end`; a whole circle where it ends where it began."""
    if (start == end).all():
        centre = (start + middle) / 2
        turn = 2 * math.pi
    else:
        (bx, by), (cx, cy) = middle - start, end - start
        cross = 2 * (bx * cy - by * cx)
        if not cross or not math.isfinite(cross):
            return np.array([middle, end])
        b, c = bx * bx + by * by, cx * cx + cy * cy
        centre = start + np.array([cy * b - by * c, bx * c - cx * b]) / cross
        turn = _angle(end - centre) - _angle(start - centre)
        turn = turn % (2 * math.pi) if cross > 0 else -(-turn % (2 * math.pi))
    steps = max(2, math.ceil(abs(turn) / STEP))
    angles = _angle(start - centre) + turn * np.arange(1, steps + 1) / steps
    radius = math.hypot(*(start - centre))
    drawn = centre + radius * np.column_stack([np.cos(angles), np.sin(angles)])
    drawn[-1] = end
    return drawn


def _angle(arm: Floats) -> float:
    return math.atan2(arm[1], arm[0])
