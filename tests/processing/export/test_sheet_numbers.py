"""The numbers of the sheets on the map of all of them, as QGIS draws them: every one, and none upon another."""

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

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.layer_styles import dress
from lyngby_heritage.processing.export.sheet_numbers import number_sheets

DPI = 254
"""Ten dots a millimetre."""


def sheets(*frames):
    """The layer of the sheets, given by west, south and width in metres, all 190 to 202, in the look of the package."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=nr:integer", "Kortblade", "memory")
    for number, (west, south, wide) in enumerate(frames, start=1):
        row = QgsFeature(layer.fields())
        row.setAttributes([number])
        row.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, west + wide, south + wide * 202 / 190)))
        layer.dataProvider().addFeature(row)
    layer.updateExtents()
    dress(layer, load("rules/lokalplan.json")["tables"]["kortblade"], "polygon", [], "Kortblade")
    return layer


def drawn(layer, scale, half=150):
    """The text and the box of every label on a map of so many mm to each side of (1000, 1000)."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputDpi(DPI)
    settings.setOutputSize(QSize(20 * half, 20 * half))
    reach = half * scale / 1000
    settings.setExtent(QgsRectangle(1000 - reach, 1000 - reach, 1000 + reach, 1000 + reach))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return {one.labelText: one.labelRect for one in job.takeLabelingResults().allLabels()}


CROWDED = [(900 + 7 * i, 900 + 11 * (i % 5), 95 + 95 * (i % 3)) for i in range(40)]
"""Forty sheets within some 400 m, many of them with almost one middle."""


@pytest.mark.parametrize("scale", [4000, 10_000, 25_000])
def test_no_two_numbers_lie_upon_each_other_and_none_is_missing(scale):
    layer = sheets(*CROWDED)
    number_sheets(layer, scale)
    labels = drawn(layer, scale)
    assert sorted(labels, key=int) == [str(number) for number in range(1, 41)]
    assert not [(a, b) for a, b in combinations(sorted(labels), 2) if upon(labels[a], labels[b])]


def upon(one, other):
    shared = one.intersect(other)
    return one.intersects(other) and shared.width() > 0 and shared.height() > 0


def test_a_sheet_that_lies_alone_has_its_number_in_the_middle():
    layer = sheets((905, 900, 190), (1500, 900, 190))
    number_sheets(layer, 10_000)
    middle = drawn(layer, 10_000)["1"].center()
    # 905 + 95, 900 + 101; the letters have their middle within a millimetre of that, 10 m on the ground.
    assert (middle.x(), middle.y()) == pytest.approx((1000, 1001), abs=10)


@pytest.mark.parametrize(
    ("frames", "points"),
    [
        ([(900, 900, 190)], 10.0),
        # Three digits of 1:25,000 have no room in 47.5 m, which are 1.9 mm, at any size: the smallest is taken.
        ([(900, 900, 47.5)], 5.0),
    ],
)
def test_the_letters_are_as_large_as_the_sheets_have_room_for(frames, points):
    layer = sheets(*frames)
    number_sheets(layer, 25_000)
    assert layer.labeling().settings().format().size() == points
