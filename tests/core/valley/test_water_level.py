"""The level of a watercourse from the heights of its bed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lyngby_heritage.core.valley.water_level import even_out, rising

CELL = 5.0


def along(count):
    return np.arange(count) * CELL


def test_a_steady_fall_stays_as_it_is():
    fall = 20 - 0.002 * along(300)
    assert even_out(fall, along(300), CELL) == pytest.approx(fall, abs=1e-9)
    assert even_out(fall[::-1], along(300), CELL) == pytest.approx(fall[::-1], abs=1e-9)


@pytest.mark.parametrize("bridge", [1, 4, 11])
def test_bridges_and_dams_of_up_to_60_m_do_not_lift_the_level(bridge):
    fall = 20 - 0.002 * along(300)
    built = fall.copy()
    built[150 : 150 + bridge] += 6
    built[40] -= 3  # and a hole in the bed does not lower it
    assert np.abs(even_out(built, along(300), CELL) - fall).max() < 0.25


def test_noise_is_evened_out_and_the_water_falls_all_the_way():
    fall = 20 - 0.003 * along(400)
    rough = fall + np.random.default_rng(2).normal(0, 0.3, 400)
    level = even_out(rough, along(400), CELL)
    assert (np.diff(level) <= 1e-9).all()
    assert np.abs(level - fall).max() < 1.0


def test_what_runs_off_to_both_sides_keeps_its_divide():
    roof = 20 - 0.01 * np.abs(along(400) - 1000)
    assert even_out(roof, along(400), CELL) == pytest.approx(roof, abs=0.5)


def test_a_gap_in_the_heights_is_bridged():
    fall = 20 - 0.002 * along(300)
    gap = fall.copy()
    gap[100:140] = np.nan
    assert even_out(gap, along(300), CELL) == pytest.approx(fall, abs=1e-6)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_rising_never_falls_keeps_the_mean_and_leaves_what_rises(values):
    values = np.array(values)
    found = rising(values)
    assert (np.diff(found) >= -1e-9).all()
    assert found.mean() == pytest.approx(values.mean(), abs=1e-9)
    assert rising(np.sort(values)) == pytest.approx(np.sort(values))
