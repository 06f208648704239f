"""What of a package's buildings the public is shown, and how many of the others the plan would bind."""

import pytest
from builders import square
from conftest import write_layer
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from lyngby_heritage.processing.export.inputs import building_positions, read_buildings
from lyngby_heritage.processing.inputs.sources import Source
from lyngby_heritage.processing.tools.export_lokalplan import ExportLokalplan

FIELDS = (
    *("bygning_id:text", "udpeget:int", "udpegning:text", "begrundelse:text", "fredet:int", "offentlig:int"),
    *("save_vaerdi:int", "anvendelse:int"),
)


@pytest.fixture
def read_one(qgis_app, tmp_path):
    """Reads a layer of one building of SAVE value 2."""
    context, algorithm = QgsProcessingContext(), ExportLokalplan()
    algorithm.initAlgorithm()

    def read(designated, listed, public, use):
        row = (square(720_000, 6_187_000, 10), "b1", designated, "vaerdi_1_3", "Fordi.", listed, public, 2, use)
        layer = write_layer(tmp_path / "b.gpkg", "b", [row], FIELDS)
        source = Source(algorithm, {"BUILDINGS": layer}, "BUILDINGS", context)
        crs = QgsCoordinateReferenceSystem("EPSG:25832")
        return read_buildings(source, building_positions(source), crs, lambda: None)

    yield read
    context.temporaryLayerStore().removeAllMapLayers()


@pytest.mark.parametrize(
    ("designated", "listed", "public", "use", "bound"),
    [
        (1, 0, 0, 120, 1),
        (1, None, 0, 120, 1),
        (1, 1, 0, 120, 0),  # listed: the provisions do not bind it either way
        (1, 0, 0, 414, 0),  # a church
        (0, 0, 0, 120, 0),
        (1, 0, 1, 120, 0),  # the public may see it
        (1, 0, None, 120, 0),
    ],
)
def test_a_listed_building_and_a_church_are_none_of_those_that_the_plan_would_bind(
    read_one, designated, listed, public, use, bound
):
    read = read_one(designated, listed, public, use)
    assert read.withheld.bound == bound
    assert (len(read.public), len(read.hidden)) == ((0, 1) if public == 0 else (1, 0))
