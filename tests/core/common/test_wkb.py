"""Curves, 3D surfaces and open rings, as ArcGIS, QGIS and 3D models write them."""

import math
import struct

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.geometry import as_they_are, clean
from lyngby_heritage.core.common.wkb import straight

LINE, POLYGON, MULTI_POLYGON, COLLECTION = 2, 3, 6, 7
ARC, COMPOUND, CURVE_POLYGON, MULTI_SURFACE, POLYHEDRAL, TIN, TRIANGLE = 8, 9, 10, 12, 15, 16, 17
SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]


def corners(points):
    return struct.pack("<I", len(points)) + b"".join(struct.pack(f"<{len(one)}d", *one) for one in points)


def head(kind):
    return struct.pack("<BI", 1, kind)


def line(kind, points):
    return head(kind) + corners(points)


def polygon(*rings, kind=POLYGON):
    return head(kind) + struct.pack("<I", len(rings)) + b"".join(corners(ring) for ring in rings)


def group(kind, *members):
    return head(kind) + struct.pack("<I", len(members)) + b"".join(members)


def lifted(points, height=0.0):
    return [(x, y, height) for x, y in points]


def wall(a, b, height=5.0):
    return polygon([(*a, 0), (*b, 0), (*b, height), (*a, height), (*a, 0)], kind=POLYGON + 1000)


SIDES = list(zip(SQUARE, SQUARE[1:]))
CORNER = [(20, 0), (25, 0), (25, 4), (20, 0)]
FLOOR = polygon(lifted(SQUARE), kind=POLYGON + 1000)
WALLS = [wall(a, b) for a, b in SIDES]
ROOF = [polygon(lifted([SQUARE[i], SQUARE[i + 1], (5, 5), SQUARE[i]], 5), kind=TRIANGLE + 1000) for i in range(4)]


@pytest.mark.parametrize(
    ("wkb", "area"),
    [
        (group(CURVE_POLYGON, line(LINE, SQUARE)), 100),
        (group(CURVE_POLYGON, group(COMPOUND, line(LINE, SQUARE[:3]), line(LINE, SQUARE[2:]))), 100),
        (group(MULTI_SURFACE, group(CURVE_POLYGON, line(LINE, SQUARE)), polygon(CORNER)), 110),
        (group(CURVE_POLYGON, line(ARC, [(0, 0), (10, 0), (0, 0)])), math.pi * 25),  # a circle, by its diameter
        (group(CURVE_POLYGON, line(ARC, [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])), math.pi * 50),
        # A half circle of radius 5 upon the upper side of the square.
        (
            group(CURVE_POLYGON, group(COMPOUND, line(LINE, [(0, 10), (0, 0), (10, 0), (10, 10)]),
                                       line(ARC, [(10, 10), (5, 15), (0, 10)]))),
            100 + math.pi * 12.5,
        ),
        # The same, let into the square.
        (
            group(CURVE_POLYGON, group(COMPOUND, line(LINE, [(0, 10), (0, 0), (10, 0), (10, 10)]),
                                       line(ARC, [(10, 10), (5, 5), (0, 10)]))),
            100 - math.pi * 12.5,
        ),
        # One side is an "arc" along a straight line.
        (group(CURVE_POLYGON, line(ARC, [(0, 0), (5, 0), (10, 0), (5, 5), (0, 0)])), math.pi * 12.5),
        (group(POLYHEDRAL + 1000, FLOOR, *WALLS), 100),
        # Floor, walls and roof: the roof covers what the floor covers, and takes nothing of it away.
        (
            group(POLYHEDRAL + 1000, FLOOR, polygon(lifted(SQUARE[::-1], 5), kind=POLYGON + 1000), *WALLS),
            100,
        ),
        (group(TIN + 1000, *ROOF), 100),
        (group(TIN, *(polygon([a, b, (5, 5), a], kind=TRIANGLE) for a, b in SIDES)), 100),
        (polygon([(0, 0), (10, 0), (0, 10), (0, 0)], kind=TRIANGLE), 50),
        (polygon(SQUARE[:-1]), 100),  # open
        (group(MULTI_POLYGON, polygon(SQUARE[:-1]), polygon(CORNER[:-1])), 110),
        (polygon(SQUARE, [(2, 2), (4, 2), (4, 4), (2, 4)]), 96),  # with an open hole
        (group(COLLECTION, polygon(SQUARE), shapely.Point(5, 5).wkb, line(LINE, SQUARE[:2])), 100),
        (group(COLLECTION, group(COLLECTION, polygon(SQUARE))), 100),
        (group(MULTI_POLYGON + 1000, FLOOR, *WALLS), 100),
        # PostGIS's own form, with a flag for heights and one for the number of the CRS.
        (struct.pack("<BII", 1, POLYGON | 0xA0000000, 25832) + struct.pack("<I", 1) + corners(lifted(SQUARE)), 100),
    ],
)  # fmt: skip
def test_what_covers_ground_is_read_with_its_area(wkb, area):
    cleaned = clean([wkb])
    (found,) = cleaned.geometries
    assert found.is_valid
    assert not found.has_z
    assert shapely.get_type_id(found) in (3, 6)  # polygon or multipolygon
    assert found.area == pytest.approx(area, rel=1e-3)
    assert not len(cleaned.missing)


def test_arcs_are_told_and_straight_edges_are_not():
    straight_edges = group(CURVE_POLYGON, line(LINE, SQUARE))
    circle = group(CURVE_POLYGON, line(ARC, [(0, 0), (10, 0), (0, 0)]))
    assert clean([straight_edges, None, circle]).curved.tolist() == [2]


def test_a_ring_that_was_closed_is_a_repair():
    cleaned = clean(
        [polygon(SQUARE), polygon(SQUARE[:-1]), shapely.from_wkt("POLYGON ((0 0, 9 9, 9 0, 0 9, 0 0))").wkb]
    )
    assert cleaned.repaired.tolist() == [1, 2]
    assert cleaned.originals[0] is None  # no other word for it
    assert cleaned.originals[1].area == 0


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("read", [clean, as_they_are])
def test_a_corner_that_is_not_finite_leaves_no_place(read, bad):
    shapes = [
        polygon([(0, 0), (10, 0), (bad, 10), (0, 0)]),
        polygon(SQUARE),
        shapely.Point(1, bad).wkb,
        line(LINE, [(0, 0), (bad, 1)]),
        polygon([(0, 0), (10, 0), (bad, 10)]),  # open as well
        group(CURVE_POLYGON, line(ARC, [(0, 0), (bad, 0), (0, 0)])),
        polygon([(0, 0, bad), (10, 0, bad), (0, 10, bad), (0, 0, bad)], kind=POLYGON + 1000),  # the height alone
    ]
    cleaned = read(shapes)
    assert cleaned.missing.tolist() == [0, 2, 3, 4, 5]
    assert [one and one.area for one in cleaned.geometries[[1, 6]]] == [100, 50]


@pytest.mark.parametrize(
    "wkb",
    [
        b"",
        b"\x01",
        b"not a geometry",
        head(99),
        polygon(SQUARE)[:60],
        group(COLLECTION),
        group(COLLECTION, head(COLLECTION)),
        struct.pack("<BII", 1, POLYGON, 4_000_000_000),
    ],
)
def test_what_is_no_geometry_has_no_place(wkb):
    assert straight(wkb).geometry is None
    assert clean([wkb, polygon(SQUARE)]).missing.tolist() == [0]


def test_lines_with_arcs_are_read():
    quarter = line(ARC, [(10, 0), (10 * math.cos(0.5), 10 * math.sin(0.5)), (10 * math.cos(1), 10 * math.sin(1))])
    (found,) = clean([quarter]).geometries
    assert found.length == pytest.approx(10, rel=1e-4)  # an arc of one radian at a radius of 10 m
    ends = shapely.get_coordinates(found)[[0, -1]]
    assert np.allclose(ends, [(10, 0), (10 * math.cos(1), 10 * math.sin(1))])
