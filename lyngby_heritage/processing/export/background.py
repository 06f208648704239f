"""The background of the printed maps: fetched before anything is drawn, one grey picture for each map, or none at all.

A service that is slow or down must not hold up a plan. So each picture is asked for with a limit, the first that fails
ends it, and the maps are then drawn without a background, which the run says.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from qgis.core import (
    Qgis,
    QgsHueSaturationFilter,
    QgsLayoutItemPicture,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtNetwork import QNetworkReply

from ...core.common.errors import HeritageError, Note
from ..inputs.basemap import ANSWER, credit_of, holds_secret, is_service
from ..inputs.reopening import opened_in_style
from ..outputs.layout_parts import place

if TYPE_CHECKING:
    from qgis.core import QgsLayoutItemMap, QgsMapLayer, QgsPrintLayout, QgsProject, QgsRectangle

    from ...core.common.errors import Check

DPI = 150
"""Dots per inch of the pictures: a map image looks the same, and its letters can be read."""
PATIENCE = 20.0
"""Seconds that one picture may take."""
PALE = 0.5
"""How much white is laid over the grey, so that the plan's own colours stand out."""
VARIABLE = "plan_baggrund"
"""The variable of the project with the credit of the background."""
WHOLE = "hele"
"""By which the picture of the maps of the whole is kept: all of them show the same ground."""
_INCH = 25.4
NO_FAULT = (
    QNetworkReply.NetworkError.NoError,
    QNetworkReply.NetworkError.ContentNotFoundError,
    QNetworkReply.NetworkError.OperationCanceledError,
)
"""Answers of a service that are no failure: many have no tile where they have no map."""


SLOW = Note(
    "The background map (BASEMAP) is left out of the maps: it took more than {seconds} seconds to draw one of them.",
    {"seconds": f"{PATIENCE:g}"},
    warning=True,
    danish="ikke på kortene: det tog for længe at hente det",
)
ERRORS = Note(
    "The background map (BASEMAP) is left out of the maps: the service, or the file, answered with an error.",
    warning=True,
    danish="ikke på kortene: tjenesten eller filen svarede med en fejl",
)
NOTHING = Note(
    "The background map (BASEMAP) is left out of the maps: it shows nothing of the place of one of them.",
    warning=True,
    danish="ikke på kortene: det viser intet af stedet",
)
NO_ANSWER = Note(
    "The background map (BASEMAP) is left out of the maps: the service does not answer, or its address is wrong.",
    warning=True,
    danish="ikke på kortene: tjenesten svarer ikke, eller adressen er forkert",
)
ON_MAPS = "på kortene"
"""What the package records of a background that the maps have (Danish)."""


@dataclass
class Background:
    """The background of one run: what came of it, and the pictures of the maps by name."""

    layer: QgsMapLayer | None
    given: bool
    folder: Path
    check: Check
    credit: str = ""
    problem: Note | None = None
    """Why it is on no map, None while nothing is wrong."""
    pictures: dict[str, Path] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.layer is not None:
            self.credit = credit_of(self.layer)
        elif self.given:
            self.fail(NO_ANSWER)

    def fail(self, why: Note) -> None:
        """Leave the background out of every map."""
        self.problem = why
        self.pictures.clear()
        self.notes.append(why)

    @property
    def is_shown(self) -> bool:
        """Whether the maps have it."""
        return self.layer is not None and self.problem is None

    @property
    def outcome(self) -> str:
        """What the package records of it (Danish); never the address of a service."""
        return ON_MAPS if self.problem is None else self.problem.danish

    def add_to_project(self, project: QgsProject) -> QgsMapLayer | None:
        """Put the layer below all others of a project, in grey; None where it may not be stored, which is said.

        An address with a login or a key would go wherever the project goes. A file is where it is on this machine.
        """
        if self.layer is None or self.problem is not None:
            return None
        if not is_service(self.layer):
            self.notes.append(
                Note("The background map is a file, and not in the project of the package: add it there by hand.")
            )
            return None
        if holds_secret(self.layer.source()):
            self.notes.append(
                Note(
                    "The address of the background map has a login or a key, so it is not in the project of the "
                    "package: that goes wherever the package goes.",
                    warning=True,
                )
            )
            return None
        copy: Any = opened_in_style(self.layer)
        copy.setName(self.credit)
        if isinstance(copy, QgsRasterLayer):
            turned = copy.hueSaturationFilter()
            if turned is not None:
                turned.setGrayscaleMode(QgsHueSaturationFilter.GrayscaleMode.GrayscaleLuminosity)
            copy.setOpacity(1 - PALE)
        project.addMapLayer(copy, False)
        root = project.layerTreeRoot()
        if root is not None:
            root.insertLayer(-1, copy)
        kept: QgsMapLayer = copy
        return kept

    def fetch(self, name: str, extent: QgsRectangle, size: tuple[float, float], project: QgsProject) -> None:
        """Make the picture of a map: of this extent, so many mm wide and tall. Nothing once something has failed."""
        if self.layer is None or self.problem is not None:
            return
        settings = QgsMapSettings()
        settings.setLayers([self.layer])
        settings.setDestinationCrs(project.crs())
        settings.setTransformContext(project.transformContext())
        settings.setOutputDpi(DPI)
        wide, tall = (round(one / _INCH * DPI) for one in size)
        settings.setOutputSize(QSize(wide, tall))
        settings.setExtent(extent)
        settings.setBackgroundColor(QColor(0, 0, 0, 0))
        usual = QgsNetworkAccessManager.timeout()
        QgsNetworkAccessManager.setTimeout(ANSWER)
        try:
            image, problem = _rendered(settings, PATIENCE, self.check)
        finally:
            QgsNetworkAccessManager.setTimeout(usual)
        if problem is not None:
            self.fail(problem)
            return
        path = self.folder / f"baggrund_{len(self.pictures)}.jpg"
        if not _pale(image).save(str(path), "JPG", 85):
            raise HeritageError("The background of the maps could not be written. Is the disk full?")
        self.pictures[name] = path

    def under(self, pages: Iterable[QgsPrintLayout]) -> Iterator[QgsPrintLayout]:
        """The pages as they come, each with its picture below its map; those without a map as they are."""
        laid: dict[str, QgsLayoutItemPicture | None] = {}
        for page in pages:
            if self.is_shown and page.name() not in laid:
                view = page.referenceMap()
                laid[page.name()] = None if view is None else _picture_below(view, page)
            picture = laid.get(page.name())
            if picture is not None:
                picture.setPicturePath(str(self.pictures[name_of(page)]), Qgis.PictureFormat.Raster)
            yield page


def name_of(page: QgsPrintLayout) -> str:
    """By which the picture of a page's map is kept: that of the whole, or the number of its sheet."""
    atlas = page.atlas()
    return sheet_name(atlas.currentFeatureNumber() + 1) if atlas is not None and atlas.enabled() else WHOLE


def sheet_name(number: int) -> str:
    """By which the picture of a sheet is kept."""
    return f"blad {number}"


def _picture_below(view: QgsLayoutItemMap, layout: QgsPrintLayout) -> QgsLayoutItemPicture:
    """A picture just below a map, as large as that, whose own ground then is seen through."""
    picture = QgsLayoutItemPicture(layout)
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Stretch)
    size = view.sizeWithUnits()
    place(picture, view.pagePos().x(), view.pagePos().y(), size.width(), size.height())
    layout.addLayoutItem(picture)
    layout.moveItemToBottom(picture)
    view.setBackgroundEnabled(False)
    view.setLayers([one for one in view.layers() if not is_service(one)])
    return picture


def _rendered(settings: QgsMapSettings, patience: float, check: Check) -> tuple[QImage, Note | None]:
    """The map, and what was wrong with it (None nothing), within so many seconds."""
    refused: list[int] = []

    def answered(reply: QgsNetworkReplyContent) -> None:
        if reply.error() not in NO_FAULT and reply.request().url().host() in asked:
            refused.append(reply.requestId())

    asked = " ".join(unquote(one.source()) for one in settings.layers())
    network: Any = QgsNetworkAccessManager.instance()
    network.finished[QgsNetworkReplyContent].connect(answered)
    job = QgsMapRendererParallelJob(settings)
    end = time.monotonic() + patience
    job.start()
    try:
        while job.isActive() and time.monotonic() < end:
            check()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)
        if job.isActive():
            return QImage(), SLOW
    finally:
        if job.isActive():
            job.cancel()
        network.finished[QgsNetworkReplyContent].disconnect(answered)
    if job.errors() or refused:
        return QImage(), ERRORS  # its words may hold the address, with a key
    image = job.renderedImage()
    return (QImage(), NOTHING) if _is_empty(image) else (image, None)


def _is_empty(image: QImage) -> bool:
    """Whether nothing is drawn on an image: asked of a small one, which every part of the large one goes into."""
    ignored = Qt.AspectRatioMode.IgnoreAspectRatio
    small = image.scaled(16, 16, ignored, Qt.TransformationMode.SmoothTransformation)
    return all(small.pixelColor(x, y).alpha() == 0 for x in range(16) for y in range(16))


def _pale(image: QImage) -> QImage:
    """The image in light grey on white."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("#ffffff"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.fillRect(paper.rect(), QColor(255, 255, 255, round(255 * PALE)))
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)
