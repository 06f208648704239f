"""The terrain as Danmarks Højdemodel delivers it: tiles of 1 km in zips of 10 km."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..terrain import Terrain

KILOMETRE = 1000.0
SURFACE = 6.5
"""Metres that trees and roofs stand above the terrain, in the one tile of the surface model."""


@dataclass(frozen=True)
class Tile:
    """A tile: heights (rows, columns) from the north-west, metres. Named by the south-west corner of its kilometre."""

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
        """What its file is called."""
        return f"{self.kind}_1km_{self.north_km}_{self.east_km}.tif"

    @property
    def block(self) -> str:
        """What the zip of its 10 km is called."""
        return f"{self.kind}_{self.north_km // 10}_{self.east_km // 10}_TIF_UTM32-ETRS89.zip"


def cut(terrain: Terrain) -> list[Tile]:
    """The tiles of a terrain, from the south-west: together they are the terrain, cell by cell, and no more than it.

    A cell is in the tile that holds its middle. Tiles at the edge of the terrain are smaller than the register's,
    which are whole kilometres: a frame without heights round the terrain would be another terrain.
    """
    cell = terrain.cell
    rows, columns = terrain.heights.shape
    left, bottom = round(terrain.west / cell), round(terrain.north / cell) - rows
    return [
        Tile(
            "DTM",
            north_km,
            east_km,
            # Rows count from the north.
            np.ascontiguousarray(terrain.heights[rows - top : rows - low, first:last]),
            (left + first) * cell,
            (bottom + top) * cell,
            cell,
        )
        for north_km, low, top in _kilometres(bottom, rows, cell)
        for east_km, first, last in _kilometres(left, columns, cell)
    ]


def surface(tile: Tile) -> Tile:
    """A tile of the surface model over the same kilometre."""
    return replace(tile, kind="DSM", heights=tile.heights + np.float32(SURFACE))


def _kilometres(start: int, count: int, cell: float) -> list[tuple[int, int, int]]:
    """(kilometre, its first cell, the first cell after it) of each that holds the middle of one of `count` cells.

    `start` is the number of the first cell from the coordinate 0; the cells returned are counted from it.
    """
    kilometres = ((start + np.arange(count) + 0.5) * cell // KILOMETRE).astype(int)
    found, first = np.unique(kilometres, return_index=True)
    return list(zip(found.tolist(), first.tolist(), [*first[1:].tolist(), count]))
