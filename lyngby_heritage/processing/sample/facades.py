"""Draws the sample's pictures of buildings: a façade by what BBR knows of it, marked as the invention that it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QImage, QImageWriter, QPainter, QPen, QPolygonF

from ...sample.delivered.files import PlainFile
from ...sample.photographed import Portrayed, portrayed

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...sample.municipality import SampleMunicipality

FOLDER = "fotos"
MARK = "Opdigtet tegning"
WIDTH, HEIGHT = 1280, 960
GROUND = 800
"""The line that the house stands on, in pixels from above."""
WALLS = {1: "#b4573f", 2: "#d9d3c4", 4: "#e9e2cf", 5: "#6d4a35", 6: "#c9c5bd"}
ROOFS = {2: "#4a4a4e", 3: "#77736d", 5: "#a2452f", 6: "#5d6166", 7: "#9c8450"}
"""Colours by BBR's codes of the outer wall and the roofing; any other has a plain one."""
PLAIN_WALL, PLAIN_ROOF, CHIMNEY = "#d8c9a6", "#7a3b2c", "#8f4a37"
FRAME, GLASS, DOOR = "#f4f1ea", "#51646e", "#2f4a3c"


def photo_files(municipality: SampleMunicipality, check: Check) -> Iterator[PlainFile]:
    """A picture of each of the buildings that the sample has one of. The same building gives the same bytes."""
    for one in portrayed(municipality):
        check()
        yield PlainFile(f"{FOLDER}/{one.id}.jpg", drawn(one))


def drawn(house: Portrayed) -> bytes:
    """The façade of a building as a JPEG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(image.rect(), QColor("#cfdbe0"))
    painter.fillRect(QRectF(0, GROUND, WIDTH, HEIGHT - GROUND), QColor("#8c9a72"))
    _house(painter, house)
    _mark(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(85)
    writer.write(image)
    made: bytes = data.data()
    return made


def _house(painter: QPainter, house: Portrayed) -> None:
    storeys = min(max(house.storeys, 1), 4)
    bays = 3 + house.year % 3
    left, wide, tall = 160.0, WIDTH - 320.0, 150.0
    top = GROUND - storeys * tall
    painter.setPen(QPen(QColor("#3a342c"), 3))
    painter.setBrush(QBrush(QColor(WALLS.get(house.wall, PLAIN_WALL))))
    painter.drawRect(QRectF(left, top, wide, storeys * tall))
    if house.wall == 4:  # bindingsværk
        painter.setPen(QPen(QColor("#4b3626"), 9))
        for step in range(2 * bays + 1):
            across = left + wide * step / (2 * bays)
            painter.drawLine(QPointF(across, top), QPointF(across, GROUND))
    painter.setPen(QPen(QColor("#3a342c"), 3))
    painter.setBrush(QBrush(QColor(ROOFS.get(house.roof, PLAIN_ROOF))))
    rise = 60.0 if house.roof == 1 else 190.0 if house.year < 1930 else 130.0
    eave, ridge = 30.0, 90.0
    above, right = top - rise, left + wide
    corners = ((left - eave, top), (left + ridge, above), (right - ridge, above), (right + eave, top))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.setBrush(QBrush(QColor(CHIMNEY)))
    painter.drawRect(QRectF(left + wide * 0.7, top - rise - 45, 55, 80))
    for storey in range(storeys):
        for bay in range(bays):
            middle = left + wide * (bay + 0.5) / bays
            floor = GROUND - storey * tall
            if storey == 0 and bay == bays // 2:
                _door(painter, middle, floor)
            else:
                _window(painter, middle, floor - 45)


def _window(painter: QPainter, middle: float, sill: float) -> None:
    frame = QRectF(middle - 32, sill - 82, 64, 82)
    painter.setPen(QPen(QColor(FRAME), 7))
    painter.setBrush(QBrush(QColor(GLASS)))
    painter.drawRect(frame)
    painter.drawLine(QPointF(middle, frame.top()), QPointF(middle, frame.bottom()))
    painter.drawLine(QPointF(frame.left(), frame.top() + 28), QPointF(frame.right(), frame.top() + 28))


def _door(painter: QPainter, middle: float, floor: float) -> None:
    painter.setPen(QPen(QColor(FRAME), 7))
    painter.setBrush(QBrush(QColor(DOOR)))
    painter.drawRect(QRectF(middle - 34, floor - 120, 68, 118))


def _mark(painter: QPainter) -> None:
    band = QRectF(0, HEIGHT - 92, WIDTH, 92)
    painter.fillRect(band, QColor("#23201c"))
    font = QFont("DejaVu Sans")
    font.setPixelSize(46)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, MARK)
