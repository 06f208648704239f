"""A file of several layers is replaced only by what wrote them all; one layer is replaced, as in QGIS."""

import sqlite3
from contextlib import closing

import pytest
from conftest import write_layer

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs.containers import layers_in, refuse_other_layers, remember_tables

SQUARE = [("POLYGON((0 0,1 0,1 1,0 0))", 1)]


def geopackage(file, *layers):
    for name in layers:
        write_layer(file, name, SQUARE, ("tal:int",))
    return file


def add_table(file, name):
    """A table that no layer knows of, as a person's script makes one."""
    with closing(sqlite3.connect(file)) as database:
        database.execute(f'CREATE TABLE "{name}" (tal INTEGER)')
        database.commit()


def test_the_tables_of_the_format_are_none_of_its_layers(tmp_path):
    file = geopackage(tmp_path / "æ.gpkg", "huse", "veje")
    add_table(file, "egne noter")
    assert layers_in(file) == ["huse", "veje", "egne noter"]
    assert layers_in(tmp_path / "ingen.gpkg") == []


def test_a_layer_replaces_a_file_of_one_layer_and_no_other(tmp_path):
    file = geopackage(tmp_path / "by.gpkg", "huse")
    refuse_other_layers("OUTPUT", file, whole=False)
    add_table(file, "noter")
    with pytest.raises(HeritageError, match="holds several layers") as refused:
        refuse_other_layers("OUTPUT", file, whole=False)
    assert refused.value.values["layers"] == "huse, noter"


def test_a_project_that_qgis_stored_in_the_file_is_not_lost(tmp_path):
    file = geopackage(tmp_path / "by.gpkg", "huse")
    add_table(file, "qgis_projects")
    with pytest.raises(HeritageError, match="qgis_projects"):
        refuse_other_layers("OUTPUT", file, whole=False)


def test_a_file_of_several_is_replaced_where_a_run_wrote_them_all(tmp_path):
    file = geopackage(tmp_path / "by.gpkg", "huse", "veje")
    remember_tables(file)
    refuse_other_layers("OUTPUT", file, whole=True)
    add_table(file, "noter")
    with pytest.raises(HeritageError, match="no run of the tool wrote") as refused:
        refuse_other_layers("OUTPUT", file, whole=True)
    assert refused.value.values["layers"] == "noter"


def test_a_file_that_says_nothing_is_the_tools_where_all_its_tables_are(tmp_path):
    file = geopackage(tmp_path / "by.gpkg", "huse", "veje")
    refuse_other_layers("OUTPUT", file, whole=True, own=["veje", "huse", "soeer"])
    with pytest.raises(HeritageError, match="veje"):
        refuse_other_layers("OUTPUT", file, whole=True, own=["huse"])


def test_a_persons_one_layer_is_not_replaced_by_a_file_of_several(tmp_path):
    file = geopackage(tmp_path / "mine.gpkg", "huse")
    with pytest.raises(HeritageError, match="huse"):
        refuse_other_layers("OUTPUT", file, whole=True)


@pytest.mark.parametrize("content", [b"", b"no GeoPackage"])
def test_what_holds_no_layer_is_replaced(tmp_path, content):
    (tmp_path / "by.gpkg").write_bytes(content)
    refuse_other_layers("OUTPUT", tmp_path / "by.gpkg", whole=True)
