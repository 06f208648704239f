"""How an address is asked: cancelled at once, given up in time, and never named in what failed."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

SECRET = "hemmelig42"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/slow"):
            self.server.go_on.wait(20)
        if self.path.startswith("/moved"):
            self.send_response(308)
            self.send_header("Location", "/page")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = int(self.path[1:4]) if self.path[1:4].isdigit() else 200
        self.send_response(status)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"svar")

    def log_message(self, *_):
        pass


@contextmanager
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.go_on = threading.Event()
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    try:
        yield made, f"http://127.0.0.1:{made.server_address[1]}"
    finally:
        made.go_on.set()
        made.shutdown()
        made.server_close()
        thread.join()


@pytest.fixture
def asked(qgis_app):
    """Ask a path of a small server; what it answers."""
    from lyngby_heritage.processing.fetch.network import ask

    with server() as (_, address):
        yield lambda path, check=lambda: None, **more: ask(f"{address}{path}", check, **more)


def test_an_answer(asked):
    found = asked("/a?b=c")
    assert (found.status, found.text, found.fine) == (200, "svar", True)


def test_an_answer_into_a_file(asked, tmp_path):
    found = asked("/a", target=tmp_path / "svar")
    assert found.fine
    assert (tmp_path / "svar").read_bytes() == b"svar"


def test_a_disk_that_is_full_is_an_error_and_no_crash(asked):
    """/dev/full takes no byte; what a slot of Qt raises would end the program."""
    from pathlib import Path

    from lyngby_heritage.core.common.errors import HeritageError

    with pytest.raises(HeritageError, match="could not be written"):
        asked("/a", target=Path("/dev/full"))


def test_an_address_that_has_moved_is_followed(asked):
    assert asked("/moved").text == "svar"


@pytest.mark.parametrize(("status", "refused"), [(401, True), (403, True), (404, False), (503, False)])
def test_what_is_not_answered_is_said_by_its_status_and_without_the_address(asked, status, refused):
    found = asked(f"/{status}?apikey={SECRET}")
    assert (found.fine, found.refused, found.status) == (False, refused, status)
    assert str(found.failure) == f"HTTP status {status}"
    assert SECRET not in str(found.failure)


def test_nobody_there(qgis_app):
    import socket

    from lyngby_heritage.processing.fetch.network import ask

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    found = ask(f"http://127.0.0.1:{port}/?apikey={SECRET}", lambda: None)
    assert (found.status, str(found.failure)) == (None, "no connection")


def test_a_run_that_is_cancelled_waits_for_no_answer(asked):
    from lyngby_heritage.core.common.errors import Cancelled

    begun = time.monotonic()

    def check():
        if time.monotonic() - begun > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        asked("/slow", check)
    assert time.monotonic() - begun < 15, "the answer itself takes 20 s"


def test_what_does_not_answer_is_given_up_before_qgis_would_log_its_address(asked, monkeypatch):
    from lyngby_heritage.processing.fetch import network

    monkeypatch.setattr(network, "LEAST_S", 0.5)
    monkeypatch.setattr(network, "BEFORE_QGIS_S", 10_000)
    found = asked(f"/slow?apikey={SECRET}")
    assert (found.fine, found.status) == (False, None)
    assert str(found.failure).startswith("no answer within ")
    assert SECRET not in str(found.failure)


def test_nothing_is_written_into_qgis_s_log(asked):
    from qgis.core import QgsApplication, QgsMessageLog

    heard = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda text, *_: heard.append(text))
    QgsMessageLog.logMessage("høres")
    asked(f"/503?apikey={SECRET}")
    assert "høres" in heard
    assert not [one for one in heard if SECRET in one]
