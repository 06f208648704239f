"""`classifybuildings` by the real qgis_process: what goes in comes out once, explained, styled, whole or not at all."""

import csv
import hashlib
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely
from builders import square
from conftest import ROOT, TOOL, qgis_process, read_layer, write_layer
from interrupting import stops_and_leaves_nothing

pytestmark = pytest.mark.process

FIELDS = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "ydervaeg:int", "navn:text")
RESULT = ["save_vaerdi", "udpeget", "udpegning", "ensartethed", "naboer", "naboer_ens", "begrundelse"]
RESULT += ["fredet", "gaeldende_udpegning", "bygningstype", "naboer_afstand_m", "sikkerhed"]
EAST, NORTH = 720000, 6187000


def at(x, y=0, side=10.0):
    return square(EAST + x, NORTH + y, side)


def row(x, id, save, use=120, year=1937, wall=1, name="Møllevej", wkt=None):
    return (wkt if wkt is not None else at(x), id, save, use, year, wall, name)


def town():
    """A street: 1-3, three alike with a 4 between, a 4 alone, no value, a garage."""
    return [
        row(0, "a", 2),
        row(20, "b", 5),
        row(40, "c", 4),
        row(60, "d", 5),
        row(500, "e", 4),
        row(900, "f", None),
        row(75, "g", 6, use=910),
    ]


@pytest.fixture
def buildings(tmp_path):
    return write_layer(tmp_path / "bygninger.gpkg", "bygninger", town(), FIELDS)


def test_the_ground_of_each_row(classify, buildings, tmp_path):
    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    # c has b and d within 40 m, and a (30 m): all alike. e is alone. g is a garage: not assessed.
    assert [(r["bygning_id"], r["udpegning"], r["udpeget"], r["naboer"], r["naboer_ens"]) for r in rows] == [
        ("a", "vaerdi_1_3", 1, 2, 2),
        ("b", "ikke_udpeget", 0, 3, 3),
        ("c", "vaerdi_4_ensartet", 1, 3, 3),
        ("d", "ikke_udpeget", 0, 2, 2),
        ("e", "til_vurdering", 0, 0, 0),
        ("f", "ikke_registreret", 0, 0, 0),
        ("g", "ikke_udpeget", 0, None, None),
    ]
    assert [r["ensartethed"] for r in rows] == [1.0, 1.0, 1.0, 1.0, None, None, None]
    assert [r["navn"] for r in rows] == ["Møllevej"] * 7


def test_the_numbers_of_a_plan_stay_with_its_buildings_and_its_groups_are_not_kept(classify, tmp_path):
    fields = (
        *("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "fredet:bool", "offentlig:bool"),
        *("loebenr:int", "plangruppe:text"),
    )
    table = [
        (at(0), "kept", 3, 120, False, True, 1, "A"),
        (at(20), "given up", 5, 120, False, True, 2, "C"),
        (at(40), "listed", 5, 120, True, True, 3, "fredet"),
        (at(60), "church", 6, 414, False, True, 4, "kirke"),
        (at(80), "new", 2, 120, False, True, None, None),
        (at(99), "withheld", 2, 120, False, False, 5, "A"),
    ]
    package = write_layer(tmp_path / "plan.gpkg", "bygninger", table, fields)
    run = classify(BUILDINGS=package, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [r["loebenr"] for r in rows] == [1, 2, 3, 4, None, 5]
    assert "plangruppe" not in rows[0]
    assert "2 buildings with a number in the plan (loebenr) are not in the plan that comes of this" in run.log
    assert "1 building that the plan is to name has no number (loebenr) yet" in run.log
    assert "med et nummer i planen (loebenr)" in (tmp_path / "r.html").read_text(encoding="utf-8")

    # A running number that is no plan's is the layer's own.
    own = write_layer(tmp_path / "own.gpkg", "bygninger", [one[:-1] for one in table], fields[:-1])
    classify(BUILDINGS=own, OUTPUT=tmp_path / "ud2.gpkg")
    assert [r["loebenr"] for r in read_layer(tmp_path / "ud2.gpkg")] == [1, 2, 3, 4, None, 5]


def test_a_share_is_written_with_six_decimals(classify, tmp_path):
    """c is like one of the three within 40 m of it: a third."""
    table = [row(0, "a", 3), row(20, "b", 5, 140, 1800, 2), row(40, "c", 4), row(60, "d", 5, 140, 1800, 2)]
    run = classify(BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", table, FIELDS), OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")[2]
    assert (found["naboer"], found["naboer_ens"], found["ensartethed"]) == (3, 1, 0.333333)


def test_buildings_of_one_bbr_property_are_no_neighbours(classify, tmp_path):
    fields = ("bygning_id:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "bbrnummer:text")
    table = [(at(20 * i), id, 4, 140, 1900, f"190-{of}-{i + 1}") for i, (id, of) in enumerate(zip("abc", (7, 7, 8)))]
    layer = write_layer(tmp_path / "fbb.gpkg", "fbb", table, fields)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [(r["bygning_id"], r["naboer"]) for r in read_layer(tmp_path / "ud.gpkg")] == [("a", 1), ("b", 1), ("c", 2)]


def test_blocks_of_one_condominium_are_not_designated_by_one_another_without_a_word(classify, tmp_path):
    fields = (
        "bygning_id:text",
        "save_vaerdi:int",
        "anvendelse:int",
        "opfoerelsesaar:int",
        "etager:int",
        "ejendom_id:text",
    )
    table = [(at(20 * i), f"b{i}", 4, 140, 1930, 3, str(901 + i)) for i in range(5)]
    layer = write_layer(tmp_path / "b.gpkg", "b", table, fields)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert "5 buildings of flats have neighbours" in run.log  # without anything that tells: a warning
    numbered = [(*row, f"190-7-{i + 1}") for i, row in enumerate(table)]
    layer = write_layer(tmp_path / "n.gpkg", "n", numbered, (*fields, "bbrnummer:text"))
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert "5 of them have such a neighbour on the same property by its BBR number" in run.log
    # The BBR numbers alone: one property, and no neighbour.
    alone = [(*row[:6], None, row[7]) for row in numbered]
    layer = write_layer(tmp_path / "a.gpkg", "a", alone, (*fields, "bbrnummer:text"))
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert "buildings of flats" not in run.log
    assert [(r["udpegning"], r["naboer"]) for r in read_layer(tmp_path / "ud.gpkg")] == [("til_vurdering", 0)] * 5
    # The parcel once for each flat: one property, and no neighbour.
    square = "POLYGON ((719900 6186900, 720200 6186900, 720200 6187100, 719900 6187100, 719900 6186900))"
    flats = [(square, "1a", str(901 + i)) for i in range(5)]
    parcels = write_layer(tmp_path / "p.gpkg", "p", flats, ("matrikelnummer:text", "samletFastEjendomLokalId:text"))
    layer = f"{tmp_path / 'b.gpkg'}|layername=b"
    for method in (1, 3):
        run = classify(BUILDINGS=layer, PARCELS=parcels, NEIGHBOUR_METHOD=method, OUTPUT=tmp_path / "ud.gpkg")
        assert run.code == 0, run.log
        assert [r["naboer"] for r in read_layer(tmp_path / "ud.gpkg")] == [0] * 5


def test_what_is_known_of_each_building_beside_its_ground(classify, buildings, tmp_path):
    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    names = ("bygningstype", "naboer_afstand_m", "sikkerhed", "fredet", "gaeldende_udpegning")
    # Houses of 10 m at 0, 20, 40, 60: a reaches c, 30 m off, and b reaches d. c is as sure as can be: all are alike in
    # everything. e has no neighbour under any setting. Nothing says whether they are listed or designated today.
    assert [[r[name] for name in names] for r in rows] == [
        ["hoved", 30.0, None, None, None],
        ["hoved", 30.0, None, None, None],
        ["hoved", 30.0, 1.0, None, None],
        ["hoved", 30.0, None, None, None],
        ["hoved", None, 1.0, None, None],
        ["hoved", None, None, None, None],
        ["sekundaer", None, None, None, None],
    ]


@pytest.mark.parametrize(
    ("kind", "values"), [("bool", (1, 0, None)), ("int", (1, 0, None)), ("text", ("ja", "false", ""))]
)
def test_a_listed_building_is_marked_and_its_ground_stays(classify, tmp_path, kind, values):
    table = [(at(100 * i), f"b{i}", 1, value) for i, value in enumerate(values)]
    layer = write_layer(tmp_path / "b.gpkg", "b", table, ("bygning_id:text", "save_vaerdi:int", f"fredet:{kind}"))
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["fredet"], r["udpegning"]) for r in rows] == [(one, "vaerdi_1_3") for one in (1, 0, None)]
    assert [name for name in rows[0] if name.startswith("fredet")] == ["fredet"]


GEOFA = {
    "long": ("bbr_uuid", "bevaringsmaessig_vaerdi", "bevaringsvaerdig", "bevaringsaarsag_kode", "statuskode"),
    "ten characters": ("bbr_uuid", "bev_kar", "bev_status", "bev_bggr_k", "statuskode"),
}


@pytest.mark.parametrize("names", GEOFA)
def test_geofa_tells_which_buildings_a_plan_designates_today_and_which_registrations_do_not_hold(
    classify, tmp_path, names
):
    kinds = ("text", "int", "bool", "int", "int")
    facts = [(3, 1, 2, 3), (7, 1, 1, 3), (0, 1, 3, 3), (7, 0, 0, 3), (0, 0, 0, 3), (2, 0, 0, 4), (2, 1, 1, 1)]
    table = [(at(100 * i), f"u{i}", *one) for i, one in enumerate(facts)]
    fields = [f"{name}:{kind}" for name, kind in zip(GEOFA[names], kinds)]
    layer = write_layer(tmp_path / "g.gpkg", "bygningsvurdering", table, fields)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["udpegning"], r["gaeldende_udpegning"], r["save_vaerdi"]) for r in rows] == [
        ("vaerdi_1_3", "kommuneplan", 3),
        ("til_vurdering", "lokalplan", 7),
        ("til_vurdering", "begge", None),
        ("ikke_udpeget", "ingen", 7),
        ("ikke_registreret", "ingen", None),
        ("ikke_registreret", None, None),
        ("ikke_registreret", None, None),
    ]
    assert "er aflyst og gælder ikke" in rows[5]["begrundelse"]
    assert "er en kladde og gælder ikke" in rows[6]["begrundelse"]
    again = classify(BUILDINGS=tmp_path / "ud.gpkg", OUTPUT=tmp_path / "ud2.gpkg")
    assert again.code == 0, again.log
    found = [(r["udpegning"], r["gaeldende_udpegning"]) for r in read_layer(tmp_path / "ud2.gpkg")]
    assert found == [(r["udpegning"], r["gaeldende_udpegning"]) for r in rows]


def test_plots_are_neighbours_and_roads_and_common_parcels_are_none(classify, tmp_path):
    # The farm has its house between b and the road, and a field 300 m off where d lives; the road runs past them all.
    layer = write_layer(
        tmp_path / "bygninger.gpkg", "bygninger", [row(5, "farm", 4), row(25, "b", 4), row(325, "d", 4)], FIELDS
    )
    ground = [("1a", "farm", 0), ("1b", "farm", 300), ("2", "b", 20), ("3", "d", 320)]
    parcels = [(at(x, 0, 20), number, owner, None) for number, owner, x in ground]
    road = shapely.box(EAST, NORTH - 5, EAST + 400, NORTH).wkt
    green = at(40, 0, 20)
    parcels += [(road, "7000a", "town", None), (green, "9", "farm", 1)]
    fields = ("matrikelnummer:text", "samletFastEjendomLokalId:text", "faelleslod:int")
    plots = write_layer(tmp_path / "jordstykker.gpkg", "jordstykker", parcels, fields)
    run = classify(BUILDINGS=layer, PARCELS=plots, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "2 parcels are common ones (1) or roads" in run.log
    found = {r["bygning_id"]: r["naboer"] for r in read_layer(tmp_path / "ud.gpkg")}
    assert found == {"farm": 1, "b": 1, "d": 0}


def test_the_results_are_whole_numbers(classify, buildings, tmp_path):
    results = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg").results
    assert {name: value for name, value in results.items() if name.endswith("COUNT")} == {
        "BUILDING_COUNT": 7,
        "LISTED_COUNT": 0,
        "DESIGNATED_COUNT": 2,
        "VALUE_1_3_COUNT": 1,
        "VALUE_4_UNIFORM_COUNT": 1,
        "DECISION_COUNT": 0,
        "REVIEW_COUNT": 1,
        "NOT_DESIGNATED_COUNT": 3,
        "NOT_REGISTERED_COUNT": 1,
    }
    assert all(type(value) is int for name, value in results.items() if name.endswith("COUNT"))


def test_the_geopackage_is_one_valid_file_of_version_1_3_with_its_style_inside(classify, buildings, tmp_path):
    target = tmp_path / "ud" / "ud.gpkg"
    target.parent.mkdir()
    classify(BUILDINGS=buildings, OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["ud.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        styles = database.execute("SELECT f_table_name, useAsDefault, styleName, styleQML FROM layer_styles").fetchall()
    assert [one[:3] for one in styles] == [("ud", 1, "udpegning"), ("ud", 0, "Sikkerhed")]
    assert "vaerdi_4_ensartet" in styles[0][3]
    assert "Næsten altid udpeget" in styles[1][3]
    checked = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", str(target)],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_two_runs_write_the_same_values_and_the_same_metadata(classify, buildings, tmp_path):
    for name in ("en", "to"):
        classify(BUILDINGS=buildings, OUTPUT=tmp_path / f"{name}.gpkg")
    assert read_layer(tmp_path / "en.gpkg") == read_layer(tmp_path / "to.gpkg")
    assert metadata_of(tmp_path / "en.gpkg") == metadata_of(tmp_path / "to.gpkg")


def metadata_of(path):
    """The only metadata of a GeoPackage, as it stands."""
    with closing(sqlite3.connect(path)) as database:
        ((text,),) = database.execute("SELECT metadata FROM gpkg_metadata").fetchall()
    return text


def keywords(text):
    """The pairs in QGIS's XML of a layer's metadata."""
    root = ElementTree.fromstring(text)
    return dict(one.text.split("=", 1) for one in root.find("keywords[@vocabulary='lyngby_heritage']"))


def test_the_metadata_say_what_it_was_decided_by(classify, buildings, tmp_path):
    run = classify(BUILDINGS=buildings, UNIFORM_SHARE=0.8, VALUE4_RULE=1, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    text = metadata_of(tmp_path / "ud.gpkg")
    told = keywords(text)
    assert {name: value for name, value in told.items() if not name.startswith("VERSION ")} == {
        "NEIGHBOUR_METHOD": "3",
        "VALUE4_RULE": "1",
        "NEIGHBOUR_DISTANCE": "40",
        "OPPOSITE_DISTANCE": "20",
        "MIN_NEIGHBOURS": "2",
        "MIN_ATTRIBUTES": "2",
        "SIMILARITY": "0.75",
        "UNIFORM_SHARE": "0.8",
        "YEAR_TOLERANCE": "10",
        "AREA_TOLERANCE": "25",
        "HIGH_VALUES": "1 2 3",
        "NEIGHBOUR_VALUE": "4",
        "ATTACHED_USES": "131 132 130 121",
        "INPUT BUILDINGS": "bygninger",
    }
    assert told["VERSION Lyngby Heritage"] == "0.1.0"
    assert {"VERSION QGIS", "VERSION shapely", "VERSION numpy"} <= set(told)
    assert "Andel ens naboer, fra hvilken en bygning er ensartet: 80 %" in text
    ask = ["ogrinfo", "-so", str(tmp_path / "ud.gpkg"), "ud"]
    seen = subprocess.run(ask, capture_output=True, text=True, check=True)
    assert "Feature Count: 7" in seen.stdout
    assert "VALUE4_RULE=1" in seen.stdout
    assert "Warning" not in seen.stderr


@pytest.mark.parametrize("suffix", ["geojson", "shp"])
def test_of_another_file_the_metadata_lie_beside_it(classify, buildings, tmp_path, suffix):
    target = tmp_path / "ud" / f"ud.{suffix}"
    target.parent.mkdir()
    run = classify(BUILDINGS=buildings, OUTPUT=target)
    assert run.code == 0, run.log
    assert {"ud.qmd", f"ud.{suffix}"} <= {one.name for one in target.parent.iterdir()}
    assert keywords((target.parent / "ud.qmd").read_text(encoding="utf-8"))["VALUE4_RULE"] == "0"


def test_a_second_run_on_the_result_doubles_no_field_and_changes_nothing(classify, buildings, tmp_path):
    classify(BUILDINGS=buildings, OUTPUT=tmp_path / "en.gpkg")
    run = classify(BUILDINGS=tmp_path / "en.gpkg", OUTPUT=tmp_path / "to.gpkg")
    assert run.code == 0, run.log
    first, second = read_layer(tmp_path / "en.gpkg"), read_layer(tmp_path / "to.gpkg")
    assert list(second[0]) == list(first[0])
    assert second == first


def test_results_of_an_earlier_run_in_capitals_are_replaced_too(classify, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(at(0), 2, "gammelt")], ("SAVE_VAERDI:int", "UDPEGNING:text"))
    classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert list(read_layer(tmp_path / "ud.gpkg")[0]) == ["fid", *RESULT]


def test_parcels_make_the_adjoining_properties_neighbours(classify, buildings, tmp_path):
    plots = [(square(EAST + x - 5, NORTH - 5, 20), str(x)) for x in (0, 20, 40, 60)]
    parcels = write_layer(tmp_path / "j.gpkg", "jordstykker", plots, ("samletFastEjendomLokalId:text",))
    run = classify(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg")
    rows = {r["bygning_id"]: r for r in read_layer(tmp_path / "ud.gpkg")}
    assert [rows[one]["naboer"] for one in "abcd"] == [1, 2, 2, 1]
    assert "2 af 2 tilstødende ejendomme ligner den" in rows["c"]["begrundelse"]
    # e and f lie elsewhere; g, the garage, is not assessed.
    assert "2 buildings lie on none of the parcels" in run.log


def test_pairs_are_lines_between_assessed_neighbours(classify, buildings, tmp_path):
    classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PAIRS=tmp_path / "par.gpkg")
    rows = read_layer(tmp_path / "par.gpkg")
    assert sorted(r["til_id"] for r in rows if r["fra_id"] == "c") == ["a", "b", "d"]
    assert {r["lighed"] for r in rows} == {1.0}
    assert rows[0]["ens_paa"] == "anvendelse, opfoerelsesaar, ydervaeg, bebygget_areal"
    assert len(rows) == sum(r["naboer"] or 0 for r in read_layer(tmp_path / "ud.gpkg"))


def test_ids_in_the_pairs_are_written_as_in_the_layer(classify, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [row(0, "AB", 4), row(20, "Cd", 5)], FIELDS)
    classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PAIRS=tmp_path / "par.gpkg")
    assert {(r["fra_id"], r["til_id"]) for r in read_layer(tmp_path / "par.gpkg")} == {("AB", "Cd"), ("Cd", "AB")}


def test_decisions_come_first_and_unknown_ones_are_listed(classify, buildings, tmp_path):
    columns = ("bygning_id:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text")
    table = [
        (None, "B", "udpeg", "Første hus på vejen", "Byrådet", "2012-01-17"),
        (None, "a", "udpeg_ikke", None, None, None),
        (None, "findes-ikke", "udpeg", None, None, None),
    ]
    decisions = write_layer(tmp_path / "d.gpkg", "beslutninger", table, columns, kind="NONE")
    os.utime(decisions.partition("|")[0], (1_700_000_000, 1_700_000_000))
    run = classify(BUILDINGS=buildings, DECISIONS=decisions, OUTPUT=tmp_path / "ud.gpkg")
    told = keywords(metadata_of(tmp_path / "ud.gpkg"))
    assert told["INPUT DECISIONS"] == "beslutninger (d.gpkg); 2023-11-14", "a plan's list of its data names it"
    rows = {r["bygning_id"]: r for r in read_layer(tmp_path / "ud.gpkg")}
    assert (rows["b"]["udpegning"], rows["b"]["udpeget"]) == ("beslutning", 1)
    assert (rows["a"]["udpegning"], rows["a"]["udpeget"]) == ("beslutning", 0)
    assert rows["b"]["begrundelse"].startswith(
        "Udpeget ved beslutning (Byrådet, 17. januar 2012): Første hus på vejen."
    )
    assert "findes-ikke" in run.log


def test_a_decision_on_an_unknown_building_is_told_by_its_row_and_by_the_nearest_address(classify, tmp_path):
    houses = write_layer(
        tmp_path / "h.gpkg", "h", [(square(0), "a", 4, "Smøgen 1"), (square(40), "b", 4, "Smøgen 3")],
        ("bygning_id:text", "save_vaerdi:int", "adresse:text"),
    )  # fmt: skip
    row = ("POINT (60 5)", "findes-ikke", "udpeg", "Porten står endnu.", "2022-09-05")
    columns = ("bygning_id:text", "beslutning:text", "begrundelse:text", "dato:text")
    decisions = write_layer(tmp_path / "d.gpkg", "beslutninger", [row], columns, kind="POINT")
    run = classify(BUILDINGS=houses, DECISIONS=decisions, OUTPUT=tmp_path / "u.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    told = "ved Smøgen 3: udpeges, »Porten står endnu.«, 5. september 2022"
    assert run.results["UNKNOWN_DECISIONS"] == f"findes-ikke\t{told}"
    assert f"som ikke findes i laget: {told} (findes-ikke)." in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_decisions_that_disagree_are_told_by_the_address_of_their_building(classify, tmp_path):
    houses = write_layer(
        tmp_path / "h.gpkg", "h", [(square(0), "a", 4, "Smøgen 1")],
        ("bygning_id:text", "save_vaerdi:int", "adresse:text"),
    )  # fmt: skip
    rows = [(None, "a", "udpeg", "2024-01-01"), (None, "A", "udpeg_ikke", "2025-01-28")]
    columns = ("bygning_id:text", "beslutning:text", "dato:text")
    decisions = write_layer(tmp_path / "d.gpkg", "beslutninger", rows, columns, kind="NONE")
    run = classify(BUILDINGS=houses, DECISIONS=decisions, OUTPUT=tmp_path / "u.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert (
        "the decisions on building Smøgen 1 disagree; the newest, udpeg_ikke 2025-01-28, stands, and not udpeg "
        "2024-01-01." in run.log
    )
    told = "beslutningerne om bygning Smøgen 1 modsiger hinanden; den nyeste, »udpeges ikke« fra 28. januar 2025, "
    told += "gælder, og ikke »udpeges« fra 1. januar 2024"
    assert told in (tmp_path / "r.html").read_text(encoding="utf-8").replace("<wbr>", "")


@pytest.mark.parametrize("kind", ["bool", "int"])
def test_the_designated_that_are_listed_are_counted_and_told(classify, tmp_path, kind):
    """Two of the three designated: the plan's provisions hold one less for each of them."""
    rows = [(square(20 * place), str(place), value, listed) for place, (value, listed) in
            enumerate([(2, 1), (3, 1), (3, 0), (6, 1)])]  # fmt: skip
    columns = ("bygning_id:text", "save_vaerdi:int", f"fredet:{kind}")
    houses = write_layer(tmp_path / "h.gpkg", "h", rows, columns)
    run = classify(BUILDINGS=houses, OUTPUT=tmp_path / "u.gpkg", OUTPUT_HTML=tmp_path / "r.html")
    assert (run.results["DESIGNATED_COUNT"], run.results["LISTED_COUNT"]) == (3, 2)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "dobbelthus (132); " in page  # the codes of attached houses, with their words
    assert "2 af dem er fredede og følger bygningsfredningsloven" in page


def test_decisions_may_come_as_csv(classify, buildings, tmp_path):
    with (tmp_path / "d.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerows([["bygning_id", "beslutning", "begrundelse", "kilde", "dato"], ["b", "udpeg", "æøå", "", ""]])
    classify(BUILDINGS=buildings, DECISIONS=tmp_path / "d.csv", OUTPUT=tmp_path / "ud.gpkg")
    assert read_layer(tmp_path / "ud.gpkg")[1]["udpegning"] == "beslutning"


def test_the_report_is_one_file_with_everything_in_it(classify, buildings, tmp_path):
    classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "rapport.html")
    page = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    assert "data:image/png;base64," in page
    assert "Ensartet med naboerne" in page
    assert "Hvad betyder tærsklerne?" in page
    assert "http://" not in page.replace("http://www.w3.org", "")


@pytest.mark.parametrize("suffix", ["shp", "geojson", "csv", "fgb", "xlsx"])
def test_other_formats_hold_every_row_in_its_order(classify, buildings, tmp_path, suffix):
    from osgeo import ogr

    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / f"ud.{suffix}")
    assert run.code == 0, run.log
    dataset = ogr.Open(str(tmp_path / f"ud.{suffix}"))
    ids = [feature["bygning_id"] for feature in dataset.GetLayer(0)]
    assert ids == list("abcdefg")
    assert ("cuts texts after 254 characters" in run.log) == (suffix == "shp")


def test_points_get_the_style_for_points(classify, tmp_path):
    rows = [(f"POINT ({EAST} {NORTH})", "a", 2, 120, 1937, 1, "x")]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, FIELDS, kind="POINT")
    assert classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg").code == 0
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        (style,) = database.execute("SELECT styleQML FROM layer_styles").fetchone()
    assert 'type="marker"' in style


def test_a_field_named_fid_that_is_data_is_kept_and_a_row_number_is_not(classify, tmp_path):
    # A GeoJSON attribute called fid is the register's; a GeoPackage's fid is the file's own.
    features = [
        {
            "type": "Feature",
            "properties": {"fid": 7, "bygning_id": one, "bevaringsvaerdi": 4},
            "geometry": {"type": "Point", "coordinates": [12.5, 55.77]},
        }
        for one in ("a", "b", "c", "d")
    ]
    path = tmp_path / "b.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    classify(BUILDINGS=path, OUTPUT=tmp_path / "ud.gpkg")
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [r["bygning_id"] for r in rows] == ["a", "b", "c", "d"]
    assert [r["fid_kilde"] for r in rows] == [7, 7, 7, 7]


@pytest.mark.parametrize("name", ["geom", "GEOM"])
def test_a_field_named_as_the_geometry_is_in_a_geopackage_is_kept_under_another_name(classify, tmp_path, name):
    feature = {
        "type": "Feature",
        "properties": {name: "POINT (1 2)", "bygning_id": "a", "bevaringsvaerdi": 4},
        "geometry": {"type": "Point", "coordinates": [12.5, 55.77]},
    }
    path = tmp_path / "b.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert classify(BUILDINGS=path, OUTPUT=tmp_path / "ud.gpkg").code == 0
    assert [r["geom_kilde"] for r in read_layer(tmp_path / "ud.gpkg")] == ["POINT (1 2)"]


def test_bodies_curves_and_corners_without_a_place_come_out_once_each(classify, tmp_path):
    """Three alike houses in a row, as a TIN, as curves with straight edges and as a polygon; one of no place."""
    from osgeo import ogr, osr

    tin = (
        f"TIN Z ((({EAST} {NORTH} 3, {EAST + 10} {NORTH} 3, {EAST + 10} {NORTH + 10} 3, {EAST} {NORTH} 3)), "
        f"(({EAST} {NORTH} 3, {EAST + 10} {NORTH + 10} 3, {EAST} {NORTH + 10} 3, {EAST} {NORTH} 3)))"
    )
    ring = at(20).removeprefix("POLYGON ")
    shapes = [tin, f"CURVEPOLYGON (COMPOUNDCURVE {ring})", at(40), at(60)]
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "b.gpkg"))
    system = osr.SpatialReference()
    system.ImportFromEPSG(25832)
    layer = dataset.CreateLayer("b", system, ogr.wkbTINZ)
    for name, kind in (("bygning_id", ogr.OFTString), ("save_vaerdi", ogr.OFTInteger), ("anvendelse", ogr.OFTInteger),
                       ("opfoerelsesaar", ogr.OFTInteger)):  # fmt: skip
        layer.CreateField(ogr.FieldDefn(name, kind))
    for one, wkt in zip("abcd", shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in (("bygning_id", one), ("save_vaerdi", 4), ("anvendelse", 120), ("opfoerelsesaar", 1937)):
            feature[name] = value
        shape = ogr.CreateGeometryFromWkt(wkt)
        if one == "d":
            shape.GetGeometryRef(0).SetPoint_2D(1, float("nan"), NORTH)
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
        del feature, shape
    del layer, dataset
    run = classify(BUILDINGS=tmp_path / "b.gpkg", OUTPUT=tmp_path / "ud.gpkg")
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(r["bygning_id"], r["naboer"], r["udpegning"]) for r in rows] == [
        ("a", 2, "vaerdi_4_ensartet"),
        ("b", 2, "vaerdi_4_ensartet"),
        ("c", 2, "vaerdi_4_ensartet"),
        ("d", 0, "til_vurdering"),
    ]
    assert "1 row has no geometry" in run.log
    dataset = ogr.Open(str(tmp_path / "ud.gpkg"))
    shapes = [feature.GetGeometryRef() and feature.GetGeometryRef().Clone() for feature in dataset.GetLayer(0)]
    assert [one.GetArea() for one in shapes[:3]] == [100, 100, 100]


def test_a_context_building_lends_what_the_register_lacks(classify, tmp_path):
    points = [
        (f"POINT ({EAST + x} {NORTH + 5})", one, save) for x, one, save in ((5, "A", 4), (25, "B", 5), (45, "C", 5))
    ]
    buildings = write_layer(tmp_path / "b.gpkg", "b", points, ("ois_id:text", "bevaringsvaerdi:int"), kind="POINT")
    context = write_layer(
        tmp_path / "k.gpkg",
        "k",
        [(at(x), one, 120, 1937) for x, one in ((0, "a"), (20, "b"), (40, "c"))],
        ("bbruuid:text", "byg021BygningensAnvendelse:int", "byg026Opfoerelsesaar:int"),
    )
    run = classify(BUILDINGS=buildings, CONTEXT_BUILDINGS=context, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert (rows[0]["udpegning"], rows[0]["naboer"], rows[0]["naboer_ens"]) == ("vaerdi_4_ensartet", 2, 2)


def test_a_context_building_that_bbr_has_as_gone_is_no_neighbour(classify, tmp_path):
    house = write_layer(
        tmp_path / "b.gpkg", "b", [(at(0), "a", 4, 120, 1937)],
        ("ois_id:text", "bevaringsvaerdi:int", "byg021BygningensAnvendelse:int", "byg026Opfoerelsesaar:int"),
    )  # fmt: skip
    context = write_layer(
        tmp_path / "k.gpkg",
        "k",
        [(at(12 * number), f"k{status}", 120, 1937, status) for number, status in enumerate((6, 10, 11, 3), start=1)],
        ("bbruuid:text", "byg021BygningensAnvendelse:int", "byg026Opfoerelsesaar:int", "status:text"),
    )
    run = classify(BUILDINGS=house, CONTEXT_BUILDINGS=context, NEIGHBOUR_METHOD=3, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [row["naboer"] for row in read_layer(tmp_path / "ud.gpkg")] == [1]
    assert "3 rows do not stand by BBR's status or dates, and are no neighbours." in run.log


def test_only_selected_or_filtered_rows_are_read(classify, buildings, tmp_path):
    run = classify(BUILDINGS=f"{buildings}|subset=\"bygning_id\" IN ('a','e')", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert [r["bygning_id"] for r in read_layer(tmp_path / "ud.gpkg")] == ["a", "e"]


@pytest.mark.real_start
def test_parameters_may_come_as_json_on_standard_input(process, buildings, tmp_path):
    inputs = {"inputs": {"BUILDINGS": buildings, "OUTPUT": str(tmp_path / "ud.gpkg"), "VALUE4_RULE": 3}}
    run = process("run", "lyngby_heritage:classifybuildings", "-", stdin=json.dumps(inputs))
    assert run.code == 0, run.err
    assert run.results["VALUE_4_UNIFORM_COUNT"] == 2


# What bad input gets ------------------------------------------------------------------------------------------------


def untouched(folder):
    """A fingerprint of a folder: names and contents."""
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


@pytest.fixture
def refused(classify, tmp_path):
    """Run with an earlier output in place; it must be refused with exit code 1 and leave everything as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"an earlier result that must survive")
    (folder / "ud.html").write_text("an earlier report", encoding="utf-8")

    def run(*expected, **parameters):
        before = untouched(folder)
        done = classify(**{"OUTPUT": folder / "ud.gpkg", "OUTPUT_HTML": folder / "ud.html", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert untouched(folder) == before
        return done

    return run


def test_a_layer_without_a_save_field(refused, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "huse", [(at(0), "a")], ("bygning_id:text",))
    refused(
        "huse", "has no field that holds SAVE value", "bevaringsvaerdi", "bygning_id", "SAVE_FIELD", BUILDINGS=layer
    )


def test_a_named_field_that_is_not_there(refused, buildings):
    refused("bygninger", "has no field 'vaerdi'", "save_vaerdi", BUILDINGS=buildings, SAVE_FIELD="vaerdi")


@pytest.mark.parametrize("name", ["USE_FIELD", "ID_FIELD", "PROPERTY_ID_FIELD"])
def test_any_named_field_that_is_not_there(refused, buildings, name):
    refused("has no field 'x9'", BUILDINGS=buildings, **{name: "x9"})


def test_no_crs(refused, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", town(), FIELDS, epsg=None)
    refused("no coordinate reference system", "EPSG:25832", BUILDINGS=layer)


def test_parcels_without_a_crs(refused, buildings, tmp_path):
    parcels = write_layer(tmp_path / "j.gpkg", "j", [(at(0),)], epsg=None)
    refused("PARCELS", "no coordinate reference system", BUILDINGS=buildings, PARCELS=parcels)


def test_lines_are_no_buildings(refused, tmp_path):
    line = f"LINESTRING ({EAST} {NORTH}, {EAST + 1} {NORTH})"
    layer = write_layer(tmp_path / "b.gpkg", "b", [(line, 4)], ("save_vaerdi:int",), kind="LINE")
    refused(BUILDINGS=layer)


def test_a_table_is_no_building_layer(refused, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(None, 4)], ("save_vaerdi:int",), kind="NONE")
    refused(BUILDINGS=layer)


def test_a_file_that_is_not_there(refused, tmp_path):
    refused("BUILDINGS", BUILDINGS=tmp_path / "findes_ikke.gpkg")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIMILARITY", 1.01),
        ("SIMILARITY", -0.1),
        ("UNIFORM_SHARE", 60),
        ("MIN_NEIGHBOURS", 0),
        ("MIN_ATTRIBUTES", 7),
        ("YEAR_TOLERANCE", -1),
        ("AREA_TOLERANCE", 101),
        ("NEIGHBOUR_DISTANCE", -40),
        ("VALUE4_RULE", 5),
        ("NEIGHBOUR_METHOD", 4),
    ],
)
def test_thresholds_outside_their_range(refused, buildings, name, value):
    refused(name, BUILDINGS=buildings, **{name: value})


def test_an_unknown_parameter_name(refused, buildings):
    refused("Unknown parameter SIMILARTIY", "SIMILARITY", BUILDINGS=buildings, SIMILARTIY=0.5)


def test_a_method_that_needs_parcels_without_them(refused, buildings):
    refused("NEIGHBOUR_METHOD 2", "PARCELS", BUILDINGS=buildings, NEIGHBOUR_METHOD=2)


DECISION_COLUMNS = ("bygning_id:text", "beslutning:text", "dato:text")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [("a", "udpeg", "2012-01-17"), ("a", "udpeg_ikke", "2012-01-17")],
            "rows 1 and 2: the decisions on building a",
        ),
        ([("a", "udpeg", None), ("b", "måske", None)], "row 2, field beslutning: 'måske'"),
        ([("a", "udpeg", "i går")], "row 1, field dato: 'i går'"),
    ],
)
def test_decisions_that_cannot_stand(refused, buildings, tmp_path, rows, message):
    table = [(None, *one) for one in rows]
    decisions = write_layer(tmp_path / "d.gpkg", "beslutninger", table, DECISION_COLUMNS, kind="NONE")
    refused("beslutninger", message, BUILDINGS=buildings, DECISIONS=decisions)


def test_decisions_without_an_id_field_in_the_buildings(refused, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(at(0), 4)], ("save_vaerdi:int",))
    decisions = write_layer(tmp_path / "d.gpkg", "d", [(None, "a", "udpeg", None)], DECISION_COLUMNS, kind="NONE")
    refused("ID_FIELD", BUILDINGS=layer, DECISIONS=decisions)


@pytest.mark.parametrize("target", ["findes/ikke/ud.gpkg", "/proc/ud.gpkg", "en_mappe"])
def test_an_output_that_cannot_be_written(classify, buildings, tmp_path, target):
    (tmp_path / "en_mappe").mkdir()
    before = sorted(one.name for one in tmp_path.iterdir())
    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / target)
    assert run.code == 1, run.log
    assert "OUTPUT" in run.log
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_when_one_output_cannot_be_written_none_is(classify, buildings, tmp_path):
    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML="/proc/rapport.html")
    assert run.code == 1
    assert not (tmp_path / "ud.gpkg").exists()


@pytest.mark.parametrize("name", ["OUTPUT", "OUTPUT_PAIRS"])
def test_an_output_that_is_an_input(classify, buildings, tmp_path, name):
    before = untouched(tmp_path)
    run = classify(**{"BUILDINGS": buildings, "OUTPUT": tmp_path / "ud.gpkg", name: tmp_path / "bygninger.gpkg"})
    assert run.code == 1, run.log
    assert f"{name} is the same file as BUILDINGS" in run.log
    assert untouched(tmp_path) == before


def test_two_outputs_of_one_name(classify, buildings, tmp_path):
    run = classify(BUILDINGS=buildings, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_PAIRS=tmp_path / "ud.gpkg")
    assert run.code == 1
    assert "OUTPUT_PAIRS is the same file as OUTPUT" in run.log


# What odd input gets: every row out, and said ---------------------------------------------------------------------


def test_an_empty_layer_gives_an_empty_result(classify, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [], FIELDS)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code == 0, run.log
    assert run.results["BUILDING_COUNT"] == 0
    assert read_layer(tmp_path / "ud.gpkg") == []
    assert "is empty" in run.log


def test_degrees_are_measured_and_written_in_25832(classify, tmp_path):
    # 0.0003° of longitude at 55.77° N are 18.8 m: houses of 6 m (0.0001°) 12.5 m apart.
    def house(x):
        return f"POLYGON (({x} 55.77, {x + 0.0001} 55.77, {x + 0.0001} 55.7701, {x} 55.7701, {x} 55.77))"

    rows = [(house(12.5 + 0.0003 * i), str(i), 4, 120, 1937, 1, "x") for i in range(3)]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, FIELDS, epsg=4326)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "EPSG:25832" in run.log
    assert [r["udpegning"] for r in read_layer(tmp_path / "ud.gpkg")] == ["vaerdi_4_ensartet"] * 3
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        assert database.execute("SELECT srs_id, min_x FROM gpkg_contents WHERE table_name='ud'").fetchone() == (
            25832,
            pytest.approx(719532, abs=1),
        )


def test_parcels_that_cover_nothing(classify, buildings, tmp_path):
    parcels = write_layer(tmp_path / "j.gpkg", "j", [(at(9000), "1")], ("ejendom_id:text",))
    run = classify(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "No building lies on a parcel" in run.log
    rows = {r["bygning_id"]: r for r in read_layer(tmp_path / "ud.gpkg")}
    assert rows["c"]["udpegning"] == "vaerdi_4_ensartet"
    assert "Bygningen ligger ikke på nogen ejendom i kortet." in rows["c"]["begrundelse"]


def test_invalid_null_and_empty_geometries_come_out_as_they_came(classify, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    rows = [
        row(0, "a", 4, wkt=bow_tie),
        (None, "b", 4, 120, 1937, 1, "x"),
        row(20, "c", 4, wkt="POLYGON EMPTY"),
        row(15, "d", 5),
        row(30, "e", 2),
    ]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, FIELDS)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "1 invalid geometry was repaired" in run.log
    assert "2 rows have no geometry" in run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [(r["bygning_id"], r["udpegning"]) for r in found] == [
        ("a", "vaerdi_4_ensartet"),
        ("b", "til_vurdering"),
        ("c", "til_vurdering"),
        ("d", "ikke_udpeget"),
        ("e", "vaerdi_1_3"),
    ]
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as one, closing(sqlite3.connect(tmp_path / "b.gpkg")) as two:
        query = "SELECT geom FROM {} ORDER BY fid"
        assert one.execute(query.format("ud")).fetchone() == two.execute(query.format("b")).fetchone()


def test_duplicate_ids_are_one_building_and_said(classify, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [row(0, "a", 4), row(12, "A", 4), row(24, "b", 5)], FIELDS)
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert "1 id stands on more than one row" in run.log
    assert [r["naboer"] for r in read_layer(tmp_path / "ud.gpkg")] == [1, 1, 1]


ODD = ["4", "4,0", " 4 ", "4.0", "4-5", "IV", "2.5", "0", "-1", "", None, "10", "fire", "-4", "4 ", "04"]
READ = [4, 4, 4, 4, None, None, None, None, None, None, None, None, None, None, 4, 4]


def test_values_of_every_odd_kind(classify, tmp_path):
    rows = [(at(1000 * i), str(i), value) for i, value in enumerate(ODD)]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, ("bygning_id:text", "bevaringsvaerdi:text"))
    run = classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert [r["save_vaerdi"] for r in found] == READ
    assert [r["bevaringsvaerdi"] for r in found] == ODD  # what stood there stays
    assert "6 SAVE values cannot be read" in run.log
    assert "4 buildings have no SAVE value" in run.log
    assert "'fire' er ikke et helt tal" in found[12]["begrundelse"]


def test_numbers_with_decimals_in_a_number_field(classify, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(at(0), 2.5), (at(900), 3.0)], ("bevaringsvaerdi:real",))
    classify(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert [r["udpegning"] for r in read_layer(tmp_path / "ud.gpkg")] == ["ikke_registreret", "vaerdi_1_3"]


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    """Ctrl+C while a large layer is worked on: exit code 1 within a second, no file, no folder."""
    big = tmp_path / "stor.gpkg"
    making = ("PROPERTY_COUNT=30000", "REGISTERS=false", f"OUTPUT={big}")
    assert qgis_process("run", "lyngby_heritage:createsampledata", "--", *making).code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"earlier")
    layers = [f"BUILDINGS={big}|layername=bygninger", f"PARCELS={big}|layername=jordstykker"]
    command = [TOOL, "run", "lyngby_heritage:classifybuildings", "--", *layers, f"OUTPUT={folder / 'ud.gpkg'}"]
    assert stops_and_leaves_nothing(command, (1.2, 2.0, 2.8), folder, ["ud.gpkg"], within=1.5)


# The wrapper --------------------------------------------------------------------------------------------------------


def test_the_wrapper_works_from_any_folder_and_with_spaces_and_danish_letters(process, tmp_path):
    folder = tmp_path / "Bevaringsværdige bygninger, åben-lav"
    folder.mkdir()
    layer = write_layer(folder / "bygninger i Ørholm.gpkg", "bygninger", town(), FIELDS)
    run = process(
        "run",
        "lyngby_heritage:classifybuildings",
        "--",
        f"BUILDINGS={layer}",
        "OUTPUT=udpegning på kort.gpkg",
        cwd=folder,
    )
    assert run.code == 0, run.err
    assert len(read_layer(folder / "udpegning på kort.gpkg")) == 7


def test_the_wrapper_works_through_a_link_in_a_folder_with_a_space(tmp_path):
    link = tmp_path / "mine værktøjer"
    link.symlink_to(ROOT)
    done = subprocess.run(
        [str(link / "tools" / "qgis_process"), "list"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0
    assert "lyngby_heritage:classifybuildings" in done.stdout


@pytest.mark.real_start
def test_the_wrapper_passes_the_exit_code_on(process):
    assert process("run", "lyngby_heritage:findes_ikke").code == 1


@pytest.mark.real_start
def test_the_self_check_passes_inside_qgis(process):
    run = process("run", "lyngby_heritage:selfcheck", "--json")
    assert run.code == 0, run.err
    assert run.results["LIBRARY_COUNT"] == 7
    for tried in ("fields of a layer: works", "writing a GeoPackage: works", "drawing and printing a map: works"):
        assert tried in run.log


def test_what_no_tool_needs_is_no_failure_of_the_self_check(process, tmp_path):
    missing = "import sys\nsys.modules |= dict.fromkeys(('rasterio', 'fiona', 'pyproj'))\n"
    (tmp_path / "sitecustomize.py").write_text(missing, encoding="utf-8")
    run = process("run", "lyngby_heritage:selfcheck", env={"PYTHONPATH": str(tmp_path)})
    assert run.code == 0, run.err
    assert "rasterio: not usable here, and not needed" in run.log


def test_the_wrapper_puts_its_own_libraries_before_a_stray_one(process, tmp_path):
    (tmp_path / "fiona.py").write_text("raise ImportError('built for another GDAL')", encoding="utf-8")
    run = process("run", "lyngby_heritage:selfcheck", env={"PYTHONPATH": str(tmp_path)})
    assert run.code == 0, run.err


# Real extracts ------------------------------------------------------------------------------------------------------


@pytest.mark.realdata
def test_hoersholm_from_a_shapefile_with_cut_names_and_text_codes(classify, realdata, tmp_path):
    run = classify(
        BUILDINGS=realdata / "fbb" / "hoersholm_223_shapefile.zip",
        OUTPUT=tmp_path / "ud.gpkg",
        OUTPUT_HTML=tmp_path / "ud.html",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == run.results["BUILDING_COUNT"] == 2587
    # Counted in the file itself: 1: 2, 2: 170, 3: 865, 4: 451, 5-9: 1,099.
    assert run.results["VALUE_1_3_COUNT"] == 1037
    fours = [r for r in rows if r["save_vaerdi"] == 4]
    assert len(fours) == 451
    assert run.results["VALUE_4_UNIFORM_COUNT"] + run.results["REVIEW_COUNT"] <= 451
    assert sum((r["naboer"] or 0) >= 2 for r in fours) > 100  # use and year were read, though as text
    assert (tmp_path / "ud.html").stat().st_size > 50_000


@pytest.mark.realdata
def test_albertslund_as_the_wfs_serves_it_knows_no_neighbours(classify, realdata, tmp_path):
    run = classify(BUILDINGS=realdata / "fbb" / "albertslund_165_as_wfs.geojson", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == 44
    assert {r["udpegning"] for r in rows if r["save_vaerdi"] == 4} == {"til_vurdering"}


@pytest.mark.realdata
@pytest.mark.parametrize("file", ["albertslund_buildings_after_1973", "albertslund_buildings_with_basement"])
def test_albertslund_with_its_buildings_has_neighbours(classify, realdata, tmp_path, file):
    run = classify(
        BUILDINGS=realdata / "fbb" / "albertslund_165_as_wfs.geojson",
        CONTEXT_BUILDINGS=realdata / "bbr_geodanmark" / f"{file}.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == 44
    assert any((r["naboer"] or 0) > 0 for r in rows)


@pytest.mark.realdata
def test_a_file_in_degrees_with_parcels_whose_areas_are_text(classify, realdata, tmp_path):
    # Tversted's footprints have no attributes: a value is made up for the test, and all else stays unknown.
    source = json.loads((realdata / "matrikel" / "tversted_bygninger.geojson").read_text(encoding="utf-8"))
    for number, feature in enumerate(source["features"]):
        feature["properties"] = {"bygning_id": f"t{number}", "bevaringsvaerdi": "4"}
    (tmp_path / "b.geojson").write_text(json.dumps(source), encoding="utf-8")
    run = classify(
        BUILDINGS=tmp_path / "b.geojson",
        PARCELS=realdata / "matrikel" / "tversted_jordstykker.geojson",
        OUTPUT=tmp_path / "ud.gpkg",
    )
    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "ud.gpkg")
    assert len(rows) == len(source["features"])
    assert {r["udpegning"] for r in rows} == {"til_vurdering"}


def test_the_alleroed_file_of_one_row(classify, realdata, tmp_path):
    run = classify(BUILDINGS=Path(realdata) / "fbb" / "alleroed_201_shapefile.zip", OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert run.results["BUILDING_COUNT"] == 1
