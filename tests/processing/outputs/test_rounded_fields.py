"""Forms show shares rounded and days as people write them, and write nothing of that into the layer."""

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer

from lyngby_heritage.processing.outputs.rounded_fields import DECIMALS
from lyngby_heritage.processing.outputs.styling import apply_style

THIRD = 1 / 3


def layer_with(fields, *values):
    layer = QgsVectorLayer(f"Point?crs=EPSG:25832&{fields}", "lag", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(list(values))
    layer.dataProvider().addFeature(feature)
    return layer


def in_words(layer, place, value):
    """What the table of attributes shows."""
    setup = layer.editorWidgetSetup(place)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, place, setup.config(), None, value).replace(",", ".")


@pytest.mark.parametrize(("field", "shown"), [("ensartethed", "0.33"), ("sikkerhed", "0.33"), ("andel", "0.3333")])
def test_a_share_is_shown_rounded_and_for_reading_only(qgis_app, field, shown):
    layer = layer_with(f"field={field}:double&field=etager:double", THIRD, 1.5)
    apply_style(layer, "", {})
    assert in_words(layer, 0, THIRD) == shown
    assert layer.editFormConfig().readOnly(0)
    # What somebody measured is shown as it is.
    assert (layer.editorWidgetSetup(1).type(), layer.editFormConfig().readOnly(1)) == ("", False)
    assert next(layer.getFeatures()).attributes() == [THIRD, 1.5]


def test_a_style_that_brings_a_form_has_them_rounded_too(qgis_app):
    layer = layer_with("field=udpegning:string&field=ensartethed:double", "vaerdi_4_ensartet", THIRD)
    apply_style(layer, "classifybuildings_point.qml", {})
    assert in_words(layer, 1, THIRD) == "0.33"


def test_a_text_of_that_name_stays_a_text(qgis_app):
    layer = layer_with("field=ens:string", "1/3")
    apply_style(layer, "", {})
    assert layer.editorWidgetSetup(0).type() != "Range"
    assert "ens" in DECIMALS


def test_a_day_in_a_text_is_shown_as_people_write_it(qgis_app):
    layer = layer_with("field=save_dato:string&field=dato:string", "2023-05-27", None)
    apply_style(layer, "", {})
    assert in_words(layer, 0, "2023-05-27") == "27-05-2023"
    assert next(layer.getFeatures()).attributes()[0] == "2023-05-27"
    assert layer.editorWidgetSetup(1).type() != "DateTime"


def test_a_field_that_holds_a_year_beside_days_is_shown_as_it_stands(qgis_app):
    layer = layer_with("field=dato:string", "1941")
    layer.dataProvider().addFeature(next(layer_with("field=dato:string", "2023-05-27").getFeatures()))
    apply_style(layer, "", {})
    assert in_words(layer, 0, "1941") == "1941"
