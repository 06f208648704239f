"""What BBR's storeys say of a building: its used roof storey, its basement and the part of it that does not count.

Sources: eta020 is the whole area of a storey and is filled for roof storeys and basements; eta021 is the used part of
a roof storey; eta022, "Dyb kælder", is the part of a basement whose ceiling lies less than 1.25 m above the terrain,
which BR18 § 455(3) nr 1 leaves out. eta025 is 1 for a roof storey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.data import load
from .rows import FloorRows
from .values import Floats

Integers = npt.NDArray[np.intp]

NO_BUILDING = -1


@dataclass(frozen=True)
class Storeys:
    """Areas in m² per building, (n,), NaN where unknown; 0 where a building's storeys are known without such a one."""

    roof: Floats
    basement: Floats
    deep_basement: Floats
    roof_unknown: int
    """Buildings with a roof storey whose area is not stated."""
    basement_unknown: int


def storeys_of(floors: FloorRows, building: Integers, count: int) -> Storeys:
    """Sum the storeys of each of `count` buildings; `building` (n,) is that of each row, NO_BUILDING for none.

    A building without any row has NaN: nobody has said that it lacks a roof storey. One roof storey or basement whose
    area is missing makes the sum unknown. The deep part never exceeds its basement.
    """
    rules = load("rules/preparation.json")
    counted = building != NO_BUILDING
    known = np.bincount(building[counted], minlength=count) > 0
    roof = counted & (floors.kind == rules["roof_storey_kind"])
    named = _named(floors.names, set(rules["basement_names"]))
    basement = counted & ~roof & ((floors.kind == rules["basement_kind"]) | named)

    roof_area = np.where(np.isnan(floors.area), floors.used_roof, floors.area)
    roofs = _sum(building[roof], roof_area[roof], count)
    basements = _sum(building[basement], floors.area[basement], count)
    whole, deep = floors.area[basement], floors.deep[basement]
    deep = np.where(deep > whole, whole, deep)
    deeps = _sum_of_stated(building[basement], deep, count)
    without = np.where(known, 0.0, np.nan)
    return Storeys(
        roof=np.where(roofs[1], roofs[0], without),
        basement=np.where(basements[1], basements[0], without),
        deep_basement=np.where(basements[1], deeps, without),
        roof_unknown=int(np.isnan(roofs[0]).sum()),
        basement_unknown=int(np.isnan(basements[0]).sum()),
    )


def _named(names: Sequence[str], wanted: set[str]) -> npt.NDArray[np.bool_]:
    return np.fromiter((one in wanted for one in names), dtype=bool, count=len(names))


def _sum(building: Integers, area: Floats, count: int) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """The sum per building, NaN where one of its areas is unknown, and which buildings have any row."""
    sums: Floats = np.bincount(building, area, minlength=count).astype(np.float64)
    return sums, np.bincount(building, minlength=count) > 0


def _sum_of_stated(building: Integers, area: Floats, count: int) -> Floats:
    stated = ~np.isnan(area)
    sums, any_stated = _sum(building[stated], area[stated], count)
    return np.where(any_stated, sums, np.nan)
