"""Results that nobody would want to lose begin, in their dialogs, with a place that QGIS does not delete."""

from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis
from test_desktop import write_buildings

pytestmark = MARKS

SCRIPT = """
import processing
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

OUTPUTS = {
    "heritageplan": "FOLDER", "exportlokalplan": "FOLDER", "collectdata": "OUTPUT", "createsampledata": "OUTPUT",
    "fetchofficialdata": "OUTPUT", "classifybuildings": "OUTPUT",
}


def offered():
    found = {}
    for tool, output in OUTPUTS.items():
        given = {"BUILDINGS": GIVEN["buildings"]} if tool in ("exportlokalplan", "classifybuildings") else {}
        dialog = processing.createAlgorithmDialog(f"lyngby_heritage:{tool}", given)
        dialog.show()
        settle(0.2)
        found[tool] = str(dialog.createProcessingParameters().get(output))
        dialog.close()
    return found


def asked_for_a_temporary_one():
    given = {"INPUT": GIVEN["buildings"], "FOLDER": "TEMPORARY_OUTPUT"}
    dialog = processing.createAlgorithmDialog("lyngby_heritage:heritageplan", given)
    dialog.show()
    settle(0.2)
    said = [str(dialog.createProcessingParameters()["FOLDER"])]
    clock = QTimer()

    def look():
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QMessageBox):
            said.append(shown.text())
            shown.close()

    clock.timeout.connect(look)
    clock.start(100)
    dialog.runButton().click()
    settle(0.5)
    clock.stop()
    said.append(dialog.wasExecuted())
    dialog.close()
    return said


def work():
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:heritageplan"), 20, "the provider")
    SEEN["unsaved"] = offered()
    QgsProject.instance().write(GIVEN["project"])
    SEEN["saved"] = offered()
    SEEN["temporary"] = asked_for_a_temporary_one()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sted")
    (folder / "kommune").mkdir()
    write_buildings(folder / "bygninger.geojson")
    given = {"project": str(folder / "kommune" / "plan.qgz"), "buildings": str(folder / "bygninger.geojson")}
    return run_in_qgis(folder, SCRIPT, {**given, "home": str(folder)})


PLACES = {
    "heritageplan": "lyngby_heritage/plan",
    "exportlokalplan": "lyngby_heritage/plan",
    "collectdata": "data.gpkg",
    "fetchofficialdata": "registre.gpkg",
    "createsampledata": "eksempel.gpkg",
}


@pytest.mark.parametrize("tool", PLACES)
def test_it_lies_beside_the_project_else_among_the_documents(seen, tool):
    assert Path(seen["saved"][tool]) == Path(seen["project"]).parent / PLACES[tool]
    assert Path(seen["unsaved"][tool]).is_relative_to(seen["home"])


def test_a_layer_is_still_temporary_unless_said_otherwise(seen):
    assert "TEMPORARY_OUTPUT" in seen["saved"]["classifybuildings"]


def test_who_asks_for_a_temporary_folder_is_told_where_it_lasts(seen):
    asked, said, ran = seen["temporary"]
    assert asked == "TEMPORARY_OUTPUT"
    place = Path(seen["project"]).parent / "lyngby_heritage" / "plan"
    assert said == (
        "»Mappe til pakken«: QGIS sletter det midlertidige, når det lukkes, og dermed resultatet. Vælg et sted, "
        f"hvor det bliver liggende, f.eks. {place}."
    )
    assert not ran
