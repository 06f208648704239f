"""The styles of `delineatevalley`: every part is drawn, an unknown one shouts, and the height has a Danish legend."""

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsExpression, QgsFeature, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from styled_layers import classes_of

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "lyngby_heritage" / "styles"
TEXTS = json.loads((ROOT / "lyngby_heritage/data/rules/valley_texts.json").read_text(encoding="utf-8"))
CODES = [one["code"] for one in TEXTS["classes"]]


@pytest.fixture
def layer(qgis_app):
    fields = "field=del:string(20)&field=navn:string(80)&field=areal_ha:double"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25832&{fields}", "Dal", "memory")
    for place, code in enumerate([*CODES, "ny_kode", None]):
        feature = QgsFeature(layer.fields())
        feature["del"], feature["navn"], feature["areal_ha"] = code, "Mølleåen <b>", 1234.5
        east = 720_000 + 300 * place
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(east, 6_187_000, east + 200, 6_187_200)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / "delineatevalley_parts.qml"))
    assert loaded, message
    return layer


def test_every_part_is_drawn_once_and_an_unknown_one_too(layer):
    assert classes_of(layer) == [["Dalbund"], ["Dalside"], ["Sidedal"], ["Ukendt kode"], ["Ukendt kode"]]


def test_the_legend_is_danish_and_the_map_shows_through(layer):
    items = layer.renderer().legendSymbolItems()
    assert [item.label() for item in items] == ["Dalbund", "Dalside", "Sidedal", "Ukendt kode"]
    assert all(item.symbol().symbolLayer(0).color().alpha() < 255 for item in items)
    assert {field.name(): field.alias() for field in layer.fields()} == TEXTS["fields"]


def test_map_tips_name_the_part_and_hold_no_markup_from_the_data(layer):
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<b>Dalbund</b>" in tip
    assert "Mølleåen &lt;b>" in tip
    assert "ha</p>" in tip


def test_the_height_has_a_legend_in_words(qgis_app, tmp_path):
    from osgeo import gdal

    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "h.tif"), 2, 2, 1, gdal.GDT_Float32)
    dataset.GetRasterBand(1).WriteRaster(0, 0, 2, 2, np.zeros(4, dtype="float32").tobytes())
    dataset.SetGeoTransform((720_000, 5, 0, 6_187_000, 0, -5))
    del dataset
    layer = QgsRasterLayer(str(tmp_path / "h.tif"), "h")
    message, loaded = layer.loadNamedStyle(str(STYLES / "delineatevalley_height.qml"))
    assert loaded, message
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [(item.value, item.label) for item in items] == [(stop[0], stop[2]) for stop in TEXTS["height"]["stops"]]
