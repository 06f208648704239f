"""`exportlokalplan` by the real qgis_process: the whole package, and nothing where something is wrong."""

import csv
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing

import pytest
from builders import square
from conftest import ROOT, TOOL, read_layer, write_layer
from osgeo import ogr
from qgis.PyQt.QtGui import QColor, QImage
from web_sites import data

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.version import version

pytestmark = pytest.mark.process

NAME = "kulturhistorisk_lokalplan"
FILES = [
    "bestemmelser.docx",
    "bestemmelser.md",
    "bilag_bygninger.csv",
    "bilag_bygninger.xlsx",
    "bilag_ejendomme.xlsx",
    "kort.pdf",
    f"{NAME}.gpkg",
    f"{NAME}.qgz",
    "kulturmiljoe_forslag.docx",
    "redegoerelse.docx",
    "redegoerelse.md",
    "sammenfatning.pdf",
    "web/index.html",
]
BUILDING_FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "anvendelse:int", "opfoerelsesaar:int"),
    *("save_vaerdi:int", "udpeget:int", "udpegning:text", "begrundelse:text", "oprindelse:text"),
)
TABLES = ("bygninger", "ejendomme", "landskab", "kulturmiljoe_forslag", "dal", "aendringer", "afgraensning")
EAST, NORTH = 720000, 6187000


def at(x, y=0, side=10.0):
    return square(EAST + x, NORTH + y, side)


def row(x, address, save, yes, ground, use=120, reason="Fordi."):
    return (at(x), f"id-{x}", address, str(x), use, 1937, save, int(yes), ground, reason, "Opdigtet")


def town():
    """A street: a 10 before a 9 in the layer, a decision with a story, an awkward name, a garage, one far away."""
    return [
        row(0, "Bredevej 10", 2, True, "vaerdi_1_3"),
        row(20, "Bredevej 9", 4, True, "vaerdi_4_ensartet"),
        row(40, "Ågade 1", 5, True, "beslutning", reason="Udpeget ved beslutning: Første hus på vejen. SAVE-værdi 5."),
        row(60, "=1+1 <b>'\"&", 6, False, "ikke_udpeget"),
        row(75, "Bredevej 9", None, False, "ikke_registreret", use=910),
        row(3000, "Ærøvej 3", 3, True, "vaerdi_1_3"),
    ]


def write_inputs(path, rows=None):
    """Every layer that the tool takes, with the contract's fields, in one GeoPackage; the parameters that name them."""
    layers = {"BUILDINGS": write_layer(path, "udpegning", town() if rows is None else rows, BUILDING_FIELDS)}
    plots = [
        (at(x - 5, -5, 20), str(x), f"7{letter}", "Bredeby", 400.0, 30.0 + x, "overholdt")
        for x, letter in ((0, "a"), (20, "b"))
    ]
    fields = ("ejendom_id:text", "matrikelnumre:text", "ejerlav:text", "grundareal_m2:real", "bebyggelsesprocent:real")
    fields += ("status:text",)
    layers["PROPERTIES"] = write_layer(path, "ejendomme", plots, fields)
    environments = [(at(-5, -5, 60), "E1", 3, 2, 1930, 1940), (at(2900, -50, 200), "E2", 1, 1, 1937, 1937)]
    fields = ("ensemble_id:text", "antal_bygninger:int", "antal_udpeget:int", "opfoert_fra:int", "opfoert_til:int")
    layers["ENSEMBLES"] = write_layer(path, "kulturmiljoeer", environments, fields)
    areas = [(at(-50, -50, 300), "fredning", "Fredning", "Åsen", "vedtaget", "Skal bevares")]
    fields = ("tema:text", "tema_navn:text", "navn:text", "status:text", "retningslinje:text")
    layers["LANDSCAPE"] = write_layer(path, "landskab", areas, fields)
    layers["VALLEY"] = write_layer(path, "dal", [(at(0, 100, 90), "dalbund", "Mølleådalen")], ("del:text", "navn:text"))
    changed = [(at(0), "id-0", "ny", "ikke_udpeget", "vaerdi_1_3")]
    fields = ("bygning_id:text", "aendring:text", "foer:text", "efter:text")
    layers["CHANGES"] = write_layer(path, "aendringer", changed, fields)
    pairs = [
        (f"LINESTRING ({EAST + 20} {NORTH}, {EAST} {NORTH})", "id-20", "id-0", 5 / 6, "anvendelse, etager", "ydervaeg"),
        (f"LINESTRING ({EAST + 20} {NORTH}, {EAST + 40} {NORTH})", "id-20", "id-40", 0.5, "anvendelse", "etager"),
    ]
    fields = ("fra_id:text", "til_id:text", "lighed:real", "ens_paa:text", "forskellig_paa:text")
    layers["PAIRS"] = write_layer(path, "naboer", pairs, fields)
    layers["BOUNDARY"] = write_layer(path, "graense", [(at(-200, -200, 4000),)])
    plans = [
        (at(-20, -20, 50), "91", "Bevarende lokalplan for Bredevej", 20200622, "V", 4160),
        (at(-20, -20, 50), "120", "Et forslag", 20260101, "F", 4160),
    ]
    fields = ("plannr:text", "plannavn:text", "datovedt:int", "status:text", "abestem1:int")
    layers["PLANS"] = write_layer(path, "lokalplaner", plans, fields)
    parcels = [(at(-5, -5, 40), "7a", "Bredeby"), (at(35, -5, 40), "9", "Ågård"), (at(2995, -5, 30), "1", "Bredeby")]
    layers["PARCELS"] = write_layer(path, "jordstykker", parcels, ("matrikelnummer:text", "ejerlavsnavn:text"))
    return layers


@pytest.fixture(scope="session")
def export(process):
    """Run exportlokalplan with these parameters."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given, env=env)

    return run


@pytest.fixture(scope="session")
def inputs(tmp_path_factory):
    return write_inputs(tmp_path_factory.mktemp("lag") / "lag.gpkg")


@pytest.fixture(scope="session")
def package(export, inputs, tmp_path_factory):
    """The package of the street with every layer, and the run that made it."""
    folder = tmp_path_factory.mktemp("pakke") / "pakke"
    done = export(**inputs, FOLDER=folder, TITLE="Lokalplan for [% 1 + 1 %] & ÆØÅ", PLAN_NUMBER="300")
    assert done.code == 0, done.log
    return folder, done


def names(folder):
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def text_of(pdf, *options):
    return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True).stdout


# ---- the whole -------------------------------------------------------------------------------------------------------


def test_the_package_is_whole_and_nothing_else_is_in_the_folder(package):
    folder, _ = package
    found = names(folder)
    assert [one for one in found if not one.startswith("web/")] == sorted(one for one in FILES if "/" not in one)
    assert "web/index.html" in found


def test_the_results_are_paths_that_exist_and_whole_numbers(package):
    folder, done = package
    results = done.results
    counts = {name: value for name, value in results.items() if name.endswith("_COUNT")}
    assert counts == {
        "BUILDING_COUNT": 6,
        "DESIGNATED_COUNT": 4,
        "BOUND_COUNT": 4,
        "WITHHELD_COUNT": 0,
        "PROPERTY_COUNT": 2,
        "ENSEMBLE_COUNT": 2,
        "ENVIRONMENT_COUNT": 0,
        "LAYER_COUNT": 11,
        "SHEET_COUNT": 2,
        "PAGE_COUNT": 9,
    }
    assert all(type(value) is int for value in counts.values())
    assert results["FOLDER"] == str(folder)
    paths = [value for name, value in results.items() if name not in counts]
    assert len(paths) == 13
    assert all(os.path.exists(path) for path in paths)


def test_only_the_buildings_are_required(export, inputs, tmp_path):
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    assert sorted({name.split("/")[0] for name in names(tmp_path / "p")}) == sorted(
        {name.split("/")[0] for name in FILES} - {"bilag_ejendomme.xlsx", "kulturmiljoe_forslag.docx"}
    )
    assert "PROPERTIES_XLSX" not in done.results
    assert "PROPOSALS" not in done.results
    # The map of the whole, the overview of the sheets, and the index of streets.
    assert done.results["PAGE_COUNT"] == 3 + done.results["SHEET_COUNT"]


def test_buildings_as_points_do(export, tmp_path):
    rows = [(f"POINT ({EAST + i * 50} {NORTH})", *one[1:]) for i, one in enumerate(town())]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, BUILDING_FIELDS, kind="POINT")
    done = export(BUILDINGS=layer, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    assert [one["bygning_id"] for one in read_layer(tmp_path / "p" / f"{NAME}.gpkg", "bygninger")] == [
        r[1] for r in rows
    ]


# ---- the GeoPackage --------------------------------------------------------------------------------------------------


def test_the_geopackage_is_one_valid_file_of_version_1_3_with_indexes_and_styles(package):
    folder, _ = package
    path = folder / f"{NAME}.gpkg"
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA user_version").fetchone() == (10300,)
        layers = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents"))
        indexed = {
            one for (one,) in database.execute("SELECT table_name FROM gpkg_extensions WHERE column_name='geom'")
        }
        styles = database.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall()
        aliases = dict(
            database.execute("SELECT column_name, title FROM gpkg_data_columns WHERE table_name='bygninger'")
        )
    tables = [
        "bygninger",
        "ejendomme",
        "landskab",
        "kulturmiljoe_forslag",
        "lokalplaner",
        "dal",
        "aendringer",
        "afgraensning",
        "kortblade",
        "planomraade",
        "vejnavne",
    ]
    without = dict.fromkeys(("koersel", "nabopar", "layer_styles"), "attributes")
    assert layers == {**dict.fromkeys(tables, "features"), **without}
    assert indexed == set(tables)
    # The buildings have a second style, how sure each designation is, that is not the first one shown.
    assert sorted(styles) == sorted([*((table, 1) for table in tables), ("bygninger", 0)])
    assert aliases["opfoerelsesaar"] == "Opførelsesår"
    checked = subprocess.run(
        ["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_row_is_in_it_with_its_values(package):
    folder, _ = package
    rows = read_layer(folder / f"{NAME}.gpkg", "bygninger")
    fields = [one.split(":")[0] for one in BUILDING_FIELDS]
    assert [tuple(one[field] for field in fields) for one in rows] == [one[1:] for one in town()]


def test_each_building_of_the_plan_has_a_running_number_by_district_and_address(package):
    """Bredeby's buildings before Ågård's; what the plan does not name has none."""
    rows = read_layer(package[0] / f"{NAME}.gpkg", "bygninger")
    assert {one["bygning_id"]: one["loebenr"] for one in rows} == {
        "id-20": 1,
        "id-0": 2,
        "id-3000": 3,
        "id-40": 4,  # Bredevej 9, Bredevej 10, Ærøvej 3; Ågade 1
        "id-60": None,
        "id-75": None,
    }


def test_a_building_keeps_its_number_in_the_package_that_is_made_of_a_package(package, export, tmp_path):
    earlier = f"{package[0] / NAME}.gpkg|layername=bygninger|subset=bygning_id <> 'id-20'"
    assert export(BUILDINGS=earlier, FOLDER=tmp_path / "p").code == 0
    rows = read_layer(tmp_path / "p" / f"{NAME}.gpkg", "bygninger")
    assert {one["bygning_id"]: one["loebenr"] for one in rows if one["udpeget"]} == {
        "id-0": 2,
        "id-3000": 3,
        "id-40": 4,
    }
    assert len([name for name in rows[0] if name.startswith("loebenr")]) == 1


def test_it_says_what_it_was_made_from(package, inputs):
    folder, _ = package
    rows = read_layer(folder / f"{NAME}.gpkg", "koersel")
    said = {(one["emne"], one["navn"]): one for one in rows}
    assert said["vaerktoej", "lyngby_heritage:exportlokalplan"]["vaerdi"] == version()
    assert said["version", "QGIS"]["vaerdi"]
    assert said["parameter", "PLAN_NUMBER"]["vaerdi"] == "300"
    assert said["data", "BUILDINGS"]["vaerdi"] == "udpegning (lag.gpkg)"
    assert said["data", "BUILDINGS"]["antal"] == 6
    assert all(len(said["data", name]["kontrolsum"]) == 64 for name in inputs)
    files = {one["navn"]: one["kontrolsum"] for one in rows if one["emne"] == "fil"}
    assert sorted(files) == sorted(name for name in names(folder) if not name.endswith(".gpkg"))
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == known for name, known in files.items())


# ---- the project -----------------------------------------------------------------------------------------------------

ASK = """
import json, os, sys
from qgis.core import QgsApplication, QgsExpressionContextUtils, QgsProject
app = QgsApplication([], False, sys.argv[2]); app.initQgis()
project = QgsProject()
assert project.read(sys.argv[1])
layers = list(project.mapLayers().values())
atlas = next(one.atlas() for one in project.layoutManager().printLayouts() if one.atlas().enabled())
bare = next(one for one in layers if one.name() == "Bygninger")
print(json.dumps({
    "invalid": [one.name() for one in layers if not one.isValid()],
    "sources": sorted({one.source().split("|")[0] for one in layers}),
    "tree": [[one.name(), [node.name() for node in one.findLayers()]] for one in project.layerTreeRoot().findGroups()],
    "layouts": sorted(one.name() for one in project.layoutManager().printLayouts()),
    "sheets": atlas.updateFeatures(),
    "legend": [item.label() for item in bare.renderer().legendSymbolItems()],
    "scaled": [rule.settings().scaleVisibility for rule in bare.labeling().rootRule().children()],
    "answers": [
        QgsExpressionContextUtils.layerScope(bare).variable(one) for one in ("svar_udpeget", "svar_ikke_udpeget")
    ],
    "called": sorted({one.displayExpression() for one in layers if one.name() == "Lokalplanens område"}),
    "title": project.title(),
    "crs": project.crs().authid(),
}))
sys.stdout.flush(); os._exit(0)
"""


def asked(project, profile):
    done = subprocess.run(
        [sys.executable, "-c", ASK, project, profile], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_project_opens_from_a_folder_that_was_moved(package, tmp_path):
    folder, _ = package
    moved = tmp_path / "et andet sted æøå"
    shutil.copytree(folder, moved)
    said = asked(moved / f"{NAME}.qgz", tmp_path / "profil")
    assert said["invalid"] == []
    assert said["sources"] == [str(moved / f"{NAME}.gpkg")]
    assert [name for name, _ in said["tree"]] == ["Bygningskultur", "Ejendomme", "Landskab", "Grundlag"]
    assert said["tree"][0][1] == [
        "Ændringer i udpegningen",
        "Bygninger",
        "Kulturmiljøer (forslag)",
        "Lokalplanens område",
    ]
    assert said["layouts"] == [
        "Kortbilag 1: Lokalplanens område og udpegede bygninger",
        "Kortbilag 2: Oversigt over kortbladene",
        "Kortblade (atlas)",
        "Redegørelseskort 1: Ændringer i udpegningen",
        "Redegørelseskort 2: Natur og vand",
        "Redegørelseskort 3: Landskab og geologi",
        "Redegørelseskort 4: Bebyggelsesprocent og etager",
        "Sammenfatning 1",
        "Sammenfatning 2",
        "Vejregister",
    ]
    assert said["sheets"] == 2
    assert said["legend"][0] == "Foreslås: SAVE-værdi 1–3"
    assert said["answers"] == ["foreslås udpeget", "foreslås ikke udpeget"], "in the map tip, as in the legend"
    assert said["called"] == ["'Lokalplanens område'"]
    assert said["scaled"] == [True, True, True]  # SAVE values, house numbers and the numbers of the plan
    assert (said["title"], said["crs"]) == ("Lokalplan 300: Lokalplan for [% 1 + 1 %] & ÆØÅ", "EPSG:25832")


def test_the_project_tells_nothing_of_who_made_it_and_where(package):
    folder, _ = package
    with zipfile.ZipFile(folder / f"{NAME}.qgz") as archive:
        (project,) = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs")]
    assert "saveUser" not in project
    assert "<author></author>" in project or "<author/>" in project
    for told in ("processing_", "/tmp/", str(folder)):
        assert told not in project, told


def test_a_folder_from_which_the_project_would_not_open_is_refused(export, inputs, tmp_path):
    folder = tmp_path / "plan%20300"
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=folder)
    assert done.code == 1
    assert f"FOLDER: the project does not open from {folder}" in done.log
    assert "Choose a folder of another name" in done.log
    assert not folder.exists()


@pytest.mark.parametrize("name", ["Lokalplan #300 100% (æøå) 'x'", "x;y", "v1.2", "a&b"])
def test_a_folder_of_an_odd_name_holds_a_project_that_opens(export, inputs, tmp_path, name):
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / name)
    assert done.code == 0, done.log
    assert asked(tmp_path / name / f"{NAME}.qgz", tmp_path / "profil")["invalid"] == []


def test_the_number_and_the_title_are_text_in_the_draft(export, inputs, tmp_path):
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path, PLAN_NUMBER="3*00*<b>", TITLE="En &lt;plan\u202e gpj")
    assert done.code == 0, done.log
    heading = (tmp_path / "bestemmelser.md").read_text(encoding="utf-8").splitlines()[0]
    assert heading == r"# UDKAST: Lokalplan 3\*00\*\<b\>, En \&lt;plan gpj"


def test_an_adopted_plan_that_still_has_blanks_or_came_too_soon_is_warned_of(export, inputs, tmp_path):
    days = {"HEARING_FROM": "2027-01-04", "HEARING_TO": "2027-02-01", "ADOPTED": "2027-02-15"}
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path, STATE=2, **days)
    assert done.code == 0, done.log
    counts = dict(re.findall(r"(bestemmelser|redegoerelse)\.docx \((\d+)\)", done.log))
    assert set(counts) == {"bestemmelser", "redegoerelse"}
    assert f"still have {sum(map(int, counts.values()))} blanks in brackets" in done.log
    front = (tmp_path / "bestemmelser.md").read_text(encoding="utf-8")
    assert f"{counts['bestemmelser']} felter" in front, "the same number as its front says"
    assert "at the earliest, which is 2027-03-01" in done.log


def test_the_package_may_be_read_by_whom_the_folder_lets(export, inputs, tmp_path):
    mask = os.umask(0o027)
    try:
        assert export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / "p").code == 0
    finally:
        os.umask(mask)
    modes = {one.stat().st_mode & 0o777 for one in (tmp_path / "p").rglob("*") if one.is_file()}
    assert modes == {0o640}


# ---- the summary -----------------------------------------------------------------------------------------------------


def test_the_summary_is_two_a4_pages_of_text_and_lines(package):
    path = package[0] / "sammenfatning.pdf"
    said = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", path], capture_output=True, text=True, check=True).stdout
    assert "Pages:           2" in said
    sizes = [line.split("size:")[1].split("pts")[0].split() for line in said.splitlines() if "pts" in line]
    assert [tuple(round(float(one) * 25.4 / 72) for one in (size[0], size[2])) for size in sizes] == [(210, 297)] * 2
    pictures = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True)
    assert len(pictures.stdout.splitlines()) == 2  # the heading alone


def test_the_summary_says_what_is_designated_what_is_open_and_what_is_not_known(package):
    """Four of the five with a value, on four properties; the layer does not say by which rule."""
    path = package[0] / "sammenfatning.pdf"
    first, second = (" ".join(text_of(path, "-layout", "-f", page, "-l", page).split()) for page in ("1", "2"))
    for words in (
        *("Lokalplan 300: Lokalplan for [% 1 + 1 %] & ÆØÅ", "UDKAST", "80,0 %", "af 5 bygninger med", "Opdigtet."),
        *(
            "SAVE-værdi 1–3 2 2",
            "opfylder reglen for værdi 4 1 1",
            "Foreslås udpeget ved særskilt beslutning 1 1",
            "I alt 4 4",
        ),
        *("Foreslås ikke udpeget 1 1", "Uden SAVE-værdi 1 1", "Laget siger ikke, hvilke bygninger", "Side 1 af 2"),
    ):
        assert words in first
    for words in (
        *(
            "Ingen bygninger med værdi 4 3 3 2 −1",
            "Alle bygninger med værdi 4 4 4 2 0",
            "er ikke kendt: laget siger ikke,",
        ),
        *("Laget med ejendomme siger ikke, om", "Der er data om 1 af", "Side 2 af 2", "planlovens § 49"),
    ):
        assert words in second
    assert "Øvrig udpegning" not in second  # what has no theme of its own is missed by nobody


def test_the_summary_tells_the_state_and_the_share_of_uniform_neighbours(export, tmp_path, process):
    """A row of ten equal 4s, classified and put into a package in hearing: each has two neighbours like it, or one."""
    rows = [(at(15 * i), f"id-{i}", f"Vej {i}", 120, 1937, 4, f"e{i}") for i in range(10)]
    fields = (
        "bygning_id:text",
        "adresse:text",
        "anvendelse:int",
        "opfoerelsesaar:int",
        "save_vaerdi:int",
        "ejendom_id:text",
    )
    layer = write_layer(tmp_path / "raa.gpkg", "raa", rows, fields)
    made = tmp_path / "udpegning.gpkg"
    given = (f"BUILDINGS={layer}", "NEIGHBOUR_DISTANCE=10", f"OUTPUT={made}")
    assert process("run", "lyngby_heritage:classifybuildings", "--json", "--", *given).code == 0
    dates = {"STATE": 1, "HEARING_FROM": "2027-01-10", "HEARING_TO": "2027-03-07"}
    done = export(BUILDINGS=made, FOLDER=tmp_path / "p", **dates)
    assert done.code == 0, done.log
    text = " ".join(text_of(done.results["SUMMARY"], "-layout").split())
    for words in (
        *("FORSLAG", "Forslag i offentlig høring fra den 10. januar 2027 til den 7. marts 2027."),
        *("Ensartet med naboerne (planen) 8 8 –", "Mindst 70 % af naboerne ligner den 8 8 0", "i alt 27 kombinationer"),
        *("Skal vurderes af en fagperson 2 2", "2 bygninger på 2 ejendomme."),
    ):
        assert words in text


# ---- the maps --------------------------------------------------------------------------------------------------------


def test_the_maps_are_one_pdf_of_a3_and_a4_pages(package):
    folder, _ = package
    said = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "9", folder / "kort.pdf"], capture_output=True, text=True, check=True
    )
    sizes = [line.split("size:")[1].split("pts")[0].split() for line in said.stdout.splitlines() if " size: " in line]
    sizes = [tuple(round(float(one) * 25.4 / 72) for one in (size[0], size[2])) for size in sizes if len(size) > 2]
    # The plan's area and the overview of the sheets; the index of streets and two sheets; what explains.
    assert sizes == [(420, 297)] * 2 + [(210, 297)] * 3 + [(420, 297)] * 4
    assert "Title:           Lokalplan 300: Lokalplan for [% 1 + 1 %] & ÆØÅ" in said.stdout


def test_the_maps_are_text_and_lines_with_embedded_fonts(package):
    folder, _ = package
    fonts = subprocess.run(["pdffonts", folder / "kort.pdf"], capture_output=True, text=True, check=True).stdout
    embedded = [line.split()[-5] for line in fonts.splitlines()[2:]]
    assert embedded
    assert set(embedded) == {"yes"}
    pictures = subprocess.run(["pdfimages", "-list", folder / "kort.pdf"], capture_output=True, text=True, check=True)
    assert len(pictures.stdout.splitlines()) == 2  # the heading alone
    assert "Lokalplan for [% 1 + 1 %] & ÆØÅ" in text_of(folder / "kort.pdf")  # a person's text is no expression


def test_every_page_says_what_it_shows(package):
    folder, _ = package
    first = text_of(folder / "kort.pdf", "-f", "1", "-l", "1")
    for words in (
        "Kortbilag 1 · Lokalplanens område og udpegede bygninger",
        "Lokalplanens område er de grunde (jordstykker)",
        "Foreslås: SAVE-værdi 1–3",
        "Udkast. Planen er ikke behandlet politisk og binder ingen.",
        "Signaturer",
        "(A3)",
    ):
        assert words in first
    assert "Opdigtet." in first  # where the data are from
    assert str(time.localtime().tm_year) in first
    assert "Til vurdering" not in first  # no building has that code
    sheet = text_of(folder / "kort.pdf", "-f", "4", "-l", "4", "-layout")
    for words in (
        "Forslag til kulturmiljø E1: Bredevej",
        "Kortblad 1 af 2",
        "1:500 (A4)",
        "I området ligger 3 bygninger, som",  # the line ends here
        "alle foreslås udpeget: 1 med",
        "SAVE-værdi 1–3",
        "Undersøgt område",
    ):
        assert words in sheet


def test_a_sheet_says_what_a_sign_without_an_outline_is(package, export, tmp_path):
    """A building known by a point only is a square of 0.1 m in a layer of polygons."""
    rows = town()
    rows[1] = (at(20, side=0.1), *rows[1][1:])
    done = export(**write_inputs(tmp_path / "lag.gpkg", rows), FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    said = "Et tegn alene er en bygning"
    assert said in " ".join(text_of(tmp_path / "p" / "kort.pdf").split())
    first = " ".join(text_of(tmp_path / "p" / "kort.pdf", "-f", "1", "-l", "1").split())
    assert said in first  # the map of the whole says so too
    assert said not in " ".join(text_of(package[0] / "kort.pdf").split())
    page = ("pdftoppm", "-f", "4", "-l", "4", "-r", "100", "-png", tmp_path / "p" / "kort.pdf", tmp_path / "blad")
    subprocess.run(page, check=True)
    (drawn,) = tmp_path.glob("blad*.png")
    image = QImage(str(drawn))
    classes = {one["code"]: one for one in designation_texts()["classes"]}
    fill = QColor(classes["vaerdi_4_ensartet"]["fill"])
    # The map alone, without its legend: 190 × 202 mm from 10 and 25 mm.
    seen = sum(image.pixelColor(x, y) == fill for x in range(40, 787) for y in range(99, 893))
    assert 30 < seen < 400  # a square of 2.5 mm has a hundred pixels; the house that it stands for had thousands


def test_the_documents_refer_to_the_maps_by_the_numbers_that_the_maps_have(package):
    folder, _ = package
    text = (folder / "bestemmelser.md").read_text(encoding="utf-8")
    assert "2.1 Lokalplanen omfatter følgende jordstykker, som er vist på kortbilag 1, samt" in text
    assert "- Kortbilag 2: Oversigt over kortbladene (kort.pdf)" in text
    told = (folder / "redegoerelse.md").read_text(encoding="utf-8")
    protected = told.partition("Fredede områder")[2].partition("###")[0]
    assert "Se redegørelseskort 2 (kort.pdf)." in protected
    assert "Redegørelseskort 2 · Natur og vand" in text_of(folder / "kort.pdf")


def test_the_area_of_the_plan_is_the_ground_of_what_it_designates(package):
    """Two plots of 20 m square; the third building and the far one stand on parcels of 40 and 30 m: 3,300 m²."""
    (area,) = read_layer(package[0] / f"{NAME}.gpkg", "planomraade")
    assert (area["areal_ha"], area["antal_udpeget"], area["uden_grund"], area["antal_miljoeer"]) == (0.33, 4, 0, 0)


def test_a_count_is_called_what_it_counts_in_its_own_table(package):
    """Of a sheet and of the plan what its provisions bind; of a proposal all that the rule designates."""
    with closing(sqlite3.connect(package[0] / f"{NAME}.gpkg")) as database:
        called = dict(
            database.execute("SELECT table_name, title FROM gpkg_data_columns WHERE column_name = 'antal_udpeget'")
        )
    assert called == {
        "kortblade": "Heraf udpeget eller foreslået; fredede og kirker er ikke talt med",
        "planomraade": "Bygninger, der er udpeget eller foreslås udpeget; fredede, kirker og ikke-offentlige er ikke "
        "talt med",
        "kulturmiljoe_forslag": "Heraf udpeget, fredede medregnet",
    }


def test_the_index_of_streets_says_on_which_sheet_each_is(package):
    index = text_of(package[0] / "kort.pdf", "-f", "3", "-l", "3", "-layout").split()
    assert [index[index.index(street) + 1] for street in ("Bredevej", "Ågade", "Ærøvej")] == ["1", "1", "2"]


# ---- the annexes -----------------------------------------------------------------------------------------------------


def test_the_csv_is_sorted_and_opens_right_in_a_danish_excel(package):
    folder, _ = package
    raw = (folder / "bilag_bygninger.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 5
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [(one["Adresse"], one["Matrikel"], one["SAVE-værdi"]) for one in rows] == [
        ("Bredevej 9", "7b Bredeby", "4"),
        ("Bredevej 10", "7a Bredeby", "2"),
        ("Ærøvej 3", "1 Bredeby", "3"),
        ("Ågade 1", "9 Ågård", "5"),
    ]
    assert rows[3]["Grund til udpegning"] == "Udpeget ved særskilt beslutning"
    assert rows[0]["Kulturmiljø"] == "Forslag til kulturmiljø E1"


def test_the_workbooks_hold_the_same_and_those_not_designated(package):
    folder, _ = package
    book = ogr.Open(str(folder / "bilag_bygninger.xlsx"))
    sheets = [[one.items() for one in book.GetLayer(i)] for i in range(book.GetLayerCount())]
    assert [one["Adresse"] for one in sheets[0]] == ["Bredevej 9", "Bredevej 10", "Ærøvej 3", "Ågade 1"]
    assert [one["SAVE-værdi"] for one in sheets[0]] == [4, 2, 3, 5]
    assert [one["Adresse"] for one in sheets[1]] == ["=1+1 <b>'\"&", "Bredevej 9"]
    properties = ogr.Open(str(folder / "bilag_ejendomme.xlsx"))
    rows = [one.items() for one in properties.GetLayer(0)]
    assert [(one["Adresse"], one["Bebyggelsesprocent"], one["Status"]) for one in rows] == [
        ("Bredevej 9", 50, "Overholdt"),
        ("Bredevej 10", 30, "Overholdt"),
    ]
    assert properties.GetLayer(properties.GetLayerCount() - 1).GetName() == "Om listen"


def test_the_provisions_are_a_draft(package):
    folder, _ = package
    text = (folder / "bestemmelser.md").read_text(encoding="utf-8")
    assert text.startswith("# UDKAST: Lokalplan 300, ")
    assert "- **Bredeby:** matr.nr. 1, 7a, 7b\n- **Ågård:** matr.nr. 9\n" in text
    assert "| 7a | Bredevej 10 |" in text
    assert "2 områder er **foreslået** som kulturmiljøer efter registrene, i Bredeby og Ågård." in text


# ---- again, at once, in vain -----------------------------------------------------------------------------------------


def values_of(path):
    """Every table that people read, without the rows that tell of the time and of the files."""
    tables = (
        "bygninger",
        "ejendomme",
        "landskab",
        "kulturmiljoe_forslag",
        "dal",
        "aendringer",
        "afgraensning",
        "kortblade",
        "planomraade",
        "vejnavne",
    )
    rows = {table: read_layer(path, table) for table in tables}
    rows["koersel"] = [one for one in read_layer(path, "koersel") if one["emne"] not in ("tid", "fil")]
    return rows


def test_a_second_run_gives_the_same_and_keeps_what_people_have_done(export, inputs, tmp_path):
    folder = tmp_path / "p"
    assert export(**inputs, FOLDER=folder).code == 0
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    values = values_of(folder / f"{NAME}.gpkg")
    (folder / "notat.txt").write_text("mit", encoding="utf-8")
    (folder / "bestemmelser.md").write_text("rettet af juristen", encoding="utf-8")
    fewer = {name: value for name, value in inputs.items() if name != "PROPERTIES"}
    done = export(**fewer, FOLDER=folder)
    assert done.code == 0, done.log
    assert "bestemmelser (tidligere).md" in done.log
    assert (folder / "notat.txt").read_text(encoding="utf-8") == "mit"
    assert (folder / "bestemmelser (tidligere).md").read_text(encoding="utf-8") == "rettet af juristen"
    assert not (folder / "bilag_ejendomme.xlsx").exists()  # of the earlier package, and this one has none
    assert export(**inputs, FOLDER=folder).code == 0
    after = {name: (folder / name).read_bytes() for name in names(folder)}
    assert set(after) - set(before) == {"notat.txt", "bestemmelser (tidligere).md"}
    for name in before:
        if not name.endswith((".gpkg", ".qgz", ".pdf")):
            assert after[name] == before[name], name
    assert values_of(folder / f"{NAME}.gpkg") == values


@pytest.mark.parametrize(
    "work",
    [
        "UPDATE bygninger SET begrundelse = 'Rettet efter høringen' WHERE fid = 2",
        "DELETE FROM kulturmiljoe_forslag WHERE fid = 1",
        "ALTER TABLE bygninger ADD COLUMN bemaerkning TEXT",
        "CREATE TABLE hoeringssvar (nr INTEGER, svar TEXT)",
        "UPDATE layer_styles SET styleQML = '<qgis/>' WHERE f_table_name = 'bygninger'",
    ],
)
def test_what_people_do_in_the_geopackage_is_kept_beside_the_next_one(export, inputs, tmp_path, work):
    folder = tmp_path / "p"
    assert export(**inputs, FOLDER=folder).code == 0
    values = values_of(folder / f"{NAME}.gpkg")
    with closing(sqlite3.connect(folder / f"{NAME}.gpkg")) as database:
        for trigger in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger[0]}"')  # they call functions that only GDAL has
        database.execute(work)
        database.commit()
    worked_in = (folder / f"{NAME}.gpkg").read_bytes()
    done = export(**inputs, FOLDER=folder)
    assert done.code == 0, done.log
    assert f"kept as {NAME} (tidligere).gpkg" in done.log
    assert (folder / f"{NAME} (tidligere).gpkg").read_bytes() == worked_in
    assert values_of(folder / f"{NAME}.gpkg") == values


def test_a_geopackage_that_was_only_looked_at_is_no_work(export, inputs, tmp_path):
    from osgeo import ogr

    folder = tmp_path / "p"
    assert export(**inputs, FOLDER=folder).code == 0
    layers = ogr.Open(str(folder / f"{NAME}.gpkg"), 1)
    assert layers.GetLayerByName("bygninger").GetFeatureCount() == 6
    layers.ExecuteSQL("UPDATE gpkg_contents SET last_change = '2030-01-01T00:00:00.000Z'")
    del layers
    done = export(**inputs, FOLDER=folder)
    assert "tidligere" not in done.log
    assert not list(folder.glob("*tidligere*"))


def test_a_run_into_a_folder_where_another_is_at_work_is_refused(export, inputs, tmp_path):
    holder = (
        "import sys; from lyngby_heritage.processing.export.folder import PackageFolder\n"
        "with PackageFolder('FOLDER', sys.argv[1]): print('in', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "in\n"
        done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path)
        other.stdin.close()
    assert done.code == 1
    assert f"another run (process {other.pid} on" in done.log
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_package_survives_a_failure(export, inputs, tmp_path):
    folder = tmp_path / "p"
    assert export(BUILDINGS=inputs["BUILDINGS"], FOLDER=folder).code == 0
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    nowhere = write_layer(tmp_path / "b.gpkg", "b", [(None, *one[1:]) for one in town()], BUILDING_FIELDS)
    done = export(BUILDINGS=nowhere, FOLDER=folder)
    assert done.code == 1
    assert "no map can be drawn" in done.log
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_a_full_disk_leaves_nothing(export, inputs, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        (disk / "andres.txt").write_text("andres", encoding="utf-8")
        done = export(**inputs, FOLDER=disk / "pakke")
        assert done.code == 1
        assert "could not be written" in done.log
        assert names(disk) == ["andres.txt"]
        assert not (disk / "pakke").exists()
    finally:
        subprocess.run(["umount", disk], check=True)


def test_cancel_stops_soon_and_leaves_nothing(sample, classify, tmp_path):
    assert classify(BUILDINGS=f"{sample}|layername=bygninger", OUTPUT=tmp_path / "u.gpkg").code == 0
    parcels = f"{sample}|layername=kommunegraense"
    command = [
        "run",
        "lyngby_heritage:exportlokalplan",
        "--",
        f"BUILDINGS={tmp_path / 'u.gpkg'}",
        f"BOUNDARY={parcels}",
    ]
    folder = tmp_path / "p"
    with subprocess.Popen(
        [TOOL, *command, f"FOLDER={folder}", "MAX_SHEETS=2000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as run:
        while run.poll() is None and not list(tmp_path.glob("p/.lyngby_heritage-pakke-*")):
            time.sleep(0.01)
        time.sleep(0.2)
        run.send_signal(signal.SIGTERM)
        said, _ = run.communicate(timeout=60)
    assert run.returncode == 1, said
    assert "Cancelled. Nothing was written." in said
    assert not folder.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"STATE": 1, "HEARING_FROM": "2027-01-26", "HEARING_TO": "2026-12-01"}, ("HEARING_TO (2026-12-01)",)),
        ({"STATE": 1, "ADOPTED": "2027-01-26"}, ("ADOPTED is 2027-01-26", "STATE = 2")),
        ({"STATE": 3}, ("STATE = 3", "2 = Adopted")),
        ({"STATE": 1, "HEARING_TO": "26.1.2027"}, ("HEARING_TO = 26.1.2027", "such as 2027-01-31", "2027-01-26")),
        ({"STATE": 1, "HEARING_TO": "om en uge"}, ("HEARING_TO = om en uge",)),
    ],
)
def test_dates_that_contradict_each_other_are_refused(export, inputs, tmp_path, given, words):
    refused(export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / "p", **given), tmp_path / "p", *words)


# ---- bad input -------------------------------------------------------------------------------------------------------


def refused(done, folder, *words):
    assert done.code == 1, done.log
    for one in words:
        assert one in done.log, done.log
    assert not folder.exists()


def test_a_layer_that_was_not_classified_is_refused(export, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(at(0), 4)], ("save_vaerdi:int",))
    refused(export(BUILDINGS=layer, FOLDER=tmp_path / "p"), tmp_path / "p", "no field 'udpeget'", "save_vaerdi")


def test_an_empty_layer_is_refused(export, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [], BUILDING_FIELDS)
    refused(export(BUILDINGS=layer, FOLDER=tmp_path / "p"), tmp_path / "p", "is empty")


def test_a_layer_without_crs_is_refused(export, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", town(), BUILDING_FIELDS, epsg=None)
    refused(export(BUILDINGS=layer, FOLDER=tmp_path / "p"), tmp_path / "p", "no coordinate reference system")


def test_lines_are_refused(export, tmp_path):
    rows = [("LINESTRING (720000 6187000, 720010 6187000)", *one[1:]) for one in town()]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, BUILDING_FIELDS, kind="LINE")
    refused(export(BUILDINGS=layer, FOLDER=tmp_path / "p"), tmp_path / "p", "expected points or polygons")


@pytest.mark.parametrize(
    ("parameter", "field"),
    [
        ("PROPERTIES", "ejendom_id"),
        ("LANDSCAPE", "tema"),
        ("ENSEMBLES", "ensemble_id"),
        ("VALLEY", "del"),
        ("CHANGES", "aendring"),
    ],
)
def test_a_layer_of_another_tool_is_refused(export, inputs, tmp_path, parameter, field):
    given = {"BUILDINGS": inputs["BUILDINGS"], parameter: inputs["BOUNDARY"]}
    refused(export(**given, FOLDER=tmp_path / "p"), tmp_path / "p", f"({parameter})", f"no field '{field}'")


def test_points_are_no_boundary(export, inputs, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [("POINT (720000 6187000)",)], kind="POINT")
    done = export(BUILDINGS=inputs["BUILDINGS"], BOUNDARY=layer, FOLDER=tmp_path / "p")
    refused(done, tmp_path / "p", "(BOUNDARY) holds Point; expected polygons")


def test_a_name_that_is_no_parameter_is_refused(export, inputs, tmp_path):
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / "p", TITEL="x")
    refused(done, tmp_path / "p", "Unknown parameter TITEL")


def test_a_number_of_sheets_out_of_range_is_refused(export, inputs, tmp_path):
    refused(export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / "p", MAX_SHEETS=0), tmp_path / "p", "MAX_SHEETS")


@pytest.mark.parametrize("place", ["/proc/pakke", "fil"])
def test_a_folder_that_cannot_be_written_is_refused_before_any_work(export, inputs, tmp_path, place):
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    done = export(BUILDINGS=inputs["BUILDINGS"], FOLDER=tmp_path / place)
    assert done.code == 1
    assert "FOLDER: " in done.log
    assert "10..." not in done.log


def test_a_layer_of_the_package_itself_is_refused(export, inputs, tmp_path):
    folder = tmp_path / "p"
    assert export(BUILDINGS=inputs["BUILDINGS"], FOLDER=folder).code == 0
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    done = export(BUILDINGS=f"{folder / f'{NAME}.gpkg'}|layername=bygninger", FOLDER=folder)
    assert done.code == 1
    assert "the run would replace" in done.log
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_odd_values_are_told_and_no_row_is_lost(export, tmp_path):
    corners = [(0, 0), (9, 9), (9, 0), (0, 9), (0, 0)]
    bow_tie = f"POLYGON (({', '.join(f'{EAST + x} {NORTH + y}' for x, y in corners)}))"
    rows = [
        row(0, "Bredevej 1", 2, True, "vaerdi_1_3"),
        (at(20), None, None, None, None, None, None, None, None, None, None),
        (None, "id-40", "", "40", 120, 1000, 3, 1, "ny_kode", None, None),
        (bow_tie, *row(0, "Bredevej 1", 12, True, "vaerdi_1_3")[1:]),
    ]
    layer = write_layer(tmp_path / "b.gpkg", "b", rows, BUILDING_FIELDS)
    done = export(BUILDINGS=layer, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    for words in (
        "1 building says neither yes nor no",
        "ny_kode",
        "1 designated building has no geometry",
        "1 designated building has no address",
        "1 invalid geometry was repaired",
    ):
        assert words in done.log
    assert len(read_layer(tmp_path / "p" / f"{NAME}.gpkg", "bygninger")) == 4
    lines = (tmp_path / "p" / "bilag_bygninger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 3


def test_the_neighbours_are_in_the_package_and_on_the_card_that_they_decide(package):
    folder, _ = package
    rows = [{key: one[key] for key in one if key != "fid"} for one in read_layer(folder / f"{NAME}.gpkg", "nabopar")]
    assert rows == [
        {"bygning_id": "id-20", "nabo_id": "id-0", "ens": 5 / 6}
        | {"ens_paa": "anvendelse, etager", "forskellig_paa": "ydervaeg"},
        {"bygning_id": "id-20", "nabo_id": "id-40", "ens": 0.5} | {"ens_paa": "anvendelse", "forskellig_paa": "etager"},
    ]
    told = [line[1:] for line in data(folder / "web", "tekst/000")["lines"] if line[0] in ("id-0", "id-40")]
    assert told == [
        ["Bredevej 10", "2 af 3 forhold er ens. Ens på anvendelse og etagetal. Forskellig på ydervæg."],
        ["Ågade 1", "1 af 2 forhold er ens. Ens på anvendelse. Forskellig på etagetal."],
    ]


def test_photos_are_shown_and_those_that_are_not_are_named(export, tmp_path):
    fields = (*BUILDING_FIELDS, "offentlig:int")
    rows = [(*one, 0 if one[1] == "id-40" else 1) for one in town()]
    layer = write_layer(tmp_path / "u.gpkg", "u", rows, fields)
    folder = tmp_path / "billeder"
    folder.mkdir()
    image = QImage(1600, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 60, 40))
    for name in ("id-0.jpg", "{ID-20}.JPEG", "id-40.jpg", "ukendt.png"):
        image.save(str(folder / name), "JPEG")
    (folder / "id-60.jpg").write_bytes(b"no picture")
    done = export(BUILDINGS=layer, PHOTOS=folder, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    web = tmp_path / "p" / "web"
    assert sorted(one.name for one in (web / "fotos").iterdir()) == [
        *("id-0-1200.jpg", "id-0-480.jpg", "id-20-1200.jpg", "id-20-480.jpg")
    ]
    shown = {data(web, "bygninger")["key"][int(row)]: photo for row, photo in data(web, "bygninger")["photo"].items()}
    assert shown["id-0"][1:] == [["id-0-480.jpg", 480, 300], ["id-0-1200.jpg", 1200, 750]]
    assert set(shown) == {"id-0", "id-20"}
    for said in ("2 photos are shown", "ukendt.png", "id-40.jpg", "id-60.jpg"):
        assert said in done.log
    assert "id-40" not in "".join(one.read_text(encoding="utf-8") for one in web.rglob("*.html"))


def test_where_a_withheld_building_is_not_shown_its_environment_says_so(export, inputs, tmp_path):
    rows = [(*one, 0 if one[1] == "id-40" else 1) for one in town()]
    layer = write_layer(tmp_path / "u.gpkg", "u", rows, (*BUILDING_FIELDS, "offentlig:int"))
    done = export(BUILDINGS=layer, ENSEMBLES=inputs["ENSEMBLES"], FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    said = "Ikke vist: 1 bygning, som registret holder uden for offentligheden."
    with closing(sqlite3.connect(tmp_path / "p" / f"{NAME}.gpkg")) as database:
        texts = [text for (text,) in database.execute("SELECT tekst FROM kortblade")]
    assert [text.endswith(said) for text in texts].count(True) == 1


def test_the_documents_lie_in_the_website_too(package):
    folder, _ = package
    for name in ("bestemmelser.docx", "redegoerelse.docx", "kort.pdf", "bilag_bygninger.xlsx"):
        assert (folder / "web" / "dokumenter" / name).read_bytes() == (folder / name).read_bytes()


def test_pairs_of_another_tool_are_refused(export, inputs, tmp_path):
    done = export(BUILDINGS=inputs["BUILDINGS"], PAIRS=inputs["VALLEY"], FOLDER=tmp_path / "p")
    assert done.code != 0
    assert "PAIRS" in done.log
    assert not (tmp_path / "p").exists()


def test_degrees_are_brought_to_metres(export, tmp_path):
    shape = "POLYGON ((12.5 55.78, 12.5002 55.78, 12.5002 55.7801, 12.5 55.7801, 12.5 55.78))"
    layer = write_layer(tmp_path / "b.gpkg", "b", [(shape, *town()[0][1:])], BUILDING_FIELDS, epsg=4326)
    done = export(BUILDINGS=layer, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    with closing(sqlite3.connect(tmp_path / "p" / f"{NAME}.gpkg")) as database:
        srs = database.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'bygninger'").fetchone()
    assert srs == (25832,)


def test_the_sample_town_makes_a_package_in_danish(sample, classify, process, tmp_path):
    assert classify(BUILDINGS=f"{sample}|layername=bygninger", OUTPUT=tmp_path / "u.gpkg").code == 0
    given = {
        "BUILDINGS": str(tmp_path / "u.gpkg"),
        "LANDSCAPE": f"{sample}|layername=tidligere_landskab",
        "BOUNDARY": f"{sample}|layername=kommunegraense",
        "FOLDER": str(tmp_path / "p"),
    }
    done = process(
        *("run", "lyngby_heritage:exportlokalplan", "-"),
        stdin=json.dumps({"inputs": given}),
        env={"LANG": "da_DK.UTF-8"},
    )
    assert done.code == 0, done.log
    counted = read_layer(tmp_path / "p" / f"{NAME}.gpkg", "bygninger")
    # The list holds all that the plan names: the designated, the listed, and the churches (414 in BBR).
    named = [one for one in counted if one["udpeget"] or one["fredet"] or one["anvendelse"] == 414]
    lines = (tmp_path / "p" / "bilag_bygninger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(one["offentlig"] != 0 for one in named)


def themes_on_the_website(folder):
    """Building → the codes of its themes, as the filter has them, and of those that its card calls proposed."""
    codes = {one["name"]: one["code"] for one in load("themes/catalogue.json")["themes"]}
    town, texts = (data(folder / "web", name) for name in ("bygninger", "tekst/000"))
    themes = [*town["themes"], []]  # -1 is none
    found = {}
    for key, held, card in zip(town["key"], town["theme"], texts["cards"]):
        told = [texts["lines"][line] for _, *lines in card for line in lines]
        named = next((text for kind, _, text in told if kind == "temaer"), "")
        proposed = {codes[one.removesuffix(" (forslag)")] for one in named.split(", ") if one.endswith(" (forslag)")}
        found[key] = (set(themes[held]), proposed)
    return found


HELD = {"a": "", "b": "fredning;fortidsminde", "c": "fredning", "d": "", "e": "fredning"}


@pytest.mark.parametrize(
    ("rule", "held"),
    [
        ({}, HELD),
        ({"STATUSES": 2, "MIN_SHARE": 35}, {"a": "", "b": "fortidsminde", "c": "", "d": "", "e": ""}),
        ({"CATALOGUE": {"builds_on": "indbygget", "drawn": {"line_half_width_m": 6}}}, HELD),
    ],
)
def test_the_website_says_what_the_table_of_maplandscape_says(export, process, tmp_path, rule, held):
    """An ended designation holds nothing, 30 % of a footprint is enough, a point is no circle."""
    houses = [
        (at(x), name, f"Engvej {name}", str(x), 120, 1937, 2, 1, "vaerdi_1_3", "Fordi.", "Opdigtet")
        for x, name in ((0, "a"), (100, "b"), (200, "c"), (300, "d"), (400, "e"))
    ]
    path = tmp_path / "lag.gpkg"
    given = write_layer(path, "bygninger", houses, BUILDING_FIELDS)
    areas = [
        (at(-10, -10, 40), "Ophævet", "ophørt"),
        (at(90, -10, 40), "Foreslået", "forslag"),
        (at(193), "Over 30 % af c", "gældende"),
        (at(390, -10, 40), "Status kendes ikke", None),
    ]
    conservation = write_layer(path, "fredning", areas, ("navn:text", "status:text"))
    mounds = [(f"POINT ({EAST + x} {NORTH + 5})", "gældende") for x in (105, 313)]  # the last 3 m beside d
    points = write_layer(path, "fortidsminder", mounds, ("status:text",), kind="POINT")
    dike = [(f"LINESTRING ({EAST + 313} {NORTH - 50}, {EAST + 313} {NORTH + 50})", None)]  # 3 m beside d
    lines = write_layer(path, "bes_sten_jorddiger_2022", dike, ("status:text",), kind="LINE")
    if "CATALOGUE" in rule:
        (tmp_path / "eget.json").write_text(json.dumps(rule["CATALOGUE"]), encoding="utf-8")
        rule = {"CATALOGUE": str(tmp_path / "eget.json")}
    mapped = {
        "LAYERS": [conservation, points, lines],
        "BUILDINGS": given,
        "OUTPUT": str(tmp_path / "landskab.gpkg"),
        "OUTPUT_BUILDINGS": str(tmp_path / "temaer.gpkg"),
        **rule,
    }
    done = process("run", "lyngby_heritage:maplandscape", "-", stdin=json.dumps({"inputs": mapped}))
    assert done.code == 0, done.log
    done = export(BUILDINGS=given, LANDSCAPE=tmp_path / "landskab.gpkg", FOLDER=tmp_path / "p", **rule)
    assert done.code == 0, done.log
    table = {one["bygning_id"]: (one["temaer"], one["temaer_forslag"]) for one in read_layer(tmp_path / "temaer.gpkg")}
    assert {name: themes for name, (themes, _) in table.items()} == held
    assert [name for name, (_, proposed) in table.items() if proposed] == ([] if "STATUSES" in rule else ["b"])
    assert themes_on_the_website(tmp_path / "p") == {
        name: tuple(set(filter(None, (codes or "").split(";"))) for codes in both) for name, both in table.items()
    }


def test_the_tool_stays_in_the_main_thread():
    from qgis.core import QgsProcessingAlgorithm

    from lyngby_heritage.processing.tools.export_lokalplan import ExportLokalplan

    assert ExportLokalplan().flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    sources = [*(ROOT / "lyngby_heritage" / "processing" / "export").glob("*.py")]
    assert not [one.name for one in sources if "QgsProject.instance" in one.read_text(encoding="utf-8")]


def test_listed_buildings_stand_apart_in_every_part_of_the_package(export, tmp_path):
    rows = [(*row(0, "Slottet 1", 1, True, "vaerdi_1_3"), 1), (*row(20, "Virumgade 3", 3, True, "vaerdi_1_3"), 0)]
    layer = write_layer(tmp_path / "lag.gpkg", "udpegning", rows, (*BUILDING_FIELDS, "fredet:bool"))
    done = export(BUILDINGS=layer, FOLDER=tmp_path / "pakke")
    assert done.code == 0, done.log
    assert "1 listed building stands apart from the designated ones" in done.log
    assert (done.results["BUILDING_COUNT"], done.results["DESIGNATED_COUNT"]) == (2, 2)  # as the layer says
    text = (tmp_path / "pakke" / "bestemmelser.md").read_text(encoding="utf-8")
    bound, apart = text.index("Virumgade 3"), text.index("### Fredede bygninger (1 bygning)")
    assert text.index("## Bilag 1.") < bound < text.index("## Bilag 2.") < apart < text.index("Slottet 1")
    annex = (tmp_path / "pakke" / "bilag_bygninger.csv").read_text(encoding="utf-8-sig")
    ours, theirs = annex.splitlines()[1:]  # the one table holds both, and says which is which
    assert ours.startswith("1;Virumgade 3;")
    assert "SAVE-værdi 1–3" in ours
    assert theirs.startswith("2;Slottet 1;")
    assert "Fredet: følger bygningsfredningsloven" in theirs
    page = (tmp_path / "pakke" / "web" / "index.html").read_text(encoding="utf-8")
    assert "Fredet" in page
    assert (
        text_of(tmp_path / "pakke" / "kort.pdf").count("Fredet") == 2
    )  # in the legends of the A3 map and of the sheet
    # The layer keeps what the tool decided: only the plan's lists set listed buildings apart.
    assert [r["udpegning"] for r in read_layer(tmp_path / "pakke" / f"{NAME}.gpkg", "bygninger")] == ["vaerdi_1_3"] * 2
