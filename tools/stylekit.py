"""What the style makers share: symbols from a description, rules, and a QML that is the same on every run."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path

from formkit import CODED, Words, give_form
from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
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

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.outputs.place_marks import MARKS_A_PLACE

PLUGIN = Path(__file__).resolve().parents[1] / "lyngby_heritage"
MM = Qgis.RenderUnit.Millimeters

# Outlines and points keep a small building visible on a map of the whole municipality without swamping one of a street.
OUTLINE_MM = "coalesce(scale_linear(@map_scale, 2000, 50000, 0.25, {far}), 0.25)"
POINT_MM = "coalesce(scale_linear(@map_scale, 2000, 50000, {near}, {far}), {near})"

SHAPES = {
    "circle": Qgis.MarkerShape.Circle,
    "cross": Qgis.MarkerShape.CrossFill,
    "diamond": Qgis.MarkerShape.Diamond,
    "square": Qgis.MarkerShape.Square,
    "triangle": Qgis.MarkerShape.Triangle,
}
"""What the data files call the shape of a class's point."""


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


def marker_layer(
    shape: Qgis.MarkerShape, near: float, far: float, fill: str, edge: str, stroke: float
) -> QgsSimpleMarkerSymbolLayer:
    """A point in a colour with an edge: `near` mm on maps of 1:2,000 and larger, `far` from 1:50,000 on."""
    layer = QgsSimpleMarkerSymbolLayer(shape, near)
    layer.setSizeUnit(MM)
    layer.setColor(QColor(fill))
    layer.setStrokeColor(QColor(edge))
    layer.setStrokeWidth(stroke)
    layer.setStrokeWidthUnit(MM)
    driven(layer, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=near, far=round(far, 2)))
    return layer


def class_marker(
    described: Mapping[str, str], near: float, far: float, edge: str | None = None, stroke: float = 0.2
) -> QgsMarkerSymbol:
    """A point in the class's colour and a shape of its own; its edge in the class's too, unless another is named."""
    edge = edge or described["outline"]
    layer = marker_layer(SHAPES[described["marker"]], near, far, described["fill"], edge, stroke)
    return symbol_of(QgsMarkerSymbol(), [layer])


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


def identified(symbol, prefix: str, rendering_pass: int):
    """The symbol with stable ids and its drawing pass on every layer, those inside patterns too.

    A layer that has a pass of its own, as what marks a place, keeps so far above the others.
    """
    for i, layer in enumerate(symbol.symbolLayers()):
        layer.setId(f"{prefix}_{i}")
        layer.setRenderingPass(layer.renderingPass() + rendering_pass)
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


def labels_of(
    field: str, polygons: bool, smallest: float = 2500, expression: bool = False, places: bool = False
) -> QgsVectorLayerSimpleLabeling:
    """A field or an expression on each polygon or beside each point, on maps of 1:`smallest` and larger.

    With `places` it stands beside a polygon that only marks a place, not on its mark.
    """
    text = QgsTextFormat()
    text.setFont(QFont("Arial"))
    text.setFamilies(["Arial", "Liberation Sans", "DejaVu Sans"])  # QGIS asks for a family that a system has not
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
    settings.fieldName = field
    settings.isExpression = expression
    if polygons:
        settings.placement = Qgis.LabelPlacement.OverPoint
        settings.centroidInside = True
        if places:
            stand_beside_marks(settings)
    else:
        settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
        settings.dist = 0.9
        settings.distUnits = MM
    settings.scaleVisibility = True
    settings.minimumScale = smallest
    settings.maximumScale = 1
    settings.setFormat(text)
    return QgsVectorLayerSimpleLabeling(settings)


def stand_beside_marks(settings: QgsPalLayerSettings) -> None:
    """Put the label of a polygon that only marks a place to the right of its mark."""
    right, over = Qgis.LabelQuadrantPosition.Right.value, Qgis.LabelQuadrantPosition.Over.value
    settings.offsetUnits = MM
    beside = QgsPropertyCollection()
    for what, there, otherwise in (
        (QgsPalLayerSettings.Property.OffsetQuad, right, over),
        (QgsPalLayerSettings.Property.OffsetXY, "'1.9,0'", "'0,0'"),
    ):
        beside.setProperty(what, QgsProperty.fromExpression(f"if({MARKS_A_PLACE}, {there}, {otherwise})"))
    settings.setDataDefinedProperties(beside)


def style(
    geometry: str,
    fields: str,
    renderer,
    aliases: dict[str, str],
    tip: str,
    labels=None,
    variables=None,
    words: Mapping[str, Words] | None = None,
    buildings: bool = False,
) -> str:
    """The QML of a layer, without what differs from run to run.

    `words` are codes of this style alone in words; `buildings` says that the form also has what registers know of one.
    """
    own = [one.removeprefix("field=").partition(":")[0] for one in fields.split("&")]
    known = load("rules/lokalplan.json")["fields"]
    coded = [one for one in CODED if one not in own] if buildings else []
    fields += "".join(f"&field={one}:integer" for one in coded)
    aliases = {**aliases, **{one: known[one] for one in coded}}
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
    give_form(layer, own, words or {}, buildings)
    for name, value in (variables or {}).items():
        QgsExpressionContextUtils.setLayerVariable(layer, name, value)
    category = QgsMapLayer.StyleCategory
    wanted = category.Symbology | category.Labeling | category.MapTips | category.Fields | category.Forms
    wanted |= category.LayerConfiguration  # the title of the form
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
    # Aliases and the form are ours; what else a layer holds about its fields would overwrite the reader's.
    for parent in list(root.iter()):
        for label in parent.findall("labelStyle"):  # the font of this machine
            parent.remove(label)
    for labels in root.findall("labelOnTop"):
        for field in labels.findall("field[@labelOnTop='0']"):
            labels.remove(field)
        if not len(labels):
            root.remove(labels)
    for configuration in root.findall("fieldConfiguration"):
        for field in [one for one in configuration if not one.findall("editWidget[@type='ValueMap']")]:
            if not field.findall("editWidget[@type='TextEdit']/config/Option/Option"):
                configuration.remove(field)
        if not len(configuration):
            root.remove(configuration)
    for name in (
        "policies",
        "splitPolicies",
        "duplicatePolicies",
        "defaults",
        "constraints",
        "constraintExpressions",
        "expressionfields",
        *("flags", "editable", "reuseLastValue", "dataDefinedFieldProperties", "widgets"),
        *("storedexpressions", "editforminit", "editforminitcodesource", "editforminitfilepath", "editforminitcode"),
        *("featformsuppress", "editform"),
    ):
        for element in root.findall(name):
            root.remove(element)
    ElementTree.indent(root, " ")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode") + "\n"
