"""Garages, carports, sheds, greenhouses and canopies: what of them counts after the deduction per dwelling.

BR18 § 455 stk. 4: only the part of the secondary buildings that exceeds the deduction is added to the floor area. A
part built into the house (byg042-044) is secondary too.
"""

from __future__ import annotations

import numpy as np

from .buildings import PlotBuildings
from .rule_sets import deduction_per_dwelling
from .rules import Booleans, Floats, known, rule


def secondary_areas(buildings: PlotBuildings) -> tuple[Floats, Booleans, Booleans]:
    """m² of each secondary building, (b,), which were measured on the map, and which nobody knows the size of."""
    secondary = buildings.secondary
    on_map = secondary & ~known(buildings.footprint)
    area = np.where(secondary, np.where(on_map, buildings.drawn, buildings.footprint), 0.0)
    unknown = secondary & ~known(area)
    return np.nan_to_num(area), on_map & ~unknown, unknown


def deductions(use: Floats, dwellings: Floats, sure: bool = False) -> list[Floats]:
    """m² that the dwellings of a use give in deduction, (b,), under each rule set, oldest first.

    `sure` gives the least that it may be where the amount is not known.
    """
    return [dwellings * deduction_per_dwelling(use, one, sure) for one in range(len(rule("rule_sets")))]
