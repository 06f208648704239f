"""Checksums of the GeoPackage of the package: what people can change in it, its styles, and the rows of one table."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ...core.common.errors import Check

_ROWS = {
    "bygninger": 'SELECT * FROM "bygninger" ORDER BY fid',
    "ejendomme": 'SELECT * FROM "ejendomme" ORDER BY fid',
    "landskab": 'SELECT * FROM "landskab" ORDER BY fid',
    "kulturmiljoeer": 'SELECT * FROM "kulturmiljoeer" ORDER BY fid',
    "kulturmiljoe_forslag": 'SELECT * FROM "kulturmiljoe_forslag" ORDER BY fid',
    "lokalplaner": 'SELECT * FROM "lokalplaner" ORDER BY fid',
    "dal": 'SELECT * FROM "dal" ORDER BY fid',
    "aendringer": 'SELECT * FROM "aendringer" ORDER BY fid',
    "afgraensning": 'SELECT * FROM "afgraensning" ORDER BY fid',
}
_CONTENT = (
    *_ROWS.values(),
    'SELECT * FROM "kortblade" ORDER BY fid',
    'SELECT * FROM "nabopar" ORDER BY fid',
)
_STYLES = 'SELECT f_table_name, styleName, styleQML, useAsDefault, description FROM "layer_styles" ORDER BY id'
_TABLES = """
SELECT name, sql FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'gpkg\\_%' ESCAPE '\\' AND name NOT LIKE 'rtree\\_%' ESCAPE '\\'
  AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'koersel' ORDER BY name
"""


def content_checksum(database: Any) -> Any:
    """SHA-256 over all that people can change in a GeoPackage of the package: its tables, columns and rows.

    Not over what QGIS and GDAL keep for themselves, such as indexes and times, nor over the table `koersel`.
    """
    digest = hashlib.sha256(repr(database.execute(_TABLES).fetchall()).encode("utf-8", "surrogatepass"))
    for select in _CONTENT:
        try:
            cursor = database.execute(select)
        except sqlite3.OperationalError:  # the package has no such layer
            continue
        while rows := cursor.fetchmany(5_000):
            digest.update(repr(rows).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def style_checksum(database: Any) -> Any:
    """SHA-256 over the styles of a GeoPackage. QGIS writes random colours into each: no two runs have the same."""
    return hashlib.sha256(repr(database.execute(_STYLES).fetchall()).encode("utf-8", "surrogatepass")).hexdigest()


def checksum(path: Path, table: str, check: Check) -> str:
    """SHA-256 over the rows of a table as they stand in the file, geometries too, in their order."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path)) as database:
        cursor = database.execute(_ROWS[table])
        digest.update(repr([one[0] for one in cursor.description]).encode())
        while rows := cursor.fetchmany(5_000):
            check()
            digest.update(repr(rows).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
