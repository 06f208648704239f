"""How wide the columns of a table are in a text: each has room for its longest word, the rest goes to what is long."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Table, Text, plain

LETTER = 100
"""Twentieths of a point that a letter takes up in the small type of a table."""
PADDING = 180
"""Of the cell's two sides."""
LONGEST_WORD, LONGEST_TEXT = 24, 200
"""Letters that count: a longer word is broken, a longer text goes on in the next line."""
SHORTEST_WORD = 8
"""Letters below which no word is broken, however many the columns."""


def column_widths(table: Table, width: int) -> list[int]:
    """The width of each column in twentieths of a point; together `width`, or less for a table of short texts."""
    columns: Sequence[Sequence[Text]] = list(zip(table.headings, *table.rows))
    texts = [[plain(cell) for cell in column] for column in columns]
    # The heading, the first of a column, is bold, and so wider.
    longest = [max(_longest_word(column[0]) + 1, *map(_longest_word, column)) for column in texts]
    wanted = [min(max(map(len, column)), LONGEST_TEXT) for column in texts]
    # Where there is not room for every word, the longest of them are broken, and not some of each column.
    for most in range(LONGEST_WORD, SHORTEST_WORD - 1, -1):
        words = [min(one, most) for one in longest]
        least = [LETTER * one + PADDING for one in words]
        if sum(least) <= width:
            break
    full = [LETTER * max(one, word) + PADDING for one, word in zip(wanted, words)]
    if sum(full) <= width:
        return full
    if sum(least) >= width:  # more columns than there is room for
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
