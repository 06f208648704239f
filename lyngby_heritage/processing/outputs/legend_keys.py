"""The key of a symbol in a legend shows the lines that the map draws: a swatch is smaller than what they lie apart."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayerTreeLayer,
    QgsLinePatternFillSymbolLayer,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsSymbolLegendNode,
)


def key_symbol(symbol: QgsFillSymbol, width: float, height: float) -> QgsFillSymbol | None:
    """The symbol with its lines close enough for two of each set to cross a key of so many mm; None if they are.

    A set of lines at an angle has the whole breadth of the key across them to lie in.
    """
    nearer: Any = symbol.clone()
    changed = False
    for lines in nearer.symbolLayers():
        if not isinstance(lines, QgsLinePatternFillSymbolLayer) or lines.distanceUnit() != Qgis.RenderUnit.Millimeters:
            continue
        angle = math.radians(lines.lineAngle())
        across = width * abs(math.sin(angle)) + height * abs(math.cos(angle))
        if lines.distance() > across / 2:
            lines.setDistance(across / 2)
            changed = True
    return nearer if changed else None


def fit_keys(layer: QgsMapLayer, node: QgsLayerTreeLayer, width: float, height: float) -> None:
    """Give the layer's entries in a legend keys that show their lines, in swatches of so many mm."""
    legend = layer.legend()
    if legend is None:
        return
    for place, entry in enumerate(legend.createLayerTreeModelLegendNodes(node)):
        symbol = entry.symbol() if isinstance(entry, QgsSymbolLegendNode) else None
        nearer = key_symbol(symbol, width, height) if isinstance(symbol, QgsFillSymbol) else None
        if nearer is not None:
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, place, nearer)
