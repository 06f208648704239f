"""The one sheet on which a building is seen best."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.plan.sheet_choice import best_sheet
from lyngby_heritage.core.plan.sheets import GRID, Sheet


def sheet(scale, west, south, side):
    return Sheet(GRID, "", "", scale, (west, south, west + side, south + side))


def of_points(sheets, points):
    """The sheets of buildings that are points, without footprints."""
    return best_sheet(sheets, points, points).tolist()


WIDE, CLOSE, BESIDE = sheet(5000, 0, 0, 1000), sheet(500, 400, 400, 100), sheet(500, 450, 400, 100)


@pytest.mark.parametrize(
    ("point", "number", "why"),
    [
        ("POINT (100 100)", 1, "only the wide sheet shows it"),
        ("POINT (450 450)", 2, "the middle of the close sheet, the very edge of the one beside"),
        ("POINT (500 450)", 3, "the middle of the one beside"),
        ("POINT (475 450)", 2, "as far from both middles: the first"),
        ("POINT (401 450)", 1, "cut by the edge of the close sheet: the wide one shows it whole"),
        ("POINT (5 5)", 1, "at the edge, but no other has it"),
        ("POINT (2000 450)", 0, "no sheet shows it"),
        ("POINT EMPTY", 0, "it has no place"),
    ],
)
def test_the_sheet_that_shows_a_building_best(point, number, why):
    assert of_points([WIDE, CLOSE, BESIDE], np.array([shapely.from_wkt(point)])) == [number], why


def test_each_building_has_its_own_sheet_and_no_sheets_show_nothing():
    points = np.array([shapely.Point(450, 450), None, shapely.Point(100, 100)], dtype=object)
    assert of_points([WIDE, CLOSE, BESIDE], points) == [2, 0, 1]
    assert of_points([], points) == [0, 0, 0]


@pytest.mark.parametrize(
    ("west", "east", "number", "why"),
    [
        (410, 440, 2, "whole on the close sheet"),
        (395, 440, 1, "its middle lies well within the close sheet, whose edge cuts it: whole on the wide one"),
        (400, 440, 1, "its wall is the edge of the close sheet"),
        (470, 530, 1, "its middle is the very edge of the close sheet"),
        (-20, 30, 1, "cut by the only sheet that has it"),
    ],
)
def test_a_building_is_sent_to_a_sheet_that_shows_it_whole(west, east, number, why):
    house = np.array([shapely.box(west, 440, east, 460)], dtype=object)
    assert best_sheet([WIDE, CLOSE], house, shapely.centroid(house)).tolist() == [number], why


def test_a_building_on_the_very_edge_is_better_than_a_cut_one():
    """The close sheet cuts it; the other ends at its wall."""
    house = np.array([shapely.box(490, 440, 510, 460)], dtype=object)
    touching = sheet(5000, -490, 0, 1000)
    assert best_sheet([CLOSE, touching], house, shapely.centroid(house)).tolist() == [2]
