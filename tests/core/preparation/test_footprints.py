"""Which building a polygon is the footprint of."""

import shapely
from builders import square
from register_tables import point, prepared

from lyngby_heritage.core.preparation.footprints import Footprint
from lyngby_heritage.core.preparation.outcome import Shape

A, B = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "ab")


def outcomes(bbr, footprints, save=()):
    return [Footprint(one) for one in prepared(save, bbr, footprints).footprint_outcome.tolist()]


def test_an_id_in_capitals_joins():
    assert outcomes([{"id": A, "wkt": point(5, 5)}], [{"id": A.upper(), "wkt": square(0)}]) == [Footprint.BY_ID]


def test_several_polygons_of_a_building_are_one_footprint():
    polygons = [{"id": A, "wkt": square(0)}, {"id": A, "wkt": square(30)}]
    result = prepared((), [{"id": A, "wkt": point(5, 5)}], polygons)
    assert result.footprint_outcome.tolist() == [Footprint.BY_ID, Footprint.FURTHER]
    assert [shapely.get_num_geometries(one) for one in result.geometries] == [2]
    assert shapely.area(result.geometries).tolist() == [200.0]


def test_polygons_put_together_are_to_a_millimetre_and_begin_at_one_corner():
    """The walls cross at (10/3, 10/3); GEOS begins the union's ring elsewhere from version to version."""
    polygons = [
        {"id": A, "wkt": "POLYGON ((0 0, 10 0, 10 3.3333333, 0 3.3333333, 0 0))"},
        {"id": A, "wkt": "POLYGON ((0 0, 5 5, 0 10, 0 0))"},
    ]
    result = prepared((), [{"id": A, "wkt": point(1, 1)}], polygons)
    corners = [(0, 0), (0, 3.333), (0, 10), (5, 5), (3.333, 3.333), (10, 3.333), (10, 0), (0, 0)]
    assert shapely.get_coordinates(result.geometries[0]).tolist() == [list(one) for one in corners]


def test_a_polygon_without_an_id_belongs_to_the_building_whose_point_it_holds():
    bbr = [{"id": A, "wkt": point(5, 5)}, {"id": B, "wkt": point(10.5, 5)}]
    result = prepared((), bbr, [{"id": None, "wkt": square(0)}])
    assert result.footprint_outcome.tolist() == [Footprint.BY_PLACE]
    assert result.shape.tolist() == [Shape.FOOTPRINT, Shape.BBR_POINT]


def test_of_several_points_in_it_that_of_the_main_building():
    # An integrated garage has its own point under the same roof (Lundagervej 43).
    bbr = [{"id": A, "use": 910, "wkt": point(2, 2)}, {"id": B, "use": 120, "wkt": point(8, 8)}]
    assert prepared((), bbr, [{"wkt": square(0)}]).shape.tolist() == [Shape.BBR_POINT, Shape.FOOTPRINT]


def test_a_building_has_no_second_footprint_by_its_place():
    bbr = [{"id": A, "wkt": point(5, 5)}]
    polygons = [{"id": A, "wkt": square(0)}, {"wkt": square(1)}]
    assert outcomes(bbr, polygons) == [Footprint.BY_ID, Footprint.NO_BBR]


def test_a_polygon_that_bbr_does_not_know_is_no_building_of_its_own():
    result = prepared((), [{"id": A, "wkt": point(0)}], [{"id": B, "wkt": square(50)}])
    assert result.footprint_outcome.tolist() == [Footprint.NO_BBR]
    assert result.ids == [A]


def test_the_polygon_of_a_building_that_is_gone():
    assert outcomes([{"id": A, "life_cycle": 10, "wkt": point(0)}], [{"id": A, "wkt": square(0)}]) == [Footprint.GONE]


def test_without_bbr_the_polygons_are_the_buildings():
    polygons = [{"id": A, "wkt": square(0)}, {"wkt": square(20)}, {"id": A, "wkt": square(40)}, {"geodanmark_id": 7}]
    result = prepared((), None, polygons)
    assert result.footprint_outcome.tolist() == [Footprint.OWN, Footprint.OWN, Footprint.FURTHER, Footprint.OWN]
    assert result.ids == [A, "", "geodanmark:7"]
    assert result.shape.tolist() == [Shape.FOOTPRINT, Shape.FOOTPRINT, Shape.NONE]
