"""Reads the pages of a service's rows, GeoJSON or GML, and writes them as one layer: of one kind, in one CRS."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError, Note
from ...core.common.gdal_errors import raising
from ...core.registers.aliases import plain
from ..collect.layer_reader import features_of
from ..collect.layer_writer import LayerWriter, reference_system
from ..collect.shapes import DANISH_CRS, Shapes

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.registers.service_addresses import Box

OPEN = ["DATE_AS_STRING=YES"]
"""A date stays as the register writes it."""
DEGREES = 400.0
"""No coordinate in metres of Denmark is so small, and none in degrees so large."""
FEATURE_ID = ("id", "gml_id", "fid")
BETWEEN = "; "


@dataclass
class Pages:
    """The pages of one layer, as files."""

    files: list[Path] = field(default_factory=list)
    names: dict[str, type] = field(default_factory=dict)
    """Fields in their order, each with what all its values are."""
    rows: int = 0
    ids: set[str] = field(default_factory=set)
    double: int = 0
    """Rows whose id a row before them has."""
    last: int = 0
    """Rows of the last page."""
    spatial: bool = False

    def add(self, file: Path, key_field: str) -> None:
        """Take up one more page. HeritageError where it cannot be read as rows."""
        before = self.rows
        with _opened(file) as layer:
            definition = layer.GetLayerDefn()
            for number in range(definition.GetFieldCount()):
                one = definition.GetFieldDefn(number)
                kind = _kind(one)
                known = self.names.setdefault(one.GetName(), kind)
                self.names[one.GetName()] = _widened(known, kind)
            key = _key(definition, key_field)
            for feature in features_of(layer, file.name):
                self.rows += 1
                self.spatial = self.spatial or feature.GetGeometryRef() is not None
                self._note(feature, key)
        self.files.append(file)
        self.last = self.rows - before

    def _note(self, feature: Any, key: int | None) -> None:
        if key is None or not feature.IsFieldSetAndNotNull(key):
            return
        name = feature.GetFieldAsString(key)
        self.double += name in self.ids
        self.ids.add(name)


@dataclass(frozen=True)
class Wanted:
    """Which of the rows that came are written."""

    municipality_field: str = ""
    number: int = 0
    """The municipality's code as a number."""
    area: Any = None
    """A shapely geometry in EPSG:25832, prepared; None where everything is wanted."""


@dataclass(frozen=True)
class Written:
    """What was written of a layer."""

    rows: int
    elsewhere: int
    """Rows of other municipalities, which are left out."""
    outside: int
    """Rows that do not meet the area."""
    notes: tuple[Note, ...] = ()
    bounds: Box | None = None


def write_pages(pages: Pages, target: Path, table: str, wanted: Wanted, check: Check) -> Written:
    """Write the rows of all pages as one layer of the GeoPackage `target`. HeritageError where that cannot be."""
    import numpy as np
    import shapely

    shapes = Shapes(crs=DANISH_CRS)
    elsewhere = outside = 0
    bounds: Box | None = None
    names = list(pages.names)
    with LayerWriter(target, table, check) as writer:
        for file in pages.files:
            rows, raw = _read(file, pages.names, wanted)
            kept = [number for number, row in enumerate(rows) if row is not None]
            elsewhere += len(rows) - len(kept)
            wkb: list[bytes | None] = shapes.of_wkb([raw[number] for number in kept], writer.rows)
            places = shapely.from_wkb(np.array(wkb, dtype=object)) if kept else np.empty(0, dtype=object)
            if wanted.area is not None:
                meets = shapely.is_missing(places) | shapely.intersects(wanted.area, places)
                outside += int((~meets).sum())
                kept = [number for number, one in zip(kept, meets) if one]
                wkb = [one for one, meet in zip(wkb, meets) if meet]
                places = places[meets]
            bounds = _with(bounds, shapely.total_bounds(places)) if len(places) else bounds
            if not writer.begun:
                writer.begin(names, shapes if pages.spatial else None, pages.names)
            writer.write([rows[number] or [] for number in kept], wkb if pages.spatial else None)
        if not writer.begun:
            writer.begin(names, None, pages.names)
        written = writer.rows
    return Written(written, elsewhere, outside, tuple(shapes.notes(table)), bounds)


def _with(bounds: Box | None, more: Any) -> Box | None:
    """The box with what lies on a page, where anything does."""
    west, south, east, north = more.tolist()
    on_map = all(map(math.isfinite, (west, south, east, north)))
    return box_around(bounds, (west, south, east, north)) if on_map else bounds


def box_around(one: Box | None, other: Box) -> Box:
    """The box around two, or the other where there is but that."""
    if one is None:
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _read(file: Path, names: dict[str, type], wanted: Wanted) -> tuple[list[list[Any] | None], list[bytes | None]]:
    """The rows of a page, None for one of another municipality, and their geometries in EPSG:25832."""
    with _opened(file) as layer:
        definition = layer.GetLayerDefn()
        # GDAL itself takes no notice of the letters' case where it looks a name up
        there = {definition.GetFieldDefn(at).GetName(): at for at in range(definition.GetFieldCount())}
        positions = [there.get(name, -1) for name in names]
        own = next((name for name in names if plain(name) == plain(wanted.municipality_field)), "")
        place = list(names).index(own) if own else None
        change = _to_danish(layer)
        rows: list[list[Any] | None] = []
        raw: list[bytes | None] = []
        for feature in features_of(layer, file.name):
            row = [_value(feature, at, kind) for at, kind in zip(positions, names.values())]
            rows.append(None if place is not None and _elsewhere(row[place], wanted.number) else row)
            shape = feature.GetGeometryRef()
            if shape is not None and change is not None:
                shape.Transform(change)
            raw.append(None if shape is None else bytes(shape.ExportToIsoWkb()))
    return rows, raw


def _elsewhere(value: Any, number: int) -> bool:
    """Whether a row says that it is of another municipality; one that says nothing does not."""
    digits = str(value).strip() if value is not None else ""
    return digits.isdigit() and int(digits) != number


def _to_danish(layer: Any) -> Any:
    """What turns a page's coordinates into EPSG:25832; None where they are that already."""
    from osgeo import osr

    extent = layer.GetExtent(can_return_null=True)
    if extent is None:  # no row has a place
        return None
    if any(abs(value) > DEGREES for value in extent):
        found = layer.GetSpatialRef()
        code = found and found.GetAuthorityCode(None)
        if not code or code in ("4326", "CRS84", "25832"):  # metres, whatever the page does not say
            return None
        source = found.Clone()
    else:
        source = reference_system("EPSG:4326")
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(source, reference_system(DANISH_CRS))


class _opened:  # noqa: N801 - it reads as a function
    """The first layer of a page, open; HeritageError where it has none."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __enter__(self) -> Any:
        from osgeo import gdal

        self.errors = raising()
        self.errors.__enter__()
        try:
            drivers = ["GeoJSON"] if self.file.suffix == ".json" else ["GML"]
            self.dataset = gdal.OpenEx(
                str(self.file),
                gdal.OF_VECTOR,
                allowed_drivers=drivers,
                open_options=OPEN if drivers == ["GeoJSON"] else [],
            )
            return self.dataset.GetLayer(0)
        except RuntimeError as error:
            self.errors.__exit__(None, None, None)
            raise HeritageError("{file} does not hold what its name says.", file=self.file.name) from error

    def __exit__(self, *_: object) -> None:
        self.dataset = None
        self.errors.__exit__(None, None, None)


def _key(definition: Any, key_field: str) -> int | None:
    """The position of the field that tells rows apart: the catalogue's, else the id that services give rows."""
    positions = {
        plain(definition.GetFieldDefn(number).GetName()): number for number in range(definition.GetFieldCount())
    }
    for name in (key_field, *FEATURE_ID):
        if name and plain(name) in positions:
            return positions[plain(name)]
    return None


def _kind(field_: Any) -> type:
    from osgeo import ogr

    kind, sub = field_.GetType(), field_.GetSubType()
    if kind == ogr.OFTInteger and sub == ogr.OFSTBoolean:
        return bool
    return {ogr.OFTInteger: int, ogr.OFTInteger64: int, ogr.OFTReal: float}.get(kind, str)


def _widened(one: type, other: type) -> type:
    if one is other:
        return one
    return float if {one, other} == {int, float} else str


def _value(feature: Any, position: int, kind: type) -> Any:
    if position < 0 or not feature.IsFieldSetAndNotNull(position):
        return None
    value = feature.GetField(position)
    if kind is str:
        if isinstance(value, list):
            return BETWEEN.join(map(str, value))
        return value if isinstance(value, str) else feature.GetFieldAsString(position)
    return kind(value) if kind is not bool else int(value)
