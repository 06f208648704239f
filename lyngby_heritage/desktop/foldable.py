"""A frame with a head that is always there, and a body that is shown or folded away."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QMouseEvent, QPixmap
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..processing.translation import tr
from .panel_looks import CutLabel


class Head(QFrame):
    """The line of a step that is always there."""

    clicked = pyqtSignal()

    def mouseReleaseEvent(self, _event: QMouseEvent | None) -> None:
        self.clicked.emit()


class Foldable(QFrame):
    """The frame: a light, a title and a line of what came of it in the head; `inside` is the layout of the body.

    `title` and `says`, what it is for, are English; the interface shows their translation.
    """

    def __init__(self, key: str, number: str, title: str, says: str) -> None:
        super().__init__()
        self.number = number
        self.setObjectName(f"lyngby_step_{key}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr(title))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 6)
        whole.addWidget(self._make_head(key, tr(title)))
        self.body = QWidget()
        whole.addWidget(self.body)
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(0, 2, 0, 2)
        words = QLabel(tr(says))
        words.setWordWrap(True)
        self.inside.addWidget(words)

    def _make_head(self, key: str, title: str) -> QWidget:
        self.head = Head()
        self.head.setObjectName(f"lyngby_head_{key}")
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.clicked.connect(self.toggle)
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        self.light = QLabel()
        self.summary = CutLabel(Qt.TextElideMode.ElideRight)
        self.arrow = QToolButton()
        self.arrow.setAutoRaise(True)
        self.arrow.setIconSize(QSize(12, 12))
        self.arrow.setAccessibleName(title)
        self.arrow.clicked.connect(self.toggle)
        line.addWidget(self.light)
        line.addWidget(QLabel(f"<b>{title}</b>"))
        line.addWidget(self.summary, 1)
        line.addWidget(self.arrow)
        return self.head

    def open(self, opened: bool) -> None:
        """Show the whole of it, or its head only."""
        self.body.setVisible(opened)
        self.arrow.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.arrow.setToolTip(tr("Fold it away") if opened else tr("Show all of it"))

    def toggle(self) -> None:
        """A person pressed the head."""
        self.open(self.body.isHidden())

    def tell(self, light: QPixmap, summary: str, warned: str = "") -> None:
        """Show in the head how it stands; what its tip says besides is `warned`, for which the line has no room."""
        self.light.setPixmap(light)
        self.summary.setText(summary)
        whole = f"{summary} {warned}." if warned else summary
        self.summary.setToolTip(whole)
        self.setAccessibleDescription(whole)
