"""What QGIS does not open as meant becomes a layer of a GeoPackage: every field as text as it came."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest
import shapely
from conftest import read_layer
from delivered_files import gml, gml_polygon, ois, parcel, zipped

from lyngby_heritage.core.common.errors import Cancelled, HeritageError
from lyngby_heritage.processing.collect import head as heads
from lyngby_heritage.processing.collect.forms import to_geopackage
from lyngby_heritage.processing.collect.peek import peek

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "ud"
    folder.mkdir()
    return folder / "samlet.gpkg"


def text_file(path, *lines, encoding="utf-8"):
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def rows_of(target, layer):
    """The rows of a layer without its row number, the geometry as WKT."""
    from osgeo import ogr

    rows = []
    source = ogr.Open(str(target))
    for feature in source.GetLayerByName(layer):
        row = {key: feature.GetField(key) for key in feature.keys()}  # noqa: SIM118 - a feature of GDAL's
        if source.GetLayerByName(layer).GetGeomType() != ogr.wkbNone:
            shape = feature.GetGeometryRef()
            row["geom"] = shape and shapely.to_wkt(
                shapely.from_wkb(bytes(shape.ExportToIsoWkb())), rounding_precision=3
            )
        rows.append(row)
    return rows


def geometry_columns(target):
    with closing(sqlite3.connect(target)) as database:
        return database.execute(
            "SELECT table_name, column_name, geometry_type_name, srs_id, z FROM gpkg_geometry_columns"
        ).fetchall()


@pytest.mark.parametrize(
    ("encoding", "declared"), [("ISO-8859-1", None), ("UTF-8", None), ("UTF-8", "ISO-8859-1"), ("ISO-8859-1", "UTF-8")]
)
def test_oiss_xml_keeps_its_columns_and_letters(tmp_path, target, encoding, declared):
    """Also where the encoding that it states is not the one that it has."""
    file = ois(tmp_path / "OIS_GRBBR_CO50200T_NA000_00001_20200418_010137.XML", encoding=encoding, declared=declared)
    made = to_geopackage(file, None, heads.OIS_XML, target, "bbr")
    assert (made.rows, made.geometry, made.notes) == (2, "none", [])
    assert rows_of(target, "bbr") == [
        {"OIS_AJOUR": "I", "id_lokalId": "11111111-1111-4222-8333-444444444444", "byg026Opførelsesår": "1931"},
        {"OIS_AJOUR": "I", "id_lokalId": "22222222-1111-4222-8333-444444444444", "byg026Opførelsesår": None},
    ]


def test_rows_of_other_xml_are_what_is_repeated(tmp_path, target):
    """Attributes are columns too, a nested value has its parents' name before it, a later column is taken up."""
    file = tmp_path / "liste.xml"
    file.write_text(
        "<svar><antal>2</antal><liste>"
        '<b id="1"><adresse><vej>Kærvej</vej><nr>4</nr></adresse></b>'
        '<b id="2"><note>tag &amp; fag</note><note>ny</note></b>'
        "</liste></svar>",
        encoding="utf-8",
    )
    to_geopackage(file, None, heads.OIS_XML, target, "b")
    assert rows_of(target, "b") == [
        {"id": "1", "adresse_vej": "Kærvej", "adresse_nr": "4", "note": None},
        {"id": "2", "adresse_vej": None, "adresse_nr": None, "note": "tag & fag; ny"},
    ]


def test_a_column_that_comes_after_the_first_thousands_is_taken_up(tmp_path, target):
    rows = [{"id_lokalId": str(number)} for number in range(12_000)] + [{"id_lokalId": "x", "sidst": "ja"}]
    made = to_geopackage(ois(tmp_path / "a.xml", rows), None, heads.OIS_XML, target, "a")
    assert made.rows == 12_001
    written = rows_of(target, "a")
    assert written[0] == {"id_lokalId": "0", "sidst": None}
    assert written[-1] == {"id_lokalId": "x", "sidst": "ja"}


@pytest.mark.parametrize(
    ("doctype", "said"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "DOCTYPE"),
        ('<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', "DOCTYPE"),
        ('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">', "DOCTYPE"),
    ],
)
def test_xml_that_defines_entities_is_refused(tmp_path, target, doctype, said):
    with pytest.raises(HeritageError, match=said):
        to_geopackage(ois(tmp_path / "a.xml", doctype=doctype), None, heads.OIS_XML, target, "a")
    assert not target.exists()


def test_a_cut_off_file_leaves_nothing(tmp_path, target):
    file = ois(tmp_path / "a.xml", [{"id": str(number)} for number in range(9_000)])
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(HeritageError, match=r"a\.xml is damaged or cut off after row 8999"):
        to_geopackage(file, None, heads.OIS_XML, target, "a")
    assert list(target.parent.iterdir()) == []


RECORDS = (
    '[{"id_lokalId": "0a", "byg041BebyggetAreal": 160.0, "procent": 1.50, "stort": 12345678901234567890, "ja": true,'
    ' "tom": "", "nul": null, "kommunekode": "0173", "vej": "Sø\\u00f8gade",'
    ' "byg404Koordinat": {"wkt": "POINT (1 2)", "crs": 25832}}, {"id_lokalId": "0b", "nyt": 7}]'
)


def test_records_of_json_keep_their_digits(tmp_path, target):
    file = text_file(tmp_path / "BBR_V3_Bygning_0173_TotalDownload_json_Current_646.json", RECORDS)
    made = to_geopackage(file, None, heads.JSON, target, "bbr")
    assert (made.rows, made.geometry) == (2, "none")
    first, second = rows_of(target, "bbr")
    assert first == {
        "id_lokalId": "0a",
        "byg041BebyggetAreal": "160",
        "procent": "1.5",
        "stort": "12345678901234567890",
        "ja": "true",
        "tom": None,
        "nul": None,
        "kommunekode": "0173",
        "vej": "Søøgade",
        "byg404Koordinat": '{"wkt": "POINT (1 2)", "crs": 25832}',
        "nyt": None,
    }
    assert (second["id_lokalId"], second["nyt"]) == ("0b", "7")


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        ('"POINT (700000 6180000)"', "POINT (700000 6180000)"),
        ('{"wkt": "POINT (700000 6180000)", "crs": 25832}', "POINT (700000 6180000)"),
        ('{"type": "Point", "coordinates": [700000, 6180000.5]}', "POINT (700000 6180000.5)"),
        ("null", None),
    ],
)
def test_geometry_in_records_of_json(tmp_path, target, geometry, expected):
    file = text_file(tmp_path / "a.json", f'[{{"a": 1, "geometri": {geometry}}}]')
    made = to_geopackage(file, None, heads.JSON, target, "a")
    assert rows_of(target, "a") == [{"geom": expected, "a": "1"}]
    assert made.crs == "EPSG:25832"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"a": 1}, {"a": ', "damaged or cut off after row 1"),
        ('[{"a": 1}, {"a": 2}', "damaged or cut off after row 2"),
        ('[{"a": 1} {"a": 2}]', None),
        ('[{"a": 1}, 7]', None),
    ],
)
def test_records_that_are_none(tmp_path, target, text, said):
    file = text_file(tmp_path / "a.json", text)
    if said is None and "7" not in text:  # a missing comma loses nothing
        assert to_geopackage(file, None, heads.JSON, target, "a").rows == 2
        return
    with pytest.raises(HeritageError, match=said or "does not hold what its name says"):
        to_geopackage(file, None, heads.JSON, target, "a")


def test_a_record_longer_than_what_is_read_at_once(tmp_path, target):
    file = text_file(tmp_path / "a.json", json.dumps([{"a": "x" * 3_000_000}, {"a": "y"}]))
    assert to_geopackage(file, None, heads.JSON, target, "a").rows == 2
    assert [len(row["a"]) for row in rows_of(target, "a")] == [3_000_000, 1]


LODFLADER = (
    "id_lokalId,jordstykkeLokalId,status,geometri,note",
    '9001,0012,Gældende,"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",',
    '9002,0013,Gældende,"MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))","a, ""b"""',
    '9003,0014,Gældende,"POLYGON ((0 0, 10 0",x',
    "9004,0015,Gældende,,y",
    '9005,0016,Gældende,"POINT (1 1)",z',
    '9006,0017,Gældende,"CURVEPOLYGON (CIRCULARSTRING (0 0, 2 0, 2 2, 0 2, 0 0))",w',
)


def test_wkt_in_csv_becomes_the_geometry(tmp_path, target):
    made = to_geopackage(text_file(tmp_path / "lodflade.csv", *LODFLADER), None, heads.CSV, target, "lodflader")
    assert (made.rows, made.geometry, made.crs) == (6, "polygon", "EPSG:25832")
    rows = rows_of(target, "lodflader")
    assert rows[0] == {
        "geom": "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))",
        "id_lokalId": "9001",
        "jordstykkeLokalId": "0012",
        "status": "Gældende",
        "note": None,
    }
    assert rows[1]["note"] == 'a, "b"'
    assert [row["geom"] is None for row in rows] == [False, False, True, True, True, False]
    circle = shapely.from_wkt(rows[5]["geom"])
    assert circle.area == pytest.approx(2 * 3.14159, rel=0.001)  # of radius √2, made straight
    assert [str(note).split(": ", 1)[1] for note in made.notes] == [
        "the geometry of 1 row cannot be read (row 3); it is kept without. Fetch the file again, or correct it.",
        "1 row has a geometry of another kind than the first and is kept without (row 5).",
    ]
    assert geometry_columns(target) == [("lodflader", "geom", "MULTIPOLYGON", 25832, 0)]


@pytest.mark.parametrize(
    ("wkt", "written", "kind", "crs"),
    [
        ("POINT Z (700000 6180000 5)", "POINT Z (700000 6180000 5)", "POINT", 25832),
        ("MULTIPOINT ((1 2), (3 4))", "MULTIPOINT (1 2, 3 4)", "MULTIPOINT", 25832),
        ("LINESTRING (0 0, 1 1)", "MULTILINESTRING ((0 0, 1 1))", "MULTILINESTRING", 25832),
        ("SRID=25833;POINT (1 2)", "POINT (1 2)", "POINT", 25833),
        ("POINT (12.5 55.7)", "POINT (12.5 55.7)", "POINT", 4326),
        ("GEOMETRYCOLLECTION EMPTY", None, "MULTIPOLYGON", 25832),
    ],
)
def test_the_layer_is_what_the_first_geometries_are(tmp_path, target, wkt, written, kind, crs):
    file = text_file(tmp_path / "a.csv", "a;geometri", f'1;"{wkt}"')
    made = to_geopackage(file, None, heads.CSV, target, "a")
    assert rows_of(target, "a") == [{"geom": written, "a": "1"}]
    ((_, _, name, srs, has_z),) = geometry_columns(target)
    assert (name, srs, has_z) == (kind, crs, int(" Z " in wkt))
    assert [note.warning for note in made.notes] == ([False] if crs == 4326 else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_plain_csv_is_text_in_whatever_letters(tmp_path, target, encoding, delimiter):
    lines = [
        delimiter.join(row)
        for row in (("kode", "vej", "areal"), ("0173", "Søgade", "1,5" if delimiter != "," else "1"))
    ]
    made = to_geopackage(text_file(tmp_path / "a.csv", *lines, encoding=encoding), None, heads.CSV, target, "a")
    assert (made.rows, made.geometry, made.crs) == (1, "none", None)
    assert rows_of(target, "a") == [{"kode": "0173", "vej": "Søgade", "areal": "1" if delimiter == "," else "1,5"}]


def test_letters_after_the_beginning_tell_the_encoding(tmp_path, target):
    """As where the first thousands of rows are codes alone."""
    lines = ["kode;navn", *["0173;x"] * 20_000, "0173;Mølleåen"]
    to_geopackage(text_file(tmp_path / "a.csv", *lines, encoding="cp1252"), None, heads.CSV, target, "a")
    assert rows_of(target, "a")[-1] == {"kode": "0173", "navn": "Mølleåen"}


def test_a_row_of_another_length_is_told(tmp_path, target):
    file = text_file(tmp_path / "a.csv", "a,b,c", "1,2,3", "1,2", "1,2,3,4", "1,2,3,,", "1,2,3")
    made = to_geopackage(file, None, heads.CSV, target, "a")
    assert [row["c"] for row in rows_of(target, "a")] == ["3", None, "3", "3", "3"]
    (note,) = made.notes
    assert str(note).startswith("a.csv: 2 rows have more or fewer cells than the heading (rows 2 and 3)")


def test_names_that_a_geopackage_cannot_hold_twice(tmp_path, target):
    file = text_file(tmp_path / "a.csv", "fid,Status,status,geom,,x", "1,a,b,c,d,e")
    to_geopackage(file, None, heads.CSV, target, "a")
    assert rows_of(target, "a") == [{"fid": "1", "Status": "a", "status_2": "b", "geom": "c", "felt_5": "d", "x": "e"}]


def test_a_cell_longer_than_python_takes_by_itself(tmp_path, target):
    before = csv.field_size_limit()
    corners = ", ".join(f"{number} {number % 7}" for number in range(60_000))
    file = text_file(tmp_path / "a.csv", "navn,geometri", f'Danmark,"LINESTRING ({corners})"')
    assert to_geopackage(file, None, heads.CSV, target, "a").geometry == "line"
    assert csv.field_size_limit() == before


def test_gml_without_its_schema(tmp_path, target):
    """No .gfs falls beside the file, codes keep their zeros, and the file stays alone in its folder."""
    folder = tmp_path / "hentet"
    folder.mkdir()
    file = gml(folder / "MATRIKELKORT.gml", [parcel("1a"), ("Centroide", "<mat:nr>1</mat:nr>"), parcel("7000b")])
    made = to_geopackage(file, None, heads.GML, target, "jordstykker", source_layer="Jordstykke")
    assert (made.rows, made.geometry, made.crs, made.notes) == (2, "polygon", "EPSG:25832", [])
    rows = rows_of(target, "jordstykker")
    assert rows[0]["geom"] == "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))"
    assert [(row["matrikelnummer"], row["ejerlavskode"], row["bemaerkning"]) for row in rows] == [
        ("1a", "0012352", None),
        ("7000b", "0012352", None),
    ]
    assert [one.name for one in folder.iterdir()] == ["MATRIKELKORT.gml"]
    assert [one.name for one in target.parent.iterdir()] == ["samlet.gpkg"]


def test_values_deep_in_a_feature_have_their_own_names(tmp_path, target):
    """As MATRIKELKORT has the property's numbers, and GeoDanmark's heights."""
    surface = (
        '<gml:surfaceProperty><gml:Surface srsName="EPSG:25832" srsDimension="3"><gml:patches><gml:PolygonPatch>'
        "<gml:exterior><gml:LinearRing><gml:posList>0 0 5 10 0 5 10 10 -999 0 0 5</gml:posList></gml:LinearRing>"
        "</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceProperty>"
    )
    numbers = (
        "<mat:harSamletFastEjendom><mat:SFESamletFastEjendom><mat:esr_Ejendomsnummer>7910175240</mat:esr_Ejendomsnummer>"
        "<mat:sfe_Ejendomsnummer>7040573</mat:sfe_Ejendomsnummer></mat:SFESamletFastEjendom></mat:harSamletFastEjendom>"
    )
    file = gml(tmp_path / "a.gml", [("Jordstykke", f"<mat:nr>621</mat:nr>{numbers}{surface}")])
    to_geopackage(file, None, heads.GML, target, "a")
    assert rows_of(target, "a") == [
        {
            "geom": "MULTIPOLYGON Z (((0 0 5, 10 0 5, 10 10 -999, 0 0 5)))",
            "gml_id": "Jordstykke.1",
            "nr": "621",
            "esr_Ejendomsnummer": "7910175240",
            "sfe_Ejendomsnummer": "7040573",
        }
    ]
    assert peek(file).fields == ("nr", "esr_Ejendomsnummer", "sfe_Ejendomsnummer")


def test_a_curve_of_gml_is_made_straight(tmp_path, target):
    arc = (
        '<gml:Polygon gml:id="g" srsName="EPSG:25832"><gml:exterior><gml:Ring><gml:curveMember>'
        '<gml:Curve gml:id="c"><gml:segments><gml:ArcString><gml:posList>0 0 1 1 2 0</gml:posList></gml:ArcString>'
        "<gml:LineStringSegment><gml:posList>2 0 0 0</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>"
        "</gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>"
    )
    file = gml(tmp_path / "a.gml", [("Plan", f"<mat:nr>1</mat:nr><mat:geometri>{arc}</mat:geometri>")])
    to_geopackage(file, None, heads.GML, target, "plan")
    ((row),) = rows_of(target, "plan")
    assert shapely.from_wkt(row["geom"]).area == pytest.approx(3.14159 / 2, rel=0.001)  # half a circle of radius 1


def test_a_layer_that_the_gml_has_not(tmp_path, target):
    with pytest.raises(HeritageError, match=r"a\.gml has no layer Skel\. It has: Jordstykke"):
        to_geopackage(gml(tmp_path / "a.gml", [parcel("1a")]), None, heads.GML, target, "x", source_layer="Skel")
    assert list(target.parent.iterdir()) == []


def test_a_cut_off_gml_is_refused(tmp_path, target):
    file = gml(tmp_path / "a.gml", [parcel(str(number)) for number in range(400)])
    file.write_bytes(file.read_bytes()[:-300])
    with pytest.raises(HeritageError, match="Fetch it again"):
        to_geopackage(file, None, heads.GML, target, "x")
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("member", "form"), [("a.csv", heads.CSV), ("b.json", heads.JSON), ("c.xml", heads.OIS_XML), ("d.gml", heads.GML)]
)
def test_every_form_is_read_out_of_a_zip(tmp_path, target, member, form):
    file = zipped(
        tmp_path / "z.zip",
        a__csv="id,navn\n1,Kær\n",
        b__json='[{"id": 1, "navn": "Kær"}]',
        c__xml=ois(tmp_path / "x", [{"id": "1", "navn": "Kær"}]).read_bytes(),
        d__gml=gml(tmp_path / "y", [("A", "<mat:id>1</mat:id><mat:navn>Kær</mat:navn>")]).read_bytes(),
    )
    made = to_geopackage(file, member, form, target, "a")
    (row,) = read_layer(target, "a")
    assert (made.rows, row["id"], row["navn"]) == (1, "1", "Kær")


def test_layers_gather_in_one_file(tmp_path, target):
    to_geopackage(text_file(tmp_path / "a.csv", "a,b", "1,2"), None, heads.CSV, target, "en")
    to_geopackage(text_file(tmp_path / "b.csv", "a,wkt", '1,"POINT (1 2)"'), None, heads.CSV, target, "to")
    assert (len(read_layer(target, "en")), len(read_layer(target, "to"))) == (1, 1)
    with pytest.raises(HeritageError, match="has a layer en already"):
        to_geopackage(tmp_path / "a.csv", None, heads.CSV, target, "en")
    with pytest.raises(HeritageError, match="cut off after row 1"):
        to_geopackage(text_file(tmp_path / "c.json", '[{"a": 1}, {'), None, heads.JSON, target, "tre")
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1").fetchall() == [("en",), ("to",)]
    assert [one.name for one in target.parent.iterdir()] == ["samlet.gpkg"]


def test_a_file_without_rows_is_a_layer_without_rows(tmp_path, target):
    made = to_geopackage(text_file(tmp_path / "a.csv", "a,geometri", ""), None, heads.CSV, target, "a")
    assert (made.rows, made.fields) == (0, ("a",))
    assert read_layer(target, "a") == []


def test_cancelling_leaves_nothing(tmp_path, target):
    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        to_geopackage(text_file(tmp_path / "a.csv", "a,b", "1,2"), None, heads.CSV, target, "a", cancel)
    assert list(target.parent.iterdir()) == []


def test_nothing_is_fetched_from_addresses_in_the_file(tmp_path, target):
    """The schema's address answers, and nobody asks."""
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_):
            asked.append("log")

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        asking = "SERVICE=WFS&amp;VERSION=2.0.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=mat:Jordstykke"
        address = f"http://127.0.0.1:{server.server_port}/wfs?{asking}"
        file = gml(tmp_path / "a.gml", [parcel("1a")], schema=address)
        linked = tmp_path / "b.gml"
        ring = gml_polygon("0 0 1 0 1 1 0 0")
        gml(linked, [("A", f'<mat:x xlink:href="http://127.0.0.1:{server.server_port}/x"/><mat:g>{ring}</mat:g>')])
        linked.write_text(
            linked.read_text().replace("xmlns:mat", 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mat')
        )
        for number, one in enumerate((file, linked)):
            assert to_geopackage(one, None, heads.GML, target, f"a{number}").rows == 1
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []
