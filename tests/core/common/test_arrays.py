"""What is known, what is listed, and sums of groups: unknown counts for nothing, and -1 is no group."""

import numpy as np

from lyngby_heritage.core.common.arrays import among, any_of, known, sums

UNKNOWN = float("nan")
GROUP = np.array([0, 0, 1, -1, 3])


def test_unknown_is_neither_known_nor_listed():
    codes = np.array([910.0, UNKNOWN, 120.0])
    assert known(codes).tolist() == [True, False, True]
    assert among(codes, [910, 930]).tolist() == [True, False, False]


def test_sums_of_groups():
    assert sums(GROUP, 4, np.array([100.0, UNKNOWN, 7.5, 40.0, 1.0])).tolist() == [100.0, 7.5, 0.0, 1.0]
    assert sums(GROUP, 4, np.array([True, True, False, True, True])).tolist() == [2.0, 0.0, 0.0, 1.0]
    assert sums(np.empty(0, dtype=np.intp), 2, np.empty(0)).tolist() == [0.0, 0.0]


def test_any_of_a_group():
    assert any_of(GROUP, 4, np.array([False, True, False, True, True])).tolist() == [True, False, False, True]
