"""The dates of a layer's column, and the rows in which something else stands."""

from __future__ import annotations

import datetime

import numpy as np

from ..common.arrays import Integers
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


def unreadable_days(layer: Layer, concept: str) -> tuple[Integers, list[str]]:
    """The rows whose date cannot be read, (k,), and what stands in them."""
    rows = days_of(layer, concept)[1]
    texts = layer.texts(concept)
    return np.array(rows, dtype=np.intp), [texts[row] for row in rows]
