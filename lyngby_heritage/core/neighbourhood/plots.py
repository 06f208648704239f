"""A plot: the parcels of one property that hang together, which plots touch, what stands on each, how large it is.

The one definition for neighbours, ensembles and bebyggelsesprocent; its measures stand in data/rules/plots.json.
BR18 § 454: the area stated for the cadastral number, road area included (stk. 1); several numbers together when they
are one property and adjoin (stk. 2 nr. 3), and apart when they do not (stk. 3 nr. 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Integers, any_of, connected, known, sums
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import MANY_CORNERS, Geometries, boundary_pieces, near_pairs, within_distance
from ..registers.parcel_names import named_districts, parcel_names
from ..registers.public_roads import road_parcels
from .properties import NO_PROPERTY, Parcels, of_no_property, owners, parcel_of

NO_PLOT = -1


def adjoining_tolerance() -> float:
    """Metres: parcels and plots that come this near touch."""
    tolerance: float = load("rules/plots.json")["adjoining_tolerance_m"]
    return tolerance


def group_plots(geometries: Geometries, owner: Integers, check: Check = never_cancelled) -> Integers:
    """The plot of each parcel, (n,), numbered from 0 in the order of their first parcel.

    `owner` is the property of each, (n,). Parcels of one property that adjoin, also through others of it, are one plot.
    """
    return _grouped(len(geometries), *_adjoining(geometries, owner, check))


def _grouped(count: int, i: Integers, j: Integers) -> Integers:
    return np.unique(connected(count, i, j), return_inverse=True)[1].astype(np.intp)


def _adjoining(geometries: Geometries, owner: Integers, check: Check) -> tuple[Integers, Integers]:
    """Pairs (i, j), i < j, of parcels of one property that adjoin."""
    several = np.flatnonzero(np.bincount(owner)[owner] > 1) if len(owner) else np.empty(0, np.intp)
    shapes, owner = geometries[several], owner[several]
    tolerance = adjoining_tolerance()
    i, j = near_pairs(shapes, shapes, tolerance, check)
    chosen = (i < j) & (owner[i] == owner[j])
    i, j = i[chosen], j[chosen]
    near = within_distance(shapes[i], shapes[j], tolerance, check)
    return several[i[near]], several[j[near]]


@dataclass(frozen=True)
class Homes:
    """Where buildings stand."""

    parcels: Parcels
    parcel: Integers
    """The parcel that holds each building, (buildings,), NO_PARCEL for none."""
    plot_of_parcel: Integers
    """The plot of each parcel, (parcels,), numbered from 0; NO_PLOT for those of properties without any building."""

    @property
    def owner(self) -> Integers:
        """The property that each building lies on, (buildings,), NO_PROPERTY for none."""
        return owners(self.parcel, self.parcels.owner)

    @property
    def plot(self) -> Integers:
        """The plot that each building lies on, (buildings,), NO_PLOT for none."""
        return owners(self.parcel, self.plot_of_parcel)

    @property
    def plot_count(self) -> int:
        """How many plots the properties with buildings have."""
        return int(self.plot_of_parcel.max(initial=-1)) + 1

    @property
    def built(self) -> Booleans:
        """Which parcels belong to a plot with a building on it, (parcels,)."""
        built = np.zeros(self.plot_count + 1, dtype=bool)
        built[self.plot] = True
        built[NO_PLOT] = False
        return built[self.plot_of_parcel]

    def built_plots(self) -> tuple[Parcels, Integers]:
        """The parcels of plots with a building on them, and the plot of each."""
        built = self.built
        return Parcels(self.parcels.geometries[built], self.parcels.owner[built]), self.plot_of_parcel[built]


def find_homes(geometries: Geometries, parcels: Parcels, check: Check = never_cancelled) -> Homes:
    """The parcel and the plot that each building lies on.

    Properties without any building are left out before anything is measured: roads and fields are the costliest of all.
    """
    parcel = parcel_of(geometries, parcels.geometries, check)
    on = owners(parcel, parcels.owner)
    lived_in = np.zeros(parcels.property_count, dtype=bool)
    lived_in[on[on != NO_PROPERTY]] = True
    rows = np.flatnonzero(lived_in[parcels.owner])
    plot = np.full(len(parcels.owner), NO_PLOT, dtype=np.intp)
    plot[rows] = group_plots(parcels.geometries[rows], parcels.owner[rows], check)
    return Homes(parcels, parcel, plot)


def near_plots(
    parcels: Parcels, plot: Integers, distance: float, check: Check = never_cancelled
) -> tuple[Integers, Integers]:
    """Pairs (p, q), p < q, of plots of different properties at most `distance` metres apart, each pair once.

    `plot` is the plot of each parcel, (n,).
    """
    found = plots_around(parcels, plot, distance, check)
    near = within_distance(found.left, found.right, distance, check)
    key = np.unique(np.concatenate([found.key[near], found.overlapping]))
    return found.plots_of(key)


@dataclass(frozen=True)
class PlotsAround:
    """Pairs of shapes that may be near one another, (k,), and the pair of plots that each belongs to.

    A pair of plots is a number, `key`; `overlapping` are pairs of plots of which one begins inside the other, (m,).
    """

    left: Geometries
    right: Geometries
    key: Integers
    overlapping: Integers
    count: int
    """How many plots there are."""

    def touching(self, asked: Booleans) -> PlotsAround:
        """The pairs of which one plot is marked in `asked`, (plots,)."""
        near, inside = (np.asarray(np.logical_or(*(asked[one] for one in self.plots_of(key)))) for key in self._keys)
        return PlotsAround(self.left[near], self.right[near], self.key[near], self.overlapping[inside], self.count)

    @property
    def _keys(self) -> tuple[Integers, Integers]:
        return self.key, self.overlapping

    def plots_of(self, key: Integers) -> tuple[Integers, Integers]:
        """The plots (p, q), p < q, that numbers stand for."""
        return key // max(self.count, 1), key % max(self.count, 1)


def plots_around(parcels: Parcels, plot: Integers, distance: float, check: Check = never_cancelled) -> PlotsAround:
    """Parcels, or pieces of their boundaries, of different properties whose boxes come within `distance` metres."""
    large = np.flatnonzero(shapely.get_num_coordinates(parcels.geometries) > MANY_CORNERS)
    shapes = parcels.geometries.copy()
    shapes[large] = None
    pieces, piece_of = boundary_pieces(parcels.geometries[large])
    shapes, parcel = np.concatenate([shapes, pieces]), np.concatenate([np.arange(len(shapes)), large[piece_of]])
    i, j = near_pairs(shapes, shapes, distance, check)
    forward = parcels.owner[parcel[i]] < parcels.owner[parcel[j]]
    i, j = i[forward], j[forward]
    outer, inner = _inside(parcels.geometries, large, check)
    apart = parcels.owner[outer] != parcels.owner[inner]
    count = int(plot.max(initial=-1)) + 1

    def key(one: Integers, other: Integers) -> Integers:
        low, high = np.minimum(plot[one], plot[other]), np.maximum(plot[one], plot[other])
        numbers: Integers = low.astype(np.int64) * count + high
        return numbers

    return PlotsAround(shapes[i], shapes[j], key(parcel[i], parcel[j]), key(outer[apart], inner[apart]), count)


def _inside(parcels: Geometries, large: Integers, check: Check) -> tuple[Integers, Integers]:
    """Pairs (large parcel, parcel that begins inside it): overlaps that a boundary taken for itself does not meet."""
    if not len(large):
        return large, large
    check()
    corners, parcel = shapely.get_coordinates(parcels, return_index=True)
    _, first = np.unique(parcel, return_index=True)
    tree = shapely.STRtree(shapely.points(corners[first]))
    i, j = tree.query(parcels[large], predicate="intersects")
    return large[i], parcel[first[j]]


# ---- how large -------------------------------------------------------------------------------------------------------


class Land(IntEnum):
    """What a plot is."""

    PLOT = 0
    ROAD = 1
    """A public road's own parcel (7000, 7000a and so on): no property's."""
    ALL_ROAD = 2
    """A property's, of which every square metre is road area."""
    COMMON = 3
    """Common land: several properties', none's alone."""
    SURROUNDINGS = 4
    """Whatever it is, it was not chosen: a run on a selection judges the others."""


@dataclass(frozen=True)
class ParcelRows:
    """The rows of a parcel layer, each array (n,), in the layer's order."""

    geometries: Geometries
    owner: Integers
    """The number of the property that each belongs to."""
    registered: Floats
    """Registered area in m², road area included; NaN where none is stated."""
    road: Floats
    """Road area in m² within the registered area, NaN where none is stated."""
    numbers: Sequence[str]
    """Cadastral numbers as written, "" where there is none."""
    districts: Sequence[str]
    """Cadastral districts (ejerlav) as written, "" where there is none."""
    property_labels: Sequence[str]
    """What people call the property, "" where the layer does not say."""
    common: Booleans
    """Common parcels (fælleslod)."""
    same: Integers
    """The first row that shows the same parcel; the row itself where it is the first."""
    listed: Integers
    """How many properties the parcel is listed for."""
    district_names: Sequence[str] = ()
    """The districts as people say them, "" where only the code is known; empty where no row has a name."""

    def __len__(self) -> int:
        return len(self.numbers)

    def named(self, rows: Iterable[int]) -> str:
        """What the parcels of these rows are called: number and district; "" where none has a number."""
        districts = self._districts
        return parcel_names((self.numbers[row], districts[row]) for row in rows)

    @cached_property
    def _districts(self) -> list[str]:
        return named_districts(self.district_names, self.districts)


@dataclass(frozen=True)
class Plots:
    """The plots, (m,) each, in the order of their first parcel; `…of_parcel` and `repeated` are per parcel, (n,)."""

    of_parcel: Integers
    first_parcel: Integers
    number: Integers
    """Which of its property's plots it is, from 1, largest first."""
    parcels: Integers
    """How many parcels it has."""
    area_of_parcel: Floats
    """m² that each parcel counts with: its registered area, else its geometry; NaN where neither is known."""
    drawn_of_parcel: Floats
    """m² of each parcel's geometry, 0 for a repeated row and for one without geometry."""
    repeated: Booleans
    """Rows that show a parcel which another row shows already, (n,): counted once."""
    land: Integers
    """As of Land: roads and common land are no plot, and come out apart."""
    area: Floats
    """m², NaN where a parcel's area is unknown."""
    measured: Booleans
    """Whether a parcel counts with its geometry for want of a registered area."""

    def __len__(self) -> int:
        return len(self.number)


def make_plots(parcels: ParcelRows, check: Check = never_cancelled) -> Plots:
    """Group the parcels into plots and say how large each is."""
    holder = _holders(parcels)
    each = np.flatnonzero(parcels.same == np.arange(len(parcels)))
    i, j = _adjoining(parcels.geometries[each], holder[each], check)
    pairs = each[i], each[j]
    again = np.flatnonzero(parcels.same != np.arange(len(parcels)))
    of_parcel = _grouped(len(parcels), np.append(pairs[0], parcels.same[again]), np.append(pairs[1], again))
    first = np.unique(of_parcel, return_index=True)[1]
    drawn = np.where(shapely.is_missing(parcels.geometries), 0.0, shapely.area(parcels.geometries))
    repeated, shared = _repeated(parcels, drawn, pairs)
    drawn[repeated] = 0.0
    from_map = ~known(parcels.registered)
    area_of = np.where(from_map, np.where(drawn > 0, drawn, np.nan), parcels.registered)
    area_of[shared | repeated] = 0.0
    area = sums(of_parcel, len(first), area_of)
    area[any_of(of_parcel, len(first), ~known(area_of))] = np.nan
    area[area <= 0] = np.nan
    return Plots(
        of_parcel=of_parcel,
        first_parcel=first,
        number=_numbers(holder[first], area),
        parcels=np.bincount(of_parcel[~repeated], minlength=len(first)),
        area_of_parcel=area_of,
        drawn_of_parcel=drawn,
        repeated=repeated | shared,
        area=area,
        measured=any_of(of_parcel, len(first), from_map & ~repeated),
        land=_land(parcels, of_parcel, first, repeated | shared, area),
    )


def _land(parcels: ParcelRows, of_parcel: Integers, first: Integers, repeated: Booleans, area: Floats) -> Integers:
    """Land of each plot, (m,)."""
    road = sums(of_parcel, len(first), np.where(repeated, 0.0, parcels.road))
    all_road = (road > 0) & (road >= np.nan_to_num(area, nan=np.inf))
    road_number = road_parcels(parcels.numbers)[first]
    return np.select(
        [any_of(of_parcel, len(first), parcels.common), road_number, all_road],
        [Land.COMMON, Land.ROAD, Land.ALL_ROAD],
        Land.PLOT,
    ).astype(np.intp)


def _holders(parcels: ParcelRows) -> Integers:
    """Who holds each parcel, (n,): its property; what is of no property is held for itself, each number once.

    So a common parcel's area is not added to that of the one property whose number it happens to carry, and common
    land of one number is one whichever of its owners a row names.
    """
    out = parcels.owner.copy()
    apart: dict[tuple[str, ...], int] = {}
    after = int(out.max(initial=-1)) + 1
    for row in np.flatnonzero(of_no_property(parcels.numbers, parcels.common)).tolist():
        number, district = parcels.numbers[row], parcels.districts[row]
        key = (number, district) if number else (str(parcels.same[row]),)
        out[row] = after + apart.setdefault(key, len(apart))
    return out


def _numbers(owner: Integers, area: Floats) -> Integers:
    """The number of each plot within its property: largest first, then in the layer's order."""
    order = np.lexsort((np.arange(len(owner)), -np.nan_to_num(area), owner))
    starts = np.searchsorted(owner[order], owner[order], side="left")
    number = np.empty(len(owner), dtype=np.intp)
    number[order] = np.arange(len(owner)) - starts + 1
    return number


def _repeated(parcels: ParcelRows, drawn: Floats, pairs: tuple[Integers, Integers]) -> tuple[Booleans, Booleans]:
    """Rows that repeat an earlier one, (n,), and rows that are a further part of an earlier parcel, (n,).

    The first have the same geometry, or are known to show the same parcel. The second have the same number and the
    same registered area, which is that of all parts together: a parcel of several surfaces is delivered as several
    rows, each with the area of the whole.
    """
    repeated = parcels.same != np.arange(len(parcels))
    i, j = pairs
    same_size = np.isclose(drawn[i], drawn[j], rtol=1e-9) & (drawn[i] > 0)
    i, j = i[same_size], j[same_size]
    same = shapely.equals(parcels.geometries[i], parcels.geometries[j])
    repeated[j[same]] = True
    shared = np.zeros(len(parcels), dtype=bool)
    groups: dict[tuple[int, str, str, float], list[int]] = {}
    several = np.bincount(parcels.owner, minlength=1)[parcels.owner] > 1
    for row in np.flatnonzero(several & known(parcels.registered) & ~repeated & (drawn > 0)).tolist():
        if parcels.numbers[row]:
            key = (
                int(parcels.owner[row]),
                parcels.numbers[row],
                parcels.districts[row],
                float(parcels.registered[row]),
            )
            groups.setdefault(key, []).append(row)
    for (_, _, _, registered), rows in groups.items():
        whole = float(drawn[rows].sum())
        if len(rows) > 1 and abs(registered - whole) < abs(len(rows) * registered - whole):
            shared[rows[1:]] = True
    return repeated, shared
