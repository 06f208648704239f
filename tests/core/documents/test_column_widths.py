"""Columns of a table: a long text gets the room, and where words must be broken it is the longest of them."""

import pytest

from lyngby_heritage.core.documents.blocks import Span, Table
from lyngby_heritage.core.documents.column_widths import LETTER, PADDING, column_widths, letters_in, tied_within


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


def test_a_word_without_a_joint_is_not_broken_and_a_compound_gives_way():
    heads = ["Adresse", "Lovsted", "Hvad der er læst", "Kilde, læst", "Kontrolleret"]
    row = ["Solsortekrattets", "bygningsfredningslovens § 17", "ord " * 60, "Slots- og Kulturstyrelsen, 2026-11", "ja"]
    street, law, *_ = column_widths(table(heads, row), 8000)
    assert letters_in(street) >= len("Solsortekrattets")
    assert len("frednings-") <= letters_in(law) < len("bygningsfredningslovens")


def test_the_name_of_a_file_takes_no_more_than_a_word():
    name, what = column_widths(table(["Fil", "Hvad"], ["BBR_V3_Bygning_0173_TotalDownload.zip", "ord " * 60]), 5000)
    assert letters_in(name) < len("BBR_V3_Bygning_0173_TotalDownload.zip")
    assert what > name


def test_an_address_and_a_day_stand_on_one_line_where_long_texts_have_room_enough():
    head = ["Adresse", "Bygning", "Modtaget", "Lokalplan med bevaring"]
    row = ["Anemonebakken 12", "etagebolig, flerfamilie- eller tofamiliehus", "28. september 2026", "ord " * 20]
    address, use, day, long = column_widths(table(head, row), 9000)
    assert letters_in(address) >= len("Anemonebakken 12")
    assert letters_in(day) >= len("28. september 2026")
    assert address + use + day + long == 9000
    assert min(use, long) >= LETTER * len("tofamiliehus") + PADDING


def test_short_texts_do_not_take_the_room_of_the_long_ones_in_a_narrow_table():
    head = ["Adresse", "Hvad"]
    row = ["Anemonebakken 12", "etagebolig, flerfamilie- eller tofamiliehus"]
    # Thirteen and twelve letters are 3,065 of 3,100; the 35 that are left do not hold " 12".
    address, use = column_widths(table(head, row), 3100)
    assert address + use == 3100
    assert use >= LETTER * len("tofamiliehus") + PADDING


@pytest.mark.parametrize("columns", [1, 3])
def test_a_number_stays_whole_with_what_it_is_tied_to(columns):
    """ "Matr.nr. 7000a" is one word of fourteen letters, also where the table is crowded."""
    heads = ["Ejendom", *("Grundlagets" for _ in range(columns)), "Bemærkninger"]
    row = ["Matr.nr. 7000a Rørkær By, Rørkær", *("bestemmelserne" for _ in range(columns)), "ord " * 60]
    first, *_ = column_widths(table(heads, row), 9000)
    assert letters_in(first) >= len("Matr.nr. 7000a")


def test_where_a_column_cannot_hold_both_the_number_goes_to_a_line_of_its_own():
    said = "Matr.nr. 7000a og nr. 7"
    assert tied_within(said, 14) == "Matr.nr.\u00a07000a og nr.\u00a07"
    assert tied_within(said, 13) == "Matr.nr. 7000a og nr.\u00a07"
