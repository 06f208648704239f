"""The report on scenarios in a real browser: projected, on a phone, and to those who do not see it."""

import pytest
from axe import AXE, findings
from scenario_cases import a_scenario_report
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.report.scenarios import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]
SIDEWAYS = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOST = """return [...document.querySelectorAll("a[href^='#']")].filter(
  (one) => !document.getElementById(one.getAttribute("href").slice(1))).map((one) => one.outerHTML)"""


@pytest.fixture(scope="module", params=[(1280, False), (390, True)], ids=["projected", "phone"])
def shown(request, tmp_path_factory):
    width, phone = request.param
    page = tmp_path_factory.mktemp("rapport") / "scenarier.html"
    page.write_text(render(a_scenario_report()), encoding="utf-8")
    with Browser(tmp_path_factory.mktemp("profil"), width, 800, phone=phone) as browser:
        browser.open(page.as_uri())
        yield browser


def test_only_a_table_is_scrolled_sideways(shown):
    assert shown.run(SIDEWAYS) is False


def test_every_link_leads_to_a_place_in_the_page(shown):
    assert shown.run(LOST) == []


@pytest.mark.skipif(AXE is None, reason="axe-core is not there: pip install axe-core-python, or AXE_CORE=file")
def test_nothing_is_found_that_keeps_people_from_using_it(shown):
    assert findings(shown) == []
