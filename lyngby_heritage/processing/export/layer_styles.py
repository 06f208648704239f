"""The look of the layers: the style of the tool that made them where the plugin has one, else a plain one from data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import (
    Qgis,
    QgsCallout,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleLineCallout,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...core.common.data import load
from ...core.common.wording import capitalised
from ...paths import STYLES
from ..outputs.field_names import name_fields
from ..outputs.layout_parts import ACCENT, INK, MUTED, text_format
from ..outputs.place_marks import place_mark
from ..outputs.styling import apply_style
from .sheet_numbers import MM_PER_POINT

if TYPE_CHECKING:
    from qgis.core import QgsSymbol, QgsTextFormat, QgsVectorLayer


LED_MM = 2.2
"""How far from the middle of its building a number stands that a line leads from."""


def style_of(described: dict[str, Any], kind: str, fields: Collection[str]) -> str | None:
    """The file name of a table's style for a kind of geometry and its fields, None where the plugin has none."""
    plan = described.get("plan_styles")
    own = plan["styles"] if plan and plan["field"] in fields else []
    names = (name.format(kind=kind) for name in (*own, *described.get("styles", ())))
    return next((name for name in names if (STYLES / name).exists()), None)


def dress(
    layer: QgsVectorLayer, described: dict[str, Any], kind: str, aliases: Iterable[tuple[str, str]], title: str
) -> str | None:
    """Give a layer of the package its style, its labels, what its rows are called and the names of its fields.

    `described` is the table's entry in data/rules/lokalplan.json. Returns the style's file name, None for a plain one.
    """
    style = style_of(described, kind, layer.fields().names())
    if style is not None:
        apply_style(layer, style, {})
    else:
        dress_plainly(layer, described["plain"], kind, title)
    label = described.get("label")
    if label and not layer.labelsEnabled():
        put_labels(layer, label["expression"], label["smallest"], kind)
        if label.get("middle"):
            put_in_middle(layer)
    if "called" in described:
        layer.setDisplayExpression(described["called"])
    name_fields(layer, aliases)
    return style


def rename_classes(layer: QgsVectorLayer, names: Mapping[str, str]) -> None:
    """Give the classes of a layer of rules other names in its legend: old name → new name."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    for rule in renderer.rootRule().descendants():
        rule.setLabel(names.get(rule.label(), rule.label()))


def dress_plainly(layer: QgsVectorLayer, plain: dict[str, Any], kind: str, title: str, only: str | None = None) -> None:
    """One symbol for all rows, or for those that the expression `only` holds for."""
    symbol = plain_symbol(plain, kind)
    by = layer.fields().lookupField(plain.get("by", ""))
    if by >= 0:
        layer.setRenderer(by_value(layer, by, plain, kind))
    elif only is None:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    else:
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=only, label=title))
        layer.setRenderer(QgsRuleBasedRenderer(root))
    layer.setLabelsEnabled(False)


def by_value(layer: QgsVectorLayer, position: int, plain: dict[str, Any], kind: str) -> QgsCategorizedSymbolRenderer:
    """A colour for each value of a field, the same on every run, and one for whatever comes later."""
    palette = load("rules/lokalplan.json")["palette"]
    values = sorted(str(one) for one in layer.uniqueValues(position) if isinstance(one, str) and one)
    categories = []
    for number, value in enumerate(values):
        colour = palette[number % len(palette)]
        # A filled layer keeps its fill as a tint of the colour; an outlined one stays see-through.
        fill = QColor(colour).lighter(165).name() if plain["fill"] else None
        symbol = plain_symbol({**plain, "fill": fill, "outline": colour}, kind)
        categories.append(QgsRendererCategory(value, symbol, capitalised(value).replace("_", " ")))
    categories.append(QgsRendererCategory(None, plain_symbol(plain, kind), "Andet"))
    return QgsCategorizedSymbolRenderer(layer.fields().at(position).name(), categories)


def plain_symbol(plain: dict[str, Any], kind: str) -> QgsSymbol | None:
    """The symbol of an entry `plain`: fill (or null), outline, width in mm, dashed, places."""
    fill, outline, width = plain["fill"], plain["outline"], str(plain["width"])
    line = "dash" if plain.get("dashed") else "solid"
    dot = {"name": "circle", "size": "1.6", "outline_width": "0.2"}
    dot |= {"color": fill or "#ffffff", "outline_color": outline}
    marker = QgsMarkerSymbol.createSimple(dot)
    if kind == "point":
        return marker
    if kind == "line":
        return QgsLineSymbol.createSimple({"line_color": outline, "line_width": width, "line_style": line})
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "solid" if fill else "no",
            "color": fill or "#ffffff",
            "outline_color": outline,
            "outline_width": width,
            "outline_style": line,
        }
    )
    if symbol is not None and marker is not None and plain.get("places"):
        symbol.appendSymbolLayer(place_mark(marker))
    return symbol


def put_labels(layer: QgsVectorLayer, expression: str, smallest: float, kind: str) -> None:
    """Write an expression on each feature, on maps of 1:`smallest` and larger."""
    placement = Qgis.LabelPlacement.Horizontal if kind == "polygon" else Qgis.LabelPlacement.AroundPoint
    if kind == "line":
        placement = Qgis.LabelPlacement.Curved
    settings = label_settings(expression, smallest, placement, text_format(8, INK, bold=True))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def put_in_middle(layer: QgsVectorLayer) -> None:
    """Let each label stand in the middle of its feature, all of them, however close they are."""
    labeling = layer.labeling()
    if labeling is None:
        return
    settings = QgsPalLayerSettings(labeling.settings())
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = "centroid(@geometry)"
    settings.placement = Qgis.LabelPlacement.OverPoint
    give_way_to_none(settings)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def give_way_to_none(settings: QgsPalLayerSettings) -> None:
    """Let every label be drawn, apart from others where that can be, and else over them."""
    settings.priority = 10
    placed = settings.placementSettings()
    placed.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placed)


def put_on_edge(layer: QgsVectorLayer, described: dict[str, Any]) -> None:
    """Write an expression on the edge of each feature, where a map shows it and nothing else is written."""
    settings = label_settings(
        described["expression"], described["smallest"], Qgis.LabelPlacement.Line, text_format(7, INK, bold=True)
    )
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Line
    settings.geometryGenerator = "intersection(boundary(@geometry), coalesce(@map_extent, @geometry))"
    on_it = settings.lineSettings()
    on_it.setPlacementFlags(Qgis.LabelLinePlacementFlag.OnLine)
    settings.setLineSettings(on_it)
    give_way_to_none(settings)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def put_more_labels(
    layer: QgsVectorLayer, described: dict[str, Any], details: Sequence[tuple[float, float, float, float]] = ()
) -> None:
    """Write smaller texts beside what a layer's labels say: `also_label`, and `plan_number`, which gives way to none.

    `described` is the layer's entry in data/rules/lokalplan.json. `details` are the bounds of what has a sheet of its
    own: maps of a smaller scale than those sheets leave the plan's numbers in them out.
    """
    more, numbers = described["also_label"], described["plan_number"]
    second = label_settings(
        more["expression"], more["smallest"], Qgis.LabelPlacement.AroundPoint, text_format(6, MUTED)
    )
    second.priority = 1
    root = QgsRuleBasedLabeling.Rule(None)
    if layer.labeling() is not None and layer.labelsEnabled():
        first = QgsPalLayerSettings(layer.labeling().settings())
        leave_small_uncovered(first)
        root.appendChild(QgsRuleBasedLabeling.Rule(first))
    third = label_settings(
        outside(numbers["expression"], details),
        numbers["smallest"],
        Qgis.LabelPlacement.AroundPoint,
        text_format(6, ACCENT, bold=True),
    )
    give_way_to_none(third)
    for one, distance in ((second, 2.4), (third, 1.8)):  # beside the first label, which is on the middle
        one.dist = distance
        one.distUnits = Qgis.RenderUnit.Millimeters
    lead_to_own(third, more["smallest"])
    for one in (second, third):
        root.appendChild(QgsRuleBasedLabeling.Rule(one))
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def leave_small_uncovered(settings: QgsPalLayerSettings) -> None:
    """Write nothing on a building that is smaller on paper than the letters: its colour would not be seen.

    That is of buildings with a number in the plan alone, whose SAVE value stands in the annex. Points keep theirs.
    """
    tall = settings.format().size() * MM_PER_POINT
    large = f"coalesce(sqrt(area(@geometry)) * 1000 >= {tall:.2f} * @map_scale, true)"
    told = QgsPropertyCollection(settings.dataDefinedProperties())
    told.setProperty(
        QgsPalLayerSettings.Property.Show,
        QgsProperty.fromExpression(f"attribute(@feature, 'loebenr') is null or {large}"),
    )
    settings.setDataDefinedProperties(told)


def lead_to_own(settings: QgsPalLayerSettings, smallest: float) -> None:
    """Let a line lead from each number to its building on maps of a smaller scale than 1:`smallest`.

    Houses are as small as their numbers there: a number keeps off the other numbered buildings, and stands so far from
    its own that the line is seen.
    """
    small = f"@map_scale > {smallest:g}"
    line = QgsSimpleLineCallout()
    line.setEnabled(True)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": ACCENT, "line_width": "0.15"}))
    line.setAnchorPoint(QgsCallout.AnchorPoint.Centroid)
    line.setLabelAnchorPoint(QgsCallout.LabelAnchorPoint.LabelPointOnExterior)
    line.setDrawCalloutToAllParts(False)
    settings.setCallout(line)
    settings.obstacleSettings().setIsObstacle(True)
    told = QgsPropertyCollection(settings.dataDefinedProperties())
    for name, expression in (
        (QgsPalLayerSettings.Property.CalloutDraw, small),
        (QgsPalLayerSettings.Property.IsObstacle, small),
        (QgsPalLayerSettings.Property.LabelDistance, f"if({small}, {LED_MM:g}, {settings.dist:g})"),
    ):
        told.setProperty(name, QgsProperty.fromExpression(expression))
    settings.setDataDefinedProperties(told)


def outside(expression: str, details: Sequence[tuple[float, float, float, float]]) -> str:
    """An expression that says nothing within some bounds, on maps of a smaller scale than the sheets of these."""
    if not details:
        return expression
    largest = max(load("rules/lokalplan.json")["sheets"]["details"]["scales"])
    # One by one: a building that lies across the edges of two is whole on neither.
    within = " or ".join(f"within(@geometry, geom_from_wkt('{shapely.box(*one).wkt}'))" for one in details)
    return f"if(@map_scale > {largest * 1.05} and ({within}), null, {expression})"


def label_settings(
    expression: str, smallest: float, placement: Qgis.LabelPlacement, text: QgsTextFormat
) -> QgsPalLayerSettings:
    """Labels with a white edge, on maps of 1:`smallest` and larger."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setSizeUnit(Qgis.RenderUnit.Millimeters)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = placement
    settings.scaleVisibility = True
    settings.minimumScale = smallest
    settings.maximumScale = 1
    settings.setFormat(text)
    settings.obstacleSettings().setIsObstacle(False)
    return settings
