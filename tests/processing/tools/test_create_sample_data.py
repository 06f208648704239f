"""`createsampledata` by the real qgis_process: one whole GeoPackage and terrain, the same on every run, or nothing."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest
from conftest import qgis_process

pytestmark = pytest.mark.process

TOOL = "lyngby_heritage:createsampledata"


def run(**parameters):
    given = [f"{name}={value}" for name, value in parameters.items()]
    return qgis_process("run", TOOL, "--json", "--", *given)


def results(done):
    assert done.code == 0, done.err
    return done.results


def content(path):
    """Every row of every layer, geometries included."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]
        return {name: database.execute(f'SELECT * FROM "{name}" ORDER BY fid').fetchall() for name in names}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("eksempel")
    return folder, results(run(OUTPUT=folder / "eksempel.gpkg", OUTPUT_DEM=folder / "terraen.tif"))


def test_the_defaults_give_1500_properties(made):
    folder, found = made
    assert found["PROPERTY_COUNT"] == 1500
    rows = content(folder / "eksempel.gpkg")
    assert found["BUILDING_COUNT"] == len(rows["bygninger"])
    assert isinstance(found["BUILDING_COUNT"], int)


def test_two_files_are_delivered_and_nothing_else(made):
    folder, found = made
    assert sorted(file.name for file in folder.iterdir()) == ["eksempel.gpkg", "terraen.tif"]
    assert found["OUTPUT"] == str(folder / "eksempel.gpkg")
    assert found["OUTPUT_DEM"] == str(folder / "terraen.tif")


def test_the_geopackage_is_of_version_1_3_and_says_that_it_is_invented(made):
    folder, _ = made
    with closing(sqlite3.connect(folder / "eksempel.gpkg")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        described = database.execute("SELECT table_name, identifier, description FROM gpkg_contents").fetchall()
        systems = {row for (row,) in database.execute("SELECT DISTINCT srs_id FROM gpkg_geometry_columns")}
        spatial = {row for (row,) in database.execute("SELECT table_name FROM gpkg_geometry_columns")}
        indexed = {
            row
            for (row,) in database.execute(
                "SELECT table_name FROM gpkg_extensions WHERE extension_name = ?", ("gpkg_rtree_index",)
            )
        }
    assert all("opdigtede" in identifier and "Opdigtede" in text for _, identifier, text in described)
    assert systems == {25832}
    assert indexed == spatial


def test_the_geopackage_follows_the_standard(made):
    folder, _ = made
    checked = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", str(folder / "eksempel.gpkg")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_terrain_is_a_float_raster_in_25832(made):
    folder, _ = made
    told = subprocess.run(
        ["gdalinfo", "-json", str(folder / "terraen.tif")], capture_output=True, text=True, check=True
    )
    info = json.loads(told.stdout)
    assert info["bands"][0]["type"] == "Float32"
    assert info["bands"][0]["noDataValue"] == -9999
    assert info["geoTransform"][1] == 5
    assert info["stac"]["proj:epsg"] == 25832


def test_a_second_run_gives_the_same_rows(made, tmp_path):
    folder, _ = made
    results(run(OUTPUT=tmp_path / "igen.gpkg"))
    one, other = content(folder / "eksempel.gpkg"), content(tmp_path / "igen.gpkg")
    assert one == other
    assert [file.name for file in tmp_path.iterdir()] == ["igen.gpkg"]


def test_the_registers_can_be_left_out(tmp_path):
    results(run(PROPERTY_COUNT=60, REGISTERS="false", OUTPUT=tmp_path / "lille.gpkg"))
    names = set(content(tmp_path / "lille.gpkg"))
    assert not names & {"fbb", "bbr", "geodanmark_bygning", "etager", "enheder", "save_tekst"}
    assert {"bygninger", "jordstykker", "zoner"} <= names


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"PROPERTY_COUNT": 19}, "PROPERTY_COUNT"),
        ({"OUTPUT": "eksempel.shp"}, ".gpkg"),
        ({"OUTPUT": "mangler/eksempel.gpkg"}, "mangler"),
        ({"ANTAL": 3}, "ANTAL"),
        ({"OUTPUT_DEM": "terraen.png"}, ".tif"),
    ],
)
def test_bad_parameters_are_refused_and_nothing_is_written(tmp_path, parameters, told):
    given = {"PROPERTY_COUNT": 60, "OUTPUT": "eksempel.gpkg", **parameters}
    for name in ("OUTPUT", "OUTPUT_DEM"):
        if name in given:
            given[name] = tmp_path / given[name]
    done = run(**given)
    assert done.code == 1
    assert told in done.log
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_file_is_replaced_as_a_whole(tmp_path):
    target = tmp_path / "eksempel.gpkg"
    target.write_bytes(b"not a database")
    results(run(PROPERTY_COUNT=30, REGISTERS="false", OUTPUT=target))
    assert len(content(target)["kommunegraense"]) == 1
