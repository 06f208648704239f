"""What real registers hold: missing and odd values, repeated ids, parts, and an outline that crosses itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .records import Records
from .tables import Floats, Integers, Objects

REPEATED, IN_PARTS = 3, 3
"""Buildings whose two polygons share an id, and buildings of two parts in one feature."""

SHARES = {
    "year_unknown": 0.008,
    "year_missing": 0.004,
    "wall_other": 0.008,
    "roof_other": 0.004,
    "use_unknown": 0.0015,
    "footprint_missing": 0.003,
    "storeys_missing": 0.004,
}
"""Shares of the buildings with each oddity; at least one building has it."""


@dataclass(frozen=True)
class Outlines:
    """The building layer's features (m,): the record that each shows, and its outline."""

    record: Integers
    geometry: Objects


def spoil_values(records: Records, keep: Integers, rng: np.random.Generator) -> None:
    """Put missing and odd values among the records, in place; those in `keep` stay as they are."""

    def some(name: str, among: Integers) -> Integers:
        among = np.setdiff1d(among, keep)
        count = min(len(among), max(1, round(SHARES[name] * records.count)))
        return rng.permutation(among)[:count]

    everything, mains = np.arange(records.count), np.flatnonzero(records.main)
    records.year[some("year_unknown", everything)] = 1000
    records.year[some("year_missing", everything)] = np.nan
    records.wall[some("wall_other", mains)] = 90
    records.roof[some("roof_other", mains)] = 90
    records.use[some("use_unknown", mains)] = 999
    records.footprint[some("footprint_missing", everything)] = np.nan
    records.storeys[some("storeys_missing", mains)] = np.nan


def spoil_outlines(records: Records, rng: np.random.Generator) -> Outlines:
    """The features of the building layer: some buildings in two polygons, some in two parts, one invalid."""
    geometry = records.geometry.copy()
    four_sided = shapely.get_num_coordinates(geometry) == 5
    houses = np.flatnonzero(four_sided & records.main)
    chosen = rng.permutation(houses)[: REPEATED + IN_PARTS] if len(houses) > 12 else houses[:0]
    split, parted = np.sort(chosen[:REPEATED]), chosen[REPEATED:]
    for number in parted.tolist():
        geometry[number] = shapely.MultiPolygon([_part(geometry[number], 0, 0.46), _part(geometry[number], 0.56, 1)])
    sheds = np.flatnonzero(four_sided & ~records.main)
    if len(sheds):
        crossed = int(rng.permutation(sheds)[0])
        corners = shapely.get_coordinates(geometry[crossed])[[0, 2, 1, 3]]
        geometry[crossed] = shapely.Polygon(corners)
    rows = np.sort(np.concatenate([np.arange(records.count), split]))
    outlines = geometry[rows]
    second = np.flatnonzero(np.diff(rows, prepend=-1) == 0)
    for row in second.tolist():
        whole = geometry[rows[row]]
        outlines[row - 1], outlines[row] = _part(whole, 0, 0.5), _part(whole, 0.5, 1)
    return Outlines(rows, outlines)


def _part(house: shapely.Polygon, first: float, last: float) -> shapely.Polygon:
    """The stretch of a four-sided house between two shares of its length."""
    corners: Floats = shapely.get_coordinates(house)[:4]
    low = corners[0] + (corners[1] - corners[0]) * np.array([[first], [last]])
    high = corners[3] + (corners[2] - corners[3]) * np.array([[last], [first]])
    return shapely.Polygon(np.round(np.concatenate([low, high]), 2))
