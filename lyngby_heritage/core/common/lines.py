"""Rows as a text of lines: what a tool answers with besides numbers, which a person reads in the log of `qgis_process`.

A list among the results is printed there as empty cells; a text is printed as it is, and the main job reads it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BETWEEN = "\t"


def as_lines(rows: Iterable[Sequence[object]]) -> str:
    r"""A line for each row, its cells apart by tabs; a tab or a line break inside a cell becomes a blank.

    >>> as_lines([("fejl", "bbr", 2), ("Støj", "", "")])
    'fejl\tbbr\t2\nStøj'
    """
    return "\n".join(BETWEEN.join(" ".join(str(cell).split()) for cell in row).rstrip(BETWEEN) for row in rows)


def rows_of(text: str, width: int) -> list[tuple[str, ...]]:
    r"""The rows of `as_lines`, `width` cells each, "" for those that were empty.

    >>> rows_of("fejl\tbbr\t2\nStøj", 3)
    [('fejl', 'bbr', '2'), ('Støj', '', '')]
    """
    rows = [line.split(BETWEEN) for line in text.splitlines()]
    return [tuple(row + [""] * (width - len(row))) for row in rows]
