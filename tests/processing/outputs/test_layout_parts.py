"""A legend keeps to the room that it is given, as it is painted."""

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRendererCategory,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from lyngby_heritage.processing.outputs.layout_parts import FAMILIES, add_legend, place, text_format


def layer(name, classes):
    made = QgsVectorLayer("Polygon?crs=EPSG:25832&field=k:integer", name, "memory")
    parts = [QgsRendererCategory(one, QgsFillSymbol.createSimple({}), f"Klasse {one}") for one in range(classes)]
    made.setRenderer(QgsCategorizedSymbolRenderer("k", parts))
    return made


@pytest.mark.parametrize("height", [45.0, 50.0, 56.0])
def test_a_legend_in_two_columns_is_painted_within_its_room(qgis_app, tmp_path, height):
    project = QgsProject()
    layers = [layer("Bygninger", 9), layer("Kulturmiljøer", 1), layer("Forslag", 3), layer("Skel", 1), layer("Plan", 1)]
    project.addMapLayers(layers)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    view = QgsLayoutItemMap(layout)
    place(view, 10, 10, 50, 50)
    view.setLayers(layers)
    view.setExtent(QgsRectangle(0, 0, 100, 100))
    layout.addLayoutItem(view)
    named = ("Bygninger", "Forslag")
    entries = [(one, one.name() if one.name() in named else None, None) for one in layers]
    add_legend(layout, view, entries, 10, 100, (104, height), columns=2, title="")
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 60
    assert (
        QgsLayoutExporter(layout).exportToImage(str(tmp_path / "a.png"), settings)
        == QgsLayoutExporter.ExportResult.Success
    )
    (legend,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    assert legend.rect().height() <= height


def test_letters_that_come_from_another_system_are_found_by_one_of_their_families(qgis_app):
    document = QDomDocument()
    stored = text_format(9).writeXml(document, QgsReadWriteContext())
    stored.setAttribute("fontFamily", "A family of the system that it was made on")
    read = QgsTextFormat()
    read.readXml(stored, QgsReadWriteContext())
    assert read.fontFound()
    assert read.families() == ["Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", "Arial"] == list(FAMILIES)
