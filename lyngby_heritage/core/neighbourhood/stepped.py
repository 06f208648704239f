"""Neighbours by distances that move: each pair with the least of the distances offered at which it is one.

So a distance that is chosen afterwards is asked of a table instead of the geometries. The steps are what may be chosen,
ascending; a pair's step is the position of the first that reaches it. It is what `within_distance` says of each step.
"""

from __future__ import annotations

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import ROUNDING, Geometries, in_blocks, within_distance
from .buildings import Buildings
from .neighbours import across_plots, others_around
from .plots import Homes, adjoining_tolerance, plots_around

MOST_STEPS = 250
"""A step is carried in a byte."""
DOUBTFUL = 1e-7
"""Metres: a distance that comes this near to a step is asked as the rule asks, for two ways of measuring may differ."""


def whole_steps(reach: float, chosen: float) -> Floats:
    """What may be chosen from 0 to `reach`, in whole metres or years, and what was chosen; at most MOST_STEPS and one.

    >>> whole_steps(3, 2.5).tolist(), len(whole_steps(1000, 7)), whole_steps(1000, 7)[:4].tolist()
    ([0.0, 1.0, 2.0, 2.5, 3.0], 251, [0.0, 4.0, 7.0, 8.0])
    """
    stride = max(1, -(-int(np.ceil(reach)) // (MOST_STEPS - 1)))
    return np.union1d(np.arange(0, int(np.floor(reach)) + 1, stride, dtype=np.float64), [chosen])


def first_steps(left: Geometries, right: Geometries, steps: Floats, check: Check = never_cancelled) -> Integers:
    """The first of the steps within which each pair lies, (m,); `len(steps)` where none reaches it."""
    distance = in_blocks(shapely.distance, left, right, check=check, result=np.float64)
    reach = steps + ROUNDING
    step = np.searchsorted(reach, distance, side="left")
    around = np.concatenate([[-np.inf], reach, [np.inf]])
    close = np.minimum(np.abs(distance - around[step]), np.abs(distance - around[step + 1])) < DOUBTFUL
    for pair in np.flatnonzero(close).tolist():
        one, other = left[pair : pair + 1], right[pair : pair + 1]
        tried = range(max(int(step[pair]) - 1, 0), min(int(step[pair]) + 2, len(steps)))
        step[pair] = next((k for k in tried if within_distance(one, other, float(steps[k]))[0]), len(steps))
    return step


def stepped_by_distance(
    buildings: Buildings, asked: Booleans, steps: Floats, homes: Homes | None, check: Check = never_cancelled
) -> tuple[Integers, Integers, Integers]:
    """Method 3 of the buildings marked in `asked`, (buildings,): source, target and step of each pair, (m,)."""
    i, j = others_around(buildings, asked, float(steps[-1]), homes, check)
    once = (i < j) | ~(asked[j] & buildings.main[i])
    i, j = i[once], j[once]
    step = first_steps(buildings.geometries[i], buildings.geometries[j], steps, check)
    near = step < len(steps)
    i, j, step = i[near], j[near], step[near]
    back = asked[j] & buildings.main[i]
    return np.concatenate([i, j[back]]), np.concatenate([j, i[back]]), np.concatenate([step, step[back]])


def stepped_by_plot(
    buildings: Buildings, asked: Booleans, homes: Homes, steps: Floats, check: Check = never_cancelled
) -> tuple[Integers, Integers, Integers]:
    """Methods 1 and 2 of the buildings marked in `asked` that lie on a plot: source, target and step of each pair.

    Plots that touch are of the first step, whatever it is: a distance to those opposite that is less counts as that.
    """
    reach = np.maximum(steps, adjoining_tolerance())
    found = plots_around(*homes.built_plots(), float(reach[-1]), check).touching(_plots_of(asked, homes))
    step = np.concatenate(
        [first_steps(found.left, found.right, reach, check), np.zeros(len(found.overlapping), dtype=np.intp)]
    )
    key = np.concatenate([found.key, found.overlapping])
    order = np.lexsort((step, key))
    order = order[step[order] < len(steps)]
    key, first = np.unique(key[order], return_index=True)
    source, target, pair = across_plots(buildings, asked, homes, *found.plots_of(key))
    return source, target, step[order[first]][pair]


def _plots_of(asked: Booleans, homes: Homes) -> Booleans:
    """The plots that the buildings marked stand on, (plots,)."""
    plots = np.zeros(homes.plot_count + 1, dtype=bool)
    plots[homes.plot[asked]] = True
    return plots[:-1]
