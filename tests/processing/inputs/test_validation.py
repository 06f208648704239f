"""What `validatedata` is given beside the layers of buildings and plans, by the real qgis_process.

Tables of a hearing hold names, addresses, ids and what people wrote: nothing of it may come out.
"""

import json

import pytest
from builders import square
from conftest import read_layer, write_layer
from terrain import write_tile

pytestmark = pytest.mark.process

EAST, NORTH = 720_000, 6_190_000
OWNERS = "bfe;navn;adresse;postnr;by;rolle;cpr\n"
ANSWERS = "svar_id;afsender;dato;bygning_id;tekst;konsekvens;beslutning\n"
SECRETS = ("Jensine", "Egevej 41", "0101901234", "holder af")


def house(x, id="a"):
    return (square(EAST + x, NORTH - 100, 10), id, 4)


@pytest.fixture
def buildings(tmp_path):
    return write_layer(tmp_path / "b.gpkg", "bygninger", [house(0)], ("bygning_id:text", "save_vaerdi:int"))


@pytest.fixture
def findings(process, tmp_path):
    """Run with a report, and give the findings as (input, rule, row), with all that was written under `told`."""

    def run(**parameters):
        target, page = tmp_path / "ud" / "fund.gpkg", tmp_path / "ud" / "fund.html"
        target.parent.mkdir(exist_ok=True)
        given = [f"{name}={value}" for name, value in (parameters | {"OUTPUT": target, "OUTPUT_HTML": page}).items()]
        done = process("run", "lyngby_heritage:validatedata", "--json", "--", *given)
        assert done.code == 0, done.log
        rows = read_layer(target)
        run.texts = {row["regel"]: row["tekst"] for row in rows}
        run.told = json.dumps(rows) + page.read_text(encoding="utf-8") + done.log + done.out
        return [(row["indgang"], row["regel"], row["raekke"]) for row in rows]

    return run


def table(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_every_further_input_is_read_and_without_fault_told_nothing_of(findings, tmp_path, buildings):
    told = findings(
        BUILDINGS=buildings,
        SAVE_SECOND=write_layer(
            tmp_path / "g.gpkg", "bygningsvurdering", [house(0)], ("bygning_id:text", "bevaringsvaerdi:int")
        ),
        UNITS=table(tmp_path / "e.csv", "id_lokalId;bygning;enh023Boligtype;status\nu1;a;1;7\n"),
        ENVIRONMENTS=write_layer(
            tmp_path / "k.gpkg",
            "kulturmiljoeer",
            [(square(EAST, NORTH - 100, 90), "Byen", "udpeg", "Helt", "Byrådet", "2026-01-20")],
            ("navn:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text"),
        ),
        OWNERS=table(tmp_path / "ejere.csv", OWNERS + "7;Jensine;Egevej 41;2800;Lyngby;ejer;0101901234\n"),
        OTHERS=table(tmp_path / "andre.csv", "navn;adresse;postnr;by;type\nMuseet;Vej 1;2800;Lyngby;myndighed\n"),
        ANSWERS=table(tmp_path / "svar.csv", ANSWERS + "1;Jensine;2027-01-11;a;Jeg er holder af huset;;\n"),
        DEM=write_tile(tmp_path, NORTH // 1000 - 1, EAST // 1000),
    )
    assert [one for one in told if one[0] != "BUILDINGS"] == []
    assert "Terrain model: " in findings.told
    assert not [one for one in SECRETS if one in findings.told]


@pytest.mark.parametrize("parameter", ["UNITS", "SAVE_SECOND", "ENVIRONMENTS", "OWNERS", "OTHERS", "ANSWERS", "DEM"])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(findings, tmp_path, buildings, parameter):
    broken = tmp_path / ("hoejder.tif" if parameter == "DEM" else "lag.gpkg")
    broken.write_bytes(b"II*\0afbrudt" if parameter == "DEM" else b"SQLite format 3\0afbrudt")
    told = findings(BUILDINGS=buildings, **{parameter: broken})
    assert (parameter, "lag_ulaeseligt", None) in told
    assert f"{broken.stem} cannot be read whole and is not checked" in findings.told
    assert f"Theme layers: {broken.stem}" not in findings.told
    assert [one for one in told if one[0] == "BUILDINGS"]


def test_a_terrain_model_that_the_tools_refuse_is_a_finding_with_their_reason(findings, tmp_path, buildings):
    told = findings(BUILDINGS=buildings, DEM=write_tile(tmp_path, 6189, 720, epsg=3857))
    assert [one for one in told if one[0] == "DEM"] == [("DEM", "terraen_afvises", None)]
    assert "EPSG:3857" in findings.texts["terraen_afvises"]


def test_of_a_text_in_the_wrong_encoding_only_the_letters_are_told(findings, tmp_path):
    owners = table(tmp_path / "ejere.csv", OWNERS + "7;Jensine MÃ¸ller;Egevej 41;2800;Lyngby;ejer;\n")
    assert ("OWNERS", "tekst_forkert_kodet", 1) in findings(OWNERS=owners)
    assert "»Ã¸«" in findings.texts["tekst_forkert_kodet"]
    assert not [one for one in SECRETS if one in findings.told]


def test_a_table_of_owners_without_its_columns_is_told_without_what_stands_in_it(findings, tmp_path):
    owners = table(tmp_path / "ejere.csv", "Jensine;Egevej 41;0101901234\nJensine;Egevej 41;0101901234\n")
    assert [one[1] for one in findings(OWNERS=owners)].count("felt_mangler") == 2
    assert not [one for one in SECRETS if one in findings.told]


def test_a_row_of_people_is_told_by_its_number_and_nothing_else(findings, tmp_path):
    rows = ["7;Jensine;Egevej 41;2800;Lyngby;ejer;0101901234", "7 a;Jensine;;2800;Lyngby;moster;", ";;;;;;"]
    told = findings(OWNERS=table(tmp_path / "ejere.csv", OWNERS + "\n".join(rows) + "\n"))
    assert sorted(told) == [
        ("OWNERS", "ejer_bfe_ulaeseligt", 2),
        ("OWNERS", "part_uden_vej", 2),
        ("OWNERS", "part_ukendt_rolle", 2),
    ]
    assert not [one for one in (*SECRETS, "moster", "7 a") if one in findings.told]


def test_the_addresses_of_two_rows_of_one_owner_reach_both(findings, tmp_path):
    """A letter goes to the receiver, not to the row: whoever has an id on one row is reached for all."""
    rows = ["7;Jensine;Egevej 41;2800;Lyngby;ejer;0101901234", "8;Jensine;Egevej 41;;;ejer;0101901234"]
    assert findings(OWNERS=table(tmp_path / "ejere.csv", OWNERS + "\n".join(rows) + "\n")) == []


def test_of_answers_no_word_is_told(findings, tmp_path, buildings):
    rows = [
        "1;Jensine;2027-01-11;a;Jeg er holder af huset;;",
        "1;Jens;2027-01-11;a;Det er vi;Jensine;Jensine",
        "2;Jens;i forgårs;0101901234;;ingen;udpeg",
    ]
    told = findings(BUILDINGS=buildings, ANSWERS=table(tmp_path / "svar.csv", ANSWERS + "\n".join(rows) + "\n"))
    assert sorted(one for one in told if one[0] == "ANSWERS") == [
        ("ANSWERS", "svar_beslutning_ulaeselig", 2),
        ("ANSWERS", "svar_dato_ulaeselig", 3),
        ("ANSWERS", "svar_flere_afsendere", 2),
        ("ANSWERS", "svar_konsekvens_ulaeselig", 2),
        ("ANSWERS", "svar_uden_tekst", 3),
        ("ANSWERS", "svar_ukendt_bygning", 3),
    ]
    assert "svar_id som række 1," in findings.texts["svar_flere_afsendere"]
    assert not [one for one in (*SECRETS, "forgårs") if one in findings.told]


def test_buildings_beyond_the_terrain_model_are_counted(findings, tmp_path):
    """The tile reaches from 720,000 to 721,000 east: of three houses one lies beyond it."""
    rows = [house(0, "a"), house(500, "b"), house(1200, "c")]
    town = write_layer(tmp_path / "by.gpkg", "bygninger", rows, ("bygning_id:text", "save_vaerdi:int"))
    assert ("DEM", "terraen_uden_hoejder", None) in findings(BUILDINGS=town, DEM=write_tile(tmp_path, 6189, 720))
    assert "ved 1 af 3 objekter i bygninger" in findings.texts["terraen_uden_hoejder"]
