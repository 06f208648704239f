"""What a service's answers say: its layers, how many rows there are, an error in place of rows, the files it has.

Read from the text itself, as far as it is needed: an answer is somebody else's, and may be anything.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .deliveries import fildownload

HEAD = 4_000
"""Letters of an answer that tell what it is."""
_TYPE_NAME = re.compile(r"<(?:\w+:)?FeatureType\b[^>]*>.*?<(?:\w+:)?Name\b[^>]*>\s*([^<\s]+)\s*<", re.DOTALL)
_COUNT = re.compile(r"\b(?:numberMatched|numberOfFeatures|totalFeatures)[\"']?\s*[=:]\s*[\"']?(\d+)")
_EXCEPTION = re.compile(r"<(?:\w+:)?(?:ExceptionReport|ServiceExceptionReport)\b|\"exceptions\"\s*:")
_SAID = re.compile(r"<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>(.*?)</", re.DOTALL)
_PAGE = re.compile(r"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(r"<(?:\w+:)?element\b[^>]*?\bname=[\"']([^\"']+)[\"'][^>]*?\btype=[\"'](?:(\w+):)?(\w+)[\"']")
_KINDS = {"point": "point", "curve": "line", "line": "line", "surface": "polygon", "polygon": "polygon"}
"""How GML's types of geometry begin, without Multi → kind of geometry."""
_LONGEST = 200


@dataclass(frozen=True)
class File:
    """A file that Fildownload has."""

    name: str
    size: int
    md5: str
    """"" where it is not said."""
    generated: str
    """When its rows were drawn, as the service writes it."""
    municipality: str
    """Four digits; "" for the whole country."""
    form: str
    total: bool
    current: bool


def feature_types(capabilities: str) -> list[str]:
    """The names of a WFS's layers."""
    return [html.unescape(name) for name in _TYPE_NAME.findall(capabilities)]


def same_layer(wanted: str, names: Iterable[str]) -> str | None:
    """The name by which a service has a layer today: a suffix _v, the letters' case and the namespace may differ.

    >>> same_layer("pdk:theme_pdk_lokalplan_vedtaget", ["pdk:theme_pdk_lokalplan_vedtaget_v", "pdk:andet"])
    'pdk:theme_pdk_lokalplan_vedtaget_v'
    >>> same_layer("dai:bes_naturtyper", ["dai_historik:bes_naturtyper"]) is None
    True
    """
    every = list(names)
    for alike in (str, str.lower, _without_suffix, lambda name: _without_suffix(name.rpartition(":")[2])):
        found = [name for name in every if alike(name) == alike(wanted)]
        bare = alike not in (str, str.lower, _without_suffix)
        if len(found) == 1 and not (bare and ":" in wanted and ":" in found[0]):
            return found[0]
    return None


def _without_suffix(name: str) -> str:
    return re.sub(r"_v$", "", name.lower())


def described(schema: str) -> tuple[list[str], str | None]:
    """The fields of a layer as its description (XSD) names them, and its kind of geometry, None where it has none.

    >>> described('<element name="navn" type="string"/><element name="geometri" type="gml:MultiSurfacePropertyType"/>')
    (['navn'], 'polygon')
    """
    fields, kind = [], None
    for name, space, type_name in _ELEMENT.findall(schema):
        if type_name.endswith("PropertyType"):
            bare = type_name.lower().replace("multi", "")
            kind = next((one for begin, one in _KINDS.items() if bare.startswith(begin)), "polygon")
        elif space in ("", "xsd", "xs", "gml") and not type_name.endswith(f"{name}Type") and name != type_name:
            fields.append(html.unescape(name))
    return [name for name in fields if not name.startswith("_")], kind


def matched(answer: str) -> int | None:
    """How many rows a service says it has of what was asked for; None where it does not say."""
    found = _COUNT.search(answer[:HEAD])
    return int(found[1]) if found else None


def is_web_page(answer: str) -> bool:
    """Whether a page for people came in place of data."""
    return bool(_PAGE.match(answer[:HEAD]))


def exception(answer: str) -> str | None:
    """What a service says is wrong, "" where it does not say; None where the answer is no such report."""
    if not _EXCEPTION.search(answer[:HEAD]):
        return None
    said = _SAID.search(answer)
    text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", said[1])).split()) if said else ""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def files_listed(answer: str) -> tuple[list[File], int]:
    """The files on a page of Fildownload's list, and how many pages there are. ValueError where it is no such list."""
    content = json.loads(answer)
    rows = [row for row in _records(content) if row.get("fileName")]
    pages = next((int(one["totalPages"]) for one in _records(content) if str(one.get("totalPages", "")).isdigit()), 1)
    return [_file(row) for row in rows], max(1, pages)


def best_file(files: Sequence[File], municipality: str, form: str, smallest: int) -> File | None:
    """The file to fetch: of the municipality before the whole country, total and current, the newest with rows.

    `smallest` is the size in bytes below which a file holds headings alone. None where there is none.
    """
    fit = [
        one
        for one in files
        if one.total and one.form == form and one.municipality in (municipality, "") and one.size >= smallest
    ]
    return max(fit, key=_preference, default=None)


def _preference(one: File) -> tuple[bool, bool, int, str, int]:
    said = fildownload(one.name)
    version, generation = (said.version, said.generation) if said else (0, 0)
    return bool(one.municipality), one.current, version, one.generated, generation


def _file(row: Mapping[str, Any]) -> File:
    said = fildownload(str(row["fileName"]))
    code = str(row.get("municipalityCode") or (said.municipality if said and said.municipality else "") or "")
    size = str(row.get("fileSizeInBytes"))
    return File(
        name=str(row["fileName"]),
        size=int(size) if size.isdigit() else 0,
        md5=str(row.get("md5Hash") or ""),
        generated=str(row.get("generationTime") or ""),
        municipality=code.zfill(4) if code.isdigit() else "",
        form=str(row.get("containedFileFormat") or row.get("outputFileFormat") or "").lower(),
        total=not said.delta if said else "delta" not in str(row.get("typeOfDownload") or "").lower(),
        current=said.current if said else str(row.get("typeOfData") or "").lower() == "current",
    )


def _records(content: Any) -> Iterator[Mapping[str, Any]]:
    """Every object at any depth of a JSON answer, whatever it is packed in."""
    ahead = [content]
    while ahead:
        one = ahead.pop(0)
        if isinstance(one, Mapping):
            yield one
            ahead += list(one.values())
        elif isinstance(one, list):
            ahead += one
