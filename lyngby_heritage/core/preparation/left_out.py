"""Which rows of the registers are not in the building layer, told so that a planner knows which was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..common.wording import joined, number
from .explanation import Unmatched
from .outcome import Prepared

MOST_NAMES = 10
"""Names in a row of the table; all of them stand in the layer of rows without a building."""
OF_BUILDINGS = ("SAVE", "SAVE_SECOND", "FOOTPRINTS", "BBR")
"""Inputs whose rows have names of their own; a storey or a unit is told by its number alone."""


def left_out_rows(rest: Unmatched, prepared: Prepared) -> list[tuple[str, str, int, str, str]]:
    """Input, code of the outcome, count, reason and names of the rows that are in no building.

    Rows of one input with one reason are one row here, in the order of `rest`. What the register keeps from the public
    is counted and not named, for a report tells of it.
    """
    addresses = _addresses(prepared)
    groups: dict[tuple[str, str, str], list[int]] = {}
    for row, key in enumerate(zip(rest.layer, rest.outcome, rest.reason)):
        groups.setdefault(key, []).append(row)
    return [
        (layer, outcome, len(rows), reason, _names(rest, rows, addresses) if layer in OF_BUILDINGS else "")
        for (layer, outcome, reason), rows in groups.items()
    ]


def looked_for_at(rest: Unmatched, prepared: Prepared) -> list[str]:
    """Where each row is to be looked for: its address, else on the property of another building's; "" where unknown."""
    addresses = _addresses(prepared)
    return [_place(rest, row, addresses) for row in range(len(rest))]


def _place(rest: Unmatched, row: int, addresses: Mapping[str, str]) -> str:
    if rest.address[row]:
        return rest.address[row]
    other = addresses.get(rest.property_id[row])
    return f"på {other}" if other else ""


def _addresses(prepared: Prepared) -> dict[str, str]:
    """Property → the address of a building on it that the public is told of."""
    known: dict[str, str] = {}
    withheld = (prepared.told.public == 0).tolist() or [False] * len(prepared)
    for one, address, hidden in zip(prepared.property_id, prepared.address, withheld):
        if one and address and not hidden:
            known.setdefault(one, address)
    return known


def _names(rest: Unmatched, rows: Sequence[int], addresses: Mapping[str, str]) -> str:
    found = list(dict.fromkeys(_name(rest, row, addresses) for row in rows if not rest.withheld[row]))
    shown = found[:MOST_NAMES]
    return joined([*shown, f"{number(len(found) - len(shown))} til"] if len(found) > len(shown) else shown)


def _name(rest: Unmatched, row: int, addresses: Mapping[str, str]) -> str:
    """Its address, else that of its property, else the number that people look it up by."""
    if place := _place(rest, row, addresses):
        return place
    if rest.property_id[row]:
        return f"på BFE-nr. {rest.property_id[row]}"
    if rest.bbr_number[row]:
        return f"BBR-nr. {rest.bbr_number[row]}"
    if rest.fbb_id[row] is not None:
        return f"FBB-id {rest.fbb_id[row]}"
    return rest.building_id[row] or f"række {rest.number[row]}"
