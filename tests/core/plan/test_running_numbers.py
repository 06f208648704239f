"""The number by which the plan names a building."""

import numpy as np
import pytest

from lyngby_heritage.core.plan.running_numbers import in_order, running_numbers

ROWS = (  # designated, listed, district, address
    (True, False, "Vest", "Åvej 2"),
    (False, False, "Øst", "Bredevej 1"),
    (True, False, "Øst", "Bredevej 10"),
    (True, False, "Øst", "Bredevej 9"),
    (False, True, "Vest", "Alléen 1"),
    (True, False, "", "Bredevej 1"),  # a district that nobody knows comes last, as an address does
)


def numbers(earlier=()):
    designated, listed, districts, addresses = zip(*ROWS)
    ids = [f"b{row}" for row in range(len(ROWS))]
    return running_numbers(np.array(designated), np.array(listed), districts, addresses, ids, earlier)


def test_designated_buildings_are_numbered_by_district_and_address_and_the_listed_ones_behind_them():
    assert numbers() == [1, None, 3, 2, 5, 4]
    assert in_order(numbers()) == [0, 3, 2, 5, 4]


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((7, None, 3, None, None, None), [7, None, 3, 8, 10, 9]),  # kept, and the new ones behind the largest
        ((2, 1, 2, None, None, None), [2, None, 4, 3, 6, 5]),  # a number that two rows have is the first one's
        ((7, 12, 3, None, None, None), [7, None, 3, 13, 15, 14]),  # 12 is gone, and nobody else's
        ((0, None, -4, None, None, None), [1, None, 3, 2, 5, 4]),  # no numbers
    ],
)
def test_a_building_keeps_the_number_of_an_earlier_package(earlier, expected):
    assert numbers(earlier) == expected
