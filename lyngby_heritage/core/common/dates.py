"""Dates as Danes write and mean them: the words, the ways of writing, and the day that an instant is in Denmark."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def danish_date(day: date) -> str:
    """A date as it is written in Danish text: 5. juni 2026."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def day_of_table(iso: str) -> str:
    """An ISO date as a narrow column has it.

    >>> day_of_table("2026-06-05"), day_of_table("")
    ('05.06.2026', '')
    """
    return ".".join(reversed(iso.split("-")))


def day_in_words(text: str) -> str:
    """What a text states as a date in Danish words, "" for what is no date.

    >>> day_in_words("2026-06-05"), day_in_words("2026"), day_in_words("")
    ('5. juni 2026', '', '')
    """
    try:
        return danish_date(read_date(text))
    except ValueError:
        return ""


HOUR = timedelta(hours=1)
FIRST_SUMMER_TIME = 1980
"""Denmark had none from 1949 till then (order no. 106 of 20 March 1980)."""
FIRST_OCTOBER = 1996
"""From this year summer time ends in October (directive 94/21/EC, and those after it); before, in September."""
CENTURY_FROM = 50
"""A year of two digits from here on is of the last century: no lokalplan is older."""

_YEAR_FIRST = re.compile(
    r"^([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})"
    r"(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]*)?)?)?\s*(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"^([0-9]{1,2})([-/.])\s*([0-9]{1,2})\2\s*([0-9]{4}|[0-9]{2})(?:[T ,].*)?$")
_IN_WORDS = re.compile(r"^(?:den\s+)?([0-9]{1,2})\.?\s*([^\W\d]{3,9})\.?\s*([0-9]{4})$", re.IGNORECASE)
_NUMBER = re.compile(r"^[0-9]{5,14}(?:[.,][0-9]{1,9})?$")
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_EXCEL_DAY_0 = datetime(1899, 12, 30)
_EXCEL_DAYS = range(10_000, 100_000)
"""From 1927 to 2173: five digits are no other kind of date."""
_SECONDS = range(10**8, 10**10)
"""Since 1970, from 1973 to 2286; thousands of them are milliseconds. Eight digits are yyyymmdd."""


def read_date(text: str) -> date:
    """The day that a text states, in any form that registers, services, Excel and people write it in.

    An instant with a time zone is its day in Denmark; a time without one is Danish. ValueError when it is none.
    """
    return read_moment(text).date()


def read_moment(text: str) -> datetime:
    """The time in Denmark that a text states, as `read_date` reads it; of a day alone its first moment."""
    text = " ".join(text.split())
    found = _YEAR_FIRST.match(text)
    if found and (found.group(2) or len(found.group(3) + found.group(4)) == 4):
        year, _, month, day, hour, minute, second, zone = found.groups()
        if hour and zone:
            told = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
            return danish_time(told.replace(tzinfo=_zone(zone)))
        clock = (min(int(hour or 0), 23), min(int(minute or 0), 59), min(int(second or 0), 59))  # 24:00 is that day
        return datetime(int(year), int(month), int(day), *clock)
    found = _DAY_FIRST.match(text)
    if found:
        return datetime(_whole_year(found.group(4)), int(found.group(3)), int(found.group(1)))
    found = _IN_WORDS.match(text)
    if found:
        return datetime(int(found.group(3)), _month(found.group(2).lower()), int(found.group(1)))
    if _NUMBER.match(text):
        return _by_number(float(text.replace(",", ".")))
    raise ValueError(text)


def _month(word: str) -> int:
    """The number of a month by its Danish or English name or the beginning of it; 0, which is none, of other words."""
    for number, names in enumerate(zip(MONTHS, _ENGLISH), 1):
        if any(name.startswith(word) for name in names):
            return number
    return 0


def danish_day(instant: datetime) -> date:
    """The day that it is in Denmark at an instant with a time zone."""
    return danish_time(instant).date()


def danish_day_of_seconds(seconds: float) -> date:
    """The day that it was in Denmark at a time in seconds since 1970, such as a file's, wherever the clock stands.

    OverflowError, OSError or ValueError for a time that no date can be of.
    """
    return danish_day(datetime.fromtimestamp(seconds, timezone.utc))


def danish_time(instant: datetime) -> datetime:
    """The time that it is in Denmark at an instant with a time zone, without one.

    By the rule of summer time itself, since not every Python has a database of time zones.
    """
    try:
        utc = instant.astimezone(timezone.utc)
        return (utc + HOUR * (2 if _is_summer(utc) else 1)).replace(tzinfo=None)
    except OverflowError:  # the last day of year 9999, which registers write for never
        return instant.replace(tzinfo=None)


def _is_summer(utc: datetime) -> bool:
    """Whether it is summer time: it begins and ends at 1 o'clock UTC on the last Sunday of its months."""
    year = utc.year
    if year < FIRST_SUMMER_TIME:
        return False
    begin = date(1980, 4, 6) if year == FIRST_SUMMER_TIME else _last_sunday(year, 3)
    end = _last_sunday(year, 10 if year >= FIRST_OCTOBER else 9)
    return _one_o_clock(begin) <= utc < _one_o_clock(end)


def _last_sunday(year: int, month: int) -> date:
    first_of_next = date(year, month + 1, 1)
    return first_of_next - timedelta(days=first_of_next.isoweekday())


def _one_o_clock(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, tzinfo=timezone.utc)


def _zone(text: str) -> timezone:
    if text[0] not in "+-":
        return timezone.utc
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[3:].lstrip(":") or 0))
    return timezone(-offset if text[0] == "-" else offset)


def _whole_year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= CENTURY_FROM else 2000)


def _by_number(number: float) -> datetime:
    if int(number) in _EXCEL_DAYS:
        return _EXCEL_DAY_0 + timedelta(days=int(number))
    for factor in (1, 1000):
        if int(number / factor) in _SECONDS:
            return danish_time(datetime.fromtimestamp(number / factor, timezone.utc))
    raise ValueError(number)
