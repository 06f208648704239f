"""The tool as a planner meets it: a real QGIS window, the tool's own dialog, Run, and a styled layer in the project."""

import json
from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis

pytestmark = MARKS

SCRIPT = """
def described(layer):
    root = layer.renderer().rootRule() if layer.renderer().type() == "RuleRenderer" else None
    return {
        "name": layer.name(),
        "rows": layer.featureCount(),
        "renderer": layer.renderer().type(),
        "labels": [one.label() for one in root.children()] if root else
            [one.label() for one in layer.renderer().legendSymbolItems()],
        "provider": layer.providerType(),
        "crs": layer.crs().authid(),
        "grounds": sorted([str(f["bygning_id"]), f["udpegning"]] for f in layer.getFeatures()),
        "aliases": [layer.attributeDisplayName(i) for i in range(layer.fields().count())],
    }


def dialog_for(parameters):
    import processing

    dialog = processing.createAlgorithmDialog("lyngby_heritage:classifybuildings", parameters)
    dialog.resize(820, 900)
    dialog.show()
    settle(0.3)
    dialog.move(QGuiApplication.primaryScreen().size().width() - dialog.frameGeometry().width() - 10, 10)
    return dialog


def run(dialog):
    before = set(QgsProject.instance().mapLayers())
    dialog.runButton().click()
    wait(lambda: dialog.wasExecuted(), 60, "the run")
    wait(lambda: set(QgsProject.instance().mapLayers()) - before, 20, "the result in the project")
    settle()
    new = set(QgsProject.instance().mapLayers()) - before
    return [described(QgsProject.instance().mapLayer(one)) for one in new]


def work():
    window = iface.mainWindow()
    window.resize(1800, 950)
    window.move(0, 0)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().startswith("Browser"):
            dock.close()
    SEEN["enabled"] = "lyngby_heritage" in active_plugins
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:classifybuildings"), 20, "the provider")
    algorithm = registry.algorithmById("lyngby_heritage:classifybuildings")
    SEEN["expected"] = [one.name() for one in algorithm.parameterDefinitions()]

    buildings = QgsVectorLayer(GIVEN["buildings"], "bygninger", "ogr")
    QgsProject.instance().setCrs(buildings.crs())
    QgsProject.instance().addMapLayer(buildings)
    settle()
    seen, whole = buildings.extent(), buildings.extent().buffered(15)
    whole.setXMaximum(seen.xMaximum() + 2.0 * seen.width())  # the right half of the map is behind the dialog
    iface.mapCanvas().setExtent(whole)

    dialog = dialog_for({})
    SEEN["title"] = dialog.windowTitle()
    SEEN["parameters"] = list(dialog.mainWidget().wrappers)
    SEEN["chosen_by_itself"] = dialog.createProcessingParameters()["BUILDINGS"] in (buildings.id(), buildings.source())
    SEEN["help"] = algorithm.shortHelpString()
    picture("desktop_dialog.png")
    SEEN["temporary"] = run(dialog)
    SEEN["log"] = log_of(dialog)
    dialog.tabWidget().setCurrentIndex(0)
    for area in dialog.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    picture("desktop.png")
    dialog.close()

    dialog = dialog_for({"BUILDINGS": buildings.id(), "OUTPUT": GIVEN["output"], "OUTPUT_HTML": GIVEN["report"]})
    SEEN["file"] = run(dialog)
    dialog.close()

    dialog = dialog_for({"BUILDINGS": buildings.id(), "NEIGHBOUR_METHOD": 1})
    layers = len(QgsProject.instance().mapLayers())
    dialog.runButton().click()
    wait(lambda: "naboejendomme" in log_of(dialog), 30, "the refusal")
    settle()
    SEEN["refused"] = len(QgsProject.instance().mapLayers()) == layers
    SEEN["refusal"] = log_of(dialog)
"""


def house(place, name, value, **known):
    x, y = 720_000 + 18 * (place % 6), 6_187_000 + 26 * (place // 6)
    corners = [[x, y], [x + 11, y], [x + 11, y + 8], [x, y + 8], [x, y]]
    values = {"anvendelse": 120, "opfoerelsesaar": 1932, "ydervaeg": 1, "tagdaekning": 5, **known}
    return {
        "type": "Feature",
        "properties": {"bygning_id": name, "save_vaerdi": value, **values},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
    }


def write_buildings(path):
    """Two rows of like houses of every value, and one with no neighbour near."""
    values = (4, 2, 5, 4, None, 3, 4, 6, 1, 4, 9, 0)
    features = [house(place, f"b{place:02}", value) for place, value in enumerate(values)]
    features.append(house(24, "alene", 4))
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("skrivebord")
    write_buildings(folder / "bygninger.geojson")
    given = {
        "buildings": str(folder / "bygninger.geojson"),
        "output": str(folder / "udpegning.gpkg"),
        "report": str(folder / "rapport.html"),
    }
    return run_in_qgis(folder, SCRIPT, given)


def test_the_plugin_is_enabled_and_the_dialog_has_every_parameter(seen):
    assert seen["enabled"]
    assert "Udpeg bevaringsværdige bygninger" in seen["title"]
    assert sorted(seen["parameters"]) == sorted(seen["expected"])
    assert seen["chosen_by_itself"], "the only polygon layer of the project should be chosen for BUILDINGS"


GROUNDS = {
    "alene": "til_vurdering",
    **dict.fromkeys(("b00", "b03", "b06", "b09"), "vaerdi_4_ensartet"),
    **dict.fromkeys(("b01", "b05", "b08"), "vaerdi_1_3"),
    **dict.fromkeys(("b02", "b07", "b10"), "ikke_udpeget"),
    **dict.fromkeys(("b04", "b11"), "ikke_registreret"),
}


@pytest.mark.parametrize("kind", ["temporary", "file"])
def test_run_loads_the_result_in_our_style(seen, kind):
    (layer,) = seen[kind]
    assert layer["rows"] == len(GROUNDS)
    assert dict(layer["grounds"]) == GROUNDS
    assert layer["crs"] == "EPSG:25832"
    assert layer["renderer"] in ("RuleRenderer", "categorizedSymbol")
    for label in ("Udpeget: SAVE-værdi 1–3", "Udpeget: SAVE-værdi 4 efter reglen", "Til vurdering"):
        assert label in layer["labels"]
    assert "Grundlag for udpegning" in layer["aliases"]
    assert layer["provider"] == ("memory" if kind == "temporary" else "ogr")


def test_the_log_is_danish(seen):
    assert "7 af 13 bygninger udpeges" in seen["log"]


def test_the_files_are_there(seen):
    assert Path(seen["output"]).stat().st_size > 0
    assert "Bevaringsværdige bygninger" in Path(seen["report"]).read_text(encoding="utf-8")
    assert Path(seen["pictures"], "desktop.png").stat().st_size > 20_000


def test_a_refused_run_says_why_in_danish_and_loads_nothing(seen):
    assert seen["refused"]
    assert "leder efter naboejendomme" in seen["refusal"]
    told = seen["refusal"].partition("leder efter")
    assert "PARCELS" not in told[2].partition("afstand")[0], "the planner sees labels, and no names of a script"
