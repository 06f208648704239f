"""Parcels that do not say which property they belong to are spoken of."""

import numpy as np
import pytest
from builders import house, parcels, rows, square

from lyngby_heritage.core.neighbourhood.buildings import merge
from lyngby_heritage.core.neighbourhood.neighbours import by_distance
from lyngby_heritage.core.neighbourhood.plots import find_homes
from lyngby_heritage.core.neighbourhood.property_notes import flats_for_properties, without_property


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


def told_of(ids, use=140, plots=None):
    """What is said of houses side by side that are neighbours by distance."""
    buildings = merge(rows([house(15 * i, id=str(i), use=use, property=one) for i, one in enumerate(ids)]))
    homes = None if plots is None else find_homes(buildings.geometries, plots)
    graph = by_distance(buildings, np.ones(len(buildings), dtype=bool), 40, homes=homes)
    return flats_for_properties(buildings, graph)


def test_without_parcels_blocks_with_ids_of_their_own_may_be_of_one_property():
    (note,) = told_of(["901", "902", "903", None])
    assert note.warning
    assert note.values == {"count": 3}
    assert "Give PARCELS" in str(note)


def test_blocks_that_bbr_has_on_one_property_are_told_of_by_themselves():
    numbers = ["190-7-1", "190-7-2", "190-8-1"]
    table = [house(15 * i, id=str(i), use=140, property=str(901 + i), bbr=one) for i, one in enumerate(numbers)]
    buildings = merge(rows(table))
    graph = by_distance(buildings, np.ones(3, dtype=bool), 40)
    doubtful, sure = flats_for_properties(buildings, graph)
    assert doubtful.values == {"count": 3}
    assert sure.values == {"count": 2}
    assert "on the same property by its BBR number" in str(sure)


@pytest.mark.parametrize(
    ("ids", "use", "plots"),
    [
        (["100", "100"], 140, None),  # one property
        ([None, None], 140, None),  # no id to be mistaken in
        (["901", "902"], 131, None),  # a row of houses
        (["901", "902"], 140, parcels(square(-5, -5, 50))),  # the parcel tells
    ],
)
def test_nothing_is_said_where_it_is_no_question(ids, use, plots):
    assert told_of(ids, use, plots) == []
