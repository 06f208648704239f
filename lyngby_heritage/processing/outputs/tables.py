"""Writes tables of PostgreSQL whole or not at all.

Rows are held until all files of the run stand ready. A table that is there keeps itself, and with it rights, comments,
indexes and the views on it: its rows are exchanged in one transaction, so that others see the old ones until the new
ones stand. One that holds rows of another kind is somebody's, and stays as it is. A new table is filled under another
name and then given its own.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsProviderConnectionException,
    QgsTransaction,
    QgsVectorLayer,
    QgsVectorLayerExporter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError, Note, listed
from ..inputs.postgres import connection_to, relations_of, schemas_of, without_password
from ..inputs.reopening import ask_provider
from ..translation import mark
from .fields import new_field
from .restyled import fields_named_by
from .styling import apply_style, second_style, store_styles

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from .destinations import Destination

BATCH = 1_000
LONGEST_NAME = 63
"""Letters of a name in PostgreSQL."""
PATIENCE = 600
"""Seconds that the server may take for one statement: it waits for whoever holds the rows."""
OF_ITS_KIND = 0.75
"""Share of an output's own fields that a table has which the tool wrote, perhaps in an earlier version."""
TITLES = frozenset(
    (
        *("udpegning", "naboer", "status", "aarsag", "bygninger", "ikke_koblet", "udpegninger", "ejendomme"),
        *("aendringer", "dal", "forslag til kulturmiljoeer", "opfoelgning", "scenarier", "alvor", "beslutninger"),
    )
)
"""What the styles are called that the tools store with their outputs: they tell whose a table is."""
_COLUMN_TYPES = {
    QMetaType.Type.Int: "int4",
    QMetaType.Type.LongLong: "int8",
    QMetaType.Type.Double: "double precision",
    QMetaType.Type.Bool: "bool",
    QMetaType.Type.QDate: "date",
    QMetaType.Type.QTime: "time",
    QMetaType.Type.QDateTime: "timestamp without time zone",
}
"""What a column is that an earlier table lacks; any other is text."""


class Table:
    """A table that an output goes to: `check`ed before the work, then `fill`ed, then `commit`ted or `undo`ne."""

    def __init__(self, parameter: str, destination: Destination) -> None:
        self.parameter = parameter
        self.words = destination.words
        self.notes: list[Note] = []
        """What the person must know of how it was written."""
        self._uri = QgsDataSourceUri(destination.uri) if destination.uri is not None else QgsDataSourceUri()
        self.style: tuple[str, str, Mapping[str, Any]] | None = None
        """File, title and variables of the style that the table is to carry."""
        self._exists = False
        self._filled: QgsDataSourceUri | None = None
        """A new table, under the name that it is filled under."""
        self._transaction: QgsTransaction | None = None

    @property
    def address(self) -> str:
        """How other tools are given the table."""
        return f"postgres://{self._uri.uri(False)}"

    def layer(self) -> QgsVectorLayer:
        """The table as a layer."""
        return QgsVectorLayer(self._uri.uri(False), self._uri.table(), "postgres")

    # Before the work ----------------------------------------------------------------------------------------------

    def check(self) -> None:
        """HeritageError where the table cannot be written, as far as that can be known beforehand."""
        try:
            schemas = schemas_of(self._connection())
        except QgsProviderConnectionException as error:
            raise self._unwritable(str(error)) from error
        known = relations_of(self._uri)
        number = known.named(self._uri.schema(), self._uri.table()) if known is not None else None
        if known is not None and number is not None:
            self._exists, found = True, known.tables[number]
            self._uri = _at(self._uri, found.schema, found.name, self._uri.geometryColumn())
            self._refuse(
                not found.table,
                mark("{parameter}: {place} is a view, into which no result is written. Choose a table."),
            )
            self._refuse(
                not found.replaceable,
                mark("{parameter}: you may not replace the rows of {place}. Ask for INSERT and DELETE."),
            )
            return
        schema = self._uri.schema() or next((name for name, (current, _) in schemas.items() if current), "")
        self._refuse(
            schema not in schemas, mark("{parameter}: there is no schema for {place} that you may use. Make it first.")
        )
        self._refuse(
            not schemas[schema][1],
            mark("{parameter}: you may not make the table {place}. Ask for CREATE on its schema."),
        )
        self._uri = _at(self._uri, schema, self._uri.table(), self._uri.geometryColumn())

    def _refuse(self, whether: bool, message: str) -> None:
        if whether:
            raise HeritageError(message, parameter=self.parameter, place=self.words)

    # At the end ---------------------------------------------------------------------------------------------------

    def fill(self, rows: QgsVectorLayer, check: Check) -> None:
        """Write every row of a layer in memory, not to be seen yet. HeritageError when one does not arrive."""
        if rows.isSpatial() and not self._uri.geometryColumn():
            self._uri.setGeometryColumn(self._geometry_column())
        if self._exists:
            self._exchange(rows, check)
        else:
            self._make(rows, check)

    def commit(self) -> None:
        """Let the new rows be seen."""
        if self._transaction is not None:
            done, problem = self._transaction.commit()
            self._transaction = None
            if not done:
                raise self._unwritable(problem)
        if self._filled is not None:
            try:
                self._connection().renameVectorTable(self._uri.schema(), self._filled.table(), self._uri.table())
            except QgsProviderConnectionException as error:
                raise self._unwritable(str(error)) from error
            self._filled = None

    def keep_style(self) -> None:
        """Store the style in the database as the default, and any second one, unless somebody gave it another."""
        if self.style is None:
            return
        qml, title, variables = self.style
        layer = self.layer()
        apply_style(layer, qml, variables)
        related, _, names, _, _ = layer.listStylesInDatabase()
        second = second_style(qml)
        ours = {title, second[1]} if second is not None else {title}
        if not ours.issuperset(names[: max(related, 0)]):
            self.notes.append(
                Note("{place} has a style of somebody's, which was left as it is.", {"place": self.words})
            )
            return
        problem = store_styles(layer, qml, variables, title)
        if problem:
            self.notes.append(
                Note(
                    "The style of {place} could not be stored in the database: {problem}.",
                    {"place": self.words, "problem": " ".join(problem.split()).rstrip(".")},
                    warning=True,
                )
            )

    def undo(self) -> None:
        """Leave the database as it was; nothing where all is committed."""
        self.notes.clear()
        if self._transaction is not None:
            self._transaction.rollback()
            self._transaction = None
        if self._filled is not None:
            table, self._filled = self._filled.table(), None
            try:
                self._connection().dropVectorTable(self._uri.schema(), table)
            except QgsProviderConnectionException as error:
                self.notes.append(
                    Note(
                        "{place}: the half table {table} could not be removed: {error}.",
                        {"place": self.words, "table": table, "error": str(error)},
                        warning=True,
                    )
                )

    def _make(self, rows: QgsVectorLayer, check: Check) -> None:
        name = f"{self._uri.table()[: LONGEST_NAME - 12]}_ny_{secrets.token_hex(4)}"
        self._filled = _at(self._uri, self._uri.schema(), name, self._uri.geometryColumn() if rows.isSpatial() else "")
        exporter = QgsVectorLayerExporter(
            self._filled.uri(False), "postgres", rows.fields(), rows.wkbType(), rows.crs(), False
        )
        if exporter.errorCode() != Qgis.VectorExportResult.Success:
            raise self._unwritable(exporter.errorMessage())
        for batch in _batches(rows, check):
            if not exporter.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
                raise self._unwritable(exporter.errorMessage() or exporter.lastError())
        if not exporter.flushBuffer():
            raise self._unwritable(exporter.errorMessage() or exporter.lastError())
        del exporter
        if rows.isSpatial():
            options = QgsAbstractDatabaseProviderConnection.SpatialIndexOptions()
            options.geometryColumnName = self._filled.geometryColumn()
            try:
                self._connection().createSpatialIndex(self._filled.schema(), name, options)
            except QgsProviderConnectionException as error:
                raise self._unwritable(str(error)) from error
        self._refuse_fewer(QgsVectorLayer(self._filled.uri(False), name, "postgres"), rows)

    def _exchange(self, rows: QgsVectorLayer, check: Check) -> None:
        target: Any = self.layer()
        if not target.isValid():
            raise self._unwritable(target.error().summary())
        self._refuse_other_kind(target, rows)
        self._refuse_somebody_s(target, rows)
        self._transaction = QgsTransaction.create({target})
        if self._transaction is None:
            raise self._unwritable("")
        begun, problem = self._transaction.begin(PATIENCE)
        if not begun:
            self._transaction = None
            raise self._unwritable(problem)
        positions = self._columns(target, rows)
        check()
        earlier = [one.id() for one in target.getFeatures(_numbers_only())]
        if not ask_provider(target, lambda provider: provider.deleteFeatures(earlier)):
            raise self._unwritable(_last(target))
        others = set(range(target.fields().count())) - set(positions)
        clauses = {one: ask_provider(target, partial(_default_clause, one)) for one in others}
        empty = QgsFeature(target.fields())
        for position, clause in clauses.items():
            if clause:
                empty[position] = clause  # which the provider knows, and leaves to the database
        for batch in _batches(rows, check):
            moved = [_moved(one, empty, positions) for one in batch]
            if not ask_provider(target, partial(_added, moved)):
                raise self._unwritable(_last(target))
        self._refuse_fewer(target, rows)

    def _columns(self, target: Any, rows: QgsVectorLayer) -> list[int]:
        """The position in the table of each field of the rows; columns that it lacks are added."""
        there = {name.lower() for name in target.fields().names()}
        lacking = [_as_column(field) for field in rows.fields().toList() if field.name().lower() not in there]
        if lacking and not ask_provider(target, lambda provider: provider.addAttributes(lacking)):
            raise self._unwritable(_last(target))
        target.updateFields()
        names = [name.lower() for name in target.fields().names()]
        positions = [names.index(field.name().lower()) for field in rows.fields().toList()]
        empty = set(range(len(names))) - set(positions) - set(target.primaryKeyAttributes())
        if lacking:
            self.notes.append(
                Note(
                    "{place}: columns were added: {columns}.",
                    {"place": self.words, "columns": ", ".join(one.name() for one in lacking)},
                )
            )
        if empty:
            self.notes.append(
                Note(
                    "{place}: nothing was written into the columns {columns}, which the result does not have.",
                    {"place": self.words, "columns": ", ".join(target.fields().names()[one] for one in sorted(empty))},
                    warning=True,
                )
            )
        return positions

    def _refuse_other_kind(self, target: QgsVectorLayer, rows: QgsVectorLayer) -> None:
        kind = QgsWkbTypes.geometryType
        unlike = target.wkbType() != rows.wkbType() and kind(target.wkbType()) != kind(rows.wkbType())
        general = QgsWkbTypes.flatType(target.wkbType()) == Qgis.WkbType.Unknown
        if (unlike and not general) or (rows.isSpatial() and target.crs() != rows.crs()):
            raise HeritageError(
                "{parameter}: {place} holds {kind} in {crs}, and the result is {other_kind} in {other_crs}. Choose "
                "another table.",
                parameter=self.parameter,
                place=self.words,
                kind=QgsWkbTypes.displayString(target.wkbType()),
                crs=target.crs().authid() or "-",
                other_kind=QgsWkbTypes.displayString(rows.wkbType()),
                other_crs=rows.crs().authid() or "-",
            )

    def _refuse_somebody_s(self, target: QgsVectorLayer, rows: QgsVectorLayer) -> None:
        """HeritageError where the table holds rows that this kind of output did not write: they would be lost.

        One without rows was made for the result. A tool's own has the fields that the output's style names, else all of
        the result's, but for a few that are newer; and no style of another output is stored with it.
        """
        qml, title, _ = self.style or ("", "", {})
        there = {name.lower() for name in target.fields().names()}
        named = {name.lower() for name in fields_named_by(qml)}
        result = [name for name in rows.fields().names() if name.lower() != "fid"]
        own = [name for name in result if name.lower() in named] or result
        lacking = [name for name in own if name.lower() not in there]
        related, _, names, _, _ = target.listStylesInDatabase()
        stored = set(names[: max(related, 0)]) & TITLES
        another = bool(stored) and title not in stored
        of_its_kind = len(own) - len(lacking) >= OF_ITS_KIND * len(own) and not another
        if of_its_kind or next(iter(target.getFeatures(_numbers_only())), None) is None:
            return
        if another:
            raise HeritageError(
                "{parameter}: {place} holds another result ({style}), which would be lost. Nothing was changed there. "
                "Choose another table, or empty this one first.",
                parameter=self.parameter,
                place=self.words,
                style=listed(sorted(stored)),
            )
        raise HeritageError(
            "{parameter}: {place} holds rows that are no earlier result of this output: it has no column {columns}. "
            "They would be lost, and nothing was changed there. Choose another table, or empty this one first.",
            parameter=self.parameter,
            place=self.words,
            columns=listed(lacking),
        )

    def _refuse_fewer(self, target: QgsVectorLayer, rows: QgsVectorLayer) -> None:
        arrived = sum(1 for _ in target.getFeatures(_numbers_only()))
        if arrived != rows.featureCount():
            raise HeritageError(
                "{parameter}: only {arrived} of {written:row|rows} arrived in {place}. Nothing was changed there.",
                parameter=self.parameter,
                arrived=arrived,
                written=rows.featureCount(),
                place=self.words,
            )

    def _geometry_column(self) -> str:
        if not self._exists:
            return "geom"
        return self._connection().table(self._uri.schema(), self._uri.table()).geometryColumn()

    def _connection(self) -> QgsAbstractDatabaseProviderConnection:
        connection = connection_to(self._uri)
        if connection is None:
            raise self._unwritable("")
        return connection

    def _unwritable(self, why: str) -> HeritageError:
        return HeritageError(
            "{parameter}: {place} cannot be written, and nothing was changed there. {why}",
            parameter=self.parameter,
            place=self.words,
            why=" ".join(without_password(why).split()),
        )


def _numbers_only() -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setNoAttributes()
    return request


def _at(uri: QgsDataSourceUri, schema: str, table: str, geometry: str) -> QgsDataSourceUri:
    """The address of another table in the same database."""
    other = QgsDataSourceUri(uri)
    other.setDataSource(schema, table, geometry, "", uri.keyColumn())
    return other


def _batches(rows: QgsVectorLayer, check: Check) -> Iterator[list[QgsFeature]]:
    batch: list[QgsFeature] = []
    for feature in rows.getFeatures():
        batch.append(feature)
        if len(batch) == BATCH:
            check()
            yield batch
            batch = []
    check()
    yield batch


def _moved(feature: QgsFeature, empty: QgsFeature, positions: list[int]) -> QgsFeature:
    """A row of the result as one of the table; `empty` is one with the table's own values for all else."""
    moved = QgsFeature(empty)
    moved.setGeometry(feature.geometry())
    for position, value in zip(positions, feature.attributes()):
        moved.setAttribute(position, value)
    return moved


def _as_column(field: QgsField) -> QgsField:
    column = new_field(field.name(), field.type())
    column.setTypeName(_COLUMN_TYPES.get(field.type(), "text"))
    return column


def _default_clause(position: int, provider: Any) -> str:
    return str(provider.defaultValueClause(position))


def _added(rows: list[QgsFeature], provider: Any) -> bool:
    return bool(provider.addFeatures(rows, QgsFeatureSink.Flag.FastInsert)[0])


def _last(target: Any) -> str:
    said = ask_provider(target, lambda provider: provider.errors())
    return str(said[-1] if said else ask_provider(target, lambda provider: provider.lastError()))
