"""Pictures of layers: right size and place, drawn in any thread, in the layer's own style, and not without it."""

import re
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

from lyngby_heritage.core.common.dates import danish_date
from lyngby_heritage.processing.outputs.layout_parts import length_text, nice_length
from lyngby_heritage.processing.outputs.map_image import (
    map_extent,
    png_as_it_is,
    png_bytes,
    quieten,
    render_map,
)
from tools.poster import render_poster

ROOT = Path(__file__).parents[3]


def a_layer(*rectangles, crs="EPSG:25832", colour="#008000", kind="Polygon"):
    """Rectangles (xmin, ymin, xmax, ymax) in one colour without an outline."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=navn:string", "Lag", "memory")
    for rectangle in rectangles:
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromRect(QgsRectangle(*rectangle))
        feature.setGeometry(geometry if kind == "Polygon" else geometry.centroid())
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    if kind == "Polygon":
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def share(image, colour):
    """The share of the pixels that have a colour."""
    wanted = QColor(colour).rgb()
    pixels = [image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    return sum(pixel == wanted for pixel in pixels) / len(pixels)


def test_the_picture_has_the_extents_shape_and_the_layers_colour():
    image = QImage.fromData(render_map(a_layer((0, 0, 1000, 800)), width_px=800))
    assert image.width() == 800
    assert image.height() == pytest.approx(640, abs=1)
    assert share(image, "#008000") > 0.75
    assert image.pixelColor(2, 2) == QColor("#ffffff")
    assert image.pixelColor(400, 320) == QColor("#008000")


@pytest.mark.parametrize(("rectangle", "ratio"), [((0, 0, 10000, 100), 0.5), ((0, 0, 100, 10000), 1.3)])
def test_a_long_extent_gets_a_bounded_height(rectangle, ratio):
    image = QImage.fromData(render_map(a_layer(rectangle), width_px=400))
    assert image.height() / image.width() == pytest.approx(ratio, abs=0.01)
    assert share(image, "#008000") > 0


def test_one_point_gets_a_neighbourhood():
    extent, ratio = map_extent(QgsRectangle(5, 5, 5, 5))
    assert extent.width() == pytest.approx(150)
    assert ratio == 1
    assert len(render_map(a_layer((5, 5, 5, 5), kind="Point"), width_px=200)) > 500


def test_nothing_to_draw_gives_nothing():
    assert render_map(a_layer()) == b""


def test_the_part_that_was_asked_for_is_drawn():
    layer = a_layer((0, 0, 100, 100), (900, 900, 1000, 1000))
    image = QImage.fromData(render_map(layer, QgsRectangle(-300, 450, 550, 1300), width_px=300))
    assert share(image, "#008000") == 0
    title = QImage.fromData(render_map(layer, width_px=300, title="Æblehaven <b>"))
    assert title.height() > QImage.fromData(render_map(layer, width_px=300)).height()


def test_a_background_lies_below_and_degrees_are_drawn_in_metres():
    above, below = a_layer((0, 0, 100, 100)), a_layer((0, 0, 400, 400), colour="#0000ff")
    image = QImage.fromData(render_map(above, QgsRectangle(0, 0, 400, 400), 400, background_layers=[below]))
    assert share(image, "#0000ff") > 0.6
    assert image.pixelColor(60, 340) == QColor("#008000")
    degrees = a_layer((12.45, 55.75, 12.55, 55.80), crs="EPSG:4326")
    image = QImage.fromData(render_map(degrees, width_px=400))
    assert image.height() / image.width() == pytest.approx(5580 / 6370, abs=0.1)


def test_it_is_the_same_in_a_thread_and_touches_no_project():
    before = list(QgsProject.instance().mapLayers())
    drawn = {}

    def draw():
        drawn["thread"] = render_map(a_layer((0, 0, 1000, 800)), width_px=600, title="Æ")

    thread = threading.Thread(target=draw)
    thread.start()
    thread.join(60)
    assert drawn["thread"] == render_map(a_layer((0, 0, 1000, 800)), width_px=600, title="Æ")
    assert list(QgsProject.instance().mapLayers()) == before


@pytest.mark.parametrize(
    ("longest", "nice", "text"), [(730, 500, "500 m"), (1000, 1000, "1 km"), (2600, 2000, "2 km"), (7, 5, "5 m")]
)
def test_scale_bars_are_round(longest, nice, text):
    assert nice_length(longest) == nice
    assert length_text(nice) == text


def test_lengths_and_dates_are_danish():
    assert length_text(2500) == "2,5 km"
    assert danish_date(date(2026, 5, 3)) == "3. maj 2026"


def test_the_poster_is_a_lying_sheet_with_the_map_on_it(tmp_path):
    path = tmp_path / "plakat æ.png"
    render_poster(a_layer((0, 0, 1000, 800)), path, "Titel", "Undertitel", "Kilde", [a_layer((0, 0, 9, 9))], dpi=72)
    image = QImage(str(path))
    assert image.width() / image.height() == pytest.approx(297 / 210, abs=0.01)
    assert share(image, "#008000") > 0.2
    assert image.pixelColor(image.width() // 2, 2).red() > 100
    render_poster(a_layer((0, 0, 1000, 800)), path, "Titel", paper="A3", dpi=72)
    assert QImage(str(path)).width() > 1.3 * image.width()


def test_a_poster_of_nothing_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no extent"):
        render_poster(a_layer(), tmp_path / "plakat.png", "Titel")
    assert not (tmp_path / "plakat.png").exists()


def test_a_background_is_quiet():
    layer = a_layer((0, 0, 100, 100))
    quieten(layer)
    assert share(QImage.fromData(render_map(layer, width_px=300)), "#008000") == 0


def run_tool(*arguments):
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "render_map.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def geopackage(tmp_path):
    path = tmp_path / "kort.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "bygninger"
    layer = a_layer((720000, 6187000, 721000, 6187800))
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    return path


def test_the_tool_draws_in_the_style_of_the_file_and_refuses_without_one(geopackage, tmp_path):
    png = tmp_path / "kort.png"
    bare = run_tool(geopackage, "bygninger", png, "--title", "Kort")
    assert bare.returncode == 1
    assert "No style for bygninger" in bare.stderr
    assert not png.exists()

    layer = QgsVectorLayer(f"{geopackage}|layername=bygninger", "bygninger", "ogr")
    symbol = QgsFillSymbol.createSimple({"color": "#c000c0", "outline_style": "no"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.saveStyleToDatabase("stil", "", True, "")
    background = f"{geopackage}|layername=bygninger"
    styled = run_tool(geopackage, "bygninger", png, "--title", "Kort", "--dpi", "60", "--background", background)
    assert styled.returncode == 0, styled.stderr
    assert share(QImage(str(png)), "#c000c0") > 0.2


def test_the_tool_names_what_it_cannot_open(tmp_path):
    missing = run_tool(tmp_path / "findes_ikke.gpkg", "bygninger", tmp_path / "kort.png", "--title", "Kort")
    assert missing.returncode == 1
    assert "findes_ikke.gpkg" in missing.stderr


def test_a_picture_keeps_what_shines_through_it_and_its_colours_unless_it_stands_on_paper():
    clear = QImage(2, 1, QImage.Format.Format_ARGB32)
    clear.fill(QColor(255, 0, 0, 0))
    few = QImage(2, 1, QImage.Format.Format_Indexed8)
    few.setColorTable([0xFF112233])
    few.fill(0)

    assert QImage.fromData(png_as_it_is(clear), "PNG").pixelColor(0, 0).alpha() == 0
    assert not QImage.fromData(png_bytes(clear), "PNG").hasAlphaChannel()
    assert QImage.fromData(png_as_it_is(few), "PNG").colorCount() == 1
    assert QImage.fromData(png_bytes(few), "PNG").colorCount() == 0


def test_no_other_file_makes_a_png_of_its_own():
    own = {
        path.name
        for path in (ROOT / "lyngby_heritage" / "processing").rglob("*.py")
        if re.search(r"\.save\(buffer, .PNG.\)", path.read_text(encoding="utf-8"))
    }
    assert own == {"map_image.py"}
