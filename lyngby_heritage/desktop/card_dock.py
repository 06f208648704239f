"""The card in a dock of its own, with its map tool, its search in Ctrl+K, and its place in toolbar and menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QAction, QIcon
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog, QToolBar

from ..paths import ICON
from ..processing.collect.survey import WRITTEN_BY_PEOPLE
from ..processing.translation import tr
from .card_locator import CardLocator
from .card_reader import name_decisions
from .card_tool import CardTool
from .card_view import CardView
from .interface import PANEL, TITLE, iface, say

WIDTH, LEAST = 430, 320
"""Pixels: of a dock when it opens, and at least."""


class CardDock:
    """Puts the card into QGIS's window, and takes it out again."""

    def __init__(self) -> None:
        self.view: CardView | None = None
        self.tool: CardTool | None = None
        self.locator: CardLocator | None = None
        self.toolbar: QToolBar | None = None
        self.docks: list[QgsDockWidget] = []
        self.actions: list[QAction] = []
        self._shared = False

    def add(self, show_thresholds: Callable[[], None]) -> None:
        """Put it in; `show_thresholds` brings those before the person, which have their place in the panel."""
        window, project = iface().mainWindow(), QgsProject.instance()
        self.view = CardView(iface().mapCanvas(), project)  # type: ignore[arg-type]
        card = self._dock(tr("What is this building?"), "LyngbyHeritageCard", self.view)
        card.closed.connect(self.view.clear)
        self.tool = CardTool(iface().mapCanvas(), self.show)
        self.locator = CardLocator(self.show_there)
        iface().registerLocatorFilter(self.locator)
        self.toolbar = iface().addToolBar(TITLE)
        self.toolbar.setObjectName("LyngbyHeritageToolbar")
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        ask = self._action(tr("What is this building?"), window, self.ask, self.toolbar)
        ask.setCheckable(True)
        self.tool.setAction(ask)
        thresholds = self._action(tr("Move the thresholds…"), window, show_thresholds, self.toolbar)
        thresholds.setObjectName("lyngby_thresholds")
        self._action(tr("File of decisions…"), window, self.choose_decisions)

    def remove(self) -> None:
        """Take it out again."""
        if self.view is not None:
            self.view.let_go()
        if self.locator is not None:
            iface().deregisterLocatorFilter(self.locator)
        if self.tool is not None:
            iface().mapCanvas().unsetMapTool(self.tool)
        for dock in self.docks:
            iface().removeDockWidget(dock)
            dock.deleteLater()
            QCoreApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)  # so that nothing in it hears any more
        for action in self.actions:
            iface().removePluginVectorMenu(TITLE, action)
        if self.toolbar is not None:
            iface().mainWindow().removeToolBar(self.toolbar)
            self.toolbar.deleteLater()
        self.view = self.tool = self.locator = self.toolbar = None
        self.docks, self.actions = [], []

    def open(self, dock: QgsDockWidget) -> None:
        """Bring a dock before the person, wide enough to be read."""
        window = iface().mainWindow()
        self._share_place(window, dock)
        dock.setUserVisible(True)
        if not dock.isFloating():
            window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)

    def _share_place(self, window: Any, dock: QgsDockWidget) -> None:
        """Let the panel and a dock that opens beside it have a tab each: one above the other, neither can be read.

        Once: whoever then moves them apart finds them so.
        """
        panel = window.findChild(QDockWidget, PANEL)
        if self._shared or panel is None or panel.isHidden() or panel.isFloating() or dock.isFloating():
            return
        if window.dockWidgetArea(panel) == window.dockWidgetArea(dock):
            window.tabifyDockWidget(panel, dock)
        self._shared = True

    def ask(self) -> None:
        """Let a click on the map ask for a building; till then the panel lists the decisions that wait."""
        if self.view is not None and self.view.shown is None:
            self.view.clear()
        self.open(self.docks[0])
        iface().mapCanvas().setMapTool(self.tool)

    def show(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Show a building that was clicked."""
        self._show(layer, feature, False)

    def show_there(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Show a building that was searched for, and move the map to it."""
        self._show(layer, feature, True)

    def _show(self, layer: QgsVectorLayer, feature: QgsFeature, go_there: bool) -> None:
        if self.view is not None:
            if not self.docks[0].isUserVisible():
                self.open(self.docks[0])
            self.view.show_building(layer, feature, go_there)

    def _dock(self, title: str, name: str, inside: Any) -> QgsDockWidget:
        dock = QgsDockWidget(title, iface().mainWindow())
        dock.setObjectName(name)
        dock.setWidget(inside)
        dock.setMinimumWidth(LEAST)
        iface().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        self.docks.append(dock)
        return dock

    def choose_decisions(self) -> None:
        """Ask for the file that decisions of this project are written into, which may not be there yet."""
        project, options = QgsProject.instance(), QFileDialog.Option.DontConfirmOverwrite
        begin = str(Path(project.homePath() or Path.home()) / WRITTEN_BY_PEOPLE)  # type: ignore[union-attr]
        kinds = tr("GeoPackage") + " (*.gpkg)"
        window = iface().mainWindow()
        chosen, _ = QFileDialog.getSaveFileName(window, tr("File of decisions"), begin, kinds, options=options)
        if chosen:
            self.set_decisions(chosen)

    def set_decisions(self, chosen: str) -> None:
        """Let decisions of this project be written into a file."""
        name_decisions(QgsProject.instance(), chosen)  # type: ignore[arg-type]
        said = tr(
            "Decisions are written into {file}. The main job reads them where the file is called {name} and lies "
            "in or beside its data, or else beside the folder of the package."
        )
        say(said.format(file=chosen, name=WRITTEN_BY_PEOPLE))

    def _action(self, text: str, window: Any, do: Any, toolbar: QToolBar | None = None) -> QAction:
        action = QAction(QIcon(str(ICON)), text, window)
        action.triggered.connect(lambda _checked=False: do())
        if toolbar is not None:
            toolbar.addAction(action)
        iface().addPluginToVectorMenu(TITLE, action)
        self.actions.append(action)
        return action
