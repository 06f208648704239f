"""Rules on BBR's rows and storeys: those that no longer stand, those without a place, and storeys of no building."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..common.data import load
from ..registers.left_out import counted_by_reason, reasons
from ..registers.storeys import roofs_and_basements
from ..registers.versions import FILE, Life, left_out
from .findings import Hits
from .identities import UUID
from .inputs import Inputs, groups, pairs_by_id
from .rule_table import Rule
from .rules import rule


@rule("bbr_historisk")
def no_longer_standing(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row that does not stand: gone, coming, of a status that says neither, or a version that another replaces."""
    for layer in data.of("BBR", "FLOORS"):
        rows = np.flatnonzero(~layer.current)
        told = reasons(layer.versions.life, layer.lives)
        counted = counted_by_reason(left_out(layer.versions.life, layer.lives))[1]
        yield Hits(layer, rows, {"hvorfor": [told[row] for row in rows.tolist()], "grunde": counted})


@rule("bbr_uden_sted")
def ghost(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row of which BBR does not say that it is gone or coming, but that lies nowhere: often a case, no building."""
    for layer in data.of("BBR"):
        if layer.spatial:
            nowhere = np.zeros(len(layer), dtype=bool)
            nowhere[layer.geometry.missing] = True
            open_case = layer.versions.life == Life.OTHER
            yield Hits(layer, np.flatnonzero(nowhere & (layer.current | open_case)))


@rule("etage_uden_bygning")
def storey_of_no_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A storey whose building is in none of the building layers: its area is lost."""
    buildings = [layer for layer in data.of("BUILDINGS", "BBR", "CONTEXT_BUILDINGS") if len(layer)]
    if not buildings:
        return
    known = {one for layer in buildings for one in layer.ids}
    for floors in data.of("FLOORS"):
        rows = np.flatnonzero(np.array([one not in known for one in floors.ids], dtype=bool) & floors.current)
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
        odd &= floors.current
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
        rows = np.flatnonzero((roof & no_area & no_used_area | basement & no_area) & floors.current)
        yield Hits(floors, rows, {"etage": [names[row] for row in rows.tolist()]})


@rule("etage_areal_umuligt")
def impossible_storey_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """An area below 0, or a deep part larger than the basement."""
    for floors in data.of("FLOORS"):
        area, deep = floors.numbers("floor_area").values, floors.numbers("deep_basement").values
        rows = np.flatnonzero(((area < 0) | (deep < 0) | (deep > area)) & floors.current)
        names = floors.texts("floor_name")
        yield Hits(
            floors,
            rows,
            {"etage": [names[row] for row in rows.tolist()], "areal": area[rows].tolist(), "dyb": deep[rows].tolist()},
        )


@rule("etage_dobbelt")
def storey_twice(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One storey of a building on several rows: its area would count twice."""
    for floors in data.of("FLOORS"):
        if floors.has("floor_name"):
            names = floors.texts("floor_name")
            keys = [f"{one}\n{name.lower()}" if one and name else "" for one, name in zip(floors.ids, names)]
            repeated = groups(keys, floors.current)
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
