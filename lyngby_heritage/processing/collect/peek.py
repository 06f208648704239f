"""What a file holds, seen by its beginning alone: quick enough to ask of each file in a folder of downloads."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ...core.common.errors import HeritageError
from . import delimited, geopackage_head, gml, json_records, ois_xml, other_head, shapefile_head
from . import head as heads
from .contents import BEGINNING, UNREADABLE, beginning, empty_file, length, unreadable
from .head import Head

FORMS = {
    ".csv": heads.CSV,
    ".tsv": heads.CSV,
    ".txt": heads.CSV,
    ".json": heads.JSON,
    ".geojson": heads.GEOJSON,
    ".xml": heads.OIS_XML,
    ".gml": heads.GML,
    ".gpkg": heads.GEOPACKAGE,
    ".shp": heads.SHAPEFILE,
    ".dbf": heads.SHAPEFILE,
    **dict.fromkeys(other_head.ENDINGS, heads.OTHER),
}
"""Endings of what may be data. A .dbf beside its .shp is a part of it."""
NOT_DATA = (".aux.xml", ".shp.xml", ".qmd.xml")
FAR = 4_000_000
"""Bytes that are looked at where the first record is longer than the beginning."""


def peek(path: Path, member: str | None = None, archive: zipfile.ZipFile | None = None) -> Head | None:
    """The head of a file, or of a member of a zip (`archive`: the zip where it is open); None of what is no data.

    What cannot be read is told in the head's `problem`, and raises nothing.
    """
    name = path.name if member is None else member
    ending = Path(name).suffix.lower()
    form = FORMS.get(ending)
    if form is None or name.lower().endswith(NOT_DATA):
        return None
    try:
        if form == heads.OTHER:
            return other_head.peek(path, member)
        if form == heads.GEOPACKAGE:
            return geopackage_head.peek(path) if member is None else geopackage_head.peek_member(path, member, archive)
        begin = beginning(path, member, archive)
        if not begin.strip():
            return Head(form, has_rows=False, problem=empty_file(path, member))
        if form == heads.SHAPEFILE:
            return None if _is_part(path, member, archive) else shapefile_head.peek(path, member, archive, begin)
        return _text(form, path, member, archive, begin)
    except HeritageError as error:
        return Head(form, problem=error)
    except UNREADABLE as error:
        return Head(form, problem=unreadable(error, path, member))


def _text(form: str, path: Path, member: str | None, archive: zipfile.ZipFile | None, begin: bytes) -> Head | None:
    size = length(path, member, archive)
    whole = size <= len(begin)
    name = path.name if member is None else member
    if form == heads.CSV:
        return delimited.peek(begin, whole, must_be_table=name.lower().endswith(".txt"))
    if form in (heads.OIS_XML, heads.GML):
        samples = gml.samples_of(path, size) if member is None and not whole and gml.is_gml(begin) else ()
        found = gml.peek(begin, name, samples)
        return found or ois_xml.peek(begin, name)
    head = json_records.peek(begin, whole)
    if json_records.needs_more(head) and size > BEGINNING:
        begin = beginning(path, member, archive, FAR)
        head = json_records.peek(begin, size <= len(begin))
    if head is None and form == heads.GEOJSON:
        raise HeritageError("{file} is no GeoJSON with features. Fetch it again.", file=name)
    return head


def _is_part(path: Path, member: str | None, archive: zipfile.ZipFile | None) -> bool:
    """Whether a .dbf lies beside its .shp."""
    name = path.name if member is None else member
    if not name.lower().endswith(".dbf"):
        return False
    return shapefile_head.beside(path, member, archive, ".shp") is not None
