"""A raster is read, written and burnt the same way through rasterio and through GDAL's own bindings."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.valley import raster
from lyngby_heritage.core.valley.raster import GeoTiff, Placement, RasterError, burn, open_raster
from lyngby_heritage.core.valley.terrain import TerrainModel

PLACE = Placement(720_000.0, 0.4, 0.0, 6_187_000.0, 0.0, -0.4)
HEIGHTS = np.array([[1.5, -9999.0, 3.25], [4.0, 5.0, 6.0]], dtype=np.float32)


@pytest.fixture(params=["rasterio", "gdal"])
def through(request, monkeypatch):
    if request.param == "rasterio":
        pytest.importorskip("rasterio")
    monkeypatch.setattr(raster, "has_rasterio", lambda: request.param == "rasterio")
    return request.param


def written(path, values=HEIGHTS, **options):
    """A GeoTIFF made by GDAL alone, with what a terrain model may carry."""
    from osgeo import gdal

    kind = {"float32": gdal.GDT_Float32, "int16": gdal.GDT_Int16, "uint8": gdal.GDT_Byte}[values.dtype.name]
    rows, columns = values.shape
    file = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, options.pop("bands", 1), kind)
    file.SetGeoTransform(options.pop("place", (720_000.0, 0.4, 0.0, 6_187_000.0, 0.0, -0.4)))
    band = file.GetRasterBand(1)
    band.WriteRaster(0, 0, columns, rows, values.tobytes())
    for name, value in options.items():
        getattr(band, f"Set{name}")(value)
    del band, file
    return str(path)


def test_what_is_written_is_read(through, tmp_path):
    path = str(tmp_path / "ud.tif")
    with GeoTiff(path, (2, 3), PLACE, "EPSG:25832", -9999.0, "Højde") as file:
        file.write(1, HEIGHTS[1:])
        file.write(0, HEIGHTS[:1])
    opened = open_raster(path)
    np.testing.assert_array_equal(opened.rows(0, 2), [[1.5, np.nan, 3.25], [4, 5, 6]])
    assert opened.rows(0, 2).dtype == np.float32
    assert opened.placement == PLACE
    assert (opened.shape, opened.bands, opened.is_bytes) == ((2, 3), 1, False)
    assert (opened.scale, opened.offset) == (1.0, 0.0)
    opened.close()


@pytest.mark.parametrize(
    ("values", "options", "expected"),
    [
        (HEIGHTS, {"NoDataValue": -9999.0}, [[1.5, np.nan, 3.25], [4, 5, 6]]),
        (HEIGHTS, {"NoDataValue": 5.0}, [[1.5, -9999, 3.25], [4, np.nan, 6]]),
        (HEIGHTS, {}, [[1.5, -9999, 3.25], [4, 5, 6]]),
        (np.array([[7, -1]], dtype=np.int16), {"NoDataValue": -1}, [[7, np.nan]]),
        (np.array([[np.nan, 2]], dtype=np.float32), {"NoDataValue": 2}, [[np.nan, np.nan]]),
        (np.array([[np.nan, 2]], dtype=np.float32), {"NoDataValue": np.nan}, [[np.nan, 2]]),
    ],
)
def test_what_is_not_known_is_not_a_number(through, tmp_path, values, options, expected):
    np.testing.assert_array_equal(
        open_raster(written(tmp_path / "d.tif", values, **options)).rows(0, len(values)), expected
    )


def test_scale_offset_and_turned_models_are_told(through, tmp_path):
    opened = open_raster(written(tmp_path / "a.tif", Scale=0.01, Offset=-5.0))
    assert (opened.scale, opened.offset) == (0.01, -5.0)
    assert opened.placement.north_up
    turned = open_raster(written(tmp_path / "b.tif", place=(0.0, 1.0, 0.1, 0.0, 0.1, -1.0)))
    assert not turned.placement.north_up
    assert open_raster(written(tmp_path / "c.tif", np.zeros((2, 2), dtype=np.uint8), bands=3)).is_bytes


def test_what_is_no_raster_is_an_error(through, tmp_path):
    (tmp_path / "x.tif").write_text("ikke et billede")
    with pytest.raises(RasterError):
        open_raster(str(tmp_path / "x.tif"))
    with pytest.raises(RasterError):
        open_raster(str(tmp_path / "findes_ikke.tif"))


@pytest.mark.parametrize(
    ("unit", "per_metre"),
    [("", 1), ("m", 1), ("metre", 1), ("cm", 100), ("dm", 10), ("mm", 1000), ("ft", 1 / 0.3048), ("Feet", 1 / 0.3048),
     ("US survey foot", 3937 / 1200)],
)  # fmt: skip
def test_heights_are_metres_whatever_unit_the_file_is_in(through, tmp_path, unit, per_metre):
    heights = np.array([[1.5, 12.25, 170.0], [4.0, -2.0, 6.0]])
    path = written(tmp_path / "a.tif", (heights * per_metre).astype(np.float32), UnitType=unit)
    with TerrainModel(path, "terraen") as model:
        np.testing.assert_allclose(model.read(model.grid), heights, rtol=1e-6)


def test_a_scale_is_applied_before_the_unit(through, tmp_path):
    """Tenths of a centimetre above 100 cm: 500 is 500 · 0.1 + 100 = 150 cm."""
    values = np.array([[500]], dtype=np.int16)
    path = written(tmp_path / "a.tif", values, UnitType="cm", Scale=0.1, Offset=100.0)
    with TerrainModel(path, "terraen") as model:
        assert model.read(model.grid).tolist() == [[1.5]]


def test_a_value_for_no_data_is_no_height_in_centimetres_either(through, tmp_path):
    path = written(tmp_path / "a.tif", np.array([[-9999.0, 150.0]], dtype=np.float32), UnitType="cm")
    with TerrainModel(path, "terraen") as model:
        np.testing.assert_array_equal(model.read(model.grid), [[np.nan, 1.5]])


@pytest.mark.parametrize("unit", ["degree", "fathom", "bananer"])
def test_an_unknown_unit_is_refused_and_named(through, tmp_path, unit):
    path = written(tmp_path / "a.tif", UnitType=unit)
    with pytest.raises(HeritageError, match=rf"terraen says that its heights are in '{unit}'.*gdal_edit -units m"):
        TerrainModel(path, "terraen")


def test_a_model_that_is_cut_off_is_named(through, tmp_path):
    values = np.arange(400_000, dtype=np.float32).reshape(1000, 400)
    path = tmp_path / "afkortet.tif"
    written(path, values)
    path.write_bytes(path.read_bytes()[:900_000])
    told = pytest.raises(HeritageError, match=r"afkortet is damaged or cut off: rows .* of 1000 cannot be read")
    with TerrainModel(str(path), "afkortet") as model, told:
        model.read(model.grid)


def test_a_polygon_is_burnt_into_every_cell_that_it_touches(through):
    # 10 × 10 cells of 1 m with their corner at (0, 10); a sliver 0.2 m high across the middle of row 4.
    place = Placement(0.0, 1.0, 0.0, 10.0, 0.0, -1.0)
    burnt = burn([shapely.box(2.4, 5.4, 6.6, 5.6)], place, (10, 10))
    assert np.argwhere(burnt).tolist() == [[4, column] for column in range(2, 7)]


def test_both_ways_burn_the_same():
    pytest.importorskip("rasterio")
    random = np.random.default_rng(7)
    shapes = [shapely.Point(*xy).buffer(r) for *xy, r in random.uniform(1, 40, (30, 3))]
    shapes.append(shapely.Point(20, 20).buffer(15).difference(shapely.Point(20, 20).buffer(9)))
    place = Placement(0.0, 0.7, 0.0, 45.0, 0.0, -0.7)
    one, other = raster._burn_by_rasterio(shapes, place, (60, 60)), raster._burn_by_gdal(shapes, place, (60, 60))
    np.testing.assert_array_equal(one, other)
