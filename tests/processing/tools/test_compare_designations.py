"""`comparedesignations` by the real qgis_process: every building once, with what became of it; and bad input."""

import hashlib
import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import TOOL, read_layer, write_layer
from interrupting import stops_and_leaves_nothing

pytestmark = pytest.mark.process

FIELDS = (
    "bygning_id:text",
    "adresse:text",
    "save_vaerdi:int",
    "udpeget:text",
    "udpegning:text",
    "ensartethed:real",
    "naboer:int",
    "naboer_ens:int",
    "begrundelse:text",
)
NAMES = [
    "bygning_id",
    "aendring",
    "foer",
    "efter",
    "begrundelse",
    "adresse",
    "foer_udpeget",
    "efter_udpeget",
    "foer_save",
    "efter_save",
]
EAST, NORTH = 720000, 6187000


def row(x, id, ground="ikke_udpeget", save=6, designated=None, wkt=None):
    yes = ground in ("vaerdi_1_3", "vaerdi_4_ensartet", "beslutning") if designated is None else designated
    place = square(EAST + x, NORTH) if wkt is None else wkt
    return (place, id, f"Åvej {x // 20 + 1}", save, str(yes).lower(), ground, None, None, None, None)


BEFORE = [
    row(0, "a", "vaerdi_1_3", 3),
    row(20, "b", "ikke_udpeget", 5),
    row(40, "c", "vaerdi_1_3", 3),
    row(60, "d", "vaerdi_4_ensartet", 4),
    row(80, "gone", "vaerdi_1_3", 2),
]
AFTER = [
    row(60, "D", "vaerdi_1_3", 3),
    row(40, "C", "ikke_udpeget", 5),
    row(20, "B", "vaerdi_1_3", 3),
    row(0, "A", "vaerdi_1_3", 3),
    row(100, "new", "ikke_udpeget", 6),
]


@pytest.fixture(scope="module")
def compare(process):
    """Run comparedesignations with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:comparedesignations", "--json", "--", *given)

    return run


def layer(folder, name, rows, **settings):
    return write_layer(folder / f"{name}.gpkg", name, rows, FIELDS, **settings)


@pytest.fixture
def before(tmp_path):
    return layer(tmp_path, "foer", BEFORE)


@pytest.fixture
def after(tmp_path):
    return layer(tmp_path, "efter", AFTER)


def test_each_building_comes_out_once_with_what_became_of_it(compare, before, after, tmp_path):
    run = compare(BEFORE=before, AFTER=after, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert list(found[0]) == ["fid", *NAMES]
    assert [tuple(r[name] for name in NAMES if name != "begrundelse") for r in found] == [
        ("D", "aendret_grundlag", "vaerdi_4_ensartet", "vaerdi_1_3", "Åvej 4", 1, 1, 4, 3),
        ("C", "udgaaet", "vaerdi_1_3", "ikke_udpeget", "Åvej 3", 1, 0, 3, 5),
        ("B", "ny", "ikke_udpeget", "vaerdi_1_3", "Åvej 2", 0, 1, 5, 3),
        ("A", "fastholdt", "vaerdi_1_3", "vaerdi_1_3", "Åvej 1", 1, 1, 3, 3),
        ("new", "aendret_grundlag", None, "ikke_udpeget", "Åvej 6", None, 0, None, 6),
        ("gone", "udgaaet", "vaerdi_1_3", None, "Åvej 5", 1, None, 2, None),
    ]
    assert found[1]["begrundelse"] == "Udgået: var udpeget på SAVE-værdi 3. SAVE-værdien er ændret fra 3 til 5."
    assert found[5]["begrundelse"].endswith("Bygningen findes ikke længere i data.")
    counts = {name: value for name, value in run.results.items() if name.endswith("COUNT")}
    assert counts == {
        "BUILDING_COUNT": 6,
        "NEW_COUNT": 1,
        "REMOVED_COUNT": 2,
        "KEPT_COUNT": 1,
        "CHANGED_GROUND_COUNT": 2,
        "ONE_LAYER_COUNT": 1,
        "UNKNOWN_COUNT": 0,
        "DESIGNATED_BEFORE_COUNT": 4,
        "DESIGNATED_AFTER_COUNT": 3,
    }
    assert all(type(value) is int for value in counts.values())
    assert "1 building is only in foer (BEFORE)" in run.log


def test_two_real_designations_of_the_sample(compare, classify, sample, tmp_path):
    layers = {"BUILDINGS": f"{sample}|layername=bygninger", "PARCELS": f"{sample}|layername=jordstykker"}
    classify(**layers, UNIFORM_SHARE=0.9, OUTPUT=tmp_path / "streng.gpkg")
    decisions = f"{sample}|layername=beslutninger"
    classify(**layers, DECISIONS=decisions, OUTPUT=tmp_path / "vedtaget.gpkg")
    run = compare(BEFORE=tmp_path / "streng.gpkg", AFTER=tmp_path / "vedtaget.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found, old, new = (read_layer(tmp_path / f"{name}.gpkg") for name in ("ud", "streng", "vedtaget"))
    assert [r["bygning_id"] for r in found] == [r["bygning_id"] for r in new]
    # By the two designations themselves: how many more are designated is what came less what went.
    more = sum(r["udpeget"] for r in new) - sum(r["udpeget"] for r in old)
    assert run.results["NEW_COUNT"] - run.results["REMOVED_COUNT"] == more > 0
    told = [r["begrundelse"] for r in found if r["aendring"] == "ny" and r["efter"] == "vaerdi_4_ensartet"]
    assert told
    assert all("kravet var mindst 90 % af mindst 2 naboer og er nu mindst 60 %" in text for text in told)


def street(folder, *saves):
    """Houses side by side, all alike, with these SAVE values."""
    rows = [(square(EAST + 20 * i, NORTH), f"b{i}", save, 120, 1937) for i, save in enumerate(saves)]
    columns = ("bygning_id:text", "bevaringsvaerdi:int", "anvendelse:int", "opfoerelsesaar:int")
    return write_layer(folder / "b.gpkg", "b", rows, columns)


THREE_DEMANDED = "kravet var mindst 60 % af mindst 3 naboer og er nu mindst 60 % af mindst 2 naboer"


@pytest.fixture
def later(classify, tmp_path):
    """A designation of a street by the municipality's own choice: all of value 4 are designated."""
    classify(BUILDINGS=street(tmp_path, 4, 4, 4), OUTPUT=tmp_path / "nu.gpkg")
    return tmp_path / "nu.gpkg"


@pytest.mark.parametrize("suffix", ["gpkg", "geojson"])
def test_the_threshold_that_changed_is_read_from_the_metadata(compare, classify, later, tmp_path, suffix):
    earlier = tmp_path / f"foer.{suffix}"
    classify(BUILDINGS=tmp_path / "b.gpkg", MIN_NEIGHBOURS=3, OUTPUT=earlier)
    run = compare(BEFORE=earlier, AFTER=later, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert run.code == 0, run.log
    assert f"The rule or the thresholds differ (in Danish, as in the reasons): {THREE_DEMANDED}." in run.log
    assert THREE_DEMANDED in (tmp_path / "r.html").read_text(encoding="utf-8")
    reasons = [one["begrundelse"] for one in read_layer(tmp_path / "ud.gpkg")]
    assert len(reasons) == 3
    assert all(f"der er ændret ({THREE_DEMANDED})." in text for text in reasons)


def test_a_layer_without_metadata_claims_no_threshold(compare, later, tmp_path):
    """Same codes and values, but its sentences name a demand: they are not read for what they say."""
    words = "2 af 2 nabobygninger ligner den (100 %; krav: mindst 90 % af mindst 9 naboer)."
    rows = [(*row(20 * i, f"b{i}", "til_vurdering", 4)[:6], 1.0, 2, 2, words) for i in range(3)]
    run = compare(
        BEFORE=layer(tmp_path, "uden", rows), AFTER=later, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html"
    )
    assert run.code == 0, run.log
    assert "uden (BEFORE) does not say which rule and thresholds it was decided by" in run.log
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "oplyser ikke, hvilken regel og hvilke tærskler det er lavet efter" in report
    assert {one["begrundelse"] for one in read_layer(tmp_path / "ud.gpkg")} == {
        "Ny: udpeget med SAVE-værdi 4 efter reglen for værdi 4. Ensartetheden er uændret 100 % (2 af 2 naboer ligner). "
        "Hvilken regel og hvilke tærskler der gjaldt før, er ikke oplyst."
    }


def test_the_buildings_of_a_package_are_read_with_what_koersel_says(compare, classify, process, later, tmp_path):
    classify(BUILDINGS=tmp_path / "b.gpkg", MIN_NEIGHBOURS=3, OUTPUT=tmp_path / "foer.gpkg")
    given = [f"BUILDINGS={tmp_path / 'foer.gpkg'}", f"FOLDER={tmp_path / 'pakke'}"]
    made = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given)
    assert made.code == 0, made.log
    package = tmp_path / "pakke" / "kulturhistorisk_lokalplan.gpkg"
    said = {one["navn"]: one["vaerdi"] for one in read_layer(package, "koersel") if one["emne"] == "udpegning"}
    assert (said["MIN_NEIGHBOURS"], said["VALUE4_RULE"], said["HIGH_VALUES"]) == ("3", "0", "1 2 3")
    run = compare(BEFORE=f"{package}|layername=bygninger", AFTER=later, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert all(THREE_DEMANDED in one["begrundelse"] for one in read_layer(tmp_path / "ud.gpkg"))


def test_the_same_rule_and_thresholds_are_said(compare, later, tmp_path):
    same = shutil.copy(str(later).split("|")[0], tmp_path / "samme.gpkg")
    run = compare(BEFORE=later, AFTER=same, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "Both were decided by the same rule and thresholds." in run.log
    assert all(one["begrundelse"].endswith("Intet er ændret.") for one in read_layer(tmp_path / "ud.gpkg"))


def test_the_report_lists_the_changed_buildings(compare, before, after, tmp_path):
    run = compare(BEFORE=before, AFTER=after, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert run.code == 0, run.log
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    text = text_of(page)
    assert "4 bygninger var udpeget før, og 3 er udpeget nu. 1 er kommet til, og 2 er gået ud." in text
    assert "Åvej 2 Ikke udpeget Udpeget: SAVE-værdi 1–3 Ny: udpeget på SAVE-værdi 3." in text
    assert text.index("Åvej 3 Udpeget") < text.index("Åvej 5 Udpeget")  # by address
    assert "data:image/png;base64," in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_a_building_that_is_new_in_the_data_is_told_apart_from_one_that_changed_its_ground(
    compare, before, after, tmp_path
):
    """D went from one ground to another; the new one, which is not designated, had none that could change."""
    run = compare(BEFORE=before, AFTER=after, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert "Of those on another ground 1 building is not designated and in one of the layers only" in run.log
    text = text_of((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert (
        "For 1 bygning er udfaldet det samme, men på et andet grundlag. 1 bygning, der ikke er udpeget, er ny" in text
    )
    assert "har skiftet grundlag 1 er ikke udpeget og kun i det ene lag 1" in text
    assert "Samme udfald, andet grundlag 2 33,3 % heraf nye i data, uden grundlag før 1 " in text
    other, new = text.rindex("Fortsat ikke udpeget, på andet grundlag"), text.rindex("Ikke udpeget og ny i data")
    assert "Ingen andre bygninger har skiftet grundlag." in text[other:new]
    assert "Åvej 6 Ikke i data Ikke udpeget Intet grundlag før: er ikke udpeget. Bygningen er ny i data." in text[new:]


def text_of(page):
    """What a reader sees of a page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page).replace("\xa0", " ")).replace("\u2060", "")


def test_the_report_of_two_empty_layers(compare, tmp_path):
    run = compare(
        BEFORE=layer(tmp_path, "foer", []),
        AFTER=layer(tmp_path, "efter", []),
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_HTML=tmp_path / "r.html",
    )
    assert run.code == 0, run.log
    assert "foer (BEFORE) is empty" in run.log
    assert "ingen bygninger i de to udpegninger" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_style_is_inside_and_the_file_is_one(compare, before, after, tmp_path):
    target = tmp_path / "ud" / "ud.gpkg"
    target.parent.mkdir()
    compare(BEFORE=before, AFTER=after, OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["ud.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        style = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles").fetchall()
    assert [one[:2] for one in style] == [("ud", 1)]
    assert "aendret_grundlag" in style[0][2]


def test_two_runs_write_the_same_values(compare, before, after, tmp_path):
    for name in ("en", "to"):
        compare(BEFORE=before, AFTER=after, OUTPUT=tmp_path / f"{name}.gpkg")
    assert read_layer(tmp_path / "en.gpkg") == read_layer(tmp_path / "to.gpkg")


def geometry_types(path):
    from osgeo import ogr

    dataset = ogr.Open(str(path))
    found = dataset.GetLayer(0)
    shapes = [feature.GetGeometryRef().Clone() for feature in found]
    return ogr.GeometryTypeToName(found.GetGeomType()), [
        None if shape.IsEmpty() else shape.GetGeometryName() for shape in shapes
    ]


def as_points(rows):
    return [(f"POINT ({EAST + 5 + 20 * i} {NORTH + 5})", *one[1:]) for i, one in enumerate(rows)]


@pytest.mark.parametrize(
    ("old", "new", "kind", "name"),
    [
        ("POINT", "POLYGON", "Multi Polygon", "MULTIPOLYGON"),
        ("POLYGON", "POINT", "Point", "POINT"),
        ("POINT", "POINT", "Point", "POINT"),
    ],
)
def test_points_and_polygons_come_out_as_after_has_them(compare, tmp_path, old, new, kind, name):
    rows = {"POINT": as_points, "POLYGON": list}
    run = compare(
        BEFORE=layer(tmp_path, "foer", rows[old](BEFORE), kind=old),
        AFTER=layer(tmp_path, "efter", rows[new](AFTER), kind=new),
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    assert geometry_types(tmp_path / "ud.gpkg") == (kind, [name] * 6)


def test_layers_in_different_crs_are_written_in_that_of_after(compare, tmp_path):
    moved = [("POINT (12.5 55.77)", *BEFORE[4][1:])]
    run = compare(
        BEFORE=layer(tmp_path, "foer", moved, epsg=4326, kind="POINT"),
        AFTER=layer(tmp_path, "efter", as_points(AFTER), kind="POINT"),
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        srs, east = database.execute("SELECT srs_id, min_x FROM gpkg_contents WHERE table_name='ud'").fetchone()
    assert (srs, round(east)) == (25832, 719532)


def test_invalid_and_missing_geometries_come_out_as_they_came(compare, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    rows = [row(0, "a", wkt=bow_tie), (None, *row(0, "b")[1:]), row(0, "x", wkt="POLYGON EMPTY")]
    run = compare(
        BEFORE=layer(tmp_path, "foer", BEFORE), AFTER=layer(tmp_path, "efter", rows), OUTPUT=tmp_path / "u.gpkg"
    )
    assert run.code == 0, run.log
    # b has lost its place and is shown where it was; x is new and has none.
    _, kinds = geometry_types(tmp_path / "u.gpkg")
    assert kinds[:3] == ["MULTIPOLYGON", "MULTIPOLYGON", None]
    assert len(kinds) == 6


def test_rows_without_an_id_are_recognised_by_their_place(compare, tmp_path):
    old = [row(0, None, "vaerdi_1_3", 3), row(20, "b")]
    new = [row(20, None, "vaerdi_1_3", 2), row(0, "A", "vaerdi_1_3", 3), row(900, None)]
    run = compare(BEFORE=layer(tmp_path, "foer", old), AFTER=layer(tmp_path, "efter", new), OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "2 buildings without an id were recognised by their place" in run.log
    assert "1 row has no id and could not be recognised" in run.log
    found = [(r["bygning_id"], r["aendring"]) for r in read_layer(tmp_path / "ud.gpkg")]
    assert found == [("b", "ny"), ("A", "fastholdt"), (None, "aendret_grundlag")]


def test_duplicate_ids_are_said_and_nothing_is_lost(compare, tmp_path):
    old = [row(0, "a", "vaerdi_1_3", 3), row(20, "A", "vaerdi_1_3", 3), row(40, "a", "vaerdi_1_3", 3)]
    new = [row(0, "a", "vaerdi_1_3", 3), row(20, "a", "vaerdi_1_3", 3)]
    run = compare(BEFORE=layer(tmp_path, "foer", old), AFTER=layer(tmp_path, "efter", new), OUTPUT=tmp_path / "ud.gpkg")
    assert "1 id stands on more than one row of a layer" in run.log
    assert "1 row of foer (BEFORE) repeats an id more often" in run.log
    assert [r["aendring"] for r in read_layer(tmp_path / "ud.gpkg")] == ["fastholdt", "fastholdt"]


def test_values_of_every_odd_kind(compare, tmp_path):
    odd = ["true", "1", "Ja", "t", "false", "0", "nej", "", None, "måske", "2"]
    place = square(EAST, NORTH)
    new = [(place, f"b{i}", None, 3, value, "vaerdi_1_3", None, None, None, None) for i, value in enumerate(odd)]
    old = [(place, f"b{i}", None, 3, "true", "vaerdi_1_3", None, None, None, None) for i in range(len(odd))]
    run = compare(BEFORE=layer(tmp_path, "foer", old), AFTER=layer(tmp_path, "efter", new), OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [r["aendring"] for r in found] == ["fastholdt"] * 4 + ["udgaaet"] * 3 + [None] * 4
    assert "efter (AFTER): 2 values cannot be read" in run.log
    assert run.results["UNKNOWN_COUNT"] == 4
    assert found[9]["begrundelse"] == "Kan ikke afgøres: det står ikke, om bygningen er udpeget nu."


def test_a_shapefile_with_cut_names_is_read(compare, classify, tmp_path):
    rows = [(square(EAST + 20 * i, NORTH), f"b{i}", 4, 120, 1937) for i in range(4)]
    columns = ("bygning_id:text", "bevaringsvaerdi:int", "anvendelse:int", "opfoerelsesaar:int")
    buildings = write_layer(tmp_path / "b.gpkg", "b", rows, columns)
    classify(BUILDINGS=buildings, OUTPUT=tmp_path / "a.shp")
    classify(BUILDINGS=buildings, VALUE4_RULE=4, OUTPUT=tmp_path / "b2.gpkg")
    run = compare(BEFORE=tmp_path / "a.shp", AFTER=tmp_path / "b2.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [(r["aendring"], r["foer_save"]) for r in found] == [("udgaaet", 4)] * 4
    assert "nu udpeges efter den valgte regel ingen med værdi 4" in found[0]["begrundelse"]


def test_another_id_field_may_be_named(compare, tmp_path):
    fields = ("nr:text", *FIELDS[1:])
    old = write_layer(tmp_path / "foer.gpkg", "foer", BEFORE, fields)
    new = layer(tmp_path, "efter", AFTER)
    run = compare(BEFORE=old, AFTER=new, BEFORE_ID_FIELD="nr", OUTPUT=tmp_path / "ud.gpkg")
    assert (run.code, run.results["BUILDING_COUNT"]) == (0, 6), run.log


def test_layers_of_different_places_are_said(compare, before, tmp_path):
    away = layer(tmp_path, "efter", [row(9000, "x")])
    run = compare(BEFORE=before, AFTER=away, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "No building is in both layers" in run.log
    assert len(read_layer(tmp_path / "ud.gpkg")) == 6


# What bad input gets --------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(compare, tmp_path):
    """It must end with exit code 1, say why, and leave an earlier output as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    for name in ("ud.gpkg", "ud.html"):
        (folder / name).write_bytes(b"an earlier result that must survive")

    def run(*expected, **parameters):
        def state():
            return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}

        earlier = state()
        done = compare(**{"OUTPUT": folder / "ud.gpkg", "OUTPUT_HTML": folder / "ud.html", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert state() == earlier

    return run


@pytest.mark.parametrize("missing", ["udpeget", "udpegning"])
def test_a_layer_that_is_no_designation(refused, after, tmp_path, missing):
    kept = [i for i, field in enumerate(FIELDS) if not field.startswith(f"{missing}:")]
    rows = [(one[0], *(one[1 + i] for i in kept)) for one in BEFORE]
    plain = write_layer(tmp_path / "foer.gpkg", "foer", rows, [FIELDS[i] for i in kept])
    refused("foer", "BEFORE", f"has no field '{missing}'", "classifybuildings", BEFORE=plain, AFTER=after)


def test_a_named_field_that_is_not_there(refused, before, after):
    refused("efter", "has no field 'nr'", BEFORE=before, AFTER=after, AFTER_ID_FIELD="nr")


@pytest.mark.parametrize("name", ["BEFORE", "AFTER"])
def test_no_crs(refused, before, after, tmp_path, name):
    without = layer(tmp_path, "uden", BEFORE, epsg=None)
    refused(name, "no coordinate reference system", **{"BEFORE": before, "AFTER": after, name: without})


def test_a_file_that_is_not_there(refused, before, tmp_path):
    refused("AFTER", BEFORE=before, AFTER=tmp_path / "findes_ikke.gpkg")


def test_a_table_is_no_designation(refused, before, tmp_path):
    table = layer(tmp_path, "tabel", [(None, *one[1:]) for one in AFTER], kind="NONE")
    refused(BEFORE=before, AFTER=table)


def test_an_unknown_parameter_name(refused, before, after):
    refused("Unknown parameter EFTER", "AFTER", BEFORE=before, AFTER=after, EFTER=after)


@pytest.mark.parametrize("name", ["OUTPUT", "OUTPUT_HTML"])
def test_when_one_output_cannot_be_written_none_is(compare, before, after, tmp_path, name):
    outputs = {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_HTML": tmp_path / "ud.html", name: "/proc/ud.html"}
    run = compare(BEFORE=before, AFTER=after, **outputs)
    assert run.code == 1
    assert name in run.log
    assert sorted(one.name for one in tmp_path.iterdir()) == ["efter.gpkg", "foer.gpkg"]


@pytest.mark.parametrize("name", ["foer", "efter"])
def test_an_output_that_is_an_input(compare, before, after, tmp_path, name):
    earlier = (tmp_path / f"{name}.gpkg").read_bytes()
    run = compare(BEFORE=before, AFTER=after, OUTPUT=tmp_path / f"{name}.gpkg")
    assert run.code == 1
    assert "OUTPUT is the same file as" in run.log
    assert (tmp_path / f"{name}.gpkg").read_bytes() == earlier


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    rows = [row(20 * i, f"b{i}") for i in range(40_000)]
    big, other = layer(tmp_path, "stor", rows), layer(tmp_path, "anden", rows)
    folder = tmp_path / "resultat"
    folder.mkdir()
    command = [TOOL, "run", "lyngby_heritage:comparedesignations", "--", f"BEFORE={big}", f"AFTER={other}"]
    command.append(f"OUTPUT={folder / 'ud.gpkg'}")
    assert stops_and_leaves_nothing(command, (1.2, 1.8), folder, ["ud.gpkg"], within=2.0)


@pytest.mark.realdata
def test_hoersholm_with_and_without_the_values_of_4(compare, classify, realdata, tmp_path):
    file = realdata / "fbb" / "hoersholm_223_shapefile.zip"
    classify(BUILDINGS=file, OUTPUT=tmp_path / "foer.gpkg")
    classify(BUILDINGS=file, VALUE4_RULE=3, OUTPUT=tmp_path / "efter.gpkg")
    run = compare(BEFORE=tmp_path / "foer.gpkg", AFTER=tmp_path / "efter.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    # Counted in the file: 451 buildings of value 4, of which the first run designated some.
    old = sum(r["udpegning"] == "vaerdi_4_ensartet" for r in read_layer(tmp_path / "foer.gpkg"))
    assert (run.results["BUILDING_COUNT"], run.results["NEW_COUNT"]) == (2587, 451 - old)
    assert run.results["REMOVED_COUNT"] == run.results["CHANGED_GROUND_COUNT"] == 0
