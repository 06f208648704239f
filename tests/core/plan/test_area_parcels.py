"""Whether a property is in the plan's area: one rule for letters and sheets."""

import pytest
from plan_builders import building, buildings, plots

from lyngby_heritage.core.plan.area_parcels import (
    INSIDE,
    OUTSIDE,
    UNDECIDED,
    area_parcels,
    buildings_by_parcel,
    buildings_by_plot,
    listed_parcels,
    on_listed_parcels,
    partly_listed,
    reach_of,
)


@pytest.mark.parametrize(
    ("bound", "in_area", "in_environment", "has_parcels", "expected"),
    [
        (True, False, True, False, INSIDE),
        (False, True, True, True, INSIDE),
        (False, False, True, True, UNDECIDED),
        (False, False, False, False, UNDECIDED),
        (False, False, False, True, OUTSIDE),
    ],
)
def test_a_property_is_in_the_area_by_a_bound_building_or_a_listed_parcel(
    bound, in_area, in_environment, has_parcels, expected
):
    assert reach_of(bound, in_area, in_environment, has_parcels) == expected


def test_the_area_has_the_parcels_of_designated_buildings_alone():
    town = buildings(building(0, yes=True, save=3), building(40))
    area = area_parcels(town, ["1a Askholt; 1b Askholt", "2 Askholt"])
    assert area == {"1a Askholt", "1b Askholt"}
    assert listed_parcels(["2 Askholt; 1b Askholt", "1b Askholt"], area) == ["1b Askholt"]


def test_each_parcel_of_the_area_has_the_designated_buildings_for_which_it_is_there():
    town = buildings(
        building(0, property="1", yes=True, save=3), building(20, property="1", yes=True, save=2), building(400)
    )
    land = plots(("1", "1a Askholt", 0, 50), ("2", "2 Askholt", 400, 50))
    assert buildings_by_plot(town, land) == {0: [0, 1]}
    assert buildings_by_parcel(town, ["1a Askholt", "1a Askholt; 1b Askholt", "2 Askholt"]) == {
        "1a Askholt": [0, 1],
        "1b Askholt": [1],
    }
    assert buildings_by_parcel(town, []) == {}


@pytest.mark.parametrize(
    ("parcels", "listed", "partly"),
    [
        ("4m Askholt; 4ag Askholt", "4ag Askholt", True),
        ("4m Askholt; 4ag Askholt", "4ag Askholt; 4m Askholt", False),
        ("4m Askholt; 4ag Askholt", "", False),  # which is none of them
        ("4m Askholt", "4m Askholt", False),
        ("", "", False),
    ],
)
def test_a_property_is_partly_in_the_area_where_it_has_parcels_that_are_and_others_that_are_not(
    parcels, listed, partly
):
    assert partly_listed(parcels, listed) == partly


def test_a_building_beside_a_designated_one_is_on_a_listed_parcel_by_the_plots_and_by_name_without_them():
    town = buildings(
        building(0, property="1", yes=True, save=3), building(20, property="1"), building(400, property="2")
    )
    land = plots(("1", "1a Askholt", 0, 50), ("2", "2 Askholt", 400, 50))
    assert on_listed_parcels(town, land, []) == [True, True, False]
    assert on_listed_parcels(town, None, ["1a Askholt", "1a Askholt; 1b Askholt", "2 Askholt"]) == [True, True, False]
    assert on_listed_parcels(town, None, []) == [False, False, False]
