"""Which property PROPERTY means: one, or a refusal with the candidates or the nearest."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.sheet.asked import Point, find_property, read_point
from lyngby_heritage.core.sheet.properties import Property


def one(key, parcels, *addresses):
    return Property(key, (), (), addresses, tuple(parcels), ("; ".join(parcels),))


TOWN = [
    one("100", ["12a Kongens Lyngby By, Kongens Lyngby", "12b Kongens Lyngby By, Kongens Lyngby"], "Ågade 1"),
    one("101", ["12a Virum By, Virum"], "Ågade 12"),
    one("102", ["7, ejerlav 12352"], "Ågade 12 A", "Ågade 14"),
    one("1030001", ["3b Virum By, Virum"], "Bredevej 9, 2830 Virum"),
    one("1030002", ["3c Virum By, Virum"], "Bredevej 9, 2800 Kgs. Lyngby"),
    one("105", ["12 By, Sogn"], "Æblevej 3"),
]
LAND = np.array([shapely.from_wkt(square(100 * x, 0, 50)) for x in range(5)] + [None], dtype=object)


def asked(text):
    return find_property(text, TOWN, lambda: LAND, lambda point: shapely.Point(point.x, point.y))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100", 0),
        (" BFE 101 ", 1),
        ("bfe-nr. 1030001", 3),
        ("12a Kongens Lyngby", 0),
        ("12a, Kongens Lyngby By, Kongens Lyngby", 0),
        ("Matr.nr. 12 B kongens lyngby", 0),
        ("12A, Virum", 1),
        ("7, ejerlav 12352", 2),
        ("7 12352", 2),
        ("3b", 3),
        ("12 By, Sogn", 5),
        ("Ågade 1", 0),
        ("aagade 12", 1),
        ("Ågade 12a", 2),
        ("Ågade 14, 2800 Kgs. Lyngby", 2),
        ("Bredevej 9, 2830", 3),
        ("120,20", 1),
        ("50,20", 0),
        ("320.5, 10 [EPSG:25832]", 3),
    ],
)
def test_a_property_is_found_by_whatever_names_it(text, found):
    assert asked(text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12a", "may be any of 2 properties: Ågade 1, 12a Kongens Lyngby"),  # a number names several
        ("Bredevej 9", r"any of 2 properties: Bredevej 9, 2830 Virum.*\(BFE 1030001\), Bredevej 9, 2800"),
        ("Ågade 13", r"no property of the plan is 'Ågade 13'\. The nearest are: Ågade 12, .*; .*\.$"),
        ("Ogade 1", r"no property of the plan is 'Ogade 1'.*Ågade 1"),
        ("12a Søllerød", "no property of the plan is"),
        ("2830", "no property of the plan is '2830'"),
        ("160,20", r"no property of the plan lies at 160,20\. The nearest is Ågade 12,.* 10 m away"),
    ],
)
def test_what_is_not_one_property_is_refused_with_what_it_may_be(text, said):
    with pytest.raises(HeritageError, match=said):
        asked(text)


def test_a_point_on_two_properties_is_refused_with_both():
    land = np.array([shapely.from_wkt(square(0, 0, 50))] * 2, dtype=object)
    with pytest.raises(HeritageError, match="lies on 2 properties"):
        find_property("10,10", TOWN[:2], lambda: land, lambda point: shapely.Point(point.x, point.y))


def test_a_point_may_name_its_coordinate_system():
    assert read_point("12.5;55.7 [epsg:4326]") == Point(12.5, 55.7, "EPSG:4326")
    assert read_point("12a, Lyngby") is None
