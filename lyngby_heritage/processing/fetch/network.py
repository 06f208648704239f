"""Asks an address through QGIS's network: its proxy, its certificates, its time limit; nothing of it is logged.

QGIS's own blocking request writes the address into the log when it fails, and an address may hold a key.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.common.errors import Cancelled, HeritageError, Note

if TYPE_CHECKING:
    from ...core.common.errors import Check

LOOK_MS = 100
"""Between two looks at whether the run was cancelled or nothing comes any more."""
BEFORE_QGIS_S = 5.0
"""So much sooner than QGIS, which logs the address of what it gives up, the waiting ends here."""
LEAST_S = 5.0
UNAUTHORISED = (401, 403)


@dataclass(frozen=True)
class Answer:
    """What came back: the status of HTTP, None where there was none, and the content, "" where it went to a file."""

    status: int | None
    content: bytes
    failure: Note | None = None
    """Why nothing came, or not all of it; no address stands in it."""

    @property
    def fine(self) -> bool:
        """Whether all of it came."""
        return self.failure is None

    @property
    def refused(self) -> bool:
        """Whether the service wants another key."""
        return self.status in UNAUTHORISED

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode("utf-8", errors="replace")


def ask(address: str, check: Check, configuration: str = "", target: Path | None = None) -> Answer:
    """What an address answers; into the file `target` where one is given.

    Cancelled when the person stops it, HeritageError where the file cannot be written. Nothing is kept in QGIS's cache.
    """
    asking = _Asking(address, check, configuration, target)
    return asking.answer()


class _Asking:
    def __init__(self, address: str, check: Check, configuration: str, target: Path | None) -> None:
        self.check = check
        self.limit = max(LEAST_S, QgsNetworkAccessManager.timeout() / 1000 - BEFORE_QGIS_S)
        self.heard = time.monotonic()
        self.cancelled: Cancelled | None = None
        self.late = False
        self.unwritten: OSError | None = None
        self.parts: list[bytes] = []
        self.reply: Any = None
        self.request = QNetworkRequest(QUrl(address))
        attribute, cache = QNetworkRequest.Attribute, QNetworkRequest.CacheLoadControl
        self.request.setAttribute(attribute.CacheLoadControlAttribute, cache.AlwaysNetwork)
        self.request.setAttribute(attribute.CacheSaveControlAttribute, False)
        policy = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        self.request.setAttribute(attribute.RedirectPolicyAttribute, policy)
        if configuration:
            manager: Any = QgsApplication.authManager()
            manager.updateNetworkRequest(self.request, configuration)
        self.target = target

    def answer(self) -> Answer:
        self.check()
        loop, timer = QEventLoop(), QTimer()
        network: Any = QgsNetworkAccessManager.instance()
        self.reply = network.get(self.request)
        self.file = None if self.target is None else self.target.open("wb")
        try:
            self.reply.readyRead.connect(self._read)
            self.reply.finished.connect(loop.quit)
            timer.timeout.connect(self._look)
            timer.start(LOOK_MS)
            if not self.reply.isFinished():
                loop.exec()
            timer.stop()
            self._read()
        finally:
            self._close()
            self.reply.deleteLater()
        if self.cancelled is not None:
            raise self.cancelled
        if self.unwritten is not None:
            raise HeritageError(
                "{file} could not be written: {error}. Is the disk full?",
                file="" if self.target is None else self.target.name,
                error=self.unwritten.strerror or str(self.unwritten),
            )
        status = self.reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return Answer(None if status is None else int(status), b"".join(self.parts), self._failure(status))

    def _close(self) -> None:
        if self.file is None:
            return
        try:
            self.file.close()  # which writes what is left
        except OSError as error:
            self.unwritten = self.unwritten or error

    def _read(self) -> None:
        self.heard = time.monotonic()
        part = bytes(self.reply.readAll())
        if self.file is None:
            self.parts.append(part)
        elif self.unwritten is None:
            try:
                self.file.write(part)
            except OSError as error:  # Qt ends the program where a slot raises
                self.unwritten = error
                self.reply.abort()

    def _look(self) -> None:
        try:
            self.check()
        except Cancelled as stopped:
            self.cancelled = stopped
            self.reply.abort()
            return
        if time.monotonic() - self.heard > self.limit:
            self.late = True
            self.reply.abort()

    def _failure(self, status: Any) -> Note | None:
        error = self.reply.error()
        if self.late:
            return Note("no answer within {seconds} seconds", {"seconds": round(self.limit)})
        if error == QNetworkReply.NetworkError.NoError:
            return None
        if status is not None and int(status) >= 300:
            return Note("HTTP status {status}", {"status": int(status)})
        if status is not None:
            return Note("the answer broke off")
        errors = QNetworkReply.NetworkError
        if error == errors.HostNotFoundError:
            return Note("the server's name is not known; is there a connection to the internet?")
        if error == errors.SslHandshakeFailedError:
            return Note("the server's certificate is not trusted")
        proxies = (errors.ProxyNotFoundError, errors.ProxyConnectionRefusedError, errors.ProxyTimeoutError)
        if error in (*proxies, errors.ProxyAuthenticationRequiredError, errors.ProxyConnectionClosedError):
            return Note("the proxy does not let it through; see Settings, Options, Network in QGIS")
        return Note("no connection")
