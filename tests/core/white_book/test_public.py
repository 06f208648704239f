"""What a public version holds of people: nothing."""

import pytest

from lyngby_heritage.core.white_book.public import Discreet, is_private, sender_called, single_names


@pytest.mark.parametrize(
    ("kind", "private"), [("", True), ("Borger", True), ("privat", True), ("forening", False), ("Myndighed", False)]
)
def test_who_is_a_private_person(kind, private):
    assert is_private(kind) is private


def test_a_private_person_is_named_in_the_internal_version_only():
    assert sender_called("Bo Eksempel", "") == "Privatperson"
    assert sender_called("Bo Eksempel", "", public=False) == "Bo Eksempel"
    assert sender_called("Grundejerforeningen", "forening") == "Grundejerforeningen"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Bo Eksempel", ["Bo Eksempel"]),
        ("Anna og Bo Eksempel", ["Anna Eksempel", "Bo Eksempel"]),
        ("Anna Prøve & Bo Eksempel", ["Anna Prøve", "Bo Eksempel"]),
        ("Beboer", []),
        ("", []),
    ],
)
def test_the_names_in_one_field(given, names):
    assert single_names(given) == names


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Bo  Eksempel bor her", "(navn udeladt) bor her"),
        ("efter BO EKSEMPELS ønske", "efter (navn udeladt) ønske"),
        ("Bo Eksempelsen er en anden", "Bo Eksempelsen er en anden"),
        ("skriv til bo@eksempel.dk", "skriv til (e-mail udeladt)"),
        ("010203-1234 og 0102031234", "(nummer udeladt) og (nummer udeladt)"),
        ("matr.nr. 12ab, 2800 Lyngby, 1877", "matr.nr. 12ab, 2800 Lyngby, 1877"),
    ],
)
def test_what_is_taken_out_of_a_text(text, public):
    assert Discreet(["Bo Eksempel"]).text(text) == public
