"""The version of the plugin, as metadata.txt states it: the one place."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from ...paths import METADATA


def version(metadata: Path = METADATA) -> str:
    """The version that a metadata.txt states; it must lie in a section `[general]`, as for QGIS."""
    parser = ConfigParser(interpolation=None)
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"]
