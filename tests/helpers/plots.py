"""Plots from tables, so that a test of bebyggelsesprocent reads like its example."""

import math

import numpy as np
import shapely

from lyngby_heritage.core.neighbourhood.holders import find_holders
from lyngby_heritage.core.neighbourhood.plots import ParcelRows
from lyngby_heritage.core.neighbourhood.properties import group_parcels, of_no_property
from lyngby_heritage.core.plot_ratio.areas import EXTENT, PLAN, SUB_AREA, ZONE, read_areas, two_storey_areas
from lyngby_heritage.core.plot_ratio.buildings import FACTS, PlotBuildings
from lyngby_heritage.core.plot_ratio.check import Inputs, Settings, check_plots
from lyngby_heritage.core.plot_ratio.rows import PlotRows
from lyngby_heritage.core.plot_ratio.zone_map import read_zone_map
from lyngby_heritage.core.registers.plandata import extents as extent_fields
from lyngby_heritage.core.registers.rows import read_floor_rows
from lyngby_heritage.core.registers.values import normal_id

DEFAULTS = {
    "max_plot_ratio": 30.0,
    "max_storeys": 1.5,
    "two_storey_limit": 2.0,
    "zone_share": 50.0,
    "footprint_margin": 25.0,
}
CANONICAL = {
    "use": "anvendelse",
    "storeys": "etager",
    "roof": "tagdaekning",
    "total": "samlet_m2",
    "footprint": "bebygget_m2",
    "roof_storey": "tagetage_m2",
    "basement": "kaelder_m2",
    "deep_basement": "kaelder_dyb_m2",
    "depth_unstated": "kaelder_uoplyst_m2",
    "built_in": "indbygget_m2",
    "dwelling_area": "bolig_m2",
    "dwellings": "boliger",
}


def shapes(wkt):
    return np.array([None if one is None else shapely.from_wkt(one) for one in wkt] or [None], dtype=object)[: len(wkt)]


def numbers(values):
    return np.array([math.nan if one is None else one for one in values], dtype=float)


def parcel_rows(table):
    """Rows (wkt, property, number, registered area, …); further items: {"road": …, "common": …, "district": …}."""
    more = [row[4] if len(row) > 4 else {} for row in table]
    geometries = shapes([row[0] for row in table])
    written, names = [row[1] or "" for row in table], [row[2] or "" for row in table]
    common = np.array([one.get("common", False) for one in more], dtype=bool)
    ids = [normal_id(one) for one in written]
    holders = find_holders(geometries, ids, written, names, of_no_property(names, common))
    return ParcelRows(
        geometries=geometries,
        owner=group_parcels(geometries, holders.ids, holders.same).owner,
        registered=numbers([row[3] for row in table]),
        road=numbers([one.get("road") for one in more]),
        numbers=names,
        districts=[one.get("district", "") for one in more],
        property_labels=holders.labels,
        common=common | holders.common,
        same=holders.same,
        listed=holders.listed,
    )


def building_rows(table):
    """Rows of dicts with `wkt`, `id` and the canonical fields."""
    columns = {fact: numbers([row.get(CANONICAL[fact]) for row in table]) for fact in FACTS}
    return PlotBuildings(
        ids=[normal_id(row.get("id")) for row in table],
        labels=[str(row.get("id")) for row in table],
        geometries=shapes([row["wkt"] for row in table]),
        **columns,
    )


def floor_rows(table):
    """Rows (building, name, kind, eta020, eta021, eta022)."""
    names = ("floor_building", "floor_name", "floor_kind", "floor_area", "used_roof_area", "deep_basement")
    columns = {name: [row[at] for row in table] for at, name in enumerate(names)}
    return read_floor_rows(columns, len(table))


CONCEPTS = {
    "plannr": "plan_number",
    "plannavn": "area_name",
    "bebygpct": "ratio",
    "bebygpctaf": "ratio_scope",
    "maxetager": "most_storeys",
    "datovedt": "adopted",
    "status": "plan_status",
    "datoaflyst": "plan_cancelled",
    "datoikraft": "plan_in_force",
    "iomfangreg": "extent_unregulated",
    "planid": "plan_id",
    "lokplan_id": "parent_plan",
    "delnr": "sub_area",
}
SLOT_FIELDS = {"anvspec": "slot_use", "bygpct": "slot_ratio", "bygpcth": "slot_scope", "maxetage": "slot_storeys"}


def areas(kind, table):
    """Rows of dicts with `wkt` and Plandata's fields."""
    raw = {concept: [row.get(name) for row in table] for name, concept in CONCEPTS.items()}
    slots = sorted({int(name[7:]) for row in table for name in row if name.startswith("anvspec")})
    for slot in slots:
        for name, part in SLOT_FIELDS.items():
            raw[f"{part}_{slot}"] = [row.get(f"{name}{slot}") for row in table]
    extents = sorted({name for row in table for name in row if extent_fields([name])})
    raw |= {f"{EXTENT}{number}": [row.get(name) for row in table] for number, name in enumerate(extents)}
    return read_areas(shapes([row["wkt"] for row in table]), raw, slots, kind)


def zones(*table):
    return areas(ZONE, list(table))


def plans(*table):
    return areas(PLAN, list(table))


def computed(parcels, buildings=(), zone=None, floors=None, plan=None, two=None, zone_map=None, parts=None, **chosen):
    """Compute; `zone`, `plan`, `parts` are lists of dicts, `two` a list of WKT, `zone_map` a list of (wkt, status)."""
    settings = Settings(**{**DEFAULTS, **chosen})
    everywhere = [{"wkt": "POLYGON ((-1000 -1000, 9000 -1000, 9000 9000, -1000 9000, -1000 -1000))"}]
    inputs = Inputs(
        parcels=parcel_rows(parcels),
        buildings=building_rows(list(buildings)),
        zones=zones(*(everywhere if zone is None else zone)),
        floors=None if floors is None else floor_rows(floors),
        plans=None if plan is None else plans(*plan),
        sub_areas=None if parts is None else areas(SUB_AREA, list(parts)),
        two_storeys=None if two is None else two_storey_areas(shapes(two), None, settings.two_storey_limit),
        zone_map=None
        if zone_map is None
        else read_zone_map(shapes([a for a, _ in zone_map]), [b for _, b in zone_map]),
    )
    return check_plots(inputs, settings)


def rows_of(checked):
    """The rows as dicts by field."""
    columns = PlotRows(checked).columns(0, len(checked))
    return [dict(zip(columns, values)) for values in zip(*columns.values())]


def plots(*arguments, **chosen):
    """Compute, and give the rows as dicts by field."""
    return rows_of(computed(*arguments, **chosen))
