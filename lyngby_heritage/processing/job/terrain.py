"""The terrain model of the main job's input: a file of its own name, else the tiles that lie there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...core.common.errors import Note
from ..collect.terrain_tiles import write_terrain
from ..inputs.sources import DANISH_CRS
from .inputs import terrain_beside, tiles_below

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateTransformContext

    from ...core.common.errors import Check
    from ...core.registers.found_layers import Layer


@dataclass(frozen=True)
class FoundTerrain:
    """The terrain model's file, or None; and what is said of it."""

    path: str | None
    notes: tuple[Note, ...] = ()


def terrain_of(
    given: str, boundary: Layer | None, transforms: QgsCoordinateTransformContext, check: Check
) -> FoundTerrain:
    """The terrain in or beside an input: `terraen.tif` goes before the tiles of a folder, which become one raster.

    `boundary` is the layer of the municipality, in which missing tiles are told, and `transforms` how the project goes
    from one CRS to another. The raster of the tiles is a temporary file, which the run alone reads.
    """
    named, found = terrain_beside(given), tiles_below(given)
    if named is not None:
        both = Note(
            "The terrain is {file}, and {count:tile|tiles} of Danmarks Højdemodel beside it are not used. Take the "
            "file away to use the tiles.",
            {"file": named, "count": len(found.tiles)},
        )
        return FoundTerrain(named, (both,) if found.tiles else ())
    if not found.tiles:
        return FoundTerrain(None, found.notes)
    made = write_terrain(
        found, QgsProcessingUtils.generateTempFilename("terraen.vrt"), bounds_of(boundary, transforms), check
    )
    return FoundTerrain(made.path, made.notes)


def bounds_of(
    boundary: Layer | None, transforms: QgsCoordinateTransformContext
) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a layer in EPSG:25832; None without one, and where nothing can be said."""
    if boundary is None:
        return None
    named, provider, address = QgsProcessingUtils.decodeProviderKeyAndUri(boundary.address)
    layer = QgsVectorLayer(address, "", provider) if named else QgsVectorLayer(boundary.address, "", "ogr")
    danish = QgsCoordinateReferenceSystem(DANISH_CRS)
    if not layer.isValid() or not layer.crs().isValid() or layer.extent().isEmpty():
        return None
    try:
        box = QgsCoordinateTransform(layer.crs(), danish, transforms).transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
