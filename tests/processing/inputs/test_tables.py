"""A table is the same table in Excel, ODS and every form of CSV: each tool reads what it reads of a GeoPackage.

The cells are those that people and programs write: numbers as numbers or as text, dates as dates, a title above the
heading, several sheets, semicolons with decimal commas, Windows' letters.
"""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from conftest import read_layer, write_layer
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer
from spreadsheets import as_text, write_sheets, write_text

from lyngby_heritage.processing.inputs.layer_list import names_of
from lyngby_heritage.processing.inputs.sources import Source, read
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings

NOTE = {"Læs mig": [["Arket", "er skrevet"], ["af", "kommunen"]]}


def titled(rows):
    """With a title and an empty row above."""
    return [["Udtræk af 7. januar 2026", *[None] * (len(rows[0]) - 1)], [None] * len(rows[0]), *rows]


FORMS = {
    "numbers.xlsx": lambda path, rows: write_sheets(path, {"Ark1": rows}),
    "text.xlsx": lambda path, rows: write_sheets(path, {"Ark1": as_text(rows)}),
    "numbers.ods": lambda path, rows: write_sheets(path, {"Ark1": rows}),
    "text.ods": lambda path, rows: write_sheets(path, {"Ark1": as_text(rows)}),
    "sheets.xlsx": lambda path, rows: write_sheets(path, {**NOTE, "Ark2": rows}),
    "sheets.ods": lambda path, rows: write_sheets(path, {**NOTE, "Ark2": as_text(rows)}),
    "title.xlsx": lambda path, rows: write_sheets(path, {"Ark1": titled(rows)}),
    "title_text.xlsx": lambda path, rows: write_sheets(path, {"Ark1": titled(as_text(rows))}),
    "title.ods": lambda path, rows: write_sheets(path, {"Ark1": titled(rows)}),
    "comma.csv": write_text,
    "semicolon.csv": lambda path, rows: write_text(path, rows, ";", decimal=","),
    "windows.csv": lambda path, rows: write_text(path, rows, ";", "cp1252", ","),
    "mark.csv": lambda path, rows: write_text(path, rows, ";", "utf-8-sig", ","),
    "tab.csv": lambda path, rows: write_text(path, rows, "\t"),
    "tab.tsv": lambda path, rows: write_text(path, rows, "\t"),
    "title.csv": lambda path, rows: write_text(path, titled(rows), ";", decimal=","),
    "title_windows.csv": lambda path, rows: write_text(path, [["Årets udtræk"], [], *rows], ";", "cp1252", ","),
    "title_tab.csv": lambda path, rows: write_text(path, titled(rows), "\t"),
}


@pytest.fixture(scope="module")
def tables(sample):
    """The tables of the sample by name: the heading, and the rows with dates as dates."""
    found = {}
    with closing(sqlite3.connect(sample)) as database:
        for name in ("etager", "enheder", "beslutninger", "bbr"):
            cursor = database.execute(f'SELECT * FROM "{name}"')
            names = [one[0] for one in cursor.description]
            kept = [place for place, one in enumerate(names) if one not in ("fid", "geom")]
            rows = [[_cell(row[place]) for place in kept] for row in cursor]
            found[name] = [[names[place] for place in kept], *rows]
    return found


def _cell(value):
    is_day = isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-"
    return date.fromisoformat(value) if is_day else value


@pytest.fixture(scope="module")
def runs(process, sample, tables, tmp_path_factory):
    """Run the tool that takes a table, with the table read from a file; the rows that it writes."""
    folder = tmp_path_factory.mktemp("tabeller")
    layers = {name: f"{sample}|layername={name}" for name in ("bygninger", "jordstykker", "zoner", "fbb", "bbr")}
    outlines = f"{sample}|layername=geodanmark_bygning"
    buildings = {"SAVE": layers["fbb"], "FOOTPRINTS": outlines, "BBR": layers["bbr"]}
    plots = {"PARCELS": layers["jordstykker"], "BUILDINGS": layers["bygninger"], "ZONES": layers["zoner"]}
    tools = {
        "FLOORS": ("checkplotratio", plots),
        "UNITS": ("preparebuildings", buildings),
        "BBR": ("preparebuildings", buildings),
        "DECISIONS": ("classifybuildings", {"BUILDINGS": layers["bygninger"], "PARCELS": layers["jordstykker"]}),
    }

    def run(parameter, file):
        tool, others = tools[parameter]
        given = [f"{name}={value}" for name, value in {**others, parameter: file, "OUTPUT": folder / "ud.gpkg"}.items()]
        done = process("run", f"lyngby_heritage:{tool}", "--json", "--", *given)
        assert done.code == 0, done.log
        return read_layer(folder / "ud.gpkg"), done.log

    return run


TABLE_OF = {"FLOORS": "etager", "UNITS": "enheder", "BBR": "bbr", "DECISIONS": "beslutninger"}


@pytest.fixture(scope="module")
def expected(runs, tables, tmp_path_factory):
    """What each tool makes of the table in a GeoPackage, by parameter."""
    known = {}

    def of(parameter):
        if parameter not in known:
            rows = tables[TABLE_OF[parameter]]
            path = tmp_path_factory.mktemp(parameter) / "tabel.gpkg"
            columns = list(zip(*rows[1:], strict=True))
            kinds = ["text" if any(isinstance(one, str) for one in column) else _kind(column) for column in columns]
            fields = [f"{name}:{kind}" for name, kind in zip(rows[0], kinds, strict=True)]
            plain = [[str(one) if isinstance(one, date) else one for one in row] for row in rows[1:]]
            known[parameter] = runs(parameter, write_layer(path, "tabel", [(None, *row) for row in plain], fields))[0]
        return known[parameter]

    return of


def _kind(column):
    if any(isinstance(one, date) for one in column):
        return "date"
    return "real" if any(isinstance(one, float) for one in column) else "int"


@pytest.mark.process
@pytest.mark.parametrize("form", FORMS)
def test_decisions_in_every_form(runs, expected, tables, tmp_path, form):
    """Dates, reasons with commas and æøå, and ids."""
    file = FORMS[form](tmp_path / form, tables["beslutninger"])
    assert runs("DECISIONS", file)[0] == expected("DECISIONS")


@pytest.mark.process
@pytest.mark.parametrize("parameter", ["FLOORS", "UNITS", "BBR"])
@pytest.mark.parametrize("form", ["numbers.xlsx", "text.ods", "sheets.xlsx", "title.xlsx", "title.csv", "windows.csv"])
def test_the_registers_tables(runs, expected, tables, tmp_path, parameter, form):
    file = FORMS[form](tmp_path / form, tables[TABLE_OF[parameter]])
    assert runs(parameter, file)[0] == expected(parameter)


@pytest.mark.process
def test_the_table_of_a_geopackage_tells_something(expected, runs, sample):
    """What the forms are held against is no empty result: without the table it is another."""
    for parameter in ("FLOORS", "UNITS", "DECISIONS"):
        rows = expected(parameter)
        assert len(rows) > 100
    with_units = sum(row["boliger"] or 0 for row in expected("UNITS"))
    assert with_units > 100
    assert any(row["udpegning"] == "beslutning" for row in expected("DECISIONS"))


# Which sheet, which row ----------------------------------------------------------------------------------------------

DECISIONS = [
    ["bygning_id", "beslutning", "begrundelse", "dato"],
    ["0012", "udpeg", "Smukt rødt hus", date(2012, 1, 17)],
    ["0013", "udpeg_ikke", "Nær åen", None],
]


@pytest.fixture
def opened(qgis_app):
    """Opens a table as DECISIONS."""
    tool = ClassifyBuildings()
    tool.initAlgorithm()

    def source(value):
        return Source(tool, {"DECISIONS": value}, "DECISIONS", source.context)

    source.context = QgsProcessingContext()
    yield source
    source.context.temporaryLayerStore().removeAllMapLayers()


def ids(source):
    return read(source, {"id": source.find("decision_building")}).columns["id"]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_of_several_sheets_the_one_that_is_asked_for_is_read_and_told(opened, tmp_path, suffix):
    book = tmp_path / f"kultur{suffix}"
    write_sheets(book, {**NOTE, "Valg": titled(DECISIONS), "Tal": [["a", "b"], [1, 2]]})
    source = opened(str(book))
    assert ids(source) == ["0012", "0013"]  # the zeros in front are part of an id
    assert str(source.sheet).startswith(f"DECISIONS: the sheet Valg of kultur{suffix} is read, for it holds")


def test_a_sheet_that_was_named_is_read(opened, tmp_path):
    other = [DECISIONS[0], ["9", "udpeg", "x", None]]
    book = write_sheets(tmp_path / "k.xlsx", {"A": DECISIONS, "B": other})
    assert ids(opened(f"{book}|layername=B")) == ["9"]
    both = opened(book)  # two that fit: the first, as QGIS opens it
    assert (ids(both), both.sheet) == (["0012", "0013"], None)


def test_the_first_sheet_stays_where_it_is_what_is_asked_for(opened, tmp_path):
    source = opened(write_sheets(tmp_path / "k.xlsx", {"A": DECISIONS, **NOTE}))
    assert (ids(source), source.sheet) == (["0012", "0013"], None)


def test_a_sheet_of_the_project_is_read_with_its_heading_too(opened, tmp_path):
    """Nobody can tell QGIS where a sheet has its heading; the layer itself stays as it was."""
    book = write_sheets(tmp_path / "k.xlsx", {"A": titled(as_text(DECISIONS))})
    layer = QgsVectorLayer(book, "Beslutninger", "ogr")
    opened.context.setProject(QgsProject.instance())
    QgsProject.instance().addMapLayer(layer)
    try:
        assert ids(opened(layer.id())) == ["0012", "0013"]
        assert layer.fields().names()[0] == "Field1"
    finally:
        QgsProject.instance().clear()


def test_a_sheet_below_a_title_goes_by_its_own_name(opened, tmp_path):
    """And not by the file's, which may be called as something else is."""
    book = write_sheets(tmp_path / "bbr.xlsx", {"Note": [["a"]], "beslutninger": titled(DECISIONS)})
    source = opened(f"{book}|layername=beslutninger")
    assert (ids(source), names_of(source.layer)) == (["0012", "0013"], ["beslutninger"])


def test_a_part_of_a_workbook_is_read_as_it_was_given(opened, tmp_path):
    part = QgsProcessingFeatureSourceDefinition(write_sheets(tmp_path / "k.xlsx", {"A": DECISIONS}))
    part.featureLimit = 1
    assert ids(opened(part)) == ["0012"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Beslutninger 2026", "bygning_id;beslutning", "a;udpeg", 'b;"to\nlinjer"'], ["a", "b"]),
        (["En titel;", '"på to\nlinjer";', "", "bygning_id;beslutning", "a;udpeg"], ["a"]),
        (["bygning_id;beslutning", "a;udpeg"], ["a"]),
    ],
)
def test_lines_above_the_heading_of_a_text(opened, tmp_path, lines, found):
    path = tmp_path / "mine tal æøå.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert ids(opened(str(path))) == found


def test_a_text_whose_fields_nobody_knows_is_left_as_it_is(opened, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("husnr;valg\nbygning_id;beslutning\n", encoding="utf-8")
    assert opened(str(path)).field_names == ["bygning_id", "beslutning"]
    path.write_text("husnr;valg\na;udpeg\n", encoding="utf-8")
    assert opened(str(path)).field_names == ["husnr", "valg"]
