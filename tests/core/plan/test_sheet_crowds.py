"""Numbers that would run together on paper: with a numbered house close on both sides there is no side left."""

import numpy as np
import pytest

from lyngby_heritage.core.plan.sheet_crowds import crowded


@pytest.mark.parametrize(
    ("x", "scale", "found"),
    [
        ([0, 7, 14], 2000, [True, True, True]),  # 7 m are 3.5 mm: the one in the middle, and so the ends of its row
        ([0, 7], 2000, [False, False]),  # a pair: each has its outer side for its number
        ([0, 13, 26], 2000, [False, False, False]),  # 6.5 mm
        ([0, 7, 14], 1000, [False, False, False]),  # 7 mm
        ([0, 7, 14, 40], 2000, [True, True, True, False]),
        ([], 2000, []),
    ],
)
def test_crowded_with_another_within_six_millimetres_on_both_sides(x, scale, found):
    places = np.array(x, dtype=float)
    assert crowded(places, np.zeros(len(x)), np.full(len(x), float(scale)), 6.0).tolist() == found


def test_each_building_goes_by_the_scale_of_the_sheet_that_shows_it():
    places, scales = np.array([0.0, 7.0, 14.0, 500.0, 507.0, 514.0]), np.array([2000.0] * 3 + [1000.0] * 3)
    assert crowded(places, np.zeros(6), scales, 6.0).tolist() == [True] * 3 + [False] * 3
