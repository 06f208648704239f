"""Which property a building belongs to: one rule, whoever counts."""

import numpy as np
import pytest
from builders import classified, house, parcels, settings, square

from lyngby_heritage.core.designation.dial import make_dial
from lyngby_heritage.core.designation.scenarios import Scenarios
from lyngby_heritage.core.neighbourhood.properties import (
    NAMELESS,
    NO_PROPERTY,
    group_parcels,
    keys_of_properties,
    known_and_apart,
    numbered_properties,
    stated_properties,
)


@pytest.mark.parametrize(
    ("stated", "on", "land", "belongs"),
    [
        ("100", 0, ["100", "200"], "100"),  # stands on its own land
        ("200", 0, ["100", "200"], "200"),  # stands on another's, and its own is known
        ("173-77", 0, ["100", "200"], "100"),  # a BBR number, and the land has a BFE number
        ("901", 0, ["100", "200"], "100"),  # a flat's number: the flat has no land
        ("", 1, ["100", "200"], "200"),
        ("901", 0, ["901, 902", "200"], "901"),  # one of those that the land is listed for
        ("", 0, ["901\n902"], "901\n902"),
        ("100", -1, ["200"], "100"),  # on no land
        ("", -1, ["200"], ""),
        ("", 1, ["100", ""], f"{NAMELESS}1"),  # land without an id is a property by itself
        ("300", 1, ["100", ""], f"{NAMELESS}1"),
        ("300", 1, (), f"{NAMELESS}1"),  # a layer of parcels without ids
    ],
)
def test_the_land_says_whose_a_building_is_and_the_registers_where_it_does_not(stated, on, land, belongs):
    assert keys_of_properties([stated], np.array([on]), land) == [belongs]


def test_a_building_without_a_property_has_that_of_the_land_below():
    # Parcels 0 and 1 are one property; the buildings stand on it, on it, on parcel 2, on parcel 2 and nowhere.
    keys = keys_of_properties(["a", "", "", "", ""], np.array([0, 0, 1, 1, -1]))
    assert numbered_properties(keys).tolist() == [0, 0, 1, 1, -1]


def test_without_parcels_the_registers_alone_say_it():
    assert numbered_properties(keys_of_properties(["a", "", "b", "a"], None)).tolist() == [0, -1, 1, 0]


def test_a_building_of_no_known_property_is_no_property_and_is_said_apart():
    known, apart = known_and_apart(np.array([0, -1, 4, 0, -1]))
    assert (known.tolist(), apart) == ([0, 4], 2)
    known, apart = known_and_apart(np.array([-1, -1]))
    assert (known.tolist(), apart) == ([], 2)


def test_a_layer_with_bbr_numbers_and_no_property_ids_has_the_properties_of_the_numbers():
    stated = stated_properties(["", "", "", ""], ["173-77-1", "173-77-2", "0173-78-1", None])
    assert stated == ["173-77", "173-77", "173-78", ""]
    assert numbered_properties(keys_of_properties(stated, None)).tolist() == [0, 0, 1, -1]


def test_parcels_carry_the_names_of_their_properties():
    land = np.empty(4, dtype=object)
    found = group_parcels(land, ["b", "", "b", "a"])
    assert (found.owner.tolist(), list(found.names)) == ([0, 1, 0, 2], ["b", "", "a"])
    once = group_parcels(land, ["b", "a", "b", "a"], np.array([0, 1, 2, 1]))
    assert [once.names[one] for one in once.owner.tolist()] == ["b", "a", "b", "a"]
    assert list(group_parcels(land, None).names) == []


def test_the_dial_and_the_scenarios_count_the_same_properties_of_a_layer_with_bbr_numbers_alone():
    numbers = ["173-77-1", "173-77-2", "173-78-1", "173-79-1", None, None]
    stated = stated_properties([""] * 6, numbers)
    table = [house(30 * i, id=str(i), save=2 + 2 * (i % 2), property=one) for i, one in enumerate(stated)]
    land = parcels(square(0, side=50.0), square(55.0, side=30.0), square(85.0, side=30.0), properties=["9", "8", "8"])
    for given, count in ((None, 3), (land, 2)):  # by the numbers; by the land, whose two parcels of 8 hold two houses
        # 4, a value 2, and 5, a 4, are of none that is known.
        run = classified(table, parcels=given, rule=3)
        row_property = run.properties[run.buildings.row_building]
        made = make_dial(run, settings(rule=3), [str(i) for i in range(6)], np.zeros(6, dtype=bool))
        compared = Scenarios.of([run.designation], row_property)
        assert (compared.property_counts, compared.without_property) == ([count], [2])
        assert made.fixed.without_property + int((made.property == NO_PROPERTY).sum()) == 2
        assert made.fixed.properties + int((~made.held).sum()) == count
