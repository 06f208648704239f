"""How PDF writes values, and how the entries of a dictionary are told from each other."""

import pytest

from lyngby_heritage.core.documents.pdf_syntax import NotUnderstoodError, entries_at, items_of, number, referred, text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Kort", b"(Kort)"),
        ("a (b) \\ c", rb"(a \(b\) \\ c)"),
        ("Ærø · 1–3", b"(\xc6r\xf8 \xb7 1\x853)"),
        ("Ćor", b"<FEFF0106006F0072>"),
        ("linje\nskift", b"<FEFF" + "linje\nskift".encode("utf-16-be").hex().upper().encode() + b">"),
        ("𝄞", b"<FEFFD834DD1E>"),
        ("", b"()"),
    ],
)
def test_a_text(value, written):
    assert text(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(55.78916741234567, b"55.7891674123"), (1e-12, b"0"), (-12.5, b"-12.5"), (10, b"10")]
)
def test_a_number_has_no_exponent(value, written):
    assert number(value) == written


@pytest.mark.parametrize(
    ("written", "entries"),
    [
        (b"<< /A 1 /B 2 0 R >>", {"A": b"1", "B": b"2 0 R"}),
        (b"<</A/Navn/B[1 2 0 R(x)]/C<</D<FEFF>>>>>", {"A": b"/Navn", "B": b"[1 2 0 R(x)]", "C": b"<</D<FEFF>>>"}),
        (
            b"<< /A (en \\) parentes (to)) % bem\xe6rkning >>\n/B true\n>>",
            {"A": b"(en \\) parentes (to))", "B": b"true"},
        ),
        (b"<< /A 1.5 /B -3 /Count 0 >>", {"A": b"1.5", "B": b"-3", "Count": b"0"}),
        (b"  <<>>", {}),
    ],
)
def test_the_entries_of_a_dictionary(written, entries):
    assert entries_at(written, 0) == entries


@pytest.mark.parametrize("written", [b"[1 2]", b"<< A 1 >>", b"<< /A (uden ende >>", b"<< /A 1", b""])
def test_what_is_no_dictionary_is_not_understood(written):
    with pytest.raises(NotUnderstoodError):
        entries_at(written, 0)


def test_a_list_and_a_reference():
    assert items_of(b"[3 0 R 5 0 R]") == [b"3 0 R", b"5 0 R"]
    assert referred(b"12 0 R") == 12
    for written in (None, b"12", b"[12 0 R]"):
        with pytest.raises(NotUnderstoodError):
            referred(written)
