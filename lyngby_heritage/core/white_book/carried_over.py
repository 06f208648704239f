"""What was made of the answers before, carried over to a new delivery of them; what changed is looked at anew.

A portal delivers the answers again as more come in, and somebody has begun to assess them. What was written stays with
the answer it was written on, as long as that says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..common.errors import Note, listed
from ..registers.values import normal_id
from .answers import Answer, Answers, Point


@dataclass(frozen=True)
class CarriedOver:
    """The answers with what was made of them before."""

    answers: Answers
    carried: int
    """Points that were given an earlier assessment."""
    changed: Sequence[str]
    """Answers that were assessed before and say something else now: their assessment is not carried over."""
    gone: Sequence[str]
    """Answers that were assessed before and are not in the new delivery."""


def carry_over(answers: Answers, assessed: Answers) -> CarriedOver:
    """Give each point the assessment of the point of the same answer with the same text; its own comes first."""
    before: dict[str, list[Point]] = {}
    labels: dict[str, str] = {}
    for one in assessed.answers:
        written = [point for point in one.points if _worked_on(point)]
        if written:
            before.setdefault(_key(one), []).extend(written)
            labels.setdefault(_key(one), one.label)
    changed, carried = [], 0
    made = []
    for one in answers.answers:
        known = before.pop(_key(one), [])
        points = [_with_earlier(point, known) for point in one.points]
        carried += sum(new is not old for new, old in zip(points, one.points))
        texts = {_text(point) for point in one.points}
        if any(_text(point) not in texts for point in known):
            changed.append(one.label)
        made.append(replace(one, points=points))
    gone = [labels[key] for key in before]
    return CarriedOver(replace(answers, answers=made), carried, changed, gone)


def carry_notes(layer: str, found: CarriedOver) -> list[Note]:
    """How much was carried over, and what a person has to look at anew."""
    notes = [
        Note(
            "{layer} (ASSESSED): {count:point is|points are} given what was written on {count:=it|them} before.",
            {"layer": layer, "count": found.carried},
        )
    ]
    if found.changed:
        notes.append(
            Note(
                "{count:answer says|answers say} something else than when {count:=it was|they were} assessed, so that "
                "assessment is not carried over: {answers}. Assess {count:=it|them} anew.",
                {"count": len(found.changed), "answers": listed(list(found.changed))},
                warning=True,
            )
        )
    if found.gone:
        notes.append(
            Note(
                "{count:answer was|answers were} assessed before and {count:=is|are} not in ANSWERS: {answers}. Was "
                "{count:=it|one of them} withdrawn, or is the extract not whole?",
                {"count": len(found.gone), "answers": listed(list(found.gone))},
                warning=True,
            )
        )
    return notes


def _key(answer: Answer) -> str:
    return normal_id(answer.id) or answer.label


def _text(point: Point) -> str:
    return " ".join(point.text.split())


def _worked_on(point: Point) -> bool:
    return bool(point.summary or point.assessment or point.consequence) or point.designate is not None


def _with_earlier(point: Point, known: Sequence[Point]) -> Point:
    """The point with the earlier one's words; the one of the same building where several have the same text."""
    if point.assessment or point.consequence or point.designate is not None:
        return point
    same = [one for one in known if _text(one) == _text(point)]
    own = [one for one in same if one.building == point.building] or same
    if not own:
        return point
    first = own[0]
    return replace(
        point,
        building=point.building or first.building,
        written_building=point.written_building or first.written_building,
        subject=point.subject or first.subject,
        summary=point.summary or first.summary,
        assessment=first.assessment,
        consequence=first.consequence,
        designate=first.designate,
    )
