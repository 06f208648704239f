"""Photos of buildings for the website: each in two sizes, upright, without what a camera writes beside the picture."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from ...core.common.errors import HeritageError, Note
from ...core.plan.photo import Photo
from ...core.plan.photos import photo_entry, photo_notes, photos_of, stem_of
from ...core.web.settings import settings

if TYPE_CHECKING:
    from ...core.plan.content import Plan
    from ...core.registers.contents import Entry
    from ..run import Run

LONG_SIDES = (480, 1200)
"""Pixels of the longer side of the site's copies: for a list, and for a card on a fine screen."""
QUALITY = 80
"""Of the JPEG, of 100."""
MOST_PIXELS = 400_000_000
"""What no camera takes: a file that claims more is taken for broken rather than unpacked."""
EVERY = 25
"""Photos between two words on how far it is."""


_ENTRIES: ContextVar[list[Entry] | None] = ContextVar("lyngby_heritage_photo_entries", default=None)


@contextmanager
def photos_entered(into: list[Entry]) -> Iterator[None]:
    """Meanwhile the line on each folder of photos is put `into` a list, for the table of what there was."""
    before = _ENTRIES.set(into)
    try:
        yield
    finally:
        _ENTRIES.reset(before)


def write_photos(run: Run, folder: Path, plan: Plan) -> dict[int, Photo]:
    """Write the copies of the photos that a run is given into `folder`, one by one, and tell of them.

    The photo of each building that has one, by its row. HeritageError when PHOTOS is no folder. The files that are
    given are left as they are.
    """
    given = run.text("PHOTOS")
    if not given:
        return {}
    source = Path(given)
    if not source.is_dir():
        raise HeritageError("PHOTOS: {path} is no folder.", path=given)
    names = [one.name for one in os.scandir(source) if one.is_file()]
    files = photos_of(names, plan.buildings.ids, plan.withheld.ids)
    made: dict[int, Photo] = {}
    broken: list[str] = []
    for number, (row, name) in enumerate(sorted(files.of.items())):
        run.check()
        photo = write_copies(source / name, folder, stem_of(plan.buildings.ids[row]))
        if photo is None:
            broken.append(name)
        else:
            made[row] = photo
        if number % EVERY == 0:
            run.feedback.setProgress(85 + 10 * number / len(files.of))
    run.tell([*photo_notes(files, broken, source.name), *_without_credit(made)])
    entry, entries = photo_entry(files, broken, source.name, bool(settings().photo_credit)), _ENTRIES.get()
    if entry is not None and entries is not None:
        entries.append(entry)
    return made


def _without_credit(made: dict[int, Photo]) -> Iterator[Note]:
    if made and not settings().photo_credit:
        yield Note(
            "The photos stand on the website without who took them and by which licence they are shown. Write both in "
            "the profile (photos in web/settings.json).",
            {},
            warning=True,
        )


def write_copies(source: Path, folder: Path, stem: str) -> Photo | None:
    """The copies of one photo in `folder`, none larger than it is; None where it cannot be read."""
    image = read_image(source, max(LONG_SIDES))
    if image is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    sides = sorted({min(one, max(image.width(), image.height())) for one in LONG_SIDES})
    copies = [_fitting(image, side) for side in sides]
    photo = Photo(stem, tuple((one.width(), one.height()) for one in copies))
    for copy, name in zip(copies, photo.files()):
        _save(copy, folder / name)
    return photo


def read_image(source: Path, longest: int) -> QImage | None:
    """A picture upright as its camera says, on white, of at most so many pixels; None where it cannot be read."""
    reader = QImageReader(str(source))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid():
        if size.width() * size.height() > MOST_PIXELS:
            return None
        if max(size.width(), size.height()) > longest:  # so it is never whole in memory
            reader.setScaledSize(size.scaled(2 * longest, 2 * longest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    space = image.colorSpace()
    if space.isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    # Painted on an empty picture nothing is left of texts, places and times that the file had.
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _fitting(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    modes = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image.scaled(QSize(side, side), *modes)


def _save(image: QImage, path: Path) -> None:
    writer = QImageWriter(str(path), b"jpeg")
    writer.setQuality(QUALITY)
    writer.setOptimizedWrite(True)
    writer.setProgressiveScanWrite(True)
    if not writer.write(image):
        raise HeritageError(
            "The photo {file} could not be written: {error}", file=path.name, error=writer.errorString()
        )
