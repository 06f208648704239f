"""What the panel's parts look like and how they are met: colours, numbers, texts that are cut or go on, names."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QEvent, QObject, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPixmap
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from .panel_state import AMBER, GREEN, GREY, RED, WARNED

COLOURS = {GREEN: "#2e8b57", AMBER: "#e0961f", RED: "#c0392b", GREY: "#b4bac0", WARNED: "#b8651b"}
BLUE = "#2d5d7c"
"""The step that is next."""
_SIZE = 22
LONG_WORD = 30
"""Letters of a word from which on it may be wider than the panel."""
BREAK = "\u200b"
_SHARPNESS = 3
"""Pixels that are drawn for one, so that circles are round on every screen."""


def numbered(number: str, colour: str) -> QPixmap:
    """A number or letter in a circle."""
    return _circle(_SIZE, colour, number)


def done_mark(colour: str) -> QPixmap:
    """A tick in a circle."""
    return _circle(_SIZE, colour, "✓")


def warned_mark(colour: str) -> QPixmap:
    """An exclamation mark in a circle."""
    return _circle(_SIZE, colour, "!")


def dot(colour: str) -> QIcon:
    """The light of a line of the table; one that nobody misses is hollow."""
    return QIcon(_circle(12, COLOURS[colour], "", hollow=colour == GREY))


def _circle(size: int, colour: str, text: str, hollow: bool = False) -> QPixmap:
    picture = QPixmap(QSize(size * _SHARPNESS, size * _SHARPNESS))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARPNESS, _SHARPNESS)
    painter.setPen(QColor(colour))
    painter.setBrush(QColor("transparent" if hollow else colour))
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    if text:
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(round(size * 0.58))
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    picture.setDevicePixelRatio(_SHARPNESS)
    return picture


class CutLabel(QLabel):
    """A line that is cut where the panel is too narrow for it; the whole of it stands in its tooltip."""

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str | None) -> None:
        """Set the whole text."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        """Draw as much of it as there is room for."""
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self.text(), self.mode, self.contentsRect().width())
        painter.drawText(self.contentsRect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
        painter.end()


def breaking(text: str) -> str:
    """A text whose long words, which are names of files, may go on in the next line after `_`, `-` and `.`.

    >>> breaking("BBR_V3_Bygning_0173_TotalDownload.zip").split("\u200b")
    ['BBR_', 'V3_', 'Bygning_', '0173_', 'TotalDownload.', 'zip']
    >>> breaking("Tag_dem.") == "Tag_dem."
    True
    """
    return re.sub(rf"\S{{{LONG_WORD},}}", lambda word: re.sub(r"(?<=[_.-])(?=\w)", BREAK, word[0]), text)


class WrapLabel(QLabel):
    """Words that go on in the next line, names of files too: else a long one makes the panel wider than its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def setText(self, text: str | None) -> None:
        """Set the whole text."""
        super().setText(breaking(text or ""))


class _WheelPasses(QObject):
    """Hands the wheel on to what a widget stands in."""

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:
        if event is None or event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


def unwheeled(widget: QWidget) -> None:
    """Let the wheel scroll the panel and never change what a field says."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelPasses(widget))


def name_within(box: QWidget, words: str) -> None:
    """Let whoever hears the screen hear what each field and button of a box is about."""
    for one in (box, *box.findChildren(QWidget)):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not one.accessibleName():
            said = one.text() if isinstance(one, QAbstractButton) else ""
            one.setAccessibleName(f"{words}: {one.toolTip() or said}" if said else words)
