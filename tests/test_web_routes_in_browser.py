"""Walks through the stories, in a real browser: found, followed on the map, read in order, printed."""

import pytest
from axe import AXE, findings
from site_in_browser import served, settled, turned, visit
from web_sites import a_site, square
from webdriver import CHROMIUM, DRIVER, Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

ROWS = [
    {"address": f"Ågade {number}", "lon": 12.5 + number / 1000, "story": f"Historie {number}.", "designated": True}
    for number in (3, 1, 2)
]
MILL = {
    "id": "moellen",
    "name": "Møllen",
    "decided": True,
    "story": "Her lå møllen.",
    "source": "Referat",
    "day": "I går",
}
VISIBLE = "const each = document.querySelector(arguments[0]); return Boolean(each && each.getClientRects().length)"
TEXTS = "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)"


@pytest.fixture(scope="module")
def walks(tmp_path_factory):
    address = "https://www.kommune.dk/kulturarv/"
    site = a_site(ROWS, web_address=address, environments=({**MILL, "rings": [square(12.5045, 55.7698)]},))
    yield from served(site, tmp_path_factory.mktemp("tur") / "web")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil")) as browser:
        yield browser


def test_a_walk_is_found_in_the_overview_and_its_stories_stand_in_order(desk, walks):
    visit(desk, walks)
    desk.click("#ture summary")
    desk.click("#ture a")
    desk.until("return document.querySelectorAll('.stops .story').length === 4")
    desk.until("return [...document.querySelectorAll('.stops .story')].every((each) => each.textContent)")
    assert desk.run(TEXTS, ".stops h3") == ["Ågade 1", "Ågade 2", "Ågade 3", "Møllen"]
    assert desk.run(TEXTS, ".stops .story") == ["Historie 1.", "Historie 2.", "Historie 3.", "Her lå møllen."]
    assert desk.run("return location.hash") == "#rute=1"
    assert "i luftlinje" in desk.run("return document.querySelector('.told').textContent")
    assert desk.messages() == []


def test_its_stops_are_numbered_on_the_map_and_gone_when_the_card_is_closed(desk, walks):
    visit(desk, walks, "#rute=1")
    assert desk.run(TEXTS, ".leaflet-marker-icon.stop") == ["1", "2", "3", "4"]
    desk.click(".back")
    desk.until("return !document.querySelector('.leaflet-marker-icon.stop')")


FREE_STOPS = """const panel = document.getElementById("panel").getBoundingClientRect();
const right = panel.left > 0 ? panel.left : innerWidth;
const left = panel.left > 0 || panel.right >= innerWidth ? 0 : panel.right;
const foot = panel.right - panel.left > innerWidth - 2 ? panel.top : innerHeight;
return [...document.querySelectorAll(".leaflet-marker-icon.stop")].map((each) => each.getBoundingClientRect())
  .filter((each) => each.left >= left && each.right <= right && each.top >= 0 && each.bottom <= foot).length"""


def test_a_phone_that_is_turned_still_shows_the_whole_walk_until_somebody_moves_the_map(walks, tmp_path):
    with Browser(tmp_path / "profil", 390, 844, phone=True) as phone:
        turned(phone, 844, 390)
        visit(phone, walks, "#rute=1")
        phone.click(".actions .action")
        for width, height in ((844, 390), (320, 568), (844, 390), (320, 568)):
            turned(phone, width, height)
            phone.until("return innerWidth === arguments[0]", width)
            settled(phone)
            phone.until(f"return (() => {{ {FREE_STOPS} }})() === 4")
        phone.point(160, 150, drag=(160, 330), kind="touch")
        settled(phone)
        before = phone.run("return Heritage.map.leaflet.getZoom()")
        turned(phone, 844, 390)
        phone.until("return innerWidth === 844")
        settled(phone)
        assert phone.run("return Heritage.map.leaflet.getZoom()") == before


def test_an_environment_tells_of_the_decision_and_leads_to_the_walk(desk, walks):
    visit(desk, walks, "#miljoe=moellen")
    assert "Referat, I går" in desk.run("return document.getElementById('kortet-om').textContent")
    desk.click("a[data-kind=rute][href='#rute=1']:not(.row)")
    desk.until("return document.querySelector('.stops')")


def test_a_walk_that_is_not_there_says_so(desk, walks):
    visit(desk, walks, "#rute=9")
    assert desk.run(VISIBLE, "#besked")


def test_a_printed_walk_has_a_sketch_with_every_stop(desk, walks):
    visit(desk, walks, "#rute=1")
    desk.run("window.dispatchEvent(new Event('beforeprint'))")
    assert desk.run(TEXTS, ".sketch circle + text") == ["1", "2", "3", "4"]


@pytest.mark.skipif(AXE is None, reason="axe-core is not there: pip install axe-core-python, or AXE_CORE=file")
def test_nothing_is_found_on_the_pages_of_places_and_walks(desk, walks):
    found = {"#rute=1": findings(visit(desk, walks, "#rute=1"))}
    for page in ("miljoe-moellen.html", "ruter.html"):
        for folder in ("liste", "list"):
            desk.open(walks.page(f"{folder}/{page}"))
            found[folder, page] = findings(desk)
    assert {where: told for where, told in found.items() if told} == {}
