"""A building is found by address, by parcel with its ejerlav, and by BFE number, however it is typed."""

import doctest

import pytest

from lyngby_heritage.core.plan import lookup
from lyngby_heritage.core.plan.lookup import By, Lookup

TOWN = Lookup(
    ["Ågade 10", "Ågade 9", "Ågade 9", "Zebravej 9, 2800 Kgs. Lyngby", "", "Hans Ågades Vej 1"],
    ["5b Askholt", "5a Askholt", "5a Askholt", "11c og 11d Bøgehegn; 5a Bøgehegn", "", ""],
    ["9100002", "9100001", "9100001", "9100003", "", ""],
    [True, False, True, True, True, True],
)
"""The second row is the garage of the third."""


def found(text, most=20):
    return [(hit.row, hit.by, hit.shown, hit.beside) for hit in TOWN.find(text, most)]


def test_the_examples_of_the_module():
    outcome = doctest.testmod(lookup)
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize("text", ["Ågade 9", "aagade 9", "ÅGADE 9", " ågade  9 ", "åg 9"])
def test_an_address_however_it_is_typed_leads_to_its_main_building(text):
    assert found(text) == [(2, By.ADDRESS, "Ågade 9", "")]


def test_addresses_stand_in_their_order_each_once():
    assert [one[2] for one in found("ågade")] == ["Hans Ågades Vej 1", "Ågade 9", "Ågade 10"]


def test_a_number_alone_is_a_parcel_with_its_ejerlav():
    assert found("5a")[:2] == [
        (2, By.PARCEL, "5a Askholt", "Ågade 9"),
        (3, By.PARCEL, "5a Bøgehegn", "Zebravej 9, 2800 Kgs. Lyngby"),
    ]
    assert found("5a bøg") == [(3, By.PARCEL, "5a Bøgehegn", "Zebravej 9, 2800 Kgs. Lyngby")]
    assert found("11d")[0][2] == "11d Bøgehegn"


def test_an_ejerlav_finds_its_parcels():
    assert [one[2] for one in found("askholt")] == ["5a Askholt", "5b Askholt"]


def test_a_bfe_number_whole_or_begun():
    assert found("9100001") == [(2, By.PROPERTY, "BFE 9100001", "Ågade 9")]
    assert [one[2] for one in found("91000")] == ["BFE 9100001", "BFE 9100002", "BFE 9100003"]


@pytest.mark.parametrize("text", ["", " ", "å", "findes ikke", "Ågade 11"])
def test_what_finds_nothing(text):
    assert found(text) == []


def test_no_more_than_asked_for():
    assert len(found("ågade", 2)) == 2
