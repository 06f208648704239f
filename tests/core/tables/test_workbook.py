"""The workbook, read back by GDAL's reader, which is not our code."""

import zipfile
from xml.etree import ElementTree

import pytest
from osgeo import ogr

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.core.tables import Column, Table
from lyngby_heritage.core.tables.table import AREA, DECIMAL, WHOLE
from lyngby_heritage.core.tables.workbook import LONGEST_TEXT, workbook_bytes

COLUMNS = (Column("Adresse"), Column("SAVE-værdi", WHOLE), Column("Areal (m²)", AREA), Column("Procent", DECIMAL))
ROWS = (["Ågade 2", "=1+1", 'a<b>&"c"\x0b', None], [4, None, 1, 2], [640, 1234.5, None, 3], [25.13, 30.0, None, 1.5])


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
