"""Properties: the parcels that belong together, which of them adjoin, and which building lies on which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .geometry import (
    BLOCK,
    Check,
    Geometries,
    in_blocks,
    near_pairs,
    never_cancelled,
    within_distance,
)

Integers = npt.NDArray[np.intp]

NO_PROPERTY = -1


@dataclass(frozen=True)
class Parcels:
    """Parcels (n,), and in `owner` the number of the property that each belongs to, (n,)."""

    geometries: Geometries
    owner: Integers

    @property
    def property_count(self) -> int:
        """How many properties there are."""
        return int(self.owner.max(initial=-1)) + 1


def group_parcels(geometries: Geometries, property_ids: Sequence[str] | None) -> Parcels:
    """Give each parcel the number of its property; without an id a parcel is a property by itself."""
    if property_ids is None:
        return Parcels(geometries, np.arange(len(geometries)))
    numbers: dict[str, int] = {}
    grouped = np.fromiter(
        (numbers.setdefault(key or f"\0{row}", len(numbers)) for row, key in enumerate(property_ids)),
        dtype=np.intp,
        count=len(property_ids),
    )
    return Parcels(geometries, grouped)


def near_properties(parcels: Parcels, distance: float, check: Check = never_cancelled) -> tuple[Integers, Integers]:
    """Pairs (p, q), p < q, of properties with parcels at most `distance` metres apart, each pair once."""
    i, j = near_pairs(parcels.geometries, parcels.geometries, distance, check)
    p, q = parcels.owner[i], parcels.owner[j]
    forward = p < q
    i, j = i[forward], j[forward]
    pair = p[forward].astype(np.int64) * parcels.property_count + q[forward]
    near = np.unique(pair[within_distance(parcels.geometries[i], parcels.geometries[j], distance, check)])
    return near // parcels.property_count, near % parcels.property_count


def property_of(geometries: Geometries, parcels: Parcels, check: Check = never_cancelled) -> Integers:
    """The property that holds each building's point on surface, (n,); NO_PROPERTY where none does.

    Where parcels overlap the first of them in the layer holds it.
    """
    import shapely

    out = np.full(len(geometries), NO_PROPERTY, dtype=np.intp)
    if not len(geometries) or not len(parcels.geometries):
        return out
    points = in_blocks(shapely.point_on_surface, geometries, check=check, result=object)
    tree = shapely.STRtree(parcels.geometries)
    x, y = shapely.get_x(points), shapely.get_y(points)
    for start in range(0, len(points), BLOCK):
        check()
        building, parcel = tree.query(points[start : start + BLOCK])
        building += start
        holds = in_blocks(shapely.intersects_xy, parcels.geometries[parcel], x[building], y[building], check=check)
        building, parcel = building[holds], parcel[holds]
        order = np.lexsort((parcel, building))[::-1]
        out[building[order]] = parcels.owner[parcel[order]]  # written last to first: the first parcel stays
    return out
