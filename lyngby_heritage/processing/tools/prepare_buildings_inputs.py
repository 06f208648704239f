"""What `preparebuildings` is given: which of its inputs are layers, which are tables, and what each must be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsWkbTypes

if TYPE_CHECKING:
    from ..inputs.sources import Source

OPTIONAL = ("FOOTPRINTS", "BBR", "FLOORS", "UNITS", "SAVE_SECOND")
SAVE_LAYERS = ("SAVE", "SAVE_SECOND")
TABLES = {"FLOORS": "floor_building", "UNITS": "unit_building"}
"""Inputs that have no place, and what holds BBR's id of the building in them."""
ID_CONCEPTS = {**dict.fromkeys(("SAVE", "FOOTPRINTS", "BBR", "SAVE_SECOND"), "bbr_id"), **TABLES}
"""What holds BBR's id of the building in each input."""


def place(columns: Sequence[Any], chosen: Any) -> int:
    """The position of the column that was chosen."""
    return next(place for place, column in enumerate(columns) if column is chosen)


def is_spatial(source: Source) -> bool:
    """Whether a layer has a place for its rows."""
    return QgsWkbTypes.flatType(source.source.wkbType()) != Qgis.WkbType.NoGeometry
