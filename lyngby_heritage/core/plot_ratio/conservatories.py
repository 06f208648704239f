"""Conservatories apart from the house (960): they count in full, and are neither main nor secondary buildings.

BR18 § 455 stk. 1 counts conservatories among the floor area, with no deduction. BBR states their built area (byg041)
and rarely more: no storeys and no dwelling are asked of them.
"""

from __future__ import annotations

import numpy as np

from .buildings import PlotBuildings
from .rules import Booleans, Floats, known


def conservatory_areas(buildings: PlotBuildings) -> tuple[Floats, Booleans, Booleans]:
    """m² of each conservatory, (b,), which were measured on the map, and which nobody knows the size of.

    byg041, else the polygon, else byg038; 0 for every other building.
    """
    conservatory = buildings.conservatory
    stated, drawn = known(buildings.footprint), known(buildings.drawn)
    area = np.select([stated, drawn], [buildings.footprint, buildings.drawn], buildings.total)
    on_map = conservatory & ~stated & drawn
    return np.where(conservatory, np.nan_to_num(area), 0.0), on_map, conservatory & ~known(area)
