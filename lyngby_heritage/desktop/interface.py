"""QGIS's window, which there is at the desktop only."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.core import Qgis

TITLE = "Lyngby Heritage"
PANEL = "LyngbyHeritagePanel"
"""The name of the panel's dock, by which QGIS remembers its place."""


def iface() -> Any:
    """QGIS's interface; no stub tells of the module that has it."""
    return import_module("qgis.utils").iface


def say(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Success) -> None:
    """A line at the top of the map, which stays until it is read."""
    iface().messageBar().pushMessage(TITLE, text, level, 0)
