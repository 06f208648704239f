"""The website to those who do not see it, or hold a phone sideways: every page in every state, judged by axe-core."""

from datetime import date

import pytest
from axe import AXE, findings
from site_in_browser import served, turned, visit
from web_sites import a_site, square
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.web import write_site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]
judged = pytest.mark.skipif(AXE is None, reason="axe-core is not there: pip install axe-core-python, or AXE_CORE=file")

HEARING = PlanState(1, date(2027, 1, 4), date(2027, 2, 26))
STATES = {
    "draft": PlanState(),
    "hearing": HEARING,
    "adopted": PlanState(2, adopted=date(2027, 3, 1)),
    "in force": PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8)),
}
MAPS = ("index.html", "english.html")
VIEWS = ("", "#bygning=aa-9", "#bygning=uden", "#bygning=zz-1", "#miljoe=E1", "#miljoe=E2", "#landskab=1", "#om",
         "#fane=miljoeer", "#fane=landskab", "#bygning=findes-ikke", "#save=9")  # fmt: skip
PLAIN = ("liste/index.html", "liste/001.html", "liste/omraader.html", "aabne_data/index.html")
PLAIN += ("list/index.html", "list/001.html", "list/omraader.html", "aabne_data/english.html")
HELD = ((390, 844), (844, 390))
"""A phone upright, and on its side."""


def site_of(state):
    site = a_site(state=state)
    decided = {"id": "E2", "name": "Torvet", "decided": True, "rings": [square(12.505, 55.769, 0.002)], "count": 1,
               "reason": "Besluttet.", "values": "Længerne", "vulnerability": "Kviste", "advice": "Værn."}  # fmt: skip
    return a_site(state=state, environments=[*site.environments, decided])


@pytest.fixture(scope="module", params=STATES)
def state(request, tmp_path_factory):
    """A server of a site whose plan is so far, and what every page of it says."""
    for server in served(site_of(STATES[request.param]), tmp_path_factory.mktemp("stand") / "web"):
        yield server, STATES[request.param]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil")) as browser:
        yield browser


@pytest.fixture(scope="module")
def phone(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("telefon"), 390, 844, phone=True) as browser:
        yield browser


@judged
@pytest.mark.parametrize("page", MAPS)
def test_nothing_is_found_on_the_map_s_page(desk, state, page):
    server, _ = state
    found = {}
    for view in VIEWS:
        visit(desk, server.page(page), view)
        if view.startswith("#bygning=") and view != "#bygning=findes-ikke":
            desk.until("return document.querySelector('.reason').textContent.length > 8")
        found[view] = findings(desk)
    visit(desk, server.page(page))
    desk.click("#filtre summary")
    found["filters"] = findings(desk)
    desk.click("#soeg")
    desk.keys("aagade")
    desk.until("return document.querySelectorAll('#forslag [role=option]').length > 1")
    found["suggestions"] = findings(desk)
    desk.keys("xyzq")
    found["nothing found"] = findings(desk)
    assert {view: told for view, told in found.items() if told} == {}


@judged
def test_nothing_is_found_on_the_plain_pages(desk, state):
    server, _ = state
    found = {}
    for page in PLAIN:
        desk.open(server.page(page))
        found[page] = findings(desk)
    assert {page: told for page, told in found.items() if told} == {}


@judged
@pytest.mark.parametrize("held", HELD)
def test_nothing_is_found_on_a_phone_either_way(phone, state, held):
    server, _ = state
    found = {}
    turned(phone, *held)
    for page in MAPS:
        for view, sheet in (("", "half"), ("#bygning=aa-9", "low"), ("#bygning=aa-9", "full"), ("#om", "full")):
            visit(phone, server.page(page), view)
            phone.run("Heritage.sheet.to(arguments[0])", sheet)
            phone.until("return document.getAnimations().length === 0")
            found[page, view, sheet] = findings(phone)
    for page in PLAIN:
        phone.open(server.page(page))
        turned(phone, *held)
        found[page] = findings(phone)
    assert {where: told for where, told in found.items() if told} == {}


@pytest.mark.parametrize("held", [*HELD, (320, 568)])
def test_no_plain_page_is_wider_than_the_phone(phone, tmp_path, held):
    write_site(tmp_path / "web", site_of(PlanState()))
    wide = {}
    for page in PLAIN:
        phone.open((tmp_path / "web" / page).as_uri())
        turned(phone, *held)
        wide[page] = phone.run("return document.documentElement.scrollWidth")
    assert {page: width for page, width in wide.items() if width > held[0]} == {}


def test_the_links_at_the_foot_are_large_enough_for_a_finger(phone, tmp_path):
    write_site(tmp_path / "web", site_of(PlanState()))
    for held in HELD:
        turned(phone, *held)
        visit(phone, (tmp_path / "web" / "index.html").as_uri())
        high = phone.run("return [...document.querySelectorAll('.foot a')].map((one) => one.clientHeight)")
        assert len(high) > 1
        assert min(high) >= 24, held


SEEN = """return [...document.querySelectorAll('.state')].filter((one) => one.getClientRects().length)
  .map((one) => one.innerText)"""
SENTENCES = {
    "udkast": ("Udkast.", "Draft."),
    "forslag": ("Forslag i offentlig høring fra den 4. januar 2027", "Proposal in public hearing from 4 January 2027"),
    "vedtaget": ("Vedtaget endeligt den 1. marts 2027.", "Finally adopted on 1 March 2027."),
}


def test_every_page_shows_how_far_the_plan_is_on_the_screen_on_paper_and_on_a_phone(desk, phone, state):
    server, plan = state
    for browser, held in ((desk, None), (phone, HELD[0]), (phone, HELD[1])):
        if held:
            turned(browser, *held)
        for page in (*MAPS, *PLAIN):
            begins = SENTENCES[plan.key][page.startswith("list/") or "english" in page]
            for view in ("", "#bygning=aa-9", "#om") if page in MAPS else ("",):
                if page in MAPS:
                    visit(browser, server.page(page), view)
                else:
                    browser.open(server.page(page))
                    if held:
                        turned(browser, *held)
                for medium in ("", "print"):
                    browser.devtools("Emulation.setEmulatedMedia", {"media": medium})
                    told = browser.run(SEEN)
                    browser.devtools("Emulation.setEmulatedMedia", {"media": ""})
                    assert len(told) == 1, (page, view, medium)
                    assert told[0].replace("\u00a0", " ").startswith(begins), (page, view, medium)


@pytest.mark.parametrize("hash_", ["#bygning=zz-1", "#bygning=aa-9"])
def test_a_phone_on_its_side_has_the_card_beside_the_map_and_the_building_on_it(phone, tmp_path, hash_):
    write_site(tmp_path / "web", site_of(PlanState()))
    turned(phone, 844, 390)
    visit(phone, (tmp_path / "web" / "index.html").as_uri(), hash_)
    panel, chart = (
        phone.run(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.left, b.right]", one
        )
        for one in (".panel", ".map")
    )
    assert panel[1] <= chart[0]
    assert chart[1] - chart[0] > 400
    x, y = phone.run(
        """const {model, map} = Heritage; const i = model.find(arguments[0]);
        const p = map.leaflet.latLngToContainerPoint(model.place(i));
        const box = document.getElementById("kort").getBoundingClientRect();
        return [box.left + p.x, box.top + p.y];""",
        hash_.removeprefix("#bygning="),
    )
    assert chart[0] + 20 < x < chart[1] - 20
    assert 20 < y < 370
    views = phone.run("return document.getElementById('visninger').clientHeight")
    assert views > 150  # room to read in
