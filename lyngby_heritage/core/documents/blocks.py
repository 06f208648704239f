"""What a document is made of, whatever file it becomes: headings, paragraphs, lists, notices and tables of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Span:
    """Letters that look alike. A line break inside them is a new line of the same paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: int = 0
    """Stands in brackets, where a person fills something in or strikes it: which blank of the text, 0 for none."""


Text = Sequence[Span]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: Text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; one with a number, such as 3.1, hangs behind it."""

    text: Text
    number: str = ""


@dataclass(frozen=True)
class Bullet:
    """An entry of a list; level 0 is the outermost."""

    text: Text
    level: int = 0


@dataclass(frozen=True)
class Notice:
    """A box for whoever works with the document."""

    blocks: Sequence[Block]


@dataclass(frozen=True)
class Table:
    """A table whose heading row stands on every page; `right` says which columns are numbers."""

    headings: Sequence[Text]
    rows: Sequence[Sequence[Text]]
    right: Sequence[bool]
    form: bool = False
    """Is filled in by a person, on the screen or by hand: the last column and the rows have room for that."""


@dataclass(frozen=True)
class Picture:
    """A picture as wide as the text, and in words what it shows, for who does not see it."""

    name: str
    """Of the pictures that the document is made with."""
    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a page of its own."""


@dataclass(frozen=True)
class Contents:
    """The table of contents stands here."""


Block = Union[Heading, Paragraph, Bullet, Notice, Table, Picture, PageBreak, Contents]


def plain(text: Text) -> str:
    """The letters alone."""
    return "".join(span.text for span in text)


def blanks(blocks: Sequence[Block]) -> int:
    """How many places in brackets a person has to fill in or strike; the contents repeat a heading's, uncounted."""
    count = 0
    for block in blocks:
        if isinstance(block, Notice):
            count += blanks(block.blocks)
        elif isinstance(block, Table):
            count += sum(_blanks(cell) for row in (block.headings, *block.rows) for cell in row)
        elif isinstance(block, (Heading, Paragraph, Bullet)):
            count += _blanks(block.text)
    return count


def _blanks(text: Text) -> int:
    return len({span.blank for span in text if span.blank})
