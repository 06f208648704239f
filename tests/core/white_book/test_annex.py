"""When the annex on the changes counts more buildings than the plan's documents."""

import numpy as np
import pytest

from lyngby_heritage.core.white_book.annex import counts_more, kinds_apart


@pytest.mark.parametrize(
    ("listed", "listing_code", "use", "withheld", "more"),
    [
        (None, None, 120, False, False),
        (False, None, 120, False, False),
        (True, None, 120, False, True),
        (None, 1, 120, False, True),  # BBR: fredet
        (None, 3, 120, False, False),  # BBR: a declaration without listing
        (None, None, 414, False, True),  # BBR: kirke
        (None, None, 120, True, True),
    ],
)
def test_listed_buildings_churches_and_withheld_ones_are_in_no_count_of_the_plan(
    listed, listing_code, use, withheld, more
):
    columns = {"listed": [None, listed], "listing_code": [None, listing_code], "use": [None, use]}

    assert counts_more(columns, np.array([False, withheld])) is more


def test_a_designation_without_buildings_counts_no_more():
    assert counts_more({"listed": [], "listing_code": [], "use": []}, np.zeros(0, dtype=bool)) is False


def test_a_building_stands_apart_by_its_listing_before_its_use():
    columns = {"listed": [None, True, None, True], "listing_code": [None] * 4, "use": [120, 120, 414, 414]}

    assert kinds_apart(columns) == ["", "fredet", "kirke", "fredet"]
