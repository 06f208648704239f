"""Layers of nothing but names: of streets, which the addresses tell, and of water and places, which the layers hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsNullSymbolRenderer, QgsVectorLayerSimpleLabeling

from ..outputs.layout_parts import text_format
from .layer_styles import label_settings

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

PLACEMENTS = {
    "line": Qgis.LabelPlacement.Line,
    "polygon": Qgis.LabelPlacement.Horizontal,
    "point": Qgis.LabelPlacement.AroundPoint,
}
OVERRUN = 30.0
"""How far a name may reach beyond the line that it stands on, in mm: a short street has a long name too."""


def only_names(layer: QgsVectorLayer, names: Mapping[str, Any], kind: str) -> None:
    """Let a layer draw nothing but an expression on each feature (`names` of data/rules/lokalplan.json)."""
    layer.setRenderer(QgsNullSymbolRenderer())
    text = text_format(names["points"], names["colour"])
    letters = text.font()
    letters.setItalic(True)
    text.setFont(letters)
    settings = label_settings(names["expression"], names["smallest"], PLACEMENTS[kind], text)
    if kind == "line":
        flags = settings.lineSettings()
        flags.setPlacementFlags(Qgis.LabelLinePlacementFlag.OnLine)
        flags.setOverrunDistance(OVERRUN)
        flags.setOverrunDistanceUnit(Qgis.RenderUnit.Millimeters)
        settings.setLineSettings(flags)
    settings.priority = 2  # below what stands on the buildings: no name covers a number
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
