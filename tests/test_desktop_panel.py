"""The panel in a real QGIS window: installed from its zip, then from nothing to the plan, with the mouse alone.

Its pictures go into build/; docs/panel.md shows four of them, in docs/img/, with fewer colours.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from desktop import MARKS, ROOT, run_in_qgis
from panel_script import SCRIPT
from project_tools import tool

pytestmark = MARKS

MOST_CLICKS = 10
"""From extracts in a folder to the plan's project, and no name typed."""

WHOLE_WAY = """
import shutil

import pyplugin_installer
from qgis.utils import plugins, reloadPlugin, unloadPlugin, loadPlugin, startPlugin


def left_behind():
    window = iface.mainWindow()
    return {
        "docks": len(docks()),
        "menus": [one.text() for one in iface.pluginMenu().actions() if "Lyngby" in one.text()],
        "buttons": [one.text() for one in iface.pluginToolBar().actions() if "Lyngby" in one.text()],
        "provider": QgsApplication.processingRegistry().providerById("lyngby_heritage") is not None,
        "following": QgsProject.instance().receivers(QgsProject.instance().layersAdded),
    }


def cancelled(key):
    seen = {}

    def press():
        seen["pressed"] = time.monotonic()
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        within = [one for one in shown if one.objectName() == "lyngby_busy"]
        seen["within"] = bool(within)
        where = within[0].button if within else button("lyngby_cancel_" + key)
        QTest.mouseClick(where, Qt.MouseButton.LeftButton)

    before = sorted(os.listdir(panel().work.state.output)) if os.path.isdir(panel().work.state.output) else []
    clock = while_it_runs(key, press, 0 if key != "plan" else 12)
    panel().views[key].open(True)
    click("lyngby_run_" + key)
    idle()
    clock.stop()
    seen["seconds"] = time.monotonic() - seen.get("pressed", 0)
    seen["said"] = panel().work.errors.get(key)
    after = sorted(os.listdir(panel().work.state.output)) if os.path.isdir(panel().work.state.output) else []
    seen["new_files"] = sorted(set(after) - set(before))
    CLICKS.pop()
    return seen


def work():
    SEEN["before"] = left_behind()
    pyplugin_installer.instance().installFromZipFile(GIVEN["zip"])
    settle(1)
    iface.messageBar().clearWidgets()
    SEEN["enabled"] = "lyngby_heritage" in active_plugins
    SEEN["opened_by_itself"] = panel().isVisible()
    stand()
    picture("panel_start.png")

    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    SEEN["table"], SEEN["lights"] = table(), lights()
    SEEN["proposed"] = panel().work.state.output
    choose_line("jordstykker")
    picture("panel_genkendt.png")
    SEEN["cancelled"] = {"data": cancelled("data")}
    step("data")
    SEEN["groups_data"], SEEN["tree_data"] = groups(), tree()
    SEEN["project"] = QgsProject.instance().fileName()
    picture("panel_data.png")
    for key in STEPS[1:]:
        SEEN["cancelled"][key] = cancelled(key)
        if key == "plan":
            clock = while_it_runs(key, lambda: grab("panel_koerer.png"), 60)
        step(key)
        SEEN["tree_" + key] = tree()
        if key != "plan":
            picture("panel_" + {"check": "kontrol", "designate": "udpegning"}[key] + ".png")
    nodes = QgsProject.instance().layerTreeRoot().findGroup("Bygningskultur").findLayers()
    SEEN["legend"] = {one.name(): one.isExpanded() for one in nodes}
    SEEN["message"] = [one.text() for one in iface.messageBar().currentItem().findChildren(QPushButton)]
    wait(lambda: not iface.mapCanvas().isDrawing(), 20, "the map")
    settle(1)
    grab("panel_plan.png")
    SEEN["summaries"] = summaries()
    shown, (boundary,) = iface.mapCanvas().extent(), QgsProject.instance().mapLayersByName("Kommunens grænse")
    SEEN["map"] = [shown.contains(boundary.extent()), shown.width() / boundary.extent().width()]
    SEEN["valid"] = [one.isValid() for one in QgsProject.instance().mapLayers().values()]
    click("lyngby_open_PROJECT_plan")
    SEEN["clicks"] = list(CLICKS)
    wait(lambda: QgsProject.instance().fileName().endswith("kulturhistorisk_lokalplan.qgz"), 30, "the plan's project")
    settle(2)
    SEEN["opened"] = QgsProject.instance().fileName()
    picture("panel_planens_projekt.png")

    click("lyngby_back")
    wait(lambda: QgsProject.instance().fileName() == SEEN["project"], 30, "the project of the work")
    idle()
    SEEN["again"] = summaries()
    iface.newProject()
    settle(1)
    SEEN["second_project"] = [panel().work.state.folder, panel().work.state.output, len(panel().work.state.done)]
    SEEN["second_table"] = lights()

    # A colleague has the folder elsewhere, and opens the project there.
    shutil.copytree(GIVEN["folder"], GIVEN["moved"])
    iface.addProject(os.path.join(GIVEN["moved"], "lyngby_heritage", "lyngby_heritage.qgz"))
    idle()
    SEEN["colleague"] = [panel().work.state.folder, panel().work.state.output, summaries()]
    SEEN["colleague_valid"] = [one.isValid() for one in QgsProject.instance().mapLayers().values()]
    before = len(QgsProject.instance().mapLayers())
    step("designate")
    SEEN["colleague_went_on"] = summaries()["designate"]
    step("plan")
    SEEN["colleagues_plan"] = [summaries()["plan"], panel().views["plan"].made("FOLDER")]
    SEEN["colleague_valid_after"] = [one.isValid() for one in QgsProject.instance().mapLayers().values()]
    SEEN["not_twice"] = len(QgsProject.instance().mapLayers()) == before

    loaded = left_behind()
    for _ in range(3):
        reloadPlugin("lyngby_heritage")
        settle(0.3)
    SEEN["reloaded"], SEEN["loaded"] = left_behind(), loaded
    unloadPlugin("lyngby_heritage")
    settle(0.5)
    SEEN["unloaded"] = left_behind()
"""


def delivered_sample(folder, count=250):
    """The invented municipality as its data are delivered, in a folder of that name."""
    program = [ROOT / "tools" / "qgis_process", "run", "lyngby_heritage:createsampledata", "--"]
    given = [f"PROPERTY_COUNT={count}", f"OUTPUT={folder / 'eksempel.gpkg'}", f"FOLDER={folder / 'hentet'}"]
    done = subprocess.run([*program, *given], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return folder / "hentet" / "leverancer"


@pytest.fixture(scope="module")
def place():
    """A folder that is not the system's for temporary files: QGIS marks the layers of that one."""
    folder = Path(tempfile.mkdtemp(prefix="kommunen-", dir="/var/tmp"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def seen(place, tmp_path_factory):
    package = tool("package")
    archive = place / "lyngby_heritage.zip"
    package.pack(package.content(), archive)
    folder = place / "Vores By"
    shutil.move(delivered_sample(place), folder)
    given = {"zip": str(archive), "folder": str(folder), "moved": str(place / "kollega")}
    home = tmp_path_factory.mktemp("panel")
    return run_in_qgis(home, SCRIPT + WHOLE_WAY, given, seconds=400, installed=False)


def test_the_zip_is_installed_and_the_panel_opens_by_itself(seen):
    assert seen["unexpected"] == []
    assert seen["enabled"]
    assert seen["opened_by_itself"]


def test_at_most_ten_clicks_and_no_name_typed(seen):
    assert Path(seen["opened"]) == Path(seen["folder"], "lyngby_heritage", "plan", "kulturhistorisk_lokalplan.qgz")
    assert len(seen["clicks"]) <= MOST_CLICKS, seen["clicks"]


def test_downloads_are_recognised(seen):
    lights = seen["lights"]
    assert {role for role, light in lights.items() if light == "red"} == set()
    assert lights["fbb"] == lights["jordstykker"] == lights["bbr"] == "green"
    assert "bygninger" not in lights, "nobody misses it where the registers are there"
    assert seen["table"]["SAVE-værdier (FBB)"][0] == "view_bygning_alle.geojson"
    assert "MAT_V3_Lodflade" in seen["table"]["Jordstykker"][0]


def test_results_go_beside_the_data(seen):
    assert Path(seen["proposed"]) == Path(seen["folder"], "lyngby_heritage")
    assert Path(seen["project"]) == Path(seen["proposed"], "lyngby_heritage.qgz")


@pytest.mark.parametrize("step", ["data", "check", "designate", "plan"])
def test_cancel_is_heard_at_once_and_leaves_nothing(seen, step):
    found = seen["cancelled"][step]
    assert found["said"] == "Afbrudt. Der er ikke skrevet noget.", found
    assert found["seconds"] < 8
    assert found["within"] == (step == "plan"), "what draws maps runs within the window, all else beside it"
    assert found["new_files"] in ([], ["bygninger.gpkg", "uden_bygning.gpkg"]), "a tool's turn is whole or not at all"


def test_layers_come_named_grouped_and_once(seen):
    top = seen["tree_plan"][0]
    assert top[0] == "Lyngby Heritage"
    assert [one[0] for one in top[1]] == ["4 Plan", "3 Udpegning", "2 Kontrol", "1 Data"]
    assert [one[0] for one in top[1][0][1]] == ["Bygningskultur", "Ejendomme", "Landskab", "Grundlag"]
    assert "Jordstykker" in top[1][3][1]
    assert seen["legend"]["Bygninger"], "what the colours of the buildings mean is in sight"
    assert all(seen["valid"])
    whole, width = seen["map"]
    assert whole
    assert width < 4, "the municipality fills the map"
    assert seen["message"] == ["Åbn planens projekt", "Mere"], "four did not fit on a small screen"


def test_the_state_lives_in_the_project(seen):
    assert seen["again"] == seen["summaries"]
    assert seen["second_project"] == ["", "", 0]
    folder, output, told = seen["colleague"]
    assert [folder, output] == [seen["moved"], str(Path(seen["moved"], "lyngby_heritage"))]
    assert told == seen["summaries"]
    assert all(seen["colleague_valid"])
    assert seen["colleague_went_on"] == seen["summaries"]["designate"]
    assert seen["colleagues_plan"] == [seen["summaries"]["plan"], str(Path(output, "plan"))]
    assert seen["not_twice"], "the map that is open on the same files reads them anew"
    assert all(seen["colleague_valid_after"])


def test_nothing_is_left_behind(seen):
    assert seen["unloaded"] == seen["before"]
    assert seen["reloaded"] == seen["loaded"]
    assert (seen["loaded"]["docks"], seen["loaded"]["provider"]) == (1, True)
