"""QGIS plugin: building heritage, plot ratio and landscape for Danish municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .plugin import HeritagePlugin


def classFactory(iface: Any) -> HeritagePlugin:
    """Give QGIS the plugin; `iface` is None under qgis_process and QGIS Server."""
    from .plugin import HeritagePlugin

    return HeritagePlugin()
