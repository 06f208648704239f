"""Finds a building by what people know of it: its address, its parcel with the ejerlav, or its BFE number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ..common.addresses import Key, danish_key


class By(Enum):
    """What a building was found by."""

    ADDRESS = "adresse"
    PARCEL = "matrikel"
    PROPERTY = "BFE"


@dataclass(frozen=True)
class Hit:
    """A building that was found."""

    row: int
    """Its position in the columns that the lookup was made of."""
    by: By
    shown: str
    """What a list shows of it: the address, the parcel with its ejerlav, or the BFE number."""
    beside: str
    """What stands beside that: the address, where it was not found by that."""


class Lookup:
    """The buildings of a layer, made once; asked at every key that is pressed."""

    def __init__(
        self, addresses: Sequence[str], parcels: Sequence[str], properties: Sequence[str], main: Sequence[bool]
    ) -> None:
        """Columns of one length, (n,), "" where nothing is known; `main` marks main buildings, which come first.

        `parcels` are names with their ejerlav, several of them joined by "; " (`parcel_names`); `properties` are BFE
        numbers.
        """
        self.addresses, self.parcels, self.properties = addresses, parcels, properties
        keys = [danish_key(one) if one else () for one in addresses]
        order = sorted(range(len(addresses)), key=lambda row: (keys[row], not main[row], row))
        self._by_address: list[tuple[Key, int]] = [(keys[row], row) for row in order if addresses[row]]
        first: dict[str, int] = {}
        for row in order:
            for name in single_parcels(parcels[row]):
                first.setdefault(name, row)
        self._by_parcel = [(danish_key(name), name, row) for name, row in first.items()]
        owned: dict[str, int] = {}
        for row in sorted(order, key=lambda row: not main[row]):
            if properties[row]:
                owned.setdefault(properties[row], row)
        self._by_property = owned

    def find(self, text: str, most: int = 20) -> list[Hit]:
        """The buildings that a text may mean, the likeliest first; none for a text of fewer than two signs.

        Every word of it begins a word of the address, or of the parcel with its ejerlav; figures alone are a BFE
        number or a parcel. A parcel is always shown with its ejerlav, for its number alone names several.
        """
        wanted = danish_key(text)
        if len(text.strip()) < 2:
            return []
        hits: list[Hit] = []
        for hit in self._every(text.strip(), wanted):
            hits.append(hit)
            if len(hits) == most:
                break
        return hits

    def _every(self, text: str, wanted: Key) -> Iterator[Hit]:
        if text.isdecimal() and text in self._by_property:
            row = self._by_property[text]
            yield Hit(row, By.PROPERTY, f"BFE {text}", self.addresses[row])
        if text[0].isdecimal():
            exact = [one for one in self._by_parcel if _leads(wanted, one[0])]
            for _, name, row in sorted(exact):
                yield Hit(row, By.PARCEL, name, self.addresses[row])
        seen = set()
        for key, row in self._by_address:
            if self.addresses[row] not in seen and _begins(wanted, key):
                seen.add(self.addresses[row])
                yield Hit(row, By.ADDRESS, self.addresses[row], "")
        if not text[0].isdecimal():
            for _, name, row in sorted(one for one in self._by_parcel if _begins(wanted, one[0])):
                yield Hit(row, By.PARCEL, name, self.addresses[row])
        if text.isdecimal() and len(text) >= 4:
            for number, row in sorted(self._by_property.items()):
                if number.startswith(text) and number != text:
                    yield Hit(row, By.PROPERTY, f"BFE {number}", self.addresses[row])


_NUMBER = r"[0-9]+[a-zæøå]*"
_NUMBERS = re.compile(rf"(?P<numbers>{_NUMBER}(?:(?:, | og ){_NUMBER})*)(?P<district>.*)")


def single_parcels(joined: str) -> list[str]:
    """Each parcel of a text of `parcel_names` by itself.

    >>> single_parcels("11c og 11d Bøgehegn; 2a Askholt By"), single_parcels("7, ejerlav 12352")
    (['11c Bøgehegn', '11d Bøgehegn', '2a Askholt By'], ['7, ejerlav 12352'])
    """
    found = []
    for part in (one.strip() for one in joined.split(";")):
        read = _NUMBERS.fullmatch(part)
        numbers = re.findall(_NUMBER, read["numbers"]) if read else []
        found += [f"{number}{read['district']}" for number in numbers] if read else [part] if part else []
    return found


def _leads(wanted: Key, key: Key) -> bool:
    """Whether a key begins with all that is wanted, whose last word may be only begun."""
    last = len(wanted) - 1
    return len(key) > last and key[:last] == wanted[:last] and _is(*wanted[last], key[last], whole=True)


def _begins(wanted: Key, key: Key) -> bool:
    """Whether every word that is wanted begins a word of the key, in their order."""
    at = 0
    for kind, number, word in wanted:
        while at < len(key) and not _is(kind, number, word, key[at]):
            at += 1
        if at == len(key):
            return False
        at += 1
    return True


def _is(kind: int, number: int, word: str, part: tuple[int, int, str], whole: bool = False) -> bool:
    """Whether a part of a key is what is wanted: its word begins so, and so does its number unless a `whole` one is."""
    if kind != part[0]:
        return False
    if kind:
        return part[2].startswith(word)
    return part[1] == number if whole else str(part[1]).startswith(str(number))
