"""Which properties are heard: designated buildings, and land in decided environments."""

import pytest
from hearing_cases import heard_plan as heard
from plan_builders import building, plots

from lyngby_heritage.core.hearing.properties import LandIn, heard_properties
from lyngby_heritage.core.plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED


def told(properties):
    return [(one.key, one.address, [each.number for each in one.buildings], one.environments) for one in properties]


YES = {"yes": True, "save": 3, "ground": "vaerdi_1_3"}


def test_a_property_with_a_designated_building_is_heard_once_with_all_of_them():
    plan = heard(
        building(0, address="Byvej 10", property="100", parcel="1a Askholt", **YES),
        building(20, address="Byvej 10 A", property="100", parcel="1a Askholt", **YES),
        building(40, address="Byvej 2", property="0200", parcel="1b Askholt", **YES),
        building(60, address="Byvej 3", property="300"),
    )
    assert told(heard_properties(plan)) == [("200", "Byvej 2", [1], ()), ("100", "Byvej 10", [2, 3], ())]


def test_a_designated_building_is_told_with_value_ground_and_reason():
    (one,) = heard_properties(heard(building(0, address="Byvej 1", property="1", **YES), preserved=[("lokalplan 7",)]))
    (only,) = one.buildings
    assert (only.save, only.ground) == (3, "Foreslås udpeget: SAVE-værdi 1–3")
    assert (only.reason, only.preserved_by, only.apart) == ("Fordi b0_0.0", ("lokalplan 7",), "")


@pytest.mark.parametrize("decided", [True, False])
@pytest.mark.parametrize(
    ("kind", "ground"),
    [
        ("listed", "Fredet bygning, nævnt til oplysning"),
        ("church", "Kirke, nævnt til oplysning"),
    ],
)
def test_the_owner_of_every_building_that_the_proposal_numbers_is_told_what_it_is(kind, ground, decided):
    # A listed building or a church has a number whatever its value, and the rule's reason is not said of it.
    row = building(0, address="Byvej 1", property="1", save=7, decided=decided, **{kind: True})
    (one,) = heard_properties(heard(row, building(40, address="Byvej 2", property="2")))
    assert told([one]) == [("1", "Byvej 1", [1], ())]
    assert [(each.ground, each.reason) for each in one.buildings] == [(ground, "")]
    assert not one.bound


def test_a_building_without_property_takes_that_of_its_plot_and_else_is_told_without_number():
    rows = (building(0, address="Byvej 1", **YES), building(40, address="Byvej 2", **YES))
    with_plots = plots(("900", "9a Askholt", 0, 20))
    assert told(heard_properties(heard(*rows, plots=with_plots))) == [
        ("900", "Byvej 1", [1], ()),
        ("", "Byvej 2", [2], ()),
    ]


def test_a_building_on_two_rows_is_told_once_though_nobody_knows_its_property():
    plan = heard(*(building(at, address="Kildevej 4A", id="AB-1", **YES) for at in (0, 300)))
    assert told(heard_properties(plan)) == [("", "Kildevej 4A", [1, 2], ())]


def test_a_plot_of_two_properties_is_heard_as_both():
    plan = heard(building(0, address="Byvej 1", **YES), plots=plots(("7, 8", "1a Askholt", 0, 20)))
    assert told(heard_properties(plan)) == [("7", "Byvej 1", [1], ()), ("8", "Byvej 1", [1], ())]


def test_a_property_with_a_listed_building_alone_is_outside_the_plan_unless_a_bound_building_stands_on_its_land():
    town = (
        building(0, address="Byvej 1", property="1", listed=True),
        building(40, address="Byvej 2", property="2", listed=True),
        building(60, address="Byvej 3", property="3", **YES),
    )
    land = plots(("1", "1a Askholt", 0, 20), ("2", "1b Askholt", 40, 10), ("2, 3", "1c Askholt", 60, 20))
    found = heard_properties(heard(*town, plots=land))
    assert [(one.key, one.in_area, one.reach) for one in found] == [
        ("1", "", OUTSIDE),
        ("2", "1c Askholt", INSIDE),
        ("3", "1c Askholt", INSIDE),
    ]


@pytest.mark.parametrize("with_plots", [True, False])
def test_the_buildings_for_which_the_plan_has_a_parcel_are_counted_and_another_propertys_with_them(with_plots):
    town = (
        building(0, address="Byvej 1", property="1", parcel="1a Askholt", **YES),
        building(2, address="Byvej 1", property="1", parcel="1a Askholt", **YES),
        building(4, address="Byvej 1", property="1", parcel="1a Askholt"),
        building(40, address="Byvej 2", property="2", parcel="1b Askholt", listed=True),
        building(42, address="Byvej 3", property="3", parcel="1b Askholt", **YES),
    )
    land = plots(("1", "1a Askholt", 0, 20), ("1", "1c Askholt", 90, 20), ("2, 3", "1b Askholt", 40, 20))
    found = heard_properties(heard(*town, plots=land if with_plots else None))
    assert [(one.key, one.in_area, one.standing) for one in found] == [
        ("1", "1a Askholt", 2),
        ("2", "1b Askholt", 1),
        ("3", "1b Askholt", 1),
    ]


def test_a_parcel_of_one_name_in_two_districts_is_in_the_plan_in_the_one_alone():
    town = (
        building(0, property="1", parcel="5a Askholt", listed=True),
        building(40, property="2", parcel="5a Bakkeby", **YES),
        building(60, property="3", listed=True),
    )
    found = {one.key: one for one in heard_properties(heard(*town))}
    assert (found["1"].reach, found["2"].reach) == (OUTSIDE, INSIDE)
    # Of a property whose parcels nobody knows it cannot be told.
    assert found["3"].reach == UNDECIDED


def test_land_in_a_decided_environment_is_heard_with_or_without_a_building():
    plan = heard(
        building(0, address="Byvej 1", property="1", **YES),
        building(40, address="Byvej 2", property="2"),
        building(200, address="Byvej 9", property="9"),
        plots=plots(
            ("1", "1a Askholt", 0, 20),
            ("2", "1b Askholt", 40, 20),
            ("3", "1c Askholt", 70, 20),
            ("9", "1d Askholt", 200, 20),
        ),
        environments=[("Askholt", -10, 120)],
    )
    found = heard_properties(plan)
    assert told(found) == [
        ("1", "Byvej 1", [1], ("Askholt",)),
        ("2", "Byvej 2", [], ("Askholt",)),
        ("3", "", [], ("Askholt",)),
    ]
    assert [one.called for one in found] == ["Byvej 1", "Byvej 2", "matr.nr. 1c Askholt"]


def test_how_much_of_a_property_lies_in_an_environment():
    """The environment reaches from x = -10 to 110; each plot begins 5 m before its x and is 20 m wide."""
    plan = heard(
        building(0, address="Byvej 1", property="1", **YES),
        building(50, address="Byvej 4", property="4"),
        plots=plots(
            *(("1", "1a Askholt", 0, 20), ("1", "1b Askholt", 200, 20)),
            ("2", "2a Askholt", 100, 20),
            ("3", "3a Askholt", 30, 20),
            *(("4", "4a Askholt", 50, 20), ("4", "4b Askholt", 100, 20), ("4", "4c Askholt", 300, 20)),
        ),
        environments=[("Askholt", -10, 120)],
    )
    assert {one.key: one.land_in for one in heard_properties(plan)} == {
        "1": (LandIn("1a Askholt", True),),
        "2": (LandIn("", False),),
        "3": (LandIn("", True),),
        "4": (LandIn("4a Askholt; 4b Askholt", False),),
    }
    unknown = heard(building(0, property="1"), environments=[("Askholt", -10, 50)])
    assert [one.land_in for one in heard_properties(unknown)] == [(LandIn("", False),)]


@pytest.mark.parametrize(("side", "inside"), [(15.04, False), (15.1, True)])
def test_a_sliver_along_the_boundary_is_no_land_in_it(side, inside):
    # The plot begins at x = 15 and is 20 m high: 0.04 m of it are 0.6 m², 0.1 m are 1.5 m².
    plan = heard(
        building(99, property="9"), plots=plots(("1", "1a Askholt", 20, 20)), environments=[("Askholt", 0, side)]
    )
    assert bool(heard_properties(plan)) is inside


def test_without_plots_the_buildings_in_an_environment_are_heard():
    plan = heard(
        building(0, address="Byvej 1", property="1"), building(99, property="2"), environments=[("Askholt", -10, 50)]
    )
    assert told(heard_properties(plan)) == [("1", "Byvej 1", [], ("Askholt",))]
