"""What is said of a layout as a page of a PDF: its bookmark, the ground that its map shows, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutMeasurementConverter,
    QgsPointXY,
)
from qgis.PyQt.QtCore import Qt

from ...core.common.data import load
from ...core.documents.pdf_finish import MapFrame, Page
from ..outputs.renamed import esri_wkt

if TYPE_CHECKING:
    from qgis.core import QgsLayout, QgsLayoutItemMap, QgsPrintLayout


def page_of(layout: QgsPrintLayout, picture: bool) -> Page:
    """The page as it is drawn now; `picture` says whether it is a map, and is described in words."""
    atlas = layout.atlas()
    frame = frame_of(layout.referenceMap())
    told = load("rules/project.json")["pdf"]["picture"].format(words=" ".join(words_of(layout))) if picture else ""
    if not atlas.enabled():
        return Page(layout.name(), "", frame, told)
    return Page(
        atlas.nameForPage(atlas.currentFeatureNumber()), load("rules/project.json")["bookmarks"]["sheets"], frame, told
    )


def frame_of(view: QgsLayoutItemMap | None) -> MapFrame | None:
    """Where a map lies on its page and what its corners show; None for no map, and for one that is turned."""
    if view is None or view.mapRotation() or view.rotation():
        return None
    crs = view.crs()
    place = view.pagePos()
    size = QgsLayoutMeasurementConverter().convert(view.sizeWithUnits(), Qgis.LayoutUnit.Millimeters)
    seen = view.extent()
    corners = (
        QgsPointXY(seen.xMinimum(), seen.yMinimum()),
        QgsPointXY(seen.xMinimum(), seen.yMaximum()),
        QgsPointXY(seen.xMaximum(), seen.yMaximum()),
        QgsPointXY(seen.xMaximum(), seen.yMinimum()),
    )
    to_degrees = QgsCoordinateTransform(crs, crs.toGeographicCrs(), view.layout().project().transformContext())
    try:
        degrees = [to_degrees.transform(one) for one in corners]
    except QgsCsException:
        return None
    authority, _, code = crs.authid().partition(":")
    return MapFrame(
        x=place.x(),
        y=place.y(),
        wide=size.width(),
        tall=size.height(),
        corners=[(one.y(), one.x()) for one in degrees],
        epsg=int(code) if authority == "EPSG" and code.isdecimal() else None,
        wkt=esri_wkt(crs),
    )


def words_of(layout: QgsLayout) -> Iterator[str]:
    """All that is written on the page beside its maps, from the top down, each a sentence; then the legends."""
    labels = [one for one in layout.items() if isinstance(one, QgsLayoutItemLabel)]
    for label in sorted(labels, key=lambda one: (one.pagePos().y(), one.pagePos().x())):
        yield from _sentence(label.currentText())
    for legend in (one for one in layout.items() if isinstance(one, QgsLayoutItemLegend)):
        yield from _sentence(", ".join(_classes_of(legend)))


def _sentence(text: str) -> Iterator[str]:
    plain = " ".join(text.split())
    if len(plain) > 1:  # the letter of the north arrow is a part of the picture
        yield plain if plain[-1] in ".!?" else f"{plain}."


def _classes_of(legend: QgsLayoutItemLegend) -> Iterator[str]:
    model = legend.model()
    for node in model.rootGroup().findLayers():
        for entry in model.layerLegendNodes(node):
            shown = entry.data(Qt.ItemDataRole.DisplayRole)
            yield str(shown) if shown else node.name()
