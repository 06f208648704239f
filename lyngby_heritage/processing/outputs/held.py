"""Files that are held open: this QGIS lets go of them, other programs are waited for.

On Windows a file that anybody has open cannot be renamed, replaced or removed. QGIS keeps a GeoPackage open after its
last layer is gone, until the deletions that it has posted to itself are handled; layers of the open project keep theirs
for as long as they are there; virus scanners and OneDrive open every new file for a moment.
"""

from __future__ import annotations

import errno
import gc
import os
import queue
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayerStyle, QgsProviderRegistry
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMetaObject, QObject, Qt, QThread, pyqtSlot

if TYPE_CHECKING:
    from qgis.core import QgsMapLayerStore, QgsProject, QgsVectorLayer

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds between the tries to move a file that is held, 6.35 in all: scanners and synchronisation take one or two."""
ANSWER = 10.0
"""Seconds within which the main thread must begin what it is asked for; it may be busy, or waiting for this run."""


def let_go() -> None:
    """Handle the deletions that QGIS has posted to itself, so that files whose layers are gone are closed."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def patiently(action: Callable[..., Any], *arguments: Any) -> Any:
    """Do something to files, again and again while one is held; the last OSError when it is held for too long."""
    for number, pause in enumerate(PAUSES):
        try:
            return action(*arguments)
        except OSError as error:
            if not is_held(error):
                raise
        if number == 0:
            gc.collect()  # paused during a run, since millions of values are alive
        let_go()
        time.sleep(pause)
    return action(*arguments)


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder for files that are needed for a moment; it goes as soon as QGIS has let go of what it opened there."""
    folder = Path(tempfile.mkdtemp(prefix="lyngby_heritage-"))
    try:
        yield folder
    finally:
        patiently(shutil.rmtree, folder)


def clear(folder: Path) -> None:
    """Remove a run's own folder. QGIS lets go of what it opened there; what others hold for longer stays behind."""
    with suppress(OSError):
        patiently(shutil.rmtree, folder)


def is_held(error: OSError) -> bool:
    """Whether an OSError may be that of a file in use: on Windows, that is reported as a lack of permission."""
    return isinstance(error, PermissionError) or error.errno in (errno.EBUSY, errno.ETXTBSY)


# ---- the main thread -------------------------------------------------------------------------------------------------


class _MainThread(QObject):
    """Does in the main thread what another asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    @pyqtSlot()
    def answer(self) -> None:
        self.asked.get_nowait()()


_main_thread = None
_making = threading.Lock()


def in_main_thread(action: Callable[..., Any], otherwise: Callable[[], Any]) -> Any:
    """What `action` returns or raises, done in the main thread, where the layers of the open project live.

    In the desktop a tool runs in another thread. Should the main thread not begin within ANSWER seconds, since it is
    busy or waits for this very run, `otherwise` is done here instead, and `action` never.
    """
    application = QCoreApplication.instance()
    if application is None or QThread.currentThread() == application.thread():
        return action()
    global _main_thread  # one for all runs, never deleted: the main thread may be within it
    with _making:
        if _main_thread is None:
            _main_thread = _MainThread()
            _main_thread.moveToThread(application.thread())
    taken, done, outcome = threading.Lock(), threading.Event(), {}

    def run() -> None:
        if not taken.acquire(blocking=False):
            return
        try:
            outcome["value"] = action()
        except BaseException as error:  # raised again where it was asked for
            outcome["error"] = error
        finally:
            done.set()

    _main_thread.asked.put(run)
    QMetaObject.invokeMethod(_main_thread, "answer", Qt.ConnectionType.QueuedConnection)
    if not done.wait(ANSWER) and taken.acquire(blocking=False):
        return otherwise()
    done.wait()
    if "error" in outcome:
        raise outcome["error"]
    return outcome["value"]


# ---- layers of the open project --------------------------------------------------------------------------------------


def same_file(path: str | Path) -> str:
    """A path in the one way of writing it that compares."""
    return os.path.normcase(os.path.realpath(path))


def layers_on(
    project: QgsProject | QgsMapLayerStore | None, files: Iterable[Path]
) -> list[tuple[QgsVectorLayer, Path]]:
    """Pairs (layer, file) of the layers of a project or store that lie in one of the files. In their thread only."""
    if project is None:
        return []
    wanted = {same_file(one): one for one in files}
    found = []
    for layer in project.mapLayers().values():
        path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
        if path and same_file(path) in wanted:
            found.append((layer, wanted[same_file(path)]))
    return found


@contextmanager
def released(project: QgsProject | QgsMapLayerStore | None, files: Iterable[Path]) -> Iterator[None]:
    """Within it the layers of the project have no source, and so do not hold the files; then they read them anew.

    They keep their place, name, style and joins, as layers do whose file has gone missing. In their thread only: that
    of a project is the main one, that of the store of a run its own.
    """
    held = []
    for layer, _ in layers_on(project, files):
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        held.append((layer.id(), layer.source(), layer.providerType(), style))
        layer.setDataSource("", layer.name(), layer.providerType(), False)
    let_go()
    try:
        yield
    finally:
        for name, source, provider, style in held:
            again = project.mapLayer(name) if project is not None else None
            if again is not None:
                again.setDataSource(source, again.name(), provider, False)
                style.writeToLayer(again)
                again.triggerRepaint()
