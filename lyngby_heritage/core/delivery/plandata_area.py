"""The areas of a plan as Plandata.dk takes them: one multipolygon for the plan and one for each delområde, none shared.

Published rules: each object is one multipolygon, no lines cross, and all lies within the municipality's own boundary.
Source: planinfo.dk, GIS templates and questions on upload (read in November 2026). What is cured is harmless and told;
anything else is refused with where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.data import load
from ..common.errors import Check, HeritageError, Note, never_cancelled
from ..common.geometry import MILLIMETRE, as_multipolygons, to_millimetres
from ..common.union import polygonal
from .plandata_fields import FILE

OUTSIDE = -1
"""The place of a face that lies in none of the areas."""


@dataclass(frozen=True)
class PartAsked:
    """A delområde as the plan means it, before what overlaps is settled."""

    number: str
    """DELNR."""
    name: str
    surfaces: Geometries
    """(k,) polygons."""
    buildings: int = 0


@dataclass(frozen=True)
class Part:
    """A delområde as it is delivered."""

    number: str
    name: str
    geometry: shapely.MultiPolygon
    buildings: int
    elsewhere: float
    """m² that it shares with a delområde before it, which has them."""

    @property
    def hectares(self) -> float:
        """Its size."""
        return float(shapely.area(self.geometry)) / 10_000


@dataclass(frozen=True)
class Areas:
    """The plan's area and its delområder, on a grid of a millimetre; edges that they share have the same corners."""

    plan: shapely.MultiPolygon
    parts: Sequence[Part]
    swallowed: Sequence[PartAsked]
    """Delområder that lie in others altogether, so that nothing is left of them."""
    rest: float
    """m² of the plan in no delområde."""
    slivers: Sequence[tuple[str, float, float]]
    """Narrow surfaces: DELNR, x, y."""


def limit(name: str) -> float:
    """A tolerance of `rules/plandata.json`."""
    return float(load(FILE)["limits"][name])


# ---- one area --------------------------------------------------------------------------------------------------------


def refuse_elsewhere(area: shapely.Geometry, layer: str) -> None:
    """HeritageError for an area that does not lie in Denmark: its coordinates are not what the layer says."""
    west, south, east, north = load(FILE)["denmark"]
    x, y, x_end, y_end = shapely.bounds(area).tolist()
    if x < west or y < south or x_end > east or y_end > north:
        raise HeritageError(
            "The layer {layer} lies outside Denmark: {x:.0f}, {y:.0f} in EPSG:25832. Its coordinate reference system "
            "is wrong. Correct it in the layers of the plan, and make the package anew.",
            layer=layer,
            x=x,
            y=y,
        )


def refuse_ambiguous(original: shapely.Geometry, layer: str) -> None:
    """HeritageError for an invalid area that can be read in two ways, with where its lines cross.

    A repair is harmless where the two ways of repairing agree: by what the lines go round (make_valid), and by which
    way they go round it (a buffer of 0).
    """
    linework, winding = shapely.make_valid(original), shapely.buffer(original, 0)
    apart = abs(float(shapely.area(linework)) - float(shapely.area(winding)))
    if apart > limit("repair_m2"):
        raise HeritageError(
            "The layer {layer} has an area whose lines cross ({reason}), and it can be read in two ways that differ by "
            "{apart:,.0f} m². Plandata takes no such area. Correct it there.",
            layer=layer,
            reason=shapely.is_valid_reason(original),
            apart=apart,
        )


def within_boundary(
    area: shapely.Geometry, boundary: shapely.Geometry, layer: str
) -> tuple[shapely.Geometry, list[Note]]:
    """The area within a boundary, and what is said of what was cut off. HeritageError where it goes farther than that.

    The cadastre and the boundary are drawn apart, so that a property at the boundary may stick out by some decimetres.
    """
    outside = shapely.difference(area, boundary)
    size = float(shapely.area(outside))
    if size <= MILLIMETRE:
        return area, []
    reach = limit("boundary_m")
    beyond = shapely.difference(outside, shapely.buffer(boundary, reach))
    if float(shapely.area(beyond)) > MILLIMETRE:
        parts = shapely.get_parts(beyond)
        largest = shapely.point_on_surface(parts[np.argmax(shapely.area(parts))])
        raise HeritageError(
            "The plan's area goes outside the boundary ({layer}) by {size:,.0f} m², more than {reach} m beyond it, for "
            "example at {x:.0f}, {y:.0f}. Plandata takes only what lies in the municipality: take the rows of another "
            "municipality out of the layers of the plan, or correct the boundary, and make the package anew.",
            layer=layer,
            size=max(1.0, float(shapely.area(beyond))),
            reach=reach,
            x=shapely.get_x(largest),
            y=shapely.get_y(largest),
        )
    cut = Note(
        "{size:.1f} m² of the plan's area lay outside the boundary, by less than {reach} m, and was cut off.",
        {"size": size, "reach": reach},
        warning=True,
        danish="{size:.1f} m² af planens område lå uden for grænsen, mindre end {reach} m fra den, og er skåret af.",
    )
    return shapely.intersection(area, boundary), [cut]


# ---- all of them -----------------------------------------------------------------------------------------------------


def delivered_areas(
    plan: shapely.Geometry, asked: Sequence[PartAsked], layer: str, check: Check = never_cancelled
) -> Areas:
    """The plan's area and its delområder without overlap: what several ask for is the first one's.

    All lines are put on a grid of a millimetre and cut where they cross, so that neighbours share their corners.
    `layer` is what the plan's area is called. HeritageError where the delområder go outside the plan's area.
    """
    surfaces = [one.surfaces[polygonal(one.surfaces)] for one in asked]
    faces = _faces([np.array([plan], dtype=object), *surfaces])
    check()
    places = shapely.point_on_surface(faces)
    sizes = shapely.area(faces)
    inside = _held(np.array([plan], dtype=object), places)
    first: Integers = np.full(len(faces), OUTSIDE, dtype=np.intp)
    shared = np.zeros(len(asked))
    anywhere = np.zeros(len(faces), dtype=bool)
    for number, own in enumerate(surfaces):
        held = _held(own, places)
        anywhere |= held
        taken = held & inside & (first != OUTSIDE)
        shared[number] = float(sizes[taken].sum())
        first[held & inside & (first == OUTSIDE)] = number
        check()
    _refuse_outside(faces, sizes, anywhere & ~inside, layer)
    parts, swallowed, slivers = [], [], []
    for number, one in enumerate(asked):
        mine = faces[first == number]
        if not len(mine):
            swallowed.append(one)
            continue
        geometry = _one(mine)
        parts.append(Part(one.number, one.name, geometry, one.buildings, float(shared[number])))
        slivers += [(one.number, x, y) for x, y in _narrow(geometry)]
        check()
    rest = float(sizes[inside & (first == OUTSIDE)].sum())
    return Areas(_one(faces[inside]), parts, swallowed, rest, slivers)


def _faces(groups: Sequence[Geometries]) -> Geometries:
    """What the lines of all surfaces go round, as polygons that overlap nowhere, (n,)."""
    lines = shapely.boundary(shapely.force_2d(np.concatenate(groups)))
    cut = shapely.union_all(lines, grid_size=MILLIMETRE)
    faces: Geometries = shapely.get_parts(shapely.polygonize(shapely.get_parts(np.array([cut], dtype=object))))
    return faces


def _held(surfaces: Geometries, places: Geometries) -> Booleans:
    """Which places lie in one of the surfaces, (n,)."""
    held = np.zeros(len(places), dtype=bool)
    if len(surfaces):
        held[shapely.STRtree(surfaces).query(places, predicate="intersects")[0]] = True
    return held


def _refuse_outside(faces: Geometries, sizes: Floats, outside: Booleans, layer: str) -> None:
    size = float(sizes[outside].sum())
    if size <= limit("outside_m2"):
        return
    largest = shapely.point_on_surface(faces[outside][np.argmax(sizes[outside])])
    raise HeritageError(
        "The grounds and environments of the package go outside the plan's area ({layer}) by {size:,.0f} m², for "
        "example at {x:.0f}, {y:.0f}: a layer of the package was changed by hand. Make the package anew.",
        layer=layer,
        size=size,
        x=shapely.get_x(largest),
        y=shapely.get_y(largest),
    )


def _one(faces: Geometries) -> shapely.MultiPolygon:
    """One valid multipolygon of faces, its coordinates in whole millimetres and its parts in one order."""
    joined = shapely.union_all(faces)
    rounded = shapely.transform(joined, to_millimetres)
    whole = rounded if shapely.is_valid(rounded) else joined
    made: shapely.MultiPolygon = as_multipolygons(np.array([shapely.normalize(whole)], dtype=object))[0]
    return made


def _narrow(geometry: shapely.MultiPolygon) -> list[tuple[float, float]]:
    """Where a part of an area is narrower than `sliver_m` all over."""
    parts = shapely.get_parts(geometry)
    gone = shapely.is_empty(shapely.buffer(parts, -limit("sliver_m") / 2))
    at = shapely.point_on_surface(parts[gone])
    return [(round(x, 1), round(y, 1)) for x, y in shapely.get_coordinates(at).tolist()]


def overlapping(parts: Sequence[Part]) -> float:
    """m² that delområder share: 0 of what `delivered_areas` made, and looked at anew before it is written."""
    geometries = np.array([one.geometry for one in parts], dtype=object)
    left, right = shapely.STRtree(geometries).query(geometries, predicate="intersects") if len(parts) else ([], [])
    pairs = np.array([(one, other) for one, other in zip(left, right) if one < other], dtype=np.intp).reshape(-1, 2)
    return float(shapely.area(shapely.intersection(geometries[pairs[:, 0]], geometries[pairs[:, 1]])).sum())
