"""What people call a group of buildings: by its roads and house numbers, as a registration of a scheme is headed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .data import load

_ADDRESS = re.compile(r"^\s*(?P<road>[^,]*?[^\W\d_][^,]*?)\s+(?P<number>\d{1,4})\s?(?P<letter>[A-Za-zÆØÅæøå]?)(?![\w])")


def road_and_number(address: str) -> tuple[str, int, str] | None:
    """Road, house number and letter of an address such as "Buddingevej 17A, 2800 Kgs. Lyngby"; None when unreadable."""
    found = _ADDRESS.match(address)
    if found is None:
        return None
    return " ".join(found["road"].split()), int(found["number"]), found["letter"].upper()


def group_name(addresses: Iterable[str]) -> str | None:
    """The name of a group by the addresses of its buildings; None when none of them can be read.

    "Geelsvænget 1–15 og 2–22": odd and even numbers apart, from the lowest to the highest of the group. The commonest
    road comes first; a second one is named when it has its share, and "m.fl." says that there are more.
    """
    read = [one for one in map(road_and_number, addresses) if one is not None]
    if not read:
        return None
    limits = load("rules/ensembles.json")
    count = Counter(road for road, _, _ in read)
    roads = sorted(count, key=lambda road: (-count[road], road))
    named = [
        road
        for place, road in enumerate(roads[: limits["named_roads"]])
        if place == 0 or count[road] >= limits["road_share"] * len(read)
    ]
    parts = [f"{road} {_numbers((number, letter) for name, number, letter in read if name == road)}" for road in named]
    return ", ".join(parts) + (" m.fl." if len(roads) > len(named) else "")


def _numbers(numbers: Iterable[tuple[int, str]]) -> str:
    every = sorted(set(numbers))
    sides = [[one for one in every if one[0] % 2 == side] for side in (1, 0)]
    return " og ".join(_span(side) for side in sides if side)


def _span(side: list[tuple[int, str]]) -> str:
    first, last = (f"{number}{letter}" for number, letter in (side[0], side[-1]))
    return first if first == last else f"{first}–{last}"
