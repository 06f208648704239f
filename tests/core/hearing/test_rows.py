"""Rows of an owner table as municipalities and their spreadsheets write them."""

import pytest
from hearing_cases import columns, others, owners

from lyngby_heritage.core.hearing.rows import property_key, read_owner_rows


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("9100007", "9100007"),
        ("0009100007", "9100007"),
        (9100007, "9100007"),
        (9100007.0, "9100007"),
        ("9100007.0", "9100007"),
        (" 9 100 007 ", "9100007"),
        ("A-7", "a-7"),
        (None, ""),
        ("  ", ""),
        (float("nan"), ""),
    ],
)
def test_a_number_of_a_property_is_compared_whatever_a_spreadsheet_made_of_it(raw, key):
    assert property_key(raw) == key


def test_every_row_with_something_in_it_is_read_and_keeps_its_number():
    rows = owners("bfe navn adresse", ("1", "A", "Vej 1"), (None, None, " "), ("2", None, None), (None, "C", None))
    assert list(rows.rows) == [1, 3, 4]
    assert list(rows.properties) == [("1",), ("2",), ()]
    assert list(rows.names) == ["A", "", "C"]


def test_the_numbers_of_a_flat_and_of_its_property_are_both_asked():
    rows = owners("bfe sfe navn", ("200", "100", "A"), (None, 100.0, "B"), ("100", "100", "C"))
    assert list(rows.properties) == [("200", "100"), ("100",), ("100",)]
    assert list(rows.written) == ["200", "100", "100"]


@pytest.mark.parametrize(
    ("said", "role", "unknown"),
    [
        (None, "ejer", ""),
        ("ejer", "ejer", ""),
        ("EJER", "ejer", ""),
        ("Medejer", "ejer", ""),
        ("Lejer", "lejer", ""),
        ("forpagter", "bruger", ""),
        ("Administrator", "bruger", "Administrator"),
    ],
)
def test_roles_are_known_in_other_words_and_an_unknown_one_is_said(said, role, unknown):
    rows = owners("bfe navn rolle", ("1", "A", said))
    assert (rows.roles[0], rows.roles_said[0]) == (role, unknown)


@pytest.mark.parametrize(
    ("raw", "id_", "repaired"),
    [
        ("12345678", "12345678", 0),
        ("DK 12 34 56 78", "12345678", 0),
        (12345678.0, "12345678", 0),
        ("010190-1234", "0101901234", 0),
        (101901234, "0101901234", 1),  # a spreadsheet has taken the 0
        ("101901234.0", "0101901234", 1),
        ("0", "", 0),
        ("00000000", "", 0),
        ("-", "", 0),
        ("boks-77", "boks-77", 0),
        (None, "", 0),
    ],
)
def test_ids_for_digital_post(raw, id_, repaired):
    rows = owners("bfe navn post", ("1", "A", raw))
    assert (rows.post_ids[0], rows.repaired_ids) == (id_, repaired)


def test_a_postcode_gets_its_0_back_and_a_foreign_one_stays():
    rows = owners(
        "bfe postnr land", ("1", 800, None), ("1", "0800", "DK"), ("1", "21745", "Sverige"), ("1", "44", "Norge")
    )
    assert list(rows.postcodes) == ["0800", "0800", "21745", "44"]
    assert list(rows.countries) == ["", "", "Sverige", "Norge"]


def test_a_protected_address_is_known_by_its_own_column_and_by_what_stands_for_the_address():
    rows = owners("bfe adresse beskyttet", ("1", "Vej 1", "ja"), ("2", "Adressebeskyttet", None), ("3", "Vej 3", "nej"))
    assert list(rows.protected) == [True, True, False]
    assert list(rows.addresses) == ["Vej 1", "", "Vej 3"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Hansen, Jens Peter", "Jens Peter Hansen"),
        ("  Jens\tHansen\n", "Jens Hansen"),
        ("Huse, Haver og Co. A/S", "Huse, Haver og Co. A/S"),
        ("A, B, C", "A, B, C"),
        ("Jens\u202eHansen", "JensHansen"),
    ],
)
def test_a_name_is_on_one_line_as_people_say_it(raw, name):
    assert owners("bfe navn", ("1", raw)).names == [name]


def test_a_table_may_lack_every_column_but_one():
    assert len(read_owner_rows(columns("navn", ("A",), ("B",)), 2)) == 2


def test_kinds_of_others_are_words_or_the_codes_of_geofa():
    rows = others(
        "navn rolle",
        ("A", "Grundejerforening"),
        ("B", 5),
        ("C", "Kulturmiljørådet"),
        ("D", "region"),
        ("E", 98),
        ("F", None),
    )
    assert list(rows.roles) == ["forening", "forening", "kulturmiljoeraad", "myndighed", "anden", "anden"]
