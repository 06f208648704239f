"""Charts as inline SVG: no script, no library, text stays text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from ..common.wording import NBSP, decimal, number, quantity, share

# A legible grey on white (7:1) for axes' words, and a faint one for grid lines, which carry no meaning of their own.
INK = "#23201c"
MUTED = "#5c564d"
GRID = "#e3ded5"


def threshold(value: float, unit: str) -> str:
    """A threshold as people say it: a share in percent, a number of years in years."""
    return share(value, 1) if unit == "percent" else quantity(value, "år")


@dataclass(frozen=True)
class Paint:
    """How a class is drawn: colour and pattern together, so that neither is needed alone."""

    fill: str
    outline: str
    pattern: str = "solid"

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Paint:
        """Of a class as the data files describe it; one without a pattern is solid."""
        return cls(described["fill"], described["outline"], described.get("pattern", "solid"))


@dataclass(frozen=True)
class Column:
    """One column of a column chart."""

    label: str
    value: int
    paint: Paint


@dataclass(frozen=True)
class Part:
    """One part of a stacked bar."""

    name: str
    value: int
    paint: Paint


@dataclass(frozen=True)
class Row:
    """One stacked bar, with what stands above it."""

    label: str
    parts: tuple[Part, ...]
    marked: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a line chart."""

    name: str
    values: tuple[float, ...]
    colour: str
    dashed: bool = False


def ticks(largest: float, most: int = 5) -> list[int]:
    """Round whole numbers from 0 to at least `largest`, at most `most` steps apart."""
    if largest <= 0:
        return [0, 1]
    step = 1
    while largest > step * most:
        lead = int(str(step)[0])
        step = step * 5 // 2 if lead == 2 else step * 2
    return [step * i for i in range(math.ceil(largest / step) + 1)]


def _xy(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(
    x: float, y: float, text: str, *, anchor: str = "middle", size: float = 12, colour: str = INK, bold: bool = False
) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{_xy(x)}" y="{_xy(y)}" text-anchor="{anchor}" font-size="{_xy(size)}" fill="{colour}"{weight}>'
        f"{escape(text)}</text>"
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{_xy(x1)}" y1="{_xy(y1)}" x2="{_xy(x2)}" y2="{_xy(y2)}" '
        f'stroke="{colour}" stroke-width="{_xy(width)}"{dashes}/>'
    )


def _svg(key: str, title: str, width: float, height: float, body: str) -> str:
    return (
        f'<svg class="chart" role="img" aria-labelledby="{key}-titel" viewBox="0 0 {_xy(width)} {_xy(height)}" '
        f'width="{_xy(width)}" height="{_xy(height)}" preserveAspectRatio="xMinYMin meet">'
        f'<title id="{key}-titel">{escape(title)}</title>{body}</svg>'
    )


def _patterns(key: str, paints: Sequence[Paint]) -> tuple[str, dict[Paint, str]]:
    """The definitions that patterned paints need, and what to write as `fill` for each."""
    definitions: list[str] = []
    fills: dict[Paint, str] = {}
    for paint in paints:
        if paint in fills:
            continue
        name = f"{key}-m{len(definitions)}"
        lines = {
            "stripes": '<path d="M0 1.5H6" stroke="#fff" stroke-width="1.2"/>',
            "hatch": f'<path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" stroke="{paint.outline}" stroke-width="1.3"/>',
            "cross": f'<path d="M0 6L6 0M0 0L6 6" stroke="{paint.outline}" stroke-width="1"/>',
        }.get(paint.pattern)
        if lines is None:
            fills[paint] = paint.fill
            continue
        definitions.append(
            f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="{paint.fill}"/>{lines}</pattern>'
        )
        fills[paint] = f"url(#{name})"
    return (f"<defs>{''.join(definitions)}</defs>" if definitions else ""), fills


def swatch(key: str, paint: Paint) -> str:
    """A key to a colour: a small square drawn as the map draws the class. The word beside it says what it is."""
    definitions, fills = _patterns(key, [paint])
    return (
        '<svg class="key" aria-hidden="true" viewBox="0 0 18 18" width="18" height="18">'
        f'{definitions}<rect x="1" y="1" width="16" height="16" rx="1.5" fill="{fills[paint]}" '
        f'stroke="{paint.outline}" stroke-width="1.5"/></svg>'
    )


_SIGNS = {
    "square": '<rect x="3" y="3" width="12" height="12"{look}/>',
    "circle": '<circle cx="9" cy="9" r="6.5"{look}/>',
    "triangle": '<path d="M9 2.5 16 15.5H2Z"{look}/>',
    "diamond": '<path d="M9 1.5 16.5 9 9 16.5 1.5 9Z"{look}/>',
    "cross": '<path d="M6.5 2h5v4.5H16v5h-4.5V16h-5v-4.5H2v-5h4.5Z"{look}/>',
}


def sign(shape: str, paint: Paint) -> str:
    """A key to a sign of a map that tells its class by shape and colour. The word beside it says what it is."""
    drawn = _SIGNS[shape].format(look=f' fill="{paint.fill}" stroke="{paint.outline}" stroke-width="1.2"')
    return f'<svg class="key" aria-hidden="true" viewBox="0 0 18 18" width="18" height="18">{drawn}</svg>'


def meter(key: str, value: int, largest: int, paint: Paint) -> str:
    """A small bar for a table's cell; the figure stands beside it, so it is hidden from readers of text."""
    definitions, fills = _patterns(key, [paint])
    width = 0.0 if largest <= 0 else 118 * value / largest
    bar = (
        f'<rect x="1" y="2" width="{_xy(max(width, 1.5))}" height="10" fill="{fills[paint]}" '
        f'stroke="{paint.outline}" stroke-width="1"/>'
        if value > 0
        else ""
    )
    return (
        '<svg class="meter" aria-hidden="true" viewBox="0 0 120 14" width="120" height="14">'
        f"{definitions}{_line(0.5, 0, 0.5, 14, MUTED)}{bar}</svg>"
    )


def column_chart(key: str, title: str, columns: Sequence[Column], axis: str) -> str:
    """Upright columns with their figure above them and `axis` below."""
    width, height, left, right, top, bottom = 440.0, 230.0, 56.0, 4.0, 24.0, 44.0
    marks = ticks(max((column.value for column in columns), default=0), 4)
    definitions, fills = _patterns(key, [column.paint for column in columns])
    floor, scale = height - bottom, (height - bottom - top) / marks[-1]
    body = [definitions]
    for mark in marks:
        y = floor - mark * scale
        body.append(_line(left, y, width - right, y, MUTED if mark == 0 else GRID))
        body.append(_text(left - 8, y + 4, number(mark), anchor="end", colour=MUTED))
    slot = (width - left - right) / max(len(columns), 1)
    for i, column in enumerate(columns):
        x, tall = left + slot * (i + 0.13), column.value * scale
        if column.value:
            body.append(
                f'<rect x="{_xy(x)}" y="{_xy(floor - max(tall, 1.5))}" width="{_xy(slot * 0.74)}" '
                f'height="{_xy(max(tall, 1.5))}" fill="{fills[column.paint]}" stroke="{column.paint.outline}"/>'
            )
        middle = left + slot * (i + 0.5)
        words = number(column.value)
        body.append(
            _text(
                middle, floor - tall - 6, words, size=13 if len(words) < 5 else 12 if len(words) == 5 else 10, bold=True
            )
        )
        body.append(_text(middle, floor + 18, column.label, size=13))
    body.append(_text((left + width - right) / 2, height - 5, axis, size=13, colour=MUTED))
    return _svg(key, title, width, height, "".join(body))


def stacked_bars(key: str, title: str, rows: Sequence[Row]) -> str:
    """Lying bars of parts that add up, each under its label, so that long names fit on a phone."""
    width, bar, pitch = 440.0, 22.0, 54.0
    whole = max((sum(part.value for part in row.parts) for row in rows), default=0)
    definitions, fills = _patterns(key, [part.paint for row in rows for part in row.parts])
    body = [definitions]
    for i, row in enumerate(rows):
        y = pitch * i
        label = f"{row.label} – valgt" if row.marked else row.label
        body.append(_text(12, y + 15, label, anchor="start", size=13, bold=row.marked))
        if row.marked:
            body.append(f'<rect x="0" y="{_xy(y + 1)}" width="4" height="{_xy(bar + 20)}" fill="{INK}"/>')
        x = 12.0
        for part in row.parts:
            long = (width - 14) * part.value / whole if whole else 0.0
            if part.value:
                body.append(
                    f'<rect x="{_xy(x)}" y="{_xy(y + 21)}" width="{_xy(max(long, 1))}" height="{_xy(bar)}" '
                    f'fill="{fills[part.paint]}" stroke="{part.paint.outline}"/>'
                )
                words = number(part.value)
                room = 9.0 * len(words) + 10
                if long > room + 8:
                    body.append(
                        f'<rect x="{_xy(x + 5)}" y="{_xy(y + 24)}" width="{_xy(room)}" height="{_xy(bar - 6)}" '
                        'rx="2" fill="#fff"/>'
                    )
                    body.append(_text(x + 5 + room / 2, y + 37, words, size=13, bold=True))
            x += long
    return _svg(key, title, width, max(pitch * len(rows) - 8, 10), "".join(body))


def line_chart(
    key: str, title: str, steps: Sequence[float], lines: Sequence[Line], *, chosen: float, unit: str, axis: str
) -> str:
    """Lines over the steps of a threshold; the chosen step is marked with a line, a word and filled points."""
    width, height, left, right, top, bottom = 440.0, 270.0, 56.0, 22.0, 34.0, 48.0
    marks = ticks(max((value for line in lines for value in line.values), default=0), 4)
    floor, scale = height - bottom, (height - bottom - top) / marks[-1]
    low, high = min([*steps, chosen]), max([*steps, chosen])

    def across(step: float) -> float:
        if high == low:
            return (left + width - right) / 2
        return left + 8 + (width - left - right - 16) * (step - low) / (high - low)

    body = []
    for mark in marks:
        y = floor - mark * scale
        body.append(_line(left, y, width - right, y, MUTED if mark == 0 else GRID))
        body.append(_text(left - 8, y + 4.5, number(mark), anchor="end", colour=MUTED, size=13))
    free_from = -math.inf
    for step in sorted(steps):
        body.append(_line(across(step), floor, across(step), floor + 4, MUTED))
        words = threshold(step, unit).split(NBSP)[0]
        half = 4.2 * len(words)
        if across(step) - half > free_from:
            body.append(_text(across(step), floor + 19, words, size=13, colour=MUTED))
            free_from = across(step) + half + 3
    body.append(
        _text((left + width - right) / 2, height - 7, f"{axis} ({'%' if unit == 'percent' else 'år'})", size=13)
    )

    x = across(chosen)
    words = f"valgt: {threshold(chosen, unit)}"
    half = 4.1 * len(words)
    body.append(_line(x, top - 6, x, floor, INK, 1.5, "2 3"))
    body.append(_text(min(max(x, left + half), width - half), top - 14, words, size=14, bold=True))
    for line in lines:
        points = sorted(zip(steps, line.values))
        path = " ".join(f"{_xy(across(step))},{_xy(floor - value * scale)}" for step, value in points)
        dash = ' stroke-dasharray="6 4"' if line.dashed else ""
        body.append(f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2.5"{dash}/>')
        for step, value in points:
            taken = math.isclose(step, chosen)
            fill = line.colour if taken else "#fff"
            body.append(
                f'<circle cx="{_xy(across(step))}" cy="{_xy(floor - value * scale)}" r="{6 if taken else 3.5}" '
                f'fill="{fill}" stroke="{line.colour}" stroke-width="2"/>'
            )
    return _svg(key, title, width, height, "".join(body))


@dataclass(frozen=True)
class Bar:
    """One bar of a histogram, from and to on the axis, with its parts from the floor up."""

    start: float
    end: float
    parts: tuple[Part, ...]


def histogram(
    key: str, title: str, bars: Sequence[Bar], limits: Sequence[tuple[float, str]], axis: str, open_end: bool = True
) -> str:
    """Bars side by side on an axis of figures, with a line and a word at each limit.

    `open_end`: the last bar holds everything from its start on.
    """
    width, height, left, right, top, bottom = 560.0, 290.0, 56.0, 14.0, 24.0 + 18.0 * len(limits), 48.0
    marks = ticks(max((sum(part.value for part in bar.parts) for bar in bars), default=0), 4)
    definitions, fills = _patterns(key, [part.paint for bar in bars for part in bar.parts])
    floor, scale = height - bottom, (height - bottom - top) / marks[-1]
    low, high = bars[0].start, bars[-1].end

    def across(value: float) -> float:
        return left + (width - left - right) * (min(max(value, low), high) - low) / (high - low)

    body = [definitions]
    for mark in marks:
        y = floor - mark * scale
        body.append(_line(left, y, width - right, y, MUTED if mark == 0 else GRID))
        body.append(_text(left - 8, y + 4.5, number(mark), anchor="end", colour=MUTED, size=13))
    for bar in bars:
        y, x = floor, across(bar.start) + 1
        for part in bar.parts:
            tall = max(part.value * scale, 1.0) if part.value else 0.0
            if tall:
                body.append(
                    f'<rect x="{_xy(x)}" y="{_xy(y - tall)}" width="{_xy(across(bar.end) - x - 1)}" '
                    f'height="{_xy(tall)}" fill="{fills[part.paint]}" stroke="{part.paint.outline}"/>'
                )
            y -= tall
    step = 2 if len(bars) > 9 else 1
    for place, bar in enumerate(bars):
        if place % step == 0:
            last = open_end and place == len(bars) - 1
            words = f"over {decimal(bar.start)}" if last else decimal(bar.start)
            body.append(_line(across(bar.start), floor, across(bar.start), floor + 4, MUTED))
            body.append(_text(across(bar.start), floor + 19, words, size=13, colour=MUTED))
    for place, (value, words) in enumerate(sorted(limits)):
        x, y = across(value), 16.0 + 18 * place
        beside = x + 6 + 7.5 * len(words) < width
        body.append(_line(x, y - 10, x, floor, INK, 2, "" if place == 0 else "6 4"))
        body.append(
            _text(x + 6 if beside else x - 6, y, words, anchor="start" if beside else "end", size=13, bold=True)
        )
    body.append(_text((left + width - right) / 2, height - 7, axis, size=13, colour=MUTED))
    return _svg(key, title, width, height, "".join(body))
