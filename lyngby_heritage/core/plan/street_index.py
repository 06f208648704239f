"""The index of streets at the maps: on which sheets a street's buildings are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from ..common.addresses import danish_key, parts
from ..common.arrays import Geometries
from .sheet_choice import NONE, best_sheet
from .sheets import Sheet

TOWN = ", "
"""Stands before the postcode and the town, the last part of an address."""


@dataclass(frozen=True)
class Street:
    """A street of the index."""

    name: str
    """With its town where the plan has another of its name."""
    sheets: tuple[int, ...]
    """The numbers of its sheets, in their order."""


def street_index(
    addresses: Sequence[str],
    geometries: Geometries,
    points: Geometries,
    named: Sequence[bool],
    sheets: Sequence[Sheet],
) -> list[Street]:
    """The streets that a sheet shows something of, by Danish collation.

    `addresses`, `geometries`, `points` and whether the plan names the building (`named`) are of each building, (n,). A
    street has the sheets that show those of its buildings best which the plan names; all of its buildings where it
    names none. A street of the same name in another town is another street.
    """
    chosen = best_sheet(sheets, geometries, points).tolist()
    of_plan: dict[tuple[str, str], set[int]] = {}
    of_any: dict[tuple[str, str], set[int]] = {}
    for address, sheet, yes in zip(addresses, chosen, named):
        key = street_of(address)
        if sheet == NONE or key is None:
            continue
        of_any.setdefault(key, set()).add(sheet)
        if yes:
            of_plan.setdefault(key, set()).add(sheet)
    towns = towns_by_street(of_any)
    found = [
        Street(street_named(key, towns), tuple(sorted(of_plan.get(key) or numbers))) for key, numbers in of_any.items()
    ]
    return sorted(found, key=lambda one: (danish_key(one.name), one.name))


def street_of(address: str) -> tuple[str, str] | None:
    """Street and town of an address, the town "" where it has none; None where it names no street with a number.

    >>> street_of("Bredevej 9, 1. tv, 2830 Virum"), street_of("Kirken")
    (('Bredevej', '2830 Virum'), None)
    """
    street, number = parts(address)
    if not number:
        return None
    last = address.rpartition(TOWN)[2] if TOWN in address else ""
    return " ".join(street.split()), last if last[:4].isdigit() and last[4:5] == " " else ""


def towns_by_street(keys: Mapping[tuple[str, str], object]) -> dict[str, set[str]]:
    """The towns that each street is found in, by its name; an address without a town may be in any of them."""
    towns: dict[str, set[str]] = {}
    for street, town in keys:
        towns.setdefault(street, set()).add(town)
    return towns


def street_named(key: tuple[str, str], towns: Mapping[str, set[str]]) -> str:
    """What a street is called in the index: with its town where another town has one of its name.

    >>> street_named(("Skolevej", "2800 Kgs. Lyngby"), {"Skolevej": {"2800 Kgs. Lyngby", "2830 Virum"}})
    'Skolevej (Kgs. Lyngby)'
    """
    street, town = key
    return f"{street} ({town[5:]})" if town and len(towns[street]) > 1 else street


def lines_of(street: Street, letters: int, figures: int) -> list[tuple[str, str]]:
    """A street's lines: at most so many letters of its name, and of its numbers; what is left goes on below.

    >>> lines_of(Street("Bredevej", (1, 2, 13)), 20, 5)
    [('Bredevej', '1, 2,'), ('', '13')]
    """
    numbers = ", ".join(str(one) for one in street.sheets)
    names = wrap(street.name, letters, break_long_words=False, break_on_hyphens=False)
    return list(zip_longest(names, wrap(numbers, figures, break_long_words=False), fillvalue=""))


def columns_of(streets: Sequence[Street], letters: int, figures: int, tall: int) -> list[list[tuple[str, str]]]:
    """The streets' lines in columns of at most `tall`; no street is cut in two."""
    columns: list[list[tuple[str, str]]] = [[]]
    for street in streets:
        lines = lines_of(street, letters, figures)
        if columns[-1] and len(columns[-1]) + len(lines) > tall:
            columns.append([])
        columns[-1] += lines
    return columns
