"""The project of the package: the legends of its maps show the classes that are there."""

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.project import classes_of, title_of
from lyngby_heritage.processing.outputs.styling import apply_style

MANY = 2_500
BUILDINGS = "field=bygning_id:string&field=udpegning:string&field=udpeget:bool&field=save_vaerdi:int"


def layer_of(fields, rows):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25832&{fields}", "lag", "memory")
    features = []
    for values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def labels(layer):
    items = layer.renderer().legendSymbolItems()
    return [items[place].label() for place in classes_of(layer)]


@pytest.mark.parametrize("style", ["classifybuildings_polygon_plan.qml", "comparedesignations_polygon.qml"])
def test_a_legend_of_thousands_of_buildings_shows_no_class_that_none_has(qgis_app, style):
    layer = layer_of(BUILDINGS, ((f"id-{number}", "vaerdi_1_3", True, 2) for number in range(MANY)))
    apply_style(layer, style, {})
    assert len(layer.renderer().legendSymbolItems()) > 1
    assert len(labels(layer)) == 1


def test_a_rule_that_asks_a_field_by_its_name_is_asked_once_for_each_value(qgis_app):
    layer = layer_of("field=id:int&field=efter:int", ((number, number % 2) for number in range(MANY)))
    root = QgsRuleBasedRenderer.Rule(None)
    for value in (0, 1, 2):
        rule = QgsRuleBasedRenderer.Rule(QgsFillSymbol(), filterExp=f"attribute(@feature, 'efter') = {value}")
        rule.setLabel(str(value))
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    assert labels(layer) == ["0", "1"]


def test_a_rule_that_does_not_say_its_fields_is_asked_of_every_building(qgis_app):
    layer = layer_of("field=id:int&field=efter:int", ((number, number % 2) for number in range(MANY)))
    root = QgsRuleBasedRenderer.Rule(None)
    for value in (0, 1, 2):
        rule = QgsRuleBasedRenderer.Rule(QgsFillSymbol(), filterExp=f"attribute(@feature, 'ef' || 'ter') = {value}")
        rule.setLabel(str(value))
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    assert labels(layer) == ["0", "1"]


def test_a_layer_of_categories_shows_those_that_it_has(qgis_app):
    layer = layer_of("field=id:int&field=navn:string", ((number, "ab"[number % 2]) for number in range(MANY)))
    categories = [QgsRendererCategory(name, QgsFillSymbol(), name) for name in "abc"]
    layer.setRenderer(QgsCategorizedSymbolRenderer("navn", categories))
    assert labels(layer) == ["a", "b"]


@pytest.mark.parametrize("table", load("rules/lokalplan.json")["tables"])
def test_every_table_has_a_title_and_not_its_name_alone(table):
    assert title_of(table)[0].isupper()
    assert title_of(table) != table


def test_a_table_shown_in_several_looks_is_called_as_in_its_own():
    assert title_of("bygninger") == "Bygninger"
    assert title_of("landskab") == "Landskab og beskyttelse"
