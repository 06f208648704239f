"""The card of a building in a real browser: its photo, its answers, its neighbours, and the plan's documents."""

from dataclasses import replace

import pytest
from qgis.PyQt.QtGui import QColor, QImage
from test_web_in_browser import served, visit
from web_sites import a_site
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.plan.card_facts import Neighbour
from lyngby_heritage.core.plan.photo import Photo
from lyngby_heritage.core.plan.state import PROPOSAL, PlanState
from lyngby_heritage.core.web.documents import Document

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

CARD = "return document.getElementById('kortet-om').innerText"
PHOTO = """
const image = document.querySelector(arguments[0]);
return image && image.complete && image.naturalWidth > 0 && [image.currentSrc.split('/').pop(), image.alt];
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
def lived_in(tmp_path_factory):
    """The street in hearing: number 9 with a photo and answers, Zebravej 1 with its neighbours, and documents."""
    folder = tmp_path_factory.mktemp("kort") / "web"
    photo = Photo("aa-9", ((480, 320), (1200, 800)))
    (folder / "fotos").mkdir(parents=True)
    for name, (width, height) in zip(photo.files(), photo.sizes):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#a05030"))
        assert image.save(str(folder / "fotos" / name))
    site = a_site(state=PlanState(PROPOSAL), documents=[Document("kort.pdf", 5_000_000)], alike_from=0.75)
    told = {
        "photo": {"aa-9": photo},
        "group": {"aa-9": "A"},
        "sub_values": {"aa-9": {"save_culture": 2}},
        "neighbours": {"zz-1": (Neighbour("aa-9", "Ågade 9", 1.0, ("etagetal",), ()),)},
    }
    added = {name: [by_id.get(one) for one in site.buildings["id"]] for name, by_id in told.items()}
    yield from served(replace(site, buildings={**site.buildings, **added}), folder)


def opened(browser, server, key):
    visit(browser, server, f"#bygning={key}")
    browser.until(f"{CARD}.includes('Oplysninger')")
    return browser


def test_a_card_shows_the_photo_in_the_size_that_is_needed(desk, lived_in):
    opened(desk, lived_in, "aa-9")
    words = "Foto af Ågade 9, fritliggende enfamiliehus opført 1912"
    assert desk.until(PHOTO, "#kortet-om .photo img") == ["aa-9-480.jpg", words]
    assert not desk.messages()


def test_a_fine_screen_gets_the_large_photo_and_nothing_sticks_out(phone, lived_in):
    opened(phone, lived_in, "aa-9")
    phone.run("document.getElementById('app').dataset.sheet = 'full'")
    assert phone.until(PHOTO, "#kortet-om .photo img")[0] == "aa-9-1200.jpg"
    assert phone.run("return document.documentElement.scrollWidth") == 390


def test_the_list_shows_it_beside_the_name_that_says_what_it_is(desk, lived_in):
    visit(desk, lived_in)
    assert desk.until(PHOTO, ".row img") == ["aa-9-480.jpg", ""]


def test_an_owner_reads_what_the_provisions_answer(desk, lived_in):
    opened(desk, lived_in, "aa-9")
    card = desk.run(CARD).replace("\u00a0", " ")
    assert "Må jeg rive bygningen ned?\nKræver tilladelse efter forslaget (§ 4.1)." in card
    assert "planlovens § 17" in card
    assert card.count("uden kommunalbestyrelsens tilladelse") == 1
    assert "Tagets form" not in card  # what nobody has decided stands behind its line
    desk.run("document.querySelector('#kortet-om details').open = true")
    assert "Tagets form (§ 5.2)" in desk.run(CARD).replace("\u00a0", " ")
    assert "Kulturhistorisk værdi\n2: høj" in card


def test_a_building_that_no_provision_binds_is_asked_nothing(desk, lived_in):
    opened(desk, lived_in, "aa-10")
    assert "Må jeg" not in desk.run(CARD)


def test_a_neighbour_leads_to_its_own_card(desk, lived_in):
    opened(desk, lived_in, "zz-1")
    desk.run("document.querySelector('#kortet-om details').open = true")
    desk.click("#kortet-om details a")
    desk.until("return document.getElementById('kort-titel').textContent === 'Ågade 9'")


def test_what_is_folded_on_the_screen_stands_open_on_paper(desk, lived_in):
    opened(desk, lived_in, "aa-9")
    folded = "return [...document.querySelectorAll('#kortet-om details')].filter((one) => !one.open).length"
    count = desk.run(folded)
    assert count > 0
    desk.run("window.dispatchEvent(new Event('beforeprint'))")
    assert desk.run(folded) == 0
    desk.run("window.dispatchEvent(new Event('afterprint'))")
    assert desk.run(folded) == count


def test_the_documents_are_on_the_front_and_on_the_cards(desk, lived_in):
    visit(desk, lived_in)
    links = "return [...document.querySelectorAll(arguments[0])].map((each) => [each.textContent, each.pathname])"
    expected = [["Kort (PDF, 5 MB)", "/dokumenter/kort.pdf"]]
    assert desk.run(links, "#oversigt .documents a") == expected
    opened(desk, lived_in, "aa-9")
    assert desk.run(links, "#kortet-om .documents a") == expected
