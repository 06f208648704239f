"""Where rows really lie, by whatever address they are reached: a file and the layer in it, or a table of a database.

Links, other spellings and other names of a server are seen through; views, joins, VRTs and virtual layers are followed
to what they read.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsDataSourceUri,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QFile, QUrl
from qgis.PyQt.QtXml import QDomDocument

from ...core.common.gdal_errors import raising
from .postgres import Relation, Relations, is_query, relations_of
from .reopening import ask_provider

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtXml import QDomElement

OF_FILES = {"ogr", "gdal", "delimitedtext", "spatialite", "gpx"}
SHAPEFILE_PARTS = {".dbf", ".shx", ".prj", ".cpg"}
VRT_LAYERS = "OGRVRTLayer"
_POSTGRES_OF_GDAL = re.compile(r"^(PG:|postgres(ql)?://)", re.IGNORECASE)
_OPTION = re.compile(r"(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|\S+)")
DEEPEST = 8
"""VRTs in VRTs, or virtual layers on virtual layers, that are followed."""


@dataclass(frozen=True)
class Place:
    """A layer in a file, or a table in a database. Without a table: whichever there is."""

    store: str
    """The file, or what the database calls itself."""
    table: str | None = None

    def meets(self, other: Place) -> bool:
        """Whether the two may be one and the same."""
        return self.store == other.store and (None in (self.table, other.table) or self.table == other.table)


def places_of(layer: QgsMapLayer, depth: int = 0, tables: bool = True) -> Iterator[Place]:
    """Every place that a layer is read from: its own first, then what it joins, and what lies behind it.

    Without `tables` files alone: no database is asked.
    """
    yield from places_at(layer.providerType(), layer.source(), depth, tables)
    if not isinstance(layer, QgsVectorLayer) or depth == DEEPEST:
        return
    joined = [join.joinLayer() for join in layer.vectorJoins()]
    for one in [*joined, *_asked_by_name(layer)]:
        if one is not None:
            yield from places_of(one, depth + 1, tables)


def places_at(provider: str, source: str, depth: int = 0, tables: bool = True) -> Iterator[Place]:
    """Every place that an address of a provider of QGIS's is read from; without `tables` files alone."""
    if depth > DEEPEST:
        return
    if provider == "postgres":
        yield from _in_postgres(QgsDataSourceUri(source)) if tables else ()
    elif provider == "virtual":
        for one in QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(source.encode())).sourceLayers():
            if not one.isReferenced():
                yield from places_at(one.provider(), one.source(), depth + 1, tables)
    elif provider in OF_FILES:
        parts = QgsProviderRegistry.instance().decodeUri(provider, source)
        path = parts.get("path") or ""
        if _POSTGRES_OF_GDAL.match(path):
            yield from _in_postgres_by_gdal(path, parts.get("layerName") or "") if tables else ()
        elif path:
            yield from _in_file(provider, path, _named(source, parts), depth, tables)


def file_place(path: str, table: str | None = None) -> Place:
    """A file, or a layer in it, as its places compare. The parts of a shapefile are the one file."""
    stem, suffix = os.path.splitext(os.path.realpath(path))
    if os.path.isdir(path) and table:
        stem, suffix, table = os.path.join(os.path.realpath(path), table), ".shp", None
    if suffix.lower() in SHAPEFILE_PARTS and os.path.exists(stem + ".shp"):
        suffix = ".shp"
    return Place(os.path.normcase(stem + suffix), table.casefold() if table else None)


def table_place(uri: QgsDataSourceUri) -> Place | None:
    """The table of a PostgreSQL database that an address names, None where there is none."""
    known = relations_of(uri)
    found = known.named(uri.schema(), uri.table()) if known is not None else None
    return Place(known.database, str(found)) if known is not None and found is not None else None


def _named(source: str, parts: dict[str, Any]) -> str | None:
    """The layer in a file that an address names, or the first, as QGIS opens it; None where that may be any."""
    if str(parts.get("subset") or "").lower().startswith("select "):
        return None
    if parts.get("layerName"):
        return str(parts["layerName"])
    inside = QgsProviderRegistry.instance().querySublayers(source) if os.path.isfile(parts["path"]) else []
    return inside[0].name() if inside else None


def _in_file(provider: str, path: str, table: str | None, depth: int, tables: bool) -> Iterator[Place]:
    yield file_place(path, table)
    if path.lower().endswith(".vrt"):
        yield from _behind_raster(path) if provider == "gdal" else _behind_vrt(path, depth, tables)
    elif table and path.lower().endswith((".gpkg", ".sqlite", ".db")):
        yield from (file_place(path, one) for one in _behind_view(path, table))


def _behind_raster(path: str) -> Iterator[Place]:
    """The files of a raster VRT."""
    from osgeo import gdal

    with raising():
        try:
            files = gdal.Open(path).GetFileList()
        except RuntimeError:
            return
    yield from map(file_place, files)


def _behind_vrt(path: str, depth: int, tables: bool) -> Iterator[Place]:
    """What the layers of an OGR VRT are read from."""
    file, document = QFile(path), QDomDocument()
    if not file.open(QFile.OpenModeFlag.ReadOnly):
        return
    document.setContent(file.readAll())
    file.close()
    layers = document.documentElement().elementsByTagName(VRT_LAYERS)
    for one in (layers.at(number).toElement() for number in range(layers.length())):
        source = one.firstChildElement("SrcDataSource")
        address = source.text().strip()
        if source.attribute("relativeToVRT") == "1":
            address = os.path.join(os.path.dirname(path), address)
        yield from _behind_vrt_layer(address, one, depth, tables)


def _behind_vrt_layer(address: str, layer: QDomElement, depth: int, tables: bool) -> Iterator[Place]:
    query = layer.firstChildElement("SrcSQL").text().strip()
    name = layer.firstChildElement("SrcLayer").text().strip() or layer.attribute("name")
    if _POSTGRES_OF_GDAL.match(address):
        yield from _in_postgres_by_gdal(address, query or name) if tables else ()
    elif query:
        yield file_place(address)
    else:
        yield from places_at("ogr", f"{address}|layername={name}", depth + 1, tables)


def _behind_view(path: str, name: str) -> Iterator[str]:
    """The tables that a view of a GeoPackage names; nothing for a table."""
    if not os.path.isfile(path):
        return
    try:
        with closing(
            sqlite3.connect(f"file:{QUrl.toPercentEncoding(path, b'/').data().decode()}?mode=ro", uri=True)
        ) as db:
            kinds = db.execute(
                "SELECT lower(name), type, sql FROM sqlite_master WHERE type IN ('table', 'view')"
            ).fetchall()
    except sqlite3.Error:
        return
    made = {one: sql for one, kind, sql in kinds if kind == "view"}
    reads = {one: {other for other, _, _ in kinds if other != one and _says(sql, other)} for one, sql in made.items()}
    yield from reachable({name.lower()}, reads) - {name.lower()}


def _says(query: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", query, re.IGNORECASE) is not None


def reachable(begin: set[Any], steps: dict[Any, set[Any]]) -> set[Any]:
    """All that can be come to from `begin`, with it."""
    found, ahead = set(begin), list(begin)
    while ahead:
        new = steps.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found


def written_over(target: Place, read: Iterable[Place]) -> bool:
    """Whether writing to `target` would take away what is read from one of these places."""
    return any(target.meets(one) for one in read)


def _asked_by_name(layer: QgsVectorLayer) -> Iterable[QgsMapLayer | None]:
    """The layers of the project that the query of a virtual layer names."""
    if layer.providerType() != "virtual":
        return []
    project: Any = layer.project() or QgsProject.instance()
    asked = ask_provider(layer, lambda provider: [] if provider is None else provider.dependencies())
    return [project.mapLayer(one.layerId()) for one in asked]


# ---- PostgreSQL ------------------------------------------------------------------------------------------------------


def _in_postgres(uri: QgsDataSourceUri) -> Iterator[Place]:
    known = relations_of(uri)
    if known is None:
        return
    if is_query(uri.table()):
        yield from _named_in(known, uri.table())
    else:
        found = known.named(uri.schema(), uri.table())
        begin = set() if found is None else {found}
        yield from (Place(known.database, str(one)) for one in sorted(begin))
        yield from (Place(known.database, str(one)) for one in sorted(reachable(begin, known.reads) - begin))


def _in_postgres_by_gdal(address: str, what: str) -> Iterator[Place]:
    """What a connection of GDAL's reads: `what` is a table, a query, or empty for the tables that it lists, or all."""
    options = {name.lower(): value.strip("'") for name, value in _OPTION.findall(address.partition(":")[2])}
    if address.lower().startswith("postgres"):
        url = QUrl(address)
        options = {
            "host": url.host(),
            "port": str(max(url.port(), 0) or ""),
            "dbname": url.path().strip("/"),
            "user": url.userName(),
            "password": url.password(),
        }
    uri = QgsDataSourceUri()
    if options.get("service"):
        uri.setConnection(
            options["service"], options.get("dbname", ""), options.get("user", ""), options.get("password", "")
        )
    else:
        access = (options.get(name, "") for name in ("host", "port", "dbname", "user", "password"))
        uri.setConnection(*access)
    known = relations_of(uri)
    if known is None:
        return
    named = what or options.get("tables", "")
    if named:
        yield from _named_in(known, named)
    else:
        yield Place(known.database)


def _named_in(known: Relations, text: str) -> Iterator[Place]:
    """The relations whose names stand in a query or a list, and what they read."""
    begin = {number for number, one in known.tables.items() if _says_table(text, one)}
    yield from (Place(known.database, str(one)) for one in sorted(reachable(begin, known.reads)))


def _says_table(query: str, one: Relation) -> bool:
    schema, name = re.escape(one.schema), re.escape(one.name)
    with_schema = re.search(rf'(?<!\w){schema}"?\s*\.\s*"?{name}(?!\w)', query, re.IGNORECASE)
    bare = re.search(rf'(?<![\w.])(?<!\.")"?{name}(?!\w)', query, re.IGNORECASE)
    return bool(with_schema or bare)
