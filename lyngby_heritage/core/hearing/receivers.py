"""Who gets one letter: the rows of a table that are the same receiver.

One receiver has the same id for digital post; without one, the same name at the same address, however they are written.
A row without an id belongs to the one receiver with an id that has its name and address. Nobody is joined by a name
alone: two people may have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..common.addresses import danish_key
from ..common.data import load
from ..registers.aliases import plain
from .deadlines import FILE
from .rows import CPR, CVR, POSTCODE, OwnerRows

DIGITAL, PRINT, NOWHERE = "digital post", "brev", ""
"""How a letter reaches somebody; NOWHERE where neither an id nor an address is known."""
PERSON, ESTATE = "person", "doedsbo"

Seen = TypeVar("Seen", bound=Hashable)

_TOWN_BEHIND = re.compile(r",\s*(?:DK[- ]?)?[0-9]{4}\s+\D.*$", re.IGNORECASE)
_WORD = re.compile(r"[\w/]+")


@dataclass(frozen=True)
class Receiver:
    """One who gets one letter; places as most of the rows have them."""

    name: str
    co: str
    address: str
    postcode: str
    town: str
    country: str
    post_id: str
    protected: bool
    kind: str
    """person, doedsbo, forening, selskab or myndighed, by the words of the name, else by its role."""
    rows: tuple[int, ...]
    """Positions in the OwnerRows."""
    other_names: tuple[str, ...] = ()
    """Other names under the same id, which somebody should look at."""

    @property
    def way(self) -> str:
        """How the letter is sent."""
        if self.post_id:
            return DIGITAL
        return PRINT if self.address and (self.postcode or self.town or self.country) else NOWHERE

    @property
    def id_kind(self) -> str:
        """What the id for digital post is by its digits: CPR, CVR, or another."""
        kinds = {CPR: "CPR", CVR: "CVR"}
        return kinds.get(len(self.post_id), "andet") if self.post_id.isdigit() else "andet" if self.post_id else ""

    @property
    def lacks(self) -> str:
        """Why no letter reaches the receiver; "" where one does."""
        if self.way:
            return ""
        if self.protected:
            return "adressen er beskyttet, og der er intet id til digital post"
        if not self.address:
            return "der er hverken id til digital post eller adresse"
        return "adressen har hverken postnr., by eller land"

    @property
    def abroad(self) -> bool:
        """Whether the letter goes to another country."""
        return bool(self.country)


def receivers_of(rows: OwnerRows, wanted: Sequence[int]) -> list[Receiver]:
    """The receivers of the wanted rows (positions), in the order of the first row of each."""
    groups: dict[Hashable, list[int]] = {}
    by_place: dict[Hashable, set[str]] = {}
    for row in wanted:
        if rows.post_ids[row]:
            groups.setdefault(("id", rows.post_ids[row]), []).append(row)
            place = _person_at(rows, row)
            if place is not None:
                by_place.setdefault(place, set()).add(rows.post_ids[row])
    for row in wanted:
        if not rows.post_ids[row]:
            groups.setdefault(_without_id(rows, row, by_place), []).append(row)
    return [_receiver(rows, sorted(one)) for one in sorted(groups.values(), key=min)]


def _without_id(rows: OwnerRows, row: int, by_place: dict[Hashable, set[str]]) -> Hashable:
    place = _person_at(rows, row)
    if place is None:
        # Nobody says who it is, or where: the row is a receiver of its own, with others of its property alone.
        return "row", rows.properties[row] or row, name_key(rows.names[row]), address_key(rows.addresses[row])
    known = by_place.get(place, set())
    return ("id", next(iter(known))) if len(known) == 1 else place


def _person_at(rows: OwnerRows, row: int) -> Hashable | None:
    name, address = name_key(rows.names[row]), address_key(rows.addresses[row])
    if not name or not address:
        return None
    place = rows.postcodes[row] or plain(rows.towns[row])
    return "at", name, address, plain(place), plain(rows.countries[row])


def name_key(name: str) -> tuple[str, ...]:
    """A name as it is compared: its words in any order and case.

    >>> name_key("HANSEN Jens") == name_key("Jens  Hansen")
    True
    """
    return tuple(sorted(filter(None, map(plain, name.replace("/", "").split()))))


def address_key(address: str) -> str:
    """A street and number as they are compared: without case, signs, and the town behind.

    >>> address_key("Skolevej 5 A, 1. tv.") == address_key("skolevej 5a,1 TV, 2800 Kgs. Lyngby")
    True
    """
    return plain(_TOWN_BEHIND.sub("", address))


def _receiver(rows: OwnerRows, own: Sequence[int]) -> Receiver:
    names = Counter(rows.names[row] for row in own if rows.names[row])
    name = _commonest(names, "")
    places = Counter(
        (rows.cos[row], rows.addresses[row], rows.postcodes[row], rows.towns[row], rows.countries[row])
        for row in own
        if rows.addresses[row]
    )
    co, address, postcode, town, country = _commonest(places, ("", "", "", "", ""))
    post_id = next((rows.post_ids[row] for row in own if rows.post_ids[row]), "")
    others = {key: one for one in names if (key := name_key(one)) != name_key(name)}
    return Receiver(
        *(name, co, address, postcode, town, country, post_id),
        protected=any(rows.protected[row] for row in own),
        kind=_kind(name, [rows.roles[row] for row in own]),
        rows=tuple(own),
        other_names=tuple(others.values()),
    )


def _commonest(counted: Counter[Seen], nothing: Seen) -> Seen:
    """The commonest, of equals the first that came."""
    return max(counted, key=lambda one: counted[one]) if counted else nothing


def _kind(name: str, roles: Sequence[str]) -> str:
    """What a receiver is: by its name, and where that tells nothing, by what the table of others calls it."""
    by_name = kind_of(name)
    described = load(FILE)["kind_by_role"]
    return next((described[one] for one in roles if one in described), by_name) if by_name == PERSON else by_name


def kind_of(name: str) -> str:
    """What a receiver is by the words of the name.

    >>> kind_of("Jens Hansen"), kind_of("E/F Skolevej 5"), kind_of("Boet efter Jens Hansen"), kind_of("Huse ApS")
    ('person', 'forening', 'doedsbo', 'selskab')
    >>> kind_of("Skolevejens Ejerforening"), kind_of("Eksempelkommunen"), kind_of("Ejendomsselskabet Vej 1")
    ('forening', 'myndighed', 'selskab')
    """
    words = f" {' '.join(_WORD.findall(name.casefold()))} "
    for kind, said in load(FILE)["kinds"].items():
        if any(f"{one[1:]} " in words if one.startswith("*") else f" {one} " in words for one in said):
            return str(kind)
    return PERSON


def post_order(receiver: Receiver) -> tuple[object, ...]:
    """Where a letter stands among the others: digital post, then print by postcode, street and number, then abroad."""
    ways = {DIGITAL: 0, PRINT: 1, NOWHERE: 2}
    postcode = receiver.postcode if len(receiver.postcode) == POSTCODE else "~"
    where = (receiver.abroad, receiver.country, postcode, danish_key(receiver.address), receiver.address)
    return ways[receiver.way], *where, danish_key(receiver.name), receiver.name, receiver.post_id, receiver.rows


def same_name_elsewhere(receivers: Sequence[Receiver]) -> list[tuple[Receiver, Receiver]]:
    """Pairs of receivers of one name, of whom one at least has no id: perhaps one, who then gets two letters."""
    first: dict[tuple[str, ...], Receiver] = {}
    pairs = []
    for one in receivers:
        key = name_key(one.name)
        if not key:
            continue
        earlier = first.setdefault(key, one)
        if earlier is not one and not (earlier.post_id and one.post_id):
            pairs.append((earlier, one))
    return pairs
