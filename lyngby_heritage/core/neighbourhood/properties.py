"""Properties: the parcels that belong together, which of them adjoin, and which building lies on which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.geometry import (
    BLOCK,
    MANY_CORNERS,
    Check,
    Geometries,
    boundary_pieces,
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

    def of(self, chosen: npt.NDArray[np.bool_]) -> Parcels:
        """The parcels of the properties marked in `chosen`, (properties,); their numbers stay."""
        rows = chosen[self.owner]
        return Parcels(self.geometries[rows], self.owner[rows])


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


def property_shapes(parcels: Parcels, check: Check = never_cancelled) -> tuple[Geometries, Integers]:
    """Each property as one geometry, (properties,), and the row of its first parcel, (properties,)."""
    import shapely

    check()
    order = np.argsort(parcels.owner, kind="stable")
    _, start, count = np.unique(parcels.owner[order], return_index=True, return_counts=True)
    first: Integers = order[start]
    shapes: Geometries = parcels.geometries[first]
    for number in np.flatnonzero(count > 1):
        if number % 1_000 == 0:
            check()
        mine = parcels.geometries[order[start[number] : start[number] + count[number]]]
        mine = mine[~shapely.is_missing(mine)]
        shapes[number] = shapely.union_all(mine) if len(mine) else None
    return shapes, first


def near_properties(parcels: Parcels, distance: float, check: Check = never_cancelled) -> tuple[Integers, Integers]:
    """Pairs (p, q), p < q, of properties with parcels at most `distance` metres apart, each pair once."""
    import shapely

    large = np.flatnonzero(shapely.get_num_coordinates(parcels.geometries) > MANY_CORNERS)
    shapes = parcels.geometries.copy()
    shapes[large] = None
    pieces, piece_of = boundary_pieces(parcels.geometries[large])
    shapes, parcel = np.concatenate([shapes, pieces]), np.concatenate([np.arange(len(shapes)), large[piece_of]])
    i, j = near_pairs(shapes, shapes, distance, check)
    forward = parcels.owner[parcel[i]] < parcels.owner[parcel[j]]
    i, j = i[forward], j[forward]
    near = within_distance(shapes[i], shapes[j], distance, check)
    inside = _inside(parcels, large, check)
    pairs = (
        np.concatenate([parcels.owner[parcel[i[near]]], parcels.owner[inside[0]]]),
        np.concatenate([parcels.owner[parcel[j[near]]], parcels.owner[inside[1]]]),
    )
    p, q = np.minimum(*pairs), np.maximum(*pairs)
    key = np.unique(p[p < q].astype(np.int64) * parcels.property_count + q[p < q])
    return key // parcels.property_count, key % parcels.property_count


def _inside(parcels: Parcels, large: Integers, check: Check) -> tuple[Integers, Integers]:
    """Pairs (large parcel, parcel that begins inside it): overlaps that a boundary taken for itself does not meet."""
    import shapely

    if not len(large):
        return large, large
    check()
    corners, parcel = shapely.get_coordinates(parcels.geometries, return_index=True)
    _, first = np.unique(parcel, return_index=True)
    tree = shapely.STRtree(shapely.points(corners[first]))
    i, j = tree.query(parcels.geometries[large], predicate="intersects")
    return large[i], parcel[first[j]]


def property_of(geometries: Geometries, parcels: Parcels, check: Check = never_cancelled) -> Integers:
    """The property that holds each building's point on surface, (n,); NO_PROPERTY where none does.

    Where parcels overlap the first of them in the layer holds it.
    """
    import shapely

    out = np.full(len(geometries), NO_PROPERTY, dtype=np.intp)
    if not len(geometries) or not len(parcels.geometries):
        return out
    points = in_blocks(shapely.point_on_surface, geometries, check=check, result=object)
    tree = shapely.STRtree(points)
    # Asked parcel by parcel, for then each is prepared: a road of a thousand corners costs no more than a plot.
    for start in range(0, len(parcels.geometries), BLOCK)[::-1]:
        check()
        parcel, building = tree.query(parcels.geometries[start : start + BLOCK], predicate="intersects")
        order = np.lexsort((parcel, building))[::-1]
        out[building[order]] = parcels.owner[start + parcel[order]]  # written last to first: the first parcel stays
    return out
