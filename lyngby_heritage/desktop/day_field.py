"""A day that may be empty, typed or picked in a calendar.

QGIS's own field of a date fills an empty one with today when it gets the focus: a day that nobody chose.
"""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from ..processing.translation import tr
from .panel_looks import COLOURS
from .panel_state import RED

ISO, SHOWN = "yyyy-MM-dd", "d. MMMM yyyy"
TYPED = (SHOWN, "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", ISO, "d. MMM yyyy")
"""How a day may be written."""


class DayField(QWidget):
    """The field. A text that is no day is handed on as it stands, in red."""

    said = pyqtSignal(str)
    """The day as ISO 8601, the text that is none, or nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.language = QLocale(QgsApplication.locale())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setClearButtonEnabled(True)
        self.field.editingFinished.connect(lambda: self.said.emit(self.read(self.field.text())))
        self.field.textChanged.connect(lambda text: None if text else self.said.emit(""))
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(self.language)
        self.calendar.clicked.connect(self.pick)
        menu = QMenu(self)
        inside = QWidgetAction(menu)
        inside.setDefaultWidget(self.calendar)
        menu.addAction(inside)
        self.button = QToolButton()
        self.button.setObjectName(f"{name}_calendar")
        self.button.setText(tr("Calendar"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(menu)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none }")
        self.popup = menu
        line.addWidget(self.field, 1)
        line.addWidget(self.button)

    def pick(self, day: QDate) -> None:
        """A day was pressed in the calendar."""
        self.popup.close()
        self.said.emit(day.toString(ISO))

    def read(self, text: str) -> str:
        """What was typed, as ISO 8601 where it is a day."""
        plain = " ".join(text.split()).lower()
        days = (self.language.toDate(plain, one) for one in TYPED)
        return next((day.toString(ISO) for day in days if day.isValid()), plain)

    def words(self, day: str) -> str:
        """A day as people write it; what is none as it stands."""
        found = QDate.fromString(day, ISO)
        return self.language.toString(found, SHOWN) if found.isValid() else day

    def show_day(self, said: str, proposed: str) -> None:
        """Show a day, or in an empty field the one that holds while nothing is said."""
        found = QDate.fromString(said or proposed, ISO)
        if found.isValid():
            self.calendar.setSelectedDate(found)
        self.field.setStyleSheet(f"color: {COLOURS[RED]}" if said and not found.isValid() else "")
        self.field.setPlaceholderText(tr("empty: {day}").format(day=self.words(proposed)) if proposed else "–")
        if self.field.text() != self.words(said) and not (self.field.hasFocus() and not said):
            self.field.blockSignals(True)
            self.field.setText(self.words(said))
            self.field.blockSignals(False)
