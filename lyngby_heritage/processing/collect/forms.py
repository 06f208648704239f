"""Makes one layer of a GeoPackage of a delivery that QGIS does not open as it is meant.

That is OIS's XML, JSON as an array of records, CSV with its geometry in WKT, and GML without what belongs to it. Every
field is text as it came, and nothing where it was empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from ...core.common.errors import Check, HeritageError, Note, never_cancelled
from . import delimited, gml, json_records, ois_xml
from . import head as heads
from .contents import BEGINNING, UNREADABLE, beginning, length, unreadable
from .head import Head
from .layer_reader import features_of
from .layer_writer import LayerWriter
from .peek import peek
from .shapes import Shapes

BATCH = 5_000
"""Rows held at once."""
CONVERTED = {heads.CSV, heads.JSON, heads.OIS_XML, heads.GML}
"""The forms that `to_geopackage` reads."""

Row = Sequence["str | None"]


@dataclass(frozen=True)
class Converted:
    """What was written."""

    rows: int
    geometry: str
    """`point`, `line`, `polygon` or `none`."""
    notes: list[Note] = field(default_factory=list)
    fields: tuple[str, ...] = ()
    crs: str | None = None


def to_geopackage(
    path: Path,
    member: str | None,
    form: str,
    target: Path,
    layer: str,
    check: Check = never_cancelled,
    *,
    source_layer: str | None = None,
) -> Converted:
    """Write a delivery, or a member of a zip, as the layer `layer` of the GeoPackage `target`, which may have others.

    `form` is one of CONVERTED; `source_layer` the layer of a GML that has several, else its first. HeritageError where
    it cannot be read or written; then, and when the run is cancelled, the layer is not there.
    """
    convert = _CONVERT[form]
    head = peek(path, member)
    file = path.name if member is None else member
    if head is not None and head.problem is not None:
        raise head.problem
    if head is None or head.form != form:
        raise HeritageError("{file} does not hold what its name says.", file=file)
    try:
        with LayerWriter(target, layer, check) as writer:
            return convert(_Delivery(path, member, file, head, source_layer), writer)
    except UNREADABLE as error:
        raise unreadable(error, path, member) from error


@dataclass(frozen=True)
class _Delivery:
    path: Path
    member: str | None
    file: str
    head: Head
    layer: str | None


def _from_csv(given: _Delivery, writer: LayerWriter) -> Converted:
    begin = beginning(given.path, given.member)
    table = delimited.table_of(begin, length(given.path, given.member) <= BEGINNING)
    if table is None:
        raise HeritageError("{file} does not hold what its name says.", file=given.file)
    reading = delimited.Reading(given.path, given.member, table)
    place = table.place
    shapes = None if place is None else Shapes(given.head.geometry)

    def parts() -> Iterator[tuple[list[Row], list[str | None]]]:
        for cells in reading.batches(BATCH):
            places: list[str | None] = [] if place is None else [one.pop(place) for one in cells]
            yield list(cells), places

    return _written(given, writer, table.attributes, shapes, parts(), reading.notes)


def _from_json(given: _Delivery, writer: LayerWriter) -> Converted:
    place = given.head.place_field
    shapes = None if place is None else Shapes(given.head.geometry, given.head.crs)
    fields = dict.fromkeys(given.head.fields)

    def parts() -> Iterator[tuple[list[Row], list[str | None]]]:
        for batch in _batched(json_records.records(given.path, given.member)):
            places = [] if place is None else [json_records.wkt_of(one.pop(place, None)) for one in batch]
            _add_new(fields, batch, writer)
            yield [[json_records.cell(one.get(name)) for name in fields] for one in batch], places

    return _written(given, writer, fields, shapes, parts())


def _from_xml(given: _Delivery, writer: LayerWriter) -> Converted:
    fields = dict.fromkeys(given.head.fields)

    def parts() -> Iterator[tuple[list[Row], list[str | None]]]:
        for batch in ois_xml.batches(given.path, given.member, BATCH):
            _add_new(fields, batch, writer)
            yield [[one.get(name) for name in fields] for one in batch], []

    return _written(given, writer, fields, None, parts())


def _from_gml(given: _Delivery, writer: LayerWriter) -> Converted:
    from osgeo import ogr

    with gml.opened_layer(given.path, given.member, given.layer, writer.target.parent, writer.check) as layer:
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())]
        empty = _never_filled(given.head, layer.GetName(), names)
        system = layer.GetSpatialRef()
        crs = system and (_code(system) or system.ExportToWkt())
        shapes = None if layer.GetGeomType() == ogr.wkbNone else Shapes(crs=crs or given.head.crs)

        empty_cells: list[str | None] = [None] * len(empty)

        def parts() -> Iterator[tuple[list[Row], list[bytes | None]]]:
            for batch in _batched(features_of(layer, given.file)):
                raw = [one.GetGeometryRef() for one in batch]
                wkb = [None if one is None else bytes(one.ExportToIsoWkb()) for one in raw]
                yield [[_gml_text(one, number) for number in range(len(names))] + empty_cells for one in batch], wkb

        of_wkb = None if shapes is None else shapes.of_wkb
        return _written(given, writer, [*names, *empty], shapes, parts(), as_wkb=of_wkb)


def _written(
    given: _Delivery,
    writer: LayerWriter,
    names: Iterable[str],
    shapes: Shapes | None,
    parts: Iterator[tuple[list[Row], list[Any]]],
    notes: Callable[[], list[Note]] = list,
    as_wkb: Callable[[list[Any], int], list[bytes | None]] | None = None,
) -> Converted:
    """Write the parts (rows, what their geometries come as) and say what came of it."""
    convert = as_wkb or (shapes.of_texts if shapes is not None else None)
    for rows, places in parts:
        writer.check()
        wkb = None if convert is None else convert(places, writer.rows)
        if not writer.begun:
            writer.begin(names, shapes)
        writer.write(rows, wkb)
    if not writer.begun:
        writer.begin(names, shapes)
    told = notes() + ([] if shapes is None else shapes.notes(given.file))
    kind = None if shapes is None else shapes.kind
    return Converted(writer.rows, kind or heads.NONE, told, tuple(names), writer.crs)


def _add_new(fields: dict[str, Any], batch: Iterable[dict[str, Any]], writer: LayerWriter) -> None:
    """Take up the fields that a batch has and no row before it had."""
    for one in batch:
        if not fields.keys() >= one.keys():
            fields.update(dict.fromkeys(one))
    if writer.begun:
        writer.add_fields(fields)


def _never_filled(head: Head, layer: str, names: Iterable[str]) -> list[str]:
    """The fields that rows of a layer of GML have and that are empty in all of them: GDAL leaves them out."""
    there = {name.lower() for name in names}
    fields = next((one.fields for one in head.every if one.name == layer), ())
    return [name for name in fields if name.lower() not in there]


def _batched(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _code(system: Any) -> str | None:
    code = system.GetAuthorityCode(None)
    return f"{system.GetAuthorityName(None)}:{code}" if code else None


def _gml_text(feature: Any, number: int) -> str | None:
    """A value of GDAL's as text; of a property that comes several times, all of them."""
    if not feature.IsFieldSetAndNotNull(number):
        return None
    value = feature.GetField(number)
    return ois_xml.SEVERAL.join(map(str, value)) if isinstance(value, list) else str(value)


_CONVERT: dict[str, Callable[[_Delivery, LayerWriter], Converted]] = {
    heads.CSV: _from_csv,
    heads.JSON: _from_json,
    heads.OIS_XML: _from_xml,
    heads.GML: _from_gml,
}
