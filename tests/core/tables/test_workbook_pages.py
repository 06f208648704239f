"""The workbook as a receiver sees it: opened and printed by LibreOffice, which is not our code."""

import random
from datetime import date

import office
import pytest
from spreadsheets import as_high_as_needed, row_heights

from lyngby_heritage.core.tables import Column, Table
from lyngby_heritage.core.tables.table import AREA, DATE, DECIMAL, WHOLE, Imprint
from lyngby_heritage.core.tables.workbook import workbook_bytes

SENTENCE = (
    "Bygningen er registreret med SAVE-værdi 4 og ligger i en ensartet bebyggelse hvor naboerne ligner den i alder "
    "etager ydervæg og tag ÆRØ ØSTER MÅRUM WWW sekundær bebyggelsesprocent iiii llll"
)
COUNT = 60
LONG = 7
"""The row with the longest reason: more than fits into a row of the width that the column should have."""
IMPRINT = Imprint(
    "Lokalplan 300: Sogn & by",
    "Forslag i offentlig høring fra den 1. februar 2027 til den 29. marts 2027.",
    date(2026, 11, 26),
    "Lyngby-Taarbæk Kommune",
)


def reasons():
    draw, words = random.Random(7), SENTENCE.split()
    lengths = [draw.choice((1, 4, 12, 25, 50, 90)) for _ in range(COUNT)]
    lengths[LONG] = 700
    return [
        " ".join([*(draw.choice(words) for _ in range(length)), f"slut{row}"]) for row, length in enumerate(lengths)
    ]


COLUMNS = (
    Column("Nr.", WHOLE, 6),
    Column("Adresse", width=24),
    Column("Kulturhistorisk", WHOLE, 5),
    Column("Begrundelse", width=60),
    Column("Areal (m²)", AREA, 9),
    Column("Procent", DECIMAL, 9),
    Column("Vedtaget", DATE, 11),
    Column("Bygnings-id", width=40, prints=False),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bog")
    values = (
        list(range(1, COUNT + 1)),
        [f"Villavej{row} {row}, 2800 Kongens Lyngby" for row in range(COUNT)],
        [3] * COUNT,
        reasons(),
        [1234567] * COUNT,
        [25.13] * COUNT,
        [date(1850, 6, 5), *[date(2027, 2, 1)] * (COUNT - 1)],
        [f"skjult{row}" for row in range(COUNT)],
    )
    tables = [
        Table("Bygninger, der foreslås udpeget", COLUMNS, values, kept=2),
        Table("Fredede bygninger", COLUMNS, [[]] * len(COLUMNS), nothing="Ingen bygning i planen er fredet."),
    ]
    path = folder / "bog.xlsx"
    path.write_bytes(workbook_bytes(tables, imprint=IMPRINT))
    return folder, path, office.as_pdf(path, folder)


def test_every_text_stands_whole_on_the_paper_and_what_does_not_print_is_not_there(pages):
    text = " ".join(office.page_texts(pages[2])).split()
    assert [f"slut{row}" for row in range(COUNT)] == [one for one in text if one.startswith("slut")]
    assert not [one for one in text if one.startswith("skjult")]
    assert "Bygnings-id" not in text


def test_no_row_is_lower_than_its_text_and_few_are_much_higher(pages):
    folder, path, _ = pages
    flat = office.converted(path, folder, "fods")
    ours = row_heights(flat)
    needed = row_heights(office.converted(as_high_as_needed(flat, folder), folder / "ud", "fods"))
    assert [len(one) for one in ours] == [COUNT + 1, 2]
    for row, (have, need) in enumerate(zip(ours[0], needed[0])):
        assert have >= need, f"row {row}: {have} points for a text that takes {need}"
        assert have <= 1.25 * need + 13, f"row {row}: {have} points for a text that takes {need}"
    assert sum(ours[0]) <= 1.35 * sum(needed[0])  # a line is an eighth higher in Excel


def test_each_page_is_a3_across_and_says_what_it_is_how_far_and_which_page(pages):
    texts = office.page_texts(pages[2])
    assert set(office.page_sizes(pages[2])) == {(420, 297)}
    for number, text in enumerate(texts, start=1):
        assert text.startswith(f"{'Fredede bygninger' if number == len(texts) else 'Bygninger, der foreslås udpeget'} ")
        assert "Lokalplan 300: Sogn & by" in text
        assert f"{IMPRINT.state} Listen er dannet 26. november 2026." in text
        assert text.endswith(f"Side {number} af {len(texts)}")
        assert "Begrundelse" in text  # the heading stands on each


def test_numbers_and_days_are_shown_and_none_as_signs_for_want_of_room(pages):
    text = " ".join(office.page_texts(pages[2]))
    assert "###" not in text
    assert "05-06-1850" in text
    assert text.count("01-02-2027") == COUNT - 1
    assert text.count("1,234,567") + text.count("1.234.567") == COUNT


def test_a_heading_on_end_is_not_broken(pages):
    for text in office.page_texts(pages[2]):
        assert "Kulturhistorisk" in text.split()


def test_a_list_of_nothing_says_so(pages):
    assert "Ingen bygning i planen er fredet." in office.page_texts(pages[2])[-1]
