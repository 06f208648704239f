"""The workbook, read back by GDAL's reader, which is not our code."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from osgeo import ogr

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.tables import Column, Table
from lyngby_heritage.core.tables.sheet import LONGEST_TEXT
from lyngby_heritage.core.tables.table import AREA, DATE, DECIMAL, WHOLE, Imprint
from lyngby_heritage.core.tables.workbook import workbook_bytes

COLUMNS = (Column("Adresse"), Column("SAVE-værdi", WHOLE), Column("Areal (m²)", AREA), Column("Procent", DECIMAL))
ROWS = (["Ågade 2", "=1+1", 'a<b>&"c"\x0b', None], [4, None, 1, 2], [640, 1234.5, None, 3], [25.13, 30.0, None, 1.5])


SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(book):
    """The parts of a workbook by name, as XML."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def looks(parts):
    """The looks that cells can have, in their order; the first has none of its own."""
    first, *others = parts["xl/styles.xml"].find(f"{SPACE}cellXfs")
    first.append(ElementTree.Element(f"{SPACE}alignment"))
    return [first, *others]


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "bog.xlsx"
    path.write_bytes(
        workbook_bytes([Table("Udpegede bygninger", COLUMNS, ROWS), Table("Tom: [x]", COLUMNS, ([],) * 4)])
    )
    return path


def test_gdal_reads_what_was_written(book):
    data = ogr.Open(str(book))
    assert [data.GetLayer(i).GetName() for i in range(data.GetLayerCount())] == ["Udpegede bygninger", "Tom x"]
    layer = data.GetLayer(0)
    definition = layer.GetLayerDefn()
    assert [definition.GetFieldDefn(i).GetName() for i in range(4)] == [one.heading for one in COLUMNS]
    kinds = [definition.GetFieldDefn(i).GetTypeName() for i in range(4)]
    assert kinds == ["String", "Integer", "Real", "Real"]
    rows = [[feature.GetField(i) for i in range(4)] for feature in layer]
    assert rows == [
        ["Ågade 2", 4, 640, 25.13],
        ["=1+1", None, 1234.5, 30],
        ['a<b>&"c"\ufffd', 1, None, None],
        [None, 2, 3, 1.5],
    ]


def test_every_part_is_xml_and_no_cell_is_a_formula(book):
    with zipfile.ZipFile(book) as archive:
        assert archive.testzip() is None
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert not list(sheet.iter(f"{space}f"))
    assert sheet.find(f"{space}sheetViews/{space}sheetView/{space}pane").get("state") == "frozen"
    assert sheet.find(f"{space}autoFilter").get("ref") == "A1:D5"


def test_the_same_table_gives_the_same_bytes():
    table = Table("T", COLUMNS, ROWS)
    assert workbook_bytes([table]) == workbook_bytes([table])


def test_the_file_says_whose_it_is_what_and_of_which_day():
    imprint = Imprint("Lokalplan 300", "Udkast.", date(2026, 11, 26), "Gladsaxe Kommune")
    parts = opened(workbook_bytes([Table("Bygninger", COLUMNS, ROWS)], imprint=imprint))
    told = {one.tag.split("}")[1]: one.text for one in parts["docProps/core.xml"]}
    assert told == {
        "title": "Bygninger · Lokalplan 300",
        "creator": "Gladsaxe Kommune",
        "lastModifiedBy": "Gladsaxe Kommune",
        "description": "Udkast.",
        "language": "da-DK",
        "created": "2026-11-26T00:00:00Z",
        "modified": "2026-11-26T00:00:00Z",
    }
    assert [one.text for one in parts["docProps/app.xml"]] == ["Lyngby Heritage", "Gladsaxe Kommune"]


def test_a_day_is_a_day_and_one_before_excel_counts_them_is_a_text(tmp_path):
    days = [date(2026, 11, 26), date(1900, 3, 1), date(1875, 1, 2), None]
    path = tmp_path / "dage.xlsx"
    path.write_bytes(workbook_bytes([Table("T", [Column("Id"), Column("Dag", DATE)], ([*"abcd"], days))]))
    sheet = opened(path.read_bytes())["xl/worksheets/sheet1.xml"]
    cells = {one.get("r"): one for one in sheet.iter(f"{SPACE}c")}
    assert [cells[f"B{row}"].findtext(f"{SPACE}v") for row in (2, 3)] == ["46352", "61"]
    assert cells["B4"].get("t") == "s"
    assert cells["B5"].find(f"{SPACE}v") is None
    data = ogr.Open(str(path))
    assert [feature.GetField(1) for feature in data.GetLayer(0)] == ["2026/11/26", "1900/03/01", "02-01-1875", None]


def test_what_prints_is_the_first_columns_and_what_stays_in_sight_too():
    columns = [Column("Nr.", WHOLE), Column("Adresse"), Column("Id", prints=False), Column("Mere", prints=False)]
    table = Table("Bygninger", columns, ([1, 2], ["a", "b"], ["c", "d"], ["e", "f"]), kept=2)
    parts = opened(workbook_bytes([table]))
    defined = {one.get("name"): one.text for one in parts["xl/workbook.xml"].iter(f"{SPACE}definedName")}
    assert defined["_xlnm.Print_Area"] == "'Bygninger'!$A$1:$B$3"
    assert defined["_xlnm.Print_Titles"] == "'Bygninger'!$1:$1"
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert sheet.find(f".//{SPACE}pane").attrib == {
        "xSplit": "2",
        "ySplit": "1",
        "topLeftCell": "C2",
        "activePane": "bottomRight",
        "state": "frozen",
    }
    assert sheet.find(f"{SPACE}autoFilter").get("ref") == "A1:D3"


def test_an_empty_list_says_what_is_not_there_and_prints_it():
    empty = Table("Fredede bygninger", COLUMNS, [[]] * 4, nothing="Ingen bygning er fredet.")
    parts = opened(workbook_bytes([empty, Table("Tom", COLUMNS, [[]] * 4)]))
    rows = [list(parts[f"xl/worksheets/sheet{number}.xml"].iter(f"{SPACE}row")) for number in (1, 2)]
    assert [len(one) for one in rows] == [2, 1]
    areas = [one.text for one in parts["xl/workbook.xml"].iter(f"{SPACE}definedName") if "Area" in one.get("name")]
    assert areas == ["'Fredede bygninger'!$A$1:$D$2", "'Tom'!$A$1:$D$1"]


def test_what_is_to_be_known_stands_on_a_sheet_of_its_own_and_the_headings_in_the_first_row():
    """QGIS, Excel's own tables and mail merge look for headings in the first row."""
    table = Table("Bygninger", COLUMNS[:2], (["Torvet 1", "Torvet 2"], [3, 4]), kept=1, note="Kort blad. Ingen plan.")
    parts = opened(workbook_bytes([table, Table("Andre", COLUMNS[:1], (["Torvet 3"],))]))
    names = [one.get("name") for one in parts["xl/workbook.xml"].iter(f"{SPACE}sheet")]
    assert names == ["Bygninger", "Andre", "Om listen"]
    texts = [one[0].text for one in parts["xl/sharedStrings.xml"]]

    def rows(number):
        return [
            [texts[int(cell[0].text)] if cell.get("t") == "s" else cell[0].text for cell in row if len(cell)]
            for row in parts[f"xl/worksheets/sheet{number}.xml"].iter(f"{SPACE}row")
        ]

    assert rows(1) == [["Adresse", "SAVE-værdi"], ["Torvet 1", "3"], ["Torvet 2", "4"]]
    assert rows(3) == [["Om", "Indhold"], ["Bygninger", "Kort blad. Ingen plan."]]


def test_no_sheet_is_added_where_there_is_nothing_to_know():
    parts = opened(workbook_bytes([Table("Bygninger", COLUMNS[:1], (["Torvet 1"],))]))
    assert [one.get("name") for one in parts["xl/workbook.xml"].iter(f"{SPACE}sheet")] == ["Bygninger"]


def test_a_column_in_which_nothing_stands_is_not_on_paper_unless_a_person_fills_it_in():
    columns = [Column("Nr.", WHOLE), Column("c/o"), Column("Land"), Column("Sendt den", least=12), Column("Navn")]
    values = ([1, 2], ["", None], [None, "Sverige"], ["", ""], ["a", "b"])
    ordered = Table("Breve", columns, values, kept=1).paper_first()
    assert [one.heading for one in ordered.columns if one.prints] == ["Nr.", "Land", "Sendt den", "Navn"]
    assert ordered.columns[-1].heading == "c/o"
    assert list(ordered.values[-1]) == ["", None]
    empty = Table("Breve", columns, [[]] * 5, kept=1).paper_first()
    assert empty.printed == 5


def test_a_heading_stands_on_end_only_where_its_longest_word_is_wider_than_its_column_may_be():
    columns = [Column("Kulturhistorisk", WHOLE, 5), Column("SAVE", WHOLE, 7), Column("Adresse og sted", width=10)]
    parts = opened(workbook_bytes([Table("T", columns, ([1], [2], ["Torvet"]))]))
    turned = [look.find(f"{SPACE}alignment").get("textRotation") for look in looks(parts)]
    heading = next(parts["xl/worksheets/sheet1.xml"].iter(f"{SPACE}row"))
    assert [turned[int(cell.get("s"))] for cell in heading] == ["90", None, None]
    assert float(heading.get("ht")) > 80  # fifteen letters on end


def test_a_long_text_is_in_no_cell_marked_as_text_which_excel_would_show_as_signs():
    parts = opened(workbook_bytes([Table("T", [Column("Begrundelse")], (["1-2", "x" * 255, "x" * 256],))]))
    cells = {one.get("r"): int(one.get("s")) for one in parts["xl/worksheets/sheet1.xml"].iter(f"{SPACE}c")}
    formats = [look.get("numFmtId") for look in looks(parts)]
    assert [formats[cells[f"A{row}"]] for row in (2, 3, 4)] == ["49", "49", "0"]  # 49 is @, text


def test_every_row_has_a_height_of_its_own_that_excel_takes():
    values = (["kort", "kort", "ord " * 5000], ["", "ord " * 30, ""])
    parts = opened(workbook_bytes([Table("T", [Column("Begrundelse", width=20), Column("Note", width=20)], values)]))
    rows = list(parts["xl/worksheets/sheet1.xml"].iter(f"{SPACE}row"))
    assert all(one.get("customHeight") == "1" for one in rows)
    short, middle, long = (float(one.get("ht")) for one in rows[1:])
    assert short == 16
    assert short < middle < long <= 409.5


def test_what_is_not_on_paper_makes_no_row_higher():
    columns = [Column("Navn", width=20), Column("Begrundelse", width=20, prints=False)]
    parts = opened(workbook_bytes([Table("T", columns, (["kort", "ord " * 30], ["ord " * 30, ""]))]))
    _, short, long = (float(one.get("ht")) for one in parts["xl/worksheets/sheet1.xml"].iter(f"{SPACE}row"))
    assert short == 16 < long


def test_a_text_longer_than_a_cell_is_cut(tmp_path):
    long = Table("T", COLUMNS[:2], (["x" * (LONGEST_TEXT + 5)], [1]))
    (tmp_path / "b.xlsx").write_bytes(workbook_bytes([long]))
    data = ogr.Open(str(tmp_path / "b.xlsx"))
    assert len(data.GetLayer(0).GetNextFeature().GetField(0)) == LONGEST_TEXT


def test_cancel_is_heard():
    def check():
        raise Cancelled

    with pytest.raises(Cancelled):
        workbook_bytes([Table("T", COLUMNS[:1], (["x"] * 5_000,))], check)
