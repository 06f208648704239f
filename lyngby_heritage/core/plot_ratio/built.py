"""What is built on each plot, or on each parcel where the limit is for the parcel by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .buildings import PlotBuildings, dwellings_of
from .conservatories import conservatory_areas
from .floor_area import FOOTPRINT_TIMES_STOREYS, NOTHING, POLYGON, TOTAL, FloorAreas
from .rules import Booleans, Floats, Integers, known, sums
from .secondary import deductions, secondary_areas
from .sharing import Parts, whole_numbers

NONE, BBR, FOOTPRINT, MIXED = range(4)
SOURCES = ("ingen", "bbr", "fodaftryk", "blandet")
"""`etageareal_kilde`, in the order of the numbers above."""


@dataclass(frozen=True)
class Built:
    """Sums over the buildings of each group (plot or parcel), (g,), by their share on it; areas in m².

    A building over several properties is one of the buildings of each.
    """

    mains: Floats
    """How many main buildings."""
    unknown_mains: Floats
    """Main buildings with nothing to take a floor area from."""
    total: Floats
    """Full storeys as BBR states them (byg038)."""
    times: Floats
    """Full storeys as built area × storeys (byg041 × byg054)."""
    polygon: Floats
    """Full storeys as polygon × storeys."""
    unknown_storeys: Floats
    """Main buildings without a number of storeys."""
    roof: Floats
    basement: Floats
    basement_all: Floats
    doubtful_basement: Floats
    taken_out: Floats
    built_in: Floats
    garage_in_basement: Floats
    detached_secondary: Floats
    """Secondary buildings apart from the main ones."""
    measured_secondary: Floats
    """The part of them that was measured on the map."""
    unknown_secondary: Floats
    """Secondary buildings of unknown size."""
    conservatory: Floats
    """Conservatories, which count in full."""
    measured_conservatory: Floats
    """The part of them that was measured on the map."""
    unknown_conservatories: Floats
    """Conservatories of unknown size."""
    available: tuple[Floats, ...]
    """The deduction that the dwellings give, under each rule set, oldest first."""
    sure: tuple[Floats, ...]
    """The least that it may be, where its amount is not known."""
    dwellings: Floats
    storeys: Floats
    """The highest main building; NaN where none is known, 0 without main buildings."""
    storeys_roof: Booleans
    """Whether the highest has a used roof storey."""
    storeys_basement: Booleans
    """Whether the highest has a basement that counts."""
    storeys_doubtful: Booleans
    """Whether that basement counts only because nobody stated how much of it does not."""
    full_storeys: Floats
    """byg054 of the highest."""
    pitched: Booleans
    from_map: Floats
    """Main buildings measured on the map."""

    @property
    def secondary(self) -> Floats:
        """m² of all secondary buildings, built in or apart."""
        return self.detached_secondary + self.built_in

    @property
    def main_area(self) -> Floats:
        """m² of floor area in the main buildings, so far as it is known."""
        return self.total + self.times + self.polygon + self.roof + self.basement - self.taken_out

    @property
    def unknown(self) -> Booleans:
        """Where something of unknown size counts."""
        return (self.mains > 0) & ((self.unknown_mains > 0) | (self.unknown_conservatories > 0))

    def deduction(self, rule_set: Integers, sure: bool = False) -> Floats:
        """m² of deduction used: what the dwellings give (`sure`: at least), but no more than there is to deduct."""
        available = np.choose(rule_set, self.sure if sure else self.available)
        return np.where(self.mains > 0, np.minimum(available, self.secondary), 0.0)

    def excess(self, rule_set: Integers, sure: bool = False) -> Floats:
        """m² of secondary buildings that count."""
        return np.where(self.mains > 0, self.secondary - self.deduction(rule_set, sure), 0.0)

    def floor_area(self, rule_set: Integers, sure: bool = False) -> Floats:
        """m² of floor area, `sure` with the least deduction; 0 without a main building, NaN where a size is unknown."""
        area = np.where(self.mains > 0, self.main_area + self.conservatory + self.excess(rule_set, sure), 0.0)
        return np.where(self.unknown, np.nan, area)

    def least_floor_area(self, rule_set: Integers, margin: float, sure: bool = False) -> Floats:
        """The least that the floor area may be, in m².

        What was measured on the map, and that alone, may overstate by `margin` %; and the basement of which nobody
        stated how deep it lies may not count.
        """
        over = 1 - 1 / (1 + margin / 100)
        main = self.main_area - over * self.polygon - self.doubtful_basement
        secondary = self.secondary - over * self.measured_secondary
        excess = np.maximum(secondary - np.choose(rule_set, self.sure if sure else self.available), 0.0)
        area = main + self.conservatory - over * self.measured_conservatory + excess
        return np.where(self.unknown, np.nan, np.where(self.mains > 0, area, 0.0))

    def source(self, rule_set: Integers) -> Integers:
        """Where the floor area is known from, as of SOURCES.

        Conservatories, and secondary buildings that count, measured on the map mix it too.
        """
        from_bbr = (self.mains > self.from_map) | (self.conservatory > self.measured_conservatory)
        map_counts = (self.from_map > 0) | (self.measured_conservatory > 0)
        map_counts |= (self.measured_secondary > 0) & (self.excess(rule_set) > 0)
        source = np.select([map_counts & from_bbr, map_counts], [MIXED, FOOTPRINT], BBR)
        return np.where((self.mains == 0) | self.unknown, NONE, source).astype(np.intp)


def built_on(group: Integers, count: int, parts: Parts, buildings: PlotBuildings, floors: FloorAreas) -> Built:
    """Add up the buildings of each group; `group` is per part of a building, (p,), -1 for one that counts nowhere."""
    main, of = buildings.main, parts.building

    def total(values: Floats | Booleans) -> Floats:
        return sums(group, count, values[of] * parts.share)

    def number(marked: Booleans) -> Floats:
        return sums(group, count, marked[of])

    def full(source: int) -> Floats:
        return total(np.where(floors.source == source, floors.full, 0.0))

    secondary, measured, unknown = secondary_areas(buildings)
    conservatory, measured_conservatory, unknown_conservatory = conservatory_areas(buildings)
    dwellings = whole_numbers(dwellings_of(buildings), parts)
    given = [[sums(group, count, one) for one in deductions(buildings.use[of], dwellings, s)] for s in (False, True)]
    highest = _highest(group, count, main[of], floors.storeys[of])
    mains, unknown_storeys = number(main), number(main & ~known(floors.storeys))
    there = highest >= 0
    highest = np.append(of, -1)[highest]
    at = np.maximum(highest, 0)

    def of_highest(values: Booleans) -> Booleans:
        return there & values[at] if len(values) else np.zeros(count, dtype=bool)

    storeys = np.full(count, np.nan)
    full_storeys = np.full(count, np.nan)
    storeys[there] = floors.storeys[highest[there]]
    storeys[mains == 0] = 0.0
    roof, basement = of_highest(floors.roof > 0), of_highest(floors.basement > 0)
    full_storeys[there] = storeys[there] - 0.5 * roof[there] - 1.0 * basement[there]
    return Built(
        mains=mains,
        unknown_mains=number(main & (floors.source == NOTHING)),
        total=full(TOTAL),
        times=full(FOOTPRINT_TIMES_STOREYS),
        polygon=full(POLYGON),
        unknown_storeys=unknown_storeys,
        roof=total(floors.roof),
        basement=total(floors.basement),
        basement_all=total(floors.basement_all),
        doubtful_basement=total(floors.doubtful_basement),
        taken_out=total(floors.taken_out),
        built_in=total(floors.built_in),
        garage_in_basement=total(floors.garage_in_basement),
        detached_secondary=total(secondary),
        measured_secondary=total(np.where(measured, secondary, 0.0)),
        unknown_secondary=number(unknown),
        conservatory=total(conservatory),
        measured_conservatory=total(np.where(measured_conservatory, conservatory, 0.0)),
        unknown_conservatories=number(unknown_conservatory),
        available=tuple(given[0]),
        sure=tuple(given[1]),
        dwellings=sums(group, count, dwellings),
        storeys=storeys,
        storeys_roof=roof,
        storeys_basement=basement,
        storeys_doubtful=of_highest((floors.basement > 0) & (floors.basement <= floors.doubtful_basement)),
        full_storeys=full_storeys,
        pitched=number(floors.pitched) > 0,
        from_map=number(floors.source == POLYGON),
    )


def _highest(group: Integers, count: int, main: Booleans, storeys: Floats) -> Integers:
    """The main building of most storeys in each group, (g,), -1 where none is known; of equal ones the first."""
    rows = np.flatnonzero(main & known(storeys) & (group >= 0))
    order = rows[np.lexsort((rows, -storeys[rows], group[rows]))]
    groups, first = np.unique(group[order], return_index=True)
    out = np.full(count, -1, dtype=np.intp)
    out[groups] = order[first]
    return out
