"""Which municipality the data are of is read from the data themselves."""

import pytest
from layers_of import at, layer, point

from lyngby_heritage.core.validation.places import municipality_of


def boundary(*codes):
    return layer("BOUNDARY", *({"komkode": code, "wkt": at(0)} for code in codes), name="graense")


def save(*numbers):
    return layer("SAVE", *({"bbrnummer": one, "wkt": point(0, 0)} for one in numbers), name="fbb")


def bbr(*codes):
    return layer("BBR", *({"kommunekode": code, "wkt": point(0, 0)} for code in codes), name="bbr")


def plans(*codes):
    return layer("PLANS", *({"planid": 1, "komnr": code, "wkt": at(0)} for code in codes))


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([boundary("0190"), save("223-1-1")], ("190", "graense")),
        ([boundary("0190", "0190"), save("223-1-1")], ("190", "graense")),
        # A boundary layer of the whole country says nothing of the data.
        ([boundary("0190", "0223"), save("223-1-1", "223-2-1", "190-1-1")], ("223", "fbb")),
        ([save("223-1-1", "223-2-1", "190-1-1"), bbr(173, 173)], ("223", "fbb")),
        ([save("", None), bbr("0173", 173.0, 190)], ("173", "bbr")),
        # Half is no majority: a country's SAVE rows are of no one municipality.
        ([save("223-1-1", "190-1-1")], ("", "")),
        ([plans(173, 173)], ("", "")),
        ([], ("", "")),
    ],
)
def test_the_boundary_says_it_or_most_of_the_objects_do(layers, expected):
    assert municipality_of(layers) == expected
