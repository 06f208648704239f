"""What services answer, as GeoServer, QGIS Server and Fildownload write it."""

import json

import pytest

from lyngby_heritage.core.registers.service_answers import (
    File,
    best_file,
    described,
    exception,
    feature_types,
    files_listed,
    is_web_page,
    matched,
    same_layer,
)

CAPABILITIES = """<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0"><wfs:FeatureTypeList>
<FeatureType xmlns:pdk="http://plan"><Name>pdk:theme_pdk_lokalplan_vedtaget</Name><Title>Lokalplan</Title></FeatureType>
<wfs:FeatureType><wfs:Name>
 pdk:theme_pdk_zonekort_v </wfs:Name></wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"""
NAMES = ["pdk:theme_pdk_lokalplan_vedtaget", "pdk:theme_pdk_zonekort_v", "dai_historik:bes_naturtyper"]


def test_the_layers_of_a_service():
    assert feature_types(CAPABILITIES) == ["pdk:theme_pdk_lokalplan_vedtaget", "pdk:theme_pdk_zonekort_v"]
    assert feature_types("<html>Danmarks Arealinformation</html>") == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("pdk:theme_pdk_lokalplan_vedtaget", "pdk:theme_pdk_lokalplan_vedtaget"),
        ("pdk:theme_pdk_lokalplan_vedtaget_v", "pdk:theme_pdk_lokalplan_vedtaget"),
        ("pdk:theme_pdk_zonekort", "pdk:theme_pdk_zonekort_v"),
        ("PDK:THEME_PDK_ZONEKORT", "pdk:theme_pdk_zonekort_v"),
        ("theme_pdk_zonekort", "pdk:theme_pdk_zonekort_v"),
        ("dai:bes_naturtyper", None),  # history is another layer, though it has the same name behind the colon
        ("dmp:SKOVBYGGELINJE", None),
    ],
)
def test_a_layer_by_the_name_that_it_has_today(wanted, found):
    assert same_layer(wanted, NAMES) == found


def test_a_name_that_two_layers_have_is_neither():
    assert same_layer("plan", ["a:plan", "b:plan"]) is None


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ('<wfs:FeatureCollection numberMatched="37974" numberReturned="0"/>', 37974),
        ('<wfs:FeatureCollection numberOfFeatures="12" timeStamp="…"/>', 12),
        ('{"type":"FeatureCollection","totalFeatures":7,"features":[]}', 7),
        ('{"numberMatched": 0}', 0),
        ('<wfs:FeatureCollection numberMatched="unknown" numberReturned="0"/>', None),
        ("<html>", None),
    ],
)
def test_how_many_rows_a_service_has(answer, count):
    assert matched(answer) == count


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            "<ows:ExceptionReport><ows:Exception><ows:ExceptionText>Feature type pdk:x unknown</ows:ExceptionText>"
            "</ows:Exception></ows:ExceptionReport>",
            "Feature type pdk:x unknown",
        ),
        (
            "<ServiceExceptionReport><ServiceException code='1'>\n fejl </ServiceException></ServiceExceptionReport>",
            "fejl",
        ),
        ('{"version":"2.0.0","exceptions":[{"code":"NoApplicableCode"}]}', ""),
        ('{"type":"FeatureCollection","features":[]}', None),
    ],
)
def test_an_error_in_place_of_rows(answer, said):
    assert exception(answer) == said


def test_a_long_error_is_cut():
    said = exception(f"<ExceptionReport><ExceptionText>{'x' * 900}</ExceptionText></ExceptionReport>")
    assert said == f"{'x' * 200} …"


@pytest.mark.parametrize(
    ("answer", "page"),
    [
        ("<!DOCTYPE html><html><head>", True),
        ("\n  <html lang='da'>", True),
        ("<!-- a --><!doctype HTML>", True),
        ('<?xml version="1.0"?><wfs:WFS_Capabilities/>', False),
        ("{}", False),
    ],
)
def test_a_page_for_people(answer, page):
    assert is_web_page(answer) is page


def test_the_fields_of_a_layer_as_geoserver_describes_it():
    schema = """<xsd:complexType name="theme_pdk_lokalplanType"><xsd:complexContent><xsd:sequence>
    <xsd:element maxOccurs="1" minOccurs="0" name="planid" nillable="true" type="xsd:int"/>
    <xsd:element maxOccurs="1" minOccurs="0" name="plannavn" nillable="true" type="xsd:string"/>
    <xsd:element maxOccurs="1" minOccurs="0" name="geometri" nillable="true" type="gml:MultiSurfacePropertyType"/>
    </xsd:sequence></xsd:complexContent></xsd:complexType>
    <xsd:element name="theme_pdk_lokalplan" type="pdk:theme_pdk_lokalplanType"/>"""
    assert described(schema) == (["planid", "plannavn"], "polygon")


@pytest.mark.parametrize(
    ("kind", "geometry"),
    [
        *[("gml:PointPropertyType", "point"), ("gml:MultiPointPropertyType", "point")],
        *[("gml:MultiCurvePropertyType", "line"), ("gml:LineStringPropertyType", "line")],
        *[("gml:MultiPolygonPropertyType", "polygon"), ("gml:GeometryPropertyType", "polygon")],
    ],
)
def test_the_kinds_of_geometry_that_gml_has(kind, geometry):
    assert described(f'<element name="geom" type="{kind}"/>') == ([], geometry)


# Fildownload ----------------------------------------------------------------------------------------------------------


def row(name, size=50_000, **more):
    return {"fileName": name, "fileSizeInBytes": size, "containedFileFormat": "csv", **more}


def test_the_files_of_a_page_and_how_many_pages_there_are():
    name = "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.zip"
    body = {"paginationMetadata": {"totalPages": 3}, "files": [row(name, md5Hash="ab", generationTime="2026-11-20")]}
    (found,), pages = files_listed(json.dumps(body))
    assert pages == 3
    assert found == File(name, 50_000, "ab", "2026-11-20", "0173", "csv", True, True)


def test_a_bare_list_is_one_page():
    assert files_listed(json.dumps([row("a.zip")]))[1] == 1


def test_what_is_no_list_is_said():
    with pytest.raises(json.JSONDecodeError):
        files_listed("<html>")


CURRENT = "BBR_V3_Bygning_0173_TotalDownload_csv_Current_646.zip"


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([], CURRENT),
        ([row("BBR_V4_Bygning_0173_TotalDownload_csv_Current_1.zip", size=900)], CURRENT),  # headings and no rows
        ([row("BBR_V3_Bygning_0173_DeltaDownload_csv_Current_647.zip")], CURRENT),
        ([row("BBR_V3_Bygning_0173_TotalDownload_csv_Bitemporal_700.zip")], CURRENT),
        ([row("BBR_V3_Bygning_0101_TotalDownload_csv_Current_700.zip")], CURRENT),
        ([row("BBR_V3_Bygning_TotalDownload_csv_Current_700.zip")], CURRENT),  # the whole country
        (
            [row("BBR_V3_Bygning_0173_TotalDownload_json_Current_700.zip", containedFileFormat="json")],
            CURRENT,
        ),
        (
            [row("BBR_V3_Bygning_0173_TotalDownload_csv_Current_647.zip")],
            "BBR_V3_Bygning_0173_TotalDownload_csv_Current_647.zip",
        ),
        (
            [row("BBR_V4_Bygning_0173_TotalDownload_csv_Current_1.zip")],
            "BBR_V4_Bygning_0173_TotalDownload_csv_Current_1.zip",
        ),
    ],
)
def test_the_file_to_fetch(others, chosen):
    files, _ = files_listed(json.dumps([row(CURRENT), *others]))
    for several in (files, files[::-1]):
        found = best_file(several, "0173", "csv", 10_000)
        assert found is not None
        assert found.name == chosen


def test_the_whole_country_where_the_municipality_has_no_file():
    files, _ = files_listed(json.dumps([row("DAGI_V1_Kommuneinddeling_TotalDownload_csv_Current_268.zip")]))
    assert best_file(files, "0173", "csv", 10_000) == files[0]
    assert best_file(files, "0173", "gpkg", 10_000) is None
