"""JSON as registers deliver it: one array of records, or GeoJSON; numbers keep the digits they came with."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ...core.common.errors import HeritageError
from . import head as heads
from .contents import as_text, encoding_of, opened
from .head import FIRST_ROWS, Head, crs_named, is_place_name, is_wkt, kind_of, wkt_kind

CHUNK = 1 << 20
"""Signs read at once."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:]')
_BETWEEN = re.compile(r"[\s,]*")
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*"((?:[^"\\]|\\.)*)"')
_CRS = re.compile(r'"crs"\s*:\s*\{.*?"name"\s*:\s*"([^"]*)"', re.DOTALL)
_TYPE = re.compile(r'"type"\s*:\s*"(\w+)"')
_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=lambda name: None)


def peek(begin: bytes, whole: bool) -> Head | None:
    """The head of an array of records or of GeoJSON; None where it is neither. `whole`: the bytes are all there is."""
    text, encoding = as_text(begin)
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("["):
        return _records(start, encoding, whole)
    features = _FEATURES.search(start)
    if start.startswith("{") and features and (_TYPE.search(start) or whole):
        return _geojson(start, features, encoding)
    return None


def needs_more(found: Head | None) -> bool:
    """Whether not even one record lay in the bytes that were looked at, though there is one."""
    return found is not None and found.has_rows is True and not found.first_rows


def records(path: Path, member: str | None) -> Iterator[dict[str, Any]]:
    """The records of an array, one at a time. HeritageError where it is damaged, cut off or holds something else."""
    file = path.name if member is None else member
    with opened(path, member) as raw:
        text = io.TextIOWrapper(raw, encoding_of(path, member), errors="replace", newline="")
        held = text.read(CHUNK)
        position, count, more = held.find("[") + 1, 0, True
        while True:
            position = _BETWEEN.match(held, position).end()  # type: ignore[union-attr]
            if position < len(held) and held[position] == "]":
                return
            try:
                record, end = _DECODER.raw_decode(held, position)
                if end == len(held) and more:  # a record ends in }, but who knows what stands here
                    raise ValueError
            except ValueError as error:
                chunk = text.read(max(CHUNK, len(held) - position))
                if not chunk and not more:
                    raise HeritageError(
                        "{file} is damaged or cut off after row {row}. Fetch it again.", file=file, row=count
                    ) from error
                held, position, more = held[position:] + chunk, 0, bool(chunk)
                continue
            count += 1
            if not isinstance(record, dict):
                raise HeritageError(
                    "{file}: row {row} is no record with names and values but {value}.",
                    file=file,
                    row=count,
                    value=str(record)[:80],
                )
            position = end
            yield record


def cell(value: Any) -> str | None:
    """A value as text, None where nothing stands: 160.0 is 160, and what is made of parts stays JSON."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return str(value)


def place_of(record: Mapping[str, Any]) -> str | None:
    """The field of a record that holds its geometry: called so, and of WKT, {"wkt": …} or GeoJSON."""
    return next((name for name, value in record.items() if is_place_name(name) and _kind(value) != ""), None)


def wkt_of(value: Any) -> str | None:
    """The WKT of a geometry that a record holds, or its GeoJSON as text; None where it has none."""
    if isinstance(value, Mapping):
        if "wkt" in value:
            srid = value.get("crs")
            text = value["wkt"]
            return f"SRID={srid};{text}" if text and isinstance(srid, int) else text
        return json.dumps(value, default=_plain) if "type" in value else None
    return value if isinstance(value, str) and value.strip() else None


def _records(start: str, encoding: str, whole: bool) -> Head | None:
    rows, rest = _decoded(start, 1)
    if rows and not all(isinstance(one, dict) for one in rows):
        return None
    if not rows:
        if not rest.startswith("{"):
            return Head(heads.JSON, has_rows=False, encoding=encoding) if rest.startswith("]") else None
        names = _keys(rest, 1)
        place = next(iter(filter(is_place_name, names)), None)
        fields = tuple(name for name in names if name != place)
        return Head(heads.JSON, fields=fields, has_rows=True, encoding=encoding, place_field=place)
    place = next((found for found in map(place_of, rows) if found), None)
    kind: str | None = heads.NONE
    if place is not None:
        kind = next((found for found in (_kind(row.get(place)) for row in rows) if found), None)
    names = tuple(dict.fromkeys(name for row in rows for name in row if name != place))
    return Head(
        heads.JSON,
        fields=names,
        first_rows=[{name: cell(value) for name, value in row.items() if name != place} for row in rows],
        geometry=kind,
        has_rows=True,
        encoding=encoding,
        place_field=place,
        crs=_said_crs(rows, place),
    )


def _geojson(start: str, features: re.Match[str], encoding: str) -> Head:
    before = start[: features.start()]
    crs = _CRS.search(before)
    name = _NAME.search(before[: crs.start()] + before[crs.end() :] if crs else before)
    rows, rest = _decoded(start, features.end())
    found = [one for one in rows if isinstance(one, dict)]
    more: dict[str, Any] = {
        "name": _unquoted(f'"{name[1]}"') if name else "",
        "crs": crs_named(crs[1]) if crs else None,
        "encoding": encoding,
    }
    if not found:
        begun = rest.startswith("{")
        kind = next((one for one in map(kind_of, _TYPE.findall(rest)) if one), None)
        return Head(heads.GEOJSON, fields=_properties(rest), geometry=kind, has_rows=begun, **more)
    properties, shapes = ([_parts(one.get(part)) for one in found] for part in ("properties", "geometry"))
    kinds = [kind_of(str(one.get("type", ""))) for one in shapes]
    kind = next((one for one in kinds if one), None)
    if kind is None and not rest.startswith("{") and not any(shapes):
        kind = heads.NONE
    fields = tuple(dict.fromkeys(name for one in properties for name in one))
    return Head(
        heads.GEOJSON,
        fields=fields,
        first_rows=[{name: _plain(value) for name, value in one.items()} for one in properties],
        geometry=kind,
        has_rows=True,
        **more,
    )


def _decoded(text: str, position: int) -> tuple[list[Any], str]:
    """The first whole values of an array from a position on, and what follows them."""
    rows: list[Any] = []
    while len(rows) < FIRST_ROWS:
        position = _BETWEEN.match(text, position).end()  # type: ignore[union-attr]
        try:
            value, position = _DECODER.raw_decode(text, position)
        except ValueError:
            break
        rows.append(value)
    return rows, text[_BETWEEN.match(text, position).end() :]  # type: ignore[union-attr]


def _keys(text: str, depth: int) -> tuple[str, ...]:
    """The names in a text of JSON that breaks off, so many braces deep, of the first object there."""
    found: dict[str, None] = {}
    level, last = 0, ""
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            level += 1
        elif sign in "}]":
            level -= 1
            if level < depth:
                break
        elif sign == ":":
            if level == depth and last:
                found[_unquoted(last)] = None
        else:
            last = sign
    return tuple(found)


def _parts(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _properties(text: str) -> tuple[str, ...]:
    """The names of the properties of a feature that breaks off."""
    found = re.search(r'"properties"\s*:\s*(?=\{)', text)
    return _keys(text[found.end() :], 1) if found else ()


def _kind(value: Any) -> str | None:
    """The kind of a geometry; None of one that is none or does not say; "" of what is no geometry at all."""
    if value is None or value == "":
        return None
    if isinstance(value, Mapping):
        if "wkt" in value:
            return wkt_kind(value["wkt"])
        return kind_of(str(value.get("type", ""))) if "coordinates" in value or "geometries" in value else ""
    return wkt_kind(value) if is_wkt(value) else ""


def _said_crs(rows: list[dict[str, Any]], place: str | None) -> str | None:
    said = [row[place].get("crs") for row in rows if place and isinstance(row.get(place), dict)]
    found = next((one for one in said if isinstance(one, int)), None)
    return None if found is None else f"EPSG:{found}"


def _unquoted(text: str) -> str:
    """A text of JSON without its quotes; as it stands where it holds what a text of JSON cannot."""
    try:
        return str(json.loads(text, strict=False))
    except ValueError:
        return text[1:-1]


def _digits(value: Decimal) -> str:
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and "E" not in text else text


def _plain(value: Any) -> Any:
    """A value with its numbers as Python's own."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
