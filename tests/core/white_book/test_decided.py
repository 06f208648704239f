"""Decisions that answers led to: one for each building, and held against what came of them."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.white_book.answers import read_answers
from lyngby_heritage.core.white_book.decided import broken_promises, decision_rows
from lyngby_heritage.core.white_book.places import Known, find_buildings

KNOWN = Known(
    ["a", "b", "c"],
    ["p", "p", "q"],
    ["Åvej 1", "Åvej 1", "Åvej 3"],
    shapely.points([[0, 0], [1, 0], [9, 0]]),
    np.zeros(3, dtype=bool),
)


def decided(*rows):
    names = ("answer_id", "decision_building", "answer_property", "decision", "answer_date")
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    answers = read_answers("svar", {**columns, "answer_text": ["tekst"] * len(rows)}, len(rows))
    return decision_rows("svar", answers, find_buildings(answers, None, KNOWN), KNOWN)


def test_each_building_has_one_decision_with_all_who_asked_for_it():
    (one, other) = decided(
        (1, "c", None, "udpeg", "2027-03-01"),
        (2, "A", None, "udpeg_ikke", "2027-03-02"),
        (3, "c", None, "udpeg", "2027-03-09"),
        (4, "b", None, None, None),
    )

    assert (KNOWN.ids[one.row], one.choice, one.labels) == ("a", "udpeg_ikke", ["2"])
    assert (KNOWN.ids[other.row], other.choice, other.labels, other.day.isoformat()) == (
        "c",
        "udpeg",
        ["1", "3"],
        "2027-03-09",
    )


def test_a_property_with_one_building_is_enough():
    assert [KNOWN.ids[one.row] for one in decided((1, None, "q", "udpeg", None))] == ["c"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1, None, "p", "udpeg", None)], "must be on one building, and these are not: 1 (1): Åvej 1, Åvej 1"),
        ([(1, "x", None, "udpeg", None)], "1 (1): x?"),
        (
            [(1, "a", None, "udpeg", None), (2, "a", None, "udpeg_ikke", None)],
            "rows 1 and 2: the answers decide both udpeg and udpeg_ikke on building Åvej 1",
        ),
    ],
)
def test_a_decision_on_no_one_building_is_refused(rows, said):
    with pytest.raises(HeritageError) as refused:
        decided(*rows)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("after", "broken"),
    [
        ({"a": True, "b": False}, []),
        ({"a": False, "b": False}, ["a"]),
        ({"a": None, "b": False}, ["a"]),
        ({"b": True}, ["a", "b"]),
    ],
)
def test_what_was_promised_is_held_against_what_came_of_it(after, broken):
    promises = decided((1, "a", None, "udpeg", None), (2, "b", None, "udpeg_ikke", None))

    assert [KNOWN.ids[one.decision.row] for one in broken_promises(promises, KNOWN, after)] == broken
