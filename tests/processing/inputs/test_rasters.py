"""A terrain model as it is opened: what people have downloaded stays as it is."""

import zipfile

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsRasterLayer
from terrain import write_tile

from lyngby_heritage.processing.collect.terrain_tiles import find_tiles, write_terrain
from lyngby_heritage.processing.inputs.rasters import SIDE_FILES, RasterSource, archives_untouched, in_archive
from lyngby_heritage.processing.tools.delineate_valley import DelineateValley


@pytest.fixture
def archive(tmp_path):
    """A download of two tiles, alone in its folder."""
    path = tmp_path / "leverance" / "DTM_618_71_TIF_UTM32-ETRS89.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as packed:
        for east, height in ((719, 5), (720, 7)):
            tile = write_tile(tmp_path, 6188, east, height=height)
            packed.write(tile, tile.name)
            tile.unlink()
    return path


def somebodys_raster(archive):
    """A virtual raster of the tiles as QGIS's own tool makes it."""
    from osgeo import gdal

    path = archive.with_name("andres.vrt")
    names = zipfile.ZipFile(archive).namelist()
    gdal.BuildVRT(str(path), [f"/vsizip/{archive}/{name}" for name in names]).FlushCache()
    return path


def counted_by_qgis(path):
    """A layer that a person has opened, looked at and closed: its least and its greatest value."""
    layer = QgsRasterLayer(str(path), "terræn")
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:25832"
    found = layer.dataProvider().histogram(1)
    return found.minimum, found.maximum


def left_in(folder):
    return sorted(one.name for one in folder.iterdir() if one.suffix != ".vrt")


def opened(path):
    """The source of a terrain model, opened and closed again."""
    algorithm = DelineateValley()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    return RasterSource(algorithm, {"DEM": str(path)}, "DEM", context).crs.authid()


def test_an_archive_whose_tiles_are_read_is_not_written_into(archive):
    before = archive.read_bytes()
    made = write_terrain(find_tiles([archive]), archive.with_name("terraen.vrt"))
    assert opened(made.path) == "EPSG:25832"
    assert archive.read_bytes() == before


def test_the_terrain_of_tiles_is_a_map_layer_that_writes_nothing_into_the_download(archive):
    """Whoever opens it: QGIS counts its values, and GDAL finds no place beside the tiles to keep the counts in."""
    before = archive.read_bytes()
    made = write_terrain(find_tiles([archive]), archive.with_name("terraen.vrt"))
    assert counted_by_qgis(made.path) == (5, 7)
    assert archive.read_bytes() == before
    assert left_in(archive.parent) == [archive.name]


def test_somebody_elses_raster_of_an_archive_is_written_into_by_qgis(archive):
    """What the tools keep from happening does happen: else the tests beside this one would show nothing."""
    assert counted_by_qgis(somebodys_raster(archive)) == (5, 7)
    assert [one for one in zipfile.ZipFile(archive).namelist() if one.endswith(".aux.xml")]


@pytest.mark.parametrize("given", ["a virtual raster", "a virtual raster of one", "a tile", "an archive of one tile"])
def test_a_tool_given_a_raster_in_an_archive_leaves_the_archive_as_it_was(archive, given):
    """At each of the steps in which QGIS opens it: values, systems, and the run itself."""
    from osgeo import gdal

    raster = str(archive)
    if given == "a tile":
        raster = f"/vsizip/{archive}/DTM_1km_6188_719.tif"
    elif given == "an archive of one tile":
        with zipfile.ZipFile(archive) as both, zipfile.ZipFile(archive.with_name("en.zip"), "w") as alone:
            alone.writestr("DTM_1km_6188_719.tif", both.read("DTM_1km_6188_719.tif"))
        raster = str(archive.with_name("en.zip"))
    else:
        raster = str(somebodys_raster(archive))
        if given == "a virtual raster of one":
            gdal.BuildVRT(str(archive.with_name("yderst.vrt")), [raster]).FlushCache()
            raster = str(archive.with_name("yderst.vrt"))
    stream = archive.with_name("vandloeb.geojson")
    system = '"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}'
    line = '"type": "LineString", "coordinates": [[719100, 6188500], [719900, 6188500]]'
    stream.write_text(f"{{{line}, {system}}}", encoding="utf-8")
    before = {one: one.read_bytes() for one in archive.parent.iterdir()}
    algorithm, context = DelineateValley(), QgsProcessingContext()
    algorithm.initAlgorithm()
    values = {"DEM": raster, "WATERCOURSES": str(stream), "OUTPUT": "TEMPORARY_OUTPUT"}
    assert algorithm.checkParameterValues(values, context) == (True, "")
    algorithm.validateInputCrs(values, context)
    algorithm.run(values, context, QgsProcessingFeedback(False), {}, False)
    del context
    after = {one: one.read_bytes() for one in archive.parent.iterdir()}
    assert sorted(one.name for one in after) == sorted(one.name for one in before)
    assert [one.name for one in before if one.suffix == ".zip" and after[one] != before[one]] == []


def test_side_files_of_other_rasters_are_read_as_ever(tmp_path):
    """They may hold the CRS. Within an archive they are neither read nor written."""
    from osgeo import gdal

    alone, packed = tmp_path / "alene.vrt", tmp_path / "i_arkiv.VRT"
    alone.write_text("<VRTDataset><SourceFilename>t.tif</SourceFilename></VRTDataset>", encoding="utf-8")
    packed.write_text("<SourceFilename>/vsizip/{t.zip}/t.tif</SourceFilename>", encoding="utf-8")
    before = gdal.GetConfigOption(SIDE_FILES)
    for value, option in ((str(alone), before), (str(packed), "NO"), (None, before), (str(tmp_path), before)):
        with archives_untouched([value]):
            assert gdal.GetConfigOption(SIDE_FILES) == option
        assert gdal.GetConfigOption(SIDE_FILES) == before


def test_other_threads_read_side_files_meanwhile(tmp_path):
    """QGIS draws maps while a tool runs, of rasters whose side files hold their CRS."""
    from concurrent.futures import ThreadPoolExecutor

    from osgeo import gdal

    with archives_untouched(["/vsizip/t.zip/t.tif"]), ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(gdal.GetConfigOption, SIDE_FILES, "YES").result() == "YES"


def test_a_raster_that_names_itself_ends(tmp_path):
    ring = tmp_path / "ring.vrt"
    ring.write_text("<SourceFilename relativeToVRT='1'>ring.vrt</SourceFilename>", encoding="utf-8")
    assert not in_archive(str(ring))
