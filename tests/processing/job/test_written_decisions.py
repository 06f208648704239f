"""A decision that is written beside the data is used at the next run of the main job, and lies there still."""

import datetime
import sqlite3
from contextlib import closing

import pytest
import shapely
from builders import square
from conftest import qgis_process, read_layer
from qgis.core import QgsCoordinateReferenceSystem

from lyngby_heritage.core.designation.written import Verdict
from lyngby_heritage.processing.decisions.file import read_written, write_decision, write_environment
from lyngby_heritage.processing.decisions.place import place_of

pytestmark = pytest.mark.process

NOW = datetime.datetime(2026, 11, 26, 9, 5)
NO = Verdict(False, "Ombygget til ukendelighed.", "Besigtigelse", datetime.date(2026, 3, 2), "AB")


@pytest.fixture(scope="module")
def sag(tmp_path_factory):
    """A folder with data and a plan made of them."""
    folder = tmp_path_factory.mktemp("sag")
    (folder / "data").mkdir()
    data = folder / "data" / "data.gpkg"
    made = qgis_process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=60", f"OUTPUT={data}")
    assert made.code == 0, made.log
    return folder


def run(sag, given):
    made = qgis_process("run", "lyngby_heritage:heritageplan", "--", f"INPUT={given}", f"FOLDER={sag / 'plan'}")
    assert made.code == 0, made.log
    return made


def plan(sag):
    return sag / "plan" / "kulturhistorisk_lokalplan.gpkg"


def test_what_is_written_from_the_plan_is_used_at_the_next_run(qgis_app, sag):
    run(sag, sag / "data" / "data.gpkg")
    before = {row["bygning_id"]: row for row in read_layer(plan(sag), "bygninger")}
    earlier = sum(row["udpegning"] == "beslutning" for row in before.values())
    assert earlier > 0, "the sample has decisions of its own"
    building = next(key for key, row in before.items() if row["udpegning"] == "vaerdi_1_3")

    place = place_of(plan(sag))
    assert place.file == sag / "data" / "beslutninger.gpkg"
    write_decision(place, building, "Ågade 9", NO, NOW)
    outline = shapely.to_wkb(shapely.from_wkt(square(719700, 6187700, 100)))
    write_environment(place, "Uegnet", outline, QgsCoordinateReferenceSystem("EPSG:25832"), NO, NOW)
    written = place.file.read_bytes()

    log = run(sag, sag / "data" / "data.gpkg").log
    after = {row["bygning_id"]: row for row in read_layer(plan(sag), "bygninger")}
    assert (after[building]["udpegning"], after[building]["udpeget"]) == ("beslutning", 0)
    assert "Ombygget til ukendelighed" in after[building]["begrundelse"]
    assert sum(row["udpegning"] == "beslutning" for row in after.values()) == earlier + 1, "none of the others is lost"
    assert place.file.read_bytes() == written, "no tool replaces what people write"
    assert "Uegnet" not in {row["navn"] for row in read_layer(plan(sag), "landskab")}, log


def test_a_folder_of_data_holds_the_file_itself(qgis_app, sag):
    run(sag, sag / "data")
    assert place_of(plan(sag)).file == sag / "data" / "beslutninger.gpkg"
    with closing(sqlite3.connect(plan(sag))) as database:
        told = database.execute("SELECT navn, vaerdi FROM koersel WHERE emne = 'job_beslutninger'").fetchall()
    assert told == [("fil", "../data/beslutninger.gpkg")], "the file was read, and no other layer of decisions"
    rows = read_layer(plan(sag), "bygninger")
    decided = {row["bygning_id"].lower() for row in rows if row["udpegning"] == "beslutning"}
    known = {row["bygning_id"].lower() for row in rows}
    assert decided == set(read_written(place_of(plan(sag)).file)) & known
