"""The building register: what BBR and FBB say of each building, agreeing with its outline and its storeys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from .houses import AS_ONE, CHURCH_USE, Houses
from .outbuildings import Outbuildings
from .save_values import save_values
from .tables import Flags, Floats, Integers, Objects, texts
from .town import Town
from .types import HouseTypes

LAST_REGISTERED_YEAR = 1979
"""Younger buildings have no SAVE value in Lyngby-Taarbæk's register."""

ONE_DWELLING = (110, 120, 121, 122, 130, 131, 132)
NOT_ASSESSED, ZERO = 0.012, 0.003
"""Shares of the registered buildings with the value -1 (not assessed) and 0."""


@dataclass
class Records:
    """The n buildings, by plot, each main building before the outbuildings of its plot. NaN stands for NULL.

    Areas in m². `save` is NaN where FBB does not know the building; -1 and 0 are values that mean "not assessed".
    """

    geometry: Objects
    plot: Integers
    main: Flags
    number: Integers
    """The building's number on its property, from 1."""
    id: Objects
    use: Floats
    year: Floats
    rebuilt: Floats
    storeys: Floats
    wall: Floats
    roof: Floats
    footprint: Floats
    total: Floats
    dwelling: Floats
    attic: Floats
    basement: Floats
    deep_basement: Floats
    built_in: Floats
    dwellings: Floats
    save: Floats
    listed: Flags

    @property
    def count(self) -> int:
        """The number of buildings."""
        return len(self.plot)


def make_records(
    town: Town,
    houses: Houses,
    out: Outbuildings,
    types: HouseTypes,
    kinds: list[dict[str, Any]],
    church: int,
    rng: np.random.Generator,
) -> Records:
    """Join houses and outbuildings and give them areas, storeys and SAVE values."""
    mains, total = len(houses.plot), len(houses.plot) + len(out.house)
    plot = np.concatenate([houses.plot, houses.plot[out.house]])
    main = np.arange(total) < mains
    geometry = np.concatenate([houses.geometry, out.geometry])
    footprint = np.maximum(np.rint(shapely.area(geometry)), 1)

    def padded(values: Floats | Integers) -> Floats:
        return np.concatenate([np.asarray(values, dtype=float), np.full(total - mains, np.nan)])

    built = footprint[:mains]
    kind_type = houses.type
    follow = _street_chance(town, houses.plot, kinds, rng)
    holy = houses.use == CHURCH_USE
    attic = np.where((follow[0] < types.attic[kind_type]) & ~holy, np.rint(built * rng.uniform(0.5, 0.74, mains)), 0)
    has_basement = (follow[1] < types.basement[kind_type]) & ~holy
    basement = np.where(has_basement, np.rint(built * rng.uniform(0.72, 1.0, mains)), 0)
    partly = np.where(rng.random(mains) < 0.5, np.rint(basement * rng.uniform(0.1, 0.5, mains)), 0)
    deep = np.where(follow[2] < types.deep[kind_type], basement, partly)
    inside = np.where(follow[3] < types.built_in[kind_type], np.rint(rng.uniform(14, 25, mains)), 0)
    inside = np.where(built > 60, inside, 0)
    floors = built * houses.storeys
    one = np.isin(houses.use, ONE_DWELLING)
    flats = houses.use == 140
    above_shops = flats & (town.plot_kind[houses.plot] == [kind["code"] for kind in kinds].index("station"))
    living = np.where(above_shops, floors - built, floors) + attic
    dwellings = np.where(one, 1, np.where(flats, np.maximum(2, np.rint(living / 78)), 0))
    dwelling = np.where(one, floors + attic - inside, np.where(flats, living, 0))
    rebuilt = np.where(
        (rng.random(mains) < 0.22) & (houses.year < 1990),
        np.minimum(houses.year + 12 + rng.integers(0, 70, mains), 2021),
        np.nan,
    )
    year = np.concatenate([houses.year, out.year]).astype(float)
    save = _register_saves(town, houses, out, types, kinds, church, rng)
    listed = (save == 1) & (rng.random(total) < 0.18)
    # A church is not listed: church law governs it.
    listed &= np.concatenate([~holy, np.ones(total - mains, dtype=bool)])

    order = np.lexsort((np.arange(total), ~main, plot))
    plot = plot[order]
    first = np.searchsorted(plot, plot)
    return Records(
        geometry=geometry[order],
        plot=plot,
        main=main[order],
        number=np.arange(total) - first + 1,
        id=make_uuids(total, rng),
        use=np.concatenate([houses.use, out.use]).astype(float)[order],
        year=year[order],
        rebuilt=padded(rebuilt)[order],
        storeys=padded(houses.storeys)[order],
        wall=np.concatenate([houses.wall, out.wall]).astype(float)[order],
        roof=np.concatenate([houses.roof, out.roof]).astype(float)[order],
        footprint=footprint[order],
        total=padded(floors)[order],
        dwelling=padded(dwelling)[order],
        attic=padded(attic)[order],
        basement=padded(basement)[order],
        deep_basement=padded(deep)[order],
        built_in=padded(inside)[order],
        dwellings=padded(dwellings)[order],
        save=save[order],
        listed=listed[order],
    )


def make_uuids(count: int, rng: np.random.Generator) -> Objects:
    """Random UUIDs of version 4 in lower case, (count,)."""
    raw = np.frombuffer(rng.bytes(16 * count), dtype=np.uint8).reshape(count, 16).copy()
    raw[:, 6] = raw[:, 6] & 0x0F | 0x40
    raw[:, 8] = raw[:, 8] & 0x3F | 0x80
    digits = raw.tobytes().hex()
    return texts(
        f"{digits[i : i + 8]}-{digits[i + 8 : i + 12]}-{digits[i + 12 : i + 16]}-{digits[i + 16 : i + 20]}"
        f"-{digits[i + 20 : i + 32]}"
        for i in range(0, 32 * count, 32)
    )


def _street_chance(town: Town, plot: Integers, kinds: list[dict[str, Any]], rng: np.random.Generator) -> Floats:
    """Four chances per house (4, n); in uniform streets the houses mostly share theirs."""
    keys, street = np.unique(town.street[plot], return_inverse=True)
    same = np.array([kind["same"] for kind in kinds])[town.plot_kind[plot]]
    own, common = rng.random((4, len(plot))), rng.random((4, len(keys)))
    return np.where(rng.random((4, len(plot))) < same, common[:, street], own)


def _register_saves(
    town: Town,
    houses: Houses,
    out: Outbuildings,
    types: HouseTypes,
    kinds: list[dict[str, Any]],
    church: int,
    rng: np.random.Generator,
) -> Floats:
    """SAVE values of all buildings, houses first; NaN where FBB does not know the building."""
    mains, others = len(houses.plot), len(out.house)
    kind = town.plot_kind[houses.plot]
    share = np.array([each["registered"] for each in kinds])[kind]
    registered = (rng.random(mains) < share) & (houses.year <= LAST_REGISTERED_YEAR)
    # A scheme is judged as one: where all houses are alike, the quarter as a whole is better or worse.
    as_one = np.array([each["same"] for each in kinds])[kind] > AS_ONE
    cells = rng.normal(0, 1, len(town.cells))[town.cell[houses.plot]] * np.where(as_one, 0.25, 0.12)
    quality = types.quality[houses.type] + types.quality_spread[houses.type] * rng.normal(0, 1, mains) + cells
    age = np.clip((1915 - houses.year) / 130, 0, 1)
    quality += 0.25 * age
    if church >= 0:
        quality[houses.plot == church] = 9
    village = kind[out.house] == [each["code"] for each in kinds].index("landsby")
    out_registered = (rng.random(others) < np.where(village, 0.5, 0.08)) & (out.year < 1945) & registered[out.house]
    out_quality = quality[out.house] - 0.5 + rng.normal(0, 0.5, others)
    registered = np.concatenate([registered, out_registered])
    quality = np.concatenate([quality, out_quality])
    save = np.full(mains + others, np.nan)
    at = np.flatnonzero(registered)
    chance = rng.random(len(at))
    holy = np.concatenate([houses.plot == church, np.zeros(others, dtype=bool)])[at]
    chance[holy] = 1
    assessed = at[chance >= NOT_ASSESSED + ZERO]
    save[at[chance < NOT_ASSESSED + ZERO]] = 0
    save[at[chance < NOT_ASSESSED]] = -1
    save[assessed] = save_values(quality[assessed])
    return save
