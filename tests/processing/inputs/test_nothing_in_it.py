"""A GeoJSON that came back empty has neither kind nor CRS: it is a layer without rows, and no table."""

import pytest
from builders import square
from conftest import qgis_process, write_layer

EMPTY = '{"type": "FeatureCollection", "features": []}'
HOUSE = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "samlet_m2:real", "etager:real")
PARCEL = ("samletFastEjendomLokalId:text", "registreretAreal:real")


@pytest.fixture
def town(tmp_path):
    """A house of 100 m² in one storey on a parcel of 1,000 m², and a service's answer that holds nothing."""
    nothing = tmp_path / "svar.geojson"
    nothing.write_text(EMPTY, encoding="utf-8")
    return {
        "BUILDINGS": write_layer(tmp_path / "by.gpkg", "bygninger", [(square(0), "a", 2, 120, 100, 1)], HOUSE),
        "PARCELS": write_layer(tmp_path / "grunde.gpkg", "jordstykker", [(square(0), "1", 1000)], PARCEL),
        "EMPTY": nothing,
    }


def run(tool, **given):
    return qgis_process(
        "--json", "run", f"lyngby_heritage:{tool}", "--", *(f"{one}={value}" for one, value in given.items())
    )


@pytest.mark.process
def test_an_answer_without_rows_is_an_optional_layer_without_rows(town, tmp_path):
    done = run("classifybuildings", BUILDINGS=town["BUILDINGS"], PARCELS=town["EMPTY"], OUTPUT=tmp_path / "ud.gpkg")
    assert done.code == 0
    assert done.results["VALUE_1_3_COUNT"] == 1
    assert "svar (PARCELS) has no rows" in done.log


@pytest.mark.process
def test_no_zone_covers_a_plot_when_the_answer_had_none(town, tmp_path):
    given = {"PARCELS": town["PARCELS"], "BUILDINGS": town["BUILDINGS"], "ZONES": town["EMPTY"]}
    done = run("checkplotratio", **given, OUTPUT=tmp_path / "ud.gpkg")
    assert done.code == 0
    assert (done.results["PLOT_COUNT"], done.results["COVERED_COUNT"]) == (1, 0)
    assert "svar (ZONES) has no rows" in done.log


@pytest.mark.process
def test_a_main_layer_without_rows_or_fields_is_still_refused(town, tmp_path):
    done = run("classifybuildings", BUILDINGS=town["EMPTY"], OUTPUT=tmp_path / "ud.gpkg")
    assert done.code == 1
    assert "The layer svar has no field that holds SAVE value." in done.log
    assert not (tmp_path / "ud.gpkg").exists()


@pytest.mark.process
def test_a_table_with_rows_is_refused_in_a_layers_place(town, tmp_path):
    table = tmp_path / "tabel.csv"
    table.write_text("ejendom_id,areal\n1,2\n", encoding="utf-8")
    done = run("classifybuildings", BUILDINGS=town["BUILDINGS"], PARCELS=table, OUTPUT=tmp_path / "ud.gpkg")
    assert done.code == 1
    assert "is a table without geometry" in done.log
