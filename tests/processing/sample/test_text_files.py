"""Tables as text: CSV of the register and of Excel, and arrays of records."""

import json

import numpy as np
import pytest

from lyngby_heritage.core.common.errors import Cancelled, never_cancelled
from lyngby_heritage.processing.sample.text_files import write_csv, write_json
from lyngby_heritage.sample.tables import SampleTable, decimal, texts, whole

TABLE = SampleTable(
    "t",
    "T",
    "None",
    None,
    {
        "id": texts(["0173", None]),
        "areal": whole([120, np.nan]),
        "etager": decimal([1.5, np.nan]),
        "fredet": np.array([True, False]),
        "tekst": texts(['Ærø, "syd"', "a;b"]),
    },
)
EMPTY = SampleTable("t", "T", "None", None, {"id": texts([])})


def stop():
    raise Cancelled


def test_a_register_s_csv(tmp_path):
    write_csv(tmp_path / "a.csv", TABLE, ",", never_cancelled)
    assert (tmp_path / "a.csv").read_bytes().decode() == (
        'id,areal,etager,fredet,tekst\n0173,120,1.5,true,"Ærø, ""syd"""\n,,,false,a;b\n'
    )


def test_excel_s_csv_has_semicolons_and_says_that_it_is_utf_8(tmp_path):
    write_csv(tmp_path / "a.csv", TABLE, ";", never_cancelled)
    written = (tmp_path / "a.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfid;areal;")
    assert written.count(b"\r\n") == 3


def test_a_csv_without_rows_has_its_headings(tmp_path):
    write_csv(tmp_path / "a.csv", EMPTY, ",", never_cancelled)
    assert (tmp_path / "a.csv").read_text() == "id\n"


def test_json_is_an_array_of_records(tmp_path):
    write_json(tmp_path / "a.json", TABLE, never_cancelled)
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == [
        {"id": "0173", "areal": 120, "etager": 1.5, "fredet": True, "tekst": 'Ærø, "syd"'},
        {"id": None, "areal": None, "etager": None, "fredet": False, "tekst": "a;b"},
    ]


def test_json_without_rows_is_an_empty_array(tmp_path):
    write_json(tmp_path / "a.json", EMPTY, never_cancelled)
    assert json.loads((tmp_path / "a.json").read_text()) == []


@pytest.mark.parametrize(
    "write", [lambda path: write_csv(path, TABLE, ",", stop), lambda path: write_json(path, TABLE, stop)]
)
def test_a_cancelled_run_stops_in_the_middle(tmp_path, write):
    with pytest.raises(Cancelled):
        write(tmp_path / "a")
