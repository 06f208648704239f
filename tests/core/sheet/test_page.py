"""One text for screen and paper: what paper has no room for is on the screen, and not printed."""

import re
from functools import partial
from html.parser import HTMLParser

import pytest
from sheet_builders import house, lokalplan, neighbour, plan_facts, property_facts, theme

from lyngby_heritage.core.sheet.content import sheet_of, with_environment_on_map
from lyngby_heritage.core.sheet.page import paper_page, screen_page

PNG = "data:image/png;base64,AAAA"


class Reader(HTMLParser):
    """The words of a page, and how deep its elements are nested at the end."""

    VOID = ("meta", "img", "br")

    def __init__(self):
        super().__init__()
        self.open, self.words = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


def words(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return " ".join(" ".join(reader.words).split())


def sheet(**more):
    return sheet_of(property_facts(house(neighbours=(neighbour("Ågade <3>"),), **more)), plan_facts())


PAPER_PAGE = partial(paper_page, left_out=(), picture="kort.png", size=12.0, map_width=300)


def test_the_signs_of_the_map_are_explained_below_it_and_not_without_it():
    signs = "Mørkerød: værdi 1–3. Orange: værdi 4 efter reglen."
    assert signs in words(screen_page(sheet(), (), PNG))
    assert signs in words(paper_page(sheet(), (), "kort.png", 12.0, 300))
    assert signs not in words(screen_page(sheet(), (), ""))
    assert signs not in words(paper_page(sheet(), (), "", 12.0, 300))


@pytest.mark.parametrize("page", [partial(screen_page, left_out=(), picture=PNG), PAPER_PAGE])
def test_what_a_law_numbers_stays_with_its_number(page):
    """ "§ 11 a, stk. 1" was parted at the end of a line."""
    law = theme("Lavbundsareal", legal="Planlovens § 11 a, stk. 1, nr. 14")
    drawn = page(sheet_of(property_facts(house(), themes=(law,)), plan_facts()))
    assert "§\u00a011 a, stk.\u00a01, nr.\u00a014" in drawn
    assert not re.search(r"(§|stk\.|nr\.) \d", re.sub(r"<style.*?</style>|<[^>]*>", "", drawn, flags=re.DOTALL))


@pytest.mark.parametrize("page", [partial(screen_page, left_out=(), picture=PNG), PAPER_PAGE])
def test_the_lines_of_the_map_are_explained_those_that_are_drawn(page):
    edge, boundary = "Rød kant: ejendommen.", "Grøn streg: kulturmiljøets grænse."
    assert edge in words(page(sheet()))
    assert boundary not in words(page(sheet()))
    assert f"{edge} {boundary} Tallet midt i huset" in words(page(with_environment_on_map(sheet())))


def test_both_say_what_the_sheet_says():
    for page in (screen_page(sheet(), (), PNG), paper_page(sheet(), (), "kort.png", 12.0, 300)):
        for line in sheet().text().splitlines():
            said = " ".join(line.removeprefix("None").split()).replace("?:", "?")
            assert said in words(page) or said.startswith("Arket er lavet"), said


def test_what_goes_on_paper_stays_on_the_screen_and_is_marked_for_print():
    screen, paper = screen_page(sheet(), {1, 2}, PNG), paper_page(sheet(), {1, 2}, "kort.png", 12.0, 300)
    assert "2 af 3 forhold er ens" in words(screen)
    assert "2 af 3 forhold er ens" not in words(paper)
    assert "De enkelte naboer er udeladt her" in words(paper)
    hidden = re.findall(r'<div class="mere">(.*?)</div>', screen, re.DOTALL)
    assert any("2 af 3 forhold er ens" in one for one in hidden)
    assert re.search(r"@media print {.*\.mere { display: none; }", screen, re.DOTALL)


def test_the_page_is_whole_by_itself_and_says_its_language():
    page = screen_page(sheet(), (), PNG)
    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert '<html lang="da">' in page
    assert not re.search(r"(src|href)=\"(?!data:)", page)
    assert "&lt;3&gt;" in page
    assert 'alt="Kort over ejendommen Ågade 1' in page
    assert len(re.findall("<h1", page)) == 1
    assert "<img" not in screen_page(sheet(), (), "")


def test_a_plan_leads_to_its_document():
    address = "https://dokument.plandata.dk/20_1.pdf?a=1&b=2"
    linked = sheet_of(property_facts(plans=(lokalplan(document=address),)), plan_facts())
    for page in (screen_page(linked, (), ""), paper_page(linked, (), "", 12.0, 300)):
        assert f'<a href="{address.replace("&", "&amp;")}">' in page
