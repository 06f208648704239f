"""Terrain models: averaged by area, whatever their cells, type and missing values; read in strips."""

import numpy as np
import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.valley import terrain
from lyngby_heritage.core.valley.terrain import Grid, TerrainModel, sea, without_frame, write_heights

rasterio = pytest.importorskip("rasterio")
Affine, from_origin = rasterio.Affine, rasterio.transform.from_origin


@pytest.fixture
def written(tmp_path):
    def write(values, dx=2.0, dy=2.0, nodata=-9999, transform=None, count=1, **more):
        path = tmp_path / "t.tif"
        values = np.asarray(values)
        rows, columns = values.shape
        place = transform or from_origin(1000, 2000, dx, dy)
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            width=columns,
            height=rows,
            count=count,
            dtype=values.dtype,
            crs="EPSG:25832",
            transform=place,
            nodata=nodata,
            **more,
        ) as file:
            for band in range(1, count + 1):
                file.write(values, band)
        return str(path)

    return write


def read(path, resolution=0.0, most_cells=None):
    with TerrainModel(path, "t") as model:
        cells = model.target(resolution, most_cells)
        return cells, model.read(cells)


def test_0_means_the_models_own_cells(written):
    values = np.arange(12, dtype="float32").reshape(3, 4)
    cells, heights = read(written(values, dx=16, dy=15.957))
    assert (cells.dx, cells.dy, cells.shape) == (16, 15.957, (3, 4))
    assert np.array_equal(heights, values)


def test_larger_cells_are_means_by_area(written):
    values = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]], dtype="float32")
    cells, heights = read(written(values), 3.0)  # one and a half cells
    assert (cells.dx, cells.dy, cells.shape) == (3, 3, (2, 2))
    # The first: 1 whole, 2 and 4 by half, 5 by a quarter, of 2.25.
    assert heights[0, 0] == pytest.approx((1 + 2 / 2 + 4 / 2 + 5 / 4) / 2.25)
    assert heights.mean() == pytest.approx(5)


def test_a_finer_resolution_than_the_models_gives_its_own(written):
    cells, _ = read(written(np.ones((3, 3), dtype="float32")), 0.5)
    assert (cells.dx, cells.shape) == (2, (3, 3))


@pytest.mark.parametrize(("most", "factor"), [(100, 1), (99, 2), (25, 2), (11, 4)])
def test_a_model_of_too_many_cells_is_averaged_to_fit(written, most, factor):
    cells, heights = read(written(np.full((10, 10), 7, dtype="float32")), 0, most)
    assert cells.dx == 2 * factor
    assert heights.size <= max(most, 9)
    assert (heights == 7).all()


def test_missing_values_do_not_count_in_the_mean(written):
    values = np.array(
        [[1, -9999, 5, 5], [3, np.nan, 5, -9999], [-9999, -9999, 1, 1], [-9999, 2, 1, 1]], dtype="float32"
    )
    _, heights = read(written(values), 4.0)
    assert np.isnan(heights[0, 0]) or heights[0, 0] == 2
    assert heights[0, 1] == 5
    assert np.isnan(heights[1, 0])  # a quarter is too little
    assert heights[1, 1] == 1


def test_nodata_that_the_file_does_not_name_is_seen(written):
    values = np.array([[1, -9999], [-32767, 3.4e38]], dtype="float32")
    _, heights = read(written(values, nodata=None))
    assert heights[0, 0] == 1
    assert np.isnan(heights).sum() == 3


def test_whole_numbers_with_a_scale(written, tmp_path):
    path = written(np.array([[100, 250], [-32768, 0]], dtype="int16"), nodata=-32768)
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (0.1,), (5.0,)
    _, heights = read(path)
    assert heights[0].tolist() == pytest.approx([15, 30])
    assert np.isnan(heights[1, 0])


def test_strips_join_without_a_seam(written, monkeypatch):
    values = np.random.default_rng(3).random((37, 23)).astype("float32")
    path = written(values)
    for resolution in (0.0, 5.0):
        _, whole = read(path, resolution)
        monkeypatch.setattr(terrain, "STRIP_CELLS", 60)
        _, stripped = read(path, resolution)
        monkeypatch.undo()
        assert stripped == pytest.approx(whole, abs=1e-6)


def test_a_turned_model_and_a_picture_are_refused(written):
    with pytest.raises(HeritageError, match="turned"):
        TerrainModel(written(np.ones((2, 2), dtype="float32"), transform=Affine(1, 1, 0, 1, -1, 0)), "t")
    with pytest.raises(HeritageError, match="picture"):
        TerrainModel(written(np.ones((2, 2), dtype="uint8"), count=3, nodata=None), "t")
    with pytest.raises(HeritageError, match="cannot be read"):
        TerrainModel("/findes/ikke.tif", "t")


def test_heights_above_the_water_are_written_with_nodata(written, tmp_path):
    path = written(np.array([[10, 12], [-9999, 16]], dtype="float32"))
    level = np.array([[8.0]], dtype="float32")
    with TerrainModel(path, "t") as model:
        cells = model.target(0)
        write_heights(
            str(tmp_path / "h.tif"), model, cells, level, Grid(1000, 2000, 4, 4, (1, 1)), "EPSG:25832", lambda: 0
        )
    with rasterio.open(tmp_path / "h.tif") as file:
        assert file.read(1).tolist() == [[2, 4], [-9999, 8]]
        assert (file.nodata, file.dtypes, file.compression.name) == (-9999, ("float32",), "deflate")
        assert file.transform == from_origin(1000, 2000, 2, 2)


def test_beyond_the_grid_of_the_level_the_nearest_one_counts(written, tmp_path):
    path = written(np.array([[10, 11, 12, 13], [20, 21, 22, 23]], dtype="float32"))  # from 1000, 2000 in cells of 2 m
    level = np.array([[1.0, 5.0]], dtype="float32")
    with TerrainModel(path, "t") as model:
        write_heights(
            str(tmp_path / "h.tif"),
            model,
            model.target(0),
            level,
            Grid(1002, 1998, 2, 2, (1, 2)),
            "EPSG:25832",
            lambda: 0,
        )
    with rasterio.open(tmp_path / "h.tif") as file:
        assert file.read(1).tolist() == [[9, 10, 7, 8], [19, 20, 17, 18]]


N = np.nan


@pytest.mark.parametrize(
    ("heights", "expected", "west", "north"),
    [
        ([[N, N, N], [N, 1, 2], [N, N, 3]], [[1, 2], [N, 3]], 1005, 1990),
        ([[1, N], [2, 3]], [[1, N], [2, 3]], 1000, 2000),  # a gap within is none
        ([[1, N, 2], [N, N, N], [3, N, 4]], [[1, N, 2], [N, N, N], [3, N, 4]], 1000, 2000),
        ([[N, N]], [[N, N]], 1000, 2000),
    ],
)
def test_a_frame_without_heights_is_taken_off(heights, expected, west, north):
    heights = np.array(heights, dtype="float32")
    found, grid = without_frame(heights, Grid(1000, 2000, 5, 10, heights.shape))
    np.testing.assert_array_equal(found, np.array(expected, dtype="float32"))
    assert grid == Grid(west, north, 5, 10, found.shape)


def test_sea_is_low_large_and_reaches_the_edge():
    heights = np.full((60, 60), 5.0, dtype="float32")
    heights[:20] = 0  # 20 × 60 cells of 10 m: 12 ha at the edge
    heights[40:50, 20:30] = 0  # 1 ha inside
    heights[58:, 58:] = -1  # 0.04 ha at the edge
    cells = Grid(0, 600, 10, 10, heights.shape)
    nowhere = np.zeros(heights.shape, dtype=bool)
    found = sea(heights, cells, 0.0, nowhere)
    assert found[:20].all()
    assert found.sum() == 20 * 60
    assert not sea(heights, cells, -0.5, nowhere).any()
