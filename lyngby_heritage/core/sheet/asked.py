"""What a person means by PROPERTY: a BFE number, a parcel with its district, an address, or a point.

Nothing is guessed. What may be several properties is refused with the candidates, what is none with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import shapely

from ..common import addresses
from ..common.addresses import MISSING_LAST, Key, danish_key
from ..common.arrays import Geometries
from ..common.errors import HeritageError, listed
from ..common.wording import plain_spaces, quantity
from ..registers.values import normal_id
from .properties import Property

PARAMETER = "PROPERTY"
MOST = 6
"""Candidates that a refusal names."""
_POINT = re.compile(
    r"\s*(?P<x>-?\d+(?:\.\d+)?)\s*[,;]\s*(?P<y>-?\d+(?:\.\d+)?)\s*(?:\[\s*(?P<crs>[A-Za-z]+:\d+)\s*\])?\s*"
)
_CALLED = r"(?:matr(?:ikel)?\.?\s*(?:nr\.?)?\s*)?"
_LETTERS = r"[^\W\d_]{1,3}"
_PARCELS = tuple(
    re.compile(rf"{_CALLED}(?P<number>\d+{letters})(?:\s*,\s*|\s+)(?P<district>[^\W\d_].*|\d{{5,}})", re.IGNORECASE)
    for letters in (rf"(?:{_LETTERS})?", rf"\s{_LETTERS}")
)
"""A parcel with its district, its letters behind the figures at once or after a space."""
_NUMBER_ALONE = re.compile(rf"{_CALLED}(?P<number>\d+\s?{_LETTERS})", re.IGNORECASE)
_BFE = re.compile(r"(?:BFE(?:[-\s]?(?:nr|nummer))?\.?\s*:?\s*)?(?P<number>\d{3,12})", re.IGNORECASE)
_EJERLAV = re.compile(r"ejerlav\s*", re.IGNORECASE)
_POSTCODE = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True)
class Point:
    """A point as it was typed; `crs` is "" where none was named."""

    x: float
    y: float
    crs: str


def read_point(text: str) -> Point | None:
    """The point that a text is, None for a text of another kind.

    >>> read_point("720100.5,6187000 [EPSG:25832]"), read_point("Ågade 1, 2800")
    (Point(x=720100.5, y=6187000.0, crs='EPSG:25832'), None)
    """
    read = _POINT.fullmatch(text)
    return Point(float(read["x"]), float(read["y"]), (read["crs"] or "").upper()) if read else None


def find_property(
    text: str,
    properties: Sequence[Property],
    shapes: Callable[[], Geometries],
    place: Callable[[Point], shapely.Point],
) -> int:
    """The position of the property that a text means.

    `shapes` gives the land of each, (n,), and `place` a point in the coordinates of these. HeritageError as above.
    """
    point = read_point(text)
    if point is not None:
        return _at(text, place(point), properties, shapes())
    for find in (_by_number, _by_parcel, _by_address):
        found = list(dict.fromkeys(find(text.strip(), properties)))
        if len(found) == 1:
            return found[0]
        if found:
            raise HeritageError(
                "{parameter}: '{text}' may be any of {count:property|properties}: {candidates}. Give the BFE number, "
                "more of the address or of the parcel, or a point on the property.",
                parameter=PARAMETER,
                text=text,
                count=len(found),
                candidates=listed([property_named(properties[one]) for one in found], MOST),
            )
    nearest = _nearest(text.strip(), properties)
    if nearest:
        raise HeritageError(
            "{parameter}: no property of the plan is '{text}'. The nearest {count:=is|are}: {nearest}.",
            parameter=PARAMETER,
            text=text,
            count=len(nearest),
            nearest=listed(nearest, MOST, between="; "),
        )
    raise HeritageError("{parameter}: no property of the plan is '{text}'.", parameter=PARAMETER, text=text)


def property_named(one: Property) -> str:
    """What a property is called in a message: its address, its parcels and its BFE number, as far as they are known.

    >>> property_named(Property("9100085", (0,), (), ("Ågade 1",), ("5a Lyngby",), ("5a Lyngby",)))
    'Ågade 1, 5a Lyngby (BFE 9100085)'
    """
    named = ", ".join([*one.addresses[:1], *one.parcel_names[:1]])
    return f"{named} (BFE {one.key})".strip() if one.key else named or "?"


# ---- the ways to name one --------------------------------------------------------------------------------------------


def _by_number(text: str, properties: Sequence[Property]) -> Iterator[int]:
    read = _BFE.fullmatch(text)
    wanted = {normal_id(text), normal_id(read["number"])} if read else {normal_id(text)}
    for at, one in enumerate(properties):
        if one.key and one.key in wanted:
            yield at


def _by_parcel(text: str, properties: Sequence[Property]) -> Iterator[int]:
    meant = [
        (
            danish_key(read["number"].replace(" ", "")),
            danish_key(_EJERLAV.sub("", read.groupdict().get("district", ""))),
        )
        for pattern in (*_PARCELS, _NUMBER_ALONE)
        if (read := pattern.fullmatch(text)) is not None
    ]
    for at, one in enumerate(properties) if meant else ():
        for name in one.parcels:
            own, _, rest = name.partition(" ")
            key = (danish_key(own.rstrip(",")), _district(rest))
            # "Kongens Lyngby" means "Kongens Lyngby By, Kongens Lyngby", and "1b" not "1bc".
            if any(key[0] == number and _leads(district, key[1]) for number, district in meant):
                yield at


def _district(text: str) -> Key:
    return danish_key(_EJERLAV.sub("", text))


def _leads(district: Key, key: Key) -> bool:
    return district in ((), MISSING_LAST) or key[: len(district)] == district


def _by_address(text: str, properties: Sequence[Property]) -> Iterator[int]:
    wanted = _Address.of(text)
    if wanted is None:
        return
    for at, one in enumerate(properties):
        if any(wanted.is_(known) for known in map(_Address.of, one.addresses) if known is not None):
            yield at


@dataclass(frozen=True)
class _Address:
    """An address as two are compared."""

    street: Key
    number: str
    postcode: str
    """"" where none is told."""

    @staticmethod
    def of(text: str) -> _Address | None:
        """The parts of a text, None for one without a house number."""
        street, number = addresses.parts(text)
        if not number:
            return None
        found = _POSTCODE.search(text.partition(number)[2])
        return _Address(danish_key(street), re.sub(r"\s", "", number).lower(), found[0] if found else "")

    def is_(self, known: _Address) -> bool:
        """Whether a known address is this one; a postcode that both have must agree."""
        if (self.street, self.number) != (known.street, known.number):
            return False
        return not self.postcode or not known.postcode or self.postcode == known.postcode


def _at(text: str, point: shapely.Point, properties: Sequence[Property], shapes: Geometries) -> int:
    there = ~shapely.is_missing(shapes)
    distance = np.full(len(shapes), np.inf)
    distance[there] = shapely.distance(shapes[there], point)
    holding = np.flatnonzero(distance == 0)
    if len(holding) == 1:
        return int(holding[0])
    if len(holding):
        raise HeritageError(
            "{parameter}: the point {text} lies on {count:property|properties}: {candidates}. Give the BFE number.",
            parameter=PARAMETER,
            text=text,
            count=len(holding),
            candidates=listed([property_named(properties[one]) for one in holding.tolist()], MOST),
        )
    if not np.isfinite(distance).any():
        raise HeritageError(
            "{parameter}: no property of the plan has a place, so none lies at {text}.", parameter=PARAMETER, text=text
        )
    nearest = int(np.argmin(distance))
    raise HeritageError(
        "{parameter}: no property of the plan lies at {text}. The nearest is {nearest}, {distance} away.",
        parameter=PARAMETER,
        text=text,
        nearest=property_named(properties[nearest]),
        distance=plain_spaces(quantity(float(distance[nearest]), "m", 0)),
    )


def _nearest(text: str, properties: Sequence[Property]) -> list[str]:
    """What a text is likest: addresses, parcels and numbers, the nearest house number on the same street first."""
    street, number = addresses.parts(text)
    wanted = danish_key(street)
    same = [
        (one, at)
        for at, known in enumerate(properties)
        for one in known.addresses
        if number and danish_key(addresses.parts(one)[0]) == wanted
    ]
    if same:
        asked = _figure(number)
        ordered = sorted(same, key=lambda one: (abs(_figure(addresses.parts(one[0])[1]) - asked), danish_key(one[0])))
        return [property_named(properties[at]) for _, at in ordered]
    names = {name.lower(): at for at, one in enumerate(properties) for name in _names(one)}
    return [property_named(properties[names[one]]) for one in get_close_matches(text.lower(), names, MOST, 0.6)]


def _names(one: Property) -> Iterable[str]:
    return (*one.addresses, *one.parcels, *([one.key] if one.key else []))


def _figure(number: str) -> int:
    read = re.match(r"\d+", number)
    return int(read[0]) if read else 0
