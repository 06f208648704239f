"""The building layer as prepared, and what became of every row of the inputs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.addresses import WITHHELD, short_id
from ..common.arrays import Booleans, Floats, Integers
from ..common.geometry import Geometries
from ..registers.registration import Assessments
from ..registers.storeys import Storeys
from ..registers.versions import Versions
from .choice import Difference
from .links import Links

MERGED = 9
"""Beside Link: a SAVE row whose building no register knows but the other SAVE layer, with whose row it is one."""


class Shape(IntEnum):
    """Where the geometry of a building is from."""

    FOOTPRINT = 0
    BBR_POINT = 1
    SAVE_POINT = 2
    NONE = 3


GHOST = 11
"""Beside Life: a case of BBR's without a place and without a year, which is no building."""


@dataclass(frozen=True)
class Prepared:
    """The building layer, (n,) each, and what became of every row of the inputs."""

    ids: list[str]
    numbers: list[str]
    fbb_ids: list[Any]
    save: npt.NDArray[np.int8]
    listed: Floats
    address: list[str]
    property_id: list[str]
    status: list[str]
    """BBR's status of the building as the register writes it; of one that is gone from BBR, why it is gone."""
    until: list[str]
    """The end of the row of a building of which BBR has ended versions only."""
    attributes: dict[str, Floats]
    """The concepts of READERS, NaN unknown."""
    link: npt.NDArray[np.int8]
    """Link of the SAVE row that the building carries; -1 where it has none."""
    distance: Floats
    geometries: Geometries
    """Polygon or point, None without a place."""
    shape: npt.NDArray[np.int8]
    save_row: Integers
    """The SAVE row that the building carries, NO_ROW without one."""

    links: Links
    """Of each SAVE row."""
    own_point: Booleans
    """SAVE rows that are a building of their own, (rows,)."""
    bbr_outcome: npt.NDArray[np.int8] | None
    """Life of each BBR row, or GHOST."""
    versions: Versions
    footprint_outcome: npt.NDArray[np.int8] | None
    floor_outcome: npt.NDArray[np.int8] | None
    """Life of each row of storeys, or UNPLACED."""
    save_values: dict[int, list[int]] = field(default_factory=dict)
    """Building → the SAVE values of its rows in the order of the layer, where they disagree."""
    save_layer: npt.NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, dtype=np.int8))
    """Of each SAVE row, 0 for SAVE and 1 for SAVE_SECOND."""
    unit_outcome: npt.NDArray[np.int8] | None = None
    """Life of each row of units, or UNPLACED."""
    by_units: Booleans = field(default_factory=lambda: np.zeros(0, dtype=bool))
    """Buildings whose dwellings are those of their units."""
    differences: dict[int, list[Difference]] = field(default_factory=dict)
    """Building → the rows of the other SAVE layer that say something else than the one that counts."""
    merged: Booleans = field(default_factory=lambda: np.zeros(0, dtype=bool))
    """SAVE rows without a building of any register that share the place of a row of the other layer, (rows,)."""
    storeys: Storeys | None = None
    told: Assessments = field(default_factory=lambda: Assessments.unsaid(0))
    """What the SAVE registers tell of each building beside the value."""

    def __len__(self) -> int:
        return len(self.ids)

    def called(self, row: int) -> str:
        """What people find a building by: its address, else its id, else its row; WITHHELD where it is not public."""
        if len(self.told.public) and self.told.public[row] == 0:
            return WITHHELD
        return self.address[row] or short_id(self.ids[row]) or str(row + 1)
