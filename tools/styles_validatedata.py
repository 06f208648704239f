"""The style of `validatedata`: one symbol per level, the gravest on top, and a loud one for whatever else there is."""

from __future__ import annotations

import json

from qgis.core import Qgis, QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer, QgsSymbolLayer
from qgis.PyQt.QtGui import QColor
from stylekit import MM, PLUGIN, POINT_MM, driven, escaped, rules_renderer, style, symbol_of

FIELDS = (
    "field=lag:string(0)&field=objekt_id:string(0)&field=alvor:string(20)&field=regel:string(60)&field=tekst:string(0)"
    "&field=indgang:string(40)&field=raekke:int8&field=antal:integer"
)
SYMBOLS = {
    "fejl": (Qgis.MarkerShape.Cross2, 3.4, "#b3122b", 0.9),
    "advarsel": (Qgis.MarkerShape.Triangle, 3.2, "#e08a00", 0.3),
    "oplysning": (Qgis.MarkerShape.Circle, 2.2, "#3f7cac", 0.3),
}
ALIASES = {
    "lag": "Lag",
    "objekt_id": "Objekt-id",
    "alvor": "Alvor",
    "regel": "Regel",
    "tekst": "Hvad der er galt, og hvad der kan gøres",
    "indgang": "Indgang",
    "raekke": "Række",
    "antal": "Antal objekter",
}
MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {level} %]: [% {layer} %]</b> [% {id} %]
<p style="margin: 0.3em 0">[% {text} %]</p>
<p style="margin: 0.3em 0; color: #5c564d">Regel: [% {rule} %]</p>
</div>"""


def marker(shape: Qgis.MarkerShape, size: float, colour: str, stroke: float) -> QgsMarkerSymbol:
    """A marker with a white edge behind it, so that it is seen on any map."""
    layers: list[QgsSymbolLayer] = []
    line = shape == Qgis.MarkerShape.Cross2
    for paint, width in (("#ffffff", stroke + 0.9), (colour, stroke)) if line else ((colour, stroke),):
        layer = QgsSimpleMarkerSymbolLayer(shape, size)
        layer.setSizeUnit(MM)
        layer.setColor(QColor(colour))
        layer.setStrokeColor(QColor(paint if line else "#ffffff"))
        layer.setStrokeWidth(width)
        layer.setStrokeWidthUnit(MM)
        driven(layer, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=size, far=round(size * 0.6, 2)))
        layers.append(layer)
    return symbol_of(QgsMarkerSymbol(), layers)


def styles() -> dict[str, str]:
    """Every style by its file name."""
    levels = json.loads((PLUGIN / "data" / "rules" / "validation.json").read_text(encoding="utf-8"))["levels"]
    rules = [
        (level, described["legend"], f"\"alvor\" = '{level}'", marker(*SYMBOLS[level]), 2 * (2 - number))
        for number, (level, described) in enumerate(levels.items())
    ]
    rules.append(("ukendt", "Ukendt alvor", "ELSE", marker(Qgis.MarkerShape.Square, 3.0, "#ff00ff", 0.3), 6))
    tip = MAP_TIP.format(
        level=escaped("alvor", "fund"),
        layer=escaped("lag", "lag"),
        id=escaped("objekt_id", ""),
        text=escaped("tekst", ""),
        rule=escaped("regel", "ukendt"),
    )
    return {"validatedata.qml": style("Point", FIELDS, rules_renderer(rules), ALIASES, tip)}
