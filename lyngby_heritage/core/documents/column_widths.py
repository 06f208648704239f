"""How wide the columns of a table are in a text: each has room for its longest word, the rest goes to what is long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from ..common.wording import NBSP, plain_spaces, tied
from .blocks import Table, Text, plain
from .hyphens import SOFT, with_soft_hyphens

LETTER = 105
"""Twentieths of a point that a letter takes up in the small type of a table."""
PADDING = 220
"""Of the cell's two sides."""
BOLDER = 1.15
"""How much wider the letters of a heading are, which is bold."""
LONGEST_WORDS = (18, 16, 14, 12)
"""Letters that a word may have without being broken: fewer where the table is crowded."""
CROWDED = 0.8
"""Share of the width that the longest words may take up."""
LETTERS = re.compile(rf"(?<![\w.])(?:[^\W\d_]|{SOFT})+(?![\w.]*_|\.\w)")
"""Words of letters alone: a file's name may be broken anywhere."""
BREAKING = re.compile(rf"([^\S{NBSP}]+)")
"""What a line may be broken at."""
LONGEST_TEXT = 200
"""Letters: a longer text makes its column no wider."""
SHORT = 24
"""Letters of a text that should stand on one line: an address without its number at the end is misread."""
FORM = 0.42
"""Share of the width that a person has to write in."""
USUAL = 0.95
"""Share of a column's texts that say how much it holds: one long text among thousands does not."""


def column_widths(table: Table, width: int) -> list[int]:
    """The width of each column in twentieths of a point; together `width`, or less for a table of short texts.

    The last column of a table that a person fills in has all that the others leave, and at least FORM of the width.
    """
    if table.form:
        told = Table(table.headings[:-1], [row[:-1] for row in table.rows], table.right[:-1])
        beside = column_widths(told, round((1 - FORM) * width))
        return [*beside, width - sum(beside)]
    columns: Sequence[Sequence[Text]] = list(zip(table.headings, *table.rows))
    texts = [[plain(cell) for cell in column] for column in columns]
    least = _least(texts, width)
    full = [max(low, LETTER * max(map(len, column)) + PADDING) for low, column in zip(least, texts)]
    if sum(full) <= width:
        return full
    if sum(least) >= width:
        return _shared(width, least)
    least = _on_one_line(least, full, width - sum(least))
    usual = [LETTER * _usual_length(column) + PADDING for column in texts]
    more = _shared(width - sum(least), [max(one - low, 1) for one, low in zip(usual, least)])
    return [low + one for low, one in zip(least, more)]


def _on_one_line(least: Sequence[int], full: Sequence[int], left: int) -> list[int]:
    """Widths in which short texts, such as an address or a day, stand on one line: those that lack least come first.

    Half of what is `left` is kept for the long texts.
    """
    widths, room = list(least), left // 2
    for place in sorted(range(len(full)), key=lambda one: full[one] - least[one]):
        lacking = full[place] - least[place]
        if full[place] <= LETTER * SHORT + PADDING and lacking <= room:
            widths[place] += lacking
            room -= lacking
    return widths


def letters_in(width: int) -> int:
    """How many letters a word may have in a column of this width without being broken."""
    return (width - PADDING) // LETTER


def tied_within(text: str, letters: int) -> str:
    r"""The text with its numbers tied (`tied`), but for those that would be broken in a column of so many letters.

    >>> tied_within("Matr.nr. 7000a og § 17", 14), tied_within("Matr.nr. 7000a og § 17", 12)
    ('Matr.nr.\xa07000a og §\xa017', 'Matr.nr. 7000a og §\xa017')
    """
    return "".join(plain_spaces(part) if len(part) > letters else part for part in BREAKING.split(tied(text)))


def _least(texts: Sequence[Sequence[str]], width: int) -> list[int]:
    """Room for the longest word of each column; in a crowded table the longest words are broken."""
    # The heading is the first of a column.
    words = [max(_bold(_longest_word(column[0])), *map(_longest_word, column)) for column in texts]
    # A word without a joint, where a hyphen could stand, is not broken for the sake of its length alone.
    whole = [max(map(_longest_whole, column)) for column in texts]
    for longest in LONGEST_WORDS:
        least = [LETTER * min(word, max(longest, part)) + PADDING for word, part in zip(words, whole)]
        if sum(least) <= CROWDED * width:
            break
    return least


def _bold(letters: int) -> int:
    return max(letters + 1, ceil(BOLDER * letters))


def _longest_word(text: str) -> int:
    """Letters of its longest word, with the number that is tied to it: "Matr.nr. 7000a" is one."""
    return max(map(len, _words(text)), default=0)


def _longest_whole(text: str) -> int:
    """Letters of its longest word without a joint, or of a number with what it is tied to."""
    words = LETTERS.findall(with_soft_hyphens(text, 0))
    parts = [*(word for word in words if SOFT not in word), *(word for word in _words(text) if NBSP in word)]
    return max(map(len, parts), default=0)


def _words(text: str) -> list[str]:
    """What no line is broken within, as the document is written (`tied`)."""
    return [part for part in BREAKING.split(tied(text)) if part.strip()]


def _usual_length(texts: Sequence[str]) -> int:
    lengths = sorted(map(len, texts))
    return min(lengths[ceil(USUAL * (len(lengths) - 1))], LONGEST_TEXT)


def _shared(whole: int, shares: Sequence[int]) -> list[int]:
    """Whole numbers in the proportion of the shares that together are the whole."""
    total = sum(shares)
    marks = [0]
    for one in shares:
        marks.append(marks[-1] + one)
    cuts = [whole * one // total for one in marks]
    return [after - before for before, after in zip(cuts, cuts[1:])]
