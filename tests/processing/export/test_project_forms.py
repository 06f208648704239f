"""The forms and tables of attributes of the package: codes, truths and days as people read them."""

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer

from lyngby_heritage.processing.export.project_forms import complete_form, words_shown

PLANS = "field=plannr:string&field=iomfangreg:{kind}&field=datovedt:{day}"


def completed(table, fields):
    layer = QgsVectorLayer(f"Point?crs=EPSG:25832&{fields}", table, "memory")
    assert layer.isValid()
    complete_form(layer, table)
    return layer


def shown(layer, field, value):
    """What the table of attributes shows of a value."""
    feature = QgsFeature(layer.fields())
    feature[field] = value
    place = layer.fields().lookupField(field)
    setup = layer.editorWidgetSetup(place)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, place, setup.config(), None, feature[field])


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("string", "false", "Nej"),
        ("string", "true", "Ja"),
        ("bool", False, "Nej"),
        ("bool", True, "Ja"),
        ("integer", 0, "Nej"),
    ],
)
def test_whether_a_plan_regulates_the_extent_is_said_in_words(qgis_app, kind, value, said):
    layer = completed("lokalplaner", PLANS.format(kind=kind, day="integer"))
    assert shown(layer, "iomfangreg", value) == said


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("integer", 20190424, "24-04-2019"),
        ("string", "20190424", "24-04-2019"),
        ("date", "2019-04-24", "24-04-2019"),
        ("string", "foråret 2019", "foråret 2019"),
    ],
)
def test_the_days_of_a_plan_are_written_as_people_write_them(qgis_app, kind, value, said):
    layer = completed("lokalplaner", PLANS.format(kind="string", day=kind))
    assert shown(layer, "datovedt", value) == said
    assert layer.editFormConfig().readOnly(1), "a register's plans are for reading: they are corrected in Plandata"


def test_yes_and_no_of_a_building_are_words_in_its_form_and_no_codes_of_the_file(qgis_app):
    layer = completed("bygninger", "field=udpeget:bool&field=kobling:string")
    assert (shown(layer, "udpeget", True), shown(layer, "udpeget", False)) == ("Ja", "Nej")
    assert list(words_shown(layer)) == ["kobling"]  # the file holds 0 and 1
