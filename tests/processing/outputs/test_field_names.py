"""Every field of a layer that the tools make has a Danish name, and codes are shown in words."""

import pytest
from qgis.core import QgsVectorLayer

from lyngby_heritage.processing.outputs.field_names import FIELD_NAMES
from lyngby_heritage.processing.outputs.styling import apply_style


def layer(*fields):
    return QgsVectorLayer("Polygon?crs=EPSG:25832&" + "&".join(f"field={one}" for one in fields), "lag", "memory")


def shown(one):
    return [one.attributeDisplayName(place) for place in range(one.fields().count())]


def test_a_field_that_the_style_does_not_know_goes_by_its_name_in_the_plan():
    """opfoerelsesaar is carried from the input; egen_kode is somebody's own, and nobody knows what it is."""
    buildings = layer("udpegning:string", "opfoerelsesaar:integer", "save_tilstand:integer", "egen_kode:string")
    apply_style(buildings, "classifybuildings_polygon.qml", {})
    assert shown(buildings) == ["Grundlag for udpegning", "Opførelsesår", "SAVE, tilstand", "egen_kode"]


def test_a_name_that_a_style_gives_stands():
    """The plan calls antal_bygninger otherwise than nothing, and a comparison of rules calls antal its own."""
    rules = layer("antal:integer", "udfald:string")
    apply_style(rules, "comparescenarios_polygon.qml", {})
    assert shown(rules) == ["Scenarier, der udpeger bygningen", "Udfald"]


def test_the_field_of_each_rule_is_named_after_the_municipality_and_its_codes_are_words():
    rules = layer("bygning_id:string", "ud_furesoe:string", "ud_egen:string")
    names = {"ud_furesoe": "Udpegning efter Furesø", "ud_egen": "Udpegning efter Vores regel"}
    apply_style(rules, "comparescenarios_polygon.qml", {FIELD_NAMES: names})
    assert shown(rules) == ["Bygnings-id", "Udpegning efter Furesø", "Udpegning efter Vores regel"]
    setup = rules.editorWidgetSetup(1)
    assert setup.type() == "ValueMap"
    words = {code: said for one in setup.config()["map"] for said, code in one.items()}
    assert words["vaerdi_1_3"] == "Høj bevaringsværdi"
    assert words["ikke_udpeget"] == "Ikke udpeget"
    assert rules.customProperty("variableNames") in (None, [], "")


@pytest.mark.parametrize("field", ["begrundelse", "kilde", "dato"])
def test_a_table_without_a_style_has_its_names(field):
    table = QgsVectorLayer(f"None?field={field}:string", "beslutninger", "memory")
    apply_style(table, "", {})
    assert shown(table) == [{"begrundelse": "Begrundelse", "kilde": "Kilde", "dato": "Dato"}[field]]
