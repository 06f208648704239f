"""Shares of themes on buildings and properties: exact, nothing twice, slivers are no membership."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.coverage import EDGE, coverage, meeting, pieces_of
from lyngby_heritage.core.landscape.gather import LayerRows, gather
from lyngby_heritage.core.landscape.membership import members

box = shapely.box
CATALOGUE = built_in()


def shapes(*given):
    return np.array([*given, None], dtype=object)[:-1]


def shares(targets, areas, **options):
    found = coverage(shapes(*targets), areas, **options)
    return {(int(t), int(th)): s for t, th, s in zip(found.target, found.theme, found.share)}


def test_shares_per_theme():
    house = box(0, 0, 10, 10)
    assert shares([house], [box(0, 0, 4, 10), box(-5, -5, 20, 20), box(50, 50, 60, 60), None]) == {
        (0, 0): 0.4,
        (0, 1): 1.0,
    }


@pytest.mark.parametrize(("east", "member"), [(0.3, False), (0.99, False), (1.0, True), (5, True)])
def test_ten_per_cent_is_membership_and_a_strip_of_thirty_centimetres_is_none(east, member):
    found = coverage(shapes(box(0, 0, 10, 10)), [box(-50, -50, east, 50)])
    assert members(found, 0.10).tolist() == [member]


@pytest.mark.parametrize(
    ("east", "deep"),
    [(0.3, False), (EDGE - 0.01, False), (EDGE + 0.01, True), (3, True)],
)
def test_a_property_is_concerned_when_the_theme_reaches_past_its_edge(east, deep):
    plot = box(0, 0, 100, 100)  # 3 m of it are 3 %: less than the share, and yet 300 m²
    found = coverage(shapes(plot), [box(-50, -50, east, 150)], depth_below=0.1)
    assert found.deep.tolist() == [deep]
    assert found.area.tolist() == pytest.approx([100 * east])


def test_points_belong_by_where_they_lie():
    found = coverage(shapes(shapely.Point(5, 5), shapely.Point(50, 5)), [box(0, 0, 10, 10)])
    assert found.target.tolist() == [0]
    assert np.isnan(found.share).all()
    assert members(found, 0.1).all()


def test_nothing_and_missing_geometries_have_no_share():
    assert shares([None, box(0, 0, 1, 1)], [None, None]) == {}
    assert shares([], [box(0, 0, 1, 1)]) == {}
    assert shares([None], [box(0, 0, 1, 1)]) == {}


def star(middle_x, middle_y, seed, corners=400):
    rng = np.random.default_rng(seed)
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    reach = rng.uniform(20, 60, corners)
    return shapely.Polygon(np.column_stack([middle_x + reach * np.cos(turn), middle_y + reach * np.sin(turn)]))


def test_pieces_are_small_and_add_up_to_the_whole():
    whole = shapely.union_all([star(0, 0, 1), star(200, 0, 2)])
    pieces, owner = pieces_of([None, whole, box(0, 0, 1, 1)])
    assert set(owner.tolist()) == {1, 2}
    assert shapely.area(pieces[owner == 1]).sum() == pytest.approx(whole.area)
    assert shapely.union_all(pieces[owner == 1]).symmetric_difference(whole).area < 1e-6
    assert shapely.get_num_coordinates(pieces).max() < 200


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(-70, 70), st.integers(-70, 70), st.integers(1, 60))
def test_the_share_is_that_of_the_intersection(seed, x, y, side):
    area, target = star(0, 0, seed), box(x, y, x + side, y + side)
    expected = target.intersection(area).area
    found = coverage(shapes(target), [area])
    assert found.area.sum() == pytest.approx(expected, abs=1e-6)
    assert (found.share <= 1).all()


def made_of(name, *wkt):
    rows = np.array([shapely.from_wkt(one) for one in wkt], dtype=object)
    return gather([LayerRows(name, CATALOGUE.recognise([name], []), rows, {})], CATALOGUE)


def test_points_and_lines_of_a_theme_meet_what_they_lie_on():
    made = made_of("fortidsminder", "POINT (5 5)", "POINT (500 5)", "LINESTRING (0 20, 10 30)")
    targets = shapes(box(0, 0, 10, 10), box(0, 20, 10, 30), box(100, 100, 110, 110))
    target, theme = meeting(targets, made, np.ones(3, dtype=bool))
    assert target.tolist() == [0, 1]
    assert {CATALOGUE.themes[one].code for one in theme} == {"fortidsminde"}


def test_a_line_along_a_boundary_does_not_concern_the_property():
    made = made_of("bes_vandloeb", "LINESTRING (0.2 0, 0.2 100)", "LINESTRING (50 0, 50 100)")
    plots = shapes(box(0, 0, 40, 100), box(40, 0, 80, 100))
    assert meeting(plots, made, np.ones(2, dtype=bool), EDGE)[0].tolist() == [1]
    assert meeting(plots, made, np.ones(2, dtype=bool))[0].tolist() == [0, 1]


def test_only_what_counts_meets():
    made = made_of("fortidsminder", "POINT (5 5)")
    assert len(meeting(shapes(box(0, 0, 10, 10)), made, np.zeros(1, dtype=bool))[0]) == 0
