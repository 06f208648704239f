"""One layer in two roles that cannot be the same is refused, and so is an output over what is read."""

from itertools import combinations

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from lyngby_heritage.processing.inputs.roles import doubtful_roles, refusal_of_roles
from lyngby_heritage.processing.tools.provider import HeritageProvider


@pytest.fixture(scope="module")
def tools(qgis_app):
    provider = HeritageProvider()
    provider.loadAlgorithms()
    yield {one.name(): one.create() for one in provider.algorithms()}
    del provider  # the tools ask it for their ids as long as they live


@pytest.fixture
def layers(tmp_path):
    """Two layers of polygons in one file."""
    file = tmp_path / "by.gpkg"
    for name in ("bygninger", "jordstykker"):
        write_layer(file, name, [(square(0), "a")], ("id:text",))
    return file


def refusal(tool, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    _, why = tool.checkParameterValues(parameters, context)
    return why


ROLES = {
    "checkplotratio": ("PARCELS", "BUILDINGS", "FLOORS", "ZONE_MAP"),
    "classifybuildings": ("BUILDINGS", "PARCELS", "DECISIONS"),
    "uniformensembles": ("BUILDINGS", "PARCELS"),
    "followdesignations": ("BUILDINGS", "BBR", "PLANS", "PROPERTIES"),
    "comparedesignations": ("BEFORE", "AFTER"),
    "preparebuildings": ("SAVE", "FOOTPRINTS", "FLOORS"),
    "maplandscape": ("BOUNDARY", "BUILDINGS", "PARCELS", "PREVIOUS"),
    "delineatevalley": ("WATERCOURSES", "LAKES"),
    "exportlokalplan": ("BUILDINGS", "PROPERTIES", "LANDSCAPE", "ENSEMBLES", "VALLEY", "CHANGES"),
    "validatedata": ("BUILDINGS", "PARCELS", "DECISIONS", "WATERCOURSES", "BOUNDARY"),
}


@pytest.mark.parametrize("tool", ROLES)
def test_no_layer_stands_in_two_roles(tools, layers, tool):
    one = f"{layers}|layername=bygninger"
    needed = {name: f"{layers}|layername=jordstykker{number}" for number, name in enumerate(ROLES[tool])}
    for pair in combinations(ROLES[tool], 2):
        why = refusal_of_roles(tools[tool], {**needed, **dict.fromkeys(pair, one)}, QgsProcessingContext())
        assert all(f"{name} (" in why for name in pair), (pair, why)
        assert f"are the same layer: {one}." in why


@pytest.mark.parametrize("tool", ["checkplotratio", "validatedata"])
@pytest.mark.parametrize("pair", [("ZONES", "PARCELS"), ("ZONES", "PLANS"), ("PARCELS", "PLANS")])
def test_parcels_and_plans_may_be_the_zones(tools, layers, tool, pair):
    one = f"{layers}|layername=bygninger"
    assert refusal_of_roles(tools[tool], dict.fromkeys(pair, one), QgsProcessingContext()) == ""


@pytest.mark.parametrize("tool", ["checkplotratio", "validatedata"])
def test_parcels_that_are_the_zones_are_doubtful_and_other_pairs_are_not(tools, layers, tool):
    one, other = f"{layers}|layername=bygninger", f"{layers}|layername=jordstykker"
    for given, expected in (
        ({"PARCELS": one, "ZONES": one}, [("PARCELS", "ZONES")]),
        ({"PARCELS": one, "ZONES": str(layers)}, [("PARCELS", "ZONES")]),  # the first layer of the file
        ({"PARCELS": one, "ZONES": other}, []),
        ({"PARCELS": one, "PLANS": one}, []),
        ({"PARCELS": one}, []),
    ):
        assert doubtful_roles(tools[tool], given, QgsProcessingContext()) == expected, given


def test_what_is_doubtful_is_allowed(tools):
    for tool in tools.values():
        allowed = {frozenset(pair) for pair in tool.MAY_SHARE}
        assert {frozenset(pair) for pair in tool.RARELY_SHARE} <= allowed, tool.name()


def test_what_qgis_fills_in_is_refused_with_the_labels_of_the_dialog(tools, layers):
    layer = QgsVectorLayer(f"{layers}|layername=bygninger", "Bygninger", "ogr")
    QgsProject.instance().addMapLayer(layer)
    given = {"PARCELS": layer.id(), "BUILDINGS": layer.id(), "ZONES": layer.id(), "OUTPUT": "TEMPORARY_OUTPUT"}
    assert refusal(tools["checkplotratio"], **given) == (
        "PARCELS (Parcels) and BUILDINGS (Buildings) are the same layer: Bygninger. QGIS may have filled one of them "
        "in by itself. Choose the layer that each of them asks for."
    )


def test_the_same_layer_by_another_way_is_the_same(tools, layers, tmp_path, monkeypatch):
    """As a layer of the project, through a link, relative, as the first layer of its file, and as a selection of it."""
    layer = QgsVectorLayer(f"{layers}|layername=bygninger", "Mine huse", "ogr")
    QgsProject.instance().addMapLayer(layer)
    (tmp_path / "vej").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    for other in (
        layer,
        "Mine huse",
        f"{tmp_path}/vej/by.gpkg|layername=bygninger",
        "by.gpkg|layername=bygninger",
        str(layers),
        QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True),
    ):
        one = f"{layers}|layername=bygninger"
        why = refusal(tools["comparedesignations"], BEFORE=one, AFTER=other, OUTPUT="TEMPORARY_OUTPUT")
        assert "are the same layer" in why, other


def test_layers_apart_are_apart(tools, layers, tmp_path):
    """Another layer of the file, another filter on the layer, another layer in memory."""
    one = f"{layers}|layername=bygninger"
    memory = [QgsVectorLayer("Polygon?crs=EPSG:25832", "m", "memory") for _ in range(2)]
    QgsProject.instance().addMapLayers(memory)
    for before, after in (
        (one, f"{layers}|layername=jordstykker"),
        (f"{one}|subset=id = 'a'", f"{one}|subset=id = 'b'"),
        (memory[0], memory[1].id()),
        (one, memory[0]),
    ):
        assert refusal(tools["comparedesignations"], BEFORE=before, AFTER=after, OUTPUT=str(tmp_path / "u.gpkg")) == ""
    assert "are the same layer: m." in refusal(
        tools["comparedesignations"], BEFORE=memory[0], AFTER=memory[0].id(), OUTPUT="TEMPORARY_OUTPUT"
    )


def test_roles_that_one_layer_may_have(tools, layers):
    one, other = f"{layers}|layername=bygninger", f"{layers}|layername=jordstykker"
    assert refusal(tools["classifybuildings"], BUILDINGS=one, CONTEXT_BUILDINGS=one, OUTPUT="u.gpkg") == ""
    assert refusal(tools["preparebuildings"], SAVE=one, FOOTPRINTS=other, BBR=other, OUTPUT="u.gpkg") == ""
    assert refusal(tools["maplandscape"], LAYERS=[one, other], BOUNDARY=other, OUTPUT="u.gpkg") == ""
    assert "are the same layer" in refusal(tools["maplandscape"], LAYERS=[one, other], PREVIOUS=other, OUTPUT="u.gpkg")


def test_an_output_over_an_input_is_refused_whichever_way_it_is_written(tools, layers, tmp_path):
    one, other = f"{layers}|layername=bygninger", f"{layers}|layername=jordstykker"
    given = {"BUILDINGS": one, "PARCELS": other}
    for output in (str(layers), f"ogr:dbname='{layers}' table=\"bygninger\" (geom)"):
        why = refusal(tools["classifybuildings"], **given, OUTPUT=output)
        assert why == f"OUTPUT is the same file as BUILDINGS: {layers}. Choose another name for it."
    why = refusal(tools["maplandscape"], LAYERS=[one], OUTPUT="TEMPORARY_OUTPUT", OUTPUT_SOURCES=str(layers))
    assert why.startswith("OUTPUT_SOURCES is the same file as LAYERS")
    new_table = f"ogr:dbname='{layers}' table=\"udpegning\" (geom)"
    assert refusal(tools["classifybuildings"], **given, OUTPUT=new_table) == ""
    assert refusal(tools["classifybuildings"], **given, OUTPUT=str(tmp_path / "ud.gpkg")) == ""
