"""Municipalities by name: a reader knows Gladsaxe, and not 159."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.registers.municipalities import municipality_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("159", "Gladsaxe"),
        ("0173", "Lyngby-Taarbæk"),
        ("101", "København"),
        ("860", "Hjørring"),
        ("999", "kommune 0999"),
    ],
)
def test_a_code_is_called_by_its_municipality_however_it_is_written(code, name):
    assert municipality_name(code) == name


def test_the_98_municipalities_are_those_whose_names_layers_are_known_by():
    names = load("registers/municipalities.json")["names"]
    assert len(names) == 98
    assert sorted(names.values()) == sorted(load("themes/catalogue.json")["municipalities"])
