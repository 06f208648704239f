"""What the register keeps from the public is in no report and no log of the tools, by no name and on no map."""

import re

import pytest
from builders import square
from conftest import read_layer, write_layer

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
FIELDS = (
    *("bygning_id:text", "adresse:text", "save_vaerdi:int", "anvendelse:int", "opfoerelsesaar:int", "bebygget_m2:real"),
    *("samlet_m2:real", "etager:int", "udpeget:bool", "udpegning:text", "begrundelse:text", "offentlig:bool"),
)
WORDS = "en bygning, som registret ikke offentliggør"
HIDDEN_AT = 600
CORNERS = ((600, 0), (610, 10), (610, 0), (600, 10), (600, 0))
BOW_TIE = f"POLYGON (({', '.join(f'{EAST + x} {NORTH + y}' for x, y in CORNERS)}))"
SECRETS = ("Hemmeligvej", "hemmeligt-id", "HEMMELIGT-ID")


def row(x, id, address, save, public=None, ground="vaerdi_1_3", wkt=None, year=1937):
    place = square(EAST + x, NORTH) if wkt is None else wkt
    return (place, id, address, save, 120, year, 100.0, 100.0, 1, ground == "vaerdi_1_3", ground, "Fordi.", public)


SHOWN = [row(0, "id-0", "Bredevej 9", 2), row(40, "id-40", "Bredevej 10", 3, public=1)]


def hidden(public=0, ground="vaerdi_1_3"):
    """One building on two rows: one of a geometry that must be repaired, one of none."""
    told = ("Hemmeligvej 1", 2, public, ground)
    return [
        row(HIDDEN_AT, "hemmeligt-id", *told, wkt=BOW_TIE, year=3000),
        (None, *row(0, "HEMMELIGT-ID", *told, year=3000)[1:]),
    ]


@pytest.fixture
def run(process, tmp_path):
    """Run a tool with these layers and parameters; its report, the pictures in it, and its log with the answer."""

    def run(tool, name, **given):
        page = tmp_path / f"{name}.html"
        values = [f"{key}={value}" for key, value in given.items()]
        out = [f"OUTPUT={tmp_path / name}_ud.gpkg", f"OUTPUT_HTML={page}"]
        done = process("run", f"lyngby_heritage:{tool}", "--json", "--", *values, *out)
        assert done.code == 0, done.log
        text = page.read_text(encoding="utf-8").replace("\xa0", " ")
        return text, re.findall(r"data:image/png;base64,([^\"']+)", text), f"{done.log}\n{done.results}"

    return run


@pytest.fixture
def town(tmp_path):
    """Write the town's buildings as they are named."""

    def town(name, *more, shown=SHOWN):
        return write_layer(tmp_path / f"{name}.gpkg", name, [*shown, *more], FIELDS)

    return town


def assert_silent(*texts):
    for text in texts:
        assert not [secret for secret in SECRETS if secret in text]


def test_the_report_on_a_designation(run, town, tmp_path):
    decisions = write_layer(
        tmp_path / "beslutninger.gpkg",
        "beslutninger",
        [
            (f"POINT ({EAST + HIDDEN_AT} {NORTH})", "hemmeligt-id", "udpeg", "2024-01-01"),
            (f"POINT ({EAST + HIDDEN_AT} {NORTH})", "hemmeligt-id", "udpeg_ikke", "2025-01-01"),
            (f"POINT ({EAST + HIDDEN_AT} {NORTH})", "ukendt-id", "udpeg", "2025-01-01"),
        ],
        ("bygning_id:text", "beslutning:text", "dato:text"),
        kind="POINT",
    )
    page, pictures, log = run("classifybuildings", "a", BUILDINGS=town("a", *hidden()), DECISIONS=decisions)
    assert "på mere end én række" in page
    assert "er repareret til beregningen" in page
    assert "har ingen geometri" in page
    assert page.count(WORDS) == 4
    assert f"decisions on building {WORDS} disagree" in log
    assert "ukendt-id" in page
    assert_silent(page, log)
    _, without, _ = run("classifybuildings", "b", BUILDINGS=town("b"))
    open_page, all_of_them, _ = run("classifybuildings", "c", BUILDINGS=town("c", *hidden(public=None)))
    assert pictures == without != all_of_them
    assert "Hemmeligvej 1" in open_page  # a search that finds what is public


def test_the_report_on_what_changed(run, town):
    before = town("foer", *hidden(public=None, ground="ikke_udpeget"))
    shown = [row(0, "id-0", "Bredevej 9", 2), row(40, "id-40", "Bredevej 10", 3, ground="ikke_udpeget")]
    after = town("efter", hidden()[0], shown=shown)
    page, pictures, log = run("comparedesignations", "a", BEFORE=before, AFTER=after)
    assert "Bredevej 10" in page
    assert "1 bygning, som registret ikke offentliggør, er talt med ovenfor og ikke nævnt." in page
    assert_silent(page, log)
    _, without, _ = run("comparedesignations", "b", BEFORE=town("foer2"), AFTER=town("efter2", shown=shown))
    _, all_of_them, _ = run(
        "comparedesignations", "c", BEFORE=before, AFTER=town("efter3", hidden(public=1)[0], shown=shown)
    )
    assert pictures == without != all_of_them


def test_the_report_on_plot_ratios(run, town, tmp_path):
    parcels = write_layer(
        tmp_path / "jordstykker.gpkg",
        "jordstykker",
        [(square(EAST - 5, NORTH - 5, 20), "1", "7a", 400.0)],
        ("bfe_nummer:text", "matrikelnr:text", "registreretareal:real"),
    )
    zones = write_layer(
        tmp_path / "zoner.gpkg", "zoner", [(square(EAST - 500, NORTH - 500, 2000), "Z1")], ("navn:text",)
    )
    given = {"PARCELS": parcels, "ZONES": zones}
    page, _, log = run("checkplotratio", "a", BUILDINGS=town("a", *hidden()), **given)
    assert "Bredevej 10" in page
    assert WORDS in page
    assert "1 bygning, som registret ikke offentliggør, ligger ikke på nogen grund og er ikke nævnt her." in page
    assert_silent(page, log)


def test_the_report_on_the_data(run, town):
    page, pictures, log = run(
        "validatedata", "a", BUILDINGS=town("a", *hidden(), row(80, "id-80", "Bredevej 11", 2, year=3000))
    )
    assert "Bredevej 11" in page
    assert "Gælder en bygning, som registret ikke offentliggør, og er talt med" in page
    assert_silent(page, log)
    same = town("b", row(80, "id-80", "Bredevej 11", 2, year=3000))
    assert pictures == run("validatedata", "b", BUILDINGS=same)[1]


def test_a_register_tells_of_a_building_by_its_id_that_another_withholds(run, town, tmp_path):
    bbr = write_layer(
        tmp_path / "bbr.gpkg",
        "bbr",
        [(f"POINT ({EAST + HIDDEN_AT} {NORTH})", "hemmeligt-id", "Hemmeligvej 1", 3000)],
        ("bygning_id:text", "adresse:text", "opfoerelsesaar:int"),
        kind="POINT",
    )
    page, _, log = run("validatedata", "a", BUILDINGS=town("a", hidden()[0]), BBR=bbr)
    assert page.count("Gælder en bygning, som registret ikke offentliggør") >= 2
    assert_silent(page, log)


def test_the_log_of_the_preparation(process, tmp_path):
    rows = [
        (f"POINT ({EAST + x} {NORTH})", id, address, save, code)
        for x, id, address, code in ((0, "id-0", "Bredevej 9", 1), (HIDDEN_AT, "hemmeligt-id", "Hemmeligvej 1", 2))
        for save in (4, 2)
    ]
    fields = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "off_kode:int")
    save = write_layer(tmp_path / "save.gpkg", "save", rows, fields, kind="POINT")
    outlines = [(square(EAST + x, NORTH), id) for x, id in ((0, "id-0"), (HIDDEN_AT, "hemmeligt-id"))]
    footprints = write_layer(tmp_path / "omrids.gpkg", "omrids", outlines, ("bygning_id:text",))
    given = {"SAVE": save, "FOOTPRINTS": footprints, "OUTPUT": tmp_path / "ud.gpkg"}
    values = [f"{key}={value}" for key, value in given.items()]
    done = process("run", "lyngby_heritage:preparebuildings", "--json", "--", *values)
    assert done.code == 0, done.log
    assert f"Bredevej 9 (4, 2 → 4), {WORDS} (4, 2 → 4)" in done.log
    assert_silent(done.log)


@pytest.mark.parametrize(("public", "named"), [(0, False), (None, True)])
def test_no_ensemble_is_called_by_the_street_of_a_building_that_is_withheld(process, town, tmp_path, public, named):
    rows = [row(x, f"id-{x}", f"Hemmeligvej {x}", 4, public) for x in (0, 12)] + [row(24, "id-24", "Bredevej 9", 4)]
    given = {"BUILDINGS": town("a", shown=rows), "MIN_BUILDINGS": 3, "OUTPUT": tmp_path / "ud.gpkg"}
    done = process("run", "lyngby_heritage:uniformensembles", "--", *[f"{key}={value}" for key, value in given.items()])
    assert done.code == 0, done.log
    (ensemble,) = read_layer(tmp_path / "ud.gpkg")
    assert ("Hemmeligvej" in ensemble["navn"]) == named
