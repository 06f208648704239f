"""The buildings of an adopted plan as GeoFA's theme 6205 asks for them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Geometries
from ..common.geometry import as_multipolygons, clean, is_polygon
from ..designation.churches import church_rows
from ..designation.shown_classes import APART
from ..registers.bbr_number import PARTS, normal_bbr_numbers, whole_numbers
from ..registers.codes import labels
from ..registers.registration import SUB_VALUES, Assessments, no_registration
from ..registers.values import read_areas, read_booleans, read_codes, read_storeys, read_years
from .schema import BUILDINGS, Unfit, field_named, fitted

Columns = Mapping[str, Sequence[Any] | None]

VALUE = "bevaringsmaessig_vaerdi"
SUB_FIELDS = {
    "save_architecture": "arkitektonisk_vaerdi",
    "save_culture": "kulturhistorisk_vaerdi",
    "save_environment": "miljoemaessig_vaerdi",
    "save_originality": "originalitetsvaerdi",
    "save_condition": "tilstandsvaerdi",
}
"""SAVE's five parameters, and the fields of theme 6205 that hold them."""
DAY = "registreringsdato"
VALUE_FIELDS = (VALUE, *SUB_FIELDS.values(), DAY)
FACT_FIELDS = (
    *("opfoerelsesaar", "ombygningsaar", "anvendelse", "tagdaekning", "ydervaeg", "bebyggetareal"),
    *("totalbygningsareal", "etager"),
)
"""Fields of theme 6205 that hold facts of BBR."""
MORE_CONCEPTS = (
    *("bbr_number", "bfe_number", "property_id", "building_number", "municipality_code", "save_date"),
    *("use", "wall", "roof", "year", "rebuilt_year", "footprint_area", "total_area", "storeys"),
    *(*SUB_VALUES, "listed", "public", "public_code", "standing_designation", "registration_status"),
)
"""What is read of a layer beside its designation (`registers/fields.json`)."""


@dataclass(frozen=True)
class PlanBuildings:
    """Buildings of a plan, (n,), in the order of their layer. None and "" are what nobody knows."""

    ids: Sequence[str]
    """As `normal_id` gives them."""
    bfe: Sequence[int | None]
    numbers: Sequence[int | None]
    municipalities: Sequence[str]
    """The code without leading zeros."""
    addresses: Sequence[str]
    designated: npt.NDArray[np.int8]
    """1 yes, 0 no, -1 nobody can tell."""
    values: Mapping[str, Sequence[Any]]
    """VALUE_FIELDS → what the plan was adopted on."""
    facts: Mapping[str, Sequence[Any]]
    """Fields of theme 6205 → facts of BBR, as GeoFA keeps them: in words."""
    standing: npt.NDArray[np.int8]
    """By which plans each is designated already, bits as of `registration.read_standing`."""
    withheld: Booleans
    """Kept from the public by the register."""
    apart: Booleans
    """Listed buildings and churches, which a plan names and designates not (`shown_classes.APART`)."""
    outlines: Sequence[str]
    """What the outline is, as `preparebuildings` says it (`fodaftryk`)."""
    places: Geometries
    """Multipolygons; None for a building that is a point or nowhere."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def assessed(self) -> Booleans:
        """Which have a SAVE value, (n,)."""
        return np.fromiter((one is not None for one in self.values[VALUE]), dtype=bool, count=len(self))

    def uuid(self, row: int) -> str | None:
        """The id of a building as BBR's key; None for one that is no UUID."""
        try:
            return str(UUID(self.ids[row]))
        except ValueError:
            return None


def read_plan_buildings(
    columns: Columns,
    ids: Sequence[str],
    designated: npt.NDArray[np.int8],
    save: npt.NDArray[np.int8],
    addresses: Sequence[str | None],
    withheld: Booleans,
    groups: Sequence[Any] | None,
    outlines: Sequence[Any] | None,
    places: Geometries,
) -> PlanBuildings:
    """From the columns of MORE_CONCEPTS that a designation has, beside what every designation is read as.

    The BFE number is that of the property, `bfe` or else `ejendom_id`; the building's number is BBR's, or else the last
    part of its BBR number. A SAVE value of a registration that is not in force is none. `groups` are the plan's own
    (plangruppe), `outlines` what each geometry is (geometri), None where the layer does not say.
    """
    count = len(ids)
    parts = _bbr_parts(columns.get("bbr_number"), count)
    assessments = Assessments.read(columns, count)
    held = np.where(no_registration(assessments.registration.force), 0, save)
    _, standing = assessments.registration.holding(save)
    values: dict[str, Sequence[Any]] = {VALUE: _marks(held)}
    values |= {field: _marks(assessments.parameters[concept]) for concept, field in SUB_FIELDS.items()}
    values[DAY] = [datetime.date.fromisoformat(one) if one else None for one in assessments.days]
    return PlanBuildings(
        ids=ids,
        bfe=_numbers("bfe_nr", [columns.get("bfe_number"), columns.get("property_id")], count),
        numbers=_numbers("bygningsnummer", [columns.get("building_number"), [one[2] for one in parts]], count),
        municipalities=_first_of(
            [whole_numbers(columns.get("municipality_code") or [None] * count), [one[0] for one in parts]]
        ),
        addresses=[one or "" for one in addresses],
        designated=designated,
        values=values,
        facts=_facts(columns, count),
        standing=standing,
        withheld=withheld,
        apart=_apart(columns, groups, count),
        outlines=["" if one is None else str(one) for one in outlines or [None] * count],
        places=outlines_of(places),
    )


def _apart(columns: Columns, groups: Sequence[Any] | None, count: int) -> Booleans:
    listed = columns.get("listed")
    flagged = read_booleans(listed).values == 1 if listed is not None else np.zeros(count, dtype=bool)
    named = np.fromiter((one in APART for one in groups or [None] * count), dtype=bool, count=count)
    use = columns.get("use")
    churches = church_rows(read_codes(use, "use").values) if use is not None else np.zeros(count, dtype=bool)
    apart: Booleans = flagged | named | churches
    return apart


def outlines_of(places: Geometries) -> Geometries:
    """Geometries (n,) as valid multipolygons in the plane, None for what has no area."""
    mended = clean(shapely.to_wkb(places).tolist()).geometries
    shapes = as_multipolygons(mended)
    shapes[~is_polygon(shapes)] = None
    return shapes


def _marks(save: npt.NDArray[np.int8]) -> list[int | None]:
    return [one if one > 0 else None for one in save.tolist()]


def _bbr_parts(raw: Sequence[Any] | None, count: int) -> list[tuple[str, ...]]:
    numbers = normal_bbr_numbers(raw) if raw is not None else [""] * count
    return [tuple(one.split("-")) if one else ("",) * PARTS for one in numbers]


def _first_of(columns: Sequence[Sequence[str]]) -> list[str]:
    return [next((one for one in row if one), "") for row in zip(*columns)]


def _numbers(name: str, columns: Sequence[Sequence[Any] | None], count: int) -> list[int | None]:
    """Of each row the first of several columns that the field of this name can hold."""
    field = field_named(BUILDINGS, name)

    def read(row: tuple[Any, ...]) -> int | None:
        for raw in row:
            try:
                if (value := fitted(field, raw)) is not None:
                    return int(value)
            except Unfit:
                continue
        return None

    there = [one for one in columns if one is not None] or [[None] * count]
    return [read(row) for row in zip(*there)]


def _facts(columns: Columns, count: int) -> dict[str, list[Any]]:
    """BBR's facts as theme 6205 keeps them: whole numbers, and words in place of codes."""

    def column(concept: str) -> Sequence[Any]:
        return columns.get(concept) or [None] * count

    def whole(values: Any) -> list[int | None]:
        return [int(one) if one == one and float(one).is_integer() else None for one in values.tolist()]

    def words(code_list: str) -> list[str | None]:
        known = labels(code_list)
        codes = read_codes(column(code_list), code_list).values.tolist()
        return [known.get(int(one)) if one == one else None for one in codes]

    told: tuple[list[Any], ...] = (
        whole(read_years(column("year")).values),
        whole(read_years(column("rebuilt_year")).values),
        *(words(code_list) for code_list in ("use", "roof", "wall")),
        whole(np.round(read_areas(column("footprint_area")).values)),
        whole(np.round(read_areas(column("total_area")).values)),
        whole(read_storeys(column("storeys")).values),
    )
    return dict(zip(FACT_FIELDS, told))
