"""Draws a sheet on A4 as a PDF: as many pages as the sheet may have, or it says that it took more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from ...core.common.data import load
from ...core.common.errors import HeritageError
from ...core.documents.pdf_finish import Page, Told, finished
from ...core.documents.pdf_syntax import NotUnderstoodError
from ...core.sheet.blocks import steps_of
from ...core.sheet.page import paper_page
from ...core.sheet.texts import texts
from ..outputs.layout_parts import MUTED, qt_font

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from qgis.PyQt.QtGui import QImage

    from ...core.sheet.blocks import Sheet

PIXELS_PER_MM = 96 / 25.4
PAGE_MM = (210.0, 297.0)
LEFT, TOP, BOTTOM = 14.0, 11.0, 22.0
"""Margins in mm; the lower one holds the foot."""
MAP_MM = 84.0
SIZES = (13.0, 12.2, 11.4, 10.6)
"""Letters in px of 1/96 inch (9.8 to 8 points), the largest that fits."""
SMALLEST = 10.0
"""Letters of a sheet that has left out all it can and is still too long."""
RESOLUTION = 1200
PICTURE = "kort.png"
Tried = tuple[QTextDocument, "Fitted"]


@dataclass(frozen=True)
class Fitted:
    """How a sheet was made to fit."""

    left_out: frozenset[int]
    """As of `blocks.abridged`."""
    size: float
    pages: int
    plain: bool = False
    """Whether Qt wrote the file in a way that nothing could be added to: it has no language and no subject."""


def write_paper(path: Path, sheet: Sheet, picture: QImage | None, made_by: str, author: str) -> Fitted:
    """Write a sheet as PDF. HeritageError when the file cannot be written."""
    document, fitted = _fitting(sheet, picture)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheet.title)
    writer.setCreator(made_by)
    painter = QPainter()
    if not painter.begin(writer):
        raise HeritageError("{file} could not be written. Is the disk full?", file=path.name)
    try:
        painter.scale(RESOLUTION / 96, RESOLUTION / 96)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for page in range(fitted.pages):
            if page:
                writer.newPage()
            _draw(painter, document, page)
            _foot(painter, sheet, page, fitted.pages)
    finally:
        painter.end()
    title = f"Hvad gælder for ejendommen? {sheet.title}"
    told = Told(title, author, f"{sheet.plan}. {sheet.state}", "", load("rules/project.json")["pdf"]["language"])
    pages = [Page(f"Side {number + 1}") for number in range(fitted.pages)]
    drawn = bytes(content.data())
    try:
        path.write_bytes(finished(drawn, told, pages))
    except NotUnderstoodError:
        path.write_bytes(drawn)
        return replace(fitted, plain=True)
    return fitted


def _fitting(sheet: Sheet, picture: QImage | None) -> tuple[QTextDocument, Fitted]:
    """The document in the largest letters, and with the most of its text, that the pages hold.

    What went first comes back last: with all that it took to fit left out, there may be room for some of it again.
    """
    most, steps = int(texts()["pages"]), steps_of(sheet)

    def tried(left_out: Collection[int], size: float) -> tuple[QTextDocument, Fitted]:
        document = _document(sheet, picture, left_out, size)
        return document, Fitted(frozenset(left_out), size, document.pageCount())

    for count in range(len(steps) + 1):
        for size in SIZES if count == 0 else SIZES[-1:]:
            found = tried(steps[:count], size)
            if found[1].pages <= most:
                return _with_more(found, tried, most)
    return tried(steps, SMALLEST)


def _with_more(found: Tried, tried: Callable[[Collection[int], float], Tried], most: int) -> Tried:
    """What fits with as much of what was left out as there is room for, the most important first."""
    for step in sorted(found[1].left_out, reverse=True)[1:]:
        again = tried(found[1].left_out - {step}, found[1].size)
        if again[1].pages <= most:
            found = again
    return found


def _document(sheet: Sheet, picture: QImage | None, left_out: Collection[int], size: float) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setIndentWidth(size)
    document.setUseDesignMetrics(True)
    font = qt_font(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Too little to see, and enough to keep fl and fi two letters each, which a search in a PDF then finds.
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.02)
    document.setDefaultFont(font)
    if picture is not None:
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(PICTURE), picture)
    document.setPageSize(_room())
    map_width = MAP_MM * PIXELS_PER_MM
    document.setHtml(paper_page(sheet, left_out, PICTURE if picture is not None else "", size, map_width))
    _keep_headings_with_text(document)
    return document


def _keep_headings_with_text(document: QTextDocument) -> None:
    """Begin a new page before a heading whose text begins on the next one."""
    height = _room().height()

    def page_of(block: QTextBlock) -> int:
        layout: Any = block.layout()
        return int((layout.position().y() + layout.lineAt(0).y() + 1) // height) if layout.lineCount() else -1

    document.pageCount()  # lays it out
    block, first = document.begin(), QTextBlock()
    while block.isValid():
        if not block.blockFormat().headingLevel():
            first = QTextBlock()
        elif not first.isValid():
            first = block
        following = block.next()
        stands = first.isValid() and following.isValid() and not following.blockFormat().headingLevel()
        if stands and page_of(first) != page_of(following) and not QTextCursor(first).currentTable():
            broken = QTextBlockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(first).mergeBlockFormat(broken)
            document.pageCount()
        block = following


def _room() -> QSizeF:
    """What a page holds in px, whole ones: Qt lays out in 64ths, and a page that ends between two keeps their lines."""
    width, height = PAGE_MM
    return QSizeF(int((width - 2 * LEFT) * PIXELS_PER_MM), int((height - TOP - BOTTOM) * PIXELS_PER_MM))


def _draw(painter: QPainter, document: QTextDocument, page: int) -> None:
    room = _room()
    painter.save()
    painter.translate(LEFT * PIXELS_PER_MM, TOP * PIXELS_PER_MM - page * room.height())
    # A pixel less, or what begins the next page is drawn on this one too, where only a reader of the text finds it.
    document.drawContents(painter, QRectF(0, page * room.height(), room.width(), room.height() - 1))
    painter.restore()


def _foot(painter: QPainter, sheet: Sheet, page: int, pages: int) -> None:
    """Whose sheet it is, how far the plan is and what page it is, and what the sheet is made of, on each page."""
    width, height = (side * PIXELS_PER_MM for side in PAGE_MM)
    left, top = LEFT * PIXELS_PER_MM, height - (BOTTOM - 3) * PIXELS_PER_MM
    room = QRectF(left, top, width - 2 * left, (BOTTOM - 8) * PIXELS_PER_MM)
    painter.setPen(QColor("#b8b1a5"))
    painter.drawLine(room.topLeft(), room.topRight())
    painter.setPen(QColor(MUTED))
    painter.setFont(qt_font(9))
    number = f"Side {page + 1} af {pages}"
    painter.drawText(room.adjusted(0, 3, 0, 0), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), number)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    said = f"{sheet.title}. {sheet.state}\n{sheet.footer}"
    painter.drawText(room.adjusted(0, 3, -70, 0), flags, said)
