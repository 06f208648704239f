"""`uniformensembles` by the real qgis_process: groups, outlines, figures, style; odd input and bad input."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import TOOL, qgis_process, read_layer, write_layer
from interrupting import stops_and_leaves_nothing

pytestmark = pytest.mark.process

FIELDS = (
    "bygning_id:text",
    "save_vaerdi:int",
    "anvendelse:int",
    "opfoerelsesaar:int",
    "ydervaeg:int",
    "adresse:text",
)
NAMES = [
    "ensemble_id",
    "navn",
    "status",
    "antal_bygninger",
    "antal_udpeget",
    "save_middel",
    "opfoert_fra",
    "opfoert_til",
    "anvendelse",
    "areal_ha",
    "antal_save",
    "antal_andre",
    "ensartethed",
    "antal_ensartede",
    "omrids",
    "begrundelse",
    "vaegt",
    "vaegt_udregning",
    *("beslutning", "besluttet_navn", "besluttet_begrundelse"),
]
EAST, NORTH = 720000, 6187000


def row(x, id, save=4, use=131, year=1937, wall=1, address=None, wkt=None):
    return (wkt or square(EAST + x, NORTH), id, save, use, year, wall, address)


def street():
    """Six alike houses, a taller one of another kind, and two more of the first kind."""
    alike = [row(20 * i, f"b{i}", save=3 + i % 2, address=f"Geelsvænget {2 * i + 1}, 2830 Virum") for i in range(6)]
    return [*alike, row(120, "odd", 6, 140, 1990, 5, "Geelsvænget 13"), row(140, "b7"), row(160, "b8")]


def plots(count=9):
    return [(square(EAST + 20 * i - 5, NORTH - 5, 20), str(i)) for i in range(count)]


@pytest.fixture(scope="module")
def group(process):
    """Run uniformensembles with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:uniformensembles", "--json", "--", *given)

    return run


@pytest.fixture
def buildings(tmp_path):
    return write_layer(tmp_path / "bygninger.gpkg", "bygninger", street(), FIELDS)


@pytest.fixture
def parcels(tmp_path):
    return write_layer(tmp_path / "jordstykker.gpkg", "jordstykker", plots(), ("ejendom_id:text",))


@pytest.mark.parametrize(
    ("given", "uniform"), [({"MIN_NEIGHBOURS": 1}, 5), ({"UNIFORM_SHARE": 0.5}, 5), ({"MIN_NEIGHBOURS": 3}, 0)]
)
def test_the_criteria_of_the_designation_count_who_is_uniform(group, buildings, parcels, tmp_path, given, uniform):
    """b0 has one neighbour, alike; b5 two, of which one is alike; b1 to b4 two alike ones."""
    run = group(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg", **given)
    assert run.code == 0, run.log
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert (found["antal_bygninger"], found["antal_ensartede"], found["ensartethed"]) == (6, uniform, 0.909091)
    assert "'antal_ensartede'" in run.log


def test_the_street_is_one_ensemble_with_its_figures(group, buildings, parcels, tmp_path):
    run = group(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert list(found) == ["fid", *NAMES]
    # Six plots of 20 × 20 m; the values 3 and 4 in turn; BBR's 131; five pairs inside, and b5 with the odd one outside.
    # Weight: 0.3 · 6 ÷ 8 by SAVE, 0.1 · 43 ÷ 130 by age, 0.2 as all pairs inside and none outside are alike.
    assert {name: found[name] for name in NAMES if name != "begrundelse"} == {
        "ensemble_id": 1,
        "navn": "Geelsvænget 1–11",
        "status": "forslag",
        "antal_bygninger": 6,
        "antal_udpeget": None,
        "save_middel": 3.5,
        "opfoert_fra": 1937,
        "opfoert_til": 1937,
        "anvendelse": "række-, kæde- og klyngehus",
        "areal_ha": 0.24,
        "antal_save": 6,
        "antal_andre": 0,
        "ensartethed": 0.909091,
        "antal_ensartede": 4,  # b0 has one neighbour, b5 an alike one of two, which is under 0.6
        "omrids": "jordstykker",
        "vaegt": 0.4581,
        "vaegt_udregning": "0,46 = 0,00 (udpegning ukendt) + 0,23 (6 af 6 har SAVE-værdi 1–4) + 0,03 (opført i "
        "gennemsnit 1937) + 0,20 (ens i 100 % af sammenligningerne inden for forslaget og 0 % af dem med naboer "
        "udenfor). Ved de to første lægges 2 til antallet, der deles med, så få bygninger vejer mindre.",
        **dict.fromkeys(("beslutning", "besluttet_navn", "besluttet_begrundelse")),
    }
    assert found["begrundelse"].startswith(
        "Forslag: 6 hovedbygninger, opført 1937, ligger i sammenhæng, og hver af dem ligner de fleste af de andre."
    )
    counts = {name: value for name, value in run.results.items() if name.endswith("COUNT")}
    assert counts == {"ENSEMBLE_COUNT": 1, "ENSEMBLE_BUILDING_COUNT": 6, "MAIN_BUILDING_COUNT": 9}
    assert all(type(value) is int for value in counts.values())


@pytest.mark.parametrize(
    ("decision", "status"), [("udpeg", "besluttet"), ("udpeg_ikke", "fravalgt"), (None, "forslag")]
)
def test_a_proposal_inside_a_decided_environment_carries_its_decision(group, buildings, tmp_path, decision, status):
    area = square(EAST - 500, NORTH - 500, 1000)
    fields = ("navn:text", "beslutning:text", "begrundelse:text")
    decided = write_layer(tmp_path / "k.gpkg", "kulturmiljoeer", [(area, "Geelsvænget", decision, "Hel.")], fields)
    run = group(BUILDINGS=buildings, ENVIRONMENTS=decided, NEIGHBOUR_DISTANCE=12, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    (found,) = read_layer(tmp_path / "ud.gpkg")
    carried = [decision, "Geelsvænget", "Hel."] if decision else [None] * 3
    names = ("beslutning", "besluttet_navn", "besluttet_begrundelse")
    assert [found["status"], *(found[name] for name in names)] == [status, *carried]
    assert ("has no beslutning and is no decision (row 1)" in run.log) == (decision is None)


def test_without_parcels_the_outline_is_drawn_round_the_buildings(group, buildings, tmp_path):
    run = group(BUILDINGS=buildings, NEIGHBOUR_DISTANCE=12, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert (found["antal_bygninger"], found["omrids"]) == (6, "bygninger")
    # 110 × 10 m and 5 m round it, the corners rounded: (110 + 10) × (10 + 10) m² less a little.
    assert 0.235 < found["areal_ha"] < 0.24


def test_a_designated_layer_has_its_designations_counted(group, classify, buildings, parcels, tmp_path):
    classify(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "udpeget.gpkg")
    group(BUILDINGS=tmp_path / "udpeget.gpkg", PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg")
    # Three of value 3, and of the 4s b1 and b3: both neighbours alike; b5 has one alike of two (50 %).
    assert [r["antal_udpeget"] for r in read_layer(tmp_path / "ud.gpkg")] == [5]


def test_what_the_register_keeps_from_the_public_is_in_no_figure(group, classify, parcels, tmp_path):
    """b0 and b2 of value 3 are withheld: of the six, the public knows four values, and 3 of the 5 designations."""
    town = [(*one, one[1] not in ("b0", "b2")) for one in street()]
    buildings = write_layer(tmp_path / "bygninger.gpkg", "bygninger", town, (*FIELDS, "offentlig:bool"))
    classify(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=tmp_path / "udpeget.gpkg")
    group(BUILDINGS=tmp_path / "udpeget.gpkg", PARCELS=parcels, OUTPUT=tmp_path / "ud.gpkg")
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert (found["antal_bygninger"], found["antal_udpeget"], found["antal_save"]) == (6, 3, 4)
    assert found["save_middel"] == 3.75  # 4, 4, 3 and 4
    assert "4 af 6 har en SAVE-værdi" in found["begrundelse"]


@pytest.mark.parametrize(("least", "count"), [(2, 2), (3, 1), (6, 1), (7, 0)])
def test_the_least_number_of_buildings(group, buildings, parcels, tmp_path, least, count):
    run = group(BUILDINGS=buildings, PARCELS=parcels, MIN_BUILDINGS=least, OUTPUT=tmp_path / "ud.gpkg")
    assert run.results["ENSEMBLE_COUNT"] == count == len(read_layer(tmp_path / "ud.gpkg"))


def test_blocks_on_one_property_where_asked_for(group, buildings, tmp_path):
    whole = [
        (
            f"POLYGON (({EAST - 9} {NORTH - 9}, {EAST + 300} {NORTH - 9}, {EAST + 300} {NORTH + 30}, "
            f"{EAST - 9} {NORTH + 30}, {EAST - 9} {NORTH - 9}))",
            "1",
        )
    ]
    parcel = write_layer(tmp_path / "j.gpkg", "j", whole, ("ejendom_id:text",))
    found = [
        group(BUILDINGS=buildings, PARCELS=parcel, SAME_PROPERTY=same, OUTPUT=tmp_path / "ud.gpkg").results
        for same in ("false", "true")
    ]
    assert [one["ENSEMBLE_BUILDING_COUNT"] for one in found] == [0, 8]


def test_further_buildings_are_members(group, buildings, tmp_path):
    more = [(square(EAST - 20 * i, NORTH), f"k{i}", 131, 1937, 1) for i in range(1, 4)]
    context = write_layer(
        tmp_path / "k.gpkg", "k", more, ("bbruuid:text", "byg021BygningensAnvendelse:int", "op_aar:int", "ydervaeg:int")
    )
    group(BUILDINGS=buildings, CONTEXT_BUILDINGS=context, NEIGHBOUR_DISTANCE=12, OUTPUT=tmp_path / "ud.gpkg")
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert (found["antal_bygninger"], found["antal_save"]) == (9, 6)


def test_two_runs_write_the_same_values_and_the_order_of_the_rows_does_not_matter(group, parcels, tmp_path):
    for name, rows in (("a", street()), ("b", street()), ("c", street()[::-1])):
        layer = write_layer(tmp_path / f"{name}.gpkg", "b", rows, FIELDS)
        group(BUILDINGS=layer, PARCELS=parcels, MIN_BUILDINGS=2, OUTPUT=tmp_path / f"ud_{name}.gpkg")
    first, again, turned = (read_layer(tmp_path / f"ud_{name}.gpkg") for name in "abc")
    assert first == again == turned


def test_the_style_is_inside_and_the_file_is_one(group, buildings, parcels, tmp_path):
    target = tmp_path / "ud" / "ud.gpkg"
    target.parent.mkdir()
    group(BUILDINGS=buildings, PARCELS=parcels, OUTPUT=target)
    assert [one.name for one in target.parent.iterdir()] == ["ud.gpkg"]
    with closing(sqlite3.connect(target)) as database:
        style = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles").fetchall()
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
    assert [one[:2] for one in style] == [("ud", 1)]
    assert "Forslag: mindst halvdelen udpeges" in style[0][2]


@pytest.mark.parametrize("suffix", ["shp", "geojson", "fgb"])
def test_other_formats(group, buildings, parcels, tmp_path, suffix):
    from osgeo import ogr

    run = group(BUILDINGS=buildings, PARCELS=parcels, MIN_BUILDINGS=2, OUTPUT=tmp_path / f"ud.{suffix}")
    assert run.code == 0, run.log
    dataset = ogr.Open(str(tmp_path / f"ud.{suffix}"))
    assert dataset.GetLayer(0).GetFeatureCount() == 2
    assert ("cuts texts after 254 characters" in run.log) == (suffix == "shp")


# What odd input gets --------------------------------------------------------------------------------------------------


def test_an_empty_layer_gives_an_empty_result(group, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [], FIELDS)
    run = group(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert (run.code, run.results["ENSEMBLE_COUNT"]) == (0, 0), run.log
    assert "is empty" in run.log
    assert read_layer(tmp_path / "ud.gpkg") == []


def test_a_layer_with_nothing_but_places_says_that_nothing_can_be_compared(group, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(square(EAST + 20 * i, NORTH),) for i in range(6)])
    run = group(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert (run.code, run.results["ENSEMBLE_COUNT"]) == (0, 0), run.log
    assert "neighbours cannot be compared" in run.log


def test_parcels_that_cover_nothing(group, buildings, tmp_path):
    away = write_layer(tmp_path / "j.gpkg", "j", [(square(EAST + 9000, NORTH), "1")], ("ejendom_id:text",))
    run = group(BUILDINGS=buildings, PARCELS=away, NEIGHBOUR_DISTANCE=12, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    assert "No building lies on a parcel" in run.log
    assert [r["omrids"] for r in read_layer(tmp_path / "ud.gpkg")] == ["bygninger"]


def test_degrees_are_measured_and_written_in_25832(group, tmp_path):
    points = [(f"POINT ({12.5 + 0.0003 * i} 55.77)", *row(0, str(i))[1:]) for i in range(5)]  # 18.8 m apart
    layer = write_layer(tmp_path / "b.gpkg", "b", points, FIELDS, epsg=4326, kind="POINT")
    run = group(BUILDINGS=layer, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        assert database.execute("SELECT srs_id FROM gpkg_contents WHERE table_name='ud'").fetchone() == (25832,)
    # 75 m along a line and 10 m round it: 75 × 20 + π × 10² = 1,814 m², a little less as the ends have corners.
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert 0.178 < found["areal_ha"] < 0.182


def test_odd_geometries_ids_and_values(group, tmp_path):
    corners = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]
    bow_tie = "POLYGON ((" + ", ".join(f"{EAST + x} {NORTH + y}" for x, y in corners) + "))"
    columns = ("bygning_id:text", "save_vaerdi:text", "anvendelse:text", "udpeget:text")
    rows = [
        (bow_tie, "a", "4", "0131", "ja"),
        (None, "b", "4", "131", "ja"),
        ("POLYGON EMPTY", "c", "4", "131", "ja"),
        *((square(EAST + 20 * i, NORTH), f"d{i}", "IV", "131", "måske") for i in range(1, 5)),
        (square(EAST + 20, NORTH), "D1", "4,0", "131 Rækkehus", "true"),
    ]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, columns)
    run = group(BUILDINGS=layer, MIN_ATTRIBUTES=1, AREA_TOLERANCE=60, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    for said in (
        "1 invalid geometry was repaired",
        "2 rows have no geometry",
        "1 id stands on more than one row",
        "4 SAVE values cannot be read",
        "4 values of udpeget cannot be read",
    ):
        assert said in run.log
    (found,) = read_layer(tmp_path / "ud.gpkg")
    assert (found["antal_bygninger"], found["antal_save"], found["antal_udpeget"]) == (5, 2, 2)


def test_a_selection_by_subset_is_all_that_is_read(group, buildings, tmp_path):
    run = group(
        BUILDINGS=f"{buildings}|subset=\"bygning_id\" <> 'b2'", NEIGHBOUR_DISTANCE=12, OUTPUT=tmp_path / "u.gpkg"
    )
    assert run.results["ENSEMBLE_COUNT"] == 0


# What bad input gets --------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(group, tmp_path):
    """It must end with exit code 1, say why, and leave an earlier output as it was."""
    folder = tmp_path / "resultat"
    folder.mkdir()
    (folder / "ud.gpkg").write_bytes(b"an earlier result that must survive")

    def run(*expected, **parameters):
        before = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}
        done = group(**{"OUTPUT": folder / "ud.gpkg", **parameters})
        assert done.code == 1, done.log
        for text in expected:
            assert text in done.log
        assert {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()} == before

    return run


def test_a_named_field_that_is_not_there(refused, buildings):
    refused("bygninger", "has no field 'brug'", BUILDINGS=buildings, USE_FIELD="brug")


def test_no_crs(refused, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", street(), FIELDS, epsg=None)
    refused("no coordinate reference system", BUILDINGS=layer)


def test_parcels_without_a_crs(refused, buildings, tmp_path):
    parcels = write_layer(tmp_path / "j.gpkg", "j", plots(), ("ejendom_id:text",), epsg=None)
    refused("PARCELS", "no coordinate reference system", BUILDINGS=buildings, PARCELS=parcels)


def test_a_table_is_no_building_layer(refused, tmp_path):
    refused(BUILDINGS=write_layer(tmp_path / "b.gpkg", "b", [(None, "a")], ("bygning_id:text",), kind="NONE"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MIN_BUILDINGS", 1),
        ("SIMILARITY", 1.01),
        ("MIN_ATTRIBUTES", 7),
        ("NEIGHBOUR_METHOD", 4),
        ("AREA_TOLERANCE", -1),
    ],
)
def test_thresholds_outside_their_range(refused, buildings, name, value):
    refused(name, BUILDINGS=buildings, **{name: value})


@pytest.mark.parametrize("name", ["MIN_BUILDING", "VALUE4_RULE"])
def test_an_unknown_parameter_name(refused, buildings, name):
    refused(f"Unknown parameter {name}", "MIN_BUILDINGS", BUILDINGS=buildings, **{name: 3})


def test_a_method_that_needs_parcels_without_them(refused, buildings):
    refused("NEIGHBOUR_METHOD 2", "PARCELS", BUILDINGS=buildings, NEIGHBOUR_METHOD=2)


@pytest.mark.parametrize("target", ["findes/ikke/ud.gpkg", "/proc/ud.gpkg"])
def test_an_output_that_cannot_be_written(group, buildings, tmp_path, target):
    run = group(BUILDINGS=buildings, OUTPUT=tmp_path / target)
    assert run.code == 1
    assert "OUTPUT" in run.log


def test_an_output_that_is_an_input(group, buildings, tmp_path):
    before = (tmp_path / "bygninger.gpkg").read_bytes()
    run = group(BUILDINGS=buildings, OUTPUT=tmp_path / "bygninger.gpkg")
    assert run.code == 1
    assert "OUTPUT is the same file as BUILDINGS" in run.log
    assert (tmp_path / "bygninger.gpkg").read_bytes() == before


def test_cancelling_stops_at_once_and_leaves_nothing(tmp_path):
    big = tmp_path / "stor.gpkg"
    create = ["run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=20000", "REGISTERS=false"]
    assert qgis_process(*create, f"OUTPUT={big}").code == 0
    folder = tmp_path / "resultat"
    folder.mkdir()
    layers = [f"BUILDINGS={big}|layername=bygninger", f"PARCELS={big}|layername=jordstykker", "NEIGHBOUR_METHOD=2"]
    command = [TOOL, "run", "lyngby_heritage:uniformensembles", "--", *layers, f"OUTPUT={folder / 'ud.gpkg'}"]
    assert stops_and_leaves_nothing(command, (1.5, 2.2), folder, ["ud.gpkg"], within=2.0)


# The sample and real extracts -----------------------------------------------------------------------------------------


def test_the_sample_has_its_terraces_proposed(group, sample, tmp_path):
    layers = {"BUILDINGS": f"{sample}|layername=bygninger", "PARCELS": f"{sample}|layername=jordstykker"}
    run = group(**layers, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    terraces = [r for r in found if r["anvendelse"].startswith("række-, kæde- og klyngehus") and r["ensartethed"] > 0.9]
    assert terraces
    assert all(r["navn"] and r["areal_ha"] > 0 for r in found)
    assert [r["vaegt"] for r in found] == sorted((r["vaegt"] for r in found), reverse=True)


@pytest.mark.realdata
def test_hoersholm_s_schemes_come_out_by_name(group, realdata, tmp_path):
    file = realdata / "fbb" / "hoersholm_223_shapefile.zip"
    run = group(BUILDINGS=file, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = {r["navn"]: r for r in read_layer(tmp_path / "ud.gpkg")}
    # Read off the file itself: the terraces of 1948-51 on Klintevej, and the workers' houses of 1877 on Mosevej.
    klintevej = next(r for name, r in found.items() if name and name.startswith("Klintevej "))
    assert (klintevej["opfoert_fra"], klintevej["opfoert_til"]) == (1948, 1951)
    assert any(name and name.startswith("Mosevej ") and r["opfoert_fra"] == 1877 for name, r in found.items())
    assert sum(r["antal_bygninger"] for r in found.values()) < 2510 / 2
    assert all(r["antal_udpeget"] is None for r in found.values())


@pytest.mark.realdata
def test_albertslund_s_polygons_with_codes_from_bbr(group, realdata, tmp_path):
    file = realdata / "bbr_geodanmark" / "albertslund_buildings_after_1973.geojson"
    run = group(BUILDINGS=file, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert found
    assert all(r["save_middel"] is None and r["antal_save"] == 0 for r in found)
    assert json.dumps([r["anvendelse"] for r in found], ensure_ascii=False).count("række-, kæde- og klyngehus") > 0


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["Slotsbakken", "Mosevej"])
def test_the_known_schemes_of_hoersholm_are_among_the_first_ten(group, process, realdata, tmp_path, name):
    """Slotsbakken (1986) and Mosevej (1877) are schemes with values 2 and 3 throughout; no parcels, so by distance."""
    file = f"/vsizip/{realdata / 'fbb' / 'hoersholm_223_shapefile.zip'}/kulturarv_223.shp"
    given = (f"BUILDINGS={file}", "NEIGHBOUR_METHOD=3", f"OUTPUT={tmp_path / 'udpegning.gpkg'}")
    assert process("run", "lyngby_heritage:classifybuildings", "--", *given).code == 0
    run = group(BUILDINGS=tmp_path / "udpegning.gpkg", NEIGHBOUR_METHOD=3, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.log
    found = read_layer(tmp_path / "ud.gpkg")
    assert any(name in row["navn"] for row in found[:10])
