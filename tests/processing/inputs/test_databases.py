"""Tables of a database as input: the same rows, in the same order, with the same result as from a file."""

import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import QgsVectorLayer

from lyngby_heritage.processing.inputs.databases import exact_count

SAMPLE = (
    *("bygninger", "jordstykker", "zoner", "lokalplaner", "delomraader", "to_etager", "zonekort"),
    *("fbb", "bbr", "geodanmark_bygning", "etager"),
)
JOBS = {
    "classifybuildings": {"BUILDINGS": "bygninger", "PARCELS": "jordstykker"},
    "checkplotratio": {
        "PARCELS": "jordstykker",
        "BUILDINGS": "bygninger",
        "ZONES": "zoner",
        "PLANS": "lokalplaner",
        "SUB_AREAS": "delomraader",
        "TWO_STOREY_AREAS": "to_etager",
        "ZONE_MAP": "zonekort",
        "FLOORS": "etager",
    },
    "preparebuildings": {"SAVE": "fbb", "BBR": "bbr", "FOOTPRINTS": "geodanmark_bygning", "FLOORS": "etager"},
    "uniformensembles": {"BUILDINGS": "bygninger", "PARCELS": "jordstykker"},
    "validatedata": {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "ZONES": "zoner", "PLANS": "lokalplaner"},
}


@pytest.fixture(scope="module")
def loaded(postgis, sample):
    """The server, with the sample municipality in the schema kultur, its rows not in the order of their key."""
    postgis.sql("create schema kultur")
    for name in SAMPLE:
        postgis.load(f"{sample}|layername={name}", f"kultur.{name}")
        # An update writes a row anew behind all others, as every correction in a municipality's database does.
        postgis.sql(f"update kultur.{name} set fid = fid where fid % 2 = 1")
    return postgis


def run(process, tool, **parameters):
    done = process(
        "run", f"lyngby_heritage:{tool}", "--json", "--", *(f"{key}={one}" for key, one in parameters.items())
    )
    assert done.code == 0, done.log
    return done


@pytest.mark.parametrize("tool", JOBS)
def test_tables_give_the_rows_that_a_geopackage_gives(process, loaded, sample, tmp_path, tool):
    files = {name: f"{sample}|layername={layer}" for name, layer in JOBS[tool].items()}
    tables = {
        name: loaded.layer(f"kultur.{layer}", geometry=None if layer == "etager" else "geom")
        for name, layer in JOBS[tool].items()
    }
    of_files = run(process, tool, **files, OUTPUT=tmp_path / "fra_fil.gpkg").results
    with loaded.log() as errors:
        of_tables = run(process, tool, **tables, OUTPUT=tmp_path / "fra_tabel.gpkg").results
    assert errors == []
    assert {**of_files, "OUTPUT": ""} == {**of_tables, "OUTPUT": ""}
    rows = read_layer(tmp_path / "fra_tabel.gpkg")
    assert rows
    assert rows == read_layer(tmp_path / "fra_fil.gpkg")


def test_a_yes_or_no_is_asked_for_without_an_error_in_the_server_s_log(process, postgis, tmp_path):
    """A common parcel by a number and by a true or false: neither can be compared with the text 'false'."""
    file = tmp_path / "by.gpkg"
    write_layer(file, "huse", [(square(2, 5), "a", 4), (square(22, 5), "b", 4)], ("bygning_id:text", "save_vaerdi:int"))
    parcels = [(square(0, 20), "1", 0), (square(20, 20), "2", 1)]
    write_layer(file, "grunde", parcels, ("ejendom_id:text", "faelleslod:int"))
    postgis.load(f"{file}|layername=huse", "huse_ja")
    postgis.load(f"{file}|layername=grunde", "grunde_ja")
    for kind in ("integer", "boolean using (faelleslod = 1)", "text"):
        postgis.sql(f"alter table grunde_ja alter faelleslod type {kind}")
        with postgis.log() as errors:
            given = {"BUILDINGS": postgis.layer("huse_ja"), "PARCELS": postgis.layer("grunde_ja")}
            run(process, "classifybuildings", **given, OUTPUT=tmp_path / "ud.gpkg")
        assert errors == [], kind


@pytest.fixture
def houses(postgis, tmp_path):
    """Three houses in the table huse."""
    rows = [(square(20 * i), f"h{i}", 4) for i in range(3)]
    write_layer(tmp_path / "huse.gpkg", "huse", rows, ("bygning_id:text", "save_vaerdi:int"))
    postgis.sql("drop table if exists huse cascade")
    postgis.load(f"{tmp_path}/huse.gpkg|layername=huse", "huse")
    return postgis


def test_json_and_arrays_come_out_as_text(process, houses, tmp_path):
    houses.sql(
        "alter table huse add js jsonb, add tal int[], add ord text[]",
        """update huse set js = '{"b": [1, null], "a": "Ærø"}', tal = '{1,2}', ord = '{æ,"b c"}' where fid < 3""",
    )
    run(process, "classifybuildings", BUILDINGS=houses.layer("huse"), OUTPUT=tmp_path / "ud.gpkg")
    assert [(row["js"], row["tal"], row["ord"]) for row in read_layer(tmp_path / "ud.gpkg")] == [
        ('{"a": "Ærø", "b": [1, null]}', "[1, 2]", '["æ", "b c"]'),
        ('{"a": "Ærø", "b": [1, null]}', "[1, 2]", '["æ", "b c"]'),
        (None, None, None),
    ]


def test_of_several_geometry_columns_the_chosen_one_is_used_and_the_others_are_named(process, houses, tmp_path):
    houses.sql("alter table huse add punkt geometry(Point, 25832)", "update huse set punkt = st_centroid(geom)")
    done = run(process, "classifybuildings", BUILDINGS=houses.layer("huse"), OUTPUT=tmp_path / "ud.gpkg")
    assert "huse (BUILDINGS) has several geometry columns. Used is geom; not used, nor written, is punkt." in done.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [row["bygning_id"] for row in rows] == ["h0", "h1", "h2"]
    assert "punkt" not in rows[0]


def test_a_key_that_is_data_comes_out(process, houses, tmp_path):
    houses.sql("alter table huse drop constraint huse_pkey, drop column fid, add primary key (bygning_id)")
    given = houses.layer("huse", key="bygning_id")
    run(process, "classifybuildings", BUILDINGS=given, OUTPUT=tmp_path / "ud.gpkg")
    assert [row["bygning_id"] for row in read_layer(tmp_path / "ud.gpkg")] == ["h0", "h1", "h2"]


def test_only_a_table_says_exactly_how_many_rows_it_has(qgis_app, houses):
    houses.sql("create or replace view nogle_huse as select * from huse where fid < 3")

    def counted(address, subset=""):
        layer = QgsVectorLayer(address, "huse", "postgres")
        assert layer.isValid()
        assert layer.setSubsetString(subset)
        return exact_count(layer)

    assert counted(houses.address("huse")) == 3
    assert counted(houses.address("huse"), "fid > 1") == 2
    assert counted(houses.address("nogle_huse")) is None
    assert counted(houses.address("huse", more=" estimatedmetadata=true")) is None
