"""Layouts of the project as the pages of one document, A3 and A4, as lines and text, not pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsLayoutExporter
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ...core.common.data import load
from ...core.common.errors import HeritageError, Note
from ...core.documents.pdf_finish import Page, Told, finished
from ...core.documents.pdf_syntax import NotUnderstoodError
from ..outputs.renamed import draw_as_vectors
from ..outputs.report_parts import versions
from .documents import MAPS
from .package_metadata import about_package
from .pdf_pages import page_of
from .summary import SUMMARY

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout

    from ...core.common.errors import Check
    from ...core.plan.content import Plan
    from ..run import Run

DPI = 300
BEFORE, SHARE = 35.0, 40.0
"""How far the run is before the maps are drawn, and how much of it that is, in per cent."""


def write_pdfs(
    staged: Path,
    plan: Plan,
    run: Run,
    summary: Sequence[QgsPrintLayout],
    maps: Iterable[QgsPrintLayout],
    count: int,
) -> int:
    """Draw the summary, and the `count` pages of maps as one document. Returns how many pages of maps there are."""
    said = about_package(plan)
    subjects = load("rules/project.json")["pdf"]

    def told(subject: str) -> Told:
        words = f"{subjects[subject]}. {plan.state.sentence}"
        return Told(said.title, said.owner, words, ", ".join(said.keywords), subjects["language"])

    def progress(share: float) -> None:
        run.feedback.setProgress(BEFORE + SHARE * share)

    run.tell(write_pdf(staged / SUMMARY, told("summary"), summary, False, len(summary), run.check))
    run.tell(write_pdf(staged / MAPS, told("maps"), maps, True, count, run.check, progress))
    return count


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
    told: Told,
    layouts: Iterable[QgsPrintLayout],
    pictures: bool,
    count: int,
    check: Check,
    progress: Callable[[float], Any] = lambda _: None,
) -> list[Note]:
    """Draw `count` pages into a PDF and return what a person must know of it; `pictures` says that they are maps.

    QGIS writes one layout, or one atlas, to a file; painting them on one Qt writer makes a single document of both.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(told.title)
    writer.setCreator(f"Lyngby Heritage {dict(versions())['Lyngby Heritage']}")
    writer.setResolution(DPI)
    painter = None
    pages: list[Page] = []
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
            pages.append(page_of(layout, pictures))
            progress(len(pages) / max(count, 1))
    finally:
        if painter is not None:
            painter.end()
    drawn, notes = content.data(), []
    try:
        whole = finished(drawn, told, pages)
    except (NotUnderstoodError, ValueError):
        whole = drawn
        notes.append(
            Note(
                "{file} has no bookmarks, no language and no georeference: this QGIS writes PDF files in another way "
                "than is known here. Its pages are complete.",
                {"file": path.name},
                warning=True,
            )
        )
    # Written by Python, which says when the disk is full: Qt's writer does not.
    path.write_bytes(whole)
    return notes
