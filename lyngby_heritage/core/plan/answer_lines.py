"""The answers to "may I …?" as the lines of a card."""

from __future__ import annotations

from collections.abc import Iterator

from .card_facts import Facts
from .card_line import Line
from .may_i import OPEN, UNKNOWN, UNNAMED, Answer, after_answers

UNDECIDED = (OPEN, UNKNOWN, UNNAMED)
"""Answers that say no more than that the provisions do not tell: what they are of is named in one line."""


def answer_lines(facts: Facts) -> Iterator[Line]:
    """What is said before the answers, each of them by its question, what nobody has decided, and what is said last.

    Of a building that has no answers only what holds on its parcel.
    """
    if not facts.answers:
        if facts.of_land:
            yield Line(facts.of_land)
        return
    yield Line(facts.before_answers)
    for one in facts.answers:
        if one.code not in UNDECIDED:
            yield Line(f"{one.answer} ({one.paragraph}). {one.text}".strip(), one.question, one.key)
    for code in UNDECIDED:
        several = [one for one in facts.answers if one.code == code]
        if several:
            yield Line("; ".join(map(_named, several)) + ".", several[0].answer, code)
    yield Line(after_answers())


def _named(answer: Answer) -> str:
    return f"{answer.theme} ({answer.paragraph})" if answer.paragraph else answer.theme
