"""Tiles of Danmarks Højdemodel, in folders and archives, as one raster. The tiles are invented, with cells of 10 m."""

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from terrain import write_tile

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.collect import terrain_tiles
from lyngby_heritage.processing.collect.terrain_tiles import files_below, find_tiles, head_of, write_terrain

BLOCK = "DTM_618_71_TIF_UTM32-ETRS89"


def heights(path):
    from osgeo import gdal

    return gdal.Open(str(path)).ReadAsArray()


def made(folder, tmp_path, bounds=None):
    """What came of the tiles below a folder, and what was said."""
    terrain = write_terrain(find_tiles(files_below(folder)), tmp_path / "ud.vrt", bounds)
    return terrain, [str(note).replace("\u00a0", " ") for note in terrain.notes]


def packed(archive, *files):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for file in files:
            opened.write(file, f"{archive.stem}/{file.name}")
            file.unlink()
    return archive


def test_tiles_in_folders_become_one_raster(tmp_path):
    folder = tmp_path / "dtm med æøå" / BLOCK
    write_tile(folder, 6188, 719, height=5)
    write_tile(folder, 6188, 720, height=7)
    write_tile(folder, 6189, 719, height=9)
    terrain, said = made(folder.parent, tmp_path)
    found = heights(terrain.path)
    assert found.shape == (200, 200)
    # north is up: the third tile lies above the first, and nothing above the second
    assert found[0, 0] == 9
    assert found[150, 50] == 5
    assert found[150, 150] == 7
    assert found[0, 199] == -9999
    assert said == [
        "The terrain tiles leave 1 gap of one square kilometre between them: 6189_720. There no valley is found. Fetch "
        "the tiles, unless these places are sea or outside the municipality.",
        "The terrain is 3 tiles of Danmarks Højdemodel, DTM_1km_6188_719.tif to DTM_1km_6189_719.tif.",
    ]


def test_tiles_in_archives_are_read_where_they_lie(tmp_path):
    packed(
        tmp_path / f"{BLOCK}.zip", write_tile(tmp_path, 6188, 719, height=5), write_tile(tmp_path, 6188, 720, height=7)
    )
    terrain, _ = made(tmp_path, tmp_path)
    assert [tile.file for tile in terrain.chosen.used] == [
        f"{BLOCK}.zip/DTM_1km_6188_719.tif",
        f"{BLOCK}.zip/DTM_1km_6188_720.tif",
    ]
    assert heights(terrain.path)[50, [50, 150]].tolist() == [5, 7]


def test_a_raster_beside_its_tiles_can_be_moved_with_them(tmp_path):
    write_tile(tmp_path / "en" / "dtm", 6188, 719, height=5)
    write_terrain(find_tiles(files_below(tmp_path / "en")), tmp_path / "en" / "ud.vrt")
    (tmp_path / "en").rename(tmp_path / "to")
    assert heights(tmp_path / "to" / "ud.vrt")[50, 50] == 5


def test_the_surface_model_is_never_terrain(tmp_path):
    packed(tmp_path / "DSM_618_71_TIF_UTM32-ETRS89.zip", write_tile(tmp_path, 6188, 719, model="DSM"))
    write_tile(tmp_path, 6188, 720, model="DSM")
    terrain, said = made(tmp_path, tmp_path)
    assert terrain.path is None
    assert not (tmp_path / "ud.vrt").exists()
    assert said == [
        "2 files are of the surface model (DSM: roofs and trees) and not used as terrain: DSM_1km_6188_720.tif. "
        "Terrain is DTM."
    ]


def test_half_a_tile_is_told_and_left_out(tmp_path):
    whole, half = write_tile(tmp_path, 6188, 719), write_tile(tmp_path, 6188, 720)
    half.write_bytes(half.read_bytes()[: half.stat().st_size // 2])
    terrain, said = made(tmp_path, tmp_path)
    assert [tile.file for tile in terrain.chosen.used] == [whole.name]
    assert said[0] == (
        "DTM_1km_6188_720.tif is not used as terrain: the file is cut off, and its heights are not all there. Fetch it "
        "again."
    )


def test_what_is_no_raster_is_told_and_left_out(tmp_path):
    (tmp_path / "DTM_1km_6188_719.tif").write_text("<html>401</html>", encoding="utf-8")
    terrain, said = made(tmp_path, tmp_path)
    assert terrain.path is None
    assert said[0].startswith("DTM_1km_6188_719.tif is not used as terrain: it cannot be read (")
    assert said[1] == "None of the terrain tiles can be used, so there is no terrain model."


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"epsg": 25833}, "it is in EPSG:25833"),
        ({"epsg": None}, "no coordinate reference system"),
        ({"nodata": 0}, "NoData 0.0"),
        ({"cell": 20}, "its cells (20 m"),
        ({"at": (6190, 719)}, "its name says that it begins at N 6188 km, E 719 km"),
    ],
)
def test_a_tile_unlike_the_others_is_left_out(tmp_path, other, words):
    write_tile(tmp_path, 6188, 719, **other)
    write_tile(tmp_path, 6188, 720)
    write_tile(tmp_path, 6188, 721)
    terrain, said = made(tmp_path, tmp_path)
    assert [tile.cell.name for tile in terrain.chosen.used] == ["6188_720", "6188_721"]
    assert words in said[0]


def test_heights_of_the_danish_vertical_system_are_in_the_same_place(tmp_path):
    """Datafordeleren may name the system of the heights too."""
    assert head_of(str(write_tile(tmp_path, 6188, 719, epsg=(25832, 5799)))).epsg == 25832


def test_the_newest_of_two_copies_is_used(tmp_path):
    old, new = (write_tile(tmp_path / year, 6188, 719, height=int(year)) for year in ("2015", "2023"))
    os.utime(old, (1e9, 1e9))
    os.utime(new, (1.1e9, 1.1e9))
    terrain, said = made(tmp_path, tmp_path)
    assert heights(terrain.path)[50, 50] == 2023
    assert said[0] == (
        f"{old} is not used as terrain: {new} is of the same square kilometre and newer, or a copy of it."
    )


def test_tiles_missing_in_an_area_are_told(tmp_path):
    write_tile(tmp_path, 6188, 719)
    _, said = made(tmp_path, tmp_path, (718_500, 6_188_100, 719_500, 6_188_900))
    assert said[0].startswith("The terrain has no tile of 1 square kilometre of the area: 6188_718.")


def test_an_archive_that_broke_off_is_told(tmp_path):
    archive = packed(tmp_path / f"{BLOCK}.zip", write_tile(tmp_path, 6188, 719))
    archive.write_bytes(archive.read_bytes()[:200])
    (tmp_path / "andet.zip").write_bytes(b"PK")  # nobody says that there is terrain in it
    _, said = made(tmp_path, tmp_path)
    assert len(said) == 1
    assert said[0].startswith(f"{BLOCK}.zip cannot be opened (")


def test_a_raster_that_cannot_be_written_is_an_error_that_names_it(tmp_path):
    write_tile(tmp_path, 6188, 719)
    with pytest.raises(HeritageError, match=r"could not be put together in .*ud\.vrt"):
        write_terrain(find_tiles(files_below(tmp_path)), tmp_path / "findes ikke" / "ud.vrt")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["DTM_1km_6188_719.tif"]


def test_folders_are_followed_three_deep(tmp_path):
    deep = write_tile(tmp_path / "a" / "b" / "c", 6188, 719)
    write_tile(tmp_path / "a" / "b" / "c" / "d", 6188, 720)
    assert files_below(tmp_path) == [deep]


def test_values_are_those_of_the_tiles_to_the_last_one(tmp_path):
    values = np.random.default_rng(1).random((100, 100)).astype(np.float32)
    write_tile(tmp_path, 6188, 719, height=values)
    terrain, _ = made(tmp_path, tmp_path)
    assert np.array_equal(heights(terrain.path), values)
    assert Path(terrain.path).name == "ud.vrt"


def test_a_value_of_the_settings_stands_for_the_tiles_own(tmp_path, monkeypatch):
    """Which value says that there is no terrain is not verified, and a municipality may know better."""
    write_tile(tmp_path, 6188, 719, height=0)
    settings = {**terrain_tiles.load(terrain_tiles.FILE), "nodata": 0}
    monkeypatch.setattr(terrain_tiles, "load", lambda _name: settings)
    terrain, _ = made(tmp_path, tmp_path)
    assert head_of(terrain.path).nodata == 0


def test_a_gap_is_no_height_though_the_tiles_name_no_value_for_it(tmp_path):
    write_tile(tmp_path, 6188, 719, height=5, nodata=None)
    write_tile(tmp_path, 6189, 720, height=7, nodata=None)
    terrain, _ = made(tmp_path, tmp_path)
    found = heights(terrain.path)
    assert found[[50, 150], [150, 50]].tolist() == [7, 5]
    assert found[50, 50] == head_of(terrain.path).nodata == -9999
