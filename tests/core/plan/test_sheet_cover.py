"""Few frames that cover places: each round what it shows, and none of them empty."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lyngby_heritage.core.plan.sheet_cover import boxes_of, covering


def points(*places):
    return np.array([(x, y, x, y) for x, y in places], dtype=float)


def sets(boxes, size=(100.0, 100.0), most=np.inf):
    found = covering(boxes, size, most)
    return None if found is None else [sorted(one.tolist()) for one in found]


@pytest.mark.parametrize(
    ("places", "found"),
    [
        # One place, and two exactly a frame apart.
        ([(0, 0)], [[0]]),
        ([(0, 0), (100, 100)], [[0, 1]]),
        # A centimetre more takes two frames, the northern one first.
        ([(0, 0), (0, 100.01)], [[1], [0]]),
        # A grid from the north-western place (0, 150) would cut the southern four in two.
        ([(0, 150), (60, 0), (80, 0), (120, 0), (140, 0)], [[0], [1, 2, 3, 4]]),
        # Rows from the north take three, y 150-50, then 0, where both are; columns two, west and east of x = 100.
        ([(0, 0), (0, 90), (150, 60), (150, 150)], [[0, 1], [2, 3]]),
        # Rows from the north: (0, 150) and (300, 90); then (0, 80), which a frame holds together with the first.
        ([(0, 150), (300, 90), (0, 51), (300, 0)], [[0, 2], [1, 3]]),
        # The frame of the first two shows the third too, and that of the last: it goes to the nearer ones.
        ([(0, 0), (10, 0), (90, 0), (120, 0), (140, 0)], [[0, 1], [2, 3, 4]]),
        # Four corners: row by row from the north-west.
        ([(0, 0), (300, 0), (0, 300), (300, 300)], [[2], [3], [0], [1]]),
    ],
)
def test_few_frames_hold_a_handful_of_places(places, found):
    assert sets(points(*places)) == found


def test_a_building_is_never_cut_by_the_edge_of_its_frame():
    # The middles of the two are 95 m apart, their outer walls 105 m.
    houses = np.array([(0, 0, 10, 10), (95, 0, 105, 10)], dtype=float)
    assert sets(houses) == [[0], [1]]


def test_a_building_larger_than_any_frame_counts_as_its_middle():
    assert sets(np.array([(0, 0, 400, 10), (190, 0, 210, 10)], dtype=float)) == [[0, 1]]


def test_more_frames_than_there_is_room_for_are_none():
    four = points((0, 0), (300, 0), (0, 300), (300, 300))
    assert sets(four, most=3) is None
    assert len(sets(four, most=4)) == 4


def test_a_building_without_an_outline_has_the_box_of_its_point():
    square, point = shapely.box(0, 0, 10, 20), shapely.Point(5, 5)
    found = boxes_of(np.array([square, None], dtype=object), np.array([point, point], dtype=object))
    assert found.tolist() == [[0, 0, 10, 20], [5, 5, 5, 5]]


PLACES = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 60), st.integers(0, 60)),
    min_size=1,
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(PLACES)
def test_every_place_is_whole_in_one_frame_and_no_frame_is_empty(places):
    boxes = np.array([(x, y, x + wide, y + tall) for x, y, wide, tall in places], dtype=float)
    found = covering(boxes, (100.0, 140.0))
    assert sorted(np.concatenate(found).tolist()) == list(range(len(boxes)))
    for one in found:
        assert len(one)
        reach = boxes[one, 2:].max(axis=0) - boxes[one, :2].min(axis=0)
        assert (reach <= (100.0 + 1e-5, 140.0 + 1e-5)).all()


@settings(max_examples=100, deadline=None)
@given(PLACES)
def test_no_two_frames_could_be_one(places):
    boxes = np.array([(x, y, x + wide, y + tall) for x, y, wide, tall in places], dtype=float)
    found = covering(boxes, (100.0, 140.0))
    for one in range(len(found)):
        for other in range(one):
            both = boxes[np.concatenate([found[one], found[other]])]
            reach = both[:, 2:].max(axis=0) - both[:, :2].min(axis=0)
            assert (reach > (100.0, 140.0)).any()
