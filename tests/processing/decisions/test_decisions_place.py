"""Where decisions are written is where the next run looks for them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lyngby_heritage.processing.decisions.place import DecisionsPlace, beside_input, place_of, rows_of


def package(folder, rows=None):
    """A package's GeoPackage, as far as `koersel` goes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kulturhistorisk_lokalplan.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE koersel (emne, navn, vaerdi, antal, kontrolsum)")
        database.executemany("INSERT INTO koersel VALUES (?, ?, ?, ?, ?)", rows or [])
    return path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("data/samlet.gpkg", "data/beslutninger.gpkg"),
        ("data", "data/beslutninger.gpkg"),
        ("", "beslutninger.gpkg"),
        ("postgres://dbname='kort'", "beslutninger.gpkg"),
    ],
)
def test_beside_the_data_else_beside_the_package(tmp_path, given, expected):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "samlet.gpkg").touch()
    whole = str(tmp_path / given) if given.startswith("data") else given
    assert beside_input(whole, tmp_path / "plan") == tmp_path / expected


def test_a_package_says_where_it_is_as_long_as_the_two_lie_together(tmp_path):
    data = tmp_path / "sag" / "data"
    data.mkdir(parents=True)
    (data / "data.gpkg").touch()
    file, read = data / "beslutninger.gpkg", f"{data / 'data.gpkg'}|layername=beslutninger"
    rows = rows_of(file, read, tmp_path / "sag" / "plan")
    assert [row[2] for row in rows] == ["../data/beslutninger.gpkg", "../data/data.gpkg|layername=beslutninger"]
    path = package(tmp_path / "sag" / "plan", rows)
    assert place_of(path) == DecisionsPlace(file, read)
    moved = (tmp_path / "sag").rename(tmp_path / "flyttet")
    there = place_of(moved / "plan" / path.name)
    assert there.file == moved / "data" / "beslutninger.gpkg"
    assert there.earlier == f"{moved / 'data' / 'data.gpkg'}|layername=beslutninger"


def test_a_layer_of_its_own_has_the_file_beside_it(tmp_path):
    path = tmp_path / "udpegning.gpkg"
    path.touch()
    assert place_of(path) == DecisionsPlace(tmp_path / "beslutninger.gpkg")


def test_a_package_away_from_its_data_has_the_file_beside_its_folder_and_not_in_what_is_handed_on(tmp_path):
    rows = rows_of(Path("/findes/ikke/beslutninger.gpkg"), "", tmp_path)
    for path in (package(tmp_path / "plan"), package(tmp_path / "alene", rows)):
        assert place_of(path) == DecisionsPlace(tmp_path / "beslutninger.gpkg")
