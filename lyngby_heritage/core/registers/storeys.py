"""What BBR's storeys add to a building: its used roof storey and its basement, read once for every tool.

Sources: eta020 is the whole area of a storey and is filled for roof storeys and basements; eta021 is the used part of
a roof storey; eta022, "Dyb kælder", is the part of a basement whose ceiling lies less than 1.25 m above the terrain,
which BR18 § 455(3) nr 1 leaves out. Which rows are roof storeys and basements stands in `data/registers/bbr_rows.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from .rows import BbrStoreyRows
from .versions import FILE, Life, RowLives, judge

NO_BUILDING = -1
UNPLACED = 10
"""Beside Life: a storey that stands, of a building that is not there."""


@dataclass(frozen=True)
class Additions:
    """What lies above and below the full storeys of each building in m², (b,); NaN where nobody says."""

    roof: Floats
    """The used roof storeys."""
    basement: Floats
    """The whole basement."""
    deep: Floats
    """The part of it whose ceiling lies less than 1.25 m above the terrain, so far as it is stated."""
    depth_unstated: Floats
    """The part of it of which nobody has stated how deep it lies."""

    @property
    def counted_basement(self) -> Floats:
        """The part of the basement that counts, 0 where there is none or nobody says."""
        return np.maximum(np.nan_to_num(self.basement) - np.nan_to_num(self.deep), 0.0)

    @property
    def doubtful_basement(self) -> Floats:
        """The part of `counted_basement` that counts only because nobody stated how deep it lies."""
        without_depth = np.where(np.isnan(self.deep), np.nan_to_num(self.basement), 0.0)
        unstated = np.where(np.isnan(self.depth_unstated), without_depth, self.depth_unstated)
        return np.minimum(unstated, self.counted_basement)


@dataclass(frozen=True)
class Storeys:
    """What the rows of a storeys table say of each building, and what they leave open."""

    stated: Additions
    """NaN where no row states it."""
    listed: Booleans
    """Which buildings have any row, (b,)."""
    with_roof: Booleans
    """Which have a roof storey, whether or not its area is stated."""
    with_basement: Booleans
    roof_unstated: int = 0
    """Roof storeys without an area."""
    basement_unstated: int = 0
    by_initial: Counter[str] = field(default_factory=Counter)
    """Designations that were taken for a basement by their first letter alone, and how often."""

    def of(self, chosen: Integers, count: int) -> Storeys:
        """The storeys of some of the buildings, (k,), as the first of `count`; nothing is known of the others."""

        def taken(values: npt.NDArray[Any], fill: Any) -> npt.NDArray[Any]:
            return np.concatenate([values[chosen], np.full(count - len(chosen), fill, dtype=values.dtype)])

        stated = Additions(*(taken(getattr(self.stated, one.name), np.nan) for one in fields(Additions)))
        listed, roof, basement = (taken(one, False) for one in (self.listed, self.with_roof, self.with_basement))
        return replace(self, stated=stated, listed=listed, with_roof=roof, with_basement=basement)


def no_storeys(count: int) -> Storeys:
    """Nothing known of any of `count` buildings."""
    nothing, no = np.full(count, np.nan), np.zeros(count, dtype=bool)
    return Storeys(Additions(nothing, nothing, nothing, nothing), no, no, no)


class RowsInBuildings(Protocol):
    """A table of BBR whose rows are parts of buildings: storeys, or units."""

    @property
    def ids(self) -> Sequence[str]:
        """Their own ids."""

    @property
    def buildings(self) -> Sequence[str]:
        """The id of the building of each."""

    @property
    def lives(self) -> RowLives:
        """Status and validity of each."""


def place_storeys(rows: RowsInBuildings, by_id: Mapping[str, int]) -> tuple[Integers, npt.NDArray[np.int8]]:
    """The building of each row that counts, (n,), NO_BUILDING for the others; and Life or UNPLACED of each, (n,).

    `by_id` holds the buildings that there are. The same storey or unit twice counts once.
    """
    outcome = judge(rows.ids, rows.lives).life.copy()
    outcome[outcome == Life.REPEATED] = Life.OLDER
    building = np.fromiter((by_id.get(one, NO_BUILDING) for one in rows.buildings), dtype=np.intp, count=len(rows.ids))
    outcome[(outcome == Life.CURRENT) & (building == NO_BUILDING)] = UNPLACED
    building[outcome != Life.CURRENT] = NO_BUILDING
    return building, outcome


def storeys_of(rows: BbrStoreyRows, building: Integers, count: int) -> Storeys:
    """Sum the storeys of each of `count` buildings; `building` (n,) is that of each row, NO_BUILDING for none.

    Summed is what is stated; a roof storey or basement without an area is counted in `…_unstated`. The deep part goes
    with its basement, and never exceeds it.
    """
    counted = building != NO_BUILDING
    roof, basement = roofs_and_basements(rows.kind, rows.names)
    roof, basement = roof & counted, basement & counted
    roof_area = np.where(np.isnan(rows.area), rows.used_roof, rows.area)
    whole = np.where(basement, rows.area, np.nan)
    deep = np.minimum(rows.deep, whole)
    unstated = np.where(np.isnan(rows.deep), whole, np.where(np.isnan(whole), np.nan, 0.0))
    names = set(load(FILE)["basement_names"])
    kind = load(FILE)["floor_kinds"]["basement"]
    by_initial = np.flatnonzero(basement & (rows.kind != kind)).tolist()
    return Storeys(
        stated=Additions(
            roof=_sum_of_stated(building, np.where(roof, roof_area, np.nan), count),
            basement=_sum_of_stated(building, whole, count),
            deep=_sum_of_stated(building, deep, count),
            depth_unstated=_sum_of_stated(building, unstated, count),
        ),
        listed=np.bincount(building[counted], minlength=count) > 0,
        with_roof=np.bincount(building[roof], minlength=count) > 0,
        with_basement=np.bincount(building[basement], minlength=count) > 0,
        roof_unstated=int((roof & np.isnan(roof_area)).sum()),
        basement_unstated=int((basement & np.isnan(rows.area)).sum()),
        by_initial=Counter(rows.names[row] for row in by_initial if rows.names[row] not in names),
    )


def roofs_and_basements(kind: Floats, names: Sequence[str]) -> tuple[Booleans, Booleans]:
    """Which storeys are roof storeys and which are basements, (n,), by eta025 and by their designations."""
    rules = load(FILE)
    initial = rules["basement_initial"]
    named = np.fromiter((one[:1].lower() == initial for one in names), dtype=bool, count=len(names))
    roof = kind == rules["floor_kinds"]["roof"]
    return roof, ((kind == rules["floor_kinds"]["basement"]) | named) & ~roof


def completed(storeys: Storeys, own: Additions) -> Additions:
    """What the storeys say, else the building's own figures, else 0 where its storeys are known without such a one.

    The figures of a basement go together: the deep part of one source is not taken from the basement of another.
    """
    stated = storeys.stated
    from_rows, from_own = ~np.isnan(stated.basement), ~np.isnan(own.basement)
    none = storeys.listed & ~storeys.with_basement & ~from_own

    def of_basement(by_rows: Floats, by_building: Floats) -> Floats:
        return np.where(from_rows, by_rows, np.where(none, 0.0, by_building))

    roof = np.where(np.isnan(stated.roof), own.roof, stated.roof)
    return Additions(
        roof=np.where(np.isnan(roof) & storeys.listed & ~storeys.with_roof, 0.0, roof),
        basement=of_basement(stated.basement, own.basement),
        deep=of_basement(stated.deep, own.deep),
        depth_unstated=of_basement(stated.depth_unstated, own.depth_unstated),
    )


def _sum_of_stated(building: Integers, area: Floats, count: int) -> Floats:
    """The sum per building of what is known, (count,), NaN where nothing is."""
    chosen = (building != NO_BUILDING) & ~np.isnan(area)
    sums: Floats = np.bincount(building[chosen], area[chosen], minlength=count).astype(np.float64)
    return np.where(np.bincount(building[chosen], minlength=count) > 0, sums, np.nan)
