"""What sheets of paper share: the letters, labels, legend, scale bar and north arrow of a print layout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPolygon,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

from ...core.common.wording import plain_spaces, quantity
from .legend_keys import fit_keys
from .renamed import fit_segments

INK = "#23201c"
MUTED = "#5c564d"
ACCENT = "#7c2320"
LEGEND_SIZES = ((9.0, 2.5), (8.0, 2.5), (7.5, 2.0), (7.0, 2.0), (7.0, 1.5), (7.0, 1.0))
"""Letters of a legend in points and the gap above each line in mm, the largest first: rather close than too small."""

LEGEND_KEY = (5.0, 3.5)
"""Width and height in mm of the key beside a line of a legend."""

FAMILIES = ("Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", "Arial")
"""Sans serifs, of which each system has one."""


def nice_length(longest: float) -> float:
    """The longest of 1, 2 and 5 times a power of ten that is not longer than this."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= longest * (1 + 1e-9))


def length_text(metres: float) -> str:
    """A length for a scale bar: 500 m, 2 km."""
    value, unit = (metres / 1000, "km") if metres >= 1000 else (metres, "m")
    return plain_spaces(quantity(value, unit, 3))


def qt_font(pixels: float, bold: bool = False) -> QFont:
    """A sans serif that each system has one of, so many pixels high."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(round(pixels), 6))
    font.setBold(bold)
    return font


def text_format(points: float, colour: str = INK, bold: bool = False) -> QgsTextFormat:
    """Letters of a layout, so many points high."""
    text = QgsTextFormat()
    letters = qt_font(12, bold)
    # Too little to see, and enough to keep fl and fi two letters each, which a search in a PDF then finds.
    letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.02)
    text.setFont(letters)
    text.setFamilies(list(FAMILIES))  # a file of QGIS keeps one family of a font, and asks for it where it is missing
    text.setSize(points)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor(colour))
    return text


def add_label(
    layout: QgsPrintLayout,
    text: str,
    form: QgsTextFormat,
    x: float,
    y: float,
    wide: float,
    tall: float,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    low: bool = False,
) -> None:
    """Put a text into a box, all in mm, whose width it does not leave; `low` stands on its lower edge."""
    label = QgsLayoutItemLabel(layout)
    label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    label.setText(text)
    label.setTextFormat(form)
    label.setMarginX(0)
    label.setMarginY(0)
    label.setVAlign(Qt.AlignmentFlag.AlignBottom if low else Qt.AlignmentFlag.AlignTop)
    label.setHAlign(side)
    place(label, x, y, wide, tall)
    layout.addLayoutItem(label)


def place(item: Any, x: float, y: float, w: float, h: float) -> None:
    """Move an item to x, y and give it a width and a height, all in mm."""
    item.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))
    item.attemptResize(QgsLayoutSize(w, h, Qgis.LayoutUnit.Millimeters))


def add_scale_bar(layout: QgsPrintLayout, view: QgsLayoutItemMap, x: float, y: float, room: float, grow: float) -> None:
    """Put a scale bar of a round length into the room (mm): for a map whose scale is known."""
    metres = nice_length(view.extent().width() / view.sizeWithUnits().width() * room * 0.62)
    kilometres = metres >= 1000
    bar = _scale_bar(layout, view, kilometres, 2 * grow, 8 * grow)
    bar.setUnitsPerSegment(metres / 2 / (1000 if kilometres else 1))
    _put(bar, layout, x, y)


def add_fitting_scale_bar(
    layout: QgsPrintLayout, view: QgsLayoutItemMap, x: float, y: float, least: float, most: float
) -> None:
    """Put a scale bar that stays round and from `least` to `most` mm wide at every scale of the map, as in an atlas."""
    bar = _scale_bar(layout, view, False, 1.8, 7.5)
    fit_segments(bar)
    bar.setMinimumBarWidth(least)
    bar.setMaximumBarWidth(most)
    _put(bar, layout, x, y)


def _scale_bar(
    layout: QgsPrintLayout, view: QgsLayoutItemMap, kilometres: bool, height: float, size: float
) -> QgsLayoutItemScaleBar:
    """A scale bar of two segments with Danish numbers, `height` mm high, its text `size` points."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(view)
    bar.setStyle("Single Box")
    bar.setUnits(Qgis.DistanceUnit.Kilometers if kilometres else Qgis.DistanceUnit.Meters)
    bar.setUnitLabel("km" if kilometres else "m")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    written = QgsBasicNumericFormat()
    written.setDecimalSeparator(",")
    written.setThousandsSeparator(".")
    written.setShowThousandsSeparator(True)
    bar.setNumericFormat(written)
    bar.setHeight(height)
    bar.setTextFormat(text_format(size))
    bar.setBoxContentSpace(0)
    return bar


def _put(bar: QgsLayoutItemScaleBar, layout: QgsPrintLayout, x: float, y: float) -> None:
    bar.update()
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))


def add_north_arrow(layout: QgsPrintLayout, x: float, y: float, grow: float) -> None:
    """Put an arrow half dark, half light under its N, 16 mm square."""
    for side, fill in ((-1, INK), (1, "#ffffff")):
        arrow = QgsLayoutItemPolygon(
            QPolygonF(
                [
                    QPointF(x + 8 * grow, y + 5.5 * grow),
                    QPointF(x + (8 + side * 2.4) * grow, y + 14 * grow),
                    QPointF(x + 8 * grow, y + 12 * grow),
                ]
            ),
            layout,
        )
        arrow.setSymbol(
            QgsFillSymbol.createSimple({"color": fill, "outline_color": INK, "outline_width": str(0.2 * grow)})
        )
        layout.addLayoutItem(arrow)
    form = text_format(10 * grow, bold=True)
    label = QgsLayoutItemLabel(layout)
    label.setText("N")
    label.setTextFormat(form)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    place(label, x + 4 * grow, y - 0.5 * grow, 8 * grow, 6 * grow)
    layout.addLayoutItem(label)


def add_legend(
    layout: QgsPrintLayout,
    view: QgsLayoutItemMap,
    entries: Sequence[tuple[QgsVectorLayer, str | None, Sequence[int] | None]],
    x: float,
    y: float,
    room: tuple[float, float],
    grow: float = 1.0,
    by_map: bool = False,
    columns: int = 1,
    title: str = "Signaturer",
) -> None:
    """What the map shows, in letters small enough for the room (mm, width and height), and large enough to be read.

    An entry is a layer, its heading (None for none), and which of its classes are shown, by their place in the layer's
    legend (None for all). `by_map` leaves out the classes that the map has nothing of, on each sheet of an atlas anew;
    the letters are those that have room for all of them, so that they are of one size on every sheet.
    """
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setTitle(title)
    legend.setLinkedMap(view)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer, heading, classes in entries:
        node: Any = root.addLayer(layer)
        if heading is None:
            QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        else:
            node.setCustomProperty("legend/title-label", heading)
        fit_keys(layer, node, *(grow * one for one in LEGEND_KEY))
        if classes is not None:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(classes))
        legend.model().refreshLayerLegend(node)
    legend.setColumnCount(columns)
    legend.setSplitLayer(columns > 1)
    legend.setEqualColumnWidth(False)
    legend.setColumnSpace(3 * grow)
    legend.setSymbolWidth(LEGEND_KEY[0] * grow)
    legend.setSymbolHeight(LEGEND_KEY[1] * grow)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)
    style = QgsLegendStyle.Style
    context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
    for points, gap in LEGEND_SIZES:
        kinds = (
            (style.Title, points + 2, True),
            (style.Group, points + 0.5, True),
            (style.Subgroup, points + 0.5, True),
            (style.SymbolLabel, points, False),
        )
        for kind, size, bold in kinds:
            entry = legend.style(kind)
            entry.setTextFormat(text_format(size * grow, bold=bold))
            if kind is not style.Title:
                entry.setMargin(QgsLegendStyle.Side.Top, gap * grow)
            legend.setStyle(kind, entry)
        # The gap between two lines of a layer is that of their symbols, whatever their labels ask for.
        symbol = legend.style(style.Symbol)
        symbol.setMargin(QgsLegendStyle.Side.Top, gap * grow)
        legend.setStyle(style.Symbol, symbol)
        legend.updateFilterByMap(False)
        # Asked of the renderer: the item itself does not know its size before it has been painted.
        taken = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
        if taken.width() <= room[0] and taken.height() <= room[1]:
            break
    legend.adjustBoxSize()
    legend.setLegendFilterByMapEnabled(by_map)
    legend.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))
