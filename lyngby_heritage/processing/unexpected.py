"""What no part of a tool foresaw, as a message for the planner: what failed, on what, and what to do.

The traceback goes into the log as debugging information; nobody has to read it to go on.
"""

from __future__ import annotations

import errno
import sqlite3
import traceback
from configparser import ConfigParser
from typing import TYPE_CHECKING, Any

from ..core.common.wording import filled
from ..paths import METADATA
from ..version import version
from .inputs.parameters import as_text, is_blank
from .translation import is_danish, mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsProcessingAlgorithm

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FULL_WORDS = ("no space left", "disk is full", "disk full", "not enough space")
"""How the systems, SQLite and GDAL say it."""

_DISK_FULL = mark(
    "The disk is full ({error}). Make room where the outputs and QGIS's temporary files lie, and run the tool again. "
    "Nothing was written."
)
_NO_MEMORY = mark(
    "The computer has too little memory for these layers. Close other programs, or run the tool on one part of the "
    "municipality at a time. Nothing was written."
)
_FILE = mark(
    "{file} cannot be read or written: {error}. See that it is there, that you may use it and that no other program "
    "holds it. Nothing was written."
)
_DATABASE = mark(
    "A GeoPackage cannot be read or written: {error}. Open each of the inputs in QGIS, export the damaged one anew, "
    "and run the tool again. The inputs are: {inputs}. Nothing was written."
)
_OTHER = mark(
    "{tool} stopped at something that it does not know ({kind}: {error}). Nothing was written. Run 'Validate data' on "
    "the inputs ({inputs}). If it finds nothing, report this with the log {place}; Lyngby Heritage {version}."
)


def explained(error: BaseException, algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> str:
    """The message for an exception that nobody foresaw."""
    said = " ".join(str(error).split()) or type(error).__name__
    values = {"error": said, "inputs": _inputs(algorithm, parameters)}
    if getattr(error, "errno", None) in FULL or any(one in said.lower() for one in _FULL_WORDS):
        return _filled(_DISK_FULL, **values)
    if isinstance(error, MemoryError):
        return _filled(_NO_MEMORY)
    if isinstance(error, OSError) and error.filename:
        return _filled(_FILE, file=str(error.filename), error=error.strerror or said)
    if isinstance(error, sqlite3.Error):
        return _filled(_DATABASE, **values)
    return _filled(
        _OTHER, tool=algorithm.displayName(), kind=type(error).__name__, place=_place(), version=version(), **values
    )


def trace(error: BaseException) -> str:
    """Where it happened, for whoever mends it."""
    return "".join(traceback.format_exception(type(error), error, error.__traceback__))


def _filled(template: str, **values: str) -> str:
    return filled(tr(template), values, is_danish())


def _inputs(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> str:
    """The parameters that were given, as they were given, but for the outputs."""
    given = [one for one in algorithm.parameterDefinitions() if not one.isDestination()]
    pairs = [(one.name(), parameters.get(one.name())) for one in given]
    return ", ".join(f"{name}={as_text(value)}" for name, value in pairs if not is_blank(value)) or "-"


def _place() -> str:
    """Where errors are reported, as metadata.txt states it."""
    parser = ConfigParser(interpolation=None)
    parser.read(METADATA, encoding="utf-8")
    address = parser["general"].get("tracker")
    return tr("at {address}").format(address=address) if address else tr("to those who published the plugin")
