"""Which parcels § 2 of the provisions lists, and whether a property is in the plan's area.

§ 2 lists the parcels on which a building stands that the provisions bind (`provision_lists.parcels_by_district`). What
it does with other land in a decided environment is the municipality's to say.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import shapely

from ..common.arrays import Geometries
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.wording import joined
from .content import Buildings, Plots, plots_of_buildings

INSIDE, OUTSIDE, UNDECIDED = "inside", "outside", "undecided"
HEARING = "rules/hearing.json"


def reach_of(bound: bool, in_area: bool, in_environment: bool, has_parcels: bool) -> str:
    """Whether a property is in the plan's area: INSIDE, OUTSIDE, or UNDECIDED where the municipality must say it.

    `bound` is whether the provisions bind a building on it, `in_area` whether § 2 lists a parcel of it. Of one in a
    decided environment it is not decided, and of one whose parcels nobody knows it cannot be told.
    """
    if bound or in_area:
        return INSIDE
    return UNDECIDED if in_environment or not has_parcels else OUTSIDE


def area_plots(buildings: Buildings, plots: Plots, check: Check = never_cancelled) -> list[int]:
    """The rows of `plots` that § 2 lists: those of the buildings that the provisions bind, its own or another's."""
    return sorted(buildings_by_plot(buildings, plots, check))


def buildings_by_plot(buildings: Buildings, plots: Plots, check: Check = never_cancelled) -> dict[int, list[int]]:
    """The rows of `plots` that § 2 lists, each with the buildings for which it does (`area_plots`)."""
    of_buildings = plots_of_buildings(buildings, plots, check)
    found: dict[int, list[int]] = {}
    for row in np.flatnonzero(buildings.designated).tolist():
        for plot in of_buildings[row]:
            found.setdefault(plot, []).append(row)
    return found


def on_listed_parcels(
    buildings: Buildings, plots: Plots | None, parcels: Sequence[str], check: Check = never_cancelled
) -> list[bool]:
    """Whether each building has a parcel that § 2 lists, (n,): by its plot, and by name where there are no plots."""
    if plots is None:
        area = area_parcels(buildings, parcels)
        return [bool(listed_parcels([one], area)) for one in parcels] or [False] * len(buildings)
    listed = set(area_plots(buildings, plots, check))
    return [not listed.isdisjoint(rows) for rows in plots_of_buildings(buildings, plots, check)]


def area_parcels(buildings: Buildings, parcels: Sequence[str]) -> frozenset[str]:
    """The parcels that § 2 lists, by number and district; `parcels` are those of each building, (n,)."""
    return frozenset(buildings_by_parcel(buildings, parcels))


def buildings_by_parcel(buildings: Buildings, parcels: Sequence[str]) -> dict[str, list[int]]:
    """The parcels that § 2 lists by name, each with the buildings for which it does (`area_parcels`)."""
    found: dict[str, list[int]] = {}
    for row in np.flatnonzero(buildings.designated).tolist() if parcels else []:
        for part in filter(None, parcels[row].split("; ")):
            found.setdefault(part, []).append(row)
    return found


def listed_parcels(names: Iterable[str], area: Container[str]) -> list[str]:
    """Those of the parcels that § 2 lists by name, each once; a text of several has `; ` between them."""
    return list(dict.fromkeys(part for one in names for part in one.split("; ") if part in area))


def partly_listed(parcels: str, listed: str) -> bool:
    """Whether § 2 lists some of a property's parcels and others not; both are names with `; ` between them.

    >>> partly_listed("4m Askholt; 4ag Askholt", "4ag Askholt"), partly_listed("4m Askholt", "4m Askholt")
    (True, False)
    """
    return bool(listed) and not set(parcels.split("; ")) <= set(listed.split("; "))


class PlotIn(NamedTuple):
    """A plot that has land in an environment, by their rows."""

    environment: int
    plot: int
    whole: bool
    """Whether all its land lies there, but for what lines drawn along a boundary differ by."""


def plots_in_environments(environments: Geometries, plots: Plots) -> list[PlotIn]:
    """Wherever a plot has land in an environment, whether or not a building stands on it."""
    if not len(environments):
        return []
    places, rows = shapely.STRtree(plots.geometries).query(environments, predicate="intersects")
    shared = shapely.area(shapely.intersection(environments[places], plots.geometries[rows]))
    least = load(HEARING)["plot_in_environment_m2"]
    enough, whole = shared >= least, shapely.area(plots.geometries[rows]) - shared < least
    return list(map(PlotIn, places[enough].tolist(), rows[enough].tolist(), whole[enough].tolist()))


def parcels_called(parcels: str) -> str:
    """Parcels as a sentence names them.

    >>> parcels_called("5a Askholt By, Askholt; 7 Vasen, Askholt")
    'matr.nr. 5a Askholt By, Askholt og matr.nr. 7 Vasen, Askholt'
    """
    return joined([f"matr.nr. {one}" for one in parcels.split("; ") if one])
