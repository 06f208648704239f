"""What only a browser shows of the website's lists: on paper, on a phone, and where it says that a link leads."""

import re
from dataclasses import replace
from datetime import date

import pytest
from site_in_browser import served, turned, visit
from web_sites import a_site, square
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.plan.state import PlanState

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

IN_FORCE = PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
HOUSES = 57
PAPER = """
return [...document.querySelectorAll('#panel .cut')].filter((each) => each.getClientRects().length)
  .map((each) => each.textContent)
"""
CARD = "const told = document.getElementById('kortet-om').innerText;"
SAID = "const told = document.getElementById('sigte'); return !told.hidden && told.textContent"
STICKS_OUT = """
const wide = document.documentElement.clientWidth;
return [...document.querySelectorAll(arguments[0])].filter((each) => {
  const box = each.getBoundingClientRect();
  const cut = each.clientWidth && each.scrollWidth > each.clientWidth + 1;
  return box.width && (box.right > wide + 0.5 || box.left < -0.5 || cut);
}).map((each) => each.textContent);
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil")) as browser:
        yield browser


@pytest.fixture(scope="module")
def phone(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("telefon"), 390, 844, phone=True) as browser:
        yield browser


@pytest.fixture(scope="module")
def adopted(tmp_path_factory):
    """A plan in force over a lane of one environment: houses of every class, all on one property."""
    grounds = (
        ("vaerdi_1_3", True, 3),
        ("vaerdi_4_ensartet", True, 4),
        ("ikke_udpeget", False, 5),
        ("ikke_registreret", False, None),
        ("beslutning", False, 4),
        ("til_vurdering", False, 4),
    )
    rows = []
    for number in range(HOUSES):
        ground, designated, save = grounds[number % len(grounds)]
        lon = round(12.501 + number * 0.0004, 6)
        rows.append({"id": f"h{number}", "address": f"Langevej {number + 1}", "lon": lon, "property": "1", "save": save,
                     "geometry": [square(lon, 55.77)], "ground": ground, "designated": designated, "ensemble": "E1",
                     "year": 1900 + number})  # fmt: skip
    site = a_site(rows, state=IN_FORCE)
    more = {"group": [{"vaerdi_1_3": "A", "vaerdi_4_ensartet": "B"}.get(row["ground"]) for row in rows],
            "standing": ["kommuneplan"] * HOUSES}  # fmt: skip
    yield from served(replace(site, buildings={**site.buildings, **more}), tmp_path_factory.mktemp("vedtaget") / "web")


def on_paper(browser):
    """What the page says on paper of what it leaves out."""
    browser.devtools("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        browser.run("window.dispatchEvent(new Event('beforeprint'))")
        return [one.replace("\u00a0", " ").replace("\u2060", "") for one in browser.run(PAPER)]
    finally:
        browser.run("window.dispatchEvent(new Event('afterprint'))")
        browser.devtools("Emulation.setEmulatedMedia", {"media": ""})


def test_a_list_on_paper_says_that_it_is_shown_in_part(desk, adopted):
    visit(desk, adopted)
    assert desk.run(PAPER) == []  # the screen has a button
    assert on_paper(desk) == ["Udskriften viser de første 40 af 57."] * 2  # above the list and below it
    above = "const [cut] = document.querySelectorAll('#resultater .cut');"
    below = "return Boolean(cut.compareDocumentPosition(document.querySelector('#resultater .rows')) & 4)"
    assert desk.run(f"{above} {below}")
    desk.click("#resultater .more")
    assert on_paper(desk) == []


def test_a_question_stays_with_its_answer_on_paper(desk, adopted):
    desk.open(adopted.page("liste/maa-jeg.html"))
    kept = (
        "return [...document.querySelectorAll('.answers > div')].map((each) => getComputedStyle(each).breakInside)"
        ".filter((one, k, all) => all.indexOf(one) === k)"
    )
    desk.devtools("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert desk.run(kept) == ["avoid"]
    finally:
        desk.devtools("Emulation.setEmulatedMedia", {"media": ""})


def test_a_filter_in_force_is_named_on_paper(desk, adopted):
    visit(desk, adopted, "#grundlag=ikke_udpeget,vaerdi_1_3&save=3,5&periode=2")
    assert on_paper(desk) == [
        "Kun det, der er valgt: Grundlag for udpegning: SAVE-værdi 1–3, Ikke udpeget i denne plan; "
        "SAVE-værdi: 3, 5; Opført: 1900–1919."
    ]


def test_lists_and_suggestions_say_whether_a_building_is_designated(desk, adopted):
    wanted = "Ikke udpeget i denne plan: til vurdering"
    visit(desk, adopted, "#grundlag=til_vurdering")
    row = "return document.querySelector('#resultater .row .under').textContent"
    assert desk.until(row).replace("\u00a0", " ").startswith(wanted)
    suggested = "return Heritage.search.find('Langevej 6').first[0].under"
    assert desk.run(suggested).replace("\u00a0", " ") == wanted
    visit(desk, adopted, "#bygning=h0")
    others = "return [...document.querySelectorAll('#kortet-om .row .under')].map((each) => each.textContent)"
    under = [one.replace("\u00a0", " ") for one in desk.until(others)]
    assert len(under) > 20
    assert [one for one in under if not one.startswith(("Udpeget", "Ikke udpeget", "Fravalgt"))] == []


@pytest.fixture(scope="module")
def corners(tmp_path_factory):
    """Houses whose addresses begin alike, and an environment that is called as a street is."""
    names = (
        *("Hyldeparken 16", "Torvet 1, 2800 Lyngby", "Torvet 15, 2800 Lyngby", "Vestergade 3B"),
        *("Torvet 7, 2800 Lyngby", "Torvet 7, 2830 Virum"),
    )
    rows = [{"id": f"h{number}", "address": name, "lon": round(12.501 + number * 0.001, 6), "ensemble": "E1"}
            for number, name in enumerate(names)]  # fmt: skip
    lane = {"id": "E1", "name": "Torvet", "rings": [square(12.4995, 55.7690, 0.016)], "count": 6, "designated": 0}
    yield from served(a_site(rows, environments=[lane]), tmp_path_factory.mktemp("hjoerner") / "web")


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("torvet 1", "Torvet 1, 2800 Lyngby"),
        ("torvet 15 2800 lyngby", "Torvet 15, 2800 Lyngby"),
        ("torvet", "Torvet"),  # the environment is called that and no more
        ("hylde", "Hyldeparken 16"),  # the only one
        ("hyldeparken 1", None),  # another house
        ("vestergade 3", None),  # 3B is another one too
        ("vestergade 3b", "Vestergade 3B"),
        ("torvet 7", None),  # in two towns
        ("torvet 28", None),
        ("h2", "Torvet 15, 2800 Lyngby"),  # by its id
    ],
)
def test_enter_opens_what_was_typed_and_else_leaves_the_choice_to_the_person(desk, corners, typed, opened):
    visit(desk, corners)
    desk.click("#soeg")
    desk.keys(typed)
    first = desk.until(
        "const one = document.querySelector('#forslag [role=option]'); return one && one.firstChild.data"
    )
    desk.keys("Enter")
    if not opened:  # the first is marked, and opens when that is meant
        assert desk.run("return document.querySelector('#forslag [aria-selected=true]').firstChild.data") == first
        assert desk.run("return document.getElementById('kort-titel')") is None
        desk.keys("Enter")
    desk.until("return (document.querySelector('#kort-titel') || {}).textContent === arguments[0]", opened or first)


def test_a_card_on_paper_says_which_buildings_it_leaves_out(desk, adopted):
    visit(desk, adopted, "#miljoe=E1")
    assert on_paper(desk) == ["Udskriften viser de første 30 af 57."] * 2
    desk.click("#kortet-om .more")
    assert on_paper(desk) == []
    visit(desk, adopted, "#bygning=h0")
    assert on_paper(desk) == ["Udskriften viser ikke 56 andre bygninger på ejendommen."]


def test_the_card_and_the_front_lead_to_the_answers_of_the_building_s_own_group(desk, adopted):
    visit(desk, adopted, "#bygning=h1")
    link = "#kortet-om a[href*='maa-jeg']"
    desk.until("return document.querySelector(arguments[0])", link)
    assert desk.run("return document.querySelector(arguments[0]).textContent", link) == "Må jeg …? Svar for gruppe B"
    desk.click(link)
    desk.until("return document.querySelector(':target')?.textContent.startsWith('Gruppe B')")
    top = desk.run("return document.querySelector(':target').getBoundingClientRect().top")
    assert -1 <= top < 900
    visit(desk, adopted)
    desk.click(".foot a[href*='maa-jeg']")
    desk.until("return document.querySelector('h1')?.textContent === 'Må jeg …?'")


def test_the_card_of_what_another_plan_designates_does_not_contradict_it(desk, adopted):
    visit(desk, adopted, "#bygning=h2")
    card = desk.until(f"{CARD} return told.includes('Oplysninger') && told")
    assert "Ikke udpeget i denne plan" in card
    assert re.search(r"Udpeget i dag af\s+kommuneplanen", card)
    assert desk.run("return document.querySelector('.verdict strong').textContent") == "Ikke udpeget i denne plan"


@pytest.mark.parametrize("page", ["index.html", "english.html"])
@pytest.mark.parametrize("wide", [390, 320])
def test_filters_on_a_phone_wrap_and_lie_over_nothing(phone, adopted, page, wide):
    turned(phone, wide, 844)
    visit(phone, adopted.page(page))
    phone.run("Heritage.sheet.to('full'); document.getElementById('filtre').open = true")
    parts = "#filtre .what, #filtre .n, #filtre .chip > span, #filtre .group"
    assert phone.run(STICKS_OUT, f"{parts}, #filtre legend, #filtre label") == []
    crossing = phone.run(
        """const boxes = [...document.querySelectorAll(arguments[0])]
          .map((each) => [each.textContent, each.getBoundingClientRect()]).filter(([, box]) => box.width);
        const along = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5;
        const over = (a, b) => along(a, b) && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
        return boxes.flatMap(([name, a], i) =>
          boxes.slice(i + 1).filter(([, b]) => over(a, b)).map(([other]) => [name, other]));""",
        parts,
    )
    assert crossing == []


@pytest.mark.parametrize("page", ["aabne_data/index.html", "aabne_data/english.html"])
def test_the_open_data_on_a_phone_have_their_names_whole_and_links_for_a_finger(phone, adopted, page):
    phone.open(adopted.page(page))
    turned(phone, 390, 844)
    phone.until("return innerWidth === 390")
    assert phone.run(STICKS_OUT, "td, td *, a, h1, h2, h3, p, li, dd") == []
    found = "return [...document.querySelectorAll(arguments[0])]"
    lines = f"{found}.map((each) => [each.textContent, each.getClientRects().length])"
    names = phone.run(lines, ".files a") + phone.run(lines, ".fields code")
    assert len(names) > 20
    assert [name for name, count in names if count > 1] == []
    assert phone.run(f"{found}.filter((each) => each.offsetHeight < 24).length", ".files a") == 0
    assert re.search(r"(Rækker|Rows): \d", phone.run("return document.querySelector('.files').innerText"))


def located(phone, server, latitude, longitude):
    """The page after somebody has asked where they are, and what it says."""
    visit(phone, server)
    origin = server.page("").rstrip("/")
    phone.devtools("Browser.grantPermissions", {"permissions": ["geolocation"], "origin": origin})
    place = {"latitude": latitude, "longitude": longitude, "accuracy": 20}
    phone.devtools("Emulation.setGeolocationOverride", place)
    before = phone.run("return Heritage.map.leaflet.getCenter().toString()")
    phone.click("button[aria-label='Vis, hvor jeg er']")
    return before


def test_whoever_is_outside_the_map_is_told_so_and_the_map_stays(phone, adopted):
    turned(phone, 390, 844)
    before = located(phone, adopted, 57.05, 9.92)
    assert phone.until(SAID) == "Du er uden for det område, som kortet viser."
    assert phone.run("return Heritage.map.leaflet.getCenter().toString()") == before


def test_whoever_is_on_the_map_sees_the_place_above_the_sheet(phone, adopted):
    turned(phone, 390, 844)
    located(phone, adopted, 55.7702, 12.512)
    phone.until("return Heritage.map.leaflet.getZoom() >= 17")
    phone.until(
        """const at = Heritage.map.leaflet.latLngToContainerPoint([55.7702, 12.512]);
        const sheet = document.getElementById("panel").getBoundingClientRect().top;
        return at.x > 0 && at.x < 390 && at.y > 0 && at.y < sheet;"""
    )
