"""Reading: by columns where that gives the same, feature by feature where it would not."""

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
