"""What a database or service says while a layer is read: QGIS takes an error halfway for the end of the layer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QThread

from ...core.common.errors import HeritageError
from ..outputs.held import in_main_thread
from .postgres import without_password
from .reopening import ask_provider

if TYPE_CHECKING:
    from types import TracebackType

    from qgis.core import QgsFeature, QgsFeatureIterator, QgsVectorLayer

BLOCK = 500
"""Rows asked for at once: what is said meanwhile is said of them, not of what is done with them."""
SPEAKERS = {"PostGIS", "WFS", "OAPIF", "MSSQL", "Oracle", "SpatiaLite", "HANA"}
"""Under these names QGIS's own providers put their errors into the message log. Files are counted (`whole`)."""


SERVICES = {"WFS", "OAPIF"}
"""QGIS's providers of services."""
LATE = (0.0, 0.1, 0.4)
"""Seconds to wait for what a service's thread has to say, where it is not known that all rows came."""


class Listening:
    """Within it the providers' messages are heard; `problem` is the first that is an error, "" where none was.

    Only of this thread: a slot of Python's that another thread waits for, while this one waits for that, would never
    end; and what another thread draws meanwhile is no affair of this layer.
    """

    def __init__(self, layer: QgsVectorLayer | None) -> None:
        self._said: list[str] = []
        self._layer: Any = layer
        self._by_gdal = layer is not None and layer.providerType() == "ogr" and not _lies_in_file(layer)
        self._before = 0

    def __enter__(self) -> Listening:
        _log().connect(self._hear)
        self._before = len(self._errors())
        if self._by_gdal:
            from osgeo import gdal

            gdal.ErrorReset()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _log().disconnect(self._hear)
        self._said += self._errors()[self._before :]
        if self._by_gdal:
            from osgeo import gdal

            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                self._said.append(gdal.GetLastErrorMsg())

    def _hear(self, message: str, tag: str, level: Qgis.MessageLevel) -> None:
        notice = QCoreApplication.translate("QObject", "NOTICE: %1").split("%1")[0]
        serious = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
        if serious and tag in SPEAKERS and not message.startswith(notice):
            self._said.append(message)

    def _errors(self) -> list[str]:
        return [] if self._layer is None else list(_errors_of(self._layer))

    @property
    def problem(self) -> str:
        """The first error in one line."""
        return one_line(self._said[0]) if self._said else ""


def one_line(said: str) -> str:
    """What a provider says in one line, without a password."""
    return " ".join(without_password(said).split()).rstrip(".")


def is_service(layer: QgsVectorLayer | None) -> bool:
    """Whether a layer's rows are fetched from a service."""
    return layer is not None and layer.providerType() in SERVICES


def late_problem(source: Any, count: int, before: int) -> str:
    """What went wrong while a service's rows were fetched, after `count` came; "" where all did.

    QGIS fetches them in another thread, which tells the layer's thread of it when that has time. `before` is how many
    errors were known before. How many rows the service has is asked before, too: afterwards QGIS takes those that came
    for all.
    """
    if not is_service(source.layer) or 0 < source.stated <= count:
        return ""
    for pause in LATE:
        time.sleep(pause)
        if QThread.currentThread() == source.layer.thread():
            ask_provider(source.layer, lambda one: QCoreApplication.sendPostedEvents(one, QEvent.Type.MetaCall))
            said = _errors_of(source.layer)
        else:
            said = in_main_thread(lambda: _errors_of(source.layer), list)
        if len(said) > before or (said and source.stated > count):
            return one_line(said[-1])
    return ""


def _errors_of(layer: QgsVectorLayer) -> list[str]:
    told: list[str] = ask_provider(layer, lambda provider: provider.errors())
    return told


def _log() -> Any:
    log: Any = QgsApplication.messageLog()
    return log.messageReceived[str, str, Qgis.MessageLevel]


def _lies_in_file(layer: QgsVectorLayer) -> bool:
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
    return os.path.exists(path)


def to_the_end(source: Any, begin: Callable[[], QgsFeatureIterator]) -> Iterator[QgsFeature]:
    """The features that `begin` asks for, each once. HeritageError where they end because reading them failed."""
    features: Any = None
    count = before = 0
    if is_service(source.layer):
        before = len(_errors_of(source.layer))
        if source.stated is None:
            source.stated = source.layer.featureCount()
    while True:
        with Listening(source.layer) as listening:
            if features is None:
                features = begin()
            block = list(islice(features, BLOCK))
        count += len(block)
        problem = listening.problem
        if len(block) < BLOCK and not problem and not source.filtered:
            problem = late_problem(source, count, before)
        if problem:
            raise HeritageError(
                "The layer {layer} ({parameter}) could not be read to its end. Its source says: {said}. Is the "
                "database or service up, and may you read all of the layer? Then run the tool again.",
                layer=source.name,
                parameter=source.parameter,
                said=problem,
            )
        yield from block
        if len(block) < BLOCK:
            return
