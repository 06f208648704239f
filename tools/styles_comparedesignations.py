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

from lyngby_heritage.core.comparison.compare import CHANGES
from lyngby_heritage.core.comparison.compare import OTHER_GROUND as OTHER_GROUND_AT
from lyngby_heritage.processing.outputs.place_marks import place_mark

TEXTS = PLUGIN / "data" / "rules" / "comparison_texts.json"
OTHER_GROUND = CHANGES[OTHER_GROUND_AT]

FIELDS = (
    "field=bygning_id:string(80)&field=aendring:string(20)&field=foer:string(40)&field=efter:string(40)"
    "&field=begrundelse:string(0)&field=adresse:string(0)&field=foer_udpeget:bool&field=efter_udpeget:bool"
    "&field=foer_save:integer&field=efter_save:integer"
)
# What changed is drawn above what did not, and what nobody can tell above all.
PASSES = {"fastholdt": 0, "aendret_grundlag": 1, "udgaaet": 2, "ny": 3}
UNKNOWN_PASS = 4
LACKING = {"AFTER": "foer", "BEFORE": "efter"}
"""The one layer that has a building → the field that then holds nothing."""
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
    if described.get("code") == "udgaaet" or described.get("only") == "BEFORE":
        layers.append(lines_layer("#ffffff", 45, 1.4, 0.4))
    if described.get("code") == "aendret_grundlag":
        layers.append(lines_layer("#ffffff", 0, 1.6, 0.35))
    edge = outline_layer(outline, 0.12 if is_quiet(described) else 0.5)
    driven(
        edge,
        QgsSymbolLayer.Property.PropertyStrokeColor,
        f"if(coalesce(@map_scale, 0) > 15000, '{fill}', '{outline}')",
    )
    return symbol_of(QgsFillSymbol(), [*layers, edge, place_mark(marker_symbol(described))])


def marker_symbol(described: dict) -> QgsMarkerSymbol:
    """The point of a class; what changed stays to be seen on small maps."""
    near = SIZES[described["marker"]]
    return class_marker(described, near, 0.7 if is_quiet(described) else near * 0.6)


def is_quiet(described: dict) -> bool:
    """Whether a class says that nothing changed: kept as it was, or not designated and in one of the layers only."""
    return described.get("code") == "fastholdt" or "only" in described


def key_of(described: dict) -> str:
    """A name of its own for each class."""
    return described["code"] + {True: "_udpeget", False: "_ikke_udpeget", None: ""}[described.get("designated")]


def class_filter(described: dict) -> str:
    """The expression for a class; where one code holds two, `efter_udpeget` decides."""
    code = f"\"aendring\" = '{described['code']}'"
    there = {only: f"attribute(@feature, '{field}') IS NOT NULL" for only, field in LACKING.items()}
    if described["code"] == OTHER_GROUND:
        # Where neither ground is said, or a layer has not these fields, nobody can tell that a layer lacks it.
        return f"{code} AND (({there['AFTER']}) = ({there['BEFORE']}))"
    if described.get("designated") is None:
        return code
    words = TRUE if described["designated"] else FALSE
    return f'{code} AND lower(to_string("efter_udpeget")) IN ({words})'


def one_layer_classes(texts: dict) -> list[dict]:
    """What is drawn of its own of the buildings on another ground: those that only one of the layers has."""
    return [{**one, "legend": one["title"]} for one in texts["sections"] if "fill" in one]


def one_layer_filter(described: dict) -> str:
    """The expression for those that one layer alone has: the other says no ground."""
    lacking = LACKING[described["only"]]
    has = LACKING["BEFORE" if described["only"] == "AFTER" else "AFTER"]
    return (
        f"\"aendring\" = '{described['change']}' AND attribute(@feature, '{lacking}') IS NULL"
        f" AND attribute(@feature, '{has}') IS NOT NULL"
    )


def renderer(texts: dict, polygons: bool) -> QgsRuleBasedRenderer:
    """The codes of `aendring`, and a loud class for a building that nobody can tell about."""
    make = fill_symbol if polygons else marker_symbol
    rules = [
        (key_of(one), one["legend"], class_filter(one), make(one), PASSES[one["code"]]) for one in texts["classes"]
    ]
    place = 1 + max(place for place, one in enumerate(texts["classes"]) if one["code"] == OTHER_GROUND)
    rules[place:place] = [
        (one["key"], one["legend"], one_layer_filter(one), make(one), PASSES["fastholdt"])
        for one in one_layer_classes(texts)
    ]
    rules.append(("ukendt", texts["unknown"]["legend"], "ELSE", make(texts["unknown"]), UNKNOWN_PASS))
    return rules_renderer(rules)


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    filters = [(class_filter(one), one["legend"]) for one in texts["classes"]]
    filters += [(one_layer_filter(one), one["legend"]) for one in one_layer_classes(texts)]
    cases = " ".join(f"WHEN {wanted} THEN '{legend}'" for wanted, legend in filters)
    change = f"CASE {cases} ELSE '{texts['unknown']['legend']}' END"
    tip = MAP_TIP.format(title=escaped("adresse", "Bygning"), change=change, reason=escaped("begrundelse", ""))
    words = {"aendring": {one["code"]: one.get("word", one["legend"]).split(":")[0] for one in texts["classes"]}}
    return {
        "comparedesignations_polygon.qml": style(
            "MultiPolygon", FIELDS, renderer(texts, True), texts["fields"], tip, words=words
        ),
        "comparedesignations_point.qml": style(
            "Point", FIELDS, renderer(texts, False), texts["fields"], tip, words=words
        ),
    }
