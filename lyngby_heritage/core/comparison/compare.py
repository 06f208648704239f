"""M11: what changed between two designations, building by building.

    designated now and not before                    → ny
    designated before and not now                    → udgaaet
    the same, on the same ground                     → fastholdt
    the same, on another ground                      → aendret_grundlag

A building that is in one of the two only is not designated in the other: where it is designated in neither, its code is
that of another ground, and its reason says that there is none to compare with. Where a layer does not tell whether a
building is designated, or on what ground, there is no code: unknown is not the same as unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import shapely

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, is_polygon, near_pairs, within_distance
from ..designation.outcome import Basis

Integers = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Int8 = npt.NDArray[np.int8]

CHANGES = ("ny", "udgaaet", "fastholdt", "aendret_grundlag")
NEW, REMOVED, KEPT, OTHER_GROUND = range(len(CHANGES))
UNKNOWN = -1

NOBODY = -1
"""In a list of rows: there is none."""

SAME_PLACE = 1.0
"""Metres within which two points without ids are the same building; register points move by rounding only."""


@dataclass(frozen=True)
class Side:
    """One designation, everything (rows,) in the layer's order."""

    ids: Sequence[str]
    """Compared forms, "" where there is none."""
    places: Geometries
    designated: Int8
    """1, 0, or -1 for unknown."""
    grounds: Sequence[str | None]
    """Codes of `udpegning`."""
    save: Int8
    """As of `read_save_values`."""
    neighbours: Floats
    alike: Floats
    share: Floats
    """`naboer`, `naboer_ens`, `ensartethed`, NaN where unknown."""
    reasons: Sequence[str | None]
    """`begrundelse`: quoted whole, never read for what it says."""
    basis: Basis | None = None
    """What it was decided by, as its metadata says; None where nothing says it."""
    labels: Sequence[str | None] = ()
    """The ids as they are written."""
    addresses: Sequence[str | None] = ()
    numbers: Sequence[int | None] = ()
    """The running numbers by which a plan names them; empty where none are read."""
    withheld: Booleans = field(default_factory=lambda: np.zeros(0, dtype=bool))
    """Which the register keeps from the public; empty where it keeps none."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Matched:
    """Which rows are the same building: pairs (n,), first the rows of AFTER in order, then those only BEFORE has."""

    before: Integers
    after: Integers
    by_place: int
    """How many were matched by place, having no id."""
    folded: int
    """Rows of BEFORE left over because AFTER has fewer rows with their id."""
    duplicates: Counter[str]
    """Ids on more than one row of a layer, and on how many at most."""
    blank: int
    """Rows without an id that could not be matched by place either."""

    def __len__(self) -> int:
        return len(self.before)


@dataclass(frozen=True)
class Compared:
    """The outcome, (n,) in the order of `matched`."""

    matched: Matched
    change: Int8
    """Position in CHANGES, UNKNOWN for none."""
    same_ground: Booleans


def compare_designations(before: Side, after: Side, check: Check = never_cancelled) -> Compared:
    """Match the buildings of both, and give each the code of what changed."""
    matched = match(before, after, check)
    check()
    was, now = _designated(before, matched.before), _designated(after, matched.after)
    numbers: dict[str | None, int] = {None: -1}
    grounds = [
        _ground_numbers(side, rows, numbers) for side, rows in ((before, matched.before), (after, matched.after))
    ]
    in_both = (matched.before != NOBODY) & (matched.after != NOBODY)
    same_ground = in_both & (grounds[0] == grounds[1])
    ground_known = ((grounds[0] >= 0) | (matched.before == NOBODY)) & ((grounds[1] >= 0) | (matched.after == NOBODY))
    change = np.select(
        [(was < 0) | (now < 0), (now == 1) & (was == 0), (was == 1) & (now == 0), ~ground_known, same_ground],
        [UNKNOWN, NEW, REMOVED, UNKNOWN, KEPT],
        OTHER_GROUND,
    ).astype(np.int8)
    return Compared(matched, change, same_ground)


def _designated(side: Side, rows: Integers) -> Int8:
    """Whether each building is designated, 0 where the layer lacks it."""
    return np.where(rows == NOBODY, np.int8(0), np.append(side.designated, np.int8(0))[rows])


def _ground_numbers(side: Side, rows: Integers, numbers: dict[str | None, int]) -> Integers:
    """The ground of each building as a number, -1 for unknown and -2 where the layer lacks the building."""
    of_row = [numbers.setdefault(ground, len(numbers)) for ground in side.grounds]
    return np.array([*of_row, -2], dtype=np.intp)[rows]


# ---- the same building -----------------------------------------------------------------------------------------------


def match(before: Side, after: Side, check: Check = never_cancelled) -> Matched:
    """Find each building of AFTER in BEFORE: by id, and a row without one by its place."""
    numbers: dict[str, int] = {}
    old, new = (_numbered(side, numbers) for side in (before, after))
    count = len(numbers)
    partner, in_after = _by_id(before, after, old, new, count)
    check()
    lonely_before = np.flatnonzero((old < 0) | ~in_after[old])
    by_place = _by_place(before, after, lonely_before, np.flatnonzero(partner == NOBODY), old, new, check)
    partner[by_place[1]] = by_place[0]
    gone = np.setdiff1d(lonely_before, by_place[0])
    rows_before = np.bincount(old[old >= 0], minlength=count)
    rows_after = np.bincount(new[new >= 0], minlength=count)
    most = np.maximum(rows_before, rows_after)
    names = list(numbers)
    blank = int((old[gone] < 0).sum() + (new[partner == NOBODY] < 0).sum())
    return Matched(
        before=np.concatenate([partner, gone]),
        after=np.concatenate([np.arange(len(after)), np.full(len(gone), NOBODY)]),
        by_place=len(by_place[0]),
        folded=int(np.maximum(rows_before - rows_after, 0)[rows_after > 0].sum()),
        duplicates=Counter({names[one]: int(most[one]) for one in np.flatnonzero(most > 1).tolist()}),
        blank=blank,
    )


def _numbered(side: Side, numbers: dict[str, int]) -> Integers:
    """Each row's id as a number, -1 for a row without one."""
    return np.fromiter(
        (numbers.setdefault(one, len(numbers)) if one else -1 for one in side.ids), dtype=np.intp, count=len(side)
    )


def _by_id(before: Side, after: Side, old: Integers, new: Integers, count: int) -> tuple[Integers, Booleans]:
    """For each row of AFTER the row of BEFORE with its id, or NOBODY; and which ids AFTER has, with a False at the end.

    Where an id stands on several rows they are paired by what they say, not by where they stand: designated ones first.
    """
    order = _ordered(before, old)
    ids = old[order]
    first = np.searchsorted(ids, np.arange(count), side="left")
    size = np.searchsorted(ids, np.arange(count), side="right") - first
    mine = _ordered(after, new)
    number = new[mine]
    place = np.arange(len(mine)) - np.searchsorted(number, number, side="left")
    known = (number >= 0) & (size[number] > 0) if count else np.zeros(len(mine), dtype=bool)
    partner = np.full(len(after), NOBODY, dtype=np.intp)
    number, place = number[known], place[known]
    partner[mine[known]] = order[first[number] + np.minimum(place, size[number] - 1)]
    in_after = np.zeros(count + 1, dtype=bool)
    in_after[new[new >= 0]] = True
    return partner, in_after


def _ordered(side: Side, number: Integers) -> Integers:
    """The rows by id, and those of one id by what they say."""
    if len(np.unique(number)) == len(number):
        return np.argsort(number, kind="stable")
    grounds = np.unique([one or "" for one in side.grounds], return_inverse=True)[1]
    order: Integers = np.lexsort((side.save, grounds, -side.designated.astype(np.int16), number))
    return order


def _by_place(
    before: Side,
    after: Side,
    old_rows: Integers,
    new_rows: Integers,
    old: Integers,
    new: Integers,
    check: Check,
) -> tuple[Integers, Integers]:
    """Pairs (row of BEFORE, row of AFTER) at one place, one at least without an id; only where there is no doubt."""
    nobody = np.empty(0, dtype=np.intp)
    if not ((old[old_rows] < 0).any() or (new[new_rows] < 0).any()) or not len(old_rows) or not len(new_rows):
        return nobody, nobody
    ours, theirs = after.places[new_rows], before.places[old_rows]
    i, j = near_pairs(ours, theirs, SAME_PLACE, check)
    without = (new[new_rows[i]] < 0) | (old[old_rows[j]] < 0)
    i, j = i[without], j[without]
    points = shapely.point_on_surface(ours), shapely.point_on_surface(theirs)
    reach_ours, reach_theirs = (
        np.where(is_polygon(ours), 0.0, SAME_PLACE),
        np.where(is_polygon(theirs), 0.0, SAME_PLACE),
    )
    same = np.zeros(len(i), dtype=bool)
    for reach in (0.0, SAME_PLACE):
        some = reach_theirs[j] == reach
        same[some] |= within_distance(points[0][i[some]], theirs[j[some]], reach, check)
        some = reach_ours[i] == reach
        same[some] |= within_distance(ours[i[some]], points[1][j[some]], reach, check)
    i, j = i[same], j[same]
    single = (np.bincount(i, minlength=len(ours))[i] == 1) & (np.bincount(j, minlength=len(theirs))[j] == 1)
    return old_rows[j[single]], new_rows[i[single]]
