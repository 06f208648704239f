"""Columns of the package: names in plain ASCII, none twice, and what each is called in Danish."""

import sqlite3
from contextlib import closing

import pytest

from lyngby_heritage.processing.export.geopackage import column_name, name_columns

# What GDAL 3.10 leaves in a GeoPackage whose writer was given a field with an alias.
MADE_BY_NEWER_GDAL = """
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
  description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES ('bygninger', 'adresse', 'adresse', 'Vej');
INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES ('andet', 'navn', 'navn', 'Navn');
INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org', 'x');
"""


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("bygning_id", "bygning_id"),
        ("byg026Opførelsesår", "byg026opfoerelsesaar"),
        ("id.lokalId", "id_lokalid"),
        ("Matr. nr.", "matr_nr"),
        ("fid", "fid_kilde"),
        ("geom", "geom_kilde"),
        ("Café", "cafe"),
        ("€", "felt"),
        ("taget", "taget_2"),
    ],
)
def test_a_column_is_named_in_plain_letters(name, column):
    assert column_name(name, {"fid", "geom", "taget"}) == column


@pytest.mark.parametrize("before", ["", MADE_BY_NEWER_GDAL], ids=["GDAL 3.6", "GDAL 3.7 and newer"])
def test_columns_are_named_whatever_gdal_did_already(before):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(
            "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT, definition TEXT, "
            "scope TEXT)"
        )
        database.executescript(before)
        for _ in range(2):  # naming them again changes nothing
            name_columns(
                database, [("bygninger", "adresse", "Adresse", "Adresse"), ("bygninger", "kode", "Kode", "Kode")]
            )
        named = database.execute("SELECT table_name, column_name, name, title FROM gpkg_data_columns ORDER BY 1, 2")
        others = [("andet", "navn", "navn", "Navn")] if before else []
        assert named.fetchall() == [
            *others,
            ("bygninger", "adresse", "Adresse", "Adresse"),
            ("bygninger", "kode", "Kode", "Kode"),
        ]
        registered = database.execute("SELECT table_name FROM gpkg_extensions ORDER BY 1").fetchall()
        assert registered == [("gpkg_data_column_constraints",), ("gpkg_data_columns",)]
