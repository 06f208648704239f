"""BBR's units say how many dwellings a building has, where its own count (byg024) does not."""

import math

import pytest
from register_tables import point, prepared, save_rows, unit_rows

from lyngby_heritage.core.preparation.account import account
from lyngby_heritage.core.preparation.explanation import unmatched

A, B = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "ab")


def unit(kind=None, use=None, building=A, **more):
    return {"unit_building": building, "unit_kind": kind, "unit_use": use, **more}


KINDS = [  # enh023Boligtype, enh020EnhedensAnvendelse, dwelling
    ("1", None, 1),
    (1, None, 1),
    (1.0, None, 1),
    ("2", None, 1),
    ("5", None, 1),
    ("3", "120", 0),  # a room without a kitchen, whatever the use
    ("4", None, 0),
    ("E", "120", 0),
    ("e", None, 0),
    (None, "120", 1),
    (None, "0510", 1),
    (None, "321", 0),
    (None, None, math.nan),
    ("X", None, math.nan),
]


@pytest.mark.parametrize(("kind", "use", "dwelling"), KINDS)
def test_what_is_a_dwelling(kind, use, dwelling):
    found = unit_rows(unit(kind, use)).dwelling[0]
    assert found == dwelling or (math.isnan(found) and math.isnan(dwelling))


def test_a_kind_that_is_on_no_list_is_told():
    assert unit_rows(unit("X"), unit("X"), unit("1")).unreadable == {"unit_kind": {"X": 2}}


def dwellings(units, use="140", kitchens=None):
    bbr = [{"id": A, "wkt": point(0), "use": use, "kitchens": kitchens}]
    return prepared(bbr=bbr, units=units).attributes["dwellings"][0]


COUNTS = [  # units, use of the building, byg024, dwellings
    ([unit("1"), unit("1"), unit("E")], "140", 7, 2),  # units come before byg024
    ([unit("1"), unit("1")], "140", 0, 2),
    ([unit("E")], "320", 0, 0),
    ([unit("E")], "120", 3, 3),  # 0 on a dwelling is nobody's answer
    ([], "140", 7, 7),
    ([unit(None)], "140", 7, 7),
    ([unit("1", building=B)], "140", 7, 7),
    ([unit("1", life_cycle="6"), unit("1", life_cycle="10"), unit("1", life_cycle="3")], "140", None, 1),
    ([unit("1", unit_id="u", valid_from="2019-01-01"), unit("1", unit_id="u", valid_from="2021-01-01")], "140", 9, 1),
]


@pytest.mark.parametrize(("units", "use", "kitchens", "found"), COUNTS)
def test_how_many_dwellings_a_building_has(units, use, kitchens, found):
    assert dwellings(units, use, kitchens) == found


def test_every_unit_is_accounted_for():
    table = [unit("1", life_cycle="7"), unit("1", life_cycle="10"), unit("1", building=B, life_cycle="7")]
    result = prepared(bbr=[{"id": A, "wkt": point(0), "use": "140"}], units=table)
    entry = next(one for one in account(result, {"UNITS": "enheder"}) if one.layer == "enheder")
    assert (entry.rows, sum(count for _, _, count in entry.outcomes)) == (3, 3)
    rest = unmatched(result, save_rows(), None, None, None, 25, unit_rows(*table))
    assert [(layer, row, why) for layer, row, why in zip(rest.layer, rest.number, rest.outcome)] == [
        ("UNITS", 3, "ikke_koblet"),
        ("UNITS", 2, "udeladt"),
    ]
    assert rest.reason[0] == "Enhedens bygning er ikke blandt bygningerne i resultatet."
