"""Matriklen's files: what the named layer `jordstykker` is put together from, and rows that are not in force."""

from __future__ import annotations

import numpy as np
import shapely

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import Column, Integers, Objects, SampleTable, as_type, repeated, rounded, texts, whole
from .files import (
    CSV,
    FILE,
    GEOPACKAGE,
    JSON,
    TableFile,
    fildownload,
    joined,
    numbered,
    picked,
    register_table,
    shapes_of,
)

SINCE, ENDED = "2010-01-01T00:00:00Z", "2022-05-02T08:00:00Z"
IN_FORCE, ABANDONED, HISTORIC = "Gældende", "Ikke gennemført", "Historisk"
FIRST_FACE, FIRST_ABANDONED = 1_600_000, 890_000
DIVIDED = 29
"""Every so manieth parcel comes as two faces that touch."""
NOT_IN_FORCE = 7
"""Parcels that were planned and given up, and as many that have an earlier version beside the one in force."""
WIDER = 3.0
"""Metres by which a parcel that is not in force reaches over its neighbours."""


def matriklen_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Lodflade, Jordstykke, SamletFastEjendom and Ejerlav; joined by what is in force they are `jordstykker`."""
    parcels = municipality.table("jordstykker")
    generation: int = load(FILE)["generations"]["MAT"]
    past = _past(parcels)
    return [
        fildownload("MAT", "Jordstykke", GEOPACKAGE, [_parcels(parcels, past)], generation=generation),
        fildownload("MAT", "Lodflade", GEOPACKAGE, [_faces(parcels, past)], generation=generation),
        fildownload("MAT", "SamletFastEjendom", CSV, [_properties(parcels)], generation=generation),
        fildownload("MAT", "Ejerlav", JSON, [_districts(parcels)], generation=generation),
    ]


def _past(parcels: SampleTable) -> Integers:
    """The parcels beside which rows stand that are not in force."""
    return np.unique(np.linspace(3, parcels.count - 4, 2 * NOT_IN_FORCE).astype(np.int64))


def _lives(ended: int, count: int) -> dict[str, Column]:
    """Status and times of rows: first given up, then historic, then in force."""
    given_up = ended // 2
    historic = ended - given_up
    status = [ABANDONED] * given_up + [HISTORIC] * historic + [IN_FORCE] * count
    ends = [None] * given_up + [ENDED] * historic + [None] * count
    since = repeated(SINCE, len(status))
    return {"status": texts(status), "virkningFra": since, "registreringFra": since, "virkningTil": texts(ends)}


def _ids(parcels: SampleTable, past: Integers) -> Objects:
    """Ids of the rows that are not in force: new ones of those given up, the parcel's own of its earlier version."""
    given_up = len(past) // 2
    own = parcels.columns["id_lokalId"][past[given_up:]]
    return np.concatenate([numbered(FIRST_ABANDONED, given_up), own])


def _parcels(parcels: SampleTable, past: Integers) -> SampleTable:
    columns = picked(parcels, without=["ejerlavskode", "ejerlavsnavn", "kommunekode"])
    columns["ejerlavLokalId"] = _district_ids(parcels)
    columns["kommuneLokalId"] = parcels.columns["kommunekode"]
    earlier = {name: values[past] for name, values in columns.items()}
    earlier["id_lokalId"] = _ids(parcels, past)
    earlier["registreretAreal"] = whole(shapely.area(_wider(parcels, past)))
    return register_table(
        "MAT Jordstykke",
        {**{name: joined(earlier[name], columns[name]) for name in columns}, **_lives(len(past), parcels.count)},
    )


def _wider(parcels: SampleTable, past: Integers) -> Objects:
    wider = rounded(shapely.buffer(shapes_of(parcels)[past], WIDER, join_style="mitre"))
    return as_type(wider, "MultiPolygon")


def _faces(parcels: SampleTable, past: Integers) -> SampleTable:
    """Lodflade: one row per face, those of rows that are not in force first."""
    shapes, owner = _divided(shapes_of(parcels))
    early = shapely.get_parts(_wider(parcels, past))
    whose = np.concatenate([_ids(parcels, past), parcels.columns["id_lokalId"][owner]])
    return register_table(
        "MAT Lodflade",
        {
            "id_lokalId": numbered(FIRST_FACE, len(whose)),
            "jordstykkeLokalId": whose,
            **_lives(len(past), len(owner)),
        },
        geometry=np.concatenate([early, shapes]),
        geometry_type="Polygon",
    )


def _divided(shapes: Objects) -> tuple[Objects, Integers]:
    """Faces (m,) and the parcel of each: every DIVIDEDth parcel that can be is cut in two from corner to corner.

    The cut has no corner of its own, so that the two faces put together are the parcel, corner by corner.
    """
    faces, owner = shapely.get_parts(shapes, return_index=True)
    chosen = np.flatnonzero((np.arange(len(faces)) % DIVIDED == 0) & (shapely.get_num_interior_rings(faces) == 0))
    halves: dict[int, list[shapely.Polygon]] = {}
    for face in chosen.tolist():
        corners = shapely.get_coordinates(faces[face])[:-1]
        middle = len(corners) // 2
        two = [shapely.Polygon(corners[: middle + 1]), shapely.Polygon(np.vstack([corners[middle:], corners[:1]]))]
        inside = all(half.is_valid for half in two) and shapely.equals(shapely.union_all(two), faces[face])
        if inside and abs(sum(half.area for half in two) - faces[face].area) < 1e-6:
            halves[face] = two
    out = [halves.get(number, [face]) for number, face in enumerate(faces.tolist())]
    flat = np.array([face for each in out for face in each], dtype=object)
    return flat, np.repeat(owner, [len(each) for each in out])


def _properties(parcels: SampleTable) -> SampleTable:
    """SamletFastEjendom; its id is its BFE number, as the named layer has it."""
    numbers = list(dict.fromkeys(parcels.columns["samletFastEjendomLokalId"].tolist()))
    common = set(parcels.columns["samletFastEjendomLokalId"][parcels.columns["faelleslod"]].tolist())
    count = len(numbers)
    return register_table(
        "MAT SamletFastEjendom",
        {
            **_lives(0, count),
            "id_lokalId": texts(numbers),
            "BFEnummer": np.array(numbers, dtype=np.int64),
            "erFaelleslod": np.array([number in common for number in numbers]),
        },
    )


def _district_ids(parcels: SampleTable) -> Objects:
    """The id of each parcel's ejerlav: its code, as text."""
    return texts(map(str, parcels.columns["ejerlavskode"].tolist()))


def _districts(parcels: SampleTable) -> SampleTable:
    names = dict(zip(_district_ids(parcels).tolist(), parcels.columns["ejerlavsnavn"].tolist()))
    return register_table(
        "MAT Ejerlav",
        {
            **_lives(0, len(names)),
            "id_lokalId": texts(names),
            "ejerlavskode": np.array(list(names), dtype=np.int64),
            "ejerlavsnavn": texts(names.values()),
        },
    )
