"""Scenarios for the tests, from a text for each: what it makes of each building."""

import numpy as np

from lyngby_heritage.core.designation.rule import HIGH_VALUE, NOT_DESIGNATED, REVIEW, UNIFORM_FOUR, Designation
from lyngby_heritage.core.designation.scenarios import Scenarios

TAKEN = {"2": (HIGH_VALUE, True), "4": (UNIFORM_FOUR, True), "?": (REVIEW, False), "-": (NOT_DESIGNATED, False)}


def designation(row):
    """A designation from a text: 2 and 4 are designated on those grounds, ? is to be looked at, - is not."""
    grounds, designated = zip(*(TAKEN[one] for one in row))
    return Designation(np.array(grounds, dtype=np.int8), np.array(designated))


def scenarios(*rows, properties=None):
    count = len(rows[0])
    numbers = np.arange(count) if properties is None else np.array(properties)
    return Scenarios.of([designation(one) for one in rows], numbers)
