"""Opens a file's layer as it is meant where QGIS takes it for something else: its CRS, its letters, its heading row."""

from __future__ import annotations

import mmap
import os
import re
from typing import Any

from qgis.core import QgsProviderRegistry

from .headings import with_heading
from .reopening import ask_provider, opened_again

WINDOWS = "windows-1252"
"""What Danish Excel and ArcMap write where they say nothing."""
_OUTSIDE_ASCII = re.compile(rb"[\x80-\xff]+")
_UTF8 = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
ENOUGH = 10_000
"""Words with such letters that are looked at: a file has one encoding."""
DBF_LENGTH_OF_HEADER = slice(8, 10)
TEXTS = {".csv", ".txt", ".tsv", ".geojson", ".json"}


def as_meant(layer: Any, context: Any) -> Any:
    """Another layer of the same file, kept by the context, or None where `layer` is right as it is.

    A layer of the project is the person's: it is left alone but for a heading, which nobody can name in QGIS.
    """
    if layer is None or layer.providerType() != "ogr" or not layer.isValid():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = parts.get("path") or ""
    if context.project() is not None and context.project().mapLayer(layer.id()) is not None:
        meant = with_heading(layer, path, ask_provider(layer, lambda provider: provider.encoding()))
        if meant is not None:
            context.temporaryLayerStore().addMapLayer(meant)
        return meant
    encoding = _encoding(layer, path)
    meant = with_heading(layer, path, encoding)
    if meant is None:
        crs = ask_provider(layer, lambda provider: provider.crs())
        forgotten = crs.isValid() and not layer.crs().isValid()
        if not forgotten and encoding is None:
            return None
        meant = opened_again(layer)
        if forgotten:  # as QGIS does of a layer of collections
            meant.setCrs(crs)
        if encoding is not None:
            meant.setProviderEncoding(encoding)
    context.temporaryLayerStore().addMapLayer(meant)
    return meant


def _encoding(layer: Any, path: Any) -> Any:
    """The encoding of a file that is read in another: UTF-8 or Windows-1252; else None."""
    stem, suffix = os.path.splitext(path)
    taken_for = ask_provider(layer, lambda provider: provider.encoding()).upper()
    if suffix.lower() in (".shp", ".dbf"):
        path = next((stem + one for one in (".dbf", ".DBF") if os.path.isfile(stem + one)), "")
    elif suffix.lower() not in TEXTS or taken_for != "UTF-8":
        return None
    utf8 = _is_utf8(path, suffix.lower() in (".shp", ".dbf")) if os.path.isfile(path) else None
    if utf8 is None or utf8 == (taken_for == "UTF-8"):
        return None  # as it should be
    if utf8:  # no other encoding happens to be UTF-8: what dBase says of the language is wrong
        return "UTF-8"
    return WINDOWS


def _is_utf8(path: Any, dbf: Any = False) -> Any:
    """Whether most letters outside ASCII are UTF-8's, None where there are none.

    Most and not all: a shapefile cuts its texts by bytes, and so some in a letter.
    """
    if not os.path.getsize(path):
        return None
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
        return looks_utf8(held, int.from_bytes(held[DBF_LENGTH_OF_HEADER], "little") if dbf else 0)


def looks_utf8(held: bytes | mmap.mmap, begin: int = 0) -> bool | None:
    """Whether most letters outside ASCII in these bytes are UTF-8's, None where there are none."""
    right = wrong = 0
    for found in _OUTSIDE_ASCII.finditer(held, begin):
        if _UTF8.fullmatch(found.group()):
            right += 1
        else:
            wrong += 1
        if right + wrong == ENOUGH:
            break
    return right >= wrong if right or wrong else None
