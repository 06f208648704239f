"""OIS's tables in XML: a head that says which table it is, and then its rows, each with a child for each column.

    <OIS_UDTRAEK>
      <UDTRAEK> <AF_TABEL>CO50200T</AF_TABEL> … </UDTRAEK>
      <CO50200T> <id_lokalId>…</id_lokalId> … </CO50200T>
      …

Written in ISO-8859-1, with the whole history (test data of DAWA's import from OIS). What else comes as rows, in other
elements or deeper or with attributes for columns, is read as well: a row is the element that is repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...core.common.errors import HeritageError
from . import head as heads
from .contents import BEGINNING, opened
from .head import FIRST_ROWS, Head
from .xml_parsing import DAMAGED, OwnEntities, encoding_of, local, own_entities, parse_beginning, parser, told_encoding

CHUNK = 1 << 18
"""Bytes parsed at once."""
SHORT = 16_384
"""Bytes in which a second row begins, as a rule."""
TABLE = "AF_TABEL"
"""The element that names the table."""
HEADER = "UDTRAEK"
NO_TABLES = {
    "qgis",
    "PAMDataset",
    "MD_Metadata",
    "metadata",
    "html",
    "svg",
    "kml",
    "rss",
    "feed",
    "Workbook",
    "project",
}
"""Outermost elements of files that are no tables."""
ANSWERS = {"ExceptionReport", "ServiceExceptionReport"}
"""Outermost elements of what a service answers when it has no data to give."""
SEVERAL = "; "
"""Stands between the values of a column that a row has several of."""

Path_ = tuple[str, ...]


@dataclass
class Shape:
    """Where the rows of a file of XML are."""

    row: Path_
    """The names of the elements from the outermost in."""
    table: str | None
    """What the file says its table is."""


@dataclass
class _Seen:
    """The elements of the beginning of a file."""

    stack: list[str] = field(default_factory=list)
    count: Counter[Path_] = field(default_factory=Counter)
    with_parts: dict[Path_, None] = field(default_factory=dict)
    """Those that have children or attributes, in the order in which they are met."""
    texts: dict[Path_, str] = field(default_factory=dict)
    """The first text of each."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.stack:
            self.with_parts.setdefault(tuple(self.stack))
        self.stack.append(local(name))
        here = tuple(self.stack)
        self.count[here] += 1
        if any(not one.startswith("xmlns") for one in attributes):
            self.with_parts.setdefault(here)

    def end(self, name: str) -> None:
        self.stack.pop()

    def text(self, data: str) -> None:
        if data.strip():
            self.texts.setdefault(tuple(self.stack), data.strip())

    def shape(self) -> Shape | None:
        """Where the rows are; None where nothing is a row."""
        table = next((text for path, text in self.texts.items() if path[-1] == TABLE), None)
        inner = [path for path in self.with_parts if len(path) > 1]
        named = next((path for path in inner if path[-1] == table), None)
        if named is not None:
            return Shape(named, table)
        inner = [path for path in inner if path[-1] != HEADER and HEADER not in path]
        if table is not None:  # of another name than the table; one row of the header's depth
            inner = [path for path in inner if len(path) == 2]
        repeated = [path for path in inner if self.count[path] > 1]
        found = min(repeated or inner, key=len, default=None)
        return None if found is None else Shape(found, table)


def peek(begin: bytes, file: str) -> Head | None:
    """The head of rows in XML; None where there are none. HeritageError for one that cannot be read."""
    seen, part = _look(begin, file)
    root = next(iter(seen.count), ("",))[0]
    if root in ANSWERS:
        said = " ".join(seen.texts.values())
        return Head(
            heads.OIS_XML,
            problem=HeritageError(
                "{file} holds no data, but the answer of a service that had none to give: {said}. Fetch it again.",
                file=file,
                said=said[:300],
            ),
        )
    if root in NO_TABLES:
        return None
    shape = seen.shape()
    encoding = told_encoding(begin)
    if shape is None:
        table = next((text for path, text in seen.texts.items() if path[-1] == TABLE), None)
        if table is None:
            return None
        return Head(heads.OIS_XML, table, geometry=heads.NONE, has_rows=False, encoding=encoding)
    rows = _Rows(shape.row)
    parse_beginning(rows.parser(encoding_of(begin)), part, file)
    first = rows.taken() or [rows.unfinished]
    fields = tuple(dict.fromkeys(name for row in first for name in row))
    if not fields:
        return None
    return Head(
        heads.OIS_XML,
        shape.table or shape.row[-1],
        fields,
        [{name: row.get(name) or None for name in row} for row in first[:FIRST_ROWS]],
        heads.NONE,
        has_rows=True,
        encoding=encoding,
    )


def batches(path: Path, member: str | None, size: int) -> Iterator[list[dict[str, str]]]:
    """The rows of a file, column → text. HeritageError where it is damaged, cut off or not to be trusted."""
    file = path.name if member is None else member
    with opened(path, member) as raw:
        begin = raw.read(BEGINNING)
        shape = _look(begin, file)[0].shape()
        if shape is None:
            return
        rows = _Rows(shape.row)
        parse = rows.parser(encoding_of(begin))
        block, count = begin, 0
        while True:
            try:
                parse.Parse(block, not block)
            except OwnEntities as error:
                raise own_entities(file) from error
            except DAMAGED as error:
                raise HeritageError(
                    "{file} is damaged or cut off after row {row} ({said}). Fetch it again.",
                    file=file,
                    row=count + len(rows.done),
                    said=str(error),
                ) from error
            if len(rows.done) >= size or not block:
                taken = rows.taken()
                count += len(taken)
                if taken:
                    yield taken
            if not block:
                return
            block = raw.read(CHUNK)


class _Rows:
    """Collects the rows of a file while it is parsed."""

    def __init__(self, row: Path_) -> None:
        self.row = row
        self.done: list[dict[str, str]] = []
        self.unfinished: dict[str, str] = {}

    def taken(self) -> list[dict[str, str]]:
        """The rows that are whole, once."""
        taken = self.done[:]
        self.done.clear()
        return taken

    def parser(self, encoding: str | None) -> Any:
        """A parser that fills `done`; its three functions are called for every element, so that they do little."""
        made = parser(encoding)
        depth_of_row, name_of_row, done = len(self.row), self.row[-1], self.done
        column_depth = depth_of_row + 1
        depth = 0
        row: dict[str, str] | None = None
        column = text = ""
        parts = False

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth, row, column, text, parts
            depth += 1
            if row is None:
                if depth == depth_of_row and local(name) == name_of_row:
                    row = self.unfinished = {local(key): value for key, value in attributes.items()}
            elif depth == column_depth:
                column, text, parts = name, "", False
            else:  # a column of parts: each is one
                column, text, parts = f"{column}_{local(name)}", "", True

        def end(name: str) -> None:
            nonlocal depth, row, column, text
            if row is not None:
                if depth == column_depth:
                    value = text.strip()
                    if value or not parts:
                        put(row, column, value)
                elif depth == depth_of_row:
                    done.append(row)
                    row, self.unfinished = None, {}
                else:
                    put(row, column, text.strip())
                    column, text = column[: -len(local(name)) - 1], ""
            depth -= 1

        def put(row: dict[str, str], column: str, value: str) -> None:
            key = local(column) if ":" in column else column
            earlier = row.get(key)
            row[key] = f"{earlier}{SEVERAL}{value}" if earlier and value else earlier or value

        def characters(data: str) -> None:
            nonlocal text
            text += data

        made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = start, end, characters
        return made


def _look(begin: bytes, file: str) -> tuple[_Seen, bytes]:
    """The elements of a beginning, and so much of it as was looked at: less where a table says where its rows are."""
    seen = _seen(begin[:SHORT], file)
    shape = seen.shape()
    if shape is not None and shape.table == shape.row[-1] and seen.count[shape.row] > 1:
        return seen, begin[:SHORT]
    return _seen(begin, file), begin


def _seen(begin: bytes, file: str) -> _Seen:
    seen = _Seen()
    made = parser(encoding_of(begin))
    made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = seen.start, seen.end, seen.text
    parse_beginning(made, begin, file, none_yet=lambda: not seen.count)
    return seen
