"""Thresholds that are moved: four sliders, what becomes of the 4s, and the way to a run with them.

They stand in the panel's step of designation. Where the panel has the data, they are moved on those, and what is chosen
becomes the parameters of the step and of the plan; else on layers of the project, and the tools' own windows open.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from ..core.common.errors import HeritageError
from ..core.common.profile import in_force
from ..core.common.wording import filled
from ..core.designation.live import Choice
from ..processing.tools.classify_buildings_live import Trial, trial_of
from ..processing.translation import is_danish, mark, tr, tr_said
from .interface import say
from .panel_looks import unwheeled
from .panel_part import Part
from .panel_steps import DESIGNATE
from .panel_work import PanelWork
from .running import said_of
from .thresholds_layers import ThresholdsLayers
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


class ThresholdsView(Part):
    """The widget; `work` is that of the panel, None where there is no panel."""

    chosen = pyqtSignal(dict)
    """The thresholds by the names of the tool's parameters, when a person takes them."""

    def __init__(self, project: QgsProject, work: PanelWork | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project, self.work = project, work
        self.trial: Trial | None = None
        self.on_panel = False
        """Whether the trial is one on the panel's own data."""
        self.asked = False
        self.before = 0
        """How many 4s the run designated."""
        self.map: ThresholdsMap | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        self.layers = ThresholdsLayers(project)
        column.addWidget(self.layers)
        self.begin_button = QPushButton(tr("Move the thresholds"))
        self.begin_button.setObjectName("lyngby_begin")
        self.begin_button.clicked.connect(self.begin)
        line = QHBoxLayout()
        line.addWidget(self.begin_button)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self._make_sliders())
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(REDRAW)
        self.pause.timeout.connect(self.draw)
        project.layersAdded.connect(self.heard_of_layers)
        project.cleared.connect(self.end)
        self.layers.suggest()
        self.refresh()

    def _make_sliders(self) -> QWidget:
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.sliders: dict[str, QSlider] = {}
        self.figures: dict[str, QLabel] = {}
        for name, label, least, largest, _, _ in SLIDERS:
            column.addLayout(self._slider(name, tr(label), least, largest))
        self.count, self.since = QLabel(), QLabel()
        self.count.setObjectName("lyngby_count")
        self.count.setStyleSheet("font-size: 13pt")
        for words in (self.count, self.since):
            words.setWordWrap(True)
            column.addWidget(words)
        self.use = self._button("lyngby_thresholds_use", "", self.designate)
        self.use.setStyleSheet("font-weight: bold")
        self.plan = self._button(
            "lyngby_thresholds_plan", tr("Make the plan with these…"), lambda: self.run("heritageplan")
        )
        self.back = self._button("lyngby_thresholds_back", tr("As they were"), self.reset)
        self.away = self._button("lyngby_thresholds_away", tr("Put the sliders away"), self.end)
        for buttons in ((self.use, self.back, self.away), (self.plan,)):
            line = QHBoxLayout()
            for button in buttons:
                line.addWidget(button)
            line.addStretch()
            column.addLayout(line)
        return self.inside

    @staticmethod
    def _button(name: str, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _slider(self, name: str, label: str, least: int, largest: int) -> QVBoxLayout:
        slider, figure = QSlider(Qt.Orientation.Horizontal), QLabel()
        slider.setObjectName(f"lyngby_{name}")
        slider.setRange(least, largest)
        slider.setAccessibleName(label)
        unwheeled(slider)
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

    # ---- the panel ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what can be done now; a run takes the sliders away, for the map is another after it."""
        work, trial = self.work, self.trial is not None
        running = work is not None and work.running is not None
        if trial and running:
            self.end()
            return
        on_panel = work is not None and work.state.collected is not None
        ready = work.can_try() if on_panel and work is not None else True
        self.setVisible(trial or on_panel or self.asked or work is None or self.layers.are_there())
        self.layers.setVisible(not trial and not on_panel)
        self.begin_button.setVisible(not trial)
        self.begin_button.setEnabled(ready and not running)
        said = tr("Finds the neighbours once. Four sliders then recolour the map, and count as they move.")
        self.begin_button.setToolTip(said if ready else tr("Designate first: that puts the buildings together."))
        self.inside.setVisible(trial)
        self.use.setText(tr("Designate with these") if self.on_panel else tr("Designate with these…"))
        self.plan.setVisible(not self.on_panel)

    def ask(self) -> None:
        """Offer the choice of layers even where the project has no designated ones."""
        self.asked = True
        self.refresh()

    def rest(self) -> None:
        """Take the colours off the map."""
        self.end()

    def let_go(self) -> None:
        """Forget everything, and hear of the project no more: Qt keeps what Python listens with beyond the widget."""
        self.end()
        self.project.layersAdded.disconnect(self.heard_of_layers)
        self.project.cleared.disconnect(self.end)

    def heard_of_layers(self, _layers: object) -> None:
        """Look again at what there is. A method, so that it goes with the widget, as no lambda would."""
        self.layers.suggest()
        self.refresh()

    # ---- reading -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read the buildings and find the neighbours, once."""
        context = QgsProcessingContext()
        context.setProject(self.project)
        self.end()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.trial = trial_of(self.parameters(), context, QgsProcessingFeedback())
            with in_force(self.trial.profile):
                self.map = ThresholdsMap(self.trial, self.project)
        except (HeritageError, QgsProcessingException) as error:
            self.end()
            say(said_of(error, "classifybuildings"), Qgis.MessageLevel.Warning)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.before = self.trial.live.counted(self.trial.grounds(self.trial.begin)).designated
        self.refresh()
        self.reset()
        self.grown.emit()

    def parameters(self) -> dict[str, Any]:
        """What `classifybuildings` is given: the panel's data where it has some, else the chosen layers.

        HeritageError where neither is there.
        """
        self.on_panel = self.work is not None and self.work.can_try()
        if self.on_panel and self.work is not None:
            return self.work.parameters_to_try()
        return self.layers.parameters()

    # ---- moving ------------------------------------------------------------------------------------------------------

    def choice(self) -> Choice:
        """The thresholds as the sliders stand."""
        at = {name: self._value(name, places) for name, _, _, _, places, _ in SLIDERS}
        whole = int(at.pop("min_neighbours"))
        return Choice(**at, min_neighbours=whole)

    def _value(self, name: str, places: float) -> float:
        """What a slider stands at; one that was not moved, what the run had: 0.667 is no place of a slider."""
        place = self.sliders[name].value()
        begin = getattr(self.trial.begin, name) if self.trial is not None else None
        return float(begin) if begin is not None and place == round(begin * places) else place / places

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
        choice = self.choice()
        self.grounds = self.trial.grounds(choice)
        now = self.trial.live.counted(self.grounds)
        said = mark(
            "{designated} of {all:building|buildings} of value {neighbour_value}: designated. To be assessed: {review}."
        )
        values = {"designated": now.designated, "all": len(self.trial.live), "review": now.review}
        with in_force(self.trial.profile):
            self.count.setText(filled(tr_said(said), values, is_danish()))
        self.since.setText(_against(now.designated - self.before, self._has_run()))
        if self.on_panel and self.work is not None:
            self.work.try_thresholds(True, choice != self.trial.begin)
        self.pause.start()

    def _has_run(self) -> bool:
        """Whether there is a run that the count is compared with."""
        return not self.on_panel or self.work is None or DESIGNATE in self.work.state.done

    def draw(self) -> None:
        """Recolour the map."""
        if self.map is not None and self.trial is not None:
            self.map.colour(self.grounds)

    def designate(self) -> None:
        """Run the designation with the thresholds as they stand: the panel's step, else in the tool's window."""
        if not self.on_panel or self.work is None:
            self.run("classifybuildings")
            return
        given = self.choice().parameters()
        self.chosen.emit(given)
        self.work.designate_with(given, self)

    def run(self, tool: str) -> None:
        """Open a tool with the thresholds as they stand."""
        given = self.choice().parameters()
        self.chosen.emit(given)
        if tool == "classifybuildings":
            given = {**self.layers.parameters(), **given}
        dialog = import_module("processing").createAlgorithmDialog(f"lyngby_heritage:{tool}", given)
        dialog.show()

    def end(self) -> None:
        """Forget what was read, and take its layer out of the project."""
        self.pause.stop()
        if self.map is not None:
            self.map.remove()
        self.trial = self.map = None
        self.on_panel = False
        if self.work is not None:
            self.work.try_thresholds(False)
        self.refresh()


def _against(moved: int, has_run: bool) -> str:
    """How the count stands to that of the run; to where the sliders began, before there is one."""
    if not moved:
        text = tr("As many as the run had.") if has_run else tr("As many as where the sliders began.")
    elif moved > 0:
        text = (
            tr("{count:building|buildings} more than the run had.")
            if has_run
            else tr("{count:building|buildings} more than where the sliders began.")
        )
    else:
        text = (
            tr("{count:building|buildings} fewer than the run had.")
            if has_run
            else tr("{count:building|buildings} fewer than where the sliders began.")
        )
    return filled(text, {"count": abs(moved)}, is_danish())
