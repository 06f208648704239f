"""What holds a property, how much of it, and what lies near: computed by hand on squares of 100 m."""

import numpy as np
import pytest
import shapely
from builders import square
from plan_landscapes import landscape

from lyngby_heritage.core.landscape.rule import MembershipRule
from lyngby_heritage.core.sheet.themes import themes_near

PROPERTY = square(0, 0, 100)
DESCRIBED = {"lavbund": ("Lavbundsareal", "Planloven"), "fredning": ("Fredning", "Naturbeskyttelsesloven")}


def near(*areas, land=PROPERTY, reach=100.0, rule=None):
    shapes = np.empty(1, dtype=object)
    shapes[0] = land and shapely.from_wkt(land)
    (found,) = themes_near(shapes, landscape(*areas), DESCRIBED, rule or MembershipRule(), reach)
    return [(one.name, one.areas, one.distance, one.area, one.share, one.proposed, one.unknown_status) for one in found]


def test_a_theme_that_holds_the_property_has_its_part_in_square_metres():
    assert near(("lavbund", "Engen", square(75, 0, 100))) == [
        ("Lavbundsareal", ("Engen",), 0.0, 2500.0, 0.25, False, False)
    ]


def test_a_theme_beside_it_has_its_distance_and_one_too_far_is_not_told():
    areas = (("lavbund", "Engen", square(130, 0, 10)), ("fredning", "Mosen", square(250, 0, 10)))
    assert near(*areas) == [("Lavbundsareal", ("Engen",), 30.0, None, None, False, False)]
    assert [one[2] for one in near(*areas, reach=150)] == [30.0, 150.0]


def test_a_stream_across_the_property_is_there_as_a_line_and_a_tree_and_an_area_are_not():
    shapes = np.array([shapely.from_wkt(PROPERTY)], dtype=object)

    def kinds(*areas):
        (found,) = themes_near(shapes, landscape(*areas), DESCRIBED, MembershipRule(), 100.0)
        return [(one.distance, one.area, one.line) for one in found]

    stream = ("lavbund", "Åen", "LINESTRING (-50 10, 50 10)")
    assert kinds(stream) == [(0.0, None, True)]
    assert kinds(("lavbund", "Egen", "POINT (10 10)")) == [(0.0, None, False)]
    assert kinds(stream, ("lavbund", "Engen", PROPERTY)) == [(0.0, 10000.0, False)]
    assert kinds(("lavbund", "Åen", "LINESTRING (-50 150, 50 150)")) == [(50.0, None, False)]  # beside it


@pytest.mark.parametrize(("west", "held"), [(100.0, False), (99.6, False), (99.4, True)])
def test_an_area_that_only_borders_on_the_property_does_not_hold_it(west, held):
    """In common are 0, 40 and 60 m² of a strip along the boundary; what comes in less than 0.5 m is the boundary."""
    shapes = np.array([shapely.from_wkt("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))")], dtype=object)
    strip = f"POLYGON (({west} 0, 200 0, 200 100, {west} 100, {west} 0))"
    ((found,),) = themes_near(shapes, landscape(("lavbund", "Engen", strip)), DESCRIBED, MembershipRule(), 100.0)
    assert (found.held, found.distance, found.areas) == (held, 0.0, ("Engen",))
    assert (found.area is not None) is held


def test_an_area_that_only_borders_on_the_property_is_not_named_where_another_of_its_theme_holds_it():
    beside, within = "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))", "POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))"
    found = near(
        ("lavbund", "Kæret", beside, "forslag"),
        ("lavbund", "Engen", within),
        land="POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))",
    )
    assert found == [("Lavbundsareal", ("Engen",), 0.0, 5000.0, 0.5, False, False)]


def test_of_several_areas_of_a_theme_beside_it_the_nearest_tells():
    found = near(("lavbund", "Engen", square(190, 0, 5)), ("lavbund", "Kæret", square(120, 0, 5)))
    assert found == [("Lavbundsareal", ("Kæret",), 20.0, None, None, False, False)]


def test_what_only_a_proposal_holds_and_what_has_no_status_says_so():
    proposed = ("lavbund", "", square(50, 0, 100), "forslag")
    assert near(proposed)[0][5:] == (True, False)
    assert near(proposed, rule=MembershipRule(statuses=("gaeldende",))) == []
    assert near(("lavbund", "", square(50, 0, 100), "ukendt"))[0][5:] == (False, True)


def test_the_largest_part_stands_first_and_a_property_without_a_place_has_none():
    found = near(("lavbund", "", square(80, 0, 100)), ("fredning", "", square(50, 0, 100)))
    assert [one[0] for one in found] == ["Fredning", "Lavbundsareal"]
    assert near(("lavbund", "", square(0, 0, 100)), land=None) == []
