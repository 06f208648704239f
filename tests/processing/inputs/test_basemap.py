"""A background map that fails, as a planner meets it: the plan is made, and says what it lacks."""

import socket
import sqlite3
import zipfile
from contextlib import closing

import pytest
from builders import square
from conftest import write_layer

FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text", "begrundelse:text")
SECRET = "hemmelig4711"


@pytest.fixture
def export(process, tmp_path):
    rows = [(square(720_000, 6_187_000, 20), "b1", "Bredevej 10", 2, True, "vaerdi_1_3", "Fordi.")]
    buildings = write_layer(tmp_path / "lag.gpkg", "udpegning", rows, FIELDS)

    def run(basemap):
        given = (f"BUILDINGS={buildings}", f"FOLDER={tmp_path / 'plan'}", f"BASEMAP={basemap}")
        return process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given)

    return run


def closed_port():
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.mark.process
def test_a_plan_is_made_without_a_service_that_is_down_and_no_key_goes_into_it(export, tmp_path):
    address = f"http://127.0.0.1:{closed_port()}/%7Bz%7D/%7Bx%7D/%7By%7D.png?api_key%3D{SECRET}"
    done = export(f"wms://type=xyz&url={address}&zmin=0&zmax=19")
    assert done.code == 0, done.log
    assert "The background map (BASEMAP) is left out of the maps" in done.log
    with closing(sqlite3.connect(tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg")) as database:
        told = "SELECT emne, navn, vaerdi FROM koersel WHERE navn = 'BASEMAP' OR emne = 'baggrundskort'"
        rows = database.execute(told)
        assert rows.fetchall() == [
            ("parameter", "BASEMAP", "127.0.0.1"),
            ("baggrundskort", "127.0.0.1", "ikke på kortene: tjenesten eller filen svarede med en fejl"),
        ]
    for file in (one for one in (tmp_path / "plan").rglob("*") if one.is_file()):
        content = file.read_bytes()
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        assert SECRET.encode() not in content, file.name


@pytest.mark.process
def test_a_file_that_is_not_there_is_refused(export, tmp_path):
    done = export(tmp_path / "findes_ikke.tif")
    assert done.code == 1
    assert "BASEMAP" in done.log
    assert not (tmp_path / "plan").exists()
