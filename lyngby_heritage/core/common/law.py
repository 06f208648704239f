"""What the texts cite of the law: the only place that makes a citation (`data/rules/law.json`).

A number that nobody has looked up in the law in force is no part of a citation: numbers move when a law is amended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .addresses import Key, danish_key
from .data import cached, load

FILE = "rules/law.json"
UNCHECKED = "ikke kontrolleret"
"""Stands in brackets behind what nobody has looked up."""


@dataclass(frozen=True)
class Reference:
    """A place in the law, and what was read about it."""

    cite: str
    """What a text may always name, such as "planlovens § 15, stk. 2"."""
    detail: str
    """What moves, such as "nr. 21"; "" where nothing does."""
    about: str
    source: str
    date: str
    """When the source was read or is of, as year and month."""
    verified: bool

    def __str__(self) -> str:
        """The citation: with the detail only where somebody has checked it."""
        return f"{self.cite}, {self.detail}" if self.detail and self.verified else self.cite

    @property
    def listed(self) -> str:
        """As a list of references has it: what is not checked says so."""
        if self.verified or not self.detail:
            return str(self)
        return f"{self.cite} [{self.detail}: {UNCHECKED}]"


@cached
def references() -> Mapping[str, Reference]:
    """Every reference by its key, in the order of the file."""
    return MappingProxyType({key: Reference(**one) for key, one in load(FILE)["references"].items()})


def statement(key: str) -> str:
    """A whole sentence on the law that several pages share."""
    return with_citations(load(FILE)["statements"][key])


def with_citations(text: str) -> str:
    """A text with the citation in place of each `{key}` of the references; other marks stay.

    >>> with_citations("Det er sådan ({interim}), siger {navn}.")
    'Det er sådan (planlovens § 17), siger {navn}.'
    """
    for key, reference in references().items():
        text = text.replace(f"{{{key}}}", str(reference))
    return text


class Citations(Mapping[str, str]):
    """The citations of a text by key, which remembers those that were asked for: `cited`, in that order.

    One that nobody has looked up, and that has no part which could be left out, carries the mark in brackets.
    """

    def __init__(self) -> None:
        self.cited: dict[str, None] = {}

    def __getitem__(self, key: str) -> str:
        found = references()[key]
        self.cited[key] = None
        return str(found) if found.verified or found.detail else f"{found} \\[{UNCHECKED}\\]"

    def __iter__(self) -> Iterator[str]:
        return iter(references())

    def __len__(self) -> int:
        return len(references())

    def note(self, text: str) -> None:
        """Remember the paragraphs that a text names in its own words, such as a theme's legal ground.

        >>> law = Citations()
        >>> law.note("Grundlag: Planlovens § 17. Efter planlovens § 15, stk. 27 og § 18 er …")
        >>> list(law.cited)
        ['interim']
        """
        known = references()
        told = {known[key].cite for key in self.cited}
        for key, one in known.items():
            if "§" in one.cite and one.cite not in told and _named(one.cite).search(text):
                self.cited[key] = None
                told.add(one.cite)


def _named(cite: str) -> re.Pattern[str]:
    """A citation in a text, and not the beginning of another: § 3 is neither § 30 nor § 3 a."""
    return re.compile(rf"{re.escape(cite)}(?!\w| [a-h]\b)", re.IGNORECASE)


@dataclass(frozen=True)
class CitedInOrder:
    """The keys that a text has cited by the time it is asked, as a list has them: by law, paragraph and number."""

    citations: Citations

    def __iter__(self) -> Iterator[str]:
        known = references()
        return iter(sorted(self.citations.cited, key=lambda key: (order_of(known[key].cite), known[key].detail)))


_OF_A_LAW = re.compile(r"^(\w+)s (?=§)")


def order_of(cite: str) -> tuple[Key, str]:
    """What to sort a citation by: the law, then its paragraphs as numbers.

    >>> sorted(["planlovens § 19", "planloven", "BR18 § 5", "planlovens § 2, stk. 10"], key=order_of)
    ['BR18 § 5', 'planloven', 'planlovens § 2, stk. 10', 'planlovens § 19']
    """
    return danish_key(_OF_A_LAW.sub(r"\1 ", cite)), cite
