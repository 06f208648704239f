"""Tables as text: CSV and the array of records that Datafordeleren calls JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...core.common.errors import Check

BATCH = 5_000
"""Rows written between two looks at whether the run was cancelled."""
EXCEL = ";"
"""The separator with which a CSV is one that Danish Excel writes: with a mark at its start that says UTF-8."""


def write_csv(path: Path, table: Any, separator: str, check: Check) -> None:
    """One heading row, then the rows; what is missing is empty, yes and no are true and false."""
    excel = separator == EXCEL
    with open(path, "w", encoding="utf-8-sig" if excel else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\r\n" if excel else "\n")
        writer.writerow(table.columns)
        _in_batches(
            _rows(table), lambda rows: writer.writerows([[_cell(value) for value in row] for row in rows]), check
        )


def write_json(path: Path, table: Any, check: Check) -> None:
    """One array of records, a record to a line."""
    names = list(table.columns)
    first = True

    with open(path, "w", encoding="utf-8", newline="") as file:

        def write(rows: Sequence[tuple[Any, ...]]) -> None:
            nonlocal first
            for row in rows:
                file.write("[" if first else ",\n")
                first = False
                file.write(json.dumps(dict(zip(names, row)), ensure_ascii=False))

        _in_batches(_rows(table), write, check)
        file.write("[]\n" if first else "]\n")


def _rows(table: Any) -> Iterator[tuple[Any, ...]]:
    """The rows as Python's own values, None for what is missing."""
    return zip(*(column.tolist() for column in table.columns.values()))


def _in_batches(
    rows: Iterator[tuple[Any, ...]], write: Callable[[Sequence[tuple[Any, ...]]], Any], check: Check
) -> None:
    while batch := list(islice(rows, BATCH)):
        check()
        write(batch)


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value
