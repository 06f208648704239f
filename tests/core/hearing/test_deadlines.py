"""The days of a hearing: Easter and what hangs on it, the law's terms, weekends, and what each of them leads to."""

from datetime import date

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.hearing.deadlines import (
    Hearing,
    day_in_words,
    easter,
    free_day,
    hearing_notes,
    hearing_of,
    holidays,
    later_days,
    past_notes,
    terms,
    working_day,
)

LOKALPLAN, MINOR, WITH_KOMMUNEPLAN = terms()


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [  # as printed in almanacs
        *((1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2019, 4, 21), (2020, 4, 12)),
        *((2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21)),
        (2038, 4, 25),
    ],
)
def test_easter_is_the_one_of_the_almanac(year, month, day):
    assert easter(year) == date(year, month, day)


def test_easter_agrees_with_another_program():
    other = pytest.importorskip("dateutil.easter")
    assert [easter(year) for year in range(1900, 2200)] == [other.easter(year) for year in range(1900, 2200)]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2024-03-28", "skærtorsdag"),
        ("2024-03-29", "langfredag"),
        ("2024-04-01", "2. påskedag"),
        ("2023-05-05", "store bededag"),
        ("2024-04-26", ""),  # the fourth Friday after Easter, a working day since 2024
        ("2025-05-16", ""),
        ("2025-05-29", "Kristi himmelfartsdag"),
        ("2025-06-09", "2. pinsedag"),
        ("2026-05-14", "Kristi himmelfartsdag"),
        ("2026-05-25", "2. pinsedag"),
        ("2027-05-06", "Kristi himmelfartsdag"),
        ("2028-04-17", "2. påskedag"),
        ("2029-05-21", "2. pinsedag"),
        ("2030-05-30", "Kristi himmelfartsdag"),
        ("2026-06-05", "grundlovsdag"),
        ("2026-12-24", "juleaftensdag"),
        ("2026-12-25", "juledag"),
        ("2026-12-28", ""),
        ("2027-01-01", "nytårsdag"),
        ("2026-11-28", "lørdag"),
        ("2026-11-29", "søndag"),
        ("2026-11-26", ""),
    ],
)
def test_a_free_day_says_why(day, why):
    assert free_day(date.fromisoformat(day)) == why


def test_the_free_days_of_a_year_are_those_of_the_calendar():
    assert [one.isoformat()[5:] for one in sorted(holidays(2026))] == [
        *("01-01", "04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25", "06-05"),
        *("12-24", "12-25", "12-26", "12-31"),
    ]
    assert len(holidays(2023)) == len(holidays(2026)) + 1


def test_the_next_working_day_steps_over_all_of_easter():
    assert working_day(date(2026, 4, 2)) == date(2026, 4, 7)
    assert working_day(date(2026, 4, 7)) == date(2026, 4, 7)
    assert working_day(date(2026, 12, 24)) == date(2026, 12, 28)


def test_four_weeks_from_a_monday_end_on_a_monday():
    found = hearing_of(date(2027, 2, 1), None, LOKALPLAN)
    assert (found.last, found.computed, found.moved_from) == (date(2027, 3, 1), True, None)
    assert found.last_in_words == "mandag den 1. marts 2027"


def test_a_computed_last_day_that_is_free_is_moved():
    found = hearing_of(date(2026, 3, 6), None, LOKALPLAN)  # four weeks later is Good Friday
    assert (found.last, found.moved_from) == (date(2026, 4, 7), date(2026, 4, 3))
    assert [str(one) for one in hearing_notes(found)] == [
        "The last day for answers is 2026-04-07: 4 weeks from the first day, the least that planlovens § 24 allows.",
        "2026-04-03 is no working day (langfredag), so the last day for answers is moved to 2026-04-07.",
    ]


def test_a_given_last_day_that_is_free_is_kept_and_told():
    found = hearing_of(date(2026, 9, 28), date(2026, 11, 28), LOKALPLAN)
    assert (found.last, found.computed, found.moved_from) == (date(2026, 11, 28), False, None)
    (note,) = hearing_notes(found)
    assert note.warning
    assert "2026-11-28, is no working day (lørdag)" in str(note)


@pytest.mark.parametrize(
    ("term", "days", "fits"),
    [
        (LOKALPLAN, 28, True),
        (LOKALPLAN, 27, False),
        (MINOR, 14, True),
        (MINOR, 13, False),
        (WITH_KOMMUNEPLAN, 56, True),
        (WITH_KOMMUNEPLAN, 55, False),
    ],
)
def test_a_hearing_shorter_than_the_law_is_refused(term, days, fits):
    first = date(2027, 1, 4)
    last = date.fromordinal(first.toordinal() + days)
    if fits:
        assert hearing_of(first, last, term).last == last
        return
    with pytest.raises(HeritageError, match=f"at least {term.least_weeks} weeks") as refused:
        hearing_of(first, last, term)
    assert ("KIND" in str(refused.value)) == (term is not MINOR)


def test_the_reminder_of_the_package_asks_for_the_same_days():
    assert load("rules/plan_state.json")["shortest_hearing_days"] == 7 * LOKALPLAN.least_weeks
    adoption = next(one for one in load("rules/hearing.json")["later_days"] if one["key"] == "vedtagelse")
    assert load("rules/plan_state.json")["earliest_adoption_days"] == 7 * adoption["weeks"]


def test_what_follows_from_the_days():
    found = later_days(Hearing(date(2028, 2, 29), date(2028, 4, 3), LOKALPLAN, False))
    assert [(one.day.isoformat(), one.law, one.mark) for one in found] == [
        ("2028-05-01", "planlovens § 27", "2"),
        ("2029-02-28", "planlovens § 17", "S"),
        ("2031-02-28", "planlovens § 32", "2"),
    ]


def test_a_first_day_that_is_free_is_told():
    notes = [str(one) for one in hearing_notes(hearing_of(date(2026, 11, 28), date(2027, 2, 1), LOKALPLAN))]
    assert notes == ["The first day of the hearing, 2026-11-28, is no working day (lørdag)."]
    assert day_in_words(date(2026, 11, 28)) == "lørdag den 28. november 2026"


def test_letters_that_are_made_after_the_last_day_are_told():
    hearing = hearing_of(date(2027, 1, 4), date(2027, 2, 1), LOKALPLAN)
    assert list(past_notes(hearing, date(2027, 2, 1))) == []
    (note,) = past_notes(hearing, date(2027, 2, 2))
    assert note.warning
    assert str(note).startswith(
        "The last day for answers, 2027-02-01, is past, and the letters are dated 2027-02-02: nobody can answer"
    )
