"""What stands in a cell of a table, as a person reads it: text without blanks round it, ids without decimals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def cell_text(value: Any) -> str | None:
    """A value as text; None where nothing stands (null, NaN, blanks)."""
    if value is None or (isinstance(value, float) and value != value):
        return None
    return str(value).strip() or None


def cell_id(value: Any) -> str | None:
    """An id or a code as text: 12.0 is 12, for numbers read from spreadsheets come as decimals; None as above."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return cell_text(value)


def written_rows(columns: Iterable[Sequence[Any] | None]) -> list[int]:
    """The positions of the rows in which anything stands at all.

    Excel keeps rows that were once written in or coloured, by the hundred thousand.
    """
    there = [column for column in columns if column is not None]
    return [row for row, cells in enumerate(zip(*there)) if any(cell_text(one) for one in cells)]
