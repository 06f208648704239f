"""Buildings as the rules see them: one entry per building, with its footprint and what is known of it.

A layer's rows are not buildings. The same building may stand in it twice, and a second layer of all BBR buildings
may hold it again with what the first lacks. `merge` says which rows are one building.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common.addresses import short_id, told_apart
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, footprint_areas, in_blocks, is_polygon, near_pairs, settled, within_distance
from ..registers.codes import in_use

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Booleans = npt.NDArray[np.bool_]

ATTRIBUTES = ("use", "year", "storeys", "wall", "roof", "area")
"""What two buildings are compared on, in the order in which reasons name it."""
YEAR = ATTRIBUTES.index("year")
"""Its place among them."""

_TEXTS = ("ids", "labels", "property_ids", "bbr_properties")

COVERS_MOST = 0.5
"""Share of a footprint from which another footprint is that of the same building."""


@dataclass(frozen=True)
class Rows:
    """The rows of a building layer, each array (n,), in the layer's order.

    `use`, `year`, `storeys`, `wall`, `roof` have NaN for unknown; `area` is the footprint in m² that a register states,
    NaN where it states none. `ids` are compared forms, "" where there is none.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    """What people call each row: its id as it is written, else its number."""
    geometries: Geometries
    use: Floats
    year: Floats
    storeys: Floats
    wall: Floats
    roof: Floats
    area: Floats
    property_ids: Sequence[str]
    bbr_properties: Sequence[str]
    """Municipality and property of the BBR number, "" where there is none."""
    numeric_ids: bool = False
    """Whether ids are numbers, and so compare as numbers where the smallest is asked for."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Buildings:
    """Each building once; every array is (n,).

    `attributes` is (n, 6) in the order of ATTRIBUTES, with use as its family, NaN for unknown.
    """

    ids: Sequence[str]
    labels: Sequence[str]
    geometries: Geometries
    attributes: Floats
    use_codes: Floats
    """BBR's codes as they are, NaN where none is known."""
    main: Booleans
    """False for garages, sheds and the like: they are nobody's neighbour."""
    property_ids: Sequence[str]
    bbr_properties: Sequence[str]
    row_building: Integers
    """For each row of the classified layer, (rows,), the building that it is."""
    numeric_ids: bool
    duplicate_ids: Counter[str] = field(default_factory=Counter)
    """Ids that several rows of the classified layer carry, and how many do."""
    context_same: int = 0
    """How many rows of the further layer are a classified building, or one another."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def areas(self) -> Floats:
        """Footprint in m², (n,), NaN where unknown."""
        return self.attributes[:, ATTRIBUTES.index("area")]


def is_main(use: Floats) -> Booleans:
    """Whether BBR's use code is that of a main building, (n,). An unknown use does not make a garage of a house."""
    secondary = np.zeros(len(use), dtype=bool)
    for first, last in load("rules/designation.json")["secondary_uses"]:
        secondary |= (use >= first) & (use <= last)
    return ~secondary


def building_types(main: Booleans) -> list[str]:
    """The value of `bygningstype` of each building, (n,), by whether it is a main one."""
    return ["hoved" if one else "sekundaer" for one in main.tolist()]


def beside_addresses(buildings: Buildings, addresses: Sequence[str], withheld: Booleans) -> list[str]:
    """What a list says of each row beside its address so that it is not taken for another building there, (rows,).

    A secondary building always has its use, so that no garage is taken for the house; buildings of one kind have what
    tells all of them apart, whether the list holds the others or not. "" where the address says enough, where there is
    none, and of those kept from the public (`withheld`), who tell nobody apart.
    """
    hidden = {*buildings.row_building[withheld].tolist()}
    address = [""] * len(buildings)
    for building, said in zip(buildings.row_building.tolist(), addresses):
        address[building] = "" if building in hidden else address[building] or said
    uses, kinds = in_use(buildings.use_codes.tolist()), building_types(buildings.main)
    numbers = [f"bygning {short_id(one)}" for one in buildings.labels]
    apart = told_apart([f"{said}, {kind}" for said, kind in zip(address, kinds)], uses, numbers)
    told = [
        own if main else ", ".join(dict.fromkeys((use, own) if own else (use,)))
        for main, use, own in zip(buildings.main.tolist(), uses, apart)
    ]
    return [told[one] if address[one] else "" for one in buildings.row_building.tolist()]


def use_families(use: Floats) -> Floats:
    """Use codes as families, (n,): codes of one family get the family's first code."""
    families = use.copy()
    for codes in load("rules/designation.json")["use_families"].values():
        families[np.isin(use, codes)] = codes[0]
    return families


def merge(rows: Rows, context: Rows | None = None, check: Check = never_cancelled) -> Buildings:
    """Turn rows into buildings.

    Rows with one id are one building. A context row *is* the classified building with its id; failing that, the one
    whose point its footprint holds or whose footprint it covers for the most part. It then lends the attributes and
    the footprint that the classified row lacks, and is not its neighbour. All other context rows are buildings apart.
    """
    own = group_by_id(rows.ids)
    if context is None or not len(context):
        return _build(rows, own, rows)
    context_group = group_by_id(context.ids) + (own.max(initial=-1) + 1)
    group = np.concatenate([own, _join_by_id(rows, own, context, context_group)])
    both = stack(rows, context)
    context_group = group[len(rows) :]
    lent = _with_whole_group(*_join_by_place(rows, own, context, context_group, check), context_group)
    # What lies on a classified building without an id of its own there is lent to it, and stands for itself no more.
    taken = np.zeros(len(both), dtype=bool)
    taken[len(rows) + lent[1]] = True
    taken[len(rows) :] &= context_group > own.max(initial=-1)
    if len(lent[0]):
        both = stack(both, take(context, lent[1]))
        group = np.concatenate([group, own[lent[0]]])
        taken = np.concatenate([taken, np.zeros(len(lent[0]), dtype=bool)])
    kept = np.flatnonzero(~taken)
    buildings = _build(take(both, kept), group[kept], rows)
    return replace(buildings, context_same=len(context) - (len(buildings) - len(np.unique(own))))


def group_by_id(ids: Sequence[str]) -> Integers:
    """For each row the first row with its id; a row without an id is its own."""
    rows = np.arange(len(ids))
    if "" not in (distinct := set(ids)) and len(distinct) == len(ids):
        return rows
    first_row = dict(zip(reversed(ids), range(len(ids) - 1, -1, -1)))
    group = np.fromiter(map(first_row.__getitem__, ids), dtype=np.intp, count=len(ids))
    if "" in first_row:
        blank = np.fromiter((not one for one in ids), dtype=bool, count=len(ids))
        group[blank] = rows[blank]
    return group


def _join_by_id(rows: Rows, own: Integers, context: Rows, context_group: Integers) -> Integers:
    classified = dict(zip(reversed(rows.ids), own[::-1].tolist()))
    classified.pop("", None)
    joined = context_group.copy()
    for position, building_id in enumerate(context.ids):
        if building_id in classified:
            joined[position] = classified[building_id]
    return joined


def _join_by_place(
    rows: Rows, own: Integers, context: Rows, context_group: Integers, check: Check
) -> tuple[Integers, Integers]:
    """Pairs (row, context row) of one building by position, for rows whose id is not among the context's."""
    by_id = np.isin(own, context_group)
    asked = np.flatnonzero(~by_id & ~shapely.is_missing(rows.geometries))
    polygons = is_polygon(context.geometries)
    targets = context.geometries.copy()
    targets[~polygons] = None
    i, j = near_pairs(rows.geometries[asked], targets, 0.0, check)
    i = asked[i]
    ours, theirs = rows.geometries[i], targets[j]
    point = ~is_polygon(ours)
    same = np.zeros(len(i), dtype=bool)
    same[point] = within_distance(ours[point], theirs[point], 0.0, check)
    overlap = in_blocks(
        lambda a, b: shapely.area(shapely.intersection(a, b)) / shapely.area(a),
        ours[~point],
        theirs[~point],
        check=check,
        result=np.float64,
    )
    same[~point] = overlap > COVERS_MOST
    order = np.lexsort((j[same], i[same]))
    return i[same][order], j[same][order]


def _with_whole_group(row: Integers, context_row: Integers, context_group: Integers) -> tuple[Integers, Integers]:
    """Pairs (row, context row) for every context row of the buildings in `context_row`."""
    order = np.argsort(context_group, kind="stable")
    first = np.searchsorted(context_group[order], context_group[context_row], side="left")
    last = np.searchsorted(context_group[order], context_group[context_row], side="right")
    which = np.repeat(np.arange(len(row)), last - first)
    within = np.arange(len(which)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    pairs = np.unique(np.column_stack([row[which], order[first[which] + within]]), axis=0)
    return pairs[:, 0], pairs[:, 1]


def take(rows: Rows, positions: Integers) -> Rows:
    """The rows at these positions (k,), in their order."""
    chosen = positions.tolist()
    taken: dict[str, Any] = {name: [getattr(rows, name)[one] for one in chosen] for name in _TEXTS}
    taken |= {name: getattr(rows, name)[positions] for name in ("geometries", *ATTRIBUTES)}
    return replace(rows, **taken)


def stack(first: Rows, second: Rows) -> Rows:
    """The rows of two layers as one, in their order."""
    columns = ("geometries", *ATTRIBUTES)
    stacked: dict[str, Any] = {name: [*getattr(first, name), *getattr(second, name)] for name in _TEXTS}
    stacked |= {name: np.concatenate([getattr(first, name), getattr(second, name)]) for name in columns}
    return replace(first, numeric_ids=first.numeric_ids and second.numeric_ids, **stacked)


def _build(rows: Rows, group: Integers, classified: Rows) -> Buildings:
    """One building per group: each attribute from its first row that knows it, footprints of one building as one."""
    names, first, building = np.unique(group, return_index=True, return_inverse=True)
    count = len(names)
    single = count == len(rows) and bool((building == np.arange(count)).all())
    if single:
        geometries, texts = rows.geometries, [getattr(rows, name) for name in _TEXTS]
        columns = [getattr(rows, name) for name in ATTRIBUTES]
    else:
        geometries = joined_footprints(rows.geometries, building, first, len(classified))
        texts = [_first_text(getattr(rows, name), building, first) for name in _TEXTS]
        columns = [first_known(getattr(rows, name), building, count) for name in ATTRIBUTES]
    ids, labels, property_ids, bbr_properties = texts
    attributes = np.column_stack(columns).astype(np.float64)
    use, area = ATTRIBUTES.index("use"), ATTRIBUTES.index("area")
    use_codes = attributes[:, use].copy()
    attributes[:, use] = use_families(use_codes)
    attributes[:, area] = np.where(np.isnan(attributes[:, area]), footprint_areas(geometries), attributes[:, area])
    rows_of = np.bincount(building[: len(classified)], minlength=count)
    duplicates = Counter({ids[one]: int(rows_of[one]) for one in np.flatnonzero(rows_of > 1)})
    return Buildings(
        ids=ids,
        labels=labels,
        geometries=geometries,
        attributes=attributes,
        use_codes=use_codes,
        main=is_main(use_codes),
        property_ids=property_ids,
        bbr_properties=bbr_properties,
        row_building=building[: len(classified)],
        numeric_ids=rows.numeric_ids,
        duplicate_ids=duplicates,
    )


def first_known(values: Floats, building: Integers, count: int) -> Floats:
    """Each building's value from its first row that knows it, (count,), NaN where none does."""
    out = np.full(count, np.nan)
    known = np.flatnonzero(~np.isnan(values))[::-1]
    out[building[known]] = values[known]  # written last to first: the first known one stays
    return out


def _first_text(values: Sequence[str], building: Integers, first: Integers) -> list[str]:
    out = [values[row] for row in first.tolist()]
    further = np.ones(len(values), dtype=bool)
    further[first] = False
    for row in np.flatnonzero(further).tolist():
        out[building[row]] = out[building[row]] or values[row]
    return out


def joined_footprints(geometries: Geometries, building: Integers, first: Integers, classified: int) -> Geometries:
    """The footprint of each building: the polygons of its classified rows, else of the others, else its first point."""
    out: Geometries = geometries[first]
    several = np.flatnonzero(np.bincount(building, minlength=len(first))[building] > 1)
    geometries, building, positions = geometries[several], building[several], several
    out[building] = None
    polygons = is_polygon(geometries)
    points = np.flatnonzero(~polygons & ~shapely.is_missing(geometries))[::-1]
    out[building[points]] = geometries[points]  # written last to first: the first point stays
    for rows in (polygons & (positions >= classified), polygons & (positions < classified)):
        chosen = np.flatnonzero(rows)
        chosen = chosen[np.argsort(building[chosen], kind="stable")]
        place, start, number = np.unique(building[chosen], return_index=True, return_counts=True)
        out[place] = geometries[chosen[start]]
        for at, begin, parts in zip(place[number > 1], start[number > 1], number[number > 1]):
            out[at] = settled(shapely.union_all(geometries[chosen[begin : begin + parts]]))
    return out
