"""A line of the statement on other planning or other law, and a row of the screening: what the data say, in words.

    something is met           → how much, where and by what law, and the line's sentence for it
    nothing is met             → that none of the plan is touched by the layers given, and the sentence for that
    its parcels are not known  → that of its buildings alone, and both sentences in brackets
    nobody knows               → that, and both sentences in brackets: a person finds out

A sentence that a person must judge stands in brackets with its opposite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.dates import day_in_words
from ..common.wording import joined, names_joined, number, plain_plural, plain_spaces, quantity
from ..documents.markdown_text import markdown
from .state import PlanState
from .statement_themes import MET, NONE, NOT_GIVEN, SILENT, ThemeFacts, met_by

HECTARE = 10_000.0
_BLANK = "\\[dato\\]"


@dataclass(frozen=True)
class Wording:
    """What every line counts against, and how it is said."""

    designated: int
    properties: int | None
    """Of the designated buildings; None where none are known."""
    state: PlanState
    most_names: int
    law: Mapping[str, str]
    """Citations by key, for the sentences that name one."""


@dataclass(frozen=True)
class Line:
    """One line, as Markdown."""

    title: str
    told: tuple[str, ...]
    """A sentence for each theme: what the data say."""
    sentences: tuple[str, ...]
    """What follows from it, and in brackets what a person chooses between."""
    themes: tuple[str, ...] = ()
    """Codes of its themes that layers with something to say were given for: those that a map may show."""


@dataclass(frozen=True)
class ScreeningRow:
    """One row of the screening: its subject, and the remarks; the columns between are a person's."""

    title: str
    remarks: str


def line_of(described: Mapping[str, Any], facts: Mapping[str, ThemeFacts], wording: Wording) -> Line:
    """A line of `redegoerelse.json` with what is known."""
    themes = met_by(facts, described["themes"])
    told = tuple(theme_words(one, wording) for one in themes)
    drawn = tuple(one.code for one in themes if one.is_known)
    return Line(described["title"], told, tuple(_sentences(described, themes, wording)), drawn)


def _sentences(described: Mapping[str, Any], themes: Sequence[ThemeFacts], wording: Wording) -> Iterator[str]:
    choose = described["choose"]
    if not themes:
        yield either_or(*choose)
        return
    met, none = described["met"], described["none"]
    if any(one.known == MET for one in themes):
        yield met.format_map(wording.law)
        yield either_or(*choose)
    elif all(one.known == NONE for one in themes) and wording.properties is not None:
        yield none
    else:
        # What is open must not read as an answer: the sentence on nothing speaks of the layers given and the parcels.
        other = met.format_map(wording.law)
        yield either_or("Kommunen har undersøgt det, og ingen af bygningerne eller jordstykkerne er berørt.", other)


def either_or(either: str, other: str) -> str:
    """Two sentences that a person chooses between."""
    return f"\\[Enten: {either} Eller: {other}\\]"


def theme_words(facts: ThemeFacts, wording: Wording) -> str:
    """What is known of one theme, as Markdown."""
    name = markdown(facts.name)
    if facts.known == MET:
        return f"**{name}:** {_met_words(facts, wording)}"
    if facts.known == NONE:
        return f"**{name}:** {_none_words(facts, wording)}.{_ground(facts)}"
    return f"**{name}:** {_unknown_words(facts)}"


def _none_words(facts: ThemeFacts, wording: Wording) -> str:
    """That nothing of the plan is touched: "none in the layer" would read as if the layer were empty."""
    known = wording.properties is not None
    who, open_ = ("bygninger eller jordstykker", "") if known else ("bygninger", "; jordstykkerne er ikke kendt")
    return f"ingen af planens {who} er berørt efter {_given(facts)}{open_}"


def _unknown_words(facts: ThemeFacts) -> str:
    if facts.known == SILENT:
        return f"ikke kendt: {_given(facts)} siger intet om kommunen."
    return "ikke kendt: der er ikke angivet et lag."


def _met_words(facts: ThemeFacts, wording: Wording) -> str:
    parts = [_buildings(facts, wording)]
    if facts.properties is not None and wording.properties is not None:
        parts.append(f"{_of(facts.properties, wording.properties)} {_noun(wording.properties, 'ejendom', 'ejendomme')}")
    area = ""
    if facts.area is not None and facts.properties:
        area = f", i alt {area_words(facts.area)} af de jordstykker, planen omfatter"
    names = list(map(markdown, facts.names[: wording.most_names]))
    more = len(facts.names) - len(names)
    if more > 0:
        names.append(plain_plural(more, "område til", "områder til"))
    where = f" Områder: {names_joined(names)}." if names else ""
    return f"{' og '.join(parts)}{area}.{where}{_ground(facts)}{_source(facts)}"


def _buildings(facts: ThemeFacts, wording: Wording) -> str:
    noun = _noun(wording.designated, "bygning", "bygninger")
    words = f"{_of(facts.buildings, wording.designated)} {noun}"
    if facts.proposed:
        words += f" (heraf {number(facts.proposed)} kun efter et forslag)"
    return words


def _of(part: int, whole: int) -> str:
    return f"{'ingen' if not part else number(part)} af {number(whole)}"


def _noun(count: int, one: str, several: str) -> str:
    return one if count == 1 else several


def area_words(area: float) -> str:
    """An area in m², from a hectare on in ha."""
    if area < 1:
        return "under 1 m²"
    return plain_spaces(quantity(area, "m²", 0) if area < HECTARE else quantity(area / HECTARE, "ha"))


def _ground(facts: ThemeFacts) -> str:
    return f" Grundlag: {markdown(facts.legal)}." if facts.legal else ""


def _source(facts: ThemeFacts) -> str:
    return f" Data fra {_days(facts)}." if facts.layers else ""


def _given(facts: ThemeFacts) -> str:
    return f"{_layers_words(len(facts.layers))[0]} ({_days(facts)})"


def _layers_words(count: int) -> tuple[str, str]:
    """So many layers as those that were given, and alone."""
    return ("de angivne lag", "lagene") if count > 1 else ("det angivne lag", "laget")


def _days(facts: ThemeFacts) -> str:
    """The dates of the layers, the first day first; one that nobody knows is a blank.

    Their files stand in the statement's table of data: a name of a file says nothing to who reads of a theme.
    """
    known = sorted({day for _, day in facts.layers if day})
    blank = not known or any(not day for _, day in facts.layers)
    return joined([*map(_day, known), *([_BLANK] if blank else [])])


def _day(text: str) -> str:
    return day_in_words(text) or _BLANK


def screening_of(described: Mapping[str, Any], facts: Mapping[str, ThemeFacts], wording: Wording) -> ScreeningRow:
    """A row of the screening with what the themes say of it."""
    designated = plain_plural(wording.designated, "bygning", "bygninger")
    properties = "" if wording.properties is None else f" på {plain_plural(wording.properties, 'ejendom', 'ejendomme')}"
    note = described["note"].format(designated=designated, properties=properties)
    note = note.replace("[", "\\[").replace("]", "\\]")
    told = _remarks(met_by(facts, described["themes"]), wording)
    return ScreeningRow(described["title"], " ".join([*told, *([note] if note else [])]))


def _remarks(themes: Sequence[ThemeFacts], wording: Wording) -> Iterator[str]:
    """What the themes say, those that say the same together."""
    for known, said in (
        (MET, "Berørt"),
        (NONE, "Ikke berørt efter {given}" if wording.properties is not None else "Ingen bygning berørt efter {given}"),
        (SILENT, "Ikke kendt, {those} siger intet"),
        (NOT_GIVEN, "Ikke kendt, intet lag"),
    ):
        those = [one for one in themes if one.known == known]
        if those:
            given, layers = _layers_words(sum(max(1, len(one.layers)) for one in those))
            yield f"{said.format(given=given, those=layers)}: {joined([_short(one, wording) for one in those])}."


def _short(facts: ThemeFacts, wording: Wording) -> str:
    name = markdown(facts.name)
    if facts.known != MET:
        return name
    parts = [plain_plural(facts.buildings, "bygning", "bygninger", "ingen bygninger")]
    if facts.properties is not None and wording.properties is not None:
        parts.append(plain_plural(facts.properties, "ejendom", "ejendomme", "ingen ejendomme"))
    return f"{name} ({', '.join(parts)})"
