"""`fetchofficialdata` by the real qgis_process, from services on this machine: nobody can ask the real ones here."""

import json
import os
import sqlite3
from contextlib import closing
from unittest import mock

import pytest
from conftest import qgis_process, read_layer, write_layer
from services import catalogue, point, serving, square, zipped

pytestmark = pytest.mark.process
PLAN, MEADOW, BARE = "pdk:theme_pdk_lokalplan_vedtaget", "dai:bes_naturtyper", "dai:fredede_omr"
EAST, NORTH = 720000, 6180000
KEY = "hemmelig42"
PLANS = [
    (
        {"id": n, "komnr": 173, "plannavn": f"Lokalplan {n} æøå", "bebygpct": 30.5, "iomfangreg": n == 0},
        square(EAST + 100 * n, NORTH),
    )
    for n in range(25)
]
ELSEWHERE = [({"id": 900, "komnr": 101, "plannavn": "København", "bebygpct": 110.0, "iomfangreg": False}, square(0, 0))]
MEADOWS = [({"Objekt_id": n, "Natyp_navn": "Mose", "ID": "a"}, square(EAST + 1000 * n, NORTH)) for n in range(7)]
FAR = [({"Objekt_id": 99, "Natyp_navn": "Hede", "ID": "b"}, square(EAST - 90_000, NORTH))]
BUILDINGS = "id_lokalId,status,kommunekode,byg021BygningensAnvendelse\n" + "".join(
    f"{number},6,0173,120\n" for number in range(9)
)
BBR_FILE = "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646"
BOX = "{west},{south},{east},{north},EPSG:25832"
PLANDATA = {
    "id": "plandata",
    "page": 10,
    "layers": [
        {
            "layer": PLAN,
            "table": "lokalplaner",
            "filter": "komnr={number}",
            "sort": "id",
            "id": "id",
            "municipality": "komnr",
        }
    ],
}
PORTAL = {"id": "portal", "page": 3, "layers": [{"layer": MEADOW, "box": BOX, "id": "Objekt_id"}]}


def fildownload(server, *entities):
    layers = [{"layer": f"BBR {one}", "table": table, "form": "csv"} for one, table in entities]
    more = {"addresses": [f"{server.address}/files"], "file_address": f"{server.address}/file", "key": "apiKey"}
    return {"id": "bbr", "protocol": "Fildownload", **more, "layers": layers}


@pytest.fixture
def served():
    """The services as they are on a good day."""
    files = {
        ("BBR", "Bygning"): [
            {
                "fileName": f"{BBR_FILE}.zip",
                "containedFileFormat": "csv",
                "generationTime": "2026-11-20T01:00:00Z",
                "content": zipped(f"{BBR_FILE}.csv", BUILDINGS),
            }
        ]
    }
    with serving({f"{PLAN}_v": [*PLANS, *ELSEWHERE], MEADOW: [*MEADOWS, *FAR], BARE: []}, files) as server:
        yield server


@pytest.fixture
def fetch(tmp_path):
    """Run the tool on these services and read its answer as JSON."""

    def run(server, *services, env=None, **parameters):
        own = tmp_path / "tjenester.json"
        own.write_text(catalogue(server, *services), encoding="utf-8")
        given = {
            "SERVICES": ",".join(one["id"] for one in services),
            "MUNICIPALITY": "0173",
            "CATALOGUE": str(own),
            "OUTPUT": str(tmp_path / "registre.gpkg"),
            **parameters,
        }
        text = json.dumps({"inputs": {name: value for name, value in given.items() if value is not None}})
        return qgis_process("run", "lyngby_heritage:fetchofficialdata", "--json", "-", stdin=text, env=env)

    return run


def table(output):
    """Layer → its row in the table of what was asked for."""
    with closing(sqlite3.connect(output)) as database:
        database.row_factory = sqlite3.Row
        return {row["lag"]: dict(row) for row in database.execute("SELECT * FROM hentning")}


def layers(output):
    with closing(sqlite3.connect(output)) as database:
        return {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}


def results(done):
    return tuple(done.results[name] for name in ("LAYER_COUNT", "FEATURE_COUNT", "UNKNOWN_COUNT"))


def test_all_pages_of_the_municipality_s_rows_under_the_name_that_the_layer_has_today(served, fetch, tmp_path):
    done = fetch(served, PLANDATA)
    assert done.code == 0, done.log
    assert results(done) == (1, 25, 0)
    found = read_layer(tmp_path / "registre.gpkg", "lokalplaner")
    assert [one["id"] for one in found] == list(range(25))
    first = found[0]
    assert (first["plannavn"], first["bebygpct"], first["iomfangreg"]) == ("Lokalplan 0 æøå", 30.5, True)
    row = table(tmp_path / "registre.gpkg")[PLAN]
    assert (row["tjeneste"], row["fundet"], row["hentet"], row["skrevet"]) == ("plandata", 25, 25, 25)
    assert (row["resultat"], row["kommune"], row["tabel"]) == ("hentet", "0173", "lokalplaner")
    assert f"typeNames={PLAN}_v&" in row["adresse"]


def test_the_layer_lies_where_the_service_has_it(served, fetch, tmp_path):
    assert fetch(served, PLANDATA).code == 0
    with closing(sqlite3.connect(tmp_path / "registre.gpkg")) as database:
        extent = database.execute(
            "SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'lokalplaner'"
        ).fetchone()
    assert extent == (EAST, NORTH, EAST + 2500, NORTH + 100, 25832)


def test_a_service_that_overlooks_the_filter_gives_no_other_municipality_s_rows(served, fetch, tmp_path):
    open_to_all = {**PLANDATA, "layers": [{**PLANDATA["layers"][0], "filter": ""}]}
    done = fetch(served, open_to_all)
    assert results(done) == (1, 25, 0)
    assert "1 row is of other municipalities and left out" in done.log
    row = table(tmp_path / "registre.gpkg")[PLAN]
    assert (row["fundet"], row["hentet"], row["skrevet"]) == (26, 26, 25)


def test_a_layer_that_knows_no_municipalities_is_asked_for_round_the_plans(served, fetch, tmp_path):
    """The plans reach from 720,000 to 722,500 m east; with 1,000 m round them, 3 of the 7 meadows begin within."""
    done = fetch(served, PORTAL, PLANDATA)
    assert done.code == 0, done.log
    found = read_layer(tmp_path / "registre.gpkg", "bes_naturtyper")
    assert [one["Objekt_id"] for one in found] == [0, 1, 2, 3]
    assert (
        f"bbox={EAST - 1000},{NORTH - 1000},{EAST + 3500},{NORTH + 1100},EPSG:25832"
        in (table(tmp_path / "registre.gpkg")[MEADOW]["adresse"])
    )


def test_fields_whose_names_differ_by_case_alone_are_both_there(served, fetch, tmp_path):
    served.layers[MEADOW] = [({"Objekt_id": 1, "Id": "et", "ID": "to"}, square(EAST, NORTH))]
    assert fetch(served, PLANDATA, PORTAL).code == 0
    (found,) = read_layer(tmp_path / "registre.gpkg", "bes_naturtyper")
    assert (found["id"], found["Id_2"], found["ID_3"]) == ("lag.0", "et", "to"), "the service's own id is one more"


def test_without_area_and_plans_such_a_layer_is_not_asked_for(served, fetch, tmp_path):
    done = fetch(served, PORTAL)
    assert done.code != 0
    assert "Give AREA" in done.log
    assert not (tmp_path / "registre.gpkg").exists()


def test_only_what_meets_the_area(served, fetch, tmp_path):
    """A square of 140 m inside the first plan's corner meets the first two plans."""
    area = write_layer(tmp_path / "omraade.gpkg", "omraade", [(square_wkt(EAST + 10, NORTH + 10, 140),)])
    done = fetch(served, PLANDATA, PORTAL, AREA=str(area))
    assert done.code == 0, done.log
    assert [one["id"] for one in read_layer(tmp_path / "registre.gpkg", "lokalplaner")] == [0, 1]
    assert "23 rows do not meet AREA and are left out" in done.log


def square_wkt(west, south, side):
    east, north = west + side, south + side
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def test_coordinates_in_degrees_are_turned_into_metres(served, fetch, tmp_path):
    """12.5° E, 55.8° N is 719,363 m east and 6,189,365 m north in EPSG:25832 by pyproj."""
    served.layers[f"{PLAN}_v"] = [({"id": 1, "komnr": 173}, point(12.5, 55.8))]
    assert fetch(served, PLANDATA).code == 0
    with closing(sqlite3.connect(tmp_path / "registre.gpkg")) as database:
        east, north = database.execute(
            "SELECT min_x, min_y FROM gpkg_contents WHERE table_name = 'lokalplaner'"
        ).fetchone()
    assert (round(east), round(north)) == (719363, 6189365)


def test_rows_without_a_place_are_a_table(served, fetch, tmp_path):
    served.layers[f"{PLAN}_v"] = [({"id": number, "komnr": 173}, None) for number in range(3)]
    done = fetch(served, PLANDATA)
    assert results(done) == (1, 3, 0), done.log
    with closing(sqlite3.connect(tmp_path / "registre.gpkg")) as database:
        kind = database.execute("SELECT data_type FROM gpkg_contents WHERE table_name = 'lokalplaner'").fetchone()
    assert kind == ("attributes",)


def test_a_row_without_a_place_among_others_is_kept(served, fetch, tmp_path):
    served.layers[f"{PLAN}_v"] = [({"id": 1, "komnr": 173}, None), ({"id": 2, "komnr": 173}, square(EAST, NORTH))]
    assert results(fetch(served, PLANDATA)) == (1, 2, 0)
    assert [one["id"] for one in read_layer(tmp_path / "registre.gpkg", "lokalplaner")] == [1, 2]


@pytest.mark.parametrize(
    ("breaks", "result", "words"),
    [
        ("down", "intet_svar", "HTTP-status 503"),
        ("a web page", "intet_svar", "webside"),
        ("an exception", "intet_svar", "Ingen forbindelse til databasen"),
        ("overlapping pages", "ufuldstaendig", "24 rækker kom to gange"),
        ("a row that never comes", "ufuldstaendig", "25 af 26 rækker"),
        ("half an answer", "intet_svar", "svaret blev afbrudt"),
    ],
)
def test_what_is_not_whole_is_not_written_and_not_taken_for_nothing(served, fetch, tmp_path, breaks, result, words):
    with serving({BARE: []}) as sound:
        served.breaks = breaks
        other = {"id": "andet", "addresses": [f"{sound.address}/wfs"], "layers": [{"layer": BARE}]}
        done = fetch(served, PLANDATA, other)
    assert done.code == 0, done.log
    assert done.results["UNKNOWN_COUNT"] == 1
    assert "lokalplaner" not in layers(tmp_path / "registre.gpkg")
    row = table(tmp_path / "registre.gpkg")[PLAN]
    assert (row["resultat"], row["skrevet"]) == (result, None)
    assert words in row["forklaring"]


def test_pages_that_are_shorter_than_asked_for_are_followed_to_the_end(served, fetch):
    served.most = 4
    assert results(fetch(served, PLANDATA)) == (1, 25, 0)


def test_a_service_that_does_not_say_how_many_rows_it_has(served, fetch, tmp_path):
    served.counts = False
    assert results(fetch(served, PLANDATA)) == (1, 25, 0)
    assert table(tmp_path / "registre.gpkg")[PLAN]["fundet"] is None


def test_a_layer_that_the_service_does_not_have(served, fetch, tmp_path):
    done = fetch(served, {**PLANDATA, "layers": [*PLANDATA["layers"], {"layer": "dmp:SKOVBYGGELINJE"}]})
    assert results(done) == (1, 25, 1)
    assert table(tmp_path / "registre.gpkg")["dmp:SKOVBYGGELINJE"]["resultat"] == "findes_ikke"


def test_no_rows_are_nothing_only_where_the_service_gives_something_where_it_is_known_to_have_it(
    served, fetch, tmp_path
):
    known = [
        {"layer": BARE, "filter": "komnr={number}"},
        {"layer": MEADOW, "box": BOX, "known": [EAST, NORTH, EAST + 9, NORTH + 9]},
    ]
    served.layers[MEADOW] = MEADOWS[:1]
    far = write_layer(tmp_path / "langt.gpkg", "langt", [(square_wkt(EAST + 50_000, NORTH, 10),)])
    done = fetch(served, {"id": "portal", "layers": known}, AREA=str(far))
    assert results(done) == (2, 0, 0), done.log
    assert {layer: row["resultat"] for layer, row in table(tmp_path / "registre.gpkg").items()} == {
        BARE: "ingen",
        MEADOW: "ingen",
    }
    assert read_layer(tmp_path / "registre.gpkg", "fredede_omr") == []
    served.layers[MEADOW] = []
    done = fetch(served, {"id": "portal", "layers": known}, AREA=str(far))
    assert table(tmp_path / "registre.gpkg")[MEADOW]["resultat"] == "beholdt", "what an earlier run knew is kept"
    (tmp_path / "registre.gpkg").unlink()
    done = fetch(served, {"id": "portal", "layers": known}, AREA=str(far))
    row = table(tmp_path / "registre.gpkg")[MEADOW]
    assert (row["resultat"], done.results["UNKNOWN_COUNT"]) == ("ukendt", 1)


def test_what_cannot_be_fetched_now_is_kept_from_the_run_before_and_said_to_be_old(served, fetch, tmp_path):
    assert fetch(served, PLANDATA).code == 0
    before = table(tmp_path / "registre.gpkg")[PLAN]
    served.breaks = "down"
    done = fetch(served, PLANDATA)
    assert results(done) == (1, 25, 1)
    after = table(tmp_path / "registre.gpkg")[PLAN]
    assert (after["resultat"], after["tid"], after["skrevet"]) == ("beholdt", before["tid"], 25)
    assert len(read_layer(tmp_path / "registre.gpkg", "lokalplaner")) == 25


def test_another_municipality_s_rows_are_not_kept(served, fetch, tmp_path):
    assert fetch(served, PLANDATA).code == 0
    before = (tmp_path / "registre.gpkg").read_bytes()
    served.breaks = "down"
    done = fetch(served, PLANDATA, MUNICIPALITY="0159")
    assert done.code != 0
    assert "Nothing was fetched, and nothing written" in done.log
    assert (tmp_path / "registre.gpkg").read_bytes() == before, "what was there is as it was"


def test_the_second_address_where_the_first_does_not_answer(served, fetch):
    first = f"http://127.0.0.1:{unused_port()}/wfs"
    done = fetch(served, {**PLANDATA, "addresses": [first, f"{served.address}/wfs"]})
    assert results(done) == (1, 25, 0)


def unused_port():
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


# Fildownload and the key ----------------------------------------------------------------------------------------------


def test_a_file_of_fildownload_with_the_key_of_the_environment_which_is_never_shown(served, fetch, tmp_path):
    served.key = KEY
    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": KEY}):
        done = fetch(served, fildownload(served, ("Bygning", "bbr"), ("Etage", "etager")))
    assert done.code == 0, done.log
    assert len(read_layer(tmp_path / "registre.gpkg", "bbr")) == 9
    rows = table(tmp_path / "registre.gpkg")
    assert {layer: row["resultat"] for layer, row in rows.items()} == {"BBR Bygning": "hentet", "BBR Etage": "ukendt"}
    assert KEY not in done.log + done.out + str(rows)
    assert any(KEY in address for address in served.asked), "it was asked with"
    assert rows["BBR Bygning"]["adresse"].endswith(f"/file?Filename={BBR_FILE}.zip")


def test_a_geopackage_of_fildownload(served, fetch, tmp_path):
    stem = "GEODKV_V3_Bygning_0173_TotalDownload_gpkg_Current_626"
    write_layer(tmp_path / f"{stem}.gpkg", "bygning", [(square_wkt(EAST, NORTH, 10), "a1")], ("bbruuid:text",))
    served.files["GEODKV", "Bygning"] = [
        {
            "fileName": f"{stem}.zip",
            "containedFileFormat": "gpkg",
            "content": zipped(f"{stem}.gpkg", (tmp_path / f"{stem}.gpkg").read_bytes()),
        }
    ]
    service = fildownload(served)
    service["layers"] = [{"layer": "GEODKV Bygning", "table": "geodanmark_bygning", "form": "gpkg"}]
    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": KEY}):
        done = fetch(served, service)
    assert done.code == 0, done.log
    (found,) = read_layer(tmp_path / "registre.gpkg", "geodanmark_bygning")
    assert found["bbruuid"] == "a1"


def test_a_wrong_key_is_said_and_neither_shown_nor_what_the_service_answers(served, fetch):
    served.key = "den rigtige"
    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": KEY}):
        done = fetch(served, fildownload(served, ("Bygning", "bbr")))
    assert done.code != 0
    assert "was refused (HTTP status 401)" in done.log
    assert KEY not in done.log
    assert "DAF-AUTH" not in done.log


def test_a_file_that_is_not_the_one_of_the_list(served, fetch, tmp_path):
    (served.files["BBR", "Bygning"][0])["md5Hash"] = "0" * 32
    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": KEY}):
        done = fetch(served, PLANDATA, fildownload(served, ("Bygning", "bbr")))
    assert done.code == 0, done.log
    row = table(tmp_path / "registre.gpkg")["BBR Bygning"]
    assert row["resultat"] == "ufuldstaendig"
    assert "kontrolsum" in row["forklaring"]


def test_files_of_different_weeks_are_told_of(served, fetch):
    stem = "BBR_V3_Etage_0173_TotalDownload_csv_Current_640"
    served.files["BBR", "Etage"] = [
        {
            "fileName": f"{stem}.zip",
            "containedFileFormat": "csv",
            "generationTime": "2026-11-06T01:00:00Z",
            "content": zipped(f"{stem}.csv", "id_lokalId,bygning,eta006BygningensEtagebetegnelse\n1,1,st\n"),
        }
    ]
    with mock.patch.dict(os.environ, {"LYNGBY_API_KEY": KEY}):
        done = fetch(served, fildownload(served, ("Bygning", "bbr"), ("Etage", "etager")))
    assert "the files are from 2026-11-06 to 2026-11-20" in done.log


# What is refused before anything is asked -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            {"SERVICES": "plandata,bbb"},
            "SERVICES = plandata,bbb cannot be used. Expected is one or more of: 0 = plandata",
        ),
        ({"MUNICIPALITY": ""}, "MUNICIPALITY: the code of the municipality is needed"),
        ({"MUNICIPALITY": "Lyngby"}, "MUNICIPALITY: 'Lyngby' is no code"),
        ({"AUTH": KEY}, "AUTH is no authentication configuration of this QGIS"),
        ({"OUTPUT": "ud.shp"}, "must end in .gpkg"),
        ({"CATALOGUE": "findes-ikke.json"}, "CATALOGUE: findes-ikke.json cannot be read"),
        ({"OUTPUT": "TEMPORARY_OUTPUT"}, "OUTPUT"),
    ],
)
def test_what_is_refused(served, fetch, tmp_path, given, words):
    done = fetch(served, PLANDATA, **given)
    assert done.code != 0
    assert words in done.log
    assert "Traceback" not in done.log
    assert served.asked == []
    assert not (tmp_path / "registre.gpkg").exists()
    shown = done.log.replace(json.dumps(KEY), "")  # QGIS itself repeats what it was given
    assert KEY not in shown.partition("AUTH is no")[2]


def test_a_file_of_somebody_s_own_is_not_replaced(served, fetch, tmp_path):
    write_layer(tmp_path / "registre.gpkg", "mine_noter", [(square_wkt(EAST, NORTH, 10),)])
    before = (tmp_path / "registre.gpkg").read_bytes()
    done = fetch(served, PLANDATA)
    assert done.code != 0
    assert "holds what no run of the tool wrote (mine_noter)" in done.log
    assert (tmp_path / "registre.gpkg").read_bytes() == before
    assert served.asked == []


def test_a_service_with_a_key_wants_one(served, fetch):
    with mock.patch.dict(os.environ):
        os.environ.pop("LYNGBY_API_KEY", None)
        done = fetch(served, fildownload(served, ("Bygning", "bbr")))
    assert done.code != 0
    assert "SERVICES: bbr want a key" in done.log
    assert served.asked == []


def test_the_municipality_of_the_profile(served, fetch, tmp_path):
    profile = tmp_path / "profil"
    profile.mkdir()
    text = json.dumps({"navn": "Prøvekommunen", "kommunekode": "0173", "version": "1"})
    (profile / "profile.json").write_text(text, encoding="utf-8")
    done = fetch(served, PLANDATA, MUNICIPALITY=None, PROFILE=str(profile))
    assert done.code == 0, done.log
    assert table(tmp_path / "registre.gpkg")[PLAN]["kommune"] == "0173"


def test_what_was_fetched_is_collected_and_its_table_is_no_layer_of_it(served, fetch, tmp_path):
    served.layers[f"{PLAN}_v"] = [({**values, "planid": values["id"], "plannr": "1"}, shape) for values, shape in PLANS]
    assert fetch(served, PLANDATA).code == 0
    text = json.dumps({"inputs": {"INPUT": str(tmp_path / "registre.gpkg"), "OUTPUT": str(tmp_path / "samlet.gpkg")}})
    done = qgis_process("run", "lyngby_heritage:collectdata", "--json", "-", stdin=text)
    assert done.code == 0, done.log
    assert (done.results["LOKALPLANER_COUNT"], done.results["UNKNOWN_COUNT"]) == (25, 0)
