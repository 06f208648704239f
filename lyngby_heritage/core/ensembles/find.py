"""M5: proposals for cultural environments: groups of main buildings that are alike, neighbour by neighbour.

    main buildings that are neighbours and alike     → belong together
    what hangs together through such pairs           → is a group, cut until every member is like most others (cut.py)
    a group of at least MIN_BUILDINGS                → is proposed, ranked by its evidence (evidence.py); people decide

The committee wants cultural environments pointed out on known evidence and systematically (Udviklings- og
Strategiudvalget, Lyngby-Taarbæk Kommune, 14 June 2010 and 17 January 2012). A uniform scheme is evidence, not worth:
the municipality's own row-house registration of 2005 gave such schemes the values 3, 4 and 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import in_blocks
from ..designation.chosen_values import neighbour_value
from ..neighbourhood.buildings import ATTRIBUTES, Buildings, Rows, merge
from ..neighbourhood.likeness import Pairs, PairThresholds, Thresholds, assess, compare
from ..neighbourhood.neighbours import NeighbourGraph, NeighbourRule, find_neighbours, on_one_property
from ..neighbourhood.properties import Parcels
from .cut import cut
from .evidence import Known, high_values, sum_of, weight_of
from .outlines import Outlines, draw


@dataclass(frozen=True)
class EnsembleSettings(NeighbourRule):
    """The tool's parameters beside its layers."""

    thresholds: Thresholds
    """Which pairs are alike, and from when a building is uniform with its neighbours, as in the designation."""
    min_buildings: int
    same_property: bool = False
    """Whether buildings on one property within `neighbour_distance` of one another are neighbours too."""


@dataclass(frozen=True)
class Groups:
    """Which building is in which group: pairs (m,), sorted by group and then by building; groups number from 0."""

    building: Integers
    group: Integers
    count: int

    @property
    def sizes(self) -> Integers:
        """How many buildings each group has, (count,)."""
        return np.bincount(self.group, minlength=self.count)

    def of(self, buildings: int) -> Integers:
        """The group of each of so many buildings, (buildings,), -1 for none."""
        out = np.full(buildings, -1, dtype=np.intp)
        out[self.building] = self.group
        return out


@dataclass(frozen=True)
class Commonest:
    """Of one attribute in each group, (groups,): its commonest value (NaN when unknown), and of how many known."""

    value: Floats
    number: Integers
    known: Integers


@dataclass(frozen=True)
class Figures:
    """What is known of each group, (groups,)."""

    buildings: Integers
    first_year: Floats
    last_year: Floats
    smallest: Floats
    """Footprint in m², NaN where none is known."""
    largest: Floats
    use: Commonest
    storeys: Commonest
    wall: Commonest
    roof: Commonest
    pairs: Integers
    """Comparisons of a member with a neighbour, inside the group and out of it."""
    pairs_outside: Integers
    """Those of them with a neighbour outside the group."""
    alike: Integers
    uniform: Integers
    """Buildings that are uniform with their neighbours, in the group and out of it, as the designation has it."""
    valued: Integers
    """Buildings with a readable SAVE value."""
    mean_value: Floats
    fours: Integers
    """Buildings of the value that is designated where alike."""
    designated: Integers
    assessed: Integers
    """Buildings whose designation is known."""
    others: Integers
    """Main buildings inside the outline that are not of the group."""
    weight: Floats
    """`vaegt`, 0–1: the evidence for it."""
    weight_told: Sequence[str]
    """The same written out (`evidence.sum_of`)."""


@dataclass(frozen=True)
class Ensembles:
    """The outcome, most evidence first; group 0 is the ensemble that people call 1."""

    buildings: Buildings
    graph: NeighbourGraph
    groups: Groups
    outlines: Outlines
    figures: Figures


def find_ensembles(
    rows: Rows,
    save: npt.NDArray[np.int8],
    designated: npt.NDArray[np.int8],
    settings: EnsembleSettings,
    parcels: Parcels | None = None,
    context: Rows | None = None,
    check: Check = never_cancelled,
) -> Ensembles:
    """Find the groups, draw their outlines and sum them up.

    `save` and `designated` are per row of the layer, (rows,): readings of `read_save_values`, and 1, 0 or -1 for
    designated, not designated and unknown.
    """
    buildings = merge(rows, context, check)
    graph = find_neighbours(buildings, buildings.main, settings, parcels, check)
    pairs = compare(buildings, graph, settings.thresholds)
    alike = pairs.are_alike(settings.thresholds)
    source, target = graph.source[alike], graph.target[alike]
    if settings.same_property:
        more = _alike_on_one_property(buildings, graph, settings, check)
        source, target = np.concatenate([source, more[0]]), np.concatenate([target, more[1]])
    groups = group_alike(buildings, source, target, settings.min_buildings, settings.thresholds, check)
    by_size = _known(buildings, groups, graph, pairs, alike, settings, save, designated)
    groups = ranked(groups, weight_of(by_size))
    known = _known(buildings, groups, graph, pairs, alike, settings, save, designated)
    check()
    outlines = draw(groups.building, groups.group, groups.count, buildings, graph.homes, settings, check)
    check()
    figures = _figures(buildings, groups, outlines, graph, pairs, alike, settings, save, known, check)
    return Ensembles(buildings, graph, groups, outlines, figures)


def group_alike(
    buildings: Buildings,
    source: Integers,
    target: Integers,
    smallest: int,
    thresholds: PairThresholds,
    check: Check = never_cancelled,
) -> Groups:
    """The groups of at least `smallest` buildings that the pairs hold together and that hold (`cut`), largest first.

    Of equally large ones the northernmost comes first, then the westernmost: the numbers depend on what is on the map
    and not on the order of its rows.
    """
    able = buildings.main & _has_place(buildings.geometries)
    both = able[source] & able[target]
    found = cut(buildings, source[both], target[both], smallest, thresholds, check)
    found = [one[able[one]] for one in found if able[one].any()]
    member = np.concatenate(found) if found else np.empty(0, dtype=np.intp)
    group = np.repeat(np.arange(len(found)), [len(one) for one in found])
    rank = _ranked(buildings, member, group, len(found))
    order = np.lexsort((member, rank[group]))
    return Groups(member[order], rank[group][order], len(found))


def ranked(groups: Groups, weight: Floats) -> Groups:
    """The groups by `weight`, (groups,), the most first; equal ones stay as they were."""
    order = np.argsort(-weight, kind="stable")
    new = np.empty(groups.count, dtype=np.intp)
    new[order] = np.arange(groups.count)
    group = new[groups.group]
    rows = np.lexsort((groups.building, group))
    return Groups(groups.building[rows], group[rows], groups.count)


def _has_place(geometries: Geometries) -> Booleans:
    there: Booleans = ~shapely.is_missing(geometries)
    return there


def _ranked(buildings: Buildings, member: Integers, group: Integers, count: int) -> Integers:
    """The number of each group, (count,): by size, then by place, then by the smallest id."""
    bounds = shapely.bounds(buildings.geometries[member]) if len(member) else np.empty((0, 4))
    west, south = np.full(count, np.inf), np.full(count, np.inf)
    east, north = np.full(count, -np.inf), np.full(count, -np.inf)
    for edge, column in ((west, 0), (south, 1)):
        np.minimum.at(edge, group, bounds[:, column])
    for edge, column in ((east, 2), (north, 3)):
        np.maximum.at(edge, group, bounds[:, column])
    sizes = np.bincount(group, minlength=count)
    smallest_id: list[str] = [""] * count
    for number, building in zip(group.tolist(), member.tolist()):
        name = buildings.ids[building]
        if name and (not smallest_id[number] or name < smallest_id[number]):
            smallest_id[number] = name
    _, by_id = np.unique(np.array(smallest_id, dtype=str), return_inverse=True)
    order = np.lexsort((by_id, east, -south, west, -north, -sizes))
    rank = np.empty(count, dtype=np.intp)
    rank[order] = np.arange(count)
    return rank


def _alike_on_one_property(
    buildings: Buildings, graph: NeighbourGraph, settings: EnsembleSettings, check: Check
) -> tuple[Integers, Integers]:
    i, j = on_one_property(buildings, settings.neighbour_distance, graph.homes, check)
    nobody = np.empty(0, dtype=np.intp)
    alike = compare(buildings, NeighbourGraph(i, j, nobody), settings.thresholds).are_alike(settings.thresholds)
    return i[alike], j[alike]


def _known(
    buildings: Buildings,
    groups: Groups,
    graph: NeighbourGraph,
    pairs: Pairs,
    alike: Booleans,
    settings: EnsembleSettings,
    save: npt.NDArray[np.int8],
    designated: npt.NDArray[np.int8],
) -> Known:
    """What is evidence for each group."""
    member, group, count = groups.building, groups.group, groups.count
    group_of = groups.of(len(buildings))
    values = _of_buildings(save, save >= 1, buildings, np.fmin)[member]
    decided = _of_buildings(designated, designated >= 0, buildings, np.fmax)[member]
    years = buildings.attributes[member, ATTRIBUTES.index("year")]
    dated = ~np.isnan(years)
    number = np.bincount(group[dated], minlength=count)
    total = np.bincount(group[dated], weights=years[dated], minlength=count)
    ours, theirs = group_of[graph.source], group_of[graph.target]
    assessed = pairs.assessed(settings.thresholds)
    inside, outside = (ours >= 0) & (ours == theirs), (ours >= 0) & (ours != theirs)
    return Known(
        designated=np.bincount(group[decided == 1], minlength=count),
        assessed=np.bincount(group[decided >= 0], minlength=count),
        high=np.bincount(group[np.isin(values, high_values())], minlength=count),
        valued=np.bincount(group[~np.isnan(values)], minlength=count),
        mean_year=np.divide(total, number, out=np.full(count, np.nan), where=number > 0),
        pairs_inside=np.bincount(ours[inside & assessed], minlength=count),
        alike_inside=np.bincount(ours[inside & alike], minlength=count),
        pairs_outside=np.bincount(ours[outside & assessed], minlength=count),
        alike_outside=np.bincount(ours[outside & alike], minlength=count),
    )


def _figures(
    buildings: Buildings,
    groups: Groups,
    outlines: Outlines,
    graph: NeighbourGraph,
    pairs: Pairs,
    alike: Booleans,
    settings: EnsembleSettings,
    save: npt.NDArray[np.int8],
    known: Known,
    check: Check,
) -> Figures:
    member, group, count = groups.building, groups.group, groups.count
    group_of = groups.of(len(buildings))
    assessed = pairs.assessed(settings.thresholds)
    ours = group_of[graph.source]
    values = _of_buildings(save, save >= 1, buildings, np.fmin)[member]
    valued = ~np.isnan(values)
    number = np.bincount(group[valued], minlength=count)
    total = np.bincount(group[valued], weights=values[valued], minlength=count)
    facts = {name: buildings.attributes[member, ATTRIBUTES.index(name)] for name in ATTRIBUTES}
    uniform = assess(pairs, graph, len(buildings), settings.thresholds).uniform[member]
    smallest, largest = _range(facts["area"], group, count)
    first_year, last_year = _range(facts["year"], group, count)
    return Figures(
        buildings=groups.sizes,
        first_year=first_year,
        last_year=last_year,
        smallest=smallest,
        largest=largest,
        use=commonest(buildings.use_codes[member], group, count),
        storeys=commonest(facts["storeys"], group, count),
        wall=commonest(facts["wall"], group, count),
        roof=commonest(facts["roof"], group, count),
        pairs=np.bincount(ours[assessed & (ours >= 0)], minlength=count),
        pairs_outside=known.pairs_outside,
        alike=np.bincount(ours[alike & (ours >= 0)], minlength=count),
        uniform=np.bincount(group[uniform], minlength=count),
        valued=number,
        mean_value=np.divide(total, number, out=np.full(count, np.nan), where=number > 0),
        fours=np.bincount(group[values == neighbour_value()], minlength=count),
        designated=known.designated,
        assessed=known.assessed,
        others=_others_inside(buildings, group_of, outlines.geometries, check),
        weight=weight_of(known),
        weight_told=[sum_of(known, one) for one in range(count)],
    )


def _of_buildings(values: npt.NDArray[np.int8], known: Booleans, buildings: Buildings, choose: np.ufunc) -> Floats:
    """One value for each building from the known ones of its rows, (buildings,); NaN where there is none."""
    out = np.full(len(buildings), np.nan)
    choose.at(out, buildings.row_building[known], values[known].astype(np.float64))
    return out


def commonest(values: Floats, group: Integers, count: int) -> Commonest:
    """The commonest known value of each group; of equally common ones the smallest."""
    known = ~np.isnan(values)
    values, group = values[known], group[known]
    order = np.lexsort((values, group))
    values, group = values[order], group[order]
    starts = np.ones(len(values), dtype=bool)
    starts[1:] = (group[1:] != group[:-1]) | (values[1:] != values[:-1])
    first = np.flatnonzero(starts)
    number = np.diff(np.append(first, len(values)))
    best = np.lexsort((values[first], -number, group[first]))
    where, at = np.unique(group[first][best], return_index=True)
    value, of = np.full(count, np.nan), np.zeros(count, dtype=np.intp)
    value[where] = values[first][best][at]
    of[where] = number[best][at]
    return Commonest(value, of, np.bincount(group, minlength=count))


def _range(values: Floats, group: Integers, count: int) -> tuple[Floats, Floats]:
    """Least and greatest known value of each group, (count,) each; NaN where none is known."""
    known = ~np.isnan(values)
    least, greatest = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(least, group[known], values[known])
    np.maximum.at(greatest, group[known], values[known])
    none = np.isinf(least)
    least[none] = greatest[none] = np.nan
    return least, greatest


def _others_inside(buildings: Buildings, group_of: Integers, outlines: Geometries, check: Check) -> Integers:
    """How many main buildings of no or of another group have their place inside each outline."""
    main = np.flatnonzero(buildings.main & _has_place(buildings.geometries))
    if not len(outlines) or not len(main):
        return np.zeros(len(outlines), dtype=np.intp)
    places = in_blocks(shapely.point_on_surface, buildings.geometries[main], check=check, result=object)
    outline, building = shapely.STRtree(places).query(outlines, predicate="contains")
    other = group_of[main[building]] != outline
    return np.bincount(outline[other], minlength=len(outlines))
