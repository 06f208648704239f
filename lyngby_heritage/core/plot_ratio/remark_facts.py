"""What a remark may say of each plot: one column per fact."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..neighbourhood.plots import Land, ParcelRows
from .built import FOOTPRINT
from .check import Checked
from .rules import Booleans, Integers, known, rule


def columns_of(checked: Checked) -> dict[str, np.ndarray[Any, Any]]:
    """Everything that a remark may name, one array per fact, (m,)."""
    built, outcome, plots = checked.built, checked.outcome, checked.plots
    position = checked.rule_sets.position
    parcels = checked.inputs.parcels
    count = len(checked)
    drawn = np.bincount(plots.of_parcel, weights=plots.drawn_of_parcel, minlength=count)
    in_zones = checked.grounds.in_zones.partly
    columns: dict[str, np.ndarray[Any, Any]] = {
        "placed": checked.placed,
        "covered": (checked.zone >= 0) & checked.placed & (checked.land == Land.PLOT),
        "partly": in_zones,
        "area": checked.area,
        "plot_area": plots.area,
        "drawn": drawn,
        "left_out": checked.left_out,
        "planning_zone": checked.planning_zone,
        "floor_area": checked.floor_area,
        "main_area": built.main_area,
        "secondary": built.secondary,
        "deduction": built.deduction(position),
        "sure_deduction": built.deduction(position, sure=True),
        "excess": built.excess(position),
        "available": np.choose(position, built.available) if count else np.empty(0),
        "ratio": outcome.ratio,
        "limit": checked.ratio_limit.value,
        "scope": checked.ratio_limit.scope,
        "remaining": outcome.remaining,
        "ratio_status": outcome.ratio_status,
        "weak": built.source(position) >= FOOTPRINT,
        "all_measured": built.source(position) == FOOTPRINT,
        "least": outcome.least,
        "most": outcome.most,
        "deduction_decides": outcome.deduction_decides,
        "parcel": np.where(outcome.by_parcel.applies, outcome.by_parcel.parcel, -1),
        "parcel_floor": outcome.by_parcel.floor_area,
        "parcel_area": outcome.by_parcel.plot_area,
        "storeys_limit": checked.storeys_limit.value,
        "storeys_status": outcome.storeys_status,
        "rule_set": position,
        "plan": checked.rule_sets.plan,
        "undated": checked.rule_sets.undated,
        "date_decides": outcome.date_decides,
        "ratio_why": checked.ratio_limit.why,
        "storeys_why": checked.storeys_limit.why,
        "ratio_silent": checked.ratio_limit.silent,
        "storeys_silent": checked.storeys_limit.silent,
        "ratio_disagreeing": checked.ratio_limit.disagreeing,
        "storeys_disagreeing": checked.storeys_limit.disagreeing,
        "measured": plots.measured & checked.placed,
        "deviating": deviating(checked),
        "road": np.bincount(plots.of_parcel, weights=np.nan_to_num(_road(parcels, plots.repeated)), minlength=count),
        "land": checked.land,
        "is_road": plots.land == Land.ALL_ROAD,
        "listed": _listed(checked),
        "repeated": any_parcel(checked, plots.repeated & (parcels.listed == 1)),
        "mixed_zones": checked.mixed_zones,
        "contested": checked.contested,
        **_shared(checked),
    }
    for name in (
        "mains",
        "unknown_mains",
        "total",
        "times",
        "polygon",
        "roof",
        "basement",
        "basement_all",
        "doubtful_basement",
        "taken_out",
        "built_in",
        "garage_in_basement",
        "measured_secondary",
        "unknown_secondary",
        "conservatory",
        "measured_conservatory",
        "unknown_conservatories",
        "dwellings",
        "storeys",
        "storeys_roof",
        "storeys_basement",
        "full_storeys",
        "unknown_storeys",
        "pitched",
    ):
        columns[name] = getattr(built, name)
    columns["remarked"] = _any_caveat(columns)
    return columns


CAVEATS = (
    "pitched",
    "doubtful_basement",
    "garage_in_basement",
    "times",
    "polygon",
    "unknown_secondary",
    "measured_secondary",
    "measured_conservatory",
    "measured",
    "deviating",
    "road",
    "listed",
    "repeated",
    "mixed_zones",
    "contested",
    "shared",
)


def _any_caveat(columns: dict[str, np.ndarray[Any, Any]]) -> Booleans:
    """Whether there is anything that the reader must know besides the sum, (m,)."""
    out = np.zeros(len(columns["placed"]), dtype=bool)
    for name in CAVEATS:
        out |= columns[name] > 0
    return out


def _road(parcels: ParcelRows, repeated: Booleans) -> np.ndarray[Any, Any]:
    return np.where(repeated, 0.0, parcels.road)


def _shared(checked: Checked) -> dict[str, np.ndarray[Any, Any]]:
    """How many buildings each plot shares with other properties, (m,), and the least share that it has of one."""
    parts, count = checked.placement.parts, len(checked)
    shared = parts.shared
    least = np.ones(count)
    np.minimum.at(least, parts.plot[shared], parts.share[shared])
    return {"shared": np.bincount(parts.plot[shared], minlength=count), "least_share": least}


def _listed(checked: Checked) -> Integers:
    """The most properties that a parcel of each plot is listed for, (m,), 0 where each is listed for one."""
    listed = checked.inputs.parcels.listed
    out = np.zeros(len(checked), dtype=np.intp)
    np.maximum.at(out, checked.plots.of_parcel, np.where(listed > 1, listed, 0))
    return out


def any_parcel(checked: Checked, marked: Booleans) -> Booleans:
    """Plots with any parcel that is marked, (m,)."""
    out = np.zeros(len(checked), dtype=bool)
    out[checked.plots.of_parcel[marked]] = True
    return out


def deviating(checked: Checked) -> Booleans:
    """Plots with a parcel whose registered area is far from the drawn one, (m,)."""
    plots, registered = checked.plots, checked.inputs.parcels.registered
    share = rule("area_deviation_percent") / 100
    drawn = plots.drawn_of_parcel
    far = known(registered) & (drawn > 0) & ~plots.repeated & (np.abs(registered - drawn) > share * drawn)
    several = np.bincount(plots.of_parcel[plots.repeated], minlength=len(checked)) > 0
    out: Booleans = any_parcel(checked, far) & ~several
    return out
