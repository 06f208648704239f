"""Watercourses on the cells: what belongs together, which one is the main one."""

import numpy as np
import pytest
import shapely
from landscapes import grid, places

from lyngby_heritage.core.valley.watercourses import locate


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
    assert water.outside.tolist() == [False, True, False, False, True]
    assert water.partly.tolist() == [True, False, False, False, False]
    assert sorted(set(water.feature.tolist())) == [0, 2]


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
