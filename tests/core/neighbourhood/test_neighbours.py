"""Who is whose neighbour, by each method."""

import numpy as np
import pytest
import shapely
from builders import house, parcels, plots_in_a_row, rows, square

from lyngby_heritage.core.neighbourhood.buildings import merge
from lyngby_heritage.core.neighbourhood.neighbours import by_distance, by_plot, largest_main_building
from lyngby_heritage.core.neighbourhood.plots import find_homes, group_plots, near_plots
from lyngby_heritage.core.neighbourhood.properties import (
    NO_PROPERTY,
    known_properties,
    of_no_property,
    property_of,
    stated_properties,
)


def graph(table, plots=None, plot_distance=0.5, building_distance=40.0):
    buildings = merge(rows(table))
    asked = np.ones(len(buildings), dtype=bool)
    if plots is None:
        found = by_distance(buildings, asked, building_distance)
    else:
        homes = find_homes(buildings.geometries, plots)
        found = by_plot(buildings, asked, homes, plot_distance, building_distance)
    return {(int(i), int(j)) for i, j in zip(found.source, found.target)}


def touching(plots, distance=0.5):
    """Pairs of plots, each named by its place in the layer's order."""
    return near_plots(plots, group_plots(plots.geometries, plots.owner), distance)


@pytest.mark.parametrize(("gap", "near"), [(0.0, True), (0.5, True), (0.51, False)])
def test_plots_touch_within_half_a_metre(gap, near):
    p, _ = touching(plots_in_a_row(2, gap=gap))
    assert (len(p) == 1) == near


def test_plots_that_meet_at_a_corner_touch():
    p, q = touching(parcels(square(0), square(10, 10)))
    assert (p.tolist(), q.tolist()) == ([0], [1])


def test_parcels_of_one_property_are_no_neighbours_of_each_other():
    p, q = touching(parcels(square(0), square(10), square(20), properties=["a", "a", "b"]))
    assert (p.tolist(), q.tolist()) == ([0], [1])


def test_parcels_without_a_property_id_are_properties_of_their_own():
    assert parcels(square(0), square(10), square(20), properties=["", "a", ""]).owner.tolist() == [0, 1, 2]


HOUSE, FIELD = square(0, 0, 20), square(320, 0, 20)
"""Two parcels of one property, 300 m apart."""
FARM = {"farm house": (5, 5), "barn house": (325, 5)}
NEXT_TO = {"by the house": (20, square(20, 0, 20)), "by the field": (340, square(340, 0, 20))}


def of_two_fields(*standing, properties=("farm", "farm", "a", "b"), plot_distance=0.5):
    """Neighbours by name among the farm's houses and those next to its two parcels; only those `standing` are there."""
    places = FARM | {name: (x + 5, 5) for name, (x, _) in NEXT_TO.items()}
    names = sorted(standing)
    table = [house(*places[name], id=name) for name in names]
    ground = parcels(HOUSE, FIELD, *(plot for _, plot in NEXT_TO.values()), properties=list(properties))
    return {(names[i], names[j]) for i, j in graph(table, ground, plot_distance)}


def test_a_property_of_two_fields_is_the_neighbour_of_what_touches_the_field_it_stands_on():
    # Only the first field is built: who lives 300 m away, by the bare field, is no neighbour of the farm house.
    found = of_two_fields("farm house", "by the house", "by the field")
    assert found == {("farm house", "by the house"), ("by the house", "farm house")}


def test_each_field_is_represented_by_the_building_on_it():
    assert of_two_fields("farm house", "barn house", "by the house", "by the field") == {
        ("farm house", "by the house"),
        ("by the house", "farm house"),
        ("barn house", "by the field"),
        ("by the field", "barn house"),
    }


@pytest.mark.parametrize(("owner", "near"), [("farm", False), ("other", True)])
def test_another_plot_of_the_same_property_is_no_neighbour(owner, near):
    # 5 m of somebody's path between the two; within 20 m of one another by method 2.
    plots = parcels(square(0, 0, 20), square(25, 0, 20), properties=["farm", owner])
    found = graph([house(5, 5, id="a"), house(30, 5, id="b")], plots, plot_distance=20.0)
    assert found == ({(0, 1), (1, 0)} if near else set())


def test_a_chain_of_parcels_of_one_property_is_one_plot():
    # Three parcels of "a" in a row, the first and the last apart: the house on the first meets b's past the third.
    plots = parcels(square(0), square(10), square(20), square(30), properties=["a", "a", "a", "b"])
    assert graph([house(1, 1, id="1", side=5), house(31, 1, id="2", side=5)], plots) == {(0, 1), (1, 0)}


@pytest.mark.parametrize(
    ("number", "common", "apart"),
    [
        ("7000", False, True),
        ("7000a", False, True),
        ("7000 bæ", False, True),
        ("17000", False, False),
        ("70001", False, False),
        ("700", False, False),
        ("", False, False),
        ("12b", True, True),
    ],
)
def test_common_parcels_and_roads_are_of_no_property(number, common, apart):
    assert of_no_property([number], np.array([common])).tolist() == [apart]


def test_neighbours_are_the_next_plots_not_the_one_after():
    table = [house(20 * i + 5, id=i) for i in range(4)]
    assert graph(table, plots_in_a_row(4)) == {(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2)}


@pytest.mark.parametrize(("road", "opposite"), [(19.99, True), (20.0, True), (20.01, False)])
def test_opposite_plots_lie_across_a_road_of_up_to_20_m(road, opposite):
    plots = parcels(square(0, 0, 30), square(0, 30 + road, 30))
    table = [house(10, 10, id="a"), house(10, 40 + road, id="b")]
    assert (graph(table, plots, plot_distance=20.0) == {(0, 1), (1, 0)}) == opposite


def test_a_property_stands_for_its_largest_main_building():
    # On plot 2: a house of 100 m², a cottage of 64, and a barn-like garage of 225 that is no main building.
    table = [
        house(5, id="a"),
        house(45, id="small", side=8),
        house(25, id="large"),
        house(22, 12, id="garage", use=910, side=15),
    ]
    assert {pair for pair in graph(table, plots_in_a_row(3, width=20)) if pair[0] == 0} == {(0, 2)}


@pytest.mark.parametrize(("ids", "first"), [(["b", "a"], 1), (["B", "a"], 1), (["2", "10"], 1), (["a", ""], 0)])
def test_of_two_equal_houses_the_smallest_id_stands_for_the_property(ids, first):
    buildings = merge(rows([house(0, id=ids[0]), house(10, id=ids[1])]))
    assert largest_main_building(buildings, np.array([0, 0]), 1).tolist() == [first]


def test_ids_that_are_numbers_compare_as_numbers():
    buildings = merge(rows([house(0, id=10), house(10, id=2)], numeric_ids=True))
    assert largest_main_building(buildings, np.array([0, 0]), 1).tolist() == [1]


def test_the_registered_footprint_counts_before_the_polygon():
    buildings = merge(rows([house(0, id="a", area=80), house(10, id="b")]))  # both 100 m² as drawn
    assert largest_main_building(buildings, np.array([0, 0]), 1).tolist() == [1]


def test_a_footprint_nobody_knows_comes_last():
    point = house(0, id="a", wkt="POINT (1 1)")
    buildings = merge(rows([point, house(10, id="b", side=1)]))
    assert largest_main_building(buildings, np.array([0, 0]), 1).tolist() == [1]


def test_a_building_on_no_property_has_neighbours_by_distance_and_is_nobody_s():
    table = [house(5, id="a"), house(25, id="b"), house(45, id="off", wkt=square(45, 0))]
    assert graph(table, plots_in_a_row(2)) == {(0, 1), (1, 0), (2, 0), (2, 1)}


def test_a_building_lies_where_its_point_on_surface_lies():
    # 12 m of 20 on plot 1 and 8 on plot 2: the point in the middle of it is on plot 1.
    across = rows([house(8, id="a", wkt="POLYGON ((8 0, 28 0, 28 10, 8 10, 8 0))")])
    assert property_of(across.geometries, plots_in_a_row(2)).tolist() == [0]


def test_where_parcels_overlap_the_first_one_holds_it():
    assert property_of(rows([house(2, 2, side=2)]).geometries, parcels(square(0), square(1))).tolist() == [0]


def test_a_building_without_geometry_lies_nowhere():
    assert property_of(rows([house(0, wkt=None)]).geometries, plots_in_a_row(1)).tolist() == [NO_PROPERTY]


@pytest.mark.parametrize(("x", "near"), [(49.99, True), (50.0, True), (50.01, False)])
def test_distance_is_from_footprint_to_footprint(x, near):
    assert (graph([house(0, id="a"), house(x, id="b")]) == {(0, 1), (1, 0)}) == near


def test_a_distance_of_exactly_40_m_at_real_coordinates():
    # 719531.8 + 10 + 40: binary numbers make 40.0000000000582 of it.
    table = [house(719531.8, 6186028.3, id="a"), house(719581.8, 6186028.3, id="b")]
    assert graph(table) == {(0, 1), (1, 0)}


def test_secondary_buildings_are_nobody_s_neighbour():
    assert graph([house(0, id="a"), house(15, id="b", use=930)]) == {(1, 0)}


@pytest.mark.parametrize("use", [910, 915, 920, 930, 940, 950, 960, 990])
def test_which_uses_are_secondary(use):
    assert not merge(rows([house(0, use=use)])).main[0]


@pytest.mark.parametrize("use", [None, 110, 120, 140, 414, 909, 961, 970, 989, 991])
def test_every_other_building_is_a_main_building(use):
    assert merge(rows([house(0, use=use)])).main[0]


def test_buildings_of_one_property_are_not_neighbours_where_that_is_known():
    table = [house(0, id="a", property="P1"), house(15, id="b", property="p1"), house(30, id="c", property=None)]
    assert graph(table) == {(0, 2), (2, 0), (1, 2), (2, 1)}


# Blocks of one condominium: BBR has the first two on one property, and each carries the BFE number of one of its flats.
BLOCKS = [("a", 0, 140, "901", "173-7-1"), ("b", 15, 140, "902", "173-7-2"), ("c", 30, 140, "903", "173-8-1")]


def of_table(*table):
    names = ("id", "x", "use", "property", "bbr")
    return [
        house(row["x"], **{k: v for k, v in row.items() if k != "x"}) for row in (dict(zip(names, r)) for r in table)
    ]


def test_the_property_id_comes_before_the_bbr_number_of_blocks_too():
    """Nothing but a doubt says that the ids are those of flats: it is told, and the ids hold."""
    assert graph(of_table(*BLOCKS)) == {(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)}


def test_without_ids_blocks_of_flats_on_one_property_of_bbr_are_no_neighbours():
    table = of_table(*((one, x, use, None, number) for one, x, use, _, number in BLOCKS))
    for row in table:
        row["property"] = "-".join(row["bbr"].split("-")[:2])  # as the reading of the layer has it
    assert graph(table) == {(0, 2), (2, 0), (1, 2), (2, 1)}


def test_houses_on_leased_land_stand_on_the_plot_of_the_land():
    # Each is a property of its own (bygning på lejet grund) on one parcel; the villa next door has its own.
    table = [house(2, id="a", property="555"), house(22, id="b", property="556"), house(45, id="c", property="7")]
    land = parcels("POLYGON ((0 -5, 40 -5, 40 15, 0 15, 0 -5))", square(40, -5, 20), properties=["100", "7"])
    assert graph(table, land) == {(0, 2), (1, 2), (2, 0)}  # the plot of two houses is one neighbour
    homes = find_homes(merge(rows(table)).geometries, land)
    found = by_distance(merge(rows(table)), np.ones(3, dtype=bool), 40.0, homes=homes)
    assert sorted(zip(found.source.tolist(), found.target.tolist())) == [(0, 2), (1, 2), (2, 0), (2, 1)]


@pytest.mark.parametrize("use", [120, 131])
def test_houses_with_properties_of_their_own_are_neighbours_though_bbr_numbers_them_together(use):
    # A row that was divided into properties may keep the number that it was registered under.
    table = of_table(*((id, x, use, of, number) for id, x, _, of, number in BLOCKS[:2]))
    assert graph(table) == {(0, 1), (1, 0)}


def test_two_rows_that_say_that_no_property_is_known_are_not_of_one():
    assert known_properties(["0", "100", "null", "", "ukendt", "10"]) == ["", "100", "", "", "", "10"]


@pytest.mark.parametrize(
    ("property_id", "number", "stated"),
    [
        ("9100198", "173-2154708-1", "9100198"),
        ("", "173-2154708-1", "173-2154708"),
        ("", "0173-02154708--12", "173-2154708"),
        ("", "173-2154708", ""),
        ("", None, ""),
    ],
)
def test_the_property_is_that_of_its_field_else_that_of_the_bbr_number(property_id, number, stated):
    assert stated_properties([property_id], [number]) == [stated]


def test_rows_with_one_id_are_one_building():
    table = [house(0, id="A"), house(2, id="a"), house(15, id="b")]
    assert graph(table) == {(0, 1), (1, 0)}


def winding_road(corners):
    """A road of many corners along y = 30 from x = 0 to 100, 6 m wide, and a plot on either side of it."""
    xs = np.linspace(0, 100, corners)
    upper = [(x, 36 + (i % 2)) for i, x in enumerate(xs)]
    lower = [(x, 30 - (i % 2)) for i, x in enumerate(xs)]
    return "POLYGON ((" + ", ".join(f"{x} {y}" for x, y in [*lower, *reversed(upper), lower[0]]) + "))"


@pytest.mark.parametrize("corners", [4, 40, 400])
def test_a_road_of_many_corners_touches_what_lies_along_it_and_no_more(corners):
    plots = parcels(winding_road(corners), square(20, 19, 10), square(20, 37, 10), square(20, 5, 10), square(45, 45, 5))
    p, q = touching(plots)
    assert list(zip(p.tolist(), q.tolist())) == [(0, 1), (0, 2)]


def test_a_plot_inside_a_large_one_touches_it():
    circle = shapely.to_wkt(shapely.Point(0, 0).buffer(100, quad_segs=32))
    p, q = touching(parcels(square(0, 0, 2), circle, square(150, 0)))
    assert list(zip(p.tolist(), q.tolist())) == [(0, 1)]
