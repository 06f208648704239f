"""A package of three houses, opened again: by its folder and its files, and what is refused instead of it."""

import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import date

import pytest
from conftest import write_layer

from lyngby_heritage.core.common.as_on import danish_today
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.plan.state import PlanState

FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text", "begrundelse:text")
HOUSE = "POLYGON(({0} 0,{1} 0,{1} 10,{0} 10,{0} 0))"
STATE = ("TITLE=Huse", "PLAN_NUMBER=7", "STATE=1", "HEARING_FROM=2027-01-04", "HEARING_TO=2027-03-01T00:00:00")
FILE = "kulturhistorisk_lokalplan.gpkg"


@pytest.fixture(scope="module")
def package(process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pakke")
    houses = [
        (HOUSE.format(x, x + 10), f"b{x}", f"Ågade {x + 1}", 3, True, "vaerdi_1_3", "Værdi 3.") for x in (0, 20, 40)
    ]
    layer = write_layer(folder / "lag.gpkg", "udpegning", houses, FIELDS)
    done = process(
        "run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={layer}", *STATE, f"FOLDER={folder / 'pakke'}"
    )
    assert done.code == 0, done.log
    return folder / "pakke"


@pytest.fixture
def reading(qgis_app):
    from qgis.core import QgsProcessingContext

    from lyngby_heritage.processing.inputs.plan_package import PlanPackage

    return lambda place: PlanPackage(str(place), QgsProcessingContext())


@pytest.mark.parametrize("blank", ["", None, "  "])
@pytest.mark.parametrize("tool", ["ExportPlandata", "FollowDesignations", "HearingList", "PropertySheet"])
def test_every_tool_on_a_package_refuses_a_blank_one_before_it_runs(qgis_app, tool, blank):
    from qgis.core import QgsProcessingContext

    from lyngby_heritage.processing.tools import provider

    said = getattr(provider, tool)().create().refused_values({"PLAN": blank}, QgsProcessingContext())
    assert said.startswith("PLAN (Plan: the folder of a package, or its GeoPackage) is missing.")


@pytest.mark.parametrize("place", ["", FILE, "kulturhistorisk_lokalplan.qgz"])
def test_a_package_is_opened_by_its_folder_and_by_its_files(package, reading, place):
    from lyngby_heritage.processing.inputs.sources import read

    with reading(package / place) as plan:
        assert plan.heading == "Lokalplan 7: Huse"
        assert plan.state == PlanState(1, hearing_from=date(2027, 1, 4), hearing_to=date(2027, 3, 1))
        assert (plan.record.made_by, plan.record.made_at, plan.web_address) == ("exportlokalplan", danish_today(), "")
        assert plan.crs.authid() == "EPSG:25832"
        assert [plan.has(one) for one in ("bygninger", "ejendomme", "koersel")] == [True, False, True]
        assert plan.source("ejendomme") is None
        buildings = plan.source("bygninger")
        table = read(buildings, {"id": buildings.find("building_id")}, plan.crs)
        assert table.columns["id"] == ["b0", "b20", "b40"]
        assert [one["loebenr"] for one in plan.rows("bygninger", ["loebenr", "ukendt"])] == [1, 2, 3]
        assert plan.layer("bygninger").loadDefaultStyle()[1]


def test_a_package_is_dated_the_day_that_its_run_went_by(process, reading, package, monkeypatch, tmp_path):
    """Adopted on 19 April and printed on the 26th, whatever the clock says; and the record keeps the clock's time."""
    monkeypatch.setenv("LYNGBY_HERITAGE_DAY", "2027-04-26")
    buildings, adopted = f"{package / FILE}|layername=bygninger", ("STATE=2", "ADOPTED=2027-04-19")
    done = process(
        "run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={buildings}", *adopted, f"FOLDER={tmp_path / 'ny'}"
    )
    assert done.code == 0, done.log
    with reading(tmp_path / "ny") as plan, reading(package) as draft:
        assert (plan.record.day, plan.record.made_at) == (date(2027, 4, 26), danish_today())
        assert (draft.record.day, draft.record.of("tid").get("dag")) == (danish_today(), None)
    with zipfile.ZipFile(tmp_path / "ny" / "bestemmelser.docx") as word:
        footer = re.sub("<[^>]*>", "", word.read("word/footer1.xml").decode())
        # A date beside »Vedtaget« would be read as that of the adoption.
        assert "Vedtaget · udskrevet 26. april 2027" in footer


def test_nothing_falls_beside_the_package_and_the_copy_goes(package, reading):
    before = {one.name: one.stat().st_mtime_ns for one in package.iterdir()}
    with reading(package) as plan:
        copy = plan.copied
        layer = plan.layer("bygninger")
        assert layer.startEditing()  # even where QGIS opens it for writing
        assert layer.rollBack()
        assert copy.is_file()
        assert not copy.is_relative_to(package)
        del layer
    assert {one.name: one.stat().st_mtime_ns for one in package.iterdir()} == before
    assert not copy.parent.exists()


def test_a_file_that_an_editor_left_in_its_mode_is_read_and_left_alone(package, reading, tmp_path):
    path = tmp_path / FILE
    path.write_bytes((package / FILE).read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("UPDATE koersel SET vaerdi = 'Nye huse' WHERE navn = 'TITLE'")
        database.commit()
        with reading(path) as plan:
            assert plan.title == "Nye huse"  # which lies in the log beside the file
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
    with reading(tmp_path) as plan:
        assert plan.title == "Nye huse"
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DROP TABLE koersel", "found are"),
        ("UPDATE koersel SET navn = 'checkplotratio' WHERE emne = 'vaerktoej'", "is not the package of a plan"),
        ("ALTER TABLE bygninger DROP COLUMN loebenr", "older than this version.*no loebenr"),
        ("UPDATE koersel SET vaerdi = 'i dag' WHERE navn = 'HEARING_TO'", "HEARING_TO = i dag"),
    ],
)
def test_what_is_no_package_of_today_is_refused(package, reading, tmp_path, change, said):
    path = tmp_path / FILE
    path.write_bytes((package / FILE).read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        if "koersel" in change and change.startswith("DROP"):
            database.execute("DELETE FROM gpkg_contents WHERE table_name = 'koersel'")
        database.execute(change)
    with pytest.raises(HeritageError, match=said), reading(path) as plan:
        assert plan.state


def test_a_layer_of_the_package_names_it_too(package, reading):
    """As QGIS writes where a layer lies, which is what a person copies."""
    with reading(f"{package / FILE}|layername=bygninger") as plan:
        assert plan.path == package / FILE


def test_a_place_without_a_package_says_what_is_there(reading, tmp_path):
    with pytest.raises(HeritageError, match="does not exist"):
        reading(tmp_path / "borte")
    (tmp_path / "andet.gpkg").write_bytes(b"")
    with pytest.raises(HeritageError, match=r"not the folder of a package\. .* GeoPackages there: andet\.gpkg"):
        reading(tmp_path)
    with pytest.raises(HeritageError, match=r"no GeoPackage that can be read|is not the package"):
        reading(tmp_path / "andet.gpkg")
    (tmp_path / "tekst.txt").write_text("tekst " * 100)
    with pytest.raises(HeritageError, match="no GeoPackage that can be read"):
        reading(tmp_path / "tekst.txt")


def test_a_date_is_recorded_as_a_date_however_it_was_given(qgis_app):
    from qgis.core import QgsProcessingParameterDateTime
    from qgis.PyQt.QtCore import QDate, QDateTime

    from lyngby_heritage.processing.inputs.parameters import recorded

    definition = QgsProcessingParameterDateTime("HEARING_TO", "")
    for given in (QDate(2027, 3, 1), QDateTime(QDate(2027, 3, 1).startOfDay()), "2027-03-01"):
        (told,) = recorded(definition, given)
        assert told[:10] == "2027-03-01"
