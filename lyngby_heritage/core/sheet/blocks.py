"""What a sheet is made of: sections of texts and lists, each of which says what may go where room is short."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ..plan.card_line import Line

KEPT = 0
"""The `drop` of what is never left out."""


@dataclass(frozen=True)
class Part:
    """A piece of a section: one kind of content, the others empty."""

    text: str = ""
    strong: bool = False
    """Whether the text is a heading of its own within the section."""
    link: str = ""
    """An address of the web behind the text, "" for none."""
    lines: tuple[Line, ...] = ()
    """A list."""
    drop: int = KEPT
    """The step at which it goes where a sheet is too long for its pages, 1 first; KEPT for never."""
    instead: str = ""
    """What then stands in its place, "" for nothing."""


@dataclass(frozen=True)
class Section:
    """A section under its heading."""

    key: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Sheet:
    """A property's sheet, in Danish."""

    title: str
    """What the property is called."""
    about: str
    """Parcels and BFE number; "" where they are left out."""
    plan: str
    """The plan's title with its number."""
    state: str
    """How far the plan is, for each page."""
    sections: tuple[Section, ...]
    footer: str
    map_text: str
    """What the map shows, for whoever does not see it; "" where there is none."""
    map_lines: str = ""
    """What the lines on the map mean that are no building's."""

    def section(self, key: str) -> Section | None:
        """The section of this key, None where there is none."""
        return next((one for one in self.sections if one.key == key), None)

    def text(self) -> str:
        """The whole sheet as plain text."""
        said = [self.title, self.about, self.plan, self.state]
        for section in self.sections:
            said += ["", section.title]
            for part in section.parts:
                said += [*filter(None, (part.text, part.link)), *map(str, part.lines)]
        return "\n".join([*said, "", self.footer])


def abridged(sheet: Sheet, left_out: Collection[int]) -> Sheet:
    """The sheet without what goes at these steps; what stands instead of several parts stands once.

    >>> one = Section("a", "A", (Part("x"), Part("y", drop=1, instead="…"), Part("z", drop=1, instead="…")))
    >>> [part.text for part in abridged(Sheet("", "", "", "", (one,), "", ""), {1}).sections[0].parts]
    ['x', '…']
    """
    sections = [replace(one, parts=tuple(_kept(one.parts, left_out))) for one in sheet.sections]
    return replace(sheet, sections=tuple(one for one in sections if one.parts))


def steps_of(sheet: Sheet) -> list[int]:
    """The steps at which something of the sheet goes, in their order."""
    return sorted({part.drop for one in sheet.sections for part in one.parts} - {KEPT})


def _kept(parts: Sequence[Part], left_out: Collection[int]) -> Iterator[Part]:
    said: set[str] = set()
    for part in parts:
        if part.drop not in left_out:
            yield part
        elif part.instead and part.instead not in said:
            said.add(part.instead)
            yield Part(part.instead)
