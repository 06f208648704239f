"""Whether the layer of a parameter is what the parameter asks for: seen by its names, fields and first rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.registers.asked_for import remark
from .heard import SERVICES
from .layer_list import names_of
from .open_layers import as_layer
from .roles import shared_with

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm

    from ...core.common.errors import Note
    from .sources import Source


def remark_on(source: Source, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> Note | None:
    """What is said of a layer that is probably not what its parameter asks for; None of any other."""
    layer, name, context = source.layer, source.parameter, source.context
    if layer is None:
        return None
    names = names_of(layer, open_large=False) or [source.name]
    seen = as_layer(layer, names, source.name, look=layer.providerType() not in SERVICES)
    if layer.subsetString() and not seen.rows:
        seen = replace(seen, rows=None)  # that none is left says nothing of the file
    return remark(seen, name, lambda: shared_with(algorithm, parameters, name, context))
