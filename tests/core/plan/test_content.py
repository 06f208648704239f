"""Which cadastral numbers a building gets, and where it lies."""

import numpy as np
import pytest
import shapely
from plan_builders import building, buildings, plots

from lyngby_heritage.core.plan.content import Landscape, ground_words, parcel_numbers, read_flag, themes_of

PLOTS = plots(("1", "7a", 0, 20), ("1", "7b", 40, 20), ("2", "9c, 9d", 80, 20), ("3", "", 120, 20))


@pytest.mark.parametrize(
    ("row", "number"),
    [
        (building(0, property="1"), "7a"),  # the plot that it stands on, of the two that the property has
        (building(40, property="1"), "7b"),
        (building(500, property="1"), "7a; 7b"),  # on neither: all of the property's
        (building(80, property="1"), "7a; 7b"),  # the register's property comes before where it stands
        (building(80), "9c, 9d"),  # property unknown: by place
        (building(80, property="77"), "9c, 9d"),  # property not among the plots: by place
        (building(500), ""),
        (building(500, parcel="5x"), "5x"),  # what its own layer says
        (building(120, property="3", parcel="5x"), "5x"),  # a plot without a number says nothing
        (building(0, property="2", wkt=None), "9c, 9d"),  # without a geometry the property still has numbers
    ],
)
def test_cadastral_numbers(row, number):
    assert parcel_numbers(buildings(row), PLOTS) == [number]


def test_without_plots_the_layer_s_own_numbers_stand():
    assert parcel_numbers(buildings(building(0, parcel="5x"), building(20)), None) == ["5x", ""]


def test_themes_are_sorted_and_stand_once():
    areas = np.array(
        [shapely.box(0, 0, 30, 30), shapely.box(-5, -5, 5, 5), shapely.box(0, 0, 9, 9), None], dtype=object
    )
    landscape = Landscape({"theme": ["skov", "aa", "skov", "x"]}, areas)
    rows = buildings(building(0), building(20), building(90), building(0, id="z", wkt=None))
    assert themes_of(rows.points, landscape) == [["aa", "skov"], ["skov"], [], []]
    assert themes_of(rows.points, None) == [[], [], [], []]


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        *((yes, True) for yes in (True, 1, "true", "t", "Ja")),
        *((no, False) for no in (False, 0, "0", "false", "nej")),
        *((neither, None) for neither in (None, "", "måske", 2)),
    ],
)
def test_yes_and_no_as_the_formats_keep_them(raw, read):
    assert read_flag(raw) is read


def test_grounds_in_words():
    assert ground_words("vaerdi_1_3", True) == "SAVE-værdi 1–3"
    assert ground_words("beslutning", True) != ground_words("beslutning", False)
    assert ground_words("ny_kode", True) == "ny_kode"
