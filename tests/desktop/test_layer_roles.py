"""Which layer of a project a parameter begins with: the one that is certain, or none."""

import pytest
from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProject, QgsVectorLayer

from lyngby_heritage.core.registers.asked_for import asked_for
from lyngby_heritage.desktop.layer_roles import certain_layers, role_of, roles_of
from lyngby_heritage.processing.tools.provider import TOOLS

FBB = "&field=bevaringsvaerdi:int&field=bygningsid:string&field=bbrnummer:string&field=fredningsstatus:int"
GEOFA = "&field=bevaringsmaessig_vaerdi:int&field=bbr_uuid:string&field=bfe_nr:int&field=bevaringsvaerdig:int"


def memory(kind, name, fields=""):
    return QgsVectorLayer(f"{kind}?crs=EPSG:25832{fields}", name, "memory")


@pytest.fixture(scope="module")
def tools():
    return {one.NAME: one().create() for one in TOOLS}


def chosen(tool, *layers):
    """Parameter → name of the layer that is filled in, of these (kind, name, fields)."""
    project = QgsProject()
    project.addMapLayers([memory(*one) for one in layers])
    return {name: layer.name() for name, layer in certain_layers(tool, project).items()}


@pytest.mark.parametrize(
    ("kind", "name", "fields", "role"),
    [
        ("Polygon", "Jordstykker", "", "jordstykker"),
        ("Polygon", "jordstykker kopi", "", None),
        ("Point", "view_bygning_alle", FBB, "fbb"),
        ("Point", "noget", FBB, None),  # the fields alone make it likely, not certain
        ("Polygon", "theme_pdk_lokalplan_vedtaget_v", "&field=planid:int&field=plantype:string", None),
        ("Polygon", "Mine huse", "", None),
    ],
)
def test_a_name_tells_and_fields_alone_do_not(kind, name, fields, role):
    assert role_of(memory(kind, name, fields)) == role


def test_a_layer_that_is_renamed_is_seen_anew():
    layer = memory("Polygon", "flader")
    assert role_of(layer) is None
    layer.setName("jordstykker")
    assert role_of(layer) == "jordstykker"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["fbb"], {"SAVE": "fbb"}),
        (["bygningsvurdering"], {"SAVE": "bygningsvurdering"}),
        (["bygningsvurdering", "fbb"], {"SAVE": "fbb", "SAVE_SECOND": "bygningsvurdering"}),
        (["fbb", "FBB", "bygningsvurdering"], {"SAVE_SECOND": "bygningsvurdering"}),  # which fbb is a question
    ],
)
def test_two_sources_of_save_values_go_where_each_belongs(tools, names, expected):
    layers = [("Polygon" if name.startswith("byg") else "Point", name, GEOFA) for name in names]
    assert chosen(tools["preparebuildings"], *layers) == expected


def test_a_table_is_no_layer_of_neighbours_but_one_of_bbr(tools):
    table = ("None", "bbr")
    assert chosen(tools["classifybuildings"], table) == {}
    assert chosen(tools["preparebuildings"], table) == {"BBR": "bbr"}
    points = ("Point", "bbr")
    assert chosen(tools["classifybuildings"], points) == {"CONTEXT_BUILDINGS": "bbr"}
    assert chosen(tools["validatedata"], points) == {"BBR": "bbr"}  # once, where it is asked for first


def test_a_plan_s_buildings_are_not_those_of_the_registers(tools):
    buildings, boundary = ("Polygon", "bygninger"), ("Polygon", "kommunegraense")
    assert chosen(tools["exportlokalplan"], buildings, boundary) == {}
    assert chosen(tools["maplandscape"], buildings, boundary) == {
        "BUILDINGS": "bygninger",
        "BOUNDARY": "kommunegraense",
    }


def test_the_lokalplaner_of_a_package_are_not_those_in_force_now(tools):
    assert chosen(tools["followdesignations"], ("Polygon", "lokalplaner")) == {}
    assert chosen(tools["checkplotratio"], ("Polygon", "lokalplaner")) == {"PLANS": "lokalplaner"}


def test_every_parameter_with_a_role_is_one_of_a_tool(tools):
    names = {one.name() for tool in tools.values() for one in tool.parameterDefinitions()}
    assert set(asked_for()) <= names
    assert [one for one, asked in asked_for().items() if not set(roles_of(one)) <= asked.roles] == []
    any_kind = QgsProcessingParameterFeatureSource("BBR", "", [QgsProcessing.SourceType.TypeVector])
    assert any_kind.dataTypes() == [QgsProcessing.SourceType.TypeVector]
