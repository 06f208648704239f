"""Geometries of one kind for one layer."""

import numpy as np
import shapely

from lyngby_heritage.core.common.display import all_points, all_polygons


def shapes(*wkt):
    return np.array([one and shapely.from_wkt(one) for one in wkt], dtype=object)


SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))"


def test_a_point_among_footprints_is_a_small_round_and_holes_stay():
    found = all_polygons(shapes(SQUARE, "POINT (50 0)", None, "MULTIPOLYGON (((20 0, 30 0, 30 10, 20 0)))"))
    assert shapely.get_type_id(found).tolist() == [6, 6, -1, 6]
    assert found[0].equals(shapely.from_wkt(SQUARE))
    assert [round(one, 6) for one in found[1].bounds] == [47, -3, 53, 3]


def test_a_footprint_among_points_is_a_point_on_it():
    found = all_points(shapes(SQUARE, "POINT (50 0)", None))
    assert found[0].within(shapely.from_wkt(SQUARE))
    assert (found[1].wkt, found[2]) == ("POINT (50 0)", None)


def test_one_multipoint_makes_all_multipoints():
    found = all_points(shapes("POINT (1 1)", "MULTIPOINT (2 2, 3 3)", None))
    assert shapely.get_type_id(found).tolist() == [4, 4, -1]


def test_nothing_at_all():
    for function in (all_points, all_polygons):
        assert function(shapes(None, None)).tolist() == [None, None]
        assert len(function(shapes())) == 0
