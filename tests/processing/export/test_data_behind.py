"""The data of an earlier package: those that its record tells, each once, whatever is asked for them."""

import sqlite3
from contextlib import closing
from types import SimpleNamespace

from lyngby_heritage.core.plan.statement import DataRow
from lyngby_heritage.processing.export import data_behind as module
from lyngby_heritage.processing.export.data_behind import data_behind, decisions_behind
from lyngby_heritage.processing.export.statement import rows_behind


def a_package(path, *rows):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE koersel (emne TEXT, navn TEXT, vaerdi TEXT)")
        database.executemany("INSERT INTO koersel VALUES (?, ?, ?)", rows)
    return SimpleNamespace(file=str(path))


def test_the_rows_of_data_are_read_with_their_days_and_each_once(tmp_path):
    first = a_package(
        tmp_path / "plan ø.gpkg",
        ("parameter", "TITLE", "Huse; og mere"),
        ("parameter", "DATA", "bygningerne i BBR; hentet/bbr.zip; 2026-09-28"),
        ("parameter", "DATA", "lokalplanerne; planer.gpkg|lag"),
    )
    second = a_package(tmp_path / "b.gpkg", ("data_bag", "DATA", "bygningerne i BBR; hentet/bbr.zip; 2026-09-28"))
    told = data_behind({"BUILDINGS": first, "PROPERTIES": first, "LANDSCAPE": second})
    assert list(told) == [first.file, second.file]
    assert rows_behind(told) == [
        DataRow("bygningerne i BBR", "hentet/bbr.zip", "2026-09-28"),
        DataRow("lokalplanerne", "planer.gpkg|lag", ""),
    ]


def test_a_layer_of_another_kind_and_a_file_that_is_no_package_tell_nothing(tmp_path):
    package = a_package(tmp_path / "a.gpkg", ("parameter", "DATA", "søerne; soe.gpkg; 2026-01-01"))
    silent = a_package(tmp_path / "tom.gpkg", ("parameter", "DATA", ""))
    (tmp_path / "lag.gpkg").write_bytes(b"nothing")
    other = SimpleNamespace(file=str(tmp_path / "lag.gpkg"))
    # The boundary of an earlier package does not make its registers those of this plan.
    assert data_behind({"BOUNDARY": package, "BUILDINGS": other, "LANDSCAPE": silent, "PROPERTIES": None}) == {}
    assert data_behind({"BUILDINGS": SimpleNamespace(file=None)}) == {}


def test_the_decisions_that_the_layer_of_buildings_was_designated_by_are_told_unless_its_package_tells(monkeypatch):
    pairs = [("VALUE4_RULE", "0"), ("INPUT DECISIONS", "beslutninger (beslutninger.gpkg); 2026-11-27")]
    monkeypatch.setattr(module, "made_by", lambda source: pairs)
    sources = {"BUILDINGS": SimpleNamespace(file="/hvidbog/bygninger.gpkg")}
    called = "Beslutningerne om enkelte bygninger ved den seneste udpegning"
    assert rows_behind({"": decisions_behind(sources, {})}) == [
        DataRow(called, "beslutninger (beslutninger.gpkg)", "2026-11-27")
    ]
    assert decisions_behind(sources, {"/hvidbog/bygninger.gpkg": []}) == []
    pairs.pop()
    assert decisions_behind(sources, {}) == []
    assert decisions_behind({"BUILDINGS": None}, {}) == []
