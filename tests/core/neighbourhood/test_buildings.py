"""Which rows are one building, and what a further layer lends it."""

import math

import numpy as np
import pytest
import shapely
from builders import house, rows, square

from lyngby_heritage.core.neighbourhood.buildings import ATTRIBUTES, beside_addresses, merge


def attribute(buildings, name, position=0):
    return buildings.attributes[position, ATTRIBUTES.index(name)]


def test_rows_without_an_id_are_buildings_of_their_own():
    assert len(merge(rows([house(0), house(20), house(40, id="")]))) == 3


def test_rows_with_one_id_are_one_building_that_each_row_points_to():
    buildings = merge(rows([house(0, id="A"), house(50, id="b"), house(12, id="a", year=1950)]))
    assert buildings.row_building.tolist() == [0, 1, 0]
    assert attribute(buildings, "year") == 1937  # the first row that knows it
    assert shapely.area(buildings.geometries[0]) == 200  # both of its polygons
    assert buildings.duplicate_ids == {"a": 2}


def test_a_later_row_fills_what_the_first_lacks():
    buildings = merge(rows([house(0, id="a", year=None), house(0, id="a", year=1950)]))
    assert attribute(buildings, "year") == 1950


def test_a_context_building_with_the_same_id_in_any_case_lends_what_is_missing():
    point = house(0, id="ab-1", wkt="POINT (300 0)", use=None, year=1930, area=math.nan)
    buildings = merge(rows([point]), rows([house(0, id="AB-1", use=132, year=1999)]))
    assert len(buildings) == 1
    assert (attribute(buildings, "use"), attribute(buildings, "year"), attribute(buildings, "area")) == (130, 1930, 100)
    assert shapely.equals(buildings.geometries[0], shapely.from_wkt(square(0)))  # its footprint, not the address point
    assert buildings.context_same == 1


@pytest.mark.parametrize(("x", "same"), [(5, True), (10, True), (10.01, False)])
def test_a_footprint_that_holds_the_point_is_that_building(x, same):
    buildings = merge(rows([house(0, id="a", wkt=f"POINT ({x} 5)")]), rows([house(0, id="other")]))
    assert (len(buildings) == 1) == same


@pytest.mark.parametrize(("x", "same"), [(4.9, True), (5.1, False)])
def test_a_footprint_that_covers_most_of_ours_is_that_building(x, same):
    buildings = merge(rows([house(0, id="a")]), rows([house(x, id="other")]))
    assert (len(buildings) == 1) == same


def test_an_id_found_in_the_context_is_trusted_before_the_place():
    # The address point of a lies in the house of b, which is somebody else.
    point = house(0, id="a", wkt="POINT (55 5)", area=math.nan)
    buildings = merge(rows([point]), rows([house(0, id="a"), house(50, id="b")]))
    assert len(buildings) == 2
    assert shapely.equals(buildings.geometries[0], shapely.from_wkt(square(0)))


def test_two_points_in_one_footprint_are_both_that_building():
    points = [house(0, id="a", wkt="POINT (2 2)", year=None), house(0, id="b", wkt="POINT (8 8)", year=None)]
    buildings = merge(rows(points), rows([house(0, id="c", year=1911)]))
    assert len(buildings) == 2
    assert [attribute(buildings, "year", one) for one in (0, 1)] == [1911, 1911]


def test_all_polygons_of_a_context_building_go_with_it():
    # Two polygons of one BBR building; our point lies in the first only.
    point = house(0, id="a", wkt="POINT (5 5)", area=math.nan)
    buildings = merge(rows([point]), rows([house(0, id="c"), house(10, id="C")]))
    assert len(buildings) == 1
    assert attribute(buildings, "area") == 200


def test_other_context_buildings_stay_buildings_of_their_own():
    buildings = merge(rows([house(0, id="a")]), rows([house(100, id="b"), house(200), house(300)]))
    assert len(buildings) == 4
    assert buildings.row_building.tolist() == [0]


def test_an_empty_context_changes_nothing():
    alone, with_none = merge(rows([house(0, id="a")])), merge(rows([house(0, id="a")]), rows([]))
    assert np.array_equal(alone.attributes, with_none.attributes, equal_nan=True)
    assert len(with_none) == 1


def test_a_classified_polygon_is_kept_before_the_context_s():
    buildings = merge(rows([house(0, id="a")]), rows([house(0, id="a", side=20)]))
    assert shapely.area(buildings.geometries[0]) == 100


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ((120, 910), ["", "garage"]),  # the house goes by its address, and no garage is taken for it
        ((910,), ["garage"]),  # though the house is not in the layer
        ((120, 910, 930), ["", "garage", "udhus"]),
        ((120, 910, 910), ["", "garage, bygning b1", "garage, bygning b2"]),
        ((120, 140), ["fritliggende enfamiliehus", "etagebolig, flerfamilie- eller tofamiliehus"]),
        ((120, 120, 910), ["bygning b0", "bygning b1", "garage"]),
        ((120, None), ["bygning b0", "bygning b1"]),
    ],
)
def test_a_building_is_told_from_every_other_at_its_address(uses, told):
    table = [house(50 * number, id=f"b{number}", use=use) for number, use in enumerate(uses)]
    buildings = merge(rows(table))
    addresses = ["Vestergade 10"] * len(table)
    assert beside_addresses(buildings, addresses, np.zeros(len(table), dtype=bool)) == told


def test_what_is_withheld_or_has_no_address_tells_nobody_apart():
    table = [house(0, id="a"), house(50, id="b"), house(100, id="c"), house(150, id="d"), house(0, id="A", year=1950)]
    withheld = np.array([False, True, False, False, False])
    addresses = ["Vestergade 10", "Vestergade 10", "", "", "Vestergade 10"]
    assert beside_addresses(merge(rows(table)), addresses, withheld) == ["", "", "", "", ""]
    withheld[1], withheld[4] = False, True  # one row of a building is enough
    assert beside_addresses(merge(rows(table)), addresses, withheld) == ["", "", "", "", ""]


def test_a_use_that_only_the_further_layer_knows_tells_apart():
    shed, register = house(0, id="b", use=None), house(0, id="b", use=930)
    buildings = merge(rows([house(50, id="a"), shed]), rows([register]))
    assert beside_addresses(buildings, ["Torvet 1", "Torvet 1"], np.zeros(2, dtype=bool)) == ["", "udhus"]
