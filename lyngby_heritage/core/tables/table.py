"""A table with Danish headings and typed columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

TEXT, WHOLE, AREA, DECIMAL, DATE = "text", "whole", "area", "decimal", "date"
"""Kinds of columns: text; whole numbers as they are (a year, a SAVE value); m² with dots between the thousands; numbers
with decimals; days (`datetime.date`)."""

# Control characters and letters without a partner: neither XML nor a spreadsheet can hold them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it holds, and how wide it may become in a workbook, in characters."""

    heading: str
    kind: str = TEXT
    width: int = 14
    prints: bool = True
    """Whether it is on paper too; one that is not stands to the right of the others (`Table.paper_first`)."""
    least: int = 0
    """How wide it is at least: of one that a person fills in."""


@dataclass(frozen=True)
class Table:
    """A titled table; `values` holds one sequence per column, None where nothing is known."""

    title: str
    columns: Sequence[Column]
    values: Sequence[Sequence[Any]]
    kept: int = 0
    """The first columns that stay in sight on the screen while the others are scrolled."""
    nothing: str = ""
    """What a workbook says in place of the rows where there is none."""
    note: str = ""
    """What a reader must know of it all: a workbook says it on a sheet of its own, and on the first page."""

    def __len__(self) -> int:
        return len(self.values[0]) if self.values else 0

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The values row by row."""
        return zip(*self.values)

    def paper_first(self) -> Table:
        """The same with the columns that print before those that do not: what is printed is one block.

        A column in which nothing stands does not print, unless a person fills it in, or no column has anything.
        """
        columns = [
            replace(one, prints=one.prints and (place < self.kept or one.least > 0 or self._told(place)))
            for place, one in enumerate(self.columns)
        ]
        order = sorted(range(len(columns)), key=lambda place: not columns[place].prints)
        return replace(self, columns=[columns[one] for one in order], values=[self.values[one] for one in order])

    def _told(self, place: int) -> bool:
        """Whether anything stands in a column; of a table without rows all do, for their headings say what it is."""
        return not len(self) or any(one is not None and one != "" for one in self.values[place])

    @property
    def printed(self) -> int:
        """How many columns print."""
        return sum(one.prints for one in self.columns)


@dataclass(frozen=True)
class Imprint:
    """What stands on each page of a workbook beside its tables, and in the file's properties."""

    title: str = ""
    """What the tables belong to, such as the name of the plan."""
    state: str = ""
    """How far that is: a sentence or two."""
    made: date | None = None
    """The day that it was made; also the file's own time, for the same tables give the same bytes."""
    author: str = ""
    """Whose it is: an authority, never the person at the keyboard."""


def printable(value: object) -> str:
    """A value as text that every format can hold, "" for none."""
    return "" if value is None else _UNPRINTABLE.sub("\ufffd", str(value)).strip()
