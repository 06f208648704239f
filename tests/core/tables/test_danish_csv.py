"""The CSV opens right in a Danish Excel: BOM, semicolons, decimal comma, CRLF, no formulas."""

import csv
import io

import pytest

from lyngby_heritage.core.tables import Column, Table
from lyngby_heritage.core.tables.danish_csv import csv_bytes
from lyngby_heritage.core.tables.table import DECIMAL, WHOLE

COLUMNS = (Column("Adresse"), Column("SAVE-værdi", WHOLE), Column("Procent", DECIMAL))


def test_bytes_as_excel_expects_them():
    table = Table("T", COLUMNS, (["Ågade 2", 'a;"b"'], [4, None], [25.13, -3.5]))
    assert csv_bytes(table) == (
        b"\xef\xbb\xbf" + 'Adresse;SAVE-værdi;Procent\r\nÅgade 2;4;25,13\r\n"a;""b""";;-3,5\r\n'.encode()
    )


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2", "@SUM(A1)", " =1", '=HYPERLINK("http://x")'])
def test_a_text_is_never_a_formula(text):
    rows = list(
        csv.reader(io.StringIO(csv_bytes(Table("T", COLUMNS[:1], ([text],))).decode("utf-8-sig")), delimiter=";")
    )
    assert rows[1][0] == "'" + text.strip()


def test_a_text_of_several_lines_stays_on_one():
    table = Table(
        "T",
        COLUMNS[:1],
        (
            [
                "en\r\n  to\ntre\x00",
            ],
        ),
    )
    assert csv_bytes(table).decode("utf-8-sig").splitlines()[1] == "en to tre\ufffd"
