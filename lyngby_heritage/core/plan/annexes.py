"""The plan's annexes: the lists of buildings and of properties, in the order of their addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any

from ..common import addresses
from ..common.arrays import Integers
from ..common.data import load
from ..common.wording import designated_among, plain_spaces, plural
from ..designation.chosen_values import reason_of
from ..neighbourhood.holders import BETWEEN
from ..registers.values import read_number
from ..tables import Column, Table
from ..tables.table import TEXT, WHOLE
from .content import NOWHERE, Buildings, Environments, ground_words

DESIGNATED, OTHERS, LISTED, PROPERTIES = "Udpegede bygninger", "Øvrige bygninger", "Fredede bygninger", "Ejendomme"

BUILDING_COLUMNS = (
    Column("Adresse", width=30),
    Column("Anvendelse", width=26),
    Column("Bygninger på adressen", width=20),
    Column("Matrikel", width=34),
    Column("SAVE-værdi", WHOLE, 8),
    Column("Grund til udpegning", width=32),
    Column("Begrundelse", width=70),
    Column("Opførelsesår", WHOLE, 12),
    Column("Kulturmiljø", width=20),
    Column("Ejendom", width=14),
    Column("Bygnings-id", width=38),
)
GROUND = next(place for place, one in enumerate(BUILDING_COLUMNS) if one.heading.startswith("Grund"))
GROUND_OF_OTHERS = "Hvorfor ikke udpeget"
GROUND_OF_LISTED, OF_LISTED = "Hvorfor ikke i bestemmelserne", "Fredet: følger bygningsfredningsloven"


def building_tables(
    buildings: Buildings, parcels: Sequence[str], environments: Environments | None, environment_of: Integers
) -> list[Table]:
    """The designated buildings, those that are not designated with the reason why, and the listed ones if any is."""
    ordered = addresses.order(buildings.addresses, buildings.ids)
    designated, listed = buildings.designated.tolist(), buildings.listed.tolist()
    save = buildings.save.tolist()
    place = environment_of.tolist()
    beside = _at_each_address(buildings)

    def table(title: str, rows: Sequence[int], heading: str, ground: str = "") -> Table:
        columns = list(BUILDING_COLUMNS)
        columns[GROUND] = Column(heading, width=columns[GROUND].width)
        values = (
            [buildings.addresses[row] for row in rows],
            [buildings.uses[row] for row in rows],
            [beside[buildings.addresses[row]] for row in rows],
            [parcels[row] for row in rows],
            [save[row] if save[row] >= 1 else None for row in rows],
            [ground or ground_words(buildings.ground[row], designated[row]) for row in rows],
            [reason_of(buildings.reasons[row], listed[row]) for row in rows],
            [buildings.years[row] for row in rows],
            [environments.called(place[row]) if environments and place[row] != NOWHERE else "" for row in rows],
            [buildings.property_ids[row] for row in rows],
            [buildings.ids[row] for row in rows],
        )
        return Table(title, columns, values)

    within = [row for row in ordered if designated[row]]
    others = [row for row in ordered if not designated[row] and not listed[row]]
    tables = [
        table(DESIGNATED, within, BUILDING_COLUMNS[GROUND].heading),
        table(OTHERS, others, GROUND_OF_OTHERS),
    ]
    apart = [row for row in ordered if listed[row]]
    return [*tables, table(LISTED, apart, GROUND_OF_LISTED, OF_LISTED)] if apart else tables


def _at_each_address(buildings: Buildings) -> dict[str, str]:
    """What stands at each address of more than one building, where the address alone does not say which is meant."""
    built = Counter(one for one in buildings.addresses if one)
    designated, listed = (
        Counter(compress(buildings.addresses, rows.tolist())) for rows in (buildings.designated, buildings.listed)
    )
    return {"": ""} | {
        one: f"{count}, {designated_among(designated[one])}{_and_listed(listed[one])}" if count > 1 else ""
        for one, count in built.items()
    }


def _and_listed(count: int) -> str:
    return plain_spaces(f"; {plural(count, 'er fredet', 'er fredede')}") if count else ""


def in_one(tables: Sequence[Table], buildings: Buildings) -> Table:
    """What a file of one table holds of `building_tables`: all that the layer designates, the listed ones last.

    The column of the ground says which is which.
    """
    listed = next((one for one in tables if one.title == LISTED), None)
    if listed is None:
        return tables[0]
    ordered = addresses.order(buildings.addresses, buildings.ids)
    decided = [bool(buildings.decided[row]) for row in ordered if buildings.listed[row]]
    values = tuple([*ours, *compress(theirs, decided)] for ours, theirs in zip(tables[0].values, listed.values))
    return Table(tables[0].title, tables[0].columns, values)


def property_table(ids: Sequence[str], columns: Mapping[str, Sequence[Any]], address_of: Mapping[str, str]) -> Table:
    """The properties by address, with the figures of checkplotratio that the layer holds.

    `ids` as they are compared; `columns` by field; `address_of` by id.
    """
    texts = load("rules/lokalplan.json")
    found = [one for one in texts["property_columns"] if one[0] in columns]
    # A plot of several properties (flats, common land) names them all.
    where = [next((address_of[one] for one in key.split(BETWEEN) if one in address_of), "") for key in ids]
    ordered = addresses.order(where, ids)
    described = [Column("Adresse", width=30), Column("Ejendom", width=14)]
    values: list[list[Any]] = [[where[row] for row in ordered], [ids[row] for row in ordered]]
    for field, kind, width, code_list in found:
        words = texts["words"].get(code_list, {})
        described.append(Column(texts["fields"][field], kind, width))
        values.append([_value(columns[field][row], kind, words) for row in ordered])
    return Table(PROPERTIES, described, values)


def _value(raw: Any, kind: str, words: Mapping[str, str]) -> Any:
    if kind == TEXT:
        return words.get(raw, raw)
    read = read_number(raw)
    if read is None or read != read:  # unreadable, or NaN for missing
        return None
    return int(read) if kind == WHOLE and read.is_integer() else read


def property_addresses(buildings: Buildings) -> dict[str, str]:
    """The first address of each property, by its id."""
    found: dict[str, str] = {}
    for row in addresses.order(buildings.addresses, buildings.ids):
        if buildings.property_ids[row] and buildings.addresses[row]:
            found.setdefault(buildings.property_ids[row], buildings.addresses[row])
    return found
