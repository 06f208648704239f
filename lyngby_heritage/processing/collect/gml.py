"""GML: what its features are called and hold, and its rows, read where no .gfs of GDAL's falls beside the file."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...core.common.errors import Check, HeritageError
from ...core.common.gdal_errors import raising
from . import head as heads
from .contents import BLOCK, opened
from .head import FIRST_ROWS, Head, crs_named, kind_of, of_layers
from .xml_parsing import DAMAGED, OwnEntities, encoding_of, local, own_entities, parse_beginning, parser, told_encoding

MEMBERS = {"featureMember", "member", "featureMembers"}
"""What stands round a feature."""
_MEMBER = re.compile(rb"<(?:[\w.-]+:)?(?:featureMember|member)\b[^>]*>\s*<")
_NAMESPACE = re.compile(rb"""["']https?://www\.opengis\.net/(?:gml|wfs)""")
SAMPLES = 4
SAMPLE = 4096
"""Bytes looked at here and there in a file, for layers that do not lie in its beginning."""
OPEN_OPTIONS = ["DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", "EXPOSE_GML_ID=YES", "EXPOSE_FID=NO"]
CONFIG = {
    "GML_FIELDTYPES": "ALWAYS_STRING",
    "GML_DOWNLOAD_WFS_SCHEMA": "NO",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "GML_ATTRIBUTES_TO_OGR_FIELDS": "NO",
}
"""Values as they came, and nothing fetched from the addresses in the file."""


def is_gml(begin: bytes) -> bool:
    """Whether XML is a collection of features."""
    return _NAMESPACE.search(begin) is not None and b"eature" in begin


@dataclass
class _Layer:
    name: str
    fields: dict[str, None] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    kind: str | None = None
    placed: bool = False


@dataclass
class _Seen:
    """The features in the beginning of a file."""

    stack: list[str] = field(default_factory=list)
    layers: dict[str, _Layer] = field(default_factory=dict)
    crs: str | None = None
    at: int = 0
    """The depth of the feature, 0 outside of one."""
    layer: _Layer | None = None
    row: dict[str, Any] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    place: bool = False
    """Whether the property that is read is a geometry."""
    parts: bool = False
    """Whether it has elements in it."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        self.stack.append(name)
        depth = len(self.stack)
        srs = attributes.get("srsName")
        if srs and self.crs is None:
            self.crs = crs_named(srs)
        if not self.at:
            if depth > 1 and self.stack[-2] in MEMBERS:
                self.at, self.row = depth, {}
                self.layer = self.layers.setdefault(name, _Layer(name))
            return
        if depth == self.at + 1:
            self.place = self.parts = False
        elif depth > self.at + 1 and not self.place and self.layer is not None:
            kind = kind_of(name)
            if kind is not None and self.stack[self.at] != "boundedBy":
                self.place, self.layer.placed = True, True
                self.layer.kind = self.layer.kind or kind
            self.parts = True
        self.texts.clear()

    def end(self, name: str) -> None:
        name = local(name)
        depth = len(self.stack)
        inside = self.at and self.layer is not None
        if inside and depth > self.at and not self.place and self.stack[self.at] != "boundedBy":
            text = "".join(self.texts).strip()
            if text or (depth == self.at + 1 and not self.parts):
                self.row.setdefault(name, text or None)
                self.layer.fields.setdefault(name)  # type: ignore[union-attr]
        elif inside and depth == self.at:
            if len(self.layer.rows) < FIRST_ROWS:  # type: ignore[union-attr]
                self.layer.rows.append(self.row)  # type: ignore[union-attr]
            self.at, self.layer = 0, None
        self.texts.clear()
        self.stack.pop()

    def text(self, data: str) -> None:
        if self.at and not self.place:
            self.texts.append(data)


def peek(begin: bytes, file: str, samples: tuple[bytes, ...] = ()) -> Head | None:
    """The head of GML, its layers as far as they are met; None where it is none.

    HeritageError where it cannot be read. `samples` are pieces from further on.
    """
    if not is_gml(begin):
        return None
    seen = _Seen()
    _parse(seen, begin, encoding_of(begin), file)
    written = None if told_encoding(begin) == "utf-8" else "iso-8859-1"
    for sample in samples:
        found = _MEMBER.search(sample)
        if found:
            seen.stack.clear()
            seen.at = 0
            _parse(seen, b"<sample>" + sample[found.start() :], written, file)
    encoding = told_encoding(begin)
    layers = [
        Head(
            heads.GML,
            one.name,
            tuple(one.fields),
            one.rows,
            one.kind if one.placed else heads.NONE,
            has_rows=True,
            crs=seen.crs,
            encoding=encoding,
        )
        for one in seen.layers.values()
    ]
    return of_layers(heads.GML, layers)


def samples_of(path: Path, size: int) -> tuple[bytes, ...]:
    """Pieces of a file beyond its beginning."""
    with open(path, "rb") as file:
        found = []
        for number in range(1, SAMPLES + 1):
            file.seek(size * number // (SAMPLES + 1))
            found.append(file.read(SAMPLE))
        return tuple(found)


@contextmanager
def opened_layer(path: Path, member: str | None, name: str | None, work: Path, check: Check) -> Iterator[Any]:
    """GDAL's layer of a GML file, copied into a folder in `work` without its .xsd.

    HeritageError where GDAL cannot read it or it has no layer of that name.
    """
    from osgeo import gdal

    file = path.name if member is None else member
    folder = Path(tempfile.mkdtemp(prefix="gml-", dir=work))
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in CONFIG}
    try:
        copy = folder / "delivery.gml"
        _copy(path, member, copy, check)
        for key, value in CONFIG.items():
            gdal.SetThreadLocalConfigOption(key, value)
        with raising():
            try:
                dataset = gdal.OpenEx(str(copy), gdal.OF_VECTOR, allowed_drivers=["GML"], open_options=OPEN_OPTIONS)
                layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
            except RuntimeError as error:
                raise HeritageError(
                    "{file} cannot be read as GML ({said}). Fetch it again.", file=file, said=str(error)
                ) from error
            if layer is None:
                there = [dataset.GetLayer(one).GetName() for one in range(dataset.GetLayerCount())]
                raise HeritageError(
                    "{file} has no layer {layer}. It has: {layers}.",
                    file=file,
                    layer=name or "",
                    layers=", ".join(there) or "-",
                )
            yield layer
            del layer, dataset
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)
        shutil.rmtree(folder, ignore_errors=True)


def _copy(path: Path, member: str | None, target: Path, check: Check) -> None:
    """Copy a file that is whole: GDAL ends without a word where one is cut off."""
    file = path.name if member is None else member
    with opened(path, member) as raw, open(target, "wb") as copied:
        block = raw.read(BLOCK)
        whole = parser(encoding_of(block))
        try:
            while block:
                check()
                whole.Parse(block, False)
                copied.write(block)
                block = raw.read(BLOCK)
            whole.Parse(b"", True)
        except OwnEntities as error:
            raise own_entities(file) from error
        except DAMAGED as error:
            raise HeritageError(
                "{file} is damaged or cut off ({said}). Fetch it again.", file=file, said=str(error)
            ) from error


def _parse(seen: _Seen, begin: bytes, encoding: str | None, file: str) -> None:
    made = parser(encoding)
    made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = seen.start, seen.end, seen.text
    parse_beginning(made, begin, file, none_yet=lambda: not seen.stack and not seen.layers)
