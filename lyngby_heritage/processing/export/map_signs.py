"""Each building as one sign, whatever its size: what a map of a whole municipality on a small sheet can show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from ...core.designation.shown_classes import CHURCH, LISTED, QUIET, Classes
from ..outputs.place_marks import MARKS_A_PLACE, place_mark

if TYPE_CHECKING:
    from qgis.core import QgsSymbol, QgsVectorLayer

SIZES = ((150, 1.9), (600, 1.6), (2500, 1.2))
"""Up to how many signs each is so many mm large."""
SMALLEST = 0.9
LOUDNESS = (0.4, 0.8, 1.0)
"""Share of its size that a sign has, by its drawing pass: what nothing is said of, the others, the designated."""
SHAPES = {"circle": 1.0, "square": 0.92, "diamond": 1.3, "triangle": 1.15, "star": 1.5}
"""How large each shape is drawn to look as large as the others."""
OWN_SHAPES = {LISTED: "star", CHURCH: "triangle"}
"""Signs of the classes that elsewhere have the shape of a decision in another colour, which grey does not tell."""
STRIPES = {"stripes": (0.0,), "hatch": (45.0,), "cross": (45.0, 135.0)}


def sign_size(count: int) -> float:
    """How large the signs of so many buildings are, in mm."""
    return next((size for most, size in SIZES if count <= most), SMALLEST)


def dress_signs(layer: QgsVectorLayer, size: float) -> None:
    """Draw each building of a layer in its classes' look (`dress`) as a sign, those that are designated on top."""
    renderer = layer.renderer()
    old = renderer.rootRule() if isinstance(renderer, QgsRuleBasedRenderer) else None
    if old is None:
        return
    known = {one["key"]: one for one in Classes.known().described}
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in old.children():
        described = known[rule.ruleKey()]
        symbol = _on(layer, sign(described, size * LOUDNESS[_pass(described)]), _pass(described))
        made = QgsRuleBasedRenderer.Rule(symbol, filterExp=rule.filterExpression(), label=rule.label())
        made.setRuleKey(rule.ruleKey())
        root.appendChild(made)
    signs = QgsRuleBasedRenderer(root)
    signs.setUsingSymbolLevels(True)
    layer.setRenderer(signs)
    layer.setLabelsEnabled(False)


def mark_small(layer: QgsVectorLayer, least: float) -> None:
    """Draw buildings that the plan decides on as a sign too, where they would be smaller on paper than so many mm.

    A layer of points has signs already.
    """
    renderer = layer.renderer()
    old = renderer.rootRule() if isinstance(renderer, QgsRuleBasedRenderer) else None
    if old is None or layer.geometryType() != Qgis.GeometryType.Polygon:
        return
    known = {one["key"]: one for one in Classes.known().described}
    small = f"coalesce(sqrt(area(@geometry)) * 1000 < {least:g} * @map_scale and not {MARKS_A_PLACE}, false)"
    for rule in old.children():
        described, symbol = known.get(rule.ruleKey()), rule.symbol()
        if described is not None and symbol is not None and is_loud(described):
            symbol.appendSymbolLayer(place_mark(small_sign(described, least), small))


def small_sign(described: Mapping[str, Any], size: float) -> QgsMarkerSymbol:
    """The sign of a building on a map that it is too small for: a square in its colour, which looks like a house."""
    square = {"name": "square", "size": f"{size:g}", "color": described["fill"], "outline_color": described["outline"]}
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, QgsSimpleMarkerSymbolLayer.create({**square, "outline_width": "0.1"}))
    return symbol


def is_loud(described: Mapping[str, Any]) -> bool:
    """Whether a class is one that the council decides on: designated, listed, turned down or open."""
    return described["key"] not in QUIET


def sign(described: Mapping[str, Any], size: float) -> QgsMarkerSymbol:
    """The sign of a class of the legend, so many mm large: a shape of its own besides the colour."""
    marker = OWN_SHAPES.get(described["key"], described["marker"])
    solid = described["pattern"] in ("solid", "stripes")
    quiet = not is_loud(described)
    shape = QgsSimpleMarkerSymbolLayer.create(
        {
            "name": marker,
            "size": str(round(size * SHAPES[marker], 2)),
            "color": described["outline" if quiet and solid else "fill"],
            "outline_color": "#ffffff" if solid else described["outline"],
            "outline_width": str(round(size * (0.06 if solid else 0.14), 3)),
            "outline_style": "no" if quiet and solid else "solid",
        }
    )
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, shape)
    if described["pattern"] == "stripes" and described["key"] not in OWN_SHAPES:
        dot = {"name": "circle", "size": str(round(size * 0.4, 2)), "color": "#ffffff", "outline_style": "no"}
        symbol.appendSymbolLayer(QgsSimpleMarkerSymbolLayer.create(dot))
    return symbol


def patch(described: Mapping[str, Any]) -> QgsFillSymbol:
    """A class of the legend as a field of its colour, with its pattern."""
    base = QgsSimpleFillSymbolLayer(QColor(described["fill"]))
    base.setStrokeColor(QColor(described["outline"]))
    base.setStrokeWidth(0.2)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, base)
    pattern = described["pattern"]
    for angle in STRIPES.get(pattern, ()):
        lines = QgsLinePatternFillSymbolLayer()
        lines.setLineAngle(angle)
        lines.setDistance(1.4)
        lines.setColor(QColor("#ffffff" if pattern == "stripes" else described["outline"]))
        lines.setLineWidth(0.3)
        symbol.appendSymbolLayer(lines)
    return symbol


def _pass(described: Mapping[str, Any]) -> int:
    """The drawing pass: what is designated lies on top, and buildings that nothing is said of below."""
    return 0 if not is_loud(described) else 2 if described["designated"] is True else 1


def _on(layer: QgsVectorLayer, marker: QgsMarkerSymbol, number: int) -> QgsSymbol:
    """A symbol for the layer's kind of geometry that draws the marker once on each feature."""
    for one in marker.symbolLayers():
        one.setRenderingPass(number)
    if layer.geometryType() == Qgis.GeometryType.Point:
        return marker
    centre = QgsCentroidFillSymbolLayer()
    centre.setSubSymbol(marker)
    centre.setPointOnSurface(True)
    centre.setPointOnAllParts(False)
    centre.setRenderingPass(number)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, centre)
    return symbol
