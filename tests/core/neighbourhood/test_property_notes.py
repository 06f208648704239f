"""Parcels that do not say which property they belong to are spoken of."""

import pytest

from lyngby_heritage.core.neighbourhood.property_notes import without_property


@pytest.mark.parametrize("ids", [None, ["", ""]])
def test_parcels_of_no_known_property_are_a_warning_that_names_what_was_looked_for(ids):
    (note,) = without_property("jordstykker", ids)
    assert note.warning
    assert str(note).startswith("jordstykker says of no parcel which property it belongs to")
    assert "sfe_Ejendomsnummer, ejendomsnummer, esr_Ejendomsnummer" in str(note)


def test_some_parcels_without_a_property_are_counted():
    (note,) = without_property("jordstykker", ["1", "", "", "2"])
    assert str(note) == "2 parcels of jordstykker say no property; each is taken for one by itself."


@pytest.mark.parametrize("ids", [["1", "1"], []])
def test_nothing_is_said_where_all_state_one(ids):
    assert without_property("jordstykker", ids) == []
