"""A document that is written as text, as one page."""

from lyngby_heritage.core.report.document import document_page


def test_a_document_is_printed_and_not_computed_as_its_word_file_is():
    page = document_page("Tekst.", "Hvidbog", "Høring", "1. maj 2028")
    assert "Udskrevet 1. maj 2028</p>" in page
    assert "Udskrevet 1. maj 2028.</footer>" in page
    assert "Beregnet" not in page
