"""Writes the layers of the package into one GeoPackage: every row once, with Danish names beside the field names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, Qt

from ...core.common.errors import HeritageError
from ...core.common.plain_letters import plain_letters
from ..inputs.databases import is_place
from ..inputs.whole import refuse_shorter, tell_empty
from ..outputs.fields import as_json, fields_of, new_field
from ..outputs.sinks import GEOPACKAGE_VERSION

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check
    from ..inputs.sources import Source
    from ..outputs.fields import Described

PLAIN_TYPES = {
    QMetaType.Type.Bool,
    QMetaType.Type.Int,
    QMetaType.Type.UInt,
    QMetaType.Type.LongLong,
    QMetaType.Type.ULongLong,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
    QMetaType.Type.QDate,
    QMetaType.Type.QDateTime,
}
"""Types that a GeoPackage keeps; any other is written as text."""
MULTI = {
    Qgis.GeometryType.Point: Qgis.WkbType.MultiPoint,
    Qgis.GeometryType.Line: Qgis.WkbType.MultiLineString,
    Qgis.GeometryType.Polygon: Qgis.WkbType.MultiPolygon,
}
KIND_WORDS = {
    Qgis.GeometryType.Point: "point",
    Qgis.GeometryType.Line: "line",
    Qgis.GeometryType.Polygon: "polygon",
}
RUN_TABLE, RUN_TITLE = "koersel", "Kørsel: hvad pakken er lavet af"
RUN_FIELDS = (
    ("emne", QMetaType.Type.QString),
    ("navn", QMetaType.Type.QString),
    ("vaerdi", QMetaType.Type.QString),
    ("antal", QMetaType.Type.LongLong),
    ("kontrolsum", QMetaType.Type.QString),
)
BATCH = 500


@dataclass(frozen=True)
class Column:
    """A column of our own beside those of a layer, with a value for each row."""

    name: str
    kind: QMetaType.Type
    values: Sequence[Any]


@dataclass
class Written:
    """A layer as it was written: table, rows, what its geometries are, and those that could not be kept."""

    table: str
    rows: int
    kind: str
    aliases: list[tuple[str, str]]
    """Column and Danish name of each field that has one."""
    lost_geometries: int = 0


class GeoPackage:
    """The file being written, at `path`, in one CRS."""

    GEOMETRY = "geom"
    """What the column of the geometries is called."""

    def __init__(self, path: Path, crs: QgsCoordinateReferenceSystem, check: Check) -> None:
        self.path = path
        self.crs = crs
        self.check = check
        self.layers: dict[str, Written] = {}  # table → Written, in the order of writing
        self.codes: dict[
            str, dict[str, dict[str, str]]
        ] = {}  # table → column → code → its words, as the style has them

    def copy(
        self,
        source: Source,
        table: str,
        title: str,
        names: Mapping[str, str],
        more: Sequence[Column] = (),
        only: Sequence[bool] | None = None,
        without: Sequence[str] = (),
    ) -> Written:
        """Write the rows of a Source under the name `table`; `names` holds the Danish of the fields.

        `more` are columns of our own, with a value for each row in the source's order: they stand first, and in the
        place of fields of their name. `only` says of each row in that order whether it is written; all of them are
        where it is None. Fields of the names in `without` are left out.
        """
        fields, positions = _fields(source, names, more, without)
        kind = _kind(source)
        target = MULTI[kind]
        if QgsWkbTypes.flatType(source.source.wkbType()) == Qgis.WkbType.Point:
            target = Qgis.WkbType.Point
        writer = self._writer(table, title, fields, target)
        written = Written(table, 0, KIND_WORDS[kind], _aliases(fields))
        text = [fields.at(i).type() == QMetaType.Type.QString for i in range(len(more), fields.count())]
        request = source.request(self.crs)
        batch, read = [], 0
        for feature in source.features(request):
            place = read
            read += 1
            if only is not None and not only[place]:
                continue
            values = feature.attributes()
            copied = QgsFeature(fields)
            own = [one.values[place] for one in more]
            copied.setAttributes(
                own + [_text(values[at]) if is_text else values[at] for at, is_text in zip(positions, text)]
            )
            geometry, lost = _fitting(feature.geometry(), target)
            if geometry is not None:
                copied.setGeometry(geometry)
            written.lost_geometries += lost
            written.rows += 1
            batch.append(copied)
            if len(batch) == BATCH:
                self.check()
                _add(writer, batch, table)
                batch = []
        refuse_shorter(source, read)
        tell_empty(source, read)
        _add(writer, batch, table)
        self._close(writer, table)
        self.layers[table] = written
        return written

    def write(
        self,
        table: str,
        title: str,
        described: Described,
        rows: Iterable[Sequence[Any]],
        names: Mapping[str, str],
        wkb_type: Qgis.WkbType = Qgis.WkbType.NoGeometry,
    ) -> None:
        """Write rows of our own, (QgsGeometry or None, value, …), with fields as of `fields_of`."""
        fields = _named(fields_of(described), names)
        writer = self._writer(table, title, fields, wkb_type)
        features = []
        for geometry, *values in rows:
            feature = QgsFeature(fields)
            feature.setAttributes(list(values))
            if geometry is not None:
                feature.setGeometry(geometry)
            features.append(feature)
        _add(writer, features, table)
        self._close(writer, table)
        kind = KIND_WORDS.get(QgsWkbTypes.geometryType(wkb_type), "")
        self.layers[table] = Written(table, len(features), kind, _aliases(fields))

    def name_columns(self) -> None:
        """Say in the file itself what each column is called in Danish (GeoPackage's schema extension)."""
        rows = []
        for written in self.layers.values():
            taken = set()
            for column, alias in written.aliases:
                while alias in taken:  # the extension wants each name once in a table
                    alias += f" ({column})"
                taken.add(alias)
                rows.append((written.table, column, alias, alias))
        with closing(sqlite3.connect(self.path)) as database, database:
            name_columns(database, rows)

    def _writer(self, table: str, title: str, fields: QgsFields, wkb_type: Qgis.WkbType) -> QgsVectorFileWriter:
        actions = QgsVectorFileWriter.ActionOnExistingFile
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = table
        options.actionOnExistingFile = (
            actions.CreateOrOverwriteLayer if self.path.exists() else actions.CreateOrOverwriteFile
        )
        options.datasourceOptions = [GEOPACKAGE_VERSION]
        options.layerOptions = [f"IDENTIFIER={title}", f"GEOMETRY_NAME={self.GEOMETRY}", "FID=fid", "SPATIAL_INDEX=YES"]
        created = QgsVectorFileWriter.create(
            str(self.path), fields, wkb_type, self.crs, QgsCoordinateTransformContext(), options
        )
        writer = cast("QgsVectorFileWriter", created)
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise _failed(table, writer)
        return writer

    def _close(self, writer: QgsVectorFileWriter, table: str) -> None:
        if not writer.flushBuffer() or writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise _failed(table, writer)
        del writer  # QGIS finishes the layer when the writer goes


def name_columns(database: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows of (table, column, name, title) into gpkg_data_columns, and no others of those tables.

    GDAL 3.7 and newer makes the table by itself as soon as a field has an alias, and fills it in its own way.
    """
    for statement in _SCHEMA_EXTENSION:
        database.execute(statement)
    database.executemany(_REGISTERED, [{"table": table} for table in _SCHEMA_TABLES])
    database.executemany(
        "DELETE FROM gpkg_data_columns WHERE table_name = ?", [(table,) for table in sorted({row[0] for row in rows})]
    )
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)", rows
    )


def _add(writer: QgsVectorFileWriter, features: list[QgsFeature], table: str) -> None:
    if features and not writer.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
        raise _failed(table, writer)


def _failed(table: str, writer: QgsVectorFileWriter) -> HeritageError:
    return HeritageError(
        "The layer {table} of the package could not be written: {error}. Is the disk full?",
        table=table,
        error=writer.errorMessage() or "?",
    )


def _kind(source: Source) -> Qgis.GeometryType:
    """Points, lines or polygons; HeritageError for a layer that holds something else, or several of them."""
    kind = QgsWkbTypes.geometryType(source.source.wkbType())
    if kind in MULTI:
        return kind
    found = set()
    for feature in source.features(source.request(source.source.sourceCrs(), [])):
        if not feature.geometry().isEmpty():
            found.add(feature.geometry().type())
    if len(found) != 1 or not found <= set(MULTI):
        raise HeritageError(
            "The layer {layer} ({parameter}) holds {kind}; expected is one kind of geometry.",
            layer=source.name,
            parameter=source.parameter,
            kind=QgsWkbTypes.displayString(source.source.wkbType()),
        )
    return found.pop()


def _fitting(geometry: QgsGeometry, target: Qgis.WkbType) -> tuple[QgsGeometry | None, bool]:
    """The geometry in the type of the layer, flat and without curves, or None; and whether it could not be kept."""
    if geometry.isNull() or geometry.isEmpty():
        return None, False
    if geometry.wkbType() == target:
        return geometry, False
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):  # also one without arcs, which convertToStraightSegment leaves
        geometry = QgsGeometry(geometry.get().segmentize())
    inner = geometry.get()
    inner.dropZValue()
    inner.dropMValue()
    if geometry.type() != QgsWkbTypes.geometryType(target):
        parts = [QgsGeometry(one.clone()) for one in _parts(inner)]
        parts = [one for one in parts if one.type() == QgsWkbTypes.geometryType(target)]
        if not parts:
            return None, True
        geometry = QgsGeometry.collectGeometry(parts)
    if QgsWkbTypes.isMultiType(target):
        geometry.convertToMultiType()
    elif geometry.isMultipart() and not geometry.convertToSingleType():
        return None, True
    return geometry, False


def _parts(inner: Any) -> list[Any]:
    return [inner.geometryN(i) for i in range(inner.numGeometries())] if hasattr(inner, "geometryN") else [inner]


def _fields(
    source: Source, names: Mapping[str, str], more: Sequence[Column], without: Sequence[str]
) -> tuple[QgsFields, list[int]]:
    """The fields of a layer as columns of a GeoPackage, without the provider's row number, and their positions."""
    left_out = set(source.key_fields())
    fields, positions = _named(fields_of((one.name, one.kind) for one in more), names), []
    own = {one.name for one in more}
    taken = {"fid", "geom", *own}
    for position, field in enumerate(source.source.fields().toList()):
        if position in left_out or is_place(field) or field.name().lower() in (*own, *without):
            continue
        column = column_name(field.name(), taken)
        taken.add(column)
        kind = field.type() if field.type() in PLAIN_TYPES else QMetaType.Type.QString
        copied = new_field(column, kind)
        copied.setAlias(names.get(column) or field.alias() or (field.name() if field.name() != column else ""))
        fields.append(copied)
        positions.append(position)
    return fields, positions


def _named(fields: QgsFields, names: Mapping[str, str]) -> QgsFields:
    named = QgsFields()
    for field in fields.toList():
        field.setAlias(names.get(field.name(), ""))
        named.append(field)
    return named


def _aliases(fields: QgsFields) -> list[tuple[str, str]]:
    return [(field.name(), field.alias()) for field in fields.toList() if field.alias()]


def column_name(name: str, taken: Iterable[str]) -> str:
    """A field's name as a column: [a-z0-9_], æøå as ae oe aa, and none that is taken already."""
    plain = re.sub(r"[^a-z0-9_]+", "_", plain_letters(name)).strip("_") or "felt"
    if plain in ("fid", "geom"):
        plain += "_kilde"
    column, number = plain, 2
    while column in taken:
        column = f"{plain}_{number}"
        number += 1
    return column


def _text(value: Any) -> Any:
    """A value for a text column: as it stands when it is text or nothing, else in words."""
    if value is None or isinstance(value, str):
        return value
    if hasattr(value, "isNull") and value.isNull():
        return None
    if hasattr(value, "toString"):
        return value.toString(Qt.DateFormat.ISODate)
    return as_json(value) if isinstance(value, (dict, list)) else str(value)


# OGC 12-128r18, annex F.9: tables and registration as the specification writes them, where they are not there yet.
_SCHEMA_EXTENSION = (
    """
CREATE TABLE IF NOT EXISTS gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
)""",
    """
CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
)""",
)
_REGISTERED = """
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
SELECT :table, NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'
WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = :table AND extension_name = 'gpkg_schema')
"""
_SCHEMA_TABLES = ("gpkg_data_columns", "gpkg_data_column_constraints")
