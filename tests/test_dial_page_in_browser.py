"""The interactive part of the report as a council uses it in Chromium: dragged, typed, compared and printed."""

import base64
import shutil
import subprocess

import numpy as np
import pytest
from axe import AXE, findings
from builders import classified, house, settings
from designation_reports import a_report
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.designation.dial import make_dial
from lyngby_heritage.core.report.classification import render
from lyngby_heritage.core.report.dial import dial_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

# Neighbours stand within 40 m. Ahornvej 5 has one that is like it and one that is not, Birkevej 2 has none.
STREET = (
    ("Ahornvej 1", house(0, id="a", property="a", save=4)),
    ("Ahornvej 3", house(30, id="b", property="b", save=4)),
    ("Ahornvej 5", house(60, id="c", property="c", save=4)),
    ("Ahornvej 7", house(90, id="d", property="d", save=5, year=1960, wall=2)),
    ("Birkevej 2", house(300, 200, id="e", property="e", save=4)),
    ("Cedervej 4", house(500, id="f", property="f", save=2)),
)
CHOSEN = {"method": 3, "min_neighbours": 1}
RUN = {"buildings": "3", "properties": "3", "designated": "2", "review": "1", "not": "1"}
SIZES = ((1280, 900, False), (1024, 768, False), (768, 1024, True), (390, 844, True))


def a_page(folder, withheld=(), street=STREET):
    names, table = [name for name, _ in street], [row for _, row in street]
    base = settings(**CHOSEN)
    kept = np.array([name in withheld for name in names])
    dial = make_dial(classified(table, **CHOSEN), base, names, kept)
    path = folder / "rapport.html"
    path.write_text(render(a_report(dial=dial_page(dial, base.basis(False, (), ())))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil"), 1280, 900) as browser:
        yield browser


@pytest.fixture
def page(desk, tmp_path):
    desk.open(a_page(tmp_path).as_uri())
    desk.run("document.getElementById('proev-selv').scrollIntoView()")
    yield desk
    assert desk.messages() == []


def plain(text):
    return text.replace("\u00a0", " ").replace("\u2060", "")


def counted(browser):
    """The five figures and what stands beside each, once the page has caught up."""
    browser.run_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    told = browser.run(
        "return [...document.querySelectorAll('#dial-counts dd')].map((one) => [one.firstChild.textContent,"
        " one.querySelector('span').textContent])"
    )
    return dict(zip(RUN, ([plain(part) for part in one] for one in told)))


def numbers(browser):
    return {name: count for name, (count, _) in counted(browser).items()}


def told(browser, selector):
    return plain(browser.run("return document.querySelector(arguments[0]).innerText", selector))


def middle(browser, selector):
    return browser.run(
        "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return [b.left + b.width / 2, b.top + b.height / 2]",
        selector,
    )


def on_the_map(browser, name):
    """Where on the screen a building is drawn, once the map is there."""
    browser.run("document.getElementById('dial-map').scrollIntoView()")
    return browser.run(
        """const {model, map} = DialPage;
        const i = Array.from({length: model.n}, (_, k) => k).find((k) => model.name(k) === arguments[0]);
        const box = document.querySelector("#dial-map canvas").getBoundingClientRect(), [x, y] = map.placeOf(i);
        return [box.left + x, box.top + y];""",
        name,
    )


def test_it_begins_with_what_the_run_found(page):
    assert counted(page) == {name: [count, "uændret"] for name, count in RUN.items()}
    assert page.run("return document.querySelector('nav [href=\"#proev-selv\"]').checkVisibility()")


@pytest.mark.parametrize(
    ("unknown", "count", "apart", "then"),
    [
        ("f", "2", "1 bygning", "4 bygninger udpeget på 3 ejendomme og 1 bygning uden kendt ejendom, 1 bygning flere"),
        ("b", "2", "1 bygning", "4 bygninger udpeget på 3 ejendomme og 1 bygning uden kendt ejendom, 1 bygning flere"),
        ("abcdef", "ukendt", "3 bygninger", "4 bygninger udpeget uden kendt ejendom, 1 bygning flere"),
    ],
)
def test_designated_buildings_of_no_known_property_are_said_apart(desk, tmp_path, unknown, count, apart, then):
    """The run designates a and b of value 4, and f of value 2; with a lower share c too."""
    street = [(name, {**row, "property": None} if row["id"] in unknown else row) for name, row in STREET]
    desk.open(a_page(tmp_path, street=street).as_uri())
    assert numbers(desk) == {**RUN, "properties": count}
    labels = plain(desk.run("return document.getElementById('dial-counts').textContent"))
    assert f"ejendomme med udpegede bygninger; desuden {apart} uden kendt ejendom" in labels
    desk.run("document.getElementById('dial-uniform_share').focus()")
    desk.keys(*["Left"] * 10)
    desk.until("return document.getElementById('dial-told').textContent.includes('flere')")
    assert told(desk, "#dial-told").startswith(then)
    assert desk.messages() == []


def test_keys_move_a_threshold_and_the_figures_follow(page):
    page.run("document.getElementById('dial-uniform_share').focus()")
    page.keys(*["Left"] * 10)
    assert counted(page) == {
        "buildings": ["4", "+1 bygning"],
        "properties": ["4", "+1 ejendom"],
        "designated": ["3", "+1 "],
        "review": ["1", "uændret"],
        "not": ["0", "−1 "],
    }
    assert (
        plain(page.run("return document.getElementById('dial-uniform_share').getAttribute('aria-valuetext')")) == "50 %"
    )
    page.until("return document.getElementById('dial-told').textContent.includes('flere')")
    assert told(page, "#dial-told") == (
        "4 bygninger udpeget på 4 ejendomme, 1 bygning flere end beregnet. 1 bygning med værdi 4 skal vurderes."
    )
    page.click("#dial-reset")
    assert numbers(page) == RUN


def test_dragging_moves_it_too(page):
    x, y = middle(page, "#dial-uniform_share")
    left = page.run("return document.getElementById('dial-uniform_share').getBoundingClientRect().left")
    page.point(left + 13 + (x - left - 13) * 1.2, y, drag=(left + 20, y))  # from 60 % to nearly nothing
    assert numbers(page) == {**RUN, "buildings": "4", "properties": "4", "designated": "3", "not": "0"}


@pytest.mark.parametrize(
    ("typed", "kept", "designated"),
    [("50", "50", "3"), ("50,1", "50,1", "2"), ("1000", "100", "2"), ("halv", "halv", "2")],
)
def test_a_number_is_typed(page, typed, kept, designated):
    page.click("#dial-uniform_share-typed")
    page.run("document.getElementById('dial-uniform_share-typed').select()")
    page.keys(typed, "Enter")
    assert numbers(page)["designated"] == designated
    field = "document.getElementById('dial-uniform_share-typed')"
    assert page.run(f"return {field}.value") == kept
    assert page.run(f"return {field}.getAttribute('aria-invalid') === 'true'") == (typed == "halv")


def test_a_button_takes_one_step(page):
    page.click(".dial-slider:has(#dial-min_neighbours) .dial-row > button:last-child")
    assert numbers(page) == {"buildings": "2", "properties": "2", "designated": "1", "review": "2", "not": "1"}


def test_another_rule_and_another_municipality_s(page):
    page.click("[name=dial-rule][value='3']")
    assert numbers(page) == {"buildings": "5", "properties": "5", "designated": "4", "review": "0", "not": "0"}
    assert told(page, "#dial-idle") == "Den valgte regel ser ikke på naboerne. Tærsklerne har derfor ingen betydning."
    page.click("#dial-others summary")
    page.run(
        "[...document.querySelectorAll('#dial-others button')].find((one) => one.textContent === 'Gladsaxe').click()"
    )
    assert numbers(page) == {"buildings": "1", "properties": "1", "designated": "0", "review": "0", "not": "4"}
    assert "Kilde: Kommuneplan 2017 (gladsaxe.dk)." in told(page, "#dial-others")
    assert page.run("return document.querySelector('[name=dial-rule]:checked').value") == "4"


def test_a_building_that_is_pressed_says_why(page):
    page.point(*on_the_map(page, "Ahornvej 5"))
    page.until("return !document.getElementById('dial-card').hidden")
    card = told(page, "#dial-card")
    for words in (
        "Ahornvej 5\n",
        "Udpeges ikke.",
        "Bygningen er ikke ensartet med naboerne. 1 af 2 naboer, der kan sammenlignes, ligner den: 50 %. "
        "Kravet er mindst 60 % af mindst 1 nabo.",
        "Tæt på en tærskel: flyttes én tærskel et trin, vendes udfaldet.",
        "Kommer med, når højst 50 % af naboerne skal være ens.",
        "Kommer med, når en nabo højst skal ligne på 66,66 % af forholdene.",
        "Naboerne (2)",
    ):
        assert words in card
    page.run("DialPage.set({...DialPage.settings(), UNIFORM_SHARE: 0.5})")
    counted(page)
    card = told(page, "#dial-card")
    assert "Udpeges. Som beregnet: udpeges ikke." in card
    assert "Falder ud, når mere end 50 % af naboerne skal være ens." in card
    assert "Falder ud, når mere end 2 naboer skal kunne vurderes. Så skal en fagperson vurdere den." in card


def test_at_nothing_per_cent_nobody_need_be_alike_and_the_card_says_so(page):
    page.run("DialPage.set({...DialPage.settings(), UNIFORM_SHARE: 0})")
    counted(page)
    page.run("DialPage.pick(2, true)")  # Ahornvej 5: one of its two neighbours is like it
    card = told(page, "#dial-card")
    assert "Udpeges. Som beregnet: udpeges ikke." in card
    assert "Med et krav på 0 % regnes enhver bygning med naboer nok for ensartet med dem." in card
    assert "Kravet er 0 % af mindst 1 nabo: Ingen af dem behøver at ligne den." in card
    assert "Bygningen er ensartet med naboerne." not in card


def test_one_whose_neighbours_are_all_unlike_it_comes_in_where_none_need_be_alike(desk, tmp_path):
    street = (
        ("Ahornvej 1", house(0, id="a", property="a", save=4)),
        ("Ahornvej 3", house(30, id="b", property="b", save=5, year=1960, wall=2)),
    )
    desk.open(a_page(tmp_path, street=street).as_uri())
    desk.run("DialPage.pick(0, true)")
    card = told(desk, "#dial-card")
    assert "Kommer med, når ingen af naboerne behøver at være ens (0 %)." in card
    assert "højst 0 %" not in card


def test_what_can_be_moved_is_explained_and_nothing_else(page):
    page.run("document.getElementById('dial-meanings').closest('details').open = true")
    explained = told(page, "#dial-meanings")
    for name in (
        "Andel af naboer",
        "Lighed",
        "Forskel i opførelsesår",
        "Naboer, der mindst",
        "Afstand mellem nabobygn",
    ):
        assert name in explained
    assert "Afstand til ejendomme overfor" not in explained  # the run's neighbours are those within a distance


def test_a_press_on_the_map_is_no_keyboard(page):
    by_keys = (
        "const map = document.activeElement; return [map.className.split(' ').includes('dial-map'),"
        " map.classList.contains('by-keyboard'), getComputedStyle(map).outlineStyle]"
    )
    page.point(*on_the_map(page, "Ahornvej 5"))
    assert page.run(by_keys) == [True, False, "none"]
    page.keys("Right")
    assert page.run(by_keys) == [True, True, "solid"]


def test_one_neighbour_more_asked_for_is_no_step_of_a_threshold(page):
    page.run("DialPage.pick(0, true)")  # Ahornvej 1: its only neighbour is like it
    card = told(page, "#dial-card")
    assert "Falder ud, når mere end 1 nabo skal kunne vurderes." in card
    assert "Tæt på en tærskel" not in card


def test_one_that_falls_out_to_be_looked_at_has_its_own_sign(page):
    legend = "return [...document.querySelectorAll('#dial-legend li')].map((one) => one.textContent)"
    outright = ["udpeges", "skal vurderes", "udpeges ikke", "kommer med", "falder ud"]
    assert page.run(legend) == outright
    page.click(".dial-slider:has(#dial-min_neighbours) .dial-row > button:last-child")
    counted(page)  # Ahornvej 1 has one neighbour, and two are asked for
    assert page.run(legend) == [*outright, "falder ud og skal vurderes"]


def test_a_search_that_finds_nothing_says_what_can_be_found(page):
    assert told(page, "label[for=dial-search]") == "Find en bygning med SAVE-værdi 4"
    page.click("#dial-search")
    page.keys("cedervej")  # a building of value 2
    assert told(page, "#dial-found-told") == (
        "Ingen af bygningerne her passer. Her kan kun findes bygninger med SAVE-værdi 4, som ingen særskilt "
        "beslutning gælder."
    )
    seen = "return document.getElementById('dial-found-told').offsetHeight > 5"
    assert page.run(seen)
    page.run("document.getElementById('dial-search').select()")
    page.keys("ahorn")
    assert told(page, "#dial-found-told") == "3 bygninger fundet"
    assert not page.run(seen)


def test_a_building_is_found_by_keys_alone(page):
    page.click("#dial-search")
    page.keys("birk", "Down", "Enter")
    card = told(page, "#dial-card")
    assert "Birkevej 2" in card
    assert "Skal vurderes af en fagperson." in card
    assert "Ingen naboer kan sammenlignes med den." in card
    page.keys("Escape")
    assert page.run("return document.getElementById('dial-card').hidden && document.activeElement.id") == "dial-map"
    page.keys("0", "+", "-", "Enter")  # the one nearest the middle
    assert not page.run("return document.getElementById('dial-card').hidden")


@pytest.mark.parametrize(
    ("typed", "first", "opened"),
    [
        ("torvet 1", "Torvet 1", "Torvet 1"),  # not 15, which stands before it
        ("torvet 15", "Torvet 15", "Torvet 15"),
        ("hyldeparken 1", "Hyldeparken 16", None),  # another house, though no other begins so
        ("vestergade", "Vestergade 3, 2800 Lyngby", None),
        ("vestergade 3", "Vestergade 3, 2800 Lyngby", None),  # in two towns
        ("vestergade 3, 2800 lyngby", "Vestergade 3, 2800 Lyngby", "Vestergade 3, 2800 Lyngby"),
        ("vestergade 7", "Vestergade 7, 2800 Lyngby", "Vestergade 7, 2800 Lyngby"),
        ("hylde", "Hyldeparken 16", "Hyldeparken 16"),  # the only one
        ("parken", "Hyldeparken 16", "Hyldeparken 16"),
        ("3", "Vestergade 3, 2800 Lyngby", None),  # whole words stand before those that hold it
    ],
)
def test_a_whole_address_opens_the_house_that_it_names_and_no_other(desk, tmp_path, typed, first, opened):
    names = (
        *("Hyldeparken 16", "Kirkevej 30", "Torvet 15", "Torvet 1"),
        *("Vestergade 3, 2800 Lyngby", "Vestergade 3, 2830 Virum", "Vestergade 7, 2800 Lyngby"),
    )
    street = [(name, house(200 * n, id=f"h{n}", property=f"h{n}", save=4)) for n, name in enumerate(names)]
    desk.open(a_page(tmp_path, street=street).as_uri())
    desk.click("#dial-search")
    desk.keys(typed)
    assert told(desk, "#dial-found li") == first
    desk.keys("Enter")
    card = desk.run("return [...document.querySelectorAll('#dial-card h3')].map((one) => one.textContent)")
    assert [plain(one) for one in card] == ([opened] if opened else [])
    if not opened:  # the first is marked, and opens when that is meant
        assert told(desk, "#dial-found [aria-selected=true]") == first
        desk.keys("Enter")
        assert told(desk, "#dial-card h3") == first
    assert desk.messages() == []


def test_two_choices_stand_side_by_side(page):
    page.click("#dial-keep-a")
    page.click("[name=dial-rule][value='3']")
    counted(page)
    page.click("#dial-keep-b")
    assert told(page, "#dial-kept") == (
        "B er gemt. Vælg under »Kortet viser«, om kortet skal vise forskellen mellem A og B; "
        "tallene står under »Sammenlign to valg«."
    )
    pair = told(page, "#dial-pair")
    assert "udpeges 2 af begge, 0 kun af A, 2 kun af B og 0 af ingen af dem." in pair
    rows = page.run(
        "return [...document.querySelectorAll('#dial-pair tbody tr')]"
        ".map((row) => [...row.children].map((one) => one.textContent))"
    )
    assert ["Udpegede bygninger i alt", "3", "5", "+2"] in rows
    assert ["Andel af naboer, der skal være ens", "60\u00a0%", "uden betydning"] in rows
    page.click("[name=dial-shows][value=pair]")
    assert told(page, "#dial-changes summary") == "0 bygninger udpeges kun af A, 2 kun af B"
    page.click("#dial-changes summary")
    page.until("return document.querySelector('#dial-changes li')")
    assert page.run("return [...document.querySelectorAll('#dial-changes li')].map((one) => one.textContent)") == [
        "Ahornvej 5",
        "Birkevej 2",
    ]
    page.run(
        "[...document.querySelectorAll('#dial-pair button')].find((one) => one.textContent === 'Vis A igen').click()"
    )
    assert numbers(page) == RUN


def on_paper(browser, tmp_path):
    made = browser.devtools("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf = tmp_path / "side.pdf"
    pdf.write_bytes(base64.b64decode(made["data"]))
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(plain(text).split()), text.count("\f")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize(
    ("kept", "figures"), [(False, "Udpegede bygninger i alt 4 +1"), (True, "Udpegede bygninger i alt 4 3 4 +1")]
)
def test_the_choice_prints_on_one_sheet(page, tmp_path, kept, figures):
    if kept:
        page.click("#dial-keep-a")
    page.run("DialPage.set({...DialPage.settings(), UNIFORM_SHARE: 0.5})")
    counted(page)
    if kept:
        page.click("#dial-keep-b")
        page.run("DialPage.set({...DialPage.settings(), VALUE4_RULE: 1})")
        counted(page)
    page.run("window.print = () => { window.printed = true; }; document.getElementById('dial-print').click()")
    page.until("return window.printed")
    text, sheets = on_paper(page, tmp_path)
    assert sheets == 1
    for words in (
        figures,
        "50 %",
        "Det er en beregning og ingen beslutning.",
        "»I forhold til rapporten« er det valgte minus rapportens egen udpegning (3 bygninger).",
        "UNIFORM_SHARE=0.5",
        "MIN_NEIGHBOURS=1",
        "Kilde: Bygninger: bygninger (14.213)",
        "data beregnet 22.11.2026 kl. 14.05",
    ):
        assert words in text
    page.run("window.dispatchEvent(new Event('afterprint'))")
    whole, sheets = on_paper(page, tmp_path)
    assert sheets > 3
    assert "Hvad betyder tærsklerne?" in whole
    assert "Prøv selv" not in whole


def test_the_parameters_can_be_copied(page):
    page.click("[name=dial-rule][value='1']")
    counted(page)
    assert told(page, "#dial-parameters").startswith("classifybuildings ")
    assert "VALUE4_RULE=1" in told(page, "#dial-parameters")
    page.click("#dial-copy")
    assert told(page, "#dial-copied") in ("Kopieret.", "Teksten er markeret og kan kopieres.")


def test_without_script_the_tables_remain(desk, tmp_path):
    desk.devtools("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        desk.open(a_page(tmp_path).as_uri())
        assert not desk.run("return document.getElementById('proev-selv').checkVisibility()")
        assert not desk.run("return document.querySelector('nav [href=\"#proev-selv\"]').checkVisibility()")
        assert desk.run("return document.querySelectorAll('#taerskler table').length") == 3
    finally:
        desk.devtools("Emulation.setScriptExecutionDisabled", {"value": False})


def test_what_the_register_withholds_has_neither_name_nor_place(desk, tmp_path):
    path = a_page(tmp_path, withheld=("Ahornvej 5",))
    assert "Ahornvej 5" not in path.read_text(encoding="utf-8")
    desk.open(path.as_uri())
    desk.click("[name=dial-rule][value='3']")
    counted(desk)
    desk.click("#dial-changes summary")
    desk.until("return document.querySelector('#dial-changes li button')")
    desk.run("document.querySelector('#dial-changes li button').click()")
    assert "En bygning, som registret ikke offentliggør" in told(desk, "#dial-card")
    assert desk.messages() == []


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def screen(request, tmp_path_factory):
    """A browser of a size, what opens the page in it anew, and how wide it is."""
    width, height, touched = request.param
    folder = tmp_path_factory.mktemp("skaerm")
    address = a_page(folder).as_uri()
    with Browser(folder / "profil", width, height, phone=touched) as browser:
        yield browser, lambda: browser.open(address), width


def worked_on(browser):
    """The page in the midst of its use: everything open, two kept, one chosen."""
    browser.run("document.getElementById('dial-keep-a').click()")
    browser.run("DialPage.set({...DialPage.settings(), VALUE4_RULE: 3})")
    counted(browser)
    browser.run("document.getElementById('dial-keep-b').click()")
    browser.run("document.querySelectorAll('#proev-selv details').forEach((one) => { one.open = true; })")
    browser.run("DialPage.set({...DialPage.settings(), VALUE4_RULE: 0, UNIFORM_SHARE: 0.5}); DialPage.pick(2, true)")
    counted(browser)
    browser.until("return document.querySelector('#dial-changes li')")


SMALL = """
const small = [];
for (const one of document.querySelectorAll("#proev-selv :is(button, input, summary, label.dial-rule)")) {
  // The name beside a radio button is pressed with it.
  const box = (one.closest("label") || one).getBoundingClientRect();
  if (box.width && (box.height < 44 || box.width < 44)) small.push([one.outerHTML.slice(0, 80), box.width, box.height]);
}
return small;
"""


@pytest.mark.parametrize("work", [None, worked_on], ids=["untouched", "worked on"])
def test_nothing_sticks_out_and_all_is_large_enough_for_a_finger(screen, work):
    browser, again, width = screen
    again()
    if work:
        work(browser)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.run(SMALL) == []
    assert browser.messages() == []


@pytest.mark.skipif(AXE is None, reason="axe-core is not there: pip install axe-core-python, or AXE_CORE=file")
@pytest.mark.parametrize("work", [None, worked_on], ids=["untouched", "worked on"])
def test_axe_finds_nothing(screen, work):
    browser, again, _ = screen
    again()
    if work:
        work(browser)
    assert findings(browser) == []


def test_on_a_phone_the_figures_are_those_that_are_designated(tmp_path):
    """4 buildings and 3 properties are designated, of more than that."""
    with Browser(tmp_path / "profil", 390, 844, phone=True) as phone:
        phone.open(a_page(tmp_path).as_uri())
        told_of = plain(
            phone.run("return [...document.querySelectorAll('#dial-counts > div')].map((e) => e.innerText).join('|')")
        )
    assert [one.split("\n")[0].strip() for one in told_of.split("|")][:2] == [
        "bygninger udpeget",
        "ejendomme med udpegede",
    ]


def test_a_finger_drags_a_threshold_and_presses_a_building(tmp_path):
    with Browser(tmp_path / "profil", 768, 1024, phone=True) as tablet:
        tablet.open(a_page(tmp_path).as_uri())
        tablet.run("document.getElementById('dial-uniform_share').scrollIntoView({block: 'center'})")
        left, width = tablet.run(
            "const b = document.getElementById('dial-uniform_share').getBoundingClientRect(); return [b.left, b.width]"
        )
        _, y = middle(tablet, "#dial-uniform_share")
        tablet.point(left + 13 + 0.6 * (width - 26), y, drag=(left + 16, y), kind="touch")
        assert numbers(tablet)["designated"] == "3"
        tablet.point(*on_the_map(tablet, "Ahornvej 5"), kind="touch")
        tablet.until("return !document.getElementById('dial-card').hidden")
        assert "Ahornvej 5" in told(tablet, "#dial-card")
