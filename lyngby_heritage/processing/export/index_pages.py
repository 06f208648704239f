"""The index of streets as pages at the maps: each street with the sheets that show its buildings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt

from ...core.common.data import load
from ...core.plan.street_index import columns_of
from ..outputs.layout_parts import MUTED, add_label, text_format
from .layouts import EDGE, STATE, TITLE, accent_name, add_foot, add_head, new_layout

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout, QgsTextFormat

    from ...core.plan.street_index import Street
    from .project import PlanProject

WIDE, TALL = 210.0, 297.0
COLUMNS, GAP = 3, 7.0
"""Columns of a page, and the room between two of them in mm."""
TOP, BOTTOM = 45.0, 282.0
"""Where the columns begin and end, in mm from the upper edge."""
POINTS, LINE = 7.5, 3.35
"""Letters in points, and the height of their lines in mm."""
LETTERS, FIGURES = 24, 12
"""Letters of a name, and of its numbers, that a line has room for."""
NUMBERS = 20.0
"""The width of the numbers in mm."""


def index_pages(plan: PlanProject, streets: Sequence[Street]) -> list[QgsPrintLayout]:
    """Add the pages of the index to the project, as many as its streets take; none without streets."""
    columns = columns_of(streets, LETTERS, FIGURES, int((BOTTOM - TOP) // LINE)) if streets else []
    pages = [columns[start : start + COLUMNS] for start in range(0, len(columns), COLUMNS)]
    return list(_drawn(plan, pages))


def _drawn(plan: PlanProject, pages: Sequence[Sequence[Sequence[tuple[str, str]]]]) -> Iterator[QgsPrintLayout]:
    texts = load("rules/lokalplan.json")["street_index"]
    inner = WIDE - 2 * EDGE
    width = (inner - (COLUMNS - 1) * GAP) / COLUMNS
    for number, columns in enumerate(pages, start=1):
        name = texts["title"] if len(pages) == 1 else f"{texts['title']} {number}"
        layout = new_layout(plan, name, "A4", lying=False)
        add_head(layout, WIDE, 2.5)
        add_label(layout, TITLE, text_format(12, bold=True), EDGE, 5, inner, 11.5, low=True)
        add_label(layout, texts["title"], text_format(9, MUTED), EDGE, 17.5, inner, 5)
        add_label(layout, STATE, text_format(7.5, accent_name(), bold=True), EDGE, 23, inner, 4)
        add_label(layout, texts["note"], text_format(8), EDGE, 30, inner, 12)
        for place, lines in enumerate(columns):
            left = EDGE + place * (width + GAP)
            for column, side, x, wide in (
                (0, Qt.AlignmentFlag.AlignLeft, left, width - NUMBERS),
                (1, Qt.AlignmentFlag.AlignRight, left + width - NUMBERS, NUMBERS),
            ):
                text = "\n".join(line[column] or " " for line in lines)
                add_label(layout, text, _letters(), x, TOP, wide, BOTTOM - TOP, side)
        add_foot(layout, EDGE, TALL - 12, inner)
        yield layout


def _letters() -> QgsTextFormat:
    """The letters of the columns, whose lines are of one height, so that names and numbers stand beside each other."""
    form = text_format(POINTS)
    form.setLineHeight(LINE)
    form.setLineHeightUnit(Qgis.RenderUnit.Millimeters)
    return form
