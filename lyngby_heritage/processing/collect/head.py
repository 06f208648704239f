"""What is seen of a delivered file without reading it: the fields, first rows and geometry of its layers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ...core.common.errors import HeritageError
from ...core.registers.aliases import plain

CSV, JSON, GEOJSON, OIS_XML, GML = "csv", "json", "geojson", "ois_xml", "gml"
GEOPACKAGE, SHAPEFILE, OTHER = "geopackage", "shapefile", "other"

FIRST_ROWS = 20
"""So many rows are looked at."""

POINT, LINE, POLYGON, NONE = "point", "line", "polygon", "none"
_KINDS = {
    "POINT": POINT,
    "MULTIPOINT": POINT,
    "LINESTRING": LINE,
    "LINEARRING": LINE,
    "CIRCULARSTRING": LINE,
    "COMPOUNDCURVE": LINE,
    "CURVE": LINE,
    "COMPOSITECURVE": LINE,
    "MULTILINESTRING": LINE,
    "MULTICURVE": LINE,
    "POLYGON": POLYGON,
    "CURVEPOLYGON": POLYGON,
    "SURFACE": POLYGON,
    "COMPOSITESURFACE": POLYGON,
    "POLYHEDRALSURFACE": POLYGON,
    "TIN": POLYGON,
    "TRIANGLE": POLYGON,
    "MULTIPOLYGON": POLYGON,
    "MULTISURFACE": POLYGON,
}
"""Names of types in WKT, GeoJSON and GML."""
_ENDINGS = re.compile(r"(25D|ZM|Z|M)$")

_PLACE_NAMES = {"geometri", "geometry", "geom", "thegeom", "wkt", "wktgeom", "wktgeometry", "geometriwkt", "shape"}
_WKT = re.compile(r"\s*(?:SRID\s*=\s*\d+\s*;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)", re.IGNORECASE)
_EPSG = re.compile(r"EPSG[:/#]+(?:[\d.]*[:/])?(\d{4,6})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """A file's layer, or the first of its `layers` where it can have several."""

    form: str
    name: str = ""
    """What the file itself calls the layer; "" where it has no name for it."""
    fields: tuple[str, ...] = ()
    """Without the geometry."""
    first_rows: list[dict[str, Any]] = field(default_factory=list)
    """Up to FIRST_ROWS of them, None where nothing stands; without the geometry."""
    geometry: str | None = None
    """`point`, `line`, `polygon` or `none`; None where the beginning of the file does not tell."""
    has_rows: bool | None = None
    """None where the file does not tell."""
    rows: int | None = None
    """As the file says in a place of its own; nobody has counted them."""
    crs: str | None = None
    """EPSG:…, OGC:CRS84 or the file's own word for it; None where it says nothing."""
    encoding: str | None = None
    """What a text file, XML or dBase table is written in, by Python's name."""
    place_field: str | None = None
    """The field in which a table of texts holds the geometry."""
    opens: bool = True
    """Whether QGIS opens it as it lies, where it opens files of its form."""
    layers: tuple[Head, ...] = ()
    """Every layer, of a form that can hold several."""
    problem: HeritageError | None = None
    """Why nothing or not everything can be told, for people."""

    @property
    def every(self) -> tuple[Head, ...]:
        """The layers, be they one or several."""
        return self.layers or (self,)


def of_layers(form: str, layers: list[Head], **more: Any) -> Head:
    """The head of a file with these layers."""
    if not layers:
        return Head(form, has_rows=False, **more)
    one = layers[0]
    given = {"rows": one.rows, "crs": one.crs, "encoding": one.encoding, **more}
    return Head(form, one.name, one.fields, one.first_rows, one.geometry, one.has_rows, layers=tuple(layers), **given)


def kind_of(name: str) -> str | None:
    """The kind of a geometry by the name of its type, in any spelling of WKT, GeoJSON, GML or GeoPackage.

    >>> kind_of("MultiPolygon"), kind_of("POINT Z"), kind_of("Geometry")
    ('polygon', 'point', None)
    """
    return _KINDS.get(_ENDINGS.sub("", name.upper().replace(" ", "")))


def wkt_kind(text: Any) -> str | None:
    """The kind of geometry that a text in WKT begins with; None of any other value."""
    found = _WKT.match(text) if isinstance(text, str) else None
    return kind_of(found[1]) if found else None


def is_wkt(text: Any) -> bool:
    """Whether a text begins as WKT does, of whatever type."""
    found = _WKT.match(text) if isinstance(text, str) else None
    return found is not None and (kind_of(found[1]) is not None or found[1].upper() == "GEOMETRYCOLLECTION")


def is_place_name(name: str) -> bool:
    """Whether a field is called as registers call their geometry; a coordinate such as byg404Koordinat is none."""
    return plain(name) in _PLACE_NAMES


def crs_named(text: str | None) -> str | None:
    """EPSG:25832 out of the names that CRSs have in files: urn:ogc:def:crs:EPSG::25832, …/EPSG/0/25832.

    >>> crs_named("urn:ogc:def:crs:OGC:1.3:CRS84"), crs_named("http://www.opengis.net/def/crs/EPSG/0/25832")
    ('OGC:CRS84', 'EPSG:25832')
    """
    if not text or not text.strip():
        return None
    found = _EPSG.search(text)
    if found:
        return f"EPSG:{int(found[1])}"
    return "OGC:CRS84" if "CRS84" in text.upper() else text.strip()
