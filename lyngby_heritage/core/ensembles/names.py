"""What a proposal is called: by the addresses of its buildings, else by what lies nearest, and never by nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from ..common.data import load
from ..common.geometry import Geometries, is_missing
from ..common.road_names import group_name, road_and_number
from ..registers.parcel_names import parcel_names


def ensemble_names(
    own: Sequence[Sequence[str]],
    outlines: Geometries,
    buildings: Geometries,
    addresses: Sequence[str],
    parcels: Geometries | None = None,
    parcels_called: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """The name of each ensemble, (m,).

    `own` (m,) holds the addresses of each one's buildings and `outlines` (m,) where it lies; `buildings` and
    `addresses` (n,) are all the buildings of the layer, "" without an address; `parcels` (k,) and their
    `(number, district)` those that are given.
    """
    names = [group_name(one) for one in own]
    if all(names):
        return [one or "" for one in names]
    near = _Near(buildings, addresses, parcels, parcels_called)
    return [one or near.name(outline) for one, outline in zip(names, outlines)]


class _Near:
    """Names a place by what lies at it."""

    def __init__(
        self,
        buildings: Geometries,
        addresses: Sequence[str],
        parcels: Geometries | None,
        parcels_called: Sequence[tuple[str, str]],
    ) -> None:
        self.limits = load("rules/ensembles.json")
        readable = [bool(one and road_and_number(one)) for one in addresses] or np.zeros(len(buildings), dtype=bool)
        there = np.flatnonzero(np.asarray(readable) & ~is_missing(buildings))
        self.addresses = [addresses[row] for row in there.tolist()]
        self.buildings = shapely.STRtree(buildings[there])
        shapes = np.empty(0, dtype=object) if parcels is None else parcels
        kept = np.flatnonzero(~is_missing(shapes))
        self.called = [parcels_called[row] for row in kept.tolist()]
        self.parcels = shapely.STRtree(shapely.point_on_surface(shapes[kept]))

    def name(self, outline: shapely.Geometry) -> str:
        """By the nearest address, else by the parcels in it, else by where it is."""
        return self._by_address(outline) or self._by_parcels(outline) or _by_place(outline)

    def _by_address(self, outline: shapely.Geometry) -> str:
        nearest = self.buildings.query_nearest(outline, max_distance=self.limits["near_m"])
        called = group_name([self.addresses[nearest.min()]]) if len(nearest) else None
        return f"Ved {called}" if called else ""

    def _by_parcels(self, outline: shapely.Geometry) -> str:
        inside = sorted(self.parcels.query(outline, predicate="intersects").tolist())
        named = list(dict.fromkeys(self.called[one] for one in inside if self.called[one][0]))
        most = self.limits["named_parcels"]
        if not named:
            return ""
        return f"Matr.nr. {parcel_names(named[:most])}{' m.fl.' if len(named) > most else ''}"


def _by_place(outline: shapely.Geometry) -> str:
    x, y = shapely.get_coordinates(shapely.point_on_surface(outline))[0].round().astype(int).tolist()
    return f"Ved punktet øst {x}, nord {y}"
