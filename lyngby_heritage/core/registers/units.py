"""The units of BBR (Enhed): how many dwellings there are in each building.

byg024, the building's own count, is 0 on nearly every dwelling of real extracts, while every dwelling is a unit. A unit
is a dwelling with a kitchen of its own, as byg024 counts them, by its kind (enh023Boligtype), else by its use
(enh020EnhedensAnvendelse). Which kinds and uses those are stands in `data/registers/bbr_rows.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..common.arrays import Floats, Integers
from ..common.data import load
from .dwellings import is_dwelling
from .storeys import NO_BUILDING
from .values import normal_ids, read_codes, register_text
from .versions import FILE, LIFE_CONCEPTS, RowLives, read_lives

UNIT_CONCEPTS = ("unit_id", "unit_building", "unit_kind", "unit_use", *LIFE_CONCEPTS)


@dataclass(frozen=True)
class BbrUnitRows:
    """BBR's units (n,)."""

    ids: Sequence[str]
    buildings: Sequence[str]
    dwelling: Floats
    """1 for a dwelling with a kitchen of its own, 0 for anything else, NaN where nothing says what it is."""
    lives: RowLives
    unreadable: dict[str, Counter[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)


def read_unit_rows(columns: Mapping[str, Sequence[Any] | None], count: int) -> BbrUnitRows:
    """From the columns of UNIT_CONCEPTS that a table has."""
    unreadable = {}
    kinds, odd = _by_kind(columns.get("unit_kind"), count)
    if odd:
        unreadable["unit_kind"] = odd
    raw = columns.get("unit_use")
    use = read_codes(raw or [None] * count, "use", keep_unknown=True)
    if use.unreadable:
        unreadable["unit_use"] = use.unreadable
    by_use = np.where(np.isnan(use.values), np.nan, is_dwelling(use.values).astype(np.float64))
    return BbrUnitRows(
        ids=_ids(columns, "unit_id", count),
        buildings=_ids(columns, "unit_building", count),
        dwelling=np.where(np.isnan(kinds), by_use, kinds),
        lives=read_lives(columns, count),
        unreadable=unreadable,
    )


def dwellings_of(rows: BbrUnitRows, building: Integers, count: int) -> Floats:
    """The dwellings of each of `count` buildings, (count,); NaN where no unit says what it is.

    `building` (n,) is that of each row, NO_BUILDING for none.
    """
    told = (building != NO_BUILDING) & ~np.isnan(rows.dwelling)
    sums: Floats = np.bincount(building[told], rows.dwelling[told], minlength=count).astype(np.float64)
    return np.where(np.bincount(building[told], minlength=count) > 0, sums, np.nan)


def _by_kind(raw: Sequence[Any] | None, count: int) -> tuple[Floats, Counter[str]]:
    """Whether each unit is a dwelling by its kind, (n,), and the kinds that are on no list."""
    if raw is None:
        return np.full(count, np.nan), Counter()
    kinds = load(FILE)["unit_kinds"]
    known = {"": np.nan} | dict.fromkeys(kinds["dwelling"], 1.0) | dict.fromkeys(kinds["other"], 0.0)
    texts = [register_text(one).upper() for one in raw]
    odd = Counter(one for one in texts if one not in known)
    return np.array([known.get(one, np.nan) for one in texts], dtype=np.float64), odd


def _ids(columns: Mapping[str, Sequence[Any] | None], concept: str, count: int) -> list[str]:
    raw = columns.get(concept)
    return [""] * count if raw is None else normal_ids(raw)
