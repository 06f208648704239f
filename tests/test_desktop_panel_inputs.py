"""Layers of a database, of a service and of memory as the data, in an English QGIS: each is given its role by hand."""

import subprocess

import pytest
from builders import square
from conftest import write_layer
from desktop import MARKS, run_in_qgis
from panel_script import SCRIPT
from wfs import serving

pytestmark = MARKS

EAST, NORTH = 719_000, 6_188_000
PLOTS = 6
"""In a row along a road, 20 m wide each, with a house on it."""
WORK = """
def work():
    stand()
    project = QgsProject.instance()
    zones = QgsVectorLayer("Polygon?crs=EPSG:25832&field=plannr:string&field=anvgen:integer", "aaben lav", "memory")
    feature = QgsFeature(zones.fields())
    feature.setAttributes(["1.1.01", 11])
    feature.setGeometry(QgsGeometry.fromWkt(GIVEN["zone"]))
    zones.dataProvider().addFeatures([feature])
    project.addMapLayers([
        QgsVectorLayer(GIVEN["postgis"], "grunde", "postgres"), QgsVectorLayer(GIVEN["wfs"], "naboer", "WFS"), zones
    ])
    settle(1)
    idle()
    SEEN["offered"] = [one.name() for one in project.mapLayers().values() if one.isValid()]
    SEEN["too"] = [panel().data.project_too.text(), panel().data.project_too.isVisible()]
    for role, layer in (("jordstykker", "grunde"), ("bygninger", "naboer"), ("zoner", "aaben lav")):
        use_layer(role, layer)
    SEEN["lights"], SEEN["table"] = lights(), table()
    choose_folder("lyngby_change_output", GIVEN["output"])
    picture("panel_english.png")
    for key in ("data", "check", "designate"):
        step(key)
    SEEN["results"] = panel().work.state.done["data"].results
    SEEN["designated"] = panel().work.state.done["designate"].results
    SEEN["summaries"] = summaries()
    SEEN["groups"] = groups()
    picture("panel_english_done.png")

    panel().views["designate"].open(True)
    layers = sorted(one.name() for one in project.mapLayers().values())
    click("lyngby_more_designate")
    settle(0.5)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QgsProcessingAlgorithmDialogBase)
                 and one.isVisible()]
    SEEN["filled"] = dialog.createProcessingParameters()["BUILDINGS"]
    dialog.mainWidget().wrappers["VALUE4_RULE"].setParameterValue(4, QgsProcessingContext())
    dialog.runButton().click()
    wait(dialog.wasExecuted, 60, "the run")
    settle(1)
    dialog.close()
    idle()
    SEEN["chosen"] = [panel().work.state.settings, panel().work.state.done["designate"].results["REVIEW_COUNT"]]
    SEEN["once"] = sorted(one.name() for one in project.mapLayers().values()) == layers
    step("designate")
    SEEN["kept"] = panel().work.state.done["designate"].results["REVIEW_COUNT"]

    iface.newProject()
    settle(1)
    click("lyngby_sample")
    settle()
    SEEN["sample_running"] = panel().work.running
    idle()
    SEEN["sample"] = [dict(panel().work.errors), groups(), lights(), panel().work.state.folder, summaries()["data"]]
    SEEN["invented"] = {key: [os.path.basename(path), os.path.isfile(path)]
                        for key, path in panel().work.state.told.items()}
    picture("panel_sample.png")
"""


def ring(x, y, width, height):
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return " ".join(f"{EAST + east} {NORTH + north}" for east, north in corners)


@pytest.fixture(scope="module")
def seen(postgis, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lag")
    plots = [(square(EAST + 20 * place, NORTH, 20), f"{place + 1}a", str(5_000_001 + place)) for place in range(PLOTS)]
    write_layer(folder / "grunde.gpkg", "grunde", plots, ("matrnr:text", "bfenummer:text"))
    postgis.load(f"{folder / 'grunde.gpkg'}|layername=grunde", "grunde")
    values = (2, 4, 5, 3, 6, 1)
    houses = [(f"hus-{place}", value, ring(20 * place + 5, 5, 8, 8)) for place, value in enumerate(values)]
    output = tmp_path_factory.mktemp("resultater")
    with serving(houses) as service:
        given = {
            "postgis": postgis.address("grunde"),
            "wfs": service.layer.removeprefix("WFS://"),
            "zone": square(EAST - 10, NORTH - 10, 200),
            "output": str(output),
        }
        return run_in_qgis(tmp_path_factory.mktemp("panel"), SCRIPT + WORK, given, seconds=150, language="en")


def test_layers_of_the_project_can_be_chosen_for_every_role(seen):
    assert seen["unexpected"] == []
    assert sorted(seen["offered"]) == ["aaben lav", "grunde", "naboer"]
    assert seen["too"] == ["Layers of the open project count too", True]
    assert [seen["lights"][role] for role in ("jordstykker", "bygninger", "zoner")] == ["green"] * 3
    assert seen["table"]["Parcels"][:2] == ["grunde", "6"]


def test_their_rows_are_put_together(seen):
    results = seen["results"]
    assert [results[f"{role}_COUNT"] for role in ("JORDSTYKKER", "BYGNINGER", "ZONER")] == [PLOTS, PLOTS, 1]


def test_the_steps_go_on_with_them(seen):
    # Of the values 2, 4, 5, 3, 6, 1 three are 1–3; a 4 alone with nothing known of its neighbours is looked at.
    designated = seen["designated"]
    assert [designated[name] for name in ("BUILDING_COUNT", "DESIGNATED_COUNT", "REVIEW_COUNT")] == [6, 3, 1]
    assert seen["groups"] == ["3 Designation", "2 Check", "1 Data"]


def test_every_choice_of_a_tool_can_be_made_and_is_kept(seen):
    # Under rule 4 no building of value 4 is designated, and so none is looked at.
    assert seen["filled"].startswith("Buildings__put_together"), "the layer of the project that was put together"
    assert seen["chosen"] == [{"VALUE4_RULE": 4}, 0]
    assert seen["once"]
    assert seen["kept"] == 0


def test_the_sample_is_made_loaded_and_recognised(seen):
    errors, shown, found, folder, told = seen["sample"]
    assert seen["sample_running"] == "data"
    assert (errors, shown) == ({}, ["1 Data"])
    assert folder.endswith("lyngby_heritage_eksempel")
    assert {found[role] for role in ("bygninger", "jordstykker", "zoner", "@temaer", "@terraen")} == {"green"}
    assert told.endswith("layers put together.")
    names = {"OWNERS": "ejere.csv", "OTHERS": "andre.csv", "ANSWERS": "hoeringssvar.csv"}
    assert seen["invented"] == {key: [name, True] for key, name in names.items()}, "the hearing can be tried too"


WITHOUT = """
def work():
    stand()
    SEEN["said"] = [panel().able.text(), panel().able.isVisible()]
    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    SEEN["table"] = lights()
    SEEN["enabled"] = [button("lyngby_run_" + key).isEnabled() for key in STEPS]
    picture("panel_without_libraries.png")
"""


def test_without_shapely_the_panel_says_what_to_do(tmp_path):
    found = subprocess.run(["/usr/bin/python3", "-c", "import shapely"], capture_output=True, check=False, env={})
    if found.returncode == 0:
        pytest.skip("this system's own Python has shapely")
    (tmp_path / "data").mkdir()
    seen = run_in_qgis(tmp_path, SCRIPT + WITHOUT, {"folder": str(tmp_path / "data")}, libraries=False)
    text, visible = seen["said"]
    assert seen["unexpected"] == []
    assert visible
    assert "shapely" in text
    assert "Selvtest" in text
    assert seen["enabled"] == [False] * 4


def test_the_panel_is_english_in_an_english_qgis(seen):
    assert seen["summaries"]["designate"].startswith("3 of 6 buildings designated. 1 to look at.")
