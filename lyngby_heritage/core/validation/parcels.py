"""Rules on parcels, and on buildings against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.geometry import in_turn, near_pairs, within_distance
from ..common.wording import number, signed
from ..neighbourhood.holders import find_holders, same_parcels
from ..neighbourhood.properties import NO_PROPERTY, group_parcels, known_properties, property_of
from ..registers.public_roads import road_parcels
from ..registers.values import normal_ids
from .findings import Hits
from .inputs import Inputs, Layer, points_on
from .overlaps import overlaps
from .roles import BUILDING_ROLES
from .rule_table import Rule
from .rules import rule


@rule("jordstykke_uden_areal")
def parcel_without_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No readable registered area above 0; the plot ratio then rests on the area in the map."""
    for layer in data.of("PARCELS"):
        if layer.has("registered_area"):
            rows = np.flatnonzero(np.isnan(layer.areas_of("registered_area").values))
            raw = layer.texts("registered_area")
            told = [raw[row] or "tomt" for row in rows.tolist()]
            yield Hits(layer, rows, {"vaerdi": told, "flade": layer.areas[rows].tolist()})


@rule("jordstykke_areal_afviger")
def area_against_map(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The registered area is far from that in the map; the parts of one parcel count together.

    In real extracts 90 of 100 lie between 0.977 and 1.03, and all between 0.84 and 1.13.
    """
    for layer in data.of("PARCELS"):
        if not data.usable(layer):
            continue
        registered, area = layer.areas_of("registered_area").values, layer.areas.copy()
        again = same_parcels(_areas(layer), layer.ids, data.check) != np.arange(len(layer))  # once for each owner
        area[again] = np.nan
        first: dict[str, int] = {}
        for row, key in enumerate(layer.ids):
            earlier = first.setdefault(key, row) if key else row
            if earlier != row and registered[earlier] == registered[row] and not again[row]:
                area[earlier] += area[row]
                area[row] = np.nan
        off = np.abs(area / registered - 1) > rule.limit("percent") / 100
        rows = np.flatnonzero(off & (np.abs(area - registered) > rule.limit("least_m2")))
        values = {"registreret": registered, "flade": area, "procent": 100 * (area / registered - 1)}
        told = {name: np.round(one[rows], 1).tolist() for name, one in values.items()}
        told["procent"] = list(map(signed, told["procent"]))
        yield Hits(layer, rows, told)


@rule("jordstykker_overlapper")
def overlapping(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two parcels on the same ground: buildings there lie on both, and the ground counts twice."""
    for layer in data.of("PARCELS"):
        if not data.usable(layer):
            continue
        found = overlaps(_areas(layer), rule.limit("least_m2"), rule.limit("least_width_m"), data.check)
        different = np.array(
            [not layer.ids[a] or layer.ids[a] != layer.ids[b] for a, b in zip(found.i.tolist(), found.j.tolist())],
            dtype=bool,
        )
        yield Hits(
            layer,
            found.i[different],
            {
                "anden": [parcel_name(layer, row) for row in found.j[different].tolist()],
                "jordstykke": [parcel_name(layer, row) for row in found.i[different].tolist()],
                "areal": np.round(found.area[different], 1).tolist(),
            },
            points_on(found.shared[different]),
        )


def _areas(layer: Layer) -> Geometries:
    shapes = layer.geometries.copy()
    shapes[~layer.polygons] = None
    return shapes


def parcel_name(layer: Layer, row: int) -> str:
    """The cadastral number with its district, else the id."""
    return layer.parcel_name(row) or layer.label(row)


def _called(layer: Layer, row: int) -> str:
    """The cadastral number as one, with its district, else the id."""
    name = layer.parcel_name(row)
    return f"matr.nr. {name}" if name else layer.label(row)


@dataclass(frozen=True)
class _Crossings:
    """Buildings that lie on more than one property: each with the piece on the property that holds second most.

    `beyond` is what lies on all properties but the one that holds most, in m², and `beyond_share` its share: of a row
    of houses each property holds little.
    """

    building: Integers
    piece: Geometries
    area: Floats
    share: Floats
    beyond: Floats
    beyond_share: Floats
    parcel: Integers
    main_parcel: Integers


@rule("bygning_over_skel")
def across_boundaries(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A good part of the building lies on another property than the rest: which plot is it counted on?

    Parcels of one property are one plot; GeoDanmark's roofs reach over boundaries with their eaves.
    """
    parcels, buildings = data.first("PARCELS"), _buildings(data)
    if parcels is None or buildings is None or not data.usable(parcels):
        return
    found = data.once("crossings", lambda: _crossings(buildings, parcels, data))
    least = (found.beyond >= rule.limit("least_m2")) & (found.beyond_share >= rule.limit("percent") / 100)
    yield _told(buildings, parcels, found, np.flatnonzero(least))


@rule("bygning_lidt_over_skel")
def slightly_across(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A small part of the building lies on another property: a garage over the boundary, or eaves."""
    parcels, buildings = data.first("PARCELS"), _buildings(data)
    if parcels is None or buildings is None or not data.usable(parcels):
        return
    found = data.once("crossings", lambda: _crossings(buildings, parcels, data))
    least = (found.area >= rule.limit("least_m2")) & (found.share >= rule.limit("percent") / 100)
    most = (found.beyond >= rule.limit("below_m2")) & (found.beyond_share >= rule.limit("below_percent") / 100)
    yield _told(buildings, parcels, found, np.flatnonzero(least & ~most))


def _told(buildings: Layer, parcels: Layer, found: _Crossings, rows: Integers) -> Hits:
    return Hits(
        buildings,
        found.building[rows],
        {
            "areal": np.round(found.area[rows], 1).tolist(),
            "procent": list(map(number, (100 * found.share[rows]).tolist())),
            "anden": [_called(parcels, row) for row in found.parcel[rows].tolist()],
            "jordstykke": [_called(parcels, row) for row in found.main_parcel[rows].tolist()],
            "ejendom": _apart(parcels),
        },
        points_on(found.piece[rows]),
    )


def _apart(parcels: Layer) -> str:
    """What is known of the owners of two parcels: without a property field each parcel counts as one."""
    known = parcels.has("property_id")
    return "det er ikke samme ejendom" if known else "laget siger ikke, om det er samme ejendom"


def _crossings(buildings: Layer, parcels: Layer, data: Inputs) -> _Crossings:
    shapes, plots = _areas(buildings), _areas(parcels)
    ids = _property_ids(parcels)
    holders = find_holders(
        plots, ids, ids or [""] * len(parcels), parcels.ids, road_parcels(parcels.texts("parcel_id")), data.check
    )
    plots[holders.repeated] = None
    shapes[~buildings.current] = None
    i, j = near_pairs(shapes, plots, 0.0, data.check)
    shapely.prepare(plots)
    whole = in_turn(shapely.covers, plots[j], shapes[i], check=data.check)
    inside = np.zeros(len(shapes), dtype=bool)
    inside[i[whole]] = True
    rest = ~inside[i]
    i, j = i[rest], j[rest]
    meet = in_turn(shapely.intersects, plots[j], shapes[i], check=data.check)
    shapely.destroy_prepared(plots)
    i, j = i[meet], j[meet]
    pieces = in_turn(shapely.intersection, shapes[i], plots[j], check=data.check, result=object, block=5_000)
    area: Floats = shapely.area(pieces)
    owners = group_parcels(plots, holders.ids, holders.same).owner
    # One entry per building and property, with its largest piece.
    order = np.lexsort((-area, owners[j], i))
    keys = np.column_stack([i[order], owners[j[order]]])
    _, start = np.unique(keys, axis=0, return_index=True)
    if not len(start):
        none, nothing = np.empty(0, dtype=np.intp), np.empty(0)
        return _Crossings(none, np.empty(0, dtype=object), nothing, nothing, nothing, nothing, none, none)
    held = np.add.reduceat(area[order], start)
    at, building = order[start], i[order[start]]
    ranked = np.lexsort((j[at], -held, building))
    at, held, building = at[ranked], held[ranked], building[ranked]
    most = np.flatnonzero(np.diff(building, prepend=-1))
    second = most[most + 1 < len(building)] + 1
    second = second[building[second] == building[second - 1]]
    total = shapely.area(shapes[building[second]])
    all_held = np.bincount(building, weights=held)[building[second]]
    beyond = all_held - held[second - 1]
    return _Crossings(
        building=building[second],
        piece=pieces[at[second]],
        area=held[second],
        share=held[second] / total,
        beyond=beyond,
        beyond_share=beyond / total,
        parcel=j[at[second]],
        main_parcel=j[at[second - 1]],
    )


def _property_ids(parcels: Layer) -> list[str] | None:
    raw = parcels.raw("property_id")
    return None if raw is None else known_properties(normal_ids(raw))


def _buildings(data: Inputs) -> Layer | None:
    """The layer of buildings that the tools measure: the first that was given and can be placed."""
    return next((layer for layer in data.of(*BUILDING_ROLES) if data.usable(layer)), None)


def _off_parcels(data: Inputs, distance: float) -> tuple[Layer, Layer, Integers, Booleans] | None:
    """The buildings on no parcel, (k,), and which of them have a parcel within `distance` metres, (k,)."""
    parcels, buildings = data.first("PARCELS"), _buildings(data)
    if parcels is None or buildings is None or not data.usable(parcels):
        return None
    plots = _areas(parcels)
    shapes = buildings.geometries.copy()
    shapes[~(buildings.current & data.inside_denmark(buildings))] = None
    on = data.once("parcel of each building", lambda: property_of(shapes, group_parcels(plots, None), data.check))
    rows = np.flatnonzero((on == NO_PROPERTY) & ~shapely.is_missing(shapes))
    i, j = near_pairs(shapes[rows], plots, distance, data.check)
    near = np.zeros(len(rows), dtype=bool)
    near[i[within_distance(shapes[rows][i], plots[j], distance, data.check)]] = True
    return buildings, parcels, rows, near


@rule("bygning_uden_jordstykke")
def on_no_parcel(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A building among parcels, but on none of them."""
    found = _off_parcels(data, rule.limit("distance_m"))
    if found is not None:
        buildings, parcels, rows, near = found
        yield Hits(buildings, rows[near], {"lag": parcels.name})


@rule("jordstykker_daekker_ikke")
def beyond_the_parcels(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Buildings far from any parcel: the parcels do not cover the place."""
    found = _off_parcels(data, rule.limit("distance_m"))
    if found is not None:
        buildings, parcels, rows, near = found
        yield Hits(buildings, rows[~near], {"lag": parcels.name, "afstand": rule.limit("distance_m")})
