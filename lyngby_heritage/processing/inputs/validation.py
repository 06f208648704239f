"""Turns sources into what the validation reads: never refuses a layer for what is wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProviderRegistry,
    QgsRectangle,
    QgsWkbTypes,
)

from ...core.common.cells import written_rows
from ..translation import danish_message
from .sources import DANISH_CRS, Table, measuring_crs, read
from .whole import DamagedFileError

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check
    from ...core.validation.inputs import Layer, Place
    from .sources import Source

Bounds = tuple[float, float, float, float]
"""Smallest and largest x and y: x, y, x, y."""
KINDS = {
    Qgis.GeometryType.Point: "point",
    Qgis.GeometryType.Line: "line",
    Qgis.GeometryType.Polygon: "polygon",
    Qgis.GeometryType.Null: "none",
}


def crs_to_measure_in(sources: Iterable[Source], feedback: QgsProcessingFeedback) -> QgsCoordinateReferenceSystem:
    """That of the first layer whose CRS is known and believable, as every tool chooses; else EPSG:25832."""
    for source in sources:
        if kind_of(source) != "none" and not source.without_crs and not source.metres_as_degrees:
            return measuring_crs(source, feedback)
    return QgsCoordinateReferenceSystem(DANISH_CRS)


def kind_of(source: Source) -> str:
    """What a source says that it holds, in the core's words."""
    wkb_type = source.source.wkbType()
    if QgsWkbTypes.flatType(wkb_type) == Qgis.WkbType.NoGeometry:
        return "none"
    return KINDS.get(QgsWkbTypes.geometryType(wkb_type), "any")


def denmark_in(crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext) -> Bounds | None:
    """Denmark's extent in a CRS, or None when it cannot be told there."""
    from ...core.validation.places import denmark_in_degrees

    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(degrees, crs, context.transformContext())
    try:
        box = transform.transformBoundingBox(QgsRectangle(*denmark_in_degrees()))
    except QgsCsException:
        return None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def short_names(sources: Sequence[Source]) -> list[str]:
    """What each layer is called: by its own name alone, and beside its file's where two share it."""
    names = [_own_name(source) for source in sources]
    return [source.name if names.count(name) > 1 else name for source, name in zip(sources, names)]


def _own_name(source: Source) -> str:
    if source.layer is None or source.layer.providerType() != "ogr":
        return source.name
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source.layer.source())
    return parts.get("layerName") or source.name


def layer_of(
    source: Source, name: str, crs: QgsCoordinateReferenceSystem, denmark: Bounds | None, check: Check
) -> Layer:
    """Read a source as a Layer of the core, measured in `crs`."""
    from ...core.registers.aliases import find_field
    from ...core.validation.inputs import Layer, Place
    from ...core.validation.roles import CONCEPTS, PRIVATE_ROLES

    names = source.field_names
    positions = {concept: find_field(names, concept) for concept in CONCEPTS[source.parameter]}
    fields = {concept: names[position] for concept, position in positions.items() if position is not None}
    place, read_in = _place(source, crs, denmark)
    if source.parameter in PRIVATE_ROLES:
        place, read_in = Place(geometry_type="none"), None  # where somebody drew what is told of nobody
    wanted = {names[position]: position for position in _columns(source, fields)}
    unread = ""
    try:
        table = read(source, wanted, read_in, check)
    except DamagedFileError as error:  # the file of one layer is no reason not to check the others
        table, unread = Table({name: [] for name in wanted}, []), error.in_danish.rstrip(".")
    if source.parameter == "DECISIONS":
        table.keep(written_rows(table.columns.values()))
    return Layer(
        role=source.parameter,
        name=name,
        row_ids=table.row_ids,
        columns=table.columns,
        fields=fields,
        field_names=names,
        place=place,
        curved=() if table.geometry is None else table.geometry.curved,
        file_format=_file_format(source),
        unread=unread,
        remark="" if source.remark is None else danish_message(source.remark),
        **({} if table.geometry is None else {"geometry": table.geometry}),
    )


def unopened_layer(parameter: str, file: str) -> Layer:
    """What stands for a file that is there and cannot be opened: a layer of which nothing was read."""
    from ...core.validation.inputs import Layer

    why = f"{file} er beskadiget, afkortet eller ingen fil med lag. Hent filen igen"
    return Layer(parameter, os.path.splitext(os.path.basename(file))[0], [], unread=why)


def _file_format(source: Source) -> str:
    """What GDAL calls the format of the layer's file; "" for a layer that lies in none."""
    if source.layer is None or source.layer.providerType() != "ogr":
        return ""
    return str(source.layer.storageType())


def _columns(source: Source, fields: dict[str, Any]) -> Iterator[int]:
    """The positions of the columns that some rule reads: the known facts, the plans' numbered fields, and all texts."""
    from ...core.validation.roles import PLAN_ROLES, PRIVATE_ROLES, SLOT_FIELDS

    slot = re.compile(SLOT_FIELDS, re.IGNORECASE)
    if source.parameter in PRIVATE_ROLES:
        yield from _of_people(source, fields)
        return
    keys = set(source.key_fields()) if source.source.wkbType() != Qgis.WkbType.NoGeometry else set()
    for position, field in enumerate(source.source.fields().toList()):
        known = field.name() in fields.values()
        numbered = source.parameter in PLAN_ROLES and slot.match(field.name())
        text = not field.isNumeric() and not field.isDateOrTime() and position not in keys
        if known or numbered or text:
            yield position


def _of_people(source: Source, fields: dict[str, Any]) -> Iterator[int]:
    """The positions of the columns that a hearing reads of a table, and of no other."""
    from ...core.hearing.rows import POST_ID
    from ...core.registers.aliases import find_fields
    from ...core.validation.roles import PEOPLE_ROLES

    names = source.field_names
    known = set(fields.values())
    posts = set(find_fields(names, POST_ID) if source.parameter in PEOPLE_ROLES else ())
    yield from (position for position, name in enumerate(names) if name in known or position in posts)


def _place(
    source: Source, crs: QgsCoordinateReferenceSystem, denmark: Bounds | None
) -> tuple[Place, QgsCoordinateReferenceSystem | None]:
    """Where the layer says that it lies, and the CRS to read its geometries in; None for not at all."""
    from ...core.validation.inputs import Place

    kind = kind_of(source)
    box = source.source.sourceExtent()
    extent = None
    if kind != "none" and not box.isNull() and box.isFinite():
        extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    own = source.source.sourceCrs()
    if kind == "none":
        return Place(geometry_type=kind), None
    if source.without_crs:
        fits = extent is not None and denmark is not None and _overlap(extent, denmark)
        problem = "" if fits else "koordinatsystemet er ukendt"
        return Place("", False, problem, extent, kind), own if fits else None
    label = own.authid() or own.description()
    if source.metres_as_degrees and extent is not None:
        problem = f"koordinaterne når {extent[2]:.0f}; {extent[3]:.0f}, som ikke kan være grader"
        return Place(label, True, problem, extent, kind), None
    return Place(label, own.isGeographic(), "", extent, kind), crs


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
