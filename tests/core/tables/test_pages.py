"""What stands around the rows, in the codes of header and footer."""

from datetime import date

import pytest

from lyngby_heritage.core.tables.pages import LONGEST, around_rows, page_setup
from lyngby_heritage.core.tables.table import Imprint, Table


def test_a_digit_and_an_ampersand_of_a_text_are_no_codes():
    _, first, _ = around_rows(Table("91 & 92", (), ()), Imprint("3 kvarterer"))
    assert first == "&L&B&14 91 && 92&B\n&10 3 kvarterer"


@pytest.mark.parametrize("state", ["x" * 400, "&" * 400, "ord " * 100])
def test_nothing_is_longer_than_excel_takes_and_what_is_cut_says_so(state):
    for text in around_rows(Table("Bygninger", (), ()), Imprint("Plan " * 60, state)):
        assert len(text) <= LONGEST
        assert "…" in text
        assert text.count("&&&") % 2 == 0 or "&&&&" in text  # a doubled sign is never halved
    assert around_rows(Table("Bygninger", (), ()), Imprint("Plan", state))[2].endswith("&R&9Side &P af &N")


def test_a_book_of_nothing_in_particular_has_its_title_and_its_pages():
    assert around_rows(Table("Ejendomme", (), ()), Imprint()) == (
        "&L&B&10Ejendomme&B",
        "&L&B&14Ejendomme&B",
        "&R&9Side &P af &N",
    )


def test_a_state_without_a_stop_gets_one_where_a_sentence_follows():
    imprint = Imprint("Plan", "Udkast til upload i Plandata.dk", date(2026, 11, 26))
    assert around_rows(Table("Lokalplan", (), ()), imprint)[2] == (
        "&L&9Udkast til upload i Plandata.dk. Listen er dannet 26. november 2026.&R&9Side &P af &N"
    )


@pytest.mark.parametrize(
    ("note", "said"),
    [("", "Udkast."), ("Ingen plan.", "Udkast. Ingen plan."), ("x" * 91, "Udkast. Læs arket »Om listen«.")],
)
def test_a_short_note_stands_at_the_head_of_the_first_page_and_a_long_one_is_pointed_to(note, said):
    assert around_rows(Table("T", (), (), note=note), Imprint("Plan", "Udkast."))[1].endswith(f"\n&10{said}")


def test_signs_of_xml_are_no_markup():
    assert "<oddHeader>&amp;L&amp;B&amp;10a &lt; b&amp;B</oddHeader>" in page_setup(Table("a < b", (), ()), Imprint())
