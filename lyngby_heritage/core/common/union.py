"""Several surfaces of one thing as one multi polygon, for many things at once and without a loop over them."""

from __future__ import annotations

import numpy as np
import shapely

from .arrays import Booleans, Geometries, Integers
from .errors import Check, never_cancelled
from .geometry import SINGLE_POLYGON, as_multipolygons, in_blocks, to_millimetres

MULTI_POLYGON = 6
"""shapely's number for the type."""


def polygonal(geometries: Geometries) -> Booleans:
    """Which places hold a polygon or a multi polygon, (n,)."""
    areal: Booleans = np.isin(shapely.get_type_id(geometries), (SINGLE_POLYGON, MULTI_POLYGON))
    return areal


def united(
    surfaces: Geometries, group: Integers, count: int, check: Check = never_cancelled
) -> tuple[Geometries, Integers]:
    """One multi polygon for each of `count` groups, (count,), None for a group without a surface.

    `surfaces` are valid polygons, (n,), and `group` says which group each belongs to, (n,), -1 for none; what is no
    polygon adds nothing. Also returned is how many surfaces each group has, (count,). The only surface of a group
    passes as it came, and so do those that do not touch, put in one order; the others are united. So the order of
    the surfaces changes nothing.
    """
    out: Geometries = np.full(count, None, dtype=object)
    rows = np.flatnonzero((group >= 0) & polygonal(surfaces))
    members = np.bincount(group[rows], minlength=count)
    alone = members[group[rows]] == 1
    out[group[rows[alone]]] = as_multipolygons(surfaces[rows[alone]])
    check()
    together = rows[~alone]
    together = together[np.argsort(group[together], kind="stable")]
    groups, of = np.unique(group[together], return_inverse=True)
    if len(groups):
        parts, surface = shapely.get_parts(surfaces[together], return_index=True)
        out[groups] = _whole(shapely.multipolygons(parts, indices=of[surface]), check)
    return out, members


def _whole(collected: Geometries, check: Check) -> Geometries:
    """Multi polygons that parts which touch or overlap made invalid are united; all in one order, (n,)."""
    apart = in_blocks(shapely.is_valid, collected, check=check)
    touching = collected[~apart]
    out = collected.copy()
    if len(touching):
        out[~apart] = _with_corners_of(in_blocks(_unions, touching, check=check, result=object), touching)
    return np.asarray(shapely.normalize(out), dtype=object)


def _unions(collected: Geometries) -> Geometries:
    """The union of the parts of each, (n,), as multi polygons."""
    return as_multipolygons(shapely.union_all(collected[:, np.newaxis], axis=1))


def _with_corners_of(made: Geometries, came: Geometries) -> Geometries:
    """What was united with the corners that it had as they came in, and new ones to a millimetre, (n,).

    So it meets its neighbours as it did, and looks the same whichever GEOS united it.
    """
    corners, of = shapely.get_coordinates(made, return_index=True)
    new = ~np.isin(corners @ (1, 1j), shapely.get_coordinates(came) @ (1, 1j))
    if not new.any():
        return made
    corners[new] = to_millimetres(corners[new])
    changed = np.unique(of[new])
    rounded: Geometries = shapely.set_coordinates(made.copy(), corners)
    broken = changed[~shapely.is_valid(rounded[changed])]
    rounded[broken] = made[broken]
    return rounded
