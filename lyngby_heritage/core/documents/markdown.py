r"""Reads the Markdown that the plan's templates are written in, as far as they use it.

Headings, paragraphs, those numbered 3.1, lists with - or *, > notices, tables, **bold**, *italic*, `code` (as plain
text), links (their text, and the address behind it), pictures on a line of their own, a backslash before a sign that is
meant as it stands, and three remarks, which a reader of Markdown does not see: `<!-- sideskift -->`,
`<!-- indholdsfortegnelse -->` and, above a table that a person fills in, `<!-- skema -->`. What stands in brackets,
with backslashes or without, is a blank for a person. Everything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..common.errors import Check, never_cancelled
from ..common.shapes import UNPRINTABLE
from .blocks import Block, Bullet, Contents, Heading, Notice, PageBreak, Paragraph, Picture, Span, Table, blanks, plain

PAGE_BREAK, CONTENTS, FORM = "<!-- sideskift -->", "<!-- indholdsfortegnelse -->", "<!-- skema -->"
LEVELS = 4
"""Of headings: the title and three below it."""
CHECKED_EVERY = 500
"""Lines read between two looks at whether the run was cancelled."""

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_BULLET = re.compile(r"(\s*)[-*+]\s+(.*)")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.)\s+(\S.*)", re.DOTALL)
_PICTURE = re.compile(r"!\[(.*)\]\(([^()\s]+)\)")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_MARKED = re.compile(r"[\\*`\[\]<\n]")
_TOKEN = re.compile(
    r"""\\(?P<sign>[!-/:-@[-`{-~])
    |`(?P<code>[^`\n]+)`
    |\[(?P<link>[^\[\]]*)\]\((?P<to>[^()\s]+)\)
    |<(?P<address>(?:https?|mailto):[^<>\s]+)>
    |(?P<stars>\*{1,3})
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_BREAK = re.compile(r"(?: {2,}|\\)\n")
# What neither XML nor a reader can take, beside what is unprintable everywhere.
_NO_LETTER = re.compile("[\x80-\x84\x86-\x9f\ufffe\uffff]")


def read_markdown(text: str, check: Check = never_cancelled) -> list[Block]:
    """The blocks of a document in their order. `check` raises Cancelled when the person has pressed Cancel."""
    seen = _NO_LETTER.sub("", UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return list(_Reader(seen.split("\n"), check).blocks())


def blanks_in(text: str) -> int:
    """How many places in brackets a person has to fill in or strike."""
    return blanks(read_markdown(text))


class _Reader:
    """The lines of a document, and how far they are read."""

    def __init__(self, lines: Sequence[str], check: Check) -> None:
        self.lines = lines
        self.at = 0
        self.check = check

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if self.at % CHECKED_EVERY == 0:
                self.check()
            heading = _HEADING.fullmatch(line)
            if not line.strip():
                self.at += 1
            elif line.strip() in (PAGE_BREAK, CONTENTS):
                self.at += 1
                yield PageBreak() if line.strip() == PAGE_BREAK else Contents()
            elif heading is not None:
                self.at += 1
                yield Heading(min(len(heading[1]), LEVELS), spans(heading[2]))
            elif line.strip() == FORM:
                self.at += 1
                if self.begins_table():
                    yield replace(self.table(), form=True)
            elif (picture := _PICTURE.fullmatch(line.strip())) is not None:
                self.at += 1
                yield Picture(picture[2], plain(spans(picture[1])))
            elif line.lstrip().startswith(">"):
                yield Notice(list(_Reader(self.quoted(), self.check).blocks()))
            elif self.begins_table():
                yield self.table()
            elif _BULLET.fullmatch(line):
                yield self.bullet()
            else:
                yield _paragraph(self.paragraph(line.lstrip()))

    def begins_table(self) -> bool:
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in self.lines[self.at] and "|" in below and _RULE.fullmatch(below) is not None

    def quoted(self) -> list[str]:
        inside = self.taken(lambda line: line.lstrip().startswith(">"))
        return [line.lstrip()[1:].removeprefix(" ") for line in inside]

    def table(self) -> Table:
        headings = _cells(self.lines[self.at])
        right = [one.endswith(":") and not one.startswith(":") for one in _cells(self.lines[self.at + 1])]
        self.at += 2
        rows = [_cells(line) for line in self.taken(lambda line: "|" in line)]
        wide = len(headings)
        return Table(
            [spans(cell) for cell in headings],
            [[spans(cell) for cell in [*row, *[""] * wide][:wide]] for row in rows],
            [*right, *[False] * wide][:wide],
        )

    def bullet(self) -> Bullet:
        found = _BULLET.fullmatch(self.lines[self.at])
        indent, first = (found[1], found[2]) if found else ("", "")
        return Bullet(spans(self.paragraph(first)), min(len(indent.expandtabs(4)) // 2, 2))

    def paragraph(self, first: str) -> str:
        """The lines that go on without a blank one or the beginning of something else."""
        self.at += 1
        rest = self.taken(lambda line: not self.begins_another(line))
        return "\n".join([first, *(line.lstrip() for line in rest)]).rstrip()

    def begins_another(self, line: str) -> bool:
        stripped = line.strip()
        return (
            not stripped
            or stripped in (PAGE_BREAK, CONTENTS, FORM)
            or stripped.startswith(">")
            or _PICTURE.fullmatch(stripped) is not None
            or _HEADING.fullmatch(line) is not None
            or _BULLET.fullmatch(line) is not None
        )

    def taken(self, goes_on: Callable[[str], bool]) -> list[str]:
        start = self.at
        while self.at < len(self.lines) and goes_on(self.lines[self.at]):
            self.at += 1
            if self.at % CHECKED_EVERY == 0:
                self.check()
        return list(self.lines[start : self.at])


def _paragraph(text: str) -> Paragraph:
    numbered = _NUMBERED.fullmatch(text)
    return Paragraph(spans(numbered[2]), numbered[1]) if numbered else Paragraph(spans(text))


def _cells(line: str) -> list[str]:
    """The cells of a row; a bar behind a backslash belongs to a cell."""
    inner = line.strip().removeprefix("|")
    cells, start = [], 0
    for bar in _BAR.finditer(inner):
        cells.append(inner[start : bar.end() - 1].strip())
        start = bar.end()
    rest = inner[start:].strip()
    return [*cells, rest] if rest or not cells else cells


def spans(raw: str) -> list[Span]:
    r"""The text of a paragraph, a heading or a cell.

    >>> [(one.text, one.bold, one.blank) for one in spans(r"3 **\[m\]** \* 2")]
    [('3 ', False, 0), ('[m]', True, 1), (' * 2', False, 0)]
    """
    if not _MARKED.search(raw):
        return [Span(raw)] if raw else []
    lines = _BREAK.sub("\x00", raw).replace("\n", " ").replace("\x00", "\n")
    letters = _closed(list(_tokens(lines)))
    _mark_blanks(letters)
    return [
        Span("".join(one.sign for one in alike), *look) for look, alike in groupby(letters, key=lambda one: one.look)
    ]


@dataclass
class _Letter:
    sign: str
    bold: bool = False
    italic: bool = False
    blank: int = 0

    @property
    def look(self) -> tuple[bool, bool, int]:
        return self.bold, self.italic, self.blank


def _tokens(raw: str) -> Iterator[tuple[str, bool]]:
    """Texts in the order they come, and whether each is stars that may make what follows bold or italic."""
    for token in _TOKEN.finditer(raw):
        if token["stars"]:
            yield token["stars"], True
        elif token["link"] is not None:
            said, to = token["link"], token["to"]
            yield (to if said in to else f"{said} ({to})"), False
        else:
            yield token["sign"] or token["code"] or token["address"] or token["other"], False


def _closed(tokens: Sequence[tuple[str, bool]]) -> list[_Letter]:
    """The letters with bold and italic: stars work in pairs, and one without a partner stands as it is."""
    opened: dict[str, int] = {}
    begins: dict[int, bool] = {}
    for place, (text, stars) in enumerate(tokens):
        if not stars:
            continue
        before = tokens[place - 1][0] if place else " "
        after = tokens[place + 1][0] if place + 1 < len(tokens) else " "
        if text in opened and before.strip():
            begins[opened.pop(text)] = True
            begins[place] = False
        elif after.strip():
            opened[text] = place
    made: list[_Letter] = []
    bold = italic = False
    for place, (text, _) in enumerate(tokens):
        if place in begins:
            bold = begins[place] if len(text) > 1 else bold
            italic = begins[place] if len(text) != 2 else italic
        else:
            made += [_Letter(one, bold, italic) for one in text]
    return made


def _mark_blanks(letters: Sequence[_Letter]) -> None:
    """Number the letters of each pair of brackets; of pairs inside each other the outermost."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, letter in enumerate(letters):
        if letter.sign == "[":
            opened.append(place)
        elif letter.sign == "]" and opened:
            pairs.append((opened.pop(), place))
    number, after = 0, 0
    for start, end in sorted(pairs):
        if start >= after:
            number, after = number + 1, end + 1
            for one in letters[start:after]:
                one.blank = number
