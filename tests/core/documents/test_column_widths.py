"""Columns of a table: a long text gets the room, and where words must be broken it is the longest of them."""

from lyngby_heritage.core.documents.blocks import Span, Table
from lyngby_heritage.core.documents.column_widths import LETTER, PADDING, column_widths


def table(*rows):
    return Table([[Span(one)] for one in rows[0]], [[[Span(one)] for one in row] for row in rows[1:]], [False] * 9)


def test_a_long_text_gets_most_of_what_is_left():
    first, long, last = column_widths(table(["Sted", "Hvad", "Ja"], ["planloven", "ord " * 60, "nej"]), 9000)
    assert first >= LETTER * 9 + PADDING
    assert last >= LETTER * 3 + PADDING
    assert first + long + last == 9000
    assert long > 4 * (first + last)


def test_where_there_is_no_room_for_every_word_the_longest_is_broken():
    heads = ["Emne", "betydning", "betydende", "undersøges", "Bemærkninger"]
    widths = column_widths(table(heads, ["", "", "", "", "Fortidsmindebeskyttelseslinje: ingen"]), 6500)
    assert sum(widths) == 6500
    assert [one >= LETTER * (len(head) + 1) + PADDING for head, one in zip(heads, widths)][:4] == [True] * 4
