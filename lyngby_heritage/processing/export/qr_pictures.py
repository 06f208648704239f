"""The signs with QR codes as pictures (PNG), for whoever prints them in a program that takes no drawings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core.web.qr import LETTERS, QUIET, SIDE, Sign, squares
from ..outputs.layout_parts import qt_font
from ..outputs.map_image import png_as_it_is

STEP = 16
"""Pixels of a square of the code: whole, so that its edges are sharp."""


def write_signs(folder: Path, signs: Mapping[str, Sign]) -> None:
    """Write a PNG of each sign, by its name without the ending, into a folder."""
    for name, picture in pictures(signs):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.png").write_bytes(picture)


def pictures(signs: Mapping[str, Sign]) -> Iterator[tuple[str, bytes]]:
    """Name and PNG of each sign."""
    for name, sign in signs.items():
        yield name, png_as_it_is(_drawn(sign))


def _drawn(sign: Sign) -> QImage:
    black = squares(sign.link)
    side = (len(black) + 2 * QUIET) * STEP
    grown = side / SIDE
    lines = sign.fitted()
    tall = side + sum(1.35 * size for _, size in lines) * grown + LETTERS * grown
    picture = QImage(side, round(tall), QImage.Format.Format_Grayscale8)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    try:
        for row, column in zip(*(one.tolist() for one in black.nonzero())):
            painter.fillRect((column + QUIET) * STEP, (row + QUIET) * STEP, STEP, STEP, QColor("#000000"))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QColor("#000000"))
        y = float(side)
        for words, size in lines:
            painter.setFont(qt_font(size * grown))
            high = 1.35 * size * grown
            painter.drawText(QRectF(0, y, side, high), int(Qt.AlignmentFlag.AlignCenter), words)
            y += high
    finally:
        painter.end()
    return picture
