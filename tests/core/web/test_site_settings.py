"""What a municipality may choose, and what would open the page to others."""

import copy

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.web.settings import read, settings


def given(**changes):
    chosen = copy.deepcopy(load("web/settings.json"))
    for name, value in changes.items():
        group, key = name.split("__")
        chosen[group][key] = value
    return chosen


def test_as_shipped_the_site_asks_nobody_for_anything():
    assert settings().background is None
    assert settings().contact is None


def test_every_year_is_in_one_period():
    periods = settings().periods
    for year in range(1, 2200):
        assert sum((first or year) <= year <= (last or year) for first, last in periods) == 1


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://kort.example.dk/topo/{z}/{y}/{x}.png", "https://kort.example.dk"),
        (
            "https://kort.example.dk:8443/wmts?layer=a&tilematrix={z}&tilerow={y}&tilecol={x}",
            "https://kort.example.dk:8443",
        ),
        ("fliser/{z}/{x}/{y}.png", ""),
    ],
)
def test_a_background_map(url, origin):
    background = read(given(background__url=url)).background
    assert (background.url, background.origin) == (url, origin)


@pytest.mark.parametrize(
    "url",
    [
        "http://kort.example.dk/{z}/{x}/{y}.png",
        "https://kort.example.dk/{z}/{x}.png",
        "https://*/{z}/{x}/{y}.png",
        "https://a.dk; script-src */{z}/{x}/{y}.png",
        "//kort.example.dk/{z}/{x}/{y}.png",
        "/{z}/{x}/{y}.png",
        "javascript:{z}{x}{y}",
        'fliser/"{z}/{x}/{y}.png',
    ],
)
def test_a_background_that_will_not_do(url):
    with pytest.raises(HeritageError, match=r"background\.url in data/web/settings\.json"):
        read(given(background__url=url))


@pytest.mark.parametrize(
    "url", ["https://kommune.example.dk/skriv", "mailto:plan@kommune.example.dk", "tel:+4500000000"]
)
def test_a_contact(url):
    assert read(given(contact__url=url)).contact[1] == url


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "plan@kommune.example.dk", "https://a b"])
def test_a_contact_that_will_not_do(url):
    with pytest.raises(HeritageError, match=r"contact\.url"):
        read(given(contact__url=url))


@pytest.mark.parametrize(
    ("licence", "url"), [("", "https://a.dk/l"), ("CC BY", "http://a.dk"), ("CC BY", "javascript:1")]
)
def test_a_licence_that_will_not_do(licence, url):
    with pytest.raises(HeritageError, match="open_data"):
        read(given(open_data__licence=licence, open_data__licence_url=url))
