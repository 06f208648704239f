"""Where a building without an address of its own is listed, and what it is called: most are outhouses in a garden.

The registers give the address to the house; its outhouse and garage have none. A list that puts those last hides them
from whoever looks under the road, so they are lent the address of a house on their property, and say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.addresses import order
from ..common.arrays import Booleans, Geometries, Integers

NONE = -1
"""In `lender`: the building has an address of its own, or nobody on its property has one."""
BELONGS_TO, NEAR = "til", "ved"
"""An outhouse belongs to the house; a house beside one that has the address does not."""
BEFORE_VED = "nær"
"""NEAR before a street that begins with the same word."""
NO_USE = "bygning"


@dataclass(frozen=True)
class LentAddresses:
    """What each building is listed under and called, (n,)."""

    lender: Integers
    """The row whose address it is listed under, NONE where it needs none or finds none."""
    places: Sequence[str]
    """The address that it is listed under: its own, else the lender's, else ""."""
    called: Sequence[str]
    """Its own address, "udhus til Mosevej 3" under another's, or "" where none is known."""
    beside: Sequence[str]
    """How it stands to its lender (BELONGS_TO, NEAR), "" where it has none."""

    @property
    def lent(self) -> list[bool]:
        """Whether the address is another's, (n,): such a building stands behind those that have it."""
        answers: list[bool] = (self.lender != NONE).tolist()
        return answers


def lent_addresses(
    addresses: Sequence[str], uses: Sequence[str], main: Booleans, properties: Sequence[str], points: Geometries
) -> LentAddresses:
    """What buildings are listed under and called; all (n,). Texts are "" and points None where nothing is known.

    A building without an address is lent that of the main building with one on its property, of several that of the
    nearest; of an outhouse where no main building there has one. `properties` are keys that are the same for buildings
    of one property (`property_keys`).
    """
    lender = _lenders(addresses, main, properties, points)
    lent = lender != NONE
    places = [addresses[row if one == NONE else one] for row, one in enumerate(lender.tolist())]
    beside: list[str] = np.where(lent, np.where(main, NEAR, BELONGS_TO), "").tolist()
    called = [under_another(use, word, place) if word else place for use, word, place in zip(uses, beside, places)]
    return LentAddresses(lender, places, called, beside)


def under_another(use: str | None, beside: str, address: str) -> str:
    """What a building is called under another's address.

    >>> under_another("udhus", BELONGS_TO, "Mosevej 3"), under_another(None, NEAR, "Mosevej 3")
    ('udhus til Mosevej 3', 'bygning ved Mosevej 3')
    >>> under_another(None, NEAR, "Ved Kæret 4")
    'bygning nær Ved Kæret 4'
    """
    word = BEFORE_VED if beside == NEAR and address.lower().startswith(f"{NEAR} ") else beside
    return f"{use or NO_USE} {word} {address}"


def _lenders(addresses: Sequence[str], main: Booleans, properties: Sequence[str], points: Geometries) -> Integers:
    """The row that lends each building its address, (n,); NONE for one that has its own or that nobody lends any."""
    lender = np.full(len(addresses), NONE, dtype=np.intp)
    has, known = np.array([bool(one) for one in addresses]), np.array([bool(one) for one in properties])
    if not len(addresses):
        return lender
    names, group = np.unique(np.array(properties, dtype=object).astype(str), return_inverse=True)
    lends = has & known
    with_house = np.zeros(len(names), dtype=bool)
    with_house[group[lends & main]] = True
    lends &= main | ~with_house[group]
    # In the order of their addresses, so that the first of several as near is the same on every run.
    rank = np.empty(len(addresses), dtype=np.intp)
    rank[order(addresses, [str(one) for one in range(len(addresses))])] = np.arange(len(addresses))
    givers = np.flatnonzero(lends)
    givers = givers[np.lexsort((rank[givers], group[givers]))]
    first = np.searchsorted(group[givers], np.arange(len(names)))
    count = np.bincount(group[givers], minlength=len(names))
    takers = np.flatnonzero(~has & known & (count[group] > 0))
    many = count[group[takers]]
    taker = np.repeat(takers, many)
    giver = givers[np.repeat(first[group[takers]], many) + _each(many)]
    away = np.nan_to_num(shapely.distance(points[taker], points[giver]), nan=np.inf)
    best = np.lexsort((_each(many), away, taker))
    lender[takers] = giver[best][np.cumsum(many) - many]
    return lender


def _each(counts: Integers) -> Integers:
    """0, 1, … up to each count, one after the other: [2, 3] gives 0 1 0 1 2."""
    starts = np.cumsum(counts) - counts
    positions: Integers = np.arange(counts.sum()) - np.repeat(starts, counts)
    return positions
