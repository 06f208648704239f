"""Rules on ids: missing, on several rows, of a kind that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Booleans, Integers
from ..registers.aliases import plain
from ..registers.bbr_number import normal_bbr_number
from .findings import Hits
from .inputs import Inputs, Layer, groups
from .roles import ATTRIBUTE_ROLES, SAVE_ROLES
from .rule_table import Rule
from .rules import rule

UUID = re.compile(r"^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$")
BBR_NUMBER = re.compile(r"^0*[1-9]\d{2}-\d+-\d+$")
BBR_ID_FIELDS = {"oisid", "idlokalid", "bbruuid", "bbrid"}
"""Fields that hold BBR's id of a building, as names are compared."""
FEWEST_NUMBERS = 2
"""So many ids that are numbers are a column of numbers; a single one is an old reference of FBB's."""


@rule("id_mangler")
def no_id(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A building without an id: no decision can name it, and no register can be joined to it."""
    for layer in data.of("BUILDINGS", *SAVE_ROLES, "BBR", "CONTEXT_BUILDINGS"):
        if layer.has("building_id"):
            references = layer.texts("bbr_reference")
            yield Hits(layer, _chosen([not one and not other for one, other in zip(layer.ids, references)]))


@rule("fodaftryk_uden_id")
def outline_without_id(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """GeoDanmark knows BBR's id of most buildings, but not of all: those are joined by place."""
    for layer in data.of("FOOTPRINTS"):
        if layer.has("footprint_building"):
            yield Hits(layer, np.flatnonzero([not one for one in layer.ids]))


@rule("id_dublet")
def repeated_id(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One id on several rows that are not the parts of one building."""
    for layer in data.of("BUILDINGS", "CONTEXT_BUILDINGS", "BBR", "PARCELS", "ZONES", "PLANS"):
        repeated = {key: rows for key, rows in groups(layer.ids, layer.current).items() if not _parts(layer, rows)}
        yield _told(layer, repeated)


@rule("bygning_i_flere_flader")
def building_in_parts(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A building drawn as several areas beside each other, which is normal and counts once."""
    for layer in data.of("BUILDINGS", "CONTEXT_BUILDINGS"):
        parts = {key: rows for key, rows in groups(layer.ids, layer.current).items() if _parts(layer, rows)}
        yield _told(layer, parts)


def _told(layer: Layer, repeated: dict[str, list[int]]) -> Hits:
    rows = list(repeated.values())
    first = np.array([one[0] for one in rows], dtype=np.intp)
    named = [", ".join(str(layer.row_ids[row]) for row in one[:10]) for one in rows]
    return Hits(layer, first, {"raekker": [len(one) for one in rows], "numre": named})


def _parts(layer: Layer, rows: list[int]) -> bool:
    """Whether these rows are areas that do not lie on each other: parts of one building."""
    if layer.role not in ("BUILDINGS", "CONTEXT_BUILDINGS") or not layer.polygons[rows].all():
        return False
    shapes = layer.geometries[rows]
    overlap = float(shapely.area(shapes).sum() - shapely.area(shapely.union_all(shapes)))
    return overlap < 0.5 * float(shapely.area(shapes).min())


@rule("samme_id_langt_fra_hinanden")
def one_id_in_two_places(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Areas or points with one id so far apart that they cannot be one building."""
    for layer in data.of("BUILDINGS", "CONTEXT_BUILDINGS", "FOOTPRINTS", *SAVE_ROLES):
        if not data.usable(layer):
            continue
        repeated = groups(layer.ids, layer.current)
        first = np.array([rows[0] for rows in repeated.values() for _ in rows[1:]], dtype=np.intp)
        others = np.array([row for rows in repeated.values() for row in rows[1:]], dtype=np.intp)
        away = shapely.distance(layer.geometries[first], layer.geometries[others])
        far = np.flatnonzero(away > rule.limit("distance_m"))
        yield Hits(layer, others[far], {"afstand": np.rint(away[far]).astype(int).tolist()})


@rule("id_loebenummer")
def numbers_of_rows(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The field that BBR's id is read from holds whole numbers and not one of BBR's ids, such as an extract's own."""
    for layer in data.of(*ATTRIBUTE_ROLES):
        if _numbers_for_ids(layer):
            told = [layer.label(row) for row, one in enumerate(layer.ids) if one and not layer.withheld[row]]
            field = layer.fields[_id_concept(layer)]
            yield Hits(layer, None, {"felt": field, "eksempler": ", ".join(told[:3])})


def _id_concept(layer: Layer) -> str:
    return "footprint_building" if layer.role == "FOOTPRINTS" else "building_id"


def _numbers_for_ids(layer: Layer) -> bool:
    """Whether a field that is BBR's id by its name holds whole numbers only, enough of them that differ."""
    if plain(layer.fields.get(_id_concept(layer), "")) not in BBR_ID_FIELDS:
        return False
    known = {one for one in layer.ids if one}
    return len(known) >= FEWEST_NUMBERS and all(one.isdigit() for one in known)


@rule("id_ikke_bbr")
def not_a_bbr_id(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """FBB's reference to BBR is an old whole number instead of BBR's id, so that the building is not found by it."""
    for layer in data.of(*SAVE_ROLES):
        if _numbers_for_ids(layer):
            continue  # told once, by a rule of its own
        ids = layer.ids if plain(layer.fields.get("building_id", "")) in BBR_ID_FIELDS else [""] * len(layer)
        told = [one or other for one, other in zip(ids, layer.texts("bbr_reference"))]
        rows = _chosen([bool(one) and not UUID.match(one.lower()) for one in told])
        yield Hits(layer, rows, {"id": [told[row] for row in rows.tolist()]})


@rule("bbrnummer_form")
def bbr_number(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """FBB's BBR number is not municipality-property-building (a double hyphen occurs)."""
    for layer in data.of(*SAVE_ROLES, "BUILDINGS"):
        if layer.has("bbr_number"):
            texts = layer.texts("bbr_number")
            rows = _chosen([bool(one) and not BBR_NUMBER.match(one) for one in texts])
            numbers = [texts[row] for row in rows.tolist()]
            read = [normal_bbr_number(one) or "intet nummer" for one in numbers]
            yield Hits(layer, rows, {"nummer": numbers, "laest": read})


def _chosen(flags: list[bool]) -> Integers:
    chosen: Booleans = np.array(flags, dtype=bool)
    return np.flatnonzero(chosen)
