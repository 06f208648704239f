"""Buildings of which the place alone is known, as small squares in a layer of polygons: every style draws them."""

import json

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsPalLayerSettings, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QColor, QImage
from styled_layers import distance

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.paths import DATA, STYLES
from lyngby_heritage.processing.export.layer_styles import dress_plainly
from lyngby_heritage.processing.outputs.map_image import render_map

EAST, NORTH = 720000, 6187000
MARK = load("rules/preparation.json")["mark_m"]
FIELDS = (
    "field=udpegning:string(40)&field=udpeget:bool&field=save_vaerdi:integer&field=aendring:string(20)"
    "&field=foer_udpeget:bool&field=efter_udpeget:bool&field=temaer:string(0)&field=temaer_ukendt:string(0)"
    "&field=udfald:string(10)"
)


def a_house(side, **values):
    """A layer of polygons with one square house, `side` metres wide."""
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25832&{FIELDS}", "Bygninger", "memory")
    house = QgsFeature(layer.fields())
    for name, value in values.items():
        house[name] = value
    house.setGeometry(QgsGeometry.fromRect(QgsRectangle(EAST, NORTH, EAST + side, NORTH + side)))
    assert layer.dataProvider().addFeatures([house])[0]
    layer.updateExtents()
    return layer


def drawn(layer, across):
    """The colours in the middle 60 × 60 pixels of a map that is so many metres wide, the white ground aside."""
    extent = QgsRectangle(EAST - across / 2, NORTH - across / 4, EAST + across / 2, NORTH + across / 4)
    image = QImage.fromData(render_map(layer, extent, width_px=1600))
    middle = image.copy(image.width() // 2 - 30, image.height() // 2 - 30, 60, 60)
    colours = [QColor(middle.pixel(x, y)) for x in range(60) for y in range(60)]
    return [colour for colour in colours if colour != QColor("#ffffff")]


CLASSES = [("classifybuildings_polygon", each, {"udpegning": each["code"], "udpeget": each["designated"]})
           for each in designation_texts()["classes"]]  # fmt: skip
CHANGES = json.loads((DATA / "rules" / "comparison_texts.json").read_text(encoding="utf-8"))["classes"]
CLASSES += [("comparedesignations_polygon", each, {"aendring": each["code"], "efter_udpeget": each.get("designated")})
            for each in CHANGES]  # fmt: skip
SCENARIOS = json.loads((DATA / "rules" / "scenario_texts.json").read_text(encoding="utf-8"))["classes"]
CLASSES += [("comparescenarios_polygon", each, {"udfald": each["code"]}) for each in SCENARIOS]
CLASSES += [("maplandscape_buildings_polygon", {"fill": "#b5651d", "outline": "#6e3c0f"}, {"temaer": "fredning"})]


@pytest.mark.parametrize("across", [250, 1500])
@pytest.mark.parametrize(("style", "described", "values"), CLASSES)
def test_a_place_is_drawn_in_its_class(style, described, values, across):
    """About a millimetre across on A4, at 1:1.400 and at 1:8.600: 70 of the map's pixels and more."""
    layer = a_house(MARK, **values)
    layer.loadNamedStyle(str(STYLES / f"{style}.qml"))
    layer.setLabelsEnabled(False)
    colours = drawn(layer, across)
    assert len(colours) > 70
    wanted = [QColor(described[part]) for part in ("fill", "outline")]
    wanted = [colour for colour in wanted if colour != QColor("#ffffff")]
    assert min(distance(one, colour) for one in colours for colour in wanted) < 90


@pytest.mark.parametrize(("style", "described", "values"), CLASSES)
def test_a_footprint_has_no_mark(style, described, values):
    """A house of 2 × 2 m at 1:8.600 is a few pixels wide; with a mark on it, it would be as large as a place."""
    house = a_house(2.0, **values)
    place = a_house(MARK, **values)
    for layer in (house, place):
        layer.loadNamedStyle(str(STYLES / f"{style}.qml"))
        layer.setLabelsEnabled(False)
    assert len(drawn(house, 1500)) < len(drawn(place, 1500))


BUILDING_TABLES = ("bygninger", "aendringer")
PLAIN = [each["plain"] for table, each in load("rules/lokalplan.json")["tables"].items() if table in BUILDING_TABLES]
PLAIN += [
    each["plain"] for each in load("rules/lokalplan.json")["layers"]
    if each["table"] in BUILDING_TABLES and "plain" in each
]  # fmt: skip


@pytest.mark.parametrize("plain", PLAIN)
def test_the_package_draws_a_place_in_its_plain_layers_too(plain):
    layer = a_house(MARK, aendring="ny")
    dress_plainly(layer, plain, "polygon", "Bygninger")
    assert len(drawn(layer, 250)) > 70


def test_other_areas_of_the_package_have_no_marks():
    """A sliver of a plot is no building."""
    layer = a_house(MARK)
    dress_plainly(layer, load("rules/lokalplan.json")["tables"]["ejendomme"]["plain"], "polygon", "Ejendomme")
    assert len(drawn(layer, 250)) < 30


@pytest.mark.parametrize(("side", "quadrant"), [(MARK, "Right"), (10.0, "Over")])
@pytest.mark.parametrize("style", ["classifybuildings_polygon", "preparebuildings"])
def test_the_value_stands_beside_a_mark_and_on_a_footprint(style, side, quadrant):
    layer = a_house(side, save_vaerdi=4)
    layer.loadNamedStyle(str(STYLES / f"{style}.qml"))
    settings = layer.labeling().settings()
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    placed = settings.dataDefinedProperties().valueAsInt(QgsPalLayerSettings.Property.OffsetQuad, context, -1)[0]
    assert placed == Qgis.LabelQuadrantPosition[quadrant].value
