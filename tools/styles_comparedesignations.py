"""The styles of `comparedesignations`, from data/rules/comparison_texts.json."""

from __future__ import annotations

import json

from qgis.core import (
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import PLUGIN, class_marker, driven, escaped, lines_layer, outline_layer, rules_renderer, style, symbol_of
from styles_classifybuildings import FALSE, TRUE

from lyngby_heritage.processing.outputs.place_marks import place_mark

TEXTS = PLUGIN / "data" / "rules" / "comparison_texts.json"

FIELDS = (
    "field=bygning_id:string(80)&field=aendring:string(20)&field=foer:string(40)&field=efter:string(40)"
    "&field=begrundelse:string(0)&field=adresse:string(0)&field=foer_udpeget:bool&field=efter_udpeget:bool"
    "&field=foer_save:integer&field=efter_save:integer"
)
# What changed is drawn above what did not, and what nobody can tell above all.
PASSES = {"fastholdt": 0, "aendret_grundlag": 1, "udgaaet": 2, "ny": 3}
UNKNOWN_PASS = 4
SIZES = {"circle": 2.2, "triangle": 3.4, "cross": 3.6, "diamond": 3.2, "square": 3.0}
"""Millimetres of each shape, so that they look alike."""

MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">[% {change} %]</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""


def fill_symbol(described: dict) -> QgsFillSymbol:
    """A footprint in the class's colour; what went out carries light stripes, so that colour is not needed alone."""
    fill, outline = described["fill"], described["outline"]
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(fill))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers = [base]
    if described.get("code") == "udgaaet":
        layers.append(lines_layer("#ffffff", 45, 1.4, 0.4))
    if described.get("code") == "aendret_grundlag":
        layers.append(lines_layer("#ffffff", 0, 1.6, 0.35))
    edge = outline_layer(outline, 0.12 if described.get("code") == "fastholdt" else 0.5)
    driven(
        edge,
        QgsSymbolLayer.Property.PropertyStrokeColor,
        f"if(coalesce(@map_scale, 0) > 15000, '{fill}', '{outline}')",
    )
    return symbol_of(QgsFillSymbol(), [*layers, edge, place_mark(marker_symbol(described))])


def marker_symbol(described: dict) -> QgsMarkerSymbol:
    """The point of a class; what changed stays to be seen on small maps."""
    near = SIZES[described["marker"]]
    return class_marker(described, near, 0.7 if described.get("code") == "fastholdt" else near * 0.6)


def key_of(described: dict) -> str:
    """A name of its own for each class."""
    return described["code"] + {True: "_udpeget", False: "_ikke_udpeget", None: ""}[described.get("designated")]


def class_filter(described: dict) -> str:
    """The expression for a class; where one code holds two, `efter_udpeget` decides."""
    code = f"\"aendring\" = '{described['code']}'"
    if described.get("designated") is None:
        return code
    words = TRUE if described["designated"] else FALSE
    return f'{code} AND lower(to_string("efter_udpeget")) IN ({words})'


def renderer(texts: dict, polygons: bool) -> QgsRuleBasedRenderer:
    """The codes of `aendring`, and a loud class for a building that nobody can tell about."""
    make = fill_symbol if polygons else marker_symbol
    rules = [
        (key_of(one), one["legend"], class_filter(one), make(one), PASSES[one["code"]]) for one in texts["classes"]
    ]
    rules.append(("ukendt", texts["unknown"]["legend"], "ELSE", make(texts["unknown"]), UNKNOWN_PASS))
    return rules_renderer(rules)


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    cases = " ".join(f"WHEN {class_filter(one)} THEN '{one['legend']}'" for one in texts["classes"])
    change = f"CASE {cases} ELSE '{texts['unknown']['legend']}' END"
    tip = MAP_TIP.format(title=escaped("adresse", "Bygning"), change=change, reason=escaped("begrundelse", ""))
    words = {"aendring": {one["code"]: one["legend"].split(":")[0] for one in texts["classes"]}}
    return {
        "comparedesignations_polygon.qml": style(
            "MultiPolygon", FIELDS, renderer(texts, True), texts["fields"], tip, words=words
        ),
        "comparedesignations_point.qml": style(
            "Point", FIELDS, renderer(texts, False), texts["fields"], tip, words=words
        ),
    }
