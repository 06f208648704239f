"""`maplandscape` by the real qgis_process: many layers in, one out, nothing lost, and unknown is not "no"."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
import shapely
from builders import square
from conftest import TOOL, qgis_process, read_layer, write_layer
from interrupting import stops_and_leaves_nothing

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
NATURE = ("Objekt_id:text", "Natyp_navn:text", "Statuskode:text")
FIRST_FIELDS = [
    "tema",
    "tema_navn",
    "navn",
    "status",
    "retningslinje",
    "lovgrundlag",
    "kilde",
    "kilde_id",
    "areal_ha",
]


def at(x, y=0, side=100.0):
    return square(EAST + x, NORTH + y, side)


@pytest.fixture(scope="session")
def landscape(process):
    """Run maplandscape with these parameters, given as JSON, and read its answer."""

    def run(env=None, **parameters):
        given = {name: _plain(value) for name, value in parameters.items()}
        return process(
            "run", "lyngby_heritage:maplandscape", "-", "--json", stdin=json.dumps({"inputs": given}), env=env
        )

    return run


def _plain(value):
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (int, float, bool)) else str(value)


@pytest.fixture
def nature(tmp_path):
    rows = [
        (at(0), "a", "Mose", "3"),
        (at(100), "a", "Mose", "3"),  # the next tile of the same bog
        (at(300), "b", "Eng", "2"),
        (at(500), "c", "Sø", "0"),
    ]
    return write_layer(tmp_path / "natur.gpkg", "bes_naturtyper", rows, NATURE)


@pytest.fixture
def valley(tmp_path):
    return write_layer(tmp_path / "moelleaadal.gpkg", "moelleaadal", [(at(0, side=1000), "Dalen")], ("navn:text",))


@pytest.fixture
def boundary(tmp_path):
    return write_layer(tmp_path / "graense.gpkg", "kommunegraense", [(at(0, side=1000),)])


def geometries(path, name=None):
    with closing(sqlite3.connect(path)) as database:
        cells = database.execute(f'SELECT geom FROM "{name or path.stem}" ORDER BY fid').fetchall()
    skip = {0: 8, 1: 40, 2: 56, 3: 56, 4: 72}
    return [shapely.from_wkb(one[skip[(one[3] >> 1) & 7] :]) if one else None for (one,) in cells]


def test_one_layer_with_theme_status_ground_and_source(landscape, nature, valley, tmp_path):
    run = landscape(LAYERS=[nature, valley], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert list(rows[0])[1:10] == FIRST_FIELDS
    assert [(r["tema"], r["navn"], r["status"], r["kilde_id"], r["areal_ha"]) for r in rows] == [
        ("paragraf3", "Mose", "gaeldende", "a", 2.0),
        ("paragraf3", "Eng", "forslag", "b", 1.0),
        ("paragraf3", "Sø", "ukendt", "c", 1.0),
        ("moelleaadal", "Dalen", "ukendt", None, 100.0),
    ]
    assert rows[0]["tema_navn"] == "Beskyttet natur (§ 3)"
    assert rows[0]["lovgrundlag"] == "Naturbeskyttelseslovens § 3"
    assert rows[0]["kilde"] == "Danmarks Miljøportal: bes_naturtyper"
    assert rows[0]["antal_raekker"] == 2
    assert [g.geom_type for g in geometries(tmp_path / "ud.gpkg")] == ["MultiPolygon"] * 4
    counts = {name: value for name, value in run.results.items() if name.endswith("COUNT")}
    assert counts == {
        "LAYER_COUNT": 2,
        "LEFT_OUT_COUNT": 0,
        "UNKNOWN_COUNT": 0,
        "FEATURE_COUNT": 5,
        "DESIGNATION_COUNT": 4,
        "THEME_COUNT": 2,
        "BUILDING_COUNT": 0,
        "COVERED_BUILDING_COUNT": 0,
        "PROPERTY_COUNT": 0,
    }


def test_a_layer_under_any_name_with_the_fields_of_one_register(landscape, tmp_path):
    fields = ("Objekt_id:text", "Natyp_navn:text", "Statuskode:text", "Systid_til:text")
    export = write_layer(tmp_path / "n.gpkg", "eksport_3", [(at(0), "a", "Mose", "3", None)], fields)
    run = landscape(LAYERS=[export], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "eksport_3: Beskyttet natur (§ 3) (by felter)" in run.log
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert (row["tema"], row["navn"], row["kilde"]) == ("paragraf3", "Mose", "Danmarks Miljøportal: eksport_3")


def test_layers_on_the_command_line_are_repeated(process, nature, valley, tmp_path):
    run = process(
        *("run", "lyngby_heritage:maplandscape", "--"),
        *(f"LAYERS={nature}", f"LAYERS={valley}", f"OUTPUT={tmp_path / 'ud.gpkg'}"),
    )
    assert run.code == 0, run.log
    assert len(read_layer(tmp_path / "ud.gpkg")) == 4
    run = process("run", "lyngby_heritage:maplandscape", "--", f"LAYERS={valley}", f"OUTPUT={tmp_path / 'en.gpkg'}")
    assert run.code == 0, run.log
    assert len(read_layer(tmp_path / "en.gpkg")) == 1


def test_a_file_of_many_layers_is_read_whole(landscape, sample, tmp_path):
    """QGIS alone would read the first and say nothing of the rest."""
    run = landscape(LAYERS=[sample], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert run.results["LAYER_COUNT"] >= 30
    assert {"paragraf3", "fredning", "kulturmiljoe", "stoej", "moelleaadal", "fortidsminde"} <= {
        r["tema"] for r in read_layer(tmp_path / "ud.gpkg")
    }
    assert "The layer bygninger was left out: its theme is not known" in run.log


def test_the_geopackage_is_one_file_with_its_style_inside(landscape, nature, tmp_path):
    target = tmp_path / "ud" / "ud.gpkg"
    target.parent.mkdir()
    landscape(LAYERS=[nature], OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["ud.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        ((name, default, qml),) = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles")
    assert (name, default) == ("ud", 1)
    assert "Andet tema" in qml


def test_two_runs_write_the_same_values(landscape, nature, valley, tmp_path):
    for name in ("en", "to"):
        landscape(LAYERS=[nature, valley], OUTPUT=tmp_path / f"{name}.gpkg")
    assert read_layer(tmp_path / "en.gpkg") == read_layer(tmp_path / "to.gpkg")


def test_points_and_lines_stay_as_narrow_areas_of_unknown_area(landscape, tmp_path):
    mounds = write_layer(
        tmp_path / "f.gpkg",
        "fundogfortidsminder_punkt_fredet",
        [(f"POINT ({EAST} {NORTH})", 7, "Rundhøj")],
        ("systemnummer:int", "anlaegstype:text"),
        kind="POINT",
    )
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 100} {NORTH})"
    dikes = write_layer(tmp_path / "d.gpkg", "bes_sten_jorddiger_2022", [(line,)], kind="LINE")
    run = landscape(LAYERS=[mounds, dikes], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["tema"], r["geometri"], r["areal_ha"], r["navn"]) for r in rows] == [
        ("fortidsminde", "punkt", None, "Rundhøj"),
        ("oevrigt", "linje", None, None),
    ]
    circle, band = geometries(tmp_path / "ud.gpkg")
    assert circle.bounds == pytest.approx((EAST - 5, NORTH - 5, EAST + 5, NORTH + 5))
    assert band.bounds == pytest.approx((EAST - 1, NORTH - 1, EAST + 101, NORTH + 1))


def test_a_theme_is_named_in_themes(landscape, tmp_path):
    layer = write_layer(tmp_path / "x.gpkg", "min_egen", [(at(0), "Dalen")], ("navn:text",))
    for theme in ("geologi", "Geologisk bevaringsværdi"):
        run = landscape(LAYERS=[layer], THEMES=["Min_Egen", theme], OUTPUT=tmp_path / "ud.gpkg")
        assert run.code == 0, run.log
        assert [r["tema"] for r in read_layer(tmp_path / "ud.gpkg")] == ["geologi"]
    # The name of the file does as well, and comes before what the layer's own name says.
    lowland = write_layer(tmp_path / "y.gpkg", "lavbund", [(at(0),)])
    landscape(LAYERS=[lowland], THEMES=["y", "oevrigt"], OUTPUT=tmp_path / "ud.gpkg")
    assert [r["tema"] for r in read_layer(tmp_path / "ud.gpkg")] == ["oevrigt"]


def test_a_layer_of_unknown_theme_is_left_out_and_named(landscape, nature, tmp_path):
    other = write_layer(tmp_path / "x.gpkg", "min_egen", [(at(0),)])
    table = write_layer(tmp_path / "t.gpkg", "lavbund", [(None, "x")], ("navn:text",), kind="NONE")
    run = landscape(
        LAYERS=[nature, other, table],
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_SOURCES=tmp_path / "lag.gpkg",
        OUTPUT_HTML=tmp_path / "r.html",
    )
    assert run.code == 0, run.log
    assert "min_egen was left out: its theme is not known. Name it in THEMES as 'min_egen'" in run.log
    assert run.results["LEFT_OUT_COUNT"] == 2
    found = {r["lag"]: r for r in read_layer(tmp_path / "lag.gpkg", "lag") if r["lag"]}
    assert found["min_egen"]["resultat"] == "ukendt_tema"
    assert "THEMES" in found["min_egen"]["aarsag"]
    assert found["lavbund"]["resultat"] == "uden_geometri"
    assert "min_egen" in (tmp_path / "r.html").read_text(encoding="utf-8").replace("<wbr>", "")


def test_an_empty_layer_and_one_elsewhere_are_unknown_everywhere(landscape, nature, boundary, tmp_path):
    empty = write_layer(tmp_path / "s.gpkg", "skovbyggelinjer", [], NATURE)
    elsewhere = write_layer(tmp_path / "k.gpkg", "kirkebyggelinjer", [(at(90_000), "k", None, "3")], NATURE)
    lines = f"LINESTRING ({EAST} {NORTH}, {EAST + 500} {NORTH + 500})"
    outline = write_layer(tmp_path / "a.gpkg", "aa_bes_linjer", [(lines, "å", None, "3")], NATURE, kind="LINE")
    houses = write_layer(tmp_path / "b.gpkg", "b", [(at(600, 600, 10), "1")], ("bygning_id:text",))
    run = landscape(
        LAYERS=[nature, empty, elsewhere, outline],
        BOUNDARY=boundary,
        BUILDINGS=houses,
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_BUILDINGS=tmp_path / "byg.gpkg",
        OUTPUT_SOURCES=tmp_path / "lag.gpkg",
        OUTPUT_HTML=tmp_path / "r.html",
    )
    assert run.code == 0, run.log
    assert run.results["UNKNOWN_COUNT"] == 3
    assert "skovbyggelinjer (Skovbyggelinje) has no row with a geometry" in run.log
    assert "kirkebyggelinjer (Kirkebyggelinje) does not reach the municipality" in run.log
    assert "aa_bes_linjer (Åbeskyttelseslinje) holds lines and no areas" in run.log
    outcome = {r["lag"]: r["resultat"] for r in read_layer(tmp_path / "lag.gpkg", "lag")}
    assert outcome["bes_naturtyper"] == "laest"
    assert (outcome["skovbyggelinjer"], outcome["kirkebyggelinjer"], outcome["aa_bes_linjer"]) == (
        "tomt",
        "uden_for",
        "kun_linjer",
    )
    (house,) = read_layer(tmp_path / "byg.gpkg")
    assert house["temaer"] == ""
    assert house["temaer_ukendt"] == "aabeskyttelse;skovbyggelinje;kirkebyggelinje"
    assert house["paragraf3"] == 0
    assert house["kirkebyggelinje"] is None  # not "no"
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Ukendt: når ikke ind i kommunen" in page
    assert len(read_layer(tmp_path / "ud.gpkg")) == 5  # what lies elsewhere is not dropped


def test_buildings_have_their_themes_in_the_catalogues_order(landscape, nature, valley, tmp_path):
    houses = [
        (at(10, 10, 10), "inde"),
        (at(199.7, 10, 10), "0,3 m"),  # 0.3 m of 10 in the bog
        (at(198, 10, 10), "2 m"),
        (at(310, 10, 10), "forslag"),
        (at(5000, 10, 10), "ude"),
        (None, "uden sted"),
    ]
    layer = write_layer(tmp_path / "b.gpkg", "b", houses, ("bygning_id:text",))
    run = landscape(
        LAYERS=[nature, valley], BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_BUILDINGS=tmp_path / "byg.gpkg"
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "byg.gpkg")
    assert [(r["bygning_id"], r["temaer"], r["temaer_forslag"], r["moelleaadal"], r["paragraf3"]) for r in rows] == [
        ("inde", "moelleaadal;paragraf3", None, 1, 1),
        ("0,3 m", "moelleaadal", None, 1, 0),
        ("2 m", "moelleaadal;paragraf3", None, 1, 1),
        ("forslag", "moelleaadal;paragraf3", "paragraf3", 1, 1),
        ("ude", "", None, 0, 0),
        ("uden sted", None, None, None, None),
    ]
    assert run.results["BUILDING_COUNT"] == 6
    assert run.results["COVERED_BUILDING_COUNT"] == 4


@pytest.mark.parametrize(("share", "themes"), [(20, "paragraf3"), (21, "")])
def test_the_share_that_makes_membership_is_a_parameter(landscape, nature, tmp_path, share, themes):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(at(198, 10, 10), "2 af 10 m")], ("bygning_id:text",))
    outputs = {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_BUILDINGS": tmp_path / "byg.gpkg"}
    landscape(LAYERS=[nature], BUILDINGS=layer, MIN_SHARE=share, **outputs)
    assert [r["temaer"] for r in read_layer(tmp_path / "byg.gpkg")] == [themes]


@pytest.mark.parametrize(
    ("statuses", "themes"), [(0, ["paragraf3"] * 3), (1, ["paragraf3", "", "paragraf3"]), (2, ["paragraf3", "", ""])]
)
def test_which_statuses_count(landscape, nature, tmp_path, statuses, themes):
    houses = [(at(x, 10, 10), str(x)) for x in (10, 310, 510)]  # in force, proposed, unknown
    layer = write_layer(tmp_path / "b.gpkg", "b", houses, ("bygning_id:text",))
    outputs = {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_BUILDINGS": tmp_path / "byg.gpkg"}
    landscape(LAYERS=[nature], BUILDINGS=layer, STATUSES=statuses, **outputs)
    assert [r["temaer"] for r in read_layer(tmp_path / "byg.gpkg")] == themes
    assert len(read_layer(tmp_path / "ud.gpkg")) == 3


def test_points_belong_by_their_place(landscape, nature, tmp_path):
    points = [(f"POINT ({EAST + x} {NORTH + 50})", str(x)) for x in (50, 250)]
    layer = write_layer(tmp_path / "b.gpkg", "b", points, ("bygning_id:text",), kind="POINT")
    run = landscape(
        LAYERS=[nature], BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_BUILDINGS=tmp_path / "byg.gpkg"
    )
    assert run.code == 0, run.log
    assert [r["temaer"] for r in read_layer(tmp_path / "byg.gpkg")] == ["paragraf3", ""]


def test_properties_have_their_share_and_overlapping_designations_count_once(landscape, tmp_path):
    both = [(at(0), "a", "Mose", "3"), (at(20), "b", "Eng", "3")]  # the two overlap on 80 m
    nature = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", both, NATURE)
    plots = [
        (at(0, side=100), "1"),
        (at(100, side=100), "1"),
        (at(119.7, 200, 100), "2"),  # elsewhere
        (at(119.7, 0, 100), "3"),  # 0.3 m of it: drawn a little askew
        (at(119, 0, 100), "4"),  # 1 m of it
    ]
    parcels = write_layer(tmp_path / "j.gpkg", "jordstykker", plots, ("samletFastEjendomLokalId:text",))
    run = landscape(
        LAYERS=[nature], PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PROPERTIES=tmp_path / "ejd.gpkg"
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ejd.gpkg")
    assert [(r["ejendom_id"], r["tema"], r["andel"], r["areal_m2"]) for r in rows] == [
        ("1", "paragraf3", 0.6, 12000.0),  # 120 of 200 m
        ("4", "paragraf3", 0.01, 100.0),
    ]
    assert run.results["PROPERTY_COUNT"] == 2


def test_a_burial_mound_on_a_property_has_no_share(landscape, tmp_path):
    mound = write_layer(tmp_path / "f.gpkg", "fortidsminder", [(f"POINT ({EAST + 50} {NORTH + 50})",)], kind="POINT")
    parcels = write_layer(tmp_path / "j.gpkg", "j", [(at(0), "1"), (at(100), "2")], ("ejendom_id:text",))
    landscape(LAYERS=[mound], PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PROPERTIES=tmp_path / "ejd.gpkg")
    rows = read_layer(tmp_path / "ejd.gpkg")
    assert [(r["ejendom_id"], r["tema"], r["andel"], r["areal_m2"]) for r in rows] == [
        ("1", "fortidsminde", None, None)
    ]


def test_changes_against_an_earlier_result(landscape, nature, valley, tmp_path):
    landscape(LAYERS=[nature, valley], OUTPUT=tmp_path / "foer.gpkg")
    rows = [(at(50), "a", "Mose", "3"), (at(300.3), "b", "Eng", "3")]
    later = write_layer(tmp_path / "ny.gpkg", "bes_naturtyper", rows, NATURE)
    run = landscape(
        LAYERS=[later],
        PREVIOUS=tmp_path / "foer.gpkg",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_CHANGES=tmp_path / "aen.gpkg",
        OUTPUT_HTML=tmp_path / "r.html",
    )
    assert run.code == 0, run.log
    found = [(r["tema"], r["aendring"], r["areal_ha"]) for r in read_layer(tmp_path / "aen.gpkg")]
    # Kept: 50-150 of the bog, and the meadow though it moved 0.3 m. Gone: two strips of 50 m, and c of 100 m.
    assert found == [("paragraf3", "fastholdt", 2.0), ("paragraf3", "udgaaet", 2.0)]
    # Nobody gave the valley this time: it is not gone, nobody knows.
    assert "1 theme was not compared" in run.log
    assert "Ådal med sidedale" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_unchanged_input_is_all_kept(landscape, sample, tmp_path):
    layers = [f"{sample}|layername={name}" for name in ("bes_naturtyper", "fundogfortidsminder_punkt_fredet", "stoej")]
    landscape(LAYERS=layers, OUTPUT=tmp_path / "foer.gpkg")
    landscape(
        LAYERS=layers,
        PREVIOUS=tmp_path / "foer.gpkg",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_CHANGES=tmp_path / "aen.gpkg",
    )
    found = [(r["tema"], r["aendring"], r["antal"]) for r in read_layer(tmp_path / "aen.gpkg")]
    assert found == [("paragraf3", "fastholdt", None), ("fortidsminde", "fastholdt", 5), ("stoej", "fastholdt", None)]


def test_buffer_zones_only_when_asked_for(landscape, tmp_path):
    core = write_layer(tmp_path / "k.gpkg", "kerneomraade", [(at(0), "Skoven")], ("navn:text",))
    landscape(LAYERS=[core], OUTPUT=tmp_path / "uden.gpkg")
    landscape(LAYERS=[core], USE_BUFFERS=True, OUTPUT=tmp_path / "med.gpkg")
    assert len(read_layer(tmp_path / "uden.gpkg")) == 1
    assert [r["navn"] for r in read_layer(tmp_path / "med.gpkg")] == ["Skoven", "Skoven, bufferzone 25 m"]


def test_a_catalogue_of_ones_own(landscape, nature, tmp_path):
    own = tmp_path / "vores.json"
    theme = {"code": "paragraf3", "guideline": "Vores egen retningslinje, æøå."}
    own.write_text(json.dumps({"builds_on": "indbygget", "themes": [theme]}), encoding="utf-8")
    run = landscape(LAYERS=[nature], CATALOGUE=own, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert {r["retningslinje"] for r in read_layer(tmp_path / "ud.gpkg")} == {"Vores egen retningslinje, æøå."}


def test_the_report_is_one_file_with_everything_in_it(landscape, nature, valley, boundary, tmp_path):
    landscape(
        LAYERS=[nature, valley], BOUNDARY=boundary, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "rapport.html"
    )
    page = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") >= 5  # the map, and the key of each theme in table and legend
    assert "4,0&nbsp;%" in page.replace("\xa0", "&nbsp;")  # 4 of 100 ha are § 3
    assert "Kommunen er 100,0 ha" in page
    assert "http://" not in page.replace("http://www.w3.org", "")


@pytest.mark.parametrize("suffix", ["shp", "fgb"])
def test_other_formats_hold_every_row_in_its_order(landscape, nature, tmp_path, suffix):
    from osgeo import ogr

    run = landscape(LAYERS=[nature], OUTPUT=tmp_path / f"ud.{suffix}")
    assert run.code == 0, run.log
    dataset = ogr.Open(str(tmp_path / f"ud.{suffix}"))
    assert [feature["kilde_id"] for feature in dataset.GetLayer(0)] == ["a", "b", "c"]
    assert ("cuts texts after 254 characters" in run.log) == (suffix == "shp")


def test_reasons_are_danish_and_so_is_the_log_in_a_danish_qgis(landscape, nature, tmp_path):
    empty = write_layer(tmp_path / "s.gpkg", "skovbyggelinjer", [], NATURE)
    run = landscape(env={"LANG": "da_DK.UTF-8"}, LAYERS=[nature, empty], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "Laget er tomt: om der er udpegninger, er ukendt." in run.log


# What bad input gets ------------------------------------------------------------------------------------------------


def untouched(folder):
    """A fingerprint of a folder: names and contents."""
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


@pytest.fixture
def refused(landscape, tmp_path):
    """Run with an earlier output in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"an earlier result that must survive")

    def run(*expected, **parameters):
        before = untouched(folder)
        done = landscape(**{"OUTPUT": folder / "ud.gpkg", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert untouched(folder) == before
        return done

    return run


def test_no_layers(refused):
    refused("LAYERS", "at least one", LAYERS=[])


def test_a_layer_that_is_not_there(refused, nature, tmp_path):
    refused("LAYERS", "findes_ikke.gpkg", LAYERS=[nature, tmp_path / "findes_ikke.gpkg"])
    refused("LAYERS", "layername=nix", LAYERS=[nature, f"{tmp_path / 'natur.gpkg'}|layername=nix"])


def test_a_raster_is_no_layer(refused, nature, tmp_path):
    (tmp_path / "billede.asc").write_text("ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n", "utf-8")
    refused("billede.asc", "no vector layer", LAYERS=[nature, tmp_path / "billede.asc"])


@pytest.mark.parametrize("blank", [[None], [None, None], ["", ""], [None, None, "bes_naturtyper", "paragraf3", None]])
def test_an_empty_cell_of_themes_is_no_value(landscape, nature, tmp_path, blank):
    """An untouched table arrives from a dialog, a batch or a model as [NULL]."""
    assert landscape(LAYERS=[nature], THEMES=blank, OUTPUT=tmp_path / "ud.gpkg").code == 0
    assert {row["tema"] for row in read_layer(tmp_path / "ud.gpkg")} == {"paragraf3"}


def test_no_layer_with_a_known_theme(refused, tmp_path):
    layer = write_layer(tmp_path / "x.gpkg", "min_egen", [(at(0),)])
    refused("The theme of none of the layers is known: min_egen", "THEMES", "kystnaerhed", LAYERS=[layer])


@pytest.mark.parametrize(
    ("themes", "words"),
    [
        (["bes_naturtyper"], "THEMES has 1 cell;"),
        (["bes_naturtyper", "skovbrug"], "the theme 'skovbrug', which the catalogue does not have"),
        (["bes_naturtyper", None], "THEMES, row 1: 'bes_naturtyper' stands alone"),
        ([None, None, None, "paragraf3"], "THEMES, row 2: 'paragraf3' stands alone"),
        (["naturtyper", "paragraf3"], "THEMES names the layer 'naturtyper', which is not among LAYERS"),
    ],
)
def test_themes_that_cannot_stand(refused, nature, themes, words):
    refused(words, LAYERS=[nature], THEMES=themes)


@pytest.mark.parametrize("content", [b"ikke json", b"{}", b"\xff\xfe"])
def test_a_catalogue_that_cannot_be_used(refused, nature, tmp_path, content):
    (tmp_path / "k.json").write_bytes(content)
    refused("k.json", LAYERS=[nature], CATALOGUE=tmp_path / "k.json")


def test_a_catalogue_that_is_not_there(refused, nature, tmp_path):
    refused("CATALOGUE", "nix.json", LAYERS=[nature], CATALOGUE=tmp_path / "nix.json")


def test_no_crs(refused, nature, tmp_path):
    layer = write_layer(tmp_path / "x.gpkg", "lavbund", [(at(0),)], epsg=None)
    refused("lavbund", "no coordinate reference system", LAYERS=[nature, layer])
    refused("BUILDINGS", "no coordinate reference system", LAYERS=[nature], BUILDINGS=layer)


def test_an_earlier_designation_without_themes(refused, nature, valley, tmp_path):
    refused(
        "PREVIOUS", "no field 'tema'", LAYERS=[nature], PREVIOUS=valley, OUTPUT_CHANGES=tmp_path / "resultat" / "a.gpkg"
    )


def test_a_boundary_without_area(refused, nature, tmp_path):
    empty = write_layer(tmp_path / "g.gpkg", "graense", [])
    refused("BOUNDARY", "holds no area", LAYERS=[nature], BOUNDARY=empty)


def test_lines_are_no_buildings(refused, nature, tmp_path):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 1} {NORTH})"
    refused(LAYERS=[nature], BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", [(line,)], kind="LINE"))


@pytest.mark.parametrize(
    ("output", "needed"),
    [("OUTPUT_BUILDINGS", "BUILDINGS"), ("OUTPUT_PROPERTIES", "PARCELS"), ("OUTPUT_CHANGES", "PREVIOUS")],
)
def test_an_output_without_what_it_is_made_from(refused, nature, tmp_path, output, needed):
    words = f"{output} can only be made from {needed}"
    refused(words, LAYERS=[nature], **{output: tmp_path / "resultat" / "x.gpkg"})


@pytest.mark.parametrize(("name", "value"), [("MIN_SHARE", 101), ("SLIVER", -0.1), ("STATUSES", 3)])
def test_thresholds_outside_their_range(refused, nature, name, value):
    refused(name, LAYERS=[nature], **{name: value})


def test_an_unknown_parameter_name(refused, nature):
    refused("Unknown parameter LAYRES", LAYERS=[nature], LAYRES="x")


@pytest.mark.parametrize("target", ["findes/ikke/ud.gpkg", "/proc/ud.gpkg"])
def test_an_output_that_cannot_be_written(landscape, nature, tmp_path, target):
    before = sorted(one.name for one in tmp_path.iterdir())
    run = landscape(LAYERS=[nature], OUTPUT=tmp_path / target)
    assert run.code == 1, run.log
    assert "OUTPUT" in run.log
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_an_output_that_is_an_input(landscape, nature, tmp_path):
    before = untouched(tmp_path)
    run = landscape(LAYERS=[nature], OUTPUT=tmp_path / "natur.gpkg")
    assert run.code == 1, run.log
    assert "OUTPUT is the same file as LAYERS" in run.log
    assert untouched(tmp_path) == before


# What odd input gets: every row out, and said -----------------------------------------------------------------------


def test_only_empty_layers_give_an_empty_result_and_say_that_it_is_unknown(landscape, boundary, tmp_path):
    layer = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", [], NATURE)
    run = landscape(LAYERS=[layer], BOUNDARY=boundary, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert run.code == 0, run.log
    assert read_layer(tmp_path / "ud.gpkg") == []
    assert "which is not 'no restriction'" in run.log
    assert "Ukendt: tomt" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_invalid_null_empty_z_and_multi_geometries_keep_their_rows(landscape, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    multi = f"MULTIPOLYGON ((({EAST} 0, {EAST + 10} 0, {EAST + 10} 10, {EAST} 0)), ((0 0, 10 0, 10 10, 0 0)))"
    high = f"POLYGON Z (({EAST} 0 -999, {EAST + 10} 0 -999, {EAST + 10} 10 -999, {EAST} 0 -999))"
    flat = f"POLYGON (({EAST} 0, {EAST + 10} 0, {EAST} 0))"
    rows = [(wkt, str(i), "x", "3") for i, wkt in enumerate([bow_tie, None, "POLYGON EMPTY", multi, high, flat])]
    layer = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", rows, NATURE)
    run = landscape(LAYERS=[layer], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [(r["kilde_id"], r["areal_ha"], r["geometri"]) for r in found] == [
        ("0", 0.005, "flade"),
        ("1", None, "ingen"),
        ("2", None, "ingen"),
        ("3", 0.01, "flade"),
        ("4", 0.005, "flade"),
        ("5", None, "ingen"),
    ]
    assert "bes_naturtyper: 2 invalid geometries were repaired" in run.log
    assert "bes_naturtyper: 3 rows have no geometry" in run.log


def test_curves_are_measured_as_they_bend(landscape, tmp_path):
    from osgeo import ogr, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(25832)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "k.gpkg"))
    layer = dataset.CreateLayer("kirkebyggelinjer", system, ogr.wkbCurvePolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    circle = "CURVEPOLYGON (CIRCULARSTRING (0 0, 100 0, 100 100, 0 100, 0 0))"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(circle))
    layer.CreateFeature(feature)
    del feature, layer, dataset
    landscape(LAYERS=[tmp_path / "k.gpkg"], OUTPUT=tmp_path / "ud.gpkg")
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert row["areal_ha"] == pytest.approx(1.5708, abs=0.001)  # π · 5,000 m²


def test_degrees_are_measured_and_written_in_25832(landscape, tmp_path):
    shape = "POLYGON ((12.5 55.77, 12.501 55.77, 12.501 55.771, 12.5 55.771, 12.5 55.77))"
    layer = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", [(shape, "a", "x", "3")], NATURE, epsg=4326)
    run = landscape(LAYERS=[layer], OUTPUT=tmp_path / "ud.gpkg")
    assert "EPSG:25832" in run.log
    (row,) = read_layer(tmp_path / "ud.gpkg")
    assert row["areal_ha"] == pytest.approx(0.6988, abs=0.001)  # 62.79 m by 111.36 m, by pyproj


def test_layers_in_other_systems_lie_where_they_should(landscape, nature, tmp_path):
    point = write_layer(tmp_path / "f.gpkg", "fortidsminder", [("POINT (12.5 55.77)",)], epsg=4326, kind="POINT")
    landscape(LAYERS=[nature, point], OUTPUT=tmp_path / "ud.gpkg")
    middle = geometries(tmp_path / "ud.gpkg")[-1].centroid
    assert (round(middle.x), round(middle.y)) == (719532, 6186028)


def test_odd_statuses_are_unknown_and_said(landscape, tmp_path):
    statuses = ["3", " 3", "gældende", "VEDTAGET", "9", "?", "", None]
    rows = [(at(200 * i), str(i), "x", status) for i, status in enumerate(statuses)]
    layer = write_layer(tmp_path / "n.gpkg", "bes_naturtyper", rows, NATURE)
    run = landscape(LAYERS=[layer], OUTPUT=tmp_path / "ud.gpkg")
    assert [r["status"] for r in read_layer(tmp_path / "ud.gpkg")] == ["gaeldende"] * 4 + ["ukendt"] * 4
    assert "bes_naturtyper: 2 rows have a status that the catalogue does not know" in run.log


def test_duplicate_building_ids_stay_rows_of_their_own(landscape, nature, tmp_path):
    houses = [(at(10, 10, 10), "a"), (at(5000, 10, 10), "a")]
    layer = write_layer(tmp_path / "b.gpkg", "b", houses, ("bygning_id:text",))
    run = landscape(
        LAYERS=[nature], BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_BUILDINGS=tmp_path / "byg.gpkg"
    )
    assert [r["temaer"] for r in read_layer(tmp_path / "byg.gpkg")] == ["paragraf3", ""]
    assert "1 building id stands on more than one row" in run.log


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    """Ctrl+C while a large layer is worked on: no file, no folder."""
    big = tmp_path / "stor.gpkg"
    settings = ["PROPERTY_COUNT=15000", "REGISTERS=false", f"OUTPUT={big}"]
    assert qgis_process("run", "lyngby_heritage:createsampledata", "--", *settings).code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"earlier")
    given = [f"LAYERS={big}|layername={name}" for name in ("bes_naturtyper", "skovbyggelinjer", "aa_bes_linjer")]
    given += [f"BUILDINGS={big}|layername=bygninger", f"PARCELS={big}|layername=jordstykker"]
    given += [f"{name}={folder / file}.gpkg" for name, file in (("OUTPUT", "ud"), ("OUTPUT_BUILDINGS", "b"))]
    command = [TOOL, "run", "lyngby_heritage:maplandscape", "--", *given]
    assert stops_and_leaves_nothing(command, (1.2, 1.8, 2.4), folder, ["ud.gpkg", "b.gpkg"], within=3.0)


# QGIS's own overlay says the same -------------------------------------------------------------------------------------


def test_the_shares_are_those_of_qgis_s_own_overlay(landscape, process, sample, tmp_path):
    theme, plots = f"{sample}|layername=skovbyggelinjer", f"{sample}|layername=jordstykker"
    landscape(LAYERS=[theme], PARCELS=plots, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PROPERTIES=tmp_path / "ejd.gpkg")
    done = process(
        *("run", "native:calculatevectoroverlaps", "--", f"INPUT={plots}", f"LAYERS={theme}"),
        f"OUTPUT={tmp_path / 'qgis.gpkg'}",
    )
    assert done.code == 0, done.log
    expected: dict[str, float] = {}
    for row in read_layer(tmp_path / "qgis.gpkg"):
        owner = row["samletFastEjendomLokalId"]
        expected[owner] = expected.get(owner, 0) + row["eksempel_area"]
    ours = {row["ejendom_id"]: row["areal_m2"] for row in read_layer(tmp_path / "ejd.gpkg")}
    assert len(ours) > 20
    assert ours == pytest.approx({owner: expected[owner] for owner in ours}, abs=0.02)
    # What is left out has no more than half a metre along its edge.
    left_out = {owner: area for owner, area in expected.items() if owner not in ours}
    assert max(left_out.values(), default=0) < 100


# Real extracts ------------------------------------------------------------------------------------------------------


@pytest.mark.realdata
def test_egedals_protected_nature_keeps_every_area(landscape, realdata, tmp_path):
    source = realdata / "miljoeportal" / "egedal_paragraf3.geojson"
    run = landscape(LAYERS=[source], OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == 1469
    assert "8 invalid geometries were repaired" in run.log
    status = [r["status"] for r in rows]
    assert [status.count(one) for one in ("gaeldende", "forslag", "ukendt")] == [1387, 10, 72]
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    registered = {one["properties"]["Objekt_id"]: one["properties"]["Shape_area"] for one in features}
    assert {r["kilde_id"] for r in rows} == set(registered)
    assert sum(r["areal_ha"] for r in rows) == pytest.approx(sum(registered.values()) / 10_000, rel=1e-6)
    assert all(abs(r["areal_ha"] * 10_000 - registered[r["kilde_id"]]) < 0.02 for r in rows)
    assert {r["dato"] for r in rows if r["dato"] and r["dato"].startswith("1970")} == set()


@pytest.mark.realdata
def test_hvidovres_conservation_orders_do_not_reach_lyngby(landscape, realdata, tmp_path):
    run = landscape(
        LAYERS=[realdata / "miljoeportal" / "hvidovre_fredede_omraader.geojson"],
        BOUNDARY=realdata / "boundary" / "lyngby_taarbaek_0173.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_HTML=tmp_path / "r.html",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [r["navn"] for r in rows][:2] == ["Kalvebod Kile", "Rehbæks Eng"]
    assert len(rows) == 5
    assert "does not reach the municipality" in run.log
    assert run.results["UNKNOWN_COUNT"] == 1
    assert "Kommunen er 3.870,3 ha" in (tmp_path / "r.html").read_text(encoding="utf-8")
