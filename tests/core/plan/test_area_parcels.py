"""Whether a property is in the plan's area: one rule for letters and sheets."""

import pytest
from plan_builders import building, buildings

from lyngby_heritage.core.plan.area_parcels import (
    INSIDE,
    OUTSIDE,
    UNDECIDED,
    area_parcels,
    listed_parcels,
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
