"""The map of all the sheets: each number where it can be read, in letters as large as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSimpleLineCallout,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QFontMetricsF

from ...core.plan.sheet_numbers import placed
from ..outputs.layout_parts import ACCENT, qt_font

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from ...core.common.arrays import Floats

POINTS = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
"""The sizes that the numbers may have, in points, the largest first."""
MM_PER_POINT = 25.4 / 72
HALO_MM = 0.4
"""The white edge of the letters."""
NEAREST_MM = 2.5
"""A number that stands farther from the middle of its sheet than this has a line to it."""


def number_sheets(layer: QgsVectorLayer, scale: int) -> None:
    """Let the numbers of the layer `kortblade` stand apart on a map of 1:`scale`, on which all of them are drawn."""
    labeling = layer.labeling()
    boxes = {int(row["nr"]): row.geometry().boundingBox() for row in layer.getFeatures()}
    if labeling is None or not boxes:
        return
    numbers = sorted(boxes)
    corners = [
        (one.xMinimum(), one.yMinimum(), one.xMaximum(), one.yMaximum()) for one in (boxes[nr] for nr in numbers)
    ]
    texts = [str(one) for one in numbers]
    middles, chosen = placed(np.array(corners), [letters(texts, points) * scale / 1000 for points in POINTS])
    settings = QgsPalLayerSettings(labeling.settings())
    text = settings.format()
    text.setSize(POINTS[chosen])
    halo = text.buffer()
    halo.setSize(HALO_MM)
    text.setBuffer(halo)
    settings.setFormat(text)
    known = settings.dataDefinedProperties()
    for what, values in (
        (QgsPalLayerSettings.Property.PositionX, middles[:, 0]),
        (QgsPalLayerSettings.Property.PositionY, middles[:, 1]),
    ):
        known.setProperty(what, QgsProperty.fromExpression(_looked_up(numbers, values)))
    known.setProperty(QgsPalLayerSettings.Property.Hali, QgsProperty.fromValue("Center"))
    known.setProperty(QgsPalLayerSettings.Property.Vali, QgsProperty.fromValue("Half"))
    settings.setDataDefinedProperties(known)
    line = QgsSimpleLineCallout()
    line.setEnabled(True)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": ACCENT, "line_width": "0.15"}))
    line.setMinimumLength(NEAREST_MM)
    line.setMinimumLengthUnit(Qgis.RenderUnit.Millimeters)
    settings.setCallout(line)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def letters(texts: Sequence[str], points: float) -> Floats:
    """The width and the height of each text in bold letters of so many points, with their white edge, (n, 2) in mm."""
    known = QFontMetricsF(qt_font(100, bold=True))
    em = points * MM_PER_POINT
    wide = np.array([known.horizontalAdvance(one) / 100 * em for one in texts])
    sizes: Floats = np.stack([wide, np.full(len(texts), em)], axis=1) + 2 * HALO_MM
    return sizes


def _looked_up(numbers: Sequence[int], values: Floats) -> str:
    """An expression for the value of a sheet by its number, in metres to the decimetre."""
    pairs = ", ".join(f"'{number}', {value:.1f}" for number, value in zip(numbers, values.tolist()))
    return f'map_get(map({pairs}), to_string("nr"))'
