"""Municipalities by name: a reader knows Gladsaxe, and not 159."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.profile import Profile, in_force
from lyngby_heritage.core.registers.municipalities import authority_name, municipality_name, of_another_profile


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


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("173", "Lyngby-Taarbæk Kommune"),
        ("0101", "Københavns Kommune"),
        ("400", "Bornholms Regionskommune"),
        ("0820", "Vesthimmerlands Kommune"),
        ("0999", "kommune 0999"),
    ],
)
def test_an_authority_is_called_as_it_calls_itself(code, name):
    assert authority_name(code) == name


@pytest.mark.parametrize(
    ("municipality", "codes", "said"),
    [
        ("0159", ["173"], ["Lyngby-Taarbæk"]),
        ("0159", ["159", "173"], []),  # a neighbour's rows lie among its own
        ("0159", [""], []),
        ("", ["173"], []),  # of no one municipality
    ],
)
def test_a_profile_of_none_of_the_municipalities_is_warned_of(municipality, codes, said):
    with in_force(Profile("Vores", "1", "x", municipality=municipality)):
        notes = of_another_profile(codes)
    assert [one.values["names"] for one in notes] == said
    assert all(one.warning for one in notes)


def test_without_a_profile_nothing_is_said():
    assert of_another_profile(["173"]) == []
