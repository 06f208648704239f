"""Lets Ctrl+C and `kill` cancel a run under qgis_process as the Cancel button does in the desktop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.core import QgsProcessingFeedback


@contextmanager
def cancelled_by_signal(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Within it an interrupt or a termination cancels `feedback`, so that the run can clear up after itself.

    Only the main thread is sent signals; the desktop runs tools in others and has a button.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.signal(one, lambda *_: feedback.cancel()) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, signal.SIG_DFL if handler is None else handler)
