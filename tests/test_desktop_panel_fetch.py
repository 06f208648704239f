"""A planner without data: step 1 of the panel leads to the public services, and shows what they gave."""

from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis
from panel_script import SCRIPT
from tool_runs import write_catalogue

pytestmark = MARKS

WORK = """
def fetch():
    click("lyngby_fetch")
    settle(0.5)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QgsProcessingAlgorithmDialogBase)
                 and one.isVisible()]
    offered = dialog.createProcessingParameters()
    context = QgsProcessingContext()
    for name, value in {"SERVICES": [0, 1], "MUNICIPALITY": "0173", "CATALOGUE": GIVEN["services"]}.items():
        dialog.mainWidget().wrappers[name].setParameterValue(value, context)
    dialog.resize(1000, 700)
    settle(0.5)
    grab("panel_hent_vindue.png")
    dialog.runButton().click()
    wait(dialog.wasExecuted, 60, "the run")
    settle(1)
    said = log_of(dialog)
    dialog.close()
    idle()
    return {"offered": str(offered["OUTPUT"]), "folder": panel().work.state.folder, "lights": lights(), "said": said}


def work():
    stand()
    panel().views["data"].open(True)
    grab("panel_hent.png")
    SEEN["without"] = fetch()
    grab("panel_hentet.png")
    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    SEEN["before"] = lights()
    SEEN["within"] = fetch()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hentet")
    given = {"services": write_catalogue(tmp_path_factory.mktemp("katalog") / "tjenester.json"), "folder": str(folder)}
    return run_in_qgis(tmp_path_factory.mktemp("panel"), SCRIPT + WORK, given, seconds=150)


def test_without_a_folder_the_fetched_file_becomes_the_data(seen):
    assert seen["unexpected"] == []
    first = seen["without"]
    assert "plandata: pdk:theme_pdk_lokalplan_vedtaget: 2 rækker." in first["said"]
    assert Path(first["offered"]).name == "registre.gpkg"
    assert first["folder"] == first["offered"]
    assert first["lights"]["lokalplaner"] == "green"


def test_with_a_folder_it_is_fetched_there_and_seen(seen):
    assert seen["before"].get("lokalplaner") != "green"
    second = seen["within"]
    assert Path(second["offered"]) == Path(seen["folder"]) / "registre.gpkg"
    assert second["folder"] == seen["folder"]
    assert second["lights"]["lokalplaner"] == "green"
