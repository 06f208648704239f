"""Tables of delimited text: CSV, TSV and .txt, with what separates the cells, the heading and a column of WKT."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...core.common.errors import HeritageError, Note
from ...core.common.wording import Numbers
from ...core.registers.headings import heading_row
from . import head as heads
from .contents import as_text, encoding_of, opened
from .head import FIRST_ROWS, Head, is_place_name, is_wkt, wkt_kind

DELIMITERS = (",", ";", "\t", "|")
LOOKED_AT = 50
"""Rows by which the delimiter is told."""
LIKE_ROWS = 0.8
"""Share of the rows that have as many cells as the heading, in a table and no prose."""
LONGEST_CELL = 2**31 - 1
"""Signs: the outline of a municipality is longer than the 131,072 that Python takes by itself."""
_NUMBER = re.compile(r"^\s*[+-]?\d+([.,]\d+)*\s*$")
_PROSE = re.compile(r"[.!?:]\s")


@dataclass(frozen=True)
class Table:
    """How a delimited text is written."""

    delimiter: str
    fields: tuple[str, ...]
    headed: bool
    """Whether the first row names the fields."""
    place: int | None
    """The position of the column that holds the geometry in WKT."""
    above: int = 0
    """Rows above the heading, which are no part of the table."""

    @property
    def attributes(self) -> tuple[str, ...]:
        """The fields without the geometry."""
        return tuple(name for position, name in enumerate(self.fields) if position != self.place)


def peek(begin: bytes, whole: bool, must_be_table: bool = False) -> Head | None:
    """The head of a delimited text; None where it is none. `whole`: the bytes are all of the file.

    `must_be_table` is for endings that prose has too (.txt).
    """
    text, encoding = as_text(begin)
    read = _read(text, whole, must_be_table)
    if read is None:
        return None
    table, rows = read
    first = rows[:FIRST_ROWS]
    kind: str | None = heads.NONE
    place = None
    if table.place is not None:
        place = table.fields[table.place]
        values = [row[table.place] for row in rows if len(row) > table.place]
        kind = next((found for found in map(wkt_kind, values) if found), None)
    return Head(
        heads.CSV,
        fields=table.attributes,
        first_rows=[_named(table, row) for row in first],
        geometry=kind,
        has_rows=bool(rows),
        encoding=encoding,
        place_field=place,
        opens=not table.above and encoding != "utf-16" and not must_be_table,
    )


def table_of(begin: bytes, whole: bool) -> Table | None:
    """How a delimited text is written, by its beginning; None where it is no such text."""
    read = _read(as_text(begin)[0], whole, False)
    return read and read[0]


@dataclass
class Reading:
    """Reads the rows of a delimited text to its end, and holds what was odd in them."""

    path: Path
    member: str | None
    table: Table
    rows: int = 0
    uneven: list[int] = field(default_factory=list)
    """Rows, 1 the first below the heading, with another number of cells than the heading."""

    def batches(self, size: int) -> Iterator[list[list[str]]]:
        """The rows, as many cells each as there are fields. HeritageError where the text breaks off or is no text."""
        count = len(self.table.fields)
        with _long_cells(), opened(self.path, self.member) as raw:
            encoding = encoding_of(self.path, self.member)
            lines = io.TextIOWrapper(raw, encoding, errors="replace", newline="")
            reader = csv.reader(lines, delimiter=self.table.delimiter)
            try:
                filled = filter(None, reader)
                for _ in range(self.table.above + self.table.headed):
                    next(filled, None)
                batch = []
                for cells in reader:
                    if not cells:
                        continue
                    self.rows += 1
                    if len(cells) != count:
                        cells = self._evened(cells, count)
                    batch.append(cells)
                    if len(batch) == size:
                        yield batch
                        batch = []
                if batch:
                    yield batch
            except csv.Error as error:
                raise HeritageError(
                    "{file}: the text cannot be read after row {row} ({said}). Fetch it again.",
                    file=str(self.path if self.member is None else self.member),
                    row=self.rows,
                    said=str(error),
                ) from error

    def _evened(self, cells: list[str], count: int) -> list[str]:
        if len(cells) < count or any(cells[count:]):  # empty cells at the end are no more than a delimiter too many
            self.uneven.append(self.rows)
        return (cells + [""] * (count - len(cells)))[:count]

    def notes(self) -> list[Note]:
        """What to tell of the rows that were read."""
        if not self.uneven:
            return []
        return [
            Note(
                "{file}: {count:row has|rows have} more or fewer cells than the heading ({rows:row|rows}): is a "
                "text cut off, "
                "or does it hold the delimiter without quotes round it? Look into {count:=it|them}.",
                {
                    "file": self.path.name if self.member is None else self.member,
                    "count": len(self.uneven),
                    "rows": Numbers(self.uneven),
                },
                warning=True,
            )
        ]


@contextmanager
def _long_cells() -> Iterator[None]:
    """Cells of any length, for as long as a file is read: the limit is the whole process's."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _read(text: str, whole: bool, must_be_table: bool) -> tuple[Table, list[list[str]]] | None:
    """The table that a text begins as, and its first rows below the heading."""
    if "\x00" in text or not text.strip():
        return None
    rows_by = {one: _rows(text, one, whole) for one in DELIMITERS}
    above_by = {one: heading_row(rows) or 0 for one, rows in rows_by.items()}
    read = {one: rows[above_by[one] :] for one, rows in rows_by.items()}
    delimiter = max(read, key=lambda one: _likeness(read[one]))
    best = read[delimiter]
    if not best or not any(cell.strip() for cell in best[0]):
        return None
    if must_be_table and not _is_table(best):
        return None
    heading = best[0]
    headed = not any(_NUMBER.match(cell) or is_wkt(cell) for cell in heading)
    rows = best[1:] if headed else best
    while len(heading) > 1 and not heading[-1].strip() and all(len(row) < len(heading) or not row[-1] for row in rows):
        heading = heading[:-1]  # each line ends in a delimiter
    names = heading if headed else [""] * len(heading)
    fields = tuple(name.strip() or f"felt_{position}" for position, name in enumerate(names, 1))
    return Table(delimiter, fields, headed, _place(fields, rows), above_by[delimiter]), rows


def _rows(text: str, delimiter: str, whole: bool) -> list[list[str]]:
    """The first rows by a delimiter; the last is left out where the text may break off in it, if it is not the only."""
    rows: list[list[str]] = []
    with _long_cells():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            for row in reader:
                if row:
                    rows.append(row)
                if len(rows) > LOOKED_AT:
                    return rows
        except csv.Error:
            return rows
    return rows if whole or len(rows) <= 2 else rows[:-1]


def _likeness(rows: Sequence[Sequence[str]]) -> tuple[bool, float, int]:
    """How much like a table rows are: more than a column, rows as long as the heading, many columns."""
    if not rows:
        return False, 0.0, 0
    columns = len(rows[0])
    alike = Counter(len(row) for row in rows)[columns] / len(rows)
    return columns > 1, round(alike, 1), columns


def _is_table(rows: list[list[str]]) -> bool:
    """Whether rows are a table and no prose with a comma here and there."""
    several, alike, _ = _likeness(rows)
    return several and alike >= LIKE_ROWS and len(rows) > 1 and not any(_PROSE.search(cell) for cell in rows[0])


def _place(fields: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column that is called as a geometry is and holds nothing but WKT, or nothing at all."""
    for position, name in enumerate(fields):
        values = [row[position] for row in rows if len(row) > position and row[position].strip()]
        if is_place_name(name) and all(map(is_wkt, values)):
            return position
    return None


def _named(table: Table, row: Sequence[str]) -> dict[str, Any]:
    """The cells by field, None where nothing stands, without the geometry."""
    return {
        name: value.strip() or None
        for position, (name, value) in enumerate(zip(table.fields, row))
        if position != table.place
    }
