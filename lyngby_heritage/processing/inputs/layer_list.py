"""Opens the layers of a parameter that takes several, each with all the names that people may know it by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

from ...core.common.errors import HeritageError
from .nothing_in_it import kindless
from .parameters import is_blank
from .sources import Source
from .unopened import why_unopened

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

CONTENTS = "indhold"
"""The table of what there was, in a GeoPackage that was put together."""
NOT_LAYERS = (CONTENTS, "layer_styles", "koersel", "hentning")
"""Tables that QGIS and the tools write beside the layers of a file, and that are none of them."""
QUICK = 2_000_000
"""Bytes that are read at once."""


GEOMETRY = {
    Qgis.GeometryType.Point: "point",
    Qgis.GeometryType.Line: "line",
    Qgis.GeometryType.Polygon: "polygon",
    Qgis.GeometryType.Null: "none",
}
"""QGIS's kinds of geometry → as layers are recognised by them."""


class NamedLayer:
    """One layer of the list: its Source, and its names, the one that the layer has in its file or service first."""

    def __init__(self, layer: QgsVectorLayer, parameter: str, context: QgsProcessingContext) -> None:
        self.source = Source.of_layer(layer, parameter, context)
        self.names = names_of(layer)
        self.label = self.names[0] if self.names else self.source.name

    @property
    def geometry(self) -> str | None:
        """`point`, `line`, `polygon` or `none`; None where the layer does not say."""
        kind = self.source.source.wkbType()
        return None if kindless(self.source.source) else GEOMETRY.get(QgsWkbTypes.geometryType(kind))

    @property
    def has_geometry(self) -> bool:
        """Whether the layer can hold geometries."""
        kind = self.source.source.wkbType()
        known = QgsWkbTypes.geometryType(kind) not in (Qgis.GeometryType.Null, Qgis.GeometryType.Unknown)
        any_kind = QgsWkbTypes.flatType(kind) in (Qgis.WkbType.Unknown, Qgis.WkbType.GeometryCollection)
        return known or any_kind or kindless(self.source.source)


def named_layers(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[NamedLayer]:
    """Every layer given; of a file that is named without a layer, every layer in it.

    HeritageError when one cannot be opened: a layer that silently goes missing would read as "no restriction".
    """
    value = parameters.get(name)
    every = value if isinstance(value, (list, tuple)) else [value]
    given = [one for one in every if not is_blank(one)]
    if not given:
        raise HeritageError("{parameter} is empty: give at least one layer.", parameter=name)
    found = []
    for one in given:
        uris: list[Any] = _layers_in(one) if isinstance(one, str) else []
        for each in uris or [one]:
            opened = algorithm.parameterAsLayerList({name: [each]}, name, context)
            if not opened or not isinstance(opened[0], QgsVectorLayer) or not opened[0].isValid():
                raise HeritageError(
                    "{parameter}: {layer} is no vector layer that can be opened. Give a file, a layer in a file as "
                    "file.gpkg|layername=layer, or a layer of the project. {why}",
                    parameter=name,
                    layer=each if isinstance(each, str) else each.name() if hasattr(each, "name") else repr(each),
                    why=why_unopened(each) if isinstance(each, str) else "",
                )
            found.append(NamedLayer(opened[0], name, context))
    return found


def _is_quick(path: str) -> bool:
    """Whether what lies in a file is known without reading all of it."""
    return path.lower().endswith(".gpkg") or (os.path.isfile(path) and os.path.getsize(path) <= QUICK)


def _is_alone(path: str, open_large: bool) -> bool:
    """Whether a file holds one layer, so that its name is that layer's too; False where it takes long to know."""
    if not os.path.exists(path) or not (open_large or _is_quick(path)):
        return False
    inside = QgsProviderRegistry.instance().querySublayers(path)
    return len([one for one in inside if one.name() not in NOT_LAYERS]) <= 1


def _layers_in(text: str) -> list[str]:
    """The layers of a file with more than one, when none is chosen; empty otherwise."""
    if "|" in text or not os.path.isfile(text):
        return []
    layers = [one for one in QgsProviderRegistry.instance().querySublayers(text) if one.type() == Qgis.LayerType.Vector]
    return [one.uri() for one in layers if one.name() not in NOT_LAYERS] if len(layers) > 1 else []


def names_of(layer: QgsVectorLayer, open_large: bool = True) -> list[str]:
    """All the names that people may know a layer by, the one that it has in its file or service first.

    Without `open_large` a file that has to be read whole for the name within it is left unread where it is large.
    """
    return list(dict.fromkeys(name for name in _names(layer, open_large) if name))


def _names(layer: QgsVectorLayer, open_large: bool) -> Iterator[str | None]:
    """The names of a layer: in its file or service, of its file, in the project."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(layer.providerType(), layer.source())
    path = parts.get("path") or ""
    yield parts.get("layerName") or None
    uri = QgsDataSourceUri(layer.source())
    for key in ("typename", "typeName"):
        yield uri.param(key) or None
    if layer.providerType() not in ("ogr", "memory", "delimitedtext"):
        yield uri.table() or None
    stem = os.path.splitext(os.path.basename(path))[0] if path else None
    shared = bool(parts.get("layerName")) and not _is_alone(path, open_large)
    yield None if shared else stem
    if path and not parts.get("layerName") and (open_large or _is_quick(path)):  # GeoJSON holds a name of its own
        inner = registry.querySublayers(layer.source())
        if len(inner) == 1:
            yield inner[0].name()
    yield None if shared and layer.name() == stem else layer.name()
