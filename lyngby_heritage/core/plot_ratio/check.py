"""From parcels, buildings and plans to an answer for each plot: the calculation of bebyggelsesprocent in its order."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, is_polygon
from ..neighbourhood.plots import Land, ParcelRows, Plots, make_plots
from ..registers.rows import BbrStoreyRows
from ..registers.storeys import Storeys, no_storeys, place_storeys, storeys_of
from . import rule_sets
from .areas import Areas, belongs, named_after, no_areas
from .buildings import Merged, PlotBuildings, merge_rows
from .built import Built, built_on
from .decision import Decision, decide
from .floor_area import FloorAreas, floor_areas
from .limits import OF_PARAMETER, OF_ZONE, Grounds, Limit, ratio_limit, storeys_limit, zone_of
from .placement import NOWHERE, Placement, place
from .plan_limits import PlanGrounds
from .rule_sets import RuleSets
from .rules import Booleans, Floats, Integers, known, sums
from .status import NOT_COVERED, UNKNOWN, area_scope, parcel_scope, plot_ratio, storeys_status, worst
from .zone_map import ZoneMap, zone_at, zones_of_parcels


@dataclass(frozen=True)
class Settings:
    """What the municipality chose; % and storeys."""

    max_plot_ratio: float
    max_storeys: float
    two_storey_limit: float
    zone_share: float
    footprint_margin: float
    rule_set: int = rule_sets.BY_DATE
    compare_plot_ratio: float | None = None


@dataclass(frozen=True)
class Inputs:
    """All that is read; what is optional may be missing."""

    parcels: ParcelRows
    buildings: PlotBuildings
    zones: Areas
    floors: BbrStoreyRows | None = None
    plans: Areas | None = None
    sub_areas: Areas | None = None
    two_storeys: Areas | None = None
    zone_map: ZoneMap | None = None


@dataclass(frozen=True)
class ByParcel:
    """Plots whose limit is for each parcel by itself: what the worst parcel of each carries, (m,)."""

    applies: Booleans
    parcel: Integers
    """The worst parcel, -1 where it does not apply."""
    floor_area: Floats
    plot_area: Floats
    least: Floats
    most: Floats
    """The least and the most that its floor area may be."""
    room: Floats
    """m² that may still be built on all parcels together, each for itself."""


@dataclass(frozen=True)
class Outcome:
    """What the limits say of each plot, (m,)."""

    ratio: Floats
    """Bebyggelsesprocent in %, NaN where unknown; of the worst parcel where the limit is for each by itself."""
    remaining: Floats
    """m² of floor area that may still be built; NaN where the limit does not decide for the plot."""
    room: Floats
    """`remaining` where it is positive; over all parcels where the limit is for each by itself."""
    ratio_status: Integers
    storeys_status: Integers
    status: Integers
    by_parcel: ByParcel
    date_decides: Booleans
    """Whether the ratio is undecided because the lokalplan's date, and so the rule set, is unknown."""
    deduction_decides: Booleans
    """Whether it is undecided because the deduction of the time is not known."""
    least: Floats
    """The least that the floor area behind `ratio` may be, in m²."""
    most: Floats
    """That floor area with the least deduction, in m²."""


@dataclass(frozen=True)
class Checked:
    """Everything that the rows, the report and the log are written from; arrays are per plot, (m,)."""

    inputs: Inputs
    settings: Settings
    plots: Plots
    merged: Merged
    placement: Placement
    storeys: Storeys
    storey_outcome: npt.NDArray[np.int8]
    """Life of each row of storeys, or UNPLACED."""
    floor_areas: FloorAreas
    area: Floats
    """The plot's area that counts, in m²."""
    left_out: Floats
    """m² in another planning zone than the main building."""
    planning_zone: Integers
    """The planning zone of its main building, -1 where it was not asked for."""
    mixed_zones: Booleans
    """Whether its main buildings lie in different planning zones."""
    built: Built
    grounds: Grounds
    zone: Integers
    """The zone it belongs to, -1 for none."""
    placed: Booleans
    """Whether it has a geometry."""
    ratio_limit: Limit
    storeys_limit: Limit
    rule_sets: RuleSets
    floor_area: Floats
    outcome: Outcome
    compared: Outcome | None
    """The outcome under the second limit."""
    bound: Booleans
    """Whether the ratio's limit is a lokalplan's, which a change of the general limit does not move."""
    contested: Booleans
    """Whether a building lies on another plot too, since parcels overlap."""
    land: Integers
    """As of Land: roads and common land are no plot, and no limit holds for them."""

    def __len__(self) -> int:
        return len(self.plots)


def check_plots(inputs: Inputs, settings: Settings, check: Check = never_cancelled) -> Checked:
    """Carry out the whole calculation."""
    parcels = inputs.parcels
    plots = make_plots(parcels, check)
    count = len(plots)
    merged = merge_rows(inputs.buildings)
    buildings = merged.buildings
    storeys, storey_outcome = _storeys(inputs.floors, buildings)
    areas = floor_areas(buildings, storeys)
    check()
    standing = _without_repeats(parcels.geometries, plots.drawn_of_parcel)
    alone = np.isin(plots.land, (Land.PLOT, Land.ALL_ROAD))
    placement = place(buildings.geometries, standing, plots.of_parcel, check, alone)
    built = built_on(placement.parts.plot, count, placement.parts, buildings, areas)
    area_of_parcel, planning_zone, mixed = _in_one_zone(inputs, plots, buildings, placement, check)
    area = sums(plots.of_parcel, count, area_of_parcel)
    area[~known(plots.area) | (area <= 0)] = np.nan

    grounds = _grounds(inputs, plots, settings, check)
    zone = zone_of(grounds, count)
    placed = sums(plots.of_parcel, count, plots.drawn_of_parcel) > 0
    land = np.where((plots.land == Land.ALL_ROAD) & (built.mains > 0), Land.PLOT, plots.land)  # a house stands on it
    covered = (zone >= 0) & placed & (land == Land.PLOT)
    limit = ratio_limit(grounds, covered, settings.max_plot_ratio)
    highest = storeys_limit(grounds, covered, settings.max_storeys)
    sets = _rule_sets(grounds, limit, highest, settings)
    check()

    facts = _Facts(built, area, plots, buildings, areas, placement, area_of_parcel, sets, settings)
    in_storeys = storeys_status(built.storeys, built.unknown_storeys > 0, built.storeys_doubtful, highest.value)
    nowhere = np.where(placed | (land != Land.PLOT), NOT_COVERED, UNKNOWN)
    outcome = _outcome(facts, limit, in_storeys, covered, nowhere)
    bound = limit.plan >= 0
    compared = None
    if settings.compare_plot_ratio is not None:
        moved = np.isin(limit.origin, (OF_ZONE, OF_PARAMETER)) & (limit.scope != area_scope())
        other = replace(limit, value=np.where(moved, settings.compare_plot_ratio, limit.value))
        compared = _outcome(facts, other, in_storeys, covered, nowhere)
    contested = np.zeros(count, dtype=bool)
    contested[placement.plot[placement.contested & (placement.plot != NOWHERE)]] = True
    return Checked(
        inputs=inputs,
        settings=settings,
        plots=plots,
        merged=merged,
        placement=placement,
        storeys=storeys,
        storey_outcome=storey_outcome,
        floor_areas=areas,
        area=area,
        left_out=np.nan_to_num(plots.area) - np.nan_to_num(area),
        planning_zone=planning_zone,
        mixed_zones=mixed,
        built=built,
        grounds=grounds,
        zone=zone,
        placed=placed,
        ratio_limit=limit,
        storeys_limit=highest,
        rule_sets=sets,
        floor_area=built.floor_area(sets.position),
        outcome=outcome,
        compared=compared,
        bound=bound,
        contested=contested,
        land=land,
    )


def _storeys(floors: BbrStoreyRows | None, buildings: PlotBuildings) -> tuple[Storeys, npt.NDArray[np.int8]]:
    """What the storeys say of each building, and what became of each of their rows."""
    if floors is None:
        return no_storeys(len(buildings)), np.empty(0, dtype=np.int8)
    building, outcome = place_storeys(floors, {key: at for at, key in enumerate(buildings.ids) if key})
    return storeys_of(floors, building, len(buildings)), outcome


def _without_repeats(geometries: Geometries, drawn: Floats) -> Geometries:
    standing = geometries.copy()
    standing[drawn <= 0] = None
    return standing


def _in_one_zone(
    inputs: Inputs, plots: Plots, buildings: PlotBuildings, placement: Placement, check: Check
) -> tuple[Floats, Integers, Booleans]:
    """m² of each parcel in the planning zone of its plot's main building, (n,); that zone, (m,); whether they differ.

    The main building is the one with the largest footprint. Without one, and in an unknown zone, nothing is left out.
    """
    count = len(plots)
    if inputs.zone_map is None:
        return plots.area_of_parcel, np.full(count, -1, dtype=np.intp), np.zeros(count, dtype=bool)
    share = zones_of_parcels(inputs.zone_map, inputs.parcels.geometries, plots.drawn_of_parcel, check)
    parts = placement.parts
    rows = np.flatnonzero(buildings.main[parts.building])
    mains, plot = parts.building[rows], parts.plot[rows]
    at = zone_at(inputs.zone_map, buildings.geometries[mains], check)
    size = np.where(
        is_polygon(buildings.geometries[mains]), buildings.drawn[mains], np.nan_to_num(buildings.footprint[mains])
    )
    order = np.lexsort((mains, -np.nan_to_num(size) * parts.share[rows], plot))
    owners, first = np.unique(plot[order], return_index=True)
    zone = np.full(count, -1, dtype=np.intp)
    zone[owners] = at[order[first]]
    mixed = np.zeros(count, dtype=bool)
    mixed[plot[at != zone[plot]]] = True
    of_parcel = zone[plots.of_parcel]
    kept = share[np.arange(len(share)), np.maximum(of_parcel, 0)] + share[:, 0]
    whole = (of_parcel <= 0) | (plots.drawn_of_parcel <= 0)
    return plots.area_of_parcel * np.where(whole, 1.0, np.minimum(kept, 1.0)), zone, mixed


def _grounds(inputs: Inputs, plots: Plots, settings: Settings, check: Check) -> Grounds:
    given = (inputs.plans, inputs.sub_areas, inputs.two_storeys, inputs.zones)
    layers = [one if one is not None else no_areas() for one in given]
    plans, sub_areas, two, zones = layers
    members = [
        belongs(
            one,
            inputs.parcels.geometries,
            plots.of_parcel,
            plots.drawn_of_parcel,
            len(plots),
            settings.zone_share,
            check,
        )
        for one in layers
    ]
    named = named_after(sub_areas, plans)
    of_plans = PlanGrounds(plans, members[0], named, members[1], inputs.sub_areas is not None)
    return Grounds(of_plans, two, members[2], zones, members[3])


def _rule_sets(grounds: Grounds, ratio: Limit, storeys: Limit, settings: Settings) -> RuleSets:
    """The rule set of each plot: by the lokalplan that decides its ratio, failing that the one that decides storeys."""
    count = len(ratio.value)
    plan = np.where(ratio.plan >= 0, ratio.plan, storeys.plan)
    if settings.rule_set != rule_sets.BY_DATE:
        chosen = np.full(count, rule_sets.CHOSEN[settings.rule_set], dtype=np.intp)
        return RuleSets(chosen, np.full(count, -1, dtype=np.intp), np.zeros(count, dtype=bool))
    adopted = np.append(grounds.plans.adopted, np.nan)[plan]
    return RuleSets(rule_sets.by_date(adopted), plan, (plan >= 0) & ~known(adopted))


@dataclass(frozen=True)
class _Facts:
    """What the outcome under any limit is made from."""

    built: Built
    area: Floats
    plots: Plots
    buildings: PlotBuildings
    floor_areas: FloorAreas
    placement: Placement
    area_of_parcel: Floats
    rule_sets: RuleSets
    settings: Settings


def _outcome(facts: _Facts, limit: Limit, storeys: Integers, covered: Booleans, nowhere: Integers) -> Outcome:
    """What the limits say of each plot; `nowhere` is the status, (m,), of one that is not covered.

    A plot that nobody can place lies neither within a zone nor outside.
    """
    built, area, sets = facts.built, facts.area, facts.rule_sets
    whole_area = limit.scope == area_scope()
    margin = facts.settings.footprint_margin
    floor = built.floor_area(sets.position)
    least, most = built.least_floor_area(sets.position, margin), built.floor_area(sets.position, sure=True)
    decision = decide(built, area, limit.value, whole_area, sets, margin)
    status, by_date, by_deduction = decision.status, decision.by_date, decision.by_deduction
    ratio = plot_ratio(floor, area)
    remaining = limit.value / 100 * area - floor
    parcel = _by_parcel(facts, limit)
    if parcel.applies.any():
        chosen = parcel.applies
        ratio[chosen] = plot_ratio(parcel.floor_area, parcel.plot_area)[chosen]
        remaining[chosen] = (limit.value / 100 * parcel.plot_area - parcel.floor_area)[chosen]
        least[chosen], most[chosen] = parcel.least[chosen], parcel.most[chosen]
        of_parcel = _of_parcels(facts, limit)
        status[chosen] = of_parcel.status[parcel.parcel[chosen]]
        by_date[chosen] = of_parcel.by_date[parcel.parcel[chosen]]
        by_deduction[chosen] = of_parcel.by_deduction[parcel.parcel[chosen]]
    remaining[whole_area | ~covered] = np.nan
    room = np.where(parcel.applies, parcel.room, np.maximum(remaining, 0.0))
    status = np.where(covered, status, nowhere)
    storeys = np.where(covered, storeys, nowhere)
    return Outcome(
        ratio,
        remaining,
        room,
        status,
        storeys,
        worst(status, storeys),
        parcel,
        by_date,
        by_deduction,
        least,
        most,
    )


def _parcel_groups(facts: _Facts, limit: Limit) -> tuple[Booleans, Integers]:
    """Plots of several parcels whose limit is for each by itself, (m,), and those parcels' rows."""
    applies = (limit.scope == parcel_scope()) & (facts.plots.parcels > 1)
    rows = np.flatnonzero(applies[facts.plots.of_parcel] & ~facts.plots.repeated)
    return applies, rows


def _of_parcels(facts: _Facts, limit: Limit) -> Decision:
    """What is decided of each parcel by itself, (n,); KEPT for those not asked for."""
    _, rows = _parcel_groups(facts, limit)
    built, area, plot = _parcels_built(facts, rows)
    sets = facts.rule_sets
    of_rows = RuleSets(sets.position[plot], sets.plan[plot], sets.undated[plot])
    no = np.zeros(len(rows), dtype=bool)
    decision = decide(built, area, limit.value[plot], no, of_rows, facts.settings.footprint_margin)
    count = len(facts.area_of_parcel)
    out = Decision(np.zeros(count, dtype=np.intp), np.zeros(count, dtype=bool), np.zeros(count, dtype=bool))
    out.status[rows], out.by_date[rows] = decision.status, decision.by_date
    out.by_deduction[rows] = decision.by_deduction
    return out


def _parcels_built(facts: _Facts, rows: Integers) -> tuple[Built, Floats, Integers]:
    """What is built on each of some parcels, its area, and its plot."""
    number = np.full(len(facts.area_of_parcel) + 1, -1, dtype=np.intp)
    number[rows] = np.arange(len(rows))
    parts = facts.placement.parts
    built = built_on(number[parts.parcel], len(rows), parts, facts.buildings, facts.floor_areas)
    area = facts.area_of_parcel[rows].copy()
    area[area <= 0] = np.nan
    return built, area, facts.plots.of_parcel[rows]


def _by_parcel(facts: _Facts, limit: Limit) -> ByParcel:
    """The worst parcel of each plot whose limit is for each by itself: by status, then by ratio, then by row."""
    applies, rows = _parcel_groups(facts, limit)
    count = len(applies)
    parcel = np.full(count, -1, dtype=np.intp)
    floor, size, least, most, room = (np.full(count, np.nan) for _ in range(5))
    if len(rows):
        built, area, plot = _parcels_built(facts, rows)
        position = facts.rule_sets.position[plot]
        floors = built.floor_area(position)
        status = _of_parcels(facts, limit).status[rows]
        order = np.lexsort((rows, -np.nan_to_num(plot_ratio(floors, area)), -status, plot))
        worst_row = order[np.unique(plot[order], return_index=True)[1]]
        of = plot[worst_row]
        parcel[of], floor[of], size[of] = rows[worst_row], floors[worst_row], area[worst_row]
        least[of] = built.least_floor_area(position, facts.settings.footprint_margin)[worst_row]
        most[of] = built.floor_area(position, sure=True)[worst_row]
        room = sums(plot, count, np.maximum(limit.value[plot] / 100 * area - floors, 0.0))
    return ByParcel(applies, parcel, floor, size, least, most, room)
