"""Which row of a table names its fields."""

import pytest

from lyngby_heritage.core.registers.headings import LOOKED_AT, heading_row, names_in

NAMES = ["bygning_id", "beslutning", "note"]
ROW = ["a", "udpeg", "Kirken"]


@pytest.mark.parametrize(
    ("rows", "position"),
    [
        ([NAMES, ROW], 0),
        ([["Beslutninger 2026", None, None], [None, None, None], NAMES, ROW], 2),
        ([["Udtrukket den", "2026-01-07", ""], NAMES, ROW], 1),
        ([[" Bygning_ID ", "BESLUTNING", ""], ROW], 0),
        ([["bygningsid", "bevaringsværdi"], ROW], 0),  # FBB's
        ([["bfeNummer", "ejendomstype"], ROW], 0),  # a field that deliveries alone know
        ([ROW, ROW], None),
        ([["beslutning", "om", "huset"], ROW], None),  # one name may be a word in a cell
        ([["beslutning", "Beslutning", None], ROW], None),
        ([[1, 2.5, None]], None),
        ([["x", "y", "z"]] * LOOKED_AT + [NAMES], None),  # so far down nobody looks
        ([["x", "y", "z"]] * (LOOKED_AT - 1) + [NAMES], LOOKED_AT - 1),
        ([], None),
    ],
)
def test_the_heading_is_the_first_row_with_names_that_registers_know(rows, position):
    assert heading_row(rows) == position


def test_a_column_without_a_name_of_its_own_keeps_the_one_it_had():
    called = ["Field1", "Field2", "Field3", "Field4"]
    assert names_in([" bygning_id ", None, "Bygning_id", "dato"], called) == ["bygning_id", "Field2", "Field3", "dato"]
