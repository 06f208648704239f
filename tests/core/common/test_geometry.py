"""Geometry as it comes: Z, invalid, empty, missing."""

import math
import threading

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.common.geometry import (
    boundary_pieces,
    clean,
    footprint_areas,
    in_blocks,
    joined,
    near_pairs,
    on_the_millimetre,
)


def wkb(text):
    return None if text is None else shapely.to_wkb(shapely.from_wkt(text), output_dimension=3)


def cleaned(*texts):
    return clean([wkb(text) for text in texts])


def test_z_is_dropped():
    assert shapely.to_wkt(cleaned("POINT Z (1 2 -999)").geometries[0], rounding_precision=0) == "POINT (1 2)"


@pytest.mark.parametrize(("prepared", "threads"), [(False, 2), (True, 1)])
def test_two_threads_never_ask_the_same_prepared_geometry(prepared, threads):
    """GEOS makes its index when it is first asked: two that ask at once crash the process."""
    square = shapely.box(0, 0, 10, 10)
    if prepared:
        shapely.prepare(square)
    seen, both = set(), threading.Barrier(threads, timeout=20)

    def covers(squares, points):
        if threading.get_ident() not in seen:
            seen.add(threading.get_ident())
            both.wait()  # two threads come here side by side, or one alone
        return shapely.covers(squares, points)

    points = shapely.points(np.arange(20_000) / 1000, 5)
    inside = in_blocks(covers, np.full(len(points), square), points, block=5_000)
    assert inside.sum() == 10_001  # from 0 to 10
    assert len(seen) == threads


def test_a_bow_tie_is_repaired_and_counted():
    result = cleaned("POINT (0 0)", "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")
    assert result.repaired.tolist() == [1]
    assert shapely.area(result.geometries[1]) == 50  # two triangles of 25


def test_a_repair_keeps_the_area_only():
    # A square with a spike of no width: the spike is no part of the footprint.
    result = cleaned("POLYGON ((0 0, 10 0, 10 10, 5 10, 5 20, 5 10, 0 10, 0 0))")
    assert shapely.area(result.geometries[0]) == 100
    assert shapely.get_dimensions(result.geometries[0]) == 2


@pytest.mark.parametrize("text", [None, "POLYGON EMPTY", "POINT EMPTY"])
def test_what_is_missing_or_empty_is_set_aside(text):
    result = cleaned(text, "POINT (0 0)")
    assert result.missing.tolist() == [0]
    assert result.geometries[0] is None


def test_a_polygon_without_any_area_counts_as_missing():
    assert cleaned("POLYGON ((0 0, 10 0, 0 0, 0 0))").missing.tolist() == [0]


def test_nonsense_is_missing_not_fatal():
    assert clean([b"\x01\x02", wkb("POINT (0 0)")]).missing.tolist() == [0]


def test_blocks_join_with_their_places():
    result = joined([cleaned("POINT (0 0)", None), cleaned("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", None)])
    assert (result.repaired.tolist(), result.missing.tolist()) == ([2], [1, 3])


def test_no_blocks():
    assert len(joined([]).geometries) == 0


def test_a_point_has_no_area_rather_than_none_of_it():
    areas = footprint_areas(cleaned("POINT (0 0)", "POLYGON ((0 0, 2 0, 2 2, 0 0))", None).geometries)
    assert math.isnan(areas[0])
    assert areas[1] == 2
    assert math.isnan(areas[2])


def test_blocks_give_what_one_call_gives():
    numbers = np.arange(1000.0)
    assert np.array_equal(in_blocks(np.sqrt, numbers, result=float, block=7), np.sqrt(numbers))


def test_cancelling_stops_between_blocks():
    calls = []

    def check():
        calls.append(1)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        in_blocks(np.sqrt, np.arange(1000.0), check=check, result=float, block=10)
    assert len(calls) == 3


def test_missing_geometries_are_near_nothing():
    near = near_pairs(cleaned("POINT (0 0)", None).geometries, cleaned("POINT (1 0)", None).geometries, 5)
    assert [one.tolist() for one in near] == [[0], [0]]


def ring_of(corners, radius=100.0):
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return shapely.polygons(np.column_stack([radius * np.cos(turn), radius * np.sin(turn)]))


@pytest.mark.parametrize("corners", [4, 7, 8, 9, 15, 16, 17, 40, 41, 100])
def test_the_pieces_of_a_boundary_make_up_the_whole_of_it(corners):
    with_hole = shapely.difference(ring_of(corners), ring_of(5, 10.0))
    polygons = np.array(
        [ring_of(corners), with_hole, shapely.multipolygons([ring_of(6, 1.0), shapely.box(5, 5, 6, 6)])]
    )
    pieces, owner = boundary_pieces(polygons)
    assert shapely.get_num_coordinates(pieces).max() <= 5
    for number, polygon in enumerate(polygons):
        own = shapely.union_all(pieces[owner == number])
        assert shapely.equals(own, shapely.boundary(polygon))
        assert shapely.length(pieces[owner == number]).sum() == pytest.approx(shapely.length(shapely.boundary(polygon)))


def test_no_polygons_have_no_pieces():
    pieces, owner = boundary_pieces(np.empty(0, dtype=object))
    assert (len(pieces), len(owner)) == (0, 0)


def test_computed_geometries_stand_on_the_millimetre_in_one_order():
    turned = shapely.from_wkt("POLYGON ((10.00049 0, 10 10.0006, 0 10, 0 0, 10.00049 0))")
    other = shapely.from_wkt("POLYGON ((0 0, 0 10, 10 10.0006, 10.00049 0, 0 0))")
    one, two = on_the_millimetre(np.array([turned, other]))
    assert one.wkb == two.wkb
    assert one.equals_exact(shapely.from_wkt("POLYGON ((0 0, 0 10, 10 10.001, 10 0, 0 0))"), 0)


def test_a_geometry_that_the_millimetre_would_break_stays_valid():
    needle = shapely.from_wkt("POLYGON ((0 0, 10 0.0004, 20 0, 20 1, 10 0.0006, 0 1, 0 0))")
    (found,) = on_the_millimetre(np.array([needle]))
    assert found.is_valid
    assert found.area == pytest.approx(needle.area, abs=0.02)


def test_a_repaired_geometry_keeps_the_corners_that_it_came_with():
    # A bow tie whose lines cross at (10/3, 10/3), with corners finer than a millimetre.
    bow_tie = shapely.from_wkt("POLYGON ((0.00012 0, 5 5, 10.00034 0, 0 5, 0.00012 0))")
    repaired = clean([bow_tie.wkb]).geometries[0]
    corners = {tuple(one) for one in shapely.get_coordinates(repaired).tolist()}
    assert {(0.00012, 0.0), (5.0, 5.0), (10.00034, 0.0), (0.0, 5.0)} <= corners
    (new,) = corners - {(0.00012, 0.0), (5.0, 5.0), (10.00034, 0.0), (0.0, 5.0)}
    assert new == (round(new[0], 3), round(new[1], 3))
    assert new == pytest.approx((10 / 3, 10 / 3), abs=0.001)
