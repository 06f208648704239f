"""`hearinglist`: a plan of four houses, its owners as municipalities deliver them, and a folder that leaks nothing."""

import csv
import json
import zipfile
from pathlib import Path

import pytest
from conftest import write_layer
from spreadsheets import write_sheets
from word_files import seen

TOOL = "lyngby_heritage:hearinglist"
HOUSE, PLOT = "POLYGON(({0} 0,{1} 0,{1} 10,{0} 10,{0} 0))", "POLYGON(({0} -5,{1} -5,{1} 15,{0} 15,{0} -5))"
BUILDING_FIELDS = (
    *("bygning_id:text", "adresse:text", "ejendom_id:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text"),
    *("begrundelse:text", "anvendelse:int"),
)
STATE = ("TITLE=Huse", "PLAN_NUMBER=7", "STATE=1")
SECRET, SECRET_ID, SECRET_ROAD = "Zacharias Hemmelighed", "0101501234", "Skjulvej 77"
"""Of somebody whom nobody may find outside the folder."""
HEADING = ("bfe", "navn", "adresse", "postnr", "by", "rolle", "cpr_cvr")
ROWS = (
    ("0000101", "Åse Bøg", "Ærøvej 1", "0800", "Høje Taastrup", "", ""),
    ("0000101", "bøg, åse", "ærøvej 1", "0800", "Høje Taastrup", "ejer", ""),
    ("0000102", "Åse Bøg", "Ærøvej 1", "0800", "Høje Taastrup", "Ejer", ""),
    ("0000102", SECRET, SECRET_ROAD, "2800", "Lyngby", "lejer", SECRET_ID),
    ("0000104", "Nabo Nielsen", "Nabovej 4", "2800", "Lyngby", "", ""),
    ("0000999", SECRET, SECRET_ROAD, "2800", "Lyngby", "", SECRET_ID),
)


@pytest.fixture(scope="module")
def package(process, tmp_path_factory):
    """Houses at x = 0, 20, 40 and 60 on the properties 101 to 104; the first two are designated, the third lies in an
    environment, the fourth in nothing."""
    folder = tmp_path_factory.mktemp("plan")
    houses = [
        (HOUSE.format(x, x + 10), f"b{x}", f"Ågade {x + 1}", str(101 + x // 20), *said, "Værdi.", 120)
        for x, said in zip((0, 20, 40, 60), [(3, True, "vaerdi_1_3")] * 2 + [(5, False, "ikke_udpeget")] * 2)
    ]
    plots = [(PLOT.format(x - 5, x + 15), str(101 + x // 20), f"{x}a", "Askholt") for x in (0, 20, 40, 60)]
    decided = [(PLOT.format(38, 48), "Gadekæret", "udpeg", "Samlet", "Udvalget", "2026-10-01")]
    layers = {
        "BUILDINGS": write_layer(folder / "lag.gpkg", "udpegning", houses, BUILDING_FIELDS),
        "PROPERTIES": write_layer(
            folder / "grunde.gpkg", "grunde", plots, ("ejendom_id:text", "matrikelnummer:text", "ejerlavsnavn:text")
        ),
        "ENVIRONMENTS": write_layer(
            *(folder / "miljoeer.gpkg", "miljoeer", decided),
            ("navn:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text"),
        ),
    }
    given = [f"{name}={layer}" for name, layer in layers.items()]
    done = process("run", "lyngby_heritage:exportlokalplan", "--", *given, *STATE, f"FOLDER={folder / 'pakke'}")
    assert done.code == 0, done.log
    return folder / "pakke"


def table(path, heading=HEADING, rows=ROWS, encoding="utf-8"):
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows([heading, *rows])
    return path


@pytest.fixture
def hear(process, package, tmp_path):
    """Runs the tool on the package with a table of owners; its folder is `hoering`."""

    def run(owners, *more, folder=tmp_path / "hoering", start=("HEARING_FROM=2027-01-04",)):
        return process(
            "run", TOOL, "--json", "--", f"PLAN={package}", f"OWNERS={owners}", f"FOLDER={folder}", *start, *more
        )

    return run


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def text_of(path):
    with zipfile.ZipFile(path) as archive:
        return seen(archive.read("word/document.xml").decode("utf-8"))


def everything_in(folder):
    """All bytes below a folder, zips unpacked."""
    for file in sorted(Path(folder).rglob("*")):
        if file.is_file() and zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                yield from (archive.read(name) for name in archive.namelist())
        elif file.is_file():
            yield file.read_bytes()


def test_letters_lists_and_the_account(hear, tmp_path):
    done = hear(table(tmp_path / "ejere.csv"))
    assert done.code == 0, done.log
    folder = tmp_path / "hoering"
    assert sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()) == [
        *("LAES_MIG.txt", "breve/brev_0001.docx", "breve/brev_0002.docx", "digital_post.csv", "filer.csv"),
        *(
            "hoering_redegoerelse.docx",
            "hoering_regnskab.xlsx",
            "hoeringsliste.csv",
            "hoeringsliste.xlsx",
            "trykkes.csv",
        ),
    ]
    counts = {key: value for key, value in done.results.items() if key.endswith("_COUNT")}
    assert counts == {
        "PROPERTY_COUNT": 3,
        "HEARD_COUNT": 2,
        "PARTLY_HEARD_COUNT": 0,
        "NOT_HEARD_COUNT": 1,
        "OWNER_COUNT": 1,
        "TENANT_COUNT": 1,
        "OTHER_COUNT": 0,
        "LETTER_COUNT": 2,
        "DIGITAL_COUNT": 1,
        "PRINT_COUNT": 1,
        "UNSENT_COUNT": 0,
        "UNMATCHED_COUNT": 1,
        "REPEATED_COUNT": 1,
        "NEARBY_COUNT": 0,
        "BLANK_COUNT": 10,
    }
    assert all(type(value) is int for value in counts.values())
    assert [(row["fil"], row["id"]) for row in rows_of(folder / "digital_post.csv")] == [
        ("breve/brev_0001.docx", SECRET_ID)
    ]
    assert [(row["navn"], row["postnr"]) for row in rows_of(folder / "trykkes.csv")] == [("Åse Bøg", "0800")]
    letter = text_of(folder / "breve" / "brev_0002.docx")
    assert [word in letter for word in ("Ågade 1", "Ågade 21", "Nr. 1: ", "Nr. 2: ", "mandag den 1. februar 2027")] == [
        True
    ] * 5


def described(folder):
    """The account as its sheets say it, and the list."""
    return rows_of(folder / "hoeringsliste.csv"), rows_of(folder / "trykkes.csv"), rows_of(folder / "digital_post.csv")


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("windows.csv", lambda path: table(path, encoding="windows-1252")),
        ("excel.xlsx", lambda path: write_sheets(path, {"Ejere": [HEADING, *ROWS]})),
        (
            "tal.csv",  # what a spreadsheet makes of numbers, and its own order of columns
            lambda path: table(
                path,
                HEADING[::-1],
                [
                    (
                        f"{int(row[6])}.0" if row[6] else "",
                        *row[5:3:-1],
                        str(int(row[3])),
                        *row[2:0:-1],
                        f"{int(row[0])}.0",
                    )
                    for row in ROWS
                ],
            ),
        ),
    ],
)
def test_the_same_owners_in_another_file_get_the_same_letters(hear, tmp_path, name, write):
    assert hear(table(tmp_path / "ejere.csv"), folder=tmp_path / "en").code == 0
    done = hear(write(tmp_path / name), folder=tmp_path / "to")
    assert done.code == 0, done.log
    assert described(tmp_path / "to") == described(tmp_path / "en")


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (("nr", "navn", "adresse"), "number of the property"),
        (("bfe", "hvem", "adresse"), "name"),
        (("0000101", SECRET, SECRET_ROAD), "number of the property"),  # no heading at all
    ],
)
def test_a_table_without_a_needed_column_is_refused_without_telling_what_is_in_it(hear, tmp_path, heading, said):
    done = hear(table(tmp_path / "ejere.csv", heading, [row[:3] for row in ROWS]))
    assert done.code == 1
    assert f"OWNERS) has no column that holds {said}" in done.log
    assert not any(word in done.log for word in (SECRET, SECRET_ROAD, SECRET_ID, "Åse"))
    assert not (tmp_path / "hoering").exists()


def temporary():
    from qgis.core import QgsProcessingUtils

    return QgsProcessingUtils.tempFolder()


def leaks(done, package):
    """Where a word of somebody's stands outside the folder of the hearing: log, package, temporary files."""
    words = (SECRET, SECRET_ROAD, SECRET_ID)
    said = [word for word in words if word in done.log]
    stored = (*everything_in(temporary()), *everything_in(package))
    return said + [
        word for word in words if any(word.encode(code) in one for one in stored for code in ("utf-8", "cp1252"))
    ]


def test_nobody_stands_in_the_log_the_package_or_a_temporary_file(hear, package, tmp_path):
    done = hear(table(tmp_path / "ejere.csv"))
    assert any(SECRET.encode() in one for one in everything_in(tmp_path / "hoering"))
    assert leaks(done, package) == []


def test_nothing_is_left_of_a_run_that_fails(hear, package, tmp_path, monkeypatch):
    from lyngby_heritage.processing.hearing import writing

    made = []

    def fails(text, *rest):
        made.append(text)
        if len(made) == 3:  # the account and one letter are written
            raise OSError(28, "No space left on device")
        return word_document(text, *rest)

    word_document = writing.word_document
    monkeypatch.setattr(writing, "word_document", fails)
    done = hear(table(tmp_path / "ejere.csv"))
    assert done.code == 1
    assert "could not be written: No space left on device" in done.log
    assert not (tmp_path / "hoering").exists()
    assert leaks(done, package) == []


@pytest.mark.parametrize("place", ["", "web", "hoering/dybt"])
def test_a_folder_in_the_package_is_refused(hear, package, tmp_path, place):
    before = sorted(package.rglob("*"))
    done = hear(table(tmp_path / "ejere.csv"), folder=package / place)
    assert done.code == 1
    assert "must not lie there" in done.log
    assert sorted(package.rglob("*")) == before


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (("HEARING_FROM=2027-01-04", "HEARING_TO=2027-01-31"), "shorter than the law allows"),
        (("HEARING_FROM=2027-01-04", "HEARING_TO=2027-02-01", "KIND=2"), "at least 8 weeks"),
        ((), "HEARING_FROM: give the first day"),
    ],
)
def test_days_that_the_law_does_not_allow_are_refused(hear, tmp_path, start, said):
    done = hear(table(tmp_path / "ejere.csv"), start=start)
    assert done.code == 1
    assert said in done.log
    assert not (tmp_path / "hoering").exists()


def test_the_next_run_replaces_its_own_files_and_keeps_what_somebody_wrote(hear, tmp_path):
    folder, owners = tmp_path / "hoering", tmp_path / "ejere.csv"
    assert hear(table(owners)).code == 0
    letter = folder / "breve" / "brev_0001.docx"
    letter.write_bytes(letter.read_bytes() + b"rettet")
    done = hear(table(owners, rows=ROWS[:3]))
    assert done.code == 0, done.log
    assert done.results["LETTER_COUNT"] == 1
    kept = [one.name for one in (folder / "breve").iterdir()]
    assert len(kept) == 2
    assert "brev_0002.docx" not in kept
    assert sum(one.read_bytes().endswith(b"rettet") for one in (folder / "breve").iterdir()) == 1


def test_a_neighbour_gets_a_letter_once_somebody_decided_it(hear, tmp_path):
    owners, folder = table(tmp_path / "ejere.csv"), tmp_path / "hoering"
    done = hear(owners, "NEARBY=30")
    assert (done.results["NEARBY_COUNT"], done.results["LETTER_COUNT"]) == (1, 2)
    near = folder / "naboer_at_tage_stilling_til.csv"
    (row,) = rows_of(near)
    assert (row["ejendom_id"], row["adresse"], row["hoeres"]) == ("104", "Ågade 61", "")
    # It lies beside 103, which is in the environment alone: the plan's area ends at x = 35, and it begins at 55.
    assert (row["afstand_m"], row["naermeste_ejendom_i_planen"], row["bemaerkning"]) == ("20,0", "Ågade 21", "")
    table(near, tuple(row), [tuple({**row, "hoeres": "ja", "begrundelse": "deler mur"}.values())])
    done = hear(owners, "NEARBY=30", f"NEIGHBOURS={near}")
    assert done.code == 0, done.log
    assert (done.results["LETTER_COUNT"], done.results["PROPERTY_COUNT"]) == (3, 3)
    (row,) = rows_of(near)
    assert (row["hoeres"], row["begrundelse"]) == ("ja", "deler mur")


def test_properties_without_a_number_are_told_as_the_reason_that_nobody_is_found(process, tmp_path):
    house = (HOUSE.format(0, 10), "b0", "Ågade 1", None, 3, True, "vaerdi_1_3", "Værdi.", 120)
    layer = write_layer(tmp_path / "lag.gpkg", "udpegning", [house], BUILDING_FIELDS)
    made = process(
        "run", "lyngby_heritage:exportlokalplan", "--", f"BUILDINGS={layer}", *STATE, f"FOLDER={tmp_path / 'p'}"
    )
    assert made.code == 0, made.log
    owners = table(tmp_path / "ejere.csv")
    given = (f"PLAN={tmp_path / 'p'}", f"OWNERS={owners}", "HEARING_FROM=2027-01-04", f"FOLDER={tmp_path / 'h'}")
    done = process("run", TOOL, "--json", "--", *given)
    assert (done.code, done.results["NOT_HEARD_COUNT"]) == (0, 1)
    assert "1 property has no number in the plan's layers, so no row of OWNERS can name it" in done.log


def test_others_are_heard_too_and_geofas_table_is_read(hear, tmp_path):
    asked = [("4", "Ågades Vejlav", "12345678"), ("8", "Museets Venner", "")]
    others = table(tmp_path / "t_5717_hoeringspart.csv", ("part_type_kode", "part_navn", "cvr_opslag"), asked)
    done = hear(table(tmp_path / "ejere.csv"), f"OTHERS={others}")
    assert done.code == 0, done.log
    assert (done.results["OTHER_COUNT"], done.results["UNSENT_COUNT"]) == (1, 1)
    assert json.dumps(done.results).count("12345678") == 0


def test_a_municipality_fills_in_its_own_words_once_for_all_letters(hear, tmp_path):
    words = ("sender", "answer", "link", "meeting", "minority", "contact", "published", "free", "complaint")
    decided = {"published": True, "free": True, "complaint": True}
    settings = {"letter": {**{word: f"Vores {word}" for word in words}, "decided": decided}}
    profile = tmp_path / "profil"
    (profile / "rules").mkdir(parents=True)
    (profile / "profile.json").write_text(json.dumps({"navn": "Vores", "version": "1"}), encoding="utf-8")
    (profile / "rules" / "hearing.json").write_text(json.dumps(settings), encoding="utf-8")
    done = hear(table(tmp_path / "ejere.csv"), f"PROFILE={profile}")
    assert done.code == 0, done.log
    assert done.results["BLANK_COUNT"] == 0
    letter = text_of(tmp_path / "hoering" / "breve" / "brev_0002.docx")
    assert [word for word in words if f"Vores {word}" not in letter] == []


def test_the_letter_is_written_from_the_municipalitys_own_template(hear, tmp_path):
    profile = tmp_path / "profil"
    (profile / "templates").mkdir(parents=True)
    (profile / "profile.json").write_text(json.dumps({"navn": "Vores", "version": "1"}), encoding="utf-8")
    (profile / "templates" / "hoeringsbrev.md.j2").write_text("# Hej\n\nFrist: {{ frist }}\n", encoding="utf-8")
    done = hear(table(tmp_path / "ejere.csv"), f"PROFILE={profile}")
    assert done.code == 0, done.log
    assert "Frist: mandag den 1. februar 2027" in text_of(tmp_path / "hoering" / "breve" / "brev_0001.docx")


def test_a_column_of_another_kind_is_not_taken_for_the_role(hear, tmp_path):
    heading = (*HEADING[:5], "type", "art")
    done = hear(table(tmp_path / "ejere.csv", heading, [(*row[:5], "Parcelhus", "Privat") for row in ROWS]))
    assert done.code == 0, done.log
    assert (done.results["OWNER_COUNT"], done.results["TENANT_COUNT"]) == (2, 0)
