"""What a step asks a person for: files, folders, days with a calendar, numbers and texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ..processing.translation import tr
from .day_field import DayField
from .panel_form import DAY, FILE, METRES, PLACE, TEXT, Ask, PanelStep, answer
from .panel_looks import CutLabel, name_within, unwheeled
from .panel_part import Part
from .panel_work import PanelWork

TABLES = "*.csv *.xlsx *.ods *.gpkg *.geojson *.tab *.shp *.txt *.json *.zip"
FARTHEST = 5000
"""Metres."""


class AsksView(Part):
    """The questions of a step, one below the other."""

    def __init__(self, step: PanelStep, work: PanelWork) -> None:
        super().__init__()
        self.step, self.work = step, work
        self.shown: list[tuple[Ask, Callable[[str, str], None]]] = []
        """Each question, and what shows its answer and what is proposed."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, ask in enumerate(step.asks):
            words = QLabel(tr(ask.words))
            words.setToolTip(tr(ask.tip) if ask.tip else "")
            field, show = _MAKERS[ask.kind](self, ask)
            field.setToolTip(tr(ask.tip) if ask.tip else "")
            name_within(field, tr(ask.words))
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
            self.shown.append((ask, show))

    def name(self, ask: Ask) -> str:
        """What a field is called, for whoever looks for it."""
        return f"lyngby_ask_{ask.key}_{self.step.key}"

    def refresh(self) -> None:
        """Show the answers as they stand."""
        state = self.work.state
        for ask, show in self.shown:
            show(str(state.told.get(ask.key, "")), answer(ask, state))
        self.setEnabled(self.work.running is None)

    # The kinds of fields ----------------------------------------------------------------------------------------------

    def path(self, ask: Ask) -> tuple[QWidget, Callable[[str, str], None]]:
        """A file or folder: its name, and buttons that choose one and take it away."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        shown, choose, away = CutLabel(), QPushButton(tr("Choose …")), QToolButton()
        choose.setObjectName(self.name(ask))
        choose.clicked.connect(partial(self.ask_path, ask))
        away.setText("×")
        away.setAutoRaise(True)
        away.setToolTip(tr("Take it away"))
        away.clicked.connect(lambda: self.work.tell(ask.key, ""))
        line.addWidget(shown, 1)
        line.addWidget(away)
        line.addWidget(choose)

        def show(said: str, holds: str) -> None:
            shown.setText(Path(holds).name if holds else "–")
            shown.setToolTip(holds)
            away.setVisible(bool(said))

        return box, show

    def ask_path(self, ask: Ask) -> None:
        """Ask for a file or folder."""
        state = self.work.state
        begin = answer(ask, state) or state.folder or self.work.project.homePath()
        if ask.kind == PLACE:
            chosen = QFileDialog.getExistingDirectory(self, tr(ask.words), begin)
        else:
            kinds = f"{tr('Tables and layers')} ({TABLES});;{tr('All files')} (*)"
            chosen, _ = QFileDialog.getOpenFileName(self, tr(ask.words), begin, kinds)
        if chosen:
            self.work.tell(ask.key, chosen)

    def day(self, ask: Ask) -> tuple[QWidget, Callable[[str, str], None]]:
        """A day, typed or from a calendar; it may be empty."""
        field = DayField(self.name(ask))
        field.said.connect(lambda day: self.work.tell(ask.key, day))
        return field, lambda said, holds: field.show_day(said, "" if said else holds)

    def metres(self, ask: Ask) -> tuple[QWidget, Callable[[str, str], None]]:
        """A distance; 0 for none."""
        field = QSpinBox()
        unwheeled(field)
        field.setObjectName(self.name(ask))
        field.setRange(0, FARTHEST)
        field.setSingleStep(10)
        field.setSuffix(" m")
        field.setSpecialValueText(tr("no list"))
        field.setKeyboardTracking(False)

        def show(said: str, _holds: str) -> None:
            field.blockSignals(True)
            field.setValue(int(float(said or 0)))
            field.blockSignals(False)

        field.valueChanged.connect(lambda metres: self.work.tell(ask.key, metres or ""))
        return field, show

    def text(self, ask: Ask) -> tuple[QWidget, Callable[[str, str], None]]:
        """A text."""
        field = QLineEdit()
        field.setObjectName(self.name(ask))
        field.editingFinished.connect(lambda: self.work.tell(ask.key, field.text().strip()))

        def show(said: str, _holds: str) -> None:
            if field.text().strip() != said and not field.hasFocus():
                field.setText(said)

        return field, show


_MAKERS: dict[str, Any] = {
    FILE: AsksView.path,
    PLACE: AsksView.path,
    DAY: AsksView.day,
    METRES: AsksView.metres,
    TEXT: AsksView.text,
}
