"""tools/a_year_later.py lets a year pass in the sample: the follow-up finds all that happened, and on its day."""

import subprocess
import sys

import pytest
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
def later(process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("aaret_efter")

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
        *("PLAN_NUMBER=300", "STATE=2", "ADOPTED=2027-04-19", f"FOLDER={folder / 'plan'}"),
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
