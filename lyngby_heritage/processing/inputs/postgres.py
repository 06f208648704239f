"""What a PostgreSQL database says of itself and its tables, asked by questions that never change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

_MAY_ASK = "SELECT has_function_privilege('pg_control_system()', 'EXECUTE')"
_ITSELF = "SELECT current_database(), system_identifier FROM pg_control_system()"
"""The same by whatever name or way the server is reached. Who may not ask is told by the address that answers."""
_ITS_ADDRESS = "SELECT current_database(), inet_server_addr(), inet_server_port()"
_RELATIONS = """
SELECT c.oid, n.nspname, c.relname, pg_table_is_visible(c.oid), c.relkind IN ('r', 'p'),
has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'DELETE')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
"""
_READS = """
SELECT DISTINCT r.ev_class, d.refobjid FROM pg_rewrite r
JOIN pg_depend d ON d.objid = r.oid AND d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
WHERE d.refobjid <> r.ev_class
UNION SELECT inhparent, inhrelid FROM pg_inherits
"""
"""Views and what they read; tables and their parts."""


_SCHEMAS = """
SELECT nspname, nspname = current_schema(), has_schema_privilege(oid, 'CREATE') FROM pg_namespace
WHERE has_schema_privilege(oid, 'USAGE')
"""


_SECRET = re.compile(r"""(?<!\w)password\s*=\s*('(?:[^'\\]|\\.)*'|\S+)\s*|(?<=:)[^:@/\s]+(?=@)""", re.IGNORECASE)


def without_password(text: str) -> str:
    """An address or what is said of one, without the password in it; QGIS's own does not see one at the end."""
    return _SECRET.sub("", text)


@dataclass(frozen=True)
class Relation:
    """A table or view: whether its name is enough to find it, and what the user may do with it."""

    schema: str
    name: str
    visible: bool
    table: bool
    """Whether it is a table that rows lie in, no view and no other database's."""
    replaceable: bool
    """Whether the user may delete and add rows."""


@dataclass(frozen=True)
class Relations:
    """The tables and views of a database."""

    database: str
    tables: dict[int, Relation]
    """By number."""
    reads: dict[int, set[int]]
    """Number → the numbers of what it reads."""

    def named(self, schema: str, table: str) -> int | None:
        """The number of a table; without a schema as the search path finds it."""
        for number, one in self.tables.items():
            if one.name == table and (one.schema == schema or (not schema and one.visible)):
                return number
        return None


def is_query(table: str) -> bool:
    """Whether a query stands where the name of a table does."""
    return table.lstrip().startswith("(")


def connection_to(uri: QgsDataSourceUri) -> QgsAbstractDatabaseProviderConnection | None:
    """QGIS's connection to the database of an address."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    made: Any = metadata.createConnection(QgsDataSourceUri(uri).uri(False), {}) if metadata is not None else None
    return made if isinstance(made, QgsAbstractDatabaseProviderConnection) else None


def relations_of(uri: QgsDataSourceUri) -> Relations | None:
    """The tables of a database; None where it cannot be asked."""
    connection = connection_to(uri)
    if connection is None:
        return None
    try:
        itself = _name_of(connection)
        found = connection.executeSql(_RELATIONS)
        pairs = connection.executeSql(_READS)
    except QgsProviderConnectionException:
        return None
    reads: dict[int, set[int]] = {}
    for reader, read in pairs:
        reads.setdefault(int(reader), set()).add(int(read))
    tables = {int(number): Relation(schema, name, *map(bool, rights)) for number, schema, name, *rights in found}
    return Relations(itself, tables, reads)


def schemas_of(connection: QgsAbstractDatabaseProviderConnection) -> dict[str, tuple[bool, bool]]:
    """Schema → whether tables go there that name none, and whether the user may make tables in it."""
    return {name: (bool(current), bool(create)) for name, current, create in connection.executeSql(_SCHEMAS)}


def _name_of(connection: QgsAbstractDatabaseProviderConnection) -> str:
    may_ask = connection.executeSql(_MAY_ASK)[0][0]
    answer = connection.executeSql(_ITSELF if may_ask else _ITS_ADDRESS)
    return "postgres " + " ".join(map(str, answer[0]))
