"""The properties that are heard: those with a building that the proposal names, and those in a decided environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.addresses import danish_key
from ..common.arrays import Geometries
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..designation.chosen_values import designation_texts
from ..designation.shown_classes import CHURCH, LISTED
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.properties import NAMELESS
from ..plan.area_parcels import (
    OUTSIDE,
    buildings_by_parcel,
    buildings_by_plot,
    listed_parcels,
    partly_listed,
    plots_in_environments,
    reach_of,
)
from ..plan.content import (
    Buildings,
    Plots,
    plots_by_property,
    plots_of_buildings,
    property_keys,
)
from ..plan.state import PlanState
from ..registers.values import normal_ids
from .rows import property_key

TEXTS = "rules/hearing_texts.json"

__all__ = [
    "CHURCH",
    "LISTED",
    "HeardBuilding",
    "HeardProperty",
    "LandIn",
    "heard_properties",
]


@dataclass(frozen=True)
class Heard:
    """What is known of the plan, (n,) buildings: what the layers hold and what was worked out from them."""

    buildings: Buildings
    numbers: Sequence[int | None]
    """The running number of each."""
    preserved_by: Sequence[Sequence[str]]
    """The plans that may preserve each already (`preserving_plans`)."""
    parcels: Sequence[str]
    """The parcels of each by number and district, "" where unknown."""
    state: PlanState
    plots: Plots | None
    environment_names: Sequence[str]
    """The decided environments, (k,)."""
    environments: Geometries


@dataclass(frozen=True)
class HeardBuilding:
    """A building that the proposal names, as a letter tells of it."""

    number: int | None
    address: str
    save: int | None
    ground: str
    """In words."""
    reason: str
    preserved_by: tuple[str, ...] = ()
    apart: str = ""
    """LISTED or CHURCH where the plan's provisions do not bind it."""


@dataclass(frozen=True)
class LandIn:
    """How much of a property lies in an environment."""

    parcels: str = ""
    """Those of its parcels that have land there, where not all have; "" for all, and where nobody knows them."""
    whole: bool = False
    """Whether all the land of these lies there."""


@dataclass(frozen=True)
class HeardProperty:
    """A property whose owners, tenants and users are heard."""

    key: str
    """As it is compared (`property_key`); "" where nobody knows its number."""
    address: str
    parcels: str
    buildings: tuple[HeardBuilding, ...] = ()
    environments: tuple[str, ...] = ()
    """The decided environments that it has land or a building in."""
    land_in: tuple[LandIn, ...] = ()
    """How much of it lies in each of these."""
    near: bool = False
    """It is outside the plan, and somebody decided that it is heard."""
    in_area: str = ""
    """Those of its parcels that § 2 lists: on which a building stands that the provisions bind, its own or another."""
    standing: int = 1
    """How many such buildings stand on these."""

    @property
    def bound(self) -> bool:
        """Whether the provisions bind a building on it."""
        return any(not one.apart for one in self.buildings)

    @property
    def apart(self) -> bool:
        """Whether a building stands on it that the plan mentions and does not bind: other laws may ask more of it."""
        return any(one.apart for one in self.buildings)

    @property
    def listed(self) -> bool:
        """Whether a listed building stands on it."""
        return any(one.apart == LISTED for one in self.buildings)

    @property
    def reach(self) -> str:
        """Whether it is in the plan's area (`reach_of`); one that is only near is not."""
        if self.near:
            return OUTSIDE
        return reach_of(self.bound, bool(self.in_area), bool(self.environments), bool(self.parcels))

    @property
    def partly(self) -> bool:
        """Whether § 2 lists some of its parcels, and others not."""
        return partly_listed(self.parcels, self.in_area)

    @property
    def called(self) -> str:
        """What people find it by: its address, else its parcels, else its number."""
        if self.address or not self.parcels:
            return self.address or (f"ejendom {self.key}" if self.key else "ejendom uden nummer")
        return f"matr.nr. {self.parcels}"


def heard_properties(heard: Heard, check: Check = never_cancelled) -> list[HeardProperty]:
    """The properties in the order of their addresses, each once; a building without one is a property without key.

    A listed building or a church is told to its owner whatever its value: the proposal numbers it and shows it.
    """
    buildings = heard.buildings
    named = buildings.named
    keys = property_keys(buildings, heard.plots, check)
    inside = _environments_of_buildings(heard)
    ids = normal_ids(buildings.ids)
    found: dict[str, _Gathered] = {}
    for row in np.flatnonzero(named | np.array([bool(one) for one in inside], dtype=bool)).tolist():
        for key in _numbers(keys[row], ids[row] or str(row)):
            gathered = found.setdefault(key, _Gathered(key))
            for name in inside[row]:
                gathered.environments.setdefault(name, {})
            gathered.addresses.append(buildings.addresses[row])
            gathered.parcels.append(heard.parcels[row])
            if named[row]:
                gathered.rows.append(row)
    area = buildings_by_parcel(heard.buildings, heard.parcels)
    if heard.plots is not None:
        _add_plots(found, heard.plots, heard)
        _name_plots(found, heard.plots, buildings, check)
        _find_in_area(found, heard.plots, buildings, check)
    for gathered in found.values():
        gathered.find_in_area(area)
    made = [gathered.property(heard) for gathered in found.values()]
    return sorted(made, key=lambda one: (danish_key(one.address), one.address, one.parcels, one.key))


NO_NUMBER = "\0"
"""Begins the key of a property without number while it is gathered, before a building's id."""


def _numbers(key: str, building: str) -> list[str]:
    """The properties that a key names: a plot may be several properties'."""
    if key.startswith(NAMELESS) or not key:
        return [f"{NO_NUMBER}{key or building}"]
    return [property_key(one) for one in key.split(BETWEEN) if one]


class _Gathered:
    """A property while its buildings and environments are found."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.rows: list[int] = []
        self.environments: dict[str, dict[str, bool]] = {}
        """Name → the parcels that have land there, each with whether all of it lies there."""
        self.addresses: list[str] = []
        self.parcels: list[str] = []
        self.in_area: list[str] = []
        self.standing: set[int] = set()
        """The buildings on these that the provisions bind."""

    def find_in_area(self, area: Mapping[str, Sequence[int]]) -> None:
        """Take those of its parcels that § 2 lists by name, where its plots did not tell."""
        if not self.in_area:
            self.in_area = listed_parcels([next(filter(None, self.parcels), "")], area)
            self.standing.update(*(area[one] for one in self.in_area))

    def _land(self, held: dict[str, bool]) -> LandIn:
        """How much of it lies where the parcels that are `held` lie."""
        every = next(filter(None, self.parcels), "").split("; ")
        return LandIn("" if set(every) <= set(held) else "; ".join(held), bool(held) and all(held.values()))

    def property(self, heard: Heard) -> HeardProperty:
        buildings = heard.buildings
        rows = sorted(self.rows, key=lambda row: (heard.numbers[row] is None, heard.numbers[row] or 0, row))
        named = [buildings.addresses[row] for row in rows if buildings.addresses[row]]
        return HeardProperty(
            key="" if self.key.startswith(NO_NUMBER) else self.key,
            address=next(iter([*named, *filter(None, self.addresses)]), ""),
            parcels=next(filter(None, self.parcels), ""),
            buildings=tuple(_building(heard, row) for row in rows),
            environments=tuple(self.environments),
            land_in=tuple(map(self._land, self.environments.values())),
            in_area="; ".join(dict.fromkeys(filter(None, self.in_area))),
            standing=len(self.standing),
        )


def _find_in_area(found: dict[str, _Gathered], plots: Plots, buildings: Buildings, check: Check) -> None:
    """The parcels of each property that § 2 lists, by its plots."""
    for row, standing in sorted(buildings_by_plot(buildings, plots, check).items()):
        for key in map(property_key, filter(None, plots.property_ids[row].split(BETWEEN))):
            if key in found:
                found[key].in_area.append(plots.parcel_numbers[row])
                found[key].standing.update(standing)


def _building(heard: Heard, row: int) -> HeardBuilding:
    buildings = heard.buildings
    save, apart = int(buildings.save[row]), buildings.standing_apart[row]
    grounds: dict[str, str] = load(TEXTS)["grounds_apart"]
    return HeardBuilding(
        number=heard.numbers[row],
        address=buildings.addresses[row],
        save=save if save > 0 else None,
        # What stands apart is not designated by the plan, whatever the rule said of it.
        ground=grounds[apart] if apart else _ground(heard.state, buildings.ground[row]),
        reason="" if apart else buildings.reasons[row],
        preserved_by=tuple(heard.preserved_by[row]),
        apart=apart,
    )


def _ground(state: PlanState, code: str) -> str:
    """On which ground a building is to be designated, as a sentence begins: "Foreslås udpeget: SAVE-værdi 1–3"."""
    known = (one for one in designation_texts()["classes"] if one["code"] == code and one["designated"] is True)
    described = next(known, None)
    return state.legend(described) if described is not None else f"{state.answer(designated=True)}: {code or 'ukendt'}"


def _environments_of_buildings(heard: Heard) -> list[list[str]]:
    """The decided environments that each building stands in, (n,)."""
    found: list[list[str]] = [[] for _ in range(len(heard.buildings))]
    if not len(heard.environments):
        return found
    tree = shapely.STRtree(heard.environments)
    points = heard.buildings.points
    for row, place in zip(*(one.tolist() for one in tree.query(points, predicate="intersects"))):
        found[row].append(heard.environment_names[place])
    return found


def _add_plots(found: dict[str, _Gathered], plots: Plots, heard: Heard) -> None:
    """The properties that have land in an environment, whether or not a building stands on it."""
    for place, row, whole in plots_in_environments(heard.environments, plots):
        for key in _numbers(plots.property_ids[row] or f"{NAMELESS}{row}", str(row)):
            gathered = found.setdefault(key, _Gathered(key))
            held = gathered.environments.setdefault(heard.environment_names[place], {})
            gathered.parcels.append(plots.parcel_numbers[row])
            for number in plots.parcel_numbers[row].split("; "):
                held[number] = whole and held.get(number, True)


def _name_plots(found: dict[str, _Gathered], plots: Plots, buildings: Buildings, check: Check) -> None:
    """All parcels of each property, and an address for those without a building that is heard."""
    parcels: dict[str, list[str]] = {}
    for key, rows in plots_by_property(plots).items():
        parcels.setdefault(property_key(key), []).extend(plots.parcel_numbers[row] for row in rows)
    addresses = addresses_of_properties(plots, buildings, check)
    for key, gathered in found.items():
        if key in parcels:
            gathered.parcels.insert(0, "; ".join(dict.fromkeys(filter(None, parcels[key]))))
        if not any(gathered.addresses) and key in addresses:
            gathered.addresses.append(addresses[key])


def addresses_of_properties(plots: Plots, buildings: Buildings, check: Check) -> dict[str, str]:
    """The address of each property by its key: that of its first main building, else of any."""
    found: dict[str, str] = {}
    order = np.argsort(~buildings.main, kind="stable").tolist()
    held = plots_of_buildings(buildings, plots, check)
    for row in order:
        if buildings.addresses[row]:
            for plot in held[row]:
                for one in plots.property_ids[plot].split(BETWEEN):
                    found.setdefault(property_key(one), buildings.addresses[row])
    return found
