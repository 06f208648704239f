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
    """Parcels (n,) and the number of the property that each belongs to, (n,)."""

    geometries: Geometries
    property: Integers

    @property
    def property_count(self) -> int:
        """How many properties there are."""
        return int(self.property.max(initial=-1)) + 1


def group_parcels(geometries: Geometries, property_ids: Sequence[str] | None) -> Parcels:
    """Give each parcel the number of its property; without ids, or with a blank one, a parcel is a property by itself."""
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
    """Pairs (p, q), p < q, of properties with parcels at most `distance` metres apart, each pair once.

    Most pairs in a cadastre share a corner, which a sort finds; only the others are measured.
    """
    i, j = near_pairs(parcels.geometries, parcels.geometries, distance, check)
    p, q = parcels.property[i], parcels.property[j]
    forward = p < q
    i, j, p, q = i[forward], j[forward], p[forward], q[forward]
    pair = p.astype(np.int64) * parcels.property_count + q
    touching = np.isin(pair, _sharing_a_corner(parcels, check))
    rest = np.flatnonzero(~touching)
    touching[rest] = within_distance(parcels.geometries[i[rest]], parcels.geometries[j[rest]], distance, check)
    near = np.unique(pair[touching])
    return near // parcels.property_count, near % parcels.property_count


def _sharing_a_corner(parcels: Parcels, check: Check) -> npt.NDArray[np.int64]:
    """Keys p × count + q, p < q, of properties with a corner at the same coordinates."""
    import shapely

    check()
    corners, parcel = shapely.get_coordinates(parcels.geometries, return_index=True)
    if not len(corners):
        return np.empty(0, dtype=np.int64)
    owner = parcels.property[parcel]
    place = np.ascontiguousarray(corners).view(np.complex128).ravel()
    check()
    order = np.lexsort((owner, corners[:, 1], corners[:, 0]))
    place, owner = place[order], owner[order]
    once = np.ones(len(place), dtype=bool)
    once[1:] = (place[1:] != place[:-1]) | (owner[1:] != owner[:-1])
    place, owner = place[once], owner[once]
    check()
    keys = [np.empty(0, dtype=np.int64)]
    for step in range(1, len(place)):  # the step-th next owner at the same corner; seldom more than three
        same = np.flatnonzero(place[step:] == place[:-step])
        if not len(same):
            break
        keys.append(owner[same].astype(np.int64) * parcels.property_count + owner[same + step])
    return np.unique(np.concatenate(keys))


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
        out[building[order]] = parcels.property[parcel[order]]  # written last to first: the first parcel stays
    return out
