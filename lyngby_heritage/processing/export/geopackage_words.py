"""Writes into the finished GeoPackage what its layers and columns are, in the tables that QGIS and GDAL read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsBox3D, QgsLayerMetadata
from qgis.PyQt.QtXml import QDomDocument

from ...core.plan.table_words import columns_described, table_words
from .package_metadata import put_common

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.plan.about import About
    from .geopackage import GeoPackage

STANDARD = "http://mrcc.com/qgis.dtd"
"""How QGIS marks metadata as its own."""

_METADATA = (
    """CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT ''
)""",
    """CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id)
)""",
)
_EXTENSION = """
INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope)
SELECT ?1, NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write'
WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = ?1)
"""


def describe(path: Path, geopackage: GeoPackage, about: About) -> None:
    """Describe the layers and columns of a GeoPackage, a copy of `geopackage` that nobody has open.

    The tables of the schema extension are there already (`geopackage.name_columns`).
    """
    with closing(sqlite3.connect(path)) as database, database:
        for statement in _METADATA:
            database.execute(statement)
        database.executemany(_EXTENSION, [("gpkg_metadata",), ("gpkg_metadata_reference",)])
        for table in geopackage.layers:
            _describe_table(database, table, geopackage.crs, about)
            _describe_columns(database, table, geopackage.codes.get(table, {}))


def _describe_table(database: sqlite3.Connection, table: str, crs: QgsCoordinateReferenceSystem, about: About) -> None:
    words = table_words(table)
    title, *bounds = database.execute(
        "SELECT identifier, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (table,)
    ).fetchone()
    database.execute("UPDATE gpkg_contents SET description = ? WHERE table_name = ?", (words.whole, table))
    metadata = layer_metadata(table, title, about, crs, None if None in bounds else bounds)
    written = database.execute(
        "INSERT INTO gpkg_metadata (md_standard_uri, metadata) VALUES (?, ?)",
        (STANDARD, _xml(metadata)),
    )
    database.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)",
        (table, written.lastrowid),
    )


def layer_metadata(
    table: str,
    title: str,
    about: About,
    crs: QgsCoordinateReferenceSystem,
    bounds: list[float] | None = None,
) -> QgsLayerMetadata:
    """What a layer of the package says of itself."""
    words = table_words(table)
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setIdentifier(table)
    metadata.setTitle(title)
    metadata.setAbstract("\n\n".join(one for one in (words.whole, about.abstract) if one))
    put_common(metadata, about)
    metadata.setHistory([one for one in (words.lineage, *metadata.history()) if one])
    metadata.setLicenses([one for one in (about.licence,) if one])
    metadata.setRights([one for one in (about.rights,) if one])
    metadata.setCrs(crs)
    if bounds is not None:
        spatial = QgsLayerMetadata.SpatialExtent()
        spatial.extentCrs = crs
        west, south, east, north = bounds
        spatial.bounds = QgsBox3D(west, south, 0, east, north, 0)
        extent = metadata.extent()
        extent.setSpatialExtents([spatial])
        metadata.setExtent(extent)
    return metadata


def _xml(metadata: QgsLayerMetadata) -> str:
    """Metadata as QGIS writes them."""
    document = QDomDocument()
    root = document.createElement("qgis")
    root.setAttribute("version", Qgis.version())
    document.appendChild(root)
    metadata.writeMetadataXml(root, document)
    return str(document.toString())


def _describe_columns(database: sqlite3.Connection, table: str, codes: Mapping[str, Mapping[str, str]]) -> None:
    described = columns_described(table)
    there = [one for (one,) in database.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    for column in there:
        constraint = f"{table}_{column}" if codes.get(column) else None
        meaning = described.get(column)
        if constraint is None and meaning is None:
            continue
        changed = database.execute(
            "UPDATE gpkg_data_columns SET description = ?, constraint_name = ? "
            "WHERE table_name = ? AND column_name = ?",
            (meaning, constraint, table, column),
        )
        if not changed.rowcount:
            database.execute(
                "INSERT INTO gpkg_data_columns (table_name, column_name, name, description, constraint_name) "
                "VALUES (?, ?, ?, ?, ?)",
                (table, column, column, meaning, constraint),
            )
        if constraint is not None:
            database.executemany(
                "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
                "VALUES (?, 'enum', ?, ?)",
                _values(constraint, codes[column]),
            )


def _values(constraint: str, codes: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    return ((constraint, code, words) for code, words in codes.items())
