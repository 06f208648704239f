"""Writes the GeoPackage for GeoFA: its two themes in the published fields, and the tables of changes and gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSink, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, Qt

from ...core.common.data import load
from ...core.common.errors import HeritageError
from ...core.delivery.geofa import IDENTITY
from ...core.delivery.geofa_lists import CHANGE_COLUMNS, GAP_COLUMNS, Exported, change_rows, gap_rows
from ...core.delivery.schema import (
    BOOL,
    BUILDINGS,
    DATE,
    GROUPS,
    INT,
    TIME,
    geometry_column,
    theme_fields,
    theme_title,
)
from ...core.registers.values import moment
from ..export.geopackage import GeoPackage
from ..inputs.sources import DANISH_CRS
from ..outputs.containers import remember_tables
from ..outputs.field_names import known_names
from ..outputs.fields import new_field

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries
    from ...core.common.errors import Check

TYPES = {
    INT: QMetaType.Type.Int,
    BOOL: QMetaType.Type.Bool,
    DATE: QMetaType.Type.QDate,
    TIME: QMetaType.Type.QDateTime,
}
"""Kinds of fields that are no text."""
CHANGES, GAPS = "aendringer", "mangler"
TABLES = (BUILDINGS, GROUPS, CHANGES, GAPS)
BLOCK = 2_000


class GeofaPackage(GeoPackage):
    """A GeoPackage whose layers are tables of GeoFA's."""

    GEOMETRY = geometry_column()

    def theme(self, table: str, columns: Mapping[str, Sequence[Any]], places: Geometries) -> None:
        """Write rows (n,) of a theme in its fields, with their lengths."""
        described = theme_fields(table)
        fields = QgsFields()
        for one in described:
            field = new_field(one.name, TYPES.get(one.kind, QMetaType.Type.QString))
            if one.length:
                field.setLength(one.length)
            fields.append(field)
        writer = self._writer(table, theme_title(table), fields, Qgis.WkbType.MultiPolygon)
        convert = [_CONVERT.get(one.kind, _same) for one in described]
        values = [columns[one.name] for one in described]
        for start in range(0, len(places), BLOCK):
            self.check()
            block = slice(start, start + BLOCK)
            features = []
            for wkb, *row in zip(shapely.to_wkb(places[block]).tolist(), *(one[block] for one in values)):
                feature = QgsFeature(fields)
                feature.setAttributes([None if one is None else read(one) for read, one in zip(convert, row)])
                geometry = QgsGeometry()
                geometry.fromWkb(wkb)
                feature.setGeometry(geometry)
                features.append(feature)
            if not writer.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
                raise HeritageError(
                    "The layer {table} of the package could not be written: {error}. Is the disk full?",
                    table=table,
                    error=writer.errorMessage() or "?",
                )
        self._close(writer, table)


def write_geofa(path: Path, exported: Exported, check: Check) -> None:
    """Write the file whole at `path`, which is not there yet."""
    package = GeofaPackage(path, QgsCoordinateReferenceSystem(DANISH_CRS), check)
    package.theme(BUILDINGS, exported.buildings.columns, exported.buildings.geometries)
    package.theme(GROUPS, exported.groups.columns, exported.groups.places)
    _table(package, CHANGES, "Ændringer", CHANGE_COLUMNS, change_rows(exported.buildings))
    _table(package, GAPS, "Mangler", GAP_COLUMNS, gap_rows(exported.gaps))
    package.name_columns()
    remember_tables(path)


def _table(
    package: GeofaPackage, table: str, title: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    kinds = {**dict.fromkeys(IDENTITY, QMetaType.Type.Int), "skrevet": QMetaType.Type.Bool}
    described = [(name, kinds.get(name, QMetaType.Type.QString)) for name in columns]
    names = {**known_names(), **load("rules/geofa_texts.json")["columns"]}
    package.write(table, title, described, ((None, *row) for row in rows), names)


def _day(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)


def _time(value: str) -> QDateTime:
    """A time as it was delivered; in another form than ISO, as the time in Denmark that it says."""
    read = QDateTime.fromString(value, Qt.DateFormat.ISODate)
    told = None if read.isValid() else moment(value)
    return QDateTime.fromString(told.isoformat(), Qt.DateFormat.ISODate) if told is not None else read


def _same(value: Any) -> Any:
    return value


_CONVERT: dict[str, Callable[[Any], Any]] = {DATE: _day, TIME: _time}
