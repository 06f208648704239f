"""`checkplotratio` by the real qgis_process: each plot once, its sum in words, whole or not at all."""

import hashlib
import json
import re
import sqlite3
import sys
from contextlib import closing

import pytest
from conftest import ROOT, TOOL, qgis_process, read_layer, write_layer
from interrupting import stops_and_leaves_nothing
from plot_ratio_cases import BUILDING_FIELDS, CASES, EAST, FLOOR_FIELDS, NORTH, PLAN_FIELDS, box, layers

pytestmark = pytest.mark.process

PARCEL_TYPES = ("samletFastEjendomLokalId:text", "matrikelnummer:text", "registreretAreal:int")
BUILDING_TYPES = tuple(f"{name}:{'text' if name == 'bygning_id' else 'real'}" for name in BUILDING_FIELDS)
PLAN_TYPES = tuple(
    f"{name}:{'text' if name.startswith('plan') else 'int' if name in ('anvspec1', 'datovedt') else 'real'}"
    for name in PLAN_FIELDS
)
FLOOR_TYPES = (
    "bygning:text",
    "eta006BygningensEtagebetegnelse:text",
    "eta025Etagetype:int",
    "eta020SamletArealAfEtage:int",
    "eta021ArealAfUdnyttetDelAfTagetage:int",
    "eta022Kaelderareal:int",
)
FIELDS = [
    "fid",
    "ejendom_id",
    "grund_nr",
    "matrikelnumre",
    "ejerlav",
    "jordstykker",
    "grundareal_m2",
    "grundareal_kilde",
    "etageareal_m2",
    "etageareal_kilde",
    "sekundaer_m2",
    "fradrag_m2",
    "boliger",
    "bebyggelsesprocent",
    "tilladt_procent",
    "procent_kilde",
    "restareal_m2",
    "etager",
    "tilladt_etager",
    "etager_kilde",
    "regelsaet",
    "zone",
    "status_procent",
    "status_etager",
    "status",
    "bemaerkning",
]
assert len(FLOOR_TYPES) == len(FLOOR_FIELDS)


@pytest.fixture(scope="session")
def check(process):
    """Run checkplotratio with these parameters and read its answer as JSON."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:checkplotratio", "--json", "--", *given, env=env)

    return run


def at(west, south, east, north):
    return box(EAST + west, NORTH + south, EAST + east, NORTH + north)


@pytest.fixture
def given(tmp_path):
    """Two plots and a zone: 150 m² on 600 m², and 100 m² on 300 m²."""
    parcels = [(at(0, 0, 30, 20), "e1", "1a", 600), (at(30, 0, 45, 20), "e2", "1b", 300)]
    houses = [(at(2, 2, 12, 12), "a", 120, 1, 150), (at(32, 2, 42, 12), "b", 120, 1, 100)]
    types = ("bygning_id:text", "anvendelse:int", "etager:real", "samlet_m2:int")
    return {
        "PARCELS": write_layer(tmp_path / "j.gpkg", "jordstykker", parcels, PARCEL_TYPES),
        "BUILDINGS": write_layer(tmp_path / "b.gpkg", "bygninger", houses, types),
        "ZONES": write_layer(tmp_path / "z.gpkg", "zoner", [(at(-5, -5, 60, 30), "Villaby")], ("navn:text",)),
    }


@pytest.fixture(scope="module")
def worked(check, tmp_path_factory):
    """All the worked cases in one run."""
    folder = tmp_path_factory.mktemp("regnet")
    parcels, buildings, floors, zones, plans, two = layers()
    polygons = [row for row in buildings if row[0].startswith("POLYGON")]
    points = [row for row in buildings if row[0].startswith("POINT")]
    file = folder / "ind.gpkg"
    # Points and polygons in one layer, as registers of both kinds are merged.
    write_layer(file, "bygninger", polygons, BUILDING_TYPES)
    with_points = _mixed(file, points)
    run = check(
        PARCELS=write_layer(file, "jordstykker", parcels, PARCEL_TYPES),
        BUILDINGS=with_points,
        FLOORS=write_layer(file, "etager", floors, FLOOR_TYPES, kind="NONE"),
        ZONES=write_layer(file, "zoner", zones, PLAN_TYPES),
        PLANS=write_layer(file, "lokalplaner", plans, PLAN_TYPES),
        TWO_STOREY_AREAS=write_layer(file, "to_etager", two, ("navn:text",)),
        OUTPUT=folder / "ud.gpkg",
        OUTPUT_AREAS=folder / "omraader.gpkg",
        OUTPUT_HTML=folder / "rapport.html",
    )
    assert run.code == 0, run.log
    rows = {(row["ejendom_id"], row["grund_nr"]): row for row in read_layer(folder / "ud.gpkg")}
    return run, rows, folder


def _mixed(file, points):
    """The building layer with the points of the cases added as they are: a GeoPackage holds both."""
    from osgeo import ogr

    dataset = ogr.Open(str(file), 1)
    layer = dataset.GetLayerByName("bygninger")
    for wkt, *values in points:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(BUILDING_FIELDS, values):
            if value is not None:
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
        del feature
    del layer, dataset
    return f"{file}|layername=bygninger"


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
def test_the_sum_is_the_one_made_by_hand(worked, case):
    _, rows, _ = worked
    for (of, number), expected in case.expected.items():
        row = rows[f"{case.name}/{of}", number]
        assert {name: row[name] for name in expected} == expected, case.sum
    said = " ".join(row["bemaerkning"] for (of, _), row in rows.items() if of.startswith(f"{case.name}/"))
    for words in case.remark:
        assert words in said


def test_the_counts_are_those_of_the_rows(worked):
    run, rows, _ = worked
    codes = [row["status"] for row in rows.values()]
    counts = {name: value for name, value in run.results.items() if name.endswith("COUNT")}
    assert counts == {
        "PLOT_COUNT": len(rows),
        "COVERED_COUNT": len(rows),
        "COMPLIANT_COUNT": codes.count("overholdt"),
        "EXCEEDED_COUNT": codes.count("overskredet"),
        "UNKNOWN_COUNT": codes.count("ukendt"),
        "AREA_COUNT": 1,
        "ROAD_COUNT": 0,
        "COMMON_COUNT": 0,
        "UNMATCHED_COUNT": 0,
        "CHANGED_COUNT": 0,
    }
    assert all(type(value) is int for value in counts.values())
    assert sum(counts[f"{one}_COUNT"] for one in ("COMPLIANT", "EXCEEDED", "UNKNOWN", "AREA")) == len(rows)


def test_the_area_as_a_whole_is_computed_for_itself(worked):
    _, _, folder = worked
    (area,) = read_layer(folder / "omraader.gpkg")
    # 400 m² on the one plot of 600 m² in it.
    assert (area["omraade"], area["grunde"], area["bebyggelsesprocent"]) == ("whole_area", 1, 66.67)
    assert (area["status"], area["restareal_m2"]) == ("overskredet", -220.0)


def test_the_output_has_the_fields_and_a_style(worked):
    _, rows, folder = worked
    assert list(next(iter(rows.values()))) == FIELDS
    with closing(sqlite3.connect(folder / "ud.gpkg")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        kind, system = database.execute("SELECT geometry_type_name, srs_id FROM gpkg_geometry_columns").fetchone()
        (style,) = database.execute("SELECT styleQML FROM layer_styles WHERE useAsDefault").fetchone()
    assert (kind, system) == ("MULTIPOLYGON", 25832)
    assert "overskredet" in style


def test_two_runs_write_the_same_values(check, given, tmp_path):
    for name in ("en", "to"):
        assert check(**given, OUTPUT=tmp_path / f"{name}.gpkg").code == 0
    assert read_layer(tmp_path / "en.gpkg") == read_layer(tmp_path / "to.gpkg")


def test_without_any_bbr_every_footprint_is_a_main_building(check, given, tmp_path):
    footprints = write_layer(tmp_path / "f.gpkg", "f", [(at(2, 2, 12, 12),), (at(14, 2, 16, 7),)])
    run = check(**{**given, "BUILDINGS": footprints, "OUTPUT": tmp_path / "ud.gpkg"})
    assert run.code == 0, run.log
    row = read_layer(tmp_path / "ud.gpkg")[0]
    assert (row["etageareal_m2"], row["etageareal_kilde"], row["sekundaer_m2"]) == (110.0, "fodaftryk", 0.0)
    assert (row["status_procent"], row["status_etager"]) == ("overholdt", "ukendt")
    assert "No building has a use" in run.log


@pytest.mark.parametrize(("limit", "code", "change"), [(30, "overholdt", "overskredet_til_overholdt")])
def test_a_second_limit_says_who_changes(check, given, tmp_path, limit, code, change):
    # 150 / 600 = 25 %: at 24 % it is over, at 30 % within. 100 / 300 = 33.33 %: over both.
    run = check(
        **given,
        MAX_PLOT_RATIO=24,
        COMPARE_PLOT_RATIO=limit,
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_HTML=tmp_path / "ud.html",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["status"], r["status_sammenlign"], r["aendring"]) for r in rows] == [
        ("overskredet", code, change),
        ("overskredet", "overskredet", "uaendret"),
    ]
    assert run.results["CHANGED_COUNT"] == 1
    assert "30&nbsp;%" in (tmp_path / "ud.html").read_text(encoding="utf-8").replace("\u00a0", "&nbsp;")


@pytest.mark.parametrize(("ratio", "status"), [(25, "overholdt"), (24.99, "overskredet"), (25.01, "overholdt")])
def test_the_general_limit_is_a_parameter(check, given, tmp_path, ratio, status):
    check(**given, MAX_PLOT_RATIO=ratio, OUTPUT=tmp_path / "ud.gpkg")
    assert read_layer(tmp_path / "ud.gpkg")[0]["status_procent"] == status


MATRIKELKORT = (
    "matrikelnummer:text",
    "landsejerlavskode:int",
    "ejerlavsnavn:text",
    "registreretAreal:int",
    "esr_Ejendomsnummer:text",
    "sfe_Ejendomsnummer:int",
)


def test_parcels_of_matrikelkortet_are_joined_to_properties(check, given, tmp_path):
    # One BFE number on both parcels: 250 / 900 = 27.78 %. The older number differs.
    rows = [
        (at(0, 0, 30, 20), "1a", 12352, "Virum By, Virum", 600, "1730000001", 501),
        (at(30, 0, 45, 20), "1b", 12352, "Virum By, Virum", 300, "1730000002", 501),
    ]
    parcels = write_layer(tmp_path / "m.gpkg", "jordstykke", rows, MATRIKELKORT)
    run = check(**{**given, "PARCELS": parcels}, OUTPUT=tmp_path / "grunde.gpkg")
    (row,) = read_layer(tmp_path / "grunde.gpkg")
    assert (row["ejendom_id"], row["matrikelnumre"], row["ejerlav"]) == ("501", "1a, 1b", "12352")
    assert row["jordstykker"] == "1a og 1b Virum By, Virum"
    assert (row["grundareal_m2"], row["bebyggelsesprocent"]) == (900.0, 27.78)
    assert "says of no parcel" not in run.log


def test_parcels_without_a_property_are_told(check, given, tmp_path):
    rows = [(at(0, 0, 30, 20), "1a", 600), (at(30, 0, 45, 20), "1b", 300)]
    parcels = write_layer(tmp_path / "u.gpkg", "jordstykker", rows, ("matrikelnummer:text", "registreretAreal:int"))
    run = check(**{**given, "PARCELS": parcels}, OUTPUT=tmp_path / "grunde.gpkg")
    assert len(read_layer(tmp_path / "grunde.gpkg")) == 2
    assert "says of no parcel which property it belongs to" in run.log


def test_buildings_on_no_parcel_and_without_geometry_are_listed(check, given, tmp_path):
    houses = [
        (at(2, 2, 12, 12), "a", 120, 1, 150),
        (at(900, 900, 910, 910), "ude", 120, 1, 100),
        (None, "intet", 120, 1, 100),
    ]
    types = ("bygning_id:text", "anvendelse:int", "etager:real", "samlet_m2:int")
    layer = write_layer(tmp_path / "b2.gpkg", "b", houses, types)
    run = check(
        **{**given, "BUILDINGS": layer},
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_UNMATCHED=tmp_path / "uden.gpkg",
        OUTPUT_HTML=tmp_path / "ud.html",
    )
    assert run.code == 0, run.log
    assert "1 building lies on no parcel and counts nowhere: ude" in run.log
    assert "1 building has no geometry and counts nowhere: intet" in run.log
    assert [r["bygning_id"] for r in read_layer(tmp_path / "uden.gpkg")] == ["ude", "intet"]
    assert run.results["UNMATCHED_COUNT"] == 2
    assert "ude" in (tmp_path / "ud.html").read_text(encoding="utf-8")


def test_areas_as_text_and_missing(check, given, tmp_path):
    rows = [
        (at(0, 0, 30, 20), "e1", "1a", "600"),
        (at(30, 0, 45, 20), "e2", "1b", None),
        (at(60, 0, 70, 10), "e3", "1c", "x"),
    ]
    types = ("ejendom_id:text", "matrikelnummer:text", "registreretAreal:text")
    parcels = write_layer(tmp_path / "t.gpkg", "t", rows, types)
    run = check(**{**given, "PARCELS": parcels, "OUTPUT": tmp_path / "ud.gpkg"})
    found = [(r["grundareal_m2"], r["grundareal_kilde"]) for r in read_layer(tmp_path / "ud.gpkg")]
    assert found == [(600.0, "registreret"), (300.0, "geometri"), (100.0, "geometri")]
    assert "'x' (1)" in run.log


@pytest.mark.parametrize("suffix", ["shp", "geojson", "csv"])
def test_other_formats_hold_every_row(check, given, tmp_path, suffix):
    from osgeo import ogr

    run = check(**given, OUTPUT=tmp_path / f"ud.{suffix}")
    assert run.code == 0, run.log
    assert ogr.Open(str(tmp_path / f"ud.{suffix}")).GetLayer(0).GetFeatureCount() == 2
    assert ("cuts texts after 254 characters" in run.log) == (suffix == "shp")


def test_parameters_may_come_as_json_and_the_log_is_danish_in_denmark(process, given, tmp_path):
    inputs = {"inputs": {**given, "OUTPUT": str(tmp_path / "ud.gpkg"), "RULE_SET": 2}}
    run = process(
        "run",
        "lyngby_heritage:checkplotratio",
        "-",
        stdin=json.dumps(inputs),
        env={"LANG": "da_DK.UTF-8", "LC_ALL": "da_DK.UTF-8"},
    )
    assert run.code == 0, run.err
    assert "2 grunde, heraf 2 i åben-lav-områderne" in run.log
    assert read_layer(tmp_path / "ud.gpkg")[0]["regelsaet"] == "BR08-15"


# What bad input gets ------------------------------------------------------------------------------------------------


def untouched(folder):
    """A fingerprint of a folder: names and contents."""
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


@pytest.fixture
def refused(check, given, tmp_path):
    """Run with an earlier output in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"an earlier result that must survive")
    (folder / "ud.html").write_text("an earlier report", encoding="utf-8")

    def run(*expected, **parameters):
        before = untouched(folder)
        done = check(**{**given, "OUTPUT": folder / "ud.gpkg", "OUTPUT_HTML": folder / "ud.html", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert untouched(folder) == before

    return run


@pytest.mark.parametrize("name", ["PROPERTY_FIELD", "REGISTERED_AREA_FIELD", "PARCEL_ID_FIELD"])
def test_a_named_field_that_is_not_there(refused, name):
    refused("jordstykker", "has no field 'x9'", "registreretAreal", **{name: "x9"})


def test_floors_that_cannot_be_joined(refused, tmp_path):
    no_id = write_layer(tmp_path / "u.gpkg", "u", [(at(0, 0, 5, 5), 120)], ("anvendelse:int",))
    floors = write_layer(tmp_path / "e.gpkg", "e", [], FLOOR_TYPES, kind="NONE")
    refused("FLOORS are joined to buildings by id", BUILDINGS=no_id, FLOORS=floors)
    no_kind = write_layer(tmp_path / "e2.gpkg", "e2", [], ("bygning:text",), kind="NONE")
    refused("e2", "kind of storey", "eta025Etagetype", FLOORS=no_kind)


PART_TYPES = ("planid:int", "lokplan_id:int", "plannr:text", "delnr:text", "datovedt:int", "iomfangreg:text")
PART_TYPES += ("bebygpct:int", "bebygpctaf:int", "maxetager:real")


@pytest.fixture
def left_to_parts(tmp_path):
    """A plot of 1000 m² with a house of 350 m² in the western of two delområder: inputs, and the ways to have plans.

    35 % keeps the 40 % of delområde A, and exceeds the general 30 %.
    """
    file = tmp_path / "delt.gpkg"
    parcel, house = [(at(0, 0, 25, 40), "501", "1a", 1000)], ("b1", 120, 2, None, None, 350, *[None] * 5, 1)
    plan = (at(-100, -100, 300, 300), 9999, None, "241", None, 20200401, "true", None, None, None)
    west = (at(-100, -100, 100, 300), None, 9999, None, "A", 20200401, "false", 40, 3, 2.0)
    east = (at(100, -100, 300, 300), None, 9999, None, "B", 20200401, "false", 25, 3, 1.5)
    given = {
        "PARCELS": write_layer(file, "jordstykker", parcel, PARCEL_TYPES),
        "BUILDINGS": write_layer(file, "bygninger", [(at(4, 10, 18, 22), *house)], BUILDING_TYPES),
        "ZONES": write_layer(file, "zoner", [(at(-100, -100, 300, 300), "villa")], ("navn:text",)),
    }
    plans = write_layer(file, "lokalplaner", [plan], PART_TYPES)
    parts = write_layer(file, "delomraader", [west, east], PART_TYPES)
    merged = write_layer(file, "samlet", [plan, west, east], PART_TYPES)
    none = write_layer(file, "andre_delomraader", [(east[0], None, 7, *east[3:])], PART_TYPES)
    return given, {
        "alone": {"PLANS": plans},
        "with_parts": {"PLANS": plans, "SUB_AREAS": parts},
        "merged": {"PLANS": merged},
        "of_other_plans": {"PLANS": plans, "SUB_AREAS": none},
        "no_plans": {"SUB_AREAS": parts},
        "no_link": {"PLANS": plans, "SUB_AREAS": given["ZONES"]},
    }


@pytest.mark.parametrize(
    ("ways", "limit", "source", "status", "said"),
    [
        ("with_parts", 40.0, "lokalplan 241, delområde A", "overholdt", ""),
        ("merged", 40.0, "lokalplan 241, delområde A", "overholdt", ""),
        ("alone", None, "lokalplan 241", "ukendt", "does not itself regulate the extent"),
        ("of_other_plans", 30.0, "parameter", "overskredet", "belongs to no plan in force of PLANS"),
    ],
)
def test_delomraader_come_before_their_lokalplan(check, left_to_parts, tmp_path, ways, limit, source, status, said):
    given, plans = left_to_parts
    run = check(**given, **plans[ways], OUTPUT=tmp_path / "grunde.gpkg")
    (row,) = read_layer(tmp_path / "grunde.gpkg")
    assert (row["tilladt_procent"], row["procent_kilde"], row["status"]) == (limit, source, status)
    assert said in run.log


@pytest.mark.parametrize(
    ("ways", "message"), [("no_plans", "Give them as PLANS"), ("no_link", "field 'lokplan_id'|lokplan_id")]
)
def test_delomraader_that_cannot_be_joined_are_refused(check, left_to_parts, tmp_path, ways, message):
    given, plans = left_to_parts
    run = check(**given, **plans[ways], OUTPUT=tmp_path / "grunde.gpkg")
    assert run.code == 1
    assert re.search(message, run.log)
    assert not (tmp_path / "grunde.gpkg").exists()


def test_a_zone_map_without_zones(refused, tmp_path):
    layer = write_layer(tmp_path / "k.gpkg", "k", [(at(0, 0, 5, 5), "x")], ("navn:text",))
    refused("planning zone", "zonestatus", ZONE_MAP=layer)


@pytest.mark.parametrize("name", ["PARCELS", "BUILDINGS", "ZONES", "PLANS", "TWO_STOREY_AREAS", "ZONE_MAP"])
def test_layers_of_lines_and_layers_without_a_crs(refused, tmp_path, name):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 1} {NORTH})"
    lines = write_layer(tmp_path / "l.gpkg", "l", [(line, 1)], ("zonestatus:int",), kind="LINE")
    refused(name, "expected", **{name: lines})
    nowhere = write_layer(tmp_path / "n.gpkg", "n", [(at(0, 0, 9, 9), 1)], ("zonestatus:int",), epsg=None)
    refused(name, "no coordinate reference system", **{name: nowhere})


def test_required_layers_that_are_not_given_or_not_there(refused, tmp_path):
    refused("ZONES", ZONES="")
    refused("BUILDINGS", BUILDINGS=tmp_path / "findes_ikke.gpkg")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAX_PLOT_RATIO", -1),
        ("MAX_STOREYS", -0.5),
        ("TWO_STOREY_LIMIT", 101),
        ("ZONE_SHARE", 101),
        ("FOOTPRINT_MARGIN", -1),
        ("COMPARE_PLOT_RATIO", -1),
        ("RULE_SET", 4),
    ],
)
def test_thresholds_outside_their_range(refused, name, value):
    refused(name, **{name: value})


def test_an_unknown_parameter_name(refused):
    refused("Unknown parameter MAX_PLOT_RATE", "MAX_PLOT_RATIO", MAX_PLOT_RATE=30)


@pytest.mark.parametrize("target", ["findes/ikke/ud.gpkg", "/proc/ud.gpkg"])
def test_an_output_that_cannot_be_written(check, given, tmp_path, target):
    before = sorted(one.name for one in tmp_path.iterdir())
    run = check(**given, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_AREAS=tmp_path / target)
    assert run.code == 1, run.log
    assert "OUTPUT_AREAS" in run.log
    assert sorted(one.name for one in tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["OUTPUT", "OUTPUT_AREAS", "OUTPUT_UNMATCHED"])
def test_an_output_that_is_an_input(check, given, tmp_path, name):
    before = untouched(tmp_path)
    run = check(**{**given, "OUTPUT": tmp_path / "ud.gpkg", name: tmp_path / "z.gpkg"})
    assert run.code == 1, run.log
    assert f"{name} is the same file as ZONES" in run.log
    assert untouched(tmp_path) == before


# What odd input gets: every parcel out, and said ------------------------------------------------------------------


def test_empty_layers_give_an_empty_result(check, given, tmp_path):
    parcels = write_layer(tmp_path / "t.gpkg", "t", [], PARCEL_TYPES)
    run = check(**{**given, "PARCELS": parcels}, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code == 0, run.log
    assert (run.results["PLOT_COUNT"], run.results["UNMATCHED_COUNT"]) == (0, 2)
    assert "The parcel layer is empty" in run.log
    buildings = write_layer(tmp_path / "t2.gpkg", "t2", [], ("bygning_id:text", "anvendelse:int"))
    run = check(**{**given, "BUILDINGS": buildings}, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code == 0, run.log
    assert [r["status"] for r in read_layer(tmp_path / "ud.gpkg")] == ["overholdt", "overholdt"]
    zones = write_layer(tmp_path / "t3.gpkg", "t3", [], ("navn:text",))
    run = check(**{**given, "ZONES": zones}, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code == 0, run.log
    assert [r["status"] for r in read_layer(tmp_path / "ud.gpkg")] == ["ikke_omfattet", "ikke_omfattet"]
    assert "No plot belongs to a zone" in run.log


def test_zones_of_another_place(check, given, tmp_path):
    zones = write_layer(tmp_path / "t.gpkg", "t", [(at(9000, 0, 9100, 100), 1110)], ("anvspec1:int",))
    run = check(**{**given, "ZONES": zones}, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert run.results["COVERED_COUNT"] == 0
    assert "No plot belongs to a zone" in run.log


def test_degrees_are_measured_and_written_in_25832(check, tmp_path):
    # At 55.77° N 0.0004° of longitude are 25.1 m and 0.0002° of latitude 22.3 m: a plot of 559 m².
    def rectangle(x, y, wide, deep):
        return box(x, y, x + wide, y + deep)

    parcels = write_layer(tmp_path / "j.gpkg", "j", [(rectangle(12.5, 55.77, 0.0004, 0.0002),)], epsg=4326)
    houses = write_layer(tmp_path / "b.gpkg", "b", [(rectangle(12.5001, 55.77005, 0.0002, 0.0001),)], epsg=4326)
    zones = write_layer(tmp_path / "z.gpkg", "z", [(rectangle(12.4, 55.7, 0.2, 0.2),)], epsg=4326)
    run = check(PARCELS=parcels, BUILDINGS=houses, ZONES=zones, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert row["grundareal_m2"] == pytest.approx(559, abs=2)
    assert row["bebyggelsesprocent"] == pytest.approx(25, abs=0.1)
    assert row["grundareal_kilde"] == "geometri"
    assert row["status"] == "ukendt"
    assert "EPSG:25832" in run.log


def test_invalid_null_and_empty_geometries_lose_no_parcel(check, given, tmp_path):
    corners = [(0, 0), (30, 20), (30, 0), (0, 20), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    rows = [(bow_tie, "e1", "1a", 600), (None, "e2", "1b", 300), ("POLYGON EMPTY", "e3", "1c", 300)]
    parcels = write_layer(tmp_path / "t.gpkg", "t", rows, PARCEL_TYPES)
    run = check(**{**given, "PARCELS": parcels}, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code == 0, run.log
    found = [(r["matrikelnumre"], r["grundareal_m2"], r["status"]) for r in read_layer(tmp_path / "ud.gpkg")]
    assert found == [("1a", 600.0, "overholdt"), ("1b", 300.0, "ukendt"), ("1c", 300.0, "ukendt")]
    assert "1 invalid geometry was repaired" in run.log
    assert "2 rows have no geometry" in run.log


def test_duplicate_building_ids_and_codes_as_text(check, given, tmp_path):
    # One BBR building as two polygons, each with the area of the whole: 150 m² once. Codes as the registers write them.
    houses = [
        (at(2, 2, 7, 12), "A", "0120", "1,0", "150"),
        (at(7, 2, 12, 12), "a", "120", "1", "150"),
        (at(14, 2, 16, 7), "c", "910 Garage", None, None),
        (at(32, 2, 42, 12), "b", "parcelhus", "en", "-5"),
    ]
    types = (
        "bygning_id:text",
        "byg021BygningensAnvendelse:text",
        "byg054AntalEtager:text",
        "byg038SamletBygningsareal:text",
    )
    layer = write_layer(tmp_path / "t.gpkg", "t", houses, types)
    run = check(**{**given, "BUILDINGS": layer}, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    first, second = read_layer(tmp_path / "ud.gpkg")
    assert (first["etageareal_m2"], first["sekundaer_m2"], first["etager"]) == (150.0, 10.0, 1.0)
    # An unknown use is a main building, an area of −5 none at all: 10 × 10 m on the map.
    assert (second["etageareal_m2"], second["etageareal_kilde"], second["etager"]) == (100.0, "fodaftryk", None)
    assert "1 building id stands on more than one row" in run.log
    assert "'parcelhus' (1)" in run.log


def test_demolished_buildings_do_not_count(check, given, tmp_path):
    types = ("id_lokalId:text", "byg021BygningensAnvendelse:text", "byg038SamletBygningsareal:int", "status:text")
    houses = [
        (at(2, 2, 12, 12), "a", "120", 150, "6"),
        (at(14, 2, 20, 12), "b", "120", 100, "10"),
        (at(21, 2, 26, 12), "c", "120", 100, "11"),
    ]
    layer = write_layer(tmp_path / "t.gpkg", "t", houses, types)
    run = check(**{**given, "BUILDINGS": layer}, OUTPUT=tmp_path / "ud.gpkg")
    assert read_layer(tmp_path / "ud.gpkg")[0]["etageareal_m2"] == 150.0
    assert "2 buildings are not counted" in run.log


NEVER = "9999-12-31T23:59:59.999999Z"
BBR_TYPES = (
    "id_lokalId:text",
    "byg021BygningensAnvendelse:text",
    "byg038SamletBygningsareal:int",
    "byg054AntalEtager:int",
    "status:text",
    "virkningFra:text",
    "virkningTil:text",
)
STOREY_TYPES = ("id_lokalId:text", *FLOOR_TYPES, "status:text", "virkningTil:text")
ROUTES = (
    # A house of 100 m² and one storey on 500 m², unless it says otherwise: rows of (total, status, from, until), its
    # storeys as (name, kind, eta020, eta022, until), and by hand: plot ratio in %, storeys, status.
    ("never ends", [(100, "6", None, NEVER)], [], (20.0, 1.0, "overholdt")),
    ("ends in 2099", [(100, "6", None, "2099-01-01")], [("kl", 2, 40, 0, "2099-01-01")], (28.0, 2.0, "overskredet")),
    (
        "grows in 2099",
        [(100, "6", "2010-01-01", "2099-01-01"), (300, "6", "2099-01-01", None)],
        [],
        (20.0, 1.0, "overholdt"),
    ),
    ("status in words", [(100, "Historisk", None, None)], [], (0.0, 0.0, "overholdt")),
    # 140 / 500; the depth of what is called a basement is unknown, so that 2 storeys over 1½ decide nothing.
    ("named kvist", [(100, "6", None, None)], [("kvist", 0, 40, None, None)], (28.0, 2.0, "ukendt")),
    ("deep beyond the basement", [(100, "6", None, None)], [("kl", 0, 60, 80, None)], (20.0, 1.0, "overholdt")),
    (
        "a roof storey without area",
        [(100, "6", None, None)],
        [("t", 1, 30, None, None), ("t", 1, None, None, None)],
        (26.0, 1.5, "overholdt"),
    ),
    (
        "a basement without area",
        [(100, "6", None, None)],
        [("kl", 0, 50, None, None), ("kl", 0, None, None, None)],
        (30.0, 2.0, "ukendt"),
    ),
    (
        "two open versions",
        [(100, "6", "2010-01-01", None), (150, "6", "2020-01-01", None)],
        [],
        (30.0, 1.0, "overholdt"),
    ),
    ("a storey that never ends", [(100, "6", None, None)], [("kl", 0, 50, None, NEVER)], (30.0, 2.0, "ukendt")),
    ("an extension under way", [(100, "6", None, None), (300, "3", "2024-01-01", None)], [], (20.0, 1.0, "overholdt")),
    # (50 − 20) + 10, of which 10 is in doubt: 2 storeys are over 1½ whether or not it counts.
    (
        "one depth of two",
        [(100, "7", None, None)],
        [("kl", 2, 50, 20, None), ("k2", 2, 10, None, None)],
        (28.0, 2.0, "overskredet"),
    ),
)


def test_the_same_registers_by_three_routes_give_the_same_answer(check, process, tmp_path):
    parcels, bbr, storeys, save = [], [], [], []
    for number, (_, houses, floors, _) in enumerate(ROUTES):
        west, key = 100 * number, f"aaaaaaaa-0000-4000-8000-{number:012d}"
        place = f"POINT ({EAST + west + 10} {NORTH + 10})"
        parcels.append((at(west, 0, west + 20, 25), f"E{number}", f"{number}x", 500))
        bbr += [(place, key, "120", total, 1, *rest) for total, *rest in houses]
        for at_row, (name, kind, area, deep, until) in enumerate(floors):
            storeys.append((None, f"f{number}-{at_row}", key, name, kind, area, None, deep, "6", until))
        save.append((place, key, 5))
    file = tmp_path / "ind.gpkg"
    given = {
        "PARCELS": write_layer(file, "jordstykker", parcels, PARCEL_TYPES),
        "ZONES": write_layer(file, "zoner", [(at(-100, -100, 5000, 500), "Villaby")], ("navn:text",)),
    }
    registers = {
        "BBR": write_layer(file, "bbr", bbr, BBR_TYPES, kind="POINT"),
        "FLOORS": write_layer(file, "etager", storeys, STOREY_TYPES, kind="NONE"),
    }
    points = write_layer(file, "fbb", save, ("ois_id:text", "bevaringsvaerdi:int"), kind="POINT")
    prepared = tmp_path / "klar.gpkg"
    layers = [f"{name}={value}" for name, value in {"SAVE": points, **registers, "OUTPUT": prepared}.items()]
    run = process("run", "lyngby_heritage:preparebuildings", "--json", "--", *layers)
    assert run.code == 0, run.log
    assert "is taken for a basement, because the designation begins with k: 'kvist' (1)" in run.log
    floors = registers["FLOORS"]
    routes = ({"BUILDINGS": registers["BBR"], "FLOORS": floors}, {"BUILDINGS": prepared})
    for number, buildings in enumerate((*routes, {"BUILDINGS": prepared, "FLOORS": floors})):
        run = check(**given, **buildings, OUTPUT=tmp_path / f"ud{number}.gpkg")
        assert run.code == 0, run.log
        rows = {row["ejendom_id"]: row for row in read_layer(tmp_path / f"ud{number}.gpkg")}
        found = {
            name: tuple(rows[f"E{at_row}"][field] for field in ("bebyggelsesprocent", "etager", "status"))
            for at_row, (name, *_) in enumerate(ROUTES)
        }
        assert found == {name: expected for name, _, _, expected in ROUTES}
        assert "historic (status 10)" in run.log


def test_parcels_that_are_the_zones_too_are_warned_of_in_log_and_report(check, given, tmp_path):
    """As QGIS fills in a dialog: allowed, for a town where every parcel is meant, and said."""
    given |= {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_HTML": tmp_path / "ud.html"}
    run = check(**{**given, "ZONES": given["PARCELS"]})
    assert run.code == 0, run.log
    assert "PARCELS and ZONES are the same layer: jordstykker (j.gpkg)." in run.log
    told = "Jordstykker og åben-lav-områder er samme lag: jordstykker (j.gpkg)."
    assert told in (tmp_path / "ud.html").read_text(encoding="utf-8")
    run = check(**given)
    assert "are the same layer" not in run.log
    assert "er samme lag" not in (tmp_path / "ud.html").read_text(encoding="utf-8")


def test_parcels_that_say_that_no_property_is_known_are_each_their_own(check, given, tmp_path):
    parcels = [(at(0, 0, 30, 20), "0", "1a", 600), (at(30, 0, 45, 20), "0", "1b", 300)]
    given["PARCELS"] = write_layer(tmp_path / "n.gpkg", "n", parcels, PARCEL_TYPES)
    run = check(**given, OUTPUT=tmp_path / "ud.gpkg")
    assert "n says of no parcel which property it belongs to" in run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["ejendom_id"], r["grundareal_m2"]) for r in rows] == [(None, 600.0), (None, 300.0)]


def test_what_a_property_is_by_the_layer_as_it_is_delivered(check, given, tmp_path):
    """One parcel for each flat, common land for each owner, a road, and a house over a boundary; by hand beside it."""
    types = ("samletFastEjendomLokalId:int", "matrikelnummer:text", "ejerlavskode:int", "registreretAreal:int",
             "vejareal:int", "faelleslod:bool")  # fmt: skip
    parcels = [
        *((at(0, 0, 20, 20), flat, "1a", 7, 400, 0, 0) for flat in (901, 902, 903)),
        (at(20, 0, 40, 20), 100, "1b", 7, 400, 0, 0),
        (at(40, 0, 60, 20), 101, "1c", 7, 400, 0, 0),
        *((at(20, 20, 60, 30), of, "1d", 7, 400, 0, 1) for of in (100, 101)),
        (at(0, 30, 60, 38), None, "7000a", 7, 480, 480, 0),
    ]
    houses = [
        (at(2, 2, 12, 12), "a", 140, 3, 300, 1, None),
        (at(32, 2, 47, 12), "b", 132, 1, 150, 2, "2099-01-01"),  # 8 of 15 m on 1b, 7 on 1c
        (at(2, 31, 6, 35), "c", 120, 1, 16, 1, None),
        (at(22, 2, 26, 6), "d", 120, 1, 500, 1, "2020-01-01"),
    ]
    fields = ("bygning_id:text", "anvendelse:int", "etager:real", "samlet_m2:int", "boliger:int", "virkningTil:text")
    run = check(
        PARCELS=write_layer(tmp_path / "j.gpkg", "j", parcels, types),
        BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", houses, fields),
        ZONES=write_layer(tmp_path / "z.gpkg", "z", [(at(-5, -5, 90, 50), "Villaby")], ("navn:text",)),
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_UNMATCHED=tmp_path / "rest.gpkg",
    )
    assert run.code == 0, run.log
    names = ("ejendom_id", "matrikelnumre", "etageareal_m2", "boliger", "bebyggelsesprocent", "status")
    assert [tuple(row[name] for name in names) for row in read_layer(tmp_path / "ud.gpkg")] == [
        ("901, 902, 903", "1a", 300, 1, 75, "overskredet"),
        ("100", "1b", 80, 1, 20, "overholdt"),
        ("101", "1c", 70, 1, 17.5, "overholdt"),
        ("100, 101", "1d", 0, 0, 0, "ikke_omfattet"),
        (None, "7000a", 16, 1, 3.33, "ikke_omfattet"),
    ]
    counts = {name: run.results[f"{name}_COUNT"] for name in ("PLOT", "ROAD", "COMMON", "COVERED", "UNMATCHED")}
    assert counts == {"PLOT": 3, "ROAD": 1, "COMMON": 1, "COVERED": 3, "UNMATCHED": 1}
    assert [row["bygning_id"] for row in read_layer(tmp_path / "rest.gpkg")] == ["c"]
    for words in (
        "1 piece of road (7000, 7000a and so on, or road area alone) is no plot",
        "1 piece of common land is no plot",
        "1 parcel is listed once for each of several properties",
        "1 building lies on several properties; its areas are shared out",
        "1 building lies on a road or on common land",
        "1 building is not counted, since it does not stand: 1 an ended version",
    ):
        assert words in run.log


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    """Ctrl+C while a large layer is worked on: exit code 1 within a second, no file, no folder."""
    big = tmp_path / "stor.gpkg"
    making = ("PROPERTY_COUNT=20000", "REGISTERS=false", f"OUTPUT={big}")
    assert qgis_process("run", "lyngby_heritage:createsampledata", "--", *making).code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"earlier")
    inputs = [
        f"{name}={big}|layername={layer}"
        for name, layer in (("PARCELS", "jordstykker"), ("BUILDINGS", "bygninger"), ("ZONES", "zoner"))
    ]
    command = [TOOL, "run", "lyngby_heritage:checkplotratio", "--", *inputs, f"OUTPUT={folder / 'ud.gpkg'}"]
    assert stops_and_leaves_nothing(command, (1.4, 2.2, 3.0), folder, ["ud.gpkg"], within=1.5)


# Checked by others ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample_run(check, sample, tmp_path_factory):
    """The sample municipality with all its layers."""
    folder = tmp_path_factory.mktemp("kommune")
    names = {
        "PARCELS": "jordstykker",
        "BUILDINGS": "bygninger",
        "FLOORS": "etager",
        "ZONES": "zoner",
        "PLANS": "lokalplaner",
        "SUB_AREAS": "delomraader",
        "TWO_STOREY_AREAS": "to_etager",
    }
    inputs = {name: f"{sample}|layername={layer}" for name, layer in names.items()}
    outputs = {"OUTPUT": folder / "grunde.gpkg", "OUTPUT_AREAS": folder / "omraader.gpkg"}
    run = check(**inputs, **outputs, OUTPUT_HTML=folder / "rapport.html")
    assert run.code == 0, run.log
    return run, read_layer(folder / "grunde.gpkg"), folder


def test_every_parcel_of_the_sample_is_on_exactly_one_plot(sample, sample_run):
    _, rows, _ = sample_run
    with closing(sqlite3.connect(sample)) as database:
        parcels = [one for (one,) in database.execute("SELECT matrikelnummer FROM jordstykker")]
    found = [one for row in rows for one in row["matrikelnumre"].split(", ")]
    assert sorted(found) == sorted(parcels)


def test_the_sample_agrees_with_the_calculation_written_independently(sample, sample_run):
    sys.path.insert(0, str(ROOT / "tests" / "oracles"))
    import plot_ratio_oracle as oracle

    _, rows, _ = sample_run
    wanted = oracle.of_geopackage(sample)
    compared = 0
    for row in rows:
        expected = wanted[oracle.key(row)]
        if expected.pop("by_parcel"):
            continue
        compared += 1
        for name, value in expected.items():
            same = row[name] == value if value is None or isinstance(value, str) else None
            assert same or row[name] == pytest.approx(value, abs=0.006), (name, row)
    assert compared > 250


def test_the_areas_of_buildings_on_parcels_are_those_of_calculatevectoroverlaps(process, sample, tmp_path):
    """QGIS's own overlay measures the same m² of each building on the parcels (an invalid one it cannot measure)."""
    import numpy as np
    import shapely

    from lyngby_heritage.core.plot_ratio.placement import place

    target = tmp_path / "overlap.gpkg"
    done = process(
        "run",
        "native:calculatevectoroverlaps",
        "--",
        f"INPUT={sample}|layername=bygninger",
        f"LAYERS={sample}|layername=jordstykker",
        f"OUTPUT={target}",
    )
    assert done.code == 0, done.err
    covered = [next(value for name, value in row.items() if name.endswith("_area")) for row in read_layer(target)]
    raw = {}
    for layer in ("bygninger", "jordstykker"):
        with closing(sqlite3.connect(sample)) as database:
            blobs = [one for (one,) in database.execute(f'SELECT geom FROM "{layer}" ORDER BY fid')]
        raw[layer] = shapely.from_wkb([_wkb(one) for one in blobs])
    buildings, parcels = (shapely.make_valid(raw[layer]) for layer in ("bygninger", "jordstykker"))
    valid = shapely.is_valid(raw["bygninger"])
    placed = place(buildings, parcels, np.zeros(len(parcels), dtype=np.intp))  # all one plot: the whole overlap
    ours = placed.share * shapely.area(buildings)
    assert ours[valid] == pytest.approx(np.array(covered)[valid], abs=0.01)
    assert valid.sum() > 500


def _wkb(blob):
    """The WKB inside a GeoPackage's geometry."""
    return blob[8 + {0: 0, 1: 32, 2: 48}[(blob[3] >> 1) & 7] :]


# Real extracts ------------------------------------------------------------------------------------------------------


@pytest.mark.realdata
def test_lundagervej_from_the_registers_answers(check, realdata, tmp_path):
    """7 rows of BBR, 2 of them without a place; 173 m² on a plot that is drawn as 860.88 m²."""
    case = json.loads((realdata / "bbr_geodanmark" / "lundagervej43_skovlunde.json").read_text(encoding="utf-8"))
    rows = []
    for one in case["BBR_Bygning"]:
        place = one["byg404Koordinat"]
        values = [one[name] for name in ("id_lokalId", "byg021BygningensAnvendelse", "byg038SamletBygningsareal")]
        rows.append((place and place["wkt"], *values, one["byg041BebyggetAreal"]))
    types = (
        "id_lokalId:text",
        "byg021BygningensAnvendelse:text",
        "byg038SamletBygningsareal:int",
        "byg041BebyggetAreal:int",
    )
    parcel = case["jordstykke"]
    run = check(
        PARCELS=write_layer(
            tmp_path / "j.gpkg",
            "j",
            [(parcel["geometri"]["wkt"], parcel["matrikelnummer"], 861)],
            ("matrikelnummer:text", "registreretAreal:int"),
        ),
        BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", rows, types, kind="POINT"),
        ZONES=write_layer(tmp_path / "z.gpkg", "z", [(parcel["geometri"]["wkt"],)]),
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert (row["etageareal_m2"], row["sekundaer_m2"], row["bebyggelsesprocent"]) == (173.0, 48.0, 20.09)
    assert (row["matrikelnumre"], row["status_procent"]) == ("6hh", "overholdt")
    assert run.results["UNMATCHED_COUNT"] == 2


@pytest.mark.realdata
def test_tversted_has_footprints_only(check, realdata, tmp_path):
    """285 parcels whose areas are text, 222 footprints without attributes, in degrees."""
    folder = realdata / "matrikel"
    parcels = json.loads((folder / "tversted_jordstykker.geojson").read_text(encoding="utf-8"))["features"]
    run = check(
        PARCELS=folder / "tversted_jordstykker.geojson",
        BUILDINGS=folder / "tversted_bygninger.geojson",
        ZONES=folder / "tversted_jordstykker.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_HTML=tmp_path / "ud.html",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == len(parcels) == 285
    areas = {float(one["properties"]["registreretAreal"]) for one in parcels}
    assert {row["grundareal_m2"] for row in rows} <= areas
    assert {row["etageareal_kilde"] for row in rows} == {"fodaftryk", "ingen"}
    built = [row for row in rows if row["etageareal_kilde"] == "fodaftryk"]
    assert len(built) > 100
    assert {row["status_etager"] for row in built} == {"ukendt"}
    assert all("omrids på kortet × etager" in row["bemaerkning"] for row in built)


@pytest.mark.realdata
def test_albertslund_with_its_plans_and_the_plans_as_stand_in_for_parcels(check, realdata, tmp_path):
    """No parcels are at hand: each lokalplan stands in for one, so that areas and limits of real plans are read."""
    plans = realdata / "plandata" / "albertslund_lokalplaner.geojson"
    run = check(
        PARCELS=plans,
        BUILDINGS=realdata / "bbr_geodanmark" / "albertslund_buildings_with_basement.geojson",
        ZONES=plans,
        PLANS=plans,
        PARCEL_ID_FIELD="plannr",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_AREAS=tmp_path / "omraader.gpkg",
        OUTPUT_HTML=tmp_path / "ud.html",
    )
    assert run.code == 0, run.log
    rows = {row["matrikelnumre"]: row for row in read_layer(tmp_path / "ud.gpkg")}
    assert len(read_layer(tmp_path / "ud.gpkg")) == 168
    # 9.4: 1110, 25 % of each property, adopted 16 June 1985. 8.7: 30 % for the area as a whole.
    assert (rows["9.4"]["tilladt_procent"], rows["9.4"]["regelsaet"]) == (25.0, "foer_2008")
    assert rows["9.4"]["procent_kilde"].startswith("lokalplan 9.4")
    assert rows["8.7"]["status_procent"] == "omraade"
    assert "lokalplan 8.7" in " ".join(row["kilde"] for row in read_layer(tmp_path / "omraader.gpkg"))


@pytest.mark.realdata
def test_the_frame_of_hald_ege_as_it_is_registered(check, realdata, tmp_path):
    """No bebygpct at all: the limit sits in bygpct1 = 30, for each parcel by itself (bygpcth1 = 4)."""
    frame = json.loads((realdata / "plandata" / "kommuneplanramme_hald_ege_1110.json").read_text(encoding="utf-8"))
    for feature in frame["features"]:
        corners = [[EAST - 9, NORTH - 9], [EAST + 99, NORTH - 9], [EAST + 99, NORTH + 99], [EAST - 9, NORTH + 99]]
        feature["geometry"] = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    frame["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    (tmp_path / "ramme.geojson").write_text(json.dumps(frame), encoding="utf-8")
    parcels = [(at(0, 0, 30, 20), "e", "1a", 600), (at(30, 0, 50, 20), "e", "1b", 400)]
    houses = [(at(2, 2, 12, 12), "a", 120, 2, 200)]
    types = ("bygning_id:text", "anvendelse:int", "etager:real", "samlet_m2:int")
    run = check(
        PARCELS=write_layer(tmp_path / "j.gpkg", "j", parcels, PARCEL_TYPES),
        BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", houses, types),
        ZONES=tmp_path / "ramme.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert (row["bebyggelsesprocent"], row["status_procent"], row["status_etager"]) == (
        33.33,
        "overskredet",
        "overholdt",
    )
    assert row["procent_kilde"] == "ramme HALD.B1.01 Hald Ege Åben-lav boliger"
