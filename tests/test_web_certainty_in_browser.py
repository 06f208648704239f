"""The map of how sure each designation is, in a real browser: with a mouse, by keyboard, on a phone, by link."""

from datetime import date

import pytest
from axe import AXE, findings
from site_in_browser import served, settled, visit
from web_sites import a_site, columns, square
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.plan.state import PlanState

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]
judged = pytest.mark.skipif(AXE is None, reason="axe-core is not there: pip install axe-core-python, or AXE_CORE=file")

VIEW = "return [Heritage.map.view.certainty, document.getElementById('vis-sikkerhed').checked, location.hash]"
PIXEL = """
const {map, model, painter} = Heritage;
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 256;
const [x, y] = [model.x[model.find(arguments[0])], model.y[model.find(arguments[0])]];
const z = 17; const at = [x, y].map((each) => each * 256 * 2 ** z);
const [left, top] = at.map((each) => Math.floor(each / 256));
painter.paint(canvas, {x: left, y: top, z}, 1, map.view);
const pixels = canvas.getContext("2d").getImageData(at[0] - left * 256, at[1] - top * 256, 1, 1).data;
return "#" + [...pixels].slice(0, 3).map((each) => each.toString(16).padStart(2, "0")).join("");
"""


def house(id_, east, certainty, designated=True, save=4):
    ground = ("vaerdi_4_ensartet" if designated else "ikke_udpeget") if save == 4 else "vaerdi_1_3"
    return {"id": id_, "address": f"Ågade {id_}", "lon": 12.5 + east, "save": save, "designated": designated,
            "geometry": [square(12.4999 + east, 55.76995)], "ground": ground, "certainty": certainty}  # fmt: skip


ROWS = [house("1", 0, 1.0), house("2", 0.001, 15 / 27), house("3", 0.002, 1.0, False), house("4", 0.003, None, True, 2)]


def the_site(**changes):
    """Always designated; about half, and close to the limit; never; and one of another value."""
    told = {**columns(ROWS), "certainty": [row["certainty"] for row in ROWS]}
    return a_site(buildings=told, environments=[], landscape=[], **changes)


@pytest.fixture(scope="module")
def street(tmp_path_factory):
    yield from served(the_site(), tmp_path_factory.mktemp("gade") / "web")


@pytest.fixture(scope="module")
def in_force(tmp_path_factory):
    state = PlanState(2, adopted=date(2027, 3, 1), published=date(2027, 3, 8))
    yield from served(the_site(state=state), tmp_path_factory.mktemp("vedtaget") / "web")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil")) as browser:
        yield browser


@pytest.fixture(scope="module")
def phone(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("telefon"), 390, 844, phone=True) as browser:
        yield browser


def card(browser):
    browser.until("return document.getElementById('kortet-om').innerText.includes('SAVE-værdi')")
    return browser.run("return document.getElementById('kortet-om').innerText").replace("\u00a0", " ")


def test_the_map_is_coloured_from_always_to_never_when_it_is_asked_for(desk, street):
    visit(desk, street)
    assert desk.run(PIXEL, "1") == "#e08a5b"  # designated by the rule
    desk.run("document.getElementById('sikkerhed').open = true; document.getElementById('vis-sikkerhed').click();")
    settled(desk)
    assert desk.run(VIEW) == [True, True, "#kort=sikkerhed"]
    assert [desk.run(PIXEL, one) for one in "1234"] == ["#6b1a18", "#e8a468", "#ffffff", "#dcd8d0"]
    desk.run("document.getElementById('vis-sikkerhed').click();")
    assert desk.run(VIEW) == [False, False, ""]
    assert desk.run(PIXEL, "1") == "#e08a5b"
    assert desk.messages() == []


@pytest.mark.parametrize("page", ["index.html", "english.html"])
def test_a_link_opens_the_map_so_in_both_languages(desk, street, page):
    visit(desk, street.page(page), "#kort=sikkerhed")
    assert desk.run(VIEW)[:2] == [True, True]
    assert desk.run("return document.getElementById('sikkerhed').open")
    assert not desk.run("return document.getElementById('sikkerhed-vises').hidden")
    assert desk.run(PIXEL, "1") == "#6b1a18"


def test_the_choice_stays_while_cards_are_opened_and_closed(desk, street):
    visit(desk, street, "#kort=sikkerhed")
    desk.run("document.querySelector('#resultater a').click();")
    assert "kort=sikkerhed" in desk.run("return location.hash")
    desk.run("document.querySelector('[data-back]').click();")
    assert desk.run(VIEW) == [True, True, "#kort=sikkerhed"]


def test_the_choice_is_made_with_the_keyboard_alone(desk, street):
    visit(desk, street)
    desk.run("document.querySelector('#sikkerhed summary').focus();")
    desk.keys("\ue007")  # Enter
    assert desk.run("return document.getElementById('sikkerhed').open")
    desk.keys("\ue004")  # Tab
    assert desk.run("return document.activeElement.id") == "vis-sikkerhed"
    desk.keys(" ")
    assert desk.run(VIEW)[:2] == [True, True]


def test_a_card_says_that_its_answer_is_close_to_the_limit_and_what_counts(desk, street, in_force):
    visit(desk, street, "#bygning=2")
    assert "Tæt på grænsen: flyttes reglens grænser lidt, kan svaret blive et andet." in card(desk)
    visit(desk, in_force, "#bygning=2")
    assert "Det er planens svar, der gælder." in card(desk)
    visit(desk, in_force.page("english.html"), "#bygning=2")
    desk.until("return document.querySelector('.unsure') !== null")
    assert "It is the plan's answer that counts." in desk.run("return document.querySelector('.unsure').textContent")
    visit(desk, street, "#bygning=1")
    assert "Tæt på grænsen" not in card(desk)


def test_on_a_phone_the_box_fits_and_can_be_pressed(phone, street):
    visit(phone, street)
    phone.run("document.getElementById('sikkerhed').open = true;")
    wide, tall = phone.run(
        """const box = document.getElementById('sikkerhed').getBoundingClientRect();
        const row = document.getElementById('vis-sikkerhed').closest('label').getBoundingClientRect();
        return [box.right, row.height];"""
    )
    assert wide <= 390
    assert tall >= 24
    phone.run("document.getElementById('vis-sikkerhed').click();")
    assert phone.run(VIEW)[:2] == [True, True]


@judged
@pytest.mark.parametrize("hash_", ["#kort=sikkerhed", "#bygning=2&kort=sikkerhed"])
def test_axe_finds_nothing(desk, phone, street, hash_):
    for browser in (desk, phone):
        visit(browser, street, hash_)
        browser.run("document.getElementById('sikkerhed').open = true;")
        assert findings(browser) == []
