"""The two pages of `sammenfatning.pdf` as print layouts of the project, A4."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsLayoutItem,
    QgsLayoutItemMarker,
    QgsLayoutItemPolyline,
    QgsLayoutPoint,
    QgsLineSymbol,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QPolygonF

from ...core.common import wording
from ...core.common.profile import current
from ...core.plan.sheets import fitted
from ..outputs.layout_parts import INK, MUTED, add_north_arrow, add_scale_bar
from ..outputs.page_text import Pen, line_height
from .layouts import FRAME_COLOUR, accent_name, add_foot, add_head, add_map, add_rectangle, new_layout
from .map_signs import dress_signs, is_loud, patch, sign, sign_size

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from qgis.core import QgsPrintLayout

    from ...core.plan.summary_pages import Choice, First, Row, Second, Table
    from ..outputs.page_text import Lines
    from .project import PlanProject

NAME = "Sammenfatning {}"
SIGNS = "bygninger_tegn"
"""The layer of the project that draws each building as a sign."""
WIDE, TALL = 210.0, 297.0
LEFT, ROOM = 15.0, 180.0
BOTTOM = TALL - 17.0
"""Where the foot begins."""
TITLES = (20.0, 18.0, 16.0, 14.0, 12.0, 11.0)
TEXTS = (9.0, 8.6, 8.2, 7.8, 7.4, 7.0)
"""Letters of the second page, in points: the largest in which everything stands on it."""
LOGO = 42.0
"""What the logo of the municipality takes of the right edge."""
OPTIONS, LIMITS = (20.0, 23.0, 36.0, 22.0), (22.0, 24.0, 26.0, 20.0, 24.0)
"""Widths in mm of the columns of numbers, of answers and of limits."""
HEAD_LINES = 3.1
"""Lines that the heading of a column may take: one that is cut says another thing than it counts."""
AFTER = 1.4
"""Room in mm below a note."""
RULE, TINT = "#d9d3c8", "#f4f1ea"
RIGHT = Qt.AlignmentFlag.AlignRight
Drawing = Callable[[float], None]
"""Puts a part of a page there, its upper edge given in mm."""


@dataclass(frozen=True)
class Part:
    """A part of a page: how tall it is, and how it is put there."""

    tall: float
    draw: Drawing


def first_layout(plan: PlanProject, page: First, extent: QgsRectangle) -> QgsPrintLayout:
    """Add the first page to the project: the figures, the map of the whole, the table and the bar."""
    layout = new_layout(plan, NAME.format(1), "A4", lying=False)
    pen = Pen(layout)
    y = _top(pen, page.overline, page.title, 17.0)
    y = _state(pen, page.state, page.sentence, y + 1.2)
    y = _figures(pen, page.figures, y + 3.5)
    table_wide, gap = 118.0, 7.0
    table = _table(pen, page.table, 8.6, table_wide, (22.0, 22.0))
    notes_wide = ROOM - table_wide - gap
    notes = _paragraphs(pen, page.notes, 7.6, notes_wide, table.tall)
    bar = _bar(pen, page)
    below = BOTTOM - bar.tall - 2.0
    top = below - 3.0 - max(table.tall, sum(one.height + AFTER for one in notes))
    dress_signs(plan.layers[SIGNS], sign_size(page.signs))
    _map(plan, pen, page.map, extent, (LEFT, y + 3.5, ROOM, top - 11.5 - (y + 3.5)))
    table.draw(top)
    _on(pen, notes, LEFT + table_wide + gap, top)
    bar.draw(below)
    _foot(pen, page.page)
    return layout


def second_layout(plan: PlanProject, page: Second) -> QgsPrintLayout:
    """Add the second page to the project: the choices, and what is uncertain."""
    layout = new_layout(plan, NAME.format(2), "A4", lying=False)
    pen = Pen(layout)
    y = _top(pen, page.overline, page.title, 9.0) + 1.5
    room = BOTTOM - y
    for points in TEXTS:
        parts = _second_parts(pen, page, points, None)
        if sum(one.tall for one in parts) <= room:
            break
    else:
        parts = _shortened(pen, page, room)
    spare = max(min((room - sum(one.tall for one in parts)) / max(len(parts) - 1, 1), 2.5), 0.0)
    for one in parts:
        one.draw(y)
        y += one.tall + spare
    _foot(pen, page.page)
    return layout


def _shortened(pen: Pen, page: Second, room: float) -> list[Part]:
    """The parts in the smallest letters, each text cut to as few lines as it takes; the last ones may be missing."""
    for most in (3, 2, 1):
        parts = _second_parts(pen, page, TEXTS[-1], most)
        if sum(one.tall for one in parts) <= room:
            return parts
    while sum(one.tall for one in parts) > room:
        parts.pop()
    return parts


# ---- what both pages have --------------------------------------------------------------------------------------------


def _top(pen: Pen, overline: str, title: str, tall: float) -> float:
    """The bar along the upper edge, the line over the title, and the title; returns where they end."""
    profile = current()
    wide = ROOM - (LOGO if profile is not None and profile.logo else 0.0)
    add_head(pen.layout, WIDE, 2.5)
    y = pen.write(pen.fitted(overline, (8.0, 7.0), wide, 4, bold=True), LEFT, 8.0, wide, accent_name())
    in_one = pen.fitted(title, TITLES[:3], wide, line_height(TITLES[0]), bold=True)
    lines = in_one if len(in_one.lines) == 1 and not in_one.cut else pen.fitted(title, TITLES, wide, tall, bold=True)
    return pen.write(lines, LEFT, y + 1.0, wide)


def _state(pen: Pen, name: str, sentence: str, y: float) -> float:
    """How far the plan is: the word in a box, and the sentence beside it."""
    points = 8.6
    word = pen.broken(name.upper(), points, 40.0, bold=True, most=1)
    wide = pen.width(word.lines[0], points, bold=True) + 4.0
    room, sizes = ROOM - wide - 3.0, (9.6, 9.0, 8.4, 7.8, 7.0)
    # In one line where it can be read so: a second is taken from the map, and may cost it its scale.
    told = pen.fitted(sentence, sizes, room, line_height(sizes[0]))
    if len(told.lines) > 1 or told.cut:
        told = pen.fitted(sentence, sizes, room, 9.5)
    add_rectangle(pen.layout, {"color": INK, "outline_style": "no"}, LEFT, y, wide, 5.4)
    pen.write(word, LEFT + 2.0, y + (5.4 - word.height) / 2, wide, "#ffffff")
    after = pen.write(told, LEFT + wide + 3.0, y + max((5.4 - told.height) / 2, 0.0), room)
    return max(after, y + 5.4)


def _foot(pen: Pen, page: str) -> None:
    add_foot(pen.layout, LEFT, TALL - 13.0, ROOM)
    pen.write(pen.broken(page, 7.0, 40.0, most=1), LEFT + ROOM - 40.0, TALL - 9.6, 40.0, MUTED, RIGHT)


def _table(pen: Pen, table: Table, points: float, wide: float, columns: Sequence[float]) -> Part:
    """A table whose number columns are so many mm wide, standing on the right of what is left for its texts."""
    columns = list(columns)[: len(table.heads) - 1]
    left = wide - sum(columns)
    pitch = line_height(points) + 1.1
    heads = [
        pen.fitted(head, (points - 1.0, points - 1.6), room - 1.0, HEAD_LINES * line_height(points), bold=True)
        for head, room in zip(table.heads, [left, *columns])
    ]
    head_tall = max(one.height for one in heads) + 1.2
    tall = head_tall + sum(pitch + (1.0 if row.heading else 0.0) for row in table.rows)

    def draw(y: float) -> None:
        for place_, (head, edge) in enumerate(zip(heads, _edges(LEFT, left, columns))):
            at = y + head_tall - 1.0 - head.height
            if place_:
                pen.write(head, edge - columns[place_ - 1], at, columns[place_ - 1], MUTED, RIGHT)
            else:
                pen.write(head, LEFT, at, left, MUTED)
        y += head_tall
        _rule(pen, LEFT, y - 0.4, wide, INK, 0.25)
        for row in table.rows:
            y += 1.0 if row.heading else 0.0
            if row.strong:
                add_rectangle(pen.layout, {"color": TINT, "outline_style": "no"}, LEFT, y, wide, pitch)
            _row(pen, row, points, y, left, columns)
            y += pitch
            _rule(pen, LEFT, y, wide, RULE, 0.12)

    return Part(tall, draw)


def _row(pen: Pen, row: Row, points: float, y: float, left: float, columns: Sequence[float]) -> None:
    bold = row.strong or row.heading
    indent = 5.0 if row.sign is not None else 0.0
    if row.sign is not None:
        _sign(pen, row.sign, LEFT + 2.0, y + (line_height(points) + 1.1) / 2)
    text = pen.fitted(row.cells[0], (points, points - 0.8, 7.0), left - indent - 2.0, line_height(points) + 0.1, bold)
    inset = 0.6
    pen.write(text, LEFT + indent, y + inset, left - indent - 2.0)
    for cell, edge, wide in zip(row.cells[1:], list(_edges(LEFT, left, columns))[1:], columns):
        pen.write(pen.broken(cell, points, wide, bold, 1), edge - wide, y + inset, wide, INK, RIGHT)


def _edges(x: float, left: float, columns: Sequence[float]) -> list[float]:
    """The right edges of the text column and of the number columns."""
    edges = [x + left]
    for one in columns:
        edges.append(edges[-1] + one)
    return edges


def _paragraphs(pen: Pen, texts: Sequence[str], points: float, wide: float, tall: float) -> list[Lines]:
    """Texts under each other in a narrow column, in letters small enough for it."""
    for size in (points, points - 0.6, 7.0, 6.6):
        found = [pen.broken(text, size, wide) for text in texts]
        if sum(one.height + AFTER for one in found) <= tall:
            break
    return found


def _on(pen: Pen, lines: Sequence[Lines], x: float, y: float) -> None:
    for one in lines:
        y = pen.write(one, x, y, 60.0, MUTED) + AFTER


def _rule(pen: Pen, x: float, y: float, wide: float, colour: str, thick: float) -> None:
    add_rectangle(pen.layout, {"color": colour, "outline_style": "no"}, x, y, wide, thick)


def _sign(pen: Pen, described: Mapping[str, Any], x: float, y: float) -> None:
    """The sign of a class, its middle given."""
    item = QgsLayoutItemMarker(pen.layout)
    item.setSymbol(sign(described, 2.4 if is_loud(described) else 1.4))
    item.setReferencePoint(QgsLayoutItem.ReferencePoint.Middle)
    pen.layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))


# ---- the first page --------------------------------------------------------------------------------------------------


def _figures(pen: Pen, figures: Sequence[tuple[str, str]], y: float) -> float:
    """The large numbers side by side, each over what it is of."""
    gap = 4.0
    wide = (ROOM - gap * (len(figures) - 1)) / len(figures)
    below = y
    points = min(pen.fitted(text, (8.2, 7.6, 7.0), wide, 10.0).points for _, text in figures)
    for place_, (figure, text) in enumerate(figures):
        x = LEFT + place_ * (wide + gap)
        _rule(pen, x, y, wide, accent_name(), 0.5)
        large = pen.fitted(figure, (22.0, 18.0, 14.0), wide, 10.5, bold=True)
        told = pen.fitted(text, (points,), wide, 10.0)
        after = pen.write(large, x, y + 1.5, wide, accent_name())
        below = max(below, pen.write(told, x, after + 0.2, wide))
    return below


def _map(
    plan: PlanProject,
    pen: Pen,
    texts: Mapping[str, str],
    extent: QgsRectangle,
    room: tuple[float, float, float, float],
) -> None:
    """The map of the whole, each building one sign, and beneath it its scale and what the table does not explain."""
    layout = pen.layout
    view = add_map(layout, plan, [key for key in (SIGNS, "afgraensning") if key in plan.layers], room)
    bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    x, y, wide, tall = room
    margin = 0.02 * max(extent.width(), extent.height())
    scale, shown = fitted(bounds, (wide, tall), plan.texts["overview_scales"], margin)
    view.setExtent(QgsRectangle(*shown))
    ground = {"color": "#ffffff", "outline_color": FRAME_COLOUR, "outline_width": "0.2"}
    add_rectangle(layout, ground, x + wide - 11, y, 11, 17)
    add_north_arrow(layout, x + wide - 13.5, y + 1.5, 1.0)
    below = y + tall
    pen.write(pen.broken(texts["sign"], 7.2, 69.0, most=1), x, below + 1.6, 69.0, MUTED)
    if "afgraensning" in plan.layers:
        line = QgsLayoutItemPolyline(QPolygonF([QPointF(x + 70, below + 3.2), QPointF(x + 80, below + 3.2)]), layout)
        line.setSymbol(QgsLineSymbol.createSimple({"line_color": INK, "line_width": "0.6", "line_style": "dash"}))
        layout.addLayoutItem(line)
        pen.write(pen.broken(texts["boundary"], 7.2, 27, most=1), x + 81.5, below + 1.6, 27, MUTED)
    written = texts["scale"].format(scale=wording.number(scale))
    pen.write(pen.broken(written, 7.6, 24, bold=True, most=1), x + 109, below + 1.6, 24)
    add_scale_bar(layout, view, x + wide - 46.0, below + 0.8, 61.0, 0.9)


def _bar(pen: Pen, page: First) -> Part:
    """The assessed buildings as a bar of their classes, each with its sign and its number beneath."""
    total = sum(one.count for one in page.bar)
    thick, text = 4.2, 7.4
    tall = line_height(text) * 2 + thick + 1.6 if total else 0.0

    def draw(y: float) -> None:
        if not total:
            return
        y = pen.write(pen.broken(page.bar_text, text, ROOM, most=1), LEFT, y, ROOM, MUTED) + 0.4
        x = LEFT
        for one in page.bar:
            wide = ROOM * one.count / total
            item = add_rectangle(pen.layout, {}, x, y, wide, thick)
            item.setSymbol(patch(one.described))
            told = pen.broken(wording.number(one.count), text, 20.0)
            needed = pen.width(told.lines[0], text) + 4.5
            if wide >= needed:
                _sign(pen, one.described, x + 2.0, y + thick + 0.6 + line_height(text) / 2)
                pen.write(told, x + 4.2, y + thick + 0.6, wide)
            x += wide

    return Part(tall, draw)


# ---- the second page -------------------------------------------------------------------------------------------------


def _second_parts(pen: Pen, page: Second, points: float, most: int | None) -> list[Part]:
    """The parts of the second page from top to bottom, in letters of a size; texts of at most so many lines."""
    lead = pen.broken(" ".join(page.leads), points, ROOM, most=most)
    parts = [Part(lead.height + 1.5, lambda y: _drawn(pen, [lead], y, MUTED))]
    parts += [_choice(pen, number, one, points, most) for number, one in enumerate(page.choices, start=1)]
    return [*parts, *_uncertain(pen, page, points, most)]


def _drawn(pen: Pen, texts: Sequence[Lines], y: float, colour: str, x: float = LEFT) -> None:
    for one in texts:
        y = pen.write(one, x, y, ROOM, colour) + 0.5


def _choice(pen: Pen, number: int, choice: Choice, points: float, most: int | None) -> Part:
    """A choice: its number in a disc, the question, the table of the answers, and what they mean."""
    title = pen.fitted(
        choice.title, (points + 2.0, points + 1.0, points), ROOM - 8.0, 2.1 * line_height(points + 2), True
    )
    table = (
        _table(pen, choice.table, points, ROOM, OPTIONS if len(choice.table.heads) < 6 else LIMITS)
        if choice.table
        else Part(0.0, _nothing)
    )
    texts = [pen.broken(text, points - 0.4, ROOM, most=most) for text in choice.texts]
    meaning = pen.broken(choice.meaning, points - 0.4, ROOM, most=most)
    head = max(title.height, 5.2) + 1.0
    below = sum(one.height + 0.5 for one in (*texts, meaning))

    def draw(y: float) -> None:
        add_rectangle(pen.layout, {"color": accent_name(), "outline_style": "no"}, LEFT, y, 5.2, 5.2)
        disc = pen.broken(str(number), 9.5, 6.0, bold=True)
        pen.write(disc, LEFT + 1.65, y + 0.5, 6.0, "#ffffff")
        pen.write(title, LEFT + 7.2, y + max((5.2 - title.height) / 2, 0.0), ROOM - 8.0)
        table.draw(y + head)
        after = y + head + table.tall + 1.2
        _drawn(pen, texts, after, INK)
        _drawn(pen, [meaning], after + sum(one.height + 0.5 for one in texts), MUTED)

    return Part(head + table.tall + 1.2 + below + 2.0, draw)


def _nothing(_: float) -> None:
    return


def _uncertain(pen: Pen, page: Second, points: float, most: int | None) -> list[Part]:
    """What is uncertain: the heading with the first line, and each line, its subject on the left."""
    size, label_wide = points - 0.4, 38.0
    title = pen.broken(page.uncertain_title, points + 2.0, ROOM, bold=True, most=1)
    parts = []
    for place_, (label, text) in enumerate(page.uncertain):
        named = pen.broken(label, size, label_wide - 2.0, bold=True, most=2)
        told = pen.broken(text, size, ROOM - label_wide, most=most)
        head = title.height + 1.5 if place_ == 0 else 0.0
        parts.append(_line(pen, title, head, named, told, label_wide))
    return parts


def _line(pen: Pen, title: Lines, head: float, named: Lines, told: Lines, label_wide: float) -> Part:
    def draw(y: float) -> None:
        if head:
            pen.write(title, LEFT, y, ROOM)
            _rule(pen, LEFT, y + head - 0.6, ROOM, INK, 0.25)
        pen.write(named, LEFT, y + head, label_wide)
        pen.write(told, LEFT + label_wide, y + head, ROOM - label_wide)

    return Part(head + max(named.height, told.height) + 0.8, draw)
