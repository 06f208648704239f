"""The forms of the package's layers: grouped, codes in words, for reading only what the tools made, related rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsRelation,
    QgsRelationContext,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.data import load
from ...core.plan.field_codes import codes_of
from ..outputs.rounded_fields import show_day, show_days_of_text, show_rounded

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsVectorLayer

DAY_AS_NUMBER = "yyyyMMdd"
"""How a register writes a day in a number, in QGIS's own signs."""


def complete_form(layer: QgsVectorLayer, table: str) -> None:
    """Complete what a layer's style says of its form, or make one where `rules/project.json` describes it."""
    described = load("rules/project.json")["forms"]
    read_only = table in described["read_only"]
    if read_only:
        _show_yes_and_no(layer, described["yes_no"], described["own"].get(table, ()))
    _show_words(layer, table, described["long"])
    _show_days(layer, described["days"].get(table, ()))
    config = layer.editFormConfig()
    groups = described["groups"].get(table, ())
    if groups and not _is_grouped(config):
        config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
        config.clearTabs()
        for title, names in groups:
            _add_tab(config, layer, title, [one for one in names if layer.fields().lookupField(one) >= 0])
    if _is_grouped(config):
        root = config.invisibleRootContainer()
        listed = {one.name() for one in root.findElements(Qgis.AttributeEditorType.Field)}
        rest = [one for one in layer.fields().names() if one not in listed and one != "fid"]
        _add_tab(config, layer, described["rest"], rest)
    if read_only:
        own = described["own"].get(table, ())
        for place, name in enumerate(layer.fields().names()):
            config.setReadOnly(place, name not in own)
    layer.setEditFormConfig(config)
    show_rounded(layer)
    show_days_of_text(layer)


def words_shown(layer: QgsVectorLayer) -> dict[str, dict[str, str]]:
    """Field of a layer → its codes in the words that the form shows; fields with codes, none of yes and no alone."""
    found: dict[str, dict[str, str]] = {}
    for place, name in enumerate(layer.fields().names()):
        setup = layer.editorWidgetSetup(place)
        if setup.type() == "ValueMap" and layer.fields().at(place).type() != QMetaType.Type.Bool:
            listed = setup.config().get("map", ())
            found[name] = {str(code): words for one in listed for words, code in one.items()}
    return found


def add_relations(project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Let a row's form show the rows of other layers that belong to it. `layers` are the project's by their key."""
    for described in load("rules/project.json")["relations"]:
        parent, child = (layers.get(described[one]) for one in ("parent", "child"))
        if parent is None or child is None:
            continue
        if any(one.fields().lookupField(described["field"]) < 0 for one in (parent, child)):
            continue
        relation = QgsRelation(QgsRelationContext(project))
        relation.setId(described["key"])
        relation.setName(described["title"])
        relation.setReferencedLayer(parent.id())
        relation.setReferencingLayer(child.id())
        relation.addFieldPair(described["field"], described["field"])
        project.relationManager().addRelation(relation)
        _show_as_written(child, described["field"])
        config = parent.editFormConfig()
        if _is_grouped(config):
            tab = _tab(config, described["title"])
            tab.addChildElement(QgsAttributeEditorRelation(relation.id(), tab))
            config.addTab(tab)
            parent.setEditFormConfig(config)


def _show_as_written(layer: QgsVectorLayer, name: str) -> None:
    """A field that leads to another layer as what stands in it.

    Left to itself QGIS shows what the parent's row is called: the first of them, where several have the same value.
    """
    place = layer.fields().lookupField(name)
    if not layer.editorWidgetSetup(place).type():
        layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False, "UseHtml": False}))


def _is_grouped(config: QgsEditFormConfig) -> bool:
    return bool(config.layout() == Qgis.AttributeFormLayout.DragAndDrop and config.tabs())


def _tab(config: QgsEditFormConfig, title: str) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(title, config.invisibleRootContainer())
    tab.setType(Qgis.AttributeEditorContainerType.Tab)
    return tab


def _add_tab(config: QgsEditFormConfig, layer: QgsVectorLayer, title: str, names: list[str]) -> None:
    if not names:
        return
    tab = _tab(config, title)
    for name in names:
        tab.addChildElement(QgsAttributeEditorField(name, layer.fields().lookupField(name), tab))
    config.addTab(tab)


def _show_yes_and_no(layer: QgsVectorLayer, words: Mapping[str, str], own: Sequence[str]) -> None:
    """Yes and no in words where nobody writes them: the table shows a field of truths as "false" or "falsk"."""
    shown = [{said: code} for code, said in words.items()]
    for place, field in enumerate(layer.fields().toList()):
        if field.type() == QMetaType.Type.Bool and field.name() not in own:
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("ValueMap", {"map": shown}))


def _show_days(layer: QgsVectorLayer, names: Sequence[str]) -> None:
    """Days that a register writes as a number (20190424) as people write them; whatever else stands there stays so."""
    for name in names:
        place = layer.fields().lookupField(name)
        if place >= 0:
            show_day(layer, place, "" if layer.fields().at(place).isDateOrTime() else DAY_AS_NUMBER)


def _show_words(layer: QgsVectorLayer, table: str, long: Sequence[str]) -> None:
    """Codes in words, and long texts on several lines, where the style does not say it."""
    codes = codes_of(table)
    for place, name in enumerate(layer.fields().names()):
        if layer.editorWidgetSetup(place).type() == "ValueMap":
            continue
        if name in codes:
            shown = [{words: code} for code, words in codes[name].items()]
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("ValueMap", {"map": shown}))
        elif name in long:
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False}))
