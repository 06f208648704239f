"""What holds a property, how much of it, and what lies near: computed by hand on squares of 100 m."""

import numpy as np
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
