"""What a tool sees of a layer that it was given: its names, fields and first rows; services are asked for none."""

import json

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

from lyngby_heritage.processing.inputs import as_asked
from lyngby_heritage.processing.inputs.sources import Source
from lyngby_heritage.processing.tools.check_plot_ratio import CheckPlotRatio

PARCEL = ("matrikelnummer:text", "ejerlavskode:int", "registreretAreal:int")
OUTLINE = ("BBRUUID:text", "bygningstype:text")


@pytest.fixture
def tool(qgis_app):
    tool = CheckPlotRatio()
    tool.initAlgorithm()
    return tool


@pytest.fixture
def said(tool):
    """What is said of each parameter of checkplotratio, by name; nothing of those that are as asked."""
    context = QgsProcessingContext()

    def remarks(**parameters):
        sources = [Source(tool, parameters, name, context) for name in parameters]
        notes = {one.parameter: as_asked.remark_on(one, tool, parameters) for one in sources}
        return {name: str(note) for name, note in notes.items() if note is not None}

    yield remarks
    context.temporaryLayerStore().removeAllMapLayers()


@pytest.fixture
def parcels(tmp_path):
    return write_layer(tmp_path / "mat.gpkg", "Jordstykke_Gaeldende", [(square(0), "1a", 12352, 800)], PARCEL)


@pytest.fixture
def outlines(tmp_path):
    return write_layer(tmp_path / "udtraek.gpkg", "data", [(square(0), "a", "Bygning")], OUTLINE)


def test_two_layers_that_changed_places(said, parcels, outlines):
    told = said(PARCELS=outlines, BUILDINGS=parcels)
    assert told["PARCELS"].startswith("PARCELS was given data (udtraek.gpkg), which by its fields is bygningsflader")
    assert told["BUILDINGS"].startswith("BUILDINGS was given Jordstykke_Gaeldende (mat.gpkg), which by its name is")
    assert said(PARCELS=parcels, BUILDINGS=outlines) == {}


def test_a_file_a_filter_and_a_layer_of_the_project_are_seen_alike(said, outlines, tmp_path):
    file = outlines.split("|")[0]
    layer = QgsVectorLayer(file, "Jordstykker fra i går", "ogr")
    part = QgsProcessingFeatureSourceDefinition(file)
    part.filterExpression = "bygningstype = 'Drivhus'"
    for value in (file, layer, part):
        assert list(said(PARCELS=value)) == ["PARCELS"], value


def test_the_parcels_as_zones_too_are_told_elsewhere(said, parcels, tmp_path):
    assert said(PARCELS=parcels, ZONES=parcels) == {}
    others = write_layer(tmp_path / "naboen.gpkg", "Jordstykke_Gaeldende", [(square(0), "1a", 12352, 800)], PARCEL)
    assert list(said(PARCELS=parcels, ZONES=others)) == ["ZONES"]


def test_the_name_in_a_geojson_counts_unless_the_file_is_large(said, tmp_path, monkeypatch):
    """GDAL reads all of it for the name: of a large file the fields alone are looked at."""
    feature = {"type": "Feature", "properties": {"navn": "a"}, "geometry": None}
    text = {"type": "FeatureCollection", "name": "lokalplaner", "features": [feature]}
    file = tmp_path / "udtraek.geojson"
    file.write_text(json.dumps(text), encoding="utf-8")
    assert list(said(PARCELS=str(file))) == ["PARCELS"]
    monkeypatch.setattr("lyngby_heritage.processing.inputs.layer_list.QUICK", 10)
    assert said(PARCELS=str(file)) == {}


def test_the_name_of_a_file_is_that_of_the_only_layer_in_it(said, tmp_path):
    one = write_layer(tmp_path / "kommunegraense.gpkg", "data", [(square(0), "a")], ("navn:text",))
    assert list(said(PARCELS=one)) == ["PARCELS"]
    write_layer(tmp_path / "kommunegraense.gpkg", "mere", [(square(0), "a")], ("navn:text",))
    assert said(PARCELS=one) == {}


def test_no_row_of_a_service_is_asked_for(said, outlines, monkeypatch):
    monkeypatch.setattr(as_asked, "SERVICES", {"ogr"})
    monkeypatch.setattr(QgsVectorLayer, "featureCount", None)
    monkeypatch.setattr("lyngby_heritage.processing.inputs.open_layers.first_values", None)
    assert list(said(PARCELS=outlines)) == ["PARCELS"]


def test_a_filter_that_leaves_no_row_is_not_told_as_a_download_of_headings_alone(said, tmp_path):
    """The download of MAT Jordstykke has a row, and the filter hides it."""
    file = tmp_path / "MAT_V3_Jordstykke_0173_TotalDownload_gpkg_Current_663.gpkg"
    whole = write_layer(file, "Jordstykke", [(square(0), "1a", 12352, 800)], PARCEL)
    assert "headings" not in said(PARCELS=f"{whole}|subset=matrikelnummer = '9z'").get("PARCELS", "")
    (tmp_path / "tom").mkdir()
    empty = write_layer(tmp_path / f"tom/{file.name}", "Jordstykke", [], PARCEL)
    assert "a download that holds headings and no rows" in said(PARCELS=empty)["PARCELS"]
