"""Where the website will stand, as a telephone can open it."""

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.plan.web_address import building_link, checked_address, environment_link


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("https://www.kommune.dk/kulturarv/", "https://www.kommune.dk/kulturarv/"),
        (" https://www.kommune.dk/kulturarv ", "https://www.kommune.dk/kulturarv/"),
        ("https://www.kommune.dk", "https://www.kommune.dk/"),
        ("http://kort.kommune.dk:8080/plan/index.html", "http://kort.kommune.dk:8080/plan/"),
        ("HTTPS://Kommune.dk/Plan", "https://Kommune.dk/Plan/"),
    ],
)
def test_the_address_is_that_of_the_folder(given, expected):
    assert checked_address(given) == expected


@pytest.mark.parametrize(
    "given",
    [
        "www.kommune.dk/kulturarv",
        "ftp://kommune.dk/",
        "https://",
        "https://kommune.dk/?side=1",
        "https://kommune.dk/#kort",
        "https://bruger@kommune.dk/",
        "https://kommune.dk/kultur arv/",
        "https://kommune.dk:port/",
        "javascript:alert(1)",
        "file:///c:/plan/web/",
    ],
)
def test_what_a_telephone_cannot_open_is_refused(given):
    with pytest.raises(HeritageError, match="WEB_ADDRESS"):
        checked_address(given)


def test_links_lead_to_the_pages_of_the_website():
    address = "https://kommune.dk/plan/"
    assert environment_link(address, "landsbyen") == "https://kommune.dk/plan/liste/miljoe-landsbyen.html"
    assert building_link(address, "a b/æ") == "https://kommune.dk/plan/index.html#bygning=a%20b%2F%C3%A6"


def test_without_an_address_or_an_id_there_is_no_link():
    assert environment_link("", "landsbyen") == building_link("", "b1") == building_link("https://k.dk/", "") == ""
