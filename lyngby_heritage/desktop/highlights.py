"""What the card is about, drawn on the map: the building, and each neighbour by whether it is alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsGeometry, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.designation.chosen_values import designation_texts

if TYPE_CHECKING:
    from .card_reader import Shown

ROUNDING = 1e-9
WIDTH, NEAR = 4, 3
"""Pixels of the line round the building, and round a neighbour."""


class Highlights:
    """The lines round a building and its neighbours on one map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self.canvas = canvas
        self.bands: list[QgsRubberBand] = []

    def show(self, shown: Shown, layer: QgsVectorLayer) -> None:
        """Draw them round a building, instead of those that were drawn."""
        self.clear()
        texts = designation_texts()
        colours, limit = texts["pairs"], shown.facts.alike_from
        for neighbour in shown.facts.neighbours or ():
            kind = "unknown"
            if limit is not None and neighbour.likeness is not None:
                kind = "alike" if neighbour.likeness >= limit - ROUNDING else "different"
            dashed = kind != "alike"
            self._draw(shown.neighbours[neighbour.id], layer, colours[kind]["colour"], NEAR, dashed)
        if shown.feature.hasGeometry():
            self._draw(shown.feature.geometry(), layer, texts["accent"], WIDTH, False)

    def clear(self) -> None:
        """Take them all off the map."""
        scene: Any = self.canvas.scene()
        for band in self.bands:
            scene.removeItem(band)
        self.bands = []

    def _draw(self, geometry: QgsGeometry, layer: QgsVectorLayer, colour: str, width: int, dashed: bool) -> None:
        point = geometry.type() == Qgis.GeometryType.Point
        kind = Qgis.GeometryType.Point if point else Qgis.GeometryType.Polygon
        band = QgsRubberBand(self.canvas, kind)
        band.setToGeometry(geometry, layer)
        line, fill = QColor(colour), QColor(colour)
        fill.setAlpha(60)
        band.setStrokeColor(line)
        band.setFillColor(fill)
        band.setWidth(width)
        band.setLineStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        if point:
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(14)
        self.bands.append(band)
