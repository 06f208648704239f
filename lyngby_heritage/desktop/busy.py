"""The small window of a run within QGIS's own: it shows how far it is, and nothing else can be pressed meanwhile.

What such a run lets happen must not change QGIS under it. A modal window keeps mouse and keys from everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..processing.translation import tr
from .panel_looks import CutLabel

TITLE = "Lyngby Heritage"
WIDTH = 480


class Busy(QDialog):
    """Progress, the last line of the log, and Cancel."""

    def __init__(self, window: QWidget, feedback: QgsProcessingFeedback) -> None:
        super().__init__(window)
        self.feedback = feedback
        self.setObjectName("lyngby_busy")
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        self.line = CutLabel(Qt.TextElideMode.ElideRight)
        self.line.setText(tr("Running …"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setFormat("%p %")
        self.button = QPushButton(tr("Cancel"))
        self.button.setObjectName("lyngby_busy_cancel")
        self.button.clicked.connect(self.reject)
        self.stage = CutLabel(Qt.TextElideMode.ElideRight)
        self.stage.setStyleSheet("font-weight: bold")
        self.stage.hide()
        column.addWidget(self.stage)
        column.addWidget(self.line)
        column.addWidget(self.bar)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def reject(self) -> None:
        """Ask the run to stop; the window stays until it has."""
        self.feedback.cancel()
        self.button.setEnabled(False)
        self.line.setText(tr("Stopping …"))

    def breathe(self, stage: str, line: str) -> None:
        """Show how far the run is, and hear Cancel."""
        if not self.feedback.isCanceled():
            self.stage.setText(stage)
            self.stage.setVisible(bool(stage))
            if line or stage:
                self.line.setText(line)
        self.bar.setValue(round(self.feedback.progress()))
        QCoreApplication.processEvents()


@contextmanager
def busy(window: QWidget, feedback: QgsProcessingFeedback) -> Iterator[Busy]:
    """Within it nothing in QGIS's window can be done but press Cancel."""
    dialog = Busy(window.window() or window, feedback)
    dialog.show()
    QCoreApplication.processEvents()
    try:
        yield dialog
    finally:
        dialog.hide()
        dialog.deleteLater()
