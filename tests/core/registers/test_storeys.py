"""What storeys add up to. eta025: 1 roof storey, 2 basement (in extracts of today), 0 neither."""

import numpy as np
import pytest
from register_tables import floor_rows

from lyngby_heritage.core.registers.storeys import (
    UNPLACED,
    Additions,
    completed,
    no_storeys,
    place_storeys,
    storeys_of,
)
from lyngby_heritage.core.registers.versions import Life

NOTHING = (None, None, None, None)


def storeys(*table, count=1):
    building = np.array([row.pop("of", 0) for row in table], dtype=np.intp)
    return storeys_of(floor_rows(*table), building, count)


def additions(roof=None, basement=None, deep=None, unstated=None):
    known = [np.nan if one is None else float(one) for one in (roof, basement, deep, unstated)]
    return Additions(*(np.array([one]) for one in known))


def values(found, building=0):
    """Used roof storey, basement, its deep part and the part of unknown depth, None for unknown."""
    columns = (found.roof, found.basement, found.deep, found.depth_unstated)
    return [None if one[building] != one[building] else one[building] for one in columns]


def summed(*table):
    """As `values`, for a building that itself says nothing."""
    return values(completed(storeys(*table), additions()))


def floor(name="st", kind=0, area=None, used=None, deep=None, **more):
    known = {"floor_name": name, "floor_kind": kind, "floor_area": area}
    return {**known, "used_roof_area": used, "deep_basement": deep, **more}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Egeskovvej 41, Viborg: 85 m², attic 59, basement 81 of which 81 does not count.
        ([floor(), floor("01", "1", "59", "59"), floor("kl", "2", "81", None, "81")], [59, 81, 81, 0]),
        ([floor()], [0, 0, 0, 0]),  # the storeys are known, and none is a roof storey or a basement
        ([floor("01", 1, None, 40)], [40, 0, 0, 0]),  # eta020 missing: eta021
        ([floor("01", 1, 0, 40)], [40, 0, 0, 0]),  # no storey has 0 m²
        ([floor("01", 1, 60, 40)], [60, 0, 0, 0]),
        ([floor("01", 1)], [None, 0, 0, 0]),  # there is one, of unknown size
        ([floor("01", 1), floor("02", 1, 20)], [20, 0, 0, 0]),  # what is stated is summed, the other one is told
        ([floor("KL", 0, 50, None, 20)], [0, 50, 20, 0]),  # the official list has no code for a basement
        ([floor("kvist", 0, 40)], [0, 40, None, 40]),  # a designation that begins with k
        ([floor("kl", 1, 50)], [50, 0, 0, 0]),  # the kind says roof storey
        ([floor("kl", 2, 50)], [0, 50, None, 50]),  # nobody says how much of it is deep
        ([floor("kl", 2, 50, None, 20), floor("k2", 2, 10)], [0, 60, 20, 10]),
        ([floor("kl", 2, 50, None, 70)], [0, 50, 50, 0]),  # no more deep basement than basement
        ([floor("kl", 2, 50, None, 70), floor("k2", 2, 30, None, 0)], [0, 80, 50, 0]),
        ([floor("kl", 2, None, None, 20)], [0, None, None, None]),  # the deep part goes with its basement
        ([floor("kl", 2, None, None, 20), floor("k2", 2, 50, None, 0)], [0, 50, 0, 0]),
    ],
)
def test_one_building(rows, expected):
    assert summed(*rows) == expected


def test_a_building_without_rows_is_unknown_and_not_without_attic():
    found = storeys(floor("01", 1, 30, of=1), floor(of=-1), count=2)
    own = Additions(*(np.full(2, np.nan) for _ in range(4)))
    assert [values(completed(found, own), building) for building in (0, 1)] == [[*NOTHING], [30, 0, 0, 0]]


@pytest.mark.parametrize(
    ("rows", "own", "expected"),
    [
        ([], (30, 50, 20), [30, 50, 20, None]),  # no storeys: the building's own figures
        ([floor("01", 1, 40)], (30, 50, 20), [40, 50, 20, None]),  # rows before the building, each for its own
        ([floor()], (30, 50, 20), [30, 50, 20, None]),
        ([floor("01", 1)], (30, None, None), [30, 0, 0, 0]),  # a row that does not say leaves it to the building
        # The deep part of one source is not taken from the basement of another.
        ([floor("kl", 2, 60)], (None, 50, 20), [0, 60, None, 60]),
        ([floor("kl", 2, None, None, 20)], (None, 50, None), [0, 50, None, None]),
    ],
)
def test_what_rows_do_not_say_the_building_does(rows, own, expected):
    found = storeys(*rows) if rows else no_storeys(1)
    assert values(completed(found, additions(*own))) == expected


@pytest.mark.parametrize(
    ("given", "counted", "doubtful"),
    [
        ((None, 60, 20, 10), 40, 10),
        ((None, 60, 20), 40, 0),
        ((None, 60), 60, 60),  # nobody says how deep any of it lies
        ((None, 60, 0), 60, 0),
        ((None, 40, 60), 0, 0),
        ((None,), 0, 0),
    ],
)
def test_the_basement_that_counts_and_the_part_that_counts_for_want_of_knowledge(given, counted, doubtful):
    found = additions(*given)
    assert (found.counted_basement.tolist(), found.doubtful_basement.tolist()) == ([counted], [doubtful])


def test_what_is_left_open_is_counted_and_named():
    rows = (floor("01", 1), floor("02", 1, 20), floor("kl", 2), floor("kvist", 0, 40), floor("kl", 0, 9))
    found = storeys(*rows)
    assert (found.roof_unstated, found.basement_unstated, dict(found.by_initial)) == (1, 1, {"kvist": 1})


def test_only_storeys_that_stand_count_and_each_once():
    def row(floor_id, building="a", **more):
        return {**floor("kl", 2, 10), "floor_id": floor_id, "floor_building": building, **more}

    rows = floor_rows(
        row("1", life_cycle="6", valid_until="9999-12-31T23:59:59Z"),
        row("1", life_cycle="6"),  # the same row again
        row("2", life_cycle="10"),
        row("3", life_cycle="2"),
        row("4", life_cycle="6", valid_until="2015-01-15"),
        row("5", building="b", life_cycle="6"),
        row("", life_cycle="6"),
        row("", life_cycle="6"),
    )
    building, outcome = place_storeys(rows, {"a": 0})
    left = [Life.OLDER, Life.HISTORIC, Life.COMING, Life.ENDED, UNPLACED]
    assert outcome.tolist() == [Life.CURRENT, *left, Life.CURRENT, Life.CURRENT]
    assert building.tolist() == [0, -1, -1, -1, -1, -1, 0, 0]
    assert values(storeys_of(rows, building, 1).stated) == [None, 30, None, 30]
