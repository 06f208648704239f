"""A tool's list of rows as a text: read by people as it is printed, and by the main job again."""

import pytest

from lyngby_heritage.core.common.lines import as_lines, rows_of


def test_each_row_is_a_line_and_its_cells_are_told_apart():
    assert as_lines([("fejl", "bbr", 2), ("advarsel", "fbb", 11)]) == "fejl\tbbr\t2\nadvarsel\tfbb\t11"


@pytest.mark.parametrize(
    ("row", "back"),
    [
        (("Støj", "", ""), ("Støj", "", "")),  # empty cells at the end leave no blanks behind the line
        (("", "fbb", ""), ("", "fbb", "")),
        (("to\tord", "på\nto linjer", 3), ("to ord", "på to linjer", "3")),
    ],
)
def test_a_row_comes_back_as_it_was_but_for_tabs_and_line_breaks_in_a_cell(row, back):
    text = as_lines([row])
    assert "\n" not in text
    assert text == text.rstrip()
    assert rows_of(text, 3) == [back]


def test_no_rows_are_no_text():
    assert as_lines([]) == ""
    assert rows_of("", 3) == []
