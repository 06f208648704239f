"""Signs of buildings: seen at every scale, and told apart in grey print as well."""

import colorsys
from itertools import combinations

import pytest
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.processing.export.map_signs import mark_small
from lyngby_heritage.processing.outputs.styling import apply_style

APART = 35
"""Of 255 steps of grey: what two fields of one pattern differ by at least to be told apart in print."""


def grey(colour, opacity=1.0):
    """How light a colour is on white paper, 0 to 255: as a printer turns it into grey (Rec. 601)."""
    red, green, blue = QColor(colour).getRgb()[:3]
    return opacity * (0.299 * red + 0.587 * green + 0.114 * blue) + (1 - opacity) * 255


def grey_of_area(described):
    """How light an area is on white paper: its fill, and its stripes where it has some."""
    lines = described.get("lines")
    share = lines["wide_mm"] / lines["apart_mm"] if lines else 0.0
    return (1 - share) * grey(described["fill"], described["opacity"]) + share * grey(described["outline"])


def hue(colour):
    return colorsys.rgb_to_hsv(*(one / 255 for one in QColor(colour).getRgb()[:3]))[0] * 360


@pytest.mark.parametrize(
    ("one", "other"),
    [(one, other) for one, other in combinations(Classes.known().described, 2) if one["pattern"] == other["pattern"]],
    ids=lambda one: one["key"],
)
def test_classes_of_buildings_with_one_pattern_are_told_apart_in_grey(one, other):
    assert abs(grey(one["fill"]) - grey(other["fill"])) >= APART


def test_proposals_are_told_apart_in_grey_by_how_many_of_their_buildings_are_designated():
    most, some, none = map(grey_of_area, load("rules/ensemble_texts.json")["classes"][:3])
    assert most + APART <= some
    assert some + APART <= none


def test_a_proposal_and_a_building_of_one_grey_are_told_apart_by_stripes():
    """Areas are striped and buildings that nothing is decided on filled: one grey would be one class in print."""
    filled = [one for one in Classes.known().described if one["pattern"] == "solid"]
    for area in load("rules/ensemble_texts.json")["classes"][:3]:
        near = [one["key"] for one in filled if abs(grey_of_area(area) - grey(one["fill"])) < APART]
        assert "lines" in area or not near


def test_a_decided_environment_has_another_colour_than_proposals_and_listed_buildings():
    decided = load("rules/lokalplan.json")["tables"]["kulturmiljoeer"]["plain"]["outline"]
    listed = next(one["fill"] for one in Classes.known().described if one["key"] == "fredet")
    for lilac in (listed, *(one["fill"] for one in load("rules/ensemble_texts.json")["classes"])):
        assert min(abs(hue(decided) - hue(lilac)), 360 - abs(hue(decided) - hue(lilac))) > 60


def drawn(scale, mark):
    """How many pixels of a map of one house of 6 × 6 m have the colour of SAVE values 1-3, at 254 dots per inch."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=udpegning:string&field=udpeget:bool", "b", "memory")
    house = QgsFeature(layer.fields())
    house.setAttributes(["vaerdi_1_3", True])
    house.setGeometry(QgsGeometry.fromRect(QgsRectangle(-3, -3, 3, 3)))
    layer.dataProvider().addFeature(house)
    layer.updateExtents()
    apply_style(layer, "classifybuildings_polygon.qml", {})
    layer.setLabelsEnabled(False)
    if mark:
        mark_small(layer, 1.2)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputDpi(254)  # ten dots a millimetre
    settings.setOutputSize(QSize(100, 100))
    half = 5 * scale / 1000
    settings.setExtent(QgsRectangle(-half, -half, half, half))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    dark = grey("#7c2320") + 30
    return sum(grey(image.pixelColor(x, y)) < dark for x in range(100) for y in range(100))


def test_a_designated_house_is_seen_on_a_map_on_which_it_would_be_a_speck():
    # On 1:20,000 a house of 6 m is 0.3 mm: nine dots; the sign is 1.2 mm across: about a hundred.
    assert drawn(20_000, mark=False) < 40
    assert drawn(20_000, mark=True) > 80
    # On 1:1,000 it is 6 mm wide, and the same with and without.
    assert drawn(1_000, mark=True) == drawn(1_000, mark=False)
