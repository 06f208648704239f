"""Which layers of the main job's input are themes: those that THEMES names, and those that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.landscape.theme_recognition import number_fields
from ...core.registers.aliases import plain
from ..collect.making import file_layer
from ..collect.survey import ADDRESSED
from ..inputs.parameters import is_blank, table_rows

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

    from ...core.landscape.catalogue import Catalogue
    from ..collect.survey import Found


def named_themes(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> set[str]:
    """The names of the layers that THEMES says are themes."""
    return {layer for _, (layer, _) in table_rows(algorithm, parameters, "THEMES", context)}


def with_numbers(found: Iterable[Found], catalogue: Catalogue) -> list[Found]:
    """The layers, each with every number of a theme on its rows where it is open to QGIS as it lies.

    The first rows do not say what the others are.
    """
    fields = number_fields(catalogue)
    return [
        _with_numbers(one, [name for name in one.layer.fields if plain(name) in fields])
        if one.place.form == ADDRESSED
        else one
        for one in found
    ]


def _with_numbers(found: Found, fields: list[str]) -> Found:
    if not fields:
        return found
    layer = file_layer(found.layer.address, found.layer.called)
    values = {
        name: [value for value in layer.uniqueValues(layer.fields().lookupField(name)) if not is_blank(value)]
        for name in fields
    }
    return replace(found, layer=replace(found.layer, values={**found.layer.values, **values}))
