"""The area that the plan regulates: the ground of the buildings that it binds, and the environments decided on.

It is not the boundary of the municipality, which says where buildings were looked for. The ground of a building is that
whose parcels the provisions name (`parcel_numbers`), so that map and text have the same area.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..common.errors import Check, never_cancelled
from ..common.union import polygonal
from ..landscape.areas import union
from .content import NOWHERE, Buildings, Parcels, PlanArea, Plots, holder, plots_of_buildings
from .environments import Environments

if TYPE_CHECKING:
    from ..common.arrays import Geometries


def plan_area(
    buildings: Buildings,
    plots: Plots | None,
    parcels: Parcels | None,
    environments: Environments | None,
    check: Check = never_cancelled,
) -> PlanArea | None:
    """The plan's area; None where neither a plot, a parcel nor a decided environment says where it is."""
    designated = np.flatnonzero(buildings.designated)
    shapes: list[Geometries] = []
    grounded = np.zeros(len(buildings), dtype=bool)
    if plots is not None:
        of_plots = plots_of_buildings(buildings, plots, check)
        known = polygonal(plots.geometries).tolist()
        rows = [[one for one in of_plots[row] if known[one]] for row in designated.tolist()]
        grounded[designated] = [bool(one) for one in rows]
        shapes.append(plots.geometries[sorted({one for each in rows for one in each})])
    if parcels is not None:
        here = holder(buildings.points, parcels.geometries, check)
        rest = buildings.designated & ~grounded & (here != NOWHERE)
        grounded |= rest
        shapes.append(parcels.geometries[np.unique(here[rest])])
    decided = np.empty(0, dtype=object)
    if environments is not None:
        held = [environments.is_decided(place) for place in range(len(environments))]
        decided = environments.geometries[np.array(held, dtype=bool)]
        decided = decided[polygonal(decided)]
        shapes.append(decided)
    every = np.concatenate(shapes) if shapes else np.empty(0, dtype=object)
    if not len(every):
        return None
    count = int(grounded[designated].sum())
    return PlanArea(union(every, check), count, len(designated) - count, len(decided))
