"""The outline of a group of buildings, as a planner would draw it round a quarter or a scheme.

    a building on a plot                             → that plot: the parcels of its property that hang together
    a building on no plot in the map                 → a hull that follows the buildings, some metres outside them
    a gap between the group's own plots              → drawn in where narrow, or small and enclosed; no one else's plot
    two outlines that overlap                        → the smaller keeps the ground, each keeps its own buildings

The measures stand in data/rules/ensembles.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Geometries, Integers, any_of
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import BLOCK, in_blocks, in_turn, is_polygon, on_the_millimetre
from ..neighbourhood.buildings import Buildings
from ..neighbourhood.neighbours import ADJOINING, NeighbourRule
from ..neighbourhood.plots import NO_PLOT, Homes

SOURCES = ("jordstykker", "bygninger", "jordstykker og bygninger")
FROM_PARCELS, FROM_BUILDINGS, FROM_BOTH = range(len(SOURCES))

GRID = 0.001
"""Metres: outlines are drawn to the millimetre, so that plots that meet do so exactly."""
MITRE = {"join_style": "mitre", "mitre_limit": 2.0}
ROUND = {"quad_segs": 4}


@dataclass(frozen=True)
class Outlines:
    """One outline for each group, (groups,)."""

    geometries: Geometries
    """Polygons or multipolygons."""
    sources: npt.NDArray[np.int8]
    """What each is drawn from, as a position in SOURCES."""


def draw(
    building: Integers,
    group: Integers,
    count: int,
    buildings: Buildings,
    homes: Homes | None,
    rule: NeighbourRule,
    check: Check = never_cancelled,
) -> Outlines:
    """Draw the outlines of `count` groups.

    `building` and `group` are pairs (m,), sorted by group; `homes` says where each building stands, None without
    parcels.
    """
    if not count:
        return Outlines(np.empty(0, dtype=object), np.empty(0, dtype=np.int8))
    on_plot = np.zeros(len(building), dtype=bool) if homes is None else homes.plot[building] != NO_PLOT
    places = buildings.geometries[building]
    shapes: Geometries = np.full(count, None, dtype=object)
    if homes is not None and on_plot.any():
        members = _Members(places[on_plot], homes.plot[building[on_plot]], group[on_plot], count)
        shapes = _of_plots(members, homes, _gap(rule), check)
    hulls = _hulls(places[~on_plot], group[~on_plot], count, rule.neighbour_distance, check)
    from_plots, from_hull = ~shapely.is_missing(shapes), ~shapely.is_missing(hulls)
    sources = np.where(from_plots & from_hull, FROM_BOTH, np.where(from_hull, FROM_BUILDINGS, FROM_PARCELS))
    shapes = _plus(shapes, hulls)
    if from_hull.any():
        shapes = _apart(shapes, from_hull, places, group, check)
    return Outlines(on_the_millimetre(_with_own(shapes, places, group, check)), sources.astype(np.int8))


@dataclass(frozen=True)
class _Members:
    """Buildings that lie on a plot: their place, plot and group, (m,), and how many groups there are."""

    places: Geometries
    plot: Integers
    group: Integers
    groups: int


def _gap(rule: NeighbourRule) -> float:
    """The widest gap, in metres, that is drawn into an outline made of plots."""
    path: float = load("rules/ensembles.json")["path_width_m"]
    method = rule.resolved_method(has_parcels=True)
    return path if method == ADJOINING else max(path, rule.opposite_distance)


def dissolve(geometries: Geometries, group: Integers, count: int, check: Check = never_cancelled) -> Geometries:
    """The union of the geometries of each group, (count,); None for a group that has none."""
    out: Geometries = np.full(count, None, dtype=object)
    order = np.argsort(group, kind="stable")
    geometries, group = geometries[order], group[order]
    names, first, size = np.unique(group, return_index=True, return_counts=True)
    # Groups of similar size side by side in a table each, so that none is united one by one.
    width = np.where(size > 1, 2 ** np.ceil(np.log2(np.maximum(size, 2))), 1).astype(np.intp)
    for wide in np.unique(width):
        these = np.flatnonzero(width == wide)
        rows = max(1, BLOCK // int(wide))
        for start in range(0, len(these), rows):
            check()
            part = these[start : start + rows]
            table: Geometries = np.full((len(part), wide), None, dtype=object)
            which = np.repeat(np.arange(len(part)), size[part])
            place = np.arange(len(which)) - np.repeat(np.cumsum(size[part]) - size[part], size[part])
            table[which, place] = geometries[first[part][which] + place]
            out[names[part]] = in_blocks(_united, table, result=object)
    return out


def _united(table: Geometries) -> Geometries:
    united: Geometries = shapely.union_all(table, axis=1)
    return united


# ---- from plots ------------------------------------------------------------------------------------------------------


def _of_plots(members: _Members, homes: Homes, gap: float, check: Check) -> Geometries:
    """The plots of each group's buildings as one outline, (groups,)."""
    parcels = homes.parcels.geometries
    mine, of_group, lost = _parcels_of(members, homes)
    count = members.groups
    ground = _ground(members.places[lost])
    pieces = _minus(parcels[mine], ground, check)
    plots = dissolve(np.concatenate([pieces, ground]), np.concatenate([of_group, members.group[lost]]), count, check)
    gaps, gap_group = _gaps(plots, gap, check)
    gaps = _minus(gaps, ground, check)
    others = np.flatnonzero(homes.built)
    gaps, gap_group = _without_others(gaps, gap_group, parcels, others, mine, of_group, check)
    gaps, gap_group = _gaps_apart(gaps, gap_group, check)
    filled = dissolve(gaps, gap_group, count, check)
    some = np.flatnonzero(~shapely.is_missing(filled))
    plots[some] = in_blocks(_joined, plots[some], filled[some], check=check, result=object)
    return plots


def _minus(shapes: Geometries, ground: Geometries, check: Check) -> Geometries:
    """Parcels or gaps without the ground that buildings of another group keep on them."""
    if not len(ground):
        return shapes
    which, piece = shapely.STRtree(shapes).query(ground, predicate="intersects")
    taken = dissolve(ground[which], piece, len(shapes), check)
    cut = np.flatnonzero(~shapely.is_missing(taken))
    out = shapes.copy()
    out[cut] = _areal(shapely.difference(shapes[cut], taken[cut]))
    return out


def _joined(plots: Geometries, gaps: Geometries) -> Geometries:
    joined: Geometries = shapely.union(plots, gaps, grid_size=GRID)
    return joined


def _parcels_of(members: _Members, homes: Homes) -> tuple[Integers, Integers, Integers]:
    """Pairs (parcel, group): the parcels of the plots that the buildings stand on.

    A plot with buildings of several groups goes to the one with most of them there, of equals to the first. Returned
    third are the buildings, as positions in `members`, whose plot went to another group.
    """
    standing = np.column_stack([members.plot, members.group])
    pairs, of, size = np.unique(standing, axis=0, return_inverse=True, return_counts=True)
    ranked = np.lexsort((pairs[:, 1], -size, pairs[:, 0]))
    first = np.ones(len(ranked), dtype=bool)
    first[1:] = pairs[ranked[1:], 0] != pairs[ranked[:-1], 0]
    keeps = np.zeros(len(pairs), dtype=bool)
    keeps[ranked[first]] = True
    group_of_plot = np.full(homes.plot_count + 1, -1, dtype=np.intp)  # the last place is that of NO_PLOT
    group_of_plot[pairs[keeps, 0]] = pairs[keeps, 1]
    of_parcel = group_of_plot[homes.plot_of_parcel]
    taken = np.flatnonzero(of_parcel >= 0)
    return taken, of_parcel[taken], np.flatnonzero(~keeps[of.ravel()])


def _gaps(plots: Geometries, width: float, check: Check) -> tuple[Geometries, Integers]:
    """Polygons between the plots of one group that are narrower than `width` metres, or enclosed and small.

    Returns the polygons and the group of each.
    """
    limits = load("rules/ensembles.json")
    there = np.flatnonzero(~shapely.is_missing(plots))
    closed = in_blocks(lambda some: _closed(some, width), plots[there], check=check, result=object)
    parts, part = shapely.get_parts(closed, return_index=True)
    rings, ring = shapely.get_rings(parts, return_index=True)
    inner = np.ones(len(rings), dtype=bool)
    inner[np.unique(ring, return_index=True)[1]] = False  # the first ring of a polygon is its outside
    holes = shapely.polygons(rings[inner])
    small = shapely.area(holes) <= limits["largest_hole_m2"]
    narrow = in_blocks(shapely.difference, closed, plots[there], check=check, result=object)
    strips, strip = shapely.get_parts(narrow, return_index=True)
    gaps = np.concatenate([strips, holes[small]])
    group = there[np.concatenate([strip, part[ring[inner]][small]])]
    real = _real(gaps)
    return gaps[real], group[real]


def _real(gaps: Geometries) -> Booleans:
    """Which pieces are more than what rounding leaves between two edges."""
    real: Booleans = shapely.area(gaps) >= load("rules/ensembles.json")["smallest_gap_m2"] / 100
    return real & is_polygon(gaps)


def _closed(shapes: Geometries, width: float) -> Geometries:
    """The shapes grown and shrunk again, so that gaps up to `width` metres are gone."""
    grown = shapely.buffer(shapes, width / 2, **MITRE)
    closed: Geometries = shapely.buffer(grown, -width / 2, **MITRE)
    return closed


def _without_others(
    gaps: Geometries,
    group: Integers,
    parcels: Geometries,
    others: Integers,
    mine: Integers,
    of_group: Integers,
    check: Check,
) -> tuple[Geometries, Integers]:
    """The gaps without what others have built on, and the group of each piece that is left.

    `others` are the built parcels; those of the gap's own group are taken out of them.
    """
    smallest = load("rules/ensembles.json")["smallest_gap_m2"]
    asked = np.flatnonzero(shapely.area(gaps) > smallest)
    if not len(asked) or not len(others):
        return gaps, group
    tree = shapely.STRtree(parcels[others])
    found, other = tree.query(gaps[asked], predicate="intersects")
    found, other = asked[found], others[other]
    many = max(len(parcels), 1)
    own = np.isin(group[found].astype(np.int64) * many + other, of_group.astype(np.int64) * many + mine)
    found, other = found[~own], other[~own]
    taken = dissolve(parcels[other], found, len(gaps), check)
    cut = np.flatnonzero(~shapely.is_missing(taken))
    gaps = gaps.copy()
    gaps[cut] = in_blocks(shapely.difference, gaps[cut], taken[cut], check=check, result=object)
    pieces, piece = shapely.get_parts(gaps, return_index=True)
    real = _real(pieces)
    return pieces[real], group[piece[real]]


def _gaps_apart(gaps: Geometries, group: Integers, check: Check) -> tuple[Geometries, Integers]:
    """The gaps without what two groups both would draw in: the simpler piece keeps it."""
    i, j = shapely.STRtree(gaps).query(gaps)
    corners = shapely.get_num_coordinates(gaps)
    # Of each pair the one with more corners comes first: it is looked into through an index, and it loses.
    pair = (group[i] != group[j]) & ((corners[i] > corners[j]) | ((corners[i] == corners[j]) & (i > j)))
    loser, keeper = i[pair], j[pair]
    asked = gaps[np.unique(loser)]
    shapely.prepare(asked)
    touch = in_turn(shapely.intersects, gaps[loser], gaps[keeper], check=check)
    shapely.destroy_prepared(asked)
    loser, keeper = loser[touch], keeper[touch]
    taken = dissolve(gaps[keeper], loser, len(gaps), check)
    cut = np.flatnonzero(~shapely.is_missing(taken))
    out = gaps.copy()
    out[cut] = in_blocks(shapely.difference, gaps[cut], taken[cut], check=check, result=object)
    pieces, piece = shapely.get_parts(out, return_index=True)
    real = _real(pieces)
    return pieces[real], group[piece[real]]


# ---- from buildings --------------------------------------------------------------------------------------------------


def _hulls(places: Geometries, group: Integers, count: int, distance: float, check: Check) -> Geometries:
    """A hull that follows the buildings of each group, (count,); None for a group without any here."""
    limits = load("rules/ensembles.json")
    out: Geometries = np.full(count, None, dtype=object)
    if not len(places):
        return out
    names, where = np.unique(group, return_inverse=True)
    corners, place = shapely.get_coordinates(places, return_index=True)
    clouds = shapely.multipoints(corners, indices=where[place])
    tight = _concave(clouds, distance * limits["hull_reach"], check)
    margin = np.full(len(names), limits["margin_m"])
    margin[where[~is_polygon(places)]] = limits["point_margin_m"]
    # The hull goes round the corners of all footprints, but may cut across one that reaches into a bay of it.
    shapely.prepare(tight)
    outside = np.flatnonzero(~in_turn(shapely.covers, tight[where], places, check=check))
    shapely.destroy_prepared(tight)
    tight = dissolve(
        np.concatenate([tight, places[outside]]),
        np.concatenate([np.arange(len(names)), where[outside]]),
        len(names),
        check,
    )
    out[names] = in_blocks(
        lambda some, far: shapely.buffer(some, far, **ROUND), tight, margin, check=check, result=object
    )
    return out


STEPS = 100
"""Ratios tried between the closest hull and the convex one."""


def _concave(clouds: Geometries, reach: float, check: Check) -> Geometries:
    """The concave hull of each cloud of points, no edge much longer than `reach` metres where it can be helped.

    GEOS takes the length as a share between the shortest and the longest edge of the cloud's own triangles.
    """
    triangles = in_blocks(
        lambda some: shapely.delaunay_triangles(some, only_edges=True), clouds, check=check, result=object
    )
    edges, cloud = shapely.get_parts(triangles, return_index=True)
    length = shapely.length(edges)
    shortest, longest = np.full(len(clouds), np.inf), np.full(len(clouds), -np.inf)
    np.minimum.at(shortest, cloud, length)
    np.maximum.at(longest, cloud, length)
    spread = longest - shortest
    share = np.divide(reach - shortest, spread, out=np.ones(len(clouds)), where=spread > 0)
    step = np.ceil(np.clip(share, 0.0, 1.0) * STEPS).astype(np.intp)
    out: Geometries = np.full(len(clouds), None, dtype=object)
    for one in np.unique(step).tolist():
        these = np.flatnonzero(step == one)
        hull = partial(shapely.concave_hull, ratio=one / STEPS)
        out[these] = in_blocks(hull, clouds[these], check=check, result=object)
    return out


# ---- between outlines ------------------------------------------------------------------------------------------------


def _apart(shapes: Geometries, hulled: Booleans, places: Geometries, group: Integers, check: Check) -> Geometries:
    """The outlines without what they share: the smaller keeps it, and every building stays inside its own outline.

    `hulled` marks outlines with a part drawn round buildings, (groups,): those of plots alone are apart already.
    """
    i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pair = (i < j) & (hulled[i] | hulled[j])
    i, j = i[pair], j[pair]
    check()
    shared = in_blocks(
        lambda a, b: shapely.area(shapely.intersection(a, b)), shapes[i], shapes[j], check=check, result=np.float64
    )
    real = shared > load("rules/ensembles.json")["smallest_gap_m2"] / 100
    i, j = i[real], j[real]
    if not len(i):
        return shapes
    area = shapely.area(shapes)
    swap = area[i] <= area[j]  # the loser is the larger; of equals the one with the higher number
    loser, keeper = np.where(swap, j, i), np.where(swap, i, j)
    taken = dissolve(shapes[keeper], loser, len(shapes), check)
    # Only buildings of the loser inside a keeper's outline have to be given back.
    losing = np.flatnonzero(np.isin(group, loser))
    found, inside = shapely.STRtree(shapes).query(places[losing], predicate="intersects")
    lost = losing[found]
    known = {(one, other) for one, other in zip(loser.tolist(), keeper.tolist())}
    given = np.array([(one, other) in known for one, other in zip(group[lost].tolist(), inside.tolist())], dtype=bool)
    lost, inside = lost[given], inside[given]
    ground = _ground(places[lost])
    own, left = dissolve(ground, group[lost], len(shapes), check), dissolve(ground, inside, len(shapes), check)
    out = shapes.copy()
    for cut in (taken, left):
        rows = np.flatnonzero(~shapely.is_missing(cut))
        out[rows] = _areal(in_blocks(shapely.difference, out[rows], cut[rows], check=check, result=object))
    return _plus(out, own)


def _areal(shapes: Geometries) -> Geometries:
    """The shapes without the lines and points that an overlay may leave beside the areas; None for no area."""
    parts, part = shapely.get_parts(shapes, return_index=True)
    areal = is_polygon(parts)
    out: Geometries = np.full(len(shapes), None, dtype=object)
    if areal.any():
        there = np.unique(part[areal])
        out[there] = shapely.multipolygons(parts[areal], indices=np.searchsorted(there, part[areal]))
    return out


def _plus(shapes: Geometries, own: Geometries) -> Geometries:
    """Both together, also where one of them is nothing."""
    together = np.where(shapely.is_missing(shapes), own, shapes)
    both = np.flatnonzero(~shapely.is_missing(shapes) & ~shapely.is_missing(own))
    together[both] = shapely.union(shapes[both], own[both])
    return together


def _ground(places: Geometries) -> Geometries:
    """What a building covers: its footprint, or a small round where only its point is known."""
    points = ~is_polygon(places)
    ground = places.copy()
    ground[points] = shapely.buffer(places[points], 1.0, **ROUND)
    return ground


def _with_own(shapes: Geometries, places: Geometries, group: Integers, check: Check) -> Geometries:
    """The shapes without parts that hold none of the group's own buildings; as they are where no part holds one.

    The latter are buildings that lie on top of one another, of which each outline keeps a rim.
    """
    several = np.flatnonzero(shapely.get_num_geometries(shapes) > 1)
    asked = np.flatnonzero(np.isin(group, several))
    if not len(asked):
        return shapes
    parts, part = shapely.get_parts(shapes[several], return_index=True)
    points = in_blocks(shapely.point_on_surface, places[asked], check=check, result=object)
    found, at = shapely.STRtree(parts).query(points, predicate="intersects")
    kept = np.zeros(len(parts), dtype=bool)
    kept[at[several[part[at]] == group[asked[found]]]] = True
    kept |= ~any_of(part, len(several), kept)[part]
    out = shapes.copy()
    out[several] = dissolve(parts[kept], part[kept], len(several), check)
    return out
