"""A decision on a building that nobody knows is told by its own row, and by what stands nearest to it."""

import datetime

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.designation.decisions import Decision, read_decisions
from lyngby_heritage.core.designation.unknown_decisions import nearest_address, told

DAY = datetime.date(2022, 9, 5)


@pytest.mark.parametrize(
    ("decision", "near", "words"),
    [
        (Decision(True, "Indstillet før branden.", "Ældre liste", DAY), "",
         "udpeges, »Indstillet før branden.«, Ældre liste, 5. september 2022"),
        (Decision(False, "", "Høringssvar", None, "Lundevej 2"), "Smøgen 3", "Lundevej 2: udpeges ikke, Høringssvar"),
        (Decision(False, "", "", None), "Smøgen 3", "ved Smøgen 3: udpeges ikke"),
        (Decision(True, "", "", None), "", "udpeges"),
    ],
)  # fmt: skip
def test_a_decision_is_told_by_what_its_row_says(decision, near, words):
    assert told(decision, near) == words


def test_the_row_of_a_decision_may_say_the_address():
    decided, _ = read_decisions(
        "b", ["x", "y"], ["udpeg"] * 2, [None] * 2, [None] * 2, [None] * 2, ["Lundevej 2 ", None]
    )
    assert [one.address for one in decided.values()] == ["Lundevej 2", ""]


@pytest.mark.parametrize(
    ("place", "address"),
    [(9, "Smøgen 1"), (150, "Smøgen 3"), (301, ""), (None, "")],  # the one at 10 m has no address
)
def test_the_nearest_address_is_that_of_a_building_within_200_m(place, address):
    buildings = np.array([shapely.Point(0, 0), shapely.Point(10, 0), shapely.Point(100, 0), None], dtype=object)
    point = None if place is None else shapely.Point(place, 0)
    assert nearest_address(point, buildings, ["Smøgen 1", "", "Smøgen 3", "Torvet 9"]) == address
