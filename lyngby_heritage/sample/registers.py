"""The registers' own tables, derived from the records: FBB, BBR, GeoDanmark and BBR's storeys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from .houses import CHURCH_USE, Frames
from .oddities import Outlines
from .properties import Parcels
from .records import Records, make_uuids
from .tables import Column, Floats, Integers, Objects, SampleTable, decimal, repeated, table, texts, whole
from .terrain import Terrain

EAVES = 0.08
"""By how much GeoDanmark's roof outline is larger in area than the walls' outline (median of real files 1.11)."""
AT_THE_ROAD = 0.38
"""The share of FBB's points that stand at the address point by the road instead of in the building."""
FAR_OFF = 0.01
"""The share of FBB's points that stand further off; the real register's 99th percentile is 68 m."""
OLD_ID, NO_ID = 0.002, 0.001
"""Shares of FBB's rows whose BBR id is an old whole number, or missing (80 of 37,519 in the real register)."""
LISTED, MEDIEVAL = "1", "4"
"""BBR's byg070Fredning."""
END_OF_THE_MIDDLE_AGES = 1536
GONE, HISTORIC, GHOST = 0.01, 0.02, 0.006
"""Shares of BBR's rows that are demolished or mistaken, earlier versions, and cases without a place."""


@dataclass(frozen=True)
class Entries:
    """FBB's entries: the records (k,) that FBB knows, their points, and how each finds its building."""

    record: Integers
    point: Objects
    ois_id: Objects
    link: Objects
    distance: Floats


def fbb_entries(records: Records, axes: Frames, rng: np.random.Generator) -> Entries:
    """Choose FBB's points and ids."""
    known = np.flatnonzero(~np.isnan(records.save))
    count = len(known)
    inside = shapely.get_coordinates(shapely.point_on_surface(records.geometry[known]))
    plot = records.plot[known]
    # All buildings of a plot share the point at the road.
    at_road = rng.random(len(axes.width))[plot] < AT_THE_ROAD
    middle = np.round(axes.origin[plot] + axes.x[plot] * axes.width[plot, None] * 0.5 + axes.y[plot] * 1.5, 2)
    points = np.where(at_road[:, None], middle, np.round(inside + rng.normal(0, 0.8, (count, 2)), 2))
    far = rng.random(count) < FAR_OFF
    angle, reach = rng.uniform(0, 2 * np.pi, count), rng.uniform(35, 120, count)
    moved = points + np.column_stack([np.cos(angle), np.sin(angle)]) * reach[:, None]
    points = np.where(far[:, None], np.round(moved, 2), points)
    order = rng.permutation(count)
    old = np.zeros(count, dtype=bool)
    none = np.zeros(count, dtype=bool)
    old[order[: max(2, round(OLD_ID * count))]] = True
    none[order[max(2, round(OLD_ID * count)) :][: max(1, round(NO_ID * count))]] = True
    ids = records.id[known].copy()
    ids[old] = [str(1_700_000 + 37 * i) for i in range(int(old.sum()))]
    ids[none] = None
    point = shapely.points(points)
    link = repeated("uuid", count)
    link[old] = "bbrnummer"
    link[none] = "afstand"
    return Entries(known, point, ids, link, shapely.distance(point, records.geometry[known]))


def fbb_table(records: Records, entries: Entries, numbers: Objects, address: Objects, fbb_id: Column) -> SampleTable:
    """`fbb`: SAVE values at points, with the names of the WFS."""
    rows = entries.record
    bbr = numbers[rows].copy()
    by_number = entries.link == "bbrnummer"
    bbr[by_number] = [each.replace("-", "--", 2).replace("--", "-", 1) for each in bbr[by_number].tolist()]
    bbr[entries.link == "afstand"] = None
    return table(
        "fbb",
        "FBB: bygninger med SAVE-værdi",
        "Point",
        entries.point,
        {
            "bygningsid": fbb_id[rows],
            "bevaringsvaerdi": whole(records.save[rows]),
            "fredningsstatus": whole(np.full(len(rows), 3)),
            "fredet": records.listed[rows],
            "bbrnummer": bbr,
            "adresse": address[rows],
            "kommune": repeated("Eksempelkommune (opdigtet)", len(rows)),
            "ois_id": entries.ois_id,
        },
    )


def save_text_table(records: Records, entries: Entries) -> SampleTable:
    """`save_tekst`: a few of the same points with the value as the texts that people write."""
    at = np.arange(0, len(entries.record), max(1, len(entries.record) // 60))[:60]
    values = records.save[entries.record[at]].astype(int).tolist()
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    forms: list[str | None] = []
    for number, value in enumerate(values):
        way = number % 10
        plain = str(value)
        odd = {1: f"{value},0", 2: f" {value} ", 3: f"{value}-{value + 1}", 5: f"{value}.0", 7: "", 8: "ikke vurderet"}
        if way == 4 and value >= 1:
            forms.append(roman[value - 1])
        else:
            forms.append(None if way == 9 else odd.get(way, plain))
    return table(
        "save_tekst",
        "SAVE-værdier som tekst",
        "Point",
        entries.point[at],
        {
            "bygning_id": records.id[entries.record[at]],
            "bevaringsvaerdi": texts(forms),
        },
    )


def _codes(values: Floats) -> Objects:
    """Codes as the texts that BBR gives; None for NaN."""
    return texts(None if np.isnan(value) else str(int(value)) for value in values.tolist())


def bbr_table(records: Records, parcels: Parcels, rng: np.random.Generator) -> SampleTable:
    """`bbr`: buildings at points, in the names of the GraphQL schema BBR_V001, with what a real extract also holds."""
    count = records.count
    fate = rng.random(count)
    historic = np.flatnonzero(fate < HISTORIC)
    gone = np.flatnonzero((fate >= HISTORIC) & (fate < HISTORIC + GONE))
    ghosts = np.flatnonzero((fate >= HISTORIC + GONE) & (fate < HISTORIC + GONE + GHOST))
    if not len(historic):
        historic = np.arange(min(2, count))
    if not len(gone):
        gone = np.arange(min(2, count))
    if not len(ghosts):
        ghosts = np.arange(min(1, count))
    rows = np.concatenate([np.arange(count), historic, gone, ghosts])
    part = np.repeat([0, 1, 2, 3], [count, len(historic), len(gone), len(ghosts)])
    order = np.lexsort((part == 0, rows))
    rows, part = rows[order], part[order]

    current, no_place = part == 0, part == 3
    ids = records.id[rows].copy()
    fresh = part >= 2
    ids[fresh] = make_uuids(int(fresh.sum()), rng)
    points = shapely.point_on_surface(records.geometry)[rows]
    points = shapely.points(np.round(shapely.get_coordinates(points), 2))
    points[no_place] = None
    status = np.where(current | (part == 1), 6, np.where(part == 2, np.where(rows % 3 == 0, 11, 10), 1))
    shrunk = np.where(part == 1, 0.8, 1.0)
    grounds, houses = make_uuids(len(parcels.geometry), rng), make_uuids(len(parcels.geometry), rng)
    plot = records.plot[rows]
    shed = np.where(np.arange(count) % 4 == 0, records.built_in, 0)[rows]
    start = repeated("2017-06-26T00:00:00Z", len(rows))
    start[current & np.isin(rows, historic)] = "2021-03-01T00:00:00Z"
    end = repeated(None, len(rows))
    end[part == 1] = "2021-03-01T00:00:00Z"

    def area(values: Floats) -> Column:
        return whole(np.where(no_place, np.nan, np.rint(values[rows] * shrunk)))

    def code(values: Floats) -> Objects:
        return _codes(np.where(no_place, np.nan, values[rows]))

    return table(
        "bbr",
        "BBR: bygninger",
        "Point",
        points,
        {
            "id_lokalId": ids,
            "kommunekode": repeated("0173", len(rows)),
            "status": texts(map(str, status.tolist())),
            "grund": grounds[plot],
            "husnummer": houses[plot],
            "jordstykke": parcels.columns["id_lokalId"][plot],
            "bestemtFastEjendomBFENr": parcels.property[plot],
            "byg007Bygningsnummer": whole(records.number[rows]),
            "byg021BygningensAnvendelse": _codes(records.use[rows]),
            "byg024AntalLejlighederMedKoekken": whole(records.dwellings[rows]),
            "byg026Opfoerelsesaar": whole(np.where(no_place, np.nan, records.year[rows])),
            "byg027OmTilbygningsaar": whole(np.where(part == 0, records.rebuilt[rows], np.nan)),
            "byg032YdervaeggensMateriale": code(records.wall),
            "byg033Tagdaekningsmateriale": code(records.roof),
            "byg038SamletBygningsareal": area(records.total),
            "byg039BygningensSamledeBoligAreal": area(records.dwelling),
            "byg041BebyggetAreal": area(records.footprint),
            "byg042ArealIndbyggetGarage": whole(np.where(no_place, np.nan, records.built_in[rows] - shed)),
            "byg043ArealIndbyggetCarport": whole(np.where(no_place, np.nan, records.built_in[rows] * 0)),
            "byg044ArealIndbyggetUdhus": whole(np.where(no_place, np.nan, shed)),
            "byg054AntalEtager": whole(np.where(no_place, np.nan, records.storeys[rows])),
            "byg070Fredning": _listing_codes(records)[rows],
            "byg071BevaringsvaerdighedReference": repeated(None, len(rows)),
            "registreringFra": start,
            "registreringTil": repeated(None, len(rows)),
            "virkningFra": start,
            "virkningTil": end,
        },
    )


def _listing_codes(records: Records) -> Objects:
    """BBR's byg070: listed, or of medieval parts, as an old church is, which is no listing; NULL on the others."""
    medieval = (records.use == CHURCH_USE) & (records.year < END_OF_THE_MIDDLE_AGES)
    return texts(
        LISTED if listed else MEDIEVAL if old else None
        for listed, old in zip(records.listed.tolist(), medieval.tolist())
    )


def geodanmark_table(records: Records, outlines: Outlines, terrain: Terrain, rng: np.random.Generator) -> SampleTable:
    """`geodanmark_bygning`: roof outlines with heights; some without BBR's id, some small sheds missing."""
    valid = shapely.is_valid(outlines.geometry)
    walls = np.where(valid, outlines.geometry, records.geometry[outlines.record])
    small = (shapely.area(walls) < 11) & (rng.random(len(walls)) < 0.3)
    rows, walls = outlines.record[~small], walls[~small]
    overhang = EAVES * shapely.area(walls) / shapely.length(walls)
    roofs = shapely.set_precision(shapely.buffer(walls, overhang, join_style="mitre"), 0.01)
    height = terrain.sample(shapely.get_coordinates(shapely.centroid(walls)))
    storeys = np.where(np.isnan(records.storeys[rows]), 0.6, records.storeys[rows])
    top = np.round(height + 2.8 * storeys + 1.2, 2)
    roofs = _lifted(roofs, top)
    ids = records.id[rows].copy()
    chance = rng.random(len(rows))
    loud = chance < 0.3
    ids[loud] = [each.upper() for each in ids[loud].tolist()]
    ids[chance > 0.95] = None
    return table(
        "geodanmark_bygning",
        "GeoDanmark: bygninger",
        "MultiPolygonZ",
        roofs,
        {
            "id_lokalId": texts(str(1_000_500_000 + 9 * i) for i in range(len(rows))),
            "bbruuid": ids,
            "bygningstype": repeated("Bygning", len(rows)),
            "maalestedBygning": repeated("Tag", len(rows)),
            "metode3D": repeated("Overflade", len(rows)),
            "synligBygning": repeated("true", len(rows)),
            "overlapBygning": repeated("false", len(rows)),
            "status": repeated("Anlagt", len(rows)),
            "geometristatus": repeated("Endelig", len(rows)),
        },
    )


def _lifted(polygons: Objects, height: Floats) -> Objects:
    """Polygons at a height each, metres above the sea."""
    flat = shapely.force_3d(polygons)
    repeat = shapely.get_num_coordinates(flat)
    coordinates = shapely.get_coordinates(flat, include_z=True)
    coordinates[:, 2] = np.repeat(height, repeat)
    lifted: Objects = shapely.set_coordinates(flat.copy(), coordinates)
    return lifted


def floors_table(records: Records, rng: np.random.Generator) -> SampleTable:
    """`etager`: BBR's storeys, one row per full storey, roof storey and basement of each main building."""
    mains = np.flatnonzero(records.main)
    full = np.where(np.isnan(records.storeys[mains]), 1, records.storeys[mains]).astype(int)
    attic = mains[records.attic[mains] > 0]
    basement = mains[records.basement[mains] > 0]
    number = np.arange(int(full.sum())) - np.repeat(np.cumsum(full) - full, full)
    building = np.concatenate([np.repeat(mains, full), attic, basement])
    level = np.concatenate([number, np.repeat(50, len(attic)), np.repeat(-1, len(basement))])
    order = np.lexsort((level, building))
    building, level = building[order], level[order]
    roof, cellar = level == 50, level == -1
    storeys = np.where(np.isnan(records.storeys), 1, records.storeys)[building].astype(int)
    called = np.where(roof, storeys, level)
    # A few roof storeys state only their used part; then that is the area.
    used_only = roof & (rng.random(len(building)) < 0.04)
    area = np.where(roof, records.attic[building], np.where(cellar, records.basement[building], np.nan))
    count = len(building)
    return table(
        "etager",
        "BBR: etager",
        "None",
        None,
        {
            "id_lokalId": make_uuids(count, rng),
            "kommunekode": repeated("0173", count),
            "status": repeated("6", count),
            "bygning": records.id[building],
            "eta006BygningensEtagebetegnelse": texts(
                "kl" if below else "st" if floor == 0 else f"{floor:02d}"
                for below, floor in zip(cellar.tolist(), called.tolist())
            ),
            "eta020SamletArealAfEtage": whole(area, used_only),
            "eta021ArealAfUdnyttetDelAfTagetage": whole(np.where(roof, area, np.nan)),
            "eta022Kaelderareal": whole(np.where(cellar, records.deep_basement[building], np.nan)),
            "eta025Etagetype": texts(
                "1" if under_roof else "2" if below else "0"
                for under_roof, below in zip(roof.tolist(), cellar.tolist())
            ),
        },
    )


def building_table(
    records: Records,
    outlines: Outlines,
    entries: Entries,
    parcels: Parcels,
    numbers: Objects,
    address: Objects,
    fbb_id: Column,
    further: Mapping[str, Column],
) -> SampleTable:
    """`bygninger`: the canonical fields of `preparebuildings`, in their order, and `further` ones of the outlines."""
    rows = outlines.record
    link, distance = repeated("ingen", records.count), np.full(records.count, np.nan)
    link[entries.record], distance[entries.record] = entries.link, np.round(entries.distance, 1)
    known = ~np.isnan(records.save)
    numbers_by: dict[str, Any] = {
        "anvendelse": records.use,
        "opfoerelsesaar": records.year,
        "ombygningsaar": records.rebuilt,
        "etager": records.storeys,
        "ydervaeg": records.wall,
        "tagdaekning": records.roof,
        "bebygget_m2": records.footprint,
        "samlet_m2": records.total,
        "bolig_m2": records.dwelling,
        "tagetage_m2": records.attic,
        "kaelder_m2": records.basement,
        "kaelder_dyb_m2": records.deep_basement,
        "indbygget_m2": records.built_in,
        "boliger": records.dwellings,
    }
    return table(
        "bygninger",
        "Bygninger med SAVE-værdi og BBR-oplysninger",
        "MultiPolygon",
        outlines.geometry,
        {
            "bygning_id": records.id[rows],
            "bbrnummer": numbers[rows],
            "fbb_id": whole(fbb_id[rows], ~known[rows]),
            "save_vaerdi": whole(records.save[rows]),
            "fredet": records.listed[rows],
            "adresse": address[rows],
            "ejendom_id": parcels.property[records.plot[rows]],
            **{name: whole(values[rows]) for name, values in numbers_by.items()},
            "kobling": link[rows],
            "kobling_m": decimal(distance[rows], 1),
            **further,
        },
    )
