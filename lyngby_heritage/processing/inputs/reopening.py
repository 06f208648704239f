"""A layer once more, for a tool to select in, to filter or to draw, so that the person's own stays as it is.

It is opened, not cloned. A tool runs in a thread beside QGIS's window. When an object that C++ made is gone, PyQt hears
of it in the window's thread, some time later, and takes for gone whatever Python knows at that address by then: a clone
made meanwhile "has been deleted", and the tool ends. What Python itself makes is not watched so. A layer's provider is
made by C++ too: nothing in `processing` keeps one, and what there is to ask of it is asked here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

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
LOST = "wrapped C/C++ object of type "
"""How PyQt begins to say of an object that it takes it for deleted."""
ATTEMPTS = 100
"""How often a provider is asked that is lost again and again before it answers."""


def ask_provider(layer: QgsMapLayer, question: Callable[[Any], Any]) -> Any:
    """What a layer's data provider answers to `question(provider)`, one call of it; it gets None where there is none.

    Where Python takes the provider for deleted before it could be asked, nothing has been done: it is asked again.
    """
    lost: RuntimeError | None = None
    for _ in range(ATTEMPTS):
        provider = layer.dataProvider()
        try:
            return question(provider)
        except RuntimeError as error:
            if not str(error).startswith(LOST):
                raise
            lost = error
    raise RuntimeError(f"the data provider of {layer.name()} was lost {ATTEMPTS} times") from lost


def opened_again(layer: AnyLayer) -> AnyLayer:
    """The same layer once more: its source, name, CRS, encoding, filter and metadata, and the fields that QGIS adds.

    Not its style. Of a layer in memory, which has its rows nowhere else, a copy.
    """
    kind, of_kind = layer.providerType(), cast("Any", type(layer))
    if kind == "memory":
        made = held_in_memory(cast("QgsVectorLayer", layer))
    elif isinstance(layer, QgsVectorTileLayer):
        made = of_kind(layer.source(), layer.name())
    else:
        made = of_kind(layer.source(), layer.name(), kind)
    made.setCrs(layer.crs())
    made.setMetadata(layer.metadata())
    if kind == "ogr":
        made.setProviderEncoding(ask_provider(layer, lambda provider: provider.encoding()))
    if isinstance(layer, QgsVectorLayer):
        _add_fields(layer, made)
    return cast("AnyLayer", made)


def _add_fields(layer: QgsVectorLayer, made: Any) -> None:
    """Give a layer the joined fields of another, and those that are worked out."""
    for join in layer.vectorJoins():
        made.addJoin(join)
    for position, field in enumerate(layer.fields().toList()):
        if made.fields().indexOf(field.name()) < 0:  # neither the source nor a join has it
            made.addExpressionField(layer.expressionField(position), field)


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
    fields = ask_provider(layer, lambda provider: provider.fields())
    ask_provider(made, lambda provider: provider.addAttributes(fields.toList()))
    made.updateFields()
    positions = [layer.fields().indexOf(name) for name in made.fields().names()]
    copies = []
    for row in layer.getFeatures(request or QgsFeatureRequest()):
        copy, values = QgsFeature(made.fields()), row.attributes()
        copy.setGeometry(row.geometry())
        copy.setAttributes([values[position] for position in positions])
        copies.append(copy)
    added, _ = ask_provider(made, lambda provider: provider.addFeatures(copies))
    if not added:
        raise RuntimeError(f"QGIS could not hold the rows of {layer.name()} in memory")
    made.updateExtents()
    return made
