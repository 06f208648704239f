"""A parcel is named by its number and its district: a number alone names several."""

import pytest

from lyngby_heritage.core.registers.parcel_names import named_districts, parcel_name, parcel_names


@pytest.mark.parametrize(
    ("number", "district", "called"),
    [
        ("5a", "Virum By, Virum", "5a Virum By, Virum"),
        ("5a", "12352", "5a, ejerlav 12352"),  # only the code is known
        ("5a, 5b", "12352, 12353", "5a, 5b, ejerlav 12352, 12353"),  # a plot of an earlier run, in two districts
        ("5a", "", "5a [ejerlav ikke oplyst]"),
        ("", "Virum By, Virum", ""),
    ],
)
def test_a_number_never_stands_without_its_district(number, district, called):
    assert parcel_name(number, district) == called


def test_parcels_of_one_district_stand_together_and_each_once():
    parcels = [("1a", "Virum"), ("2c", "Sorgenfri"), ("1b", "Virum"), ("1a", "Virum"), ("", "Virum")]
    assert parcel_names(parcels) == "1a og 1b Virum; 2c Sorgenfri"
    assert parcel_names([("1a", "Virum"), ("1a", "Sorgenfri")]) == "1a Virum; 1a Sorgenfri"  # two parcels, not one
    assert parcel_names([]) == ""


def test_the_district_s_name_is_said_where_it_is_known():
    assert named_districts(["Virum", ""], ["12352", "12353"]) == ["Virum", "12353"]
    assert named_districts([], ["12352"]) == ["12352"]
