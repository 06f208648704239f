"""What the answers decided on buildings: as a table for the next designation, and held against what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..common.errors import HeritageError, listed
from ..common.wording import Numbers
from ..designation.decisions import DESIGNATE, DO_NOT_DESIGNATE
from .answers import Answer, Answers, Point
from .places import Found, Known


@dataclass(frozen=True)
class DecisionRow:
    """One decision on one building, as `classifybuildings` reads it."""

    row: int
    """Of the building."""
    designate: bool
    answers: Sequence[tuple[Answer, Point]]
    """The answers that say so."""

    @property
    def choice(self) -> str:
        """The value of `beslutning`."""
        return DESIGNATE if self.designate else DO_NOT_DESIGNATE

    @property
    def labels(self) -> list[str]:
        """What the answers are called, each once."""
        return list(dict.fromkeys(answer.label for answer, _ in self.answers))

    @property
    def day(self) -> datetime.date | None:
        """The day of the newest of the answers."""
        return max((answer.day for answer, _ in self.answers if answer.day), default=None)


def decision_rows(layer: str, answers: Answers, found: Mapping[int, Found], known: Known) -> list[DecisionRow]:
    """The decisions, one for each building, in the order of the buildings.

    A decision must be on one building: HeritageError where its row leads to none or to several, and where two answers
    decide differently on one building.
    """
    by_building: dict[int, list[tuple[Answer, Point]]] = {}
    faults = []
    for answer, point in answers.points():
        if point.designate is None:
            continue
        rows = _one_building(found[point.row].rows, known)
        if len(rows) == 1:
            by_building.setdefault(rows[0], []).append((answer, point))
        else:
            faults.append(_fault(point, answer, found[point.row], known))
    if faults:
        raise HeritageError(
            "{layer}: a decision must be on one building, and these are not: {faults}. Write the building's id in "
            "bygning_id; an answer on several buildings gets a row for each.",
            layer=layer,
            faults=listed(faults),
        )
    for row, decided in by_building.items():
        if len({point.designate for _, point in decided}) > 1:
            raise HeritageError(
                "{layer}, {rows:row|rows}: the answers decide both udpeg and udpeg_ikke on building {building}. "
                "Only one "
                "can stand.",
                layer=layer,
                rows=Numbers(point.row for _, point in decided),
                building=known.addresses[row] or known.ids[row],
            )
    return [DecisionRow(row, bool(decided[0][1].designate), decided) for row, decided in sorted(by_building.items())]


def _one_building(rows: Sequence[int], known: Known) -> list[int]:
    """The rows, those with one id as the first of them."""
    first: dict[str, int] = {}
    return [row for row in rows if not known.ids[row] or first.setdefault(known.ids[row], row) == row]


def _fault(point: Point, answer: Answer, found: Found, known: Known) -> str:
    if found.missing:
        return f"{answer.label} ({point.row}): {found.missing}?"
    names = listed([known.addresses[row] or known.ids[row] for row in found.rows], 4)
    return f"{answer.label} ({point.row}): {names or '0'}"


@dataclass(frozen=True)
class Broken:
    """A decision that the later designation does not carry out."""

    decision: DecisionRow
    there: bool
    """Whether the later designation knows the building at all."""


def broken_promises(decided: Sequence[DecisionRow], known: Known, after: Mapping[str, bool | None]) -> list[Broken]:
    """The decisions that the later designation does not carry out. `after` is building id → designated there."""
    return [
        Broken(one, known.ids[one.row] in after)
        for one in decided
        if after.get(known.ids[one.row]) is not one.designate
    ]
