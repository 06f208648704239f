"""Properties and their parcels: plots, second parcels, roads, and the open land."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

from .naming import names, parcel_letters
from .tables import Column, Flags, Integers, Objects, texts, whole
from .town import Town, second_parcels

FIRST_PROPERTY = 9_100_000
FIRST_PARCEL = 800_000
MISSING_AREA, ROAD_ON_PLOT = 0.004, 0.03
"""Shares of the plots whose registered area is missing, and of those with a road laid out on them."""


@dataclass(frozen=True)
class Ownership:
    """Which property each plot (n,) belongs to, and what is special about it."""

    property: Integers
    garden: Flags
    """A property's second parcel, without a building."""
    common: int
    """The plot that is a common parcel, -1 where there is none."""
    church: int
    """The plot of the church."""
    count: int
    """Properties of plots; the municipality's has the number `count`, further ones follow."""


@dataclass(frozen=True)
class Parcels:
    """The cadastre's parcels: first the town's plots in their order, then roads, then open land."""

    geometry: Objects
    property: Objects
    """The property's number in the register, as text."""
    number: Objects
    columns: dict[str, Column]
    plots: int


def divide_ownership(
    town: Town, areas: Column, properties: int, kinds: list[str], rng: np.random.Generator
) -> Ownership:
    """Give each plot its property; the plots' areas (n,) in m²."""
    adjoining, apart = second_parcels(properties)
    village = town.plot_kind == kinds.index("landsby")
    rank = np.where(town.built, areas * np.where(village, 100.0, 1.0), 0)
    if "institution" in kinds:
        rank[town.plot_kind == kinds.index("institution")] = 0
    church = int(np.argmax(rank))
    # Pairs of neighbours in a row: of each only the second may become a garden, so that no owner loses his house.
    first = np.arange(0, town.count - 1, 2)
    usable = (town.row[first] == town.row[first + 1]) & town.built[first + 1]
    usable &= (first != church) & (first + 1 != church)
    first = first[usable]
    loose = np.isin(town.plot_kind[first], [kinds.index(k) for k in ("villa_1900", "villa_1930", "typehus", "landsby")])
    first = first[np.lexsort((rng.random(len(first)), ~loose))]
    beside, away = first[:adjoining], first[adjoining : adjoining + apart]
    owner = np.arange(town.count)
    owner[beside + 1] = beside
    for plot in away.tolist():
        others = np.flatnonzero((town.cell == town.cell[plot]) & (town.row != town.row[plot]) & town.built)
        others = others[(others % 2 == 0) & (owner[others] == others) & (others != church)]
        owner[plot + 1] = others[len(others) // 2] if len(others) else plot
    garden = owner != np.arange(town.count)
    free = ~garden & town.built
    free[church] = False
    free[owner[garden]] = False
    terraced = np.flatnonzero(free & (town.plot_kind == kinds.index("raekkehus")))
    spare = terraced if len(terraced) else np.flatnonzero(free)
    common = int(spare[len(spare) // 2]) if len(spare) > 8 else -1
    owners = np.unique(owner[town.built])
    number = np.where(town.built, np.searchsorted(owners, owner), len(owners))
    return Ownership(number, garden, common, church, len(owners))


def make_parcels(
    town: Town,
    plots: Objects,
    owned: Ownership,
    farms: Integers,
    rng: np.random.Generator,
    check: Callable[[], None],
) -> Parcels:
    """All parcels of the town. `farms` are plots whose properties own the fields outside."""
    cells, groups = town.cells, np.array([cell.group for cell in town.cells])
    built = np.flatnonzero(town.kind >= 0)
    order = np.argsort(town.cell, kind="stable")
    bounds = np.append(np.searchsorted(town.cell[order], built), town.count)
    streets = np.empty(len(built), dtype=object)
    for position, cell in enumerate(built.tolist()):
        check()
        inside = plots[order[bounds[position] : bounds[position + 1]]]
        streets[position] = shapely.difference(town.outlines[cell], shapely.coverage_union_all(inside))
    road_groups = np.unique(groups[built])
    by_group = np.argsort(groups[built], kind="stable")
    first = np.searchsorted(groups[built][by_group], road_groups)
    roads = [shapely.coverage_union_all(members) for members in np.split(streets[by_group], first[1:])]
    road_cell = built[by_group[first]]

    open_cells = np.flatnonzero(town.kind < 0)
    uses = [cells[cell].use for cell in open_cells.tolist()]
    municipal, railway = owned.count, owned.count + 1
    open_owner = np.full(len(open_cells), municipal)
    open_owner[[use == "bane" for use in uses]] = railway
    fields = np.flatnonzero([use == "" for use in uses])
    if len(farms):
        open_owner[fields] = owned.property[farms[np.arange(len(fields)) % len(farms)]]
    geometry = np.concatenate([plots, np.array(roads, dtype=object), town.outlines[open_cells]])
    owner = np.concatenate([owned.property, railway + 1 + np.arange(len(roads)), open_owner])
    cell_of = np.concatenate([town.cell, road_cell, open_cells])
    is_road = np.zeros(len(geometry), dtype=bool)
    is_road[len(plots) : len(plots) + len(roads)] = True
    is_road[len(plots) + len(roads) :] = [use == "vej" for use in uses]

    register = FIRST_PROPERTY + np.cumsum(rng.integers(1, 9, int(owner.max()) + 1))
    numbers = texts(map(str, register[owner].tolist()))
    districts = names()["districts"]
    district = ((town.centres[:, 0] > 0) * 2 + (town.centres[:, 1] > town.ground.valley))[cell_of]
    area = np.round(shapely.area(geometry) * (1 + rng.normal(0, 0.006, len(geometry))))
    missing = rng.random(len(geometry)) < MISSING_AREA
    missing[min(7, len(plots) - 1)] = True
    far_off = len(plots) // 3
    area[far_off] = round(area[far_off] * 1.6)
    missing[far_off] = False
    road_area = np.where(rng.random(len(geometry)) < ROAD_ON_PLOT, rng.integers(18, 95, len(geometry)), 0)
    road_area = np.where(is_road, area, road_area)
    common = np.zeros(len(geometry), dtype=bool)
    if owned.common >= 0:
        common[owned.common] = True
    local = FIRST_PARCEL + np.cumsum(rng.integers(1, 6, len(geometry)))
    matrikel = _parcel_numbers(cell_of, district, is_road, len(plots))
    return Parcels(
        geometry,
        numbers,
        matrikel,
        {
            "id_lokalId": texts(map(str, local.tolist())),
            "matrikelnummer": matrikel,
            "ejerlavskode": whole(np.array([code for _, code in districts])[district]),
            "ejerlavsnavn": texts(districts[number][0] for number in district.tolist()),
            "registreretAreal": whole(area, missing),
            "vejareal": whole(road_area),
            "faelleslod": common,
            "samletFastEjendomLokalId": numbers,
            "kommunekode": texts(["0173"] * len(geometry)),
        },
        len(plots),
    )


def _parcel_numbers(cell: Integers, district: Integers, road: Flags, plots: int) -> Objects:
    """Parcel numbers such as `12bæ`, unique within a district; roads are numbered from 7000a."""
    kind = np.where(road, 1, np.where(np.arange(len(cell)) < plots, 0, 2))
    out = np.empty(len(cell), dtype=object)
    for number in range(4):
        here = (district == number) & (kind == 0)
        cells, inverse = np.unique(cell[here], return_inverse=True)
        order = np.argsort(inverse, kind="stable")
        first = np.searchsorted(inverse[order], np.arange(len(cells)))
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order)) - first[inverse[order]]
        out[here] = [f"{i + 1}{parcel_letters(letter)}" for i, letter in zip(inverse.tolist(), rank.tolist())]
        roads = np.flatnonzero((district == number) & (kind == 1))
        out[roads] = [f"{7000 + i // 600}{parcel_letters(i % 600)}" for i in range(len(roads))]
        open_land = np.flatnonzero((district == number) & (kind == 2))
        out[open_land] = [str(len(cells) + 1 + i) for i in range(len(open_land))]
    return out
