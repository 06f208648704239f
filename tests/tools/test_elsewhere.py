"""What came out on another system is held against what came out here: rows, attributes and corners, and no less."""

import pytest
from conftest import write_layer
from project_tools import tool

elsewhere = tool("elsewhere")

FIELDS = ("navn:text", "areal_ha:real")
HOUSE = "POLYGON ((0 0, 10 0, 10 10, 0 0))"
ROWS = [(HOUSE, "a", 0.5), ("POLYGON ((20 0, 30 0, 30 10, 20 0))", "b", None)]


def results(folder, rows=ROWS, fields=FIELDS, name="udpegning"):
    folder.mkdir()
    write_layer(folder / "ud.gpkg", name, rows, fields)
    return folder


def compared(tmp_path, capsys, **there):
    code = elsewhere.compare(results(tmp_path / "her"), results(tmp_path / "der", **there))
    return code, capsys.readouterr().out


def test_the_same_rows_pass(tmp_path, capsys):
    assert compared(tmp_path, capsys) == (0, "1 tables of 2 rows compared, 0 files differ.\n")


def test_a_corner_a_millimetre_aside_passes_and_one_farther_off_does_not(tmp_path, capsys):
    near = [("POLYGON ((0 0, 10.001 0, 10 10, 0 0))", "a", 0.5), ROWS[1]]
    assert compared(tmp_path, capsys, rows=near)[0] == 0
    far = [("POLYGON ((0 0, 10.002 0, 10 10, 0 0))", "a", 0.5), ROWS[1]]
    (tmp_path / "fjern").mkdir()
    code, said = compared(tmp_path / "fjern", capsys, rows=far)
    assert code == 1
    assert "geom" in said


@pytest.mark.parametrize(
    ("there", "words"),
    [
        ({"rows": [(HOUSE, "a", 0.50000001), ROWS[1]]}, "areal_ha"),
        ({"rows": [(HOUSE, "a", None), ROWS[1]]}, "areal_ha"),
        ({"rows": ROWS[:1]}, "row"),
        ({"rows": ROWS[::-1]}, "navn"),
        ({"rows": [(*row, 1) for row in ROWS], "fields": (*FIELDS, "ny:int")}, "column ny"),
        ({"name": "andet"}, "is not in both"),
    ],
    ids=["a value", "a value gone", "a row gone", "another order", "a column more", "another layer"],
)
def test_whatever_else_differs_is_told(tmp_path, capsys, there, words):
    code, said = compared(tmp_path, capsys, **there)
    assert code == 1
    assert words in said


def test_results_that_are_not_there_are_no_success(tmp_path, capsys):
    (tmp_path / "her").mkdir()
    (tmp_path / "der").mkdir()
    assert elsewhere.compare(tmp_path / "her", tmp_path / "der") == 1
    assert "0 tables" in capsys.readouterr().out
