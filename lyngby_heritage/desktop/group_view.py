"""Steps that are shown as one: a head with number and light, and below it each step with a letter of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..processing.translation import tr
from .panel_form import StepGroup
from .panel_looks import BLUE, COLOURS, CutLabel, done_mark, numbered
from .panel_state import AMBER, GREEN, GREY, RED
from .step_view import Head, StepView


class GroupView(QFrame):
    """A group. `make` makes the view of one of its steps, given its mark."""

    def __init__(self, number: int, group: StepGroup, make: Callable[[str, str], StepView]) -> None:
        super().__init__()
        self.number, self.group = number, group
        self.setObjectName(f"lyngby_step_{group.key}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 6)
        whole.addWidget(self._make_head())
        self.body = QWidget()
        whole.addWidget(self.body)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 2, 0, 2)
        says = QLabel(tr(group.says))
        says.setWordWrap(True)
        inside.addWidget(says)
        self.views: dict[str, StepView] = {}
        for place, step in enumerate(group.steps):
            view = make(step.key, chr(ord("a") + place))
            self.views[step.key] = view
            inside.addWidget(view)
        self.head.clicked.connect(self.toggle)
        self.open(False)

    def _make_head(self) -> QWidget:
        self.head = Head()
        self.head.setObjectName(f"lyngby_head_{self.group.key}")
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self.head)
        line.setContentsMargins(0, 0, 0, 0)
        self.light = QLabel()
        self.summary = CutLabel(Qt.TextElideMode.ElideRight)
        self.arrow = QToolButton()
        self.arrow.setAutoRaise(True)
        self.arrow.setIconSize(QSize(12, 12))
        self.arrow.clicked.connect(self.toggle)
        line.addWidget(self.light)
        line.addWidget(QLabel(f"<b>{tr(self.group.title)}</b>"))
        line.addWidget(self.summary, 1)
        line.addWidget(self.arrow)
        return self.head

    def open(self, opened: bool) -> None:
        """Show the steps, or the head only."""
        self.body.setVisible(opened)
        self.arrow.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)

    def toggle(self) -> None:
        """A person pressed the head: show the steps, and of them the one that is next, or the head only."""
        self.open(self.body.isHidden())
        following = next((key for key, view in self.views.items() if not view.is_done and not view.isHidden()), "")
        for key, view in self.views.items():
            view.open(key == following)

    def refresh(self, able: str, offered: Sequence[str]) -> None:
        """Show the steps as they stand, those that are `offered`; without any there is no group."""
        for key, view in self.views.items():
            view.refresh(able)
            view.setHidden(key not in offered)
        shown = [self.views[key] for key in offered]
        self.setHidden(not shown)
        done = sum(view.is_done for view in shown)
        waits = shown[0].waits if shown else ""
        self.summary.setText(tr("done: {done} of {all}").format(done=done, all=len(shown)) if done else waits)
        self.light.setPixmap(self._light([view.colour for view in shown]))

    def _light(self, colours: Sequence[str]) -> QPixmap:
        for one in (RED, AMBER):
            if one in colours:
                return numbered(str(self.number), COLOURS[one])
        if colours and all(one == GREEN for one in colours):
            return done_mark(COLOURS[GREEN])
        return numbered(str(self.number), COLOURS[GREY] if all(one == GREY for one in colours) else BLUE)
