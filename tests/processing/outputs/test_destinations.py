"""Where an output goes; a layer in a GeoPackage that holds others is whole or absent, and the others stay."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProperty

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs import staging
from lyngby_heritage.processing.outputs.destinations import destination_of, overwrites

FIELDS = ("bygning_id:text", "save_vaerdi:int")


@pytest.mark.parametrize(
    ("value", "words", "is_layer", "is_table"),
    [
        ("/data/ud.gpkg", "/data/ud.gpkg", False, False),
        ("ogr:dbname='/data/by.gpkg' table=\"ud\" (geom)", "ud (/data/by.gpkg)", True, False),
        ("postgis:dbname='kort' host=h password='x' table=\"s\".\"ud\" (geom)", "s.ud (kort)", False, True),
        ('postgres://dbname=\'kort\' table="s"."ud" (geom)', "s.ud (kort)", False, True),
    ],
)
def test_a_place_is_known_and_told_of_without_a_password(qgis_app, value, words, is_layer, is_table):
    for given in (value, QgsProperty.fromValue(value), QgsProcessingOutputLayerDefinition(value)):
        found = destination_of("OUTPUT", given, QgsProcessingContext())
        assert (found.words, found.is_layer, found.is_table) == (words, is_layer, is_table)


@pytest.mark.parametrize(("other", "said"), [("OUTPUT", "is written into"), ("BUILDINGS", "is read from")])
def test_what_an_output_would_take_away_is_told_as_what_it_is(qgis_app, other, said):
    table = destination_of("OUTPUT_AREAS", 'postgres://dbname=\'kort\' table="s"."ud" (geom)', QgsProcessingContext())
    told = str(overwrites("OUTPUT_AREAS", other, table, None))
    assert told == f"OUTPUT_AREAS would replace s.ud (kort), which {other} {said}. Choose another name for it."


@pytest.mark.parametrize("value", [None, "", "TEMPORARY_OUTPUT", "memory:", "memory:ud"])
def test_what_does_not_last_has_no_place(qgis_app, value):
    assert destination_of("OUTPUT", value, QgsProcessingContext()) is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('mssql:dbname=\'kort\' table="dbo"."ud" (geom)', "a database of the kind mssql cannot be written to whole"),
        ("oracle:dbname='kort' table=\"ud\"", "a database of the kind oracle cannot be written to whole"),
        ("spatialite:dbname='/data/a.sqlite' table=\"ud\"", "a database of the kind spatialite cannot be written"),
        ("postgis:dbname='kort' password='hemmelig'", "no table is named in postgis:dbname='kort'"),
        ("ogr:dbname='/data/by.gpkg'", "names no layer in a GeoPackage"),
        ("ogr:dbname='/data/by.shp' table=\"ud\"", "names no layer in a GeoPackage"),
    ],
)
def test_what_could_be_left_half_written_is_refused(qgis_app, value, said):
    with pytest.raises(HeritageError) as refused:
        destination_of("OUTPUT", value, QgsProcessingContext())
    text = str(refused.value)
    assert said in text
    assert "hemmelig" not in text


@pytest.fixture
def file(tmp_path):
    """A GeoPackage of the municipality's own, with houses and notes."""
    write_layer(tmp_path / "by.gpkg", "huse", [(square(20 * i), f"h{i}", 3) for i in range(3)], FIELDS)
    write_layer(tmp_path / "by.gpkg", "noter", [(square(0), "husk", None)], FIELDS)
    return tmp_path / "by.gpkg"


def into(file, name):
    return f"ogr:dbname='{file}' table=\"{name}\" (geom)"


def classify(process, file, **given):
    given = {"BUILDINGS": f"{file}|layername=huse", **given}
    return process("run", "lyngby_heritage:classifybuildings", "--json", "--", *(f"{k}={v}" for k, v in given.items()))


def tables(file):
    with closing(sqlite3.connect(file)) as database:
        return [row[0] for row in database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")]


def test_a_new_layer_in_the_input_s_own_geopackage_stands_beside_the_others(process, file):
    done = classify(process, file, OUTPUT=into(file, "ud"), OUTPUT_PAIRS=into(file, "par"))
    assert done.code == 0, done.log
    assert done.results["OUTPUT"] == f"{file}|layername=ud"
    assert tables(file) == ["huse", "layer_styles", "noter", "par", "ud"]
    assert [row["udpegning"] for row in read_layer(file, "ud")] == ["vaerdi_1_3"] * 3
    assert [row["bygning_id"] for row in read_layer(file, "noter")] == ["husk"]
    with closing(sqlite3.connect(file)) as database:
        styles = database.execute("SELECT f_table_name, useAsDefault FROM layer_styles ORDER BY 1, 2").fetchall()
        (about,) = database.execute(
            "SELECT count(*) FROM gpkg_metadata WHERE metadata LIKE '%VALUE4_RULE=0%'"
        ).fetchone()
    assert styles == [("par", 1), ("ud", 0), ("ud", 1)]  # the buildings have a second one to switch to
    assert about == 1
    assert [one.name for one in file.parent.iterdir()] == ["by.gpkg"]


def test_a_layer_is_replaced_and_the_file_made_where_there_is_none(process, file, tmp_path):
    for _ in range(2):
        assert classify(process, file, OUTPUT=into(tmp_path / "ny.gpkg", "ud")).code == 0
    assert tables(tmp_path / "ny.gpkg") == ["layer_styles", "ud"]
    assert len(read_layer(tmp_path / "ny.gpkg", "ud")) == 3


def test_a_run_that_fails_leaves_the_file_as_it_was(process, file, monkeypatch):
    before = file.read_bytes()

    def full(*_):
        raise HeritageError("The disk is full.")

    monkeypatch.setattr(staging, "move", full)
    done = classify(process, file, OUTPUT=into(file, "noter"))
    assert done.code == 1
    assert "The disk is full." in done.log
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == ["by.gpkg"]


def test_what_another_program_writes_into_the_file_meanwhile_is_not_lost(process, file, monkeypatch):
    really = staging.Staging.commit

    def after_an_edit(self):
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE rettelser (tekst TEXT)")
        really(self)

    monkeypatch.setattr(staging.Staging, "commit", after_an_edit)
    done = classify(process, file, OUTPUT=into(file, "ud"))
    assert done.code == 1
    assert f"{file} was changed by another program while the tool ran" in done.log
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM rettelser").fetchone() == (0,)
    assert tables(file) == ["huse", "noter"]


def test_two_outputs_do_not_share_a_layer(process, file):
    done = classify(process, file, OUTPUT=into(file, "ud"), OUTPUT_PAIRS=into(Path(os.path.relpath(file)), "UD"))
    assert done.code == 1
    assert "OUTPUT_PAIRS is the same file as OUTPUT" in done.log
    assert tables(file) == ["huse", "noter"]
