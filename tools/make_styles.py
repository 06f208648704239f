#!/usr/bin/env python3
"""Makes the layer styles of `classifybuildings` from data/rules/designation_texts.json.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/make_styles.py [FOLDER]

The same QGIS version writes the same bytes on every run; FOLDER is the plugin's `styles` where none is given.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsReadWriteContext,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

PLUGIN = Path(__file__).resolve().parents[1] / "lyngby_heritage"
TEXTS = PLUGIN / "data" / "rules" / "designation_texts.json"
MM = Qgis.RenderUnit.Millimeters

BUILDING_FIELDS = (
    "field=save_vaerdi:integer&field=udpeget:bool&field=udpegning:string(40)&field=ensartethed:double"
    "&field=naboer:integer&field=naboer_ens:integer&field=begrundelse:string(0)"
)
PAIR_FIELDS = (
    "field=fra_id:string(80)&field=til_id:string(80)&field=lighed:double&field=ens_paa:string(0)"
    "&field=forskellig_paa:string(0)"
)

# Outlines and points keep a small building visible on a map of the whole municipality without swamping one of a street.
OUTLINE_MM = "coalesce(scale_linear(@map_scale, 2000, 50000, 0.25, {far}), 0.25)"
POINT_MM = "coalesce(scale_linear(@map_scale, 2000, 50000, {near}, {far}), {near})"

# However the file keeps booleans: as such, as numbers or as text.
TRUE, FALSE = "'true', '1', 't'", "'false', '0', 'f'"

# Later passes are drawn above earlier ones: what is designated lies on top of what is not.
PASSES = {
    "ikke_registreret": 0,
    "ikke_udpeget": 1,
    "til_vurdering": 2,
    "beslutning_udpeg_ikke": 3,
    "vaerdi_4_ensartet": 4,
    "vaerdi_1_3": 5,
    "beslutning_udpeg": 6,
}
UNKNOWN_PASS = 7

MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">SAVE-værdi: [% coalesce(to_string(attribute(@feature, 'save_vaerdi')), 'ingen') %] ·
[% {designated} %]</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""

PAIR_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>Lighed: [% coalesce(replace(to_string(round(100 * attribute(@feature, 'lighed'))), '.', ','), '?') %] %</b>
<p style="margin: 0.3em 0">Ens på: [% {alike} %]<br>Forskellig på: [% {different} %]</p>
</div>"""


def escaped(field: str, otherwise: str) -> str:
    """An expression for a field's text in HTML; a layer without the field, or a NULL, gives the other words."""
    text = f"to_string(attribute(@feature, '{field}'))"
    return f"coalesce(replace(replace(nullif({text}, ''), '&', '&amp;'), '<', '&lt;'), '{otherwise}')"


def symbol_of(symbol: QgsSymbol, layers: list[QgsSymbolLayer]) -> QgsSymbol:
    """The symbol with these layers instead of its own."""
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def driven(layer: QgsSymbolLayer, what: QgsSymbolLayer.Property, expression: str) -> None:
    """Let an expression set a property of a symbol layer."""
    layer.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))


def outline_layer(colour: str, far: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QgsSimpleFillSymbolLayer:
    """The outline of a polygon, which grows on small-scale maps."""
    layer = QgsSimpleFillSymbolLayer()
    layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setStrokeColor(QColor(colour))
    layer.setStrokeStyle(style)
    layer.setStrokeWidth(0.25)
    layer.setStrokeWidthUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    driven(layer, QgsSymbolLayer.Property.PropertyStrokeWidth, OUTLINE_MM.format(far=far))
    return layer


def lines_layer(colour: str, angle: float, distance: float, width: float) -> QgsLinePatternFillSymbolLayer:
    """Parallel lines across a polygon."""
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle)
    layer.setDistance(distance)
    layer.setDistanceUnit(MM)
    line = QgsSimpleLineSymbolLayer(QColor(colour), width)
    line.setWidthUnit(MM)
    layer.setSubSymbol(symbol_of(QgsLineSymbol(), [line]))
    return layer


def fill_symbol(described: dict[str, str]) -> QgsFillSymbol:
    """The polygon symbol of a class: its fill, its pattern, and an outline in its own colour."""
    pattern, fill, outline = described["pattern"], described["fill"], described["outline"]
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(fill))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers = [base]
    if pattern == "empty":
        return symbol_of(QgsFillSymbol(), [base, outline_layer(outline, 0.1)])
    if pattern == "stripes":
        layers.append(lines_layer("#ffffff", 0, 1.6, 0.35))
    if pattern == "hatch":
        layers.append(lines_layer(outline, 45, 1.4, 0.4))
    if pattern == "cross":
        layers += [lines_layer(outline, 45, 1.8, 0.25), lines_layer(outline, 135, 1.8, 0.25)]
    # On a small-scale map a house is its outline, so that takes the fill's colour where the fill is what tells.
    solid = pattern in ("solid", "stripes")
    far = {"ikke_udpeget": 0.12}.get(described.get("key", ""), 0.4)
    edge = outline_layer(outline, far)
    if solid:
        driven(
            edge,
            QgsSymbolLayer.Property.PropertyStrokeColor,
            f"if(coalesce(@map_scale, 0) > 15000, '{fill}', '{outline}')",
        )
    return symbol_of(QgsFillSymbol(), [*layers, edge])


def marker_symbol(described: dict[str, str]) -> QgsMarkerSymbol:
    """The point symbol of a class: a shape of its own besides the colour."""
    shapes = {
        "circle": (Qgis.MarkerShape.Circle, 2.6),
        "square": (Qgis.MarkerShape.Square, 2.5),
        "diamond": (Qgis.MarkerShape.Diamond, 3.4),
        "triangle": (Qgis.MarkerShape.Triangle, 3.0),
    }
    shape, near = shapes[described["marker"]]
    quiet = described["key"] in ("ikke_udpeget", "ikke_registreret")
    if quiet:
        near = 1.8
    layer = QgsSimpleMarkerSymbolLayer(shape, near)
    layer.setSizeUnit(MM)
    layer.setColor(QColor(described["fill"]))
    layer.setStrokeColor(QColor("#ffffff" if described["pattern"] == "solid" and not quiet else described["outline"]))
    layer.setStrokeWidth(0.5 if described["pattern"] in ("hatch", "cross") else 0.2)
    layer.setStrokeWidthUnit(MM)
    far = round(near * (0.36 if quiet else 0.5), 2)
    driven(layer, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=near, far=far))
    if described["pattern"] in ("hatch", "cross"):
        driven(
            layer,
            QgsSymbolLayer.Property.PropertyStrokeWidth,
            "coalesce(scale_linear(@map_scale, 2000, 50000, 0.5, 0.3), 0.5)",
        )
    layers: list[QgsSymbolLayer] = [layer]
    if described["pattern"] in ("stripes", "cross"):
        # A decision carries a mark within: a white dot for yes, a cross for no.
        yes = described["pattern"] == "stripes"
        inner = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle if yes else Qgis.MarkerShape.Cross2, 1.1)
        inner.setSizeUnit(MM)
        inner.setColor(QColor("#ffffff" if yes else described["outline"]))
        inner.setStrokeColor(QColor("#ffffff" if yes else described["outline"]))
        inner.setStrokeStyle(Qt.PenStyle.NoPen if yes else Qt.PenStyle.SolidLine)
        inner.setStrokeWidth(0.3)
        inner.setStrokeWidthUnit(MM)
        driven(inner, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=1.1, far=0.5))
        layers.append(inner)
    return symbol_of(QgsMarkerSymbol(), layers)


def line_symbol(colour: str, width: float, dashed: bool) -> QgsLineSymbol:
    """A line between two neighbours."""
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width)
    layer.setWidthUnit(MM)
    if dashed:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector([1.6, 1.2])
        layer.setCustomDashPatternUnit(MM)
        # A pair stands in the layer both ways: a pattern that is the same from both ends does not fill its own gaps.
        layer.setAlignDashPattern(True)
    return symbol_of(QgsLineSymbol(), [layer])


def class_filter(described: dict) -> str:
    """The expression for a class; where one code holds two, `udpeget` decides."""
    code = f"\"udpegning\" = '{described['code']}'"
    if described["code"] != "beslutning":
        return code
    words = TRUE if described["designated"] else FALSE
    return f'{code} AND lower(to_string("udpeget")) IN ({words})'


def identified(symbol, prefix: str, rendering_pass: int):
    """The symbol with stable ids and its drawing pass on every layer, those inside patterns too."""
    for i, layer in enumerate(symbol.symbolLayers()):
        layer.setId(f"{prefix}_{i}")
        layer.setRenderingPass(rendering_pass)
        if layer.subSymbol() is not None:
            identified(layer.subSymbol(), f"{prefix}_{i}", 0)
    return symbol


def rules_renderer(rules: list[tuple[str, str, str, object, int]]) -> QgsRuleBasedRenderer:
    """A rule-based renderer of (key, label, filter, symbol, pass)."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.setRuleKey("rod")
    for key, label, expression, symbol, rendering_pass in rules:
        rule = QgsRuleBasedRenderer.Rule(identified(symbol, key, rendering_pass), filterExp=expression, label=label)
        rule.setRuleKey(key)
        root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)
    return renderer


def building_renderer(texts: dict, polygons: bool) -> QgsRuleBasedRenderer:
    """The classes of `udpegning`, and a loud one for whatever else the layer may hold."""
    make = fill_symbol if polygons else marker_symbol
    rules = [
        (described["key"], described["legend"], class_filter(described), make(described), PASSES[described["key"]])
        for described in texts["classes"]
    ]
    unknown = {**texts["unknown"], "key": "ukendt", "pattern": "solid", "marker": "square"}
    rules.append(("ukendt", unknown["legend"], "ELSE", make(unknown), UNKNOWN_PASS))
    return rules_renderer(rules)


def pairs_renderer(texts: dict) -> QgsRuleBasedRenderer:
    """Alike from the layer's variable `lighed_graense`, which the tool sets to its SIMILARITY."""
    pairs = texts["pairs"]
    limit = f"coalesce(to_real(@lighed_graense), {pairs['threshold']}) - 1e-9"
    return rules_renderer(
        [
            (
                "ens",
                pairs["alike"]["legend"],
                f'"lighed" >= {limit}',
                line_symbol(pairs["alike"]["colour"], 0.6, False),
                1,
            ),
            (
                "ikke_ens",
                pairs["different"]["legend"],
                f'"lighed" < {limit}',
                line_symbol(pairs["different"]["colour"], 0.3, True),
                0,
            ),
            ("ukendt", pairs["unknown"]["legend"], "ELSE", line_symbol(pairs["unknown"]["colour"], 0.8, False), 2),
        ]
    )


def value_labels(polygons: bool) -> QgsVectorLayerSimpleLabeling:
    """The SAVE value beside or on each building, on maps of 1:2,500 and larger."""
    text = QgsTextFormat()
    text.setFont(QFont("Arial"))
    text.setNamedStyle("Bold")
    text.setSize(7.5)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor("#23201c"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setSizeUnit(MM)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "save_vaerdi"
    settings.isExpression = False
    if polygons:
        settings.placement = Qgis.LabelPlacement.OverPoint
        settings.centroidInside = True
    else:
        settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
        settings.dist = 0.9
        settings.distUnits = MM
    settings.scaleVisibility = True
    settings.minimumScale = 2500
    settings.maximumScale = 1
    settings.setFormat(text)
    return QgsVectorLayerSimpleLabeling(settings)


def style(geometry: str, fields: str, renderer, aliases: dict[str, str], tip: str, labels=None, variables=None) -> str:
    """The QML of a layer, without what differs from run to run."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:25832&{fields}", "lag", "memory")
    assert layer.isValid()
    layer.setRenderer(renderer)
    for name, alias in aliases.items():
        layer.setFieldAlias(layer.fields().lookupField(name), alias)
    layer.setMapTipTemplate(tip)
    layer.setMapTipsEnabled(True)
    if labels is not None:
        layer.setLabeling(labels)
        layer.setLabelsEnabled(True)
    for name, value in (variables or {}).items():
        QgsExpressionContextUtils.setLayerVariable(layer, name, value)
    category = QgsMapLayer.StyleCategory
    wanted = category.Symbology | category.Labeling | category.MapTips | category.Fields
    if variables:
        wanted |= category.CustomProperties
    document = QDomDocument("qgis")
    message = layer.exportNamedStyle(document, QgsReadWriteContext(), wanted)
    if message:
        raise SystemExit(message)
    return canonical(document.toString())


def canonical(qml: str) -> str:
    """The same XML with attributes in order: Qt shuffles them from one process to the next."""
    root = ElementTree.fromstring(qml)
    root.set("version", Qgis.version().split("-")[0])
    for settings in root.iter("settings"):
        for callout in settings.findall("callout"):  # not in use, and holds XML as text in an order of its own
            settings.remove(callout)
    named = 0
    for element in root.iter():
        if re.fullmatch(r"\{[0-9a-f-]{36}\}", element.get("id", "")):
            named += 1
            element.set("id", f"lag_{named}")
        attributes = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(attributes)
    # Only the aliases are ours; what else a layer without a form holds about its fields would overwrite the reader's.
    for name in (
        "fieldConfiguration",
        "policies",
        "splitPolicies",
        "duplicatePolicies",
        "defaults",
        "constraints",
        "constraintExpressions",
        "expressionfields",
    ):
        for element in root.findall(name):
            root.remove(element)
    ElementTree.indent(root, " ")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode") + "\n"


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    tip = MAP_TIP.format(
        title=escaped("adresse", "Bygning"),
        designated=f"if(lower(to_string(attribute(@feature, 'udpeget'))) IN ({TRUE}), 'udpeget', 'ikke udpeget')",
        reason=escaped("begrundelse", ""),
    )
    pair_tip = PAIR_TIP.format(alike=escaped("ens_paa", "intet"), different=escaped("forskellig_paa", "intet"))
    return {
        "classifybuildings_polygon.qml": style(
            "MultiPolygon", BUILDING_FIELDS, building_renderer(texts, True), texts["fields"], tip, value_labels(True)
        ),
        "classifybuildings_point.qml": style(
            "Point", BUILDING_FIELDS, building_renderer(texts, False), texts["fields"], tip, value_labels(False)
        ),
        "classifybuildings_pairs.qml": style(
            "LineString",
            PAIR_FIELDS,
            pairs_renderer(texts),
            texts["pair_fields"],
            pair_tip,
            variables={"lighed_graense": str(texts["pairs"]["threshold"])},
        ),
    }


def main() -> None:
    """Write the styles into the folder given, or into the plugin."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PLUGIN / "styles"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], False, profile)
        application.initQgis()
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in styles().items():
            (folder / name).write_text(text, encoding="utf-8")
            print(folder / name)
        application.exitQgis()


if __name__ == "__main__":
    main()
