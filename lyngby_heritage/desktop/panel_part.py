"""What stands within a step of the panel, or below the steps, and follows the work."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget


class Part(QWidget):
    """A widget of the panel. What a part does not need of this it leaves as it is: nothing."""

    grown = pyqtSignal()
    """It shows more than before, and all of it should be seen."""

    def refresh(self) -> None:
        """Show everything as it stands."""

    def ask(self) -> None:
        """A person asked for it by name: show it even where it would not come by itself."""

    def rest(self) -> None:
        """The panel was closed: take away what only means something beside it."""

    def let_go(self) -> None:
        """The panel goes: hear of nothing any more."""
