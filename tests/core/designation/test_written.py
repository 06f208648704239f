"""A decision as a person writes it: nothing is missing, and it is shown as not run until a run has used it."""

import datetime

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.designation.decisions import Decision
from lyngby_heritage.core.designation.written import checked, not_yet_run, replaced_row

TODAY = datetime.date(2026, 11, 26)
DAY = datetime.date(2026, 1, 17)


def typed(**changed):
    given = {"designate": True, "reason": " Velbevaret. ", "source": "Byplanudvalget", "day": "17.1.2026", "who": "AB"}
    return checked(**{**given, **changed}, today=TODAY)


def test_what_was_typed_is_kept_without_blanks_round_it():
    verdict = typed()
    assert verdict.reason == "Velbevaret."
    assert verdict.values(datetime.datetime(2026, 11, 26, 9, 5)) == (
        *("udpeg", "Velbevaret.", "Byplanudvalget", "2026-01-17", "AB", "2026-11-26 09:05"),
    )
    assert typed(designate=False).values(datetime.datetime(2026, 11, 26))[0] == "udpeg_ikke"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"designate": None}, "Choose whether"),
        ({"reason": " \n"}, "Write the reason"),
        ({"source": ""}, "Write the source"),
        ({"who": ""}, "your initials"),
        ({"who": "Anders Bent"}, "at most 8 signs"),
        ({"day": "i går"}, "'i går' is no date"),
        ({"day": None}, "'' is no date"),
        ({"day": "2026-11-27"}, "in the future"),
    ],
)
def test_what_is_missing_is_said(changed, said):
    with pytest.raises(HeritageError, match=said):
        typed(**changed)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([], None),
        ([("B1", "2026-01-17")], 0),  # ids whatever their case
        ([("b1", "17.01.2026")], 0),  # dates in any form
        ([("b1", "2025-01-17")], None),  # an older one tells how it came
        ([("b2", "2026-01-17")], None),
        ([("b1", None), ("b1", "hvad?"), ("b1", DAY)], 2),
    ],
)
def test_a_decision_takes_the_place_of_one_of_the_same_day_alone(rows, place):
    assert replaced_row(rows, "b1", DAY) == place


YES = Decision(True, "Velbevaret.", "Udvalget", DAY)


@pytest.mark.parametrize(
    ("ground", "designated", "reason", "waits"),
    [
        ("vaerdi_1_3", True, "SAVE-værdi 2.", True),
        ("beslutning", True, "Udpeget ved beslutning (Udvalget, 17.01.2026): Velbevaret. SAVE-værdi 5.", False),
        ("beslutning", False, "Fravalgt ved beslutning: Velbevaret.", True),
        ("beslutning", True, "Udpeget ved beslutning: Tegnet af en kendt arkitekt. SAVE-værdi 5.", True),
    ],
)
def test_a_decision_waits_until_a_run_shows_it(ground, designated, reason, waits):
    assert not_yet_run(YES, ground, designated, reason) == (YES if waits else None)
    assert not_yet_run(None, ground, designated, reason) is None
