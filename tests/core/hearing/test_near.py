"""Properties near the plan: who is listed, how far each is from the plan, and for whose sake it is there."""

import pytest
from hearing_cases import heard_plan
from plan_builders import building, plots

from lyngby_heritage.core.hearing.near import chosen_near, near_properties
from lyngby_heritage.core.hearing.properties import heard_properties

YES = {"yes": True, "save": 3, "ground": "vaerdi_1_3"}
HOUSE = building(0, address="Byvej 1", property="1", **YES)
CHURCH = building(60, address="Kirkevej 2", property="2", church=True)


def near_of(plan, metres):
    return near_properties(plan, heard_properties(plan), metres)


def told(near):
    return [(one.property.key, one.metres, one.to, one.only_by, one.only_metres) for one in near]


def test_near_properties_are_a_list_with_their_distance():
    plan = heard_plan(
        HOUSE,
        building(30, address="Byvej 3", property="3"),
        plots=plots(
            ("1", "1a Askholt", 0, 20),
            ("3", "1b Askholt", 30, 20),
            ("4", "1c Askholt", 60, 20),
            ("5", "1d Askholt", 99, 20),
        ),
    )
    near = near_of(plan, 45)
    assert [(one.property.key, one.property.called, one.metres, one.to) for one in near] == [
        ("3", "Byvej 3", 10.0, "Byvej 1"),
        ("4", "matr.nr. 1c Askholt", 40.0, "Byvej 1"),
    ]
    assert near_of(plan, 0) == []
    assert [one.key for one in chosen_near(near, ["4", "77"])] == ["4"]
    assert all(one.near for one in chosen_near(near, ["4"]))


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        # 25 m from the house's plot, and 15 from the church's.
        (20, ("3", 25.0, "Byvej 1", "matr.nr. 1b Askholt (Kirkevej 2)", 15.0)),
        (25, ("3", 25.0, "Byvej 1", "", 0.0)),
    ],
)
def test_a_property_is_measured_to_the_plans_area_and_not_to_a_church_that_is_heard_too(metres, said):
    land = plots(("1", "1a Askholt", 0, 15), ("3", "1c Askholt", 40, 5), ("2", "1b Askholt", 60, 20))
    assert told(near_of(heard_plan(HOUSE, CHURCH, plots=land), metres)) == [said]


def test_a_road_in_an_environment_and_a_field_of_a_designated_house_are_no_land_in_the_plan():
    land = plots(
        *(("1", "1a Askholt", 0, 20), ("1", "1f Askholt", 200, 20)),
        *(("3", "1c Askholt", 230, 20), ("7", "7000a Askholt", 400, 20), ("4", "1d Askholt", 421, 20)),
    )
    plan = heard_plan(HOUSE, plots=land, environments=[("Askholt", 396, 10)])
    assert told(near_of(plan, 12)) == [
        ("3", 210.0, "Byvej 1", "matr.nr. 1f Askholt (Byvej 1)", 10.0),
        ("4", 401.0, "Byvej 1", "matr.nr. 7000a Askholt", 1.0),
    ]


def test_where_no_land_is_in_the_plan_the_list_says_no_distance_to_it():
    land = plots(("3", "1c Askholt", 40, 15), ("2", "1b Askholt", 60, 20))
    assert told(near_of(heard_plan(CHURCH, plots=land), 20)) == [
        ("3", None, "", "matr.nr. 1b Askholt (Kirkevej 2)", 5.0)
    ]


def test_of_a_property_with_several_plots_the_nearest_to_the_plan_counts_and_both_are_named_where_another_is_near():
    land = plots(
        *(("1", "1a Askholt", 0, 20), ("2", "1b Askholt", 60, 20)),
        *(("3", "3a Askholt", 30, 5), ("3", "3b Askholt", 81, 20)),
    )
    plan = heard_plan(HOUSE, CHURCH, plots=land)
    (one,) = near_of(plan, 10)
    assert (one.metres, one.property.parcels, one.only_by) == (10.0, "3a Askholt", "")
    (one,) = near_of(plan, 5)
    assert (one.metres, one.property.parcels, one.only_metres) == (10.0, "3b Askholt; 3a Askholt", 1.0)
