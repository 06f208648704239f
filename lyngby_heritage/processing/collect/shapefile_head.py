"""A shapefile by the headers of its .dbf and .shp."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path
from typing import Any

from ...core.common.errors import HeritageError
from ..inputs.opening import looks_utf8
from . import head as heads
from .contents import BEGINNING, UNREADABLE, WINDOWS, beginning, told_name
from .head import FIRST_ROWS, Head, crs_named

SHP_SIGN = 9994
_SHP_TYPE = slice(32, 36)
_KINDS = {0: None, 1: heads.POINT, 3: heads.LINE, 5: heads.POLYGON, 8: heads.POINT, 31: heads.POLYGON}
"""Type of shape, without the tens that tell of Z and M → kind."""
FIELD = 32
"""Bytes that describe a field."""
END_OF_FIELDS = 0x0D
DELETED = b"*"
_NAMED = re.compile(r'^\s*[A-Z_]+\s*\[\s*"([^"]*)"')
_CODE = re.compile(r'AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$')
_UTM = re.compile(r"^ETRS_?(?:19)?89[ _/]+UTM[ _]+zone[ _]+(\d+)N", re.IGNORECASE)


def peek(path: Path, member: str | None, archive: zipfile.ZipFile | None, begin: bytes) -> Head:
    """The head of a .shp, or of a .dbf alone, whose first bytes are given. HeritageError where it is damaged."""
    file = path.name if member is None else member
    alone = file.lower().endswith(".dbf")
    kind: str | None = heads.NONE
    if not alone:
        if len(begin) < 100 or int.from_bytes(begin[:4], "big") != SHP_SIGN:
            raise _damaged(file)
        number = int.from_bytes(begin[_SHP_TYPE], "little")
        kind = _KINDS.get(number if number == 31 else number % 10)
    table = begin if alone else beside(path, member, archive, ".dbf")
    if table is None:
        raise HeritageError(
            "{file} lacks its .dbf, in which everything but the outlines stands. Fetch all of its parts (.shp, .shx, "
            ".dbf, .prj).",
            file=file,
        )
    if len(table) < FIELD + 1:
        raise _damaged(file)
    encoding = _encoding(beside(path, member, archive, ".cpg"), table)
    fields, widths = _fields(table, encoding)
    rows = int.from_bytes(table[4:8], "little")
    prj = None if alone else beside(path, member, archive, ".prj")
    return Head(
        heads.SHAPEFILE,
        Path(file).stem,
        fields,
        _rows(table, fields, widths, encoding, rows),
        kind,
        has_rows=rows > 0,
        rows=rows,
        crs=_crs(prj),
        encoding=encoding,
    )


def beside(path: Path, member: str | None, archive: zipfile.ZipFile | None, ending: str) -> bytes | None:
    """The first bytes of the part with this ending, in whatever case; None where there is none."""
    try:
        if member is None:
            for one in (ending, ending.upper()):
                part = path.with_suffix(one)
                if part.is_file():
                    return beginning(part)
            return None
        if archive is None:
            with zipfile.ZipFile(path) as opened:
                return beside(path, member, opened, ending)
        wanted = f"{member.rpartition('.')[0]}{ending}".lower()
        found = next((one for one in map(told_name, archive.infolist()) if one.lower() == wanted), None)
        return None if found is None else beginning(path, found, archive, BEGINNING)
    except UNREADABLE:
        return None


def _fields(table: bytes, encoding: str) -> tuple[tuple[str, ...], list[int]]:
    names, widths = [], []
    length = int.from_bytes(table[8:10], "little")
    for start in range(FIELD, min(length, len(table)), FIELD):
        if table[start] == END_OF_FIELDS or start + FIELD > len(table):
            break
        names.append(table[start : start + 11].split(b"\x00")[0].decode(encoding, "replace").strip())
        widths.append(table[start + 16])
    return tuple(names), widths


def _rows(table: bytes, fields: tuple[str, ...], widths: list[int], encoding: str, count: int) -> list[dict[str, Any]]:
    begin, length = struct.unpack("<HH", table[8:12])
    rows: list[dict[str, Any]] = []
    for number in range(count):
        record = table[begin + number * length : begin + (number + 1) * length]
        if len(record) < length or len(rows) == FIRST_ROWS:
            break
        if record[:1] == DELETED:
            continue
        position, row = 1, {}
        for name, width in zip(fields, widths):
            text = record[position : position + width].decode(encoding, "replace").strip(" \x00")
            row[name] = text if text.strip("*") else None  # a number that is not there is stars
            position += width
        rows.append(row)
    return rows


def _encoding(cpg: bytes | None, table: bytes) -> str:
    """UTF-8 or Windows-1252, by the letters in the table, else by what the .cpg says."""
    found = looks_utf8(table[int.from_bytes(table[8:10], "little") :])
    if found is None:
        found = cpg is not None and b"UTF" in cpg.upper()
    return "utf-8" if found else WINDOWS


def _crs(prj: bytes | None) -> str | None:
    text = (prj or b"").decode("utf-8", "replace")
    code, named = _CODE.search(text), _NAMED.match(text)
    if code:
        return f"EPSG:{code[1]}"
    utm = _UTM.match(named[1]) if named else None
    if utm:
        return f"EPSG:{25800 + int(utm[1])}"
    return crs_named(named[1]) if named else None


def _damaged(file: str) -> HeritageError:
    return HeritageError(
        "{file} is no whole shapefile: it is damaged, or the download broke off. Fetch all of its parts (.shp, .shx, "
        ".dbf, .prj) again.",
        file=file,
    )
