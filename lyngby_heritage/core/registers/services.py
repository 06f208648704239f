"""The public services that registers are fetched from, and what each is asked for (`data/registers/services.json`).

What is known of a service is data: addresses and names of layers change, and none of them is a fact of this program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..common.data import cached, load
from ..common.errors import HeritageError
from ..common.shapes import (
    Filled,
    ListOf,
    Number,
    OneOf,
    Record,
    Shape,
    Text,
    UnreadableError,
    json_of,
    without_remarks,
)

FILE = "registers/services.json"
WFS, FILDOWNLOAD = "WFS", "Fildownload"
_SECRET = re.compile(r"^(api[_-]?key|key|token|access[_-]?token|password|pass|pwd|username|user)$", re.IGNORECASE)


_PLACE = frozenset({"west", "south", "east", "north"})
_WHO = frozenset({"number", "code", "name"})


def _said(shape: Shape, otherwise: Any = None, key: str = "", reads: Callable[[Any], Any] | None = None) -> Any:
    """A field that the catalogue says, under its own name or `key`; it must, where there is nothing `otherwise`."""
    return field(metadata={"shape": shape, "otherwise": otherwise, "key": key, "reads": reads})


def _keys(kind: type) -> dict[str, Shape]:
    """Key of the catalogue → what it must be, for what a dataclass holds of it."""
    return {one.metadata["key"] or one.name: one.metadata["shape"] for one in fields(kind)}


def _needed(kind: type) -> tuple[str, ...]:
    return tuple(one.metadata["key"] or one.name for one in fields(kind) if one.metadata["otherwise"] is None)


def _read(kind: type, content: Mapping[str, Any]) -> Any:
    """An object of the catalogue as the dataclass."""
    values = {}
    for one in fields(kind):
        value = content.get(one.metadata["key"] or one.name, one.metadata["otherwise"])
        values[one.name] = one.metadata["reads"](value) if one.metadata["reads"] else value
    return kind(**values)


def _numbers(values: list[float]) -> tuple[float, ...]:
    return tuple(float(one) for one in values)


@dataclass(frozen=True)
class ServiceLayer:
    """One layer of a service, or one entity of Fildownload."""

    layer: str = _said(Text())
    """Its name in the service; of Fildownload register and entity, with a space between."""
    table: str = _said(Text(empty=True), "")
    """What it is called in the output; "" for its own name."""
    filter: str = _said(Filled(_WHO, empty=True), "")
    """CQL that picks the municipality, with {number}, {code} and {name}; "" where a box does."""
    box: str = _said(Filled(_PLACE, empty=True), "")
    """How the service wants an area written, with {west}, {south}, {east} and {north}; "" where a filter does."""
    sort: str = _said(Text(empty=True), "")
    key_field: str = _said(Text(empty=True), "", key="id")
    """A field that no two rows share; "" where none is known."""
    municipality: str = _said(Text(empty=True), "")
    """The field that says of which municipality a row is; "" where none does."""
    known: tuple[float, ...] = _said(ListOf(Number()), (), reads=_numbers)
    """West, south, east and north of a place where the layer holds something; () where none is known."""
    form: str = _said(OneOf(("csv", "json", "gpkg", "gml")), "")
    """The kind of file wanted from Fildownload."""
    quality: str = _said(Text(empty=True), "")
    """That of the service, where the layer says no other."""


_LAYER = Record(_keys(ServiceLayer), needed=_needed(ServiceLayer))


def _layers(content: list[Mapping[str, Any]]) -> tuple[ServiceLayer, ...]:
    return tuple(_read(ServiceLayer, one) for one in content)


@dataclass(frozen=True)
class Service:
    """One service with its layers."""

    code: str = _said(Text(), key="id")
    title: str = _said(Text())
    """Danish."""
    english: str = _said(Text(), "")
    """The Danish, where there is no other."""
    protocol: str = _said(OneOf((WFS, FILDOWNLOAD)))
    addresses: tuple[str, ...] = _said(ListOf(Text()), reads=tuple)
    """Tried one after the other."""
    file_address: str = _said(Text(empty=True), "")
    """Where Fildownload gives a file by its name."""
    version: str = _said(OneOf(("1.0.0", "1.1.0", "2.0.0")), "2.0.0")
    format: str = _said(Text(), "application/json")
    key: str = _said(Text(empty=True), "")
    """The part of the address that carries the key; "" where the service wants none."""
    page: int = _said(Number(whole=True), 0)
    """Rows to ask for at a time; 0 for all at once."""
    layers: tuple[ServiceLayer, ...] = _said(ListOf(_LAYER), reads=_layers)

    @property
    def register(self) -> str:
        """What messages call it."""
        return self.title.partition(":")[0] if not self.key else self.title


@dataclass(frozen=True)
class FetchRules:
    """What is said of all services together."""

    box_margin_m: float = _said(Number(), reads=float)
    smallest_file_bytes: int = _said(Number(whole=True))
    wait_s: float = _said(Number(largest=600), reads=float)
    weeks_apart_days: int = _said(Number(whole=True))


@dataclass(frozen=True)
class Services:
    """A catalogue of services."""

    every: tuple[Service, ...]
    rules: FetchRules

    def chosen(self, text: str) -> Service | None:
        """The service that somebody names by its code or by its number, the first is 0; None where there is none."""
        wanted = text.strip().lower()
        if wanted.isdigit():
            return self.every[int(wanted)] if int(wanted) < len(self.every) else None
        return next((one for one in self.every if wanted in (one.code.lower(), one.title.lower())), None)


@cached
def known_services() -> Services:
    """The services that come with the plugin, as the profile in force has them."""
    return _services(load(FILE), load(FILE)["rules"])


def read_services(text: str, name: str) -> Services:
    """A catalogue of a file of somebody's own, built like `data/registers/services.json`.

    With `"builds_on": "indbygget"` it holds changes only: of a service of the same id key by key, and new ones.
    HeritageError where it cannot be used; a key in an address is refused, since addresses are shown.
    """
    try:
        content = json_of(text)
    except UnreadableError as error:
        raise _unusable(name, str(error)) from error
    builds_on = isinstance(content, Mapping) and "builds_on" in content
    wrong = (_CHANGES if builds_on else _CATALOGUE).wrong(content, "")
    if wrong is not None:
        raise _unusable(name, f"{wrong.path}: {wrong.found} ≠ {wrong.expected}")
    content = without_remarks(content)
    if builds_on:
        content = _laid_over(without_remarks(load(FILE)), content)
        wrong = _CATALOGUE.wrong(content, "")
        if wrong is not None:
            raise _unusable(name, f"{wrong.path}: {wrong.found} ≠ {wrong.expected}")
    found = _services(content, {**load(FILE)["rules"], **content.get("rules", {})})
    for why in _faults(found):
        raise _unusable(name, why)
    return found


def is_secret(part: str) -> bool:
    """Whether a part of an address of this name carries what nobody may read.

    >>> is_secret("apiKey"), is_secret("token"), is_secret("typeNames")
    (True, True, False)
    """
    return bool(_SECRET.match(part))


def _laid_over(base: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    services = {one["id"]: one for one in base["services"]}
    for one in changes.get("services", ()):
        services[one["id"]] = {**services.get(one["id"], {}), **one}
    return {"rules": {**base["rules"], **changes.get("rules", {})}, "services": list(services.values())}


def _services(content: Mapping[str, Any], rules: Mapping[str, Any]) -> Services:
    return Services(tuple(_service(one) for one in content["services"]), _read(FetchRules, rules))


def _service(one: Mapping[str, Any]) -> Service:
    layers = [{"quality": one.get("quality", ""), **layer} for layer in one["layers"]]
    service: Service = _read(Service, {"english": one["title"], **one, "layers": layers})
    return service


def _faults(found: Services) -> Iterator[str]:
    codes = [one.code for one in found.every]
    for one in found.every:
        if codes.count(one.code) > 1:
            yield f"id: 2 × {one.code}"
        for address in (*one.addresses, *filter(None, (one.file_address,))):
            parts = urlsplit(address)
            if parts.scheme not in ("http", "https") or not parts.netloc:
                yield f"{one.code}.addresses: {address.partition('?')[0]} ≠ https://…"
            if parts.username or any(is_secret(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
                yield f"{one.code}.addresses: a key in an address is shown to everybody; give it in AUTH"
        if one.protocol == FILDOWNLOAD and not one.file_address:
            yield f"{one.code}: file_address"
        for layer in one.layers:
            if layer.filter and layer.box:
                yield f"{one.code}.{layer.layer}: filter and box together, which a GeoServer refuses"
            if layer.known and len(layer.known) != 4:
                yield f"{one.code}.{layer.layer}.known: [west, south, east, north]"
            if one.protocol == FILDOWNLOAD and len(layer.layer.split()) != 2:
                yield f"{one.code}.{layer.layer}: register and entity, such as MAT Lodflade"


def _unusable(name: str, why: str) -> HeritageError:
    return HeritageError(
        "CATALOGUE: {catalogue} cannot be used: {why}. It is built like data/registers/services.json of the plugin.",
        catalogue=name,
        why=why,
    )


_KEYS = {
    **_keys(Service),
    "quality": Text(empty=True),
    "date": Text(empty=True),
    "source": Text(empty=True),
}
"""What may be said of a service: what is read of it, and where that is known from."""
_RULES = Record(_keys(FetchRules))
_CATALOGUE = Record(
    {
        "rules": _RULES,
        "services": ListOf(Record(_KEYS, needed=_needed(Service))),
    },
    needed=("services",),
)
_CHANGES = Record(
    {
        "builds_on": OneOf(("indbygget",)),
        "rules": _RULES,
        "services": ListOf(Record(_KEYS, needed=("id",))),
    }
)
