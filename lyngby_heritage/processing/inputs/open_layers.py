"""What is seen of a layer that is open: what it is recognised by, without reading it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsWkbTypes

from ...core.registers.aliases import plain
from ...core.registers.deliveries import values_asked
from ...core.registers.found_layers import MUNICIPALITY_FIELDS, Layer
from .layer_list import GEOMETRY
from .parameters import is_blank

FIRST_ROWS = 20
"""So many rows are looked at where values say what a layer is."""


def as_layer(layer: QgsVectorLayer, names: list[str], address: str, look: bool = True) -> Layer:
    """What is seen of an open layer, by its names, the one that it goes by first.

    Without `look` no row is asked for or counted, which a service may take long for.
    """
    return Layer(
        names[0],
        address,
        tuple(layer.fields().names()),
        layer.featureCount() if look else None,
        layer.crs().authid(),
        tuple(names[1:]),
        GEOMETRY.get(QgsWkbTypes.geometryType(layer.wkbType())),
        first_values(layer, values_asked() | MUNICIPALITY_FIELDS) if look else {},
    )


def first_values(layer: QgsVectorLayer, fields: frozenset[str]) -> dict[str, list[Any]]:
    """Field → what stands in it on the first rows, for fields of these names as they are compared."""
    asked = [name for name in layer.fields().names() if plain(name) in fields]
    if not asked:
        return {}
    request = QgsFeatureRequest().setLimit(FIRST_ROWS).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = list(layer.getFeatures(request.setSubsetOfAttributes(asked, layer.fields())))
    return {name: [row[name] for row in rows if not is_blank(row[name])] for name in asked}
