"""How long a hearing lasts, and on which day it ends: the law's shortest terms, weekends and holidays.

Numbers, days and their sources are in `data/rules/hearing.json`. Easter is found by the Gregorian computus in the form
of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, ch. 8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from ..common.data import cached, load
from ..common.dates import danish_date
from ..common.errors import HeritageError, Note

FILE = "rules/hearing.json"
MOVE = "move"
SATURDAY = 6
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WEEK = 7


@dataclass(frozen=True)
class Term:
    """The shortest hearing of a kind of proposal."""

    key: str
    name: str
    least_weeks: int
    law: str
    mark: str
    """How far the law is known: L, S, 2 or U (`data/rules/hearing.json`)."""
    source: str
    date: str


@dataclass(frozen=True)
class Hearing:
    """The first and the last day of a hearing, and how the last came about."""

    first: date
    last: date
    term: Term
    computed: bool
    """The last day is the law's shortest, not one that was given."""
    moved_from: date | None = None
    """The free day that the last day was moved from."""

    @property
    def last_in_words(self) -> str:
        """The last day with its weekday: "mandag den 1. marts 2027"."""
        return day_in_words(self.last)


@dataclass(frozen=True)
class LaterDay:
    """A day that follows from the hearing's first or last."""

    text: str
    day: date
    law: str
    mark: str
    source: str


def easter(year: int) -> date:
    """Easter Sunday.

    >>> easter(2027)
    datetime.date(2027, 3, 28)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, over = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cached
def holidays(year: int) -> Mapping[date, str]:
    """The holidays of a year: day → name."""
    found: dict[date, str] = {}
    for one in load(FILE)["holidays"]:
        if year <= one.get("until", year):
            day = easter(year) + timedelta(one["easter"]) if "easter" in one else date(year, one["month"], one["day"])
            found.setdefault(day, one["name"])
    return MappingProxyType(found)


def free_day(day: date) -> str:
    """Why a day is no working day: the holiday's name, lørdag or søndag; "" for a working day.

    >>> free_day(date(2026, 5, 1)), free_day(date(2023, 5, 5)), free_day(date(2026, 11, 28))
    ('', 'store bededag', 'lørdag')
    """
    holiday = holidays(day.year).get(day, "")
    return holiday or (WEEKDAYS[day.weekday()] if day.isoweekday() >= SATURDAY else "")


def working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while free_day(day):
        day += timedelta(1)
    return day


def day_in_words(day: date) -> str:
    """A day with its weekday, as a letter has it.

    >>> day_in_words(date(2027, 3, 1))
    'mandag den 1. marts 2027'
    """
    return f"{WEEKDAYS[day.weekday()]} den {danish_date(day)}"


def terms() -> list[Term]:
    """The kinds of proposals with their shortest hearings, in the order of the choices."""
    return [Term(**one) for one in load(FILE)["terms"]]


def hearing_of(first: date, last: date | None, term: Term) -> Hearing:
    """The hearing between two days; without a last day the shortest that the law allows.

    HeritageError where it is shorter than that, with the way out: a plan is invalid for less, so nothing is sent.
    """
    least = first + timedelta(WEEK * term.least_weeks)
    if last is not None and last < least:
        shorter = [one for one in terms() if last >= first + timedelta(WEEK * one.least_weeks)]
        raise HeritageError(
            "The hearing from {first} to {last} is shorter than the law allows: {law} asks for at least {weeks:week|"
            "weeks} for a {kind}. Choose HEARING_TO = {least} or later{otherwise}.",
            first=first,
            last=last,
            law=term.law,
            weeks=term.least_weeks,
            kind=term.name,
            least=least,
            otherwise=Note(", or KIND = {kind}, if it is one", {"kind": shorter[0].name}) if shorter else "",
        )
    ends = last or least
    settled = load(FILE)["free_days"]["computed" if last is None else "given"]
    moved = working_day(ends) if settled == MOVE else ends
    return Hearing(first, moved, term, last is None, ends if moved != ends else None)


def hearing_notes(hearing: Hearing) -> Iterator[Note]:
    """What the log says of the days."""
    values: dict[str, Any] = {"last": hearing.last, "law": hearing.term.law}
    values["weeks"] = hearing.term.least_weeks
    if hearing.computed:
        yield Note(
            "The last day for answers is {last}: {weeks:week|weeks} from the first day, the least that {law} allows.",
            values,
        )
    if hearing.moved_from is not None:
        values |= {"from": hearing.moved_from, "why": free_day(hearing.moved_from)}
        yield Note("{from} is no working day ({why}), so the last day for answers is moved to {last}.", values)
    elif free_day(hearing.last):
        values["why"] = free_day(hearing.last)
        yield Note(
            "The last day for answers, {last}, is no working day ({why}). It is kept as it was given; a later day "
            "gives people the time that they expect.",
            values,
            warning=True,
        )
    if free_day(hearing.first):
        yield Note(
            "The first day of the hearing, {first}, is no working day ({why}).",
            {"first": hearing.first, "why": free_day(hearing.first)},
            warning=True,
        )


def past_notes(hearing: Hearing, today: date) -> Iterator[Note]:
    """What the log says of letters that are made too late: they ask for answers by a day that is gone."""
    if hearing.last < today:
        yield Note(
            "The last day for answers, {last}, is past, and the letters are dated {today}: nobody can answer in time. "
            "Give HEARING_FROM and HEARING_TO of the hearing to come before a letter is sent.",
            {"last": hearing.last, "today": today},
            warning=True,
        )


def later_days(hearing: Hearing) -> list[LaterDay]:
    """What follows from the hearing's days: adoption at the earliest, and when the proposal and its effects end."""
    begins = {"hearing_from": hearing.first, "hearing_to": hearing.last}
    return [
        LaterDay(
            one["text"],
            _years_after(begins[one["from"]] + timedelta(WEEK * one["weeks"]), one["years"]),
            one["law"],
            one["mark"],
            one["source"],
        )
        for one in load(FILE)["later_days"]
    ]


def _years_after(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes the 28th where that year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
