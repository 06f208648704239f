"""Reads what made a layer: from its metadata, the `.qmd` beside its file, or the table `koersel` of a package."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProviderRegistry

from ...core.common.data import load
from .reopening import opened_again

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from .sources import Source

VOCABULARY = "lyngby_heritage"
"""The vocabulary of the keywords `name=value` in a layer's metadata."""

DESIGNATION = "udpegning"
"""The `emne` of the rows of `koersel` in a package that say by what its buildings were designated."""

LANDSCAPE_LAYERS = "landskabslag"
"""The same of the rows that say what each layer of landscape and heritage told of its theme."""

LIMITS = "bebyggelse"
"""The same of the rows that say which limits the plots were held against."""

SUBJECTS = {"BUILDINGS": DESIGNATION, "LANDSCAPE": LANDSCAPE_LAYERS, "PROPERTIES": LIMITS}
"""Parameter of a layer of the package → the `emne` of the rows on what made it."""


def made_by(source: Source) -> list[tuple[str, str]]:
    """Pairs (name, value) that say what made the layer of a Source; none where nothing says it."""
    return [] if source.layer is None else made_by_layer(source.layer)


def made_by_layer(layer: QgsVectorLayer) -> list[tuple[str, str]]:
    """As `made_by`, of a layer."""
    return _in_layer(layer) or _beside(layer) or _in_package(layer)


def _in_layer(layer: QgsVectorLayer) -> list[tuple[str, str]]:
    words = layer.metadata().keywords(VOCABULARY)
    return [(name, value) for name, mark, value in (one.partition("=") for one in words) if mark]


def _beside(layer: QgsVectorLayer) -> list[tuple[str, str]]:
    """What stands in a `.qmd`, which QGIS reads when a person adds the layer, but not when a tool opens the file."""
    if layer.providerType() != "ogr" or not Path(layer.metadataUri()).is_file():
        return []
    copy: Any = opened_again(layer)  # the person's own layer is not changed by being read
    _, read = copy.loadDefaultMetadata()
    return _in_layer(copy) if read else []


def _in_package(layer: Any) -> list[tuple[str, str]]:
    """What the package says of what its buildings were designated by, or what its landscape was put together from."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    tables = load("rules/lokalplan.json")["tables"]
    parameters = {table: described["parameter"] for table, described in tables.items()}
    # A file that is named without a layer is asked for its buildings.
    subject = SUBJECTS.get(parameters.get(parts.get("layerName"), "") if parts.get("layerName") else "BUILDINGS")
    file = parts.get("path")
    if not file or subject is None:
        return []
    try:
        with closing(sqlite3.connect(f"{Path(file).absolute().as_uri()}?mode=ro", uri=True)) as database:
            return database.execute(
                "SELECT navn, vaerdi FROM koersel WHERE emne = ? ORDER BY rowid", (subject,)
            ).fetchall()
    except sqlite3.Error:  # no GeoPackage, or not one of ours
        return []
