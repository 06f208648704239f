"""The map tool: one click on a building gives its card."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolIdentify
from qgis.PyQt.QtCore import Qt

from ..processing.translation import tr
from .companions import is_buildings, layers_of_buildings
from .interface import say


class CardTool(QgsMapToolIdentify):
    """Calls `found` with the layer and the building that was clicked."""

    def __init__(self, canvas: QgsMapCanvas, found: Callable[[QgsVectorLayer, QgsFeature], None]) -> None:
        super().__init__(canvas)
        self.found = found
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasReleaseEvent(self, e: QgsMapMouseEvent | None) -> None:
        """The topmost designated building under the mouse."""
        map_canvas = self.canvas()
        if e is None or map_canvas is None or e.button() != Qt.MouseButton.LeftButton:
            return
        layers = [one for one in map_canvas.layers() if is_buildings(one)]
        if not layers:
            there = bool(layers_of_buildings(QgsProject.instance()))  # type: ignore[arg-type]
            hidden = tr("The layer of designated buildings is not shown. Tick it, and click again.")
            missing = tr("The project has no layer of designated buildings. Open a package's project, or run a tool.")
            say(hidden if there else missing, Qgis.MessageLevel.Info)
            return
        mode = QgsMapToolIdentify.IdentifyMode.TopDownStopAtFirst
        hits = self.identify(e.pos().x(), e.pos().y(), layers, mode)
        for hit in hits:
            if isinstance(hit.mLayer, QgsVectorLayer):
                self.found(hit.mLayer, hit.mFeature)
                return
