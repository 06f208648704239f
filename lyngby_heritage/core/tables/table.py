"""A table with Danish headings and typed columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

TEXT, WHOLE, AREA, DECIMAL = "text", "whole", "area", "decimal"
"""Kinds of columns: text; whole numbers as they are (a year, a SAVE value); m² with dots between the thousands; numbers
with decimals."""

# Control characters and letters without a partner: neither XML nor a spreadsheet can hold them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it holds, and how wide it is in a workbook, in characters."""

    heading: str
    kind: str = TEXT
    width: int = 14


@dataclass(frozen=True)
class Table:
    """A titled table; `values` holds one sequence per column, None where nothing is known."""

    title: str
    columns: Sequence[Column]
    values: Sequence[Sequence[Any]]

    def __len__(self) -> int:
        return len(self.values[0]) if self.values else 0

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The values row by row."""
        return zip(*self.values)


def printable(value: object) -> str:
    """A value as text that every format can hold, "" for none."""
    return "" if value is None else _UNPRINTABLE.sub("\ufffd", str(value)).strip()
