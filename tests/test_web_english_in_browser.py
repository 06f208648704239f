"""The website in English in a real browser: what a guest reads, what stays Danish, and the way to the other one."""

import pytest
from site_in_browser import served, settled, visit
from web_sites import plain_site
from webdriver import CHROMIUM, DRIVER, Browser

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

NOT_MARKED = """const found = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const {parentElement: on, data} = walk.currentNode;
  if (/[æøåÆØÅ]/.test(data) && on.closest("[lang]").lang === "en" && !on.closest("noscript")) found.push(data);
}
for (const each of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
  const told = ["aria-label", "title", "placeholder", "alt"].map((name) => each.getAttribute(name) || "").join(" ");
  if (/[æøåÆØÅ]/.test(told) && each.closest("[lang]").lang === "en") found.push(told);
}
return found;"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    yield from served(plain_site(), tmp_path_factory.mktemp("engelsk") / "web")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil")) as browser:
        yield browser


@pytest.mark.parametrize(
    ("hash_", "said"),
    [
        ("", "1 is proposed for designation"),
        ("#bygning=a", "Proposed for designation"),
        ("#bygning=b", "The year of construction is not known."),
        ("#miljoe=E", "Values to preserve"),
        ("#miljoe=P", "Proposed cultural environment 2"),
        ("#landskab=1", "Watercourse protection line"),
        ("#fane=landskab", "1 area in 1 theme"),
        ("#om", "only the Danish text counts"),
        ("#bygning=findes-ikke", "What the link leads to is not in this edition."),
    ],
)
def test_a_guest_reads_english_and_what_is_danish_is_marked(desk, server, hash_, said):
    visit(desk, server.page("english.html"), hash_)
    if hash_ in ("#bygning=a", "#bygning=b"):
        desk.until("return /på dansk/.test(document.querySelector('.reason').textContent)")
        assert desk.run("return document.querySelector('.reason').lang") == "da"
    assert said in desk.run("return document.body.innerText").replace("\u00a0", " ")
    assert desk.run(NOT_MARKED) == []
    assert desk.run("return document.body.innerText.match(/\\[object|undefined|\\bnull\\b|NaN/g)") is None
    assert desk.messages() == []


def test_the_other_language_shows_the_same_view(desk, server):
    visit(desk, server, "#bygning=a")
    desk.click("#sprog a[lang=en]")
    desk.until("return document.documentElement.lang === 'en' && document.documentElement.dataset.footprints")
    assert desk.run("return location.href").endswith("english.html#bygning=a")
    assert desk.run("return document.querySelector('#sprog [aria-current]').lang") == "en"


@pytest.mark.parametrize(
    ("page", "asked", "there"), [("index.html", "en", "english.html"), ("english.html", "da", "index.html")]
)
def test_a_link_may_ask_for_a_language(desk, server, page, asked, there):
    desk.open("about:blank")
    desk.open(server.page(page) + f"#sprog={asked}&bygning=a")
    desk.until("return document.documentElement.lang === arguments[0] && document.documentElement.dataset.ready", asked)
    settled(desk)
    assert desk.run("return location.href").endswith(f"{there}#bygning=a")
    assert desk.run("return document.querySelector('#kort-titel').textContent") == "Gade 1"
