"""The package's annexes as they are received, and that what the register keeps from the public is in nothing of it."""

import csv
import io
import zipfile

import office
import pytest
from builders import square
from conftest import read_layer, write_layer
from qgis.core import QgsProject

pytestmark = pytest.mark.process

NAME = "kulturhistorisk_lokalplan"
EAST, NORTH = 720000, 6187000
FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "anvendelse:int", "opfoerelsesaar:int"),
    *("save_vaerdi:int", "save_arkitektonisk:int", "udpeget:int", "udpegning:text", "begrundelse:text"),
    *("fredet:bool", "offentlig:bool"),
)
LONG = " ".join(["Huset er velbevaret, og naboerne ligner det i alder, etager, ydervæg og tag."] * 12) + " Slutord."


def row(x, address, save, yes, listed=0, public=None, reason="Fordi.", own=None):
    shape = square(EAST + x, NORTH, 10)
    ground = "vaerdi_1_3" if yes else "ikke_udpeget"
    return (shape, f"id-{x}", address, str(x), 120, 1937, save, own, int(yes), ground, reason, listed, public)


TOWN = [
    row(0, "Bredevej 10", 2, True, reason=LONG, own=3),
    row(20, "Bredevej 9", 3, True, public=1),
    row(40, "Hemmeligvej 1", 2, True, public=0, reason="Forbeholdt."),
    row(60, "Bredevej 11", 6, False),
    row(80, "Hemmeligvej 2", 7, False, public=0, reason="Forbeholdt."),
    row(100, "Slottet 1", 1, True, listed=1),
]


@pytest.fixture(scope="module")
def package(process, tmp_path_factory):
    """A package of the town with changes and plots, as a proposal in hearing of the municipality of a profile."""
    folder = tmp_path_factory.mktemp("pakke")
    path = folder / "lag.gpkg"
    changes = [(square(EAST + x, NORTH, 10), f"ID-{x}", "ny", "ikke_udpeget", "vaerdi_1_3") for x in (0, 40)]
    plots = [(square(EAST - 5, NORTH - 5, 20), "0", "7a", "Brede By, Brede", 30.0, "overholdt")]
    profile = folder / "profil"
    profile.mkdir()
    (profile / "profile.json").write_text('{"navn": "Prøve", "version": "1", "kommunekode": "0159"}', encoding="utf-8")
    given = {
        "BUILDINGS": write_layer(path, "udpegning", TOWN, FIELDS),
        "CHANGES": write_layer(
            path, "aendringer", changes, ("bygning_id:text", "aendring:text", "foer:text", "efter:text")
        ),
        "PROPERTIES": write_layer(
            path,
            "ejendomme",
            plots,
            ("ejendom_id:text", "matrikelnumre:text", "ejerlav:text", "bebyggelsesprocent:real", "status:text"),
        ),
        "TITLE": "Kulturhistorisk lokalplan",
        "PLAN_NUMBER": "300",
        "STATE": "1",
        "HEARING_FROM": "2027-02-01",
        "HEARING_TO": "2027-03-29",
        "PROFILE": profile,
        "FOLDER": folder / "pakke",
    }
    values = [f"{name}={value}" for name, value in given.items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *values)
    assert done.code == 0, done.log
    return folder / "pakke", done


def content(path):
    """All that a file holds as bytes, the parts of an archive unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def test_what_the_register_keeps_from_the_public_is_in_the_geopackage_alone(package):
    folder, done = package
    assert "2 buildings that the register keeps from the public are in the GeoPackage alone" in done.log
    assert "1 of them is designated" in done.log
    assert "Hemmeligvej" not in done.log
    files = [one for one in folder.rglob("*") if one.is_file() and one.suffix != ".gpkg"]
    assert {"bilag_bygninger.xlsx", "bestemmelser.md", "kort.pdf", "index.html"} <= {one.name for one in files}
    told = {one.parent.name for one in files if b"Bredevej" in content(one)}
    assert told >= {"pakke", "data", "liste"}  # a search that finds what is public
    for secret in ("Hemmeligvej", "id-40", "id-80", "Forbeholdt"):
        assert not [one.name for one in files if secret.encode() in content(one)]
    printed = [page for one in files if one.suffix == ".pdf" for page in office.page_texts(one)]
    assert not [page for page in printed if "Hemmeligvej" in page or "Forbeholdt" in page]
    rows = {one["bygning_id"]: one for one in read_layer(folder / f"{NAME}.gpkg", "bygninger")}
    assert [(one, rows[one]["offentlig"], rows[one]["loebenr"]) for one in sorted(rows)] == [
        ("id-0", None, 1),
        ("id-100", None, 3),
        ("id-20", 1, 2),
        ("id-40", 0, None),
        ("id-60", None, None),
        ("id-80", 0, None),
    ]
    assert (done.results["BUILDING_COUNT"], done.results["DESIGNATED_COUNT"]) == (4, 3)
    assert (done.results["BOUND_COUNT"], done.results["WITHHELD_COUNT"]) == (2, 1)


def test_the_statement_and_the_summary_count_what_is_withheld_alike(package):
    folder, _ = package
    said = (
        "2 bygninger, som registret holder fra offentligheden, er ikke talt med. 1 af dem er hverken fredet eller en "
        "kirke og opfylder reglen for udpegning eller er valgt ved en særskilt beslutning, men er ikke omfattet af "
        "planen, fordi planen ikke nævner den."
    )
    assert said in (folder / "redegoerelse.md").read_text(encoding="utf-8").replace("\u2060", "")
    page = " ".join(office.page_texts(folder / "sammenfatning.pdf")[0].split())
    for line in (
        "2 bygninger, som registret holder fra",
        "er ikke talt med. 1 af dem er",
        "fordi planen ikke nævner den.",
    ):
        assert line in page, "the lines stand beside a table"


def test_the_maps_show_no_building_and_no_change_that_is_withheld(package):
    folder, _ = package
    changes = {one["bygning_id"]: one["offentlig"] for one in read_layer(folder / f"{NAME}.gpkg", "aendringer")}
    assert changes == {"ID-0": 1, "ID-40": 0}
    project = QgsProject()
    assert project.read(str(folder / f"{NAME}.qgz"))
    shown = {}
    for layer in project.mapLayers().values():
        if layer.fields().lookupField("bygning_id") >= 0:
            shown[layer.name()] = sorted(one["bygning_id"] for one in layer.getFeatures())
    known = {layer.name(): layer.crs().authid() for layer in project.mapLayers().values() if layer.isSpatial()}
    assert set(known.values()) == {"EPSG:25832"}, f"the filter leaves the file to the layers after it: {known}"
    project.clear()
    assert shown == {
        "Bygninger": ["id-0", "id-100", "id-20", "id-60"],
        "Alle bygninger": ["id-0", "id-100", "id-20", "id-60"],
        "Bygninger som tegn (sammenfatning)": ["id-0", "id-100", "id-20", "id-60"],
        "Ændringer i udpegningen": ["ID-0"],
    }


def test_the_maps_show_the_whole_boundary_where_some_buildings_are_withheld(process, tmp_path):
    """6 km across, and 4 % of air: 6,240 m on the 250 mm of an A3 map. The buildings alone lie within 110 m."""
    path = tmp_path / "lag.gpkg"
    buildings = write_layer(path, "udpegning", TOWN, FIELDS)
    boundary = write_layer(path, "graense", [(square(EAST - 3000, NORTH - 3000, 6000),)])
    given = (f"BUILDINGS={buildings}", f"BOUNDARY={boundary}", f"FOLDER={tmp_path / 'p'}")
    assert process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *given).code == 0
    assert "1:25.000 (A3)" in office.page_texts(tmp_path / "p" / "kort.pdf")[0]


def test_the_summary_counts_what_the_public_is_told_of(package):
    """Two of the three that have a value, are not listed and not withheld."""
    first, _ = (" ".join(page.split()) for page in office.page_texts(package[0] / "sammenfatning.pdf"))
    for words in ("66,7 %", "af 3 bygninger med", "SAVE-værdi 1–3 2 2", "Fredet 1 1"):
        assert words in first


def test_the_annex_of_buildings_says_on_paper_what_it_is_and_cuts_no_reason(package, tmp_path):
    folder, _ = package
    pages = office.page_texts(office.as_pdf(folder / "bilag_bygninger.xlsx", tmp_path))
    assert [one.split(" · ")[0].split(" Lokalplan 300")[0] for one in pages] == [
        "Bygninger, der foreslås udpeget",
        "Øvrige bygninger",
        "Fredede bygninger",
        "Om listen",
    ]
    state = "Forslag i offentlig høring fra den 1. februar 2027 til den 29. marts 2027."
    assert pages[0].count(state) == 2  # above the rows and below them
    assert all(state in one for one in pages)
    assert "Slutord." in pages[0]
    assert "Lokalplaner i kraft er ikke undersøgt." in pages[0]
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"Side {number} af 4")


def test_the_annexes_are_the_municipalitys_and_not_the_persons_at_the_keyboard(package):
    folder, _ = package
    for name in ("bilag_bygninger.xlsx", "bilag_ejendomme.xlsx"):
        with zipfile.ZipFile(folder / name) as archive:
            told = archive.read("docProps/core.xml").decode("utf-8")
        assert "<dc:creator>Gladsaxe Kommune</dc:creator>" in told
        assert "Lokalplan 300: Kulturhistorisk lokalplan</dc:title>" in told


def test_the_csv_names_each_building_by_its_number_and_has_the_parameters_of_save(package):
    folder, _ = package
    text = (folder / "bilag_bygninger.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [(one["Nr."], one["Adresse"], one["Arkitektonisk"], one["Fredet"]) for one in rows] == [
        ("1", "Bredevej 10", "3", ""),  # the one whose ejerlav is known comes first
        ("2", "Bredevej 9", "", ""),
        ("3", "Slottet 1", "", "ja"),
    ]


def test_a_layer_of_which_nothing_is_public_makes_no_plan(process, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [TOWN[2], TOWN[4]], FIELDS)
    done = process("run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={layer}", f"FOLDER={tmp_path / 'p'}")
    assert done.code == 1
    assert "The register keeps every building in" in done.log
    assert not (tmp_path / "p").exists()


def test_a_code_for_authorities_alone_withholds_a_building_too(process, tmp_path):
    rows = [(*one[:-1], 1 if one[-1] is None else 2) for one in (*TOWN[:2], (*TOWN[2][:-1], 0))]
    rows[1] = (*TOWN[1][:-1], None)  # nobody says whom it is for
    fields = (*FIELDS[:-1], "off_kode:int")
    layer = write_layer(tmp_path / "lag.gpkg", "udpegning", rows, fields)
    given = {"BUILDINGS": layer, "TITLE": "Plan", "PLAN_NUMBER": "300", "FOLDER": tmp_path / "pakke"}
    values = [f"{name}={value}" for name, value in given.items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *values)
    assert done.code == 0, done.log
    files = [one for one in (tmp_path / "pakke").rglob("*") if one.is_file()]
    (data,) = [one for one in files if one.suffix == ".gpkg"]
    told = {one["bygning_id"]: one["offentlig"] for one in read_layer(data, "bygninger")}
    assert told == {"id-0": 1, "id-20": 1, "id-40": 0}
    others = [one for one in files if one != data]
    assert [one for one in others if b"Bredevej" in content(one)]
    assert not [one.name for one in others if b"Hemmeligvej" in content(one)]
    project = QgsProject()
    (map_file,) = [one for one in files if one.suffix == ".qgz"]
    assert project.read(str(map_file))
    shown = {
        one["bygning_id"]
        for layer in project.mapLayers().values()
        if layer.fields().lookupField("bygning_id") >= 0
        for one in layer.getFeatures()
    }
    project.clear()
    assert shown == {"id-0", "id-20"}
