"""The style of a work list: every event in its own class, an unknown one too, and a tip that says what to look at."""

import json
from pathlib import Path

from qgis.core import QgsExpression, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from styled_layers import classes_of

from lyngby_heritage.processing.outputs.styling import apply_style

ROOT = Path(__file__).parents[2]
TEXTS = json.loads((ROOT / "lyngby_heritage/data/rules/since.json").read_text(encoding="utf-8"))
COLUMNS = "field=haendelse:string&field=rang:integer&field=adresse:string&field=tekst:string"


def work_list(*rows):
    """A layer of rows (haendelse, adresse, tekst), 20 m apart, in our style."""
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:25832&{COLUMNS}", "Arbejdsliste", "memory")
    for number, (kind, address, text) in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature["haendelse"], feature["rang"], feature["adresse"], feature["tekst"] = kind, 1, address, text
        east = 720000 + 20 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(east, 6187000, east + 10, 6187010)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    apply_style(layer, "followdesignations.qml", {})
    return layer


def test_every_event_is_drawn_once_and_an_unknown_one_too():
    layer = work_list(*((one["code"], None, None) for one in TEXTS["events"]), ("noget andet", None, None))
    unknown = TEXTS["unknown"]["legend"]
    assert classes_of(layer) == [*([one["legend"]] for one in TEXTS["events"]), [unknown]]
    assert layer.renderer().usingSymbolLevels()


def test_the_tip_says_where_what_and_what_to_look_at():
    layer = work_list(("nedrevet", "Åvej 1", "Bygningen er <væk>."))
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<b>Åvej 1</b>" in tip
    assert "Nedrevet (rang 1)" in tip
    assert "Bygningen er &lt;væk>." in tip
