"""Walking routes through the places with a story: suggested orders, as the crow flies.

    decided environments, designated and listed buildings that have a story  → are stops
    stops that lie within `longest_leg_m` of each other                      → may share a route
    each group                                                               → one path: nearest neighbour, then 2-opt
    a path that is too long or has too many stops                            → is cut; too few stops are no route

Nobody has walked them: which ways there are is not in the data, so every length is said to be as the crow flies. The
limits stand in data/web/settings.json.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common.addresses import main_streets
from ..common.arrays import Floats, Integers
from ..common.wording import joined
from .content import Site, text, whole_rings
from .encoding import STEPS
from .payload import Town
from .settings import RouteRule

ROUTES_PAGE = "ruter.html"
"""The list of the routes, which lies with the lists."""
ENVIRONMENT, BUILDING = "miljoe", "bygning"
"""The kinds of stops, as links name them."""
EARTH = 6_371_008.8
"""Mean radius in metres (IUGG); over a municipality the error is below half a percent."""
MOST_NAMED = 3
"""Environments that the heading of a route names, each by its name."""
MOST_IMPROVED = 400
"""Stops of one path from which 2-opt is left out: it looks at every pair of legs."""


@dataclass(frozen=True)
class Stop:
    """A place with a story: `row` is that of the site's environments or of the town's buildings."""

    kind: str
    row: int
    lon: float
    lat: float


@dataclass(frozen=True)
class Route:
    """Stops in the order in which one may walk them, and the metres from each to the next as the crow flies."""

    names: Sequence[str]
    """Of the environments that it passes, else of its streets: each page puts its own word between them."""
    stops: Sequence[Stop]
    legs: Sequence[float]
    more: bool = False
    """Whether it passes more of them than its heading names."""

    @property
    def name(self) -> str:
        """Its name in Danish."""
        return f"{', '.join(self.names)} m.fl." if self.more else joined(self.names)

    @property
    def metres(self) -> float:
        """From the first stop to the last."""
        return float(sum(self.legs))


def routes_of(site: Site, town: Town, rule: RouteRule) -> list[Route]:
    """The routes of a site, those with most stops first."""
    stops = list(_stops(site, town))
    if len(stops) < rule.least_stops or rule.longest_m <= 0:
        return []
    places = metres(np.array([(one.lon, one.lat) for one in stops]))
    pieces = [piece for group in _groups(places, rule.longest_leg_m) for piece in _pieces(places, group, rule)]
    made = [_route(site, town, [stops[one] for one in piece], places[piece]) for piece in pieces]
    return sorted(made, key=lambda one: (-len(one.stops), one.name))


def payload(routes: Sequence[Route]) -> list[dict[str, Any]]:
    """What the page's script needs of the routes; places are whole steps of a degree."""
    return [
        {
            "name": route.name,
            "names": list(route.names),
            "more": route.more,
            "metres": round(route.metres),
            "legs": [round(one) for one in route.legs],
            "stops": [[one.kind, one.row, round(one.lon * STEPS), round(one.lat * STEPS)] for one in route.stops],
        }
        for route in routes
    ]


def metres(degrees: Floats) -> Floats:
    """Places of [lon, lat] in metres east and north of their middle, (n, 2)."""
    middle = degrees.mean(axis=0)
    scale = np.array([np.cos(np.radians(middle[1])), 1.0]) * EARTH
    return np.asarray(np.radians(degrees - middle) * scale, dtype=np.float64)


def path_through(places: Floats) -> Integers:
    """The order of a short open path through places in metres, (n,): nearest neighbour, then 2-opt.

    It begins at the end that lies furthest west. The same places always give the same path.

    >>> path_through(np.array([[10., 0], [0, 0], [30, 0], [20, 0]])).tolist()
    [1, 0, 3, 2]
    """
    order = _nearest(places, int(np.argmax(np.linalg.norm(places - places.mean(axis=0), axis=1))))
    if len(order) <= MOST_IMPROVED:
        order = _two_opt(np.linalg.norm(places[:, None, :] - places[None, :, :], axis=2), order)
    return order if places[order[0], 0] <= places[order[-1], 0] else order[::-1]


def _stops(site: Site, town: Town) -> Any:
    for row, each in enumerate(site.environments):
        rings = whole_rings(each.get("rings")) if each.get("decided") and text(each.get("story")) else []
        closed = [ring for ring in rings if len(ring) > 3]
        if closed:
            inside = shapely.point_on_surface(max(map(shapely.Polygon, closed), key=shapely.area))
            yield Stop(ENVIRONMENT, row, float(shapely.get_x(inside)), float(shapely.get_y(inside)))
    columns = town.columns
    for row, story in enumerate(columns["story"]):
        told = story and (columns["designated"][row] or columns["apart"][row])
        if told and columns["lon"][row] is not None:
            yield Stop(BUILDING, row, columns["lon"][row], columns["lat"][row])


def _groups(places: Floats, reach: float) -> list[Integers]:
    """The places that hang together by steps of at most `reach` metres."""
    points = shapely.points(places)
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=reach)
    group, earlier = np.arange(len(places)), np.empty(0, dtype=np.intp)
    while not np.array_equal(group, earlier):  # the lowest number spreads through all that hangs together
        earlier = group.copy()
        np.minimum.at(group, one, earlier[other])
        group = group[group]
    return [np.flatnonzero(group == number) for number in np.unique(group)]


def _pieces(places: Floats, group: Integers, rule: RouteRule) -> list[Integers]:
    """The routes of one group: its path, cut where a leg, the length or the stops are too many."""
    path = group[path_through(places[group])] if len(group) > 1 else group
    legs = _legs(places[path])
    pieces, begin, length = [], 0, 0.0
    for at, leg in enumerate(legs, start=1):
        if leg > rule.longest_leg_m or length + leg > rule.longest_m or at - begin >= rule.most_stops:
            pieces.append(path[begin:at])
            begin, length = at, 0.0
        else:
            length += leg
    pieces.append(path[begin:])
    kept = [one for one in pieces if len(one) >= max(rule.least_stops, 2)]
    return [one[path_through(places[one])] for one in kept]


def _route(site: Site, town: Town, stops: Sequence[Stop], places: Floats) -> Route:
    within = [text(site.environments[one.row].get("name")) or "" for one in stops if one.kind == ENVIRONMENT]
    told = [town.columns["address"][one.row] or "" for one in stops if one.kind == BUILDING]
    names = [one for one in within if one] or main_streets(told) or ["Rute"]
    more = len(names) > MOST_NAMED
    return Route(names[:2] if more else names, stops, _legs(places), more)


def _legs(places: Floats) -> list[float]:
    legs: list[float] = np.linalg.norm(np.diff(places, axis=0), axis=1).tolist()
    return legs


def _nearest(places: Floats, start: int) -> Integers:
    """Always on to the nearest place that is left; it holds one row of distances at a time."""
    order, left = [start], np.ones(len(places), dtype=bool)
    left[start] = False
    for _ in range(len(places) - 1):
        after = np.where(left, np.linalg.norm(places - places[order[-1]], axis=1), np.inf)
        order.append(int(np.argmin(after)))
        left[order[-1]] = False
    return np.array(order, dtype=np.intp)


def _two_opt(apart: Floats, order: Integers) -> Integers:
    """Turn pieces of the path round as long as that makes it shorter.

    A place that is nowhere, at no distance from all others, closes the open path to a ring.
    """
    count = len(order)
    ring = np.zeros((count + 1, count + 1))
    ring[:count, :count] = apart
    path: npt.NDArray[np.intp] = np.append(order, count)
    first, last = np.triu_indices(count + 1, 1)
    first, last = first[first > 0], last[first > 0]
    for _ in range(count * count):
        a, b = path[first - 1], path[first]
        c, d = path[last], path[(last + 1) % (count + 1)]
        gained = ring[a, b] + ring[c, d] - ring[a, c] - ring[b, d]
        best = int(np.argmax(gained)) if len(gained) else -1
        if best < 0 or gained[best] < 1e-6:
            break
        path[first[best] : last[best] + 1] = path[first[best] : last[best] + 1][::-1].copy()
    at = int(np.flatnonzero(path == count)[0])
    return np.asarray(np.concatenate([path[at + 1 :], path[:at]]), dtype=np.intp)
