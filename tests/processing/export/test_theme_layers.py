"""A map of the landscape shows the themes of its group, in their own look."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from lyngby_heritage.processing.export.project import classes_of
from lyngby_heritage.processing.export.theme_layers import keep_themes
from lyngby_heritage.processing.outputs.styling import apply_style

THEMES = ("paragraf3", "fortidsminde", "geologi", "stoej", "kommunens_eget", None)


def landscape():
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:25832&field=tema:string&field=navn:string", "landskab", "memory")
    features = []
    for theme in THEMES:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([theme, None])
        feature.setGeometry(QgsGeometry.fromWkt("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    apply_style(layer, "maplandscape.qml", {})
    return layer


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        ("natur", ["Beskyttet natur (§ 3)"]),
        ("kultur", ["Fredet fortidsminde"]),
        ("geologi", ["Geologisk bevaringsværdi"]),
        ("andet", ["Støjbelastet areal", "Andet tema"]),  # the municipality's own theme, and the row without one
    ],
)
def test_each_theme_is_drawn_on_one_map(group, shown):
    layer = landscape()
    keep_themes(layer, group)
    items = layer.renderer().legendSymbolItems()
    assert [items[place].label() for place in classes_of(layer)] == shown
