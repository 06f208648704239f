"""What a step's run warned of: how much, and every word of it, folded away where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ..core.common.errors import Note
from ..processing.translation import tr, tr_message
from .panel_looks import COLOURS, WrapLabel, name_within
from .panel_state import WARNED

FEW = 3
"""Warnings that are shown without being asked for."""


def counted(warnings: Sequence[str]) -> str:
    """How often the run warned, in words that no finding about the data goes by; empty for never."""
    return tr_message(Note("The run warned {count:time|times}", {"count": len(warnings)})) if warnings else ""


class WarningsView(QWidget):
    """A button with the count, and below it the texts."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setObjectName(f"lyngby_warnings_{key}")
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._show)
        self.texts = WrapLabel()
        self.texts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.texts)
        name_within(self, title)
        self.told: tuple[str, ...] = ()
        self.tell(())

    def tell(self, warnings: Sequence[str]) -> None:
        """Show these; what a person folded away or open stays so as long as they are the same."""
        self.setVisible(bool(warnings))
        if tuple(warnings) == self.told:
            return
        self.told = tuple(warnings)
        self.button.setText(counted(warnings))
        lines = (f'<span style="color: {COLOURS[WARNED]}">▲</span> {escape(one)}' for one in warnings)
        self.texts.setText("<br>".join(lines))
        self.button.setChecked(len(warnings) <= FEW)
        self._show(self.button.isChecked())

    def _show(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.button.setToolTip(tr("Fold it away") if opened else tr("Show all of it"))
        self.texts.setVisible(opened)
