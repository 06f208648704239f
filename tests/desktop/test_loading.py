"""What the steps made comes into the project in its group, named and styled, and not twice."""

import pytest
from conftest import write_layer
from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from lyngby_heritage.desktop.loading import STEP, add_collected, data_layers, hide_others, lies_in, step_group

ORDER = ["data", "check", "plan"]


@pytest.fixture
def collected(tmp_path):
    file = tmp_path / "lyngby_heritage" / "data.gpkg"
    file.parent.mkdir()
    square = "POLYGON ((720000 6180000, 720010 6180000, 720010 6180010, 720000 6180010, 720000 6180000))"
    for table in ("jordstykker", "kommunegraense", "fredede_omr"):
        write_layer(file, table, [(square, "1")], ("nr:text",))
    write_layer(file, "vandloeb", [("LINESTRING (720000 6180000, 720010 6180000)", "1")], ("nr:text",), kind="LINE")
    write_layer(file, "indhold", [(None, "a")], ("fil:text",), kind="NONE")
    return file


def names(group):
    return [
        [child.name(), names(child)] if isinstance(child, QgsLayerTreeGroup) else child.name()
        for child in group.children()
    ]


def test_later_steps_lie_above_earlier_ones(qgis_app):
    project = QgsProject()
    for key in ("check", "data", "plan", "check"):
        step_group(project, key, key.title(), ORDER)
    assert names(project.layerTreeRoot()) == [["Lyngby Heritage", [["Plan", []], ["Check", []], ["Data", []]]]]


def test_a_group_that_a_person_renamed_is_still_the_steps(qgis_app):
    project = QgsProject()
    step_group(project, "data", "1 Data", ORDER).setName("Grundlag")
    assert step_group(project, "data", "1 Data", ORDER).name() == "Grundlag"


def test_data_come_by_role_with_themes_apart(qgis_app, collected):
    project = QgsProject()
    group = step_group(project, "data", "Data", ORDER)
    added = add_collected(project, collected, {"fredede_omr": "Fredede områder"}, group)
    assert names(group) == ["Boundary of the municipality", "Watercourses", "Parcels", ["Themes", ["Fredede områder"]]]
    assert all(layer.isValid() for layer in added)
    (boundary,) = project.mapLayersByName("Boundary of the municipality")
    assert boundary.renderer().symbol().symbolLayer(0).properties()["style"] == "no", "it hides nothing below it"


def test_a_second_time_nothing_comes_twice(qgis_app, collected):
    project = QgsProject()
    group = step_group(project, "data", "Data", ORDER)
    add_collected(project, collected, {}, group)
    before = len(project.mapLayers())
    assert add_collected(project, collected, {}, group) == []
    assert len(project.mapLayers()) == before


def test_one_step_is_shown_and_the_others_stay(qgis_app):
    project = QgsProject()
    for key in ORDER:
        step_group(project, key, key, ORDER)
    check = step_group(project, "check", "check", ORDER)
    hide_others(check, ("data",))
    seen = {one.customProperty(STEP): one.itemVisibilityChecked() for one in check.parent().children()}
    assert seen == {"plan": False, "check": True, "data": True}


def test_what_the_steps_and_a_plan_made_is_no_data(qgis_app, collected, tmp_path):
    plan = tmp_path / "andetsteds" / "kulturhistorisk_lokalplan.gpkg"
    plan.parent.mkdir()
    write_layer(plan, "bygninger", [("POINT (1 2)", "1")], ("nr:text",), kind="POINT")
    project = QgsProject()
    made = QgsVectorLayer(f"{collected}|layername=jordstykker", "a", "ogr")
    of_plan = QgsVectorLayer(f"{plan}|layername=bygninger", "b", "ogr")
    memory = QgsVectorLayer("Point?crs=EPSG:25832", "c", "memory")
    project.addMapLayers([made, of_plan, memory])
    output = str(collected.parent)
    assert lies_in(made, output)
    assert not lies_in(memory, output)
    assert data_layers(project, output) == [memory]
