"""The style of `uniformensembles`, from data/rules/ensemble_texts.json."""

from __future__ import annotations

import json

from formkit import STATUS_OF_AREAS
from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSymbolLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import PLUGIN, driven, escaped, labels_of, lines_layer, outline_layer, rules_renderer, style, symbol_of

from lyngby_heritage.core.designation.decisions import DESIGNATE, DO_NOT_DESIGNATE

TEXTS = PLUGIN / "data" / "rules" / "ensemble_texts.json"

STRIPES = 135.0
"""The way that the stripes of an area run, across those of a building that is open."""

FIELDS = (
    "field=ensemble_id:integer&field=navn:string(0)&field=status:string(20)&field=antal_bygninger:integer"
    "&field=antal_udpeget:integer&field=save_middel:double&field=opfoert_fra:integer&field=opfoert_til:integer"
    "&field=anvendelse:string(0)&field=areal_ha:double&field=antal_save:integer&field=antal_andre:integer"
    "&field=ensartethed:double&field=antal_ensartede:integer&field=omrids:string(40)&field=begrundelse:string(0)"
    "&field=vaegt:double&field=vaegt_udregning:string(0)&field=beslutning:string(20)&field=besluttet_navn:string(0)"
    "&field=besluttet_begrundelse:string(0)"
)
NAME = "coalesce(nullif(\"navn\", ''), 'Forslag ' || \"ensemble_id\")"
NUMBER = 'to_string("ensemble_id")'
# A proposal must look like one on every map: its name is followed by the word, and on small maps its number. The sheets
# of an atlas are full of house numbers and say the name above the map: there the neighbours have their numbers alone.
LABEL = (
    f"case when coalesce(@map_scale, 0) > 6000 then {NUMBER} "
    f"when {NUMBER} = to_string(attribute(@atlas_feature, 'ensemble_id')) then null "
    f"when @atlas_featurenumber is not null then 'Forslag ' || {NUMBER} "
    f"else wordwrap({NAME}, 26) || '\n(forslag' "
    "|| coalesce(', ' || to_string(\"antal_bygninger\") || ' hovedbygninger', '') || ')' end"
)
MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {name} %]</b>
<p style="margin: 0.3em 0">Forslag til kulturmiljø nr. [% {number} %] · [% {buildings} %] hovedbygninger ·
[% replace({hectares}, '.', ',') %] ha</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""


def symbol(described: dict) -> QgsFillSymbol:
    """A light fill with stripes, which no building has this way, and the broken line of what is not decided."""
    fill = QgsSimpleFillSymbolLayer()
    colour = QColor(described["fill"])
    colour.setAlphaF(described["opacity"])
    fill.setColor(colour)
    fill.setStrokeStyle(Qt.PenStyle.NoPen)
    edge = outline_layer(described["outline"], 0.5, Qt.PenStyle.DashLine)
    driven(
        edge,
        QgsSymbolLayer.Property.PropertyStrokeWidth,
        "coalesce(scale_linear(@map_scale, 2000, 50000, 0.6, 0.35), 0.5)",
    )
    lines = described.get("lines")
    stripes = [lines_layer(described["outline"], STRIPES, lines["apart_mm"], lines["wide_mm"])] if lines else []
    return symbol_of(QgsFillSymbol(), [fill, *stripes, edge])


def renderer(texts: dict) -> QgsRuleBasedRenderer:
    """Proposals by how many of their buildings are designated, and a loud class for whatever else there may be."""
    proposal = "\"status\" = 'forslag'"
    rules, before = [], ""
    for described in texts["classes"]:
        own = described["filter"]
        rules.append((described["key"], described["legend"], f"{proposal} AND {own}{before}", symbol(described), 0))
        before += f" AND NOT coalesce({own}, false)"
    for described in texts["settled"]:
        own = f"\"status\" = '{described['status']}'"
        rules.append((described["key"], described["legend"], own, symbol(described), 0))
    rules.append(("andet", texts["other"]["legend"], "ELSE", symbol(texts["other"]), 1))
    return rules_renderer(rules)


def make_way(labels: QgsVectorLayerSimpleLabeling) -> QgsVectorLayerSimpleLabeling:
    """Labels that look for a place of their own inside the area, and give way to the numbers on the houses."""
    settings = QgsPalLayerSettings(labels.settings())
    settings.placement = Qgis.LabelPlacement.Horizontal
    settings.priority = 0
    return QgsVectorLayerSimpleLabeling(settings)


def words_of(texts: dict) -> dict:
    """The codes of the fields in words."""
    settled = {one["status"]: one["status"].capitalize() for one in texts["settled"]}
    return {
        "status": {**STATUS_OF_AREAS["status"], **settled},
        "beslutning": {DESIGNATE: "Udpeges", DO_NOT_DESIGNATE: "Udpeges ikke"},
    }


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    tip = MAP_TIP.format(
        name=escaped("navn", "Forslag uden adresse"),
        number=escaped("ensemble_id", "?"),
        buildings=escaped("antal_bygninger", "?"),
        hectares=escaped("areal_ha", "?"),
        reason=escaped("begrundelse", ""),
    )
    labels = make_way(labels_of(LABEL, True, smallest=30_000, expression=True))
    return {
        "uniformensembles.qml": style(
            "MultiPolygon", FIELDS, renderer(texts), texts["fields"], tip, labels, words=words_of(texts)
        ),
    }
