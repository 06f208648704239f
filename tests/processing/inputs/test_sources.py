"""Reading: by columns where that gives the same, feature by feature where it would not."""

import json

import pytest
import shapely
from builders import square
from conftest import write_layer
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProperty,
    QgsVectorLayer,
)

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.inputs import sources
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings

FIELDS = ("bygning_id:text", "save_vaerdi:int", "etager:real", "navn:text")
ROWS = [
    (square(0), "a", 4, 1.5, "Ærø"),
    (None, "b", None, None, None),
    (square(20), "", 0, 2.0, ""),
    (square(40), None, -1, None, "'<b>"),
    (square(60), "e", 9, 0.0, "x"),
]
CRS = QgsCoordinateReferenceSystem("EPSG:25832")


class Opener:
    """Opens sources as the tool does; keeps the layers it was given until the test is over."""

    def __init__(self):
        self.context = QgsProcessingContext()
        self.algorithm = ClassifyBuildings()
        self.algorithm.initAlgorithm()

    def __call__(self, value):
        return sources.Source(self.algorithm, {"BUILDINGS": value}, "BUILDINGS", self.context)


@pytest.fixture
def open_source(qgis_app):
    opener = Opener()
    yield opener
    opener.context.temporaryLayerStore().removeAllMapLayers()
    del opener.context, opener.algorithm


def content(source, crs=CRS):
    names = source.field_names
    table = sources.read(source, {name: names.index(name) for name in names if name != "fid"}, crs)
    shapes = [None if one is None else shapely.to_wkb(one, hex=True) for one in table.geometry.geometries]
    return table.row_ids, table.columns, shapes


def by_feature(source, monkeypatch, crs=CRS):
    with monkeypatch.context() as patch:
        patch.setattr(sources, "read_columns", lambda *_: None)
        return content(source, crs)


def read_by_columns(source):
    names = source.field_names
    wanted = {name: names.index(name) for name in names if name != "fid"}
    return sources.read_columns(source, wanted, True, lambda: None) is not None


@pytest.mark.parametrize(("suffix", "by_columns"), [("gpkg", True), ("geojson", True), ("fgb", False), ("shp", False)])
def test_both_ways_of_reading_give_the_same(open_source, monkeypatch, tmp_path, suffix, by_columns):
    from osgeo import gdal

    write_layer(tmp_path / "b.gpkg", "b", ROWS, FIELDS)
    path = tmp_path / f"c.{suffix}"
    # With an index a FlatGeobuf sorts its rows, and newer GDAL takes none without a place.
    options = ["SPATIAL_INDEX=NO"] if suffix == "fgb" else None
    gdal.VectorTranslate(str(path), str(tmp_path / "b.gpkg"), layerCreationOptions=options)
    source = open_source(str(path))
    assert read_by_columns(source) == by_columns
    assert content(source) == by_feature(source, monkeypatch)


def test_many_batches_with_gaps_read_the_same(open_source, monkeypatch, tmp_path):
    rows = [
        (square(i) if i % 7 else None, str(i), i if i % 3 else None, i / 2 if i % 5 else None, "") for i in range(900)
    ]
    source = open_source(write_layer(tmp_path / "b.gpkg", "b", rows, FIELDS))
    monkeypatch.setattr("lyngby_heritage.processing.inputs.arrow_reader.BATCH", 64)
    assert content(source) == by_feature(source, monkeypatch)
    assert content(source)[1]["save_vaerdi"][:4] == [None, 1, 2, None]


def test_yes_and_no_come_right_beside_columns_that_are_read_fast(open_source, monkeypatch, tmp_path):
    """GDAL 3.6 reads true after NULL as false: QGIS reads these columns, and the rest goes by columns all the same."""
    from osgeo import gdal

    rows = [(shape, *values, flag) for (shape, *values), flag in zip(ROWS, (1, None, 1, 0, 1))]
    write_layer(tmp_path / "b.gpkg", "b", rows, (*FIELDS, "fredet:int"))
    dataset = gdal.OpenEx(str(tmp_path / "b.gpkg"), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("ALTER TABLE b ADD COLUMN er_fredet BOOLEAN")
    dataset.ExecuteSQL("UPDATE b SET er_fredet = fredet")
    del dataset
    source = open_source(str(tmp_path / "b.gpkg"))
    fast = content(source)
    assert fast == by_feature(source, monkeypatch)
    assert fast[1]["er_fredet"] == [True, None, True, False, True]


def test_a_selection_is_read_feature_by_feature(open_source, tmp_path):
    uri = write_layer(tmp_path / "b.gpkg", "b", ROWS, FIELDS)
    layer = QgsVectorLayer(uri, "b", "ogr")
    layer.selectByIds([3, 1])
    open_source.context.temporaryLayerStore().addMapLayer(layer)
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    source = open_source(selected)
    assert not read_by_columns(source)
    assert content(source)[1]["bygning_id"] == ["a", ""]


def test_a_filter_is_heeded(open_source, tmp_path):
    uri = write_layer(tmp_path / "b.gpkg", "b", ROWS, FIELDS)
    source = open_source(f"{uri}|subset=save_vaerdi > 0")
    assert content(source)[1]["bygning_id"] == ["a", "e"]


def test_an_expression_on_the_source_is_heeded(open_source, tmp_path):
    uri = write_layer(tmp_path / "b.gpkg", "b", ROWS, FIELDS)
    layer = QgsVectorLayer(uri, "b", "ogr")
    open_source.context.temporaryLayerStore().addMapLayer(layer)
    definition = QgsProcessingFeatureSourceDefinition(
        QgsProperty.fromValue(layer.id()), False, -1, filterExpression='"save_vaerdi" = 9'
    )
    assert content(open_source(definition))[1]["bygning_id"] == ["e"]


def test_a_memory_layer_is_read(open_source):
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=save_vaerdi:int&field=navn:string(20)", "m", "memory")
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(1, 2)))
    feature.setAttributes([4, "Å"])
    layer.dataProvider().addFeatures([feature, QgsFeature(layer.fields())])
    open_source.context.temporaryLayerStore().addMapLayer(layer)
    _, columns, shapes = content(open_source(layer.id()))
    assert columns == {"save_vaerdi": [4, None], "navn": ["Å", None]}
    assert shapes[1] is None


def test_an_edited_layer_is_read_with_its_edits(open_source, tmp_path):
    layer = QgsVectorLayer(write_layer(tmp_path / "b.gpkg", "b", ROWS, FIELDS), "b", "ogr")
    open_source.context.temporaryLayerStore().addMapLayer(layer)
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexFromName("save_vaerdi"), 7)
    assert content(open_source(layer.id()))[1]["save_vaerdi"][0] == 7
    layer.rollBack()


def test_another_crs_is_transformed(open_source, tmp_path):
    uri = write_layer(
        tmp_path / "b.gpkg", "b", [("POINT (12.5 55.77)", "a", 4, 1.0, "")], FIELDS, epsg=4326, kind="POINT"
    )
    _, _, shapes = content(open_source(uri))
    point = shapely.from_wkb(shapes[0])
    assert (round(point.x), round(point.y)) == (719532, 6186028)  # the same point by pyproj


def test_curves_are_made_of_straight_pieces(open_source, tmp_path):
    from osgeo import ogr, osr

    circle = "CURVEPOLYGON (CIRCULARSTRING (0 0, 10 0, 10 10, 0 10, 0 0))"
    path = tmp_path / "b.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(25832)
    layer = dataset.CreateLayer("b", system, ogr.wkbCurvePolygon)
    layer.CreateField(ogr.FieldDefn("save_vaerdi", ogr.OFTInteger))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(circle))
    layer.CreateFeature(feature)
    del feature, layer, dataset  # in this order: each lives in the next
    _, _, shapes = content(open_source(str(path)))
    # The circle through the corners of a square of 10 m: π · 50 = 157.08 m².
    assert shapely.area(shapely.from_wkb(shapes[0])) == pytest.approx(157.08, abs=0.05)


def wide(folder, width):
    """A layer of three rows whose text fields f0, f1 … hold their own number, `width` of them."""
    fields = ("bygning_id:text", *(f"f{number}:text" for number in range(width)))
    rows = [(square(20 * row), str(row), *(f"{row}.{number}" for number in range(width))) for row in range(3)]
    return write_layer(folder / "w.gpkg", "w", rows, fields)


@pytest.mark.parametrize("width", [99, 120, 125, 126, 325])  # Plandata's lokalplaner have 325 fields
def test_a_layer_of_many_fields_is_read_whole(open_source, tmp_path, width):
    row_ids, columns, shapes = content(open_source(wide(tmp_path, width)))
    assert len(columns) == width + 1
    assert row_ids == [1, 2, 3]
    assert columns[f"f{width - 1}"] == [f"{row}.{width - 1}" for row in range(3)]
    assert all(shapes)


def test_columns_that_break_off_are_read_feature_by_feature_instead(open_source, monkeypatch, tmp_path):
    """GDAL 3.6 answers more than 127 columns of a GeoPackage with an error, and with empty batches for ever."""
    monkeypatch.setattr("lyngby_heritage.processing.inputs.arrow_reader.MOST_COLUMNS", 1000)
    source = open_source(wide(tmp_path, 140))
    assert read_by_columns(source)
    assert content(source) == by_feature(source, monkeypatch)


def houses(folder, suffix):
    """A file of 300 houses, and its path."""
    from osgeo import gdal

    rows = [(square(20 * row), str(row), 4, 1.0, "x" * 200) for row in range(300)]
    write_layer(folder / "b.gpkg", "b", rows, FIELDS)
    if suffix != "gpkg":
        gdal.VectorTranslate(str(folder / f"huse.{suffix}"), str(folder / "b.gpkg"))
        return folder / f"huse.{suffix}"
    return folder / "b.gpkg"


def damage(path):
    """Cut a file off in the middle, or of a GeoPackage lose one of the pages that the rows lie in."""
    held = bytearray(path.read_bytes())
    if path.suffix != ".gpkg":
        path.write_bytes(held[: len(held) // 2])
        return
    page = 4096
    middle = held.index(("x" * 200).encode(), len(held) // 2) // page * page
    held[middle : middle + page] = b"\xff" * page
    path.write_bytes(held)


@pytest.mark.parametrize(("suffix", "part"), [("gpkg", None), ("fgb", None), ("shp", "dbf")])
@pytest.mark.parametrize("concepts", ["none", "all"])
def test_a_damaged_file_is_an_error_that_names_it_and_never_a_shorter_layer(
    open_source, tmp_path, suffix, part, concepts
):
    path = houses(tmp_path, suffix)
    damage(path.with_suffix(f".{part}") if part else path)
    source = open_source(str(path))
    names = [name for name in source.field_names if name != "fid"] if concepts == "all" else []
    with pytest.raises(
        HeritageError, match=rf"damaged or cut off: only \d+ rows of 300 can be read from .*{path.name}"
    ):
        sources.read(source, {name: source.field_names.index(name) for name in names}, CRS)


def test_a_shapefile_whose_shapes_are_cut_off_does_not_pass_for_one_with_rows_that_have_none(open_source, tmp_path):
    """300 squares of 136 bytes each behind a header of 100: of 20,500 bytes 150 are whole."""
    path = houses(tmp_path, "shp")
    held = path.read_bytes()
    assert len(held) == 100 + 300 * 136
    path.write_bytes(held[:20_500])
    with pytest.raises(HeritageError, match=rf"cut off: 150 shapes of 300 lie beyond the end of .*{path.name}"):
        content(open_source(str(path)))


def test_rows_deleted_from_a_shapefile_are_no_damage(open_source, tmp_path):
    from osgeo import ogr

    path = houses(tmp_path, "shp")
    dataset = ogr.Open(str(path), 1)
    for row in (3, 7, 299):
        dataset.GetLayer(0).DeleteFeature(row)
    del dataset
    assert len(content(open_source(str(path)))[0]) == 297


def test_a_geopackage_whose_own_count_is_out_of_date_is_read_by_its_rows(open_source, tmp_path):
    from osgeo import gdal

    path = houses(tmp_path, "gpkg")
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE gpkg_ogr_contents SET feature_count = 500")
    del dataset
    source = open_source(str(path))
    assert source.source.featureCount() == 500
    assert len(content(source)[0]) == 300


def test_a_view_has_no_count_of_its_own(open_source, tmp_path):
    from osgeo import gdal

    path = houses(tmp_path, "gpkg")
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("CREATE VIEW v AS SELECT fid AS OGC_FID, geom, bygning_id FROM b WHERE fid < 11")
    dataset.ExecuteSQL(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('v', 'features', 'v', 25832)"
    )
    dataset.ExecuteSQL("INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', 25832, 0, 0)")
    dataset.ExecuteSQL("INSERT INTO gpkg_ogr_contents VALUES ('v', 900)")
    del dataset
    assert len(content(open_source(f"{path}|layername=v"))[0]) == 10


def with_wkt(folder, declared, *shapes):
    """A GeoPackage of a layer declared as one of OGR's types, with a row for each WKT."""
    from osgeo import ogr, osr

    path = folder / "w.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(25832)
    layer = dataset.CreateLayer("b", system, declared)
    layer.CreateField(ogr.FieldDefn("save_vaerdi", ogr.OFTInteger))
    for wkt in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("save_vaerdi", 4)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
        del feature
    del layer, dataset
    return str(path)


SURFACE = "MULTISURFACE (CURVEPOLYGON (COMPOUNDCURVE ((0 0, 10 0, 10 10, 0 10, 0 0))))"


def test_rows_are_read_by_what_they_are_and_not_by_what_the_layer_declares(open_source, monkeypatch, tmp_path):
    from osgeo import ogr

    plain = "MULTIPOLYGON (((20 0, 30 0, 30 10, 20 10, 20 0)))"
    source = open_source(with_wkt(tmp_path, ogr.wkbMultiPolygon, plain, SURFACE, plain))
    assert read_by_columns(source)
    fast = content(source)
    assert [shapely.from_wkb(one).area for one in fast[2]] == [100, 100, 100]
    assert fast == by_feature(source, monkeypatch)


def test_a_layer_of_collections_keeps_its_crs(open_source, tmp_path):
    from osgeo import ogr

    house = "GEOMETRYCOLLECTION (POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0)), POINT (5 5))"
    source = open_source(with_wkt(tmp_path, ogr.wkbUnknown, house))
    assert source.crs.authid() == "EPSG:25832"
    assert shapely.from_wkb(content(source)[2][0]).area == 100


DECISION = ("bygning_id;beslutning;begrundelse", "a;udpeg;Smukt rødt hus på Ærøvej", "b;udpeg_ikke;Nær åen")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_a_table_is_read_in_the_letters_it_was_written_in(open_source, tmp_path, encoding):
    path = tmp_path / "b.csv"
    path.write_bytes("\r\n".join(DECISION).encode(encoding))
    source = open_source(str(path))
    table = sources.read(source, {"decision_reason": source.find("decision_reason")})
    assert table.columns["decision_reason"] == ["Smukt rødt hus på Ærøvej", "Nær åen"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
@pytest.mark.parametrize("mark", [0, 0x57])  # what dBase says of the language: nothing, or Windows-1252
def test_a_shapefile_is_read_in_the_letters_it_holds_whatever_it_says_of_them(open_source, tmp_path, encoding, mark):
    from osgeo import gdal

    text = "Ærøvej på Fyn"
    write_layer(tmp_path / "b.gpkg", "b", [(square(0), "a", 4, 1.0, "x" * 16)], FIELDS)
    path = tmp_path / "s.shp"
    gdal.VectorTranslate(str(path), str(tmp_path / "b.gpkg"))
    path.with_suffix(".cpg").unlink(missing_ok=True)
    held = bytearray(path.with_suffix(".dbf").read_bytes().replace(b"x" * 16, text.encode(encoding).ljust(16)))
    held[29] = mark
    path.with_suffix(".dbf").write_bytes(held)
    assert content(open_source(str(path)))[1]["navn"] == [text]


def test_a_letter_cut_in_two_by_a_shapefile_is_no_other_encoding(open_source, tmp_path):
    from osgeo import gdal

    # dBase keeps 254 bytes: of 130 letters of two bytes each the last one that fits is the 127th.
    rows = [
        (square(0), "a", 4, 1.0, "x" + "å" * 130),
        (square(20), "b", 4, 1.0, "Ærø"),
        (square(40), "c", 4, 1.0, "Fåborg"),
    ]
    write_layer(tmp_path / "b.gpkg", "b", rows, FIELDS)
    path = tmp_path / "s.shp"
    gdal.VectorTranslate(str(path), str(tmp_path / "b.gpkg"), layerCreationOptions=["ENCODING=UTF-8"])
    assert content(open_source(str(path)))[1]["navn"][1:] == ["Ærø", "Fåborg"]


def test_letters_that_are_lost_are_told_with_field_and_row(open_source, tmp_path):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    open_source.context.setFeedback(feedback)
    path = tmp_path / "b.csv"
    path.write_text("\n".join((*DECISION, "c;udpeg;Kirken ved s\ufffden")), encoding="utf-8")
    source = open_source(str(path))
    sources.read(source, {"decision_reason": source.find("decision_reason")})
    assert "letters of the field begrundelse are lost in 1 row (row 3)" in feedback.textLog()


@pytest.mark.parametrize(("driver", "suffix"), [("XLSX", "xlsx"), ("ODS", "ods")])
def test_a_sheet_of_text_alone_has_its_names_in_the_first_row(open_source, tmp_path, driver, suffix):
    from osgeo import ogr

    path = tmp_path / f"b.{suffix}"
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer("Ark1")
    for name in ("Field1", "Field2", "Field3"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for row in (line.split(";") for line in DECISION):
        feature = ogr.Feature(layer.GetLayerDefn())
        for position, text in enumerate(row):
            feature.SetField(position, text)
        layer.CreateFeature(feature)
        del feature
    del layer, dataset
    source = open_source(str(path))
    positions = {concept: source.find(concept) for concept in ("decision_building", "decision", "decision_reason")}
    table = sources.read(source, positions)
    assert table.columns["decision_building"] == ["a", "b"]
    assert table.columns["decision_reason"] == ["Smukt rødt hus på Ærøvej", "Nær åen"]


def geojson(folder, *properties):
    """A GeoJSON of houses with these properties."""
    ring = [[720000, 6187000], [720010, 6187000], [720010, 6187010], [720000, 6187000]]
    features = [
        {"type": "Feature", "properties": one, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for one in properties
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    path = folder / "b.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return str(path)


def test_a_list_of_one_is_that_one_and_a_longer_one_is_text_that_no_reader_takes(open_source, tmp_path):
    years = [[1900, 1950], [1901], [], None]
    source = open_source(geojson(tmp_path, *({"save_vaerdi": 4, "opfoerelsesaar": one} for one in years)))
    assert content(source)[1]["opfoerelsesaar"] == ["[1900, 1950]", 1901, None, None]


def test_twins_that_differ_in_case_are_two_fields(open_source, tmp_path):
    source = open_source(geojson(tmp_path, {"save_vaerdi": 4, "SAVE_VAERDI": 7, "navn": "x"}))
    assert not read_by_columns(source)
    columns = content(source)[1]
    assert (columns["save_vaerdi"], columns["SAVE_VAERDI"], columns["navn"]) == ([4], [7], ["x"])
