"""M2: is a building of uniform character with its neighbours?

The committee decided on 14 June 2010 that buildings of value 4 "with a uniform character with the neighbouring
properties" are designated. The rule here says what that means in registers: a pair of neighbours is compared on use,
year, storeys, outer wall, roofing and footprint, as far as both are known; enough of them alike makes the pair alike;
enough neighbours alike makes the building uniform. It proposes, and people decide: uniform is not the same as worthy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .buildings import ATTRIBUTES, Buildings
from .neighbours import NeighbourGraph

Booleans = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int32]
Bits = npt.NDArray[np.uint8]

ROUNDING = 1e-9
"""Shares are compared with this much grace: 3 of 5 is 0.6, whatever binary numbers make of it."""

BIT_COUNT: Counts = np.array([bin(bits).count("1") for bits in range(256)], dtype=np.int32)


@dataclass(frozen=True)
class PairThresholds:
    """What makes two neighbours alike, as the municipality chooses (the parameters of the same names)."""

    min_attributes: int
    similarity: float
    year_tolerance: float
    area_tolerance: float
    """Per cent of the larger footprint."""


@dataclass(frozen=True)
class Thresholds(PairThresholds):
    """And how many alike neighbours make a building uniform with them."""

    min_neighbours: int
    uniform_share: float


@dataclass(frozen=True)
class Pairs:
    """What the pairs of a graph are alike in, (m,): bit k of each stands for ATTRIBUTES[k]."""

    known: Bits
    alike: Bits

    @property
    def similarity(self) -> Floats:
        """Attributes alike ÷ attributes known on both, (m,); NaN where none is known on both."""
        known = BIT_COUNT[self.known]
        return np.divide(BIT_COUNT[self.alike], known, out=np.full(len(known), np.nan), where=known > 0)

    def assessed(self, thresholds: PairThresholds) -> Booleans:
        """Whether enough is known on both sides to compare the pair, (m,)."""
        return np.asarray(BIT_COUNT[self.known] >= max(thresholds.min_attributes, 1), dtype=np.bool_)

    def are_alike(self, thresholds: PairThresholds) -> Booleans:
        """Whether the pair is assessed and alike, (m,)."""
        alike = self.similarity >= thresholds.similarity - ROUNDING
        return np.asarray(alike & self.assessed(thresholds), dtype=np.bool_)


@dataclass(frozen=True)
class Uniformity:
    """The three figures of each building, (n,), and the verdict."""

    neighbours: Counts
    """Neighbours that could be assessed."""
    alike: Counts
    share: Floats
    """`ensartethed`: alike ÷ assessed, NaN where none was assessed."""
    uniform: Booleans


def compare(buildings: Buildings, graph: NeighbourGraph, thresholds: PairThresholds) -> Pairs:
    """Compare each pair of the graph on each attribute."""
    known = np.zeros(len(graph.source), dtype=np.uint8)
    alike = np.zeros(len(graph.source), dtype=np.uint8)
    for bit, name in enumerate(ATTRIBUTES):
        column = buildings.attributes[:, bit]
        ours, theirs = column[graph.source], column[graph.target]
        both = ~(np.isnan(ours) | np.isnan(theirs))
        known |= (both << np.uint8(bit)).astype(np.uint8)
        same = _alike(name, ours, theirs, thresholds) & both
        alike |= (same << np.uint8(bit)).astype(np.uint8)
    return Pairs(known, alike)


def _alike(name: str, ours: Floats, theirs: Floats, thresholds: PairThresholds) -> Booleans:
    if name == "year":
        return np.asarray(np.abs(ours - theirs) <= thresholds.year_tolerance + ROUNDING)
    if name == "area":
        larger = np.fmax(ours, theirs)
        smaller = np.fmin(ours, theirs)
        share = (100.0 - thresholds.area_tolerance) / 100.0
        return np.asarray(smaller >= larger * share * (1.0 - ROUNDING))
    return np.asarray(ours == theirs)


def assess(pairs: Pairs, graph: NeighbourGraph, count: int, thresholds: Thresholds) -> Uniformity:
    """Sum the pairs up for each of `count` buildings."""
    neighbours = _count(graph.source[pairs.assessed(thresholds)], count)
    return summed_up(neighbours, _count(graph.source[pairs.are_alike(thresholds)], count), thresholds)


def summed_up(neighbours: Counts, alike: Counts, thresholds: Thresholds) -> Uniformity:
    """The figures of buildings whose assessed neighbours and alike neighbours are counted, (n,) each."""
    share = np.divide(alike, neighbours, out=np.full(len(neighbours), np.nan), where=neighbours > 0)
    uniform = (neighbours >= thresholds.min_neighbours) & (neighbours > 0)
    uniform &= np.nan_to_num(share, nan=-1.0) >= thresholds.uniform_share - ROUNDING
    return Uniformity(neighbours, alike, share, uniform)


def _count(source: npt.NDArray[np.intp], count: int) -> Counts:
    return np.bincount(source, minlength=count).astype(np.int32)


@dataclass(frozen=True)
class Evidence:
    """For each building, (n, 6): with how many assessed neighbours each attribute could be compared, and was alike."""

    known: Counts
    alike: Counts


def evidence(pairs: Pairs, graph: NeighbourGraph, count: int, thresholds: Thresholds) -> Evidence:
    """What the assessed neighbours are alike in and differ in, attribute by attribute."""
    rows = pairs.assessed(thresholds)
    source, known, alike = graph.source[rows], pairs.known[rows], pairs.alike[rows]
    columns = range(len(ATTRIBUTES))
    return Evidence(
        np.column_stack([_count(source[known >> bit & 1 > 0], count) for bit in columns]),
        np.column_stack([_count(source[alike >> bit & 1 > 0], count) for bit in columns]),
    )
