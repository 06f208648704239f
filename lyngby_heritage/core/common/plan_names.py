"""What a plan is called: its kind, number and name, each said once.

Registers have names such as "Lokalplan 241 for Virum" beside the number 241, and planners title a plan with its number
too. Whoever puts the two together asks here.
"""

from __future__ import annotations

import re

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

    A name that begins with another kind of plan is of that kind.

    >>> plan_called("lokalplan", "241", "Lokalplan nr. 241 for Virum")
    'lokalplan 241 for Virum'
    >>> plan_called("lokalplan", "1", "Byplanvedtægt nr. 1")
    'Byplanvedtægt nr. 1'
    """
    begins = _BEGINS_WITH_WORD.match(name)
    if begins and (not number or (kind == "lokalplan" and begins[1].lower() == "byplanvedtægt")):
        return name
    return " ".join(one for one in (kind, number, _without_number(number, name)) if one)


def plan_called_shortly(kind: str, number: str, name: str) -> str:
    """The same without what the plan is about: "lokalplan 241"; another kind of plan keeps its own word and number.

    >>> plan_called_shortly("lokalplan", "241", "Lokalplan nr. 241 for Virum")
    'lokalplan 241'
    >>> plan_called_shortly("lokalplan", "1", "Byplanvedtægt nr. 1 for Sorgenfri")
    'Byplanvedtægt nr. 1'
    """
    called, begins = plan_called(kind, number, name), _BEGINS_WITH_WORD.match(name)
    if called != name or not begins or not number:
        return plan_called(kind, number, "" if number else name)
    end = begins.end() + len(number)
    return name[:end] if name[begins.end() : end].lower() == number.lower() else f"{begins[1]} {number}"


def called_in_sentence(called: str) -> str:
    """What a plan is called where a sentence goes on behind it: in quotes where it is itself of several parts.

    >>> called_in_sentence("lokalplan 64 Landsbyen"), called_in_sentence("lokalplan 88 Huse, udpeget ved navn")
    ('lokalplan 64 Landsbyen', '»lokalplan 88 Huse, udpeget ved navn«')
    """
    return f"»{called}«" if " og " in called or ", " in called else called


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
