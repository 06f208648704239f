"""A plot: the parcels of one property that adjoin each other, and how large it is.

BR18 § 454: the area stated for the cadastral number, road area included (stk. 1); several numbers together when they
are one property and adjoin (stk. 2 nr. 3), and apart when they do not (stk. 3 nr. 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..common.geometry import Check, Geometries, near_pairs, never_cancelled, within_distance
from ..plot_ratio.rules import Booleans, Floats, Integers, any_of, known, rule, sums


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

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True)
class Plots:
    """The plots, (m,) each, in the order of their first parcel; `…of_parcel` and `repeated` are per parcel, (n,)."""

    of_parcel: Integers
    first_parcel: Integers
    owner: Integers
    number: Integers
    """Which of its property's plots it is, from 1, largest first."""
    parcels: Integers
    """How many parcels it has."""
    area_of_parcel: Floats
    """m² that each parcel counts with: its registered area, else its geometry; NaN where neither is known."""
    drawn_of_parcel: Floats
    """m² of each parcel's geometry, 0 for a repeated row and for one without geometry."""
    repeated: Booleans
    """Rows that show a parcel which another row of the same property shows already, (n,): counted once."""
    area: Floats
    """m², NaN where a parcel's area is unknown."""
    measured: Booleans
    """Whether a parcel counts with its geometry for want of a registered area."""

    def __len__(self) -> int:
        return len(self.owner)


def make_plots(parcels: ParcelRows, check: Check = never_cancelled) -> Plots:
    """Group the parcels into plots and say how large each is."""
    import shapely

    count = len(parcels)
    pairs = _adjoining(parcels, check)
    label = _connected(count, *pairs)
    first, of_parcel = np.unique(label, return_inverse=True)
    drawn = np.where(shapely.is_missing(parcels.geometries), 0.0, shapely.area(parcels.geometries))
    repeated, shared = _repeated(parcels, drawn, pairs)
    drawn[repeated] = 0.0
    from_map = ~known(parcels.registered)
    area_of = np.where(from_map, np.where(drawn > 0, drawn, np.nan), parcels.registered)
    area_of[shared | repeated] = 0.0
    area = sums(of_parcel, len(first), area_of)
    area[any_of(of_parcel, len(first), ~known(area_of))] = np.nan
    area[area <= 0] = np.nan
    owner = parcels.owner[first]
    return Plots(
        of_parcel=of_parcel,
        first_parcel=first,
        owner=owner,
        number=_numbers(owner, area),
        parcels=np.bincount(of_parcel[~repeated], minlength=len(first)),
        area_of_parcel=area_of,
        drawn_of_parcel=drawn,
        repeated=repeated | shared,
        area=area,
        measured=any_of(of_parcel, len(first), from_map & ~repeated),
    )


def _adjoining(parcels: ParcelRows, check: Check) -> tuple[Integers, Integers]:
    """Pairs (i, j), i < j, of parcels of one property that adjoin."""
    several = np.flatnonzero(np.bincount(parcels.owner)[parcels.owner] > 1) if len(parcels) else np.empty(0, np.intp)
    shapes = parcels.geometries[several]
    tolerance = rule("adjoining_tolerance_m")
    i, j = near_pairs(shapes, shapes, tolerance, check)
    chosen = (i < j) & (parcels.owner[several[i]] == parcels.owner[several[j]])
    i, j = i[chosen], j[chosen]
    near = within_distance(shapes[i], shapes[j], tolerance, check)
    return several[i[near]], several[j[near]]


def _connected(count: int, i: Integers, j: Integers) -> Integers:
    """For each of `count` things the smallest one that it hangs together with through the pairs (i, j)."""
    label: Integers = np.arange(count)
    while True:
        before = label.copy()
        smaller = np.minimum(label[i], label[j])
        np.minimum.at(label, i, smaller)
        np.minimum.at(label, j, smaller)
        label = np.take(label, label)
        if (label == before).all():
            return label


def _numbers(owner: Integers, area: Floats) -> Integers:
    """The number of each plot within its property: largest first, then in the layer's order."""
    order = np.lexsort((np.arange(len(owner)), -np.nan_to_num(area), owner))
    starts = np.searchsorted(owner[order], owner[order], side="left")
    number = np.empty(len(owner), dtype=np.intp)
    number[order] = np.arange(len(owner)) - starts + 1
    return number


def _repeated(parcels: ParcelRows, drawn: Floats, pairs: tuple[Integers, Integers]) -> tuple[Booleans, Booleans]:
    """Rows that repeat an earlier one, (n,), and rows that are a further part of an earlier parcel, (n,).

    The first have the same geometry. The second have the same number and the same registered area, which is that of
    all parts together: a parcel of several surfaces is delivered as several rows, each with the area of the whole.
    """
    import shapely

    repeated = np.zeros(len(parcels), dtype=bool)
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
