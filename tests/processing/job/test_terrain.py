"""The terrain of the main job's input: a file of its own name before tiles, and tiles in folders and archives."""

from conftest import write_layer
from qgis.core import QgsCoordinateTransformContext, QgsProcessingUtils
from terrain import write_tile

from lyngby_heritage.core.common.errors import never_cancelled
from lyngby_heritage.core.plan.layers import Layer
from lyngby_heritage.processing.job.terrain import terrain_of

BOX = "POLYGON((718500 6188100, 719500 6188100, 719500 6188900, 718500 6188900, 718500 6188100))"


def found(given, boundary=None):
    terrain = terrain_of(str(given), boundary, QgsCoordinateTransformContext(), never_cancelled)
    return terrain.path, [str(note).replace("\u00a0", " ") for note in terrain.notes]


def test_tiles_in_a_folder_of_the_input(qgis_app, tmp_path):
    write_tile(tmp_path / "dtm", 6188, 719)
    path, said = found(tmp_path)
    assert path.endswith("terraen.vrt")
    assert not path.startswith(str(tmp_path))
    assert said == ["The terrain is 1 tile of Danmarks Højdemodel, DTM_1km_6188_719.tif to DTM_1km_6188_719.tif."]


def test_the_file_goes_before_the_tiles(qgis_app, tmp_path):
    write_tile(tmp_path / "dtm", 6188, 719)
    named = write_tile(tmp_path, 6188, 720).rename(tmp_path / "terraen.tif")
    path, said = found(tmp_path)
    assert path == str(named)
    assert said == [
        f"The terrain is {named}, and 1 tile of Danmarks Højdemodel beside it are not used. Take the file away to use "
        "the tiles."
    ]


def test_tiles_that_the_municipality_lacks_are_told(qgis_app, tmp_path):
    write_tile(tmp_path, 6188, 719)
    plain = write_layer(tmp_path / "graense.gpkg", "kommunegraense", [(BOX, "x")], ("navn:text",))
    for address in (plain, QgsProcessingUtils.encodeProviderKeyAndUri("ogr", plain)):
        _, said = found(tmp_path, Layer("kommunegraense", address))
        assert said[0].startswith("The terrain has no tile of 1 square kilometre of the area: 6188_718.")


def test_no_terrain(qgis_app, tmp_path):
    write_tile(tmp_path, 6188, 719, model="DSM")
    path, said = found(tmp_path)
    assert path is None
    assert said[0].startswith("1 file is of the surface model")
    assert found(tmp_path / "graense.gpkg") == found("postgres://x") == (None, [])
