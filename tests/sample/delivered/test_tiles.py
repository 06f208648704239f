"""Tiles: each is its kilometre of the terrain, and together they are the terrain."""

import numpy as np
import pytest

from lyngby_heritage.sample.delivered.tiles import SURFACE, cut, surface
from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.terrain import Terrain


def terrain(west, north, cell, rows, columns):
    heights = np.arange(rows * columns, dtype=np.float32).reshape(rows, columns)
    return Terrain(heights, west, north, cell)


def test_a_tile_is_named_by_its_south_west_corner():
    # 718.5–719.5 km east, 6187.75–6188.25 km north, in cells of 250 m: two kilometres each way.
    tiles = cut(terrain(718_500.0, 6_188_250.0, 250.0, 2, 4))
    assert [one.name for one in tiles] == [
        "DTM_1km_6187_718.tif",
        "DTM_1km_6187_719.tif",
        "DTM_1km_6188_718.tif",
        "DTM_1km_6188_719.tif",
    ]
    assert {one.block for one in tiles} == {"DTM_618_71_TIF_UTM32-ETRS89.zip"}
    # The southern row of the terrain lies in the southern tiles.
    assert [one.heights.tolist() for one in tiles] == [[[4, 5]], [[6, 7]], [[0, 1]], [[2, 3]]]
    assert [(one.west, one.north) for one in tiles[:3]] == [
        (718_500.0, 6_188_000.0),
        (719_000.0, 6_188_000.0),
        (718_500.0, 6_188_250.0),
    ]


@pytest.mark.parametrize("cell", [5.0, 6.0, 12.0, 30.0, 80.0])
def test_together_they_are_the_terrain(cell):
    west, south = 718_380 // cell * cell, 6_186_415 // cell * cell
    whole = terrain(west, south + 131 * cell, cell, 131, 97)
    put = np.full_like(whole.heights, -1)
    for tile in cut(whole):
        rows, columns = tile.heights.shape
        top, left = round((whole.north - tile.north) / cell), round((tile.west - whole.west) / cell)
        assert (put[top : top + rows, left : left + columns] == -1).all()
        put[top : top + rows, left : left + columns] = tile.heights
        middle = tile.west + columns * cell / 2, tile.north - rows * cell / 2
        assert (middle[0] // 1000, middle[1] // 1000) == (tile.east_km, tile.north_km)
    assert (put == whole.heights).all()


def test_a_whole_kilometre_has_as_many_cells_each_way():
    tiles = cut(make_municipality(1500, 173).terrain)
    assert max(tile.heights.shape for tile in tiles) == (200, 200)
    assert sum(tile.heights.size for tile in tiles) == 502 * 531


def test_the_surface_lies_above_the_terrain():
    tile = cut(terrain(718_000.0, 6_189_000.0, 500.0, 2, 2))[0]
    over = surface(tile)
    assert (over.name, over.block) == ("DSM_1km_6188_718.tif", "DSM_618_71_TIF_UTM32-ETRS89.zip")
    assert (over.heights - tile.heights).tolist() == [[SURFACE] * 2] * 2
