"""tools/compare_results tells what differs between two folders of results, and only that."""

import os
import shutil
import sqlite3
import struct
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT, write_layer

TOOL = ROOT / "tools" / "compare_results"

FIELDS = ("bygning_id:text", "save_vaerdi:int")
ROWS = [
    ("POLYGON ((0 0, 10 0, 10 10, 0 0))", "a", 3),
    ("POLYGON ((20 0, 30 0, 30 10, 20 0))", "b", 4),
    ("POLYGON ((40 0, 50 0, 50 10, 40 0))", "c", None),
]
CSV = "bygning_id;grund\na;Høj bevaringsværdi\nb;Ensartet\n"
PAGE = """<h1>Udpegning</h1>
<p>Beregnet {dag}. maj 2024 kl. 09.{minute}, {day}.{month}.2024 kl. 09.{minute}. \
Lavet {dag}. maj 2024 i {folder}/plan/rapport.html</p>
<p>Lyngby Heritage 0.{version}.0 · QGIS 3.{version}0.6-Bratislava</p>
<p>To bygninger udpeges.</p>
"""


def results(folder, rows=ROWS, fields=FIELDS, csv=CSV, page=PAGE, day=5):
    """A folder of results as they were made on that day in May 2024."""
    folder.mkdir()
    write_layer(folder / "ud.gpkg", "udpegning", rows, fields)
    (folder / "ud.csv").write_text(csv, encoding="utf-8")
    made = page.format(day=f"{day:02}", month="05", minute=10 + day, dag=day, folder=folder, version=day)
    (folder / "ud.html").write_text(made, encoding="utf-8")
    seconds = 1_714_564_800 + (day - 1) * 86_400  # noon on 1 May 2024 in world time, and so many days later
    for file in folder.iterdir():
        os.utime(file, (seconds, seconds))
    return folder


@pytest.fixture
def before(tmp_path):
    return results(tmp_path / "foer")


def compare(before, after, *options):
    """The exit code and what was said."""
    command = ["/usr/bin/python3", str(TOOL), str(before), str(after), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_same_results_of_another_day_folder_and_version_are_the_same(before, tmp_path):
    code, said = compare(before, results(tmp_path / "efter", day=17))
    assert code == 0, said
    assert said.endswith("3 files compared: 3 the same, 0 different.\n")


def _row(number, **changed):
    """The rows with one of them changed: its place (wkt), id, or value."""
    rows = [list(row) for row in ROWS]
    for column, value in changed.items():
        rows[number][["wkt", "id", "value"].index(column)] = value
    return {"rows": rows}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (_row(1, value=5), "table udpegning, fid=2 (bygning_id=b), save_vaerdi: 4 → 5"),
        (_row(2, value=0), "table udpegning, fid=3 (bygning_id=c), save_vaerdi: NULL → 0"),
        ({"rows": [ROWS[0], ROWS[2]]}, "table udpegning, fid=2 (bygning_id=b): only before"),
        ({"rows": [*ROWS, (None, "d", 1)]}, "table udpegning, fid=4 (bygning_id=d): only after"),
        ({"rows": [ROWS[1], ROWS[0], ROWS[2]]}, "table udpegning, fid=1 (bygning_id=a), bygning_id: 'a' → 'b'"),
        ({"fields": (*FIELDS, "naboer:int")}, "table udpegning: column naboer (MEDIUMINT) only after"),
        ({"fields": ("bygning_id:text", "save_vaerdi:real")}, "type of column save_vaerdi: 'MEDIUMINT' → 'REAL'"),
        (
            _row(0, wkt="POLYGON ((0 0, 10.25 0, 10 10, 0 0))"),
            "1 of 4 vertices, the first is number 2: (10.0, 0.0) → (10.25, 0.0), at most 0.25 apart",
        ),
        (
            _row(0, wkt="POLYGON ((0 0, 10 0, 10 10, 5 5, 0 0))"),
            "geom: POLYGON of 4 vertices → POLYGON of 5 vertices",
        ),
        ({"csv": CSV.replace("Ensartet", "Ens")}, "line 3: 'b;Ensartet' → 'b;Ens'"),
        ({"csv": CSV.replace("a;Høj bevaringsværdi\n", "")}, "line 2 only before: 'a;Høj bevaringsværdi'"),
        ({"page": PAGE.replace("To bygninger", "Tre bygninger")}, "line 4: '<p>To bygninger udpeges.</p>' → '<p>Tre"),
    ],
)
def test_what_differs_is_told_with_its_place(before, tmp_path, changed, told):
    code, said = compare(before, results(tmp_path / "efter", **changed))
    assert code == 1
    assert told in said
    assert said.endswith("3 files compared: 2 the same, 1 different.\n")


def test_the_columns_order_is_told(before, tmp_path):
    rows = [(wkt, value, name) for wkt, name, value in ROWS]
    code, said = compare(before, results(tmp_path / "efter", rows=rows, fields=FIELDS[::-1]))
    assert code == 1
    assert (
        "table udpegning: order of the columns: ['fid', 'geom', 'bygning_id', 'save_vaerdi'] → ['fid', 'geom'," in said
    )


def test_a_row_in_the_midst_is_one_difference_and_not_a_hundred(tmp_path):
    many = [(f"POLYGON (({n} 0, {n + 1} 0, {n} 1, {n} 0))", f"b{n}", n % 9 + 1) for n in range(100)]
    before = results(tmp_path / "foer", rows=many)
    code, said = compare(before, results(tmp_path / "efter", rows=many[:40] + many[41:]), "--most", "1000")
    assert code == 1
    told = [line.strip() for line in said.splitlines() if line.startswith("    ") and "gpkg_contents" not in line]
    assert told == [
        "table udpegning: number of rows: 100 → 99",
        "table udpegning, fid=41 (bygning_id=b40): only before",
    ]


@pytest.mark.parametrize(("tolerance", "code"), [("0.3", 0), ("0.2", 1)])
def test_a_vertex_may_move_as_far_as_the_tolerance(before, tmp_path, tolerance, code):
    after = results(tmp_path / "efter", **_row(0, wkt="POLYGON ((0 0, 10.25 0, 10 10, 0 0))"))
    assert compare(before, after, "--tolerance", tolerance)[0] == code


def test_a_value_is_exact_whatever_the_tolerance(before, tmp_path):
    assert compare(before, results(tmp_path / "efter", **_row(1, value=5)), "--tolerance", "100")[0] == 1


def test_a_date_of_the_data_is_no_time_of_making(tmp_path):
    before = results(tmp_path / "foer", page="<p>Vedtaget 16. juni 1985, rettet 2012-03-01T09:00:00.</p>")
    other = results(tmp_path / "efter", page="<p>Vedtaget 17. juni 1985, rettet 2012-03-01T10:00:00.</p>")
    code, said = compare(before, other)
    assert (code, "16. juni 1985" in said) == (1, True)


def test_only_so_many_differences_of_a_file_are_told(before, tmp_path):
    after = results(tmp_path / "efter", rows=[(wkt, f"{name}x", 9) for wkt, name, _ in ROWS])
    said = compare(before, after, "--most", "2")[1]
    assert "… and 4 more" in said
    assert len([line for line in said.splitlines() if "→" in line]) == 2


def test_a_file_on_one_side_only_is_told(before, tmp_path):
    after = results(tmp_path / "efter")
    (after / "ud.csv").unlink()
    (after / "ny.md").write_text("ny", encoding="utf-8")
    code, said = compare(before, after)
    assert code == 1
    assert "DIFFERS  ny.md\n         only after" in said
    assert "DIFFERS  ud.csv\n         only before" in said


def test_of_the_table_of_the_run_the_time_is_passed_over_and_the_settings_are_not(tmp_path):
    fields = ("emne:text", "navn:text", "vaerdi:text", "antal:int", "kontrolsum:text")
    folders = []
    for number, share in enumerate(("0,6", "0,7")):
        rows = [
            (None, "tid", "koersel", f"2024-05-0{number + 1}T10:00:00+02:00", None, None),
            (None, "version", "QGIS", f"3.{number}", None, None),
            (None, "fil", "rapport.html", None, 100 + number, f"sum{number}"),
            (None, "data", "BUILDINGS", f"/et/sted/{number}/udpegning.gpkg", 3, "abc"),
            (None, "parameter", "UNIFORM_SHARE", share, None, None),
        ]
        folder = tmp_path / str(number)
        folder.mkdir()
        write_layer(folder / "plan.gpkg", "koersel", rows, fields, kind="NONE", epsg=None)
        folders.append(folder)
    code, said = compare(*folders)
    assert code == 1
    told = [line.strip() for line in said.splitlines() if line.startswith("    ")]
    assert told == ["table koersel, fid=5 (navn=UNIFORM_SHARE), vaerdi: '0,6' → '0,7'"]


def test_a_style_is_compared_whatever_the_order_of_its_attributes(before, tmp_path):
    after = results(tmp_path / "efter")
    colours = {before: '<qgis version="3.34.1-Prizren" a="1"><line colour="red" width="2"/></qgis>'}
    colours[after] = '<qgis a="1" version="3.40.6-Bratislava"><line width="2" colour="red"/></qgis>'
    for folder, style in colours.items():
        with closing(sqlite3.connect(folder / "ud.gpkg")) as database, database:
            database.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML, styleSLD, update_time)")
            database.execute("INSERT INTO layer_styles VALUES (1, ?, NULL, ?)", (style, folder.name))
    assert compare(before, after)[0] == 0
    with closing(sqlite3.connect(after / "ud.gpkg")) as database, database:
        database.execute("UPDATE layer_styles SET styleQML = replace(styleQML, 'red', 'blue')")
    code, said = compare(before, after)
    assert (code, "table layer_styles, id=1, styleQML" in said) == (1, True)


def test_a_cell_of_a_raster_is_told(tmp_path):
    from osgeo import gdal

    gdal.UseExceptions()
    for name, height in (("foer", 2.0), ("efter", 2.5)):
        (tmp_path / name).mkdir()
        raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / name / "h.tif"), 3, 2, 1, gdal.GDT_Float32)
        band = raster.GetRasterBand(1)
        band.SetNoDataValue(float("nan"))
        band.WriteRaster(0, 0, 3, 2, _floats(1.0, float("nan"), 1.0, 1.0, height, 1.0))
        del band, raster
    code, said = compare(tmp_path / "foer", tmp_path / "efter")
    assert code == 1
    assert "band 1: 1 of 6 cells, the first in row 2, column 2: 2.0 → 2.5" in said


def _floats(*values):
    return struct.pack(f"{len(values)}f", *values)


def test_a_cell_of_a_workbook_is_told(tmp_path):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    for name, word in (("foer", "Ensartet"), ("efter", "Ens")):
        (tmp_path / name).mkdir()
        with zipfile.ZipFile(tmp_path / name / "bilag.xlsx", "w") as archive:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}"><si><t>{word}</t></si></sst>')
            cell = (
                f'<worksheet xmlns="{space}"><sheetData><row><c r="B3" t="s"><v>0</v></c></row></sheetData></worksheet>'
            )
            archive.writestr("xl/worksheets/sheet1.xml", cell)
    code, said = compare(tmp_path / "foer", tmp_path / "efter")
    assert code == 1
    assert "sheet1, cell B3: 'Ensartet' → 'Ens'" in said


def test_a_project_is_the_same_but_for_ids_by_lot_and_told_by_what_else_it_says(tmp_path):
    lot = {"foer": "8f7d9a10_1111_2222_3333_444455556666", "efter": "00aa9a10_9999_2222_3333_444455556666"}
    for name, number in lot.items():
        (tmp_path / name).mkdir()
        with zipfile.ZipFile(tmp_path / name / "plan.qgz", "w") as archive:
            layer = f'<layer id="bygninger_{number}"/><ref to="bygninger_{number}"/><title>Plan</title>'
            archive.writestr("plan.qgs", f'<qgis saveDateTime="{name}" version="3.40.6">{layer}</qgis>')
            archive.writestr(f"{name}_styles.db", name)
    assert compare(tmp_path / "foer", tmp_path / "efter")[0] == 0
    shutil.copytree(tmp_path / "efter", tmp_path / "senere")
    with zipfile.ZipFile(tmp_path / "senere" / "plan.qgz", "w") as archive:
        archive.writestr("plan.qgs", '<qgis saveDateTime="x" version="3.40.6"><title>Andet</title></qgis>')
    code, said = compare(tmp_path / "foer", tmp_path / "senere")
    assert code == 1
    assert "Plan" in said


def test_folders_that_are_not_there_are_refused(before, tmp_path):
    code, said = compare(before, tmp_path / "ingen")
    assert code == 2
    assert "ingen is not a folder" in said
    assert compare(tmp_path, before, "--make", str(before))[0] == 2


def test_results_are_not_made_over_others(before):
    done = subprocess.run(
        ["/usr/bin/python3", str(TOOL), "--make", str(before)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert Path(before, "ud.csv").read_text(encoding="utf-8") == CSV


def _pdf(path, *pages):
    """A PDF with one line of text for each word of each page, in their order."""
    path.parent.mkdir(exist_ok=True)
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    parts = ["%PDF-1.4", "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj"]
    parts += [f"2 0 obj <</Type /Pages /Count {len(pages)} /Kids [{kids}]>> endobj"]
    parts += ["3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj"]
    for number, words in enumerate(pages):
        text = " ".join(
            f"BT /F 12 Tf 50 {700 - 30 * line} Td ({word}) Tj ET" for line, word in enumerate(words.split())
        )
        page = (
            f"/Parent 2 0 R /MediaBox [0 0 600 800] /Resources <</Font <</F 3 0 R>>>> /Contents {11 + 2 * number} 0 R"
        )
        parts.append(f"{10 + 2 * number} 0 obj <</Type /Page {page}>> endobj")
        parts.append(f"{11 + 2 * number} 0 obj <</Length {len(text)}>> stream\n{text}\nendstream endobj")
    path.write_text("\n".join([*parts, "trailer <</Root 1 0 R>>", "%%EOF"]), encoding="ascii")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext (poppler-utils) to read a PDF with")
@pytest.mark.parametrize(
    ("pages", "code", "told"),
    [
        (("two one", "one three"), 0, "1 the same"),  # QGIS draws labels in any order
        (("one", "one three"), 1, "page 1: 'two' only before"),
        (("one four", "one three"), 1, "page 1: 'two' only before, 'four' only after"),
        (("one two", "three"), 0, "note: page 2: 'one' only before"),  # no room for a label that page 1 has in both
        (("one two",), 1, "pages: 2 → 1"),
    ],
)
def test_the_words_of_a_pdf_are_compared_page_by_page(tmp_path, pages, code, told):
    _pdf(tmp_path / "foer" / "kort.pdf", "one two", "one three")
    _pdf(tmp_path / "efter" / "kort.pdf", *pages)
    found, said = compare(tmp_path / "foer", tmp_path / "efter")
    assert (found, told in said) == (code, True), said
