"""CSV as a Danish Excel expects it at a double click: UTF-8 with BOM, semicolons, decimal comma, CRLF."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK
from .table import TEXT, Table, printable

BOM = "\ufeff"
_FORMULA = re.compile(r"^\s*[=+\-@]")
_LINE_END = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")


def csv_bytes(table: Table, check: Check = never_cancelled) -> bytes:
    """The table as the bytes of a CSV file. `check` raises Cancelled when the person has pressed Cancel."""
    return b"".join(csv_blocks(table, check))


def csv_blocks(table: Table, check: Check = never_cancelled) -> Iterator[bytes]:
    """The same, BLOCK rows at a time, for a table that is written as it is made."""
    text = io.StringIO(newline="")
    text.write(BOM)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(column.heading) for column in table.columns])
    kinds = [column.kind for column in table.columns]
    for number, row in enumerate(table.rows()):
        if number % BLOCK == 0:
            check()
            yield _taken(text)
        writer.writerow([_text(value) if kind == TEXT else _excel_number(value) for kind, value in zip(kinds, row)])
    yield _taken(text)


def _taken(text: io.StringIO) -> bytes:
    """What was written till now, which is no longer in the text."""
    told = text.getvalue().encode("utf-8")
    text.seek(0)
    text.truncate()
    return told


def _text(value: object) -> str:
    """A text on one line that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe goes before."""
    text = _LINE_END.sub(" ", printable(value))
    return f"'{text}" if _FORMULA.match(text) else text


def _excel_number(value: Any) -> str:
    """A number as Excel reads it, every decimal of it and no dots; what people read is in `common.wording`."""
    return "" if value is None else str(value).replace(".", ",")
