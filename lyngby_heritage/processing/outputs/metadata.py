"""Writes what made a layer into its metadata, where people, `comparedesignations` and `exportlokalplan` find it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsLayerMetadata, QgsProcessingException, QgsProviderRegistry

from ..inputs.metadata import VOCABULARY
from .sinks import one_file

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from .sinks import Outputs


def write_metadata(outputs: Outputs, name: str, summary: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Say in a written output what made it: `summary` for people, `pairs` of name and value for tools.

    A GeoPackage holds it inside. Of any other file QGIS keeps it in a `.qmd` beside, which is moved into place with the
    file. A layer in memory carries it itself. A database holds none: QGIS would make a table in it, unasked.
    """
    layer = outputs.layer(name)
    if layer is None or not layer.isValid():
        return
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setCrs(layer.crs())
    metadata.setAbstract(summary)
    metadata.setKeywords({VOCABULARY: ["=".join(pair) for pair in pairs]})
    layer.setMetadata(metadata)
    if layer.providerType() != "ogr":
        return
    path, _ = _path_and_table(layer)
    inside = path.lower().endswith(".gpkg")
    if inside:
        saved, problem = QgsProviderRegistry.instance().saveLayerMetadata("ogr", _address(layer), metadata)
    else:
        problem, saved = layer.saveDefaultMetadata()
    if not saved:
        raise QgsProcessingException(problem)
    del layer
    if inside and outputs.is_file(name):
        one_file(path)


def _path_and_table(layer: QgsVectorLayer) -> tuple[str, str | None]:
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return parts.get("path") or "", parts.get("layerName")


def _address(layer: QgsVectorLayer) -> str:
    """The layer's address with its table: QGIS saves metadata by the name of the table, and opens a file without."""
    path, table = _path_and_table(layer)
    table = table or QgsProviderRegistry.instance().querySublayers(path)[0].name()
    return QgsProviderRegistry.instance().encodeUri("ogr", {"path": path, "layerName": table})
