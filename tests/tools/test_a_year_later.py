"""tools/a_year_later.py lets a year pass in the sample: the follow-up finds all that happened, and on its day."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
import shapely
from conftest import ROOT, read_layer

pytestmark = pytest.mark.process

HAPPENED = {
    "nedrevet": (2, "2027-09-14"),
    "vaek": (1, "2027-10-04"),
    "nyt_id": (1, "2028-01-17"),
    "andet_omrids": (2, None),
}
"""Events of designated buildings that nothing else than the script brings about: how many, and their day."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("aaret_efter")


@pytest.fixture(scope="module")
def later(process, folder):
    def run(tool, *given):
        done = process("run", f"lyngby_heritage:{tool}", "--", *given)
        assert done.code == 0, done.log

    def layers(file, **roles):
        return [f"{role}={file}|layername={layer}" for role, layer in roles.items()]

    sample, registers = folder / "eksempel.gpkg", folder / "registre.gpkg"
    read = {"SAVE": "fbb", "SAVE_SECOND": "bygningsvurdering", "FOOTPRINTS": "geodanmark_bygning", "BBR": "bbr"}
    run("createsampledata", "PROPERTY_COUNT=600", f"OUTPUT={sample}")
    run("preparebuildings", *layers(sample, **read), f"OUTPUT={folder / 'foer.gpkg'}")
    run("classifybuildings", f"BUILDINGS={folder / 'foer.gpkg'}", f"OUTPUT={folder / 'udpeget.gpkg'}")
    plots = {"PARCELS": "jordstykker", "ZONES": "zoner", "PLANS": "lokalplaner", "FLOORS": "etager"}
    designated = f"BUILDINGS={folder / 'udpeget.gpkg'}"
    run("checkplotratio", *layers(sample, **plots), designated, f"OUTPUT={folder / 'grunde.gpkg'}")
    run(
        "exportlokalplan",
        *(designated, f"PROPERTIES={folder / 'grunde.gpkg'}", *layers(sample, PLANS="lokalplaner")),
        *("PLAN_NUMBER=300", "STATE=2", "ADOPTED=2027-04-19", "PUBLISHED=2027-04-26", f"FOLDER={folder / 'plan'}"),
    )
    package = folder / "plan" / "kulturhistorisk_lokalplan.gpkg"
    script = [sys.executable, ROOT / "tools" / "a_year_later.py", sample, package, registers]
    subprocess.run(script, check=True, capture_output=True, timeout=60)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LYNGBY_HERITAGE_DAY", "2028-05-01")
        run("preparebuildings", *layers(registers, **read), f"OUTPUT={folder / 'nu.gpkg'}")
        run(
            "followdesignations",
            *(f"PLAN={folder / 'plan'}", f"BUILDINGS={folder / 'nu.gpkg'}"),
            *layers(registers, BBR="bbr", PLANS="lokalplaner"),
            f"OUTPUT={folder / 'liste.gpkg'}",
        )
    return read_layer(folder / "liste.gpkg")


def area(file, query):
    """The area of the only geometry that a GeoPackage answers a query with, behind its header."""
    with closing(sqlite3.connect(file)) as database:
        ((held,),) = database.execute(query).fetchall()
    return shapely.from_wkb(held[8 + (0, 32, 48, 48, 64)[held[3] >> 1 & 7] :]).area


def test_the_adopted_plan_is_registered_with_its_own_area_and_days(later, folder):
    (plan,) = [one for one in read_layer(folder / "registre.gpkg", "lokalplaner") if one["plannr"] == "300"]
    assert (plan["datovedt"], plan["datoikraft"]) == (20270419, 20270426)
    package = folder / "plan" / "kulturhistorisk_lokalplan.gpkg"
    registered = area(folder / "registre.gpkg", "SELECT geom FROM lokalplaner WHERE plannr = '300'")
    assert registered == pytest.approx(area(package, "SELECT geom FROM planomraade"), rel=1e-6)


@pytest.mark.parametrize("kind", HAPPENED)
def test_what_happened_is_found_on_its_day(later, kind):
    found = [row["dato"] for row in later if row["haendelse"] == kind]
    count, day = HAPPENED[kind]
    assert found == [day] * count


def test_all_else_happens_too_and_nothing_is_told_of_the_plan_itself(later):
    kinds = {row["haendelse"] for row in later}
    assert kinds == {*HAPPENED, "ombygget", "anden_vaerdi", "lokalplan"}
    assert not [row for row in later if "lokalplan 300" in row["efter"]]
    rebuilt = [row["efter"] for row in later if row["haendelse"] == "ombygget"]
    assert any("ombygningsår 2027, anvendelse detailhandel" in one for one in rebuilt)
