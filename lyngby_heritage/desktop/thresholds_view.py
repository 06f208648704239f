"""Thresholds that are moved: four sliders, what becomes of the 4s, and the way to a run with them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from ..core.common.errors import HeritageError
from ..core.common.profile import in_force
from ..core.common.wording import filled
from ..core.designation.live import Choice
from ..core.designation.outcome import SETTINGS
from ..core.designation.written import BUILDINGS as DECISIONS_TABLE
from ..processing.inputs.metadata import made_by_layer
from ..processing.tools.classify_buildings_live import Trial, trial_of
from ..processing.translation import is_danish, mark, tr, tr_said
from .card_reader import CardReader
from .companions import PARCELS, Companions, is_buildings, is_parcels, layers_of_buildings
from .interface import say
from .thresholds_map import ThresholdsMap

REDRAW = 40
"""Milliseconds for which a slider may rest before the map is drawn anew; the count follows at once."""
SLIDERS = (
    ("uniform_share", mark("Share of neighbours that are alike"), 0, 100, 100.0, "%"),
    ("similarity", mark("Likeness from which two are alike"), 0, 100, 100.0, "%"),
    ("year_tolerance", mark("Years that count as alike"), 0, 60, 1.0, ""),
    ("min_neighbours", mark("Neighbours that must be known"), 1, 10, 1.0, ""),
)
"""Field of Choice, label, least and largest place of the slider, places to a unit, what stands behind the figure."""


class ThresholdsView(QWidget):
    """The widget."""

    chosen = pyqtSignal(dict)
    """The thresholds by the names of the tool's parameters, when a person takes them."""

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.project = canvas, project
        self.trial: Trial | None = None
        self.before = 0
        """How many 4s the run designated."""
        self.map: ThresholdsMap | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        layers = QFormLayout()
        self.buildings, self.parcels = QgsMapLayerComboBox(), QgsMapLayerComboBox()
        kinds = Qgis.LayerFilter
        self.buildings.setFilters(kinds.HasGeometry)
        self.parcels.setFilters(kinds.PolygonLayer)
        self.parcels.setAllowEmptyLayer(True)
        layers.addRow(tr("Buildings"), self.buildings)
        layers.addRow(tr("Parcels"), self.parcels)
        column.addLayout(layers)
        self.begin_button = QPushButton(tr("Read the neighbours"))
        self.begin_button.setObjectName("lyngby_begin")
        self.begin_button.clicked.connect(self.begin)
        column.addWidget(self.begin_button)
        self.sliders: dict[str, QSlider] = {}
        self.figures: dict[str, QLabel] = {}
        for name, label, least, largest, _, _ in SLIDERS:
            column.addLayout(self._slider(name, tr(label), least, largest))
        self.count = QLabel()
        self.count.setObjectName("lyngby_count")
        self.count.setWordWrap(True)
        self.count.setStyleSheet("font-size: 13pt")
        column.addWidget(self.count)
        self.since = QLabel()
        self.since.setWordWrap(True)
        column.addWidget(self.since)
        buttons = QVBoxLayout()
        self.back = QPushButton(tr("As they were"))
        self.back.clicked.connect(self.reset)
        self.use = QPushButton(tr("Designate with these…"))
        self.use.clicked.connect(lambda: self.run("classifybuildings"))
        self.plan = QPushButton(tr("Make the plan with these…"))
        self.plan.clicked.connect(lambda: self.run("heritageplan"))
        for button in (self.back, self.use, self.plan):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addStretch()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(REDRAW)
        self.pause.timeout.connect(self.draw)
        self._enable(False)
        project.layersAdded.connect(self.heard_of_layers)
        project.cleared.connect(self.end)
        self.suggest()

    def _slider(self, name: str, label: str, least: int, largest: int) -> QVBoxLayout:
        slider, figure = QSlider(Qt.Orientation.Horizontal), QLabel()
        slider.setObjectName(f"lyngby_{name}")
        slider.setRange(least, largest)
        slider.valueChanged.connect(lambda _: self.step())
        self.sliders[name], self.figures[name] = slider, figure
        words = QHBoxLayout()
        words.addWidget(QLabel(label))
        words.addStretch()
        words.addWidget(figure)
        both = QVBoxLayout()
        both.addLayout(words)
        both.addWidget(slider)
        return both

    # ---- reading -----------------------------------------------------------------------------------------------------

    def let_go(self) -> None:
        """Forget everything, and hear of the project no more: Qt keeps what Python listens with beyond the widget."""
        self.end()
        self.project.layersAdded.disconnect(self.heard_of_layers)
        self.project.cleared.disconnect(self.end)

    def heard_of_layers(self, _layers: object) -> None:
        """Look again at what there is. A method, so that it goes with the widget, as no lambda would."""
        self.suggest()

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

    def begin(self) -> None:
        """Read the buildings and find the neighbours, once."""
        layer = self.buildings.currentLayer()
        if not isinstance(layer, QgsVectorLayer):
            say(tr("Choose the layer of buildings first."), Qgis.MessageLevel.Info)
            return
        context = QgsProcessingContext()
        context.setProject(self.project)
        self.end()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.trial = trial_of(self.parameters(layer), context, QgsProcessingFeedback())
            with in_force(self.trial.profile):
                self.map = ThresholdsMap(self.trial, self.project)
        except QgsProcessingException as error:
            say(str(error), Qgis.MessageLevel.Warning)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.before = self.trial.live.counted(self.trial.grounds(self.trial.begin)).designated
        self._enable(True)
        self.reset()

    def parameters(self, layer: QgsVectorLayer) -> dict[str, Any]:
        """What `classifybuildings` is given: the layers, and what a run on them was decided by."""
        settings = {one.key for one in SETTINGS} - {"HIGH_VALUES", "NEIGHBOUR_VALUE", "ATTACHED_USES"}
        given: dict[str, Any] = {name: float(value) for name, value in made_by_layer(layer) if name in settings}
        whole = ("NEIGHBOUR_METHOD", "VALUE4_RULE", "MIN_NEIGHBOURS", "MIN_ATTRIBUTES", "YEAR_TOLERANCE")
        given |= {name: int(given[name]) for name in whole if name in given}
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

    # ---- moving ------------------------------------------------------------------------------------------------------

    def choice(self) -> Choice:
        """The thresholds as the sliders stand."""
        at = {name: self.sliders[name].value() / places for name, _, _, _, places, _ in SLIDERS}
        whole = int(at.pop("min_neighbours"))
        return Choice(**at, min_neighbours=whole)

    def reset(self) -> None:
        """Put the sliders where the run had the thresholds."""
        if self.trial is None:
            return
        for name, _, _, _, places, _ in SLIDERS:
            slider = self.sliders[name]
            slider.blockSignals(True)
            slider.setValue(round(getattr(self.trial.begin, name) * places))
            slider.blockSignals(False)
        self.step()

    def step(self) -> None:
        """Count at once, and draw when the slider rests."""
        for name, _, _, _, places, unit in SLIDERS:
            value = self.sliders[name].value()
            self.figures[name].setText(f"{value} {unit}".strip() if places > 1 else str(value))
        if self.trial is None:
            return
        self.grounds = self.trial.grounds(self.choice())
        now = self.trial.live.counted(self.grounds)
        said = mark(
            "{designated} of {all:building|buildings} of value {neighbour_value}: designated. To be assessed: {review}."
        )
        values = {"designated": now.designated, "all": len(self.trial.live), "review": now.review}
        with in_force(self.trial.profile):
            self.count.setText(filled(tr_said(said), values, is_danish()))
        self.since.setText(_against(now.designated - self.before))
        self.pause.start()

    def draw(self) -> None:
        """Recolour the map."""
        if self.map is not None and self.trial is not None:
            self.map.colour(self.grounds)

    def run(self, tool: str) -> None:
        """Open a tool with the thresholds as they stand."""
        layer = self.buildings.currentLayer()
        given = self.choice().parameters()
        self.chosen.emit(given)
        if tool == "classifybuildings" and isinstance(layer, QgsVectorLayer):
            given = {**self.parameters(layer), **given}
        dialog = import_module("processing").createAlgorithmDialog(f"lyngby_heritage:{tool}", given)
        dialog.show()

    def end(self) -> None:
        """Forget what was read, and take its layer out of the project."""
        self.pause.stop()
        if self.map is not None:
            self.map.remove()
        self.trial = self.map = None
        self._enable(False)

    def _enable(self, able: bool) -> None:
        for widget in (*self.sliders.values(), self.back, self.use, self.plan):
            widget.setEnabled(able)
        if not able:
            self.count.setText(tr("Choose the layers and read the neighbours; the sliders then move the map."))
            self.since.setText("")


def _against(moved: int) -> str:
    """How the count stands to that of the run."""
    if not moved:
        return tr("As many as the run had.")
    text = (
        tr("{count:building|buildings} more than the run had.")
        if moved > 0
        else tr("{count:building|buildings} fewer than the run had.")
    )
    return filled(text, {"count": abs(moved)}, is_danish())
