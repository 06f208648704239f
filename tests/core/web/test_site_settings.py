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


SERVICE = "https://kort.example.dk/wmts"


def background(**changes):
    return read(given(**{f"background__{name}": value for name, value in changes.items()})).background


def test_a_wmts_is_asked_with_keys_and_values_or_by_a_template():
    named = background(kind="wmts", url=SERVICE, layers="topo", matrix_set="View1", format="image/jpeg")
    assert named.url == (
        f"{SERVICE}?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=topo&STYLE=default&FORMAT=image/jpeg"
        "&TILEMATRIXSET=View1&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
    )
    template = f"{SERVICE}/topo/View1/L{{zz}}/{{y}}/{{x}}.png"
    assert background(kind="wmts", url=template).url == template
    assert background(kind="wmts", url=template).origin == "https://kort.example.dk"


def test_a_map_in_the_danish_grid_says_where_its_tiles_begin():
    chosen = background(url=f"{SERVICE}/{{z}}/{{x}}/{{y}}.png", crs="EPSG:25832", origin=[1, 2], resolution=800)
    told = chosen.for_page()
    assert (told["crs"], told["origin"], told["resolution"]) == ("EPSG:25832", [1.0, 2.0], 800.0)
    assert "origin" not in background(url=f"{SERVICE}/{{z}}/{{x}}/{{y}}.png").for_page()


def test_a_wms_is_named_with_its_layers():
    told = background(kind="wms", url=SERVICE, layers="topo,navne", format="image/jpeg").for_page()
    assert (told["kind"], told["layers"], told["format"]) == ("wms", "topo,navne", "image/jpeg")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "tms"}, r"background\.kind .* one of xyz, wmts, wms"),
        ({"crs": "EPSG:4326"}, r"background\.crs .* one of EPSG:3857, EPSG:25832"),
        ({"kind": "wms"}, r"background\.layers .* is empty"),
        ({"kind": "wmts", "layers": "a"}, r"background\.matrix_set .* is empty"),
        ({"kind": "wms", "layers": "a", "url": "kort/wms"}, r"background\.url"),
        ({"crs": "EPSG:25832", "url": SERVICE + "/{z}/{x}/{y}", "resolution": 0}, r"background\.resolution"),
        ({"crs": "EPSG:25832", "url": SERVICE + "/{z}/{x}/{y}", "origin": [1]}, r"background\.origin"),
    ],
)
def test_a_service_that_will_not_do(changes, said):
    with pytest.raises(HeritageError, match=said):
        background(**{"url": SERVICE, **changes})
