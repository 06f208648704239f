"""Where the names of streets are written: between the odd and the even numbers, along them."""

import numpy as np
import pytest

from lyngby_heritage.core.plan.street_lines import street_lines


def lines(*houses):
    """Name → its line; houses are (address, x, y)."""
    told, x, y = zip(*houses)
    found = street_lines(told, np.array(x, dtype=float), np.array(y, dtype=float))
    return {one.name: one.line.tolist() for one in found}


@pytest.mark.parametrize(
    ("houses", "expected"),
    [
        # Both sides of a street that goes east: halfway between them.
        ([("Ågade 1", 0, 0), ("Ågade 3", 40, 0), ("Ågade 2", 20, 20)], [[0, 10], [40, 10]]),
        # One side only: on the houses.
        ([("Ågade 1", 0, 0), ("Ågade 3", 40, 0)], [[0, 0], [40, 0]]),
        # Going north.
        ([("Ågade 2", 5, 0), ("Ågade 4", 5, 60)], [[5, 0], [5, 60]]),
        # A round heap shows no direction and is read from west to east.
        ([("Ågade 2", 0, 0), ("Ågade 4", 10, 0), ("Ågade 6", 0, 10), ("Ågade 8", 10, 10)], [[0, 5], [10, 5]]),
    ],
)
def test_a_street_is_named_along_its_addresses(houses, expected):
    assert lines(*houses) == {"Ågade": expected}


def test_what_has_no_number_no_place_or_no_neighbour_names_no_street():
    houses = [
        ("Ågade 1", 0, 0),
        ("Ågade 3", np.nan, 0),
        ("Kirken", 5, 5),
        ("Kirken", 9, 5),
        ("", 1, 1),
        ("Øst 2", 3, 3),
    ]
    assert lines(*houses) == {}
