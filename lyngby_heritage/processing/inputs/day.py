"""The day that a run goes by, where it is not today: for registers of another day, and for data that are invented.

An extract of two years ago is read as it was then, and data whose dates are yet to come as if they had come. A run that
goes by another day says so.
"""

from __future__ import annotations

import os
from datetime import date

from ...core.common.dates import read_date
from ...core.common.errors import HeritageError, Note

VARIABLE = "LYNGBY_HERITAGE_DAY"


def day_of_run() -> tuple[date | None, list[Note]]:
    """The day in the environment variable, None for none, and what the log says. HeritageError for no date."""
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None, []
    try:
        day = read_date(text)
    except ValueError:
        raise HeritageError(
            "The environment variable {variable} is '{value}', which is no date. Write it as 2028-05-01, or remove it.",
            variable=VARIABLE,
            value=text,
        ) from None
    return day, [
        Note(
            "The run goes by {day}, as the environment variable {variable} says, and not by today: what the registers "
            "say of a later day has not come yet.",
            {"day": day, "variable": VARIABLE},
            warning=True,
        )
    ]
