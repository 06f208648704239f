"""What a public version of the white book may hold: no name of a private person, no number or address of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ..common.data import load
from ..hearing.receivers import ESTATE, PERSON, kind_of
from .answers import RULES, Answers

NAME_LEFT_OUT = "(navn udeladt)"

_BETWEEN_NAMES = re.compile(r"\s+og\s+|\s*[&,;/+]\s*|\s+v/\s*", re.IGNORECASE)


def is_private(kind: str) -> bool:
    """Whether an `afsendertype` is that of a private person, as an empty one is."""
    return not kind.strip() or kind.strip().casefold() in load(RULES)["private"]


def sender_called(sender: str, kind: str, public: bool = True) -> str:
    """What a version calls the sender: a private person is named in the internal one only."""
    if public and is_private(kind):
        return str(load(RULES)["private_called"])
    return sender or kind or str(load(RULES)["private_called"])


class Discreet:
    """Takes out of texts what no public version holds."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)

    @staticmethod
    def of(answers: Answers, owners: Iterable[str] = ()) -> Discreet:
        """With the names of the private senders, and of the owners that are no companies or associations."""
        private = [one.sender for one in answers.answers if is_private(one.kind)]
        persons = [one for one in owners if kind_of(one) in (PERSON, ESTATE)]
        return Discreet(name for given in (*private, *persons) for name in single_names(given))

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        patterns = [(re.compile(pattern), word) for pattern, word in load(RULES)["removed"]]
        by_length = sorted(self.names, key=lambda one: (-len(one), one))
        blocks = [by_length[start : start + 500] for start in range(0, len(by_length), 500)]
        for block in blocks:
            words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in block)
            patterns.append((re.compile(rf"(?<!\w)(?:{words})(?:s|'s|')?(?!\w)", re.IGNORECASE), NAME_LEFT_OUT))
        return patterns

    def text(self, text: str) -> str:
        """The text without them.

        >>> Discreet(["Bo Eksempel"]).text("Bo Eksempels hus; skriv til bo@eksempel.dk, 010203-1234")
        '(navn udeladt) hus; skriv til (e-mail udeladt), (nummer udeladt)'
        """
        for pattern, word in self._patterns:
            text = pattern.sub(word, text)
        return text


def single_names(given: str) -> list[str]:
    """The names that stand in one field, each by itself: 'Anna og Bo Eksempel' is Anna Eksempel and Bo Eksempel.

    A field that holds one word holds no name that could be taken out of a text without harming it, unless that word is
    no ordinary one: what `private` lists is nobody's name.
    """
    parts = [" ".join(one.split()) for one in _BETWEEN_NAMES.split(given) if one.strip()]
    if not parts:
        return []
    surname = parts[-1].split()[-1]
    found = []
    for one in parts:
        if len(one.split()) == 1 and len(parts) > 1 and len(parts[-1].split()) > 1:
            found.append(f"{one} {surname}")
        elif len(one) > 2 and one.casefold() not in (*load(RULES)["private"], "anonym", "ukendt", "beboer", "beboere"):
            found.append(one)
    return found
