"""The working table as a layer: each answer where it belongs on the map, with a form to write in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditorWidgetSetup,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QMetaType

from ...core.common.errors import HeritageError
from ...core.white_book.text import consequence_words
from ...core.white_book.working_table import COLUMNS, FILLED_IN, TITLES
from ..export.geopackage import GeoPackage
from ..outputs.renamed import store_default_style
from ..outputs.sinks import one_file

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check

TABLE, TITLE = "svar", "Svar fra høringen"
LONG = ("tekst", "resume", "vurdering")
TABS = (
    ("Svaret", ("svar_id", "afsender", "afsendertype", "dato", "rettidigt", "emne", "tekst", "bilag")),
    ("Vurdering", ("resume", "vurdering", "konsekvens", "beslutning")),
    ("Sted", ("om", "fundet_ved", "bygning_id", "ejendom_id", "sted")),
)


def write_working_layer(
    path: Path,
    rows: Sequence[tuple[Any, ...]],
    places: Sequence[bytes | None],
    crs: QgsCoordinateReferenceSystem,
    check: Check,
) -> None:
    """Write the layer into a GeoPackage of its own. `places` are the WKB of points, None where there is none."""
    fields = [(one.heading, QMetaType.Type.QDate if one.kind == "date" else QMetaType.Type.QString) for one in COLUMNS]
    package = GeoPackage(path, crs, check)
    package.write(
        TABLE,
        TITLE,
        fields,
        ((_geometry(place), *map(_value, row)) for place, row in zip(places, rows)),
        TITLES,
        Qgis.WkbType.Point,
    )
    layer = QgsVectorLayer(f"{path}|layername={TABLE}", TITLE, "ogr")
    for place, name in enumerate(layer.fields().names()):
        layer.setFieldAlias(place, TITLES.get(name, ""))
    _give_form(layer, {word: code for code, word in consequence_words().items()})
    problem = store_default_style(layer, TITLE, TITLE)
    if problem:
        raise HeritageError("The form of the working layer could not be stored: {why}.", why=problem)
    del layer
    one_file(path)


def _give_form(layer: QgsVectorLayer, consequences: Mapping[str, str]) -> None:
    """A form in tabs: what came in cannot be written over, the rest is chosen or written."""
    names = layer.fields().names()
    config = layer.editFormConfig()
    config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    config.clearTabs()
    for title, fields in TABS:
        tab = QgsAttributeEditorContainer(title, config.invisibleRootContainer())
        for name in fields:
            tab.addChildElement(QgsAttributeEditorField(name, names.index(name), tab))
        config.addTab(tab)
    for place, name in enumerate(names):
        config.setReadOnly(place, name not in (*FILLED_IN, "bygning_id", "ejendom_id", "sted", "emne"))
    layer.setEditFormConfig(config)
    decisions = {"": "", "Udpeges": "udpeg", "Udpeges ikke": "udpeg_ikke"}
    for name, choices in (("konsekvens", consequences), ("beslutning", decisions)):
        pairs = [{word or "Ingen": code} for word, code in choices.items()]
        layer.setEditorWidgetSetup(names.index(name), QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    for name in LONG:
        layer.setEditorWidgetSetup(names.index(name), QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
    layer.setDisplayExpression("'Svar ' || svar_id || coalesce(': ' || emne, '')")


def _geometry(wkb: bytes | None) -> QgsGeometry | None:
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _value(value: Any) -> Any:
    return QDate(value.year, value.month, value.day) if hasattr(value, "year") else value
