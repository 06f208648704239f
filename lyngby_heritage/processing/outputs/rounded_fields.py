"""Figures with a few decimals and days as Danes write them, in forms and tables of attributes.

What the layer holds stays as it is.
"""

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
DAYS = ("save_dato",)
"""Fields of text in which the tools write a day and nothing else; `dato` may be a year, which a form would not show."""
DAY_AS_TEXT, DAY_SHOWN = "yyyy-MM-dd", "dd-MM-yyyy"
"""How the tools write a day in a text, and how a form and a table show one, in QGIS's own signs."""


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


def show_days_of_text(layer: QgsVectorLayer) -> None:
    """Show the days in a layer's fields of text as people write them. Its rows are not read: the file is written."""
    for name in DAYS:
        place = layer.fields().lookupField(name)
        if place >= 0 and layer.fields().at(place).type() == QMetaType.Type.QString:
            show_day(layer, place, DAY_AS_TEXT)


def show_day(layer: QgsVectorLayer, place: int, written: str = "") -> None:
    """Show a field as a day; `written` is how the day stands in it, in QGIS's signs, where it is no field of days."""
    told = {"field_format": written} if written else {}
    shown = {**told, "display_format": DAY_SHOWN, "calendar_popup": True, "allow_null": True}
    layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("DateTime", shown))
