"""Reads the numbers of themes on all rows of a layer: the first rows do not say what the others are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.landscape.theme_recognition import number_fields
from ...core.registers.aliases import plain
from ..inputs.parameters import is_blank
from .making import address_of, file_layer

if TYPE_CHECKING:
    from ...core.landscape.catalogue import Catalogue
    from .survey import Found


def with_numbers(found: Iterable[Found], catalogue: Catalogue) -> list[Found]:
    """The layers, each with every number of a theme on its rows where it opens as it lies; else with the first ones."""
    fields = number_fields(catalogue)
    return [_with_numbers(one, [name for name in one.layer.fields if plain(name) in fields]) for one in found]


def _with_numbers(found: Found, fields: list[str]) -> Found:
    address = address_of(found) if fields else None
    if address is None:
        return found
    layer = found.place.opened or file_layer(address, found.layer.called)
    values = {
        name: [value for value in layer.uniqueValues(layer.fields().lookupField(name)) if not is_blank(value)]
        for name in fields
    }
    return replace(found, layer=replace(found.layer, values={**found.layer.values, **values}))
