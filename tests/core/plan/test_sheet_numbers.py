"""The numbers of the sheets on the map of all of them: none upon another, whatever the sheets are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyngby_heritage.core.plan.sheet_numbers import placed


def sizes_of(count, *sizes):
    return [np.array([size] * count, dtype=float) for size in sizes]


def overlap(middles, size):
    """How many pairs of numbers lie upon each other, by the boxes of their letters."""
    away = np.abs(middles[:, None] - middles[None])
    upon = (away < (size[:, None] + size[None]) / 2 - 1e-9).all(axis=2)
    return int(np.triu(upon, k=1).sum())


def test_a_number_stands_in_the_middle_of_its_sheet():
    found, size = placed(np.array([(0, 0, 10, 20), (100, 0, 110, 10)], dtype=float), sizes_of(2, (4, 2)))
    assert found.tolist() == [[5, 10], [105, 5]]
    assert size == 0


def test_of_two_sheets_with_one_middle_the_larger_moves_its_number():
    # Letters of 4 × 2 and a gap of 0.15 × 2: whole steps of a quarter of 2.3 upwards or downwards; the fourth is free.
    found, _ = placed(np.array([(0, 0, 40, 40), (10, 10, 30, 30)], dtype=float), sizes_of(2, (4, 2)))
    assert found[1].tolist() == [20, 20]
    assert np.abs(found[0] - [20, 20]).tolist() == pytest.approx([0, 2.3])


def test_the_largest_letters_are_taken_that_every_sheet_holds():
    # The sheet of 5 × 3 holds a number of 4 × 2 with its gap, not one of 6 × 3.
    frames = np.array([(0, 0, 5, 3), (100, 0, 200, 100)], dtype=float)
    assert placed(frames, sizes_of(2, (6, 3), (4, 2), (2, 1)))[1] == 1


def test_numbers_without_room_in_their_sheets_stand_beside_them():
    # Four sheets on one spot, each as large as one number.
    frames = np.array([(0, 0, 5, 3)] * 4, dtype=float)
    found, size = placed(frames, sizes_of(4, (6, 3), (4, 2)))
    assert size == 1
    assert overlap(found, sizes_of(4, (4, 2))[0]) == 0


def test_without_sheets_there_are_no_numbers():
    found, _ = placed(np.empty((0, 4)), [np.empty((0, 2))])
    assert found.shape == (0, 2)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(1, 40), st.integers(1, 40)),
        min_size=1,
        max_size=60,
    )
)
def test_no_two_numbers_ever_lie_upon_each_other(sheets):
    frames = np.array([(x, y, x + wide, y + tall) for x, y, wide, tall in sheets], dtype=float)
    digits = np.array([len(str(number)) for number in range(1, len(sheets) + 1)])
    sizes = [np.stack([1.5 * digits * grow, np.full(len(sheets), 2.0 * grow)], axis=1) for grow in (2.0, 1.0)]
    found, size = placed(frames, sizes)
    assert overlap(found, sizes[size]) == 0
