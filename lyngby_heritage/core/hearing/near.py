"""The properties near the plan, on which a person decides whether they are heard.

planloven § 26 names owners, tenants and users outside a plan too, where it is essential to them in the municipality's
judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely

from ..common.addresses import danish_key
from ..common.errors import Check, never_cancelled
from ..neighbourhood.holders import BETWEEN
from ..plan.area_parcels import area_plots, parcels_called
from ..plan.content import Plots
from .properties import Heard, HeardProperty, addresses_of_properties
from .rows import property_key


@dataclass(frozen=True)
class Near:
    """A property outside the plan that lies near one that is heard."""

    property: HeardProperty
    metres: float | None
    """To the nearest land in the plan's area (§ 2), None where nobody knows any."""
    to: str
    """The property that has it."""
    only_by: str = ""
    """The land of a property that is heard for which alone it is near: land that § 2 does not list; "" elsewhere."""
    only_metres: float = 0.0
    """And how far that is."""


class _Way(NamedTuple):
    """From a plot to the nearest of others, by their rows."""

    metres: float
    plot: int
    to: int


def near_properties(
    heard: Heard, properties: Sequence[HeardProperty], metres: float, check: Check = never_cancelled
) -> list[Near]:
    """The properties within so many metres of those that are heard, which they are not; nearest to the plan first.

    Some of those that are heard have no land in the plan's area: a church, a listed building, a road in an environment.
    How far a property is from the plan is measured to the land that § 2 lists, and to no other.
    """
    plots = heard.plots
    if metres <= 0 or plots is None or not len(plots.property_ids):
        return []
    names = {one.key: one for one in properties if one.key}
    keys = [[property_key(one) for one in ids.split(BETWEEN) if one] for ids in plots.property_ids]
    own = np.array([any(one in names for one in each) for each in keys], dtype=bool)
    others = np.flatnonzero(~own & ~shapely.is_missing(plots.geometries)).tolist()
    check()
    reached = _nearest_by_key(plots, keys, others, np.flatnonzero(own).tolist(), metres)
    check()
    theirs = [row for row in others if any(key in reached for key in keys[row])]
    to_area = _nearest_by_key(plots, keys, theirs, area_plots(heard.buildings, plots, check), None)
    addresses = addresses_of_properties(plots, heard.buildings, check)

    def holder_of(plot: int) -> HeardProperty:
        held = (names[key] for key in keys[plot] if key in names)
        return next(held, HeardProperty("", "", plots.parcel_numbers[plot]))

    found = []
    for key, way in reached.items():
        area = to_area.get(key)
        if area is not None and area.metres <= metres:
            one = HeardProperty(key, addresses.get(key, ""), plots.parcel_numbers[area.plot], near=True)
            found.append(Near(one, area.metres, holder_of(area.to).called))
            continue
        both = [way.plot] if area is None else [way.plot, area.plot]
        parcels = "; ".join(dict.fromkeys(filter(None, (plots.parcel_numbers[plot] for plot in both))))
        one = HeardProperty(key, addresses.get(key, ""), parcels, near=True)
        land = _land_called(plots.parcel_numbers[way.to], holder_of(way.to))
        to = "" if area is None else holder_of(area.to).called
        found.append(Near(one, None if area is None else area.metres, to, land, way.metres))
    return sorted(found, key=_order)


def _order(one: Near) -> tuple[bool, float, tuple[object, ...], str]:
    far = one.only_metres if one.metres is None else one.metres
    return (one.metres is None, round(far, 1), danish_key(one.property.called), one.property.key)


def _land_called(parcels: str, holder: HeardProperty) -> str:
    """A piece of land by its parcels, with the address of the property that has it."""
    if not parcels:
        return holder.called
    return parcels_called(parcels) + (f" ({holder.address})" if holder.address else "")


def _nearest_by_key(
    plots: Plots, keys: Sequence[Sequence[str]], asked: Sequence[int], to: Sequence[int], metres: float | None
) -> dict[str, _Way]:
    """The shortest way from each property's plots among those `asked` to the plots `to`, within reach, by its key."""
    found: dict[str, _Way] = {}
    if not asked or not to:
        return found
    tree = shapely.STRtree(plots.geometries[to])
    (places, ends), distances = tree.query_nearest(
        plots.geometries[asked], max_distance=metres, return_distance=True, all_matches=False
    )
    for place, end, distance in zip(places.tolist(), ends.tolist(), distances.tolist()):
        for key in keys[asked[place]]:
            if key not in found or distance < found[key].metres:
                found[key] = _Way(distance, asked[place], to[end])
    return found


def chosen_near(near: Sequence[Near], wanted: Iterable[str]) -> list[HeardProperty]:
    """The near properties that somebody decided to hear, by their keys."""
    keys = frozenset(wanted)
    return [one.property for one in near if one.property.key in keys]
