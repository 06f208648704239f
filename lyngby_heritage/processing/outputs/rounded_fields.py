"""Shares and areas with a few decimals in forms and tables of attributes; what the layer holds stays as it is."""

from __future__ import annotations

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

DECIMALS = {
    **dict.fromkeys(("ensartethed", "sikkerhed", "ens", "lighed", "vaegt", "areal_ha"), 2),
    # Of a property in an area of the landscape, which may be a sliver.
    "andel": 4,
}
"""The figures of the tools that a computation made: their decimals, as the documents print them. None is negative."""
LARGEST = 1e9


def show_rounded(layer: QgsVectorLayer) -> None:
    """Show what the tools computed rounded, and for reading only: a number that is shown rounded is written so too."""
    config = layer.editFormConfig()
    for name, decimals in DECIMALS.items():
        place = layer.fields().lookupField(name)
        if place >= 0 and layer.fields().at(place).type() == QMetaType.Type.Double:
            shown = {"Precision": decimals, "Min": 0.0, "Max": LARGEST, "AllowNull": True, "Style": "SpinBox"}
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("Range", shown))
            config.setReadOnly(place, True)
    layer.setEditFormConfig(config)
