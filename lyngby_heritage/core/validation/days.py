"""The dates of a layer's column, and the rows in which something else stands."""

from __future__ import annotations

import datetime

from ..registers.values import date
from .inputs import Layer


def days_of(layer: Layer, concept: str) -> tuple[list[datetime.date | None], list[int]]:
    """The day in each row, (n,), None where there is none, and the rows whose date cannot be read."""
    days: list[datetime.date | None] = []
    unreadable: list[int] = []
    for row, raw in enumerate(layer.raw(concept) or [None] * len(layer)):
        try:
            days.append(date(raw))
        except ValueError:
            days.append(None)
            unreadable.append(row)
    return days, unreadable
