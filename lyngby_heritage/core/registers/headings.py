"""Which row of a table names its fields: people write a title above it, and some programs see no heading at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .aliases import is_known_name, plain
from .deliveries import deliveries

LOOKED_AT = 20
"""Rows at the front of a table among which the heading is looked for."""
ENOUGH = 2
"""Names of fields from which a row is a heading, and no row of data that happens to hold one."""


def is_heading(cells: Iterable[Any]) -> bool:
    """Whether these cells, or names of fields, are a heading: enough of them are names that registers know.

    >>> is_heading(["bygning_id", "beslutning", "note"]), is_heading(["Beslutninger 2026", None, None])
    (True, False)
    """
    known = {plain(one) for one in cells if isinstance(one, str) and _is_name(one.strip())}
    return len(known) >= ENOUGH


def heading_row(rows: Iterable[Sequence[Any]]) -> int | None:
    """The position of the first row that is a heading, among the first of a table; None where none is."""
    for position, cells in enumerate(rows):
        if position == LOOKED_AT:
            return None
        if is_heading(cells):
            return position
    return None


def names_in(cells: Sequence[Any], otherwise: Sequence[str]) -> list[str]:
    """The names in a heading, each once; a column without one, or with one that was, keeps what it was called."""
    names: list[str] = []
    for cell, called in zip(cells, otherwise):
        name = cell.strip() if isinstance(cell, str) else ""
        taken = {one.lower() for one in names}
        names.append(name if name and name.lower() not in taken else called)
    return names


def _is_name(text: str) -> bool:
    return bool(text) and (is_known_name(text) or plain(text) in deliveries().field_names)
