"""The answers of a hearing as they were delivered: one row for each point that somebody makes."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.cells import cell_id, cell_text
from ..common.data import load
from ..common.errors import HeritageError, Note, listed
from ..common.wording import Numbers
from ..designation.decisions import is_designating
from ..hearing.receivers import name_key
from ..registers.values import date, normal_id

RULES = "rules/white_book.json"
CONCEPTS = (
    *("answer_id", "sender", "sender_kind", "answer_date", "decision_building", "answer_property", "answer_place"),
    *("subject", "answer_text", "answer_summary", "assessment", "consequence", "decision", "attachments"),
)
"""What a table of answers may tell, by the names of `fields.json`; only the text is needed."""

PARTLY, MET, CHANGED, NONE = "delvist", "imoedekommet", "aendret", "ingen"
"""Codes of `konsekvens`; CHANGED changed the plan in another way than by a building's designation."""
CONSEQUENCES = (NONE, CHANGED, MET, PARTLY)

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_LABEL = re.compile(r"[\w./-]{1,20}")


@dataclass(frozen=True)
class Point:
    """One row: what is said of one thing, and what the administration makes of it. Texts are "" where none stands."""

    row: int
    """In the table, from 1."""
    building: str
    """The building's id as it is compared, and in `written_building` as it stands there."""
    written_building: str
    property_id: str
    place: str
    subject: str
    text: str
    summary: str
    assessment: str
    consequence: str
    """One of CONSEQUENCES, "" where nobody has decided yet."""
    designate: bool | None
    """The decision that the answer led to: designate, do not, or None for no decision on the building."""
    attachments: str = ""

    @property
    def assessed(self) -> bool:
        """Whether it has both an assessment and a consequence, without which no public version is written."""
        return bool(self.assessment and self.consequence)


@dataclass(frozen=True)
class Answer:
    """What one sender sent at one time."""

    label: str
    """What the answer is called in every text: its id where people can read that, else a number."""
    id: str
    sender: str
    kind: str
    """As it is written; "" for none, which is a private person."""
    day: datetime.date | None
    points: Sequence[Point]

    @property
    def text(self) -> str:
        """All that was said, each text once."""
        return "\n\n".join(dict.fromkeys(point.text for point in self.points if point.text))


@dataclass(frozen=True)
class Answers:
    """All answers in the order of the table."""

    answers: Sequence[Answer] = ()
    notes: Sequence[Note] = ()
    again: Mapping[str, str] = field(default_factory=dict)
    """Label of an answer that says the very same as an earlier one by the same sender → that one's label."""

    def __len__(self) -> int:
        return len(self.answers)

    def points(self) -> list[tuple[Answer, Point]]:
        """Every point with its answer, in the order of the table."""
        return sorted(((one, point) for one in self.answers for point in one.points), key=lambda pair: pair[1].row)


def read_answers(layer: str, columns: Mapping[str, Sequence[Any] | None], rows: int) -> Answers:
    """The answers of a table: rows with one `answer_id` are points of one answer.

    `columns` are by CONCEPTS, None for one that the table lacks, all (rows,). Rows in which nothing stands are left
    out, and one that says the very same as another of its answer counts once. HeritageError, which names layer, field,
    row and value, for a row without text, a consequence or a decision that is none, a date that cannot be read, and
    rows of one answer that disagree on who sent it and when, or on what was decided on a building.
    """
    table = _Table(layer, columns, rows)
    gathered: dict[str, list[tuple[Point, str, str, datetime.date | None]]] = {}
    written: dict[str, str] = {}
    nameless: list[int] = []
    twice: list[int] = []
    for row in table.written():
        raw = table.text("answer_id", row)
        key = normal_id(raw) or f"#{row + 1}"
        if key.startswith("#"):
            nameless.append(row + 1)
        written.setdefault(key, raw)
        entry = (table.point(row), table.text("sender", row), table.text("sender_kind", row), table.day(row))
        same = gathered.setdefault(key, [])
        if any(_alike(entry[0], other[0]) for other in same):
            twice.append(row + 1)
            continue
        table.refuse_other_sender(written[key], row, entry[1:], same)
        same.append(entry)
    labels = _labels(gathered, written)
    answers = [
        Answer(labels[key], written[key], *_sender(entries), tuple(entry[0] for entry in entries))
        for key, entries in gathered.items()
    ]
    for one in answers:
        _refuse_two_decisions(layer, one)
    notes = [*_notes(layer, nameless, twice)]
    again = _again(answers)
    if again:
        notes.append(
            Note(
                "{layer}: {count:answer says|answers say} word for word the same as another of the same sender: "
                "{pairs}. Each keeps its number, and the sender counts once.",
                {"layer": layer, "count": len(again), "pairs": listed([f"{a} = {b}" for a, b in again.items()])},
            )
        )
    return Answers(answers, notes, again)


def consequence_of(layer: str, row: int, raw: object) -> str:
    """A row's `konsekvens`, "" for none. HeritageError when it is none of CONSEQUENCES."""
    said = (cell_text(raw) or "").casefold().translate(_LETTERS)
    if said and said not in CONSEQUENCES:
        raise HeritageError(
            "{layer}, row {row}, field konsekvens: '{value}' is no consequence; expected one of {choices}, or nothing.",
            layer=layer,
            row=row,
            value=str(raw).strip(),
            choices=", ".join(CONSEQUENCES),
        )
    return said


class _Table:
    """The cells of the table, read one by one."""

    def __init__(self, layer: str, columns: Mapping[str, Sequence[Any] | None], rows: int) -> None:
        self.layer = layer
        self.columns = {concept: columns.get(concept) for concept in CONCEPTS}
        self.rows = rows

    def text(self, concept: str, row: int) -> str:
        column = self.columns[concept]
        return "" if column is None else cell_id(column[row]) or ""

    def written(self) -> list[int]:
        there = [column for column in self.columns.values() if column is not None]
        return [row for row in range(self.rows) if any(cell_text(column[row]) for column in there)]

    def day(self, row: int) -> datetime.date | None:
        raw = (self.columns["answer_date"] or [None] * self.rows)[row]
        try:
            return date(raw)
        except ValueError:
            raise HeritageError(
                "{layer}, row {row}, field dato: '{value}' is no date; expected year-month-day such as 2012-01-17.",
                layer=self.layer,
                row=row + 1,
                value=str(raw),
            ) from None

    def point(self, row: int) -> Point:
        text, summary = self.text("answer_text", row), self.text("answer_summary", row)
        if not text and not summary:
            raise HeritageError(
                "{layer}, row {row}: the answer has no text (field tekst). Write what was answered, or 'ingen "
                "bemærkninger', or delete the row.",
                layer=self.layer,
                row=row + 1,
            )
        decision = self.text("decision", row)
        written = self.text("decision_building", row)
        return Point(
            row=row + 1,
            building=normal_id(written),
            written_building=written,
            property_id=normal_id(self.text("answer_property", row)),
            place=self.text("answer_place", row),
            subject=self.text("subject", row),
            text=text,
            summary=summary,
            assessment=self.text("assessment", row),
            consequence=consequence_of(self.layer, row + 1, self.text("consequence", row)),
            designate=is_designating(self.layer, row + 1, decision) if decision else None,
            attachments=self.text("attachments", row),
        )

    def refuse_other_sender(self, written: str, row: int, found: Sequence[Any], before: Sequence[Any]) -> None:
        """HeritageError when a further row of an answer names another sender or another day."""
        for sender, kind, day in (entry[1:] for entry in before):
            for name, mine, theirs in zip(("afsender", "afsendertype", "dato"), found, (sender, kind, day)):
                if mine and theirs and mine != theirs:
                    raise HeritageError(
                        "{layer}, row {row}, field {field}: answer {answer} says '{value}' here and '{other}' in row "
                        "{first}. Rows with one svar_id are points of one answer: give one of them a number of its "
                        "own, or mend the field.",
                        layer=self.layer,
                        row=row + 1,
                        field=name,
                        answer=written,
                        value=str(mine),
                        other=str(theirs),
                        first=before[0][0].row,
                    )


def _alike(point: Point, other: Point) -> bool:
    """Whether two rows of an answer say the very same."""
    return [getattr(point, name) for name in _SAID] == [getattr(other, name) for name in _SAID]


_SAID = (
    *("building", "property_id", "place", "subject", "text", "summary", "assessment", "consequence", "designate"),
    "attachments",
)


def _sender(entries: Sequence[tuple[Point, str, str, datetime.date | None]]) -> tuple[str, str, datetime.date | None]:
    return (
        next((entry[1] for entry in entries if entry[1]), ""),
        next((entry[2] for entry in entries if entry[2]), ""),
        next((entry[3] for entry in entries if entry[3]), None),
    )


def _labels(gathered: Mapping[str, Any], written: Mapping[str, str]) -> dict[str, str]:
    """What each answer is called: its id, where that is short and tells nothing of a person, else its place."""
    removed = [re.compile(pattern) for pattern, _ in load(RULES)["removed"]]
    taken = {one for one in written.values() if one}
    labels: dict[str, str] = {}
    for place, key in enumerate(gathered, start=1):
        own = written[key]
        if own and _LABEL.fullmatch(own) and not any(pattern.search(own) for pattern in removed):
            labels[key] = own
        else:
            labels[key] = str(place) if str(place) not in taken else f"L{place}"
    return labels


def _again(answers: Sequence[Answer]) -> dict[str, str]:
    first: dict[tuple[tuple[str, ...], str], str] = {}
    again: dict[str, str] = {}
    for one in answers:
        text = " ".join(one.text.casefold().split())
        if one.sender and text:
            earlier = first.setdefault((sender_key(one), text), one.label)
            if earlier != one.label:
                again[one.label] = earlier
    return again


def _refuse_two_decisions(layer: str, answer: Answer) -> None:
    decided: dict[str, Point] = {}
    for point in answer.points:
        if point.designate is None or not point.building:
            continue
        first = decided.setdefault(point.building, point)
        if first.designate != point.designate:
            raise HeritageError(
                "{layer}, {rows:row|rows}: the points of answer {answer} decide both udpeg and udpeg_ikke on building "
                "{building}. Only one can stand.",
                layer=layer,
                rows=Numbers((first.row, point.row)),
                answer=answer.label,
                building=point.written_building,
            )


def _notes(layer: str, nameless: list[int], twice: list[int]) -> list[Note]:
    notes = []
    if nameless:
        notes.append(
            Note(
                "{layer}: {count:row has|rows have} no svar_id ({rows:row|rows}): each is an answer of its own, "
                "numbered by "
                "its place.",
                {"layer": layer, "count": len(nameless), "rows": Numbers(nameless)},
                warning=True,
            )
        )
    if twice:
        notes.append(
            Note(
                "{layer}: {count:row says|rows say} the very same as another row of the same answer "
                "({rows:row|rows}), and "
                "{count:=counts|count} once.",
                {"layer": layer, "count": len(twice), "rows": Numbers(twice)},
            )
        )
    return notes


def sender_key(answer: Answer) -> tuple[str, ...]:
    """Who sent an answer, as names are compared (`receivers.name_key`); one without a name is nobody else."""
    return name_key(answer.sender) or ("#", answer.label)


def senders(answers: Answers) -> Counter[tuple[str, ...]]:
    """How many answers each sender sent."""
    return Counter(map(sender_key, answers.answers))
