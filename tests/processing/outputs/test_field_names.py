"""Every field of a layer that the tools make has a Danish name, and codes are shown in words."""

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer

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


@pytest.mark.parametrize("column", ["etager_kilde", "procent_kilde"])
def test_who_sets_a_limit_is_said_in_words(column):
    """The municipality's own limit is a code; a plan and a frame are called what they are, in no brackets."""
    plots = layer(f"{column}:string")
    values = ["parameter", "lokalplan 27 Villakvarter syd for åen", "ramme 1.5.36", None]
    rows = [QgsFeature(plots.fields()) for _ in values]
    for row, value in zip(rows, values):
        row.setAttributes([value])
    assert plots.dataProvider().addFeatures(rows)[0]
    apply_style(plots, "checkplotratio_plots.qml", {})
    setup = plots.editorWidgetSetup(0)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    said = [formatter.representValue(plots, 0, setup.config(), None, value) for value in values[:3]]
    assert said == ["Kommunens almindelige grænse", *values[1:3]]


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


def test_codes_that_a_layer_of_buildings_carries_are_words_there_too():
    buildings = layer("bygning_id:string", "geometri:string", "kobling:string", "save_status:string")
    apply_style(buildings, "classifybuildings_polygon.qml", {})
    said = [
        {code: words for one in buildings.editorWidgetSetup(place).config()["map"] for words, code in one.items()}
        for place in (1, 2, 3)
    ]
    assert [said[0]["fodaftryk"], said[1]["uuid"], said[2]["gaeldende"]] == ["GeoDanmarks omrids", "BBR-id", "Gældende"]


def test_geometri_of_an_area_is_another_code_and_stays_as_it_is():
    areas = layer("tema:string", "geometri:string")
    apply_style(areas, "maplandscape_changes.qml", {})
    assert areas.editorWidgetSetup(1).type() != "ValueMap"


def test_the_decisions_after_a_hearing_are_shown_in_words():
    table = QgsVectorLayer("None?field=bygning_id:string&field=beslutning:string", "beslutninger", "memory")
    apply_style(table, "", {})
    assert {"Udpeg ikke": "udpeg_ikke"} in table.editorWidgetSetup(1).config()["map"]
