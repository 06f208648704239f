"""Where the layers of a package lie, as it tells it: from its own folder, and only while they are there."""

import sqlite3
from contextlib import closing

from lyngby_heritage.core.registers.found_layers import Layer
from lyngby_heritage.processing.job.layers_told import TOPIC, address_told, rows_of


def test_files_are_told_from_the_package_and_what_was_unpacked_is_not(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "arbejde").mkdir()
    for name in ("data/by.gpkg", "arbejde/bbr.gpkg"):
        (tmp_path / name).touch()
    layers = {
        "jordstykker": Layer("jordstykker", f"{tmp_path / 'data' / 'by.gpkg'}|layername=jordstykker"),
        "bbr": Layer("bbr", f"{tmp_path / 'arbejde' / 'bbr.gpkg'}|layername=bbr"),
        "zoner": Layer("zoner", "postgres://dbname='kort' table='zoner'"),
    }
    rows = rows_of(layers, tmp_path / "plan", tmp_path / "arbejde")
    assert rows == [(TOPIC, "jordstykker", "../data/by.gpkg|layername=jordstykker", None, None)]


def test_the_address_is_found_again_and_not_where_the_file_is_gone(tmp_path):
    (tmp_path / "plan").mkdir()
    (tmp_path / "by.gpkg").touch()
    package = tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg"
    with closing(sqlite3.connect(package)) as database, database:
        database.execute("CREATE TABLE koersel (emne, navn, vaerdi, antal, kontrolsum)")
        database.execute("INSERT INTO koersel VALUES ('job_lag', 'zoner', '../by.gpkg|layername=zoner', NULL, NULL)")
    assert address_told(package, "zoner") == f"{tmp_path / 'by.gpkg'}|layername=zoner"
    assert address_told(package, "bbr") is None
    (tmp_path / "by.gpkg").unlink()
    assert address_told(package, "zoner") is None
    assert address_told(tmp_path / "nej.gpkg", "zoner") is None
