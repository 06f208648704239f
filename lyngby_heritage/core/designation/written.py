"""M5: a decision as a person writes it, and whether a run has used it yet.

A person's words are kept as they stand; what a run can't do without is asked for before anything is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.errors import HeritageError
from ..registers.values import date, normal_id
from .decisions import DESIGNATE, DO_NOT_DESIGNATE, Decision
from .rule import CODES, DECISION

BUILDINGS, ENVIRONMENTS = "beslutninger", "kulturmiljoeer"
"""The tables that people write in."""
SHARED = ("beslutning", "begrundelse", "kilde", "dato", "hvem", "skrevet")
COLUMNS: Mapping[str, Sequence[str]] = {
    BUILDINGS: ("bygning_id", "adresse", *SHARED),
    ENVIRONMENTS: ("navn", *SHARED, "fortaelling", "baerende_vaerdier", "saarbarhed", "anbefaling"),
}
"""Their columns, all of them texts but `dato`, which is a date."""
MOST_INITIALS = 8


@dataclass(frozen=True)
class Verdict:
    """What was decided, whatever on; as `checked` gives it."""

    designate: bool
    reason: str
    source: str
    day: datetime.date
    who: str
    """The initials of whoever wrote it."""

    def values(self, written: datetime.datetime) -> tuple[str, ...]:
        """In the order of SHARED; `written` is when it is written down."""
        choice = DESIGNATE if self.designate else DO_NOT_DESIGNATE
        when = written.isoformat(" ", "minutes")
        return (choice, self.reason, self.source, self.day.isoformat(), self.who, when)


def checked(designate: bool | None, reason: str, source: str, day: Any, who: str, today: datetime.date) -> Verdict:
    """A verdict of what a person typed; HeritageError that says what is missing or cannot be read."""
    if designate is None:
        raise HeritageError("Choose whether it is designated or not.")
    if not reason.strip():
        raise HeritageError("Write the reason: the owner reads it, and the hearing asks for it.")
    if not source.strip():
        raise HeritageError(
            "Write the source: where the decision was taken, such as the committee and the case number."
        )
    initials = who.strip()
    if not initials or len(initials) > MOST_INITIALS:
        raise HeritageError("Write your initials, at most {most} signs.", most=MOST_INITIALS)
    try:
        decided = date(day)
    except ValueError:
        decided = None
    if decided is None:
        raise HeritageError("The date '{value}' is no date; write it as 2026-01-17.", value=str(day or ""))
    if decided > today:
        raise HeritageError("The date {value} is in the future. A decision is written when it is taken.", value=decided)
    return Verdict(designate, reason.strip(), source.strip(), decided, initials)


def replaced_row(rows: Sequence[tuple[Any, Any]], building: str, day: datetime.date) -> int | None:
    """The position of the row (id, day) that a decision of the same day on the same building takes the place of.

    Two of one day that disagree would stop the next run, which cannot tell the newer; an older one stays, for the
    newest stands and the others tell how it came.
    """
    key = normal_id(building)
    for position, (raw_id, raw_day) in enumerate(rows):
        if normal_id(raw_id) == key and _day(raw_day) == day:
            return position
    return None


def not_yet_run(decision: Decision | None, ground: str, designated: bool, reason: str) -> Decision | None:
    """The decision where what a run made of the building does not show it; None where it does, or there is none."""
    if decision is None:
        return None
    used = ground == CODES[DECISION] and designated == decision.designate
    return None if used and decision.reason.rstrip(".") in reason else decision


def _day(raw: Any) -> datetime.date | None:
    try:
        return date(raw)
    except ValueError:
        return None
