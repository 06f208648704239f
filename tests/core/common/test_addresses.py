"""Danish order: æ, ø, å last, aa as å, and house number 9 before 10."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.common.addresses import danish_key, main_streets, order, parts, told_apart

IN_ORDER = [
    "Brede Allé 3",
    "Bredevej 9",
    "Bredevej 9A",
    "Bredevej 9B",
    "Bredevej 10",
    "Bredevej 10A",
    "Bredevej 100",
    "Éngvej 3",
    "Engvej 4",
    "Zoovej 1",
    "Ærøvej 1",
    "Østervang 1",
    "Øvej 1",
    "Aagade 1",
    "Ågade 2",
    "",
]


def test_addresses_in_danish_order():
    shuffled = sorted(IN_ORDER)
    assert [shuffled[i] for i in order(shuffled, [""] * len(shuffled))] == IN_ORDER


def test_equal_addresses_are_ordered_by_what_comes_then():
    assert order(["Ågade 1", "Ågade 1", "Ågade 1"], ["c", "a", "b"]) == [1, 2, 0]


def test_å_may_be_one_character_or_two():
    assert danish_key("Ågade") == danish_key("A\u030agade")


@pytest.mark.parametrize(
    ("address", "street", "number"),
    [
        ("Lyngby Hovedgade 12 A, 2800 Kgs. Lyngby", "Lyngby Hovedgade", "12 A"),
        ("Bredevej 9-11, 2800 Kgs. Lyngby", "Bredevej", "9-11"),
        ("10. Februar Vej 5", "10. Februar Vej", "5"),
        ("Sorgenfri Slot", "Sorgenfri Slot", ""),
        ("  Ågade 2  ", "Ågade", "2"),
        ("", "", ""),
    ],
)
def test_street_and_number(address, street, number):
    assert parts(address) == (street, number)


def test_the_commonest_streets_first_and_equal_ones_in_danish_order():
    assert main_streets(["Ågade 1", "Bredevej 1", "Bredevej 2", "Ærøvej 1", ""]) == ["Bredevej", "Ærøvej"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one, other):
    assert (danish_key(one) <= danish_key(other)) or (danish_key(other) <= danish_key(one))


def test_buildings_of_one_address_are_told_apart_by_the_first_that_differs_between_all_of_them():
    names = ["Torvet 1", "Vestergade 10", "Vestergade 10", "Møllevej 2", "Møllevej 2"]
    uses = ["kirke", "kirke", "udhus", "udhus", "udhus"]
    assert told_apart(names, uses) == ["", "kirke", "udhus", "", ""]
    assert told_apart(names, uses, ["b1", "b2", "b3", "b4", "b5"]) == ["", "kirke", "udhus", "b4", "b5"]
    assert told_apart(["Vej 1", "Vej 1"], ["", "udhus"]) == ["", ""]  # a gap says nothing
