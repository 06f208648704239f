"""Which layers of the main job's input the catalogue of themes knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..inputs.catalogue import catalogue_of
from ..inputs.parameters import table_rows

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext


def theme_names(
    names: Sequence[str], algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, bool]:
    """Layer name → whether it is a theme: by the catalogue, or because THEMES says so."""
    catalogue = catalogue_of(algorithm, parameters, context)
    named = {layer for _, (layer, _) in table_rows(algorithm, parameters, "THEMES", context)}
    return {name: name in named or catalogue.recognise([name], ()) is not None for name in names}
