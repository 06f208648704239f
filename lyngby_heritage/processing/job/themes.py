"""Which layers of the main job's input are themes: those that THEMES names, and those that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingUtils, QgsVectorLayer

from ...core.landscape.theme_recognition import number_fields
from ...core.registers.aliases import plain
from ..inputs.parameters import is_blank, table_rows

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

    from ...core.landscape.catalogue import Catalogue
    from ...core.plan.layers import Layer


def named_themes(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, bool]:
    """The layers that THEMES says are themes, by name."""
    return {layer: True for _, (layer, _) in table_rows(algorithm, parameters, "THEMES", context)}


def with_numbers(layers: Iterable[Layer], catalogue: Catalogue) -> list[Layer]:
    """The layers, each with every number of a theme on its rows: the first rows do not say what the others are."""
    fields = number_fields(catalogue)
    return [_with_numbers(layer, [one for one in layer.fields if plain(one) in fields]) for layer in layers]


def _with_numbers(layer: Layer, fields: list[str]) -> Layer:
    if not fields:
        return layer
    named, provider, address = QgsProcessingUtils.decodeProviderKeyAndUri(layer.address)
    opened = QgsVectorLayer(address, "", provider) if named else QgsVectorLayer(layer.address, "", "ogr")
    found = {
        name: [value for value in opened.uniqueValues(opened.fields().lookupField(name)) if not is_blank(value)]
        for name in fields
    }
    return replace(layer, values={**layer.values, **found})
