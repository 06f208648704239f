"""Which building each SAVE value belongs to: by BBR's id, else by the BBR number, else by the nearest place.

FBB's points stand at the address, and a third of them share a point with another building (distance to BBR's own
point: median 2.7 m, 99th percentile 68 m), so that a place is the last thing to go by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import shapely

from ..common.addresses import house_numbers
from ..common.arrays import Booleans, Floats, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import ROUNDING, Geometries, in_blocks, near_pairs
from ..registers.bbr_number import without_municipality
from ..registers.rows import is_uuid
from ..registers.versions import Life

NO_BUILDING = -1


class Link(IntEnum):
    """How a SAVE row found its building, or why it found none."""

    UUID = 0
    NUMBER = 1
    DISTANCE = 2
    GONE = 3
    """Its id is that of a building that BBR says is not there."""
    NOTHING_NEAR = 4
    TAKEN = 5
    """The nearest building belongs to another SAVE row, which lies nearer or as near."""
    NO_PLACE = 6
    """Neither id nor number is known, and the row has no geometry."""
    NO_BUILDINGS = 7
    """There is no building to join to."""
    OTHER_ADDRESS = 8
    """What lies near has another house number."""


LINKED = 3
"""Links below this number lead to a building."""


@dataclass(frozen=True)
class Targets:
    """The buildings that a SAVE row may belong to, (n,) each."""

    by_id: Mapping[str, int]
    numbers: Sequence[Sequence[str]]
    """Every BBR number that each is known by."""
    geometries: Geometries
    main: Booleans
    near: Booleans
    """Which of them may be joined by their place."""
    addresses: Sequence[str]
    gone: Mapping[str, Life]

    def __len__(self) -> int:
        return len(self.geometries)


@dataclass(frozen=True)
class Links:
    """For each SAVE row, (n,)."""

    building: Integers
    """Its building, NO_BUILDING for none."""
    link: npt.NDArray[np.int8]
    """Link."""
    distance: Floats
    """Metres from the SAVE point to the building it joins; NaN where one of them has no place."""

    @classmethod
    def together(cls, parts: Sequence[Links]) -> Links:
        """Those of several layers, one behind the other."""
        return cls(
            np.concatenate([one.building for one in parts]),
            np.concatenate([one.link for one in parts]),
            np.concatenate([one.distance for one in parts]),
        )


@dataclass(frozen=True)
class Entries:
    """FBB's rows, (n,) each: compared ids, BBR numbers and addresses, "" where there is none, and points."""

    ids: Sequence[str]
    numbers: Sequence[str]
    addresses: Sequence[str]
    points: Geometries

    def of(self, chosen: Booleans) -> Entries:
        """Those rows alone; `chosen` (n,)."""
        if chosen.all():
            return self
        rows = np.flatnonzero(chosen)
        ids, numbers, addresses = (
            [column[row] for row in rows.tolist()] for column in (self.ids, self.numbers, self.addresses)
        )
        return Entries(ids, numbers, addresses, self.points[rows])


def link_layers(
    layers: Sequence[Entries], targets: Targets, max_distance: float, check: Check = never_cancelled
) -> Links:
    """Join the rows of one or two layers, each by itself: one behind the other.

    A row of one layer does not keep a row of the other from the building that both are about. But a row that names a
    building of its own takes none that the other layer names.
    """
    parts = [link(one, targets, max_distance, check) for one in layers]
    if len(parts) == 1:
        return parts[0]
    named = [one.building[one.link < Link.DISTANCE] for one in parts]
    for place, (entries, held) in enumerate(zip(layers, reversed(named))):
        near = np.flatnonzero(parts[place].link == Link.DISTANCE)
        near = near[np.isin(parts[place].building[near], held)]
        if any(is_uuid(entries.ids[row]) for row in near.tolist()):
            parts[place] = link(entries, targets, max_distance, check, held)
    return Links.together(parts)


def link(
    entries: Entries,
    targets: Targets,
    max_distance: float,
    check: Check = never_cancelled,
    held: Integers | None = None,
) -> Links:
    """Join SAVE rows to buildings; `max_distance` in metres holds for those that neither id nor number joins.

    `held` are buildings that no row with an id of its own may take by its place.
    """
    ids, points = entries.ids, entries.points
    count = len(ids)
    building = np.full(count, NO_BUILDING, dtype=np.intp)
    how = np.full(count, Link.NOTHING_NEAR, dtype=np.int8)
    if not len(targets):
        how[:] = Link.NO_BUILDINGS
        _mark_gone(ids, targets, building, how)
        return Links(building, how, np.full(count, np.nan))

    building[:] = np.fromiter((targets.by_id.get(one, NO_BUILDING) for one in ids), dtype=np.intp, count=count)
    how[building != NO_BUILDING] = Link.UUID
    _mark_gone(ids, targets, building, how)
    check()
    _join_by_number(entries.numbers, targets, building, how)
    _join_by_place(entries, targets, max_distance, building, how, check, held)

    joined = np.flatnonzero(building != NO_BUILDING)
    distance = np.full(count, np.nan)
    distance[joined] = in_blocks(
        shapely.distance, points[joined], targets.geometries[building[joined]], check=check, result=np.float64
    )
    return Links(building, how, distance)


def _mark_gone(ids: Sequence[str], targets: Targets, building: Integers, how: npt.NDArray[np.int8]) -> None:
    """A SAVE value of a building that is gone is not handed on to whatever stands near it now."""
    if targets.gone:
        gone = np.fromiter((one in targets.gone for one in ids), dtype=bool, count=len(ids))
        how[gone & (building == NO_BUILDING)] = Link.GONE


def _join_by_number(numbers: Sequence[str], targets: Targets, building: Integers, how: npt.NDArray[np.int8]) -> None:
    """Join by BBR number: BBR's own, else one that FBB gave a building found by its id. An ambiguous one joins none."""
    open_rows = [row for row in np.flatnonzero(how == Link.NOTHING_NEAR).tolist() if numbers[row]]
    if not open_rows:
        return
    known: dict[str, int] = {}
    for target, its_numbers in enumerate(targets.numbers):
        for number in its_numbers:
            known[number] = target if known.get(number, target) == target else NO_BUILDING
    # A register may leave the municipality out, on either side.
    if any(numbers[row].count("-") == 1 for row in open_rows):
        for number, target in list(known.items()):
            if number.count("-") > 1:
                bare = without_municipality(number)
                known[bare] = target if known.get(bare, target) == target else NO_BUILDING
    learned: dict[str, int] = {}
    for row in np.flatnonzero(how == Link.UUID).tolist():
        if numbers[row]:
            target = int(building[row])
            learned[numbers[row]] = target if learned.get(numbers[row], target) == target else NO_BUILDING
    for row in open_rows:
        number = numbers[row]
        for found in (known.get(number), known.get(without_municipality(number)), learned.get(number)):
            if found is not None and found != NO_BUILDING:
                building[row], how[row] = found, Link.NUMBER
                break


def _join_by_place(
    entries: Entries,
    targets: Targets,
    max_distance: float,
    building: Integers,
    how: npt.NDArray[np.int8],
    check: Check,
    held: Integers | None = None,
) -> None:
    """Join what is left to its nearest building, if that has no SAVE row by a surer way and no nearer one.

    A building whose house number is another one is not it: it is the neighbour.
    """
    points = entries.points
    rows = np.flatnonzero(how == Link.NOTHING_NEAR)
    placed = ~shapely.is_missing(points[rows])
    how[rows[~placed]] = Link.NO_PLACE
    rows = rows[placed]
    if not len(rows):
        return
    free = targets.near.copy()
    free[building[building != NO_BUILDING]] = False
    candidates = targets.geometries.copy()
    candidates[~free] = None
    i, j = near_pairs(points[rows], candidates, max_distance, check)
    distance = in_blocks(shapely.distance, points[rows[i]], candidates[j], check=check, result=np.float64)
    near = distance <= max_distance + ROUNDING
    if held is not None:
        named = np.fromiter((is_uuid(entries.ids[row]) for row in rows.tolist()), dtype=bool, count=len(rows))
        near &= ~(named[i] & np.isin(j, held))
    i, j, distance = i[near], j[near], np.round(distance[near], 6)
    how[rows[i]] = Link.OTHER_ADDRESS
    alike = ~_elsewhere(entries.addresses, targets.addresses, rows[i], j)
    i, j, distance = i[alike], j[alike], distance[alike]
    order = np.lexsort((j, ~targets.main[j], distance, i))
    row, first = np.unique(i[order], return_index=True)
    nearest, metres = j[order][first], distance[order][first]
    won = _nearest_of_each(rows[row], nearest, metres, entries)
    building[rows[row[won]]] = nearest[won]
    how[rows[row[won]]] = Link.DISTANCE
    how[rows[row[~won]]] = Link.TAKEN


def _elsewhere(ours: Sequence[str], theirs: Sequence[str], i: Integers, j: Integers) -> Booleans:
    """Which pairs (i, j) have different house numbers, as far as both are known."""
    of_ours = {row: house_numbers(ours[row]) for row in np.unique(i).tolist()}
    of_theirs = {row: house_numbers(theirs[row]) for row in np.unique(j).tolist()}
    pairs = ((of_ours[one], of_theirs[other]) for one, other in zip(i.tolist(), j.tolist()))
    return np.fromiter((bool(a) and bool(b) and not a & b for a, b in pairs), dtype=bool, count=len(i))


def _nearest_of_each(rows: Integers, target: Integers, metres: Floats, entries: Entries) -> Booleans:
    """Which rows are the nearest of those that want the same building, (n,).

    Of several that are equally near none may have it, unless they are entries of one and the same building.
    """
    won = np.zeros(len(rows), dtype=bool)
    order = np.lexsort((rows, metres, target))
    starts = np.flatnonzero(np.diff(target[order], prepend=-1))
    alone = np.diff(np.append(starts, len(order))) == 1
    won[order[starts[alone]]] = True
    ends = np.append(starts, len(order))[1:]
    for start, end in zip(starts[~alone].tolist(), ends[~alone].tolist()):
        wanting = order[start:end]
        equal = wanting[metres[wanting] <= metres[wanting[0]] + ROUNDING]
        known_as = {entries.numbers[row] or entries.ids[row] or row for row in rows[equal].tolist()}
        won[equal] = len(known_as) == 1
    return won
