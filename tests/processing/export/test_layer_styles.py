"""The labels of the buildings on the printed sheets: the plan's own numbers, which the provisions rely on, stand."""

import re
import subprocess

import pytest
from builders import square
from conftest import write_layer
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
from qgis.PyQt.QtGui import QColor, qBlue, qGreen, qRed

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.layer_styles import put_labels, put_more_labels
from lyngby_heritage.processing.outputs.layout_parts import ACCENT

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text")
MM = 72 / 25.4
DPI = 200
HOUSE, OUTHOUSE, OF_NONE = 101, 102, None
SHEET = 5
"""The page of the first map sheet, after both maps of the whole, the overview of the sheets and the index."""
DETAIL = 7
"""The page of the sheet that shows the terrace larger, after the two sheets."""


def terrace(at, count):
    """Houses 5 m wide and 9 m deep, wall to wall."""
    west, east = EAST + 5 * at, EAST + 5 * (at + count)
    for x in range(west, east, 5):
        yield f"POLYGON(({x} {NORTH},{x + 5} {NORTH},{x + 5} {NORTH + 9},{x} {NORTH + 9},{x} {NORTH}))"


@pytest.fixture(scope="module")
def maps(process, tmp_path_factory):
    """A terrace of twelve on a sheet of 1:2.000, and four houses 200 m apart on one of 1:4.000.

    300 m and 700 m with 15 m at either side, on the 190 mm of a sheet: 1:1.737 and 1:3.842.
    """
    folder = tmp_path_factory.mktemp("numre")
    path = folder / "lag.gpkg"
    houses = [(shape, f"r{at}", f"Rækken {at + 201}", 3, True, "vaerdi_1_3") for at, shape in enumerate(terrace(0, 12))]
    houses += [
        (square(EAST + 2000 + 200 * at, NORTH, 9), f"s{at}", f"Spredt Gade {at + 301}", 3, True, "vaerdi_1_3")
        for at in range(4)
    ]
    decided = [
        (square(EAST - 5, NORTH - 5, 300), "Rækken", "udpeg"),
        (square(EAST + 1950, NORTH, 700), "Byen", "udpeg"),
    ]
    given = {
        "BUILDINGS": write_layer(path, "udpegning", houses, FIELDS),
        "ENVIRONMENTS": write_layer(path, "miljoeer", decided, ("navn:text", "beslutning:text")),
        "FOLDER": folder / "pakke",
    }
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *(f"{one}={given[one]}" for one in given))
    assert done.code == 0, done.log
    return folder / "pakke" / "kort.pdf"


def words_of(pdf, page):
    told = ["pdftotext", "-f", str(page), "-l", str(page), str(pdf), "-"]
    return subprocess.run(told, capture_output=True, check=True, text=True).stdout


def middles_on(pdf, page):
    """How far from the left, in mm, each of the plan's numbers stands on a page, in the order of the numbers."""
    return [middle for number, tall, middle in placed_on(pdf, page) if tall < 2.8 and number < 200]


def numbers_on(pdf, page):
    """The whole numbers on the map of a page, with the height of their line in mm, in the order of their values."""
    return [(number, tall) for number, tall, _ in placed_on(pdf, page)]


def placed_on(pdf, page):
    """The same, and how far from the left their middle is, in mm."""
    told = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    page_text = subprocess.run(told, capture_output=True, check=True, text=True).stdout
    word = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(\d+)<'
    found = [(int(text), *(float(one) / MM for one in place)) for *place, text in re.findall(word, page_text)]
    # The map is 190 mm wide and 202 mm tall, 10 mm from the left and 25 mm from the top.
    inside = (one for one in found if one[1] > 10 and one[3] < 200 and one[2] > 25 and one[4] < 227)
    return sorted((text, y1 - y0, (x0 + x1) / 2) for text, x0, y0, x1, y1 in inside)


def test_every_house_of_a_terrace_has_its_number_in_the_plan_on_a_sheet_of_its_own(maps):
    """A house is 2.5 mm wide on the sheet of 1:2.000, and 10 mm on that of 1:500 (60 m with its margin on 190 mm).

    A SAVE value has letters of 7.5 points, a number in the plan of 6.
    """
    small = [number for number, tall in numbers_on(maps, DETAIL) if tall < 2.8]
    assert [one for one in small if one < 200] == list(range(1, 13))
    assert [number for number, tall in numbers_on(maps, SHEET) if tall < 2.8 and number < 200] == []


def test_each_number_on_the_sheet_of_a_terrace_is_nearest_to_its_own_house(maps):
    """House n stands n × 10 mm from the first, wall to wall: half a house either way is its neighbour's."""
    middles = middles_on(maps, DETAIL)
    west = middles[1] - middles[0]
    assert west == pytest.approx(10, abs=4)
    steps = [round((one - middles[0]) / 10) for one in middles]
    assert steps == list(range(12))


def test_a_sheet_leads_to_the_one_that_shows_its_terrace(maps):
    told = " ".join(words_of(maps, SHEET).split())
    assert "Planens numre i det stiplede udsnit står på kortblad 3." in told
    assert told.count("Kortblad 3") == 1  # in the corner of the frame
    assert "Udsnit med eget kortblad" in told
    own = " ".join(words_of(maps, DETAIL).split())
    assert "1:500 (A4)" in own
    assert "Udsnit med eget kortblad" not in own


def test_a_sheet_too_small_for_house_numbers_and_values_has_the_numbers_in_the_plan(maps):
    assert [number for number, _ in numbers_on(maps, SHEET + 1)] == [13, 14, 15, 16]


def buildings(rows):
    """Squares of so many metres, so far east and north: number in the plan, SAVE value, metres, east, north."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=loebenr:int&field=save_vaerdi:int", "bygninger", "memory")
    features = []
    for number, save, side, east, north in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, save])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(east, north, east + side, north + side)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    put_labels(layer, '"save_vaerdi"', 2500, "polygon")
    (described,) = (one for one in load("rules/lokalplan.json")["layers"] if one["key"] == "bygninger")
    put_more_labels(layer, described)
    return layer


def drawn(layer, scale):
    """What stands on a map of 1:`scale`, 100 mm wide: text → how far east and north its middle is; and the picture."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    wide = 0.1 * scale
    settings.setExtent(QgsRectangle(-wide / 2, -wide / 2, wide / 2, wide / 2))
    settings.setOutputDpi(DPI)
    side = round(100 / 25.4 * DPI)
    settings.setOutputSize(QSize(side, side))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    placed = [one for one in job.takeLabelingResults().allLabels() if not one.isUnplaced]
    middles = {one.labelText: (one.labelRect.center().x(), one.labelRect.center().y()) for one in placed}
    return middles, job.renderedImage()


def test_a_building_smaller_than_its_save_value_shows_its_colour_and_its_number(qgis_app):
    layer = buildings([(HOUSE, 2, 12, -60, 0), (OUTHOUSE, 3, 4, 0, 0), (OF_NONE, 5, 4, 60, 0)])
    # 4 m is 2 mm on a map of 1:2.000, and the letters are 2.6 mm; it is 4 mm on one of 1:1.000.
    assert sorted(drawn(layer, 2000)[0]) == ["101", "102", "2", "5"]
    assert "3" in drawn(layer, 1000)[0]


def test_numbers_of_a_map_without_save_values_keep_off_the_numbered_houses_beside_them(qgis_app):
    places = [(-150 + 60 * at + 12 * side, 9 * side) for at in range(6) for side in (0, 1)]  # corner beside corner
    layer = buildings([(100 + at, 3, 9, *place) for at, place in enumerate(places)])
    middles, _ = drawn(layer, 4000)
    assert len(middles) == len(places)
    for at in range(len(places)):
        (x, y), (east, north) = middles[str(100 + at)], places[at + 1 - 2 * (at % 2)]
        assert not (east < x < east + 9 and north < y < north + 9), f"{100 + at} stands on the house beside its own"


def test_a_line_leads_from_a_number_to_its_house_where_the_map_shows_no_save_values(qgis_app):
    layer = buildings([(HOUSE, None, 9, -4.5, 0)])
    layer.renderer().symbol().setColor(QColor("#ffffff"))

    def inked(scale):
        """Whether the middle of the house has the numbers' colour."""
        picture = drawn(layer, scale)[1]
        middle, up = picture.width() // 2, round(4.5 / scale * 1000 / 25.4 * DPI)
        near = [picture.pixel(middle + x, picture.height() // 2 - up + y) for x in range(-2, 3) for y in range(-2, 3)]
        accent = QColor(ACCENT)
        wanted = (accent.red(), accent.green(), accent.blue())
        return any(sum(abs(a - b) for a, b in zip((qRed(p), qGreen(p), qBlue(p)), wanted)) < 150 for p in near)

    assert inked(4000)
    assert not inked(1000)
