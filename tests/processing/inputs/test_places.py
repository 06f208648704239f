"""Where rows really lie, by whatever address they are reached; an output that would take them away is refused."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import (
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVirtualLayerDefinition,
)

from lyngby_heritage.processing.inputs.places import Place, places_at, places_of
from lyngby_heritage.processing.tools.provider import HeritageProvider

FIELDS = ("bygning_id:text", "save_vaerdi:int")
ROWS = [(square(20 * i), f"h{i}", 4) for i in range(3)]


@pytest.fixture
def file(tmp_path):
    """A GeoPackage with the layers huse and grunde."""
    write_layer(tmp_path / "by.gpkg", "huse", ROWS, FIELDS)
    write_layer(tmp_path / "by.gpkg", "grunde", [(square(0), "1", None)], FIELDS)
    return tmp_path / "by.gpkg"


@pytest.fixture
def server(postgis, file):
    """The table kultur.huse with a view on it, and a view on the view."""
    postgis.sql("drop schema if exists kultur cascade", "create schema kultur")
    postgis.load(f"{file}|layername=huse", "kultur.huse")
    postgis.sql("create view kultur.udsigt as select * from kultur.huse where fid > 1")
    postgis.sql("create view kultur.videre as select * from kultur.udsigt")
    return postgis


def vrt(path, source, layer="huse", query="", relative=0):
    inner = f"<SrcSQL>{query}</SrcSQL>" if query else f"<SrcLayer>{layer}</SrcLayer>"
    path.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="lag"><SrcDataSource relativeToVRT="{relative}">{source}</SrcDataSource>'
        f"{inner}</OGRVRTLayer></OGRVRTDataSource>",
        encoding="utf-8",
    )
    return path


def test_a_file_is_known_by_its_layer_through_links_and_vrts_in_vrts(qgis_app, file, tmp_path):
    (tmp_path / "vej").symlink_to(tmp_path)
    inner = vrt(tmp_path / "inde.vrt", "by.gpkg", relative=1)
    outer = vrt(tmp_path / "ude.vrt", inner, "lag")
    by_query = vrt(tmp_path / "sql.vrt", file, query="SELECT * FROM huse")
    huse = Place(os.path.realpath(file), "huse")
    assert list(places_at("ogr", f"{file}|layername=huse")) == [huse]
    assert list(places_at("ogr", str(file))) == [huse]
    assert list(places_at("ogr", f"{tmp_path}/vej/by.gpkg|layername=HUSE")) == [huse]
    assert list(places_at("ogr", str(outer)))[-1] == huse
    assert Place(os.path.realpath(file)) in places_at("ogr", str(by_query))  # whichever layers the query reads


def test_a_view_in_a_geopackage_is_read_from_its_table(qgis_app, file):
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE VIEW udsigt AS SELECT fid, geom, bygning_id FROM huse")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
            "VALUES ('udsigt', 'features', 'udsigt', 25832)"
        )
    assert Place(os.path.realpath(file), "huse") in places_at("ogr", f"{file}|layername=udsigt")
    assert Place(os.path.realpath(file), "grunde") not in places_at("ogr", f"{file}|layername=udsigt")


def test_the_parts_of_a_shapefile_are_one_file(qgis_app, file, tmp_path):
    from osgeo import gdal

    gdal.VectorTranslate(str(tmp_path / "huse.shp"), gdal.OpenEx(str(file)), layers=["huse"])
    whole = Place(str(tmp_path / "huse.shp"))
    assert all(one.meets(whole) for part in ("huse.shp", "huse.dbf") for one in places_at("ogr", str(tmp_path / part)))


def test_a_table_is_known_by_every_name_of_its_server_and_behind_views(qgis_app, server):
    (table,) = places_at("postgres", server.address("kultur.huse"))
    for address in (
        server.address("kultur.huse", host="localhost"),
        server.address("kultur.udsigt"),
        server.address("kultur.videre"),
        server.address("x").replace('"public"."x"', '"(select * from kultur.huse)"'),
    ):
        assert table in places_at("postgres", address), address
    connection = f"PG:host=localhost port={server.port} user=plan dbname=kort"
    for address in (f"{connection}|layername=kultur.huse", f"{connection} tables=kultur.videre"):
        assert table in places_at("ogr", address), address
    server.sql("create table public.andre (id int)")
    assert table not in places_at("postgres", server.address("andre"))
    server.sql("drop table public.andre")


def test_who_may_not_ask_for_the_server_s_number_is_told_by_its_address(qgis_app, server):
    server.sql("drop role if exists gaest_p", "create role gaest_p login", "grant usage on schema kultur to gaest_p")
    server.sql("grant select on kultur.udsigt to gaest_p", "revoke execute on function pg_control_system() from public")
    with server.log() as errors:
        view, table = places_at("postgres", server.address("kultur.udsigt", user="gaest_p"))
    assert errors == []
    assert "127.0.0.1" in table.store
    assert table in places_at("postgres", server.address("kultur.huse", user="gaest_p"))
    assert view != table
    server.sql(
        "grant execute on function pg_control_system() to public", "drop schema kultur cascade", "drop role gaest_p"
    )


# ---- what a run does -------------------------------------------------------------------------------------------------


def classify(process, buildings, output):
    return process("run", "lyngby_heritage:classifybuildings", "--", f"BUILDINGS={buildings}", f"OUTPUT={output}")


def by_table(server, _):
    return server.layer("kultur.huse")


def by_another_name(server, _):
    return server.layer("kultur.huse", host="localhost")


def by_view(server, _):
    return server.layer("kultur.videre")


def by_gdal(server, _):
    return f"PG:host=127.0.0.1 port={server.port} user=plan dbname=kort|layername=kultur.huse"


def by_vrt(server, folder):
    return vrt(folder / "t.vrt", f"PG:host=127.0.0.1 port={server.port} user=plan dbname=kort", "kultur.huse")


@pytest.mark.parametrize("way", [by_table, by_another_name, by_view, by_gdal, by_vrt])
def test_a_table_is_not_written_over_while_it_is_read(process, server, tmp_path, way):
    done = classify(process, way(server, tmp_path), f"postgis:{server.address('kultur.huse')}")
    assert done.code == 1
    assert "OUTPUT would replace kultur.huse (kort), which BUILDINGS is read from. Choose another name" in done.log
    assert server.sql("select count(*), count(save_vaerdi) from kultur.huse") == "3|3"


def test_a_table_beside_the_one_that_is_read_is_written(process, server):
    done = classify(process, server.layer("kultur.huse"), f"postgis:{server.address('kultur.ud')}")
    assert done.code == 0, done.log
    assert server.sql("select count(*) from kultur.ud") == "3"


def test_a_file_behind_a_vrt_is_not_written_over(process, file, tmp_path):
    for number, output in enumerate((file, f"ogr:dbname='{file}' table=\"huse\" (geom)")):
        done = classify(process, vrt(tmp_path / f"{number}.vrt", file), output)
        assert done.code == 1
        assert "OUTPUT would replace " in done.log
        assert [row["bygning_id"] for row in read_layer(file, "huse")] == ["h0", "h1", "h2"]
    assert len(read_layer(file, "grunde")) == 1


@pytest.fixture
def refusal(qgis_app):
    """Why classifybuildings refuses a layer of the open project and an output, "" when it does not."""
    provider = HeritageProvider()
    provider.loadAlgorithms()
    tool = next(one for one in provider.algorithms() if one.name() == "classifybuildings").create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def why(layer, output):
        return tool.checkParameterValues({"BUILDINGS": layer.id(), "OUTPUT": output}, context)[1]

    yield why
    del provider


def shown(layer):
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_layers_behind_a_virtual_layer_are_not_written_over(refusal, file):
    shown(QgsVectorLayer(f"{file}|layername=huse", "Mine huse", "ogr"))
    by_name = shown(QgsVectorLayer('?query=select * from "Mine huse"', "v", "virtual"))
    definition = QgsVirtualLayerDefinition()
    definition.addSource("lag", f"{file}|layername=huse", "ogr", "UTF-8")
    definition.setQuery("select * from lag")
    by_source = shown(QgsVectorLayer(definition.toString(), "w", "virtual"))
    for layer in (by_name, by_source):
        assert refusal(layer, f"ogr:dbname='{file}' table=\"huse\" (geom)").startswith("OUTPUT would replace huse (")
        assert refusal(layer, str(file)).startswith("OUTPUT would replace ")
        assert refusal(layer, f"ogr:dbname='{file}' table=\"ud\" (geom)") == ""


def test_a_joined_layer_is_not_written_over(refusal, file, tmp_path):
    shutil.copy(file, tmp_path / "andre.gpkg")
    joined = shown(QgsVectorLayer(f"{file}|layername=grunde", "grunde", "ogr"))
    layer = shown(QgsVectorLayer(f"{tmp_path}/andre.gpkg|layername=huse", "huse", "ogr"))
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(joined)
    join.setJoinFieldName("bygning_id")
    join.setTargetFieldName("bygning_id")
    assert layer.addJoin(join)
    assert Place(os.path.realpath(file), "grunde") in places_of(layer)
    assert refusal(layer, str(file)).startswith("OUTPUT would replace ")
    assert refusal(layer, f"ogr:dbname='{file}' table=\"ud\" (geom)") == ""


def test_one_table_by_two_names_of_its_server_is_one_layer_in_two_roles(process, server):
    given = (f"BUILDINGS={server.layer('kultur.huse')}", f"PARCELS={server.layer('kultur.huse', host='localhost')}")
    done = process("run", "lyngby_heritage:classifybuildings", "--", *given, "OUTPUT=TEMPORARY_OUTPUT")
    assert done.code == 1
    assert "are the same layer" in done.log
