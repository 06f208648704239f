"""BBR's storeys of each building: used roof storeys, and the basement that counts.

eta020 is the whole area of a storey, eta021 the used part of a roof storey. eta022 is the "deep basement": the part
whose ceiling lies less than 1.25 m above the terrain, which does not count (BR18 § 455 stk. 3 nr. 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..plot_ratio.rules import Booleans, Floats, Integers, known, rule, sums


@dataclass(frozen=True)
class FloorRows:
    """The rows of a storeys table, each array (n,), NaN for unknown."""

    building_ids: Sequence[str]
    """Compared forms."""
    names: Sequence[str]
    """Designation of the storey, such as kl, st, 01; "" where there is none."""
    kind: Floats
    area: Floats
    used_roof: Floats
    deep: Floats
    row_ids: Sequence[str]
    """The storeys' own ids, "" where there is none: the same one twice counts once."""


@dataclass(frozen=True)
class FloorSums:
    """What the storeys of each building add up to in m², (b,); NaN where its rows do not say."""

    roof: Floats
    basement: Floats
    """The part that counts."""
    basement_all: Floats
    doubtful_basement: Floats
    unmatched: int = 0
    """Rows whose building is not in the layer."""


def no_floors(count: int) -> FloorSums:
    """Nothing known of any of `count` buildings."""
    unknown = np.full(count, np.nan)
    return FloorSums(unknown, unknown, unknown, unknown)


def sum_floors(floors: FloorRows, building_ids: Sequence[str]) -> FloorSums:
    """Add up the rows of each building, joined by id whatever its case."""
    position = {one: number for number, one in enumerate(building_ids) if one}
    building = np.fromiter(
        (position.get(one, -1) for one in floors.building_ids), dtype=np.intp, count=len(floors.building_ids)
    )
    unmatched = int((building < 0).sum())
    building[_repeats(floors.row_ids)] = -1
    roof, basement = _kinds(floors)
    count = len(building_ids)
    roof_area = np.where(known(floors.area), floors.area, floors.used_roof)
    counts = np.maximum(floors.area - np.nan_to_num(floors.deep), 0.0)
    doubtful = np.where(known(floors.deep), 0.0, counts)
    return FloorSums(
        roof=_sum_known(building, count, roof_area, roof),
        basement=_sum_known(building, count, counts, basement),
        basement_all=_sum_known(building, count, floors.area, basement),
        doubtful_basement=_sum_known(building, count, doubtful, basement),
        unmatched=unmatched,
    )


def _kinds(floors: FloorRows) -> tuple[Booleans, Booleans]:
    """Which rows are roof storeys and which are basements, (n,)."""
    kinds = rule("floor_kinds")
    named = np.fromiter((one[:1].lower() == "k" for one in floors.names), dtype=bool, count=len(floors.names))
    roof = floors.kind == kinds["roof"]
    return roof, ((floors.kind == kinds["basement"]) | named) & ~roof


def _repeats(ids: Sequence[str]) -> Integers:
    first: dict[str, int] = {}
    repeats = [row for row, one in enumerate(ids) if one and first.setdefault(one, row) != row]
    return np.array(repeats, dtype=np.intp)


def _sum_known(building: Integers, count: int, values: Floats, chosen: Booleans) -> Floats:
    rows = chosen & known(values) & (building >= 0)
    group = np.where(rows, building, -1)
    total = sums(group, count, values)
    total[np.bincount(group[rows], minlength=count) == 0] = np.nan
    return total
