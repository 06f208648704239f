"""The dock "Lyngby Heritage": the steps from data to plan, in the order of the work."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsMapLayer, QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..core.common.errors import HeritageError
from ..paths import ICON
from ..processing.export.packaging import PROJECT
from ..processing.translation import tr
from .asks_view import AsksView
from .data_view import DataView
from .group_view import GroupView
from .interface import PANEL, iface
from .loading import whole_extent
from .panel_form import PACKAGE, PanelStep
from .panel_looks import COLOURS
from .panel_part import Part
from .panel_sections import SECTIONS
from .panel_state import AMBER, PanelState
from .panel_steps import DESIGNATE, GROUPS, STEPS, WITHIN, step_of
from .panel_work import PanelWork
from .running import AS_QT_HAS_IT, keep_threads, said_of
from .step_view import StepView
from .tree_room import TreeRoom

TITLE = "Lyngby Heritage"
SHOWN = "lyngby_heritage/panel_shown"
"""The setting that says that the panel has opened by itself once."""
TICK = 150
"""Milliseconds between two looks at how far a run is."""
WIDTH = 470


class HeritagePanel(QgsDockWidget):
    """The dock."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(TITLE, window)
        self.setObjectName(PANEL)
        self.work = PanelWork()
        self.data = DataView(self.work)
        self.data.sample.connect(self.run_sample)
        self.data.reopen.connect(self.open_file)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 6, 6, 6)
        self.able = QLabel()
        self.able.setWordWrap(True)
        self.able.setStyleSheet(f"color: white; background: {COLOURS[AMBER]}; padding: 6px")
        self.able.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.able)
        self.elsewhere = QLabel(
            tr("This is the plan's own project. The work goes on, the thresholds too, in the project that made it.")
        )
        self.elsewhere.setWordWrap(True)
        column.addWidget(self.elsewhere)
        self.back = QPushButton(tr("Back to the project of the work"))
        self.back.setObjectName("lyngby_back")
        self.back.clicked.connect(lambda: self.open_file(self.came_from()))
        column.addWidget(self.back)
        self.views: dict[str, StepView] = {}
        self.parts: dict[str, Part] = {"data": self.data}
        """What stands in the steps and below them, by the key of the section."""
        for number, step in enumerate(STEPS, start=1):
            column.addWidget(self._make_view(step.key, str(number)))
        self.groups: dict[str, GroupView] = {}
        for number, group in enumerate(GROUPS, start=len(STEPS) + 1):
            self.groups[group.key] = GroupView(number, group, self._make_view)
            column.addWidget(self.groups[group.key])
        for part in self._sections(""):
            column.addWidget(part)
        column.addStretch()
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.setWidget(area)
        self.setMinimumWidth(WIDTH)
        self.clock = QTimer(self)
        self.clock.setInterval(TICK)
        self.clock.timeout.connect(self.tick)
        self.work.changed.connect(self.refresh)
        self.work.finished.connect(self.finished)
        self.work.loaded.connect(self.zoom)
        self.closed.connect(self.rest)
        self._was_at: str | None = None
        self._of: PanelState | None = None
        """The state that was shown last."""
        self._left_project = ""

    def _make_view(self, key: str, number: str) -> StepView:
        """The view of a step, with what stands in it."""
        step = step_of(key)
        content: list[Part] = [self.data] if key == "data" else []
        if step.asks:
            self.parts[f"asks_{key}"] = AsksView(step, self.work)
            content = [self.parts[f"asks_{key}"]]
        below: list[QWidget] = [*self._sections(key)]
        below += [self._make_view(one.key, "+") for one in WITHIN if one.within == key]
        self.views[key] = StepView(number, step, self.work, self.open_file, self.ask_more, content, below)
        return self.views[key]

    def _sections(self, step: str) -> list[Part]:
        """Make what stands in a step, or with an empty key below them."""
        made = {one.key: part for one in SECTIONS if one.step == step and (part := one.make(self.work)) is not None}
        self.parts |= made
        for part in made.values():
            part.grown.connect(partial(self.bring, part))
        return list(made.values())

    def rest(self) -> None:
        """The panel was closed."""
        for part in self.parts.values():
            part.rest()

    def begin(self) -> None:
        """Follow the open project."""
        self.work.attach()
        self.refresh()

    def end(self) -> None:
        """Follow it no longer."""
        self.clock.stop()
        for part in self.parts.values():
            part.let_go()
        self.work.detach()

    def run_sample(self, folder: str) -> None:
        """Make the invented municipality."""
        self.work.run_sample(folder, self)

    def refresh(self) -> None:
        """Show everything as it stands."""
        able = missing_libraries()
        self.able.setText(able)
        self.able.setVisible(bool(able))
        elsewhere = bool(self.came_from())
        for widget in (self.back, self.elsewhere):
            widget.setVisible(elsewhere)
        for part in self.parts.values():
            part.refresh()
        for step in STEPS:
            self.views[step.key].refresh(able)
            self.views[step.key].setHidden(elsewhere)
        for step in WITHIN:
            self.views[step.key].refresh(able)
        for shown in self.groups.values():
            shown.refresh(able)
            shown.setHidden(elsewhere)
        self._open_current()
        if self.work.running is None:
            self.clock.stop()
        elif not self.clock.isActive():
            self.clock.start()

    def _open_current(self) -> None:
        """Open the step that the work has come to, when it comes to it; what a person opened meanwhile stays."""
        state = self.work.state
        if state is not self._of:
            self._of, self._was_at = state, None  # the work of another project
        late = {one.key: group.key for group in GROUPS for one in group.steps}
        within = {one.key: one.within for one in WITHIN}
        undone = [one.key for one in STEPS if one.key not in state.done or self.views[one.key].is_stale]
        # It was run last, whatever was left out before.
        stays = self._was_at if self._was_at in late or self._was_at in within else None
        current = self.work.running or stays or (undone[0] if undone else STEPS[-1].key)
        if current != self._was_at:
            self._was_at = current
            for key, view in self.views.items():
                if key not in late or late.get(current) == late[key]:
                    view.open(key in (current, within.get(current)))
            for key, group in self.groups.items():
                group.open(key == late.get(current))

    def show_part(self, step: str, key: str) -> None:
        """Open a step at one of its parts."""
        part = self.parts.get(key)
        if part is None:
            return
        part.ask()
        for key_of, view in self.views.items():
            view.open(key_of == step)
        self.bring(part)

    def bring(self, part: Part) -> None:
        """Scroll to a part, once it has its place."""
        QTimer.singleShot(0, partial(self.area.ensureWidgetVisible, part))

    def came_from(self) -> str:
        """The project of the work, where that of the plan is open now."""
        is_plan = Path(self.work.project.fileName() or ".").name == PROJECT
        return (self._left_project if is_plan else "") or self.work.project_of_work()

    def ask_more(self, step: PanelStep) -> None:
        """Show the tool of a step with all its choices, filled with what is known."""
        tool = step.turns[-1].tool
        try:
            parameters = self.work.parameters_for(step)
        except HeritageError as error:
            iface().messageBar().pushMessage(TITLE, said_of(error, tool), Qgis.MessageLevel.Warning, 0)
            return
        dialog = import_module("processing").createAlgorithmDialog(f"lyngby_heritage:{tool}", parameters)
        dialog.algorithmFinished.connect(
            lambda fine, results: (
                self.work.take_over(step, dialog.createProcessingParameters(), results) if fine else None
            )
        )
        dialog.show()

    def tick(self) -> None:
        """Show how far the run is."""
        for view in self.views.values():
            view.progress()

    def zoom(self, layers: list[QgsMapLayer]) -> None:
        """Show where the data lie, once they have come into the map and it has its place in the window."""
        layer = whole_extent(layers)
        if layer is not None and self.work.running == "data":
            QTimer.singleShot(0, partial(self.zoom_to, layer.id()))

    def zoom_to(self, name: str) -> None:
        """Show the whole of a layer of the project, where it is still there."""
        layer = self.work.project.mapLayer(name)
        if layer is None:
            return
        canvas = iface().mapCanvas()
        crs = canvas.mapSettings().destinationCrs()
        shown = QgsCoordinateTransform(layer.crs(), crs, self.work.project).transformBoundingBox(layer.extent())
        shown.scale(1.05)
        canvas.setExtent(shown)
        canvas.refresh()

    def finished(self, key: str) -> None:
        """Say that a step is done; of a plan, with what can be opened now."""
        step = step_of(key)
        if step.loads != PACKAGE:
            return
        bar = iface().messageBar()
        message = bar.createMessage(TITLE, tr("The plan is made."))
        (words, first), *others = step.reports
        button = QPushButton(tr(words))
        button.clicked.connect(partial(self.open_made, key, first))
        message.layout().addWidget(button)
        more = QPushButton(tr("More"))  # a button for each would make QGIS's window wider than a small screen
        menu = QMenu(more)
        for words, name in others:
            menu.addAction(tr(words), partial(self.open_made, key, name))
        more.setMenu(menu)
        message.layout().addWidget(more)
        bar.pushWidget(message, Qgis.MessageLevel.Success, 0)

    def open_made(self, key: str, name: str) -> None:
        """Open what a step made under a result's name."""
        self.open_file(self.views[key].made(name))

    def open_file(self, path: str) -> None:
        """Open what a step made: a project in this QGIS, anything else as the system does."""
        if not path or not Path(path).exists():
            said = tr("{file} is not there any more.").format(file=path or "–")
            iface().messageBar().pushMessage(TITLE, said, Qgis.MessageLevel.Warning, 0)
        elif path.endswith((".qgz", ".qgs")):
            self._left_project = self.work.project.fileName()
            iface().addProject(path)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class PanelDock:
    """Puts the panel into QGIS's window, with its entries in menu and toolbar, and takes all of it out again."""

    def __init__(self) -> None:
        self.panel: HeritagePanel | None = None
        self.action: Any = None
        self.menu: QMenu | None = None

    def add(self, menu: QMenu | None) -> None:
        """Put it in; `menu` is that of the plugin."""
        keep_threads()
        window = iface().mainWindow()
        self.panel = HeritagePanel(window)
        self.action = self.panel.toggleViewAction()
        self.action.setText(tr("The panel Lyngby Heritage"))
        self.action.setIcon(QIcon(str(ICON)))
        self.action.setObjectName(f"{PANEL}Action")
        self.action.setToolTip(tr("Lyngby Heritage: from data to plan, step by step"))
        self.menu = menu
        if menu is not None:
            first = menu.actions()[0] if menu.actions() else None
            menu.insertAction(first, self.action)
        iface().addToolBarIcon(self.action)
        iface().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.begin()
        settings = QgsSettings()
        if settings.value(SHOWN, False, type=bool):
            return
        settings.setValue(SHOWN, True)
        TreeRoom(window, self.panel)
        QTimer.singleShot(0, self.show)

    def show(self) -> None:
        """Bring the panel before the person."""
        if self.panel is not None:
            self.panel.setUserVisible(True)

    def show_thresholds(self) -> None:
        """Bring the sliders of the thresholds before the person, in their step."""
        self.show()
        if self.panel is not None:
            self.panel.show_part(DESIGNATE, "thresholds")

    def remove(self) -> None:
        """Take everything out again."""
        keep_threads(AS_QT_HAS_IT)
        if self.action is not None:
            iface().removeToolBarIcon(self.action)
            if self.menu is not None:
                self.menu.removeAction(self.action)
        if self.panel is not None:
            self.panel.end()
            iface().removeDockWidget(self.panel)
            self.panel.setParent(None)
            self.panel.deleteLater()
            # At once, so that nothing in it hears any more: the choices of layers follow the project.
            QCoreApplication.sendPostedEvents(self.panel, QEvent.Type.DeferredDelete)
        self.panel, self.action, self.menu = None, None, None


def missing_libraries() -> str:
    """What to do where the steps' tools cannot run in this QGIS; empty where they can."""
    for step in STEPS:
        for turn in step.turns:
            tool: Any = QgsApplication.processingRegistry().algorithmById(f"lyngby_heritage:{turn.tool}")
            able, why = tool.canExecute() if tool is not None else (True, "")
            if not able:
                return str(why)
    return ""
