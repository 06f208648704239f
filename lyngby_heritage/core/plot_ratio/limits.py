"""What may be built on each plot, and who says so.

For the ratio and for the storeys apart, the first that states one: the lokalplan adopted last, its delområder before
itself > an area of two storeys (storeys only) > the zone > the municipality's general limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .areas import Areas, Membership
from .plan_limits import STATED, PlanGrounds, PlanLimit, plan_limit
from .rules import Booleans, Floats, Integers

NOBODY, OF_PLAN, OF_TWO_STOREYS, OF_ZONE, OF_PARAMETER, OF_SUB_AREA = range(6)
"""Who states a limit. NOBODY: the plot lies outside every zone."""


@dataclass(frozen=True)
class Limit:
    """One limit of each plot, (m,)."""

    value: Floats
    """% or storeys; NaN outside the zones, and where it is unknown."""
    origin: Integers
    area: Integers
    """The plan, delområde or zone that states it, -1 where it is the parameter's."""
    plan: Integers
    """The lokalplan that decides it, itself or by a delområde; -1 where none does."""
    why: Integers
    """STATED, or why a plan's limit is unknown."""
    silent: Integers
    """A lokalplan before it that leaves the limit to delområder of which none states it here, -1 for none."""
    scope: Integers
    """What a ratio is measured on, 0 where it does not say or for storeys."""
    disagreeing: Booleans
    """Whether another plan or zone of the same rank states another limit."""


@dataclass(frozen=True)
class Grounds:
    """The areas of each rank, and which plots belong to them."""

    of_plans: PlanGrounds
    two_storeys: Areas
    in_two_storeys: Membership
    zones: Areas
    in_zones: Membership

    @property
    def plans(self) -> Areas:
        """The lokalplaner."""
        return self.of_plans.plans

    @property
    def sub_areas(self) -> Areas:
        """Their delområder."""
        return self.of_plans.sub_areas


def zone_of(grounds: Grounds, plots: int) -> Integers:
    """The zone that holds most of each plot, (m,), -1 outside all."""
    zone = np.full(plots, -1, dtype=np.intp)
    first = np.unique(grounds.in_zones.plot, return_index=True)[1]
    zone[grounds.in_zones.plot[first]] = grounds.in_zones.area[first]
    return zone


def ratio_limit(grounds: Grounds, covered: Booleans, general: float) -> Limit:
    """The plot ratio that may not be exceeded, in %."""
    zones = grounds.zones
    ranks = [_most_covering(zones, grounds.in_zones, zones.ratio, zones.ratio_stated, len(covered))]
    limit = _first(ranks, (OF_ZONE,), (zones,), "ratio", covered, general)
    return _plans_first(limit, grounds.of_plans, plan_limit(grounds.of_plans, "ratio", len(covered)), "ratio", covered)


def storeys_limit(grounds: Grounds, covered: Booleans, general: float) -> Limit:
    """The number of storeys that may not be exceeded."""
    two, zones = grounds.two_storeys, grounds.zones
    ranks = [
        _most_covering(two, grounds.in_two_storeys, two.storeys, two.storeys_stated, len(covered)),
        _most_covering(zones, grounds.in_zones, zones.storeys, zones.storeys_stated, len(covered)),
    ]
    limit = _first(ranks, (OF_TWO_STOREYS, OF_ZONE), (two, zones), "storeys", covered, general)
    of_plans = plan_limit(grounds.of_plans, "storeys", len(covered))
    return _plans_first(limit, grounds.of_plans, of_plans, "storeys", covered)


def _plans_first(limit: Limit, grounds: PlanGrounds, of_plans: PlanLimit, what: str, covered: Booleans) -> Limit:
    """The lokalplaner's limit where one of them decides, else the one that there is."""
    decides, of_sub = covered & (of_plans.plan >= 0), of_plans.sub_area >= 0
    plans, sub_areas = grounds.plans, grounds.sub_areas

    def of(name: str, fill: float) -> Floats:
        own = np.append(getattr(plans, name), fill)[of_plans.plan]
        return np.where(of_sub, np.append(getattr(sub_areas, name), fill)[of_plans.sub_area], own)

    stated = of_plans.why == STATED
    value = np.where(stated, of(what, np.nan), np.nan)
    scope = np.where(stated, of("scope", 0), 0) if what == "ratio" else np.zeros(len(covered))
    whose = np.where(of_sub & stated, OF_SUB_AREA, OF_PLAN)
    area = np.where(of_sub & stated, of_plans.sub_area, of_plans.plan)
    return Limit(
        value=np.where(decides, value, limit.value),
        origin=np.where(decides, whose, limit.origin).astype(np.intp),
        area=np.where(decides, area, limit.area).astype(np.intp),
        plan=np.where(decides, of_plans.plan, -1).astype(np.intp),
        why=np.where(decides, of_plans.why, STATED).astype(np.intp),
        silent=np.where(covered, of_plans.silent, -1).astype(np.intp),
        scope=np.where(decides, scope, limit.scope).astype(np.intp),
        disagreeing=np.where(decides, of_plans.disagreeing, limit.disagreeing).astype(bool),
    )


def _most_covering(
    areas: Areas, members: Membership, values: Floats, stated: Booleans, plots: int
) -> tuple[Integers, Booleans]:
    """The stating area that holds most of each plot, -1 where none states; and whether others disagree."""
    chosen = stated[members.area]
    plot, area = members.plot[chosen], members.area[chosen]
    order = np.lexsort((area, -np.round(members.share[chosen], 9), plot))
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
    none = np.full(count, -1, dtype=np.intp)
    return Limit(value, origin, area, none, np.full(count, STATED, dtype=np.intp), none, scope, disagreeing)


def sources_of(limit: Limit, grounds: Grounds) -> list[str | None]:
    """What each plot's limit is said to come from, (m,); None outside the zones."""
    names = {
        OF_PLAN: grounds.plans.sources,
        OF_SUB_AREA: grounds.sub_areas.sources,
        OF_TWO_STOREYS: grounds.two_storeys.sources,
        OF_ZONE: grounds.zones.sources,
    }
    fixed = {NOBODY: None, OF_PARAMETER: "parameter"}
    return [
        fixed[origin] if origin in fixed else names[origin][area]
        for origin, area in zip(limit.origin.tolist(), limit.area.tolist())
    ]
