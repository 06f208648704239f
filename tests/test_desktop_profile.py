"""A profile in a real QGIS window: the menu, a dialog that is filled from it, and one in which another is chosen."""

import pytest
from desktop import MARKS, run_in_qgis
from profiles import profile_in
from test_desktop import write_buildings

pytestmark = MARKS

SCRIPT = """
import processing
from qgis.core import QgsSettings


def run(parameters, **changed):
    dialog = processing.createAlgorithmDialog("lyngby_heritage:classifybuildings", parameters)
    dialog.show()
    settle(0.3)
    context = QgsProcessingContext()
    for name, value in changed.items():
        dialog.mainWidget().wrappers[name].setParameterValue(value, context)
    given = dialog.createProcessingParameters()
    dialog.runButton().click()
    wait(lambda: dialog.wasExecuted(), 60, "the run")
    settle()
    told = log_of(dialog)
    dialog.close()
    return {name: given.get(name) for name in ("PROFILE", "VALUE4_RULE", "UNIFORM_SHARE")}, told


def work():
    registry = QgsApplication.processingRegistry()
    wait(lambda: registry.algorithmById("lyngby_heritage:classifybuildings"), 20, "the provider")
    (own,) = [one.menu() for one in iface.pluginMenu().actions() if one.text() == "Lyngby Heritage"]
    SEEN["menu"] = [one.text() for one in own.actions()]
    SEEN["platform"] = QgsApplication.platform()
    layer = {"BUILDINGS": GIVEN["buildings"]}
    SEEN["none"] = run(layer)
    QgsSettings().setValue("lyngby_heritage/profile", GIVEN["vores"])
    SEEN["person"] = run(layer)
    SEEN["changed"] = run(layer, VALUE4_RULE=3)
    SEEN["another"] = run(layer, PROFILE="gladsaxe")
    QgsProject.instance().writeEntry("lyngby_heritage", "profile", "rudersdal")
    SEEN["project"] = run(layer)
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("profil")
    write_buildings(folder / "bygninger.geojson")
    own = {"rules/designation.json": {"thresholds": {"UNIFORM_SHARE": 0.7}}}
    vores = profile_in(folder / "vores", own, navn="Vores Kommune", parametre={"VALUE4_RULE": 1})
    found = run_in_qgis(folder, SCRIPT, {"buildings": str(folder / "bygninger.geojson"), "vores": str(vores)})
    assert "error" not in found, found["error"]
    return {**found, "vores": str(vores)}


def test_the_menu_is_danish_and_there(seen):
    assert seen["menu"] == [
        "Panelet Lyngby Heritage",
        "Skriv en ny profil for en kommune …",
        "Profil for denne QGIS …",
        "Profil for det åbne projekt …",
    ]


def test_qgis_says_that_a_person_sits_before_it(seen):
    assert seen["platform"] == "desktop"


@pytest.mark.parametrize(
    ("step", "shown", "told"),
    [
        ("none", ("NULL", 0, 0.6), "Profil: indbygget,"),
        ("person", ("{vores}", 1, 0.7), "Profil: Vores Kommune, version 7,"),
        ("changed", ("{vores}", 3, 0.7), "Profil: Vores Kommune, version 7,"),
        ("another", ("gladsaxe", 1, 0.7), "Profil: Gladsaxe (eksempel efter Kommuneplan 2017), version 1,"),
        ("project", ("rudersdal", 3, 0.6), "Profil: Rudersdal (eksempel efter Kommuneplantillæg 6), version 1,"),
    ],
)
def test_a_dialog_shows_the_profile_that_holds(seen, step, shown, told):
    given, log = seen[step]
    profile, rule, share = shown
    assert given["PROFILE"] == profile.format(vores=seen["vores"])
    assert (given["VALUE4_RULE"], given["UNIFORM_SHARE"]) == (rule, share)
    assert told in log


def test_another_profile_chosen_in_the_dialog_changes_what_nobody_touched(seen):
    log = seen["another"][1]
    assert "»Hvilke bygninger med værdi 4 udpeges« er 4, som profilen siger. Vinduet havde udfyldt 1" in log
    assert "en bygning er ensartet« er 0,6, som profilen siger. Vinduet havde udfyldt 0,7" in log
    assert "som profilen siger" not in seen["changed"][1] + seen["person"][1]
