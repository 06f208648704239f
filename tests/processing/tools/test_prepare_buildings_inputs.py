"""`preparebuildings` by the real qgis_process with two sources of SAVE values, and with BBR's units."""

import re

import pytest
from builders import square
from canonical import CANONICAL
from conftest import read_layer, write_layer

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
A, B, C, D = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abcd")
FBB = ("bygningsid:int", "bevaringsvaerdi:int", "adresse:text", "ois_id:text")
GEOFA = {
    "long": "bbr_uuid bevaringsmaessig_vaerdi arkitektonisk_vaerdi kulturhistorisk_vaerdi registreringsdato "
    "bevaringsvaerdig bevaringsaarsag_kode statuskode",
    "ten characters": "bbr_uuid bev_kar ark_kar kul_kar reg_dato bev_status bev_bggr_k statuskode",
}
GEOFA_KINDS = "text int int int date bool int int"
BBR = ("id_lokalId:text", "status:text", "byg021BygningensAnvendelse:text", "byg024AntalLejlighederMedKøkken:int")
UNITS = ("id_lokalId:text", "status:text", "bygning:text", "enh020EnhedensAnvendelse:text", "enh023Boligtype:text")


def at(x):
    return f"POINT ({EAST + x} {NORTH + 5})"


@pytest.fixture(scope="module")
def tool(process):
    """Run a tool with these parameters and read its answer as JSON."""

    def run(name, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", f"lyngby_heritage:{name}", "--json", "--", *given)

    return run


@pytest.fixture(params=GEOFA)
def town(request, tmp_path):
    """Two houses of which the registers differ or agree, one that FBB alone knows, and one that is in no BBR."""
    path = tmp_path / "registre.gpkg"
    fbb = [
        (at(5), 1, 4, "Vej 1", A),
        (at(35), 2, 3, "Vej 3", B),
        (at(65), 3, 6, "Vej 5", C),
        (at(95), 4, 5, "Vej 7", D),
    ]
    geofa = [
        (square(EAST, NORTH), A, 2, 3, 4, "2019-03-12", True, 2, 3),
        (square(EAST + 30, NORTH), B, 3, 0, 3, "2005-06-01", False, 0, 3),
        (square(EAST + 90, NORTH), D, 7, None, None, None, False, 0, 3),
    ]
    fields = [f"{name}:{kind}" for name, kind in zip(GEOFA[request.param].split(), GEOFA_KINDS.split(), strict=True)]
    bbr = [(at(30 * row + 5), id, "6", "140", 0) for row, id in enumerate((A, B, C))]
    units = [(None, "e1", "7", A, "140", "1"), (None, "e2", "7", A, "140", "1"), (None, "e3", "7", B, "320", "E")]
    return {
        "SAVE": write_layer(path, "fbb", fbb, FBB, kind="POINT"),
        "SAVE_SECOND": write_layer(path, "bygningsvurdering", geofa, fields),
        "BBR": write_layer(path, "bbr", bbr, BBR, kind="POINT"),
        "UNITS": write_layer(path, "enheder", units, UNITS, kind="NONE"),
    }


def test_geofa_comes_before_fbb_and_each_difference_is_listed(tool, town, tmp_path):
    run = tool("preparebuildings", **town, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert list(rows[0])[1:24] == CANONICAL
    assert [(r["bygning_id"], r["save_vaerdi"], r["fbb_id"]) for r in rows] == [
        (A, 2, 1),
        (B, 3, 2),
        (C, 6, 3),
        (D, 7, 4),
    ]
    assert [r["gaeldende_udpegning"] for r in rows] == ["kommuneplan", "ingen", None, "ingen"]
    assert [(r["save_arkitektonisk"], r["save_kulturhistorisk"], r["save_dato"]) for r in rows] == [
        (3, 4, "2019-03-12"),
        (None, 3, "2005-06-01"),
        (None, None, None),
        (None, None, None),
    ]
    assert [r["boliger"] for r in rows] == [2, None, None, None]  # byg024 is 0 on all of them
    rest = read_layer(tmp_path / "rest.gpkg")
    assert [(r["lag"], r["raekke"], r["udfald"], r["save_vaerdi"]) for r in rest] == [
        ("SAVE_SECOND", 3, "ikke_koblet", 7),
        ("SAVE", 1, "afvigende", 4),
        ("SAVE", 4, "afvigende", 5),
    ]
    assert rest[1]["aarsag"] == (
        "FBB har værdi 4, og GeoFA har 2 (12. marts 2019). Brugt er 2: GeoFA går forud, da FBB ikke har dato."
    )
    assert run.results["DIFFERENCE_COUNT"] == 2
    assert run.results["SAVE_UNMATCHED_COUNT"] == run.results["UNMATCHED_COUNT"] == 1
    assert "SAVE is read as FBB, SAVE_SECOND as GeoFA. Where they differ, GeoFA comes first" in run.log
    assert "To be settled: of 2 buildings the two SAVE layers do not say the same." in run.log
    assert set(re.findall(r"(\d+) unaccounted for", run.log)) == {"0"}


@pytest.mark.parametrize(("prefer", "values"), [(1, [4, 3, 6, 5]), (2, [2, 3, 6, 7])])
def test_prefer_turns_it_round(tool, town, tmp_path, prefer, values):
    run = tool("preparebuildings", **town, PREFER=prefer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [r["save_vaerdi"] for r in read_layer(tmp_path / "ud.gpkg")] == values


def test_one_layer_is_no_second_source_of_itself(tool, town, tmp_path):
    run = tool("preparebuildings", **{**town, "SAVE_SECOND": town["SAVE"]}, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code != 0
    assert "SAVE_SECOND" in run.log


def test_a_second_source_without_values_or_units_without_buildings_are_refused(tool, town, tmp_path):
    lacking = {"SAVE_SECOND": town["UNITS"].replace("enheder", "bbr"), "UNITS": town["SAVE"]}
    for name, layer in lacking.items():
        run = tool("preparebuildings", SAVE=town["SAVE_SECOND"], **{name: layer}, OUTPUT=tmp_path / "ud.gpkg")
        assert run.code != 0
        assert name in run.log


def test_the_reason_of_a_designation_tells_the_sub_values(tool, town, tmp_path):
    assert tool("preparebuildings", **town, OUTPUT=tmp_path / "klar.gpkg").code == 0
    run = tool("classifybuildings", BUILDINGS=tmp_path / "klar.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    reasons = [r["begrundelse"] for r in read_layer(tmp_path / "ud.gpkg")]
    assert reasons[0] == (
        "SAVE-værdi 2. Udpeges: bygningen har høj bevaringsværdi (1–3). SAVE's delværdier: arkitektonisk 3, "
        "kulturhistorisk 4."
    )
    assert reasons[1].endswith("SAVE's delværdier: kulturhistorisk 3.")
    assert "delværdier" not in reasons[2]
