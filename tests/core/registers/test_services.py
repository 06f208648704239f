"""The catalogue of services: what comes with the plugin, and one of somebody's own."""

import json

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.municipalities import municipality_name
from lyngby_heritage.core.registers.service_addresses import Where
from lyngby_heritage.core.registers.services import FILDOWNLOAD, is_secret, known_services, read_services

LAYER = {"layer": "pdk:plan", "filter": "komnr={number}"}
SERVICE = {
    "id": "plan",
    "title": "Planer",
    "protocol": "WFS",
    "addresses": ["https://example.dk/wfs"],
    "layers": [LAYER],
}


def read(*services, **more):
    return read_services(json.dumps({"services": [{**SERVICE, **one} for one in services], **more}), "egen.json")


def test_the_services_that_come_with_the_plugin():
    found = known_services()
    assert [one.code for one in found.every if not one.key] == [
        *("fbb", "plandata", "miljoeportal", "fortidsminder", "geofa"),
    ]
    assert [one.code for one in found.every if one.key] == [
        *("datafordeler_bbr", "datafordeler_mat", "datafordeler_geodanmark", "datafordeler_dagi"),
    ]
    assert all(one.protocol == FILDOWNLOAD for one in found.every if one.key)


def test_every_layer_is_picked_by_the_municipality_or_by_an_area_and_says_how_well_it_is_known():
    where = Where("0173", (720000, 6180000, 721000, 6181000))
    for service in known_services().every:
        for layer in service.layers:
            assert bool(layer.filter) + bool(layer.box) == (0 if service.protocol == FILDOWNLOAD else 1), layer
            assert layer.quality in ("official", "real", "code", "single", "unverified"), layer
            assert "{" not in where.filled(layer.filter) + where.filled(layer.box)


def test_no_other_municipality_is_named_where_it_is_asked_for_by_name():
    """FBB knows municipalities by their names: one that begins another's would fetch both."""
    names = {municipality_name(code) for code in ("0173", "0190", "0159", "0175", "0157", "0230")}
    assert not [(one, other) for one in names for other in names if one != other and other.startswith(one)]


@pytest.mark.parametrize(
    ("text", "code"),
    [("plandata", "plandata"), ("PLANDATA", "plandata"), ("0", "fbb"), ("1", "plandata"), ("99", None), ("nej", None)],
)
def test_a_service_is_named_by_its_code_or_its_number(text, code):
    found = known_services().chosen(text)
    assert (found and found.code) == code


def test_a_catalogue_of_changes_keeps_what_it_does_not_say():
    text = json.dumps(
        {"builds_on": "indbygget", "services": [{"id": "fbb", "addresses": ["https://ny.example.dk/wfs"]}]}
    )
    found = read_services(text, "egen.json")
    assert found.every[0].addresses == ("https://ny.example.dk/wfs",)
    assert found.every[0].layers == known_services().every[0].layers
    assert found.every[1:] == known_services().every[1:]
    assert found.rules == known_services().rules


def test_a_whole_catalogue_of_one_s_own():
    found = read({}, rules={"wait_s": 0})
    assert [one.code for one in found.every] == ["plan"]
    assert (found.rules.wait_s, found.rules.box_margin_m) == (0, known_services().rules.box_margin_m)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"addresses": ["https://example.dk/wfs?apiKey=hemmelig"]}, "give it in AUTH"),
        ({"addresses": ["https://mig:hemmelig@example.dk/wfs"]}, "give it in AUTH"),
        ({"addresses": ["file:///etc/passwd"]}, "https://…"),
        ({"protocol": "WMS"}, '"WFS", "Fildownload"'),
        ({"protocol": "Fildownload"}, "file_address"),
        ({"layers": [{**LAYER, "box": "{west},{south},{east},{north}"}]}, "filter and box together"),
        ({"layers": [{"layer": "pdk:plan", "filter": "komnr={kommune}"}]}, "{code}, {name}, {number}"),
        ({"layers": [{"layer": "pdk:plan", "known": [1, 2]}]}, "[west, south, east, north]"),
        ({"lag": []}, '"id", "title"'),
    ],
)
def test_what_cannot_be_used_is_refused_and_a_key_is_never_repeated(change, said):
    with pytest.raises(HeritageError) as caught:
        read(change)
    assert "egen.json" in str(caught.value)
    assert said in str(caught.value)
    assert "hemmelig" not in str(caught.value)


def test_two_services_of_one_code_are_refused():
    with pytest.raises(HeritageError, match="2 × plan"):
        read({}, {})


def test_a_text_that_is_no_json_is_refused():
    with pytest.raises(HeritageError, match=r"egen\.json"):
        read_services("{", "egen.json")


@pytest.mark.parametrize("name", ["apikey", "apiKey", "api_key", "token", "access_token", "password", "username"])
def test_parts_of_an_address_that_nobody_may_read(name):
    assert is_secret(name)


@pytest.mark.parametrize("name", ["typeNames", "count", "sortBy", "Register", "keyword", "servicename"])
def test_parts_of_an_address_that_anybody_may_read(name):
    assert not is_secret(name)
