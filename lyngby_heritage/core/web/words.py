"""The words of the website in each of its languages: those of its own interface, and what the plan says in Danish.

The interface has both languages in `data/web/words.json`. What the plan says is Danish, and the Danish counts: its
English is looked up in `data/web/english.json`, and a text that is not there stays Danish and is marked as such, so
that the English never says something else than the plan does.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import cached, load
from ..common.dates import MONTHS
from ..common.errors import HeritageError
from ..common.wording import NBSP, agreeing, decimal, number

DANISH, ENGLISH = "da", "en"
LANGUAGES = (DANISH, ENGLISH)
WORDS, SENTENCES = "web/words.json", "web/english.json"
INDEX = {DANISH: "index.html", ENGLISH: "english.html"}
"""The page with the map in each language."""
LISTS = {DANISH: "liste", ENGLISH: "list"}
"""The folder of the lists without a map."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""As `dates.MONTHS`."""
_KINDS = {
    "": r".+?",
    "ord": r"\S+",
    "tal": r"−?\d(?:[\d.,]*\d)?",
    "dato": rf"\d{{1,2}}\. (?:{'|'.join(MONTHS)}) \d{{4}}",
    "udsagn": r".+?",
}
"""What may stand in place of {x:kind}."""
_PARTS = (
    (" ", re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ0-9])")),
    ("; ", re.compile("; ")),
    (", ", re.compile(", ")),
)
"""What stands between the parts that are looked up one by one, and where a text is cut into them."""
_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
_BETWEEN_NUMBERS = re.compile(r"(?<=\w) og (?=\d)")
_LETTER = re.compile(r"[^\W\d_]")
_SWAP = str.maketrans(",.", ".,")


@dataclass(frozen=True)
class Words:
    """What the site says in one language."""

    language: str = DANISH

    @property
    def danish(self) -> bool:
        """Whether it is the plan's own language."""
        return self.language == DANISH

    @property
    def index(self) -> str:
        """The file of the page with the map."""
        return INDEX[self.language]

    @property
    def lists(self) -> str:
        """The folder of the lists."""
        return LISTS[self.language]

    def say(self, key: str, **values: object) -> str:
        r"""A text of the interface. HeritageError names a key that a profile's file lacks.

        >>> Words("en").say("buildings", count=1)
        '1\xa0building'
        """
        return _Filled(self.danish).vformat(self.all[key], (), values)

    def count(self, value: int) -> str:
        """A whole number with its thousands."""
        return _Filled(self.danish).count(value)

    def figure(self, value: float) -> str:
        """A number with at most one decimal."""
        told = decimal(value)
        return told if self.danish else told.translate(_SWAP)

    @property
    def all(self) -> dict[str, str]:
        """Every text of the interface by its key, for the page's script."""
        return _interface(self.language)

    def plan(self, text: str) -> str:
        """What the plan says, in this language where it is known, else as it stands."""
        return text if self.danish else english(text) or text

    def stays_danish(self, text: str) -> bool:
        """Whether a text of the plan stands in Danish among other words."""
        return not self.danish and english(text) is None

    def parcels(self, text: str) -> str:
        """Cadastral numbers and their district, "7a og 7b Brede By, Brede", with this language's word between numbers.

        >>> Words("en").parcels("7a, 7b og 9 Lyngby og Omegn")
        '7a, 7b and 9 Lyngby og Omegn'
        """
        return _BETWEEN_NUMBERS.sub(f" {self.say('and')} ", text)

    def terms(self, texts: Iterable[str | None]) -> dict[str, str]:
        """Those of the texts that read otherwise in this language, with how."""
        found = {text: self.plan(text) for text in texts if text}
        return {text: read for text, read in found.items() if read != text}


def english(text: str) -> str | None:
    """The English of a Danish text, None where it is not known. What has no letters is the same in both.

    >>> english("Lokalplan 7, vedtaget 1. marts 2027"), english("Skovbyggelinje, fredning"), english("Ordret en grund")
    ('Lokalplan 7, adopted 1 March 2027', 'Forest building line, conservation order', None)
    """
    return _english(text.replace(NBSP, " "))


@cached
def _english(text: str) -> str | None:
    if not _LETTER.search(text):
        return text
    exact, patterns = _sentences()
    known = exact.get(_small(text))
    if known is not None:
        return _begun_as(known, text)
    for begins, pattern, kinds, told in patterns:
        meant = _small(text) if begins else text
        found = pattern.fullmatch(meant) if meant.startswith(begins) else None
        if found:
            read = [_read(kind, said) for kind, said in zip(kinds.values(), found.groups())]
            if None not in read:
                filled = told.format(**dict(zip(kinds, read)))
                return _begun_as(filled, text) if begins else filled
    return _of_parts(text)


def _of_parts(text: str) -> str | None:
    """The English of a text whose every part is known: sentences, parts of one, and what a list names; else None."""
    for between, cut in _PARTS:
        parts = cut.split(text)
        if len(parts) > 1:
            told = _of_runs(parts, between)
            if told is not None:
                return told
    *before, last = text.rsplit(" og ", 1)
    if before:
        listed, ending = english(before[0]), english(last)
        if listed is not None and ending is not None:
            return f"{listed} and {ending}"
    if text.endswith("."):
        told = english(text[:-1])
        return None if told is None else f"{told}."
    return None


def _of_runs(parts: Sequence[str], between: str) -> str | None:
    """The English of parts of which several may be known only together, the longest run first; else None."""
    exact, _ = _sentences()
    read, at = [], 0
    while at < len(parts):
        known = (end for end in range(len(parts), at + 1, -1) if _small(between.join(parts[at:end])) in exact)
        end = next(known, at + 1)
        told = english(between.join(parts[at:end]))
        if told is None:
            return None
        read.append(told)
        at = end
    return between.join(read)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _begun_as(told: str, text: str) -> str:
    """With a capital first letter where the Danish has one, and a small one where it has a small one."""
    first = told[:1]
    return (first.upper() if text[:1].isupper() else first.lower() if text[:1].islower() else first) + told[1:]


def _read(kind: str, said: str) -> str | None:
    if kind == "tal":
        return said.translate(_SWAP)
    if kind == "dato":
        day, month, year = said.split(" ")
        return f"{day.rstrip('.')} {_MONTHS[MONTHS.index(month)]} {year}"
    return english(said) if kind == "udsagn" else said


@cached
def _sentences() -> tuple[dict[str, str], list[tuple[str, re.Pattern[str], dict[str, str], str]]]:
    """The texts that are looked up whole, and those with something to fill in."""
    exact: dict[str, str] = {}
    patterns = []
    for danish, told in load(SENTENCES)["sentences"].items():
        danish = danish if danish.startswith("{") else _small(danish)
        if "{" not in danish:
            exact[danish] = told
            continue
        kinds: dict[str, str] = {}
        pattern, at = "", 0
        for field in _FIELD.finditer(danish):
            name, kind = field[1], field[2] or ""
            pattern += re.escape(danish[at : field.start()])
            pattern += f"(?P={name})" if name in kinds else f"(?P<{name}>{_KINDS[kind]})"
            kinds.setdefault(name, kind)
            at = field.end()
        begins = danish[: danish.index("{")]
        patterns.append((begins, re.compile(pattern + re.escape(danish[at:])), kinds, _FIELD.sub(r"{\1}", told)))
    return exact, sorted(patterns, key=lambda one: -len(one[1].pattern))  # the one that says most goes first


@cached
def _interface(language: str) -> dict[str, str]:
    return dict(_both(language))


def _both(language: str) -> Iterator[tuple[str, str]]:
    for key, told in load(WORDS)["words"].items():
        if set(told) != set(LANGUAGES):
            raise HeritageError(
                "{file}: the text '{key}' must have one for each of {languages}.",
                file=WORDS,
                key=key,
                languages=", ".join(LANGUAGES),
            )
        yield key, told[language]


class _Filled(string.Formatter):
    """Fills in a text: whole numbers with their thousands, and counts with the word that agrees with them."""

    def __init__(self, danish: bool) -> None:
        self.danish = danish

    def format_field(self, value: Any, spec: str) -> str:
        if "|" in spec:
            one, several = spec.removeprefix("=").split("|")
            words = agreeing(value, one, several)
            return words if spec.startswith("=") else f"{self.count(value)}{NBSP}{words}"
        return self.count(value) if isinstance(value, int) else str(value)

    def count(self, value: int) -> str:
        return number(value) if self.danish else f"{value:,}"
