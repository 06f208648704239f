"""The sliders by themselves: they begin where the layer's run was, and say the values of the profile that holds."""

import pytest
from builders import square
from conftest import write_layer
from profiles import profile_in
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer

from lyngby_heritage.desktop.thresholds_view import ThresholdsView
from lyngby_heritage.processing.inputs.profile import PROJECT_ENTRY, SETTING

FIELDS = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "ydervaeg:int")


def street(values, years):
    return [
        (square(720000 + 20 * i, 6187000), f"b{i}", value, 120, year, 1)
        for i, (value, year) in enumerate(zip(values, years))
    ]


@pytest.fixture
def view(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr("lyngby_heritage.desktop.thresholds_view.say", lambda text, *_: pytest.fail(text))
    path = tmp_path / "bygninger.gpkg"
    write_layer(path, "bygninger", street((5, 4, 5, 4), (1930, 1938, 1930, 1990)), FIELDS)
    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(QgsVectorLayer(str(path), "bygninger", "ogr"))
    yield ThresholdsView(project)
    project.clear()
    QgsSettings().remove(SETTING)


def test_four_sliders_count_and_colour(view):
    view.begin()
    assert view.count.text() == "2 of 2 buildings of value 4: designated. To be assessed: 0."
    assert view.since.text() == "As many as the run had."
    view.sliders["similarity"].setValue(80)  # b3 is like its neighbours in use, wall and footprint, not in age: 75 %
    assert view.count.text().startswith("1 of 2")
    assert view.since.text() == "1 building fewer than the run had."
    view.sliders["year_tolerance"].setValue(7)  # and so is then b1, which is eight years younger
    assert view.since.text() == "2 buildings fewer than the run had."
    assert view.figures["similarity"].text() == "80 %"
    view.draw()
    assert view.map.layer.featureCount() == 2
    view.reset()
    assert view.choice().year_tolerance == 10


def test_no_layer_is_taken_for_parcels_that_is_none(view, tmp_path):
    assert view.layers.parcels.currentLayer() is None
    assert "PARCELS" not in view.parameters()
    fields = ("matrikelnummer:text", "registreretAreal:int", "samletFastEjendomLokalId:text")
    write_layer(tmp_path / "p.gpkg", "p", [(square(720000, 6187000, 30), "1a", 900, "901")], fields)
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(tmp_path / "p.gpkg"), "jordstykker", "ogr"))
    assert view.parameters()["PARCELS"].name() == "jordstykker"


def test_closing_takes_its_layer_along(view):
    view.begin()
    name = view.map.layer.name()
    view.end()
    assert not QgsProject.instance().mapLayersByName(name)
    assert view.inside.isHidden()


def test_the_chosen_thresholds_are_told_by_the_names_of_the_parameters(view, monkeypatch):
    view.begin()
    told = []
    view.chosen.connect(told.append)

    class Dialogs:
        @staticmethod
        def createAlgorithmDialog(tool, given):  # noqa: N802 - QGIS's name
            told.append((tool, given["SIMILARITY"], given["BUILDINGS"].name()))
            return type("Dialog", (), {"show": staticmethod(lambda: None)})

    monkeypatch.setattr("lyngby_heritage.desktop.thresholds_view.import_module", lambda _: Dialogs)
    view.sliders["similarity"].setValue(80)
    view.run("classifybuildings")
    assert told[0] == {"UNIFORM_SHARE": 0.6, "SIMILARITY": 0.8, "YEAR_TOLERANCE": 10, "MIN_NEIGHBOURS": 2}
    assert told[1] == ("lyngby_heritage:classifybuildings", 0.8, "bygninger")


def test_another_municipality_s_values_are_said(view, tmp_path, monkeypatch):
    monkeypatch.setattr("lyngby_heritage.processing.inputs.profile.is_desktop", lambda: True)
    rules = {"rules/designation.json": {"high_values": [1, 2, 3, 4], "neighbour_value": 5}}
    QgsProject.instance().writeEntry(*PROJECT_ENTRY, str(profile_in(tmp_path / "vores", rules)))
    view.begin()
    assert view.count.text() == "2 of 2 buildings of value 5: designated. To be assessed: 0."
    assert "value 5" in view.map.layer.name()
