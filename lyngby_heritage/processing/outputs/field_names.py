"""What the fields of a layer are called in Danish where its style does not say, and their codes in words.

A layer carries fields of the layer that it is made of, which a style of its own does not know; their names are those of
the plan's package (`fields` of rules/lokalplan.json).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ...core.common.data import load
from ...core.plan.field_codes import codes_of

FIELD_NAMES = "field_names"
"""Beside the variables of a style: column → Danish name, of columns that a run makes by names of its own."""

SOURCES = "graensekilde"
"""Which `words` of rules/lokalplan.json say who sets a limit."""


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


def show_codes(layer: QgsVectorLayer, grounds: Iterable[str] = ()) -> None:
    """Show the codes of what a layer carries in words, where the style does not: of buildings, and of decisions.

    `grounds` are columns of names of their own that hold codes of `udpegning`.
    """
    codes = dict.fromkeys(grounds, load("rules/designation_texts.json")["grounds"]) | codes_of("kulturmiljoeer")
    if layer.fields().lookupField("bygning_id") >= 0:
        codes |= codes_of("bygninger")
    for column, words in codes.items():
        position = layer.fields().lookupField(column)
        if position >= 0 and layer.editorWidgetSetup(position).type() != "ValueMap":
            said = [{word: code} for code, word in words.items()]
            layer.setEditorWidgetSetup(position, QgsEditorWidgetSetup("ValueMap", {"map": said}))
    _show_sources(layer)


def _show_sources(layer: QgsVectorLayer) -> None:
    """Show who sets a limit in words: one value is a code, the others name a plan or an area, as they stand.

    QGIS puts what a list of codes lacks in brackets, so that each value of the layer is in it.
    """
    texts = load("rules/lokalplan.json")
    words = texts["words"][SOURCES]
    for column in (column for column, _, _, codes in texts["property_columns"] if codes == SOURCES):
        position = layer.fields().lookupField(column)
        if position >= 0:
            named = sorted(str(one) for one in layer.uniqueValues(position) if isinstance(one, str) and one)
            said = [{word: code} for code, word in words.items()] + [{one: one} for one in named if one not in words]
            layer.setEditorWidgetSetup(position, QgsEditorWidgetSetup("ValueMap", {"map": said}))
