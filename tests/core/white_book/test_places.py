"""What an answer is about."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.white_book.answers import Answer, Answers, Point
from lyngby_heritage.core.white_book.places import Found, Known, find_buildings, place_notes

KNOWN = Known(
    ids=["a", "b", "c"],
    properties=["p1", "p1", "p2"],
    addresses=["Mosevej 1, 2800 Kgs. Lyngby", "Mosevej 1A", "Ådalen 12 B"],
    places=shapely.from_wkt(
        ["POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POINT (100 0)", "POLYGON ((200 0, 210 0, 210 10, 200 10, 200 0))"]
    ),
    withheld=np.zeros(3, dtype=bool),
)


def found(drawn=None, **said):
    blank = dict.fromkeys(
        ("building", "written_building", "property_id", "place", "subject", "text", "summary", "assessment"), ""
    )
    point = Point(row=1, consequence="", designate=None, **{**blank, **said})
    answers = Answers([Answer("1", "1", "", "", None, [point])])
    places = None if drawn is None else np.array([shapely.from_wkt(drawn)], dtype=object)
    result = find_buildings(answers, places, KNOWN)
    return result[1], place_notes("svar", answers, result)


@pytest.mark.parametrize(
    ("drawn", "said", "expected"),
    [
        (None, {"building": "b"}, Found([1], "bygning")),
        (None, {"property_id": "p1"}, Found([0, 1], "ejendom")),
        (None, {"place": "mosevej 1"}, Found([0], "adresse")),
        (None, {"place": "Mosevej 1 a, 2800 Kongens Lyngby"}, Found([1], "adresse")),
        (None, {"place": "Aadalen 12B"}, Found([2], "adresse")),
        (None, {"place": "bag kirken"}, Found()),
        (None, {"place": "Hele planen"}, Found((), "hele planen")),
        (None, {"place": "Hele planen", "building": "b"}, Found([1], "bygning")),
        ("POLYGON ((-5 -5, 150 -5, 150 50, -5 50, -5 -5))", {}, Found([0, 1], "tegnet sted")),
        ("POINT (205 5)", {}, Found([2], "tegnet sted")),
        ("POINT (205 34)", {}, Found([2], "tegnet sted")),  # 24 m from it; 25 m is the most
        ("POINT (205 36)", {}, Found()),
        ("POINT (205 5)", {"building": "a"}, Found([0], "bygning")),
        (None, {"building": "x", "written_building": "X", "property_id": "p2"}, Found([2], "ejendom", "X")),
    ],
)
def test_the_first_that_leads_to_a_building_counts(drawn, said, expected):
    result, _ = found(drawn, **said)

    assert (list(result.rows), result.by, result.missing) == (list(expected.rows), expected.by, expected.missing)


def test_an_answer_on_the_whole_plan_is_not_told_as_one_whose_building_was_not_found():
    result, notes = found(place="hele lokalplanen")
    assert (result.lost, notes) == (False, [])


def test_a_building_that_nobody_knows_is_said():
    _, notes = found(building="x", written_building="X")

    assert "1 answer names a building or property that is not in BEFORE: 1 (X)" in str(notes[0])


def test_an_answer_about_no_building_is_said():
    _, notes = found(place="hele byen")

    assert "1 point is about no building that could be found (answers 1)" in str(notes[0])
