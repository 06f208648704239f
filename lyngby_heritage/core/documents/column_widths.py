"""How wide the columns of a table are in a text: each has room for its longest word, the rest goes to what is long."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Table, Text, plain

LETTER = 110
"""Twentieths of a point that a letter takes up in the small type of a table."""
PADDING = 220
"""Of the cell's two sides."""
LONGEST_WORD, LONGEST_TEXT = 24, 60
"""Letters that count: a longer word is broken, a longer text goes on in the next line."""


def column_widths(table: Table, width: int) -> list[int]:
    """The width of each column in twentieths of a point; together `width`, or less for a table of short texts."""
    columns: Sequence[Sequence[Text]] = list(zip(table.headings, *table.rows))
    texts = [[plain(cell) for cell in column] for column in columns]
    # The heading, the first of a column, is bold, and so wider.
    words = [min(max(_longest_word(column[0]) + 1, *map(_longest_word, column)), LONGEST_WORD) for column in texts]
    wanted = [min(max(map(len, column)), LONGEST_TEXT) for column in texts]
    least = [LETTER * one + PADDING for one in words]
    full = [LETTER * max(one, word) + PADDING for one, word in zip(wanted, words)]
    if sum(full) <= width:
        return full
    if sum(least) >= width:
        return _shared(width, least)
    spare = width - sum(least)
    more = _shared(spare, [one - low for one, low in zip(full, least)])
    return [low + one for low, one in zip(least, more)]


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _shared(whole: int, shares: Sequence[int]) -> list[int]:
    """Whole numbers in the proportion of the shares that together are the whole."""
    total = sum(shares)
    marks = [0]
    for one in shares:
        marks.append(marks[-1] + one)
    cuts = [whole * one // total for one in marks]
    return [after - before for before, after in zip(cuts, cuts[1:])]
