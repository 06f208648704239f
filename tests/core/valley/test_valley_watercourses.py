"""Watercourses on the cells: their level, what belongs together, which one is the main one."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from landscapes import grid, places

from lyngby_heritage.core.valley.watercourses import even_out, locate, rising

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


def located(lines, names=None, heights=None, **given):
    cells = grid(5)
    x, y = places(cells)
    heights = (0.1 * np.abs(x - 600) + 0.002 * y if heights is None else heights).astype(np.float32)
    shapes = np.array([None if line is None else shapely.from_wkt(line) for line in lines], dtype=object)
    return locate(shapes, names or [""] * len(lines), heights, cells, **given), cells


def stem_features(water):
    return sorted(set(water.feature[water.is_stem].tolist()))


def test_the_longest_course_is_the_main_one_and_what_joins_it_is_a_tributary():
    lines = ["LINESTRING (600 0, 600 700)", "LINESTRING (600 700, 600 1500)", "LINESTRING (1000 700, 600 700)"]
    water, _ = located(lines)
    assert len(water.stems) == 1
    assert stem_features(water) == [0, 1]
    assert water.length == pytest.approx([1500], rel=0.01)


def test_with_names_the_main_one_is_the_longest_name():
    lines = [
        "LINESTRING (600 0, 600 700)",
        "LINESTRING (600 700, 600 1000)",
        "LINESTRING (600 700, 1190 700, 1190 800)",
    ]
    assert stem_features(located(lines)[0]) == [0, 2]
    assert stem_features(located(lines, ["Åen", "Åen", "Bækken"])[0]) == [0, 1]


@pytest.mark.parametrize(("gap", "systems"), [(40, 1), (150, 2)])
def test_ends_near_each_other_join(gap, systems):
    water, _ = located(["LINESTRING (600 0, 600 700)", f"LINESTRING (600 {700 + gap}, 600 1500)"])
    assert len(water.stems) == systems


def test_pieces_of_one_name_join_over_a_longer_gap():
    lines = ["LINESTRING (600 0, 600 500)", "LINESTRING (600 1000, 600 1500)"]
    assert len(located(lines, ["Åen", "Åen"])[0].stems) == 1
    assert len(located(lines, ["Åen", "Bækken"])[0].stems) == 2


def test_the_bed_is_looked_for_beside_the_drawn_line():
    # Drawn 6 m beside a bed 2 m deep and 10 m wide.
    cells = grid(2)
    x, y = places(cells)
    heights = (5 + 0.001 * y - 2 * (np.abs(x - 600) < 5)).astype(np.float32)
    water = locate(np.array([shapely.from_wkt("LINESTRING (606 0, 606 1500)")]), [""], heights, cells)
    row = water.cell // cells.shape[1]
    assert water.level == pytest.approx(3 + 0.001 * cells.y(row), abs=0.1)


def test_what_lies_outside_is_counted():
    lines = [
        "LINESTRING (600 -400, 600 700)",
        "LINESTRING (5000 0, 5000 100)",
        "LINESTRING (300 100, 300 900)",
        None,
        "POLYGON ((9000 0, 9100 0, 9100 100, 9000 0))",
    ]
    water, _ = located(lines)
    assert (water.outside, water.partly) == (2, 1)
    assert sorted(set(water.feature.tolist())) == [0, 2]


def test_a_lake_outside_is_no_watercourse_outside():
    """One watercourse of one is partly outside, and not "2 of 1"."""
    shapes = ["LINESTRING (600 -400, 600 700)", "POLYGON ((9000 0, 9100 0, 9100 100, 9000 0))"]
    water, _ = located(shapes, lakes=np.array([False, True]))
    assert (water.outside, water.partly) == (0, 1)


def test_nothing_on_the_model():
    water, _ = located(["LINESTRING (5000 0, 5000 100)"])
    assert len(water.cell) == 0
    assert water.outside == 1


def test_lakes_count_only_where_a_watercourse_runs_through_them():
    shapes = [
        "LINESTRING (600 0, 600 1500)",
        "POLYGON ((560 400, 640 400, 640 600, 560 600, 560 400))",
        "POLYGON ((1000 400, 1100 400, 1100 600, 1000 600, 1000 400))",
    ]
    water, _ = located(shapes, lakes=np.array([False, True, True]))
    assert sorted(set(water.feature.tolist())) == [0, 1]
    assert water.is_stem[water.feature == 1].all()
    assert len(located(shapes)[0].stems) == 2
