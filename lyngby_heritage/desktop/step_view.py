"""A step of the panel: its head with number and light, what it does, its button, its progress, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..core.common.errors import Note
from ..processing.translation import tr, tr_message
from .foldable import Foldable
from .panel_form import PanelStep
from .panel_looks import BLUE, COLOURS, WrapLabel, done_mark, name_within, numbered, warned_mark
from .panel_state import AMBER, GREEN, GREY, RED, WARNED
from .panel_waits import is_stale
from .panel_work import PanelWork
from .warnings_view import WarningsView, counted

NEXT = "next"
"""The colour of a step that can begin."""


class StepView(Foldable):
    """One step. `open_file` is asked to open what it made, `ask_more` to show the tool with all its choices.

    `content` stands above its buttons, `below` under them.
    """

    def __init__(
        self,
        number: str,
        step: PanelStep,
        work: PanelWork,
        open_file: Callable[[str], None],
        ask_more: Callable[[PanelStep], None],
        content: Sequence[QWidget],
        below: Sequence[QWidget],
    ) -> None:
        super().__init__(step.key, number, step.title, step.says)
        self.step, self.work = step, work
        self.open_file, self.ask_more = open_file, ask_more
        self.waits = ""
        """Why the step cannot begin, as it was shown last."""
        inside = self.inside
        for part in content:
            inside.addWidget(part)
        self.why = WrapLabel()
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.why)
        inside.addLayout(self._make_buttons())
        self.came = QLabel()
        self.came.setWordWrap(True)
        self.came.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self.came)
        self.warned = WarningsView(step.key, tr(step.title))
        inside.addWidget(self.warned)
        inside.addWidget(self._make_links())
        for part in below:
            inside.addWidget(part)

    def _make_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.button = QPushButton(tr(self.step.button))
        self.button.setObjectName(f"lyngby_run_{self.step.key}")
        self.button.clicked.connect(lambda: self.work.run(self.step.key, self))
        self.more = QPushButton(tr("More choices …"))
        self.more.setObjectName(f"lyngby_more_{self.step.key}")
        self.more.clicked.connect(lambda: self.ask_more(self.step))
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setFormat("%p %")
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setObjectName(f"lyngby_cancel_{self.step.key}")
        self.cancel.clicked.connect(self.work.cancel)
        line.addWidget(self.button)
        line.addWidget(self.more)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        line.addStretch()
        for one in (self.button, self.more, self.cancel):
            name_within(one, tr(self.step.title))
        return line

    def _make_links(self) -> QWidget:
        self.links = QWidget()
        line = QHBoxLayout(self.links)
        line.setContentsMargins(0, 0, 0, 0)
        for words, name in self.step.reports:
            button = QPushButton(tr(words))
            button.setObjectName(f"lyngby_open_{name}_{self.step.key}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, name=name: self.open_file(self.made(name)))
            line.addWidget(button)
        line.addStretch()
        name_within(self.links, tr(self.step.title))
        return self.links

    def made(self, name: str) -> str:
        """The file that the step made under a result's name; behind a slash a file of that folder."""
        done = self.work.state.done.get(self.step.key)
        result, _, file = name.partition("/")
        found = str(done.results.get(result, "")) if done is not None else ""
        return str(Path(found) / file) if found and file else found

    @property
    def is_stale(self) -> bool:
        """Whether an earlier step has been carried out since."""
        return is_stale(self.work.state, self.step.key)

    def refresh(self, able: str) -> None:
        """Show the step as it stands; `able` says why no tool runs here, and is empty where they do."""
        work, key = self.work, self.step.key
        runs, done, error = work.running == key, work.state.done.get(key), work.errors.get(key, "")
        must_wait = able or work.waits_for(self.step)
        waits = must_wait or work.asks_for(self.step)
        self.waits = waits
        warned = "" if runs or error else counted(self._warnings())
        self.tell(self._light(), self._summary(runs, error, "" if able else waits), warned)
        self.why.setText(error)
        self.why.setVisible(bool(error) and not runs)
        self.why.setStyleSheet(f"color: {COLOURS[RED]}")
        self.button.setText(tr("Again") if done is not None and not self.is_stale else tr(self.step.button))
        tried = work.trying == key  # the sliders have a button of their own
        self.button.setVisible(not runs and not tried)
        self.button.setEnabled(not waits and work.running is None and not work.is_looking)
        self.button.setToolTip(waits)
        self.button.setStyleSheet("font-weight: bold" if done is None or self.is_stale else "")
        self.more.setVisible(not runs and not tried and self.step.more)
        ready = work.is_ready_for_more(self.step)
        self.more.setEnabled(not must_wait and work.running is None and not work.is_looking and ready)
        first = tr("Run the step once first: that puts the buildings together.")
        self.more.setToolTip(tr("Opens the tool with every choice that it has") if ready or must_wait else first)
        self.came.setText(self._lines())
        self.came.setVisible(bool(self.came.text()) and not runs)
        self.warned.tell(() if runs else self._warnings())
        self.bar.setVisible(runs)
        self.cancel.setVisible(runs)
        self.cancel.setEnabled(runs)
        self.links.setVisible(done is not None and not runs)

    def progress(self) -> None:
        """Show how far the run is."""
        run = self.work.run_now
        if self.work.running == self.step.key and run is not None:
            self.bar.setValue(round(run.feedback.progress()))
            self.summary.setText(
                tr("Stopping …") if run.feedback.isCanceled() else run.feedback.stage or run.feedback.line
            )

    def _summary(self, runs: bool, error: str, waits: str) -> str:
        done = self.work.state.done.get(self.step.key)
        if runs:
            return tr("Running …")
        if error:
            return tr("Not done")
        if done is None:
            return waits
        if self.is_stale:
            return tr("Made of earlier data: run it again.")
        try:
            said = tr_message(Note(self.step.summary, dict(done.results)))
        except (KeyError, ValueError):  # made by another version, whose results went by other names
            said = tr("Done")
        return said

    def _warnings(self) -> Sequence[str]:
        """What the run warned of, where it still holds."""
        done = self.work.state.done.get(self.step.key)
        return done.warnings if done is not None and not self.is_stale else ()

    def _lines(self) -> str:
        """What else came of it, a line each; what must be looked at in the colour of its light."""
        done = self.work.state.done.get(self.step.key)
        shown = []
        for name, words in self.step.lines if done is not None and not self.is_stale else ():
            if done is not None and done.results.get(name):
                said = escape(tr_message(Note(words, dict(done.results))))
                colour = COLOURS[AMBER] if name in self.step.look_at else COLOURS[GREY]
                shown.append(f'<span style="color: {colour}">●</span> {said}')
        return "<br>".join(shown)

    @property
    def is_done(self) -> bool:
        """Whether the step was carried out."""
        return self.step.key in self.work.state.done

    @property
    def colour(self) -> str:
        """The colour of its light: NEXT where it can begin."""
        done, runs = self.work.state.done.get(self.step.key), self.work.running == self.step.key
        if runs:
            return NEXT
        if self.work.errors.get(self.step.key):
            return RED
        if done is not None:
            doubtful = self.is_stale or any(done.results.get(one) for one in self.step.look_at)
            return AMBER if doubtful else WARNED if self._warnings() else GREEN
        return GREY if self.waits else NEXT

    def _light(self) -> QPixmap:
        colour = self.colour
        if colour == GREEN:
            return done_mark(COLOURS[GREEN])
        if colour == WARNED:
            return warned_mark(COLOURS[WARNED])
        return numbered(self.number, BLUE if colour == NEXT else COLOURS[colour])
