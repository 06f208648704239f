"""The 4s on the map in the colours of what becomes of them, recoloured without being read again.

A layer in memory holds their outlines and each one's number. What becomes of them all is one text of a digit each, kept
in a variable of the layer: the renderer asks it for its own digit, so that a step changes one text and no row.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ..core.common.display import all_polygons
from ..core.designation.chosen_values import designation_texts
from ..core.designation.rule import CODES, REVIEW, UNIFORM_FOUR
from ..processing.tools.classify_buildings_live import Trial
from ..processing.translation import mark, tr, tr_said
from .loading import TRIED

VARIABLE = "lyngby_udfald"
DIGIT = f'substr(@{VARIABLE}, "nr", 1)'
OTHER = CODES.index("ikke_udpeget")
LEGEND = (
    (UNIFORM_FOUR, mark("Designated")),
    (REVIEW, mark("Left to a person")),
    (OTHER, mark("Not designated")),
)


class ThresholdsMap:
    """The layer of one trial, in the project while it is looked at."""

    def __init__(self, trial: Trial, project: QgsProject) -> None:
        self.project = project
        name = tr_said(mark("Buildings of value {neighbour_value} under the thresholds shown"))
        self.layer = QgsVectorLayer(f"MultiPolygon?crs={trial.crs.authid()}&field=nr:integer", name, "memory")
        self.layer.setCustomProperty("skipMemoryLayersCheck", 1)
        self.layer.setCustomProperty(TRIED, True)
        provider: Any = self.layer.dataProvider()
        provider.addFeatures(list(self._features(trial)))
        self.layer.updateExtents()
        self.layer.setRenderer(_renderer())
        self.id = self.layer.id()
        project.addMapLayer(self.layer, False)
        root = project.layerTreeRoot()
        if root is not None:
            root.insertLayer(0, self.layer)  # QGIS would put it into the group that was chosen last, shown or not

    def _features(self, trial: Trial) -> Any:
        shapes = shapely.to_wkb(all_polygons(trial.places))
        for number, wkb in enumerate(shapes, start=1):
            feature = QgsFeature(self.layer.fields())
            feature.setAttributes([number])
            if wkb is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(wkb)
                feature.setGeometry(geometry)
            yield feature

    def is_there(self) -> bool:
        """Whether the layer is still in the project; a person may have taken it out."""
        return self.project.mapLayer(self.id) is not None

    def colour(self, grounds: npt.NDArray[np.int8]) -> None:
        """Draw the buildings by their grounds, (fours,)."""
        if self.is_there():
            digits = (grounds.astype(np.uint8) + ord("0")).tobytes().decode("ascii")
            QgsExpressionContextUtils.setLayerVariable(self.layer, VARIABLE, digits)
            self.layer.triggerRepaint()

    def remove(self) -> None:
        """Take the layer out of the project."""
        if self.is_there():
            self.project.removeMapLayer(self.id)


def _renderer() -> QgsCategorizedSymbolRenderer:
    described = {one["code"]: one for one in designation_texts()["classes"]}
    categories = []
    for ground, label in LEGEND:
        look = described[CODES[ground]]
        symbol = QgsFillSymbol.createSimple(
            {"color": look["fill"], "outline_color": look["outline"], "outline_width": "0.3"}
        )
        categories.append(QgsRendererCategory(str(ground), symbol, tr(label)))
    return QgsCategorizedSymbolRenderer(DIGIT, categories)
