"""Each building as one sign, whatever its size: what a map of a whole municipality on a small sheet can show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCentroidFillSymbolLayer,
    QgsExpression,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from ...core.common.data import load
from ...core.designation.shown_classes import LISTED, QUIET, Classes
from ...core.registers.aliases import find_field

if TYPE_CHECKING:
    from qgis.core import QgsSymbol, QgsVectorLayer

ELSE = "ELSE"
"""The filter of a rule for what no other holds for."""
SIZES = ((150, 1.9), (600, 1.6), (2500, 1.2))
"""Up to how many signs each is so many mm large."""
SMALLEST = 0.9
LOUDNESS = (0.4, 0.8, 1.0)
"""Share of its size that a sign has, by its drawing pass: what nothing is said of, the others, the designated."""
SHAPES = {"circle": 1.0, "square": 0.92, "diamond": 1.3, "triangle": 1.15, "star": 1.5}
"""How large each shape is drawn to look as large as the others."""
STRIPES = {"stripes": (0.0,), "hatch": (45.0,), "cross": (45.0, 135.0)}


def sign_size(count: int) -> float:
    """How large the signs of so many buildings are, in mm."""
    return next((size for most, size in SIZES if count <= most), SMALLEST)


def dress_signs(layer: QgsVectorLayer, size: float, church: Mapping[str, Any]) -> None:
    """Draw each building of a layer in its classes' look (`dress`) as a sign, those that are designated on top.

    Churches, which no class of the layer's own look tells, are drawn by the sign of `church`.
    """
    renderer = layer.renderer()
    old = renderer.rootRule() if isinstance(renderer, QgsRuleBasedRenderer) else None
    if old is None:
        return
    known = {one["key"]: one for one in Classes.known().described}
    use = find_field(layer.fields().names(), "use")
    churches = "false" if use is None else _churches(layer.fields().at(use).name())
    rules = [(rule.ruleKey(), rule.filterExpression()) for rule in old.children()]
    listed = next((held for key, held in rules if key == LISTED), "false")
    root = QgsRuleBasedRenderer.Rule(None)
    for key, held in rules:
        described = known[key]
        symbol = _on(layer, sign(described, size * LOUDNESS[_pass(described)]), _pass(described))
        plain = held == ELSE or key == LISTED
        _append(root, key, symbol, held if plain else f"({held}) AND NOT {churches}", described["legend"])
    _append(root, "kirke", _on(layer, sign(church, size), 1), f"{churches} AND NOT ({listed})", church["name"])
    signs = QgsRuleBasedRenderer(root)
    signs.setUsingSymbolLevels(True)
    layer.setRenderer(signs)
    layer.setLabelsEnabled(False)


def _append(root: QgsRuleBasedRenderer.Rule, key: str, symbol: QgsSymbol, held: str, label: str) -> None:
    rule = QgsRuleBasedRenderer.Rule(symbol, filterExp=held, label=label)
    rule.setRuleKey(key)
    root.appendChild(rule)


def is_loud(described: Mapping[str, Any]) -> bool:
    """Whether a class is one that the council decides on: designated, listed, turned down or open."""
    return described["key"] not in QUIET


def sign(described: Mapping[str, Any], size: float) -> QgsMarkerSymbol:
    """The sign of a class of the legend, so many mm large: a shape of its own besides the colour."""
    # A listed building has the mark of a decision elsewhere, in another colour: here it is told without.
    marker = "star" if described["key"] == LISTED else described["marker"]
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
    if described["pattern"] == "stripes" and marker != "star":
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


def _churches(field: str) -> str:
    """Whether a building is a church, as an expression."""
    uses = ", ".join(f"'{use}'" for use in load("rules/lokalplan.json")["churches"]["uses"])
    return f"coalesce(to_string({QgsExpression.quotedColumnRef(field)}) IN ({uses}), false)"


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
