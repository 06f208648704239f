"""Two pages: smaller letters first, then what matters least is left out, and more than that is said."""

import subprocess
from dataclasses import replace

import pytest
from sheet_builders import house, neighbour, plan_facts, plot, property_facts, theme

from lyngby_heritage.core.sheet.blocks import Part
from lyngby_heritage.core.sheet.content import sheet_of

REMARK = "Etageareal 170 m²: 113 m² samlet bygningsareal + 57 m² udnyttet tagetage. " * 8


def sheet(buildings=1, plots=1, themes=0):
    houses = [house(n, neighbours=tuple(neighbour(f"Bredevej {m}") for m in range(6))) for n in range(buildings)]
    return sheet_of(
        property_facts(
            *houses,
            plots=tuple(plot(n, remark=REMARK) for n in range(plots)),
            themes=tuple(theme(f"Tema {n}", 10.0 + n) for n in range(themes)),
        ),
        plan_facts(),
    )


@pytest.fixture
def paper(qgis_app, tmp_path):
    from lyngby_heritage.processing.sheet.paper import write_paper

    def write(shown):
        path = tmp_path / "ark.pdf"
        fitted = write_paper(path, shown, None, "Lyngby Heritage", "Kommunen")
        told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        info = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        assert f"Pages:           {fitted.pages}\n" in info
        return fitted, " ".join(told.split()), path

    return write


def test_a_short_sheet_has_large_letters_and_leaves_out_nothing(paper):
    fitted, text, path = paper(sheet())
    assert (fitted.left_out, fitted.pages <= 2, fitted.plain) == (frozenset(), True, False)
    assert "Bredevej 5" in text
    assert f"Side {fitted.pages} af {fitted.pages}" in text
    assert "Udkast. Planen er ikke behandlet politisk" in text
    assert b"/Lang" in path.read_bytes()


def test_a_long_one_is_set_smaller_before_anything_is_left_out(paper):
    short, _, _ = paper(sheet())
    longer, _, _ = paper(sheet(themes=12, plots=2, buildings=3))
    assert longer.size < short.size
    assert longer.pages == 2


def test_what_matters_least_goes_and_the_sheet_says_where_it_stands(paper):
    fitted, text, _ = paper(sheet(buildings=6, plots=2, themes=12))
    assert fitted.pages == 2
    assert fitted.left_out
    assert "udeladt her" in text
    assert "Kræver tilladelse efter udkastet" in text
    assert "Tinglyste servitutter er ikke undersøgt." in text


def test_what_there_is_room_for_comes_back(paper):
    """Six plots are what is too long: with them left out, the wording of the rules has room again."""
    fitted, text, _ = paper(sheet(plots=30))
    assert fitted.pages == 2
    assert 6 in fitted.left_out
    assert 1 not in fitted.left_out
    assert "Almindelig vedligeholdelse med samme materiale" in text


def test_a_sheet_that_never_fits_is_whole_and_known_to_be_longer(paper):
    shown = sheet()
    first, *rest = shown.sections
    words = tuple(Part(f"Afsnit {number}. {REMARK}") for number in range(30))
    fitted, text, _ = paper(replace(shown, sections=(replace(first, parts=(*first.parts, *words)), *rest)))
    assert fitted.pages > 2
    assert "Afsnit 29." in text
    assert f"Side {fitted.pages} af {fitted.pages}" in text


def test_no_heading_stands_alone_at_the_foot_of_a_page(paper):
    """Line by line longer, so that each heading in turn comes to where the page ends."""
    shown = sheet(themes=6)
    first, *rest = shown.sections
    headings = {one.title for one in shown.sections}
    for lines in range(26):
        more = tuple(Part(f"Linje {number}.") for number in range(lines))
        _, _, path = paper(replace(shown, sections=(replace(first, parts=(*first.parts, *more)), *rest)))
        told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        for page in told.split("\f")[:-1]:
            body = page.split("Ågade 1. Udkast.")[0].rstrip()
            assert body.splitlines()[-1] not in headings
