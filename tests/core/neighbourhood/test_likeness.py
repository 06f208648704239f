"""What makes two buildings alike, and a building uniform. The sums are done by hand."""

import math

import pytest
from builders import classified, house, thresholds

from lyngby_heritage.core.neighbourhood.buildings import merge
from lyngby_heritage.core.neighbourhood.likeness import compare
from lyngby_heritage.core.neighbourhood.neighbours import by_distance


def pair(first, second, **chosen):
    """Known and alike attributes of two houses 15 m apart, and their similarity."""
    import numpy as np
    from builders import rows

    buildings = merge(rows([house(0, id="a", **first), house(15, id="b", **second)]))
    graph = by_distance(buildings, np.array([True, False]), 40)
    pairs = compare(buildings, graph, thresholds(**chosen))
    return bin(pairs.known[0]).count("1"), bin(pairs.alike[0]).count("1"), float(pairs.similarity[0])


def test_two_houses_of_one_kind_are_alike_in_all_six():
    assert pair({}, {}) == (6, 6, 1.0)


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ({"use": 131}, {"use": 132}, True),  # the terraced family: 130, 131, 132
        ({"use": 130}, {"use": 131}, True),
        ({"use": 120}, {"use": 121}, False),  # detached, attached and detached in dense-low are apart
        ({"use": 120}, {"use": 122}, False),
        ({"use": 121}, {"use": 131}, False),
        ({"use": 140}, {"use": 140}, True),
        ({"year": 1937}, {"year": 1947}, True),  # 10 years are within 10
        ({"year": 1937}, {"year": 1948}, False),
        ({"storeys": 1}, {"storeys": 1.5}, False),
        ({"wall": 1}, {"wall": 2}, False),
        ({"roof": 5}, {"roof": 4}, False),
        ({"area": 75}, {"area": 100}, True),  # 75 % of the larger is allowed with a tolerance of 25 %
        ({"area": 74.9}, {"area": 100}, False),
        ({"area": 100}, {"area": 75}, True),  # whichever is the larger
    ],
)
def test_one_attribute_at_a_time(ours, theirs, alike):
    assert pair(ours, theirs) == (6, 6 if alike else 5, 1.0 if alike else 5 / 6)


@pytest.mark.parametrize("unknown", [{"use": None}, {"year": None}, {"storeys": None}, {"wall": None}, {"roof": None}])
def test_what_one_side_does_not_know_is_not_compared(unknown):
    assert pair(unknown, {}) == (5, 5, 1.0)


def test_a_point_without_a_registered_footprint_has_no_area():
    assert pair({"wkt": "POINT (5 5)"}, {}) == (5, 5, 1.0)


NEIGHBOUR = {"use": 120, "year": 1937, "storeys": 1, "wall": 1, "roof": 5, "area": 100}


def town(*neighbours, **fields):
    """A 4 with these neighbours round it, each 20 m away and out of reach of the others; returns its three figures."""
    middle = house(0, id="middle", save=4, wkt="POINT (0 0)", area=100)
    spots = [(20, 0), (-20, 0), (0, 20), (0, -20), (14, 14)]
    table = [middle] + [
        house(0, id=f"n{i}", wkt=f"POINT ({x} {y})", **{**NEIGHBOUR, **changes})
        for i, ((x, y), changes) in enumerate(zip(spots, neighbours))
    ]
    result = classified(table, **fields)
    share = result.figures.share[0]
    return (
        int(result.figures.neighbours[0]),
        int(result.figures.alike[0]),
        None if math.isnan(share) else float(share),
        bool(result.figures.uniform[0]),
    )


SAME = {}
OTHER = {"use": 140, "year": 1970, "storeys": 3}  # 3 of 6 alike: 0.5 < 0.75
BARE = {"use": None, "year": None, "storeys": None, "wall": None, "roof": 5, "area": math.nan}  # one attribute known


@pytest.mark.parametrize(
    ("neighbours", "expected"),
    [
        ([SAME, SAME], (2, 2, 1.0, True)),
        ([SAME, OTHER], (2, 1, 0.5, False)),
        ([SAME, SAME, SAME, OTHER, OTHER], (5, 3, 0.6, True)),  # exactly at 60 %
        ([SAME, OTHER, OTHER], (3, 1, 1 / 3, False)),
        ([SAME], (1, 1, 1.0, False)),  # fewer than two
        ([SAME, SAME, BARE], (2, 2, 1.0, True)),  # too little is known of the third: not assessed
        ([BARE, BARE], (0, 0, None, False)),
        ([], (0, 0, None, False)),
    ],
)
def test_uniform(neighbours, expected):
    assert town(*neighbours) == expected


@pytest.mark.parametrize(
    ("chosen", "uniform"),
    [
        ({"uniform_share": 0.6}, True),
        ({"uniform_share": 0.61}, False),
        ({"min_neighbours": 5}, True),
        ({"min_neighbours": 6}, False),
        ({"similarity": 0.5}, True),
        ({"min_attributes": 6}, True),
    ],
)
def test_each_threshold_moves_the_verdict(chosen, uniform):
    assert town(SAME, SAME, SAME, OTHER, OTHER, **chosen)[3] == uniform


@pytest.mark.parametrize(("similarity", "alike"), [(5 / 6, 2), (0.84, 0)])
def test_a_pair_at_the_similarity_asked_for_is_alike(similarity, alike):
    nearly = {"wall": 5}  # 5 of 6
    assert town(nearly, nearly, similarity=similarity)[1] == alike


@pytest.mark.parametrize(("tolerance", "alike"), [(5, 2), (4, 0)])
def test_years_within_the_tolerance_are_alike(tolerance, alike):
    later = {"year": 1942, "wall": 5}  # with the year 5 of 6 alike, without it 4 of 6
    assert town(later, later, year_tolerance=tolerance)[1] == alike


@pytest.mark.parametrize(("tolerance", "alike"), [(30, 2), (29, 0)])
def test_footprints_within_the_tolerance_are_alike(tolerance, alike):
    smaller = {"area": 70, "wall": 5}
    assert town(smaller, smaller, area_tolerance=tolerance)[1] == alike


@pytest.mark.parametrize(("attributes", "assessed"), [(1, 2), (2, 0)])
def test_a_pair_needs_enough_attributes_known_on_both(attributes, assessed):
    assert town(BARE, BARE, min_attributes=attributes)[0] == assessed
