"""Decisions of the council: what is read, which stands, what is refused."""

import datetime

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.wording import filled
from lyngby_heritage.core.designation.decisions import read_decisions
from lyngby_heritage.core.registers.aliases import find_field


def decided(*rows):
    """Rows of (id, choice, date)."""
    ids, choices, days = zip(*rows) if rows else ((), (), ())
    blank = [None] * len(rows)
    return read_decisions("beslutninger", ids, choices, blank, blank, days)


def test_one_decision():
    decisions, notes = decided(("A-1", "udpeg", "2012-01-17"))
    assert decisions["a-1"].designate
    assert decisions["a-1"].day == datetime.date(2012, 1, 17)
    assert notes == []


@pytest.mark.parametrize(("choice", "yes"), [("udpeg", True), (" Udpeg ", True), ("udpeg_ikke", False)])
def test_choices(choice, yes):
    assert decided(("a", choice, None))[0]["a"].designate == yes


def test_of_two_that_disagree_the_newest_stands_and_the_log_says_so():
    decisions, notes = decided(("a", "udpeg", "2012-01-17"), ("a", "udpeg_ikke", "2024-05-01"))
    assert not decisions["a"].designate
    (note,) = notes
    assert "the newest, udpeg_ikke 2024-05-01, stands, and not udpeg 2012-01-17." in str(note)
    assert note.warning


def test_the_danish_of_several_decisions_has_words_for_their_codes_and_days():
    _, (against,) = decided(("a", "udpeg", "2024-04-16"), ("a", "udpeg_ikke", "2025-01-28"))
    assert filled(against.danish, against.values, danish=True) == (
        "beslutninger, række 1 og 2: beslutningerne om bygning a modsiger hinanden; den nyeste, »udpeges ikke« fra 28. "
        "januar 2025, gælder, og ikke »udpeges« fra 16. april 2024."
    )
    _, (same,) = decided(("a", "udpeg", None), ("a", "udpeg", "2024-05-01"), ("a", "udpeg", "2012-01-17"))
    assert filled(same.danish, same.values, danish=True) == (
        "beslutninger, række 1, 2 og 3: beslutningerne om bygning a siger det samme; række 2 (»udpeges« fra 1. maj "
        "2024) gælder med sin begrundelse og kilde, og ikke »udpeges« uden dato eller »udpeges« fra 17. januar 2012."
    )


def test_of_two_that_agree_and_are_not_the_same_the_newest_stands_and_the_log_says_which():
    decisions, (note,) = decided(("a", "udpeg", "2012-01-17"), ("a", "udpeg", "2024-05-01"), ("b", "udpeg", None))
    assert decisions["a"].day == datetime.date(2024, 5, 1)
    assert "row 2 (udpeg 2024-05-01) stands with its reason and source, and not udpeg 2012-01-17" in str(note)
    assert note.warning
    assert note.danish


def test_two_that_agree_need_no_date():
    decisions, notes = decided(("a", "udpeg", None), ("A", "udpeg", None))
    assert (len(decisions), notes) == (1, [])


@pytest.mark.parametrize("days", [("2012-01-17", "2012-01-17"), (None, "2012-01-17"), (None, None)])
def test_two_that_disagree_with_no_newer_one_are_refused(days):
    with pytest.raises(HeritageError, match=r"rows 1 and 2: the decisions on building a disagree"):
        decided(("a", "udpeg", days[0]), ("a", "udpeg_ikke", days[1]))


def test_an_older_disagreement_does_not_matter_where_the_newest_two_agree():
    rows = [("a", "udpeg_ikke", "2010-01-01"), ("a", "udpeg", "2012-01-17"), ("a", "udpeg", "2012-01-17")]
    assert decided(*rows)[0]["a"].designate


@pytest.mark.parametrize("choice", ["ja", "", None, "nedriv"])
def test_an_unknown_choice_is_refused_with_its_row(choice):
    with pytest.raises(HeritageError, match=r"row 2, field beslutning: '.*' is no decision; expected 'udpeg'"):
        decided(("a", "udpeg", None), ("b", choice, None))


def test_a_date_that_cannot_be_read_is_refused_with_its_row():
    with pytest.raises(HeritageError, match=r"row 1, field dato: 'i fjor' is no date"):
        decided(("a", "udpeg", "i fjor"))


def test_a_decision_without_a_building_is_left_out_and_said():
    decisions, notes = decided((None, "udpeg", None))
    assert decisions == {}
    assert "row 1" in str(notes[0])


def test_rows_in_which_nothing_stands_are_no_decisions():
    decisions, notes = decided((None, None, None), ("a", "udpeg", None), ("", " ", None))
    assert (list(decisions), notes) == (["a"], [])


def test_a_decision_without_a_building_is_told_by_its_row_in_the_table():
    _, notes = decided((None, None, None), (None, "udpeg", None))
    assert notes[0].values["rows"] == (2,)
    assert notes[0].danish  # the report says it too


def test_a_table_without_a_date_does_not_take_the_decision_for_one():
    """A shapefile cuts `beslutningsdato` to `beslutning`, which is another field's whole name."""
    names = ["bygning_id", "beslutning", "begrundelse"]
    assert find_field(names, "decision") == 1
    assert find_field(names, "decision_date") is None
