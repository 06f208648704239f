"""`preparebuildings` by the real qgis_process: four registers in, one layer out, and every row accounted for."""

import csv
import hashlib
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing

import pytest
from builders import square
from canonical import CANONICAL
from conftest import TOOL, qgis_process, read_layer, write_layer
from interrupting import stops_and_leaves_nothing

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
A, B, C, D = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abcd")
FBB = ("bygningsid:int", "bevaringsvaerdi:int", "bbrnummer:text", "adresse:text", "ois_id:text")
BBR = (
    "id_lokalId:text",
    "kommunekode:text",
    "status:text",
    "bestemtFastEjendomBFENr:text",
    "byg007Bygningsnummer:int",
    "byg021BygningensAnvendelse:text",
    "byg026Opførelsesår:int",
    "byg041BebyggetAreal:text",
    "byg404Koordinat:text",
)
FLOORS = (
    "bygning:text",
    "eta006BygningensEtagebetegnelse:text",
    "eta020SamletArealAfEtage:int",
    "eta021ArealAfUdnyttetDelAfTagetage:int",
    "eta022Kælderareal:int",
    "eta025Etagetype:text",
)


def at(x, y=5.0):
    return f"POINT ({EAST + x} {NORTH + y})"


def plan(x, side=10.0):
    return square(EAST + x, NORTH, side)


@pytest.fixture(scope="module")
def prepare(process):
    """Run preparebuildings with these parameters and read its answer as JSON."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:preparebuildings", "--json", "--", *given, env=env)

    return run


@pytest.fixture
def town(tmp_path):
    """A villa with its garage, a house found by its number, one found by its place, and what BBR leaves out."""
    path = tmp_path / "registre.gpkg"
    bbr = [
        (at(5), A, "0173", "6", "9100003", 1, "0120", 1937, "100", None),
        (at(25), B, "0173", "6", "9100003", 2, "910", 1938, "20", None),
        (at(45), C, "0173", "6", "9100007", 1, "131", 1950, "80", None),
        (at(105), D, "0173", "6", "9100009", 1, "120", 1000, None, None),
        (at(45), "e" * 8, "0173", "10", "9100007", 2, "120", 1900, "60", None),
        (None, "f" * 8, "0173", "1", "9100007", 3, "910", None, "34", None),
    ]
    save = [
        (at(4), 1, 4, "173-9100003-1", "Møllevej 1", A.upper()),
        (at(60), 2, 3, "173-9100007--1", "Møllevej 3", "1709469"),
        (at(112), 3, 6, None, "Møllevej 5", None),
        (at(46), 4, 2, None, "Møllevej 3", "e" * 8),
        (at(900), 5, 7, None, "Skovvej 9", None),
    ]
    polygons = [(plan(0), A), (plan(40), C.upper()), (plan(12, 4), A), (plan(300), None)]
    floors = [
        (None, A, "01", 59, 59, None, "1"),
        (None, A, "kl", 81, None, 81, "2"),
        (None, C, "st", None, None, None, "0"),
        (None, "ukendt", "st", None, None, None, "0"),
    ]
    return {
        "SAVE": write_layer(path, "fbb", save, FBB, kind="POINT"),
        "FOOTPRINTS": write_layer(path, "geodanmark_bygning", polygons, ("bbruuid:text",)),
        "BBR": write_layer(path, "bbr", bbr, BBR, kind="POINT"),
        "FLOORS": write_layer(path, "etager", floors, FLOORS, kind="NONE"),
    }


def test_each_building_once_with_what_the_registers_know_of_it(prepare, town, tmp_path):
    run = prepare(**town, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert list(rows[0])[1:24] == CANONICAL
    assert [(r["bygning_id"], r["save_vaerdi"], r["kobling"], r["kobling_m"]) for r in rows] == [
        (A, 4, "uuid", 0.0),
        (B, None, "ingen", None),
        (C, 3, "bbrnummer", 10.0),  # from the point to the footprint
        (D, 6, "afstand", 7.0),
        ("e" * 8, 2, "ingen", None),  # its building is gone: the value is its own point's, nobody else's
        ("fbb:5", 7, "ingen", None),
    ]
    assert [r["geometri"] for r in rows] == [
        "fodaftryk",
        "bbr_punkt",
        "fodaftryk",
        "bbr_punkt",
        "fbb_punkt",
        "fbb_punkt",
    ]
    villa = rows[0]
    assert (villa["anvendelse"], villa["opfoerelsesaar"], villa["bebygget_m2"]) == (120, 1937, 100)
    assert (villa["tagetage_m2"], villa["kaelder_m2"], villa["kaelder_dyb_m2"]) == (59, 81, 81)
    assert (villa["ejendom_id"], villa["bbrnummer"], villa["adresse"]) == ("9100003", "173-9100003-1", "Møllevej 1")
    assert [r["tagetage_m2"] for r in rows] == [59, None, 0, None, None, None]
    assert rows[3]["bemaerkning"].startswith("SAVE-værdien er koblet til den nærmeste bygning uden SAVE-værdi, 7 m")


OIS = ("ois_id:text", "id_lokalId:text", "status:text", "byg021BygningensAnvendelse:text", "byg041BebyggetAreal:int")


@pytest.fixture
def ois(tmp_path):
    """An extract of BBR by OIS: `ois_id` is the number of the row. FBB's point lies nearer to the shed."""
    path = tmp_path / "ois.gpkg"
    buildings = [(at(10), "51348", A, "6", "120", 120), (at(30), "51349", B, "6", "910", 30)]
    floors = [(None, "7", "e1", A, "6", "01", 60, "1")]
    names = ("ois_id:text", "id_lokalId:text", "bygning:text", "status:text", *FLOORS[1:3], "eta025Etagetype:text")
    return {
        "SAVE": write_layer(path, "fbb", [(at(26), 1, 2, None, "Testvej 1", A)], FBB, kind="POINT"),
        "BBR": write_layer(path, "ois_bygning", buildings, OIS, kind="POINT"),
        "FLOORS": write_layer(path, "ois_etage", floors, names, kind="NONE"),
    }


def test_bbr_s_id_is_in_the_column_of_uuids_whatever_it_is_called(prepare, ois, tmp_path):
    run = prepare(**ois, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["bygning_id"], r["save_vaerdi"], r["kobling"], r["tagetage_m2"]) for r in rows] == [
        (A, 2, "uuid", 60),
        (B, None, "ingen", None),
    ]
    assert "BBR id = id_lokalId" in run.log
    assert "NOT ONE" not in run.log


def test_an_input_of_which_nothing_is_joined_by_id_is_said_loudly(prepare, ois, tmp_path):
    buildings = [(at(10), "51348", None, "6", "120", 120), (at(30), "51349", None, "6", "910", 30)]
    ois["BBR"] = write_layer(tmp_path / "uden.gpkg", "ois_bygning", buildings, OIS, kind="POINT")
    run = prepare(**ois, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    said = [line for line in run.log.splitlines() if line.startswith("NOT ONE")]
    assert len(said) == 2  # SAVE and FLOORS
    assert (
        "NOT ONE of 1 row in SAVE values (FBB, or GeoFA's theme 6205) (fbb (ois.gpkg); ois_id) is joined by BBR's id."
        in said[0]
    )
    assert f"Read: '{A}'; '51348'." in said[0]


def test_save_alone_has_nothing_to_be_joined_to(prepare, ois, tmp_path):
    assert "NOT ONE" not in prepare(SAVE=ois["SAVE"], OUTPUT=tmp_path / "ud.gpkg").log


GEOFA = {  # the names of the database, and those of ten characters in shapefiles
    "long": "bbr_uuid bevaringsmaessig_vaerdi arkitektonisk_vaerdi kulturhistorisk_vaerdi miljoemaessig_vaerdi "
    "originalitetsvaerdi tilstandsvaerdi registreringsdato bevaringsvaerdig bevaringsaarsag_kode statuskode off_kode "
    "systid_til opfoerelsesaar bebyggetareal vejnavn husnr bfe_nummer bygningsnummer beliggenhedskommune anvendelse "
    "ydervaeg tagdaekning",
    "ten characters": "bbr_uuid bev_kar ark_kar kul_kar mil_kar orig_kar tilst_kar reg_dato bev_status bev_bggr_k "
    "statuskode off_kode systid_til opf_aar beb_areal vejnavn husnr bfe_nr byg_nr belig_kom anvendelse ydervaeg "
    "tagdaekn",
}
GEOFA_KINDS = "text int int int int int int date bool int int int text int int text text int int int text text text"


@pytest.fixture(params=GEOFA)
def geofa(request, tmp_path):
    """Theme 6205: the standing designation in all its forms, what is not in force, and what is not for the public."""
    facts = [  # value, designated today, by which plan, status, for whom, ended
        (3, 1, 2, 3, 1, None),
        (4, 1, 1, 3, 1, None),
        (4, 0, 0, 3, 1, None),
        (0, 0, 0, 3, 2, None),
        (7, 1, 3, 3, None, None),
        (2, 0, 0, 4, 1, None),
        (2, 1, 1, 3, 1, "2025-01-01"),
    ]
    rows = [
        (
            *(square(EAST + 30 * i, NORTH), f"0000000{i}-0000-4000-8000-000000000000"),
            *(value, 1, 2, 3, 4, 0, "2005-06-01", yes, plan, status, who, end),
            *(1931, 96, "Prøvevej", str(2 * i + 1), 9025416 + i, 1, 173),
            *("Fritliggende enfamiliehus", "Mursten", "Tegl"),
        )
        for i, (value, yes, plan, status, who, end) in enumerate(facts)
    ]
    fields = [f"{name}:{kind}" for name, kind in zip(GEOFA[request.param].split(), GEOFA_KINDS.split(), strict=True)]
    return write_layer(tmp_path / "geofa.gpkg", "bygningsvurdering", rows, fields)


def test_geofa_s_theme_6205_is_read_as_save(prepare, geofa, tmp_path):
    run = prepare(SAVE=geofa, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    names = ("save_vaerdi", "gaeldende_udpegning", "save_status", "offentlig")
    assert [tuple(r[name] for name in names) for r in rows] == [
        (3, "kommuneplan", "gaeldende", 1),
        (4, "lokalplan", "gaeldende", 1),
        (4, "ingen", "gaeldende", 1),
        (None, "ingen", "gaeldende", 0),
        (7, "begge", "gaeldende", None),
        (None, None, "aflyst", 1),
        (None, None, "ophoert", 1),
    ]
    parameters = ("arkitektonisk", "kulturhistorisk", "miljoemaessig", "originalitet", "tilstand")
    assert [rows[0][f"save_{name}"] for name in parameters] == [1, 2, 3, 4, None]  # 0 is not assessed
    assert rows[5]["bemaerkning"].startswith("SAVE-registreringen (værdi 2) er aflyst og gælder ikke.")
    assert (rows[0]["save_dato"], rows[0]["adresse"], rows[0]["ejendom_id"]) == ("2005-06-01", "Prøvevej 1", "9025416")
    assert rows[0]["bbrnummer"] == "173-9025416-1"
    assert [rows[0][name] for name in ("anvendelse", "ydervaeg", "tagdaekning", "bebygget_m2")] == [120, 1, 5, 96]


def test_the_current_bbr_goes_before_what_geofa_froze(prepare, geofa, tmp_path):
    fields = ("id_lokalId:text", "status:text", "byg021BygningensAnvendelse:text", "byg041BebyggetAreal:int")
    bbr = [(at(5), "00000000-0000-4000-8000-000000000000", "6", "130", 101)]
    layer = write_layer(tmp_path / "bbr.gpkg", "bbr", bbr, fields, kind="POINT")
    assert prepare(SAVE=geofa, BBR=layer, OUTPUT=tmp_path / "ud.gpkg").code == 0
    first = read_layer(tmp_path / "ud.gpkg")[0]
    assert [first[name] for name in ("kobling", "save_vaerdi", "anvendelse", "bebygget_m2")] == ["uuid", 3, 130, 101]


def test_what_is_in_no_building_stands_in_the_second_layer_with_its_reason(prepare, town, tmp_path):
    run = prepare(**town, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert [(r["lag"], r["raekke"], r["udfald"]) for r in read_layer(tmp_path / "rest.gpkg")] == [
        ("SAVE", 4, "ikke_koblet"),
        ("SAVE", 5, "ikke_koblet"),
        ("FOOTPRINTS", 4, "ikke_koblet"),
        ("BBR", 6, "ikke_koblet"),
        ("FLOORS", 4, "ikke_koblet"),
        ("BBR", 5, "udeladt"),
    ]
    assert [*read_layer(tmp_path / "rest.gpkg")[0]][-2:] == ["adresse", "ejendom_id"]
    reasons = [r["aarsag"] for r in read_layer(tmp_path / "rest.gpkg")]
    assert reasons[0].startswith("Bygningen er historisk (status 10)")
    assert "ingen bygning uden SAVE-værdi ligger inden for 25 m" in reasons[1]
    assert {name: value for name, value in run.results.items() if name.endswith("COUNT")} == {
        "BUILDING_COUNT": 6,
        "SAVE_COUNT": 5,
        "UUID_COUNT": 1,
        "BBR_NUMBER_COUNT": 1,
        "DISTANCE_COUNT": 1,
        "NONE_COUNT": 3,
        "SAVE_UNMATCHED_COUNT": 2,
        "UNMATCHED_COUNT": 5,
        "DIFFERENCE_COUNT": 0,
        "DROPPED_COUNT": 1,
    }
    assert all(type(value) is int for name, value in run.results.items() if name.endswith("COUNT"))


def test_the_log_accounts_for_every_row_of_every_input(prepare, town, tmp_path):
    log = prepare(**town, OUTPUT=tmp_path / "ud.gpkg").log
    totals = re.findall(r"(\d+)  in all, (\d+) unaccounted for", log)
    assert set(totals) == {("5", "0"), ("4", "0"), ("6", "0")}
    for line in ("1  joined by BBR number", "1  dropped, historic (status 10)", "1  unmatched, no place and no year"):
        assert line in log


def test_several_polygons_are_one_and_a_place_without_outline_is_a_mark(prepare, town, tmp_path):
    from osgeo import ogr

    prepare(**town, OUTPUT=tmp_path / "ud.gpkg")
    dataset = ogr.Open(str(tmp_path / "ud.gpkg"))
    layer = dataset.GetLayerByName("ud")
    assert layer.GetGeomType() == ogr.wkbMultiPolygon
    shapes = [feature.GetGeometryRef().Clone() for feature in layer]
    assert [round(shape.GetArea(), 3) for shape in shapes] == [116.0, 0.01, 100.0, 0.01, 0.01, 0.01]
    assert [shape.GetGeometryCount() for shape in shapes] == [2, 1, 1, 1, 1, 1]
    centre = shapes[1].Centroid()
    assert (centre.GetX(), centre.GetY()) == (pytest.approx(EAST + 25), pytest.approx(NORTH + 5))


def test_without_any_polygon_the_result_is_a_layer_of_points(prepare, town, tmp_path):
    from osgeo import ogr

    run = prepare(SAVE=town["SAVE"], BBR=town["BBR"], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    layer = (dataset := ogr.Open(str(tmp_path / "ud.gpkg"))).GetLayerByName("ud")
    assert layer.GetGeomType() == ogr.wkbPoint
    assert dataset.GetLayerCount() == 2  # with layer_styles
    assert [r["tagetage_m2"] for r in read_layer(tmp_path / "ud.gpkg")] == [None] * 6


def test_save_values_alone_come_out_with_what_their_layer_knows(prepare, tmp_path):
    # As Hørsholm's shapefile, where BBR was joined to FBB before; names cut to ten characters.
    rows = [(at(0), 3, "120", "1954", A), (at(20), None, "910", "1000", B)]
    names = ("bevaringsv:int", "byg_anv:text", "op_aar:text", "id_lokalId:text")
    run = prepare(SAVE=write_layer(tmp_path / "s.gpkg", "s", rows, names, kind="POINT"), OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [(r["bygning_id"], r["save_vaerdi"], r["anvendelse"], r["opfoerelsesaar"]) for r in found] == [
        (A, 3, 120, 1954),
        (B, None, 910, 1000),
    ]


SPELLINGS = {
    "REST and CSV": ("id_lokalId", "byg021BygningensAnvendelse", "byg026Opførelsesår", "byg033Tagdækningsmateriale"),
    "GraphQL": ("id_lokalId", "byg021BygningensAnvendelse", "byg026Opfoerelsesaar", "byg033Tagdaekningsmateriale"),
    "lower case": ("id_lokalid", "byg021bygningensanvendelse", "byg026opfoerelsesaar", "byg033tagdaekningsmateriale"),
    "no prefix": ("id.lokalId", "BygningensAnvendelse", "Opførelsesår", "Tagdækningsmateriale"),
    "cut to ten": ("id_lokalId", "byg021Bygn", "byg026Opfø", "byg033Tagd"),
    "capitals": ("BBRUUID", "BYG021BYGNINGENSANVENDELSE", "BYG026OPFØRELSESÅR", "BYG033TAGDÆKNINGSMATERIALE"),
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_every_spelling_of_the_registers(prepare, town, tmp_path, spelling):
    with (tmp_path / "bbr.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*spelling, "byg404Koordinat", "byg054AntalEtager"])
        writer.writerow([f"{{{A.upper()}}}", "0120", "1937", "5", f"POINT ({EAST + 5} {NORTH + 5})", "2.0"])
    run = prepare(SAVE=town["SAVE"], BBR=tmp_path / "bbr.csv", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    villa = read_layer(tmp_path / "ud.gpkg")[0]
    assert {name: villa[name] for name in ("bygning_id", "anvendelse", "opfoerelsesaar", "tagdaekning", "etager")} == {
        "bygning_id": A,
        "anvendelse": 120,
        "opfoerelsesaar": 1937,
        "tagdaekning": 5,
        "etager": 2,
    }
    assert (villa["kobling"], villa["kobling_m"], villa["geometri"]) == ("uuid", 1.0, "bbr_punkt")


def test_a_shapefile_without_prefixes_does_not_count_one_built_in_area_three_times(prepare, town, tmp_path):
    # Cut to ten characters ArealIndbyggetGarage, -Carport and -Udhus are all "ArealIndby": nobody can tell which.
    names = ("id_lokalId:text", "ArealIndby:int")
    bbr = write_layer(tmp_path / "b.gpkg", "b", [(at(5), A, 20)], names, kind="POINT")
    prepare(SAVE=town["SAVE"], BBR=bbr, OUTPUT=tmp_path / "ud.gpkg")
    assert read_layer(tmp_path / "ud.gpkg")[0]["indbygget_m2"] is None


@pytest.mark.parametrize(
    ("epsg", "wkt"),
    [
        (4326, "POINT (12.5000 55.7700)"),
        (4979, "POINT Z (12.5000 55.7700 20)"),
        (25832, "POINT Z (719530.2 6186300.7 20)"),
    ],
)
def test_degrees_and_heights(prepare, tmp_path, epsg, wkt):
    save = write_layer(tmp_path / "s.gpkg", "s", [(wkt, 4)], ("bevaringsvaerdi:int",), epsg=epsg, kind="POINT")
    bbr = write_layer(tmp_path / "b.gpkg", "b", [(wkt, A)], ("id_lokalId:text",), epsg=epsg, kind="POINT")
    run = prepare(SAVE=save, BBR=bbr, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [(r["bygning_id"], r["kobling"], r["kobling_m"]) for r in read_layer(tmp_path / "ud.gpkg")] == [
        (A, "afstand", 0.0)
    ]
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        assert database.execute("SELECT srs_id FROM gpkg_contents WHERE table_name='ud'").fetchone() == (25832,)


def test_coordinates_as_text_are_carried_to_the_crs_that_is_measured_in(prepare, tmp_path):
    # EPSG:25833, as used on Bornholm; the same place in 25832 stands in BBR's column of text.
    save = write_layer(
        tmp_path / "s.gpkg", "s", [("POINT (343086.6 6183545.6)", 4)], ("save:int",), epsg=25833, kind="POINT"
    )
    with (tmp_path / "bbr.csv").open("w", encoding="utf-8") as file:
        file.write(f'id_lokalId,byg404Koordinat\n{A},"POINT(719530.2 6186300.7)"\n')
    run = prepare(SAVE=save, BBR=tmp_path / "bbr.csv", MAX_DISTANCE=1000, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [r["kobling"] for r in read_layer(tmp_path / "ud.gpkg")] == ["afstand"]


def test_the_geopackage_is_one_valid_file_with_its_style_and_danish_aliases(prepare, town, tmp_path):
    target = tmp_path / "ud" / "ud.gpkg"
    target.parent.mkdir()
    prepare(**town, OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["ud.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        ((table, default, style),) = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles")
    assert (table, default) == ("ud", 1)
    assert "Udnyttet tagetage, m²" in style
    assert "SAVE-værdi 1–3" in style


def test_two_runs_write_the_same_values(prepare, town, tmp_path):
    for name in ("en", "to"):
        prepare(**town, OUTPUT=tmp_path / f"{name}.gpkg")
    assert read_layer(tmp_path / "en.gpkg") == read_layer(tmp_path / "to.gpkg")


@pytest.mark.parametrize("suffix", ["shp", "geojson", "csv", "fgb", "xlsx"])
def test_other_formats_hold_every_row_in_its_order(prepare, town, tmp_path, suffix):
    from osgeo import ogr

    run = prepare(**town, OUTPUT=tmp_path / f"ud.{suffix}")
    assert run.code == 0, run.log
    layer = (dataset := ogr.Open(str(tmp_path / f"ud.{suffix}"))).GetLayer(0)
    assert [feature["bygning_id"] for feature in layer] == [A, B, C, D, "e" * 8, "fbb:5"]
    assert dataset is not None


def test_a_format_that_cannot_hold_every_row_is_refused_whole(prepare, town, tmp_path):
    # FlatGeobuf has no rows without geometry, and a storey has none.
    run = prepare(**town, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.fgb")
    assert run.code == 1
    assert "only 4 of 6 rows could be written" in run.log
    assert "Choose a GeoPackage" in run.log
    assert not (tmp_path / "ud.gpkg").exists()


def test_the_result_serves_as_the_save_layer_of_a_second_run(prepare, town, tmp_path):
    prepare(**town, OUTPUT=tmp_path / "en.gpkg")
    run = prepare(**{**town, "SAVE": tmp_path / "en.gpkg"}, OUTPUT=tmp_path / "to.gpkg")
    assert run.code == 0, run.log
    second = {r["bygning_id"]: r for r in read_layer(tmp_path / "to.gpkg")}
    assert {one: second[one]["save_vaerdi"] for one in (A, B, C, D)} == {A: 4, B: None, C: 3, D: 6}
    assert {second[one]["kobling"] for one in (A, B, C, D)} == {"uuid"}


# The chain ------------------------------------------------------------------------------------------------------------


def test_classifybuildings_reads_the_result_without_naming_a_field(prepare, classify, town, tmp_path):
    prepare(**town, OUTPUT=tmp_path / "bygninger.gpkg")
    run = classify(BUILDINGS=tmp_path / "bygninger.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert run.results["BUILDING_COUNT"] == 6
    assert run.results["VALUE_1_3_COUNT"] == 2  # 3 and 2
    for concept, field in (("use", "anvendelse"), ("footprint", "bebygget_m2"), ("property id", "ejendom_id")):
        assert f"{concept} = {field}" in run.log


EXPLAINED = {
    "adresse": "BBR and GeoDanmark have no address in the sample; FBB's stands on its buildings alone",
    "indbygget_m2": "the sample's sheds have byg044 = 0, which is a register's 0 and not unknown",
    "save_vaerdi": "-1 and 0 say that nobody assessed the building: NULL",
    "kobling_m": "measured to GeoDanmark's roof, which is up to a metre or two larger than the wall",
}


@pytest.fixture(scope="module")
def prepared_sample(prepare, sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("klargjort")
    layers = {"SAVE": "fbb", "FOOTPRINTS": "geodanmark_bygning", "BBR": "bbr", "FLOORS": "etager"}
    given = {name: f"{sample}|layername={layer}" for name, layer in layers.items()}
    run = prepare(**given, OUTPUT=folder / "bygninger.gpkg", OUTPUT_UNMATCHED=folder / "rest.gpkg")
    assert run.code == 0, run.log
    return folder, run


def test_the_registers_of_the_sample_come_out_as_its_own_building_layer(prepared_sample, sample):
    folder, _ = prepared_sample
    ours = {row["bygning_id"]: row for row in read_layer(folder / "bygninger.gpkg")}
    theirs = {row["bygning_id"]: row for row in reversed(read_layer(sample, "bygninger"))}
    assert ours.keys() == theirs.keys()
    differing = Counter()
    for key, expected in theirs.items():
        for field in CANONICAL:
            found, wanted = ours[key][field], expected[field]
            if found == wanted:
                continue
            differing[field] += 1
            if field == "adresse":
                assert found is None
            elif field == "indbygget_m2":
                assert (found, wanted) == (0, None)
            elif field == "save_vaerdi":
                assert found is None
                assert wanted in (-1, 0)
            elif field == "kobling_m":
                assert abs(found - wanted) < 3
    assert set(differing) <= set(EXPLAINED), differing
    assert Counter(row["kobling"] for row in ours.values()) == Counter(row["kobling"] for row in theirs.values())


def test_every_row_of_the_sample_is_in_one_layer_or_the_other(prepared_sample, sample):
    folder, run = prepared_sample
    rest = Counter(row["lag"] for row in read_layer(folder / "rest.gpkg"))
    totals = dict(re.findall(r" \((fbb|geodanmark_bygning|bbr|etager)\b[^:]*: (\d+) rows\b(?!;)", run.log))
    assert {name: int(count) for name, count in totals.items()} == {
        name: len(read_layer(sample, name)) for name in ("fbb", "geodanmark_bygning", "bbr", "etager")
    }
    assert run.results["BUILDING_COUNT"] == int(totals["bbr"]) - rest["BBR"]
    assert rest["SAVE"] == 0


@pytest.fixture(scope="module")
def prepared_of_both(prepare, sample, tmp_path_factory):
    """The same with GeoFA's assessments beside FBB's."""
    folder = tmp_path_factory.mktemp("klargjort af begge")
    layers = {"SAVE": "fbb", "SAVE_SECOND": "bygningsvurdering", "FOOTPRINTS": "geodanmark_bygning", "BBR": "bbr"}
    given = {name: f"{sample}|layername={layer}" for name, layer in {**layers, "FLOORS": "etager"}.items()}
    run = prepare(**given, OUTPUT=folder / "bygninger.gpkg")
    assert run.code == 0, run.log
    return folder


FURTHER = (
    *("save_arkitektonisk", "save_kulturhistorisk", "save_miljoemaessig", "save_originalitet", "save_tilstand"),
    *("save_dato", "gaeldende_udpegning", "offentlig"),
)


def test_the_assessments_of_the_sample_come_out_as_its_own_layer_has_them(prepared_of_both, sample):
    ours = {row["bygning_id"]: row for row in read_layer(prepared_of_both / "bygninger.gpkg")}
    theirs = {row["bygning_id"]: row for row in read_layer(sample, "bygninger")}
    assert {one: [row[field] for field in FURTHER] for one, row in ours.items()} == {
        one: [row[field] for field in FURTHER] for one, row in theirs.items()
    }
    assert len({row["gaeldende_udpegning"] for row in ours.values()}) == 5  # the four codes, and nothing known
    assert {one: row["fredet"] for one, row in ours.items()} == {one: row["fredet"] for one, row in theirs.items()}


def test_the_sample_prepared_is_designated_as_its_own_layer_is(prepared_of_both, classify, sample, tmp_path):
    folder = prepared_of_both
    given = {"PARCELS": f"{sample}|layername=jordstykker"}
    ours = classify(BUILDINGS=folder / "bygninger.gpkg", OUTPUT=tmp_path / "vores.gpkg", **given)
    theirs = classify(BUILDINGS=f"{sample}|layername=bygninger", OUTPUT=tmp_path / "deres.gpkg", **given)
    assert ours.code == theirs.code == 0, ours.log
    first = {row["bygning_id"]: row["udpegning"] for row in read_layer(tmp_path / "vores.gpkg")}
    second = {row["bygning_id"]: row["udpegning"] for row in read_layer(tmp_path / "deres.gpkg")}
    assert first.keys() == second.keys()
    # Roofs overhang, so that a few comparisons of footprints fall out otherwise where BBR has no area.
    assert sum(first[one] != second[one] for one in first) <= 0.005 * len(first)


# What bad input gets --------------------------------------------------------------------------------------------------


def untouched(folder):
    """A fingerprint of a folder: names and contents."""
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


@pytest.fixture
def refused(prepare, tmp_path):
    """Run with an earlier output in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"an earlier result that must survive")
    (folder / "rest.gpkg").write_bytes(b"another")

    def run(*expected, **parameters):
        before = untouched(folder)
        outputs = {"OUTPUT": folder / "ud.gpkg", "OUTPUT_UNMATCHED": folder / "rest.gpkg"}
        done = prepare(**{**outputs, **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert untouched(folder) == before

    return run


def test_no_save_layer(refused, town):
    refused("SAVE", BBR=town["BBR"])


def test_a_save_layer_without_values(refused, town):
    advice = "Choose a layer that has such a field as SAVE."  # it has no parameter that names the field
    refused("bbr (registre.gpkg)", "has no field that holds SAVE value", "bevaringsvaerdi", advice, SAVE=town["BBR"])


@pytest.mark.parametrize(
    ("parameter", "message"),
    [("BBR", "has no field that holds BBR id"), ("FLOORS", "has no field that holds building id")],
)
def test_a_register_without_the_id_it_is_joined_by(refused, town, tmp_path, parameter, message):
    nameless = write_layer(tmp_path / "n.gpkg", "navnløs", [(at(0), 1)], ("tal:int",), kind="POINT")
    refused("navnløs", message, parameter, **{**town, parameter: nameless})


@pytest.mark.parametrize("parameter", ["SAVE", "FOOTPRINTS", "BBR"])
def test_no_crs(refused, town, tmp_path, parameter):
    fields = ("bevaringsvaerdi:int", "bbruuid:text")
    layer = write_layer(tmp_path / "u.gpkg", "u", [(plan(0), 4, A)], fields, epsg=None)
    refused(parameter, "no coordinate reference system", **{**town, parameter: layer})


def test_points_are_no_footprints(refused, town):
    refused("FOOTPRINTS", **{**town, "FOOTPRINTS": town["BBR"]})


def test_collections_give_their_polygons_as_footprints_and_no_point(prepare, town, tmp_path):
    rows = [(f"GEOMETRYCOLLECTION ({wkt})", id) for wkt, id in ((at(25), B), (plan(0), A), (plan(40), C))]
    layer = write_layer(tmp_path / "a.gpkg", "alt", rows, ("bbruuid:text",), kind="COLLECTION")
    run = prepare(**{**town, "FOOTPRINTS": layer}, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert run.code == 0, run.log
    shapes = {row["bygning_id"]: row["geometri"] for row in read_layer(tmp_path / "ud.gpkg")}
    assert (shapes[A], shapes[B], shapes[C]) == ("fodaftryk", "bbr_punkt", "fodaftryk")
    left = [row for row in read_layer(tmp_path / "rest.gpkg") if row["lag"] == "FOOTPRINTS"]
    assert len(left) == 1


@pytest.mark.parametrize("parameter", ["SAVE", "BBR"])
def test_lines_are_no_buildings(refused, town, tmp_path, parameter):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 1} {NORTH})"
    layer = write_layer(tmp_path / "l.gpkg", "l", [(line, 4, A)], ("save_vaerdi:int", "id_lokalId:text"), kind="LINE")
    refused(**{**town, parameter: layer})


def test_a_table_has_no_save_points(refused, tmp_path):
    refused(SAVE=write_layer(tmp_path / "t.gpkg", "t", [(None, 4)], ("save_vaerdi:int",), kind="NONE"))


@pytest.mark.parametrize("value", [-1, 1000.1, "langt"])
def test_a_distance_outside_its_range(refused, town, value):
    refused("MAX_DISTANCE", **town, MAX_DISTANCE=value)


def test_an_unknown_parameter_name(refused, town):
    refused("Unknown parameter MAXDISTANCE", "MAX_DISTANCE", **town, MAXDISTANCE=10)


def test_a_file_that_is_not_there(refused, town, tmp_path):
    refused("BBR", **{**town, "BBR": tmp_path / "findes_ikke.gpkg"})


@pytest.mark.parametrize("target", ["findes/ikke/ud.gpkg", "/proc/ud.gpkg", "en_mappe"])
def test_an_output_that_cannot_be_written(prepare, town, tmp_path, target):
    (tmp_path / "en_mappe").mkdir()
    before = sorted(one.name for one in tmp_path.iterdir())
    run = prepare(**town, OUTPUT=tmp_path / target)
    assert run.code == 1, run.log
    assert sorted(one.name for one in tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["OUTPUT", "OUTPUT_UNMATCHED"])
def test_an_output_that_is_an_input(prepare, town, tmp_path, name):
    before = untouched(tmp_path)
    run = prepare(**{**town, "OUTPUT": tmp_path / "ud.gpkg", name: tmp_path / "registre.gpkg"})
    assert run.code == 1, run.log
    assert f"{name} is the same file as" in run.log
    assert untouched(tmp_path) == before


# What odd input gets: every row out, and said -------------------------------------------------------------------------


@pytest.mark.parametrize("parameter", ["SAVE", "FOOTPRINTS", "BBR", "FLOORS"])
def test_an_empty_layer(prepare, town, tmp_path, parameter):
    fields = {"SAVE": FBB, "FOOTPRINTS": ("bbruuid:text",), "BBR": BBR, "FLOORS": FLOORS}[parameter]
    kind = {"SAVE": "POINT", "BBR": "POINT", "FLOORS": "NONE"}.get(parameter, "POLYGON")
    layer = write_layer(tmp_path / "tom.gpkg", "tom", [], fields, kind=kind)
    run = prepare(**{**town, parameter: layer}, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "(tom) is empty." in run.log
    # Where BBR was given and has nothing, only the polygon that FBB names is a building.
    expected = {"SAVE": 4, "FOOTPRINTS": 6, "BBR": 5, "FLOORS": 6}
    assert run.results["BUILDING_COUNT"] == len(read_layer(tmp_path / "ud.gpkg")) == expected[parameter]


def test_every_layer_empty(prepare, tmp_path):
    save = write_layer(tmp_path / "s.gpkg", "s", [], FBB, kind="POINT")
    bbr = write_layer(tmp_path / "b.gpkg", "b", [], BBR, kind="POINT")
    run = prepare(SAVE=save, BBR=bbr, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert run.code == 0, run.log
    assert run.results["BUILDING_COUNT"] == 0


def test_invalid_null_and_empty_geometries(prepare, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    polygons = [(bow_tie, A), (None, B), ("POLYGON EMPTY", C)]
    footprints = write_layer(tmp_path / "f.gpkg", "f", polygons, ("bbruuid:text",))
    save = write_layer(
        tmp_path / "s.gpkg", "s", [(None, 4, A), ("POINT EMPTY", 5, B)], ("save:int", "ois_id:text"), kind="POINT"
    )
    run = prepare(SAVE=save, FOOTPRINTS=footprints, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["bygning_id"], r["save_vaerdi"], r["geometri"]) for r in rows] == [
        (A, 4, "fodaftryk"),
        (B, 5, "ingen"),
        (C, None, "ingen"),
    ]
    assert "1 invalid geometry was repaired" in run.log
    assert "2 buildings have no place at all" in run.log


ODD = ["4", "4,0", " 4 ", "4-5", "IV", "0", "-1", "", None, "10"]


def test_values_of_every_odd_kind(prepare, tmp_path):
    rows = [(at(1000 * i), str(i), value) for i, value in enumerate(ODD)]
    save = write_layer(tmp_path / "s.gpkg", "s", rows, ("ois_id:text", "bevaringsvaerdi:text"), kind="POINT")
    odd = [(at(1000 * i), str(i), use, year, area) for i, (use, year, area) in enumerate(ODD_BBR)]
    names = ("id_lokalId:text", "byg021:text", "byg026:text", "byg041:text")
    bbr = write_layer(tmp_path / "b.gpkg", "b", odd, names, kind="POINT")
    run = prepare(SAVE=save, BBR=bbr, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [r["save_vaerdi"] for r in found] == [4, 4, 4, None, None, None, None, None, None, None]
    assert [(r["anvendelse"], r["opfoerelsesaar"], r["bebygget_m2"]) for r in found[: len(ODD_BBR)]] == [
        (120, 1937, 100),
        (120, 1937, 99.5),
        (120, None, None),
        (None, None, None),
        (None, None, None),
    ]
    assert "3 SAVE values cannot be read" in run.log
    assert "years of construction cannot be read" in run.log


ODD_BBR = [
    ("0120", "1937", "100"),
    ("120 Parcelhus", 1937, "99,5"),
    ("Fritliggende enfamiliehus", "1937.5", "-22168"),
    ("hus", "omkring 1900", "0"),
    (None, None, "ca. 100"),
]


def test_duplicate_ids_come_out_once_and_disagreeing_values_are_to_be_settled(prepare, tmp_path):
    save = write_layer(
        tmp_path / "s.gpkg", "s", [(at(0), 4, A), (at(0), 2, A.upper())], ("save:int", "ois_id:text"), kind="POINT"
    )
    bbr = write_layer(tmp_path / "b.gpkg", "b", [(at(0), A), (at(0), A.upper())], ("id_lokalId:text",), kind="POINT")
    run = prepare(SAVE=save, BBR=bbr, OUTPUT=tmp_path / "ud.gpkg")
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert (row["save_vaerdi"], row["kobling"]) == (4, "uuid")
    assert row["bemaerkning"].startswith("Til afklaring")
    assert "To be settled: 1 building has SAVE rows that disagree" in run.log
    assert "1  merged as further rows of the same building" in run.log


def test_the_messages_and_the_account_are_danish_in_a_danish_qgis(prepare, town, tmp_path):
    log = prepare(env={"LANG": "da_DK.UTF-8"}, **town, OUTPUT=tmp_path / "ud.gpkg").log
    assert "1  koblet på bbrnummer" in log
    assert "i alt, 0 uden forklaring" in log


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    """Ctrl+C while large layers are joined: exit code 1 within a second, no file, no folder."""
    big = tmp_path / "stor.gpkg"
    making = ("PROPERTY_COUNT=12000", f"OUTPUT={big}")
    assert qgis_process("run", "lyngby_heritage:createsampledata", "--", *making).code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"earlier")
    layers = (("SAVE", "fbb"), ("FOOTPRINTS", "geodanmark_bygning"), ("BBR", "bbr"), ("FLOORS", "etager"))
    given = [f"{name}={big}|layername={layer}" for name, layer in layers]
    command = [TOOL, "run", "lyngby_heritage:preparebuildings", "--", *given, f"OUTPUT={folder / 'ud.gpkg'}"]
    assert stops_and_leaves_nothing(command, (1.2, 2.0), folder, ["ud.gpkg"], within=1.5)


# Real extracts --------------------------------------------------------------------------------------------------------


def answers_as_layers(answers, folder):
    """The answers of the register services for one address as the layers that a planner makes of them."""
    building = answers["GEODKV_Bygning"]
    polygon = building["geometri"]["wkt"]
    footprints = write_layer(
        folder / "f.gpkg", "geodkv_bygning", [(polygon, building["referererTil"]["id_lokalId"])], ("bbruuid:text",)
    )
    columns = sorted({name for row in answers["BBR_Bygning"] for name in row})
    with (folder / "bbr.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for row in answers["BBR_Bygning"]:
            writer.writerow({name: json.dumps(one) if isinstance(one, dict) else one for name, one in row.items()})
    parcel = answers["jordstykke"]
    plot = [(parcel["geometri"]["wkt"], str(parcel["BFEnummer"]))]
    parcels = write_layer(folder / "j.gpkg", "jordstykke", plot, ("samletFastEjendomLokalId:text",))
    return footprints, folder / "bbr.csv", parcels


@pytest.mark.realdata
def test_lundagervej_43_is_one_house_with_four_outbuildings_and_no_ghost(prepare, classify, realdata, tmp_path):
    answers = json.loads((realdata / "bbr_geodanmark" / "lundagervej43_skovlunde.json").read_text(encoding="utf-8"))
    footprints, bbr, parcels = answers_as_layers(answers, tmp_path)
    house = answers["GEODKV_Bygning"]["referererTil"]["id_lokalId"]
    # No SAVE value is known: one is made up, at the point of the address.
    save = write_layer(
        tmp_path / "s.gpkg",
        "s",
        [("POINT (713072 6179935)", 4, house.upper())],
        ("save:int", "ois_id:text"),
        kind="POINT",
    )
    run = prepare(
        SAVE=save, BBR=bbr, FOOTPRINTS=footprints, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "r.gpkg"
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    # BBR's seven rows: the house (173 m²), garage 28, sheds 10, 8 and 2, and two cases without place and year.
    assert sorted((r["anvendelse"], r["bebygget_m2"]) for r in rows) == [
        (120, 173),
        (910, 28),
        (930, 2),
        (930, 8),
        (930, 10),
    ]
    (main,) = [r for r in rows if r["anvendelse"] == 120]
    assert (main["bygning_id"], main["save_vaerdi"], main["kobling"]) == (house, 4, "uuid")
    assert (main["geometri"], main["samlet_m2"], main["opfoerelsesaar"]) == ("fodaftryk", 173, 1967)
    assert Counter(r["aarsag"][:3] for r in read_layer(tmp_path / "r.gpkg")) == {"Sag": 2}
    # 173 m² on 861 m² is the 20.1 % that the municipality states; 48 m² of outbuildings are within the free 50.
    assert sum(r["samlet_m2"] or 0 for r in rows) / 861 == pytest.approx(0.201, abs=0.0005)
    assert sum(r["bebygget_m2"] for r in rows if r["anvendelse"] >= 910) == 48
    assert classify(BUILDINGS=tmp_path / "ud.gpkg", PARCELS=parcels, OUTPUT=tmp_path / "k.gpkg").code == 0


@pytest.mark.realdata
def test_hoersholm_alone_and_beside_itself(prepare, classify, realdata, tmp_path):
    file = f"/vsizip/{realdata}/fbb/hoersholm_223_shapefile.zip"
    layer = f"{file}|layername=kulturarv_223"
    run = prepare(SAVE=layer, OUTPUT=tmp_path / "alene.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "alene.gpkg")
    # Counted in the file itself: 2,587 rows, values 1: 2, 2: 170, 3: 865, 4: 451.
    assert len(rows) == 2587
    counts = Counter(r["save_vaerdi"] for r in rows)
    assert [counts[one] for one in (1, 2, 3, 4)] == [2, 170, 865, 451]
    assert sum(r["anvendelse"] == 120 for r in rows) > 1000
    run = prepare(SAVE=layer, BBR=layer, OUTPUT=tmp_path / "begge.gpkg")
    # 2,584 different ids; three buildings stand twice, with one value each.
    assert (run.results["BUILDING_COUNT"], run.results["UUID_COUNT"]) == (2584, 2584)
    assert "disagree" not in run.log
    run = classify(BUILDINGS=tmp_path / "begge.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert (run.code, run.results["BUILDING_COUNT"]) == (0, 2584)


@pytest.mark.realdata
def test_the_neighbour_does_not_get_the_value_of_a_house_that_bbr_lacks(prepare, realdata, tmp_path):
    # Six of Hørsholm's points are not in BBR; within 25 m of four of them lies the house next door.
    file = f"/vsizip/{realdata}/fbb/hoersholm_223_shapefile.zip"
    run = prepare(
        SAVE=f"{file}|layername=kulturarv_223_mangler_i_bbr",
        BBR=f"{file}|layername=kulturarv_223",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_UNMATCHED=tmp_path / "rest.gpkg",
    )
    assert run.code == 0, run.log
    assert run.results["SAVE_COUNT"] == 6
    reasons = {r["adresse"]: r["aarsag"] for r in read_layer(tmp_path / "rest.gpkg")}
    assert "andet husnummer" in reasons["Drosselvej 6"]
    assert "Sjælsmarkvej 3" not in reasons  # an outbuilding of the same address lies 12 m off: joined, and said
    assert "secondary building. Look at it: Sjælsmarkvej 3." in run.log


@pytest.mark.realdata
@pytest.mark.parametrize("role", ["FOOTPRINTS", "BBR"])
@pytest.mark.parametrize(
    ("file", "rows", "buildings", "joined"),
    # Rows and different ids counted in the files; joined are the ids that both FBB and the file hold, in any case.
    [("albertslund_buildings_after_1973", 2396, 2391, 8), ("albertslund_buildings_with_basement", 1758, 1754, 17)],
)
def test_albertslund_with_polygons_that_carry_bbr(
    prepare, classify, realdata, tmp_path, role, file, rows, buildings, joined
):
    save = realdata / "fbb" / "albertslund_165_as_wfs.geojson"
    given = {role: realdata / "bbr_geodanmark" / f"{file}.geojson"}
    run = prepare(SAVE=save, **given, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_UNMATCHED=tmp_path / "rest.gpkg")
    assert run.code == 0, run.log
    assert run.results["UUID_COUNT"] == joined
    alone = run.results["SAVE_UNMATCHED_COUNT"]
    assert run.results["BUILDING_COUNT"] == buildings + alone
    assert joined + run.results["BBR_NUMBER_COUNT"] + run.results["DISTANCE_COUNT"] + alone == 44
    assert len([r for r in read_layer(tmp_path / "rest.gpkg") if r["lag"] == "SAVE"]) == alone
    found = [r for r in read_layer(tmp_path / "ud.gpkg") if r["kobling"] == "uuid"]
    for row in found:  # FBB's number is made of BBR's: municipality, BFE number, building
        assert row["bbrnummer"].split("-")[1] == row["ejendom_id"]
    run = classify(BUILDINGS=tmp_path / "ud.gpkg", OUTPUT=tmp_path / "udpeget.gpkg")
    assert (run.code, run.results["BUILDING_COUNT"]) == (0, buildings + alone)


@pytest.mark.realdata
def test_a_history_export_holds_no_building(prepare, realdata, tmp_path):
    run = prepare(
        SAVE=realdata / "fbb" / "albertslund_165_as_wfs.geojson",
        BBR=realdata / "bbr_geodanmark" / "bbr_bygning_history_databox.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    assert run.results["DROPPED_COUNT"] == 3
    assert run.results["BUILDING_COUNT"] == 44  # FBB's own
