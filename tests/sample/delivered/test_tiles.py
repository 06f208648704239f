"""Tiles: each is its kilometre of the terrain, and together they are the terrain."""

import numpy as np
import pytest

from lyngby_heritage.sample.delivered.tiles import SURFACE, cut, surface
from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.terrain import CELL_SIZES, NODATA, Terrain


def terrain(west, north, cell, rows, columns):
    heights = np.arange(rows * columns, dtype=np.float32).reshape(rows, columns)
    return Terrain(heights, west, north, cell)


def test_a_tile_is_a_kilometre_named_by_its_south_west_corner():
    # 718.5–719.5 km east, 6187.5–6188.5 km north, in cells of 500 m: a quarter of each of four kilometres.
    tiles = cut(terrain(718_500.0, 6_188_500.0, 500.0, 2, 2))
    n = NODATA
    assert {one.name: one.heights.tolist() for one in tiles} == {
        "DTM_1km_6187_718.tif": [[n, 2], [n, n]],
        "DTM_1km_6187_719.tif": [[3, n], [n, n]],
        "DTM_1km_6188_718.tif": [[n, n], [n, 0]],
        "DTM_1km_6188_719.tif": [[n, n], [1, n]],
    }
    assert {one.block for one in tiles} == {"DTM_618_71_TIF_UTM32-ETRS89.zip"}
    assert [(one.west, one.north) for one in tiles[:3]] == [
        (718_000.0, 6_188_000.0),
        (719_000.0, 6_188_000.0),
        (718_000.0, 6_189_000.0),
    ]


@pytest.mark.parametrize("cell", CELL_SIZES)
def test_together_they_are_the_terrain(cell):
    each = 1000 / cell
    assert each == int(each)
    whole = terrain(718_380 // cell * cell, 6_188_925 // cell * cell, cell, 131, 97)
    put = np.full_like(whole.heights, -1)
    for tile in cut(whole):
        assert tile.heights.shape == (each, each)
        row = round((whole.north - tile.north) / cell) + np.arange(int(each))
        column = round((tile.west - whole.west) / cell) + np.arange(int(each))
        there = np.ix_((row >= 0) & (row < 131), (column >= 0) & (column < 97))
        assert (tile.heights != NODATA).sum() == tile.heights[there].size > 0
        put[np.ix_(row[there[0].ravel()], column[there[1].ravel()])] = tile.heights[there]
    assert (put == whole.heights).all()


def test_the_sample_s_terrain_is_cut_without_an_empty_tile():
    tiles = cut(make_municipality(1500, 173).terrain)
    assert sum(int((tile.heights != NODATA).sum()) for tile in tiles) == 502 * 531
    assert all((tile.heights != NODATA).any() for tile in tiles)


def test_the_surface_lies_above_the_terrain():
    tile = cut(terrain(718_500.0, 6_189_000.0, 500.0, 2, 1))[0]
    over = surface(tile)
    assert (over.name, over.block) == ("DSM_1km_6188_718.tif", "DSM_618_71_TIF_UTM32-ETRS89.zip")
    assert over.heights.tolist() == [[NODATA, SURFACE], [NODATA, 1 + SURFACE]]
