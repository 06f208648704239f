"""The addresses that a service is asked by, with and without the key: a WFS, and Datafordeleren's Fildownload."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from .municipalities import municipality_name
from .services import is_secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .services import Service, ServiceLayer

Box = tuple[float, float, float, float]
"""West, south, east and north in metres, EPSG:25832."""
CRS = "EPSG:25832"
READABLE = ",:/()*"
"""Signs that an address may hold as they are, and that servers read best so."""


@dataclass(frozen=True)
class Where:
    """Of which municipality rows are asked for, and of which area where a layer knows no municipalities."""

    code: str
    """Four digits."""
    box: Box | None = None

    def filled(self, template: str) -> str:
        """A filter or box of the catalogue with the municipality or the box put in.

        >>> Where("0173").filled("kommune LIKE '{name}%' OR bbrnummer LIKE '{number}-%'")
        "kommune LIKE 'Lyngby-Taarbæk%' OR bbrnummer LIKE '173-%'"
        >>> Where("0173", (720000.4, 6180000.0, 726000.6, 6186000.0)).filled("{west},{south},{east},{north},EPSG:25832")
        '720000,6180000,726001,6186000,EPSG:25832'
        """
        west, south, east, north = self.box or (0.0, 0.0, 0.0, 0.0)
        values = {"west": west, "south": south, "east": east, "north": north}
        return template.format(
            number=str(int(self.code)),
            code=self.code,
            name=municipality_name(self.code).replace("'", "''"),
            **{name: f"{value:.0f}" for name, value in values.items()},
        )


def capabilities_address(service: Service, address: str) -> str:
    """What a WFS has."""
    return _with(address, {"service": "WFS", "version": service.version, "request": "GetCapabilities"})


def description_address(service: Service, name: str, address: str) -> str:
    """What fields a layer of a WFS has."""
    return _with(address, {**_feature(service, name), "request": "DescribeFeatureType"})


def count_address(service: Service, layer: ServiceLayer, name: str, address: str, where: Where) -> str:
    """How many rows there are of what is asked for. The answer is XML whatever the format of the rows is."""
    return _with(address, {**_feature(service, name), **_picked(layer, where), "resultType": "hits"})


def page_address(service: Service, layer: ServiceLayer, name: str, address: str, where: Where, first: int) -> str:
    """The rows from `first` on, the first is 0: as many as the service's page holds, or all."""
    asked = {**_feature(service, name), **_picked(layer, where)}
    asked |= {"srsName": CRS, "outputFormat": service.format}
    if service.page:
        asked["count" if service.version == "2.0.0" else "maxFeatures"] = str(service.page)
        asked["startIndex"] = str(first)
        if layer.sort:
            asked["sortBy"] = layer.sort
    return _with(address, asked)


def files_address(address: str, layer: ServiceLayer, page: int) -> str:
    """The files that Fildownload has of an entity, a page of them."""
    register, entity = layer.layer.split()
    return _with(address, {"Register": register, "Entity": entity, "PageNumber": str(page)})


def file_address(service: Service, name: str) -> str:
    """One file of Fildownload."""
    return _with(service.file_address, {"Filename": name})


def with_key(address: str, part: str, key: str) -> str:
    """The address with the key in it, as it is asked and never shown."""
    return _with(address, {part: key}) if part and key else address


def without_key(address: str) -> str:
    """The address as anybody may read it.

    >>> without_key("https://api.example.dk/GetFile?Filename=a.zip&apiKey=hemmelig")
    'https://api.example.dk/GetFile?Filename=a.zip'
    """
    parts = urlsplit(address)
    shown = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_secret(name)]
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, _query(shown), ""))


def _feature(service: Service, name: str) -> dict[str, str]:
    names = "typeNames" if service.version == "2.0.0" else "typeName"
    return {"service": "WFS", "version": service.version, "request": "GetFeature", names: name}


def _picked(layer: ServiceLayer, where: Where) -> dict[str, str]:
    if layer.filter:
        return {"CQL_FILTER": where.filled(layer.filter)}
    return {"bbox": where.filled(layer.box)} if layer.box else {}


def _with(address: str, asked: Mapping[str, str]) -> str:
    parts = urlsplit(address)
    before = parse_qsl(parts.query, keep_blank_values=True)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, _query([*before, *asked.items()]), ""))


def _query(asked: list[tuple[str, str]]) -> str:
    return urlencode(asked, quote_via=quote, safe=READABLE)
