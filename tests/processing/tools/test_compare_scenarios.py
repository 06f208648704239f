"""`comparescenarios` by the real qgis_process: each scenario is the designation of its profile; and bad input."""

import json
import re
import zipfile

import pytest
from conftest import read_layer, write_layer
from profiles import profile_in
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from lyngby_heritage.core.common import data
from lyngby_heritage.core.common.profile import Profile, in_force
from lyngby_heritage.core.common.profile_reading import shipped
from lyngby_heritage.core.designation.once import PLOTS, REGISTERS, RULES
from lyngby_heritage.processing.scenarios.asked import designation_tool
from lyngby_heritage.processing.tools.classify_buildings import ClassifyRun

pytestmark = pytest.mark.process

FIELDS = (
    "bygning_id:text",
    "adresse:text",
    "save_vaerdi:int",
    "anvendelse:int",
    "opfoerelsesaar:int",
    "offentlig:bool",
)
EAST, NORTH = 720_000, 6_187_000
SHIPPED = shipped()
EVERY = ",".join(str(number) for number in range(len(SHIPPED)))


def square(x):
    return (
        f"POLYGON(({EAST + x} {NORTH},{EAST + x + 10} {NORTH},{EAST + x + 10} {NORTH + 10},"
        f"{EAST + x} {NORTH + 10},{EAST + x} {NORTH}))"
    )


ROWS = [
    (square(0), "a", "Åvej 1", 2, 120, 1800, None),
    (square(20), "b", "Åvej 2", 4, 120, 1950, None),  # near a 2, and not like it
    (square(500), "c", "Åvej 3", 4, 131, 1950, None),  # a terraced house far from everything
    (square(900), "d", "Åvej 4", 1, 120, 1700, None),
    (square(1300), "e", "Åvej 5", 5, 120, 1960, None),
    (square(1700), "hemmelig", "Skjult 6", 4, 131, 1950, 0),
    (square(1700), "HEMMELIG", "Skjult 6", 4, 131, 1950, None),  # the same building: one of its rows is enough
]


@pytest.fixture
def buildings(tmp_path):
    return write_layer(tmp_path / "byg.gpkg", "bygninger", ROWS, FIELDS)


@pytest.fixture(scope="module")
def compare(process):
    """Run comparescenarios with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:comparescenarios", "--json", "--", *given)

    return run


@pytest.fixture(scope="module")
def sample(process, tmp_path_factory):
    path = tmp_path_factory.mktemp("eksempel") / "eksempel.gpkg"
    assert process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=150", f"OUTPUT={path}").code == 0
    return path


@pytest.fixture(scope="module")
def given(sample):
    layers = {
        "BUILDINGS": "bygninger",
        "PARCELS": "jordstykker",
        "CONTEXT_BUILDINGS": "bbr",
        "DECISIONS": "beslutninger",
    }
    return {name: f"{sample}|layername={layer}" for name, layer in layers.items()}


@pytest.fixture(scope="module")
def on_sample(compare, given, tmp_path_factory):
    """Every shipped profile on the sample municipality."""
    output = tmp_path_factory.mktemp("scenarier") / "scenarier.gpkg"
    run = compare(**given, PROFILES=EVERY, OUTPUT=output)
    assert run.code == 0, run.err
    return run, read_layer(output)


@pytest.mark.parametrize("profile", SHIPPED)
def test_a_scenario_is_row_by_row_the_designation_of_its_profile(classify, given, on_sample, profile, tmp_path):
    run = classify(**given, PROFILE=profile, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.err
    alone, (_, together) = read_layer(tmp_path / "ud.gpkg"), on_sample
    assert [one[f"ud_{profile}"] for one in together] == [one["udpegning"] for one in alone]
    assert [one["bygning_id"] for one in together] == [one["bygning_id"] for one in alone]
    swinging = [(one["begrundelse"], other["begrundelse"]) for one, other in zip(together, alone) if one["svinger"]]
    assert len(swinging) > 10
    assert all(own in every for every, own in swinging)


def test_the_counts_are_those_of_the_rows(on_sample):
    run, rows = on_sample
    results = json.loads(run.out)["results"]
    votes = [one["antal"] for one in rows]
    assert results["BUILDING_COUNT"] == len(rows)
    assert results["SCENARIO_COUNT"] == len(SHIPPED)
    assert results["SWINGING_COUNT"] == sum(bool(one["svinger"]) for one in rows) == sum(0 < one < 6 for one in votes)
    assert (results["ALL_COUNT"], results["NONE_COUNT"]) == (votes.count(6), votes.count(0))
    counts = dict(line.split("\t") for line in results["DESIGNATED_COUNTS"].splitlines())
    assert sum(map(int, counts.values())) == sum(votes)


def test_profiles_that_read_alike_share_one_reading(on_sample):
    assert "1 reading of the layers for 6 scenarios." in on_sample[0].err + on_sample[0].out


def test_what_a_designation_reads_of_the_settings_is_what_a_shared_reading_is_asked_by(given, tmp_path, monkeypatch):
    """Another file that reading depended on would let one profile's reading stand for another's."""
    profile = Profile("Frisk", "1", checksum=f"frisk {tmp_path}", folder=tmp_path)  # nothing of it is held yet
    asked, read = set(), data.as_shipped
    monkeypatch.setattr(data, "as_shipped", lambda name: asked.add(name) or read(name))
    context = QgsProcessingContext()
    with in_force(profile):
        run = ClassifyRun(designation_tool(profile), given, context, QgsProcessingFeedback())
        asked.clear()
        run.open_inputs()
        run.read_data()
        run.classified_by(run.settings)
    only_told = {"themes/catalogue.json"}  # asked whether a layer is what its parameter asks for: a remark in the log
    assert RULES in asked
    assert {one for one in asked if not one.startswith(REGISTERS)} - {RULES, PLOTS} <= only_told


def test_who_would_designate_each_building_and_why(compare, buildings, tmp_path):
    run = compare(BUILDINGS=buildings, PROFILES="0,2,4", OUTPUT=tmp_path / "ud.gpkg")  # Furesø, Gladsaxe, Rødovre
    assert run.code == 0, run.err
    rows = read_layer(tmp_path / "ud.gpkg")
    assert [(one["antal"], one["udfald"], one["udpeges_af"]) for one in rows] == [
        (3, "alle", "Furesø, Gladsaxe og Rødovre"),
        (1, "faa", "Furesø"),
        (1, "faa", "Rødovre"),
        (2, "flest", "Gladsaxe og Rødovre"),  # value 1, of which Furesø's source says nothing
        (0, "ingen", None),
        (1, "faa", "Rødovre"),
        (1, "faa", "Rødovre"),
    ]
    assert rows[2]["vurderes_af"] == "Furesø"  # it has no neighbour to be compared with
    assert "\nRødovre: SAVE-værdi 4. Udpeges: " in rows[2]["begrundelse"]
    assert [one["offentlig"] for one in rows] == [None, None, None, None, None, 0, None]


def test_report_and_table_name_what_the_public_may_know(compare, buildings, tmp_path):
    page, table = tmp_path / "scenarier.html", tmp_path / "scenarier.xlsx"
    given = {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_HTML": page, "OUTPUT_XLSX": table}
    assert compare(BUILDINGS=buildings, PROFILES=EVERY, **given).code == 0
    text = page.read_text(encoding="utf-8")
    assert "Åvej 2" in text
    assert "Lokalplan 162" in text
    assert "data:image/png" in text
    with zipfile.ZipFile(table) as book:
        cells = book.read("xl/sharedStrings.xml").decode()
    assert "Åvej 2" in cells
    for shown in (text, cells):
        assert "Skjult 6" not in shown
        assert "hemmelig" not in shown.lower()


def test_a_garage_is_not_called_as_the_house_that_does_not_swing(compare, process, tmp_path):
    rows = [
        (square(0), "hus", "Åvej 1", 2, 120, 1800, None),  # designated by all of them
        (square(40), "garage", "Åvej 1", 4, 910, 1950, None),
        (square(500), "andet", "Åvej 3", 4, 131, 1950, None),
    ]
    layer = write_layer(tmp_path / "byg.gpkg", "bygninger", rows, FIELDS)
    page, table = tmp_path / "scenarier.html", tmp_path / "scenarier.xlsx"
    given = {"OUTPUT": tmp_path / "ud.gpkg", "OUTPUT_HTML": page, "OUTPUT_XLSX": table}
    assert compare(BUILDINGS=layer, PROFILES=EVERY, **given).code == 0
    named = re.findall(r"(Åvej [^<]*) <span", page.read_text(encoding="utf-8"))
    assert {"Åvej 1, garage", "Åvej 3"} == {*named}
    with zipfile.ZipFile(table) as book:
        cells = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode())
    assert {one for one in cells if one.startswith("Åvej")} == {"Åvej 1, garage", "Åvej 3"}
    own = tmp_path / "udpegning.html"
    run = process(
        *("run", "lyngby_heritage:classifybuildings", "--json", "--", f"BUILDINGS={layer}", "PROFILE=furesoe"),
        *(f"OUTPUT={tmp_path / 'ud2.gpkg'}", f"OUTPUT_HTML={own}"),
    )
    assert run.code == 0, run.err
    assert '"names":["Åvej 1","Åvej 3"],"towns":[", garage",""],' in own.read_text(encoding="utf-8")


def test_own_profiles_stand_beside_the_shipped_and_the_one_in_force_is_the_first(compare, buildings, tmp_path):
    strict = {"rules/designation.json": {"high_values": [1]}}
    profile_in(tmp_path / "egne" / "streng", strict, navn="Streng", parametre={"VALUE4_RULE": 4})
    profile_in(tmp_path / "egne" / "alle", navn="Alle", parametre={"VALUE4_RULE": 3})
    own = {"OWN_PROFILES": tmp_path / "egne", "PROFILE": tmp_path / "egne" / "streng"}
    run = compare(BUILDINGS=buildings, PROFILES="2", **own, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.err
    fields = [name for name in read_layer(tmp_path / "ud.gpkg")[0] if name.startswith("ud_")]
    assert fields == ["ud_streng", "ud_gladsaxe", "ud_alle"]
    assert json.loads(run.out)["results"]["DESIGNATED_COUNTS"] == "streng\t1\ngladsaxe\t2\nalle\t6"


def test_a_profile_that_reads_otherwise_is_read_by_itself(compare, buildings, tmp_path):
    """To it a terraced house is secondary, which rule 0 leaves to a person only where it is a 4."""
    other = {"rules/designation.json": {"secondary_uses": [[120, 131]]}}
    profile_in(tmp_path / "anden", other, navn="Anden", parametre={"VALUE4_RULE": 0})
    given = {"PROFILES": "3", "OWN_PROFILES": tmp_path / "anden"}
    run = compare(BUILDINGS=buildings, **given, OUTPUT=tmp_path / "ud.gpkg")
    assert "2 readings of the layers for 2 scenarios." in run.err + run.out
    assert read_layer(tmp_path / "ud.gpkg")[1]["ud_anden"] == "til_vurdering"


def test_a_variant_is_its_profile_with_another_threshold(compare, classify, given, tmp_path):
    variants = "Strengere,furesoe,UNIFORM_SHARE,0.9,Strengere,furesoe,SIMILARITY,1,Strengere,furesoe,VALUE4_RULE,0"
    run = compare(**given, PROFILES="3", VARIANTS=variants, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 0, run.err
    alone = {"PROFILE": "furesoe", "UNIFORM_SHARE": 0.9, "SIMILARITY": 1, "VALUE4_RULE": 0}
    assert classify(**given, **alone, OUTPUT=tmp_path / "alene.gpkg").code == 0
    together = [one["ud_strengere"] for one in read_layer(tmp_path / "ud.gpkg")]
    assert together == [one["udpegning"] for one in read_layer(tmp_path / "alene.gpkg")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, r"this run has 0: -. Tick profiles in PROFILES \(by number: 0 = Furesø"),
        ({"PROFILES": "2"}, r"this run has 1: Gladsaxe"),
        ({"PROFILES": "9"}, "PROFILES = 9 cannot be used"),
        ({"OWN_PROFILES": "{tom}", "PROFILES": "1"}, "is no profile, and no folder in it is one"),
        ({"OWN_PROFILES": "{ens}", "PROFILES": "1"}, r"Two scenarios have one name: Samme \(.*en.*\) and Samme"),
        ({"OWN_PROFILES": "{furesoe}", "PROFILES": "0"}, "Two scenarios have one name"),
        ({"OWN_PROFILES": "{daarlig}", "PROFILES": "0"}, "VALUE4_RULE = 9 cannot be used"),
        ({"PROFILES": "0", "VARIANTS": "x,nogle,SIMILARITY,0.5"}, "row 1: no profile is called nogle"),
        ({"PROFILES": "0", "VARIANTS": "x,furesoe,PARCELS,0.5"}, "row 1: x | furesoe | PARCELS | 0.5"),
        ({"PROFILES": "0", "VARIANTS": "x,furesoe,SIMILARITY,2"}, "row 1: SIMILARITY = 2 cannot be used"),
        ({"PROFILES": "0", "VARIANTS": "x,furesoe,VALUE4_RULE,5"}, "row 1: VALUE4_RULE = 5 cannot be used"),
        (
            {"PROFILES": "0", "VARIANTS": "x,furesoe,SIMILARITY,1,x,gentofte,YEAR_TOLERANCE,5"},
            "row 2: the rows of x contradict each other in profil",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused_before_anything_is_written(compare, buildings, tmp_path, given, said):
    folders = {name: tmp_path / name for name in ("tom", "ens", "furesoe", "daarlig")}
    folders["tom"].mkdir()
    for name in ("en", "to"):
        profile_in(folders["ens"] / name, navn="Samme", parametre={"VALUE4_RULE": 3})
    profile_in(folders["furesoe"], navn="Min egen", parametre={"VALUE4_RULE": 3})
    profile_in(folders["daarlig"], navn="Dårlig", parametre={"VALUE4_RULE": 9})
    filled = {name: value.format(**folders) for name, value in given.items()}
    run = compare(BUILDINGS=buildings, **filled, OUTPUT=tmp_path / "ud.gpkg")
    assert run.code == 1
    told = " ".join((run.err + run.out).split())
    assert re.search(said if "\\" in said or "." in said else re.escape(said), told), told
    assert not (tmp_path / "ud.gpkg").exists()
