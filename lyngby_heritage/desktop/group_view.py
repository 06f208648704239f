"""Steps that are shown as one: a head with number and light, and below it each step with a letter of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtGui import QPixmap

from ..processing.translation import tr
from .foldable import Foldable
from .panel_form import StepGroup
from .panel_looks import BLUE, COLOURS, done_mark, numbered, warned_mark
from .panel_state import AMBER, GREEN, GREY, RED, WARNED
from .step_view import StepView


class GroupView(Foldable):
    """A group. `make` makes the view of one of its steps, given its mark."""

    def __init__(self, number: int, group: StepGroup, make: Callable[[str, str], StepView]) -> None:
        super().__init__(group.key, str(number), group.title, group.says)
        self.group = group
        self.views: dict[str, StepView] = {}
        for place, step in enumerate(group.steps):
            view = make(step.key, chr(ord("a") + place))
            self.views[step.key] = view
            self.inside.addWidget(view)
        self.open(False)

    def toggle(self) -> None:
        """A person pressed the head: show the steps, and of them the one that is next, or the head only."""
        super().toggle()
        following = next((key for key, view in self.views.items() if not view.is_done), "")
        for key, view in self.views.items():
            view.open(key == following)

    def refresh(self, able: str) -> None:
        """Show the steps as they stand."""
        for view in self.views.values():
            view.refresh(able)
        views = list(self.views.values())
        done = sum(view.is_done for view in views)
        said = tr("done: {done} of {all}").format(done=done, all=len(views)) if done else views[0].waits
        self.tell(self._light([view.colour for view in views]), said)

    def _light(self, colours: Sequence[str]) -> QPixmap:
        for one in (RED, AMBER):
            if one in colours:
                return numbered(self.number, COLOURS[one])
        if WARNED in colours:
            return warned_mark(COLOURS[WARNED])
        if all(one == GREEN for one in colours):
            return done_mark(COLOURS[GREEN])
        return numbered(self.number, COLOURS[GREY] if all(one == GREY for one in colours) else BLUE)
