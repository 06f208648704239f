"""Which 4s lie near a building of value 1-3: what VALUE4_RULE 1 asks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, near_pairs, within_distance
from ..neighbourhood.buildings import Buildings
from ..neighbourhood.stepped import first_steps
from .chosen_values import high_values


def near_high_values(
    buildings: Buildings,
    save: npt.NDArray[np.int8],
    four: Booleans,
    distance: float,
    check: Check = never_cancelled,
    around: Geometries | None = None,
) -> Booleans:
    """Which of the rows marked in `four` lie within `distance` metres of another building of value 1-3, (rows,).

    `around` are further buildings of value 1-3, which are not judged themselves.
    """
    near = np.zeros(len(save), dtype=bool)
    for rows, ours, theirs in _pairs(buildings, save, four, distance, around, check):
        near[rows[within_distance(ours, theirs, distance, check)]] = True
    return near


def near_high_steps(
    buildings: Buildings,
    save: npt.NDArray[np.int8],
    four: Booleans,
    steps: Floats,
    check: Check = never_cancelled,
    around: Geometries | None = None,
) -> Integers:
    """The first of the distances `steps`, ascending, at which `near_high_values` says yes, (rows,).

    `len(steps)` where none reaches one, and for rows not marked in `four`.
    """
    out = np.full(len(save), len(steps), dtype=np.intp)
    for rows, ours, theirs in _pairs(buildings, save, four, float(steps[-1]), around, check):
        np.minimum.at(out, rows, first_steps(ours, theirs, steps, check))
    return out


def _pairs(
    buildings: Buildings,
    save: npt.NDArray[np.int8],
    four: Booleans,
    distance: float,
    around: Geometries | None,
    check: Check,
) -> list[tuple[Integers, Geometries, Geometries]]:
    """Rows, their footprints and those of buildings of value 1-3 whose boxes come within the distance."""
    fours = np.flatnonzero(four)
    highs = np.unique(buildings.row_building[np.isin(save, high_values())])
    building = buildings.row_building[fours]
    shapes = buildings.geometries[building]
    found = []
    if len(fours) and around is not None and len(around):
        i, j = near_pairs(shapes, around, distance, check)
        found.append((fours[i], shapes[i], around[j]))
    if len(fours) and len(highs):
        i, j = near_pairs(shapes, buildings.geometries[highs], distance, check)
        other = building[i] != highs[j]
        i, j = i[other], j[other]
        found.append((fours[i], shapes[i], buildings.geometries[highs[j]]))
    return found
