"""The addresses that services are asked by. Expected ones are written out as the services' own pages have them."""

from dataclasses import replace

import pytest

from lyngby_heritage.core.registers.service_addresses import (
    Where,
    capabilities_address,
    count_address,
    description_address,
    file_address,
    files_address,
    page_address,
    with_key,
    without_key,
)
from lyngby_heritage.core.registers.services import known_services

LYNGBY = Where("0173", (718000.0, 6180000.0, 726000.0, 6192000.0))
SERVICES = {one.code: one for one in known_services().every}
PLANDATA, PORTAL, MAT = SERVICES["plandata"], SERVICES["miljoeportal"], SERVICES["datafordeler_mat"]
PLANS = next(one for one in PLANDATA.layers if one.table == "lokalplaner")
MEADOWS = PORTAL.layers[0]
AT = "https://geoserver.plandata.dk/geoserver/wfs"


def test_what_a_wfs_has():
    assert capabilities_address(PLANDATA, AT) == f"{AT}?service=WFS&version=2.0.0&request=GetCapabilities"


def test_a_page_of_the_municipality_s_rows():
    assert page_address(PLANDATA, PLANS, "pdk:lokalplan_v", AT, LYNGBY, 1000) == (
        f"{AT}?service=WFS&version=2.0.0&request=GetFeature&typeNames=pdk:lokalplan_v&CQL_FILTER=komnr%3D173"
        "&srsName=EPSG:25832&outputFormat=application/json&count=1000&startIndex=1000&sortBy=id"
    )


def test_their_number():
    assert count_address(PLANDATA, PLANS, "pdk:lokalplan_v", AT, LYNGBY) == (
        f"{AT}?service=WFS&version=2.0.0&request=GetFeature&typeNames=pdk:lokalplan_v&CQL_FILTER=komnr%3D173"
        "&resultType=hits"
    )


def test_an_area_where_a_layer_knows_no_municipalities():
    asked = page_address(PORTAL, MEADOWS, MEADOWS.layer, "https://dai.example.dk/wfs", LYNGBY, 0)
    assert "&bbox=718000,6180000,726000,6192000,EPSG:25832&" in asked
    assert "CQL_FILTER" not in asked


def test_a_wfs_of_the_version_before_calls_things_otherwise():
    old = replace(PLANDATA, version="1.1.0")
    asked = page_address(old, PLANS, "pdk:plan", AT, LYNGBY, 0)
    assert "&version=1.1.0&" in asked
    assert "&typeName=pdk:plan&" in asked
    assert "&maxFeatures=1000&startIndex=0&" in asked


def test_all_rows_at_once_where_the_service_has_no_pages():
    asked = page_address(replace(PLANDATA, page=0), PLANS, "pdk:plan", AT, LYNGBY, 0)
    assert "count" not in asked
    assert "startIndex" not in asked


def test_letters_of_a_name_and_quotes_go_through_as_utf_8():
    fbb = SERVICES["fbb"]
    asked = count_address(fbb, fbb.layers[0], "fbb:view_bygning_alle", "https://fbb.example.dk/wfs", LYNGBY)
    assert "CQL_FILTER=kommune%20LIKE%20%27Lyngby-Taarb%C3%A6k%25%27%20OR%20bbrnummer%20LIKE%20%27173-%25%27" in asked


def test_what_fields_a_layer_has():
    assert description_address(PLANDATA, "pdk:plan", AT) == (
        f"{AT}?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=pdk:plan"
    )


def test_an_address_with_a_part_already_keeps_it():
    assert capabilities_address(PLANDATA, f"{AT}?servicename=wfs").startswith(f"{AT}?servicename=wfs&service=WFS&")


def test_the_files_of_an_entity_and_one_of_them():
    assert files_address("https://api.example.dk/List", MAT.layers[0], 2) == (
        "https://api.example.dk/List?Register=MAT&Entity=Lodflade&PageNumber=2"
    )
    assert file_address(MAT, "MAT_V1_Lodflade_0173.zip") == (
        "https://api.datafordeler.dk/FileDownloads/v1.0/GetFile?Filename=MAT_V1_Lodflade_0173.zip"
    )


def test_the_key_goes_into_the_address_that_is_asked_and_out_of_the_one_that_is_shown():
    shown = "https://api.example.dk/GetFile?Filename=a.zip"
    asked = with_key(shown, "apiKey", "hemmelig&42")
    assert asked == f"{shown}&apiKey=hemmelig%2642"
    assert without_key(asked) == shown


@pytest.mark.parametrize("part", ["apikey", "APIKEY", "token", "password"])
def test_no_key_is_shown_whatever_it_is_called(part):
    assert "hemmelig" not in without_key(f"https://mig:hemmelig@example.dk/wfs?{part}=hemmelig&count=1")


def test_no_key_where_none_is_wanted():
    assert with_key("https://example.dk/wfs", "", "hemmelig") == "https://example.dk/wfs"
    assert with_key("https://example.dk/wfs", "apiKey", "") == "https://example.dk/wfs"
