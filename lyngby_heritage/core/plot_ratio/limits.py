"""What may be built on each plot, and who says so.

For the ratio and for the storeys apart, the first that states one: the lokalplan adopted last > an area of two storeys
(storeys only) > the zone > the municipality's general limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .areas import Areas, Membership
from .rules import Booleans, Floats, Integers, known

NOBODY, OF_PLAN, OF_TWO_STOREYS, OF_ZONE, OF_PARAMETER = range(5)
"""Who states a limit. NOBODY: the plot lies outside every zone."""


@dataclass(frozen=True)
class Limit:
    """One limit of each plot, (m,)."""

    value: Floats
    """% or storeys; NaN outside the zones, and where it is stated but cannot be read."""
    origin: Integers
    area: Integers
    """The plan or zone that states it, -1 where it is the parameter's."""
    scope: Integers
    """What a ratio is measured on, 0 where it does not say or for storeys."""
    disagreeing: Booleans
    """Whether another plan or zone of the same rank states another limit."""


@dataclass(frozen=True)
class Grounds:
    """The areas of each rank, and which plots belong to them."""

    plans: Areas
    in_plans: Membership
    two_storeys: Areas
    in_two_storeys: Membership
    zones: Areas
    in_zones: Membership


def zone_of(grounds: Grounds, plots: int) -> Integers:
    """The zone that holds most of each plot, (m,), -1 outside all."""
    zone = np.full(plots, -1, dtype=np.intp)
    first = np.unique(grounds.in_zones.plot, return_index=True)[1]
    zone[grounds.in_zones.plot[first]] = grounds.in_zones.area[first]
    return zone


def ratio_limit(grounds: Grounds, covered: Booleans, general: float) -> Limit:
    """The plot ratio that may not be exceeded, in %."""
    ranks = [
        _newest(grounds.plans, grounds.in_plans, grounds.plans.ratio, grounds.plans.ratio_stated, len(covered)),
        _most_covering(grounds.zones, grounds.in_zones, grounds.zones.ratio, grounds.zones.ratio_stated, len(covered)),
    ]
    return _first(ranks, (OF_PLAN, OF_ZONE), (grounds.plans, grounds.zones), "ratio", covered, general)


def storeys_limit(grounds: Grounds, covered: Booleans, general: float) -> Limit:
    """The number of storeys that may not be exceeded."""
    plans, two, zones = grounds.plans, grounds.two_storeys, grounds.zones
    ranks = [
        _newest(plans, grounds.in_plans, plans.storeys, plans.storeys_stated, len(covered)),
        _most_covering(two, grounds.in_two_storeys, two.storeys, two.storeys_stated, len(covered)),
        _most_covering(zones, grounds.in_zones, zones.storeys, zones.storeys_stated, len(covered)),
    ]
    return _first(ranks, (OF_PLAN, OF_TWO_STOREYS, OF_ZONE), (plans, two, zones), "storeys", covered, general)


def _newest(
    areas: Areas, members: Membership, values: Floats, stated: Booleans, plots: int
) -> tuple[Integers, Booleans]:
    """For each plot the stating area adopted last; one of unknown date comes after those of known."""
    age = -np.where(known(areas.adopted), areas.adopted, -np.inf)[members.area]
    return _choose(members, values, stated, age, plots)


def _most_covering(
    areas: Areas, members: Membership, values: Floats, stated: Booleans, plots: int
) -> tuple[Integers, Booleans]:
    """For each plot the stating area that holds most of it."""
    return _choose(members, values, stated, np.zeros(len(members.plot)), plots)


def _choose(
    members: Membership, values: Floats, stated: Booleans, rank: Floats, plots: int
) -> tuple[Integers, Booleans]:
    """The first stating area of each plot by rank, share and row, -1 where none states; and whether others disagree."""
    chosen = stated[members.area]
    plot, area = members.plot[chosen], members.area[chosen]
    order = np.lexsort((area, -np.round(members.share[chosen], 9), rank[chosen], plot))
    plot, area = plot[order], area[order]
    first = np.unique(plot, return_index=True)[1]
    out = np.full(plots, -1, dtype=np.intp)
    out[plot[first]] = area[first]
    disagreeing = np.zeros(plots, dtype=bool)
    differs = ~np.isclose(values[area], values[out[plot]], equal_nan=True)
    disagreeing[plot[differs]] = True
    return out, disagreeing


def _first(
    ranks: Sequence[tuple[Integers, Booleans]],
    origins: Sequence[int],
    areas: Sequence[Areas],
    what: str,
    covered: Booleans,
    general: float,
) -> Limit:
    """The first rank that states a limit, then the general one; nothing outside the zones."""
    count = len(covered)
    value = np.where(covered, general, np.nan)
    origin = np.where(covered, OF_PARAMETER, NOBODY).astype(np.intp)
    area = np.full(count, -1, dtype=np.intp)
    scope = np.zeros(count, dtype=np.intp)
    disagreeing = np.zeros(count, dtype=bool)
    for (chosen, others), whose, source in zip(reversed(ranks), reversed(origins), reversed(areas)):
        states = covered & (chosen >= 0)
        value[states] = getattr(source, what)[chosen[states]]
        origin[states], area[states] = whose, chosen[states]
        scope[states] = source.scope[chosen[states]] if what == "ratio" else 0
        disagreeing[states] = others[states]
    return Limit(value, origin, area, scope, disagreeing)


def sources_of(limit: Limit, grounds: Grounds) -> list[str | None]:
    """What each plot's limit is said to come from, (m,); None outside the zones."""
    plans, two, zones = grounds.plans.sources, grounds.two_storeys.sources, grounds.zones.sources
    names = {OF_PLAN: plans, OF_TWO_STOREYS: two, OF_ZONE: zones}
    fixed = {NOBODY: None, OF_PARAMETER: "parameter"}
    return [
        fixed[origin] if origin in fixed else names[origin][area]
        for origin, area in zip(limit.origin.tolist(), limit.area.tolist())
    ]
