"""Rows that came into no building are told by their reason, and by what a planner can look them up by."""

import pytest
from register_tables import building_rows, floor_rows, point, prepared, save_rows

from lyngby_heritage.core.preparation.explanation import unmatched
from lyngby_heritage.core.preparation.left_out import left_out_rows, looked_for_at

A, B, C = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abc")
HOUSE = {"id": A, "life_cycle": "6", "year": 1930, "address": "Bredevej 9", "property_id": "100234", "wkt": point(0)}
CASE = {"id": B, "life_cycle": "6"}


def told(save=(), bbr=(HOUSE,), floors=None):
    result = prepared(save, bbr, floors=floors)
    known = None if floors is None else floor_rows(*floors)
    return left_out_rows(unmatched(result, save_rows(*save), building_rows(*bbr), None, known, 25), result)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({**CASE, "address": "Lundevej 2"}, "Lundevej 2"),
        ({**CASE, "property_id": "100234"}, "på Bredevej 9"),  # where the house of that property stands
        ({**CASE, "property_id": "100999"}, "på BFE-nr. 100999"),
        (CASE, B),
    ],
)
def test_a_case_of_bbr_is_named_by_its_address_else_by_its_property(row, name):
    ((layer, outcome, count, reason, names),) = told(bbr=[HOUSE, row])
    assert (layer, outcome, count, names) == ("BBR", "ikke_koblet", 1, name)
    assert reason.startswith("Sag uden placering og uden opførelsesår")


def test_rows_of_one_reason_are_one_row_with_the_count_of_them_all():
    cases = [{**CASE, "id": f"{number:08}-0000-4000-8000-000000000000", "address": f"A-vej {number}"} for number in
             range(1, 14)]  # fmt: skip
    rows = told(bbr=[HOUSE, *cases, {**HOUSE, "id": C, "life_cycle": "10"}])
    assert [(one[1], one[2]) for one in rows] == [("ikke_koblet", 13), ("udeladt", 1)]
    assert rows[0][4] == ", ".join(f"A-vej {number}" for number in range(1, 11)) + " og 3 til"
    assert (rows[1][3], rows[1][4]) == (
        "Historisk (status 10), altså nedrevet eller lagt sammen med en anden.",
        "Bredevej 9",
    )


def test_a_save_value_without_a_building_is_named_by_the_number_of_its_register():
    ((layer, _, count, _, names),) = told(save=[{"fbb_id": 6352165, "save": 3, "wkt": point(900)}])
    assert (layer, count, names) == ("SAVE", 1, "FBB-id 6352165")


def test_storeys_are_counted_and_not_named():
    ((layer, _, count, _, names),) = told(floors=[{"id": "1", "building_id": C}, {"id": "2", "building_id": C}])
    assert (layer, count, names) == ("FLOORS", 2, "")


def test_what_the_register_keeps_from_the_public_is_counted_and_not_named():
    kept = [{"fbb_id": 7, "save": 3, "address": "Lundevej 2", "public": "nej", "wkt": point(900)},
            {"fbb_id": 8, "save": 3, "address": "Lundevej 4", "wkt": point(990)}]  # fmt: skip
    ((layer, _, count, _, names),) = told(save=kept)
    assert (layer, count, names) == ("SAVE", 2, "Lundevej 4")
    at_house = [{"id": A, "save": 3, "address": "Bredevej 9", "public": "nej", "wkt": point(0)}]
    rows = told(save=at_house, bbr=[HOUSE, {**CASE, "property_id": "100234"}])
    assert [one[4] for one in rows if one[0] == "BBR"] == ["på BFE-nr. 100234"]


def test_each_row_says_where_it_is_to_be_looked_for():
    rows = [HOUSE, {**CASE, "id": C, "address": "Lundevej 2"}, {**CASE, "property_id": "100234"}]
    rows += [{**CASE, "id": A.replace("a", "d"), "property_id": "100999"}]
    result = prepared((), rows)
    rest = unmatched(result, save_rows(), building_rows(*rows), None, None, 25)
    assert looked_for_at(rest, result) == ["Lundevej 2", "på Bredevej 9", ""]
    assert rest.property_id == ["", "100234", "100999"]
