"""The styles of `delineatevalley`, from data/rules/valley_texts.json."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from qgis.core import (
    QgsColorRampShader,
    QgsFillSymbol,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsReadWriteContext,
    QgsSimpleFillSymbolLayer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument
from stylekit import (
    PLUGIN,
    canonical,
    escaped,
    labels_of,
    lines_layer,
    outline_layer,
    rules_renderer,
    style,
    symbol_of,
)

TEXTS = PLUGIN / "data" / "rules" / "valley_texts.json"
FIELDS = "field=del:string(20)&field=navn:string(80)&field=areal_ha:double"
OPACITY = 165
"""Of 255: the hillshade or the map below stays readable."""

LABEL = (
    "if(\"del\" = 'dalbund' OR (\"del\" = 'sidedal' AND NOT array_contains("
    'array_agg("navn", filter:="del" = \'dalbund\'), "navn")), "navn", NULL)'
)
"""The watercourse's name once on its floor, and a tributary's on its side valley."""

TIP = """<div style="font-family: sans-serif; max-width: 24em">
<b>[% {part} %]</b>
<p style="margin: 0.3em 0">[% {name} %] ·
[% coalesce(replace(format_number(attribute(@feature, 'areal_ha'), 2, 'da'), ' ', ''), '?') %] ha</p>
</div>"""


def part_symbol(described: dict[str, str]) -> QgsFillSymbol:
    """A tint that lets the map show through; a side is hatched besides, so that it is told apart in black and white."""
    fill = QColor(described["fill"])
    fill.setAlpha(OPACITY)
    base = QgsSimpleFillSymbolLayer()
    base.setColor(fill)
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers = [base]
    if described["key"] == "dalside":
        layers.append(lines_layer(described["outline"], 45, 1.8, 0.12))
    if described["key"] == "sidedal":
        layers.append(lines_layer(described["outline"], 135, 1.2, 0.15))
    return symbol_of(QgsFillSymbol(), [*layers, outline_layer(described["outline"], 0.18)])


def parts_style(texts: dict) -> str:
    """The parts of the valley by `del`, and a loud one for whatever else the layer may hold."""
    rules = [
        (one["key"], one["legend"], f"\"del\" = '{one['code']}'", part_symbol(one), number)
        for number, one in enumerate(texts["classes"])
    ]
    rules.append(("ukendt", texts["unknown"]["legend"], "ELSE", part_symbol(texts["unknown"]), len(rules)))
    shown = "CASE " + " ".join(f"WHEN \"del\" = '{one['code']}' THEN '{one['legend']}'" for one in texts["classes"])
    tip = TIP.format(part=f"{shown} ELSE '{texts['unknown']['legend']}' END", name=escaped("navn", "Vandløb uden navn"))
    labels = labels_of(LABEL, True, 25_000, expression=True)
    words = {"del": {one["code"]: one["legend"] for one in texts["classes"]}}
    return style("Polygon", FIELDS, rules_renderer(rules), texts["fields"], tip, labels, words=words)


def height_style(texts: dict) -> str:
    """Heights above the watercourse in colours from water over meadow to hill."""
    import numpy as np

    from lyngby_heritage.core.valley.raster import GeoTiff, Placement

    ramp = QgsColorRampShader()
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setColorRampItemList(
        [QgsColorRampShader.ColorRampItem(height, QColor(colour), label) for height, colour, label in stops(texts)]
    )
    ramp.setMinimumValue(stops(texts)[0][0])
    ramp.setMaximumValue(stops(texts)[-1][0])
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "h.tif"
        place = Placement(720_000, 5, 0, 6_187_000, 0, -5)
        with GeoTiff(str(file), (2, 2), place, "EPSG:25832", -9999.0, "h") as made:
            made.write(0, np.zeros((2, 2), dtype="float32"))
        layer = QgsRasterLayer(str(file), "h")
        renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
        renderer.setClassificationMin(ramp.minimumValue())
        renderer.setClassificationMax(ramp.maximumValue())
        layer.setRenderer(renderer)
        document = QDomDocument("qgis")
        message = layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
        del layer
    if message:
        raise SystemExit(message)
    return canonical(document.toString())


def stops(texts: dict) -> list:
    """Height, colour and legend of each stop of the ramp."""
    return texts["height"]["stops"]


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    return {"delineatevalley_parts.qml": parts_style(texts), "delineatevalley_height.qml": height_style(texts)}
