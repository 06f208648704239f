"""Decisions on cultural environments: what a row says, which of two stands, and which proposals a decision settles."""

import datetime

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.designation.decided_environments import read_environment_decisions, settled_by

SQUARE = "POLYGON((0 0,100 0,100 100,0 100,0 0))"
BESIDE = "POLYGON((200 0,300 0,300 100,200 100,200 0))"


def shapes(*texts):
    return np.array([None if one is None else shapely.from_wkt(one) for one in texts], dtype=object)


def decisions(*rows):
    """Rows of (name, decision, date, WKT)."""
    columns = {"navn": [row[0] for row in rows], "beslutning": [row[1] for row in rows], "dato": [r[2] for r in rows]}
    columns |= {"begrundelse": [f"fordi {number}" for number in range(len(rows))], "kilde": None}
    return read_environment_decisions("kulturmiljoeer", columns, shapes(*(row[3] for row in rows)))


def test_a_row_without_a_decision_is_none():
    found, notes = decisions(
        ("Byen", "udpeg", "2024-10-03", SQUARE), ("Havnen", None, None, BESIDE), ("Torvet", " ", None, None)
    )
    assert found.names == ["Byen"]
    assert found.designate.tolist() == [True]
    assert found.days == [datetime.date(2024, 10, 3)]
    assert found.texts["begrundelse"] == ["fordi 0"]
    assert found.texts["kilde"] == [""]
    assert found.designating_rows.tolist() == [True, False, False]
    assert [note.values["rows"] for note in notes] == [(2, 3)]


def test_a_refused_environment_designates_no_row():
    found, notes = decisions(("Byen", "UDPEG_IKKE", None, SQUARE))
    assert found.choice(0) == "udpeg_ikke"
    assert found.designating_rows.tolist() == [False]
    assert notes == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("Byen", "måske", None, SQUARE)], "row 1, field beslutning: 'måske' is no decision"),
        ([("Byen", "udpeg", "i går", SQUARE)], "row 1, field dato: 'i går' is no date"),
        ([("Byen", "udpeg", None, None)], "row 1: the decision on Byen has no area"),
        ([("Byen", "udpeg", None, SQUARE), ("byen", "udpeg_ikke", "2024-01-01", SQUARE)], "rows 1 and 2"),
    ],
)
def test_what_cannot_be_read_is_said_by_row(rows, said):
    with pytest.raises(HeritageError) as refused:
        decisions(*rows)
    assert said in str(refused.value)


def test_of_two_on_one_environment_the_newer_stands():
    found, notes = decisions(
        ("Byen", "udpeg", "2024-01-01", SQUARE),
        ("byen", "udpeg_ikke", "2025-01-01", SQUARE),
        ("Byen", "udpeg", "2020-01-01", BESIDE),  # of that name elsewhere: another environment
    )
    assert found.rows.tolist() == [1, 2]
    days = {"day": datetime.date(2025, 1, 1), "older": datetime.date(2024, 1, 1)}
    assert notes[0].values == {"layer": "kulturmiljoeer", "rows": (1, 2), "name": "Byen", **days}


def test_the_same_decision_written_again_takes_the_place_of_the_first():
    again, notes = decisions(("Byen", "udpeg", None, SQUARE), ("Byen", "udpeg", None, SQUARE))
    assert (again.rows.tolist(), notes) == ([1], [])
    older, _ = decisions(("Byen", "udpeg", "2025-01-01", SQUARE), ("Byen", "udpeg", "2024-01-01", SQUARE))
    assert older.rows.tolist() == [0]


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        ("POLYGON((10 10,20 10,20 20,10 20,10 10))", 0),
        ("POLYGON((50 0,150 0,150 100,50 100,50 0))", 0),  # half of it
        ("POLYGON((51 0,151 0,151 100,51 100,51 0))", -1),  # 49 of 100 m
        ("POLYGON((400 0,500 0,500 100,400 100,400 0))", -1),
        ("POLYGON((210 10,220 10,220 20,210 20,210 10))", 1),
    ],
)
def test_a_proposal_inside_a_decided_environment_is_settled_by_it(proposal, expected):
    assert settled_by(shapes(proposal), shapes(SQUARE, BESIDE)).tolist() == [expected]


def test_of_two_environments_the_one_that_holds_more_settles_it_then_the_first():
    half = "POLYGON((0 0,50 0,50 100,0 100,0 0))"
    assert settled_by(shapes(SQUARE), shapes(half, SQUARE)).tolist() == [1]
    assert settled_by(shapes(SQUARE), shapes(SQUARE, SQUARE)).tolist() == [0]
    assert settled_by(shapes(), shapes(SQUARE)).tolist() == []
    assert settled_by(shapes(SQUARE), shapes()).tolist() == [-1]
