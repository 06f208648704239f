"""What made a layer stays with it, whatever kind of output it is, and is read from there."""

import sqlite3
from contextlib import closing

import pytest
from conftest import write_layer
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from lyngby_heritage.processing.inputs.metadata import made_by
from lyngby_heritage.processing.inputs.sources import Source
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings


class Designating:
    """Runs classifybuildings in this process, and opens what it wrote; holds all layers until the test is over."""

    def __init__(self, folder):
        rows = [(f"POINT ({720000 + 10 * i} 6187000)", f"b{i}", 4) for i in range(3)]
        self.buildings = write_layer(folder / "b.gpkg", "b", rows, ("bygning_id:text", "save_vaerdi:int"), kind="POINT")
        self.context = QgsProcessingContext()
        self.held = []
        self.algorithm = ClassifyBuildings()
        self.algorithm.initAlgorithm()

    def __call__(self, output, **parameters):
        """The pairs that the written layer says of itself."""
        given = {"BUILDINGS": self.buildings, "OUTPUT": output, **parameters}
        results, _ = self.algorithm.run(given, self.context, QgsProcessingFeedback(False), {}, False)
        return self.read(results["OUTPUT"])

    def read(self, layer):
        source = Source(self.algorithm, {"BUILDINGS": layer}, "BUILDINGS", self.context)
        self.held += [layer, source]
        return dict(made_by(source))


@pytest.fixture
def designate(qgis_app, tmp_path):
    designating = Designating(tmp_path)
    yield designating
    designating.held.clear()
    designating.context.temporaryLayerStore().removeAllMapLayers()
    del designating.context, designating.algorithm


@pytest.mark.parametrize("name", ["ud.gpkg", "Ærø, ny (2).gpkg", "ud.geojson", "ud.shp", "ud.fgb"])
def test_a_file(designate, tmp_path, name):
    assert designate(str(tmp_path / name), VALUE4_RULE=3)["VALUE4_RULE"] == "3"


def test_a_layer_in_memory(designate):
    assert designate("memory:", VALUE4_RULE=2)["VALUE4_RULE"] == "2"


def test_a_table_in_a_geopackage_that_is_in_use(designate, tmp_path):
    path = tmp_path / "fælles.gpkg"
    write_layer(path, "andre", [("POINT (720000 6187000)",)], kind="POINT")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM andre").fetchone()
        told = designate(f"ogr:dbname='{path}' table=\"min udpegning\" (geom)", VALUE4_RULE=4)
    assert told["VALUE4_RULE"] == "4"
    assert designate.read(f"{path}|layername=andre") == {}


def test_an_earlier_file_says_what_the_later_run_decided(designate, tmp_path):
    designate(str(tmp_path / "ud.geojson"), VALUE4_RULE=3)
    assert designate(str(tmp_path / "ud.geojson"), VALUE4_RULE=4)["VALUE4_RULE"] == "4"


def test_a_layer_that_nothing_is_said_of(designate):
    assert designate.read(designate.buildings) == {}


def test_a_person_s_layer_is_not_changed_by_being_read(designate, tmp_path):
    designate(str(tmp_path / "ud.geojson"))
    layer = QgsVectorLayer(str(tmp_path / "ud.geojson"), "min", "ogr")
    assert designate.read(layer)["VALUE4_RULE"] == "0"
    assert layer.metadata().keywords("lyngby_heritage") == []
