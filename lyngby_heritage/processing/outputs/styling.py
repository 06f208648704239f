"""Gives layers the plugin's styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsExpressionContextUtils, QgsMapLayer, QgsProcessingException

from ...core.designation.certainty_texts import certainty_texts, unsure_one_in
from ...core.designation.chosen_values import designation_texts
from ...paths import STYLES
from .field_names import FIELD_NAMES, known_names, name_fields, show_codes
from .renamed import store_style
from .restyled import load_style
from .rounded_fields import show_days_of_text, show_rounded

NAMED_BY_DATA = tuple(f"classifybuildings_{kind}{of}.qml" for kind in ("polygon", "point") for of in ("", "_plan"))
"""Styles whose legend says which SAVE values are designated, as the data do."""
BY_THEME = ("maplandscape_buildings_polygon.qml", "maplandscape_buildings_point.qml")
"""Styles of layers that have a field for each theme that occurs, by its code."""

OF_DESIGNATION, OF_CERTAINTY = "classifybuildings_", "certainty_"
"""How the styles of designated buildings begin, and those beside them that show how sure each designation is."""
WHOLE = QgsMapLayer.StyleCategory.AllStyleCategories
DRAWN = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling | QgsMapLayer.StyleCategory.MapTips


def second_style(qml: str) -> tuple[str, str] | None:
    """The file and the name of the style that stands beside one of ours, for whoever wants to switch; None for none."""
    second = qml.replace(OF_DESIGNATION, OF_CERTAINTY)
    return (second, certainty_texts()["style"]) if second != qml and (STYLES / second).exists() else None


def store_styles(layer: Any, qml: str, variables: Mapping[str, Any], title: str) -> str:
    """Store the style that a layer has as the default of its file, and any second one; what went wrong, or ""."""
    problem = store_style(layer, title, title, default=True)
    second = second_style(qml)
    if problem or second is None:
        return problem
    give_second(layer, second[0])
    problem = store_style(layer, second[1], f"{title}: {second[1]}", default=False)
    apply_style(layer, qml, variables)
    return problem


def add_second_style(layer: Any, qml: str) -> None:
    """Let a layer of a project that has one of our styles have its second one to switch to."""
    second = second_style(qml)
    manager = layer.styleManager()
    if second is None or second[1] in manager.styles() or not manager.addStyleFromLayer(second[1]):
        return
    first = manager.currentStyle()
    manager.setCurrentStyle(second[1])
    give_second(layer, second[0])
    manager.setCurrentStyle(first)


def give_second(layer: Any, qml: str) -> None:
    """Let a layer be drawn in a second style: its form and the names of its fields stay."""
    apply_style(layer, qml, {}, DRAWN)


def apply_style(layer: Any, qml: str, variables: Mapping[str, Any], parts: Any = WHOLE) -> None:
    """Give an opened layer one of our styles, or parts of it, with the layer variables that its expressions use.

    Under FIELD_NAMES the variables hold the names of columns that only this run has. Without a style, as of a table,
    the fields are named and that is all.
    """
    message, loaded = load_style(layer, qml, parts) if qml else ("", True)
    if not loaded:
        raise QgsProcessingException(message)
    if qml in NAMED_BY_DATA:
        legends = {described["key"]: described["legend"] for described in designation_texts()["classes"]}
        renderer: Any = layer.renderer()
        for rule in renderer.rootRule().children():
            rule.setLabel(legends.get(rule.ruleKey(), rule.label()))
    if qml.startswith(OF_CERTAINTY):
        _name_certainty(layer)
    if qml in BY_THEME:
        from ...core.landscape.catalogue import built_in

        for theme in built_in().themes:
            position = layer.fields().lookupField(theme.code)
            if position >= 0:
                layer.setFieldAlias(position, theme.name)
    own = dict(variables.get(FIELD_NAMES, {}))
    if parts == WHOLE:
        name_fields(layer, [*own.items(), *known_names().items()])
        show_codes(layer, own)
        show_rounded(layer)
        show_days_of_text(layer)
    for variable, value in variables.items():
        if variable != FIELD_NAMES:
            QgsExpressionContextUtils.setLayerVariable(layer, variable, str(value))


def _name_certainty(layer: Any) -> None:
    """The legend and the limit of the style, as the municipality's data have them."""
    texts = certainty_texts()
    legends = {one["key"]: one["legend"] for one in texts["classes"]}
    legends |= {"graense": texts["unsure"]["legend"], "andre": texts["others"]["legend"]}
    for rule in layer.renderer().rootRule().children():
        rule.setLabel(legends.get(rule.ruleKey(), rule.label()))
    QgsExpressionContextUtils.setLayerVariable(layer, "graense_en_af", str(unsure_one_in()))
