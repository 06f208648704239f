"""Which layers of the open project thresholds are moved on, where the panel has no data of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from ..core.common.errors import HeritageError
from ..core.designation.outcome import SETTINGS
from ..core.designation.written import BUILDINGS as DECISIONS_TABLE
from ..processing.inputs.metadata import made_by_layer
from ..processing.translation import tr
from .card_reader import CardReader
from .companions import PARCELS, Companions, is_buildings, is_parcels, layers_of_buildings
from .panel_looks import unwheeled

WHOLE = ("NEIGHBOUR_METHOD", "VALUE4_RULE", "MIN_NEIGHBOURS", "MIN_ATTRIBUTES", "YEAR_TOLERANCE")
"""Settings of a run that are whole numbers; the metadata of a layer hold texts."""


class ThresholdsLayers(QWidget):
    """The choice of the buildings and the parcels."""

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self.project = project
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.buildings, self.parcels = QgsMapLayerComboBox(), QgsMapLayerComboBox()
        kinds = Qgis.LayerFilter
        self.buildings.setFilters(kinds.HasGeometry)
        self.parcels.setFilters(kinds.PolygonLayer)
        self.parcels.setAllowEmptyLayer(True)
        rows.addRow(tr("Buildings"), self.buildings)
        rows.addRow(tr("Parcels"), self.parcels)
        for box, words in ((self.buildings, tr("Buildings")), (self.parcels, tr("Parcels"))):
            box.setAccessibleName(words)
            unwheeled(box)

    def are_there(self) -> bool:
        """Whether the project has a layer of designated buildings."""
        return bool(layers_of_buildings(self.project))

    def suggest(self) -> None:
        """Choose the layer of designated buildings, and its parcels, where nothing else was chosen."""
        designated, now = layers_of_buildings(self.project), self.buildings.currentLayer()
        same_table = designated and now is not None and now.source() == designated[0].source()
        if designated and (same_table or not is_buildings(now)):
            self.buildings.setLayer(designated[0])
        known = [
            one for one in self.project.mapLayers().values() if isinstance(one, QgsVectorLayer) and is_parcels(one)
        ]
        if not isinstance(self.parcels.currentLayer(), QgsVectorLayer) or self.parcels.currentLayer() not in known:
            self.parcels.setLayer(known[0] if known else None)  # QGIS takes the first layer that fits

    def parameters(self) -> dict[str, Any]:
        """What `classifybuildings` is given: the layers, and what a run on them was decided by.

        HeritageError where no layer is chosen.
        """
        layer = self.buildings.currentLayer()
        if not isinstance(layer, QgsVectorLayer):
            raise HeritageError("Choose the layer of buildings first.")
        settings = {one.key for one in SETTINGS} - {"HIGH_VALUES", "NEIGHBOUR_VALUE", "ATTACHED_USES"}
        given: dict[str, Any] = {name: float(value) for name, value in made_by_layer(layer) if name in settings}
        given |= {name: int(given[name]) for name in WHOLE if name in given}
        given["BUILDINGS"] = layer
        parcels = self.parcels.currentLayer() or Companions(layer, self.project).layer(PARCELS)
        if parcels is not None:
            given["PARCELS"] = parcels if self.project.mapLayer(parcels.id()) is not None else parcels.source()
        decisions = self._decisions(layer)
        if decisions:
            given["DECISIONS"] = decisions
        return given

    def _decisions(self, layer: QgsVectorLayer) -> str:
        """The layer of decisions that the next run reads; "" where there is none."""
        try:
            place = CardReader(layer, self.project).place()
        except HeritageError:  # a layer in no file has none
            return ""
        return f"{place.file}|layername={DECISIONS_TABLE}" if Path(place.file).exists() else place.earlier
