"""A layer of names draws names and nothing else."""

from qgis.core import Qgis, QgsVectorLayer

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.name_layers import only_names
from lyngby_heritage.processing.outputs.layout_parts import FAMILIES

NAMES = {one["key"]: one["names"] for one in load("rules/lokalplan.json")["layers"] if "names" in one}


def test_streets_are_named_along_their_line_behind_the_numbers_of_the_buildings():
    layer = QgsVectorLayer("LineString?crs=EPSG:25832&field=vej:string&field=hoved:bool", "vejnavne", "memory")
    only_names(layer, NAMES["vejnavne"], "line")
    settings = layer.labeling().settings()
    assert layer.renderer().type() == "nullSymbol"
    assert layer.labelsEnabled()
    assert settings.placement == Qgis.LabelPlacement.Line
    assert settings.format().buffer().enabled()
    assert settings.format().font().italic()
    assert settings.format().families() == list(FAMILIES)
    assert settings.priority < 5  # the numbers' own


def test_streets_water_and_places_have_names_on_the_sheets():
    assert set(NAMES) <= set(load("rules/lokalplan.json")["sheets"]["layers"])
