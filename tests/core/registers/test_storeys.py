"""What storeys add up to. eta025: 1 roof storey, 2 basement (in extracts of today), 0 neither."""

import numpy as np
import pytest
from register_tables import floor_rows

from lyngby_heritage.core.registers.storeys import storeys_of

NONE = float("nan")


def summed(*table, count=1):
    building = np.array([row.pop("of", 0) for row in table], dtype=np.intp)
    storeys = storeys_of(floor_rows(*table), building, count)
    return [
        [None if value != value else value for value in column]
        for column in (storeys.roof, storeys.basement, storeys.deep_basement)
    ]


def floor(name="st", kind=0, area=None, used=None, deep=None, **more):
    known = {"floor_name": name, "floor_kind": kind, "floor_area": area}
    return {**known, "used_roof_area": used, "deep_basement": deep, **more}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Egeskovvej 41, Viborg: 85 m², attic 59, basement 81 of which 81 does not count.
        ([floor(), floor("01", "1", "59", "59"), floor("kl", "2", "81", None, "81")], [59, 81, 81]),
        ([floor()], [0, 0, 0]),  # the storeys are known, and none is a roof storey or a basement
        ([floor("01", 1, None, 40)], [40, 0, 0]),  # eta020 missing: eta021
        ([floor("01", 1, 60, 40)], [60, 0, 0]),
        ([floor("01", 1), floor("02", 1, 20)], [None, 0, 0]),  # one area missing: the sum is unknown
        ([floor("KL", 0, 50, None, 20)], [0, 50, 20]),  # the official list has no code for a basement
        ([floor("kl", 1, 50)], [50, 0, 0]),  # the kind says roof storey
        ([floor("kl", 2, 50)], [0, 50, None]),  # nobody says how much of it is deep
        ([floor("kl", 2, 50, None, 20), floor("k2", 2, 10)], [0, 60, 20]),
        ([floor("kl", 2, 50, None, 70)], [0, 50, 50]),  # no more deep basement than basement
        ([floor("kl", 2, None, None, 20)], [0, None, 20]),
    ],
)
def test_one_building(rows, expected):
    assert [column[0] for column in summed(*rows)] == expected


def test_a_building_without_rows_is_unknown_and_not_without_attic():
    assert summed(floor("01", 1, 30, of=1), floor(of=-1), count=2) == [[None, 30], [None, 0], [None, 0]]
