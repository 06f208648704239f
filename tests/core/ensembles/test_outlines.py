"""Outlines: the plots merged, paths closed, no one else's plot, and hulls where there are no plots."""

import numpy as np
import pytest
import shapely
from builders import house, rows, square

from lyngby_heritage.core.ensembles.outlines import FROM_BOTH, FROM_BUILDINGS, FROM_PARCELS, dissolve, draw
from lyngby_heritage.core.neighbourhood.buildings import merge
from lyngby_heritage.core.neighbourhood.neighbours import NeighbourRule
from lyngby_heritage.core.neighbourhood.plots import find_homes
from lyngby_heritage.core.neighbourhood.properties import group_parcels


def outlines(table, groups, plots=None, properties=None, method=1, opposite=20.0):
    """The outlines of the houses in `table`, each in the group of its place in `groups` (None for none)."""
    buildings = merge(rows(table))
    member = np.array([i for i, group in enumerate(groups) if group is not None], dtype=np.intp)
    group = np.array([groups[i] for i in member], dtype=np.intp)
    order = np.lexsort((member, group))
    homes = None
    if plots is not None:
        parcels = group_parcels(np.array([shapely.from_wkt(one) for one in plots], dtype=object), properties)
        homes = find_homes(buildings.geometries, parcels)
    count = int(group.max(initial=-1)) + 1
    return draw(member[order], group[order], count, buildings, homes, NeighbourRule(method, 40.0, opposite))


def plot(west, south=0.0, width=20.0, depth=30.0):
    return shapely.box(west, south, west + width, south + depth).wkt


def area(shape):
    return round(shapely.area(shape), 3)


def test_plots_that_touch_are_one_polygon():
    table = [house(5, 5, id="a"), house(25, 5, id="b")]
    found = outlines(table, [0, 0], [plot(0), plot(20)])
    assert found.geometries[0].equals(shapely.box(0, 0, 40, 30))
    assert found.sources.tolist() == [FROM_PARCELS]


# The width of the path, and whether it is part of the outline (6 m: data/rules/ensembles.json).
@pytest.mark.parametrize(("width", "closed"), [(2.0, True), (6.0, True), (6.5, False)])
def test_a_footpath_between_the_group_s_own_plots_is_closed(width, closed):
    table = [house(5, 5, id="a"), house(25 + width, 5, id="b")]
    path = plot(20, width=width)
    for plots in ([plot(0), plot(20 + width)], [plot(0), path, plot(20 + width)]):
        found = outlines(table, [0, 0], plots).geometries[0]
        assert area(found) == 2 * 600 + (30 * width if closed else 0)
        assert shapely.get_num_geometries(found) == (1 if closed else 2)


def test_a_road_is_part_of_it_where_opposite_sides_are_neighbours():
    table = [house(5, 5, id="a"), house(37, 5, id="b")]
    plots = [plot(0), plot(32)]
    assert [area(outlines(table, [0, 0], plots, method=method).geometries[0]) for method in (1, 2)] == [1200, 1560]
    assert area(outlines(table, [0, 0], plots, method=2, opposite=11.0).geometries[0]) == 1200


def test_a_narrow_plot_that_others_have_built_on_is_not_swallowed():
    table = [house(5, 5, id="a"), house(29, 5, id="b"), house(21, 5, id="kiosk", side=3.0)]
    plots = [plot(0), plot(24), shapely.box(20, 0, 24, 10).wkt]
    found = outlines(table, [0, 0, None], plots).geometries[0]
    # The kiosk's plot is 4 m wide and 10 m deep; the other 20 m of the strip are nobody's, and closed.
    assert area(found) == 1200 + 4 * 20
    assert not found.intersects(shapely.from_wkt(square(21, 5, 3)).buffer(-0.1))


def test_a_group_whose_buildings_lie_under_another_s_keeps_a_rim():
    # c lies on the first group's plot and under its house a, 1 m aside; d off the plots under b, 1 m aside.
    table = [house(0, id="a"), house(15, id="a2"), house(100, id="b"), house(1, id="c"), house(101, id="d")]
    found = outlines(table, [0, 0, 0, 1, 1], [plot(-5, -5, 40)]).geometries[1]
    # Of c 1 × 10 m; of d the house of 10 × 10 m and 5 m round it with rounded corners, less the 10 × 10 m of b.
    corners = shapely.area(shapely.buffer(shapely.Point(0, 0), 5.0, quad_segs=4))
    assert area(found) == pytest.approx(10 + 4 * 50 + corners, abs=0.01)  # corners stand on whole millimetres


def ring(inside):
    """Plots of 10 × 10 m round a square of side `inside`, a house on each."""
    steps = round(inside / 10) + 2
    places = [(x, y) for x in range(steps) for y in range(steps) if x in (0, steps - 1) or y in (0, steps - 1)]
    table = [house(10 * x + 2, 10 * y + 2, id=f"{x}-{y}", side=6.0) for x, y in places]
    return table, [plot(10 * x, 10 * y, 10, 10) for x, y in places]


# 20 × 20 m = 400 m² lies under the 500 m² of data/rules/ensembles.json, 30 × 30 m = 900 m² over it.
@pytest.mark.parametrize(("side", "holes"), [(20, 0), (30, 1)])
def test_a_small_enclosed_green_is_part_of_it_and_a_large_one_is_not(side, holes):
    table, plots = ring(side)
    found = outlines(table, [0] * len(table), plots).geometries[0]
    assert shapely.get_num_interior_rings(found) == holes


def test_an_enclosed_plot_with_a_house_on_it_stays_outside():
    table, plots = ring(20)
    table.append(house(15, 15, id="odd"))
    plots.append(plot(10, 10, 20, 20))
    found = outlines(table, [0] * len(plots[:-1]) + [None], plots).geometries[0]
    assert shapely.get_num_interior_rings(found) == 1
    assert area(found) == 1200


def test_the_parcels_of_a_property_that_adjoin_belong_and_one_elsewhere_does_not():
    table = [house(5, 5, id="a"), house(25, 5, id="b")]
    plots = [plot(0), plot(0, 30, depth=10), plot(500), plot(20)]
    found = outlines(table, [0, 0], plots, ["1", "1", "1", "2"]).geometries[0]
    assert found.equals(shapely.union_all([shapely.box(0, 0, 40, 30), shapely.box(0, 30, 20, 40)]))


def test_a_plot_with_buildings_of_two_groups_goes_to_the_one_with_most_of_them():
    table = [house(2, 2, id="a"), house(2, 14, id="b"), house(20, 5, id="c")]
    found = outlines(table, [0, 0, 1], [plot(0, width=40)]).geometries
    assert area(found[0]) == 40 * 30 - 100
    assert found[1].equals(shapely.from_wkt(square(20, 5)))


def test_two_groups_with_a_path_between_them_leave_it_to_neither():
    table = [house(5, 5, id="a"), house(29, 5, id="b")]
    found = outlines(table, [0, 1], [plot(0), plot(24)]).geometries
    assert [area(one) for one in found] == [600, 600]


def test_without_plots_the_outline_lies_five_metres_outside_the_footprints():
    table = [house(0, 0, id="a"), house(30, 0, id="b")]
    found = outlines(table, [0, 0])
    assert found.sources.tolist() == [FROM_BUILDINGS]
    assert [round(one, 6) for one in found.geometries[0].bounds] == [-5, -5, 45, 15]
    assert found.geometries[0].contains(shapely.box(0, 0, 40, 10))


def test_points_get_ten_metres_also_when_they_lie_on_a_line():
    table = [house(0, id=str(i), wkt=f"POINT ({20 * i} 0)") for i in range(5)]
    found = outlines(table, [0] * 5).geometries[0]
    assert [round(one, 6) for one in found.bounds] == [-10, -10, 90, 10]


def test_one_place_for_all_is_a_round():
    table = [house(0, id=str(i), wkt="POINT (0 0)") for i in range(5)]
    found = outlines(table, [0] * 5).geometries[0]
    assert [round(one, 6) for one in found.bounds] == [-10, -10, 10, 10]


def test_a_hull_follows_a_bend_and_leaves_out_what_lies_in_it():
    legs = [(20 * i, 0) for i in range(12)] + [(0, 20 * i) for i in range(1, 12)]
    table = [house(x, y, id=f"{x}-{y}") for x, y in legs] + [house(150, 150, id="odd")]
    found = outlines(table, [0] * len(legs) + [None]).geometries[0]
    assert not found.intersects(shapely.from_wkt(table[-1]["wkt"]))
    assert area(found) < 0.35 * 240 * 240  # the convex hull is about half the square


def test_a_group_of_thousands_of_houses_without_plots_has_its_hull():
    """Enough for two threads: what is asked of one hull is asked by one of them."""
    side = 60
    table = [house(20.0 * x, 20.0 * y) for x in range(side) for y in range(side)]
    (found,) = outlines(table, [0] * len(table)).geometries
    # From 0 to 1190 m, and 5 m beyond with rounded corners.
    assert area(found) == pytest.approx(1200**2, abs=25)


def test_a_row_inside_another_s_hull_keeps_its_ground():
    around = [house(x, y, id=f"{x}-{y}") for x in range(0, 200, 25) for y in (0, 60)]
    inside = [house(x, 30, id=f"i{x}") for x in range(20, 160, 15)]
    found = outlines(around + inside, [0] * len(around) + [1] * len(inside)).geometries
    for shape, table in zip(found, (around, inside)):
        assert all(shapely.from_wkt(one["wkt"]).difference(shape).area < 0.01 for one in table)
    assert found[0].intersection(found[1]).area < 0.01


def test_a_building_off_every_plot_is_drawn_round():
    table = [house(5, 5, id="a"), house(25, 5, id="b"), house(45, 5, id="c")]
    found = outlines(table, [0, 0, 0], [plot(0), plot(20)])
    assert found.sources.tolist() == [FROM_BOTH]
    assert shapely.from_wkt(table[2]["wkt"]).buffer(4.9).difference(found.geometries[0]).area < 0.01


def test_no_groups_no_outlines():
    assert len(outlines([house(0, id="a")], [None]).geometries) == 0


def test_dissolving_is_the_union_of_each_group():
    boxes = np.array([shapely.box(i, 0, i + 1.5, 1) for i in range(20)], dtype=object)
    group = np.array([i % 3 for i in range(20)])
    found = dissolve(boxes, group, 4)
    for one in range(3):
        assert found[one].equals(shapely.union_all(boxes[group == one]))
    assert found[3] is None
