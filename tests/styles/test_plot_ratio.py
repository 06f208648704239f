"""The styles of checkplotratio: every status is drawn, an unknown one shouts, and the tip shows the sum."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsExpression, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QColor, QImage
from styled_layers import classes_of, distance

from lyngby_heritage.processing.outputs.map_image import render_map

ROOT = Path(__file__).parents[2]
TEXTS = json.loads((ROOT / "lyngby_heritage/data/rules/plot_ratio_texts.json").read_text(encoding="utf-8"))
CODES = [one["code"] for one in TEXTS["classes"]]
FIELDS = (
    "field=jordstykker:string(80)&field=kilde:string(80)&field=bebyggelsesprocent:double&field=tilladt_procent:double"
    "&field=status:string(40)&field=bemaerkning:string(0)"
)


def a_layer(name, codes):
    """Plots side by side, one for each code, in our style."""
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:25832&{FIELDS}", "Grunde", "memory")
    features = []
    for i, code in enumerate(codes):
        feature = QgsFeature(layer.fields())
        feature["status"], feature["jordstykker"], feature["kilde"] = code, "7aæ Virum", "ramme <4>"
        feature["bebyggelsesprocent"], feature["tilladt_procent"] = 31.25, None if code == "ikke_omfattet" else 30
        feature["bemaerkning"] = "85 m² < 100 & mere"
        west = 720000 + 25 * i
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 6187000, west + 25, 6187030)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(ROOT / "lyngby_heritage" / "styles" / f"checkplotratio_{name}.qml"))
    assert loaded, message
    return layer


@pytest.mark.parametrize("name", ["plots", "areas"])
def test_every_status_is_drawn_once_and_an_unknown_one_too(name):
    legends = [[one["legend"]] for one in TEXTS["classes"]]
    unknown = [TEXTS["unknown"]["legend"]]
    assert classes_of(a_layer(name, [*CODES, "ny_kode", None])) == [*legends, unknown, unknown]


@pytest.mark.parametrize("across", [60, 2000, 20000])
def test_each_status_leaves_its_colour_on_the_map(across):
    for described in [*TEXTS["classes"], {**TEXTS["unknown"], "code": "ny_kode"}]:
        layer = a_layer("plots", [described["code"]] * 40)
        middle = QgsRectangle(720500 - across / 2, 6187015 - across / 4, 720500 + across / 2, 6187015 + across / 4)
        image = QImage.fromData(render_map(layer, middle, width_px=1000))
        near = image.copy(image.width() // 2 - 25, image.height() // 2 - 25, 50, 50)
        colours = {near.pixel(x, y) for x in range(50) for y in range(50)}
        wanted = [QColor(described[part]) for part in ("fill", "outline") if described[part] != "#ffffff"]
        assert min(distance(QColor(pixel), colour) for pixel in colours for colour in wanted) < 160, described["code"]


def tip(layer):
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_map_tips_show_the_sum_and_hold_no_markup_from_the_data():
    shown = tip(a_layer("plots", ["overskredet"]))
    assert "Matr.nr. 7aæ Virum" in shown
    assert "31,25 % bebygget" in shown
    assert "tilladt 30 %" in shown
    assert "overskredet" in shown
    assert "85 m² &lt; 100 &amp; mere" in shown
    assert "ingen grænse" in tip(a_layer("plots", ["ikke_omfattet"]))
    assert "<b>ramme &lt;4></b>" in tip(a_layer("areas", ["overholdt"]))


@pytest.mark.parametrize(
    ("ratio", "storeys", "shown"),
    [
        (("overholdt", 25.38, 30), ("overskredet", 2, 1.5), "25,38 % bebygget · tilladt 30 % · overholdt"
         "<br>2 etager · tilladt 1½ · overskredet"),
        (("overskredet", 31.25, 30), ("overholdt", 1.5, 1.5), "31,25 % bebygget · tilladt 30 % · overskredet"
         "<br>1½ etage · tilladt 1½ · overholdt"),
        (("overholdt", 25.38, 30), ("ukendt", None, 1.5), "25,38 % bebygget · tilladt 30 % · overholdt"
         "<br>Etagetallet kendes ikke · tilladt 1½ · ukendt: data mangler eller er for usikre"),
        (("ukendt", 25.38, None), ("overholdt", 1, None), "25,38 % bebygget · grænsen kendes ikke · "
         "ukendt: data mangler eller er for usikre<br>1 etage · ingen grænse · overholdt"),
        (("ikke_omfattet", 25.38, None), ("ikke_omfattet", 1, None), "25,38 % bebygget · ingen grænse · "
         "ikke omfattet: uden for områderne"),
    ],
)  # fmt: skip
def test_the_tip_of_a_plot_says_which_limit_is_exceeded(ratio, storeys, shown):
    fields = (
        *("status_procent:string", "bebyggelsesprocent:double", "tilladt_procent:double"),
        *("status_etager:string", "etager:double", "tilladt_etager:double", "status:string"),
    )
    columns = "&".join(f"field={one}" for one in fields)
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:25832&{columns}", "Grunde", "memory")
    plot = QgsFeature(layer.fields())
    plot.setAttributes([*ratio, *storeys, max(ratio[0], storeys[0])])
    plot.setGeometry(QgsGeometry.fromRect(QgsRectangle(720000, 6187000, 720025, 6187030)))
    assert layer.dataProvider().addFeatures([plot])[0]
    layer.loadNamedStyle(str(ROOT / "lyngby_heritage" / "styles" / "checkplotratio_plots.qml"))
    assert f"{shown}</p>" in tip(layer).replace("\n", " ")


def test_the_label_is_the_ratio_at_large_scales():
    layer = a_layer("plots", ["overskredet"])
    settings = layer.labeling().settings()
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    assert QgsExpression(settings.fieldName).evaluate(context).replace("\u00a0", " ") in ("31,3 %", "31,2 %")
    assert (settings.isExpression, settings.scaleVisibility, settings.minimumScale) == (True, True, 2500)


def test_fields_have_danish_names():
    aliases = {field.name(): field.alias() for field in a_layer("plots", []).fields()}
    assert {aliases[name] for name in ("status", "bemaerkning")} == {"Status", "Bemærkning"}
