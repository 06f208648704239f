"""What is validated: layers as columns and geometries, and what they are given for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from ..common.addresses import WITHHELD, short_id
from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..common.geometry import Cleaned, in_blocks, is_polygon, joined
from ..registers.coordinates import read_points
from ..registers.parcel_names import parcel_name
from ..registers.registration import PUBLIC_CONCEPTS, withheld_rows
from ..registers.values import Column, normal_ids, read_areas, read_codes, read_numbers
from ..registers.versions import LIFE_CONCEPTS, RowLives, Versions, judge, no_versions, read_lives
from .heights import Heights
from .roles import ADDRESS_ROLES, BUILDING_ID_ROLES, ID_CONCEPTS, LIVING_ROLES, PRIVATE_ROLES, ROW_ID_CONCEPTS


@dataclass(frozen=True)
class Place:
    """What is known of where a layer says that it lies."""

    crs: str = "EPSG:25832"
    """Name of the layer's own CRS, "" when it has none."""
    geographic: bool = False
    problem: str = ""
    """Why its coordinates cannot be what its CRS says; "" when nothing speaks against it."""
    extent: tuple[float, float, float, float] | None = None
    """West, south, east, north as the layer itself states them, in its own CRS."""
    geometry_type: str = ""
    """What the layer says that it holds: point, line, polygon, any, or none for a table."""


def _nowhere() -> Cleaned:
    return joined([])


@dataclass(frozen=True, eq=False, repr=False)
class Layer:
    """One input. Every column and `geometry` has one entry per row, in the layer's order."""

    role: str
    """The parameter that it was given in."""
    name: str
    row_ids: Sequence[int]
    columns: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Field name → raw values: all that were read."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Concept → field name, for the concepts that the layer has."""
    field_names: Sequence[str] = ()
    geometry: Cleaned = field(default_factory=_nowhere)
    """In the CRS that is measured in, metres; empty for a table."""
    place: Place = field(default_factory=Place)
    curved: Sequence[int] = ()
    """Rows whose geometry had curves."""
    file_format: str = ""
    """Of a layer in a file, what GDAL calls the format: GPKG."""
    unread: str = ""
    """Why nothing could be read of it, in Danish; "" where it was read whole."""
    heights: Heights | None = None
    """Of a terrain model, which has no rows."""
    remark: str = ""
    """Why it may not be what its parameter asks for, in Danish; "" where nothing speaks against it."""
    withheld_ids: frozenset[str] = frozenset()
    """Ids of the buildings that some register keeps from the public (`told_of_each_other`)."""
    lent_addresses: Mapping[str, str] = field(default_factory=dict)
    """Id of a building → its address in another of the layers, for rows that have none (`told_of_each_other`)."""
    _readings: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.row_ids)

    def __repr__(self) -> str:
        return f"Layer({self.role}, {self.name}, {len(self)} rows)"

    @property
    def spatial(self) -> bool:
        """Whether it has geometries at all."""
        return len(self.geometry.geometries) == len(self) and self.place.geometry_type != "none"

    @property
    def geometries(self) -> Geometries:
        """Geometries fit for measuring, (n,), None where there is none; all None for a table."""
        return self.geometry.geometries if self.spatial else np.full(len(self), None, dtype=object)

    @cached_property
    def placeless(self) -> Booleans:
        """Which rows have no place, (n,): no geometry, or in a table with a column of coordinates none that is one."""
        if self.spatial:
            nowhere: Booleans = np.isnan(self.bounds[:, 0])
            return nowhere
        coordinates = self.raw("coordinate")
        if coordinates is None:
            return np.zeros(len(self), dtype=bool)
        unreadable: Booleans = np.isnan(read_points(coordinates)[:, 0])
        return unreadable

    @cached_property
    def bounds(self) -> Floats:
        """West, south, east, north of each row, (n, 4), NaN where there is no geometry."""
        bounds: Floats = shapely.bounds(self.geometries)
        return bounds.reshape(-1, 4)

    @cached_property
    def box(self) -> tuple[float, float, float, float] | None:
        """The extent of its geometries, metres, or None when there are none."""
        if not len(self) or np.isnan(self.bounds).all():
            return None
        low, high = np.nanmin(self.bounds[:, :2], axis=0), np.nanmax(self.bounds[:, 2:], axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    @cached_property
    def polygons(self) -> Booleans:
        """Which rows have an area, (n,)."""
        return is_polygon(self.geometries)

    @cached_property
    def areas(self) -> Floats:
        """Area of each polygon in m², (n,), NaN for what is none."""
        return np.where(self.polygons, shapely.area(self.geometries), np.nan)

    def points(self, rows: Integers) -> Geometries:
        """A point on each of these rows' geometries, (k,), None where there is none."""
        return points_on(self.geometries[rows])

    def raw(self, concept: str) -> Sequence[Any] | None:
        """The values of a concept as they stand, or None when the layer lacks the field."""
        name = self.fields.get(concept)
        return None if name is None else self.columns[name]

    def has(self, concept: str) -> bool:
        """Whether the layer has a field for the concept."""
        return concept in self.fields

    def numbers(self, concept: str) -> Column:
        """A concept as numbers, (n,), NaN where unknown, and what could not be read; all NaN without the field."""
        return self._read("number", concept, read_numbers)

    def codes(self, concept: str) -> Column:
        """A concept as BBR codes, (n,), NaN where unknown or said to be unknown, and what could not be read."""
        return self._read("code", concept, lambda raw: read_codes(raw, concept))

    def areas_of(self, concept: str) -> Column:
        """A concept as areas in m² above 0, (n,), NaN where unknown."""
        return self._read("area", concept, read_areas)

    def _read(self, how: str, concept: str, reader: Callable[[Sequence[Any]], Column]) -> Column:
        """Read once, since several rules ask."""
        if (how, concept) not in self._readings:
            raw = self.raw(concept)
            self._readings[how, concept] = Column(np.full(len(self), np.nan)) if raw is None else reader(raw)
        column: Column = self._readings[how, concept]
        return column

    def unreadable(self, concept: str, column: Column) -> Integers:
        """The rows in which something stands that `column` could not read."""
        raw = self.raw(concept)
        if raw is None or not column.unreadable:
            return np.empty(0, dtype=np.intp)
        return np.array(
            [row for row in np.flatnonzero(np.isnan(column.values)).tolist() if str(raw[row]) in column.unreadable],
            dtype=np.intp,
        )

    def texts(self, concept: str) -> list[str]:
        """A concept as text without outer blanks, "" where there is none."""
        if ("text", concept) not in self._readings:
            raw = self.raw(concept) or [None] * len(self)
            self._readings["text", concept] = ["" if one is None else str(one).strip() for one in raw]
        texts: list[str] = self._readings["text", concept]
        return texts

    @cached_property
    def ids(self) -> list[str]:
        """The id of each row as ids are compared, "" where there is none."""
        if self.role == "PARCELS":
            return self._parcel_ids
        if self.role == "SUB_AREAS":
            return self._sub_area_ids
        raw = self.raw(ID_CONCEPTS.get(self.role, "building_id"))
        return [""] * len(self) if raw is None else normal_ids(raw)

    @cached_property
    def _parcel_ids(self) -> list[str]:
        """The register's id, else number and district: a cadastral number is unique within its district only."""
        uid = self.raw("parcel_uid")
        if uid is not None:
            return normal_ids(uid)
        numbers, districts = normal_ids(self.raw("parcel_id") or []), normal_ids(self.raw("district_code") or [])
        if not districts:
            return numbers or [""] * len(self)
        return [f"{number} ({district})" if number else "" for number, district in zip(numbers, districts)]

    @cached_property
    def _sub_area_ids(self) -> list[str]:
        """The plan's id and the number of the delområde: a number is unique within its plan only."""
        plans, numbers = (normal_ids(self.raw(one) or [None] * len(self)) for one in ("parent_plan", "sub_area"))
        return [f"{plan}/{number}" if plan and number else "" for plan, number in zip(plans, numbers)]

    @cached_property
    def withheld(self) -> Booleans:
        """Which rows are of a building that the register keeps from the public, (n,)."""
        if self.role not in BUILDING_ID_ROLES:
            return np.zeros(len(self), dtype=bool)
        own = withheld_rows({concept: self.raw(concept) for concept in PUBLIC_CONCEPTS}, len(self))
        told_of: Booleans = own | np.array([one in self.withheld_ids for one in self.ids], dtype=bool)
        return told_of

    def label(self, row: int) -> str:
        """What people call a row: its id as it is written, else its row number; of a table of people always that."""
        if self.role in PRIVATE_ROLES or not self.ids[row]:
            return f"række {self.row_ids[row]}"
        if self.role == "SUB_AREAS":
            return f"delområde {self.texts('sub_area')[row]} (plan {self.texts('parent_plan')[row]})"
        if self.role == "PARCELS" and not self.has("parcel_uid"):
            district_known = self.texts("district_name")[row] or self.texts("district_code")[row]
            return self.parcel_name(row) if district_known else self.texts("parcel_id")[row]
        raw = self.raw("parcel_uid" if self.role == "PARCELS" else ID_CONCEPTS.get(self.role, "building_id"))
        value = raw[row] if raw is not None else self.row_ids[row]
        return str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()

    def called(self, row: int) -> str:
        """What a reader finds a row by: its address, or its parcel with the district; "" where that is not known.

        A building that is kept from the public, and what is told of it, is called WITHHELD.
        """
        if self.withheld[row]:
            return WITHHELD
        if self.role == "PARCELS":
            number, name, code = (self.texts(one)[row] for one in ("parcel_id", "district_name", "district_code"))
            return f"matr.nr. {self.parcel_name(row)}" if number and (name or code) else ""
        own = self.texts("address")[row] if self.has("address") else ""
        return own or ("" if self.role in PRIVATE_ROLES else self.lent_addresses.get(self.ids[row], ""))

    def named(self, row: int) -> str:
        """What a sentence calls a row: what a reader finds it by, else its id; of a long one the beginning, and where.

        "8c15c598… (række 12)": the whole id stands in the table.
        """
        return self.called(row) or short_name(self.label(row), self.row_ids[row])

    def parcel_name(self, row: int) -> str:
        """A parcel by its number and district; "" where it has no number."""
        numbers, names, codes = (self.texts(one) for one in ("parcel_id", "district_name", "district_code"))
        return parcel_name(numbers[row], names[row] or codes[row])

    @cached_property
    def lives(self) -> RowLives:
        """What the rows say of their own life."""
        return read_lives({concept: self.raw(concept) for concept in LIFE_CONCEPTS}, len(self))

    @cached_property
    def versions(self) -> Versions:
        """What each row of BBR is, as every tool judges it; rows of other inputs all stand."""
        if self.role not in LIVING_ROLES:
            return no_versions(len(self))
        return judge(self.row_ids_of_life, self.lives)

    @cached_property
    def row_ids_of_life(self) -> list[str]:
        """The ids by which rows are versions of one: a storey's and a unit's is its own, not its building's."""
        own = ROW_ID_CONCEPTS.get(self.role)
        if own is None:
            return self.ids
        raw = self.raw(own)
        return [""] * len(self) if raw is None else normal_ids(raw)

    @property
    def current(self) -> Booleans:
        """Which rows stand now, (n,): those of a building or storey that BBR says is there."""
        return self.versions.stands


@dataclass(frozen=True, eq=False)
class Inputs:
    """All that is validated, in the order of the parameters."""

    layers: Sequence[Layer]
    municipality: str = ""
    """The municipality's code as it is compared ("173"), "" when it is not checked."""
    this_year: int = 9999
    denmark: tuple[float, float, float, float] | None = None
    """West, south, east, north of Denmark in the CRS that is measured in, or None when it is not checked."""
    check: Check = never_cancelled
    doubtful: Sequence[tuple[str, str]] = ()
    """Pairs of inputs that were given one and the same layer, which is rarely meant."""
    _made: dict[str, Any] = field(default_factory=dict, repr=False)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What several rules need and what takes long, made by the first that asks."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def of(self, *roles: str) -> list[Layer]:
        """The layers given for these roles, in the order of the roles."""
        return [layer for role in roles for layer in self.layers if layer.role == role]

    def first(self, *roles: str) -> Layer | None:
        """The first layer given for one of these roles that has rows."""
        return next((layer for layer in self.of(*roles) if len(layer)), None)

    def inside_denmark(self, layer: Layer) -> Booleans:
        """Which rows lie in Denmark, (n,); False for a row without geometry."""
        there: Booleans = ~np.isnan(layer.bounds[:, 0])
        if self.denmark is None:
            return there
        west, south, east, north = self.denmark
        x, y = layer.bounds[:, [0, 2]].mean(axis=1), layer.bounds[:, [1, 3]].mean(axis=1)
        inside: Booleans = there & (x >= west) & (x <= east) & (y >= south) & (y <= north)
        return inside

    @cached_property
    def placed(self) -> list[Layer]:
        """The layers whose coordinates can be used beside those of the others."""
        return [
            layer
            for layer in self.layers
            if layer.spatial and not layer.place.problem and bool(self.inside_denmark(layer).any())
        ]

    def usable(self, layer: Layer | None) -> bool:
        """Whether a layer lies where it can be held against the others."""
        return layer is not None and any(layer is one for one in self.placed)


def short_name(label: str, row_id: int) -> str:
    """The label of a row as a sentence has it: of a register's long id the beginning, with the number of the row.

    >>> short_name("8c15c598-d0b0-44d9-855e-6cd9605f3e22", 12), short_name("1a Virum", 12)
    ('8c15c598… (række 12)', '1a Virum')
    """
    short = short_id(label)
    return label if short == label else f"{short} (række {row_id})"


def told_of_each_other(layers: Sequence[Layer]) -> list[Layer]:
    """The layers, of which each knows of a building by its id what another tells.

    That is its address, and that the register keeps it from the public.
    """
    withheld = {layer.ids[row] for layer in layers for row in np.flatnonzero(layer.withheld).tolist()} - {""}
    addresses: dict[str, str] = {}
    for layer in layers:
        if layer.role in ADDRESS_ROLES and layer.has("address"):
            for key, address in zip(layer.ids, layer.texts("address")):
                if key and address:
                    addresses.setdefault(key, address)
    if not withheld and not addresses:
        return list(layers)
    return [
        replace(layer, withheld_ids=frozenset(withheld), lent_addresses=addresses)
        if layer.role in BUILDING_ID_ROLES
        else layer
        for layer in layers
    ]


def points_on(geometries: Geometries) -> Geometries:
    """A point on each geometry, (n,), None where there is none."""
    points: Geometries = in_blocks(shapely.point_on_surface, geometries, result=object)
    gone = shapely.is_missing(points) | shapely.is_empty(points)
    points[gone] = None
    return points


def groups(ids: Sequence[str], chosen: Booleans | None = None) -> dict[str, list[int]]:
    """Ids that stand on more than one row, with the rows; rows outside `chosen` and without an id count for nothing."""
    rows: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    wanted = range(len(ids)) if chosen is None else np.flatnonzero(chosen).tolist()
    for row in wanted:
        key = ids[row]
        if not key:
            continue
        earlier = first.setdefault(key, row)
        if earlier != row:
            rows.setdefault(key, [earlier]).append(row)
    return rows


def pairs_by_id(left: Sequence[str], right: Sequence[str], chosen: Booleans) -> tuple[Integers, Integers]:
    """Pairs (i, j) of rows with one id, j among the `chosen` of `right`; a row without an id has none."""
    wanted = set(left) - {""}
    rows: dict[str, list[int]] = {}
    for row in np.flatnonzero(chosen).tolist():
        if right[row] in wanted:
            rows.setdefault(right[row], []).append(row)
    pairs = [(i, j) for i, key in enumerate(left) for j in rows.get(key, ())]
    i, j = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    return i, j
