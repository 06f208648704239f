"""Names in letters that every file takes."""

import unicodedata

import pytest

from lyngby_heritage.core.common.plain_letters import plain_letters


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Rødovre", "roedovre"),
        ("ÆØÅ", "aeoeaa"),
        (unicodedata.normalize("NFD", "Ådal"), "aadal"),  # å as a and a ring, as a Mac writes it
        ("Märsk", "maersk"),
        ("Café No. 1", "cafe no. 1"),
        ("村", ""),
        ("", ""),
    ],
)
def test_letters_of_ascii(name, plain):
    assert plain_letters(name) == plain
