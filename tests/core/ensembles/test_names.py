"""A proposal always has a name that people understand: its own addresses, else what lies nearest."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.ensembles.names import ensemble_names

OUTLINE = np.array([shapely.from_wkt(square(0, 0, 100))], dtype=object)  # from 0, 0 to 100, 100
PARCELS = np.array([shapely.from_wkt(square(x, 0, 20)) for x in (0, 20, 40, 60, 300)], dtype=object)
CALLED = [("5a", "Askholt"), ("5b", "Askholt"), ("7c", "Bøgehegn"), ("9", "Bøgehegn"), ("11", "Bøgehegn")]


def name(own=(), buildings=(), parcels=None, called=(), outline=OUTLINE):
    """The name of one ensemble; `buildings` are pairs of an address and how far east of the outline it lies."""
    points = np.array([shapely.Point(100 + east, 50) for _, east in buildings] or [], dtype=object)
    (found,) = ensemble_names([own], outline, points, [address for address, _ in buildings], parcels, called)
    return found


def test_its_own_addresses_name_it():
    assert name(["Smøgen 1", "Smøgen 5", "Smøgen 2"], [("Torvet 4", 10)]) == "Smøgen 1–5 og 2"


@pytest.mark.parametrize(
    ("buildings", "expected"),
    [
        ([("Torvet 4", 60), ("Smøgen 7B", 20), ("", 1)], "Ved Smøgen 7B"),
        ([("Torvet 4", 200)], "Ved Torvet 4"),  # at the limit
        ([("Torvet 4", 201)], "Matr.nr. 5a og 5b Askholt; 7c Bøgehegn m.fl."),
        ([("uden nummer", 5)], "Matr.nr. 5a og 5b Askholt; 7c Bøgehegn m.fl."),
        ([], "Matr.nr. 5a og 5b Askholt; 7c Bøgehegn m.fl."),
    ],
)
def test_without_an_address_of_its_own_the_nearest_names_it_else_its_parcels(buildings, expected):
    assert name((), buildings, PARCELS, CALLED) == expected


def test_a_parcel_outside_or_without_a_number_does_not_name_it():
    assert name((), (), PARCELS, [("", ""), ("", ""), ("", ""), ("9", "Bøgehegn"), ("11", "Bøgehegn")]) == (
        "Matr.nr. 9 Bøgehegn"
    )


def test_where_nothing_is_known_the_place_itself_names_it():
    assert name() == "Ved punktet øst 50, nord 50"
    assert name((), (), np.array([None], dtype=object), [("5a", "Askholt")]) == "Ved punktet øst 50, nord 50"
