"""The background map that a municipality chose for its website: what is asked for, of which server, in which grid."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from ..common.errors import HeritageError

FILE = "data/web/settings.json"
ADDRESS = re.compile(r"(?P<origin>https://[a-z0-9.-]+(:\d+)?)/[^\s\"'<>;,]*", re.IGNORECASE)
BESIDE = re.compile(r"(?!/|[a-z][a-z0-9+.-]*:)[^\s\"'<>;,]+", re.IGNORECASE)
XYZ, WMTS, WMS = "xyz", "wmts", "wms"
MERCATOR, UTM32 = "EPSG:3857", "EPSG:25832"
PLACES = ("{x}", "{y}")
LEVELS = ("{z}", "{zz}")


@dataclass(frozen=True)
class Background:
    """A background map; `origin` is the one server that the page may then ask, empty for tiles beside the site."""

    url: str
    attribution: str
    max_zoom: int
    origin: str
    kind: str = XYZ
    crs: str = MERCATOR
    corner: tuple[float, float] = (0.0, 0.0)
    """The upper left corner of the tile matrix in EPSG:25832."""
    resolution: float = 0.0
    """Metres of a pixel at its level 0."""
    layers: str = ""
    styles: str = ""
    format: str = ""
    version: str = ""

    def for_page(self) -> dict[str, Any]:
        """What the script has to know of it."""
        told: dict[str, Any] = {"url": self.url, "attribution": self.attribution, "max_zoom": self.max_zoom}
        told |= {"kind": self.kind, "crs": self.crs}
        if self.crs == UTM32:
            told |= {"origin": list(self.corner), "resolution": self.resolution}
        if self.kind == WMS:
            told |= {"layers": self.layers, "styles": self.styles, "format": self.format, "version": self.version}
        return told


def background_of(given: Mapping[str, Any]) -> Background | None:
    """The background of the settings, None where none is chosen; HeritageError for what no browser can show."""
    url, kind, crs = given["url"], given["kind"], given["crs"]
    if not url:
        return None
    for name, value, choices in (("kind", kind, (XYZ, WMTS, WMS)), ("crs", crs, (MERCATOR, UTM32))):
        if value not in choices:
            raise HeritageError(
                "The setting background.{name} in {file} is '{value}', and must be one of {choices}.",
                name=name,
                file=FILE,
                value=value,
                choices=", ".join(choices),
            )
    if kind != XYZ and not any(one in url for one in LEVELS):
        _refuse_unnamed(given, ("layers", "matrix_set") if kind == WMTS else ("layers",))
        if kind == WMTS:
            url = _wmts(given)
    remote = ADDRESS.fullmatch(url)
    tiles = kind == WMS or (all(one in url for one in PLACES) and any(one in url for one in LEVELS))
    if not tiles or not (remote or BESIDE.fullmatch(url)) or (kind == WMS and not remote):
        raise HeritageError(
            "The setting background.url in {file} is '{value}', and must begin with https:// or be a folder beside the "
            "site, with z, x and y in braces in it.",
            file=FILE,
            value=given["url"],
        )
    return Background(
        url=url,
        attribution=given["attribution"],
        max_zoom=int(given["max_zoom"]),
        origin=remote["origin"] if remote else "",
        kind=kind,
        crs=crs,
        corner=_corner(given),
        resolution=float(given["resolution"]),
        layers=given["layers"],
        styles=given["styles"],
        format=given["format"],
        version=given["version"],
    )


def _refuse_unnamed(given: Mapping[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if not given[name]:
            raise HeritageError(
                "The setting background.{name} in {file} is empty, and a background of the kind {kind} needs it.",
                name=name,
                file=FILE,
                kind=given["kind"],
            )


def _wmts(given: Mapping[str, Any]) -> str:
    """The template of a WMTS that is asked with keys and values (OGC 07-057r7, table 29)."""
    asked = {
        "SERVICE": "WMTS",
        "REQUEST": "GetTile",
        "VERSION": "1.0.0",
        "LAYER": given["layers"],
        "STYLE": given["styles"] or "default",
        "FORMAT": given["format"],
        "TILEMATRIXSET": given["matrix_set"],
    }
    between = "" if given["url"][-1] in "?&" else "&" if "?" in given["url"] else "?"
    return f"{given['url']}{between}{urlencode(asked, safe='/:')}&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}"


def _corner(given: Mapping[str, Any]) -> tuple[float, float]:
    corner, resolution = given["origin"], given["resolution"]
    good = len(corner) == 2 and all(math.isfinite(one) for one in (*corner, resolution)) and resolution > 0
    if not good:
        raise HeritageError(
            "The settings background.origin and background.resolution in {file} are {origin} and {resolution}, and "
            "must be two numbers, and one above 0.",
            file=FILE,
            origin=corner,
            resolution=resolution,
        )
    return float(corner[0]), float(corner[1])
