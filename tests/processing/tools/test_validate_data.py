"""`validatedata` by the real qgis_process: one finding per fault, in its place; what is wrong is told, not refused."""

import json
import sqlite3
import struct
from contextlib import closing

import pytest
from builders import square
from conftest import TOOL, read_layer, write_layer
from interrupting import stops_and_leaves_nothing
from osgeo import gdal

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
FIELDS = ["fid", "lag", "objekt_id", "alvor", "regel", "tekst", "indgang", "raekke", "antal"]
HOUSE_FIELDS = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "adresse:text")


def at(x, y=0, side=10.0):
    return square(EAST + x, NORTH + y, side)


def house(x, id, save=4, use=120, year=1930, address="Møllevej 4", wkt=None):
    return (wkt or at(x), id, save, use, year, address)


@pytest.fixture
def validate(process):
    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:validatedata", "--json", "--", *given, env=env)

    return run


@pytest.fixture
def findings(validate, tmp_path):
    """Run, and give the findings as rows, with their place under `sted`."""

    def run(**parameters):
        done = validate(OUTPUT=tmp_path / "fund.gpkg", **parameters)
        assert done.code == 0, done.log
        rows = read_layer(tmp_path / "fund.gpkg")
        with closing(sqlite3.connect(tmp_path / "fund.gpkg")) as database:
            places = [one for (one,) in database.execute("SELECT geom FROM fund ORDER BY fid")]
        for row, place in zip(rows, places):
            x, y = struct.unpack("<dd", place[-16:])
            row["sted"] = None if x != x else (x, y)  # QGIS writes a missing point as an empty one
        return rows

    return run


def of(rows, rule):
    return [row for row in rows if row["regel"] == rule]


@pytest.fixture
def buildings(tmp_path):
    rows = [house(0, "a", 12), house(20, "b"), house(40, "b", year=2999), house(60, "d", address="MÃ¸llevej")]
    return write_layer(tmp_path / "b.gpkg", "bygninger", rows, HOUSE_FIELDS)


# What comes out -------------------------------------------------------------------------------------------------------


def test_a_finding_says_which_object_how_grave_by_which_rule_and_where(findings, buildings):
    rows = findings(BUILDINGS=buildings)
    assert list(rows[0])[: len(FIELDS)] == FIELDS
    (row,) = of(rows, "save_uden_for_skalaen")
    assert (row["lag"], row["objekt_id"], row["alvor"]) == ("bygninger", "a", "fejl")
    assert (row["indgang"], row["raekke"], row["antal"]) == ("BUILDINGS", 1, 1)
    assert row["tekst"].startswith("SAVE-værdien er 12; skalaen går fra 1 til 9.")
    assert row["sted"] == (EAST + 5, NORTH + 5)


def test_each_fault_is_found_once_gravest_first(findings, buildings):
    rows = findings(BUILDINGS=buildings)
    assert [(row["alvor"], row["regel"], row["objekt_id"]) for row in rows if row["alvor"] != "oplysning"] == [
        ("fejl", "save_uden_for_skalaen", "a"),
        ("fejl", "aar_i_fremtiden", "b"),
        ("advarsel", "tekst_forkert_kodet", "d"),
    ]
    # b stands on two rows whose outlines lie apart: one building in parts, which is no fault.
    assert [row["objekt_id"] for row in of(rows, "bygning_i_flere_flader")] == ["b"]


@pytest.mark.parametrize(("day", "count"), [("2998-12-31", 1), ("2999-01-01", 0)])
def test_a_year_is_yet_to_come_by_the_day_that_the_run_goes_by(findings, buildings, monkeypatch, day, count):
    monkeypatch.setenv("LYNGBY_HERITAGE_DAY", day)
    assert len(of(findings(BUILDINGS=buildings), "aar_i_fremtiden")) == count


def test_the_results_are_whole_numbers_that_add_up(validate, buildings, tmp_path):
    results = validate(BUILDINGS=buildings, OUTPUT=tmp_path / "fund.gpkg").results
    counts = {name: value for name, value in results.items() if name.endswith("COUNT")}
    assert set(counts) == {"FINDING_COUNT", "ERROR_COUNT", "WARNING_COUNT", "INFO_COUNT"}
    assert all(type(value) is int for value in counts.values())
    assert (counts["ERROR_COUNT"], counts["WARNING_COUNT"]) == (2, 1)
    assert counts["FINDING_COUNT"] == len(read_layer(tmp_path / "fund.gpkg")) == sum(counts.values()) / 2


def test_the_geopackage_is_one_file_of_version_1_3_with_its_style_inside(validate, buildings, tmp_path):
    target = tmp_path / "ud" / "fund.gpkg"
    target.parent.mkdir()
    validate(BUILDINGS=buildings, OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["fund.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        ((default, style),) = database.execute("SELECT useAsDefault, styleQML FROM layer_styles").fetchall()
        assert database.execute("SELECT geometry_type_name, srs_id FROM gpkg_geometry_columns").fetchone() == (
            "POINT",
            25832,
        )
    assert default == 1
    assert "advarsel" in style


def test_the_report_tells_the_gravest_first_and_needs_nothing_besides_itself(validate, buildings, tmp_path):
    run = validate(BUILDINGS=buildings, OUTPUT=tmp_path / "fund.gpkg", OUTPUT_HTML=tmp_path / "tjek.html")
    assert run.code == 0, run.log
    page = (tmp_path / "tjek.html").read_text(encoding="utf-8")
    assert "data:image/png;base64," in page
    assert "<strong>2</strong> fejl, som skal rettes" in page
    assert page.index("SAVE-værdien er 12") < page.index("MÃ¸llevej") < page.index("tegnet som 2 flader")
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_two_runs_write_the_same(findings, buildings):
    assert findings(BUILDINGS=buildings) == findings(BUILDINGS=buildings)


def test_layers_are_held_against_each_other(findings, tmp_path):
    buildings = write_layer(
        tmp_path / "b.gpkg", "bygninger", [house(0, "a"), house(500, "b"), house(1000, "c")], HOUSE_FIELDS
    )
    save = write_layer(
        tmp_path / "f.gpkg",
        "fbb",
        [(f"POINT ({EAST + 200} {NORTH})", "A", 4)],
        ("ois_id:text", "bevaringsvaerdi:int"),
        kind="POINT",
    )
    plots = [(at(-5, -5, 20), "1a"), (at(14, -5, 20), "1b"), (at(560, 0, 20), "1c")]
    parcels = write_layer(tmp_path / "j.gpkg", "jordstykker", plots, ("matrikelnummer:text",))
    decisions = write_layer(
        tmp_path / "d.gpkg",
        "beslutninger",
        [(None, "B", "udpeg", "Godt"), (None, "x", "udpeg", "Godt")],
        ("bygning_id:text", "beslutning:text", "begrundelse:text"),
        kind="NONE",
    )
    rows = findings(BUILDINGS=buildings, SAVE=save, PARCELS=parcels, DECISIONS=decisions)
    assert [row["objekt_id"] for row in of(rows, "save_punkt_langt_fra_bygning")] == ["A"]
    assert "190 m" in of(rows, "save_punkt_langt_fra_bygning")[0]["tekst"]
    assert [row["objekt_id"] for row in of(rows, "jordstykker_overlapper")] == ["1a"]
    assert [row["objekt_id"] for row in of(rows, "bygning_uden_jordstykke")] == ["b"]
    assert "1 af 3" in of(rows, "jordstykker_daekker_ikke")[0]["tekst"]
    (unknown,) = of(rows, "beslutning_ukendt_bygning")
    assert (unknown["objekt_id"], unknown["sted"]) == ("x", None)
    assert "og bliver ikke brugt. Udpeges" in unknown["tekst"]


def test_a_theme_layer(findings, tmp_path):
    path = tmp_path / "t.gpkg"
    write_layer(path, "bes_naturtyper", [(at(0), "o1", "2")], ("Objekt_id:text", "Statuskode:text"))
    rows = findings(LAYERS=f"{path}|layername=bes_naturtyper")
    assert [(row["lag"], row["objekt_id"]) for row in of(rows, "tema_ikke_gaeldende")] == [("bes_naturtyper", "o1")]


def test_several_theme_layers_as_json(process, tmp_path):
    path = tmp_path / "t.gpkg"
    layers = [
        write_layer(path, name, [(at(0), "o1", "2")], ("Objekt_id:text", "Statuskode:text"))
        for name in ("bes_naturtyper", "fredede_omr")
    ]
    inputs = {"inputs": {"LAYERS": layers, "OUTPUT": str(tmp_path / "fund.gpkg")}}
    run = process("run", "lyngby_heritage:validatedata", "-", stdin=json.dumps(inputs))
    assert run.code == 0, run.err
    assert {row["lag"] for row in read_layer(tmp_path / "fund.gpkg")} == {"bes_naturtyper", "fredede_omr"}


def test_layers_of_one_name_are_told_apart_by_their_files(findings, tmp_path):
    one = write_layer(tmp_path / "en.gpkg", "bygninger", [house(0, "a", 12)], HOUSE_FIELDS)
    two = write_layer(tmp_path / "to.gpkg", "bygninger", [house(0, "a", 13)], HOUSE_FIELDS)
    rows = of(findings(BUILDINGS=one, CONTEXT_BUILDINGS=two, SAVE=two), "save_uden_for_skalaen")
    assert {row["lag"] for row in rows} == {"bygninger (en.gpkg)", "bygninger (to.gpkg)"}


def test_the_municipality_s_own_rules(findings, buildings, tmp_path):
    rules = {"rules": {"save_uden_for_skalaen": {"on": False}, "aar_i_fremtiden": {"limits": {"latest_year": 3000}}}}
    (tmp_path / "regler.json").write_text(json.dumps(rules), encoding="utf-8")
    rows = findings(BUILDINGS=buildings, RULES=tmp_path / "regler.json")
    assert [row["regel"] for row in rows if row["alvor"] == "fejl"] == []


@pytest.mark.parametrize(("code", "told"), [("0173", 1), ("173", 1), ("0159", 1), ("", 0)])
def test_plans_of_another_municipality(findings, tmp_path, code, told):
    rows = [(at(0, 0, 100), "p1", 173, 20200101), (at(200, 0, 100), "p2", 159, 20200101)]
    plans = write_layer(tmp_path / "p.gpkg", "planer", rows, ("planid:text", "komnr:int", "datovedt:int"))
    assert len(of(findings(PLANS=plans, MUNICIPALITY=code), "plan_anden_kommune")) == told


@pytest.mark.parametrize(("numbers", "told"), [(["223-1-1", "223-2-1", "190-3-1"], ["190-3-1"]), (["223-1-1"] * 3, [])])
def test_the_municipality_is_read_from_the_data(findings, tmp_path, numbers, told):
    rows = [(at(20 * x, 0, 10), f"b{x}", number) for x, number in enumerate(numbers)]
    save = write_layer(tmp_path / "s.gpkg", "fbb", rows, ("fbb_id:text", "bbrnummer:text"))
    found = of(findings(SAVE=save), "objekt_anden_kommune")
    assert len(found) == len(told)
    assert all("Furesø" in row["tekst"] and "Hørsholm" in row["tekst"] for row in found)


@pytest.mark.parametrize(
    ("profile", "code", "said"),
    [
        ("gladsaxe", None, "is of Gladsaxe (municipality 0159), and the data are of Hørsholm (0223)"),
        ("gladsaxe", "0159", ""),
        ("gladsaxe", "0173", "and the data are of Lyngby-Taarbæk (0173)"),
        (None, None, ""),
    ],
)
def test_a_profile_of_another_municipality_than_the_data_s_is_said(validate, tmp_path, profile, code, said):
    rows = [(at(20 * x, 0, 10), f"b{x}", f"223-{x}-1") for x in range(3)]
    given = {"SAVE": write_layer(tmp_path / "s.gpkg", "fbb", rows, ("fbb_id:text", "bbrnummer:text"))}
    given |= {name: one for name, one in (("PROFILE", profile), ("MUNICIPALITY", code)) if one}
    run = validate(OUTPUT=tmp_path / "fund.gpkg", **given)
    assert run.code == 0, run.log
    assert said in run.log
    assert bool(said) == ("Choose the profile of the data's municipality" in run.log)


def test_the_messages_are_danish_in_a_danish_qgis_and_the_findings_always(validate, buildings, tmp_path):
    run = validate(env={"LANG": "da_DK.UTF-8"}, BUILDINGS=buildings, OUTPUT=tmp_path / "fund.gpkg")
    assert "fund:" in run.log
    assert of(read_layer(tmp_path / "fund.gpkg"), "save_uden_for_skalaen")[0]["tekst"].startswith("SAVE-værdien er 12")


def test_without_json_each_finding_is_a_line_that_can_be_read(process, buildings, tmp_path):
    """qgis_process prints a list of rows as ", , ,": what a person reads there is text."""
    given = [f"BUILDINGS={buildings}", f"OUTPUT={tmp_path / 'fund.gpkg'}"]
    printed = process("run", "lyngby_heritage:validatedata", "--", *given, env={"LANG": "da_DK.UTF-8"}).out
    results = printed.split("Results")[1]
    assert "FINDINGS:\tfejl\tbygninger\t1\tMøllevej 4\tSAVE-værdien er 12; skalaen går fra 1 til 9." in results
    assert ", , " not in printed
    log = printed.split("Results")[0]
    assert "Fejl: SAVE-værdi uden for skalaen (1)" in log
    assert "Bygninger: bygninger, 4 rækker; læste felter: bygning_id" in log


# Bad input is what the tool is for: told, never refused -------------------------------------------------------------


def test_no_crs(findings, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [house(0, "a", 12)], HOUSE_FIELDS, epsg=None)
    rows = findings(BUILDINGS=layer)
    (row,) = of(rows, "lag_uden_koordinatsystem")
    assert "De ligner EPSG:25832" in row["tekst"]
    assert of(rows, "save_uden_for_skalaen")[0]["sted"] == (EAST + 5, NORTH + 5)


def test_no_crs_and_coordinates_that_fit_nothing(findings, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [house(0, "a", 12, wkt=square(12, 55, 1))], HOUSE_FIELDS, epsg=None)
    rows = findings(BUILDINGS=layer)
    assert "Laget er ikke prøvet på kortet" in of(rows, "lag_uden_koordinatsystem")[0]["tekst"]
    assert [row["sted"] for row in of(rows, "save_uden_for_skalaen")] == [None]


def test_degrees(findings, tmp_path):
    wkt = "POLYGON ((12.5 55.77, 12.5002 55.77, 12.5002 55.7702, 12.5 55.7702, 12.5 55.77))"
    layer = write_layer(tmp_path / "b.gpkg", "b", [house(0, "a", 12, wkt=wkt)], HOUSE_FIELDS, epsg=4326)
    rows = findings(BUILDINGS=layer)
    assert of(rows, "lag_i_grader")[0]["alvor"] == "oplysning"
    assert of(rows, "save_uden_for_skalaen")[0]["sted"] == pytest.approx((719537.5, 6186039.7), abs=1)  # gdaltransform


def test_metres_said_to_be_degrees(findings, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [house(0, "a")], HOUSE_FIELDS, epsg=4326)
    (row,) = of(findings(BUILDINGS=layer), "lag_forkert_koordinatsystem")
    assert "EPSG:4326" in row["tekst"]
    assert "720010" in row["tekst"]


def test_degrees_said_to_be_metres(findings, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [house(0, "a", wkt=square(12.5, 55.7, 0.01))], HOUSE_FIELDS)
    (row,) = of(findings(BUILDINGS=layer), "lag_uden_for_danmark")
    assert "EPSG:4326" in row["tekst"]


def test_an_empty_layer(findings, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "bygninger", [], HOUSE_FIELDS)
    rows = findings(BUILDINGS=layer)
    assert [(row["regel"], row["lag"], row["sted"]) for row in rows if row["alvor"] == "advarsel"] == [
        ("lag_tomt", "bygninger", None)
    ]


def test_invalid_null_and_empty_geometries(findings, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    rows = [
        house(0, "a", wkt=bow_tie),
        (None, "b", 4, 120, 1930, ""),
        house(0, "c", wkt="POLYGON EMPTY"),
        house(50, "d"),
    ]
    found = findings(BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", rows, HOUSE_FIELDS))
    (invalid,) = of(found, "geometri_ugyldig")
    assert (invalid["objekt_id"], invalid["sted"]) == ("a", (EAST + 5, NORTH + 5))
    assert [row["objekt_id"] for row in of(found, "geometri_mangler")] == ["b", "c"]


def test_curves_are_told_once(findings, tmp_path):
    path = tmp_path / "k.gpkg"
    circle = [(0, 0), (10, 10), (20, 0), (10, -10), (0, 0)]
    corners = ", ".join(f"{EAST + x} {NORTH + y}" for x, y in circle)
    arc = f"CURVEPOLYGON (CIRCULARSTRING ({corners}))"
    from osgeo import ogr, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(25832)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("omraader", system, ogr.wkbCurvePolygon)
    for wkt in (arc, arc):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    (row,) = of(findings(LAYERS=path), "geometri_buer")
    assert row["tekst"].startswith("2 af 2 geometrier har buer.")


def test_a_missing_field_and_a_cut_one(findings, tmp_path):
    rows = findings(
        SAVE=write_layer(tmp_path / "f.gpkg", "fbb", [(at(0), "a")], ("ois_id:text",)),
        BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", [(at(0), "a", 1)], ("bygning_id:text", "bygningens:int")),
    )
    (missing,) = of(rows, "felt_mangler")
    assert (missing["lag"], missing["alvor"]) == ("fbb", "fejl")
    assert "bevaringsvaerdi" in missing["tekst"]
    assert "anvendelse" in of(rows, "feltnavn_afkortet")[0]["tekst"]


def test_a_table_where_a_map_is_needed(findings, tmp_path):
    table = write_layer(tmp_path / "j.gpkg", "j", [(None, "1a")], ("matrikelnummer:text",), kind="NONE")
    (row,) = of(findings(PARCELS=table), "lag_forkert_geometritype")
    assert "ingen geometri" in row["tekst"]


def test_layers_that_lie_apart(findings, buildings, tmp_path):
    parcels = write_layer(tmp_path / "j.gpkg", "jordstykker", [(at(90_000),)], ())
    rows = findings(BUILDINGS=buildings, PARCELS=parcels)
    assert [row["lag"] for row in of(rows, "lag_ligger_for_sig")] == ["bygninger", "jordstykker"]


# What is refused ------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(validate, tmp_path):
    """Run with an earlier output in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "fund.gpkg").write_bytes(b"an earlier result that must survive")

    def run(*expected, **parameters):
        done = validate(**{"OUTPUT": folder / "fund.gpkg", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [
            ("fund.gpkg", b"an earlier result that must survive")
        ]

    return run


def test_nothing_to_validate(refused):
    refused("Nothing to validate", "BUILDINGS", "LAYERS")


def test_an_unknown_parameter_name(refused, buildings):
    refused("Unknown parameter BUILDING", BUILDINGS=buildings, BUILDING=buildings)


def test_a_file_that_is_not_there(refused, tmp_path):
    refused("PARCELS", PARCELS=tmp_path / "findes_ikke.gpkg")


@pytest.mark.parametrize("code", ["Lyngby", "17", "01730"])
def test_a_municipality_that_is_no_code(refused, buildings, code):
    refused("MUNICIPALITY", code, BUILDINGS=buildings, MUNICIPALITY=code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{", "no rule table"), ('{"rules": {"findes_ikke": {}}}', "findes_ikke"), (None, "cannot be read")],
)
def test_rules_that_cannot_be_used(refused, buildings, tmp_path, text, expected):
    if text is not None:
        (tmp_path / "regler.json").write_text(text, encoding="utf-8")
    refused(expected, BUILDINGS=buildings, RULES=tmp_path / "regler.json")


@pytest.mark.parametrize("target", ["findes/ikke/fund.gpkg", "/proc/fund.gpkg"])
def test_an_output_that_cannot_be_written(validate, buildings, tmp_path, target):
    before = sorted(one.name for one in tmp_path.iterdir())
    run = validate(BUILDINGS=buildings, OUTPUT=tmp_path / target)
    assert run.code == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_an_output_that_is_an_input(validate, buildings, tmp_path):
    before = (tmp_path / "b.gpkg").read_bytes()
    run = validate(BUILDINGS=buildings, OUTPUT=tmp_path / "b.gpkg")
    assert run.code == 1
    assert "OUTPUT is the same file as BUILDINGS" in run.log
    assert (tmp_path / "b.gpkg").read_bytes() == before


@pytest.mark.parametrize("suffix", ["fgb", "gpkg", "shp"])
def test_a_file_that_is_cut_off_is_a_finding_that_names_it_and_the_other_layers_are_checked(
    validate, buildings, tmp_path, suffix
):
    file = tmp_path / f"fbb.{suffix}"
    rows = [(at(20 * row), f"b{row}", "x" * 200) for row in range(300)]
    write_layer(tmp_path / "hel.gpkg", "fbb", rows, ("fbb_id:text", "adresse:text"))
    gdal.VectorTranslate(str(file), str(tmp_path / "hel.gpkg"))
    held = bytearray(file.read_bytes())
    if suffix == "gpkg":  # lose a page in the middle: SQLite does not open a file that is too short
        middle = held.index(b"x" * 200, len(held) // 2) // 4096 * 4096
        held[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(held if suffix == "gpkg" else held[: len(held) // 2])

    run = validate(SAVE=file, BUILDINGS=buildings, OUTPUT=tmp_path / "fund.gpkg", OUTPUT_HTML=tmp_path / "fund.html")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "fund.gpkg")
    (told,) = [row for row in found if row["indgang"] == "SAVE"]
    assert (told["regel"], told["alvor"], told["lag"]) == ("lag_ulaeseligt", "fejl", "fbb")
    assert str(file) in told["tekst"]
    assert " af 300 " in told["tekst"]
    assert of(found, "save_uden_for_skalaen")[0]["indgang"] == "BUILDINGS"
    assert "SAVE values (FBB): fbb cannot be read whole and is not checked; the others are." in run.log
    assert str(file) in (tmp_path / "fund.html").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_opened_at_all_is_a_finding_too(validate, buildings, tmp_path):
    """A GeoPackage of which a download left the beginning, among the layers and among the themes."""
    whole = write_layer(tmp_path / "fbb.gpkg", "fbb", [(at(0), "b1")], ("fbb_id:text",))
    held = (tmp_path / "fbb.gpkg").read_bytes()
    for name in ("fbb", "natur"):
        (tmp_path / f"{name}.gpkg").write_bytes(held[:3000])
    given = {"SAVE": whole, "LAYERS": tmp_path / "natur.gpkg", "BUILDINGS": buildings}
    run = validate(**given, OUTPUT=tmp_path / "fund.gpkg", OUTPUT_HTML=tmp_path / "fund.html")
    assert run.code == 0, run.log
    told = of(read_layer(tmp_path / "fund.gpkg"), "lag_ulaeseligt")
    assert [(row["lag"], row["indgang"]) for row in told] == [("fbb", "SAVE"), ("natur", "LAYERS")]
    assert all(str(tmp_path / f"{row['lag']}.gpkg") in row["tekst"] for row in told)
    assert of(read_layer(tmp_path / "fund.gpkg"), "save_uden_for_skalaen")
    # What is not there, or not in the file, is a mistake in the parameters, and refused.
    for missing in (tmp_path / "findes_ikke.gpkg", f"{tmp_path / 'b.gpkg'}|layername=findes_ikke"):
        run = validate(SAVE=missing, BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg")
        assert (run.code, "SAVE" in run.log) == (1, True), run.log


def test_parcels_that_are_the_zones_too_are_warned_of_in_log_and_report(validate, buildings, tmp_path):
    parcels = [(at(0, 0, 40), "1a"), (at(40, 0, 40), "1b")]
    parcels = write_layer(tmp_path / "j.gpkg", "jordstykker", parcels, ("matrikelnummer:text",))
    given = {"PARCELS": parcels, "ZONES": parcels, "BUILDINGS": buildings}
    run = validate(**given, OUTPUT=tmp_path / "fund.gpkg", OUTPUT_HTML=tmp_path / "fund.html")
    (told,) = of(read_layer(tmp_path / "fund.gpkg"), "lag_i_to_roller")
    assert (told["alvor"], told["lag"]) == ("advarsel", "jordstykker (j.gpkg)")
    assert "PARCELS and ZONES are the same layer: jordstykker (j.gpkg)." in run.log
    assert "Samme lag er angivet som PARCELS og ZONES." in (tmp_path / "fund.html").read_text(encoding="utf-8")
    run = validate(PARCELS=parcels, BUILDINGS=buildings, OUTPUT=tmp_path / "fund.gpkg")
    assert "are the same layer" not in run.log
    assert of(read_layer(tmp_path / "fund.gpkg"), "lag_i_to_roller") == []


def test_a_geopackage_of_128_fields_is_told_of_and_read_whole(findings, tmp_path):
    names = tuple(f"f{number}:text" for number in range(126))
    plans = [(at(0, 0, 100), 1, 30.0, *("x" for _ in names)), (at(200, 0, 100), 2, 0.0, *("x" for _ in names))]
    wide = write_layer(tmp_path / "p.gpkg", "planer", plans, ("planid:int", "bebygpct:real", *names))
    rows = findings(PLANS=wide)
    assert "Laget har 129 felter" in of(rows, "lag_mange_felter")[0]["tekst"]  # with the row number, `fid`
    assert [row["objekt_id"] for row in of(rows, "graense_umulig")] == ["2"]


def test_cancelling_stops_at_once_and_leaves_nothing(process, tmp_path):
    big = tmp_path / "stor.gpkg"
    made = process(
        "run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=15000", "REGISTERS=false", f"OUTPUT={big}"
    )
    assert made.code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    layers = [f"BUILDINGS={big}|layername=bygninger", f"PARCELS={big}|layername=jordstykker"]
    command = [TOOL, "run", "lyngby_heritage:validatedata", "--", *layers, f"OUTPUT={folder / 'fund.gpkg'}"]
    assert stops_and_leaves_nothing(command, (1.5, 2.5, 3.5), folder, ["fund.gpkg"], within=1.5)


# The sample: what is planted in it is found, and little else --------------------------------------------------------

SAMPLE = {
    "BUILDINGS": "bygninger",
    "SAVE": "fbb",
    "FOOTPRINTS": "geodanmark_bygning",
    "BBR": "bbr",
    "FLOORS": "etager",
    "PARCELS": "jordstykker",
    "ZONES": "zoner",
    "PLANS": "lokalplaner",
    "SUB_AREAS": "delomraader",
    "TWO_STOREY_AREAS": "to_etager",
    "ZONE_MAP": "zonekort",
    "DECISIONS": "beslutninger",
    "WATERCOURSES": "vandloeb",
    "BOUNDARY": "kommunegraense",
    "LAYERS": "bes_naturtyper",
}


def test_what_is_planted_in_the_sample_is_found(findings, sample):
    rows = findings(**{name: f"{sample}|layername={layer}" for name, layer in SAMPLE.items()})
    count = {rule: len(of(rows, rule)) for rule in {row["regel"] for row in rows}}
    # sample/oddities.py: one outline that crosses itself, three buildings in two polygons.
    assert count["geometri_ugyldig"] == 1
    assert count["bygning_i_flere_flader"] == 3
    # sample/registers.py: two old ids and one missing, cases without a place, and rows that have ended.
    assert count["id_ikke_bbr"] == 2
    assert count["id_mangler"] == 1
    assert count["bbr_uden_sted"] >= 1
    assert count["bbr_historisk"] >= 1
    # sample/decisions.py: a change of mind, and a building that nobody knows.
    assert count["beslutning_afloest"] == 1
    assert count["beslutning_ukendt_bygning"] == 1
    # data/sample/plans.json: a neighbour's plan, a date that is not known, a younger plan over an older one.
    assert count["plan_anden_kommune"] == 1
    assert count["plan_dato_erstatning"] == 1
    assert count["planer_modstridende"] >= 1
    assert count["graense_for_omraadet"] >= 3
    for rule in ("aar_ukendt", "etager_mangler", "anvendelse_ukendt", "save_ikke_vurderet", "fodaftryk_uden_id"):
        assert count[rule] >= 1, rule
    assert count["bygning_lidt_over_skel"] + count.get("bygning_over_skel", 0) >= 1
    # Errors are what is wrong: the one outline. And a planner can read it all.
    assert [row["regel"] for row in rows if row["alvor"] == "fejl"] == ["geometri_ugyldig"]
    assert len(rows) < 60


def test_the_sample_s_save_values_as_text(findings, sample):
    rows = findings(SAVE=f"{sample}|layername=save_tekst")
    texts = " ".join(row["tekst"] for row in of(rows, "save_ulaeselig"))
    assert "ikke vurderet" in texts
    assert "VI" in texts or "IV" in texts or "V" in texts


def test_a_layer_that_is_something_else_is_a_finding_and_a_warning(validate, tmp_path):
    """GeoDanmark's outlines as parcels, and proposals as lokalplaner; the buildings themselves are as asked."""
    outlines = write_layer(
        tmp_path / "geodanmark.gpkg", "Bygning", [(at(0), "a", "Bygning")], ("BBRUUID:text", "bygningstype:text")
    )
    fields = ("planid:int", "plannr:text", "plannavn:text", "bebygpct:int")
    plans = write_layer(tmp_path / "plan.gpkg", "theme_pdk_lokalplan_forslag", [(at(0), 1, "1", "By", 30)], fields)
    run = validate(PARCELS=outlines, FOOTPRINTS=outlines, PLANS=plans, OUTPUT=tmp_path / "fund.gpkg")
    assert run.code != 0
    assert "PARCELS (" in run.log
    beside = write_layer(
        tmp_path / "b.gpkg", "Bygning", [(at(0), "a", "Bygning")], ("BBRUUID:text", "bygningstype:text")
    )
    run = validate(PARCELS=outlines, FOOTPRINTS=beside, PLANS=plans, OUTPUT=tmp_path / "fund.gpkg")
    assert run.code == 0, run.log
    assert "PARCELS was given Bygning (geodanmark.gpkg), which by its name is bygningsflader fra GeoDanmark." in run.log
    told = {row["indgang"]: row["tekst"] for row in of(read_layer(tmp_path / "fund.gpkg"), "lag_ligner_andet")}
    assert told == {
        "PARCELS": "Laget er måske ikke det, der skal bruges: PARCELS fik Bygning (geodanmark.gpkg), som efter sit "
        "navn er bygningsflader fra GeoDanmark. Der skal bruges jordstykker med flader og matrikelnumre. Angiv det "
        "lag, medmindre det her er ment.",
        "PLANS": "Laget er måske ikke det, der skal bruges: PLANS fik theme_pdk_lokalplan_forslag (plan.gpkg), som "
        "efter sit navn ikke er det gældende (forslag). Angiv de gældende, medmindre disse er ment.",
    }


# Real extracts --------------------------------------------------------------------------------------------------------


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("parameters", "most"),
    [
        ({"SAVE": "fbb/hoersholm_223_shapefile.zip", "MUNICIPALITY": "0223"}, 10),
        (
            {
                "SAVE": "fbb/albertslund_165_as_wfs.geojson",
                "FOOTPRINTS": "bbr_geodanmark/albertslund_buildings_with_basement.geojson",
                "CONTEXT_BUILDINGS": "bbr_geodanmark/albertslund_buildings_after_1973.geojson",
                "MUNICIPALITY": "0165",
            },
            100,
        ),
        ({"PARCELS": "matrikel/tversted_jordstykker.geojson", "FOOTPRINTS": "matrikel/tversted_bygninger.geojson"}, 10),
        ({"PLANS": "plandata/hvidovre_lokalplaner.geojson", "MUNICIPALITY": "0167"}, 40),
        ({"PLANS": "plandata/albertslund_lokalplaner.geojson", "MUNICIPALITY": "0165"}, 40),
        ({"LAYERS": "miljoeportal/egedal_paragraf3.geojson"}, 15),
        ({"LAYERS": "miljoeportal/hvidovre_fredede_omraader.geojson"}, 5),
        (
            {
                "BOUNDARY": "boundary/lyngby_taarbaek_0173.geojson",
                "WATERCOURSES": "dhm/moelleaadalen_raadvad_streams.geojson",
            },
            5,
        ),
    ],
)
def test_real_extracts_do_not_drown_in_findings(findings, realdata, parameters, most):
    given = {name: realdata / value if "/" in value else value for name, value in parameters.items()}
    rows = findings(**given)
    assert len(rows) <= most, [row["regel"] for row in rows]
    assert of(rows, "lag_ligner_andet") == []
    assert {row["alvor"] for row in rows} <= {"fejl", "advarsel", "oplysning"}


@pytest.mark.realdata
def test_egedal_has_eight_invalid_areas(findings, realdata):
    rows = findings(LAYERS=realdata / "miljoeportal" / "egedal_paragraf3.geojson")
    assert len(of(rows, "geometri_ugyldig")) == 8
    assert "82 af 1.469" in of(rows, "tema_ikke_gaeldende")[0]["tekst"]  # 72 of status 0 and 10 of status 2
