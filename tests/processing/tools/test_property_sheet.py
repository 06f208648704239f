"""The sheets of a small street, as a caseworker and an owner get them."""

import csv
import hashlib
import re
import subprocess
from html.parser import HTMLParser

import pytest
from conftest import write_layer
from sheet_packages import SUM, package, square

HEARING = ("TITLE=Åens huse", "PLAN_NUMBER=7", "STATE=1", "HEARING_FROM=2027-01-04", "HEARING_TO=2027-03-01")


@pytest.fixture(scope="module")
def plan(process, tmp_path_factory):
    return package(process, tmp_path_factory.mktemp("pakke"), *HEARING)


@pytest.fixture(scope="module")
def run(process, plan):
    def runner(folder, *given, code=0):
        done = process(
            "run", "lyngby_heritage:propertysheet", "--json", "--", f"PLAN={plan}", *given, f"FOLDER={folder}"
        )
        assert done.code == code, done.log
        return done

    return runner


@pytest.fixture(scope="module")
def one(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("et")
    return folder, run(folder, "PROPERTY=Ågade 1")


def overview(folder):
    text = (folder / "oversigt.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def words_of_pdf(path):
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.said, self.skipped = [], False

    def handle_starttag(self, tag, attributes):
        self.skipped = tag in ("style", "title")

    def handle_data(self, data):
        if not self.skipped:
            self.said.append(data)


def words_of_html(path):
    reader = Words()
    reader.feed(path.read_text(encoding="utf-8"))
    return " ".join(" ".join(reader.said).split())


def test_a_sheet_has_two_pages_and_says_what_the_layers_say(one):
    folder, done = one
    results = done.results
    assert (results["SHEET_COUNT"], results["SHORTENED_COUNT"]) == (1, 0)
    assert results["PDF"] == str(folder / "ejendom_101.pdf")
    assert results["HTML"] == str(folder / "ejendom_101.html")
    info = subprocess.run(["pdfinfo", results["PDF"]], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Title:\s+Hvad gælder for ejendommen\? Ågade 1\n", info)
    assert int(re.search(r"Pages:\s+(\d+)", info)[1]) <= 2
    assert "A4" in info
    for text in (words_of_pdf(results["PDF"]), words_of_html(folder / "ejendom_101.html")):
        for said in (
            "Lokalplan 7: Åens huse",
            "Matr.nr. 1a Askholt By, Askholt · BFE 101",
            "Forslag i offentlig høring fra den 4. januar 2027 til den 1. marts 2027.",
            "1 af 2 bygninger foreslås udpeget.",
            "Nr. 1: Ågade 1, fritliggende enfamiliehus, opført 1912",
            "Fordi b1.",
            "Ågade 3: 2 af 3 forhold er ens. Ens på opførelsesår og ydervæg. Forskellig på tagdækning.",
            "Kræver tilladelse efter forslaget: nedrivning (§ 4.1)",
            "Send dit svar senest den 1. marts 2027.",
            SUM,
            "Tilbage: 130 m² inden for bebyggelsesprocenten",
            "Lavbundsareal: Engen; omfatter 900 m² af ejendommen, målt på kortet (44,4 %).",
            "Lokalplan 91 Villavejene, vedtaget 22. juni 2020. Planen har bestemmelser om bevaring",
        ):
            assert said in text.replace("  ", " "), said


def test_what_the_register_keeps_from_the_public_is_on_no_sheet(run, tmp_path):
    run(tmp_path, "ALL=true", "WHICH=1")
    for path in tmp_path.iterdir():
        text = words_of_pdf(path) if path.suffix == ".pdf" else words_of_html(path)
        assert not re.search(r"Hemmelig|\bb5\b", text), path.name
    text = words_of_html(tmp_path / "ejendom_101.html")
    assert "1 nabo er ikke vist her, fordi registret holder den uden for offentligheden." in text


def test_the_page_needs_nothing_else_and_holds_its_map(one):
    folder, _ = one
    page = (folder / "ejendom_101.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="([^"]{0,22})', page) == ["data:image/png;base64,"]
    assert 'alt="Kort over ejendommen Ågade 1' in page


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("102", "ejendom_102"),
        ("2a Askholt", "ejendom_102"),
        ("ågade 5", "ejendom_103"),
        ("55,5", "ejendom_102"),
        ("105,5 [EPSG:25832]", "ejendom_103"),
    ],
)
def test_a_property_is_found_by_whatever_names_it(run, tmp_path, given, found):
    done = run(tmp_path, f"PROPERTY={given}")
    assert done.results["PDF"] == str(tmp_path / f"{found}.pdf")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("PROPERTY=Ågade 9",), "no property of the plan is 'Ågade 9'"),
        (("PROPERTY=1000,1000",), "The nearest is"),
        (("PROPERTY=5,5 [EPSG:99999]",), "EPSG:99999 is no coordinate reference system"),
        (("PROPERTY=101", "ALL=true"), "Give one of the two"),
        ((), "Name the property in PROPERTY"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, tmp_path, given, said):
    done = run(tmp_path / "ark", *given, code=1)
    assert said in done.log
    assert not (tmp_path / "ark").exists()


def test_all_makes_a_sheet_of_each_property_that_the_plan_names_and_a_list_of_them(run, tmp_path):
    done = run(tmp_path, "ALL=true")
    assert done.results["SHEET_COUNT"] == 2
    rows = overview(tmp_path)
    assert [(row["Ejendom (BFE)"], row["Adresse"], row["I planen"], row["Sider"]) for row in rows] == [
        ("101", "Ågade 1", "1", "2"),
        ("102", "Ågade 3", "1", rows[1]["Sider"]),
    ]
    for row in rows:
        for file, digest in ((row["PDF"], row["Kontrolsum PDF"]), (row["HTML"], row["Kontrolsum HTML"])):
            assert hashlib.sha256((tmp_path / file).read_bytes()).hexdigest() == digest
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(
        ["oversigt.csv", *(row[kind] for row in rows for kind in ("PDF", "HTML"))]
    )


def test_a_later_run_replaces_its_own_and_keeps_what_people_did(run, tmp_path):
    run(tmp_path, "ALL=true", "WHICH=1")
    assert (tmp_path / "ejendom_103.pdf").exists()
    (tmp_path / "note.txt").write_text("min egen", encoding="utf-8")
    changed = tmp_path / "ejendom_102.html"
    changed.write_text("rettet i hånden", encoding="utf-8")
    done = run(tmp_path, "ALL=true")
    names = {one.name for one in tmp_path.iterdir()}
    assert "ejendom_103.pdf" not in names  # no sheet of this run, and nobody had touched it
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == "min egen"
    assert "rettet i hånden" in {one.read_text("utf-8") for one in tmp_path.glob("ejendom_102*.html")}
    assert "kept as" in done.log
    run(tmp_path, "PROPERTY=103")
    assert [row["Ejendom (BFE)"] for row in overview(tmp_path)] == ["101", "102", "103"]
    run(tmp_path, "PROPERTY=103")
    assert len(list(tmp_path.glob("ejendom_103*"))) == 2


def test_an_anonymous_sheet_names_no_property(run, tmp_path):
    run(tmp_path, "ALL=true", "WHICH=1", "ANONYMOUS=true")
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names[0] == "anonymt_ark_1.html"
    for path in tmp_path.iterdir():
        text = words_of_pdf(path) if path.suffix == ".pdf" else words_of_html(path)
        assert not re.search(r"Ågade|Askholt|\b10[1-4]\b|Villavejene|Engen", text), path.name
        assert "<img" not in path.read_text(encoding="utf-8") if path.suffix == ".html" else True
    assert "Arket er anonymt" in words_of_html(tmp_path / "anonymt_ark_1.html")


def test_the_package_is_only_read(run, plan, tmp_path):
    before = {one.name: (one.stat().st_mtime_ns, one.stat().st_size) for one in plan.iterdir()}
    run(tmp_path, "PROPERTY=101")
    assert {one.name: (one.stat().st_mtime_ns, one.stat().st_size) for one in plan.iterdir()} == before


def test_buildings_of_no_known_property_have_a_sheet_each_and_it_says_what_is_missing(process, tmp_path):
    grounds = ((1, 4, "vaerdi_4_ensartet"), (30, 3, "vaerdi_1_3"))
    houses = [(square(x, 0, 10), f"B/{x}", f"Ågade {x}", save, True, ground) for x, save, ground in grounds]
    fields = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text")
    layer = write_layer(tmp_path / "lag.gpkg", "udpegning", houses, fields)
    plan, folder = tmp_path / "plan", tmp_path / "ark"
    done = process("run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={layer}", f"FOLDER={plan}")
    assert done.code == 0, done.log
    done = process(
        "run", "lyngby_heritage:propertysheet", "--json", "--", f"PLAN={plan}", "ALL=true", f"FOLDER={folder}"
    )
    assert (done.code, done.results["SHEET_COUNT"]) == (0, 2), done.log
    rows = overview(folder)
    assert [row["Adresse"] for row in rows] == ["Ågade 1", "Ågade 30"]
    assert all(re.fullmatch(r"bygning_b-\d+_[0-9a-f]{8}\.pdf", row["PDF"]) for row in rows)
    text = words_of_html(folder / rows[0]["HTML"])
    for said in (
        "Matr.nr. ikke oplyst · BFE ikke oplyst",
        "Laget med bebyggelsesprocenter er ikke med i planen.",
        "Landskab og beskyttelse er ikke undersøgt: planen har ikke laget.",
        "Lokalplaner i kraft er ikke undersøgt: planen har ikke laget.",
        compared := "Hvilke naboer bygningen er sammenlignet med, er ikke med i data bag arket.",
    ):
        assert said in text, said
    assert compared not in words_of_html(folder / rows[1]["HTML"])  # of whose value no neighbours decide
