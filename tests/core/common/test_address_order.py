"""Addresses in the order in which a Dane looks for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.common.addresses import danish_key, street_and_rest


def test_danish_letters_follow_z_and_numbers_go_by_size():
    names = [
        "Ågade 1",
        "Ærøvej 1",
        "Zebravej 1",
        "Østergade 1",
        "Aagade 2",
        "Abel Cathrines Gade 10",
        "Abel Cathrines Gade 9",
    ]
    assert sorted(names, key=danish_key) == [
        "Abel Cathrines Gade 9",
        "Abel Cathrines Gade 10",
        "Zebravej 1",
        "Ærøvej 1",
        "Østergade 1",
        "Ågade 1",
        "Aagade 2",  # aa is å written the old way
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hedeallé", "hedealle"),
        ("A\u030agade", "Ågade"),
        ("H. C. Ørsteds Vej", "H.C. Ørsteds Vej"),
        ("Møllers Vej", "Möllers Vej"),
    ],
)
def test_the_same_name_written_another_way_stands_in_the_same_place(one, other):
    assert danish_key(one) == danish_key(other)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_names_can_be_sorted(names):
    assert len(sorted(names, key=danish_key)) == len(names)


@pytest.mark.parametrize(
    ("address", "street", "rest"),
    [
        ("Lyngby Hovedgade 12 A, 2800 Kgs. Lyngby", "Lyngby Hovedgade", "12 A, 2800 Kgs. Lyngby"),
        ("Ågade 9", "Ågade", "9"),
        ("Christian X's Allé 3", "Christian X's Allé", "3"),
        ("2. Tværvej 4", "2. Tværvej", "4"),
        ("Dyrehaven", "Dyrehaven", ""),
        ("7", "7", ""),
        ("", "", ""),
    ],
)
def test_street_and_number(address, street, rest):
    assert street_and_rest(address) == (street, rest)
