"""Room for the tree of layers beside the panel, the first time that the panel is shown."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

TREE = "Layers"
"""What QGIS calls the dock of the tree."""
WIDTH, ENOUGH = 320, 260
"""In pixels: what the tree is given, and what lets its names be read."""
LAID_OUT = 500
"""Milliseconds after which docks stand as they were asked to: QGIS moves them slowly."""
MOVED = (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)


class TreeRoom(QObject):
    """Widens the tree of layers once, when the window has come to a size that lets it.

    QGIS lays its window out small at a first start, and takes what the panel needs from the tree; it gives nothing back
    when the window grows. The panel moves whenever the window's width changes, so the panel is what is watched.
    """

    def __init__(self, window: QMainWindow, panel: QDockWidget) -> None:
        super().__init__(panel)
        self.window, self.panel = window, panel
        self.is_made = False
        panel.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Try when the panel was moved, once the window has been laid out."""
        if not self.is_made and event.type() in MOVED:
            QTimer.singleShot(0, self.make)
        return False

    def make(self) -> None:
        """Give the tree its width where it is squeezed."""
        tree = self.tree()
        if self.is_made or tree is None:
            return
        if tree.width() < ENOUGH:
            self.window.resizeDocks([tree], [WIDTH], Qt.Orientation.Horizontal)
        QTimer.singleShot(LAID_OUT, self.look)

    def look(self) -> None:
        """Leave the tree alone from when it has got enough: a person may make it narrow again."""
        tree = self.tree()
        if not self.is_made and tree is not None and tree.width() >= ENOUGH:
            self.is_made = True
            self.panel.removeEventFilter(self)

    def tree(self) -> QDockWidget | None:
        """The dock of the tree, where it and the panel stand in a window that is shown."""
        found: QDockWidget | None = self.window.findChild(QDockWidget, TREE)
        docks = (found, self.panel)
        if not self.window.isVisible() or any(one is None or one.isHidden() or one.isFloating() for one in docks):
            return None
        return found
