"""Valleys of known shape are found where they are: at any cell size, fall and direction, by sea, lakes, neighbours."""

from itertools import combinations

import numpy as np
import pytest
import shapely
from landscapes import HIGH, STREAM, WIDE, across, find, grid, likeness, places, union, v_shape

from lyngby_heritage.core.valley.outline import simplified
from lyngby_heritage.core.valley.terrain import Grid

CELLS = [(1.6, None), (5, None), (16, None), (16, 15.957)]
"""What Danish terrain models come in; the last is not square."""


@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_a_v_shaped_valley_is_found_to_within_a_cell(cell):
    # Sides of 10 % meet in the stream at 600 m: 3 m above it at 570 and 630, the shoulders at 400 and 800.
    cells = grid(*cell)
    x, _ = places(cells)
    found, _, _ = find(v_shape(x - 600), cells)
    assert [part.code for part in found] == ["dalbund", "dalside", "dalside"]
    assert across(union(found, "dalbund")) == pytest.approx((570, 630), abs=cells.cell)
    assert across(union(found)) == pytest.approx((400, 800), abs=cells.cell)
    # From one end of the model to the other.
    assert union(found).bounds[1::2] == pytest.approx((cells.bounds[1], HIGH), abs=1)


@pytest.mark.parametrize(("height", "edge"), [(1, 590), (3, 570), (6, 540), (10, 500)])
def test_the_floor_reaches_max_height_above_the_watercourse(height, edge):
    cells = grid(4)
    x, _ = places(cells)
    found, _, _ = find(v_shape(x - 598), cells, max_height=height)
    assert across(union(found, "dalbund"))[0] == pytest.approx(edge - 2, abs=4)


@pytest.mark.parametrize("steep", [0.08, 0.1, 0.2, 0.5])
def test_the_shoulder_is_where_the_slope_breaks_however_steep_the_side(steep):
    cells = grid(5)
    x, _ = places(cells)
    found, _, _ = find(v_shape(x - 602.5, steep, 150), cells)
    assert across(union(found)) == pytest.approx((452.5, 752.5), abs=5)


@pytest.mark.parametrize("cell", [1.6, 5, 16])
@pytest.mark.parametrize("fall", [0.002, 0.01, 0.03])
def test_a_constant_fall_along_the_stream_changes_nothing(cell, fall):
    cells = grid(cell)
    x, y = places(cells)
    level, _, _ = find(v_shape(x - 600), cells)
    falling, _, _ = find(v_shape(x - 600) + fall * y, cells)
    assert [part.code for part in falling] == [part.code for part in level]
    for code in ("dalbund", "dalside"):
        assert likeness(union(falling, code), union(level, code)) > 0.985


def test_turning_the_model_by_90_degrees_turns_the_result():
    cells = grid(5, dy=6, wide=1200, high=1200)
    x, y = places(cells)
    heights = winding(x, y)
    line = shapely.from_wkt(winding_stream(1200))
    found, _, _ = find(heights, cells, [winding_stream(1200)])
    # North becomes west: (x, y) → (1200 − y, x), and cells 5 m wide become 5 m high.
    turned = Grid(0.0, 1200.0, cells.dy, cells.dx, (cells.shape[1], cells.shape[0]))
    turned_line = shapely.transform(line, lambda at: np.column_stack([1200 - at[:, 1], at[:, 0]]))
    again, _, _ = find(np.rot90(heights), turned, [shapely.to_wkt(turned_line)])
    for code in ("dalbund", "dalside", "sidedal"):
        expected = shapely.transform(union(found, code), lambda at: np.column_stack([1200 - at[:, 1], at[:, 0]]))
        assert likeness(union(again, code), expected) > 0.98


def winding_stream(north):
    return shapely.to_wkt(shapely.linestrings([[600 + 40 * np.sin(y / 150), y] for y in range(0, north + 1, 10)]))


def winding(x, y):
    """A winding valley with a side valley from the east."""
    main = 0.15 * np.clip(np.abs(x - 600 - 40 * np.sin(y / 150)) - 50, 0, 100)
    return np.minimum(main, with_side_valley(x, y))


def with_side_valley(x, y, bottom=4.0, north=750.0):
    """A side valley of 120 m from shoulder to shoulder that falls towards the west, 12 m deep; 99 m west of it."""
    rising = bottom + 0.01 * np.maximum(x - 700, 0)
    return np.where(x > 600, rising + 0.2 * np.minimum(np.abs(y - north), 60), 99)


def test_the_same_landscape_gives_the_same_valley_at_every_cell_size():
    results = []
    for cell in (1.6, 5, 16):
        cells = grid(cell, wide=1200, high=1440)
        results.append(find(winding(*places(cells)), cells, [winding_stream(1440)])[0])
    for one, other in combinations(results, 2):
        assert likeness(union(one), union(other)) > 0.95
        assert likeness(union(one, "dalbund"), union(other, "dalbund")) > 0.85
        assert likeness(union(one, "sidedal"), union(other, "sidedal")) > 0.80


# Side valleys and neighbours ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", [1.6, 5, 16])
@pytest.mark.parametrize("tributary", [(), ("LINESTRING (1150 750, 600 750)",)], ids=["dry", "with a tributary"])
def test_a_side_valley_that_opens_in_is_found(cell, tributary):
    cells = grid(cell)
    x, y = places(cells)
    # The main valley's eastern shoulder is at 750, the side valley from there to the model's edge at 690–810 north.
    heights = np.minimum(v_shape(x - 600, 0.15, 150), with_side_valley(x, y))
    found, _, _ = find(heights, cells, (STREAM, *tributary))
    (side_valley,) = (part.polygon for part in found if part.code == "sidedal")
    assert side_valley.bounds == pytest.approx((750, 690, WIDE, 810), abs=max(16, 2 * cell))
    assert shapely.contains_xy(side_valley, [800, 1000, 1150], [750, 740, 755]).all()
    assert shapely.touches(side_valley, union(found, "dalside", "dalbund"))


def test_a_side_valley_as_wide_as_the_valley_it_opens_into():
    cells = grid(5)
    x, y = places(cells)
    side = np.where(x > 600, v_shape(y - 750, 0.15, 150), 99)
    for lines in ((STREAM,), (STREAM, "LINESTRING (1195 750, 600 750)")):
        found, _, _ = find(np.minimum(v_shape(x - 600, 0.15, 150), side), cells, lines)
        (side_valley,) = (part.polygon for part in found if part.code == "sidedal")
        assert shapely.contains_xy(side_valley, [850, 1000, 1150], [750, 640, 860]).all()
        assert shapely.contains_xy(
            union(found, "dalside", "dalbund"), [600, 500, 700, 720], [750, 750, 300, 1200]
        ).all()


def test_a_bay_of_the_side_is_no_side_valley():
    cells = grid(5)
    x, y = places(cells)
    bay = np.where((x > 600) & (x < 780), 3 + 0.3 * np.abs(y - 750), 99)
    found, _, _ = find(np.minimum(v_shape(x - 600, 0.15, 150), bay), cells)
    assert not union(found, "sidedal")


def test_max_side_length_ends_a_dry_side_valley():
    cells = grid(5)
    x, y = places(cells)
    heights = np.minimum(v_shape(x - 600, 0.15, 150), with_side_valley(x, y))
    reach = [union(find(heights, cells, max_side_length=length)[0], "sidedal").bounds[2] for length in (150, 250)]
    # Counted from the main valley's shoulder at 750.
    assert reach == pytest.approx([900, 1000], abs=25)


@pytest.mark.parametrize("fall", [0.0, 0.01])
def test_a_neighbouring_valley_without_its_watercourse_is_no_part(fall):
    cells = grid(5)
    x, y = places(cells)
    heights = np.minimum(v_shape(x - 300, 0.1, 150), v_shape(x - 800, 0.1, 150)) + fall * y
    found, _, _ = find(heights, cells, ["LINESTRING (300 0, 300 1500)"])
    assert across(union(found)) == pytest.approx((150, 450), abs=5)
    both, _, _ = find(heights, cells, ["LINESTRING (300 0, 300 1500)", "LINESTRING (800 0, 800 1500)"], ["A", "B"])
    assert [(part.code, part.name) for part in both].count(("dalbund", "B")) == 1
    assert not union(both, "sidedal")
    assert union(both).area == pytest.approx(2 * union(found).area, rel=0.01)


def test_nor_is_one_beyond_a_sharp_ridge():
    cells = grid(5)
    x, _ = places(cells)
    heights = np.minimum(v_shape(x - 300, 0.1, 250), v_shape(x - 800, 0.1, 250))
    found, _, _ = find(heights, cells, ["LINESTRING (300 0, 300 1500)"])
    # The crest is at 550; the slope behind it belongs to the other valley.
    assert across(union(found)) == pytest.approx((50, 550), abs=15)


def test_a_watercourse_beyond_a_ridge_counts_for_nothing_however_near():
    cells = grid(5)
    x, _ = places(cells)
    # A ditch on the plateau 40 m behind the shoulder: nearer to the upper side than the stream is.
    heights = v_shape(x - 300, 0.1, 200) - 1.0 * (np.abs(x - 540) < 5)
    alone, _, _ = find(heights, cells, ["LINESTRING (300 0, 300 1500)"])
    ditch, _, _ = find(heights, cells, ["LINESTRING (300 0, 300 1500)", "LINESTRING (540 0, 540 1500)"])
    assert likeness(union(ditch), union(alone)) > 0.97
    assert across(union(ditch)) == pytest.approx((100, 500), abs=8)


# What is no valley ----------------------------------------------------------------------------------------------------


def test_a_plain_is_no_valley():
    cells = grid(10)
    x, y = places(cells)
    for heights in (
        x * 0 + 5,
        5 + 0.004 * x,
        5 + 0.5 * np.sin(x / 90) * np.sin(y / 70),
        5 - 1.5 * (np.abs(x - 600) < 6),
    ):
        assert find(heights, cells)[0] == []


@pytest.mark.parametrize(("relief", "expected"), [(5, 0), (3.5, 1)])
def test_sides_must_rise_to_min_relief(relief, expected):
    cells = grid(5)
    x, _ = places(cells)
    found, _, _ = find(v_shape(x - 600, 0.1, 45), cells, min_relief=relief)  # 4.5 m deep
    assert len([part for part in found if part.code == "dalbund"]) == expected


@pytest.mark.parametrize(("slope", "expected"), [(2.5, 0), (2.0, 1)])
def test_sides_must_be_as_steep_as_min_slope(slope, expected):
    cells = grid(10)
    x, _ = places(cells)
    found, _, _ = find(v_shape(x - 600, np.tan(np.radians(2.2)), 400), cells, min_slope=slope)
    assert len([part for part in found if part.code == "dalbund"]) == expected


@pytest.mark.parametrize(("width", "expected"), [(600, 0), (900, 1)])
def test_a_floor_wider_than_max_width_is_a_plain(width, expected):
    cells = grid(10, wide=1600)
    x, _ = places(cells)
    heights = 0.2 * np.clip(np.abs(x - 800) - 350, 0, 100)
    found, _, _ = find(heights, cells, ["LINESTRING (800 0, 800 1500)"], max_width=width)
    assert len([part for part in found if part.code == "dalbund"]) == expected


def test_parts_smaller_than_min_area_go_to_their_neighbour():
    cells = grid(5)
    x, y = places(cells)
    knoll = 8 * np.exp(-((x - 600) ** 2 + (y - 400) ** 2) / 1200)  # a hill of some 0.4 ha on the floor
    heights = np.maximum(0.15 * np.clip(np.abs(x - 600) - 120, 0, 100), knoll)
    line = ["LINESTRING (520 0, 520 1500)"]
    small, large = (find(heights, cells, line, min_area=area)[0] for area in (0.1, 1.0))
    assert not shapely.contains_xy(union(small, "dalbund"), 600, 400)
    assert shapely.contains_xy(union(large, "dalbund"), 600, 400)
    assert union(large).area == pytest.approx(union(small).area, rel=0.002)


# Water ----------------------------------------------------------------------------------------------------------------


def lake_valley(x, y):
    """A valley in which a lake of 200 × 400 m lies level at 2 m."""
    heights = 0.15 * np.clip(np.abs(x - 600) - 110, 0, 120) + 0.001 * y + 1.3
    return np.where((np.abs(x - 600) < 100) & (np.abs(y - 700) < 200), 2.0, heights)


def test_a_lake_is_floor_and_level():
    cells = grid(5)
    x, y = places(cells)
    lake = "POLYGON ((500 500, 700 500, 700 900, 500 900, 500 500))"
    for lines in ((STREAM,), (lake,), (STREAM, lake)):
        found, valley, _ = find(lake_valley(x, y), cells, lines)
        assert shapely.contains(union(found, "dalbund"), shapely.box(505, 505, 695, 895))
        on_the_lake = (np.abs(x - 600) < 90) & (np.abs(y - 700) < 190)
        assert np.abs(valley.above.height[on_the_lake]).max() < 0.15


def test_a_lake_without_heights_lies_at_the_level_of_its_shore():
    cells = grid(5)
    x, y = places(cells)
    heights = np.where((np.abs(x - 600) < 90) & (np.abs(y - 700) < 190), np.nan, lake_valley(x, y))
    found, valley, _ = find(heights, cells, ["POLYGON ((500 500, 700 500, 700 900, 500 900, 500 500))"])
    assert np.nanmin(np.abs(valley.above.height)) < 0.2
    assert shapely.contains_xy(union(found), [440, 760], [700, 700]).all()


def test_the_sea_is_no_valley():
    cells = grid(5)
    x, y = places(cells)
    # A valley that runs out into the sea at 300 m north: 0 m there, and nothing lower.
    heights = np.maximum(v_shape(x - 600, 0.12, 150) + 0.004 * (y - 300), 0)
    heights[y < 300] = 0
    found, valley, _ = find(heights, cells, ["LINESTRING (600 150, 600 1500)"])
    assert valley.sea[y < 295].all()
    assert union(found).bounds[1] == pytest.approx(300, abs=10)
    assert shapely.contains_xy(union(found, "dalbund"), 600, 340)
    # With the sea lower than the tide gauge says it is, nothing at 0 is sea.
    _, valley, _ = find(heights, cells, ["LINESTRING (600 150, 600 1500)"], sea_level=-1)
    assert not valley.sea.any()


def test_a_level_floor_at_sea_level_along_the_stream_is_no_sea():
    cells = grid(5)
    x, _ = places(cells)
    found, valley, _ = find(0.1 * np.clip(np.abs(x - 600) - 100, 0, 150), cells)
    assert not valley.sea.any()
    assert across(union(found, "dalbund")) == pytest.approx((470, 730), abs=5)


# What is missing or rough ---------------------------------------------------------------------------------------------


def test_no_valley_is_drawn_where_nothing_is_known():
    cells = grid(5)
    x, y = places(cells)
    heights = v_shape(x - 600)
    whole, _, _ = find(heights, cells)
    heights[(np.abs(x - 500) < 40) & (np.abs(y - 700) < 100)] = np.nan  # inside
    heights[y < 200] = np.nan  # at the edge
    heights[x + y > 2300] = np.nan
    found, _, _ = find(heights, cells)
    unknown = shapely.box(465, 605, 535, 795)
    assert not shapely.intersects(union(found), unknown)
    assert union(found).bounds[1] == pytest.approx(200, abs=5)
    there = shapely.box(0, 230, 1200, 1100).difference(shapely.buffer(unknown, 40))
    assert likeness(shapely.intersection(union(found), there), shapely.intersection(union(whole), there)) > 0.97


def test_noise_makes_no_holes_and_no_specks():
    cells = grid(2, wide=800, high=800)
    x, _ = places(cells)
    rough = np.random.default_rng(1).normal(0, 0.25, x.shape)
    smooth, _, _ = find(v_shape(x - 400, 0.1, 150), cells, ["LINESTRING (400 0, 400 800)"])
    found, _, _ = find(v_shape(x - 400, 0.1, 150) + rough, cells, ["LINESTRING (400 0, 400 800)"])
    assert [part.code for part in found] == ["dalbund", "dalside", "dalside"]
    assert not any(len(part.polygon.interiors) for part in found)
    assert likeness(union(found), union(smooth)) > 0.96
    assert likeness(union(found, "dalbund"), union(smooth, "dalbund")) > 0.9


def test_whole_metres_are_enough():
    cells = grid(5)
    x, _ = places(cells)
    found, _, _ = find(np.round(v_shape(x - 600)), cells)
    assert across(union(found, "dalbund")) == pytest.approx((565, 635), abs=10)
    assert across(union(found)) == pytest.approx((400, 800), abs=15)


def test_parts_are_valid_side_by_side_and_measured():
    cells = grid(5)
    found, _, _ = find(winding(*places(cells)), cells, [winding_stream(1440)])
    shapes = np.array([part.polygon for part in found], dtype=object)
    assert {part.code for part in found} == {"dalbund", "dalside", "sidedal"}
    assert shapely.is_valid(shapes).all()
    assert (shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON).all()
    # To a hair: borders are shared point for point.
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, abs=1e-3)
    assert not any(shapely.intersection(a, b).area > 1e-6 for a, b in combinations(shapes, 2))
    assert not any(len(part.interiors) for part in shapely.get_parts(shapely.union_all(shapes)))
    for part in found:
        assert part.area_ha == pytest.approx(part.polygon.area / 10_000, abs=0.005)
        assert part.area_ha >= 0.5
        assert shapely.buffer(part.polygon, -4).area > 0.5 * part.polygon.area - 1


def test_outlines_have_no_stair_steps():
    # A valley that runs north-east: its straight outlines keep their direction all along.
    cells = grid(16, wide=1600, high=1600)
    x, y = places(cells)
    found, _, _ = find(v_shape((x - y) / np.sqrt(2), 0.1, 200), cells, ["LINESTRING (0 0, 1600 1600)"])
    floor = shapely.intersection(union(found, "dalbund"), shapely.box(300, 300, 1300, 1300))
    edge = shapely.get_coordinates(floor.exterior)
    away = np.abs(np.abs(edge[:, 0] - edge[:, 1]) / np.sqrt(2) - 30)
    inner = (edge.min(axis=1) > 350) & (edge.max(axis=1) < 1250)
    assert away[inner].max(initial=0) < 5


def test_a_simplified_ring_is_the_same_whichever_corner_it_begins_with():
    corners = [(0, 0), (4, 0.3), (8, 0), (8.4, 4), (8, 8), (3, 7.6), (0, 8), (-0.2, 3)]
    rings = np.array([shapely.LineString([*corners[k:], *corners[:k], corners[k]]) for k in range(8)])
    found = simplified(rings, 0.5)
    assert len({shapely.normalize(shapely.Polygon(one)).wkb for one in found}) == 1
    # From (-0.2, 3) the farthest corner is (8, 8); what lies within half a metre of the lines between goes.
    assert shapely.get_num_coordinates(found).tolist() == [6] * 8
    assert all(shapely.hausdorff_distance(one, two) <= 0.5 for one, two in zip(rings, found))
