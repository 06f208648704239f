"""What is different where a layer is a table of a database: the order of its rows, its row numbers, its count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import Note

if TYPE_CHECKING:
    from qgis.core import QgsField

DATABASES = {"postgres", "mssql", "oracle", "hana"}
"""QGIS's providers of databases that give their rows in whatever order suits them, another after every update."""
ROW_NUMBERS = {"fid", "ogc_fid", "gid"}
"""What GDAL, QGIS and PostGIS's loader call the key that they number the rows by. Any other key is data."""


def keeps_no_order(layer: QgsVectorLayer | None) -> bool:
    """Whether the rows of a layer come in an order of their own only when one is asked for."""
    return layer is not None and layer.providerType() in DATABASES


def order_by_key(layer: QgsVectorLayer) -> QgsFeatureRequest.OrderBy:
    """The order of a table's key; as the rows come where it has none."""
    names = [layer.fields().at(one).name().replace('"', '""') for one in layer.primaryKeyAttributes()]
    return QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(f'"{one}"') for one in names])


def exact_count(layer: QgsVectorLayer) -> int | None:
    """How many rows a table has now, seen through the layer's filter; None of a view, an estimate or another source."""
    uri = QgsDataSourceUri(layer.source())
    if not keeps_no_order(layer) or uri.useEstimatedMetadata() or _is_view(layer.providerType(), uri):
        return None
    # Asked anew: the layer itself may have counted long ago.
    again = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    return again.featureCount() if again.isValid() else None


def _is_view(provider: str, uri: QgsDataSourceUri) -> bool:
    """Whether a source is no table of its own: a view, a query, or what cannot be asked."""
    metadata = QgsProviderRegistry.instance().providerMetadata(provider)
    connection = metadata.createConnection(uri.uri(False), {}) if metadata is not None else None
    if not isinstance(connection, QgsAbstractDatabaseProviderConnection):
        return True
    kinds = QgsAbstractDatabaseProviderConnection.TableFlag
    for table in connection.tables(uri.schema()):
        if table.tableName() == uri.table():
            return bool(table.flags() & kinds.View or table.flags() & kinds.MaterializedView)
    return True


def is_place(field: QgsField) -> bool:
    """Whether a field is a further geometry, as a table of several geometry columns has."""
    return field.type() == QMetaType.Type.User


def place_notes(sources: Iterable[Any]) -> list[Note]:
    """A note for each Source of several geometry columns: which one is used, and which are written nowhere."""
    return [
        Note(
            "{layer} ({parameter}) has several geometry columns. Used is {used}; not used, nor written, is {others}.",
            {
                "layer": source.name,
                "parameter": source.parameter,
                "used": QgsDataSourceUri(source.layer.source()).geometryColumn() or "-",
                "others": ", ".join(others),
            },
        )
        for source in sources
        for others in [[field.name() for field in source.source.fields().toList() if is_place(field)]]
        if others and source.layer is not None
    ]
