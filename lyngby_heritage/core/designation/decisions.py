"""M5: decisions of the council on single buildings, which come before every rule."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.dates import danish_date
from ..common.errors import HeritageError, Note, listed, warning_in_both
from ..common.wording import Numbers, joined
from ..registers.values import date, normal_id

DESIGNATE = "udpeg"
DO_NOT_DESIGNATE = "udpeg_ikke"


@dataclass(frozen=True)
class Decision:
    """What was decided on a building, why, where that is written, and when."""

    designate: bool
    reason: str
    source: str
    day: datetime.date | None
    address: str = ""
    """As the row itself says it."""
    row: int = field(default=0, compare=False)
    """Its row in the table of decisions from 1, by which a person finds it; 0 where it is not from one."""

    @property
    def told_day(self) -> datetime.date | None:
        """The day as a text may tell it beside the source; None where the source says what happened on it.

        >>> Decision(True, "", "Høringen, svar 3 modtaget 23. januar 2027", datetime.date(2027, 1, 23)).told_day is None
        True
        >>> Decision(True, "", "Høringen, svar 3 modtaget 23.01.2027", datetime.date(2027, 1, 23)).told_day is None
        True
        """
        if self.day is None or written_day(self.day) in self.source or f"{self.day:%d.%m.%Y}" in self.source:
            return None
        return self.day


def read_decisions(
    layer: str,
    ids: Sequence[Any],
    choices: Sequence[Any],
    reasons: Sequence[Any],
    sources: Sequence[Any],
    days: Sequence[Any],
    addresses: Sequence[Any] | None = None,
) -> tuple[dict[str, Decision], list[Note]]:
    """Turn the rows of a decisions table into one decision per building id.

    Of several on one building the one of the newest date stands, and where they are not the same a note says so, for
    the log and the report. HeritageError when a choice is neither
    `udpeg` nor `udpeg_ikke`, when a date cannot be read, and when two disagree with no newer one between them.
    """
    decided: dict[str, list[tuple[Decision, int]]] = {}
    notes: list[Note] = []
    nameless: list[int] = []
    known = addresses if addresses is not None else [None] * len(ids)
    rows = zip(ids, choices, reasons, sources, days, known)
    for row, (raw_id, choice, reason, source, day, address) in enumerate(rows, start=1):
        building = normal_id(raw_id)
        if not building and not any(map(_text, (choice, reason, source, day))):
            continue  # Excel keeps hundreds of thousands of rows that were once written in or coloured
        if not building:
            nameless.append(row)
            continue
        chosen = is_designating(layer, row, choice)
        decision = Decision(chosen, _text(reason), _text(source), day_of_row(layer, row, day), _text(address), row)
        decided.setdefault(building, []).append((decision, row))
    if nameless:
        notes.append(
            warning_in_both(
                "{layer}: {count:decision|decisions} without a building id {count:=was|were} left out "
                "({rows:row|rows}). "
                "Fill bygning_id.",
                "{count:beslutning|beslutninger} uden bygningens id i {layer} er ikke taget med (række {rows}).",
                layer=layer,
                count=len(nameless),
                rows=Numbers(nameless),
            )
        )
    return {building: _standing(layer, building, rows, notes) for building, rows in decided.items()}, notes


def is_designating(layer: str, row: int, choice: Any) -> bool:
    """What a row's `beslutning` says. HeritageError when it is neither `udpeg` nor `udpeg_ikke`."""
    text = _text(choice).lower()
    if text not in (DESIGNATE, DO_NOT_DESIGNATE):
        raise HeritageError(
            "{layer}, row {row}, field beslutning: '{value}' is no decision; expected 'udpeg' or 'udpeg_ikke'.",
            layer=layer,
            row=row,
            value=_text(choice),
        )
    return text == DESIGNATE


def day_of_row(layer: str, row: int, day: Any) -> datetime.date | None:
    """A row's `dato`, None for none. HeritageError when it is no date."""
    try:
        return date(day)
    except ValueError:
        raise HeritageError(
            "{layer}, row {row}, field dato: '{value}' is no date; expected year-month-day such as 2012-01-17.",
            layer=layer,
            row=row,
            value=str(day),
        ) from None


def _standing(layer: str, building: str, rows: list[tuple[Decision, int]], notes: list[Note]) -> Decision:
    newest = max(rows, key=lambda one: (one[0].day or datetime.date.min, -one[1]))[0]
    others = [decision for decision, _ in rows if decision != newest]
    if not others:
        return newest
    against = [(decision, row) for decision, row in rows if decision.designate != newest.designate]
    numbers = Numbers(row for _, row in rows)
    values: dict[str, object] = {
        "layer": layer,
        "rows": numbers,
        "building": building,
        "standing": _dated(newest),
        "others": listed(list(dict.fromkeys(map(_dated, others)))),
        "standing_told": _told(newest),
        "others_told": joined(list(dict.fromkeys(map(_told, others))), "eller"),
    }
    if not against:
        # Which of them stands is its reason, its source and its day in every text.
        notes.append(
            warning_in_both(
                "{layer}, {rows:row|rows}: the decisions on building {building} say the same; row {row} ({standing}) "
                "stands with its reason and source, and not {others}.",
                "{layer}, række {rows}: beslutningerne om bygning {building} siger det samme; række {row} "
                "({standing_told}) gælder med sin begrundelse og kilde, og ikke {others_told}.",
                **values,
                row=newest.row,
            )
        )
        return newest
    if any(decision.day is None or newest.day is None or decision.day >= newest.day for decision, _ in against):
        raise HeritageError(
            "{layer}, {rows:row|rows}: the decisions on building {building} disagree, and no date says which is newer. "
            "Delete the one that no longer stands, or give both a date.",
            layer=layer,
            rows=numbers,
            building=building,
        )
    notes.append(
        warning_in_both(
            "{layer}, {rows:row|rows}: the decisions on building {building} disagree; the newest, {standing}, "
            "stands, and "
            "not {others}.",
            "{layer}, række {rows}: beslutningerne om bygning {building} modsiger hinanden; den nyeste, "
            "{standing_told}, gælder, og ikke {others_told}.",
            **values,
        )
    )
    return newest


def _told(decision: Decision) -> str:
    """A decision in the Danish of the report and the log: without the codes of the table, which English keeps."""
    choice = "»udpeges«" if decision.designate else "»udpeges ikke«"
    return f"{choice} fra {danish_date(decision.day)}" if decision.day else f"{choice} uden dato"


def _dated(decision: Decision) -> str:
    choice = DESIGNATE if decision.designate else DO_NOT_DESIGNATE
    return f"{choice} {decision.day}" if decision.day else f"{choice} –"


def written_day(day: datetime.date) -> str:
    """A day as sources and reasons have it: "23. januar 2027"."""
    return danish_date(day)


def _text(raw: Any) -> str:
    return "" if raw is None else str(raw).strip()
