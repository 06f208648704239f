"""Which layer stands in which role: one layer in two that cannot be the same or seldom are, or written over while read.

QGIS fills every required layer of a dialog with the first of the project that fits: parcels, buildings and zones are
the same one before anybody has chosen.
"""

from __future__ import annotations

import os
from itertools import combinations
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
)

from ...core.common.errors import HeritageError, Note
from ..outputs.destinations import destination_of, overwrites
from ..translation import tr, tr_message
from .parameters import is_blank
from .places import Place, places_at, places_of, table_place, written_over
from .postgres import is_query, without_password

_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterMultipleLayers)
_READ = (*_LAYERS, QgsProcessingParameterRasterLayer, QgsProcessingParameterFile)


def refusal_of_roles(algorithm: Any, parameters: Any, context: Any) -> Any:
    """Why the layers given cannot be those, in words for the person who gave them; "" when they can.

    Two parameters of `algorithm.MAY_SHARE` may be given the same layer.
    """
    definitions = algorithm.parameterDefinitions()
    read = [
        (one.name(), layer)
        for one in definitions
        if isinstance(one, _READ)
        for layer in _given(parameters.get(one.name()), context)
    ]
    try:
        written = [
            (one.name(), target)
            for one in definitions
            if one.isDestination() and not isinstance(one, QgsProcessingParameterFolderDestination)
            for target in [destination_of(one.name(), parameters.get(one.name()), context)]
            if target is not None
        ]
    except HeritageError as error:
        return tr_message(error)
    kinds = {one.name(): isinstance(one, _LAYERS) for one in definitions}
    layers = [(name, layer) for name, layer in read if kinds[name]]
    return _shared(algorithm, layers, parameters, context) or _overwritten(read, written)


def doubtful_roles(algorithm: Any, parameters: dict[str, Any], context: Any) -> list[tuple[str, str]]:
    """The pairs of `algorithm.RARELY_SHARE` that were given one and the same layer."""
    given = {name: _given(parameters.get(name), context) for pair in algorithm.RARELY_SHARE for name in pair}
    return [
        (one, other)
        for one, other in algorithm.RARELY_SHARE
        if any(_same(first, second) for first in given[one] for second in given[other])
    ]


def shared_with(algorithm: Any, parameters: dict[str, Any], name: str, context: Any) -> list[str]:
    """The parameters that were given the same layer as `name`, and may be."""
    others = [one for pair in algorithm.MAY_SHARE if name in pair for one in pair if one != name]
    mine = _given(parameters.get(name), context)
    return [
        other
        for other in others
        if any(_same(one, another) for one in mine for another in _given(parameters.get(other), context))
    ]


def parcels_as_zones(layer: str) -> Note:
    """What is said where the parcels are the zones: nothing looks wrong in the result but its numbers."""
    return Note(
        "PARCELS and ZONES are the same layer: {layer}. QGIS may have filled one of them in by itself. Every parcel "
        "then counts as a zone of its own, so that every plot is held against the limits. Choose the layer of zones, "
        "unless all of these parcels are to be held against them.",
        {"layer": layer},
        warning=True,
        danish="Jordstykker og åben-lav-områder er samme lag: {layer}. QGIS kan selv have udfyldt et af felterne. "
        "Hvert jordstykke regnes så for et område for sig, og alle grunde holdes op mod grænserne. Vælg laget med "
        "åben-lav-områder, medmindre alle disse jordstykker skal holdes op mod dem.",
    )


def _shared(algorithm: Any, layers: Any, parameters: Any, context: Any) -> Any:
    allowed = {frozenset(pair) for pair in algorithm.MAY_SHARE}
    for (name, one), (other, another) in combinations(layers, 2):
        if name != other and frozenset((name, other)) not in allowed and _same(one, another):
            message = tr(
                "{parameter} ({label}) and {other} ({other_label}) are the same layer: {layer}. QGIS may have filled "
                "one of them in by itself. Choose the layer that each of them asks for."
            )
            return message.format(
                parameter=name,
                label=algorithm.parameterDefinition(name).description(),
                other=other,
                other_label=algorithm.parameterDefinition(other).description(),
                layer=one.text,
            )
    return ""


def _overwritten(read: Any, written: Any) -> Any:
    tables = any(target.is_table for _, target in written)
    places = {layer: layer.places(tables) for _, layer in read} if written else {}
    for name, target in written:
        place = target.place
        for other, layer in read:
            if written_over(place, places[layer]):
                return tr_message(overwrites(name, other, target, layer.path))
    return ""


class _Layer:
    """What a layer is read from: the file and the table in it, or whatever else its provider reads; and its filter."""

    def __init__(self, provider: Any, source: Any, text: Any, subset: Any = "", layer: Any = None) -> None:
        parts = QgsProviderRegistry.instance().decodeUri(provider, source)
        path = parts.get("path") if provider in ("ogr", "gdal", "delimitedtext", "spatialite") else None
        self.path = os.path.realpath(path) if path else None
        self.table = parts.get("layerName") or None
        self.subset = subset or parts.get("subset") or ""
        self.provider = provider
        self.source = source
        self.text = text
        self.layer = layer

    def places(self, tables: bool) -> list[Place]:
        """Every place that it is read from; without `tables` files alone."""
        if self.layer is not None:
            return list(places_of(self.layer, tables=tables))
        return list(places_at(self.provider, self.source, tables=tables))


def _same(one: Any, other: Any) -> Any:
    if one.subset != other.subset:
        return False
    if one.path is None or other.path is None:
        return one.path is other.path and (one.source == other.source or _same_table(one, other))
    if one.path != other.path:
        return False
    return one.table == other.table or _table(one) == _table(other)


def _same_table(one: Any, other: Any) -> bool:
    """Whether both are the same geometries of the same table, by whatever name the server is reached."""
    if not one.provider == other.provider == "postgres":
        return False
    uri, another = QgsDataSourceUri(one.source), QgsDataSourceUri(other.source)
    if uri.table() != another.table() or is_query(uri.table()) or uri.geometryColumn() != another.geometryColumn():
        return False
    place = table_place(uri)
    return place is not None and place == table_place(another)


def _table(layer: Any) -> Any:
    """The table in the file; of a file without one named the first, which is what QGIS opens."""
    if layer.table is not None or not os.path.isfile(layer.path):
        return layer.table
    inside = QgsProviderRegistry.instance().querySublayers(layer.path)
    return inside[0].name() if inside else None


def _given(value: Any, context: Any) -> Any:
    """The layers of a parameter's value."""
    if isinstance(value, (list, tuple)):
        return [layer for one in value for layer in _given(one, context)]
    more = ""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        more, value = value.filterExpression or "", value.source
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    if isinstance(value, QgsMapLayer):
        return [_of_layer(value, more)]
    if is_blank(value) or not isinstance(value, str):
        return []
    known = QgsProcessingUtils.mapLayerFromString(value, context, False)
    named, provider, address = QgsProcessingUtils.decodeProviderKeyAndUri(value)
    if known is None and named:
        return [_Layer(provider, address, without_password(value), more)]
    if known is None or known.source() == value:  # a file, which QGIS may have opened already
        return [_Layer("ogr", value, value, more)]
    return [_of_layer(known, more)]


def _of_layer(layer: Any, more: Any) -> Any:
    provider = layer.providerType()
    source = layer.id() if provider == "memory" else layer.source()
    subset = layer.subsetString() if hasattr(layer, "subsetString") else ""
    return _Layer(provider, source, layer.name(), subset + more, layer)
