"""Layouts of the project as the pages of one document, A3 and A4, as lines and text, not pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsLayoutExporter
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ...core.common.errors import HeritageError
from ..outputs.renamed import draw_as_vectors

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout

    from ...core.common.errors import Check

DPI = 300


def pages_of(overviews: Iterable[QgsPrintLayout], atlas_layout: QgsPrintLayout | None) -> Iterator[QgsPrintLayout]:
    """The layouts to draw, one a page: the overviews first, then the atlas at each of its sheets in turn."""
    yield from overviews
    if atlas_layout is None:
        return
    atlas = atlas_layout.atlas()
    atlas.beginRender()
    try:
        going = atlas.first()
        while going:
            yield atlas_layout
            going = atlas.next()
    finally:
        atlas.endRender()


def write_pdf(
    path: Path,
    title: str,
    creator: str,
    layouts: Iterable[QgsPrintLayout],
    count: int,
    check: Check,
    progress: Callable[[float], Any] = lambda _: None,
) -> int:
    """Draw the pages into a PDF and return how many there are.

    QGIS writes one layout, or one atlas, to a file; painting them on one Qt writer makes a single document of both.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(creator)
    writer.setResolution(DPI)
    painter = None
    pages = 0
    try:
        for layout in layouts:
            check()
            size = layout.pageCollection().page(0).pageSize()
            page = QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Millimeter)
            writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
            if painter is None:
                painter = QPainter()
                if not painter.begin(writer):
                    raise HeritageError("The maps could not be drawn.")
            else:
                writer.newPage()
            context = layout.renderContext()
            context.setDpi(DPI)
            context.setTextRenderFormat(Qgis.TextRenderFormat.AlwaysText)
            draw_as_vectors(context)
            QgsLayoutExporter(layout).renderPage(painter, 0)
            pages += 1
            progress(pages / max(count, 1))
    finally:
        if painter is not None:
            painter.end()
    # Written by Python, which says when the disk is full: Qt's writer does not.
    path.write_bytes(content.data())
    return pages
