"""Rules on BBR's rows and storeys: those that do not stand, those without a place, and storeys of no building."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Booleans
from ..common.data import load
from ..registers.left_out import counted_by_reason, reasons
from ..registers.storeys import roofs_and_basements
from ..registers.versions import FILE, Life, left_out, status_text
from .findings import Hits
from .identities import UUID
from .inputs import Inputs, Layer, groups, pairs_by_id
from .roles import LIVING_ROLES
from .rule_table import Rule
from .rules import rule

CASES = (Life.COMING, Life.CLOSED)
"""Rows of cases: what is projected or being built, and what was closed or given up."""
BUILDINGS = ("BUILDINGS", "BBR", "CONTEXT_BUILDINGS")


@rule("bbr_historisk")
def no_longer_standing(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row that does not stand: gone, of a status that says neither, or a version that another replaces."""
    for layer in data.of("BBR", "FLOORS", "UNITS", "BUILDINGS", "CONTEXT_BUILDINGS"):
        case = np.isin(layer.versions.life, CASES) & (layer.role in BUILDINGS)
        yield _left_out(layer, ~layer.current & ~case)


@rule("bbr_sag")
def case_among_buildings(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A case among the buildings: projected, being built, closed or given up."""
    for layer in data.of(*BUILDINGS):
        yield _left_out(layer, np.isin(layer.versions.life, CASES))


def _left_out(layer: Layer, chosen: Booleans) -> Hits:
    """Rows that do not stand, each with its reason, and all of them counted by it."""
    rows = np.flatnonzero(chosen)
    told = reasons(layer.versions.life, layer.lives)
    life = np.where(chosen, layer.versions.life, np.int8(Life.CURRENT))
    counted = counted_by_reason(left_out(life, layer.lives))[1]
    return Hits(layer, rows, {"hvorfor": [told[row] for row in rows.tolist()], "grunde": counted})


@rule("bbr_flere_status")
def several_statuses(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One building or storey on open rows of different status: the standing one counts."""
    for layer in data.of(*LIVING_ROLES):
        lives = layer.lives
        first, counted, named, outcome = [], [], [], []
        for rows in groups(layer.row_ids_of_life, ~lives.ended).values():
            told = sorted({status_text(lives, row) or "ingen" for row in rows}, key=lambda one: (len(one), one))
            if len(told) > 1 and not lives.foreign:
                stands = bool(layer.current[rows].any())
                first.append(rows[0])
                counted.append(len(rows))
                named.append(", ".join(told))
                outcome.append("Den række, der står, gælder" if stands else "Ingen af dem står, så den tæller ikke med")
        values = {"raekker": counted, "status": named, "gaelder": outcome}
        yield Hits(layer, np.array(first, dtype=np.intp), values)


@rule("bbr_uden_sted")
def ghost(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row of which BBR does not say that it is gone or coming, but that lies nowhere: often a case, no building."""
    for layer in data.of("BBR"):
        open_case = layer.versions.life == Life.OTHER
        yield Hits(layer, np.flatnonzero(layer.placeless & (layer.current | open_case)))


def counted_storeys(data: Inputs, floors: Layer) -> Booleans:
    """Which storeys the tools add up, (n,): each that stands, once, unless no row of its building stands."""
    counted: Booleans = data.once(f"counted storeys {id(floors)}", lambda: _counted(data, floors))
    return counted


def _counted(data: Inputs, floors: Layer) -> Booleans:
    buildings = data.of(*BUILDINGS)
    standing = {one.ids[row] for one in buildings for row in np.flatnonzero(one.current).tolist()}
    gone = {key for one in buildings for key in one.ids} - standing
    there = np.array([key not in gone for key in floors.ids], dtype=bool)
    counted: Booleans = (floors.versions.life == Life.CURRENT) & there
    return counted


@rule("etage_uden_bygning")
def storey_of_no_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A storey whose building is in none of the building layers: its area is lost."""
    buildings = [layer for layer in data.of(*BUILDINGS) if len(layer)]
    if not buildings:
        return
    known = {one for layer in buildings for one in layer.ids}
    for floors in data.of("FLOORS"):
        lost = np.array([one not in known for one in floors.ids], dtype=bool)
        rows = np.flatnonzero(lost & counted_storeys(data, floors))
        names = floors.texts("floor_name")
        yield Hits(
            floors,
            rows,
            {"lag": ", ".join(one.name for one in buildings), "etage": [names[row] for row in rows.tolist()]},
        )


@rule("etage_slags_ukendt")
def unknown_kind(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither an ordinary storey, a roof storey nor a basement."""
    for floors in data.of("FLOORS"):
        column = floors.numbers("floor_kind")
        odd = ~np.isnan(column.values) & ~np.isin(column.values, list(load(FILE)["floor_kinds"].values()))
        odd &= counted_storeys(data, floors)
        rows = np.union1d(np.flatnonzero(odd), floors.unreadable("floor_kind", column))
        raw = floors.texts("floor_kind")
        yield Hits(floors, rows, {"slags": [raw[row] for row in rows.tolist()]})


@rule("etage_uden_areal")
def storey_without_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A roof storey or basement without an area; on ordinary storeys that is normal."""
    for floors in data.of("FLOORS"):
        if not (floors.has("floor_kind") and floors.has("floor_area")):
            continue
        names = floors.texts("floor_name")
        roof, basement = roofs_and_basements(floors.numbers("floor_kind").values, names)
        no_area = np.isnan(floors.areas_of("floor_area").values)
        no_used_area = np.isnan(floors.areas_of("used_roof_area").values)
        silent = roof & no_area & no_used_area | basement & no_area
        rows = np.flatnonzero(silent & counted_storeys(data, floors))
        yield Hits(floors, rows, {"etage": [names[row] for row in rows.tolist()]})


@rule("etage_areal_umuligt")
def impossible_storey_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """An area below 0, or a deep part larger than the basement."""
    for floors in data.of("FLOORS"):
        area, deep = floors.numbers("floor_area").values, floors.numbers("deep_basement").values
        rows = np.flatnonzero(((area < 0) | (deep < 0) | (deep > area)) & counted_storeys(data, floors))
        names = floors.texts("floor_name")
        yield Hits(
            floors,
            rows,
            {"etage": [names[row] for row in rows.tolist()], "areal": area[rows].tolist(), "dyb": deep[rows].tolist()},
        )


@rule("etage_dobbelt")
def storey_twice(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One storey of a building on several rows that each count: its area would count twice.

    The same row again (one id) counts once, and so does nothing of what has ended or of a building that is gone.
    """
    for floors in data.of("FLOORS"):
        if floors.has("floor_name"):
            names = floors.texts("floor_name")
            keys = [f"{one}\n{name.lower()}" if one and name else "" for one, name in zip(floors.ids, names)]
            repeated = groups(keys, counted_storeys(data, floors))
            first = np.array([rows[0] for rows in repeated.values()], dtype=np.intp)
            yield Hits(
                floors,
                first,
                {
                    "etage": [names[row] for row in first.tolist()],
                    "raekker": [len(rows) for rows in repeated.values()],
                },
            )


@rule("fodaftryk_ukendt_bygning")
def outline_of_no_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """GeoDanmark names a building that BBR's extract does not have."""
    bbr = [layer for layer in data.of("BBR") if len(layer)]
    if not bbr:
        return
    known = {one for layer in bbr for one in layer.ids}
    for layer in data.of("FOOTPRINTS"):
        rows = np.flatnonzero([bool(UUID.match(one)) and one not in known for one in layer.ids])
        yield Hits(layer, rows, {"lag": ", ".join(one.name for one in bbr)})


@rule("bbr_punkt_langt_fra_flade")
def point_far_from_outline(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """BBR's point lies far from the outline that carries its id: one of them belongs to another building."""
    for bbr in data.of("BBR"):
        for layer in data.of("FOOTPRINTS", "BUILDINGS"):
            if not (data.usable(bbr) and data.usable(layer)):
                continue
            i, j = pairs_by_id(bbr.ids, layer.ids, layer.polygons)
            away = shapely.distance(bbr.geometries[i], layer.geometries[j])
            nearest = np.full(len(bbr), np.inf)
            known = ~np.isnan(away)
            np.minimum.at(nearest, i[known], away[known])
            odd = np.isfinite(nearest) & (nearest > rule.limit("distance_m")) & bbr.current
            rows = np.flatnonzero(odd)
            yield Hits(bbr, rows, {"afstand": np.rint(nearest[rows]).astype(int).tolist(), "lag": layer.name})
