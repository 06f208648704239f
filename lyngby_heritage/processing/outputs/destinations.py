"""Where an output goes: a file of its own, a layer in a file, a table of a database, or nowhere that lasts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsDataSourceUri, QgsProcessingOutputLayerDefinition, QgsProperty

from ...core.common.errors import HeritageError
from ..inputs.parameters import is_blank
from ..inputs.places import Place, file_place, table_place
from ..inputs.postgres import without_password

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

_SCHEME = re.compile(r"^([a-z][a-z0-9+]+):", re.IGNORECASE)
_POSTGRES = re.compile(r"^(postgis|postgres):(//)?", re.IGNORECASE)
TEMPORARY = "TEMPORARY_OUTPUT"
NOT_WHOLE = {"mssql", "oracle", "hana", "spatialite"}
"""Databases that QGIS writes to row by row: a run that fails would leave half of them."""
SQLITE = (".gpkg", ".sqlite")


def is_temporary(value: Any) -> bool:
    """Whether the value of an output asks QGIS for a place that it deletes when it closes."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    return bool(value == TEMPORARY)


@dataclass(frozen=True)
class Destination:
    """A place that an output is written to and stays at."""

    path: Path | None = None
    """The file, or None for a table of a database."""
    uri: QgsDataSourceUri | None = None
    """The layer in the file, or the table; None for a file of its own."""

    @property
    def is_layer(self) -> bool:
        """Whether it is one layer in a file that may hold others."""
        return self.path is not None and self.uri is not None

    @property
    def is_table(self) -> bool:
        """Whether it is a table of a database."""
        return self.path is None

    @property
    def place(self) -> Place:
        """The place that is written over; of a table that is not there yet, its name on its server."""
        if self.path is not None:
            return file_place(str(self.path), self.uri.table() if self.uri is not None else None)
        uri = self.uri if self.uri is not None else QgsDataSourceUri()
        server = " ".join((uri.service(), uri.host(), uri.port(), uri.database()))
        return table_place(uri) or Place(server, f"{uri.schema()}.{uri.table()}")

    @property
    def words(self) -> str:
        """How the place is told of: never with a password."""
        if self.uri is None:
            return str(self.path)
        if self.path is not None:
            return f"{self.uri.table()} ({self.path})"
        return ".".join(one for one in (self.uri.schema(), self.uri.table()) if one) + f" ({self.uri.database()})"

    def moved_to(self, staged: Path) -> str:
        """The value of the output that writes into another file instead."""
        if self.uri is None:
            return str(staged)
        uri = QgsDataSourceUri(self.uri)
        uri.setDatabase(str(staged))
        return f"ogr:{uri.uri(False)}"


def destination_of(name: str, value: Any, context: QgsProcessingContext) -> Destination | None:
    """Where the value of the output `name` leads; None for a layer in memory, or one that QGIS finds a place for.

    HeritageError for a database that cannot be written to whole or not at all.
    """
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    if not isinstance(value, str) or is_blank(value) or value == TEMPORARY:
        return None
    scheme = _SCHEME.match(value)
    if scheme is None or os.path.isabs(value):
        return Destination(Path(os.path.abspath(value)))
    if _POSTGRES.match(value):
        return _table(name, value)
    if scheme[1].lower() == "ogr":
        return _layer(name, value)
    if scheme[1].lower() in NOT_WHOLE:
        raise HeritageError(
            "{parameter}: a database of the kind {database} cannot be written to whole or not at all, so that a run "
            "that fails would leave half a result. Choose a GeoPackage or a table of PostGIS, and copy the result from "
            "there.",
            parameter=name,
            database=scheme[1],
        )
    return None


def _table(name: str, value: str) -> Destination:
    uri = QgsDataSourceUri(_POSTGRES.sub("", value))
    if not uri.table():
        raise HeritageError(
            "{parameter}: no table is named in {value}. Write it as postgis:dbname='kort' host=… table=\"schema\"."
            '"name" (geom).',
            parameter=name,
            value=without_password(value),
        )
    return Destination(None, uri)


def _layer(name: str, value: str) -> Destination | None:
    uri = QgsDataSourceUri(value[len("ogr:") :])
    path = Path(os.path.abspath(uri.database()))
    if not uri.database() or not uri.table() or path.suffix.lower() not in SQLITE:
        raise HeritageError(
            "{parameter}: {value} names no layer in a GeoPackage. Write it as ogr:dbname='C:/data/by.gpkg' "
            'table="name" (geom).',
            parameter=name,
            value=without_password(value),
        )
    return Destination(path, uri)


def overwrites(parameter: str, other: str, target: Destination, file: str | None) -> HeritageError:
    """The error of an output that would take away what `other`, which lies in `file` or elsewhere, is read from.

    `other` may be another output, which would be lost as well.
    """
    if target.path is not None and file == os.path.realpath(target.path):
        return HeritageError(
            "{parameter} is the same file as {other}: {file}. Choose another name for it.",
            parameter=parameter,
            other=other,
            file=str(target.path),
        )
    if other.startswith("OUTPUT"):
        return HeritageError(
            "{parameter} would replace {place}, which {other} is written into. Choose another name for it.",
            parameter=parameter,
            other=other,
            place=target.words,
        )
    return HeritageError(
        "{parameter} would replace {place}, which {other} is read from. Choose another name for it.",
        parameter=parameter,
        other=other,
        place=target.words,
    )
