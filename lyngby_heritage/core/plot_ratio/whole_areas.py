"""Areas whose ratio is for the area as a whole: what all its plots together come to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..neighbourhood.plots import Land
from .areas import PLAN, SUB_AREA, ZONE, Areas, Membership
from .built import FOOTPRINT, MIXED
from .check import Checked
from .rules import Floats, Integers, any_of, known, sums
from .status import NOT_COVERED, UNKNOWN, area_scope, plot_ratio, ratio_status


@dataclass(frozen=True)
class WholeAreas:
    """Each area once, (a,)."""

    kind: list[str]
    """`lokalplan`, `delområde` or `zone`."""
    row: list[int]
    """Its position among the areas of its kind."""
    plots: Integers
    covered_plots: Integers
    """Those of them that lie in the zones of the run, or that nobody can place."""
    plot_area: Floats
    """With the common land that belongs to it."""
    common_area: Floats
    """Common land, which is no plot, but counts in the area (BR18 § 454, stk. 2 nr. 1)."""
    floor_area: Floats
    """NaN where a plot's is unknown."""
    known_floor_area: Floats
    unknown_plots: Integers
    weak_plots: Integers
    ratio: Floats
    limit: Floats
    remaining: Floats
    status: Integers


def whole_areas(checked: Checked) -> WholeAreas:
    """Every lokalplan, delområde and zone that states a ratio for the area as a whole, in this order and their layers'.

    An area's plots are those that belong to it by their share; both area and floor area are theirs, with those of its
    common land, so that anybody can add up the rows. Roads count for nothing.
    """
    grounds = checked.grounds
    parts = [
        _of_kind(checked, PLAN, grounds.plans, grounds.of_plans.in_plans),
        _of_kind(checked, SUB_AREA, grounds.sub_areas, grounds.of_plans.in_sub_areas),
        _of_kind(checked, ZONE, grounds.zones, grounds.in_zones),
    ]
    joined = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in WholeAreas.__dataclass_fields__
        if name not in ("kind", "row")
    }
    kinds, rows = ([one for part in parts for one in getattr(part, name)] for name in ("kind", "row"))
    return WholeAreas(kinds, rows, **joined)


def _of_kind(checked: Checked, kind: str, areas: Areas, members: Membership) -> WholeAreas:
    chosen = np.flatnonzero(areas.ratio_stated & (areas.scope == area_scope()))
    number = np.full(len(areas), -1, dtype=np.intp)
    number[chosen] = np.arange(len(chosen))
    group, plot = number[members.area], members.plot
    counts = (group >= 0) & np.isin(checked.land[plot], (Land.PLOT, Land.COMMON))
    group, plot = group[counts], plot[counts]
    common = checked.land[plot] == Land.COMMON
    count = len(chosen)
    floor, size = checked.floor_area[plot], checked.area[plot]
    built, position = checked.built, checked.rule_sets.position
    unknown = ~known(floor) | (~known(size) & (floor > 0))
    weak = np.isin(built.source(position), (FOOTPRINT, MIXED))[plot]
    known_floor = sums(group, count, floor)
    some_unknown = any_of(group, count, unknown)
    floor_area = np.where(some_unknown, np.nan, known_floor)
    plot_area = sums(group, count, size)
    limit = areas.ratio[chosen]

    def under(sure: bool) -> Integers:
        least = built.least_floor_area(position, checked.settings.footprint_margin, sure)
        return ratio_status(
            np.where(some_unknown, np.nan, sums(group, count, built.floor_area(position, sure)[plot])),
            plot_area,
            limit,
            whole_area=np.zeros(count, dtype=bool),
            least=sums(group, count, least[plot]),
        )

    status = under(sure=False)
    status = np.where(status == under(sure=True), status, UNKNOWN)
    plots = np.bincount(group[~common], minlength=count)
    covered = ~common & (checked.outcome.status[plot] != NOT_COVERED)
    return WholeAreas(
        kind=[kind] * count,
        row=chosen.tolist(),
        plots=plots,
        covered_plots=np.bincount(group[covered], minlength=count),
        plot_area=plot_area,
        common_area=sums(group, count, np.where(common, size, 0.0)),
        floor_area=floor_area,
        known_floor_area=known_floor,
        unknown_plots=np.bincount(group[unknown], minlength=count),
        weak_plots=np.bincount(group[weak], minlength=count),
        ratio=plot_ratio(floor_area, plot_area),
        limit=limit,
        remaining=limit / 100 * plot_area - floor_area,
        status=np.where(plots == 0, UNKNOWN, status),
    )
