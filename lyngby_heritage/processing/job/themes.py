"""Which layers of the main job's input people say are themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..inputs.parameters import table_rows

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext


def named_themes(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> set[str]:
    """The names of the layers that THEMES says are themes."""
    return {layer for _, (layer, _) in table_rows(algorithm, parameters, "THEMES", context)}
