"""Addresses as Danes sort and say them, and what the registers all write the same way in them.

Å comes after z, and Bredevej 9 before Bredevej 10.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from .cells import cell_text

AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
"""Æ, ø and å, in this order, become the three characters that follow z; the Swedish letters sort with them."""

_DIGITS = re.compile(r"[0-9]+")
_NUMBERED = re.compile(r"(?P<street>.*?\D)\s+(?P<rest>\d.*)", re.DOTALL)
_PART = re.compile(r"([0-9]+)|((?:[^\W0-9_]|[{|}])+)")
_NUMBER = r"\d+\s?[^\W\d_]?"
_STREET = re.compile(rf"(?P<street>.*?[^\W\d_].*?)\s+(?P<number>{_NUMBER}(?:\s?-\s?{_NUMBER})?)(?=$|[\s,.]).*")

Key = tuple[tuple[int, int, str], ...]

WITHHELD = "en bygning, som registret ikke offentliggør"
"""What a report or the log calls a building that the register keeps from the public."""

MISSING_LAST: Key = ((2, 0, ""),)
"""Sorts after every address: a building without one stands at the end of a list."""


@lru_cache(maxsize=100_000)
def danish_key(text: str) -> Key:
    """What to sort a text by: words by Danish collation (aa as å, accents and case aside), numbers by their size.

    A short word comes before one that goes on, so that Brede Allé comes before Bredevej.
    """
    plain = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(AFTER_Z)
    if not plain.isascii():
        plain = "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))
    parts = _PART.findall(plain)
    return tuple((0, int(digits[:18]), "") if digits else (1, 0, word) for digits, word in parts) or MISSING_LAST


def order(addresses: Sequence[str], then: Sequence[str]) -> list[int]:
    """The positions of addresses in Danish order; equal ones by `then`, so that the order is the same on every run."""
    return sorted(range(len(addresses)), key=lambda i: (danish_key(addresses[i]), addresses[i], then[i], i))


def parts(address: str) -> tuple[str, str]:
    """Street and house number: 'Lyngby Hovedgade 12 A, 2800 Kgs. Lyngby' → ('Lyngby Hovedgade', '12 A').

    An address without a number after its name is all street.
    """
    found = _STREET.fullmatch(address.strip())
    return (found["street"], found["number"]) if found else (address.strip(), "")


def main_streets(addresses: Iterable[str], most: int | None = 2) -> list[str]:
    """The streets that most of the addresses lie on, the commonest first; all of them where `most` is None."""
    streets = Counter(parts(one)[0] for one in addresses if one)
    return [street for street, _ in sorted(streets.items(), key=lambda one: (-one[1], danish_key(one[0])))[:most]]


def by_name(addresses: Sequence[object] | None, *names: Sequence[str], withheld: Iterable[bool] = ()) -> dict[str, str]:
    """The address of each building that has one, by each of the `names` it goes by; all (n,).

    One that the register keeps from the public (`withheld`) is called WITHHELD, with an address or without, where any
    of its rows says so.

    >>> by_name(["Bredevej 9", None], ["b1", "b2"], ["B1", "B2"])
    {'b1': 'Bredevej 9', 'B1': 'Bredevej 9'}
    >>> by_name(["Bredevej 9", "Bredevej 10"], ["b1", "b2"], withheld=[False, True])
    {'b2': 'en bygning, som registret ikke offentliggør', 'b1': 'Bredevej 9'}
    """
    hidden = list(withheld)
    found = {name: WITHHELD for named in names for name, yes in zip(named, hidden) if yes and name}
    for named in names:
        for name, address in zip(named, map(cell_text, addresses or ())):
            if name and address:
                found.setdefault(name, address)
    return found


def is_withheld(name: str, address_of: Mapping[str, str]) -> bool:
    """Whether `by_name` holds that the register keeps a building from the public."""
    return address_of.get(name) == WITHHELD


_LONG_ID = re.compile(r"([0-9a-fA-F]{8})-[0-9a-fA-F-]{9,}")


def short_id(id: str) -> str:
    """The beginning of a register's long id, enough to find it by; a short one as it is.

    >>> short_id("8c15c598-d0b0-44d9-855e-6cd9605f3e22"), short_id("b7")
    ('8c15c598…', 'b7')
    """
    found = _LONG_ID.fullmatch(id)
    return f"{found[1]}…" if found else id


def building_called(id: str, address: str | None, apart: str = "") -> str:
    """What a report or a page calls one building, in Danish: its address, else the beginning of its id.

    `apart` is what tells it from others of the address.

    >>> building_called("b7", "Vestergade 10"), building_called("8c15c598-d0b0-44d9-855e-6cd9605f3e22", "")
    ('Vestergade 10', 'Bygning 8c15c598…')
    >>> building_called("b8", "Vestergade 10", "garage")
    'Vestergade 10, garage'
    """
    if not address:
        return f"Bygning {short_id(id)}"
    return f"{address}, {apart}" if apart else address


def told_apart(names: Sequence[str], *by: Sequence[str]) -> list[str]:
    """What tells buildings of one name apart: the first of `by` that differs between all of them, "" where none does.

    All are (n,); a name that stands once needs nothing.

    >>> told_apart(["Vestergade 10", "Vestergade 10", "Torvet 1"], ["kirke", "udhus", "udhus"])
    ['kirke', 'udhus', '']
    """
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(name, []).append(place)
    found = [""] * len(names)
    for places in groups.values():
        for words in by if len(places) > 1 else ():
            said = [words[place] for place in places]
            if all(said) and len({*said}) == len(said):
                for place in places:
                    found[place] = words[place]
                break
    return found


def called(names: Iterable[str], address_of: Mapping[str, str]) -> list[str]:
    """What people find some buildings by: each its address where that is known, else the beginning of its id.

    >>> called(["06a2ad2c-1e55", "b7"], {"06a2ad2c-1e55": "Vestergade 10"})
    ['Vestergade 10', 'b7']
    """
    return [address_of.get(name) or short_id(name) for name in names]


def house_numbers(address: str) -> frozenset[str]:
    """The numbers in an address before its first comma, behind which floor, postcode and town stand.

    "Roskildevej 25A, 2620 Albertslund" gives 25, "Møllevej 12-14" both 12 and 14.
    """
    return frozenset(str(int(one)) for one in _DIGITS.findall(address.partition(",")[0]))


def street_and_rest(address: str) -> tuple[str, str]:
    """'Lyngby Hovedgade 12 A, 2800 Kgs. Lyngby' → ('Lyngby Hovedgade', '12 A, 2800 Kgs. Lyngby').

    What has no number after a name is all street.
    """
    found = _NUMBERED.fullmatch(address)
    return (found["street"].strip(), found["rest"].strip()) if found else (address, "")
