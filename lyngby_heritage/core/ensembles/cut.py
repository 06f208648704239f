"""M5: cuts groups that chain through time or likeness, until every member is like most of the others.

    every member is like most of the others          → the group stands
    not so, and it falls into groups where its       → it is cut there: the weakest pairs go first, until
      weakest pairs are cut                            at least two parts are large enough
    not so, and it falls into none                   → its most typical building keeps those like it, the rest goes on
    what is put out on the way                       → is no ensemble, unless enough of it hangs together by itself

Likeness is that of the pairs (`likeness.py`), here of every two members, neighbours or not. How close a pair is says
which is the weakest: the mean over what is known on both, where years and footprints count by how far apart they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Integers, connected
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..neighbourhood.buildings import ATTRIBUTES, Buildings
from ..neighbourhood.likeness import PairThresholds, compare
from ..neighbourhood.neighbours import NeighbourGraph

BLOCK_PAIRS = 1_000_000
"""Pairs that are compared at a time."""
FIRST_LOOK = 32
"""Members that are looked at before all of a group: most groups that do not hold show it here."""
CANDIDATES = 500
"""Members among which the most typical one of a larger group is looked for, evenly spread over the map."""


@dataclass(frozen=True)
class _Group:
    """A connected group: its buildings, (m,), from the north; its pairs are places in them, with how close each is."""

    members: Integers
    i: Integers
    j: Integers
    closeness: Floats


def cut(
    buildings: Buildings,
    source: Integers,
    target: Integers,
    smallest: int,
    thresholds: PairThresholds,
    check: Check = never_cancelled,
) -> list[Integers]:
    """The buildings of each ensemble, in no particular order; `source` and `target` are the alike pairs, (pairs,).

    Every member is like more than `like_most` (data/rules/ensembles.json) of the others, and each ensemble is connected
    through its own pairs and has at least `smallest` buildings. No building is in two.
    """
    pairs = np.unique(np.stack([np.minimum(source, target), np.maximum(source, target)], axis=1), axis=0)
    source, target = pairs[:, 0], pairs[:, 1]
    cutter = _Cutter(buildings, smallest, thresholds, check)
    order = _from_the_north(buildings)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    whole = _Group(order, place[source], place[target], _closeness(buildings, source, target, thresholds))
    waiting, found = list(cutter.parts(whole)), []
    while waiting:
        check()
        group = waiting.pop()
        if cutter.holds(group.members):
            found.append(group.members)
        elif (parts := cutter.at_the_weakest(group)) is not None:
            waiting += parts
        else:
            kept, rest = cutter.typical(group)
            found += [kept] if len(kept) >= smallest else []
            waiting += rest
    return found


class _Cutter:
    """What every cut goes by."""

    def __init__(self, buildings: Buildings, smallest: int, thresholds: PairThresholds, check: Check) -> None:
        self.buildings = buildings
        self.smallest = max(smallest, 1)
        self.thresholds = thresholds
        self.check = check
        rules = load("rules/ensembles.json")
        self.most, self.kept = float(rules["like_most"]), float(rules["cut_keeps"])

    def likes(self, rows: Integers, members: Integers) -> Booleans:
        """Which of the members each building is like, (rows, members); nobody is counted as like itself."""
        source, target = np.repeat(rows, len(members)), np.tile(members, len(rows))
        pairs = compare(self.buildings, NeighbourGraph(source, target, np.empty(0, dtype=np.intp)), self.thresholds)
        alike = pairs.are_alike(self.thresholds) & (source != target)
        return np.asarray(alike.reshape(len(rows), len(members)), dtype=np.bool_)

    def blocks(self, rows: Integers, members: Integers) -> Iterator[Integers]:
        """Rows that may be compared with all members at a time."""
        step = max(BLOCK_PAIRS // max(len(members), 1), 1)
        for start in range(0, len(rows), step):
            self.check()
            yield rows[start : start + step]

    def counts(self, rows: Integers, members: Integers) -> Integers:
        """How many of the members each of the rows is like, (rows,)."""
        found = [self.likes(block, members).sum(axis=1) for block in self.blocks(rows, members)]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.intp)

    def counts_of(self, rows: Integers, members: Integers) -> Integers:
        """As `counts`, for few members: likeness is the same from both sides."""
        total = np.zeros(len(rows), dtype=np.intp)
        for block in self.blocks(members, rows):
            total += self.likes(block, rows).sum(axis=0)
        return total

    def enough(self, counts: Integers, size: int) -> Booleans:
        """Whether so many likes are most of the others in a group of so many."""
        return np.asarray(counts > self.most * (size - 1), dtype=np.bool_) | (size == 1)

    def holds(self, members: Integers) -> bool:
        """Whether every member is like most of the others."""
        first = members[np.unique(np.linspace(0, len(members) - 1, FIRST_LOOK).astype(np.intp))]
        for rows in (first, members):
            for block in self.blocks(rows, members):
                if not self.enough(self.likes(block, members).sum(axis=1), len(members)).all():
                    return False
        return True

    def parts(self, group: _Group, keep: Booleans | None = None) -> list[_Group]:
        """The connected parts that are large enough, with the pairs of `keep` alone, (pairs,)."""
        i, j, closeness = group.i, group.j, group.closeness
        if keep is not None:
            i, j, closeness = i[keep], j[keep], closeness[keep]
        label = connected(len(group.members), i, j)
        sizes = np.bincount(label, minlength=len(label))
        order = np.argsort(label, kind="stable")
        ends = np.cumsum(sizes)
        local = np.empty(len(label), dtype=np.intp)
        local[order] = np.arange(len(label)) - (ends - sizes)[label[order]]
        pairs = np.argsort(label[i], kind="stable")
        pair_ends = np.cumsum(np.bincount(label[i], minlength=len(label)))
        made = []
        for one in np.flatnonzero(sizes >= self.smallest).tolist():
            at = order[ends[one] - sizes[one] : ends[one]]
            of = pairs[(pair_ends[one - 1] if one else 0) : pair_ends[one]]
            made.append(_Group(group.members[at], local[i[of]], local[j[of]], closeness[of]))
        return made

    def at_the_weakest(self, group: _Group) -> list[_Group] | None:
        """The parts that are large enough, once the weakest pairs are cut.

        None where there are never two of them, or they are too little of the group.
        """
        if len(group.members) < 2 * self.smallest:
            return None
        for level in np.unique(group.closeness)[:-1].tolist():
            keep = group.closeness > level
            label = connected(len(group.members), group.i[keep], group.j[keep])
            sizes = np.bincount(label)
            large = sizes[sizes >= self.smallest]
            if large.sum() < self.kept * len(label):
                return None
            if len(large) >= 2:
                return self.parts(group, keep)
        return None

    def typical(self, group: _Group) -> tuple[Integers, list[_Group]]:
        """The buildings that go with the most typical one, and the parts that the others fall into.

        The most typical is like most others; of equally typical ones it is the northernmost, then the westernmost.
        """
        members = group.members
        step = -(-len(members) // CANDIDATES)
        hub = int(np.argmax(self.counts(members[::step], members))) * step
        inside = self.likes(members[hub : hub + 1], members)[0]
        inside[hub] = True
        inside = self.hangs_together(group, inside, hub)
        counts = np.zeros(len(members), dtype=np.intp)
        counts[inside] = self.counts(members[inside], members[inside])
        while (failing := inside & ~self.enough(counts, int(inside.sum()))).any():
            left = inside & ~(failing & (counts == counts[failing].min()))
            left = self.hangs_together(group, left, hub)
            counts -= self.counts_of(members, members[inside & ~left])
            inside = left
        return members[inside], self.parts(group, ~(inside[group.i] | inside[group.j]))

    @staticmethod
    def hangs_together(group: _Group, inside: Booleans, hub: int) -> Booleans:
        """Those of the chosen members, (m,), that hang together with one of them through pairs among them."""
        keep = inside[group.i] & inside[group.j]
        label = connected(len(group.members), group.i[keep], group.j[keep])
        return np.asarray(inside & (label == label[hub]), dtype=np.bool_)


def _from_the_north(buildings: Buildings) -> Integers:
    """All buildings from the north, then from the west, (n,), whatever the order of the rows."""
    _, by_id = np.unique(np.array([one or "" for one in buildings.ids], dtype=str), return_inverse=True)
    west, south, east, north = shapely.bounds(buildings.geometries).T
    return np.asarray(np.lexsort((by_id, east, -south, west, -north)), dtype=np.intp)


def _closeness(buildings: Buildings, source: Integers, target: Integers, thresholds: PairThresholds) -> Floats:
    """How close the two of each pair are, (pairs,), 0–1 in hundredths: the mean over what is known on both.

    The same use, storeys, wall or roofing is 1, another 0. Years count 1 − difference ÷ twice the tolerance, footprints
    smaller ÷ larger.
    """
    total, known = np.zeros(len(source)), np.zeros(len(source))
    for bit, name in enumerate(ATTRIBUTES):
        ours, theirs = buildings.attributes[source, bit], buildings.attributes[target, bit]
        both = ~(np.isnan(ours) | np.isnan(theirs))
        ours, theirs = ours[both], theirs[both]
        if name == "year":
            value = np.clip(1.0 - np.abs(ours - theirs) / (2.0 * max(thresholds.year_tolerance, 0.5)), 0.0, 1.0)
        elif name == "area":
            larger = np.maximum(ours, theirs)
            value = np.divide(np.minimum(ours, theirs), larger, out=np.ones(len(ours)), where=larger > 0)
        else:
            value = (ours == theirs).astype(np.float64)
        total[both] += value
        known[both] += 1.0
    mean = np.divide(total, known, out=np.zeros(len(source)), where=known > 0)
    return np.asarray(np.round(mean, 2), dtype=np.float64)
