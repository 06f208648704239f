"""Rules on SAVE values: readable, on the scale, not contradicting each other, and at a building."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.geometry import near_pairs, within_distance
from ..registers.values import NOT_ASSESSED, UNREADABLE, read_number, read_save_values
from .findings import Hits
from .inputs import Inputs, Layer, groups, pairs_by_id
from .roles import BUILDING_ROLES, SAVE_ROLES
from .rule_table import Rule
from .rules import rule

VALUED = ("BUILDINGS", *SAVE_ROLES)


def _values(layer: Layer) -> Integers:
    """The SAVE value of each row, (n,), with NOT_ASSESSED and UNREADABLE; all not assessed without the field."""
    raw = layer.raw("save_value")
    if raw is None:
        return np.full(len(layer), NOT_ASSESSED, dtype=np.intp)
    values, _ = read_save_values(raw)
    return values.astype(np.intp)


def _written(layer: Layer, rows: Integers) -> list[str]:
    raw = layer.raw("save_value") or []
    return [str(raw[row]) for row in rows.tolist()]


def _off_the_scale(layer: Layer, rows: Integers) -> Booleans:
    """Which of the unreadable values are whole numbers, only not 1-9."""
    raw = layer.raw("save_value") or []
    read = [read_number(raw[row]) for row in rows.tolist()]
    return np.array([one is not None and one == int(one) for one in read], dtype=bool)


@rule("save_uden_for_skalaen")
def off_the_scale(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A whole number, but not 1-9; 0 and -1 mean not assessed and are no fault."""
    for layer in data.of(*VALUED):
        rows = np.flatnonzero(_values(layer) == UNREADABLE)
        rows = rows[_off_the_scale(layer, rows)]
        yield Hits(layer, rows, {"vaerdi": _written(layer, rows)})


@rule("save_ulaeselig")
def unreadable_save_value(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Something that is no whole number, such as 4-5 or IV: nobody may guess which value was meant."""
    for layer in data.of(*VALUED):
        rows = np.flatnonzero(_values(layer) == UNREADABLE)
        rows = rows[~_off_the_scale(layer, rows)]
        yield Hits(layer, rows, {"vaerdi": _written(layer, rows)})


@rule("save_ikke_vurderet")
def not_assessed(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Empty, 0 or -1: not assessed, which is no low value."""
    for layer in data.of(*VALUED):
        if layer.has("save_value"):
            yield Hits(layer, np.flatnonzero(_values(layer) == NOT_ASSESSED))


@rule("save_modstridende")
def contradicting_save_values(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One building with two different values, in one layer or in FBB and the building layer."""
    for layer in data.of(*VALUED):
        values = _values(layer)
        for rows in groups(layer.ids, values >= 1).values():
            told = sorted({int(values[row]) for row in rows})
            if len(told) > 1:
                yield Hits(layer, np.array(rows[:1]), {"vaerdier": " og ".join(map(str, told)), "andet": layer.name})
    for save in data.of("SAVE"):
        for layer in data.of("BUILDINGS"):
            ours, theirs = _values(layer), _values(save)
            i, j = pairs_by_id(layer.ids, save.ids, theirs >= 1)
            differ = (ours[i] >= 1) & (ours[i] != theirs[j])
            i, j = i[differ], j[differ]
            told_values = [f"{ours[a]} og {theirs[b]}" for a, b in zip(i.tolist(), j.tolist())]
            yield Hits(layer, i, {"vaerdier": told_values, "andet": save.name})


@rule("save_kilder_uenige")
def two_sources(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One building with a value in SAVE and another in SAVE_SECOND, by BBR's id."""
    for first in data.of("SAVE"):
        for second in data.of("SAVE_SECOND"):
            ours, theirs = _values(first), _values(second)
            i, j = pairs_by_id(second.ids, first.ids, ours >= 1)
            differ = (theirs[i] >= 1) & (theirs[i] != ours[j])
            values = {"vaerdi": theirs[i[differ]].tolist(), "anden": ours[j[differ]].tolist(), "lag": first.name}
            yield Hits(second, i[differ], values)


@rule("save_dublet")
def repeated(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One building twice in FBB with the same value: it counts once."""
    for layer in data.of(*SAVE_ROLES):
        values = _values(layer)
        same = [
            rows for rows in groups(layer.ids, values >= 1).values() if len({int(values[row]) for row in rows}) == 1
        ]
        first = np.array([rows[0] for rows in same], dtype=np.intp)
        yield Hits(layer, first, {"raekker": [len(rows) for rows in same]})


def _distance_by_id(data: Inputs, save: Layer) -> Floats:
    """How far each SAVE point lies from the building with its id, metres, (n,); NaN when no layer has the id."""
    away = np.full(len(save), np.inf)
    for layer in data.of(*BUILDING_ROLES):
        i, j = pairs_by_id(save.ids, layer.ids, layer.current)
        if data.usable(layer) and data.usable(save):
            distance = shapely.distance(save.geometries[i], layer.geometries[j])
        else:
            distance = np.zeros(len(i))
        known = ~np.isnan(distance)
        np.minimum.at(away, i[known], distance[known])
    away[np.isinf(away)] = np.nan
    return away


@rule("save_punkt_langt_fra_bygning")
def far_from_its_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """FBB's points stand at the address; half lie within 2.7 m of BBR's and 99 of 100 within 68 m."""
    for layer in data.of(*SAVE_ROLES):
        away = _distance_by_id(data, layer)
        rows = np.flatnonzero(away > rule.limit("distance_m"))
        yield Hits(layer, rows, {"afstand": np.rint(away[rows]).astype(int).tolist()})


@rule("save_uden_bygning")
def save_value_without_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No building layer has a building of this id or BBR number, nor one near the point."""
    buildings = [layer for layer in data.of(*BUILDING_ROLES) if len(layer)]
    if not buildings:
        return
    for save in data.of(*SAVE_ROLES):
        found = ~np.isnan(_distance_by_id(data, save))
        numbers = {one for layer in buildings if layer.has("bbr_number") for one in layer.texts("bbr_number")} - {""}
        found |= np.array([one in numbers for one in save.texts("bbr_number")], dtype=bool)
        asked = np.flatnonzero(~found)
        if data.usable(save):
            for layer in buildings:
                if data.usable(layer):
                    found[asked] |= _near_any(save.geometries[asked], layer, rule.limit("distance_m"), data)
        rows = np.flatnonzero(~found)
        yield Hits(save, rows, {"lag": ", ".join(one.name for one in buildings), "afstand": rule.limit("distance_m")})


def _near_any(points: Geometries, layer: Layer, distance: float, data: Inputs) -> Booleans:
    """Which points lie within `distance` metres of some building of the layer, (k,)."""
    targets = layer.geometries.copy()
    targets[~layer.current] = None
    i, j = near_pairs(points, targets, distance, data.check)
    near = within_distance(points[i], targets[j], distance, data.check)
    out = np.zeros(len(points), dtype=bool)
    out[i[near]] = True
    return out
