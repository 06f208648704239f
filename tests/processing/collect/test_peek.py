"""What is seen of a delivered file by its beginning: fields, first rows, geometry; and in words why nothing is."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import write_layer
from delivered_files import gml, gml_polygon, ois, parcel, zipped
from spreadsheets import as_text, write_sheets

from lyngby_heritage.processing.collect import contents, zips
from lyngby_heritage.processing.collect.peek import peek

pytestmark = pytest.mark.usefixtures("qgis_app")

SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"
BBR = "id_lokalId,status,byg021BygningensAnvendelse,byg404Koordinat"


def text_file(path, *lines, encoding="utf-8"):
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def told(head):
    return head.form, head.fields, head.geometry, head.has_rows


@pytest.mark.parametrize(
    ("lines", "fields", "geometry", "has_rows"),
    [
        ([BBR, "a,6,120,POINT(1 2)"], tuple(BBR.split(",")), "none", True),  # the tools read that coordinate themselves
        ([BBR], tuple(BBR.split(",")), "none", False),
        (["a;b", "1,5;2,5"], ("a", "b"), "none", True),
        (["a\tb", "1\t2"], ("a", "b"), "none", True),
        (['"a";"b"', '"1;2";"3"'], ("a", "b"), "none", True),
        (["a,geometri", f'1,"{SQUARE}"'], ("a",), "polygon", True),
        (["a;WKT", "1;MULTILINESTRING ((0 0, 1 1))"], ("a",), "line", True),
        (["a,geometri", "1,"], ("a",), None, True),
        (["a,geometri", "1,se kort"], ("a", "geometri"), "none", True),
        (["navn", "a"], ("navn",), "none", True),
        (["1,2", "3,4"], ("felt_1", "felt_2"), "none", True),
        (["a,b,", "1,2,"], ("a", "b"), "none", True),
        (
            ["Udtræk, BBR;;", "", "bygning;eta025Etagetype;note", "a;0;x"],
            ("bygning", "eta025Etagetype", "note"),
            "none",
            True,
        ),
        (["Etager 2026", "bygning\teta025Etagetype"], ("bygning", "eta025Etagetype"), "none", False),
    ],
)
def test_csv(tmp_path, lines, fields, geometry, has_rows):
    assert told(peek(text_file(tmp_path / "a.csv", *lines))) == ("csv", fields, geometry, has_rows)


@pytest.mark.parametrize(
    ("name", "lines", "encoding", "opens"),
    [
        ("a.csv", ["bygning;note", "a;1"], "utf-8", True),
        ("a.csv", ["bygning;note", "a;å"], "cp1252", True),
        ("a.csv", ["bygning;note", "a;å"], "utf-16", False),
        ("a.txt", ["bygning;note", "a;1"], "utf-8", False),
        ("a.csv", ["Etager 2026", "bygning;eta025Etagetype", "a;1"], "utf-8", False),
    ],
)
def test_whether_qgis_opens_a_text_as_it_lies(tmp_path, name, lines, encoding, opens):
    assert peek(text_file(tmp_path / name, *lines, encoding=encoding)).opens is opens


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_the_sheets_of_a_workbook_are_layers(tmp_path, suffix):
    """One with its names in the first row, one of text alone, and one below a title."""
    names, row = ["bygning", "eta025Etagetype", "eta020SamletArealAfEtage"], ["a", 1, 60]
    file = write_sheets(
        tmp_path / f"bbr{suffix}",
        {"tal": [names, row], "tekst": [names, as_text([row])[0]], "titel": [["Etager 2026"], [], names, row, row]},
    )
    head = peek(Path(file))
    assert [(one.name, one.fields, one.rows) for one in head.every] == [
        ("tal", tuple(names), 1),
        ("tekst", tuple(names), 1),
        ("titel", tuple(names), 2),
    ]
    assert [one.first_rows[0]["bygning"] for one in head.every] == ["a", "a", "a"]
    assert [one.opens for one in head.every] == [True, False, False]


@pytest.mark.parametrize(
    ("encoding", "as_read"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
def test_the_letters_of_csv(tmp_path, encoding, as_read):
    head = peek(text_file(tmp_path / "a.csv", "vej;nr", "Søgade;", encoding=encoding))
    assert (head.fields, head.encoding, head.first_rows) == (("vej", "nr"), as_read, [{"vej": "Søgade", "nr": None}])


def test_csv_of_which_the_beginning_holds_not_even_a_row(tmp_path):
    """The outline of a municipality, before and after the other fields."""
    corners = ", ".join(f"{number}.123 {number}.456" for number in range(10_000))
    head = peek(text_file(tmp_path / "a.csv", "a,geometri,b", f'1,"POLYGON (({corners}))",2'))
    assert told(head) == ("csv", ("a", "b"), "polygon", True)


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("Denne zip, som du hentede, holder data.\nLæs mere, fx på nettet.\nMed venlig hilsen", False),
        ("Kilde: BBR, hentet 1. maj\n", False),
        ("vej;nr\nSøgade;1\n", True),
        ("vej\tnr\nSøgade\t1\n", True),
    ],
)
def test_prose_is_no_table(tmp_path, text, is_table):
    assert (peek(text_file(tmp_path / "laes.txt", text)) is not None) is is_table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"a": 1.0, "b": null}, {"c": "x"}]', ("json", ("a", "b", "c"), "none", True)),
        ("[]", ("json", (), None, False)),
        ('[{"a": 1, "geometri": {"wkt": "POINT (1 2)", "crs": 25832}}]', ("json", ("a",), "point", True)),
        ('[{"a": 1, "geometry": null}]', ("json", ("a",), None, True)),
        ('[{"a": 1, "geometry": "øst for åen"}]', ("json", ("a", "geometry"), "none", True)),
        ('{"a": {"b": 1}}', None),
        ("[1, 2]", None),
    ],
)
def test_json(tmp_path, text, expected):
    head = peek(text_file(tmp_path / "a.json", text))
    assert (head and told(head)) == expected


def test_the_first_record_is_longer_than_the_beginning(tmp_path):
    record = {"geometri": "POLYGON ((" + ", ".join(f"{n}.5 1" for n in range(20_000)) + "))", "a": 1}
    assert told(peek(text_file(tmp_path / "a.json", json.dumps([record])))) == ("json", ("a",), "polygon", True)


def test_geojson(tmp_path):
    feature = {"type": "Feature", "properties": {"planid": 7, "plantype": 20.1}, "geometry": None}
    placed = {**feature, "geometry": {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    content = {"type": "FeatureCollection", "name": "Planer", "crs": crs, "features": [feature, placed]}
    head = peek(text_file(tmp_path / "a.geojson", json.dumps(content)))
    assert told(head) == ("geojson", ("planid", "plantype"), "polygon", True)
    assert (head.name, head.crs) == ("Planer", "EPSG:25832")
    assert head.first_rows == [{"planid": 7, "plantype": 20.1}] * 2
    assert head.problem is None


def test_geojson_that_is_slightly_damaged(tmp_path):
    """A tab in a name, which JSON does not allow, and properties that are none."""
    text = '{"type": "FeatureCollection", "name": "a\tb", "features": [{"properties": "x", "geometry": 7}]}'
    assert told(peek(text_file(tmp_path / "a.geojson", text))) == ("geojson", (), "none", True)


@pytest.mark.parametrize("folder", ["50% æøå", "a#b?c", "a&b;c=d", "{a}"])
def test_names_with_signs_that_addresses_have(tmp_path, folder):
    (tmp_path / folder).mkdir()
    for name in ("a.gpkg", "a.csv", "a.fgb"):
        made = tmp_path / folder / name
        source = geopackage(tmp_path / "kilde.gpkg") if not (tmp_path / "kilde.gpkg").exists() else None
        if name == "a.csv":
            text_file(made, "a,b", "1,2")
        elif name == "a.gpkg":
            made.write_bytes(source.read_bytes())
        else:
            from osgeo import gdal

            gdal.VectorTranslate(str(made), str(tmp_path / "kilde.gpkg"), format="FlatGeobuf")
        head = peek(made)
        assert (head.has_rows, head.problem) == (True, None), name
        zipped(tmp_path / folder / "z.zip", **{f"{folder}/{name}": made.read_bytes()})
        head = peek(tmp_path / folder / "z.zip", f"{folder}/{name}")
        assert (head.has_rows, head.problem) == (True, None), name


def test_oiss_xml(tmp_path):
    head = peek(ois(tmp_path / "OIS_GRBBR_CO50200T_NA000_00001_20200418_010137.XML"))
    assert told(head) == ("ois_xml", ("OIS_AJOUR", "id_lokalId", "byg026Opførelsesår"), "none", True)
    assert (head.name, head.encoding) == ("CO50200T", "iso-8859-1")
    assert head.first_rows[1]["byg026Opførelsesår"] is None


def test_oiss_xml_with_a_row_or_none(tmp_path):
    one = peek(ois(tmp_path / "a.xml", [{"Bygning_id": "{1f}", "ObjStatus": "1"}], table="CO40100T"))
    assert told(one) == ("ois_xml", ("Bygning_id", "ObjStatus"), "none", True)
    none = peek(ois(tmp_path / "b.xml", [], table="CO50800T"))
    assert (none.name, *told(none)) == ("CO50800T", "ois_xml", (), "none", False)


@pytest.mark.parametrize(
    "text",
    ["<qgis><a x='1'><b/></a><a/></qgis>", "<PAMDataset><m><n>1</n></m></PAMDataset>", "<a/>", "<a><b>1</b></a>"],
)
def test_other_xml_is_no_data(tmp_path, text):
    assert peek(text_file(tmp_path / "a.xml", text)) is None


def test_the_answer_of_a_service_is_told(tmp_path):
    text = (
        '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception><ows:ExceptionText>Unknown layer'
        "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )
    for name in ("a.xml", "a.gml"):
        assert "the answer of a service that had none to give: Unknown layer" in str(
            peek(text_file(tmp_path / name, text)).problem
        )


def test_gml(tmp_path):
    head = peek(gml(tmp_path / "MATRIKELKORT.gml", [parcel("1a"), parcel("1b"), ("Centroide", "<mat:nr>1</mat:nr>")]))
    assert told(head) == ("gml", ("matrikelnummer", "ejerlavskode", "bemaerkning"), "polygon", True)
    assert (head.name, head.crs) == ("Jordstykke", "EPSG:25832")
    assert head.first_rows[1] == {"matrikelnummer": "1b", "ejerlavskode": "0012352", "bemaerkning": None}
    assert [(one.name, one.fields, one.geometry) for one in head.every] == [
        ("Jordstykke", ("matrikelnummer", "ejerlavskode", "bemaerkning"), "polygon"),
        ("Centroide", ("nr",), "none"),
    ]


def test_gml_whose_second_layer_begins_late(tmp_path):
    """As in the registers' extracts, where one sort of feature follows upon the other."""
    skel = ("Skel", f"<mat:type>Skel</mat:type><mat:geometri>{gml_polygon('0 0 1 0 1 1 0 0')}</mat:geometri>")
    head = peek(gml(tmp_path / "a.gml", [skel] * 2_000 + [parcel("1a")] * 2_000))
    assert {one.name: one.fields[0] for one in head.every} == {"Skel": "type", "Jordstykke": "matrikelnummer"}


def geopackage(path, name="lodflade", rows=((SQUARE, "1001", 5),)):
    write_layer(path, name, rows, ("jordstykkeLokalId:text", "antal:int"))
    return path


def test_geopackage(tmp_path):
    file = geopackage(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE beslutning (fid INTEGER PRIMARY KEY, svar TEXT)")
        database.execute("INSERT INTO gpkg_contents (table_name, data_type) VALUES ('beslutning', 'attributes')")
    before = os.listdir(tmp_path)
    head = peek(file)
    assert told(head) == ("geopackage", ("jordstykkeLokalId", "antal"), "polygon", True)
    assert (head.crs, head.rows, head.first_rows) == ("EPSG:25832", 1, [{"jordstykkeLokalId": "1001", "antal": 5}])
    assert [(one.name, one.geometry, one.fields) for one in head.layers][1:] == [("beslutning", "none", ("svar",))]
    assert os.listdir(tmp_path) == before == ["a.gpkg"]


def test_geopackage_with_changes_beside_it(tmp_path):
    file = geopackage(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE x (y)")
        head = peek(file)
    assert head.name == "lodflade"
    assert "its last changes lie beside it in a.gpkg-wal" in str(head.problem)


@pytest.mark.parametrize("count", [1, 20_000])
def test_geopackage_in_a_zip(tmp_path, count):
    file = geopackage(tmp_path / "a.gpkg", rows=[(SQUARE, str(number), number) for number in range(count)])
    archive = zipped(tmp_path / "z.zip", a__gpkg=file.read_bytes())
    head = peek(archive, "a.gpkg")
    assert told(head) == ("geopackage", ("jordstykkeLokalId", "antal"), "polygon", True)
    assert (head.rows, head.first_rows[:1]) == (count, [{"jordstykkeLokalId": "0", "antal": 0}])


@pytest.fixture
def shapefile(tmp_path):
    from osgeo import gdal

    write_layer(tmp_path / "a.gpkg", "fbb", [(SQUARE, "Søgade", 4), (SQUARE, None, None)], SHAPE_FIELDS)
    folder = tmp_path / "shp"
    folder.mkdir()
    gdal.VectorTranslate(str(folder / "fbb.shp"), str(tmp_path / "a.gpkg"), layerCreationOptions=["ENCODING=UTF-8"])
    return folder / "fbb.shp"


SHAPE_FIELDS = ("bevaringsvaerdi_tekst:text", "save:int")


def test_shapefile(shapefile):
    head = peek(shapefile)
    assert told(head) == ("shapefile", ("bevaringsv", "save"), "polygon", True)
    assert (head.rows, head.crs, head.encoding) == (2, "EPSG:25832", "utf-8")
    assert head.first_rows == [{"bevaringsv": "Søgade", "save": "4"}, {"bevaringsv": None, "save": None}]
    assert peek(shapefile.with_suffix(".dbf")) is None  # it is a part
    shapefile.unlink()
    assert told(peek(shapefile.with_suffix(".dbf"))) == ("shapefile", ("bevaringsv", "save"), "none", True)


def test_shapefile_in_a_zip(tmp_path, shapefile):
    parts = {f"data/{one.name}".replace(".", "__"): one.read_bytes() for one in shapefile.parent.iterdir()}
    archive = zipped(tmp_path / "z.zip", **parts)
    assert told(peek(archive, "data/fbb.shp")) == ("shapefile", ("bevaringsv", "save"), "polygon", True)
    assert peek(archive, "data/fbb.dbf") is None


def test_what_gdal_tells(tmp_path):
    from osgeo import gdal

    write_layer(tmp_path / "a.gpkg", "fbb", [(SQUARE, "Søgade", 4)], SHAPE_FIELDS)
    gdal.VectorTranslate(str(tmp_path / "a.fgb"), str(tmp_path / "a.gpkg"))
    head = peek(tmp_path / "a.fgb")
    assert told(head) == ("other", ("bevaringsvaerdi_tekst", "save"), "polygon", True)
    assert head.first_rows == [{"bevaringsvaerdi_tekst": "Søgade", "save": 4}]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.qgz", "a.tif", "a.tif.aux.xml", "a", "a.zip", "a.lock"])
def test_what_is_no_data(tmp_path, name):
    assert peek(text_file(tmp_path / name, "a,b", "1,2")) is None


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.geojson", "a.xml", "a.gml", "a.gpkg", "a.shp", "a.fgb"])
def test_an_empty_file_is_told(tmp_path, name):
    (tmp_path / name).touch()
    assert name in str(peek(tmp_path / name).problem)
    assert name in str(peek(zipped(tmp_path / "z.zip", **{name: ""}), name).problem)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.gpkg", b"SQLite format 3\x00" + bytes(200), "is no GeoPackage that can be read"),
        ("a.gpkg", b"<html>Log ind</html>", "is no GeoPackage that can be read"),
        ("a.shp", b"<html>Log ind</html>", "is no whole shapefile"),
        ("a.fgb", b"<html>Log ind</html>", "damaged, cut off or no file of layers"),
        ("a.geojson", b"<html>Log ind</html>", "is no GeoJSON with features"),
        ("a.json", b"[" * 60_000, "is damaged or cut off"),
        ("a.xml", b"\x00\x01\x02", "is no XML that can be read"),
        ("a.xml", b'<?xml version="1.0" encoding="ISO-8859L1"?><a/>', "is no XML that can be read"),
        ("a.xml", b'<!DOCTYPE a SYSTEM "x.dtd"><a><b c="1"/><b/></a>', "DOCTYPE"),
        ("a.gml", b'<!DOCTYPE a SYSTEM "x.dtd"><a><b c="1"/><b/></a>', "DOCTYPE"),
    ],
)
def test_a_file_that_is_not_what_it_is_called(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    assert said in str(peek(tmp_path / name).problem)


def test_a_file_that_is_gone(tmp_path):
    assert "There is no file" in str(peek(tmp_path / "a.csv").problem)
    assert "has no member b.csv" in str(peek(zipped(tmp_path / "z.zip", a__csv="a,b"), "b.csv").problem)


def test_a_file_of_somebody_elses(tmp_path, monkeypatch):
    """As Excel holds a file on Windows, where nobody else can open it."""
    file = text_file(tmp_path / "a.csv", "a,b")

    def locked(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(contents, "opened", locked)
    assert "another program has locked it" in str(peek(file).problem)


def test_hardly_anything_is_read_of_a_large_file(tmp_path, monkeypatch):
    lines = [BBR, *["a,6,120,POINT(1 2)"] * 400_000]
    file = text_file(tmp_path / "a.csv", *lines)
    read = []
    original = contents.beginning

    def counted(*given, **more):
        found = original(*given, **more)
        read.append(len(found))
        return found

    monkeypatch.setattr("lyngby_heritage.processing.collect.peek.beginning", counted)
    assert peek(file).has_rows
    assert sum(read) == contents.BEGINNING


def bytes_read():
    """By this process until now, as the system counts them."""
    return int(Path("/proc/self/io").read_text(encoding="ascii").split("rchar:")[1].split()[0])


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="the system does not count what a process reads")
@pytest.mark.parametrize(
    "made",
    [
        lambda folder: text_file(folder / "a.csv", BBR, *["a,6,120,POINT(1 2)"] * 200_000),
        lambda folder: text_file(folder / "a.json", json.dumps([{"a": 1, "b": "x" * 40}] * 60_000)),
        lambda folder: ois(folder / "a.xml", [{"id": "1", "navn": "Søgade"}] * 60_000),
    ],
)
def test_of_a_folder_full_of_files_hardly_anything_is_read(tmp_path, made):
    """A folder of two hundred is looked through while the planner waits: a few blocks of each, however long it is."""
    file = made(tmp_path)
    peek(file)  # what is imported on the way is read once
    before = bytes_read()
    assert peek(file).has_rows
    assert bytes_read() - before <= 4 * contents.BEGINNING < file.stat().st_size / 8


@pytest.mark.realdata
def test_real_extracts(realdata):
    plans = peek(realdata / "plandata" / "albertslund_lokalplaner.geojson")
    assert (len(plans.fields), plans.geometry, plans.crs) == (326, "polygon", "EPSG:25832")
    assert peek(realdata / "bbr_geodanmark" / "lundagervej43_skovlunde.json") is None  # one case, no rows
    archive = realdata / "fbb" / "hoersholm_223_shapefile.zip"
    found = {name: peek(archive, name) for name in zips.members(archive) if name.endswith(".shp")}
    assert {name: (head.rows, head.geometry) for name, head in found.items()} == {
        "kulturarv_223.shp": (2587, "point"),
        "kulturarv_223_mangler_i_bbr.shp": (6, "point"),
    }
