"""A layer once more, for a tool to select in, to filter or to draw, so that the person's own stays as it is.

It is opened, not cloned. A tool runs in a thread beside QGIS's window. When an object that C++ made is gone, PyQt hears
of it in the window's thread, some time later, and takes for gone whatever Python knows at that address by then: a clone
made meanwhile "has been deleted", and the tool ends. What Python itself makes is not watched so. For the same reason
nothing in `processing` keeps a layer's data provider: it is asked for anew at each use.
"""

from __future__ import annotations

from typing import Any, TypeVar

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsVectorLayer,
    QgsVectorTileLayer,
    QgsWkbTypes,
)

AnyLayer = TypeVar("AnyLayer", bound=QgsMapLayer)


def opened_again(layer: AnyLayer) -> AnyLayer:
    """The same layer once more: its source, name, CRS, encoding and filter; not its style.

    Of a layer in memory, which has its rows nowhere else, a copy.
    """
    asked: Any = layer
    kind = layer.providerType()
    if kind == "memory":
        copied: AnyLayer = held_in_memory(asked)
        return copied
    of_kind: Any = type(layer)
    if isinstance(layer, QgsVectorTileLayer):
        made = of_kind(layer.source(), layer.name())
    else:
        made = of_kind(layer.source(), layer.name(), kind)
    made.setCrs(layer.crs())
    if kind == "ogr":
        made.setProviderEncoding(asked.dataProvider().encoding())
    again: AnyLayer = made
    return again


def opened_in_style(layer: AnyLayer) -> AnyLayer:
    """The same layer once more, as it is drawn."""
    made = opened_again(layer)
    style = QgsMapLayerStyle()
    style.readFromLayer(layer)
    style.writeToLayer(made)
    return made


def held_in_memory(layer: QgsVectorLayer, request: QgsFeatureRequest | None = None) -> Any:
    """A copy in memory of a layer's rows, or of those that are asked for, with the fields of its source."""
    kind = QgsWkbTypes.displayString(layer.wkbType()) if layer.isSpatial() else "NoGeometry"
    made: Any = QgsVectorLayer(kind, layer.name(), "memory")
    made.setCrs(layer.crs())
    asked: Any = layer
    fields = asked.dataProvider().fields()
    made.dataProvider().addAttributes(fields.toList())
    made.updateFields()
    copies = []
    for row in layer.getFeatures(request or QgsFeatureRequest()):
        copy = QgsFeature(made.fields())
        copy.setGeometry(row.geometry())
        copy.setAttributes(row.attributes()[: fields.count()])
        copies.append(copy)
    made.dataProvider().addFeatures(copies)
    made.updateExtents()
    return made
