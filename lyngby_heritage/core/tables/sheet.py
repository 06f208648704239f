"""One sheet of a workbook: its columns as wide and its rows as high as what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..common.errors import Check
from .fitting import DIGIT, LARGE_DIGIT, LINE, Measure, column_width, room, row_height, row_heights, width_for
from .pages import page_setup
from .table import AREA, DATE, DECIMAL, TEXT, Column, Imprint, Table, printable
from .workbook_styles import HEADINGS, LONG_FROM, LONG_TEXT, SAID, STYLES, UPRIGHT

CHECKED_EVERY = 2_000
"""Rows written between two looks at whether the run was cancelled."""
LONGEST_TEXT = 32_767
"""Characters in a cell; Excel refuses a file with more."""
DAY_0, FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
"""Excel counts days from the one, and takes 1900 for a leap year: before the other its days are not ours."""

_NARROWEST, _BOLD, _FILTER, _INDENT = 5.0, 1.07, 2.0, 1.5
"""The least width of a column; what bold letters take beside others; what the filter's sign covers of a heading; what
stands beside a number."""


@dataclass(frozen=True)
class _Place:
    """A column in the sheet: its letter, its width, and whether its heading stands on end."""

    letter: str
    width: float
    upright: bool


def sheet_xml(table: Table, imprint: Imprint, number_of: Callable[[str], int], first: bool, check: Check) -> str:
    """The sheet, without the line that says it is XML. `number_of` keeps a text and says under which number."""
    measure = Measure()
    texts = [_texts(column.kind, values) for column, values in zip(table.columns, table.values)]
    places = [
        _place(position, column, shown, measure) for position, (column, shown) in enumerate(zip(table.columns, texts))
    ]
    heading = "".join(
        f'<c r="{place.letter}1" s="{UPRIGHT if place.upright else HEADINGS[column.kind]}" t="s">'
        f"<v>{number_of(column.heading)}</v></c>"
        for place, column in zip(places, table.columns)
    )
    rows = [f'<row r="1" ht="{_heading_height(table.columns, places, measure)}" customHeight="1">{heading}</row>']
    # A row is as high as what prints: a long text beside it would leave most of every page white.
    wrapped = [place for place, column in enumerate(table.columns) if column.kind == TEXT and column.prints]
    check()
    heights = row_heights([texts[one] for one in wrapped], [places[one].width for one in wrapped], measure)
    heights = heights or [row_height(1)] * len(table)
    cells = [
        _cells(place.letter, column.kind, values, shown, number_of)
        for place, column, values, shown in zip(places, table.columns, table.values, texts)
    ]
    for number, (height, row) in enumerate(zip(heights, zip(*cells)), start=2):
        if number % CHECKED_EVERY == 0:
            check()
        rows.append(f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(row)}</row>')
    if not len(table) and table.nothing:
        said = f'<c r="A2" s="{SAID}" t="s"><v>{number_of(table.nothing)}</v></c>'
        rows.append(f'<row r="2" ht="{row_height(1):g}" customHeight="1">{said}</row>')
    last = f"{places[-1].letter}{len(table) + 1}"
    used = f"{places[-1].letter}{len(rows)}"
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{one.width:g}" customWidth="1"/>'
        for number, one in enumerate(places, start=1)
    )
    return (
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{used}"/>{_view(table.kept, first)}'
        f'<sheetFormatPr defaultRowHeight="{row_height(1):g}"/>'
        f'<cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData><autoFilter ref="A1:{last}"/>'
        f"{page_setup(table, imprint)}"
    )


def _view(kept: int, first: bool) -> str:
    """What stays in sight: the heading, and the first columns."""
    selected = ' tabSelected="1"' if first else ""
    across = f'xSplit="{kept}" ' if kept else ""
    pane = "bottomRight" if kept else "bottomLeft"
    return (
        f'<sheetViews><sheetView{selected} workbookViewId="0"><pane {across}ySplit="1" '
        f'topLeftCell="{letters(kept)}2" activePane="{pane}" state="frozen"/></sheetView></sheetViews>'
    )


def _place(position: int, column: Column, shown: Sequence[str], measure: Measure) -> _Place:
    """How wide a column becomes. Its heading stands on end where its longest word is wider than the column may be."""
    word = width_for(_longest_word(column.heading, measure))
    if column.kind == TEXT:
        width = column_width(dict.fromkeys(shown), max(_NARROWEST, column.least), column.width, measure)
    else:  # a number that does not fit is shown as signs
        width = max(width_for(max(map(measure.word, shown), default=0.0) + _INDENT), _NARROWEST)
        word += _INDENT if column.kind in (AREA, DECIMAL) else 0.0
    upright = word > max(width, column.width)
    return _Place(letters(position), width if upright else max(width, word), upright)


def _longest_word(heading: str, measure: Measure) -> float:
    return max(map(measure.word, heading.split())) * _BOLD if heading.split() else 0.0


def _heading_height(columns: Sequence[Column], places: Sequence[_Place], measure: Measure) -> float:
    """Points of the heading: what its longest needs, in lines or on end."""
    needed = [row_height(2)]
    for column, place in zip(columns, places):
        if place.upright:
            needed.append(_upright_height(column.heading, place.width, measure))
        else:
            space = max(room(place.width) - _FILTER, room(place.width) / 2) / _BOLD
            needed.append(row_height(measure.lines(column.heading, space)))
    return round(max(needed), 1)


def _upright_height(heading: str, width: float, measure: Measure) -> float:
    """Points of a heading on end: its lines stand side by side, as many as the column has room for."""
    most = max(int(width * DIGIT / LINE), 1)
    length = _longest_word(heading, measure) / _BOLD
    while measure.lines(heading, length) > most:
        length += 1
    return length * _BOLD * LARGE_DIGIT + LINE


def _texts(kind: str, values: Sequence[Any]) -> list[str]:
    """What the cells of a column show, "" for one without a value."""
    if kind == TEXT:
        return [printable(value)[:LONGEST_TEXT] for value in values]
    return ["" if value is None or value != value else _number(kind, value) for value in values]  # NaN


def _number(kind: str, value: Any) -> str:
    if kind == DATE:
        return f"{value:%d-%m-%Y}"
    return f"{value:,.0f}" if kind == AREA else f"{value:,.2f}" if kind == DECIMAL else f"{value}"


def _cells(
    letter: str, kind: str, values: Sequence[Any], shown: Sequence[str], number_of: Callable[[str], int]
) -> list[str]:
    """The cells of a column, from its second row on; an empty one has its look alone."""
    style = STYLES[kind]
    cells = []
    for row, (value, text) in enumerate(zip(values, shown), start=2):
        if text == "":
            cells.append(f'<c r="{letter}{row}" s="{style}"/>')
        elif kind == TEXT or (kind == DATE and value < FIRST_DAY):
            look = style if len(text) < LONG_FROM else LONG_TEXT
            cells.append(f'<c r="{letter}{row}" s="{look}" t="s"><v>{number_of(text)}</v></c>')
        else:
            plain = (value - DAY_0).days if kind == DATE else value
            cells.append(f'<c r="{letter}{row}" s="{style}"><v>{plain}</v></c>')
    return cells


def letters(position: int) -> str:
    """The letters of a column: 0 → A, 25 → Z, 26 → AA."""
    found = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
