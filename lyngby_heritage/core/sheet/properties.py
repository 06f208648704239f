"""The properties of a plan, each with its rows: what a sheet is made of, and what it is found by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common import addresses
from ..common.arrays import Geometries
from ..common.errors import Check, never_cancelled
from ..landscape.areas import union
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.properties import NAMELESS
from ..plan.content import Plan, plots_by_property, property_keys
from ..plan.lookup import single_parcels
from ..registers.values import normal_ids

NO_PROPERTY = "\1"
"""Begins the key of a building whose property nobody knows, before its id: no register writes such a sign."""


@dataclass(frozen=True)
class Property:
    """One property: its rows in the plan's buildings and plots."""

    key: str
    """Its id (BFE); "" where nobody knows it."""
    buildings: tuple[int, ...]
    plots: tuple[int, ...]
    addresses: tuple[str, ...]
    """Of its buildings, each once, in Danish order."""
    parcels: tuple[str, ...]
    """By number and district, each parcel by itself."""
    parcel_names: tuple[str, ...]
    """The same as they are written together, a text for each plot."""


def properties_of_plan(plan: Plan, check: Check = never_cancelled) -> list[Property]:
    """Every property that has a plot or a building, in the Danish order of addresses, then by id.

    A plot of several properties (flats, common land) is each one's. A building whose property is not known stands by
    itself, once, however many rows have its id.
    """
    b = plan.buildings
    ids = normal_ids(b.ids)
    of_key: dict[str, list[int]] = {}
    for row, key in enumerate(property_keys(b, plan.plots, check)):
        for one in key.split(BETWEEN) if key else [f"{NO_PROPERTY}{ids[row] or row}"]:
            of_key.setdefault(one, []).append(row)
    plots_of = {} if plan.plots is None else plots_by_property(plan.plots)
    for key in plots_of:
        of_key.setdefault(key, [])
    found = [_property(plan, key, rows, plots_of) for key, rows in of_key.items()]
    places = [one.addresses[0] if one.addresses else "" for one in found]
    return [found[one] for one in addresses.order(places, [one.key for one in found])]


def _property(plan: Plan, key: str, rows: Sequence[int], plots_of: dict[str, list[int]]) -> Property:
    b = plan.buildings
    plots = tuple(plots_of.get(key, ()))
    if key.startswith(NAMELESS):
        plots = (int(key.removeprefix(NAMELESS)),)
    named = list(dict.fromkeys(b.addresses[row] for row in rows if b.addresses[row]))
    names = [plan.plots.parcel_numbers[one] for one in plots] if plan.plots is not None else []
    names = names or [plan.parcels[row] for row in rows]
    names = list(dict.fromkeys(one for one in names if one))
    return Property(
        key="" if key.startswith((NAMELESS, NO_PROPERTY)) else key,
        buildings=tuple(rows),
        plots=plots,
        addresses=tuple(named[one] for one in addresses.order(named, named)),
        parcels=tuple(dict.fromkeys(each for one in names for each in single_parcels(one))),
        parcel_names=tuple(names),
    )


def shapes_of(properties: Sequence[Property], plan: Plan, check: Check = never_cancelled) -> Geometries:
    """The land of each property, (n,): its plots, else its buildings; None where neither has a place."""
    shapes = np.empty(len(properties), dtype=object)
    for number, one in enumerate(properties):
        if number % 500 == 0:
            check()
        mine = plan.plots.geometries[list(one.plots)] if plan.plots is not None and one.plots else _NONE
        mine = mine[~shapely.is_missing(mine)]
        if not len(mine):
            mine = plan.buildings.geometries[list(one.buildings)] if one.buildings else _NONE
            mine = mine[~shapely.is_missing(mine)]
        if len(mine):
            shapes[number] = mine[0] if len(mine) == 1 else _together(mine, check)
    return shapes


def _together(shapes: Geometries, check: Check) -> shapely.Geometry:
    """Several areas as one; of points and areas whatever has room."""
    flat = shapes[shapely.get_dimensions(shapes) == 2]
    return union(flat, check) if len(flat) else shapely.multipoints(shapely.point_on_surface(shapes))


_NONE: Geometries = np.empty(0, dtype=object)
