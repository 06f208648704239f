"""A building's BFE number: by its ground, the ground's property relation, and only by rows that stand."""

import pytest

from lyngby_heritage.core.common.wording import filled
from lyngby_heritage.core.registers.bbr_properties import properties_of
from lyngby_heritage.core.registers.cadastre_rows import PartTable

BUILDINGS = PartTable("bbr.csv", {"id_lokalId": ["a", "b", "c", "d"], "grund": ["G1", "g2", "", "g9"]})
GROUNDS = PartTable(
    "grund.csv",
    {
        "id_lokalId": ["g1", "g2", "g2"],
        "bestemtFastEjendom": ["e1", "e2", "e1"],
        "status": ["7", "7", "7"],
        "virkningTil": ["", "", "2020-01-01T00:00:00Z"],  # the second of g2 is history
    },
)
RELATIONS = PartTable(
    "relation.json",
    {"id_lokalId": ["e1", "e2", "e1"], "bfeNummer": [5000001, "5000002.0", 9], "status": ["7", "7", "10"]},
)


def test_the_chain_from_building_to_number():
    found = properties_of(BUILDINGS, GROUNDS, RELATIONS)
    assert found.bfe == ["5000001", "5000002", None, None]
    assert [str(note) for note in found.notes] == [
        "bbr.csv: 2 of 4 buildings have the BFE number of grund.csv and relation.json."
    ]


@pytest.mark.parametrize(
    ("table", "field"), [("buildings", "grund"), ("grounds", "bestemtFastEjendom"), ("relations", "bfeNummer")]
)
def test_without_a_field_that_joins_nothing_is_said(table, field):
    tables = {"buildings": BUILDINGS, "grounds": GROUNDS, "relations": RELATIONS}
    given = tables[table]
    tables[table] = PartTable(given.name, {name: one for name, one in given.columns.items() if name != field})
    assert properties_of(**tables) is None


def test_both_counts_have_a_dot_between_the_thousands_in_danish():
    many = {name: values * 500 for name, values in BUILDINGS.columns.items()}
    (note,) = properties_of(PartTable("bbr.csv", many), GROUNDS, RELATIONS).notes
    assert filled(note.danish, note.values, danish=True).startswith("bbr.csv: 1.000 af 2.000 bygninger har fået")
