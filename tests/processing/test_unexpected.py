"""What nobody foresaw reaches the planner as a message that names what failed and what to do, never as a traceback."""

import errno
import sqlite3

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from lyngby_heritage.processing import unexpected
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings


class Listening(QgsProcessingFeedback):
    """Keeps what is said for debugging apart."""

    def __init__(self):
        super().__init__(False)
        self.debug = []

    def pushDebugInfo(self, info):  # noqa: N802 - QGIS's name
        self.debug.append(info)


@pytest.fixture
def stopped(qgis_app, monkeypatch):
    """The message and the debugging information of a run in which something is raised."""

    def stopped(error):
        def run_tool(*_):
            raise error

        monkeypatch.setattr(ClassifyBuildings, "run_tool", run_tool)
        algorithm, feedback = ClassifyBuildings(), Listening()
        algorithm.initAlgorithm()
        parameters = {"BUILDINGS": "/data/by.gpkg|layername=bygninger", "OUTPUT": "/data/ud.gpkg"}
        with pytest.raises(QgsProcessingException) as caught:
            algorithm.processAlgorithm(parameters, QgsProcessingContext(), feedback)
        return str(caught.value), "".join(feedback.debug)

    return stopped


@pytest.fixture
def published(tmp_path, monkeypatch):
    """The plugin as published by someone whose tracker has this address."""

    def published(tracker):
        path = tmp_path / "metadata.txt"
        path.write_text(f"[general]\nname=Lyngby Heritage\ntracker={tracker}\n", encoding="utf-8")
        monkeypatch.setattr(unexpected, "METADATA", path)

    return published


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device", "/data/ud.gpkg"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        sqlite3.OperationalError("database or disk is full"),
        RuntimeError("GDAL Error 3: Cannot write: No space left on device"),
    ],
)
def test_a_full_disk_is_said_as_such(stopped, error):
    message, debug = stopped(error)
    assert message.startswith("The disk is full (")
    assert "Make room" in message
    assert "Traceback" not in message
    assert "Traceback" in debug
    assert "test_unexpected.py" in debug


def test_a_file_that_may_not_be_used_is_named(stopped):
    message, _ = stopped(PermissionError(errno.EACCES, "Permission denied", "/data/ud.gpkg"))
    assert message.startswith("/data/ud.gpkg cannot be read or written: Permission denied. See that it is there")


def test_a_damaged_database_names_the_layers_that_were_given(stopped):
    message, _ = stopped(sqlite3.DatabaseError("database disk image is malformed"))
    assert "A GeoPackage cannot be read or written: database disk image is malformed." in message
    assert "The inputs are: BUILDINGS=/data/by.gpkg|layername=bygninger." in message


def test_too_little_memory_is_said(stopped):
    assert stopped(MemoryError())[0].startswith("The computer has too little memory")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError("udpeget"), "(KeyError: 'udpeget')"),
        (ValueError("{not a placeholder}"), "(ValueError: {not a placeholder})"),
        (AssertionError(), "(AssertionError: AssertionError)"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), "(UnicodeEncodeError: 'utf-8' codec"),
    ],
)
def test_anything_else_says_what_to_try_and_where_to_report_it(stopped, published, error, told):
    published("https://git.lyngby.test/kulturarv/issues")
    message, debug = stopped(error)
    assert told in message
    assert "Run 'Validate data' on the inputs (BUILDINGS=/data/by.gpkg|layername=bygninger)" in message
    assert "report this with the log at https://git.lyngby.test/kulturarv/issues" in message
    assert "\n" not in message
    assert "Traceback" in debug


def test_a_plugin_without_a_tracker_names_those_who_published_it(stopped, published):
    published("")
    message, _ = stopped(KeyError("udpeget"))
    assert "report this with the log to those who published the plugin" in message


def test_what_qgis_says_is_left_as_it_is(stopped):
    assert stopped(QgsProcessingException("Could not load source layer"))[0] == "Could not load source layer"
