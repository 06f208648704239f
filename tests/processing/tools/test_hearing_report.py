"""`hearingreport` by the real qgis_process: from the answers to the working table, the decisions and the white book."""

import csv
import re
import sqlite3
import zipfile
from contextlib import closing

import pytest
from builders import square
from conftest import read_layer, write_layer
from docx import Document

pytestmark = pytest.mark.process

FIELDS = (
    "bygning_id:text",
    "ejendom_id:text",
    "adresse:text",
    "save_vaerdi:int",
    "udpeget:text",
    "udpegning:text",
    "begrundelse:text",
    "offentlig:text",
)
EAST, NORTH = 720000, 6187000
COLUMNS = (
    *("svar_id", "afsender", "afsendertype", "dato", "bygning_id", "ejendom_id", "sted", "emne", "tekst", "resume"),
    *("vurdering", "konsekvens", "beslutning"),
)


def building(x, id, ground="vaerdi_1_3", designated="true", public="true"):
    number = x // 20 + 1
    return (square(EAST + x, NORTH), id, f"91000{number}", f"Åvej {number}", 3, designated, ground, "Fordi.", public)


BEFORE = [
    building(0, "a"),
    building(20, "b"),
    building(40, "c", "ikke_udpeget", "false"),
    building(60, "d", public="false"),
]
AFTER = [building(0, "A", "beslutning", "false"), *BEFORE[1:]]
ANSWERS = [
    (1, "Anna og Bo Eksempel", "", "12-03-2027", "a", "", "", "Udpegning", "Vi er syge.\nHilsen Anna Eksempel",
     "Ejerne ønsker huset ud", "Bo Eksempel har ret", "Imødekommet", "udpeg_ikke"),
    (2, "Grundejerforeningen Prøven", "forening", "13.3.2027", "", "", "Åvej 2", "Tag", "<b>Røde</b> tegl",
     "Om tagets <b>farve</b>", "Det fastholdes", "ingen", ""),
    (3, "Cai Eksempel", "", "2027-05-02", "findes-ikke", "", "", "", "Jeg er også imod", "Imod planen", "Noteret",
     "ingen", ""),
    (4, "Dan Eksempel", "", "2027-03-14", "d", "", "", "", "Mit hus", "Om et hus", "Noteret", "ingen", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def report(process):
    """Run hearingreport with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:hearingreport", "--json", "--", *given)

    return run


def layer(folder, name, rows):
    return write_layer(folder / f"{name}.gpkg", name, rows, FIELDS)


def table(file, rows, encoding="utf-8-sig", columns=COLUMNS):
    with open(file, "w", encoding=encoding, newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([columns, *rows])
    return file


@pytest.fixture
def before(tmp_path):
    return layer(tmp_path, "foer", BEFORE)


@pytest.fixture
def after(tmp_path):
    return layer(tmp_path, "efter", AFTER)


@pytest.fixture
def answers(tmp_path):
    return table(tmp_path / "svar.csv", ANSWERS)


def words(file):
    document = Document(str(file))
    cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("place", ["plan", "plan/lyngby_heritage/hoeringssvar"])
def test_a_folder_in_the_package_of_a_plan_is_refused(report, before, answers, tmp_path, place):
    package = tmp_path / "plan"
    package.mkdir()
    (package / "kulturhistorisk_lokalplan.gpkg").write_bytes((tmp_path / "foer.gpkg").read_bytes())
    run = report(BEFORE=package / "kulturhistorisk_lokalplan.gpkg", ANSWERS=answers, FOLDER=tmp_path / place)
    assert run.code == 1
    assert "The names and addresses of people must not lie there" in run.log
    assert [one.name for one in package.rglob("*")] == ["kulturhistorisk_lokalplan.gpkg"]


def test_the_public_book_accounts_for_every_answer_and_names_no_private_person(
    report, before, after, answers, tmp_path
):
    word, page = tmp_path / "hvidbog.docx", tmp_path / "hvidbog.html"

    run = report(BEFORE=before, AFTER=after, ANSWERS=answers, HEARING_TO="2027-04-30", OUTPUT=word, OUTPUT_HTML=page)

    assert run.code == 0, run.log
    assert {name: run.results[name] for name in ("ANSWER_COUNT", "SENDER_COUNT", "LATE_COUNT", "DECISION_COUNT")} == {
        "ANSWER_COUNT": 4,
        "SENDER_COUNT": 4,
        "LATE_COUNT": 1,
        "DECISION_COUNT": 1,
    }
    html = page.read_text(encoding="utf-8")
    for text in (words(word), html):
        for secret in ("Eksempel", "Vi er syge", "Jeg er også imod", "Åvej 4"):
            assert secret not in text
        for told in ("Grundejerforeningen Prøven", "Ejerne ønsker huset ud", "(navn udeladt) har ret", "Åvej 1"):
            assert told in text
    assert "<b>farve" not in html
    assert "&lt;b&gt;farve" in html


def test_the_folder_holds_the_table_to_work_in_and_a_page_for_each(report, before, answers, tmp_path):
    run = report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe", HEARING_TO="2027-04-30")

    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "mappe" / "arbejdsskema.gpkg", "svar")
    assert [(one["svar_id"], one["om"], one["fundet_ved"], one["rettidigt"]) for one in rows] == [
        ("1", "Åvej 1", "bygning", "ja"),
        ("2", "Åvej 2", "adresse", "ja"),
        ("3", None, None, "nej"),
        ("4", "Åvej 4", "bygning", "ja"),
    ]
    assert rows[1]["bygning_id"] == "b"
    pages = sorted(one.name for one in (tmp_path / "mappe" / "deltagere").iterdir())
    assert pages == [f"000{number}_svar_{number}.docx" for number in (1, 2, 3, 4)]
    first = words(tmp_path / "mappe" / "deltagere" / pages[0])
    assert "Anna og Bo Eksempel" in first
    assert "Cai" not in first
    assert "Vi er syge" in words(tmp_path / "mappe" / "hvidbog_intern.docx")
    with closing(sqlite3.connect(tmp_path / "mappe" / "arbejdsskema.gpkg")) as database:
        (style,) = database.execute("SELECT styleQML FROM layer_styles").fetchone()
    assert "Delvist imødekommet" in style
    assert 'name="Resumé"' in style  # what the form calls the field


def test_the_folder_says_that_the_layers_beside_the_white_book_are_internal_too(report, before, answers, tmp_path):
    run = report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe")
    assert run.code == 0, run.log
    told = " ".join((tmp_path / "mappe" / "LAES_MIG.txt").read_text(encoding="utf-8-sig").split())
    assert "Laget med beslutninger og laget med de udpegede bygninger er kommunens egne" in told


def test_the_annex_names_the_proposal_and_the_plan_and_says_whom_it_counts(report, before, after, answers, tmp_path):
    run = report(BEFORE=before, AFTER=after, ANSWERS=answers, FOLDER=tmp_path / "mappe")

    assert run.code == 0, run.log
    annex = (tmp_path / "mappe" / "bilag_aendringer.html").read_text(encoding="utf-8")
    assert "Før er »forslaget«, og nu er »planen efter høringen«." in annex
    assert "planens dokumenter tæller dem for sig eller slet ikke" in annex  # Åvej 4 is withheld


def test_the_workbook_filled_in_is_read_as_the_answers(report, before, answers, tmp_path):
    report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe")

    again = report(
        BEFORE=before, ANSWERS=tmp_path / "mappe" / "arbejdsskema.xlsx", OUTPUT_DECISIONS=tmp_path / "beslutninger.csv"
    )

    assert again.code == 0, again.log
    assert again.results["ANSWER_COUNT"] == 4
    with open(tmp_path / "beslutninger.csv", encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert (row["bygning_id"], row["beslutning"], row["begrundelse"], row["kilde"]) == (
        "a",
        "udpeg_ikke",
        "(navn udeladt) har ret",
        "Høringen af lokalplanforslaget, svar 1 modtaget 12. marts 2027",
    )


def test_the_decisions_are_what_classifybuildings_reads(process, report, before, answers, tmp_path):
    decisions = tmp_path / "beslutninger.gpkg"
    report(BEFORE=before, ANSWERS=answers, OUTPUT_DECISIONS=decisions)

    run = process(
        *("run", "lyngby_heritage:classifybuildings", "--json", "--", f"BUILDINGS={before}"),
        *(f"DECISIONS={decisions}", f"OUTPUT={tmp_path / 'efter.gpkg'}"),
    )
    assert run.code == 0, run.log
    book = report(BEFORE=before, AFTER=tmp_path / "efter.gpkg", ANSWERS=answers, OUTPUT_HTML=tmp_path / "hvidbog.html")

    assert book.code == 0, book.log
    assert "Ændringer, der følger af svarene" in (tmp_path / "hvidbog.html").read_text(encoding="utf-8")


def test_a_new_delivery_keeps_what_was_written_and_tells_what_changed(report, before, answers, tmp_path):
    raw = [(*one[:9], "", "", "", "") for one in ANSWERS]
    raw[1] = (*raw[1][:8], "Sorte tegl", *raw[1][9:])
    newer = table(tmp_path / "nye.csv", [*raw, (5, "Gry Eksempel", *[""] * 6, "Endnu et svar", *[""] * 4)])

    run = report(BEFORE=before, ANSWERS=newer, ASSESSED=answers, FOLDER=tmp_path / "mappe")

    assert run.code == 0, run.log
    rows = read_layer(tmp_path / "mappe" / "arbejdsskema.gpkg", "svar")
    assert [(one["svar_id"], one["konsekvens"], one["beslutning"]) for one in rows] == [
        ("1", "imoedekommet", "udpeg_ikke"),
        ("2", None, None),
        ("3", "ingen", None),
        ("4", "ingen", None),
        ("5", None, None),
    ]
    assert "1 answer says something else than when it was assessed" in run.log


def test_decisions_that_stood_before_are_kept(report, before, answers, tmp_path):
    columns = ("bygning_id", "beslutning", "begrundelse", "kilde", "dato")
    earlier = table(tmp_path / "foer.csv", [("b", "udpeg", "Fordi.", "Byplanudvalget", "2024-04-16")], columns=columns)

    run = report(BEFORE=before, ANSWERS=answers, DECISIONS=earlier, OUTPUT_DECISIONS=tmp_path / "ud.csv")

    assert run.code == 0, run.log
    with open(tmp_path / "ud.csv", encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(one["bygning_id"], one["beslutning"], one["kilde"]) for one in rows] == [
        ("b", "udpeg", "Byplanudvalget"),
        ("a", "udpeg_ikke", "Høringen af lokalplanforslaget, svar 1 modtaget 12. marts 2027"),
    ]


def test_a_decision_that_was_not_carried_out_stops_the_run(report, before, answers, tmp_path):
    run = report(
        BEFORE=before, AFTER=layer(tmp_path, "efter", BEFORE), ANSWERS=answers, OUTPUT=tmp_path / "hvidbog.docx"
    )

    assert run.code == 1
    assert "svar 1: Åvej 1 udpeg_ikke" in run.log
    assert not (tmp_path / "hvidbog.docx").exists()


def test_a_decision_with_nothing_to_hold_it_against_stops_a_public_version(report, before, answers, tmp_path):
    run = report(BEFORE=before, ANSWERS=answers, OUTPUT=tmp_path / "hvidbog.docx")

    assert run.code == 1
    assert "AFTER" in run.log


def test_an_answer_without_assessment_stops_a_public_version_and_no_other(report, before, tmp_path):
    raw = table(tmp_path / "raa.csv", [(*one[:10], "", "", "") for one in ANSWERS], "cp1252")

    run = report(
        BEFORE=before, AFTER=layer(tmp_path, "efter", BEFORE), ANSWERS=raw, OUTPUT_HTML=tmp_path / "hvidbog.html"
    )

    assert run.code == 1
    assert "1, 2, 3, 4" in run.log
    assert not (tmp_path / "hvidbog.html").exists()
    folder = report(BEFORE=before, ANSWERS=raw, FOLDER=tmp_path / "mappe")
    assert folder.code == 0, folder.log
    assert folder.results["UNASSESSED_COUNT"] == 4


def test_what_a_portal_delivers_is_read(report, before, tmp_path):
    columns = ("Svarnummer", "Navn", "Indsendt dato", "Overskrift", "Høringssvar", "Vedhæftede filer")
    file = table(
        tmp_path / "portal.csv",
        [(11, "Eva Eksempel", "2027-03-03 12:31", "Tag", "x" * 30_000, "a.pdf")],
        columns=columns,
    )

    run = report(BEFORE=before, ANSWERS=file, FOLDER=tmp_path / "mappe")

    assert run.code == 0, run.log
    (row,) = read_layer(tmp_path / "mappe" / "arbejdsskema.gpkg", "svar")
    assert (row["svar_id"], row["afsender"], row["emne"], len(row["tekst"]), row["bilag"]) == (
        "11",
        "Eva Eksempel",
        "Tag",
        30_000,
        "a.pdf",
    )


def test_owners_named_in_a_summary_are_left_out(report, before, after, answers, tmp_path):
    rows = [(*ANSWERS[0][:9], "Naboen Gry Prøve er enig", *ANSWERS[0][10:]), *ANSWERS[1:]]
    owners = table(tmp_path / "ejere.csv", [("9100001", "Gry Prøve", "Åvej 1")], columns=("bfe", "navn", "adresse"))

    run = report(
        BEFORE=before,
        AFTER=after,
        ANSWERS=table(tmp_path / "svar2.csv", rows),
        OWNERS=owners,
        OUTPUT_HTML=tmp_path / "hvidbog.html",
    )

    assert run.code == 0, run.log
    assert "Gry" not in (tmp_path / "hvidbog.html").read_text(encoding="utf-8")
    assert "Gry" not in run.log


def test_a_workbook_that_somebody_worked_in_is_kept(report, before, answers, tmp_path):
    report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe")
    file = tmp_path / "mappe" / "arbejdsskema.xlsx"
    file.write_bytes(file.read_bytes() + b" ")
    worked_in = file.read_bytes()

    run = report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe")

    assert run.code == 0, run.log
    kept = [one for one in (tmp_path / "mappe").glob("arbejdsskema*.xlsx") if one != file]
    assert [one.read_bytes() for one in kept] == [worked_in]
    assert len(list((tmp_path / "mappe" / "deltagere").iterdir())) == 4


def test_the_folder_of_another_tools_result_is_left_alone(report, before, after, answers, tmp_path):
    folder = tmp_path / "mappe"
    folder.mkdir()
    (folder / "plandata_felter.xlsx").write_bytes(b"felter")
    listing = "fil;hvad det er;kontrolsum (SHA-256)\r\nplandata_felter.xlsx;felterne;00\r\n"
    (folder / "indhold.csv").write_text(listing, encoding="utf-8-sig", newline="")

    run = report(BEFORE=before, AFTER=after, ANSWERS=answers, FOLDER=folder, OUTPUT=tmp_path / "hvidbog.docx")

    assert run.code != 0
    assert "is the folder of another tool's result (plandata_felter.xlsx)" in run.log
    assert sorted(one.name for one in folder.iterdir()) == ["indhold.csv", "plandata_felter.xlsx"]
    assert not (tmp_path / "hvidbog.docx").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"HEARING_FROM": "2027-05-01", "HEARING_TO": "2027-04-01"}, "HEARING_TO"),
        ({"WEB_ADDRESS": "javascript:alert(1)", "HEARING_TO": "2027-04-01"}, "WEB_ADDRESS"),
        ({"OUTPUT": "hvidbog.pdf"}, ".docx"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(report, before, answers, tmp_path, given, said):
    given = {name: tmp_path / value if name == "OUTPUT" else value for name, value in given.items()}

    run = report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe", **given)

    assert run.code == 1
    assert said in run.log
    assert not (tmp_path / "mappe").exists()


def test_the_log_names_nobody(report, before, answers, tmp_path):
    run = report(BEFORE=before, ANSWERS=answers, FOLDER=tmp_path / "mappe")

    assert not re.search("Eksempel", run.log)


def test_owners_without_a_heading_row_are_refused_without_a_word_of_them(report, before, answers, tmp_path):
    owners = table(tmp_path / "ejere.csv", [], columns=("Gry Prøve", "Åvej 1", "2800"))

    run = report(BEFORE=before, ANSWERS=answers, OWNERS=owners, FOLDER=tmp_path / "mappe")

    assert run.code == 1
    assert "OWNERS" in run.log
    assert "Gry" not in run.log


def test_owners_of_what_the_plan_does_not_bind_are_not_on_the_list_of_notice(report, before, answers, tmp_path):
    lines = [("bfe_nummer", "ejernavn"), *((f"91000{number}", f"Ejer {number}") for number in (1, 2, 3, 4))]
    owners = table(tmp_path / "ejere.csv", lines[1:], columns=lines[0])
    fields = (*FIELDS, "fredet:text")
    rows = [(*row, "ja" if row[1] == "b" else "nej") for row in BEFORE]  # a bound, b listed, c neither, d not public
    listed = write_layer(tmp_path / "fredet.gpkg", "fredet", rows, fields)

    run = report(BEFORE=listed, ANSWERS=answers, OWNERS=owners, FOLDER=tmp_path / "mappe", HEARING_TO="2027-04-30")

    assert run.code == 0, run.log
    with zipfile.ZipFile(tmp_path / "mappe" / "underretning_paragraf_31.xlsx") as book:
        said = "".join(book.read(one).decode() for one in book.namelist() if one.endswith(".xml"))
    assert set(re.findall(r">(Ejer \d)<", said)) == {"Ejer 1"}
    assert "[ejere af fredede bygninger og kirker]" in said
    assert "[ejere af bygninger, som registret ikke offentliggør]" in said


def test_the_list_of_notice_is_of_the_plan_that_is_adopted(report, before, answers, tmp_path):
    lines = [("bfe_nummer", "ejernavn"), *((f"91000{number}", f"Ejer {number}") for number in range(1, 6))]
    owners = table(tmp_path / "ejere.csv", lines[1:], columns=lines[0])
    # a is no longer designated, b is listed by now, c is designated at last, d is public, and e is new.
    rows = [*AFTER[:2], building(40, "c"), building(60, "d"), building(80, "e")]
    adopted = [(*row, "ja" if row[1] == "b" else "nej") for row in rows]
    after = write_layer(tmp_path / "vedtaget.gpkg", "vedtaget", adopted, (*FIELDS, "fredet:text"))

    run = report(
        BEFORE=before, AFTER=after, ANSWERS=answers, OWNERS=owners, FOLDER=tmp_path / "mappe", HEARING_TO="2027-04-30"
    )

    assert run.code == 0, run.log
    with zipfile.ZipFile(tmp_path / "mappe" / "underretning_paragraf_31.xlsx") as book:
        said = "".join(book.read(one).decode() for one in book.namelist() if one.endswith(".xml"))
    assert set(re.findall(r">(Ejer \d)<", said)) == {"Ejer 3", "Ejer 4", "Ejer 5"}
    assert "[ejere af fredede bygninger og kirker]" in said
    assert "[ejere af bygninger, som registret ikke offentliggør]" not in said
