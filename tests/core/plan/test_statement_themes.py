"""What the statement knows of a theme: met, none in the layer given, silent, not given, and never one for another."""

import pytest
from builders import square
from plan_builders import building, buildings, plots
from plan_landscapes import CATALOGUE, landscape

from lyngby_heritage.core.landscape.layers_told import LayerTold
from lyngby_heritage.core.landscape.rule import COUNTED, MembershipRule
from lyngby_heritage.core.plan.statement_themes import (
    MET,
    NONE,
    NOT_GIVEN,
    SILENT,
    properties_of,
    theme_facts,
    unplaced,
)

TOWN = buildings(
    building(0, yes=True, property="1"),
    building(100, yes=True, property="2"),
    building(200, property="3"),  # not designated: counts for nothing
    building(300, yes=True, property="9"),  # its property is not among the plots, which it stands on
    building(400, yes=True),  # stands on no plot
)
# Two plots of property 1, one of 2 and 3 each, and one of another name under the fourth building: 20 × 20 m.
PLOTS = plots(("1", "1a", 0, 20), ("1", "1b", 30, 20), ("2", "2a", 100, 20), ("3", "3a", 200, 20), ("4", "4a", 300, 20))
WHOLE = square(-50, -50, 250)
"""Holds the first two buildings and half of the third's neighbourhood: x from -50 to 200."""


def facts(found, told=(), land=PLOTS, rule=None):
    properties = properties_of(TOWN, land)
    return theme_facts(TOWN, properties, found, told, CATALOGUE, rule or MembershipRule())


def test_the_properties_are_those_of_the_designated_buildings():
    properties = properties_of(TOWN, PLOTS)
    # Of property 1 the plot that its building stands on, and not the other: the plan does not cover it.
    assert [round(one.area) for one in properties.shapes] == [400, 400, 400]
    assert properties.without == 1
    assert properties_of(TOWN, None) is None


def test_the_land_of_a_property_that_the_plan_does_not_cover_is_not_counted():
    """A farm of 1a, with the designated house, and of a wood 900 m away of which the plan says nothing."""
    wood = square(890, -10, 500)
    farm = buildings(building(0, yes=True, property="1"), building(10, yes=True, property="1"))
    land = plots(("1", "1a", 0, 20), ("1", "90", 900, 400))
    of_wood = theme_facts(
        farm, properties_of(farm, land), landscape(("kerneomraade", "Skoven", wood)), (), CATALOGUE, MembershipRule()
    )["kerneomraade"]
    assert (of_wood.known, of_wood.properties, of_wood.area) == (NONE, 0, None)
    (shape,) = properties_of(farm, land).shapes  # two houses on a plot are one property with that plot once
    assert shape.area == 400


def test_a_property_whose_building_stands_on_none_of_its_plots_has_them_all():
    off = buildings(building(500, yes=True, property="1"))
    (shape,) = properties_of(off, PLOTS).shapes
    assert shape.area == 800


def test_a_theme_that_is_met_tells_how_much_and_where():
    found = facts(landscape(("landskab", "Ådalen", WHOLE), ("landskab", "Fjernt", square(5000, 0))))["landskab"]
    assert (found.known, found.buildings, found.properties, found.area) == (MET, 2, 2, 800.0)
    assert found.names == ("Ådalen",)
    assert found.name == "Bevaringsværdigt landskab"


def test_a_property_may_be_met_where_its_building_is_not():
    # The corner of the plot of property 1, x and y from 10 to 15; its building ends at 10.
    found = facts(landscape(("paragraf3", "Mose", square(10, 10, 10))))["paragraf3"]
    assert (found.buildings, found.properties, found.area) == (0, 1, 25.0)


def test_a_point_has_no_area():
    found = facts(landscape(("fortidsminde", "Høj", square(2, 2, 1), "gaeldende", "punkt")))["fortidsminde"]
    assert (found.known, found.buildings, found.properties, found.area) == (MET, 1, 1, None)


def test_without_plots_buildings_alone_are_counted():
    found = facts(landscape(("landskab", "Ådalen", WHOLE)), land=None)["landskab"]
    assert (found.buildings, found.properties, found.area) == (2, None, None)


def test_a_proposal_is_told_as_one_and_does_not_count_where_only_what_is_in_force_does():
    only_proposed = landscape(("landskab", "Nyt", square(-50, -50, 100), "forslag"))
    assert (facts(only_proposed)["landskab"].buildings, facts(only_proposed)["landskab"].proposed) == (1, 1)
    firm = facts(only_proposed, rule=MembershipRule(COUNTED[2]))["landskab"]
    assert (firm.known, firm.buildings) == (NONE, 0)


FAR = square(9000, 0)


@pytest.mark.parametrize(
    ("rows", "told", "known"),
    [
        ([], [], NOT_GIVEN),
        ([("fredning", "Fjernt", FAR)], [], NONE),
        # lines do not say who lies inside
        ([("fredning", "Fjernt", FAR, "gaeldende", "linje")], [], SILENT),
        ([], [("fredning", "tomt")], SILENT),
        ([("fredning", "Fjernt", FAR)], [("fredning", "uden_for")], SILENT),
        ([("fredning", "Fjernt", FAR)], [("fredning", "uden_for"), ("fredning", "laest")], NONE),
        ([("fredning", "Fjernt", FAR)], [("fredning", "laest"), ("fredning", "tomt")], NONE),
        ([("lavbund", "Eng", FAR)], [("lavbund", "laest")], NOT_GIVEN),
        ([("fredning", "Her", square(0, 0))], [("fredning", "laest")], MET),
    ],
)
def test_none_is_said_of_a_layer_that_was_read_and_of_no_other(rows, told, known):
    layers = [LayerTold(theme, f"lag{place}", outcome, "") for place, (theme, outcome) in enumerate(told)]
    assert facts(landscape(*rows), layers)["fredning"].known == known


def test_without_a_landscape_nothing_is_known():
    assert {one.known for one in facts(None).values()} == {NOT_GIVEN}


def test_the_layers_of_a_theme_are_named_with_their_days():
    told = [LayerTold("fredning", "fredede_omr", "laest", "2026-03-12"), LayerTold("lavbund", "lavbund", "tomt", "")]
    found = facts(landscape(("fredning", "Fjernt", FAR)), told)
    assert found["fredning"].layers == (("fredede_omr", "2026-03-12"),)
    assert found["lavbund"].layers == (("lavbund", ""),)


def test_a_theme_of_the_layer_s_own_is_not_lost():
    assert facts(landscape(("egne_haver", "Haven", square(0, 0))))["egne_haver"].buildings == 1


def test_a_building_without_a_place_is_counted_apart():
    assert unplaced(buildings(building(0, yes=True, wkt=None), building(20, wkt=None), building(40, yes=True))) == 1
