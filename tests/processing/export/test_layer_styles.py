"""The labels of the buildings on the printed sheets: the plan's own numbers, which the provisions rely on, stand."""

import re
import subprocess

import pytest
from builders import square
from conftest import write_layer

pytestmark = pytest.mark.process

EAST, NORTH = 720000, 6187000
FIELDS = ("bygning_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool", "udpegning:text")
MM = 72 / 25.4
SHEET = 5
"""The page of the first map sheet, after both maps of the whole, the overview of the sheets and the index."""
DETAIL = 7
"""The page of the sheet that shows the terrace larger, after the two sheets."""


def terrace(at, count):
    """Houses 5 m wide and 9 m deep, wall to wall."""
    west, east = EAST + 5 * at, EAST + 5 * (at + count)
    for x in range(west, east, 5):
        yield f"POLYGON(({x} {NORTH},{x + 5} {NORTH},{x + 5} {NORTH + 9},{x} {NORTH + 9},{x} {NORTH}))"


@pytest.fixture(scope="module")
def maps(process, tmp_path_factory):
    """A terrace of twelve on a sheet of 1:2.000, and four houses 200 m apart on one of 1:4.000.

    300 m and 700 m with 15 m at either side, on the 190 mm of a sheet: 1:1.737 and 1:3.842.
    """
    folder = tmp_path_factory.mktemp("numre")
    path = folder / "lag.gpkg"
    houses = [(shape, f"r{at}", f"Rækken {at + 201}", 3, True, "vaerdi_1_3") for at, shape in enumerate(terrace(0, 12))]
    houses += [
        (square(EAST + 2000 + 200 * at, NORTH, 9), f"s{at}", f"Spredt Gade {at + 301}", 3, True, "vaerdi_1_3")
        for at in range(4)
    ]
    decided = [
        (square(EAST - 5, NORTH - 5, 300), "Rækken", "udpeg"),
        (square(EAST + 1950, NORTH, 700), "Byen", "udpeg"),
    ]
    given = {
        "BUILDINGS": write_layer(path, "udpegning", houses, FIELDS),
        "ENVIRONMENTS": write_layer(path, "miljoeer", decided, ("navn:text", "beslutning:text")),
        "FOLDER": folder / "pakke",
    }
    done = process("run", "lyngby_heritage:exportlokalplan", "--json", "--", *(f"{one}={given[one]}" for one in given))
    assert done.code == 0, done.log
    return folder / "pakke" / "kort.pdf"


def words_of(pdf, page):
    told = ["pdftotext", "-f", str(page), "-l", str(page), str(pdf), "-"]
    return subprocess.run(told, capture_output=True, check=True, text=True).stdout


def middles_on(pdf, page):
    """How far from the left, in mm, each of the plan's numbers stands on a page, in the order of the numbers."""
    return [middle for number, tall, middle in placed_on(pdf, page) if tall < 2.8 and number < 200]


def numbers_on(pdf, page):
    """The whole numbers on the map of a page, with the height of their line in mm, in the order of their values."""
    return [(number, tall) for number, tall, _ in placed_on(pdf, page)]


def placed_on(pdf, page):
    """The same, and how far from the left their middle is, in mm."""
    told = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"]
    page_text = subprocess.run(told, capture_output=True, check=True, text=True).stdout
    word = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(\d+)<'
    found = [(int(text), *(float(one) / MM for one in place)) for *place, text in re.findall(word, page_text)]
    # The map is 190 mm wide and 202 mm tall, 10 mm from the left and 25 mm from the top.
    inside = (one for one in found if one[1] > 10 and one[3] < 200 and one[2] > 25 and one[4] < 227)
    return sorted((text, y1 - y0, (x0 + x1) / 2) for text, x0, y0, x1, y1 in inside)


def test_every_house_of_a_terrace_has_its_number_in_the_plan_on_a_sheet_of_its_own(maps):
    """A house is 2.5 mm wide on the sheet of 1:2.000, and 10 mm on that of 1:500 (60 m with its margin on 190 mm).

    A SAVE value has letters of 7.5 points, a number in the plan of 6.
    """
    small = [number for number, tall in numbers_on(maps, DETAIL) if tall < 2.8]
    assert [one for one in small if one < 200] == list(range(1, 13))
    assert [number for number, tall in numbers_on(maps, SHEET) if tall < 2.8 and number < 200] == []


def test_each_number_on_the_sheet_of_a_terrace_is_nearest_to_its_own_house(maps):
    """House n stands n × 10 mm from the first, wall to wall: half a house either way is its neighbour's."""
    middles = middles_on(maps, DETAIL)
    west = middles[1] - middles[0]
    assert west == pytest.approx(10, abs=4)
    steps = [round((one - middles[0]) / 10) for one in middles]
    assert steps == list(range(12))


def test_a_sheet_leads_to_the_one_that_shows_its_terrace(maps):
    told = " ".join(words_of(maps, SHEET).split())
    assert "Planens numre i det stiplede udsnit står på kortblad 3." in told
    assert told.count("Kortblad 3") == 1  # in the corner of the frame
    assert "Udsnit med eget kortblad" in told
    own = " ".join(words_of(maps, DETAIL).split())
    assert "1:500 (A4)" in own
    assert "Udsnit med eget kortblad" not in own


def test_a_sheet_too_small_for_house_numbers_and_values_has_the_numbers_in_the_plan(maps):
    assert [number for number, _ in numbers_on(maps, SHEET + 1)] == [13, 14, 15, 16]
