"""The styles of `comparescenarios`, from data/rules/scenario_texts.json."""

from __future__ import annotations

import json

from qgis.core import QgsFillSymbol, QgsMarkerSymbol, QgsSimpleFillSymbolLayer
from qgis.core import QgsSymbolLayer as Layer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import PLUGIN, class_marker, driven, escaped, lines_layer, outline_layer, rules_renderer, style, symbol_of

from lyngby_heritage.processing.outputs.place_marks import place_mark

TEXTS = PLUGIN / "data" / "rules" / "scenario_texts.json"

FIELDS = (
    "field=bygning_id:string(80)&field=adresse:string(0)&field=save_vaerdi:integer&field=antal:integer"
    "&field=scenarier:integer&field=svinger:bool&field=udfald:string(10)&field=udpeges_af:string(0)"
    "&field=vurderes_af:string(0)&field=begrundelse:string(0)&field=offentlig:bool"
)
# What swings is drawn above what does not.
PASSES = {"ingen": 0, "alle": 1, "flest": 2, "faa": 3}
SIZES = {"circle": 2.2, "square": 3.0, "triangle": 3.4}
"""Millimetres of each shape, so that they look alike."""
SWINGING = ("flest", "faa")

MAP_TIP = """<div style="font-family: sans-serif; max-width: 32em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">[% {outcome} %]</p>
<p style="margin: 0.3em 0">[% replace({reason}, '\\n', '<br>') %]</p>
</div>"""


def fill_symbol(described: dict) -> QgsFillSymbol:
    """A footprint in the class's colour; the one that most rules take carries stripes, so that colour is not all."""
    fill, outline = described["fill"], described["outline"]
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(fill))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers = [base]
    if described["code"] == "flest":
        layers.append(lines_layer("#ffffff", 45, 1.4, 0.4))
    edge = outline_layer(outline, 0.5 if described["code"] in SWINGING else 0.12)
    if described["code"] not in SWINGING:
        driven(edge, Layer.Property.PropertyStrokeColor, f"if(coalesce(@map_scale, 0) > 15000, '{fill}', '{outline}')")
    return symbol_of(QgsFillSymbol(), [*layers, edge, place_mark(marker_symbol(described))])


def marker_symbol(described: dict) -> QgsMarkerSymbol:
    """The point of a class; what swings stays to be seen on small maps."""
    near = SIZES[described["marker"]]
    return class_marker(described, near, near * 0.4 if described["code"] in SWINGING else 0.7)


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    classes = texts["classes"]
    cases = " ".join(f"WHEN \"udfald\" = '{one['code']}' THEN '{one['legend']}'" for one in classes)
    tip = MAP_TIP.format(
        title=escaped("adresse", "Bygning"), outcome=f"CASE {cases} END", reason=escaped("begrundelse", "")
    )
    words = {"udfald": {one["code"]: one["legend"] for one in classes}}
    made = {}
    for name, geometry, make in (("polygon", "MultiPolygon", fill_symbol), ("point", "Point", marker_symbol)):
        rules = [
            (one["code"], one["legend"], f"\"udfald\" = '{one['code']}'", make(one), PASSES[one["code"]])
            for one in classes
        ]
        made[f"comparescenarios_{name}.qml"] = style(
            geometry, FIELDS, rules_renderer(rules), texts["fields"], tip, words=words
        )
    return made
