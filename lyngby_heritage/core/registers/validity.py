"""Whether a validity has ended or is yet to begin: one rule for buildings, storeys, registrations, plans and themes.

A validity holds from its beginning up to its end, the end not included, as the registers' own bitemporality has it
(virkningFra, virkningTil; registreringFra, registreringTil): where one version ends and the next begins at the same
time, one of them holds at any time. An end that is yet to come has ended nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from ..common.as_on import danish_now
from ..common.data import load
from .values import moment, read_number, register_text

FILE = "registers/bbr_rows.json"

_LEADING_YEAR = re.compile(r"^\+?0*([0-9]{5,}(?=-)|[0-9]{4})(?![0-9])")
_DAY_FIRST_YEAR = re.compile(r"^[0-9]{1,2}[-./][0-9]{1,2}[-./]([0-9]{4,})")


def now() -> datetime.datetime:
    """The time it is in Denmark, or was as of `as_on`: what every beginning and end is held against."""
    return danish_now()


def past_end(raw: Any, at: datetime.datetime | None = None) -> str:
    """An end as it stands in the register, "" where there is none, where it means never, or where it is yet to come.

    What stands there and is no date is an end: nobody writes in that column of what still holds.
    """
    text = _stated(raw)
    return "" if text and _later(raw, text, at or now()) else text


def later_start(raw: Any, at: datetime.datetime | None = None) -> str:
    """A beginning as it stands in the register where it is yet to come, else ""; what is no date is no beginning."""
    text = _stated(raw)
    return text if text and _later(raw, text, at or now()) else ""


def has_ended(raw: Any) -> bool:
    """Whether a validity with this end is over."""
    return bool(past_end(raw))


def begins_later(raw: Any) -> bool:
    """Whether a validity with this beginning is yet to come."""
    return bool(later_start(raw))


def past_ends(columns: Sequence[Sequence[Any] | None], count: int) -> list[str]:
    """The end of each row, (n,), "" where it still holds: that of the first column in which it is over."""
    return _first(columns, count, past_end)


def later_starts(columns: Sequence[Sequence[Any] | None], count: int) -> list[str]:
    """The beginning of each row, (n,), "" where it has begun: that of the first column in which it is yet to come."""
    return _first(columns, count, later_start)


def _first(
    columns: Sequence[Sequence[Any] | None], count: int, told_by: Callable[[Any, datetime.datetime], str]
) -> list[str]:
    out, at = [""] * count, now()
    for column in columns:
        if column is not None:
            told = {one: told_by(one, at) for one in set(column)}
            out = [known or told[one] for known, one in zip(out, column)]
    return out


def _stated(raw: Any) -> str:
    """What stands there, "" for nothing: 0 and less is how registers write that no date is known."""
    text = register_text(raw)
    if not text or text[0] not in "0-−" or _LEADING_YEAR.match(text):
        return text
    number = read_number(text)
    return "" if number is not None and number <= 0 else text


def _later(raw: Any, text: str, at: datetime.datetime) -> bool:
    """Whether it is yet to come; quickly for the many that begin with a year that is long past."""
    if text[4:5] == "-" and text[:4].isdecimal() and int(text[:4]) < at.year - 1:
        return False
    when = _moment(raw, text)
    return when is not None and when > at


def _moment(raw: Any, text: str) -> datetime.datetime | None:
    """The time that a register states; a year alone is its first moment. None where it is no date."""
    year = _DAY_FIRST_YEAR.match(text) or _LEADING_YEAR.match(text) or re.match(r"^([0-9]{4})[0-9]{4}", text)
    if year and int(year.group(1)) >= load(FILE)["no_end_from_year"]:
        return datetime.datetime.max
    try:
        return moment(raw)
    except ValueError:
        return datetime.datetime(int(year.group(1)), 1, 1) if year and int(year.group(1)) else None
