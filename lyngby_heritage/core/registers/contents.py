"""The table of what there was: each layer with what it was taken for, by what, whether it is used, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..common.dates import day_of_table
from ..common.errors import Note
from ..common.wording import filled, plain_spaces
from .collection import Choice
from .collection_notes import own, theme
from .deliveries import deliveries
from .found_layers import Layer
from .recognition import BY_HAND, CONTENT, FIELDS, OWN_NAME, REGISTER_NAME

BY = {
    OWN_NAME: "navn",
    REGISTER_NAME: "registrets navn",
    FIELDS: "felter",
    CONTENT: "indhold",
    BY_HAND: "valgt",
}
"""By what a layer was recognised, as the table has it."""
THEME = "tema"
NOTHING_KNOWN = "Ikke kendt: navn, felter og indhold ligner intet register, planen bruger."
NO_DATA = "Filer, som ikke er data."


@dataclass(frozen=True)
class Entry:
    """A line of the table; texts are Danish."""

    file: str
    layer: str | None
    rows: int | None
    """None where they were not counted."""
    role: str | None
    """What it is: a role, what a role is made of, or a theme; None where nobody knows."""
    by: str | None
    used: bool
    why: str
    date: str | None
    title: str = ""
    """What the theme is called, of a theme."""
    doubtful: bool = False
    """Whether people should read `why` though it is used: it is not certain, or not used in full."""

    @property
    def day(self) -> str:
        """The date as people read it, dd.mm.yyyy; empty where nobody says."""
        return day_of_table(self.date or "")

    @property
    def called(self) -> str:
        """The file, and the layer in it where that has another name."""
        return self.file if not self.layer or self.layer in self.file else f"{self.file}|{self.layer}"

    @property
    def told(self) -> str:
        """What it was taken for, and why, in one line."""
        return f"{self.role}: {self.why}" if self.used else f"ikke brugt: {self.why}"


def danish(note: Note) -> str:
    """A note as the table has it, in Danish whatever language QGIS speaks."""
    return plain_spaces(filled(note.danish or note.template, note.values, danish=True))


def entries(
    layers: Sequence[Layer],
    choice: Choice,
    written: Mapping[int, int],
    unreadable: Sequence[tuple[str, str, str]] = (),
    others: Mapping[str, int] | None = None,
) -> list[Entry]:
    """The whole table: what is used first, by file, then what is not, what cannot be read, and what is no data.

    `written` is layer → rows that were taken from it; of the `unreadable` each is file, date and the reason; `others`
    is ending → number of files.
    """
    found = [_entry(place, layers[place], choice, written.get(place)) for place in range(len(layers))]
    found.sort(key=lambda one: (not one.used, one.file, one.layer or ""))
    found += [Entry(file, None, None, None, None, False, why, date or None) for file, date, why in unreadable]
    for ending, count in sorted(Counter(others or {}).items()):
        named = f"*{ending} ({count})" if ending else f"uden endelse ({count})"
        found.append(Entry(named, None, None, None, None, False, NO_DATA, None))
    return found


def _entry(place: int, layer: Layer, choice: Choice, rows: int | None) -> Entry:
    verdict = choice.verdicts[place]
    is_theme = place in choice.themes
    used = place in choice.used
    note = choice.notes.get(place)
    if note is None and is_theme:
        note = theme(layer, choice.titles.get(place, ""))
    elif note is None and used:
        note = own(layer, str(verdict.role))
    return Entry(
        file=layer.file or layer.name,
        layer=layer.name,
        rows=layer.rows if rows is None else rows,
        role=THEME if is_theme else verdict.role,
        by=BY.get(verdict.by or "") if verdict.role is not None else None,
        used=used,
        why=NOTHING_KNOWN if note is None else danish(note),
        date=layer.date or None,
        title=choice.titles.get(place, "") if is_theme else "",
        doubtful=used and note is not None and note.warning,
    )


def missing(choice: Choice, asked: Sequence[str]) -> list[tuple[str, str]]:
    """Roles that nothing has, each with where its data are got (Danish)."""
    there = {*choice.roles, *choice.parts}
    return [(role, deliveries().got_at[role]) for role in asked if role not in there and role in deliveries().got_at]
