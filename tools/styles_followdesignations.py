"""The style of `followdesignations`, from data/rules/since.json."""

from __future__ import annotations

import json

from qgis.core import QgsFillSymbol, QgsSimpleFillSymbolLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import PLUGIN, class_marker, escaped, lines_layer, outline_layer, rules_renderer, style, symbol_of

from lyngby_heritage.processing.outputs.place_marks import place_mark

TEXTS = PLUGIN / "data" / "rules" / "since.json"

FIELDS = (
    "field=bygning_id:string(80)&field=haendelse:string(20)&field=rang:integer&field=dato:string(10)"
    "&field=foer:string(0)&field=efter:string(0)&field=tekst:string(0)&field=adresse:string(0)"
    "&field=gruppe:string(20)&field=offentlig:bool"
)
NEAR, FAR = 3.4, 2.8
"""A work list has few rows: each is seen at any scale."""
GONE = ("nedrevet", "vaek")

MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">[% {change} %] (rang [% "rang" %])</p>
<p style="margin: 0.3em 0">[% {text} %]</p>
</div>"""


def fill_symbol(described: dict) -> QgsFillSymbol:
    """An outline in the colour of the event, and its sign on it, so that one house is seen on a map of the town."""
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(described["fill"]))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    striped = [lines_layer("#ffffff", 45, 1.4, 0.4)] if described["code"] in GONE else []
    edge = outline_layer(described["outline"], 0.5)
    sign = class_marker(described, NEAR, FAR, "#ffffff", 0.25)
    return symbol_of(QgsFillSymbol(), [base, *striped, edge, place_mark(sign, "true")])


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    events = texts["events"]
    last = len(events) - 1
    rules = [
        (one["code"], one["legend"], f"\"haendelse\" = '{one['code']}'", fill_symbol(one), last - place)
        for place, one in enumerate(events)
    ]
    unknown = texts["unknown"]
    rules.append((unknown["code"], unknown["legend"], "ELSE", fill_symbol(unknown), last + 1))
    cases = " ".join(f"WHEN \"haendelse\" = '{one['code']}' THEN '{one['legend']}'" for one in events)
    tip = MAP_TIP.format(
        title=escaped("adresse", "Bygning"),
        change=f"CASE {cases} ELSE '{texts['unknown']['legend']}' END",
        text=escaped("tekst", ""),
    )
    words = {"haendelse": {one["code"]: one["legend"] for one in events}, "gruppe": texts["groups"]}
    return {
        "followdesignations.qml": style(
            "MultiPolygon", FIELDS, rules_renderer(rules), texts["fields"], tip, words=words
        )
    }
