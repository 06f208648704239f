"""The main job's layers from a schema of PostGIS, from a project and from layers of the open project."""

import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import QgsProject, QgsVectorLayer

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.job.inputs import layers_of, terrain_beside
from lyngby_heritage.processing.job.kept import in_layers

FIELDS = ("bygning_id:text", "save_vaerdi:int")
HOUSES = [(square(20 * i), f"h{i}", 4) for i in range(3)]


@pytest.fixture
def file(tmp_path):
    """A GeoPackage with houses, parcels and a table without a role."""
    for name in ("bygninger", "jordstykker", "noter"):
        write_layer(tmp_path / "by.gpkg", name, HOUSES, FIELDS)
    return tmp_path / "by.gpkg"


@pytest.fixture
def schema(postgis, file):
    """The address of a schema with the same layers, and the server."""
    postgis.sql("drop schema if exists kultur cascade", "create schema kultur")
    for name in ("bygninger", "jordstykker", "noter"):
        postgis.load(f"{file}|layername={name}", f"kultur.{name}")
    return f"postgres://dbname='kort' host=127.0.0.1 port={postgis.port} user='plan' schema='kultur'"


def told(layers):
    return [(one.name, [name for name in one.fields if name != "fid"], one.rows, one.crs) for one in layers]


def test_a_schema_holds_the_layers_that_a_geopackage_does(qgis_app, schema, file):
    assert told(layers_of(schema)) == told(layers_of(str(file)))
    assert told(layers_of(schema.replace("postgres://", "postgis:"))) == told(layers_of(str(file)))
    assert all(
        QgsVectorLayer(one.address.removeprefix("postgres://"), "x", "postgres").isValid() for one in layers_of(schema)
    )
    assert terrain_beside(schema) is None


def test_a_schema_that_cannot_be_read_is_named_without_the_password(qgis_app, schema):
    with pytest.raises(HeritageError, match="INPUT: no table can be read in the schema"):
        layers_of(schema.replace("kultur", "nul"))
    with pytest.raises(HeritageError, match="INPUT: the schema kultur of the database nul cannot be read") as refused:
        layers_of(schema.replace("'kort'", "'nul'") + " password='hemmelig'")
    assert "hemmelig" not in str(refused.value)


def test_a_project_s_layers_are_known_by_their_tables_whatever_the_project_calls_them(qgis_app, file, tmp_path):
    project = QgsProject()
    for name in ("bygninger", "jordstykker"):
        project.addMapLayer(QgsVectorLayer(f"{file}|layername={name}", f"Vore {name} 2026", "ogr"))
    for suffix in ("qgz", "qgs"):
        path = str(tmp_path / f"kort.{suffix}")
        assert project.write(path)
        assert [(one.name, one.rows) for one in layers_of(path)] == [("bygninger", 3), ("jordstykker", 3)]
        assert terrain_beside(path) is None


def test_a_project_s_layer_that_the_job_needs_and_cannot_open_is_named(qgis_app, file, tmp_path):
    project = QgsProject()
    project.addMapLayer(QgsVectorLayer(f"{file}|layername=bygninger", "bygninger", "ogr"))
    project.addMapLayer(QgsVectorLayer(str(tmp_path / "nul.gpkg"), "fotos", "ogr"))
    path = str(tmp_path / "kort.qgz")
    assert project.write(path)
    assert [one.name for one in layers_of(path)] == ["bygninger"]
    project.addMapLayer(QgsVectorLayer(str(tmp_path / "nul.gpkg"), "zoner", "ogr"))
    assert project.write(path)
    with pytest.raises(HeritageError, match="INPUT: the layer zoner cannot be opened"):
        layers_of(path)


def test_a_layer_that_exists_in_the_project_only_is_named(qgis_app):
    memory = QgsVectorLayer("Polygon?crs=EPSG:25832&field=bygning_id:string", "bygninger", "memory")
    QgsProject.instance().addMapLayer(memory)
    with pytest.raises(HeritageError, match="LAYERS: the layer bygninger cannot be opened, or exists in"):
        in_layers("LAYERS", [memory])


def test_one_of_input_and_layers_is_given(process, tmp_path):
    done = process("run", "lyngby_heritage:heritageplan", "--", f"FOLDER={tmp_path / 'plan'}")
    assert done.code == 1
    assert "Give the layers in INPUT (a file, folder, project or schema) or in LAYERS." in done.log
    assert list(tmp_path.iterdir()) == []


def test_a_schema_and_layers_give_the_plan_that_a_file_gives(process, postgis, tmp_path):
    town = tmp_path / "by.gpkg"
    made = process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=40", f"OUTPUT={town}")
    assert made.code == 0, made.log
    postgis.sql("drop schema if exists plan cascade", "create schema plan")
    names = ("bygninger", "jordstykker", "zoner", "kommunegraense")
    for name in names:
        postgis.load(f"{town}|layername={name}", f"plan.{name}")
    given = {
        "tabeller": [f"INPUT=postgres://dbname='kort' host=127.0.0.1 port={postgis.port} user='plan' schema='plan'"],
        "lag": [f"LAYERS={town}|layername={name}" for name in names],
    }
    found = {}
    for name, inputs in given.items():
        done = process("run", "lyngby_heritage:heritageplan", "--", *inputs, f"FOLDER={tmp_path / name}")
        assert done.code == 0, done.log
        package = tmp_path / name / "kulturhistorisk_lokalplan.gpkg"
        with closing(sqlite3.connect(package)) as database:
            tables = [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]
        kept = [one for one in tables if one not in ("koersel", "layer_styles")]
        found[name] = {one: read_layer(package, one) for one in kept}
    assert found["tabeller"] == found["lag"]
    assert {"bygninger", "ejendomme"} <= set(found["lag"])


@pytest.mark.parametrize("way", ["a project", "a VRT", "LAYERS"])
def test_the_package_that_is_read_is_not_replaced_whichever_way_it_is_named(process, tmp_path, way):
    """The layers of an earlier package in the folder, as INPUT or LAYERS of the run that would replace it."""
    folder = tmp_path / "plan"
    folder.mkdir()
    package = folder / "kulturhistorisk_lokalplan.gpkg"
    layer = write_layer(package, "bygninger", HOUSES, FIELDS)
    if way == "a project":
        project = QgsProject()
        project.addMapLayer(QgsVectorLayer(layer, "bygninger", "ogr"))
        assert project.write(str(tmp_path / "kort.qgz"))
        given = f"INPUT={tmp_path / 'kort.qgz'}"
    elif way == "a VRT":
        (tmp_path / "lag.vrt").write_text(
            f'<OGRVRTDataSource><OGRVRTLayer name="bygninger"><SrcDataSource>{package}</SrcDataSource>'
            "<SrcLayer>bygninger</SrcLayer></OGRVRTLayer></OGRVRTDataSource>",
            encoding="utf-8",
        )
        given = f"INPUT={tmp_path / 'lag.vrt'}"
    else:
        given = f"LAYERS={layer}"
    before = package.read_bytes()
    done = process("run", "lyngby_heritage:heritageplan", "--", given, f"FOLDER={folder}")
    assert done.code == 1
    assert f"{package} is or belongs to the folder {folder}" in done.log
    assert package.read_bytes() == before
