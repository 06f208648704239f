"""The time that a run goes by: now, unless it is told to go by another day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timezone

from .dates import danish_time

_AS_ON: ContextVar[datetime | None] = ContextVar("as_on", default=None)


@contextmanager
def as_on(day: date | None) -> Iterator[None]:
    """Within it the time is the first moment of a day; it is now where that is None.

    >>> with as_on(date(2028, 5, 1)):
    ...     danish_now().isoformat()
    '2028-05-01T00:00:00'
    """
    token = _AS_ON.set(None if day is None else datetime(day.year, day.month, day.day))
    try:
        yield
    finally:
        _AS_ON.reset(token)


def day_gone_by() -> date | None:
    """The day of `as_on`; None where the run goes by now."""
    told = _AS_ON.get()
    return None if told is None else told.date()


def danish_today() -> date:
    """The day it is in Denmark, or was as of `as_on`: what is printed on what a run makes."""
    return danish_now().date()


def danish_now() -> datetime:
    """The time it is in Denmark, or was as of `as_on`."""
    return _AS_ON.get() or danish_time(datetime.now(timezone.utc))
