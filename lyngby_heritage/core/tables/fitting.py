"""How wide a column and how high a row must be for the whole text to show, in Excel and in LibreOffice.

Neither is asked: Excel fits a row when a person edits it, and a file that was never open there shows what it says. What
a letter takes is told in widths of a digit, as widths of columns are; so told, the common fonts differ by some percent
only (Calibri, Arial and DejaVu Sans were measured), and it does not matter which of them a machine has.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

LINE, AROUND_LINES = 12.75, 3.25
"""Points of a line of 10 points, and what a row takes beside its lines."""
DIGIT, LARGE_DIGIT = 5.25, 6.4
"""Points of a digit of 10 points: in the column of a sheet in Excel, and in the widest font that an office may fall
back on (DejaVu Sans). A text on end has points for its length, and no column that is wider where the font is."""
HIGHEST = 409.0
"""Points of a row; Excel knows none above 409.5."""
WIDEST = 255
"""Characters in the width of a column that Excel takes."""
BESIDE_TEXT = 1.0
"""What a column takes beside its text, in digits: five pixels, and some for rounding."""
SURE = 0.93
"""The share of a column that text is reckoned to have: Excel counts a digit in whole pixels of the screen, so that on
paper a column of Arial 10 has a twentieth less room than its width says."""

_OTHER_LETTER, _WIDE_LETTER = 1.2, 2.1
_WIDE_FROM = "\u1100"
"""From here on most letters are those of scripts with square signs."""
_WIDTHS: dict[str, float] = {}
"""What a letter takes in the fonts measured, in digits."""
for _letters, _width in (
    ("ijlI'|", 0.46),
    (" \u00a0.,·ft", 0.54),
    ("-:;()[]r!²", 0.65),
    ('/\\"*', 0.7),
    ("cksvxyz", 0.91),
    ("aebdghnopquåéèøöüJL0123456789–§_$?", 1.0),
    ("FTZ+=<>−", 1.1),
    ("ABEKPSVXYÅÄ", 1.2),
    ("CDHNRUÜw&", 1.3),
    ("GOQØÖ", 1.4),
    ("mMæ½¼¾%@", 1.55),
    ("WÆ…", 1.8),
):
    _WIDTHS.update(dict.fromkeys(_letters, _width))


def text_width(text: str) -> float:
    """What a text takes on one line, in widths of a digit.

    >>> text_width("1937"), text_width("il")
    (4.0, 0.92)
    """
    return sum(_WIDTHS.get(one) or (_OTHER_LETTER if one < _WIDE_FROM else _WIDE_LETTER) for one in text)


class Measure:
    """Measures texts; words come again and again, so what each takes is kept."""

    def __init__(self) -> None:
        self._words: dict[str, float] = {}

    def word(self, word: str) -> float:
        """What a word takes, in widths of a digit."""
        width = self._words.get(word)
        if width is None:
            width = self._words[word] = text_width(word)
        return width

    def longest_line(self, text: str) -> float:
        """What the longest of a text's own lines takes, in widths of a digit."""
        space = self.word(" ")
        return max(sum(self.word(one) + space for one in line.split(" ")) - space for line in text.split("\n"))

    def lines(self, text: str, room: float) -> int:
        """The lines of a text in so much room (digits), broken at spaces, and within a word that is longer."""
        space, count = self.word(" "), 0
        for line in text.split("\n"):
            count += 1
            used = 0.0
            for word in line.split(" "):
                width = self.word(word)
                if used and used + space + width > room:
                    count += 1
                    used = 0.0
                else:
                    used += space if used else 0.0
                if width > room:
                    more = math.ceil(width / room) - 1
                    count += more
                    width -= more * room
                used += width
        return count


def room(width: float) -> float:
    """The room for text in a column of a width (characters), in widths of a digit."""
    return max((width - BESIDE_TEXT) * SURE, 1.0)


def width_for(text: float) -> float:
    """The width of the column in which a text that takes so much stands on one line."""
    return math.ceil(text / SURE + BESIDE_TEXT)


def row_height(lines: int) -> float:
    """Points of a row of so many lines; never more than a row can have.

    >>> row_height(1), row_height(100)
    (16.0, 409.0)
    """
    return min(lines * LINE + AROUND_LINES, HIGHEST)


FOR_A_WORD = 1.5
"""How many times as wide as it should be a column may become for the sake of a long word."""
MOST_LINES = int((HIGHEST - AROUND_LINES) // LINE)
"""Lines that a row can show."""


def column_width(texts: Iterable[str], least: float, most: float, measure: Measure) -> float:
    """The width (characters) of a column of texts: as wide as the longest, at most `most`, if no word is longer.

    A text that would need more lines there than a row can show makes it wider still, as far as a column can be.
    """
    told = list(texts)
    longest = max(map(measure.longest_line, told), default=0.0)
    word = max((measure.word(one) for text in told for one in text.split()), default=0.0)
    width = min(max(width_for(longest), least), max(most, min(width_for(word), most * FOR_A_WORD)))
    if longest > room(width):
        # What could not be shown in the rows that there are is rare: most columns are never asked twice.
        many = [one for one in told if len(one) > room(width) * MOST_LINES / 2]
        while width < WIDEST and any(measure.lines(one, room(width)) > MOST_LINES for one in many):
            width = min(width * 1.25, WIDEST)
    return float(width)


def row_heights(columns: Sequence[Sequence[str]], widths: Sequence[float], measure: Measure) -> list[float]:
    """The height of each row in points: that of its longest cell. `columns` holds texts of the columns that wrap."""
    if not columns:
        return []
    counts = [1] * len(columns[0])
    for texts, width in zip(columns, widths):
        known: dict[str, int] = {}
        space = room(width)
        for row, text in enumerate(texts):
            lines = known.get(text)
            if lines is None:
                lines = known[text] = measure.lines(text, space)
            counts[row] = max(counts[row], lines)
    return [row_height(lines) for lines in counts]
