"""What the lokalplaner of each plot limit: plan by plan, the newest first, and inside a plan its delområder before it.

A plan may leave its extent to its delområder: Plandata's `iomfangreg` says that the plan itself does not regulate it
(none of 563 real plans that say so states a number). Such a plan says nothing of a document. One that says that it does
regulate the extent, and states no number at all, has a limit that nobody can read in the register.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .areas import Areas, Membership
from .rules import Booleans, Floats, Integers, known
from .status import area_scope, parcel_scope

STATED, SUB_AREAS_NOT_GIVEN, NO_NUMBER, SUB_AREAS_DISAGREE = range(4)
"""Why the limit of a plan is what it is: stated, or unknown, and for what."""


@dataclass(frozen=True)
class PlanLimit:
    """What the lokalplaner of each plot say of one limit, (m,)."""

    plan: Integers
    """The plan that decides, -1 where none does."""
    sub_area: Integers
    """The delområde of it that states the limit, -1 where it is the plan's own."""
    why: Integers
    """STATED, or why it is unknown."""
    silent: Integers
    """A newer plan that leaves the limit to delområder of which none states it for the plot, -1 for none."""
    disagreeing: Booleans
    """Whether another plan states another limit."""


@dataclass(frozen=True)
class PlanGrounds:
    """The lokalplaner and their delområder, and which plots belong to them."""

    plans: Areas
    in_plans: Membership
    sub_areas: Areas
    in_sub_areas: Membership
    sub_areas_given: bool

    @property
    def with_sub_areas(self) -> Booleans:
        """Which plans have any delområde at all, (k,)."""
        parents = {one for one in self.sub_areas.plan_ids if one}
        return np.array([one in parents for one in self.plans.plan_ids], dtype=bool)


def plan_limit(grounds: PlanGrounds, what: str, plots: int) -> PlanLimit:
    """The `ratio` or the `storeys` that the lokalplaner set for each plot."""
    plans, members = grounds.plans, grounds.in_plans
    stated: Booleans = getattr(plans, f"{what}_stated")
    sub_area, disagree = _sub_areas(grounds, what)
    by_sub, by_plan = sub_area >= 0, stated[members.area]
    left = plans.unregulated[members.area] & ~by_sub & ~by_plan
    unread = plans.without_number[members.area] & ~by_sub & ~by_plan
    why = np.select(
        [by_sub & disagree, by_sub | by_plan, left & (not grounds.sub_areas_given), unread],
        [SUB_AREAS_DISAGREE, STATED, SUB_AREAS_NOT_GIVEN, NO_NUMBER],
        -1,
    )
    age = -np.where(known(plans.adopted), plans.adopted, -np.inf)[members.area]
    order = np.lexsort((members.area, -np.round(members.share, 9), age, members.plot))
    deciding = order[why[order] >= 0]
    chosen = np.full(plots, -1, dtype=np.intp)
    owners, first = np.unique(members.plot[deciding], return_index=True)
    chosen[owners] = deciding[first]

    def of_chosen(values: Integers) -> Integers:
        return np.append(values, -1)[chosen].astype(np.intp)

    value = _values(grounds, what, sub_area)
    disagreeing = np.zeros(plots, dtype=bool)
    told = deciding[why[deciding] == STATED]
    rival = chosen[members.plot[told]]
    differs = (why[rival] == STATED) & ~np.isclose(value[told], value[rival], equal_nan=True)
    disagreeing[members.plot[told[differs]]] = True

    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    before = np.where(chosen >= 0, np.append(place, 0)[chosen], len(order))
    passed = order[(left[order] & (why[order] < 0)) & (place[order] < before[members.plot[order]])]
    silent = np.full(plots, -1, dtype=np.intp)
    owners, first = np.unique(members.plot[passed], return_index=True)
    silent[owners] = members.area[passed[first]]
    return PlanLimit(
        of_chosen(members.area), of_chosen(sub_area), np.maximum(of_chosen(why), STATED), silent, disagreeing
    )


def _values(grounds: PlanGrounds, what: str, sub_area: Integers) -> Floats:
    """The limit of each plot in each of its plans, (t,): its delområde's, else the plan's own."""
    own: Floats = getattr(grounds.plans, what)[grounds.in_plans.area]
    of_sub: Floats = np.append(getattr(grounds.sub_areas, what), np.nan)[sub_area]
    return np.where(sub_area >= 0, of_sub, own)


def _sub_areas(grounds: PlanGrounds, what: str) -> tuple[Integers, Booleans]:
    """For each plot in each of its plans, (t,), the delområde that states the limit, and whether two disagree.

    The one with most of the plot; -1 where none states it.
    """
    plans, sub = grounds.plans, grounds.sub_areas
    members, parts = grounds.in_plans, grounds.in_sub_areas
    sub_area = np.full(len(members.plot), -1, dtype=np.intp)
    disagree = np.zeros(len(sub_area), dtype=bool)
    stated: Booleans = getattr(sub, f"{what}_stated")
    chosen = stated[parts.area]
    plot, area, share = parts.plot[chosen], parts.area[chosen], parts.share[chosen]
    if not len(plot):
        return sub_area, disagree
    names = {name: number for number, name in enumerate(dict.fromkeys([*plans.plan_ids, *sub.plan_ids]))}
    of_plan = np.array([names[one] for one in plans.plan_ids], dtype=np.int64)
    of_sub = np.array([names[one] for one in sub.plan_ids], dtype=np.int64)
    order = np.lexsort((area, -np.round(share, 9), plot))
    plot, area = plot[order], area[order]
    keys = plot * len(names) + of_sub[area]
    distinct, first, group = np.unique(keys, return_index=True, return_inverse=True)
    best = area[first]
    values: Floats = getattr(sub, what)
    differs = ~np.isclose(values[area], values[best[group]], equal_nan=True)
    if what == "ratio":
        differs |= _measured_on(sub.scope[area]) != _measured_on(sub.scope[best[group]])
    split = np.zeros(len(distinct), dtype=bool)
    split[group[differs]] = True
    wanted = members.plot * len(names) + of_plan[members.area]
    at = np.minimum(np.searchsorted(distinct, wanted), len(distinct) - 1)
    found = distinct[at] == wanted
    sub_area[found], disagree[found] = best[at[found]], split[at[found]]
    return sub_area, disagree


def _measured_on(scope: Integers) -> Integers:
    """What a ratio is measured on: the area as a whole, each parcel, or the plot, as all else is."""
    return np.where(np.isin(scope, (area_scope(), parcel_scope())), scope, 0)
