"""What the fields of a layer are called in Danish where its style does not say, and their codes in words.

A layer carries fields of the layer that it is made of, which a style of its own does not know; their names are those of
the plan's package (`fields` of rules/lokalplan.json).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ...core.common.data import load

FIELD_NAMES = "field_names"
"""Beside the variables of a style: column → Danish name, of columns that a run makes by names of its own."""


def known_names() -> Mapping[str, str]:
    """Column → its Danish name."""
    names: Mapping[str, str] = load("rules/lokalplan.json")["fields"]
    return names


def name_fields(layer: QgsVectorLayer, names: Iterable[tuple[str, str]]) -> None:
    """Give the fields their Danish names, where the style gives none."""
    for column, alias in names:
        position = layer.fields().lookupField(column)
        if position >= 0 and not layer.fields().at(position).alias():
            layer.setFieldAlias(position, alias)


def show_grounds(layer: QgsVectorLayer, columns: Iterable[str]) -> None:
    """Show the codes of `udpegning` that columns of other names hold in words."""
    words = load("rules/designation_texts.json")["grounds"]
    setup = QgsEditorWidgetSetup("ValueMap", {"map": [{said: code} for code, said in words.items()]})
    for column in columns:
        position = layer.fields().lookupField(column)
        if position >= 0:
            layer.setEditorWidgetSetup(position, setup)
