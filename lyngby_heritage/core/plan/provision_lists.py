"""The buildings and parcels that the provisions name: by group and cadastral district, each with its running number."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..common.addresses import Key, danish_key
from ..common.data import load
from ..common.wording import UNKNOWN, number
from ..registers.parcel_names import numbers_within
from .content import Plan, ground_words
from .plan_groups import plan_groups, provision_groups
from .running_numbers import gone_numbers

NO_USE = "bygning uden kendt anvendelse"
NO_DISTRICT = "[ejerlav ikke oplyst]"


@dataclass(frozen=True)
class Entry:
    """A building as a list has it; "" for what is not known."""

    number: int | None
    """Its running number, by which the whole plan names it."""
    parcels: str
    """Cadastral numbers; with the district where that is another than the list's."""
    address: str
    what: str
    """Which building is meant: its use. The annex says of all at once that others at the address are not bound."""
    save: str
    ground: str
    preserved_by: str
    """The lokalplan in force that has provisions on preservation where it stands."""


@dataclass(frozen=True)
class DistrictList:
    """The buildings of a group in one cadastral district, by their running numbers."""

    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Group:
    """The buildings that one part of the provisions binds."""

    letter: str
    key: str
    title: str
    count: int
    districts: Sequence[DistrictList]

    @cached_property
    def marked(self) -> bool:
        """Whether a lokalplan in force has provisions on preservation where any of them stands."""
        return any(entry.preserved_by for one in self.districts for entry in one.entries)

    @cached_property
    def several_grounds(self) -> bool:
        """Whether its buildings are designated on different grounds, so that each must say its own."""
        return self.letter != "" and len({entry.ground for one in self.districts for entry in one.entries}) > 1


def groups(plan: Plan) -> list[Group]:
    """The designated buildings by the group of provisions that binds them; each stands in one group."""
    return [_group(described, rows, plan) for described, rows in _rows_by_group(plan)]


def _rows_by_group(plan: Plan) -> list[tuple[Mapping[str, str], list[int]]]:
    described = provision_groups()
    letters = plan_groups(plan.buildings)
    return [(one, [row for row, letter in enumerate(letters) if letter == one["letter"]]) for one in described]


def groups_apart(plan: Plan) -> list[Group]:
    """The listed buildings and the churches, which the plan names and no provision binds; those that have any."""
    buildings = plan.buildings
    described = load("rules/lokalplan.json")
    listed = [row for row in range(len(buildings)) if buildings.listed[row]]
    churches = [row for row in range(len(buildings)) if buildings.churches[row] and not buildings.listed[row]]
    pairs = ((described["listed_group"], listed), (described["church_group"], churches))
    return [_group(one, rows, plan) for one, rows in pairs if rows]


def _group(described: Mapping[str, str], rows: Sequence[int], plan: Plan) -> Group:
    by_district: dict[str, list[int]] = {}
    for row in rows:
        by_district.setdefault(plan.districts[row], []).append(row)
    return Group(
        letter=described["letter"],
        key=described["key"],
        title=described["title"],
        count=len(rows),
        districts=[
            DistrictList(name or NO_DISTRICT, [_entry(row, plan) for row in _by_number(by_district[name], plan)])
            for name in _sorted_districts(by_district)
        ],
    )


def _by_number(rows: Sequence[int], plan: Plan) -> list[int]:
    return sorted(rows, key=lambda row: (plan.numbers[row] or 0, row))


def _sorted_districts(names: Iterable[str]) -> list[str]:
    """Districts as Danes sort them; the unknown one last."""
    return sorted(names, key=lambda name: (danish_key(name), name))


def _entry(row: int, plan: Plan) -> Entry:
    buildings = plan.buildings
    save = int(buildings.save[row])
    return Entry(
        number=plan.numbers[row],
        parcels=numbers_within(plan.parcels[row], plan.districts[row]),
        address=plan.listing.called[row],
        what=buildings.uses[row] or NO_USE,
        save=str(save) if save > 0 else "",
        ground=ground_words(buildings.ground[row], bool(buildings.decided[row])),
        preserved_by=plan.preserved_by[row],
    )


def numbers_out_of_use(plan: Plan) -> list[str]:
    """The numbers that buildings had in an earlier plan and none has in this one, each with its building."""
    gone = gone_numbers(plan.numbers, plan.buildings.earlier_numbers)
    called = [plan.listing.called[row] or numbers_within(plan.parcels[row], "") for row in gone.values()]
    return [f"{number} ({name})" if name else str(number) for number, name in zip(gone, called)]


# ---- parcels ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DistrictParcels:
    """The parcels of the plan in one cadastral district."""

    name: str
    numbers: Sequence[str]


_PARCEL = re.compile(r"(\d+)([^\W\d_]*)(.*)", re.DOTALL)


def _parcel_key(number: str) -> tuple[int, int, Key, Key]:
    """What to sort a parcel by, as the cadastre counts: 7, 7a to 7ø, 7aa, 7ab; what is no such number comes last."""
    found = _PARCEL.fullmatch(number.strip().casefold())
    if found is None:
        return sys.maxsize, 0, (), danish_key(number)
    digits, letters, rest = found.groups()
    # Letter by letter: two of them are two letters here, and aa is no å.
    return int(digits), len(letters), tuple(part for one in letters for part in danish_key(one)), danish_key(rest)


def parcels_by_district(plan: Plan) -> list[DistrictParcels]:
    """The parcels that hold a designated building, each once, in Danish order.

    A parcel of a district that no building stands in keeps its whole name, under the district of the building.
    """
    known = _sorted_districts(set(plan.districts))
    found: dict[str, dict[str, None]] = {}
    for row in range(len(plan.buildings)):
        if plan.buildings.designated[row] and plan.parcels[row]:
            for part in plan.parcels[row].split("; "):
                own = plan.districts[row]
                district = next((one for one in (own, *known) if numbers_within(part, one) != part), own)
                within = numbers_within(part, district)
                numbers = within.replace(" og ", ", ").split(", ") if within != part else [part]
                found.setdefault(district, {}).update(dict.fromkeys(numbers))
    return [
        DistrictParcels(name or NO_DISTRICT, sorted(found[name], key=lambda number: (_parcel_key(number), number)))
        for name in _sorted_districts(found)
    ]


# ---- what the registers say of them ----------------------------------------------------------------------------------


def materials(plan: Plan) -> list[tuple[str, str, str]]:
    """(group, its outer walls, its roofing) by BBR, the commonest first: what the rules of a group will meet."""
    return [
        (described["letter"], _common(plan.buildings.walls, rows), _common(plan.buildings.roofs, rows))
        for described, rows in _rows_by_group(plan)
        if rows
    ]


def _common(words: Sequence[str], rows: Sequence[int]) -> str:
    counted = Counter(words[row] or UNKNOWN for row in rows)
    ordered = sorted(counted.items(), key=lambda one: (one[0] == UNKNOWN, -one[1], danish_key(one[0])))
    return ", ".join(f"{word} {number(count)}" for word, count in ordered)
