"""A layer of names draws names and nothing else."""

from qgis.core import Qgis, QgsExpression, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.name_layers import only_names
from lyngby_heritage.processing.outputs.layout_parts import FAMILIES

NAMES = {one["key"]: one["names"] for one in load("rules/lokalplan.json")["layers"] if "names" in one}


def test_streets_are_named_along_their_line_behind_the_numbers_of_the_buildings():
    layer = QgsVectorLayer("LineString?crs=EPSG:25832&field=vej:string&field=hoved:bool", "vejnavne", "memory")
    only_names(layer, NAMES["vejnavne"], "line")
    settings = layer.labeling().settings()
    assert layer.renderer().type() == "nullSymbol"
    assert layer.labelsEnabled()
    assert settings.placement == Qgis.LabelPlacement.Line
    assert settings.format().buffer().enabled()
    assert settings.format().font().italic()
    assert settings.format().families() == list(FAMILIES)
    assert settings.priority < 5  # the numbers' own


def test_streets_water_and_places_have_names_on_the_sheets():
    assert set(NAMES) <= set(load("rules/lokalplan.json")["sheets"]["layers"])


def test_a_valley_is_named_as_a_valley_and_not_as_the_water_that_may_run_beside_it():
    """Tributaries run through the main valley too, and a side valley may be named after one that is only near."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=del:string&field=navn:string", "dal", "memory")
    parts = [
        *(("dalbund", "Åen", 90), ("dalside", "Åen", 50), ("sidedal", "Bækken", 40), ("sidedal", "Bækken", 20)),
        ("sidedal", "Renden", 10),
        ("dalbund", None, 30),
    ]
    rows = []
    for code, name, side in parts:
        row = QgsFeature(layer.fields())
        row.setAttributes([code, name])
        row.setGeometry(QgsGeometry.fromRect(QgsRectangle(720000, 6187000, 720000 + side, 6187000 + side)))
        rows.append(row)
    assert layer.dataProvider().addFeatures(rows)[0]
    only_names(layer, NAMES["vandnavne"], "polygon")
    label = QgsExpression(layer.labeling().settings().fieldName)
    context = layer.createExpressionContext()
    said = []
    for row in layer.getFeatures():
        context.setFeature(row)
        said.append(label.evaluate(context))
    assert not label.hasEvalError()
    assert said == ["Dalen ved Åen", None, "Sidedalen ved Bækken", None, "Sidedalen ved Renden", None]
