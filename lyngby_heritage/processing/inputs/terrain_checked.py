"""Reads a terrain model for the validation, as the tools read it: what they refuse is told, and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError
from ..translation import danish_message
from .rasters import RasterSource

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingAlgorithm, QgsProcessingContext

    from ...core.common.errors import Check
    from ...core.validation.heights import Heights
    from ...core.validation.inputs import Layer

PARAMETER = "DEM"
MOST_CELLS = 250_000
"""So many cells say where there are heights; the model itself may have a thousand times as many."""


def terrain_layer(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    check: Check,
) -> Layer:
    """The terrain model as a layer without rows, held against others where it is in the CRS that is measured in."""
    from ...core.validation.heights import Heights
    from ...core.validation.inputs import Layer, Place

    name, own = PARAMETER, ""
    try:
        source = RasterSource(algorithm, parameters, PARAMETER, context)
        name, own = source.name, source.layer.crs().authid()
        heights = _heights(source, crs, check)
    except HeritageError as error:
        name = str(error.values.get("layer", name))
        heights = Heights(refused=danish_message(error).rstrip("."))
    return Layer(PARAMETER, name, [], place=Place(own, geometry_type="none"), heights=heights)


def _heights(source: RasterSource, crs: QgsCoordinateReferenceSystem, check: Check) -> Heights:
    import numpy as np

    from ...core.validation.heights import Heights
    from ...core.valley.terrain import TerrainModel

    same = source.crs == crs
    with TerrainModel(source.path, source.name) as model:
        grid = model.target(0.0, MOST_CELLS)
        known = ~np.isnan(model.read(grid, check))
        return Heights("", model.grid.cell, grid if same else None, known if same else None)
