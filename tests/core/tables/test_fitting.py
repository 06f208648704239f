"""Widths and heights by hand: a digit is 1 wide, so texts of digits can be counted."""

import pytest

from lyngby_heritage.core.tables.fitting import (
    HIGHEST,
    MOST_LINES,
    WIDEST,
    Measure,
    column_width,
    room,
    row_height,
    row_heights,
    width_for,
)


@pytest.mark.parametrize(
    ("text", "space", "lines"),
    [
        ("", 10, 1),
        ("1234567890", 10, 1),
        ("1234567890", 9, 2),  # one word, broken where the column ends
        ("1" * 35, 10, 4),
        ("1234 1234", 10, 1),
        ("1234 1234 1234", 10, 2),
        ("12345 12345 12345", 10, 3),  # 5 + 5 and the space are more than 10
        ("12\n34", 10, 2),
        ("\n\n12", 10, 3),
        ("1 " + "2" * 25, 10, 4),  # the long word begins a line of its own
    ],
)
def test_lines_are_broken_at_spaces_and_words_only_where_they_must(text, space, lines):
    assert Measure().lines(text, space) == lines


def test_a_column_is_as_wide_as_its_longest_text_within_its_bounds():
    measure = Measure()
    assert column_width(["12", "1" * 20], 5, 60, measure) == width_for(20)
    assert column_width(["1"], 5, 60, measure) == 5
    assert column_width([], 5, 60, measure) == 5
    assert column_width(["12345 " * 50], 5, 60, measure) == 60
    assert column_width(["1" * 22 + " 1"], 5, 19, measure) == width_for(22)  # no word is broken
    assert column_width(["1" * 99], 5, 20, measure) == 30  # unless it is out of all measure
    assert room(width_for(20)) >= 20


def test_a_text_that_no_row_could_show_makes_its_column_wider():
    measure = Measure()
    long = "12345 " * 600
    width = column_width([long, "1"], 5, 60, measure)
    assert 60 < width <= WIDEST
    assert measure.lines(long, room(60)) > MOST_LINES >= measure.lines(long, room(width))
    assert column_width(["12345 " * 5000], 5, 60, measure) == WIDEST  # as far as a column goes, and no further
    assert column_width(["\n" * 100], 5, 60, measure) == 5  # lines of its own become no fewer


def test_a_row_is_as_high_as_its_longest_cell_and_no_higher_than_excel_takes():
    short, long = "1234", "1234567890 1234567890 1234567890"
    width = width_for(10)
    assert row_heights([[short, long, ""], [long, short, ""]], [width, width], Measure()) == [
        row_height(3),
        row_height(3),
        row_height(1),
    ]
    assert row_heights([["1\n" * 500]], [10], Measure()) == [HIGHEST]
    assert HIGHEST < 409.5
    assert row_heights([], [], Measure()) == []
