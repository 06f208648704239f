"""The styles of `preparebuildings`: every SAVE value has its class, and each field its Danish name."""

import json
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsSymbolLayer, QgsVectorLayer
from styled_layers import classes_of

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "lyngby_heritage" / "styles"
TEXTS = json.loads((ROOT / "lyngby_heritage/data/rules/preparation_texts.json").read_text(encoding="utf-8"))
VALUES = {
    1: "SAVE-værdi 1–3",
    3: "SAVE-værdi 1–3",
    4: "SAVE-værdi 4",
    5: "SAVE-værdi 5–6",
    6: "SAVE-værdi 5–6",
    7: "SAVE-værdi 7–9",
    9: "SAVE-værdi 7–9",
    None: "Ingen SAVE-værdi",
    12: "Anden værdi",
}


def a_layer(kind, style, section, rows, types):
    fields = "&".join(f"field={name}:{types.get(name, 'string(0)')}" for name in TEXTS[section])
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{fields}", "lag", "memory")
    features = []
    for number, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        for name, value in row.items():
            feature[name] = value
        east = 720000 + 20 * number
        ring = f"{east} 0, {east + 9} 0, {east + 9} 9, {east} 0"
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({east} 0)" if kind == "Point" else f"POLYGON(({ring}))"))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / style))
    assert loaded, message
    return layer


@pytest.mark.parametrize(
    ("kind", "style"), [("Polygon", "preparebuildings.qml"), ("Point", "preparebuildings_point.qml")]
)
def test_every_save_value_has_its_class_and_an_odd_one_shows(kind, style):
    layer = a_layer(kind, style, "fields", [{"save_vaerdi": one} for one in VALUES], {"save_vaerdi": "integer"})
    assert classes_of(layer) == [[label] for label in VALUES.values()]


def test_the_rows_that_were_not_joined():
    rows = [
        {"udfald": "ikke_koblet", "lag": "SAVE"},
        {"udfald": "ikke_koblet", "lag": "FOOTPRINTS"},
        {"udfald": "udeladt", "lag": "BBR"},
        {"udfald": "noget nyt", "lag": "BBR"},
    ]
    layer = a_layer("Point", "preparebuildings_unmatched.qml", "unmatched_fields", rows, {})
    assert classes_of(layer) == [
        ["Ikke koblet: SAVE-række"],
        ["Ikke koblet: fodaftryk, BBR eller etage"],
        ["Udeladt: gælder ikke efter BBR"],
        ["Andet"],
    ]


@pytest.mark.parametrize(
    ("kind", "style", "section"),
    [
        ("Polygon", "preparebuildings.qml", "fields"),
        ("Point", "preparebuildings_point.qml", "fields"),
        ("Point", "preparebuildings_unmatched.qml", "unmatched_fields"),
    ],
)
def test_every_field_has_a_danish_name(kind, style, section):
    layer = a_layer(kind, style, section, [], {})
    assert all(layer.attributeAlias(layer.fields().lookupField(name)) for name in TEXTS[section])


def test_a_place_without_an_outline_is_drawn_as_a_dot_above_the_footprints():
    layer = a_layer("Polygon", "preparebuildings.qml", "fields", [], {"save_vaerdi": "integer"})
    for rule in layer.renderer().rootRule().children():
        base, _, place = rule.symbol().symbolLayers()
        assert place.layerType() == "CentroidFill"
        assert place.renderingPass() > base.renderingPass() + 5
        enabled = place.dataDefinedProperties().property(QgsSymbolLayer.Property.PropertyLayerEnabled)
        assert enabled.expressionString() == "coalesce(\"geometri\", '') <> 'fodaftryk'"
        marker = place.subSymbol().symbolLayer(0)
        assert marker.sizeUnit() == Qgis.RenderUnit.MetersInMapUnits
        assert marker.sizeMapUnitScale().minSizeMM == 0.7
