"""The statement of a package: what the tools before it left in the metadata of their results arrives in the text."""

import json
import sqlite3
from contextlib import closing

import pytest
from builders import square
from conftest import read_layer, write_layer
from office import as_pdf, page_texts

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
BUILDING_FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "anvendelse:int", "save_vaerdi:int", "udpeget:int"),
    *("udpegning:text", "begrundelse:text"),
)
PARCEL_FIELDS = ("ejendom_id:text", "matrikelnummer:text", "ejerlavsnavn:text", "registreretAreal:real")


def at(x, y=0, side=10.0):
    return square(EAST + x, NORTH + y, side)


@pytest.fixture(scope="module")
def run(process):
    """Run a tool with these parameters, given as JSON."""

    def run(tool, **parameters):
        given = {name: one if isinstance(one, (list, int)) else str(one) for name, one in parameters.items()}
        done = process("run", f"lyngby_heritage:{tool}", "-", "--json", stdin=json.dumps({"inputs": given}))
        assert done.code == 0, done.log
        return done.results

    return run


@pytest.fixture(scope="module")
def package(run, tmp_path_factory):
    """A package of two houses: one lies in a valley; a second layer is empty, a third was read and meets nothing."""
    folder = tmp_path_factory.mktemp("redegoerelse")
    file = folder / "lag.gpkg"
    houses = [
        (at(0), "h1", "Ågade 1", "1", 120, 2, 1, "vaerdi_1_3", "Fordi."),
        (at(100), "h2", "Ågade 2", "2", 120, 3, 1, "vaerdi_1_3", "Fordi."),
    ]
    buildings = write_layer(file, "udpegning", houses, BUILDING_FIELDS)
    parcels = [(at(x - 5, -5, 20), str(n), f"{n}a", "Bredeby", 400.0) for n, x in ((1, 0), (2, 100))]
    land = write_layer(file, "jordstykker", parcels, PARCEL_FIELDS)
    zones = write_layer(file, "zoner", [(at(-50, -50, 300), "Bredeby")], ("navn:text",))
    run(
        "checkplotratio",
        PARCELS=land,
        BUILDINGS=buildings,
        ZONES=zones,
        MAX_PLOT_RATIO=27,
        OUTPUT=folder / "plots.gpkg",
    )
    layers = [
        write_layer(folder / "fredede_omr.gpkg", "fredede_omr", [(at(-20, -20, 50), "Åsen")], ("navn:text",)),
        write_layer(folder / "lavbund.gpkg", "lavbund", [], ("navn:text",)),
        write_layer(folder / "stoej.gpkg", "stoej", [(at(5000), "Banen")], ("navn:text",)),
    ]
    run("maplandscape", LAYERS=layers, OUTPUT=folder / "landskab.gpkg")
    dated = ["Fredning", "hentet/fredede_omr.gpkg", "2026-03-12", "Bygninger", "bbr.zip", ""]
    run(
        "exportlokalplan",
        BUILDINGS=buildings,
        LANDSCAPE=folder / "landskab.gpkg",
        PROPERTIES=folder / "plots.gpkg",
        DATA=dated,
        FOLDER=folder / "plan",
        TITLE="Plan for Ærø & Å",
    )
    return folder / "plan"


@pytest.fixture(scope="module")
def text(package):
    return " ".join((package / "redegoerelse.md").read_text(encoding="utf-8").split())


def test_what_each_layer_told_arrives_and_unknown_is_not_none(text):
    assert (
        "**Fredning:** 1 af 2 bygninger og 1 af 2 ejendomme, i alt 400 m² af de jordstykker, planen omfatter. "
        "Områder: Åsen." in text
    )
    assert (
        "**Støjbelastet areal:** ingen af planens bygninger eller jordstykker er berørt efter det angivne lag (" in text
    )
    assert "**Lavbundsareal:** ikke kendt: det angivne lag (" in text
    assert "**Skovbyggelinje:** ikke kendt: der er ikke angivet et lag." in text


def test_a_date_of_data_goes_before_that_of_the_file(text):
    assert "Data fra 12. marts 2026." in text
    assert "| Fredning | fredede\\_omr.gpkg | 12. marts 2026 |" in text
    assert "| Bygninger | bbr.zip | \\[dato\\] |" in text
    assert "| Støjbelastet areal | stoej | " in text, "no row of DATA tells of it"


def test_the_limits_of_the_check_arrive(text):
    assert "en bebyggelsesprocent på 27 % og 1½ etage, og 2 etager i de områder" in text
    assert "2 grunde ligger i åben-lav-områderne, og 2 af dem" in text


def test_where_the_layer_tells_no_rule_a_person_is_asked(text):
    assert "\\[Laget siger ikke, hvilken regel bygninger med værdi 4 er udpeget efter." in text


def test_word_has_the_same_text(package, tmp_path):
    pages = page_texts(as_pdf(package / "redegoerelse.docx", tmp_path))
    whole = " ".join(pages)
    assert "Plan for Ærø & Å" in pages[0]
    assert "Redegørelse" in pages[0]
    assert "Fredning: 1 af 2 bygninger og 1 af 2 ejendomme" in whole
    assert "7.9 Fredede områder" in whole
    assert "\\" not in whole
    assert pages[-1].endswith(f"Side {len(pages)} af {len(pages)}")


def test_the_package_remembers_it_so_that_a_package_of_a_package_tells_the_same(package, run, tmp_path, text):
    rows = read_layer(package / "kulturhistorisk_lokalplan.gpkg", "koersel")
    told = [one["vaerdi"].split("; ") for one in rows if one["emne"] == "landskabslag"]
    assert [(one[0], one[1]) for one in told] == [("fredning", "laest"), ("lavbund", "tomt"), ("stoej", "laest")]
    limits = {one["navn"]: one["vaerdi"] for one in rows if one["emne"] == "bebyggelse"}
    assert limits["MAX_PLOT_RATIO"] == "27"
    source = tmp_path / "kopi.gpkg"
    source.write_bytes((package / "kulturhistorisk_lokalplan.gpkg").read_bytes())
    parameters = {"BUILDINGS": "bygninger", "LANDSCAPE": "landskab", "PROPERTIES": "ejendomme"}
    given = {name: f"{source}|layername={table}" for name, table in parameters.items()}
    run("exportlokalplan", **given, FOLDER=tmp_path / "igen", TITLE="Plan for Ærø & Å")
    again = " ".join((tmp_path / "igen" / "redegoerelse.md").read_text(encoding="utf-8").split())
    for begin, end in (("### 6.7 Lavbund", "### 6.9"), ("### 7.9 Fredede", "### 7.10"), ("## 5 Bebyg", "## 6 Forh")):
        one, other = (whole.split(begin)[1].split(end)[0] for whole in (text, again))
        assert one.split("Data fra")[0] == other.split("Data fra")[0]
    # The registers and dates of the first package, and of what lies in it nothing: it is no data of the plan's own.
    assert "| Fredning | fredede\\_omr.gpkg | 12. marts 2026 | | Bygninger | bbr.zip | \\[dato\\] |" in again
    assert "Planen er lavet af kortlagene i en tidligere udgave af planen." in again
    assert "en tidligere udgave af planen" not in text
    assert "kopi.gpkg" not in again
    # And a package of that one has them still, beside a layer that is its own.
    second = tmp_path / "igen" / "kulturhistorisk_lokalplan.gpkg"
    given = {
        "BUILDINGS": f"{package.parent / 'lag.gpkg'}|layername=udpegning",
        "LANDSCAPE": f"{second}|layername=landskab",
    }
    run("exportlokalplan", **given, FOLDER=tmp_path / "tredje")
    third = " ".join((tmp_path / "tredje" / "redegoerelse.md").read_text(encoding="utf-8").split())
    assert "| Fredning | fredede\\_omr.gpkg | 12. marts 2026 | | Bygninger | bbr.zip | \\[dato\\] |" in third
    assert "| Bygninger med deres udpegning | udpegning (lag.gpkg) | " in third
    assert "| Landskab og kulturarv |" not in third


def test_without_data_the_layers_given_are_named_with_the_dates_of_their_files(package, run, tmp_path):
    file = package.parent / "lag.gpkg"
    plots = package.parent / "plots.gpkg"
    run("exportlokalplan", BUILDINGS=f"{file}|layername=udpegning", PROPERTIES=plots, FOLDER=tmp_path / "p")
    text = (tmp_path / "p" / "redegoerelse.md").read_text(encoding="utf-8")
    (row,) = [line for line in text.splitlines() if line.startswith("| Bygninger med deres udpegning |")]
    assert row.startswith("| Bygninger med deres udpegning | udpegning (lag.gpkg) | ")
    assert row.rstrip(" |")[-4:].isdigit()
    assert "| Grunde med bebyggelsesprocent og etager | plots (plots.gpkg) | " in text
    assert "**Fredning:** ikke kendt: der er ikke angivet et lag." in text


def test_the_metadata_stand_in_the_geopackage_that_is_one_file(package):
    file = package.parent / "landskab.gpkg"
    assert not [one.name for one in file.parent.iterdir() if one.name.startswith("landskab.gpkg-")]
    with closing(sqlite3.connect(file)) as database:
        (found,) = database.execute("SELECT count(*) FROM gpkg_metadata").fetchone()
    assert found == 1
