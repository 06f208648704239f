"""Whose each parcel is, when a layer lists one parcel once for each owner.

An extract that is joined with the registered properties has a parcel on as many rows as it has properties: once for
each flat (ejerlejlighed) of a condominium, once for each owner of common land. The rows that show the same parcel are
one parcel, and its owners a list.

A flat has no land of its own, while the property that the flats are parts of, and every owner of common land, mostly
has: that tells them apart. Of those listed on a parcel
- none has land of its own: they are the flats of one property, known by all of them together;
- one has: it is the property, and the rest are its flats;
- several have: the parcel is common land of theirs (fælleslod), whatever the layer's own field says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, in_turn

BETWEEN = ", "
"""What stands between the properties of a parcel that is listed for several."""


@dataclass(frozen=True)
class Holders:
    """The rows of a parcel layer, (n,) each: which are one parcel, and whose it is."""

    same: Integers
    """The first row that shows the same parcel; the row itself where it is the first."""
    ids: list[str] | None
    """What groups parcels to properties, "" where nothing is known; None where the layer does not say."""
    labels: list[str]
    """The property as it is written, or those on the list, "" where nothing is known."""
    listed: Integers
    """How many properties the parcel is listed for."""
    common: Booleans
    """Land of several properties that have land of their own."""

    @property
    def repeated(self) -> Booleans:
        """Which rows show a parcel that an earlier row shows, (n,)."""
        repeated: Booleans = self.same != np.arange(len(self.same))
        return repeated


def find_holders(
    geometries: Geometries,
    property_ids: Sequence[str] | None,
    labels: Sequence[str],
    parcel_names: Sequence[str],
    apart: Booleans,
    check: Check = never_cancelled,
) -> Holders:
    """Whose each parcel is; every argument is per row, (n,).

    `property_ids` are compared forms, None where the layer has no such field, and `labels` how people write them;
    `parcel_names` tell parcels apart that are drawn alike, "" where there is none; `apart` marks parcels of no property
    (roads, common land by the layer's own field), whose owners have no land of their own by them.
    """
    count = len(geometries)
    same = same_parcels(geometries, parcel_names, check)
    listed, common = np.ones(count, dtype=np.intp), np.zeros(count, dtype=bool)
    if property_ids is None:
        return Holders(same, None, list(labels), listed, common)
    ids, written = list(property_ids), list(labels)
    several = np.flatnonzero(np.bincount(same, minlength=count)[same] > 1).tolist()
    owners: dict[int, dict[str, str]] = {}
    for row in several:
        mine = owners.setdefault(int(same[row]), {})
        if ids[row]:
            mine.setdefault(ids[row], written[row])
    with_land = {ids[row] for row in np.flatnonzero(~apart & ~_marked(several, count)).tolist()}
    with_land |= {one for first, mine in owners.items() if len(mine) == 1 and not apart[first] for one in mine}
    for row in several:
        mine = owners[int(same[row])]
        own = [one for one in mine if one in with_land]
        if len(own) == 1 and not apart[row]:
            ids[row], written[row] = own[0], mine[own[0]]
        else:
            ids[row], written[row] = "\n".join(sorted(mine)), BETWEEN.join(mine.values())
        listed[row], common[row] = max(len(mine), 1), len(own) > 1
    return Holders(same, ids, written, listed, common)


def same_parcels(geometries: Geometries, parcel_names: Sequence[str], check: Check = never_cancelled) -> Integers:
    """The first row that shows the same parcel, (n,): drawn alike, and not named otherwise."""
    same = np.arange(len(geometries))
    areas = shapely.area(geometries)
    rows = np.flatnonzero(~np.isnan(areas) & (areas > 0))
    boxes = np.round(shapely.bounds(geometries[rows]), 3)
    order = np.lexsort(boxes.T)  # stable: rows of one box stay in the layer's order
    rows, boxes = rows[order], boxes[order]
    starts = np.ones(len(rows), dtype=bool)
    starts[1:] = (boxes[1:] != boxes[:-1]).any(axis=1)
    box = np.cumsum(starts) - 1
    names = np.array([one.casefold() for one in parcel_names], dtype=object)
    while len(rows):
        check()
        first = rows[np.unique(box, return_index=True)[1]]
        of = first[np.unique(box, return_inverse=True)[1]]
        rest = rows != of
        rows, box, of = rows[rest], box[rest], of[rest]
        alike = (names[rows] == names[of]) | (names[rows] == "") | (names[of] == "")
        alike[alike] = in_turn(shapely.equals, geometries[rows[alike]], geometries[of[alike]], check=check)
        same[rows[alike]] = of[alike]
        rows, box = rows[~alike], box[~alike]
    return same


def _marked(rows: Sequence[int], count: int) -> Booleans:
    out = np.zeros(count, dtype=bool)
    out[list(rows)] = True
    return out
