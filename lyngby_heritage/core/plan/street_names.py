"""Where the names of streets stand on a map: along the houses that have their address there.

No layer of roads is asked for. A street runs where its houses lie: along the direction in which they spread. It is cut
into pieces, each with a direction of its own, so that a bend is followed and every sheet has a name to show. Across the
street a name goes where it lies on the fewest buildings, which between two rows of houses is the road.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers, known
from ..common.errors import Check, never_cancelled
from .street_index import street_of

PIECE = 130.0
"""Metres of a street that have a name of their own."""
SHORTEST = 40.0
"""Metres that the line below a name is long at least: a street of one house has a name too."""
STRAIGHT = 0.5
"""How much longer than wide a heap of houses is before it has a direction: 0 for a round one, 1 for a line."""
ASIDE = (0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0)
"""Metres across the street that are tried for a name, the nearest first."""
HALF_TALL = 2.5
"""Half the height of a name on the ground, in metres, as on a map of 1:2,000."""


@dataclass(frozen=True)
class StreetNames:
    """Names of streets, (k,), each along a line."""

    names: Sequence[str]
    lines: Geometries
    """From left to right, so that a name along it is read the right way up."""
    houses: Integers
    """How many addresses the piece of the street has."""
    chief: Booleans
    """Whether it is the piece of its street with the most houses, which small maps name alone."""


def street_names(
    addresses: Sequence[str], points: Geometries, buildings: Geometries, check: Check = never_cancelled
) -> StreetNames:
    """The names of the streets of some addresses, (n,), with a point each; `buildings` are what no name should cover.

    Addresses without a number, and those without a place, name no street. The order is that of the streets' names.
    """
    keys = [street_of(one) for one in addresses]
    x, y = shapely.get_x(points), shapely.get_y(points)
    rows = np.flatnonzero(np.array([one is not None for one in keys], dtype=bool) & known(x))
    mine = [key for row in rows.tolist() if (key := keys[row]) is not None]
    streets = sorted(set(mine))
    if not streets:
        return StreetNames([], np.empty(0, dtype=object), np.empty(0, dtype=np.intp), np.empty(0, dtype=bool))
    place = {key: position for position, key in enumerate(streets)}
    street = np.array([place[key] for key in mine], dtype=np.intp)
    x, y = x[rows], y[rows]
    whole = _spread(x, y, street, len(streets))
    piece, street_of_piece = _pieces(whole, street)
    parts = _spread(x, y, piece, len(street_of_piece))
    # A piece of a few houses that lie close says little of the direction: the whole street knows better.
    own = (parts.length > SHORTEST / 2) & parts.has_direction
    angle = np.where(own, parts.angle, whole.angle[street_of_piece])
    half = np.maximum(parts.length, SHORTEST) / 2
    check()
    lines = _aside(parts.x, parts.y, angle, half, buildings)
    # The first of those with the most houses of each street.
    order = np.lexsort((-parts.count, street_of_piece))
    first = np.unique(street_of_piece[order], return_index=True)[1]
    chief = np.zeros(len(street_of_piece), dtype=bool)
    chief[order[first]] = True
    return StreetNames([streets[one][0] for one in street_of_piece.tolist()], lines, parts.count, chief)


@dataclass(frozen=True)
class _Spread:
    """How the points of groups lie, one entry a group; `along` one a point: metres along the group's direction."""

    x: Floats
    y: Floats
    angle: Floats
    has_direction: Booleans
    length: Floats
    along: Floats
    start: Floats
    """The least of `along` in each group."""
    count: Integers


def _spread(x: Floats, y: Floats, group: Integers, count: int) -> _Spread:
    """The middle and the main direction of each group of points: the axis in which they differ most."""
    size = np.bincount(group, minlength=count)
    middle_x = np.bincount(group, x, count) / size
    middle_y = np.bincount(group, y, count) / size
    dx, dy = x - middle_x[group], y - middle_y[group]
    xx, yy, xy = (np.bincount(group, one, count) for one in (dx * dx, dy * dy, dx * dy))
    longer = np.hypot(xx - yy, 2 * xy) / np.maximum(xx + yy, 1e-9)
    has_direction = longer >= STRAIGHT
    angle = np.where(has_direction, 0.5 * np.arctan2(2 * xy, xx - yy), 0.0)  # -90° to 90°: never upside down
    along = dx * np.cos(angle[group]) + dy * np.sin(angle[group])
    least, most = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(least, group, along)
    np.maximum.at(most, group, along)
    return _Spread(middle_x, middle_y, angle, has_direction, most - least, along, least, size)


def _pieces(whole: _Spread, street: Integers) -> tuple[Integers, Integers]:
    """The piece that each house is in, (n,), and the street of each piece, (k,); a piece without a house is none."""
    times = np.maximum(np.rint(whole.length / PIECE), 1).astype(np.intp)
    share = (whole.along - whole.start[street]) / np.maximum(whole.length[street], 1e-9)
    number = np.minimum((share * times[street]).astype(np.intp), times[street] - 1)
    offset = np.concatenate([[0], np.cumsum(times)])
    used, piece = np.unique(offset[street] + number, return_inverse=True)
    streets: Integers = np.asarray(np.searchsorted(offset, used, side="right") - 1, dtype=np.intp)
    return np.asarray(piece, dtype=np.intp), streets


def _aside(x: Floats, y: Floats, angle: Floats, half: Floats, buildings: Geometries) -> Geometries:
    """A line for each name, moved across its street to where it lies on the fewest buildings, (k,)."""
    cos, sin = np.cos(angle), np.sin(angle)
    shift = np.array(ASIDE)[:, np.newaxis]
    middle_x, middle_y = x - sin * shift, y + cos * shift  # (tried, k)
    ends = np.stack(
        [
            np.stack([middle_x - cos * half, middle_y - sin * half], axis=-1),
            np.stack([middle_x + cos * half, middle_y + sin * half], axis=-1),
        ],
        axis=-2,
    )
    lines = shapely.linestrings(ends)
    tried = shapely.buffer(lines.ravel(), HALF_TALL, cap_style="flat")
    label, _ = shapely.STRtree(buildings).query(tried, predicate="intersects")
    covered = np.bincount(label, minlength=tried.size).reshape(lines.shape)
    best = np.argmin(covered, axis=0)  # the first of the fewest, so the nearest
    chosen: Geometries = lines[best, np.arange(len(x))]
    return chosen
