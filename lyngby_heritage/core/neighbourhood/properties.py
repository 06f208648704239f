"""Properties: the parcels that belong together, and which building lies on which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Integers
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK, Geometries, in_blocks, on_the_millimetre
from ..registers.bbr_number import normal_bbr_numbers
from ..registers.public_roads import road_parcels
from .holders import BETWEEN

NO_PROPERTY = NO_PARCEL = -1
NAMELESS = "\0"
"""Begins the key of land whose property has no id, before its row: no register writes such a sign."""


@dataclass(frozen=True)
class Parcels:
    """Parcels (n,), and in `owner` the number of the property that each belongs to, (n,)."""

    geometries: Geometries
    owner: Integers
    names: Sequence[str] = ()
    """What names each property, (properties,): "" for a parcel without an id. () where the layer has no ids."""

    @property
    def property_count(self) -> int:
        """How many properties there are."""
        return int(self.owner.max(initial=-1)) + 1


def known_properties(property_ids: Sequence[str]) -> list[str]:
    """Property ids in their compared form, (n,), "" also where a word or a number stands for none."""
    none = frozenset(load("rules/plots.json")["no_property_ids"])
    return ["" if one in none else one for one in property_ids]


def stated_properties(property_ids: Sequence[str], bbr_numbers: Sequence[Any]) -> list[str]:
    """The property of each building as its registers state it, (n,), "" where they do not.

    That of the property's field, in its compared form, else the first two parts of the BBR number: municipality and
    property, such as "173-2154708".
    """
    return [one or number for one, number in zip(property_ids, bbr_properties(bbr_numbers))]


def bbr_properties(bbr_numbers: Sequence[Any]) -> list[str]:
    """The first two parts of BBR numbers, (n,), "" where there is none."""
    return [number.rpartition("-")[0] for number in normal_bbr_numbers(bbr_numbers)]


def of_no_property(numbers: Sequence[str], common: Booleans) -> Booleans:
    """Common parcels and road parcels, (n,): several properties own them, or none does.

    `numbers` are cadastral numbers as written, "" where there is none; `common` marks common parcels (fælleslod).
    """
    return np.logical_or(common, road_parcels(numbers))


def group_parcels(geometries: Geometries, property_ids: Sequence[str] | None, same: Integers | None = None) -> Parcels:
    """Give each parcel the number of its property; without an id a parcel is a property by itself.

    `same` is the first row that shows the same parcel, (n,), where a layer has parcels on several rows.
    """
    if same is not None:
        every = group_parcels(geometries, property_ids)
        kept, owner = np.unique(every.owner[same], return_inverse=True)
        names = [every.names[one] for one in kept.tolist()] if every.names else ()
        return Parcels(geometries, owner.astype(np.intp), names)
    if property_ids is None:
        return Parcels(geometries, np.arange(len(geometries)))
    numbers: dict[str, int] = {}
    grouped = np.fromiter(
        (numbers.setdefault(key or f"{NAMELESS}{row}", len(numbers)) for row, key in enumerate(property_ids)),
        dtype=np.intp,
        count=len(property_ids),
    )
    return Parcels(geometries, grouped, ["" if one.startswith(NAMELESS) else one for one in numbers])


def of_chosen_properties(parcels: Parcels, chosen: Booleans) -> Booleans:
    """Which parcels are of a property that has one of those marked in `chosen`, (n,): half a property is none."""
    return np.isin(parcels.owner, parcels.owner[chosen])


def property_shapes(parcels: Parcels, check: Check = never_cancelled) -> tuple[Geometries, Integers]:
    """Each property as one geometry, (properties,), and the row of its first parcel, (properties,)."""
    check()
    order = np.argsort(parcels.owner, kind="stable")
    _, start, count = np.unique(parcels.owner[order], return_index=True, return_counts=True)
    first: Integers = order[start]
    shapes: Geometries = parcels.geometries[first]
    for number in np.flatnonzero(count > 1):
        if number % 1_000 == 0:
            check()
        mine = parcels.geometries[order[start[number] : start[number] + count[number]]]
        mine = mine[~shapely.is_missing(mine)]
        shapes[number] = shapely.union_all(mine) if len(mine) else None
    several = np.flatnonzero(count > 1)
    shapes[several] = on_the_millimetre(shapes[several])
    return shapes, first


def property_of(geometries: Geometries, parcels: Parcels, check: Check = never_cancelled) -> Integers:
    """The property that holds each building's point on surface, (n,); NO_PROPERTY where none does."""
    return owners(parcel_of(geometries, parcels.geometries, check), parcels.owner)


def owners(parcel: Integers, owner: Integers) -> Integers:
    """What each parcel in `parcel`, (n,), belongs to by `owner`, (parcels,): -1 for NO_PARCEL."""
    return np.append(owner, np.intp(-1))[parcel]


def parcel_of(geometries: Geometries, parcels: Geometries, check: Check = never_cancelled) -> Integers:
    """The parcel that holds each building's point on surface, (n,); NO_PARCEL where none does.

    Where parcels overlap the first of them in the layer holds it.
    """
    out = np.full(len(geometries), NO_PARCEL, dtype=np.intp)
    if not len(geometries) or not len(parcels):
        return out
    points = in_blocks(shapely.point_on_surface, geometries, check=check, result=object)
    tree = shapely.STRtree(points)
    # Asked parcel by parcel, for then each is prepared: a road of a thousand corners costs no more than a plot.
    for start in range(0, len(parcels), BLOCK)[::-1]:
        check()
        parcel, building = tree.query(parcels[start : start + BLOCK], predicate="intersects")
        order = np.lexsort((parcel, building))[::-1]
        out[building[order]] = start + parcel[order]  # written last to first: the first parcel stays
    return out


def keys_of_properties(stated: Sequence[str], on: Integers | None, land: Sequence[str] = ()) -> list[str]:
    """What names the property of each building, (n,), the same for buildings of one property; "" where none is known.

    The one rule by which a building belongs to a property, wherever properties are counted, heard or told of: the one
    that the registers state, where the land has it; else that of the land below; else the one that the registers state.

    `stated` is what the registers say, "" for nothing (`stated_properties`). `on` is the piece of land that each stands
    on, (n,), NO_PROPERTY for none, or None without any. `land` is what names each piece, (m,): of several properties
    where it is theirs together, "" for a piece without an id, which is a property by itself, () where none has one.
    """
    if on is None:
        return list(stated)
    on_land = {one for name in land for one in name.replace("\n", BETWEEN).split(BETWEEN)}
    return [
        own if here == NO_PROPERTY or (own and own in on_land) else (land[here] if land else "") or f"{NAMELESS}{here}"
        for own, here in zip(stated, on.tolist())
    ]


def numbered_properties(keys: Sequence[str]) -> Integers:
    """A number for the property of each building by its key, (n,), from 0; NO_PROPERTY where none is known."""
    numbers: dict[str, int] = {}
    found = (numbers.setdefault(key, len(numbers)) if key else NO_PROPERTY for key in keys)
    return np.fromiter(found, dtype=np.intp, count=len(keys))


def known_and_apart(numbers: Integers) -> tuple[Integers, int]:
    """The known properties of some rows, each once, (properties,), and how many rows are of none that is known.

    `numbers`, (n,), are those of `numbered_properties`. A row of an unknown property is said apart, never counted as a
    property: it may stand on one of the others.
    """
    known = numbers != NO_PROPERTY
    return np.unique(numbers[known]), int((~known).sum())
