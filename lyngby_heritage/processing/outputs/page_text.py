"""Texts on a page of a known size: broken into lines and shrunk until they fit, never over the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsLayoutItemLabel, QgsLayoutUtils, QgsTextRenderer
from qgis.PyQt.QtCore import Qt

from .layout_parts import INK, place, text_format

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout, QgsTextFormat

LINE = 1.28
"""Height of a line in heights of its letters."""
POINT = 25.4 / 72
"""mm."""
MORE = " …"
FINE = 3000.0
"""Dots per inch at which texts are measured: letters of whole pixels are some per cent wider or narrower at fewer."""
LITERAL = "[[% '%' %]"
"""What a label shows as "[%", with which it would else begin an expression."""
DRAWN = 0.98
"""Share of the room that a line is measured to fill: drawn into a document it may be a little wider."""


@dataclass(frozen=True)
class Lines:
    """A text broken into the lines that it is drawn in."""

    lines: tuple[str, ...]
    points: float
    bold: bool
    cut: bool = False
    """Whether some of the text is left out, for which its last line ends in dots."""

    @property
    def height(self) -> float:
        """In mm."""
        return len(self.lines) * line_height(self.points)


def line_height(points: float) -> float:
    """Of letters so many points high, in mm."""
    return points * POINT * LINE


class Pen:
    """Writes on one layout."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self.layout = layout
        self._context = QgsLayoutUtils.createRenderContextForLayout(layout, None, FINE)
        self._mm = self._context.convertToPainterUnits(1.0, Qgis.RenderUnit.Millimeters)

    def width(self, text: str, points: float, bold: bool = False) -> float:
        """How wide a text is in one line, in mm."""
        measured = float(QgsTextRenderer.textWidth(self._context, _format(points, INK, bold), [text]))
        return measured / self._mm / DRAWN

    def broken(self, text: str, points: float, wide: float, bold: bool = False, most: int | None = None) -> Lines:
        """A text in lines that are no wider than `wide` mm; of more than `most` lines the last ends in dots."""
        lines = list(self._lines(text, points, wide, bold))
        if most is None or len(lines) <= most:
            return Lines(tuple(lines), points, bold)
        return Lines((*lines[: most - 1], self._cut(lines[most - 1], points, wide, bold)), points, bold, True)

    def fitted(self, text: str, sizes: Sequence[float], wide: float, tall: float, bold: bool = False) -> Lines:
        """A text in the largest letters of `sizes` that it fits into the room with; in the smallest it is cut."""
        for points in sizes:
            found = self.broken(text, points, wide, bold)
            if found.height <= tall:
                return found
        return self.broken(text, sizes[-1], wide, bold, max(int(tall / line_height(sizes[-1])), 1))

    def write(
        self, lines: Lines, x: float, y: float, wide: float, colour: str = INK, side: Qt.AlignmentFlag | None = None
    ) -> float:
        """Put lines into a box whose upper left corner is given, in mm; returns where the box ends."""
        label = QgsLayoutItemLabel(self.layout)
        label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
        label.setText("\n".join(lines.lines).replace("[%", LITERAL))
        label.setTextFormat(_format(lines.points, colour, lines.bold))
        label.setMarginX(0)
        label.setMarginY(0)
        label.setHAlign(side or Qt.AlignmentFlag.AlignLeft)
        # A little wider than its text, so that the label itself breaks no line.
        spare = 2.0
        start = x - spare if side == Qt.AlignmentFlag.AlignRight else x
        place(label, start, y, wide + spare, lines.height + 0.5)
        self.layout.addLayoutItem(label)
        return y + lines.height

    def _lines(self, text: str, points: float, wide: float, bold: bool) -> Iterator[str]:
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, points, bold) <= wide:
                line = longer
                continue
            if line:
                yield line
            line = word
            while self.width(line, points, bold) > wide and len(line) > 1:
                begin = self._fitting(line, points, wide, bold)
                yield line[:begin]
                line = line[begin:]
        yield line

    def _fitting(self, word: str, points: float, wide: float, bold: bool) -> int:
        """How many letters of a word that is too wide fit into a line, at least one."""
        least, most = 1, len(word)
        while least < most:
            middle = (least + most + 1) // 2
            if self.width(word[:middle], points, bold) <= wide:
                least = middle
            else:
                most = middle - 1
        return least

    def _cut(self, line: str, points: float, wide: float, bold: bool) -> str:
        while line and self.width(line + MORE, points, bold) > wide:
            line = line[:-1]
        return line.rstrip() + MORE


def _format(points: float, colour: str, bold: bool) -> QgsTextFormat:
    form = text_format(points, colour, bold)
    form.setLineHeight(line_height(points))
    form.setLineHeightUnit(Qgis.RenderUnit.Millimeters)
    return form
