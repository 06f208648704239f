"""What a person chooses in the panel, in a real Danish QGIS: municipality, tools' choices, thresholds, work begun here.

Its picture of the sliders is that of docs/skrivebord.md.
"""

import json
import re
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from desktop import MARKS, run_in_qgis
from panel_script import SCRIPT
from test_desktop_panel import delivered_sample

pytestmark = MARKS

WORK = """
from qgis.PyQt.QtWidgets import QSlider


def dialog():
    (found,) = [one for one in QApplication.topLevelWidgets()
                if isinstance(one, QgsProcessingAlgorithmDialogBase) and one.isVisible()]
    return found


def run_and_close(shown):
    shown.runButton().click()
    wait(shown.wasExecuted, 200, "the run")
    settle(1)
    assert shown.results(), log_of(shown)[-3000:]
    shown.close()
    for dock in iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() == "ResultsDock" or type(dock).__name__ == "ResultsDock":
            dock.close()  # QGIS opens its own over half of the panel
    idle()


def type_code(text):
    field = panel().findChild(QLineEdit, "lyngby_code")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(0.3)
    return [panel().data.why.text(), field.text(), button("lyngby_run_data").isEnabled()]


def of_trial():
    return [one for one in QgsProject.instance().mapLayers().values() if one.providerType() == "memory"]


def data():
    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    field = panel().findChild(QLineEdit, "lyngby_code")
    SEEN["several"] = [panel().data.why.text(), field.isVisible(), button("lyngby_run_data").isEnabled()]
    SEEN["nothing_said_to_be_missing"] = table()
    picture("panel_kommunekode.png")
    SEEN["nonsense"] = type_code("Lyngby")
    SEEN["other"] = type_code("0999")
    SEEN["code"] = type_code("0173")
    SEEN["lights"] = lights()
    SEEN["parcels"] = int(table()["Jordstykker"][1])
    area = QgsVectorLayer(GIVEN["area"], "Udsnit", "ogr")
    QgsProject.instance().addMapLayer(area)
    settle(1)
    idle()
    click("lyngby_more_data")
    settle(0.5)
    given = dialog().createProcessingParameters()
    SEEN["data_filled"] = {name: given[name] for name in ("INPUT", "MUNICIPALITY", "OUTPUT", "OUTPUT_HTML")}
    dialog().mainWidget().wrappers["AREA"].setParameterValue(area.id(), QgsProcessingContext())
    dialog().grab().save(os.path.join(GIVEN["pictures"], "panel_flere_valg_data.png"))
    run_and_close(dialog())
    SEEN["data"] = [panel().work.errors, groups(), summaries()["data"], dict(panel().work.state.settings)]
    SEEN["rows"] = [panel().work.state.done["data"].results["JORDSTYKKER_COUNT"]]
    QgsProject.instance().removeMapLayer(area.id())
    step("data")
    SEEN["rows"].append(panel().work.state.done["data"].results["JORDSTYKKER_COUNT"])


def thresholds():
    panel().views["designate"].open(True)
    settle(0.3)
    early = button("lyngby_begin")
    SEEN["too_early"] = [early.isVisible(), early.isEnabled(), early.toolTip()]
    step("designate")
    SEEN["before"] = panel().work.state.done["designate"].results["DESIGNATED_COUNT"]
    panel().show_part("designate", "thresholds")
    settle(0.5)
    click("lyngby_begin")
    settle(1)
    live = panel().parts["thresholds"]
    SEEN["start"] = [live.count.text(), live.since.text(), button("lyngby_run_designate").isVisible()]
    SEEN["waits"] = [button("lyngby_run_plan").isEnabled()]
    slider = panel().findChild(QSlider, "lyngby_similarity")
    for _ in range(10):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(panel().findChild(QSlider, "lyngby_year_tolerance"), Qt.Key.Key_Left)
    settle(0.5)
    SEEN["moved"] = [live.count.text(), live.since.text(), slider.value()]
    SEEN["waits"] += [button("lyngby_run_plan").isEnabled(), button("lyngby_run_plan").toolTip()]
    (layer,) = of_trial()
    SEEN["taken_for_data"] = layer.name() in str(table())
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent().buffered(10))
    canvas.refresh()
    settle(1)
    picture("panel_taerskler.png")
    click("lyngby_thresholds_use")
    settle(0.2)
    SEEN["gone_while_it_runs"] = of_trial() == []
    idle()
    results = panel().work.state.done["designate"].results
    may_plan = button("lyngby_run_plan").isEnabled()
    SEEN["used"] = [dict(panel().work.state.settings), results["DESIGNATED_COUNT"], may_plan]
    panel().views["designate"].open(True)
    click("lyngby_begin")
    settle(0.5)
    SEEN["begins_there"] = [slider.value(), live.since.text(), len(of_trial())]
    panel().close()
    settle(0.2)
    SEEN["closed"] = [len(of_trial()), panel().work.trying]
    panel().setUserVisible(True)


def plan():
    panel().views["plan"].open(True)
    settle(0.3)
    click("lyngby_more_plan")
    settle(0.5)
    shown = dialog()
    SEEN["plan_filled"] = shown.createProcessingParameters()
    for name, value in (("TITLE", "Lokalplan 300, Vores By"), ("PLAN_NUMBER", "300")):
        shown.mainWidget().wrappers[name].setParameterValue(value, QgsProcessingContext())
    shown.grab().save(os.path.join(GIVEN["pictures"], "panel_flere_valg_plan.png"))
    run_and_close(shown)
    SEEN["plan"] = [panel().work.errors, groups(), summaries()["plan"]]
    SEEN["warned"] = {
        key: [light(key), panel().views[key].warned.button.text(), list(panel().work.state.done[key].warnings)]
        for key in panel().work.state.done
    }
    SEEN["designated"] = panel().work.state.done["plan"].results["DESIGNATED_COUNT"]
    SEEN["message"] = [one.text() for one in iface.messageBar().currentItem().findChildren(QPushButton)]
    SEEN["valid"] = [one.isValid() for one in QgsProject.instance().mapLayers().values()]
    SEEN["plan_settings"] = panel().work.state.settings
    picture("panel_plan_af_flere_valg.png")


def begun_here():
    SEEN["project"] = QgsProject.instance().fileName()
    SEEN["summaries"] = summaries()
    iface.newProject()
    settle(1)
    SEEN["visible"] = [button("lyngby_earlier").isVisible()]
    choose_folder("lyngby_choose_folder", GIVEN["folder"])
    settle(0.3)
    picture("panel_begyndt_her.png")
    SEEN["visible"].append(not button("lyngby_earlier").visibleRegion().isEmpty())
    click("lyngby_earlier")
    wait(lambda: QgsProject.instance().fileName() == SEEN["project"], 30, "the work")
    idle()
    SEEN["reopened"] = [summaries(), panel().work.state.settings, button("lyngby_earlier").isVisible()]


def work():
    stand()
    for part in (data, thresholds, plan, begun_here):
        part()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    place = Path(tempfile.mkdtemp(prefix="kommunen-", dir="/var/tmp"))  # QGIS marks layers of temporary files
    folder = place / "Vores By"
    shutil.move(delivered_sample(place), folder)
    downloads = folder / "datafordeler"
    (own,) = downloads.glob("GEODKV_V3_Soe_0173_*")
    with zipfile.ZipFile(own) as archive:
        (lakes,) = archive.namelist()
        (downloads / lakes.replace("0173", "0157")).write_bytes(archive.read(lakes))
    # The western half of the invented municipality.
    west, south, width = 719_000, 6_186_800, 700
    corners = [[west, south], [west + width, south], [west + width, south + 3000], [west, south + 3000], [west, south]]
    area = place / "udsnit.geojson"
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [corners]}}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    content = {"type": "FeatureCollection", "crs": crs, "features": [feature]}
    area.write_text(json.dumps(content), encoding="utf-8")
    given = {"folder": str(folder), "area": str(area)}
    yield run_in_qgis(tmp_path_factory.mktemp("valg"), SCRIPT + WORK, given, seconds=400)
    shutil.rmtree(place, ignore_errors=True)


def test_downloads_of_several_municipalities_ask_for_one(seen):
    assert seen["unexpected"] == []
    said, visible, able = seen["several"]
    assert said.startswith("Der er udtræk fra flere kommuner: 0157 (")
    assert said.endswith("Skriv koden på den, der er ment, i »Kommunekode«.")
    assert (visible, able) == (True, False)
    assert seen["nothing_said_to_be_missing"] == {}, "nobody knows what is missing while nobody knows of which"


def test_what_is_no_code_is_refused_and_a_code_is_taken(seen):
    said, typed, able = seen["nonsense"]
    assert said == "»Lyngby« er ikke en kommunekode; der forventes cifre som 0173 eller 173."
    assert (typed, able) == ("Lyngby", False)
    assert seen["code"] == ["", "0173", True]
    assert seen["lights"]["soeer"] == seen["lights"]["jordstykker"] == "green"
    assert seen["data_filled"]["MUNICIPALITY"] == "0173"


def test_every_choice_of_the_first_step_is_filled_and_kept(seen):
    output = Path(seen["folder"], "lyngby_heritage")
    assert seen["data_filled"] == {
        "INPUT": seen["folder"],
        "MUNICIPALITY": "0173",
        "OUTPUT": str(output / "data.gpkg"),
        "OUTPUT_HTML": str(output / "data.html"),
    }
    errors, groups, summary, settings = seen["data"]
    assert (errors, groups) == ({}, ["1 Data"])
    assert re.search(r" lag samlet\.( \(\d+ advars(el|ler)\))?$", summary)
    assert settings == {"AREA": seen["area"]}, "the layer's file: the layer is another in another session"
    first, again = seen["rows"]
    assert first == again, "the step's own button goes by it too"
    assert 0 < first < seen["parcels"]


def test_the_sliders_wait_for_buildings_that_are_put_together(seen):
    assert seen["too_early"] == [True, False, "Udpeg først: det samler bygningerne."]


def test_the_sliders_count_on_the_panel_s_own_data(seen):
    count, since, own_button = seen["start"]
    designated, fours = re.match(r"(\d+) af (\d+) bygninger med værdi 4 udpeges\.", count).groups()
    assert 0 < int(designated) <= int(fours)
    assert since == "Lige så mange som ved kørslen."
    assert not own_button, "one button runs the step, that of the sliders"
    moved, against, place = seen["moved"]
    fewer = int(designated) - int(moved.split(" ")[0])
    assert against == f"{fewer} {'bygning' if fewer == 1 else 'bygninger'} færre end ved kørslen."
    assert (place, fewer > 0) == (85, True)
    assert not seen["taken_for_data"]


def test_the_plan_waits_while_they_stand_otherwise(seen):
    assert seen["waits"] == [True, False, "Udpeg med de flyttede tærskler, eller luk skyderne."]


def test_what_is_chosen_becomes_the_parameters_of_the_run(seen):
    settings, designated, plan_may_run = seen["used"]
    assert settings == {"AREA": seen["area"], "SIMILARITY": 0.85, "YEAR_TOLERANCE": 9}
    difference = int(seen["start"][0].split(" ")[0]) - int(seen["moved"][0].split(" ")[0])
    assert designated == seen["before"] - difference
    assert plan_may_run
    assert seen["gone_while_it_runs"]
    assert seen["begins_there"] == [85, "Lige så mange som ved kørslen.", 1]
    assert seen["closed"] == [0, ""], "the colours go with the panel"


def test_every_choice_of_the_plan_is_filled_and_kept(seen):
    output = Path(seen["folder"], "lyngby_heritage")
    given = seen["plan_filled"]
    assert (given["INPUT"], given["FOLDER"]) == (str(output / "data.gpkg"), str(output / "plan"))
    assert (given["SIMILARITY"], given["YEAR_TOLERANCE"], given["UNIFORM_SHARE"]) == (0.85, 9, 0.6)
    errors, groups, summary = seen["plan"]
    assert (errors, groups) == ({}, ["4 Plan", "3 Udpegning", "1 Data"])
    assert re.fullmatch(r"Planen foreslår at udpege \d+ bygninger\.( \(\d+ advars(el|ler)\))?", summary)


def test_a_step_that_warned_has_its_own_light_and_says_how_much(seen):
    assert any(texts for _, _, texts in seen["warned"].values())
    for key, (light, said, texts) in seen["warned"].items():
        if texts:
            assert light != "green", key
            assert said == "Kørslen advarede " + ("1 gang" if len(texts) == 1 else f"{len(texts)} gange")
        assert not any("QgsProcessing" in one or "{" in one for one in texts)
    assert seen["designated"] == seen["used"][1], "as many as the designation had"
    assert seen["message"] == ["Åbn planens projekt", "Mere"], "four would make the window wider than a small screen"
    assert all(seen["valid"])
    kept = {name: seen["plan_settings"][name] for name in ("TITLE", "PLAN_NUMBER", "SIMILARITY")}
    assert kept == {"TITLE": "Lokalplan 300, Vores By", "PLAN_NUMBER": "300", "SIMILARITY": 0.85}


def test_the_work_that_was_begun_here_is_opened(seen):
    assert seen["visible"] == [False, True], "only where there is such work, and then in view"
    shown, settings, offered = seen["reopened"]
    assert shown == seen["summaries"]
    assert settings == seen["plan_settings"]
    assert not offered
