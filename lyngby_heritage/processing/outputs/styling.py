"""Gives layers the plugin's styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsExpressionContextUtils, QgsProcessingException

from ...core.designation.chosen_values import designation_texts
from .restyled import load_style

NAMED_BY_DATA = ("classifybuildings_polygon.qml", "classifybuildings_point.qml")
"""Styles whose legend says which SAVE values are designated, as the data do."""
BY_THEME = ("maplandscape_buildings_polygon.qml", "maplandscape_buildings_point.qml")
"""Styles of layers that have a field for each theme that occurs, by its code."""


def apply_style(layer: Any, qml: str, variables: Mapping[str, Any]) -> None:
    """Give an opened layer one of our styles, with the layer variables that its expressions use."""
    message, loaded = load_style(layer, qml)
    if not loaded:
        raise QgsProcessingException(message)
    if qml in NAMED_BY_DATA:
        legends = {described["key"]: described["legend"] for described in designation_texts()["classes"]}
        renderer: Any = layer.renderer()
        for rule in renderer.rootRule().children():
            rule.setLabel(legends.get(rule.ruleKey(), rule.label()))
    if qml in BY_THEME:
        from ...core.landscape.catalogue import built_in

        for theme in built_in().themes:
            position = layer.fields().lookupField(theme.code)
            if position >= 0:
                layer.setFieldAlias(position, theme.name)
    for variable, value in variables.items():
        QgsExpressionContextUtils.setLayerVariable(layer, variable, str(value))
