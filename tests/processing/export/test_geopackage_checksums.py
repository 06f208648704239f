"""Checksums of the GeoPackage of the package: what people changed shows, what QGIS and GDAL keep for themselves not."""

import sqlite3
from contextlib import closing

import pytest

from lyngby_heritage.processing.export.geopackage_checksums import checksum, content_checksum, style_checksum

PACKAGE = """
CREATE TABLE bygninger (fid INTEGER PRIMARY KEY, adresse TEXT, geom BLOB);
INSERT INTO bygninger VALUES (1, 'Mosevej 9', x'01'), (2, 'Askholt 7', NULL);
CREATE TABLE koersel (emne TEXT);
CREATE TABLE gpkg_contents (table_name TEXT, last_change TEXT);
CREATE TABLE layer_styles (id INTEGER, f_table_name TEXT, styleName TEXT, styleQML TEXT, useAsDefault INTEGER,
  description TEXT);
INSERT INTO layer_styles VALUES (1, 'bygninger', 'udpeget', '<qgis/>', 1, '');
"""


def sums(change=""):
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(PACKAGE + change)
        return content_checksum(database), style_checksum(database)


@pytest.mark.parametrize(
    ("change", "content", "style"),
    [
        ("UPDATE bygninger SET adresse = 'Mosevej 11' WHERE fid = 1", True, False),
        ("UPDATE bygninger SET geom = x'02' WHERE fid = 1", True, False),
        ("DELETE FROM bygninger WHERE fid = 2", True, False),
        ("ALTER TABLE bygninger ADD COLUMN note TEXT", True, False),
        ("CREATE TABLE egne_noter (note TEXT)", True, False),
        ("INSERT INTO koersel VALUES ('indhold')", False, False),
        ("INSERT INTO gpkg_contents VALUES ('bygninger', '2026-11-26')", False, False),
        ("UPDATE layer_styles SET styleQML = '<qgis version=\"3\"/>'", False, True),
    ],
)
def test_what_people_can_change_shows_and_nothing_else(change, content, style):
    (rows, styles), (rows_before, styles_before) = sums(change), sums()
    assert (rows != rows_before, styles != styles_before) == (content, style)


def test_the_rows_of_a_table_are_read_in_the_order_of_their_numbers(tmp_path):
    found = []
    for name, rows in (("a", "(1, 'x'), (2, 'y')"), ("b", "(2, 'y'), (1, 'x')"), ("c", "(1, 'y'), (2, 'x')")):
        with closing(sqlite3.connect(tmp_path / name)) as database, database:
            database.execute("CREATE TABLE dal (fid INTEGER PRIMARY KEY, navn TEXT)")
            database.execute(f"INSERT INTO dal VALUES {rows}")
        found.append(checksum(tmp_path / name, "dal", lambda: None))
    assert found[0] == found[1] != found[2]
