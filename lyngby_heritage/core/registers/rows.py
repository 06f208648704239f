"""The rows of the four inputs as arrays, read from the columns that a layer happens to have.

A column is a list with one value per row, or None where the layer has no such field. What is unknown is NaN or "",
and what cannot be read is counted per concept in `unreadable`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.data import load
from ..common.geometry import Geometries, is_polygon
from .bbr_number import bfe_of_link, normal_bbr_numbers, whole_numbers
from .dwellings import registered
from .registration import ASSESSMENT_CONCEPTS, Assessments
from .save_registers import register_of
from .values import (
    NOT_ASSESSED,
    Column,
    Floats,
    normal_ids,
    read_amounts,
    read_areas,
    read_booleans,
    read_codes,
    read_numbers,
    read_save_values,
    read_whole_numbers,
    register_text,
    written_id,
)
from .versions import LIFE_CONCEPTS, RowLives, read_lives

Booleans = npt.NDArray[np.bool_]
Columns = Mapping[str, Sequence[Any] | None]
Unreadable = dict[str, Counter[str]]

_UUID = re.compile(r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")

READERS: dict[str, Callable[[Sequence[Any]], Column]] = {
    "use": lambda raw: read_codes(raw, "use", keep_unknown=True),
    "year": read_whole_numbers,
    "rebuilt_year": read_whole_numbers,
    "storeys": read_numbers,
    "wall": lambda raw: read_codes(raw, "wall", keep_unknown=True),
    "roof": lambda raw: read_codes(raw, "roof", keep_unknown=True),
    "footprint_area": read_areas,
    "total_area": read_areas,
    "dwelling_area": read_amounts,
    "roof_storey_area": read_amounts,
    "basement_area": read_amounts,
    "deep_basement_area": read_amounts,
    "unstated_basement_area": read_amounts,
    "built_in_area": read_amounts,
    "dwellings": read_whole_numbers,
}
"""What is known of a building as a number, in the order of the output, and how each is read."""

BUILT_IN = ("built_in_garage", "built_in_carport", "built_in_outhouse")
ATTRIBUTE_CONCEPTS = (*READERS, *BUILT_IN, "kitchens", "listed", "listing_code", "address", "property_id", "bfe_link")
"""What may be read of a building from any of the layers."""


@dataclass(frozen=True)
class Attributes:
    """What the rows of a layer say of their buildings, (n,) each; NaN and "" are unknown."""

    numbers: dict[str, Floats]
    """Concept → values, for those of READERS that the layer has."""
    listed: Floats
    """1 listed, 0 not, NaN where the layer does not say."""
    address: Sequence[str]
    property_id: Sequence[str]


@dataclass(frozen=True)
class SaveRows:
    """FBB's rows (n,): SAVE values at points."""

    ids: Sequence[str]
    """BBR's id in the form it is compared in, "" where there is none."""
    written_ids: Sequence[str]
    numbers: Sequence[str]
    """BBR number as `normal_bbr_number` gives it."""
    written_numbers: Sequence[str]
    fbb_ids: Sequence[Any]
    """FBB's own id as delivered."""
    save: npt.NDArray[np.int8]
    """Of registrations in force; a registration that is not has none."""
    registered: npt.NDArray[np.int8]
    """As they stand there."""
    geometries: Geometries
    attributes: Attributes
    assessments: Assessments
    unreadable: Unreadable
    register: npt.NDArray[np.int8]
    """SaveRegister of the layer that each is from."""
    layer: npt.NDArray[np.int8]
    """0 for SAVE, 1 for SAVE_SECOND."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class BbrBuildingRows:
    """BBR's rows (n,): buildings, with their versions."""

    ids: Sequence[str]
    written_ids: Sequence[str]
    numbers: Sequence[tuple[str, ...]]
    """Every BBR number that the row is known by, with or without the municipality; see `_building_numbers`."""
    written_numbers: Sequence[str]
    lives: RowLives
    geometries: Geometries
    """Points or polygons; None where the row has no place."""
    attributes: Attributes
    unreadable: Unreadable

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class FootprintRows:
    """GeoDanmark's rows (n,): polygons, some with BBR's id."""

    ids: Sequence[str]
    written_ids: Sequence[str]
    own_ids: Sequence[str]
    numbers: Sequence[tuple[str, ...]]
    geometries: Geometries
    attributes: Attributes
    unreadable: Unreadable

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class BbrStoreyRows:
    """BBR's storeys (n,)."""

    ids: Sequence[str]
    buildings: Sequence[str]
    names: Sequence[str]
    kind: Floats
    area: Floats
    used_roof: Floats
    deep: Floats
    lives: RowLives
    unreadable: Unreadable = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)


NUMBER_CONCEPTS = ("bbr_number", "municipality_code", "esr_number", "building_number")
ADDRESS_PARTS = ("road_name", "house_number")
SAVE_CONCEPTS = (
    "save_value",
    "fbb_id",
    *NUMBER_CONCEPTS,
    *ADDRESS_PARTS,
    *ASSESSMENT_CONCEPTS,
    *ATTRIBUTE_CONCEPTS,
)
BUILDING_CONCEPTS = ("bbr_id", *NUMBER_CONCEPTS, "coordinate", *LIFE_CONCEPTS, *ATTRIBUTE_CONCEPTS)
FOOTPRINT_CONCEPTS = ("bbr_id", "geodanmark_id", *NUMBER_CONCEPTS, *ATTRIBUTE_CONCEPTS)
FLOOR_CONCEPTS = (
    "floor_id",
    "floor_building",
    "floor_name",
    "floor_kind",
    "floor_area",
    "used_roof_area",
    "deep_basement",
    *LIFE_CONCEPTS,
)


class _Reader:
    """Reads the columns of one layer, and gathers what could not be read."""

    def __init__(self, columns: Columns, count: int) -> None:
        self.columns = columns
        self.count = count
        self.unreadable: Unreadable = {}

    def numbers(self, concept: str, read: Callable[[Sequence[Any]], Column]) -> Floats:
        raw = self.columns.get(concept)
        if raw is None:
            return np.full(self.count, np.nan)
        column = read(raw)
        if column.unreadable:
            self.unreadable[concept] = column.unreadable
        return column.values

    def ids(self, concept: str) -> list[str]:
        raw = self.columns.get(concept)
        return [""] * self.count if raw is None else normal_ids(raw)

    def texts(self, concept: str) -> list[str]:
        raw = self.columns.get(concept)
        return [""] * self.count if raw is None else [register_text(one) for one in raw]

    def whole(self, concept: str) -> list[str]:
        raw = self.columns.get(concept)
        return [""] * self.count if raw is None else whole_numbers(raw)

    def has(self, *concepts: str) -> bool:
        return any(self.columns.get(concept) is not None for concept in concepts)

    def attributes(self) -> Attributes:
        numbers = {concept: self.numbers(concept, read) for concept, read in READERS.items() if self.has(concept)}
        if self.has(*BUILT_IN) and "built_in_area" not in numbers:
            numbers["built_in_area"] = sum_of_known([self.numbers(one, read_amounts) for one in BUILT_IN])
        if self.has("kitchens") and "dwellings" not in numbers:
            numbers["dwellings"] = self.numbers("kitchens", read_whole_numbers)
        if "dwellings" in numbers and "use" in numbers:
            numbers["dwellings"] = registered(numbers["use"], numbers["dwellings"])
        properties = [written_id(one) for one in self.columns.get("property_id") or [None] * self.count]
        links = self.columns.get("bfe_link")
        if links is not None:
            properties = [one or bfe_of_link(link) for one, link in zip(properties, links)]
        return Attributes(numbers, self.listed(), self.addresses(), properties)

    def addresses(self) -> list[str]:
        """Addresses as they stand there, else road and house number."""
        if self.has("address") or not self.has("road_name"):
            return self.texts("address")
        parts = zip(self.texts("road_name"), self.texts("house_number"))
        return [f"{road} {house}".strip() if road else "" for road, house in parts]

    def listed(self) -> Floats:
        """Listed where either FBB or BBR's code says so; not listed where one of them says that, or is left empty."""
        said = self.numbers("listed", read_booleans)
        if not self.has("listing_code"):
            return said
        code = self.numbers("listing_code", read_numbers)
        by_code = np.isin(code, load("rules/preparation.json")["listed_codes"]).astype(np.float64)
        return np.fmax(said, by_code)


def read_listed(columns: Columns, count: int) -> tuple[Floats, Unreadable]:
    """Whether each building is listed, (n,): 1, 0, or NaN where nothing says; and what could not be read."""
    reader = _Reader(columns, count)
    return reader.listed(), reader.unreadable


def read_save_rows(columns: Columns, ids: Sequence[Sequence[Any]], geometries: Geometries) -> SaveRows:
    """FBB's rows. `ids` are the columns that may hold BBR's id: of those filled in, a UUID comes first."""
    count = len(geometries)
    reader = _Reader(columns, count)
    save, unreadable = read_save_values(columns["save_value"] or [None] * count)
    written = _first_id(ids, count)
    attributes = reader.attributes()
    numbers, written_numbers = _building_numbers(reader, attributes.property_id)
    assessments = Assessments.read(columns, count)
    rows = SaveRows(
        ids=normal_ids(written),
        written_ids=[_as_written(one) for one in written],
        numbers=[one[0] if one else "" for one in numbers],
        written_numbers=written_numbers,
        fbb_ids=columns.get("fbb_id") or [None] * count,
        save=assessments.registration.holding(save)[0],
        registered=save,
        geometries=geometries,
        attributes=attributes,
        assessments=assessments,
        unreadable=reader.unreadable | assessments.unreadable,
        register=np.full(count, register_of(columns), dtype=np.int8),
        layer=np.zeros(count, dtype=np.int8),
    )
    if unreadable:
        rows.unreadable["save_value"] = unreadable
    return rows


def read_building_rows(columns: Columns, geometries: Geometries) -> BbrBuildingRows:
    """BBR's rows."""
    reader = _Reader(columns, len(geometries))
    attributes = reader.attributes()
    numbers, written = _building_numbers(reader, attributes.property_id)
    return BbrBuildingRows(
        ids=reader.ids("bbr_id"),
        written_ids=_written_ids(columns.get("bbr_id"), len(geometries)),
        numbers=numbers,
        written_numbers=written,
        lives=read_lives(columns, len(geometries)),
        geometries=geometries,
        attributes=attributes,
        unreadable=reader.unreadable,
    )


def read_footprint_rows(columns: Columns, geometries: Geometries) -> FootprintRows:
    """GeoDanmark's rows; what has no area is no outline, and so is None."""
    reader = _Reader(columns, len(geometries))
    outlines = geometries.copy()
    outlines[~is_polygon(geometries)] = None
    attributes = reader.attributes()
    return FootprintRows(
        ids=reader.ids("bbr_id"),
        written_ids=_written_ids(columns.get("bbr_id"), len(geometries)),
        own_ids=reader.texts("geodanmark_id"),
        numbers=_building_numbers(reader, attributes.property_id)[0],
        geometries=outlines,
        attributes=attributes,
        unreadable=reader.unreadable,
    )


def read_floor_rows(columns: Columns, count: int) -> BbrStoreyRows:
    """BBR's storeys."""
    reader = _Reader(columns, count)
    return BbrStoreyRows(
        ids=reader.ids("floor_id"),
        buildings=reader.ids("floor_building"),
        names=[one.lower() for one in reader.texts("floor_name")],
        kind=reader.numbers("floor_kind", read_numbers),
        area=reader.numbers("floor_area", read_areas),
        used_roof=reader.numbers("used_roof_area", read_areas),
        deep=reader.numbers("deep_basement", read_amounts),
        lives=read_lives(columns, count),
        unreadable=reader.unreadable,
    )


def sum_of_known(columns: Sequence[Floats]) -> Floats:
    """The sum of the columns row by row, leaving out what is unknown; NaN where all of it is."""
    stacked = np.column_stack(columns)
    total: Floats = np.where(np.isnan(stacked).all(axis=1), np.nan, np.nansum(stacked, axis=1))
    return total


def has_value(save: npt.NDArray[np.int8]) -> Booleans:
    """Which rows carry a SAVE value 1-9, (n,)."""
    carried: Booleans = save > NOT_ASSESSED
    return carried


def _building_numbers(reader: _Reader, properties: Sequence[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """The BBR numbers that each row is known by, and the one to write.

    The register's own number, else one made of municipality, property and building number. The property is its BFE
    number or the older municipal one, whichever FBB has used. Without a municipality "7523344-103" is left.
    """
    raw = reader.columns.get("bbr_number")
    stated = [""] * reader.count if raw is None else normal_bbr_numbers(raw)
    if raw is None and not reader.has("building_number"):
        return [()] * reader.count, stated
    building, municipality = reader.whole("building_number"), reader.whole("municipality_code")
    by_property = [whole_numbers(properties), reader.whole("esr_number")]
    known = []
    for row, number in enumerate(stated):
        place, house = municipality[row], building[row]
        parts = [one[row] for one in by_property if one[row] and house]
        made = [f"{place}-{part}-{house}" if place else f"{part}-{house}" for part in parts]
        known.append((number,) if number else tuple(dict.fromkeys(made)))
    written = [one or text for one, text in zip(stated, reader.texts("bbr_number"))]
    return known, written


def _first_id(columns: Sequence[Sequence[Any]], count: int) -> list[Any]:
    """The id of each row: the first column that holds a UUID there, else the first that holds anything."""
    if not columns:
        return [None] * count
    if len(columns) == 1:
        return list(columns[0])
    out = []
    for candidates in zip(*columns):
        texts = normal_ids(candidates)
        uuid = next((raw for raw, text in zip(candidates, texts) if is_uuid(text)), None)
        out.append(uuid if uuid is not None else next((raw for raw, text in zip(candidates, texts) if text), None))
    return out


def uuid_column(columns: Sequence[Sequence[Any]]) -> Sequence[Any] | None:
    """Of the columns that may hold BBR's id, best first, the first that holds a UUID; without any the first.

    A column may carry the name that another register gives BBR's id: `ois_id` is BBR's id in FBB, and in an extract of
    BBR by OIS it is the number of the row.
    """
    if len(columns) <= 1:
        return columns[0] if columns else None
    return next((one for one in columns if any(map(is_uuid, normal_ids(one)))), columns[0])


def is_uuid(text: str) -> bool:
    """Whether an id in its compared form is a UUID, as all of BBR's are since 2017."""
    return bool(_UUID.match(text))


def _written_ids(raw: Sequence[Any] | None, count: int) -> list[str]:
    return [""] * count if raw is None else [_as_written(one) for one in raw]


def _as_written(raw: Any) -> str:
    """An id as the output writes it: a UUID in lower case and without braces, anything else as it stands."""
    if isinstance(raw, str):
        if len(raw) == 36 and raw.islower():  # a UUID, as good as always
            return raw
        text = raw.strip().strip("{}")
        return text.lower() if is_uuid(text.lower()) else text
    return register_text(raw)
