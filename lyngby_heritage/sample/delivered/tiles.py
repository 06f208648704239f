"""The terrain as Danmarks Højdemodel delivers it: tiles of 1 km in zips of 10 km."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..terrain import NODATA, Terrain

KILOMETRE = 1000.0
SURFACE = 6.5
"""Metres that trees and roofs stand above the terrain, in the one tile of the surface model."""


@dataclass(frozen=True)
class Tile:
    """A square kilometre of heights (rows, columns) from the north-west, metres; NODATA where there is none."""

    kind: str
    """`DTM`, the terrain, or `DSM`, the surface with what stands on it."""
    north_km: int
    east_km: int
    heights: npt.NDArray[np.float32]
    west: float
    north: float
    cell: float

    @property
    def name(self) -> str:
        """What its file is called: by its south-west corner."""
        return f"{self.kind}_1km_{self.north_km}_{self.east_km}.tif"

    @property
    def block(self) -> str:
        """What the zip of its 10 km is called."""
        return f"{self.kind}_{self.north_km // 10}_{self.east_km // 10}_TIF_UTM32-ETRS89.zip"


def cut(terrain: Terrain) -> list[Tile]:
    """The tiles of a terrain, from the south-west: whole kilometres, together the terrain cell by cell.

    What of a kilometre lies beyond the terrain is NODATA. A kilometre must be a whole number of cells, and the terrain
    begin at one from the coordinate 0.
    """
    cell = terrain.cell
    each = round(KILOMETRE / cell)
    rows, columns = terrain.heights.shape
    left, bottom = round(terrain.west / cell), round(terrain.north / cell) - rows
    west, south = left // each, bottom // each
    east, north = -(-(left + columns) // each), -(-(bottom + rows) // each)
    whole = np.full(((north - south) * each, (east - west) * each), NODATA, dtype=np.float32)
    first = north * each - bottom - rows, left - west * each
    whole[first[0] : first[0] + rows, first[1] : first[1] + columns] = terrain.heights
    return [
        Tile(
            "DTM",
            south + up,
            west + right,
            # Rows count from the north.
            np.ascontiguousarray(
                whole[len(whole) - (up + 1) * each : len(whole) - up * each, right * each : (right + 1) * each]
            ),
            (west + right) * KILOMETRE,
            (south + up + 1) * KILOMETRE,
            cell,
        )
        for up in range(north - south)
        for right in range(east - west)
    ]


def surface(tile: Tile) -> Tile:
    """A tile of the surface model over the same kilometre."""
    heights = np.where(tile.heights == NODATA, tile.heights, tile.heights + np.float32(SURFACE))
    return replace(tile, kind="DSM", heights=heights)
