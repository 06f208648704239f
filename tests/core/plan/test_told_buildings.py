"""What the log calls a building: what a person can find it by, and no long id alone."""

import pytest
from plan_builders import building, buildings

from lyngby_heritage.core.plan.told_buildings import told_buildings

LONG = "8c15c598-d0b0-44d9-855e-6cd9605f3e22"
PARCEL = "7a Askholt By, Askholt"


@pytest.mark.parametrize(
    ("address", "id", "parcel", "addressed", "told"),
    [
        ("Mosevej 3", LONG, PARCEL, True, "Mosevej 3"),
        ("", LONG, PARCEL, True, "matr.nr. 7a Askholt By, Askholt (8c15c598…)"),
        # The address of one that the register keeps from the public is not said.
        ("Hemmeligvej 1", LONG, PARCEL, False, "matr.nr. 7a Askholt By, Askholt (8c15c598…)"),
        ("Hemmeligvej 1", LONG, "", False, LONG),
        ("", "b7", "", True, "b7"),
        ("", "", PARCEL, True, "matr.nr. 7a Askholt By, Askholt"),
        ("", "", "", True, "#2"),
    ],
)
def test_a_building_is_told_by_what_a_person_finds_it_by(address, id, parcel, addressed, told):
    town = buildings(building(0), building(20, address=address, id=id))
    assert told_buildings(town, [1], ["", parcel], addressed) == [told]


def test_without_any_parcels_the_id_tells_them():
    assert told_buildings(buildings(building(0, id="b1"), building(20, id="b2")), [0, 1], ()) == ["b1", "b2"]
