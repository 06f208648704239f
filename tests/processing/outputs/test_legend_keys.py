"""The key in a legend shows the lines by which a symbol is known on the map."""

import pytest
from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLinePatternFillSymbolLayer,
    QgsMapLayerLegendUtils,
    QgsRenderContext,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from lyngby_heritage.processing.outputs.layout_parts import LEGEND_KEY
from lyngby_heritage.processing.outputs.legend_keys import fit_keys, key_symbol
from lyngby_heritage.processing.outputs.sinks import apply_style

DOTS_PER_MM = 8


def lined(angle, distance, unit=Qgis.RenderUnit.Millimeters):
    symbol = QgsFillSymbol.createSimple({})
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(angle)
    lines.setDistance(distance)
    lines.setDistanceUnit(unit)
    symbol.appendSymbolLayer(lines)
    return symbol


def distances(symbol):
    return [one.distance() for one in symbol.symbolLayers() if isinstance(one, QgsLinePatternFillSymbolLayer)]


@pytest.mark.parametrize(
    ("angle", "distance", "in_key"),
    [
        (0, 5.5, 1.75),  # lines that lie: the height of the key, 3.5 mm, has room for two
        (90, 5.5, 2.5),  # lines that stand: its width, 5 mm
        (45, 4.2, 3.0052),  # half of (5 + 3.5) / √2
        (60, 6.0, 3.0401),  # half of 5 sin 60° + 3.5 cos 60°
        (135, 4.2, 3.0052),
    ],
)
def test_lines_too_far_apart_for_the_key_stand_closer_in_it(qgis_app, angle, distance, in_key):
    symbol = lined(angle, distance)
    assert distances(key_symbol(symbol, 5.0, 3.5)) == [pytest.approx(in_key, abs=1e-4)]
    assert distances(symbol) == [distance]  # that of the map is as it was


@pytest.mark.parametrize(
    "symbol",
    [
        lambda: lined(0, 1.75),
        lambda: lined(45, 3.0),
        lambda: lined(0, 40.0, Qgis.RenderUnit.MapUnits),  # as long as they are in the field
        lambda: QgsFillSymbol.createSimple({}),
    ],
)
def test_a_symbol_that_its_key_has_room_for_is_left_alone(qgis_app, symbol):
    assert key_symbol(symbol(), 5.0, 3.5) is None


def themes_in_a_legend():
    """What a legend is made of, and name → symbol of each of its themes as the legend draws it."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=tema:string", "landskab", "memory")
    apply_style(layer, "maplandscape.qml", {})
    tree = QgsLayerTree()
    node = tree.addLayer(layer)
    fit_keys(layer, node, *LEGEND_KEY)
    model = QgsLayerTreeModel(tree)
    drawn = {one.data(0): one.customSymbol() or one.symbol() for one in model.layerLegendNodes(node)}
    return layer, tree, node, model, drawn


def within_the_outline(symbol):
    """The key as a picture, without its edges."""
    wide, tall = (round(DOTS_PER_MM * one) for one in LEGEND_KEY)
    context = QgsRenderContext()
    context.setScaleFactor(DOTS_PER_MM)
    edge = DOTS_PER_MM  # an outline is up to 0.9 mm wide
    drawn = QgsSymbolLayerUtils.symbolPreviewPixmap(symbol, QSize(wide, tall), 0, context).toImage()
    return drawn.copy(edge, edge, wide - 2 * edge, tall - 2 * edge)


def test_the_key_of_every_theme_shows_each_set_of_its_lines(qgis_app):
    *_, drawn = themes_in_a_legend()
    checked = 0
    for name, symbol in drawn.items():
        for place, lines in enumerate(symbol.symbolLayers()):
            if not isinstance(lines, QgsLinePatternFillSymbolLayer):
                continue
            without = symbol.clone()
            without.deleteSymbolLayer(place)
            assert within_the_outline(symbol) != within_the_outline(without), name
            checked += 1
    assert checked >= 12


def test_only_what_needs_it_has_a_key_of_its_own(qgis_app):
    layer, _tree, node, *_ = themes_in_a_legend()
    names = [one.label() for one in layer.renderer().legendSymbolItems()]
    own = {
        name
        for place, name in enumerate(names)
        if QgsMapLayerLegendUtils.legendNodeCustomSymbol(node, place) is not None
    }
    assert {"Biologisk kerneområde", "Dyrehave (parforcejagtlandskab)"} <= own
    assert not {"Værdifuldt kulturmiljø", "Beskyttet natur (§ 3)", "Fredning"} & own
