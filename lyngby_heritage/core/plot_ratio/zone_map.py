"""The planning zones: land in another zone than the building does not count to the plot (BR18 § 454 stk. 3 nr. 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, in_blocks
from ..registers.values import read_number
from .overlap import area_inside
from .rules import Floats, Integers, rule

UNKNOWN = 0


@dataclass(frozen=True)
class ZoneMap:
    """Polygons of planning zones, (k,), with their status 1 byzone, 2 landzone, 3 sommerhusområde, 0 unknown."""

    geometries: Geometries
    status: Integers
    unreadable: Counter[str] = field(default_factory=Counter)


def read_zone_map(geometries: Geometries, raw: Sequence[Any]) -> ZoneMap:
    """Read the status of each polygon, as a number or in words. One of several zones at once is unknown."""
    words = {text: int(code) for code, texts in rule("zone_status").items() for text in texts}
    unreadable: Counter[str] = Counter()
    status = []
    for value in raw:
        read = read_number(value)
        code = int(read) if read is not None and not np.isnan(read) else words.get(str(value).strip().lower(), UNKNOWN)
        if str(code) not in rule("zone_status"):
            code = UNKNOWN
            unreadable[str(value)] += 1
        status.append(code)
    return ZoneMap(geometries, np.array(status, dtype=np.intp), unreadable)


def zones_of_parcels(zones: ZoneMap, parcels: Geometries, drawn: Floats, check: Check = never_cancelled) -> Floats:
    """The share of each parcel in each zone, (n, 4): unknown, byzone, landzone, sommerhusområde; rows add up to 1.

    What lies in no polygon is landzone, since the map holds the other two only.
    """
    shapes = parcels.copy()
    shapes[drawn <= 0] = None
    parcel, area, size = area_inside(shapes, zones.geometries, check)
    key = parcel * 4 + zones.status[area]
    inside = np.bincount(key, weights=size, minlength=4 * len(parcels)).astype(np.float64).reshape(-1, 4)
    share: Floats = inside / np.where(drawn > 0, drawn, 1.0)[:, None]
    total = share.sum(axis=1)
    share /= np.maximum(total, 1.0)[:, None]  # polygons that overlap
    share[:, rule("outside_zone_map")] += np.maximum(1.0 - total, 0.0)
    return share


def zone_at(zones: ZoneMap, geometries: Geometries, check: Check = never_cancelled) -> Integers:
    """The zone that holds each building's point on surface, (b,)."""
    out = np.full(len(geometries), rule("outside_zone_map"), dtype=np.intp)
    points = in_blocks(shapely.point_on_surface, geometries, check=check, result=object)
    tree = shapely.STRtree(points)
    for polygon, status in zip(zones.geometries[::-1], zones.status[::-1].tolist()):
        check()
        if polygon is not None:
            out[tree.query(polygon, predicate="intersects")] = status
    return out
