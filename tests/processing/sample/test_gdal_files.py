"""Tables by GDAL: in each form every value comes back, and equal tables are equal bytes."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import Cancelled, HeritageError, never_cancelled
from lyngby_heritage.processing.sample.gdal_files import DAY, write_tables
from lyngby_heritage.sample.tables import SampleTable, decimal, texts, whole

SQUARE = shapely.from_wkt(
    "POLYGON ((719000.25 6188000, 719000.25 6188010, 719010 6188010, 719010 6188000, 719000.25 6188000))"
)
TABLE = SampleTable(
    "flader",
    "Flader",
    "MultiPolygon",
    np.array([shapely.MultiPolygon([SQUARE]), None], dtype=object),
    {"navn": texts(["Ærø", None]), "antal": whole([3, np.nan]), "hoejde": decimal([8.55, np.nan])},
)


def read(path):
    from osgeo import ogr

    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    rows = []
    for feature in layer:
        shape = feature.GetGeometryRef()
        rows.append((feature.items(), None if shape is None else shapely.from_wkb(bytes(shape.ExportToWkb()))))
    return layer.GetName(), layer.GetSpatialRef().GetAuthorityCode(None), rows


@pytest.mark.parametrize(
    ("form", "shape"), [("gpkg", TABLE.geometry[0]), ("geojson", TABLE.geometry[0]), ("shp", SQUARE)]
)
def test_every_value_comes_back(tmp_path, form, shape):
    path = tmp_path / f"flader.{form}"
    write_tables(str(path), form, [TABLE], never_cancelled)
    name, system, rows = read(path)
    assert (name, system) == ("flader", "25832")
    assert [items for items, _ in rows] == [
        {"navn": "Ærø", "antal": 3, "hoejde": 8.55},
        {"navn": None, "antal": None, "hoejde": None},
    ]
    assert [shape for _, shape in rows] == [shape, None]


def test_a_geopackage_of_the_same_day_is_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_tables(str(tmp_path / f"{name}.gpkg"), "gpkg", [TABLE], never_cancelled, day=DAY)
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()
    assert DAY.encode() in (tmp_path / "a.gpkg").read_bytes()


def test_the_day_is_put_back(tmp_path):
    from osgeo import gdal

    before = gdal.GetConfigOption("OGR_CURRENT_DATE")
    write_tables(str(tmp_path / "a.gpkg"), "gpkg", [TABLE], never_cancelled, day=DAY)
    assert gdal.GetConfigOption("OGR_CURRENT_DATE") == before


def test_progress_is_by_rows(tmp_path):
    told = []
    three = SampleTable("tre", "Tre", "None", None, {"x": whole([1, 2, 3, 4, 5, 6])})
    write_tables(str(tmp_path / "a.gpkg"), "gpkg", [TABLE, three], never_cancelled, told.append)
    assert told == [0.25, 1.0]


def test_a_cancelled_run_stops(tmp_path):
    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        write_tables(str(tmp_path / "a.gpkg"), "gpkg", [TABLE], stop)


def test_where_nothing_can_be_written_the_error_names_the_file(tmp_path):
    with pytest.raises(HeritageError, match=r"a\.gpkg could not be written"):
        write_tables(str(tmp_path / "mangler" / "a.gpkg"), "gpkg", [TABLE], never_cancelled)
