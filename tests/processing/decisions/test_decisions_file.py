"""The file of decisions: made whole, written by several at once, never at the cost of what stands in it."""

import datetime
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
import shapely
from builders import square
from conftest import write_layer
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.designation.written import Verdict
from lyngby_heritage.processing.decisions import file as decisions
from lyngby_heritage.processing.decisions.file import read_written, write_decision, write_environment
from lyngby_heritage.processing.decisions.place import DecisionsPlace

NOW = datetime.datetime(2026, 11, 26, 9, 5)
DAY = datetime.date(2026, 1, 17)
UTM = "EPSG:25832"


def verdict(**changed):
    given = {"designate": True, "reason": "Velbevaret.", "source": "Udvalget", "day": DAY, "who": "AB"}
    return Verdict(**{**given, **changed})


def write(place, building="b1", **changed):
    return write_decision(place, building, "Ågade 9", verdict(**changed), NOW)


def rows(path, table="beslutninger"):
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    assert layer.isValid()
    names = layer.fields().names()
    return [dict(zip(names, one.attributes())) for one in layer.getFeatures()]


@pytest.fixture
def place(qgis_app, tmp_path):
    return DecisionsPlace(tmp_path / "beslutninger.gpkg")


def test_the_first_decision_makes_the_file(place):
    assert write(place) is False
    (row,) = rows(place.file)
    assert row["dato"].toString("yyyy-MM-dd") == "2026-01-17"
    assert [
        row[name] for name in ("bygning_id", "adresse", "beslutning", "begrundelse", "kilde", "hvem", "skrevet")
    ] == [
        *("b1", "Ågade 9", "udpeg", "Velbevaret.", "Udvalget", "AB", "2026-11-26 09:05"),
    ]
    decision = read_written(place.file)["b1"]
    assert (decision.designate, decision.reason, decision.source, decision.day) == (
        True,
        "Velbevaret.",
        "Udvalget",
        DAY,
    )
    assert os.listdir(place.file.parent) == ["beslutninger.gpkg"], "nothing stays beside it"


def test_a_decision_of_the_same_day_is_corrected_and_an_older_one_stays(place):
    write(place, day=datetime.date(2025, 3, 1), designate=False)
    write(place)
    assert write(place, designate=False, reason="Facaden er ændret.") is True
    write(place, building="b2")
    assert [(one["bygning_id"], one["beslutning"], one["begrundelse"]) for one in rows(place.file)] == [
        ("b1", "udpeg_ikke", "Velbevaret."),
        ("b1", "udpeg_ikke", "Facaden er ændret."),
        ("b2", "udpeg", "Velbevaret."),
    ]
    assert read_written(place.file, "B1")["b1"].reason == "Facaden er ændret."
    assert "b2" not in read_written(place.file, "b1")


def test_without_a_file_nothing_is_decided(place):
    assert read_written(place.file) == {}


def test_an_older_table_gets_the_columns_that_it_lacks_and_keeps_its_own(place):
    older = [(None, "b0", "udpeg", "Gammel.", "note")]
    fields = ("bygning_id:text", "beslutning:text", "begrundelse:text", "egen:text")
    write_layer(place.file, "beslutninger", older, fields, kind="NONE")
    write(place)
    first, second = rows(place.file)
    assert (first["bygning_id"], first["begrundelse"], first["egen"]) == ("b0", "Gammel.", "note")
    assert (second["bygning_id"], second["hvem"]) == ("b1", "AB")


def test_a_table_that_calls_the_id_otherwise_is_refused_in_words(place):
    write_layer(place.file, "beslutninger", [(None, "b0", "udpeg")], ("bbr_id:text", "beslutning:text"), kind="NONE")
    with pytest.raises(HeritageError, match=r"calls its field bygning_id 'bbr_id'. Rename the field"):
        write(place)
    assert len(rows(place.file)) == 1


def test_a_file_of_something_else_is_refused_in_words(place):
    place.file.write_text("Kære dagbog", encoding="utf-8")
    with pytest.raises(HeritageError, match="is no GeoPackage that can be read"):
        write(place)
    assert place.file.read_text(encoding="utf-8") == "Kære dagbog"


def test_a_folder_that_takes_no_files_is_said(place, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(decisions.tempfile, "TemporaryDirectory", refuse)
    with pytest.raises(HeritageError, match="cannot be written: the file or its folder is read-only"):
        write(place)
    with pytest.raises(HeritageError, match="does not exist"):
        write(DecisionsPlace(place.file.parent / "væk" / "beslutninger.gpkg"))


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may write everywhere")
def test_a_read_only_file_is_said(place):
    write(place)
    place.file.chmod(0o444)
    with pytest.raises(HeritageError, match="read-only"):
        write(place, building="b2")


HOLD = """
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
database.execute("ROLLBACK")
"""


def held(path, seconds):
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"held\n"
    return other


def test_somebody_else_s_writing_is_waited_for(place):
    write(place)
    other = held(place.file, 1.0)
    started = time.monotonic()
    write(place, building="b2")
    assert time.monotonic() - started > 0.5
    other.wait()
    assert len(rows(place.file)) == 2


def test_somebody_who_does_not_end_is_named(place, monkeypatch):
    write(place)
    monkeypatch.setattr(decisions, "PATIENCE", 0.2)
    other = held(place.file, 30)
    try:
        with pytest.raises(HeritageError, match="is being written by another program"):
            write(place, building="b2")
    finally:
        other.kill()
        other.wait()
    assert len(rows(place.file)) == 1


def test_two_who_make_the_file_at_once_lose_nothing(place, monkeypatch):
    real = decisions._into_place

    def meanwhile(new, file):
        monkeypatch.setattr(decisions, "_into_place", real)
        write(place, building="b2")  # the other was first
        real(new, file)

    monkeypatch.setattr(decisions, "_into_place", meanwhile)
    write(place)
    assert [one["bygning_id"] for one in rows(place.file)] == ["b2", "b1"]


def test_a_new_file_takes_the_decisions_along_that_it_would_hide(qgis_app, tmp_path):
    earlier = [(None, "b0", "udpeg_ikke", "Brændt.", "Byggesag", "2024-02-20")]
    fields = ("bygning_id:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text")
    write_layer(tmp_path / "data.gpkg", "beslutninger", earlier, fields, kind="NONE")
    place = DecisionsPlace(tmp_path / "beslutninger.gpkg", f"{tmp_path / 'data.gpkg'}|layername=beslutninger")
    write(place)
    assert [(one["bygning_id"], one["begrundelse"]) for one in rows(place.file)] == [
        ("b0", "Brændt."),
        ("b1", "Velbevaret."),
    ]
    assert read_written(place.file)["b0"].day == datetime.date(2024, 2, 20)
    write(place, building="b2")
    assert len(rows(place.file)) == 3, "once, not each time"


def test_decisions_that_cannot_be_taken_along_are_not_hidden(qgis_app, tmp_path):
    place = DecisionsPlace(tmp_path / "beslutninger.gpkg", str(tmp_path / "væk.gpkg"))
    with pytest.raises(HeritageError, match="would hide them"):
        write(place)
    assert not place.file.exists()


def test_an_environment_with_its_outline(place):
    crs = QgsCoordinateReferenceSystem(UTM)
    outline = shapely.multipolygons([shapely.from_wkt(square(720000, 6187000))])
    texts = {"saarbarhed": "Nye tage."}
    write(place)
    for name in ("Ågade", "Møllen"):
        write_environment(place, name, shapely.to_wkb(outline), crs, verdict(), NOW, texts)
    layer = QgsVectorLayer(f"{place.file}|layername=kulturmiljoeer", "k", "ogr")
    assert layer.crs().authid() == UTM
    assert [one["navn"] for one in layer.getFeatures()] == ["Ågade", "Møllen"]
    first = next(layer.getFeatures())
    assert (first["beslutning"], first["saarbarhed"], first["hvem"]) == ("udpeg", "Nye tage.", "AB")
    assert first.geometry().area() == pytest.approx(100)
    assert len(rows(place.file)) == 1, "the decisions on buildings are as they were"


def test_an_environment_in_a_table_that_people_made_with_an_index(place):
    fields = ("navn:text", "beslutning:text")
    write_layer(place.file, "kulturmiljoeer", [(square(720000, 6187000), "Havnen", "udpeg")], fields)
    outline = shapely.to_wkb(shapely.from_wkt(square(720100, 6187000)))
    write_environment(place, "Ågade", outline, QgsCoordinateReferenceSystem(UTM), verdict(), NOW)
    layer = QgsVectorLayer(f"{place.file}|layername=kulturmiljoeer", "k", "ogr")
    layer.selectByRect(QgsRectangle(720090, 6186990, 720120, 6187020))
    assert {one["navn"] for one in layer.selectedFeatures()} == {"Ågade"}


def test_an_environment_needs_a_name_and_the_table_s_coordinates(place):
    outline = shapely.to_wkb(shapely.from_wkt(square(0)))
    crs = QgsCoordinateReferenceSystem(UTM)
    with pytest.raises(HeritageError, match="the name"):
        write_environment(place, " ", outline, crs, verdict(), NOW)
    write_environment(place, "Ågade", outline, crs, verdict(), NOW)
    with pytest.raises(HeritageError, match="EPSG:25832, and the environment in EPSG:25833"):
        write_environment(place, "Ågade", outline, QgsCoordinateReferenceSystem("EPSG:25833"), verdict(), NOW)


def test_the_file_is_one_that_other_programs_open(place):
    write(place)
    with closing(sqlite3.connect(place.file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        (layers,) = database.execute("SELECT count(*) FROM gpkg_contents").fetchone()
    assert layers == 1
