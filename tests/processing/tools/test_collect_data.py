"""`collectdata` by the real qgis_process: from a folder of downloads as they came to one GeoPackage."""

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date

import pytest
from builders import square
from conftest import read_layer, write_layer
from delivered import EAST, GARAGE, HOUSE, NAME, NORTH, OTHER, bbr_text, downloads, matriklen, packed
from spreadsheets import as_text, write_sheets, write_text

from lyngby_heritage.core.common.as_on import danish_now

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def collect(process):
    """Run collectdata with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = json.dumps({"inputs": {name: _plain(value) for name, value in parameters.items()}})
        return process("run", "lyngby_heritage:collectdata", "--json", "-", stdin=given)

    return run


def _plain(value):
    return value if isinstance(value, (list, bool)) else str(value)


def contents(output):
    """File → its line in the table of what there was; the layer's name beside it where it has several."""
    with closing(sqlite3.connect(output)) as database:
        rows = database.execute("SELECT fil, lag, raekker, taget_for, efter, brugt, hvorfor, dato FROM indhold")
        return {row[0].rsplit("/", 1)[-1]: row[1:] for row in rows}


def tables(output):
    with closing(sqlite3.connect(output)) as database:
        return {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}


def refused(done, output, *words):
    assert done.code != 0
    for one in words:
        assert one in done.log
    assert "Traceback" not in done.log
    assert not output.exists()
    assert [one.name for one in output.parent.iterdir() if one.name.startswith(".")] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return downloads(tmp_path_factory.mktemp("data") / "Mine downloads æøå")


def test_from_downloads_to_the_job_s_layers(collect, folder, tmp_path):
    done = collect(INPUT=folder, OUTPUT=tmp_path / "samlet.gpkg", OUTPUT_HTML=tmp_path / "samlet.html")
    assert done.code == 0, done.log
    found = {
        name: done.results[f"{name.upper()}_COUNT"] for name in ("bbr", "jordstykker", "geodanmark_bygning", "fbb")
    }
    assert found == {"bbr": 3, "jordstykker": 2, "geodanmark_bygning": 3, "fbb": 0}
    assert (done.results["LAYER_COUNT"], done.results["UNKNOWN_COUNT"]) == (4, 0)
    assert tables(tmp_path / "samlet.gpkg") == {"bbr", "jordstykker", "geodanmark_bygning", "zoner", "indhold"}
    parcels = read_layer(tmp_path / "samlet.gpkg", "jordstykker")
    assert [
        (one["matrikelnummer"], one["ejerlavskode"], one["ejerlavsnavn"], one["BFEnummer"], one["registreretAreal"])
        for one in parcels
    ] == [("1a", 12352, "Eksempelby, Eksempel", 5000001, 800), ("1b", 12352, "Eksempelby, Eksempel", 5000002, 800)]
    assert [one["vejareal"] for one in parcels] == [0, 60]
    page = (tmp_path / "samlet.html").read_text(encoding="utf-8")
    assert "Slots- og Kulturstyrelsens FBB" in page  # what is missing, and where it is got
    assert "bygningerne i BBR" in page


def test_the_table_of_what_there_was(collect, folder, tmp_path):
    assert collect(INPUT=folder, OUTPUT=tmp_path / "s.gpkg").code == 0
    table = contents(tmp_path / "s.gpkg")
    bbr = f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.csv"
    assert table[bbr][:5] == (bbr[:-4], 3, "bbr", "registrets navn", 1)
    assert table[bbr][5].endswith("sådan kalder registret bygninger fra BBR.")
    assert table[bbr][6] == danish_now().date().isoformat(), "the day that it is in Denmark"
    surfaces = table[f"{NAME.format('MAT_V3_Lodflade', 'gpkg', 663)}.gpkg"]
    assert surfaces[2:5] == ("lodflader", "registrets navn", 1)
    assert surfaces[5] == "Lodflade er Matriklens Lodflade (jordstykkernes flader), som jordstykker er samlet af."


FLOORS = [
    ["id_lokalId", "bygning", "eta006BygningensEtagebetegnelse", "eta020SamletArealAfEtage", "eta025Etagetype"],
    ["e1", HOUSE, "st", 80, 0],
    ["e2", HOUSE, "01", 62.5, 1],
]
UNITS = [
    ["id_lokalId", "bygning", "enh020EnhedensAnvendelse", "enh027ArealTilBeboelse"],
    ["h1", HOUSE, "120", "160"],
]
DECISIONS = [
    ["bygning_id", "beslutning", "begrundelse", "kilde", "dato"],
    [HOUSE, "udpeg", "Smukt rødt hus, nær åen", "Byrådet", date(2012, 1, 17)],
    [OTHER, "udpeg_ikke", "Ombygget; ukendeligt", "Byrådet", date(2013, 2, 1)],
]


@pytest.mark.parametrize(
    "write",
    [
        lambda folder: [
            write_sheets(
                folder / "udtræk.xlsx",
                {
                    "Læs mig": [["Hentet", "i går"], ["af", "mig"]],
                    "Ark2": [["Etager 2026"], [], *FLOORS],
                    "Ark3": UNITS,
                },
            ),
            write_sheets(folder / "valg.ods", {"Ark1": [["Valg", None], *as_text(DECISIONS)]}),
        ],
        lambda folder: [
            write_text(folder / "a.txt", FLOORS, "\t"),
            write_text(folder / "b.csv", [["Enheder"], [], *UNITS], ";", "cp1252"),
            write_text(folder / "c.csv", DECISIONS, "\t", "utf-16"),  # Excel's "Unicode-tekst"
        ],
        lambda folder: [
            write_text(folder / "a.tsv", FLOORS, "\t"),
            write_text(folder / "b.csv", UNITS, ",", "utf-8-sig"),
            write_text(folder / "c.csv", [["Valg i 2012, 2013"], *DECISIONS], ";", "cp1252"),
        ],
    ],
    ids=["workbooks", "texts that QGIS does not open", "texts"],
)
def test_tables_as_people_keep_them(collect, tmp_path, write):
    """Each sheet is a layer; a title above the heading is none of the rows; letters, dates and numbers stay."""
    (tmp_path / "ind").mkdir()
    write(tmp_path / "ind")
    done = collect(INPUT=tmp_path / "ind", OUTPUT=tmp_path / "s.gpkg")
    assert done.code == 0, done.log
    for name, rows in (("etager", FLOORS), ("enheder", UNITS), ("beslutninger", DECISIONS)):
        written = [list(row.values())[1:] for row in read_layer(tmp_path / "s.gpkg", name)]
        assert [[_told(one) for one in row] for row in written] == [[_told(one) for one in row] for row in rows[1:]]
        assert list(read_layer(tmp_path / "s.gpkg", name)[0])[1:] == rows[0]
    with closing(sqlite3.connect(tmp_path / "s.gpkg")) as database:
        counted = dict(database.execute("SELECT taget_for, raekker FROM indhold WHERE brugt"))
    assert counted == {"etager": 2, "enheder": 1, "beslutninger": 2}


def test_of_a_sheet_below_a_title_too_the_municipality_s_rows_are_taken(collect, tmp_path):
    floors = [[*FLOORS[0], "kommunekode"], [*FLOORS[1], "0173"], [*FLOORS[2], "0157"]]
    write_sheets(tmp_path / "udtræk.xlsx", {"Ark1": [["Etager i to kommuner"], [], *floors]})
    done = collect(INPUT=tmp_path / "udtræk.xlsx", OUTPUT=tmp_path / "s.gpkg", MUNICIPALITY="0173")
    assert done.code == 0, done.log
    assert [row["id_lokalId"] for row in read_layer(tmp_path / "s.gpkg", "etager")] == ["e1"]


@pytest.mark.parametrize(("profile", "told"), [("gentofte", False), ("gladsaxe", True)])
def test_a_profile_of_none_of_the_data_s_municipalities_is_said(collect, tmp_path, profile, told):
    """The rows are of 0173 and 0157: those of two, of which Gentofte is one and Gladsaxe is none."""
    floors = [[*FLOORS[0], "kommunekode"], [*FLOORS[1], "0173"], [*FLOORS[2], "0157"]]
    write_sheets(tmp_path / "bbr_etage.xlsx", {"Ark1": floors})
    done = collect(INPUT=tmp_path / "bbr_etage.xlsx", OUTPUT=tmp_path / "s.gpkg", PROFILE=profile)
    assert done.code == 0, done.log
    assert ("and the data are of Gentofte, Lyngby-Taarbæk (0157, 0173)" in done.log) == told


def test_a_workbook_and_a_text_among_the_layers(collect, tmp_path):
    """Every sheet is a layer by its own name: that of the file, which is a role's, would make all of them BBR."""
    book = write_sheets(tmp_path / "bbr.xlsx", {"Ark1": [["Etager"], [], *FLOORS], "Ark2": UNITS, "Note": [["a"], [1]]})
    text = write_text(tmp_path / "byrådet.csv", [["Valg 2012"], [], *DECISIONS], ";", "cp1252")
    done = collect(LAYERS=[book, text], OUTPUT=tmp_path / "s.gpkg")
    assert done.code == 0, done.log
    counts = {name: done.results[f"{name.upper()}_COUNT"] for name in ("etager", "enheder", "beslutninger", "bbr")}
    assert counts == {"etager": 2, "enheder": 1, "beslutninger": 2, "bbr": 0}
    assert done.results["UNKNOWN_COUNT"] == 1


def _told(value):
    return "" if value is None else str(value).replace("/", "-")


def test_what_was_collected_gives_the_right_plot_ratios(collect, process, folder, tmp_path):
    """Plot 1a: 160 / 800, for 40 m² of garage is less than the 50 that do not count; plot 1b: 300 / 800."""
    assert collect(INPUT=folder, OUTPUT=tmp_path / "s.gpkg").code == 0
    layers = {"PARCELS": "jordstykker", "BUILDINGS": "bbr", "ZONES": "zoner"}
    given = {name: f"{tmp_path / 's.gpkg'}|layername={layer}" for name, layer in layers.items()}
    write_layer(
        tmp_path / "huse.gpkg",
        "huse",
        [
            (square(EAST + x, NORTH + y, 4), uuid, use, ratio, footprint, storeys, year, number)
            for uuid, use, ratio, footprint, storeys, year, number, x, y in (
                (HOUSE, "120", 160, 160, 1, 1931, "1", 9, 17),
                (GARAGE, "910", None, 40, None, 1950, "2", 7, 30),
                (OTHER, "120", 300, 150, 2, 1933, "1", 29, 16),
            )
        ],
        (
            *("id_lokalId:text", "byg021BygningensAnvendelse:text", "byg038SamletBygningsareal:int"),
            *(
                "byg041BebyggetAreal:int",
                "byg054AntalEtager:int",
                "byg026Opførelsesår:int",
                "byg007Bygningsnummer:text",
            ),
        ),
    )
    given["BUILDINGS"] = f"{tmp_path / 'huse.gpkg'}"
    done = process(
        "run",
        "lyngby_heritage:checkplotratio",
        "--json",
        "--",
        *(f"{name}={value}" for name, value in given.items()),
        f"OUTPUT={tmp_path / 'grunde.gpkg'}",
    )
    assert done.code == 0, done.log
    ratios = {one["ejendom_id"]: one["bebyggelsesprocent"] for one in read_layer(tmp_path / "grunde.gpkg")}
    assert ratios == {"5000001": 20.0, "5000002": 37.5}


def test_zips_give_what_files_give(collect, folder, tmp_path):
    zips = packed(downloads(tmp_path / "zips"))
    for name, given in (("filer", folder), ("zips", zips)):
        assert collect(INPUT=given, OUTPUT=tmp_path / f"{name}.gpkg").code == 0
    for layer in ("bbr", "jordstykker", "geodanmark_bygning", "zoner"):
        one, other = (read_layer(tmp_path / f"{name}.gpkg", layer) for name in ("filer", "zips"))
        assert one == other


def test_of_several_generations_the_newest_with_rows_and_never_the_history(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    (data / "BBR_V3_Bygning_0173_TotalDownload_csv_Current_640.csv").write_text(bbr_text()[:-20], encoding="utf-8")
    (data / "BBR_V3_Bygning_0173_TotalDownload_csv_Bitemporal_700.csv").write_text(
        bbr_text(ended=True), encoding="utf-8"
    )
    (data / "BBR_V4_Bygning_0173_TotalDownload_csv_Current_2.csv").write_text(bbr_text(rows=()), encoding="utf-8")
    (data / "BBR_V3_Bygning_0173_DeltaDownload_csv_Current_646.csv").write_text(bbr_text(), encoding="utf-8")
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg")
    assert (done.code, done.results["BBR_COUNT"]) == (0, 3)
    used = {file: line[4] for file, line in contents(tmp_path / "s.gpkg").items() if "Bygning_0173" in file}
    assert {file for file, yes in used.items() if yes and file.startswith("BBR")} == {
        f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.csv"
    }
    assert (
        "kun ændringer (Delta)"
        in contents(tmp_path / "s.gpkg")["BBR_V3_Bygning_0173_DeltaDownload_csv_Current_646.csv"][5]
    )


def test_a_verdict_is_corrected_and_remembered(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    write_layer(data / "eksport_7.gpkg", "hvad", [(square(EAST, NORTH, 5), "a")], ("navn:text",))
    output = tmp_path / "s.gpkg"
    done = collect(INPUT=data, OUTPUT=output)
    assert (done.code, done.results["UNKNOWN_COUNT"], done.results["TO_ETAGER_COUNT"]) == (0, 1, 0)
    done = collect(INPUT=data, OUTPUT=output, ROLES=["eksport_7.gpkg", "to_etager", "kommuneplanrammer.gpkg", "ingen"])
    assert done.code == 0, done.log
    results = done.results
    assert (results["UNKNOWN_COUNT"], results["TO_ETAGER_COUNT"], results["ZONER_COUNT"]) == (0, 1, 0)
    assert json.loads((tmp_path / "s_roller.json").read_text(encoding="utf-8")) == {
        "roller": {"eksport_7.gpkg|hvad": "to_etager", "kommuneplanrammer.gpkg|kommuneplanramme": None}
    }
    again = collect(INPUT=data, OUTPUT=output).results
    assert (again["TO_ETAGER_COUNT"], again["ZONER_COUNT"]) == (1, 0)
    assert contents(output)["eksport_7.gpkg"][2:5] == ("to_etager", "valgt", 1)


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        (["findes_ikke.gpkg", "bbr"], "there is no file or layer findes_ikke.gpkg"),
        (["kommuneplanrammer.gpkg", "gade"], "'gade' (kommuneplanrammer.gpkg) is no role"),
        (["kommuneplanramme", "bbr", "Bygning", "bbr"], "are both given the role bbr"),
    ],
)
def test_roles_that_mean_nothing_are_refused(collect, folder, tmp_path, roles, words):
    refused(collect(INPUT=folder, OUTPUT=tmp_path / "s.gpkg", ROLES=roles), tmp_path / "s.gpkg", words)


def test_what_people_write_is_read_and_never_touched(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    fields = ("bygning_id:text", "beslutning:text", "begrundelse:text")
    write_layer(data / "beslutninger.gpkg", "beslutninger", [(None, "x", "udpeg", "gammel")], fields, kind="NONE")
    own = tmp_path / "beslutninger.gpkg"
    write_layer(own, "beslutninger", [(None, HOUSE, "udpeg", "ny")], fields, kind="NONE")
    before = own.read_bytes()
    assert collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg").code == 0
    assert [one["begrundelse"] for one in read_layer(tmp_path / "s.gpkg", "beslutninger")] == ["ny"]
    assert own.read_bytes() == before


def test_only_what_meets_an_area(collect, folder, tmp_path):
    write_layer(tmp_path / "her.gpkg", "her", [(square(EAST + 1, NORTH + 1, 5),)])
    done = collect(INPUT=folder, OUTPUT=tmp_path / "s.gpkg", AREA=tmp_path / "her.gpkg")
    assert (done.results["JORDSTYKKER_COUNT"], done.results["BBR_COUNT"]) == (1, 3)


def test_what_was_collected_before_is_not_read_beside_its_data(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    assert collect(INPUT=data, OUTPUT=data / "samlet.gpkg").code == 0
    assert collect(INPUT=data, OUTPUT=data / "samlet.gpkg").code == 0  # itself
    done = collect(INPUT=data, OUTPUT=tmp_path / "andet.gpkg")
    assert (done.code, done.results["JORDSTYKKER_COUNT"]) == (0, 2)
    assert "samlet af den slags data før" in contents(tmp_path / "andet.gpkg")["samlet.gpkg"][5]
    alone = collect(INPUT=data / "samlet.gpkg", OUTPUT=tmp_path / "kopi.gpkg")
    assert (alone.code, alone.results["JORDSTYKKER_COUNT"]) == (0, 2)


# Other forms and other places -----------------------------------------------------------------------------------------


def test_an_extract_of_ois_with_its_history(collect, tmp_path):
    """Two versions of a building and another, in ISO-8859-1 as OIS writes it; the tools read which one stands."""
    rows = "".join(
        f"<BBR_Bygning><id_lokalId>{uuid}</id_lokalId><status>{status}</status><byg021BygningensAnvendelse>120"
        f"</byg021BygningensAnvendelse><byg026Opførelsesår>{year}</byg026Opførelsesår><byg041BebyggetAreal>80"
        f"</byg041BebyggetAreal><virkningTil>{end}</virkningTil></BBR_Bygning>"
        for uuid, status, year, end in ((HOUSE, 6, 1931, ""), (HOUSE, 6, 1930, "2019-01-01"), (OTHER, 6, 1933, ""))
    )
    data = tmp_path / "ois"
    data.mkdir()
    name = "OIS_GRBBR_CO50200T_NA000_00001_20200418_010137"
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?><BBR_BygningListe>{rows}</BBR_BygningListe>'
    (data / f"{name}.XML").write_bytes(text.encode("latin-1"))
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg")
    assert (done.code, done.results["BBR_COUNT"]) == (0, 3), done.log
    found = read_layer(tmp_path / "s.gpkg", "bbr")
    assert [one["byg026Opførelsesår"] for one in found] == ["1931", "1930", "1933"]
    assert contents(tmp_path / "s.gpkg")[f"{name}.XML"][2:5] == ("bbr", "registrets navn", 1)


def test_layers_of_the_project_a_layer_in_memory_among_them(qgis_app, tmp_path):
    from qgis.core import QgsFeature, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer

    from lyngby_heritage.processing.tools.collect_data import CollectData

    memory = QgsVectorLayer("NoGeometry?field=bygning_id:string&field=beslutning:string", "beslutninger", "memory")
    row = QgsFeature(memory.fields())
    row.setAttributes([HOUSE, "udpeg"])
    memory.dataProvider().addFeatures([row])
    QgsProject.instance().addMapLayer(memory)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    given = {"LAYERS": [memory.id()], "OUTPUT": str(tmp_path / "s.gpkg"), "ROLES": []}
    results, fine = CollectData().create().run(given, context, QgsProcessingFeedback())
    assert fine
    assert results["BESLUTNINGER_COUNT"] == 1
    (found,) = read_layer(tmp_path / "s.gpkg", "beslutninger")
    assert (found["bygning_id"], found["beslutning"]) == (HOUSE, "udpeg")


def test_tables_of_a_database(collect, postgis, folder, tmp_path):
    postgis.load(f"{folder / 'kommuneplanrammer.gpkg'}|layername=kommuneplanramme", "kommuneplanramme")
    done = collect(LAYERS=[postgis.layer("kommuneplanramme")], INPUT=folder, OUTPUT=tmp_path / "s.gpkg")
    assert done.code == 0, done.log
    assert done.results["ZONER_COUNT"] == 0  # the same twice: a question
    assert "Several layers may be zoner" in done.log
    roles = ["kommuneplanrammer.gpkg", "ingen"]
    done = collect(LAYERS=[postgis.layer("kommuneplanramme")], INPUT=folder, OUTPUT=tmp_path / "s.gpkg", ROLES=roles)
    assert (done.code, done.results["ZONER_COUNT"]) == (0, 1), done.log
    assert "password" not in done.log


@pytest.mark.parametrize("kind", ["file", "postgis"])
def test_of_a_layer_with_every_municipality_only_the_one_s_rows_are_taken(collect, postgis, tmp_path, kind):
    fields = ("kommunekode:text", "navn:text")
    rows = [(square(EAST, NORTH, 500), "0173", "Lyngby-Taarbæk"), (square(EAST + 500, NORTH, 500), "0157", "Gentofte")]
    write_layer(tmp_path / "dagi.gpkg", "kommuneinddeling", rows, fields)
    layer = f"{tmp_path / 'dagi.gpkg'}|layername=kommuneinddeling"
    if kind == "postgis":
        postgis.load(layer, "kommuneinddeling")
        layer = postgis.layer("kommuneinddeling")
    done = collect(LAYERS=[layer], OUTPUT=tmp_path / "s.gpkg", MUNICIPALITY="0173")
    assert (done.code, done.results["KOMMUNEGRAENSE_COUNT"]) == (0, 1), done.log
    assert [one["navn"] for one in read_layer(tmp_path / "s.gpkg", "kommunegraense")] == ["Lyngby-Taarbæk"]


def test_a_filter_that_the_layer_has_stays_beside_the_municipality_s(collect, tmp_path):
    fields = ("kommunekode:int", "navn:text")
    rows = [(square(EAST + 500 * one, NORTH, 500), 173, name) for one, name in enumerate(("Lyngby-Taarbæk", "gammel"))]
    write_layer(tmp_path / "dagi.gpkg", "kommuneinddeling", rows, fields)
    layer = f"{tmp_path / 'dagi.gpkg'}|layername=kommuneinddeling|subset=navn <> 'gammel'"
    done = collect(LAYERS=[layer], OUTPUT=tmp_path / "s.gpkg", MUNICIPALITY="0173")
    assert (done.code, done.results["KOMMUNEGRAENSE_COUNT"]) == (0, 1), done.log


# Folders that are no such thing ---------------------------------------------------------------------------------------


def test_a_folder_of_nothing_or_of_other_things(collect, tmp_path):
    (tmp_path / "tom").mkdir()
    refused(collect(INPUT=tmp_path / "tom", OUTPUT=tmp_path / "s.gpkg"), tmp_path / "s.gpkg", "there is no data in")
    other = tmp_path / "andet"
    other.mkdir()
    for name in ("brev.docx", "foto.jpg", "noter.pdf"):
        (other / name).write_bytes(b"x" * 100)
    refused(collect(INPUT=other, OUTPUT=tmp_path / "s.gpkg"), tmp_path / "s.gpkg", "3 files of other kinds")
    refused(collect(INPUT=tmp_path / "nej", OUTPUT=tmp_path / "s.gpkg"), tmp_path / "s.gpkg", "does not exist")


def test_downloads_of_two_municipalities_are_asked_about(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    (data / "BBR_V3_Bygning_0157_TotalDownload_csv_Current_646.csv").write_text(bbr_text(), encoding="utf-8")
    refused(
        collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg"), tmp_path / "s.gpkg", "several municipalities", "0157", "0173"
    )
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg", MUNICIPALITY="0173")
    assert (done.code, done.results["BBR_COUNT"]) == (0, 3)


def test_half_a_download_and_a_zip_in_a_zip_are_told_and_the_rest_is_used(collect, tmp_path):
    data = packed(downloads(tmp_path / "ned"))
    whole = (data / f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.zip").read_bytes()
    (data / f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(data / "alt.zip", "w") as archive:
        archive.writestr("inde.zip", whole)
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg")
    assert (done.code, done.results["JORDSTYKKER_COUNT"], done.results["BBR_COUNT"]) == (0, 2, 0)
    assert done.results["UNKNOWN_COUNT"] == 2
    table = contents(tmp_path / "s.gpkg")
    assert table[f"{NAME.format('BBR_V3_Bygning', 'csv', 646)}.zip"][4] == 0
    assert "pakket" in table["alt.zip"][5] or "pakker" in table["alt.zip"][5].lower() or "zip" in table["alt.zip"][5]


def test_ten_thousand_other_files_take_seconds(collect, tmp_path):
    data = downloads(tmp_path / "ned")
    photos = data / "fotos"
    photos.mkdir()
    for number in range(10_000):
        (photos / f"{number}.jpg").touch()
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg")
    assert (done.code, done.results["LAYER_COUNT"]) == (0, 4)
    assert contents(tmp_path / "s.gpkg")["*.jpg (10000)"][4:6] == (0, "Filer, som ikke er data.")


def test_parcels_without_their_surfaces_are_missing_and_named(collect, tmp_path):
    data = tmp_path / "ned"
    data.mkdir()
    matriklen(data)
    (data / f"{NAME.format('MAT_V3_Lodflade', 'gpkg', 663)}.gpkg").unlink()
    done = collect(INPUT=data, OUTPUT=tmp_path / "s.gpkg")
    assert (done.code, done.results["LAYER_COUNT"]) == (0, 0)
    assert "jordstykker cannot be made without Matriklens Lodflade" in done.log


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"OUTPUT": "s.shp"}, "must end in .gpkg"),
        ({"OUTPUT": "s.gpkg", "MUNICIPALITY": "Lyngby"}, "is no code of a municipality"),
        ({"OUTPUT": "s.gpkg", "ROLLER": "x"}, "Unknown parameter ROLLER"),
    ],
)
def test_wrong_values_are_refused(collect, folder, tmp_path, given, words):
    given["OUTPUT"] = tmp_path / given["OUTPUT"]
    refused(collect(INPUT=folder, **given), given["OUTPUT"], words)


def test_neither_folder_nor_layers_is_refused(collect, tmp_path):
    refused(collect(OUTPUT=tmp_path / "s.gpkg"), tmp_path / "s.gpkg", "Give the downloads in INPUT")
