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

FILE = "rules/provisions.json"
PERMISSION, DEMAND = "tilladelse", "krav"


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


@dataclass(frozen=True)
class Theme:
    """What the rules are about."""

    title: str
    rules: Sequence[Rule]


@dataclass(frozen=True)
class Section:
    """A paragraph of the plan (§) with its themes."""

    key: str
    title: str
    intro: str
    themes: Sequence[Theme]


def rule_sections() -> list[Section]:
    """The sections in their order. HeritageError names the theme with a word that means nothing here."""
    content = load(FILE)
    themes: Mapping[str, list[Theme]] = {one["key"]: [] for one in content["sections"]}
    letters = [one["letter"] for one in load("rules/lokalplan.json")["provision_groups"]]
    for one in content["themes"]:
        _refuse_unknown(one, "section", [one["section"]], list(themes))
        rules = list(_rules(one, content["norms"], letters))
        themes[one["section"]].append(Theme(one["title"], rules))
    return [Section(one["key"], one["title"], one["intro"], themes[one["key"]]) for one in content["sections"]]


def _rules(theme: Mapping[str, Any], norms: Mapping[str, str], letters: Sequence[str]) -> Iterator[Rule]:
    for one in theme["rules"]:
        _refuse_unknown(theme, "norm", [one["norm"]], list(norms))
        _refuse_unknown(theme, "groups", one["groups"], letters)
        bound = [letter for letter in letters if letter in one["groups"]]
        yield Rule(
            groups="Alle grupper" if bound == list(letters) else f"Gruppe {joined(bound)}",
            norm=one["norm"],
            text=norms[one["norm"]].format(text=one["text"]),
            decided=one["decided"],
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
