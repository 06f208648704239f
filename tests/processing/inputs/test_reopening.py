"""A layer once more: what it keeps, and that what is done to it is not done to the first."""

import ast
import json

import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMetaType, QObject
from qgis.PyQt.QtGui import QColor

from lyngby_heritage.paths import PLUGIN
from lyngby_heritage.processing.inputs.reopening import (
    ask_provider,
    held_in_memory,
    opened_again,
    opened_in_style,
)

pytestmark = pytest.mark.usefixtures("qgis_app")
TOWNS = {"Askholt": 55.71, "Rørkær": 55.72, "Vestby": 55.73}
THREE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"navn": name},
            "geometry": {"type": "Point", "coordinates": [12.5, north]},
        }
        for name, north in TOWNS.items()
    ],
}


@pytest.fixture
def of_file(tmp_path):
    path = tmp_path / "byer.geojson"
    path.write_text(json.dumps(THREE), encoding="utf-8")
    layer = QgsVectorLayer(str(path), "Byer", "ogr")
    assert layer.isValid()
    return layer


@pytest.fixture
def in_memory(of_file):
    return held_in_memory(of_file)


def names(layer):
    return [one["navn"] for one in layer.getFeatures()]


@pytest.mark.parametrize("source", ["of_file", "in_memory"])
def test_it_has_the_same_rows_fields_name_and_crs(request, source):
    layer = request.getfixturevalue(source)
    again = opened_again(layer)
    assert again.id() != layer.id()
    assert names(again) == names(layer) == ["Askholt", "Rørkær", "Vestby"]
    assert again.fields().names() == layer.fields().names()
    assert [one.geometry().asWkt(2) for one in again.getFeatures()] == [
        one.geometry().asWkt(2) for one in layer.getFeatures()
    ]
    assert (again.name(), again.crs().authid(), again.wkbType()) == (layer.name(), "EPSG:4326", layer.wkbType())


@pytest.mark.parametrize("source", ["of_file", "in_memory"])
def test_a_filter_goes_along_and_what_is_chosen_in_it_is_not_chosen_in_the_first(request, source):
    layer = request.getfixturevalue(source)
    layer.setSubsetString("\"navn\" <> 'Rørkær'")
    again = opened_again(layer)
    assert names(again) == ["Askholt", "Vestby"]
    again.selectAll()
    assert (again.selectedFeatureCount(), layer.selectedFeatureCount()) == (2, 0)


def test_the_encoding_in_which_a_file_is_read_goes_along(tmp_path):
    path = tmp_path / "byer.csv"
    path.write_bytes("navn;nr\nRørkær;1\n".encode("windows-1252"))
    layer = QgsVectorLayer(str(path), "Byer", "ogr")
    layer.setProviderEncoding("windows-1252")
    assert names(opened_again(layer)) == ["Rørkær"]


def test_a_table_without_geometry_stays_one():
    table = QgsVectorLayer("NoGeometry?field=navn:string&field=antal:integer", "Tabel", "memory")
    again = opened_again(table)
    assert (again.isSpatial(), again.fields().names()) == (False, ["navn", "antal"])


def test_of_the_rows_in_memory_only_those_that_are_asked_for_are_copied(of_file):
    two = held_in_memory(of_file, QgsFeatureRequest().setFilterExpression("\"navn\" LIKE '%e%'"))
    assert names(two) == ["Vestby"]


@pytest.mark.parametrize("source", ["of_file", "in_memory"])
def test_what_a_person_added_in_qgis_goes_along(request, source):
    """Fields that are worked out, joined ones and metadata: `collectdata` writes what the person sees."""
    layer = request.getfixturevalue(source)
    table = QgsVectorLayer("NoGeometry?field=by:string&field=folk:integer", "Folketal", "memory")
    row = QgsFeature(table.fields())
    row.setAttributes(["Rørkær", 1200])
    table.dataProvider().addFeatures([row])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("by")
    join.setTargetFieldName("navn")
    layer.addJoin(join)
    layer.addExpressionField('length("navn")', QgsField("laengde", QMetaType.Type.Int))
    said = layer.metadata()
    said.setTitle("Byer i eksemplet")
    layer.setMetadata(said)
    again = opened_again(layer)
    assert again.fields().names() == layer.fields().names() == ["navn", "Folketal_folk", "laengde"]
    assert [one.attributes() for one in again.getFeatures()] == [one.attributes() for one in layer.getFeatures()]
    assert [one["laengde"] for one in again.getFeatures()] == [7, 6, 6]
    assert [one["Folketal_folk"] for one in again.getFeatures()][1] == 1200
    assert again.metadata().title() == "Byer i eksemplet"


def test_a_field_that_qgis_works_out_is_no_field_of_rows_held_in_memory(in_memory):
    in_memory.addExpressionField('length("navn")', QgsField("laengde", QMetaType.Type.Int))
    again = held_in_memory(in_memory)
    assert again.fields().names() == ["navn"]
    assert names(again) == ["Askholt", "Rørkær", "Vestby"]


def test_its_style_goes_along_where_it_is_drawn(of_file):
    symbol = QgsSymbol.defaultSymbol(of_file.geometryType())
    symbol.setColor(QColor("#123456"))
    of_file.setRenderer(QgsSingleSymbolRenderer(symbol))
    of_file.setOpacity(0.25)
    drawn = opened_in_style(of_file)
    assert (drawn.renderer().symbol().color().name(), drawn.opacity()) == ("#123456", 0.25)


NO_LAYER = {"symbol", "renderer", "one", "layer.renderer()"}
"""What is cloned that is no layer: parts of a style, and geometries."""


def test_no_tool_clones_a_layer_or_asks_its_provider_by_itself():
    """Beside QGIS's window Python takes such an object for deleted, now and then."""
    found = []
    for path in sorted((PLUGIN / "processing").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            cloned = node.func.attr == "clone" and ast.unparse(node.func.value) not in NO_LAYER
            asked = node.func.attr == "dataProvider" and path.name != "reopening.py"
            if cloned or asked or node.func.attr == "materialize":
                found.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


class Lost:
    """A layer whose provider Python has lost by the time that it is asked, so many times."""

    def __init__(self, layer, times):
        self.layer, self.times = layer, times

    def name(self):
        return self.layer.name()

    def dataProvider(self):  # noqa: N802 - as QGIS calls it
        if self.times:
            self.times -= 1
            lost = QObject()
            sip.delete(lost)
            return lost
        return self.layer.dataProvider()


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_provider_that_is_lost_before_it_answers_is_asked_again(of_file, times):
    lost = Lost(of_file, times)
    assert ask_provider(lost, lambda provider: (provider.objectName(), provider.featureCount())[1]) == 3
    assert lost.times == 0


def test_what_goes_wrong_while_a_provider_answers_is_not_asked_again(of_file):
    asked = []

    def question(provider):
        asked.append(provider.name())
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="the disk is full"):
        ask_provider(of_file, question)
    assert asked == ["ogr"]


def test_one_that_is_always_lost_ends():
    with pytest.raises(RuntimeError, match="was lost 100 times"):
        ask_provider(Lost(QgsVectorLayer("Point", "Byer", "memory"), 1000), lambda provider: provider.objectName())
