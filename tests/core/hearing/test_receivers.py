"""One letter for one receiver: who is the same, who is not, and in which order the letters go."""

import pytest
from hearing_cases import owners

from lyngby_heritage.core.hearing.receivers import address_key, name_key, post_order, receivers_of, same_name_elsewhere


def grouped(heading, *rows):
    """The positions of the rows of each receiver."""
    read = owners(heading, *rows)
    return [one.rows for one in receivers_of(read, range(len(read)))]


PLACE = "navn adresse postnr by"


@pytest.mark.parametrize(
    "other",
    [
        ("Jens Hansen", "Skolevej 5 A", "2800", "Kgs. Lyngby"),
        ("JENS  HANSEN", "skolevej 5a", 2800, "Lyngby"),
        ("Hansen, Jens", "Skolevej 5A, 2800 Kgs. Lyngby", "2800", None),
        ("Hansen Jens", "Skolevej  5 a.", "2800.0", "KGS LYNGBY"),
    ],
)
def test_the_same_name_at_the_same_address_is_one(other):
    assert grouped(PLACE, ("Jens Hansen", "Skolevej 5 A", "2800", "Kgs. Lyngby"), other) == [(0, 1)]


@pytest.mark.parametrize(
    "other",
    [
        ("Jens Hansen", "Skolevej 5 B", "2800", "Kgs. Lyngby"),
        ("Jens Hansen", "Skolevej 5 A", "2830", "Virum"),
        ("Jens P. Hansen", "Skolevej 5 A", "2800", "Kgs. Lyngby"),
        ("Jens Hansen", None, None, None),
    ],
)
def test_another_place_or_name_is_another(other):
    assert grouped(PLACE, ("Jens Hansen", "Skolevej 5 A", "2800", "Kgs. Lyngby"), other) == [(0,), (1,)]


def test_the_same_id_is_one_however_the_name_is_written_and_the_other_name_is_kept():
    read = owners(
        "navn adresse post",
        ("Huse ApS", "Vej 1", "12345678"),
        ("HUSE APS", "Vej 2", 12345678.0),
        ("Hus & Have", None, "12345678"),
    )
    (one,) = receivers_of(read, range(3))
    assert (one.name, one.address, one.other_names) == ("Huse ApS", "Vej 1", ("Hus & Have",))


def test_two_ids_are_two_even_at_one_address():
    assert grouped(
        "navn adresse post", ("Jens Hansen", "Vej 1", "0101501234"), ("Jens Hansen", "Vej 1", "0101801234")
    ) == [(0,), (1,)]


def test_a_row_without_id_belongs_to_the_one_who_has_its_name_and_address():
    rows = (("Jens Hansen", "Vej 1", "0101501234"), ("Jens Hansen", "Vej 1", None))
    assert grouped("navn adresse post", *rows) == [(0, 1)]
    assert grouped("navn adresse post", *rows[::-1]) == [(0, 1)]
    father_and_son = (rows[0], ("Jens Hansen", "Vej 1", "0101801234"), rows[1])
    assert grouped("navn adresse post", *father_and_son) == [(0,), (1,), (2,)]


def test_nobody_is_joined_by_a_name_alone_but_rows_of_one_property_are():
    assert grouped("bfe navn", ("1", "Jens Hansen"), ("2", "Jens Hansen"), ("1", "Jens Hansen")) == [(0, 2), (1,)]


@pytest.mark.parametrize(
    ("row", "way", "lacks"),
    [
        (("A", "Vej 1", "2800", "", "", "12345678", ""), "digital post", ""),
        (("A", "Vej 1", "2800", "", "", "", ""), "brev", ""),
        (("", "Vej 1", "", "Lyngby", "", "", ""), "brev", ""),
        (("A", "Road 1", "", "", "Sverige", "", ""), "brev", ""),
        (("A", "", "", "", "", "12345678", "ja"), "digital post", ""),
        (("A", "Vej 1", "", "", "", "", ""), "", "adressen har hverken postnr., by eller land"),
        (("A", "", "2800", "", "", "", ""), "", "der er hverken id til digital post eller adresse"),
        (("A", "", "", "", "", "", "ja"), "", "adressen er beskyttet, og der er intet id til digital post"),
    ],
)
def test_how_a_letter_reaches_somebody_or_why_not(row, way, lacks):
    (one,) = receivers_of(owners("navn adresse postnr by land post beskyttet", row), [0])
    assert (one.way, one.lacks) == (way, lacks)


def test_the_letters_lie_as_the_post_wants_them():
    read = owners(
        "navn adresse postnr land post",
        ("Udland", "Street 1", "21745", "Sverige", None),
        ("B", "Vej 10", "2800", None, None),
        ("A", "Vej 9", "2800", None, None),
        ("C", "Allé 1", "3000", None, None),
        ("D", None, None, None, None),
        ("E", "Vej 1", "2800", None, "12345678"),
    )
    ordered = sorted(receivers_of(read, range(6)), key=post_order)
    assert [one.name for one in ordered] == ["E", "A", "B", "C", "Udland", "D"]


def test_one_name_at_two_addresses_is_told_unless_both_have_ids():
    read = owners(
        "navn adresse postnr post",
        ("A", "Vej 1", "2800", None),
        ("A", "Vej 2", "2800", None),
        ("B", "Vej 1", "2800", "12345678"),
        ("B", "Vej 2", "2800", "87654321"),
    )
    pairs = same_name_elsewhere(receivers_of(read, range(4)))
    assert [(first.address, second.address) for first, second in pairs] == [("Vej 1", "Vej 2")]


def test_the_keys_see_through_signs_and_order():
    assert name_key("Åge Sørensen") == name_key("SØRENSEN, Aage")
    assert name_key("Huse A/S") == name_key("HUSE AS")
    assert address_key("Nørgårdsvej 3, st. th.") == address_key("Noergaardsvej 3 ST TH")
