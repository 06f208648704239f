"""The layers of a GeoPackage, asked without opening it for writing: no -wal or -shm falls beside it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ...core.common.errors import HeritageError
from ...core.common.gdal_errors import raising
from . import head as heads
from .contents import beginning, unreadable
from .gdal_head import first_rows, heads_of
from .head import Head, kind_of, of_layers

BEGINNING = 1 << 18
"""Bytes of a GeoPackage in a zip that are unpacked: what it says of its layers is written first."""
MOST_LAYERS = 5
"""Layers whose first rows are read."""
SIGN = b"SQLite format 3\x00"
_PAGE_SIZE, _WRITTEN_AS, _CHANGES = slice(16, 18), slice(18, 20), slice(24, 28)
_PAGES, _FREE_LIST, _VALID_FOR = slice(28, 32), slice(32, 40), slice(92, 96)
_LAYERS = """
SELECT c.table_name, c.data_type, g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id
FROM gpkg_contents AS c
LEFT JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
LEFT JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id
WHERE c.data_type IN ('features', 'attributes', 'aspatial')
ORDER BY c.rowid
"""
_COLUMNS = "SELECT name, pk FROM pragma_table_info(?)"
_COUNTS = "SELECT table_name, feature_count FROM gpkg_ogr_contents"


def peek(path: Path) -> Head:
    """The layers of a GeoPackage. HeritageError where it is damaged or has not been written to its end."""
    if _begins_empty(path):
        raise HeritageError("{file} is empty.", file=str(path))
    layers = _layers(path, str(path))
    problem = None
    if os.path.exists(f"{path}-wal") and os.path.getsize(f"{path}-wal"):
        problem = HeritageError(
            "{file} is open in another program, or was not closed: its last changes lie beside it in {wal} and are not "
            "seen. Close it there.",
            file=str(path),
            wal=f"{path.name}-wal",
        )
    return of_layers(heads.GEOPACKAGE, _with_rows(path, layers), problem=problem)


def peek_member(path: Path, member: str, archive: zipfile.ZipFile | None) -> Head:
    """The layers of a GeoPackage in a zip, by its beginning; where that does not hold them, by GDAL."""
    begin = bytearray(beginning(path, member, archive, BEGINNING))
    if not begin.startswith(SIGN):
        raise _damaged(f"{path} ({member})")
    size = int.from_bytes(begin[_PAGE_SIZE], "big")
    size = 65_536 if size == 1 else size
    pages = len(begin) // size if size else 0
    begin[_PAGES] = pages.to_bytes(4, "big")
    begin[_VALID_FOR] = begin[_CHANGES]
    begin[_WRITTEN_AS] = b"\x01\x01"  # no write-ahead log is asked for
    begin[_FREE_LIST] = bytes(8)
    handle, name = tempfile.mkstemp(suffix=".gpkg")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(begin[: pages * size])
        try:
            layers = _layers(Path(name), f"{path} ({member})")
        except HeritageError:
            return _by_gdal(path, member)
        return of_layers(heads.GEOPACKAGE, _with_rows(Path(name), layers))
    finally:
        Path(name).unlink(missing_ok=True)


def read_only(path: Path) -> str:
    """The address under which SQLite reads a file and writes nothing beside it; of a path on a server too."""
    place = path.resolve().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode=ro&immutable=1"


def _layers(path: Path, file: str) -> list[Head]:
    try:
        with closing(sqlite3.connect(read_only(path), uri=True)) as database:
            found = [row for row in database.execute(_LAYERS).fetchall() if isinstance(row[0], str)]
            try:
                counts = dict(database.execute(_COUNTS).fetchall())
            except sqlite3.Error:
                counts = {}
            return [_head(row, database.execute(_COLUMNS, row[:1]).fetchall(), counts) for row in found]
    except (sqlite3.Error, UnicodeError) as error:
        raise _damaged(file, str(error)) from error
    except OSError as error:
        raise unreadable(error, path) from error


def _head(row: tuple[Any, ...], columns: list[tuple[str, int]], counts: Mapping[str, int | None]) -> Head:
    name, _, place, kind, organisation, code = row
    count = counts.get(name)
    fields = tuple(column for column, key in columns if column != place and not key)
    return Head(
        heads.GEOPACKAGE,
        name,
        fields,
        geometry=heads.NONE if place is None else kind_of(kind or ""),
        has_rows=None if count is None or count < 0 else count > 0,
        rows=None if count is None or count < 0 else count,
        crs=f"{organisation.upper()}:{code}" if organisation and code and code > 0 else None,
    )


def _with_rows(path: Path, layers: list[Head]) -> list[Head]:
    """The layers, the first of them with their first rows."""
    from osgeo import gdal

    if not layers or all(one.has_rows is False for one in layers):
        return layers
    out = []
    with raising():
        try:
            options = ["IMMUTABLE=YES", "LIST_ALL_TABLES=NO"]
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"], open_options=options)
        except RuntimeError:
            return layers
        for number, one in enumerate(layers):
            rows = (
                first_rows(dataset.GetLayerByName(one.name))
                if number < MOST_LAYERS and one.has_rows is not False
                else []
            )
            has_rows = True if rows else one.has_rows
            out.append(Head(**{**vars(one), "first_rows": rows, "has_rows": has_rows}))
        del dataset
    return out


def _by_gdal(path: Path, member: str) -> Head:
    from osgeo import gdal

    with raising():
        try:
            place = f"/vsizip/{{{path}}}/{member}"
            dataset = gdal.OpenEx(place, gdal.OF_VECTOR, allowed_drivers=["GPKG"], open_options=["IMMUTABLE=YES"])
        except RuntimeError as error:
            raise _damaged(f"{path} ({member})", str(error)) from error
        return of_layers(heads.GEOPACKAGE, heads_of(dataset, heads.GEOPACKAGE))


def _begins_empty(path: Path) -> bool:
    try:
        begin = beginning(path, size=len(SIGN))
    except OSError as error:
        raise unreadable(error, path) from error
    if begin and not begin.startswith(SIGN):
        raise _damaged(str(path))
    return not begin


def _damaged(file: str, said: str = "") -> HeritageError:
    return HeritageError(
        "{file} is no GeoPackage that can be read{said}: it is damaged, or the download broke off. Fetch it again.",
        file=file,
        said=f" ({said})" if said else "",
    )
