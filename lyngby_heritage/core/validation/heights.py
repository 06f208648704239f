"""What the validation knows of a terrain model: whether it can be used, its cells, and where it has heights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..common.arrays import Booleans, Floats

if TYPE_CHECKING:  # it loads scipy, which only a terrain model asks for
    from ..valley.terrain import Grid


@dataclass(frozen=True, eq=False)
class Heights:
    """A terrain model as it was read, coarser than it is where it has many cells."""

    refused: str = ""
    """Why no tool can use it, in Danish; "" where they can."""
    cell: float = np.nan
    """The side of its own cells, metres."""
    grid: Grid | None = None
    """The cells that were looked at, in the CRS that is measured in; None where the model is in another."""
    known: Booleans | None = None
    """Which of them have a height, (rows, columns)."""

    def at(self, x: Floats, y: Floats) -> Booleans:
        """Which points, (n,) each in metres, lie where the model has a height."""
        there = np.zeros(len(x), dtype=bool)
        if self.grid is None or self.known is None:
            return there
        row, column = (np.floor(one + 0.5) for one in self.grid.places(x, y))
        rows, columns = self.known.shape
        inside = np.flatnonzero((row >= 0) & (row < rows) & (column >= 0) & (column < columns))
        there[inside] = self.known[row[inside].astype(np.intp), column[inside].astype(np.intp)]
        return there

    def places(self) -> tuple[Floats, Floats]:
        """Easting and northing of the middle of each cell that has a height, (k,) each."""
        if self.grid is None or self.known is None:
            return np.empty(0), np.empty(0)
        rows, columns = np.nonzero(self.known)
        return np.asarray(self.grid.x(columns)), np.asarray(self.grid.y(rows))
