"""Invented names: streets and house numbers, quarters, and the cadastre's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.common.data import load
from .tables import Flags, Floats, Integers, Objects, texts

if TYPE_CHECKING:
    from .town import Town


def names() -> dict[str, Any]:
    """The parts that names are made of: `data/sample/names.json`."""
    loaded: dict[str, Any] = load("sample/names.json")
    return loaded


def street_names(count: int, rng: np.random.Generator) -> list[str]:
    """`count` different street names; in a very big town with a number after the name."""
    known = names()
    first, last = known["first"], known["last"]
    made = list(known["whole"])
    for before in known["before"]:
        order = rng.permutation(len(first) * len(last))
        made += [before + first[number // len(last)] + last[number % len(last)] for number in order.tolist()]
        if len(made) >= count:
            break
    plain = len(made)
    return [made[number % plain] + (f" {number // plain + 1}." if number >= plain else "") for number in range(count)]


def addresses(street: Integers, even: Flags, place: Floats, rng: np.random.Generator) -> Objects:
    """The address of each plot (n,): odd and even numbers on either side of its street, in the order of the plots."""
    keys, inverse = np.unique(street, return_inverse=True)
    called = street_names(len(keys), rng)
    mixed = rng.permutation(len(keys))
    side = inverse * 2 + even
    order = np.lexsort((place, side))
    first = np.flatnonzero(np.diff(side[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(first, np.diff(np.append(first, len(order))))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = 2 * rank + 1
    number += even
    return texts(f"{called[mixed[key]]} {house}" for key, house in zip(inverse.tolist(), number.tolist()))


def quarter_names(town: Town) -> Objects:
    """What people call the neighbourhood of each plot (n,); in a very big town some share a name."""
    titles: list[str] = names()["quarters"]
    return texts(titles[town.cells[cell].group % len(titles)] for cell in town.cell.tolist())


def parcel_letters(number: int) -> str:
    """The letters that follow a parcel's number: a … ø, then aa, ab …; j and w are not used in the cadastre."""
    letters: str = names()["parcel_letters"]
    size = len(letters)
    if number < size:
        return letters[number]
    return letters[(number // size - 1) % size] + letters[number % size]
