"""A terrain model as it is opened: what people have downloaded stays as it is."""

import zipfile

from qgis.core import QgsProcessingContext
from terrain import write_tile

from lyngby_heritage.processing.collect.terrain_tiles import find_tiles, write_terrain
from lyngby_heritage.processing.inputs.rasters import SIDE_FILES, RasterSource, archives_untouched
from lyngby_heritage.processing.tools.delineate_valley import DelineateValley


def opened(path):
    """The source of a terrain model, opened and closed again."""
    algorithm = DelineateValley()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    return RasterSource(algorithm, {"DEM": str(path)}, "DEM", context).crs.authid()


def test_an_archive_whose_tiles_are_read_is_not_written_into(tmp_path):
    archive = tmp_path / "DTM_618_71_TIF_UTM32-ETRS89.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for east, height in ((719, 5), (720, 7)):
            tile = write_tile(tmp_path, 6188, east, height=height)
            packed.write(tile, tile.name)
            tile.unlink()
    before = archive.read_bytes()
    made = write_terrain(find_tiles([archive]), tmp_path / "terraen.vrt")
    assert opened(made.path) == "EPSG:25832"
    assert archive.read_bytes() == before


def test_side_files_of_other_rasters_are_read_as_ever(tmp_path):
    """They may hold the CRS. Within an archive they are neither read nor written."""
    from osgeo import gdal

    alone, in_archive = tmp_path / "alene.vrt", tmp_path / "i_arkiv.VRT"
    alone.write_text("<VRTDataset><SourceFilename>t.tif</SourceFilename></VRTDataset>", encoding="utf-8")
    in_archive.write_text("<SourceFilename>/vsizip/{t.zip}/t.tif</SourceFilename>", encoding="utf-8")
    before = gdal.GetConfigOption(SIDE_FILES)
    for value, option in ((str(alone), before), (str(in_archive), "NO"), (None, before), (str(tmp_path), before)):
        with archives_untouched(value):
            assert gdal.GetConfigOption(SIDE_FILES) == option
        assert gdal.GetConfigOption(SIDE_FILES) == before
