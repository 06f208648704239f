"""The kinds of houses as arrays, so that a whole town is drawn at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .tables import Floats, Integers

WIDEST = 6
"""The most codes that a type of house chooses between."""


@dataclass(frozen=True)
class Choice:
    """Codes with cumulated weights, one row per type: (types, WIDEST)."""

    codes: Integers
    cumulated: Floats

    def pick(self, types: Integers, chance: Floats) -> Integers:
        """The code that each chance (n,), 0–1, stands for in the distribution of its type (n,)."""
        position = (self.cumulated[types] <= chance[:, None]).sum(axis=1)
        codes: Integers = self.codes[types, np.minimum(position, WIDEST - 1)]
        return codes


@dataclass(frozen=True)
class HouseTypes:
    """One entry per type of house, in the order of the kinds of quarters: arrays (types,)."""

    start: Integers
    """The first type of each kind of quarter, (kinds,)."""
    within: Choice
    """One row per kind of quarter: which of its types, numbered from 0."""
    use: Integers
    first_year: Floats
    last_year: Floats
    area: Floats
    area_spread: Floats
    ratio: Floats
    attic: Floats
    basement: Floats
    deep: Floats
    built_in: Floats
    quality: Floats
    quality_spread: Floats
    storeys: Choice
    wall: Choice
    roof: Choice
    shape: Choice


def house_types(kinds: list[dict[str, Any]]) -> HouseTypes:
    """Read the types of all kinds of quarters."""
    types = [each for kind in kinds for each in kind["types"]]
    sizes = [len(kind["types"]) for kind in kinds]

    def numbers(name: str, position: int | None = None) -> Floats:
        return np.array([each[name] if position is None else each[name][position] for each in types], dtype=float)

    return HouseTypes(
        start=np.cumsum([0, *sizes[:-1]]),
        within=_choice([[[i, each["weight"]] for i, each in enumerate(kind["types"])] for kind in kinds]),
        use=numbers("use").astype(np.int64),
        first_year=numbers("year", 0),
        last_year=numbers("year", 1),
        area=numbers("area", 0),
        area_spread=numbers("area", 1),
        ratio=numbers("ratio"),
        attic=numbers("attic"),
        basement=numbers("basement"),
        deep=numbers("deep"),
        built_in=numbers("built_in"),
        quality=numbers("save", 0),
        quality_spread=numbers("save", 1),
        storeys=_choice([each["storeys"] for each in types]),
        wall=_choice([each["wall"] for each in types]),
        roof=_choice([each["roof"] for each in types]),
        shape=_choice([list(enumerate(each["shapes"])) for each in types]),
    )


def weighted(choice: list[list[float]], chance: Floats) -> Integers:
    """The codes that chances (n,) stand for in one list of (code, weight)."""
    return _choice([choice]).pick(np.zeros(len(chance), dtype=np.int64), chance)


def _choice(rows: list[Any]) -> Choice:
    codes = np.zeros((len(rows), WIDEST), dtype=np.int64)
    cumulated = np.ones((len(rows), WIDEST))
    for number, row in enumerate(rows):
        weights = np.array([float(weight) for _, weight in row])
        codes[number] = [int(code) for code, _ in row] + [int(row[-1][0])] * (WIDEST - len(row))
        cumulated[number, : len(row)] = np.cumsum(weights) / weights.sum()
    return Choice(codes, cumulated)
