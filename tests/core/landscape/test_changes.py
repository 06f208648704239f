"""What stays, is new and is gone: areas by hand, and no slivers."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from lyngby_heritage.core.landscape.changes import compare, compare_single

box = shapely.box


def changed(before, now, sliver=1.0):
    return {one.change: round(one.area, 3) for one in compare([before], [now], sliver)}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (box(0, 0, 100, 100), box(0, 0, 100, 100), {"fastholdt": 10_000}),
        (box(0, 0, 100, 100), box(50, 0, 150, 100), {"fastholdt": 5_000, "ny": 5_000, "udgaaet": 5_000}),
        (box(0, 0, 10, 10), box(50, 0, 60, 10), {"ny": 100, "udgaaet": 100}),
        (None, box(0, 0, 10, 10), {"ny": 100}),
        (box(0, 0, 10, 10), None, {"udgaaet": 100}),
        (None, None, {}),
        # Drawn anew 0.3 m to the side: the same area.
        (box(0, 0, 100, 100), box(0.3, 0, 100.3, 100), {"fastholdt": 10_000}),
        # The strip of 0.4 m does not become new because a real piece of 40 × 20 m hangs on to it.
        (
            box(0, 0, 100, 100),
            shapely.union(box(0, 0, 100.4, 100), box(100, 40, 140, 60)),
            {"fastholdt": 10_032, "ny": 800},
        ),
        # A dike of half a metre is narrow, but it is no strip along anything.
        (box(500, 500, 510, 510), box(0, 0, 100, 0.5), {"ny": 50, "udgaaet": 100}),
    ],
)
def test_areas(before, now, expected):
    assert changed(before, now) == expected


@pytest.mark.parametrize(("width", "new"), [(0.9, False), (1.1, True)])
def test_the_sliver_is_a_limit(width, new):
    assert ("ny" in changed(box(0, 0, 100, 100), box(0, 0, 100 + width, 100))) is new


def test_without_a_limit_every_strip_counts():
    assert changed(box(0, 0, 100, 100), box(0, 0, 100.1, 100), 0) == {"fastholdt": 10_000, "ny": 10}


RINGS = st.lists(
    st.tuples(st.integers(-40, 40), st.integers(-40, 40), st.integers(4, 40), st.integers(4, 40)),
    min_size=1,
    max_size=5,
)


def town(parts):
    return shapely.union_all([box(x, y, x + w, y + h) for x, y, w, h in parts])


@given(RINGS, RINGS)
def test_kept_and_new_make_up_the_area_of_now_without_overlap(before, now):
    old, new = town(before), town(now)
    found = compare([old], [new], 1.0)
    areas = {one.change: one.area for one in found}
    assert areas.get("fastholdt", 0) + areas.get("ny", 0) == pytest.approx(new.area)
    assert areas.get("udgaaet", 0) <= old.area + 1e-6
    shapes = [one.geometry for one in found]
    for i, one in enumerate(shapes):
        assert one.is_valid
        for other in shapes[i + 1 :]:
            assert one.intersection(other).area < 1e-6


def test_themes_are_compared_each_for_itself():
    found = compare([box(0, 0, 10, 10), None], [None, box(0, 0, 10, 10)], 1.0)
    assert [(one.theme, one.change) for one in found] == [(0, "udgaaet"), (1, "ny")]


def test_points_stay_where_one_was():
    def mound(x):
        return shapely.Point(x, 0).buffer(5)

    found = compare_single([(3, mound(0)), (3, mound(100))], [(3, mound(1)), (3, mound(500)), (3, mound(600))])
    assert [(one.theme, one.change, one.count) for one in found] == [
        (3, "fastholdt", 1),
        (3, "ny", 2),
        (3, "udgaaet", 1),
    ]
    assert all(math.isnan(one.area) for one in found)


def test_points_are_written_with_parts_and_corners_in_one_order():
    """Each ring begins at its lowest corner to the left, the parts from the right, wherever GEOS begins them."""
    there = [shapely.Polygon([(x + 3.00049, 0), (x + 3.00049, 2), (x, 2), (x, 0)]) for x in (0.0, 10.0)]
    found = compare_single([], [(3, one) for one in there])
    assert [shapely.to_wkt(one.geometry) for one in found] == [
        "MULTIPOLYGON (((10 0, 10 2, 13 2, 13 0, 10 0)), ((0 0, 0 2, 3 2, 3 0, 0 0)))"
    ]
