"""The rules by theme that the provisions propose, from `data/rules/provisions.json` or the municipality's profile.

A rule asks for the council's permission, or it is a demand that only a dispensation lets anybody deviate from. It is
never both: planloven lets a plan reserve a permission where existing buildings are preserved, and wants all else to be
so precise that the reader sees what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError
from ..common.wording import joined
from .plan_groups import provision_groups

FILE = "rules/provisions.json"
TEMPLATE = "bestemmelser.md.j2"
"""The provisions' own template, which puts the rules among the rest."""
PERMISSION, DEMAND = "tilladelse", "krav"
FIRST_SECTION = 5
"""The number (§) of the first of the sections in the template of the provisions: §§ 1-4 are fixed text there."""


@dataclass(frozen=True)
class Rule:
    """One rule with the groups of buildings that it binds."""

    groups: str
    """In words: "Gruppe A og B", "Alle grupper"."""
    norm: str
    text: str
    """The whole sentence."""
    decided: bool
    """The municipality has decided it; else it stands in brackets."""
    letters: Sequence[str]
    """The groups as letters."""
    paragraph: str
    """Its number in the provisions: "5.2"."""


@dataclass(frozen=True)
class Theme:
    """What the rules are about."""

    key: str
    title: str
    rules: Sequence[Rule]


@dataclass(frozen=True)
class Section:
    """A paragraph of the plan (§) with its themes."""

    key: str
    number: int
    title: str
    intro: str
    themes: Sequence[Theme]


def rule_sections() -> list[Section]:
    """The sections in their order. HeritageError names the theme with a word that means nothing here."""
    content = load(FILE)
    sections = [one["key"] for one in content["sections"]]
    letters = [one["letter"] for one in provision_groups()]
    for one in content["themes"]:
        _refuse_unknown(one, "section", [one["section"]], sections)
        for rule in one["rules"]:
            _refuse_unknown(one, "norm", [rule["norm"]], list(content["norms"]))
            _refuse_unknown(one, "groups", rule["groups"], letters)
    return [
        Section(one["key"], number, one["title"], one["intro"], _themes(content, one["key"], number, letters))
        for number, one in enumerate(content["sections"], start=FIRST_SECTION)
    ]


def _themes(content: Mapping[str, Any], section: str, number: int, letters: Sequence[str]) -> list[Theme]:
    """The themes of a section; its rules are numbered behind what is said before them, which is number 1."""
    themes, before = [], 1
    for one in content["themes"]:
        if one["section"] == section:
            rules = list(_rules(one, content["norms"], letters, f"{number}.{{}}", before))
            before += len(rules)
            themes.append(Theme(one["key"], one["title"], rules))
    return themes


def _rules(
    theme: Mapping[str, Any], norms: Mapping[str, str], letters: Sequence[str], numbered: str, before: int
) -> Iterator[Rule]:
    for place, one in enumerate(theme["rules"], start=before + 1):
        bound = [letter for letter in letters if letter in one["groups"]]
        yield Rule(
            groups="Alle grupper" if bound == list(letters) else f"Gruppe {joined(bound)}",
            norm=one["norm"],
            text=norms[one["norm"]].format(text=one["text"]),
            decided=one["decided"],
            letters=bound,
            paragraph=numbered.format(place),
        )


def _refuse_unknown(theme: Mapping[str, Any], key: str, found: Sequence[str], known: Sequence[str]) -> None:
    strange = [one for one in found if one not in known]
    if strange or not found:
        raise HeritageError(
            "In {file} the theme {theme} has {key} = {found}; expected is one of: {known}.",
            file=FILE,
            theme=theme["key"],
            key=key,
            found=", ".join(strange) or "[]",
            known=", ".join(known),
        )
