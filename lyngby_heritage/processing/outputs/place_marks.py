"""A polygon that only marks a place is drawn as the point that it stands for, in the class of its building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsCentroidFillSymbolLayer

from ...core.common.geometry import SMALLEST_FOOTPRINT
from .renamed import draw_where

if TYPE_CHECKING:
    from qgis.core import QgsMarkerSymbol

MARKS_A_PLACE = f"coalesce(area(@geometry) < {SMALLEST_FOOTPRINT:g}, false)"
"""Whether a feature is such a polygon, as an expression: too small to be any building, and to be seen."""

ABOVE = 20
"""Drawing passes by which a mark lies above the footprints, where symbols have any."""


def place_mark(marker: QgsMarkerSymbol, where: str = MARKS_A_PLACE) -> QgsCentroidFillSymbolLayer:
    """A layer of a polygon symbol that draws the marker on polygons that only mark a place, and nothing on others.

    `where` is another expression of the polygons that are marked.
    """
    for layer in marker.symbolLayers():
        draw_where(layer, where)  # a legend asks them and not the layer around them
    mark = QgsCentroidFillSymbolLayer()
    mark.setSubSymbol(marker)
    mark.setPointOnSurface(True)
    mark.setRenderingPass(ABOVE)
    draw_where(mark, where)
    return mark
