"""The areas for Plandata: no overlap, all inside the plan and the boundary; cures are told, the rest is refused."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.delivery.plandata_area import (
    PartAsked,
    delivered_areas,
    overlapping,
    refuse_ambiguous,
    refuse_elsewhere,
    within_boundary,
)

X, Y = 719_000, 6_188_000
"""All lies in Lyngby: a corner of a square is so far from here."""


def box(west, south, east, north):
    return shapely.box(X + west, Y + south, X + east, Y + north)


def asked(number, *surfaces, buildings=1):
    return PartAsked(number, f"Gruppe {number}", np.array(surfaces, dtype=object), buildings)


def areas_of(*parts, plan=None):
    every = np.concatenate([one.surfaces for one in parts])
    return delivered_areas(shapely.union_all(every) if plan is None else plan, parts, "planomraade")


def sizes(areas):
    return {one.number: round(one.geometry.area, 3) for one in areas.parts}


def test_what_two_delomraader_ask_for_is_the_first_ones():
    """A is 20 × 10, B 20 × 10 of which half lies in A: B keeps 100 m², and says that 100 m² are elsewhere."""
    areas = areas_of(asked("A", box(0, 0, 20, 10)), asked("B", box(10, 0, 30, 10)))
    assert sizes(areas) == {"A": 200.0, "B": 100.0}
    assert [one.elsewhere for one in areas.parts] == [0.0, pytest.approx(100.0)]
    assert areas.plan.area == pytest.approx(300.0)
    assert areas.rest == 0.0
    assert overlapping(areas.parts) == 0.0


def test_a_plot_of_two_groups_leaves_nothing_for_the_second_which_is_said():
    areas = areas_of(asked("A", box(0, 0, 20, 20)), asked("C", box(0, 0, 20, 20), buildings=3))
    assert sizes(areas) == {"A": 400.0}
    assert [(one.number, one.buildings) for one in areas.swallowed] == [("C", 3)]


def test_every_object_is_one_multipolygon_however_many_parts_it_has():
    areas = areas_of(asked("A", box(0, 0, 10, 10), box(50, 0, 60, 10), box(10, 0, 20, 10)))
    (one,) = areas.parts
    assert one.geometry.geom_type == areas.plan.geom_type == "MultiPolygon"
    assert len(one.geometry.geoms) == 2  # the plots that adjoin are one part
    assert one.geometry.is_valid


def test_an_environment_keeps_what_the_groups_leave_of_it_with_holes():
    """A ring of 40 × 40 round a plot of 10 × 10: 1,500 m², with a hole."""
    areas = areas_of(asked("A", box(15, 15, 25, 25)), asked("K1", box(0, 0, 40, 40), buildings=0))
    assert sizes(areas) == {"A": 100.0, "K1": 1500.0}
    assert len(areas.parts[1].geometry.geoms[0].interiors) == 1


def test_neighbours_share_their_corners_where_a_border_was_cut_and_all_are_whole_millimetres():
    slanting = shapely.from_wkt(f"POLYGON(({X + 5} {Y - 5},{X + 17} {Y + 31},{X + 40} {Y + 3},{X + 5} {Y - 5}))")
    areas = areas_of(asked("A", box(0, 0, 20, 20)), asked("B", slanting))
    first, second = (one.geometry for one in areas.parts)
    shared = shapely.intersection(first.boundary, second.boundary)
    assert shared.length == pytest.approx(shapely.intersection(box(0, 0, 20, 20).boundary, slanting).length, abs=0.01)
    assert overlapping(areas.parts) == 0.0
    together = shapely.union(first, second)
    assert together.equals(areas.plan)
    for one in (first, second, areas.plan):
        corners = shapely.get_coordinates(one)
        assert np.array_equal(corners, corners.round(3))


def test_the_rest_of_the_plan_is_in_no_delomraade():
    areas = areas_of(asked("A", box(0, 0, 10, 10)), plan=box(0, 0, 30, 10))
    assert areas.rest == pytest.approx(200.0)


def test_a_delomraade_outside_the_plan_is_refused_with_where():
    with pytest.raises(HeritageError, match=r"planomraade.*by 100 m².*at 719015, 6188005"):
        areas_of(asked("A", box(0, 0, 20, 10)), plan=box(0, 0, 10, 10))


def test_a_hair_outside_the_plan_is_left_out():
    """1 mm along 20 m are 0.02 m², which no person meant."""
    areas = areas_of(asked("A", box(0, 0, 20, 10.001)), plan=box(0, 0, 20, 10))
    assert sizes(areas) == {"A": 200.0}


def test_a_narrow_surface_is_pointed_out():
    areas = areas_of(asked("A", box(0, 0, 20, 10)), asked("B", box(0, 0, 20, 10.05), box(40, 0, 50, 10)))
    assert [(name, x, round(y)) for name, x, y in areas.slivers] == [("B", X + 10.0, Y + 10)]
    assert sizes(areas)["B"] == 101.0


# ---- one area --------------------------------------------------------------------------------------------------------

BOW_TIE = shapely.from_wkt(f"POLYGON(({X} {Y},{X + 20} {Y + 20},{X + 20} {Y},{X} {Y + 20},{X} {Y}))")
SPIKE = shapely.from_wkt(
    f"POLYGON(({X} {Y},{X + 20} {Y},{X + 20} {Y + 20},{X + 20} {Y + 30},{X + 20} {Y + 20},{X} {Y + 20},{X} {Y}))"
)


def test_an_area_whose_lines_cross_is_refused_where_nobody_knows_what_was_meant():
    """A bow tie is two triangles of 100 m² by its lines, and one by the way they go."""
    with pytest.raises(HeritageError, match=r"planomraade.*719010 6188010.*differ by 100 m²"):
        refuse_ambiguous(BOW_TIE, "planomraade")


def test_a_spike_can_be_read_in_one_way_only():
    assert not SPIKE.is_valid
    refuse_ambiguous(SPIKE, "planomraade")


@pytest.mark.parametrize(("east", "left", "told"), [(20, 200.0, 0), (20.4, 200.0, 1)])
def test_less_than_half_a_metre_outside_the_boundary_is_cut_off_and_told(east, left, told):
    area, notes = within_boundary(box(0, 0, east, 10), box(-50, -50, 20, 50), "afgraensning")
    assert area.area == pytest.approx(left)
    assert [str(one) for one in notes] == [
        "4.0 m² of the plan's area lay outside the boundary, by less than 0.5 m, and was cut off."
    ][:told]


def test_more_than_that_is_refused_with_where():
    """From 20.5 to 40 m lies beyond: 19.5 × 10 m, and its middle is at 30."""
    with pytest.raises(HeritageError, match=r"afgraensning\) by 195 m², more than 0.5 m beyond it.*719030, 6188005"):
        within_boundary(box(0, 0, 40, 10), box(-50, -50, 20, 50), "afgraensning")


def test_an_area_outside_denmark_has_the_wrong_coordinates():
    refuse_elsewhere(box(0, 0, 10, 10), "planomraade")
    with pytest.raises(HeritageError, match="planomraade lies outside Denmark: 0, 0"):
        refuse_elsewhere(shapely.box(0, 0, 10, 10), "planomraade")
