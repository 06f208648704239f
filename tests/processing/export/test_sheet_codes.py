"""The code of a decided environment on its sheet, read back from the printed map by zbar."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest
from conftest import write_layer
from office import page_texts
from osgeo import gdal
from qgis.core import QgsExpression, QgsExpressionContextUtils, QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from lyngby_heritage.processing.export.sheet_codes import LINK as LINK_FIELD
from lyngby_heritage.processing.export.sheet_codes import TOLD

pytestmark = pytest.mark.process

SQUARE = "POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))"
LINK = "https://www.kommune.dk/kulturarv/liste/miljoe-aagade.html"
SHEET = 5
"""The page of the first map sheet, after both maps of the whole, the overview of the sheets and the index."""


def at(x, side):
    return SQUARE.format(720000 + x, 6187000, 720000 + x + side, 6187000 + side)


def run(process, folder, *more):
    path = folder / "lag.gpkg"
    houses = [(at(20 * one, 10), f"b{one}", f"Ågade {one}", 2, True, "vaerdi_1_3") for one in range(1, 4)]
    fields = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text")
    decided = [(at(10, 80), "Ågade", "udpeg", "Her lå møllen.")]
    given = {
        "BUILDINGS": write_layer(path, "udpegning", houses, fields),
        "ENVIRONMENTS": write_layer(path, "miljoeer", decided, ("navn:text", "beslutning:text", "fortaelling:text")),
        "ENSEMBLES": write_layer(path, "forslag", [(at(500, 90), 1)], ("ensemble_id:int",)),
        "FOLDER": folder / "pakke",
    }
    values = [f"{name}={value}" for name, value in given.items()]
    return folder / "pakke", process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *values, *more)


def rows(folder, select):
    with closing(sqlite3.connect(folder / "kulturhistorisk_lokalplan.gpkg")) as database:
        return database.execute(select).fetchall()


@pytest.fixture(scope="module")
def coded(process, tmp_path_factory):
    folder, done = run(process, tmp_path_factory.mktemp("kode"), "WEB_ADDRESS=https://www.kommune.dk/kulturarv")
    assert done.code == 0, done.log
    return folder


def read_back(picture):
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not on this machine (package zbar-tools)")
    return subprocess.run(["zbarimg", "-q", "--raw", str(picture)], capture_output=True, check=False).stdout.decode()


def test_the_sheet_of_a_decided_environment_has_its_code_and_a_proposals_has_none(coded, tmp_path):
    texts = page_texts(coded / "kort.pdf")
    with_words = [number for number, text in enumerate(texts, start=1) if "Læs fortællingen på telefonen" in text]
    (page,) = with_words
    printed = ["pdftoppm", "-r", "200", "-png", "-f", str(page), "-l", str(page), str(coded / "kort.pdf")]
    subprocess.run([*printed, str(tmp_path / "blad")], check=True)
    (picture,) = tmp_path.glob("blad*.png")
    assert read_back(picture).strip() == LINK
    assert rows(coded, "SELECT hjemmeside FROM kortblade ORDER BY nr") == [(LINK,), (None,)]


def colours_of_the_edge(folder, page, tmp_path):
    """The darkest of the pixels across the left edge of the code's box, for each millimetre down it.

    The map ends 200 mm from the left and 227 mm from the top of the page; the box is 72 mm wide and 30 mm tall.
    """
    dots = 200 / 25.4
    to = tmp_path / f"side-{page}"
    made = ["pdftoppm", "-r", "200", "-gray", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run([*made, str(folder / "kort.pdf"), str(to)], check=True)
    pixels = gdal.Open(f"{to}.pgm").ReadAsArray()
    column = round((200 - 72) * dots)
    return [int(pixels[round(down * dots), column - 2 : column + 3].min()) for down in range(199, 226)]


def test_the_box_of_the_code_is_on_the_sheets_that_have_one_and_no_others(coded, tmp_path):
    with_code, without = SHEET, SHEET + 1
    assert max(colours_of_the_edge(coded, with_code, tmp_path)) < 240  # its line is there, all the way
    assert set(colours_of_the_edge(coded, without, tmp_path)) == {255}  # nothing is: the map shows white ground


def test_the_words_beside_it_are_the_address(coded):
    (text,) = [one for one in page_texts(coded / "kort.pdf") if "Læs fortællingen" in one]
    assert LINK in re.sub(r"\s", "", text)


def test_the_code_lies_below_the_environment(coded):
    """The map is 202 mm tall; the environment and 15 m round it end above its lowest 30 mm."""
    (shape,) = rows(coded, "SELECT geom FROM kortblade WHERE nr = 1")
    import shapely

    west, south, east, north = shapely.bounds(shapely.from_wkb(shape[0][40:])).tolist()
    tall = north - south
    assert south + tall * 30 / 202 - 1e-6 <= 6187000 - 15
    assert (east - west) / tall == pytest.approx(190 / 202)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            "https://www.kommune.dk/kulturarv/liste/miljoe-landsbyen-og-gadekaeret.html",
            ["https://www.kommune.dk/", "kulturarv/liste/miljoe-", "landsbyen-og-gadekaeret.html"],
        ),
        ("https://by.dk/plan-3.html", ["https://by.dk/plan-3.html"]),
        (f"https://by.dk/{'a' * 40}", ["https://by.dk/", "a" * 28, "a" * 12]),
    ],
)
def test_an_address_beside_the_code_is_broken_at_its_signs_and_in_a_word_only_where_it_has_none(address, lines):
    row = QgsFeature()
    fields = QgsFields()
    fields.append(QgsField(LINK_FIELD, QMetaType.Type.QString))
    row.setFields(fields, True)
    row[LINK_FIELD] = address
    context = QgsExpressionContextUtils.createFeatureBasedContext(row, fields)
    assert QgsExpression(TOLD).evaluate(context).split("\n")[1:] == lines


def test_the_signs_are_pictures_that_a_telephone_reads(coded):
    assert read_back(coded / "web" / "qr" / "aagade.png").strip() == LINK
    assert (coded / "web" / "qr" / "aagade.svg").exists()


def test_the_annex_links_each_building_and_the_run_is_recorded(coded):
    table = (coded / "bilag_bygninger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0].endswith(";Hjemmeside")
    assert table[1].endswith(";https://www.kommune.dk/kulturarv/index.html#bygning=b1")
    assert rows(coded, "SELECT vaerdi FROM koersel WHERE navn = 'WEB_ADDRESS'") == [
        ("https://www.kommune.dk/kulturarv",)
    ]


def test_without_an_address_there_is_no_link_and_no_code(process, tmp_path):
    folder, done = run(process, tmp_path)
    assert done.code == 0, done.log
    assert not (folder / "web" / "qr").exists()
    assert "Hjemmeside" not in (folder / "bilag_bygninger.csv").read_text(encoding="utf-8-sig")
    assert "qr" not in [row[1] for row in rows(folder, "PRAGMA table_info(kortblade)")]
    assert not [page for page in page_texts(folder / "kort.pdf") if "telefonen" in page]


def test_an_address_that_cannot_be_opened_is_refused_before_anything_is_written(process, tmp_path):
    folder, done = run(process, tmp_path, "WEB_ADDRESS=www.kommune.dk")
    assert done.code != 0
    assert "WEB_ADDRESS" in done.log
    assert not folder.exists()
