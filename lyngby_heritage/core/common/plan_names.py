"""What a plan is called: its kind, number and name, each said once.

Registers have names such as "Lokalplan 241 for Virum" beside the number 241, and planners title a plan with its number
too. Whoever puts the two together asks here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .wording import joined

KIND = "Kulturhistorisk lokalplan"
"""What a plan of this kind is called above a title that does not say so."""

PLAN_WORDS = ("lokalplan", "lp", "byplanvedtægt", "kommuneplanramme", "rammeområde", "ramme")
_WORD = rf"({'|'.join(PLAN_WORDS)})\b\.?\s*(?:(?:nr|nummer)\b\.?\s*)?"
_END = r"(?![^\W_]|[.,/-]\d)"
"""After a number: no letter or digit that would make another of it, as 91 in "91.1" and "91A"."""

_BEGINS_WITH_WORD = re.compile(_WORD, re.IGNORECASE)
_BEFORE_NUMBER = re.compile(rf"\W*(?:{_WORD})?", re.IGNORECASE)
_BEHIND_NUMBER = re.compile(rf"{_END}[\s:,;–—-]*")


def plan_called(kind: str, number: str, name: str) -> str:
    """Kind, number and name in this order: "lokalplan 241 Villavejene"; a name's own kind and number are left out.

    A name that begins with another kind of plan is of that kind. The kind is no name, and begins small in all.

    >>> plan_called("lokalplan", "241", "Lokalplan nr. 241 for Virum")
    'lokalplan 241 for Virum'
    >>> plan_called("lokalplan", "1", "Byplanvedtægt nr. 1")
    'byplanvedtægt nr. 1'
    """
    begins = _BEGINS_WITH_WORD.match(name)
    if begins and (not number or (kind == "lokalplan" and begins[1].lower() == "byplanvedtægt")):
        return _with_small_kind(name, begins[1])
    return " ".join(one for one in (kind, number, _without_number(number, name)) if one)


def plan_called_shortly(kind: str, number: str, name: str) -> str:
    """The same without what the plan is about: "lokalplan 241"; another kind of plan keeps its own word and number.

    >>> plan_called_shortly("lokalplan", "241", "Lokalplan nr. 241 for Virum")
    'lokalplan 241'
    >>> plan_called_shortly("lokalplan", "1", "Byplanvedtægt nr. 1 for Sorgenfri")
    'byplanvedtægt nr. 1'
    """
    called, begins = plan_called(kind, number, name), _BEGINS_WITH_WORD.match(name)
    if called.lower() != name.lower() or not begins or not number:
        return plan_called(kind, number, "" if number else name)
    end = begins.end() + len(number)
    said = name[:end] if name[begins.end() : end].lower() == number.lower() else f"{begins[1]} {number}"
    return _with_small_kind(said, begins[1])


def _with_small_kind(name: str, kind: str) -> str:
    """A name that begins with a kind of plan, as it stands within a sentence; letters for a kind (LP) stay."""
    return name if kind.isupper() else f"{kind.lower()}{name[len(kind) :]}"


def plans_joined(called: Sequence[str]) -> str:
    """Plans as a sentence lists them, as `plan_called` calls each; a name that is itself a list stands in quotes.

    >>> plans_joined(["lokalplan 88 Huse, udpeget ved navn", "byplanvedtægt nr. 1"])
    '»lokalplan 88 Huse, udpeget ved navn« og byplanvedtægt nr. 1'
    """
    return joined([f"»{one}«" if any(sign in one for sign in (", ", "; ", " og ")) else one for one in called])


def _without_number(number: str, name: str) -> str:
    """A name without the number, and its kind, that it begins with. A town has thousands: no pattern for each."""
    begins = _BEFORE_NUMBER.match(name)
    at = begins.end() if begins else 0
    if not number or name[at : at + len(number)].lower() != number.lower():
        return name
    rest = name[at + len(number) :]
    ends = _BEHIND_NUMBER.match(rest)
    return rest[ends.end() :] if ends else name


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are one plan's, however they are written; a plan without a number is no other's.

    >>> same_number("241a", " 241A "), same_number("", "")
    (True, False)
    """
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def names_number(number: str, title: str) -> bool:
    """Whether a title already says the plan's number: "Lokalplan 241 for Virum", but not "241 huse"."""
    return bool(number) and bool(re.search(rf"\b{_WORD}{re.escape(number)}{_END}", title, re.IGNORECASE))


def plan_title(number: str, title: str, between: str = ": ") -> str:
    """A plan's title with its number before it, unless it says it: "Lokalplan 300: Kulturhistorisk lokalplan"."""
    return title if not number or names_number(number, title) else f"Lokalplan {number}{between}{title}"


def above_title(number: str, title: str) -> str:
    """The line above a plan's title: its kind and number, as far as the title does not say them, so perhaps nothing."""
    kind = "" if title.lower().startswith(KIND.lower()) else KIND
    if not number or names_number(number, title):
        return kind
    return f"{kind or 'Lokalplan'} {number}"
