"""What the report says of all plots together: counts, distribution, room left, sources, and what is unknown and why."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.data import load
from ..neighbourhood.plots import Land
from .areas import Areas
from .built import FOOTPRINT, MIXED, SOURCES
from .check import Checked
from .limits import OF_PARAMETER, OF_PLAN, OF_SUB_AREA, OF_TWO_STOREYS, OF_ZONE
from .plan_limits import NO_NUMBER, STATED, SUB_AREAS_DISAGREE, SUB_AREAS_NOT_GIVEN
from .rules import Booleans, Floats, Integers, known, rule
from .status import CODES, EXCEEDED, KEPT, NOT_COVERED, OF_AREA, UNKNOWN, changes


@dataclass(frozen=True)
class ZoneCount:
    """The plots of one zone by status, and what may still be built there in m²."""

    name: str
    plots: int
    kept: int
    exceeded: int
    unknown: int
    of_area: int
    room: float
    room_plots: int
    """Plots that the room is added up from."""


@dataclass(frozen=True)
class Worst:
    """One of the plots that exceed their limit most."""

    parcels: str
    zone: str
    floor_area: float
    plot_area: float
    ratio: float
    limit: float
    above: float
    """m² above the limit."""


@dataclass(frozen=True)
class Change:
    """What a second limit changes: a code of `aendring` with its plots."""

    code: str
    plots: int


@dataclass(frozen=True)
class Comparison:
    """The outcome under the second limit beside the first."""

    limit: float
    statuses: tuple[tuple[str, int, int], ...]
    """Code, plots now, plots under the second limit."""
    changes: tuple[Change, ...]
    zones: tuple[tuple[str, int, int, float], ...]
    """Zone, plots that change, of these to within the limits, change in room in m²."""
    ratio_changes: int
    """Plots whose ratio alone changes its status, whatever their storeys."""
    room: float
    room_before: float
    exceeding: float
    exceeding_before: float
    """m² above the limit, over all plots."""


@dataclass(frozen=True)
class Summary:
    """All of it."""

    plots: int
    """Roads and common land are none."""
    covered: int
    statuses: dict[str, int]
    ratio_statuses: dict[str, int]
    storeys_statuses: dict[str, int]
    zones: tuple[ZoneCount, ...]
    histogram: tuple[tuple[float, float, int, int], ...]
    """From %, to %, plots within their limit, plots above it; the last bar has everything from there on."""
    unbuilt: int
    """Covered plots without a main building, which the histogram leaves out."""
    unknown_ratio: int
    worst: tuple[Worst, ...]
    exceeding: float
    room: float
    roads: int
    """Parcels that are road, which are no plots."""
    commons: int
    """Pieces of common land, which are no plots."""
    area_sources: dict[str, int]
    plot_area_measured: int
    limit_sources: dict[str, int]
    storeys_sources: dict[str, int]
    rule_sets: dict[str, int]
    unknown_reasons: dict[str, int]
    lower_bounds: int
    """Covered plots whose floor area is a lower bound for a roof storey that BBR may lack."""
    comparison: Comparison | None


def summarise(checked: Checked) -> Summary:
    """Add up what the report shows."""
    outcome = checked.outcome
    covered, plot = outcome.status != NOT_COVERED, checked.land == Land.PLOT
    built = covered & (checked.built.mains > 0)
    room = _room(checked)
    position = checked.rule_sets.position
    source = checked.built.source(position)
    above = _above(outcome.remaining, outcome.ratio_status)
    return Summary(
        plots=int(plot.sum()),
        covered=int(covered.sum()),
        statuses=_codes(outcome.status[plot]),
        ratio_statuses=_codes(outcome.ratio_status[plot]),
        storeys_statuses=_codes(outcome.storeys_status[plot]),
        zones=_zones(checked, room),
        histogram=_histogram(checked, built),
        unbuilt=int((covered & (checked.built.mains == 0)).sum()),
        unknown_ratio=int((built & ~known(outcome.ratio)).sum()),
        worst=_worst(checked),
        exceeding=float(above.sum()),
        room=float(room.sum()),
        roads=int(np.isin(checked.land, (Land.ROAD, Land.ALL_ROAD)).sum()),
        commons=int((checked.land == Land.COMMON).sum()),
        area_sources={code: int((built & (source == number)).sum()) for number, code in enumerate(SOURCES)},
        plot_area_measured=int((covered & checked.plots.measured).sum()),
        limit_sources=_origins(checked.ratio_limit.origin),
        storeys_sources=_origins(checked.storeys_limit.origin),
        rule_sets={
            one["name"]: int((built & (position == number)).sum()) for number, one in enumerate(rule("rule_sets"))
        },
        unknown_reasons=_reasons(checked, covered),
        lower_bounds=int((covered & checked.built.pitched).sum()),
        comparison=_comparison(checked, room),
    )


def zone_names(zones: Areas) -> list[str]:
    """What the report calls each zone: its number, where it has one, and its name."""
    return [source.removeprefix("ramme ").removeprefix("zone ") for source in zones.sources]


def _codes(status: Integers) -> dict[str, int]:
    return {code: int((status == number).sum()) for number, code in enumerate(CODES)}


def _origins(origin: Integers) -> dict[str, int]:
    names = {
        OF_SUB_AREA: "delomraade",
        OF_PLAN: "lokalplan",
        OF_ZONE: "zone",
        OF_PARAMETER: "parameter",
        OF_TWO_STOREYS: "to_etager",
    }
    return {name: int((origin == number).sum()) for number, name in names.items()}


def _room(checked: Checked) -> Floats:
    """m² that may still be built on each plot, (m,)."""
    decided = np.isin(checked.outcome.ratio_status, (KEPT, EXCEEDED))
    return np.where(decided, np.nan_to_num(checked.outcome.room), 0.0)


def _above(remaining: Floats, status: Integers) -> Floats:
    """m² above the limit of each plot that exceeds it, (m,)."""
    return np.where(status == EXCEEDED, np.maximum(-np.nan_to_num(remaining), 0.0), 0.0)


def _zones(checked: Checked, room: Floats) -> tuple[ZoneCount, ...]:
    """A row for each zone that has plots, in the layer's order."""
    zone, status = checked.zone, checked.outcome.status
    count = len(checked.grounds.zones)
    inside = (zone >= 0) & checked.placed & (checked.land == Land.PLOT)

    def of(code: int) -> list[int]:
        counted: list[int] = np.bincount(zone[inside & (status == code)], minlength=count).tolist()
        return counted

    rooms = np.bincount(zone[inside], weights=room[inside], minlength=count)
    with_room = np.bincount(zone[inside & (room > 0)], minlength=count)
    columns = (
        zone_names(checked.grounds.zones),
        np.bincount(zone[inside], minlength=count).tolist(),
        of(KEPT),
        of(EXCEEDED),
        of(UNKNOWN),
        of(OF_AREA),
        rooms.tolist(),
        with_room.tolist(),
    )
    return tuple(ZoneCount(*row) for row in zip(*columns) if row[1])


def _histogram(checked: Checked, built: Booleans) -> tuple[tuple[float, float, int, int], ...]:
    """How the ratios of the built plots are spread. One on the edge of a bar stands in the lower one: 30.0 is ≤ 30."""
    width, until = rule("histogram")["width"], rule("histogram")["until"]
    ratio = checked.outcome.ratio
    chosen = built & known(ratio)
    above = checked.outcome.ratio_status == EXCEEDED
    bars = until // width + 1
    bar = np.clip(np.ceil(np.nan_to_num(ratio) / width - 1e-9) - 1, 0, bars - 1).astype(np.intp)
    within = np.bincount(bar[chosen & ~above], minlength=bars).tolist()
    over = np.bincount(bar[chosen & above], minlength=bars).tolist()
    return tuple((float(width * i), float(width * (i + 1)), within[i], over[i]) for i in range(bars))


def _worst(checked: Checked) -> tuple[Worst, ...]:
    """The plots that exceed their ratio by the most per cent, the worst first."""
    outcome, by_parcel = checked.outcome, checked.outcome.by_parcel
    rows = np.flatnonzero(outcome.ratio_status == EXCEEDED)
    beyond = outcome.ratio[rows] - checked.ratio_limit.value[rows]
    rows = rows[np.lexsort((rows, -beyond))][: rule("most_exceeded")]
    zones, parcels = zone_names(checked.grounds.zones), checked.inputs.parcels
    found = []
    for row in rows.tolist():
        members = np.flatnonzero(checked.plots.of_parcel == row).tolist()
        floor, area = checked.floor_area[row], checked.area[row]
        if by_parcel.applies[row]:
            members = [int(by_parcel.parcel[row])]
            floor, area = by_parcel.floor_area[row], by_parcel.plot_area[row]
        found.append(
            Worst(
                parcels=parcels.named(members) or "–",
                zone=zones[checked.zone[row]],
                floor_area=float(floor),
                plot_area=float(area),
                ratio=float(outcome.ratio[row]),
                limit=float(checked.ratio_limit.value[row]),
                above=float(-outcome.remaining[row]),
            )
        )
    return tuple(found)


def unknown_reasons(checked: Checked) -> list[tuple[str, int]]:
    """Why plots in the zones are unknown, in words, and how many plots; one may have several reasons."""
    reasons = _reasons(checked, checked.outcome.status != NOT_COVERED)
    words = load("rules/plot_ratio_texts.json")["unknown_reasons"]
    return [(words[code], count) for code, count in reasons.items() if count]


def _reasons(checked: Checked, covered: Booleans) -> dict[str, int]:
    """Why plots are unknown, as a whole; one plot may have several reasons."""
    outcome, built = checked.outcome, checked.built
    ratio, storeys = outcome.ratio_status == UNKNOWN, outcome.storeys_status == UNKNOWN
    inside = covered & checked.placed & (outcome.status == UNKNOWN)
    weak = np.isin(built.source(checked.rule_sets.position), (FOOTPRINT, MIXED))
    no_floor = ratio & inside & (built.unknown_mains > 0)
    no_conservatory = ratio & inside & built.unknown & ~no_floor
    no_area = ratio & inside & ~known(checked.area) & ~no_floor & ~no_conservatory

    def without_limit(why: int) -> Booleans:
        limits = ((ratio, checked.ratio_limit), (storeys, checked.storeys_limit))
        first, other = (asked & ~known(limit.value) & (limit.why == why) for asked, limit in limits)
        without: Booleans = inside & (first | other)
        return without

    rest = ratio & inside & ~built.unknown & ~no_area & known(checked.ratio_limit.value)
    by_date = rest & outcome.date_decides
    by_deduction = rest & outcome.deduction_decides
    other = rest & ~by_date & ~by_deduction
    measured = other & weak
    doubtful = storeys & (built.storeys > checked.storeys_limit.value)
    masks = {
        "no_geometry": covered & ~checked.placed,
        "no_floor_area": no_floor,
        "no_conservatory_area": no_conservatory,
        "no_plot_area": no_area,
        "limit_unreadable": without_limit(STATED),
        "sub_areas_not_given": without_limit(SUB_AREAS_NOT_GIVEN),
        "no_number": without_limit(NO_NUMBER),
        "sub_areas_disagree": without_limit(SUB_AREAS_DISAGREE),
        "undated": by_date,
        "deduction": by_deduction,
        "measured": measured,
        "basement": (other & ~weak) | (inside & doubtful),
        "no_storeys": inside & storeys & ~doubtful & known(checked.storeys_limit.value),
    }
    return {name: int(mask.sum()) for name, mask in masks.items()}


def _comparison(checked: Checked, room: Floats) -> Comparison | None:
    if checked.compared is None or checked.settings.compare_plot_ratio is None:
        return None
    before, after = checked.outcome, checked.compared
    decided = np.isin(after.ratio_status, (KEPT, EXCEEDED))
    room_after = np.where(decided, np.nan_to_num(after.room), 0.0)
    changed = before.status != after.status
    relieved = changed & (after.status == KEPT)
    codes = changes(before.status, after.status, checked.bound)
    counted: dict[str, int] = {}
    for code, outside in zip(codes, (before.status == NOT_COVERED).tolist()):
        if not outside:
            counted[code] = counted.get(code, 0) + 1
    zones = []
    for number, name in enumerate(zone_names(checked.grounds.zones)):
        here = (checked.zone == number) & checked.placed & (checked.land == Land.PLOT)
        moved = float((room_after - room)[here].sum())
        if here.any() and (changed[here].any() or abs(moved) > 0.5):
            zones.append((name, int(changed[here].sum()), int(relieved[here].sum()), moved))
    return Comparison(
        limit=checked.settings.compare_plot_ratio,
        statuses=tuple(
            (code, int((before.status == number).sum()), int((after.status == number).sum()))
            for number, code in enumerate(CODES)
            if number != NOT_COVERED
        ),
        changes=tuple(Change(code, count) for code, count in sorted(counted.items(), key=lambda one: -one[1])),
        zones=tuple(sorted(zones, key=lambda one: -one[1])),
        ratio_changes=int((before.ratio_status != after.ratio_status).sum()),
        room=float(room_after.sum()),
        room_before=float(room.sum()),
        exceeding=float(_above(after.remaining, after.ratio_status).sum()),
        exceeding_before=float(_above(before.remaining, before.ratio_status).sum()),
    )
