"""What a parcel's links in Matriklen lead to: its property with the BFE number, and its cadastral district.

Source: Datafordeleren's schema of MAT. Jordstykke.samletFastEjendomLokalId is an id of SamletFastEjendom, which has the
`BFEnummer`; Jordstykke.ejerlavLokalId one of Ejerlav, which has `ejerlavskode` and `ejerlavsnavn`. A common parcel has
several properties, which SamletFastEjendom_X_Jordstykke tells by the `objectid` of both tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..common.arrays import Floats, Integers
from .cadastre_rows import NO_ROW, Judged, PartTable, judge_rows, rows_of
from .parcel_names import named_districts
from .values import read_booleans

DISTRICT_DIGITS, BFE_DIGITS = 7, 10
"""Most digits of a district's code and of a BFE number; a longer number is something else."""


@dataclass(frozen=True)
class Properties:
    """The property of each parcel, (n,) each; "" where unknown."""

    ids: list[str]
    """Its id in Matriklen as it is compared."""
    written: list[str]
    """The same as it stands there."""
    bfe: list[str]
    judged: Judged | None
    """The rows of SamletFastEjendom; None where there is no table that tells BFE numbers."""
    common: Floats
    """Whether the property is common land: 1 yes, 0 no, NaN unknown."""
    owners: dict[int, list[str]]
    """Parcel → the BFE numbers of the properties that it is linked with, in order."""
    linked: bool
    """Whether there is a linking table that could be used."""


@dataclass(frozen=True)
class Districts:
    """The district of each parcel, (n,) each; "" where unknown."""

    ids: list[str]
    written: list[str]
    codes: list[str]
    names: list[str]
    spoken: list[str]
    """As people say it: the name, else the code."""
    judged: Judged | None
    """The rows of Ejerlav; None where there is no table to look in."""
    from_id: int
    """Parcels whose district's code is its id, for it is told nowhere else."""


def at(values: Sequence[str], rows: Integers) -> list[str]:
    """The values at these rows."""
    return [values[row] for row in rows.tolist()]


def find_properties(
    jordstykke: PartTable, rows: Integers, sfe: PartTable | None, x: PartTable | None = None
) -> Properties:
    """The property of each of these rows of Jordstykke, and its BFE number where `sfe` tells it."""
    ids = at(jordstykke.ids("parcel_property"), rows)
    written = at(jordstykke.written_ids("parcel_property"), rows)
    if sfe is None or sfe.field("cadastre_id") is None or sfe.field("bfe_number") is None:
        return Properties(ids, written, [""] * len(rows), None, np.full(len(rows), np.nan), {}, False)
    judged = judge_rows(sfe, unknown_holds=True)
    numbers = [one if _is_number(one, BFE_DIGITS) else "" for one in sfe.whole("bfe_number")]
    row = rows_of(judged.ids, judged.rows, ids)
    raw = sfe.raw("common_parcel")
    common = np.full(len(rows), np.nan) if raw is None else np.append(read_booleans(raw).values, np.nan)[row]
    owners = _owners(jordstykke, rows, sfe, judged, x, numbers)
    return Properties(ids, written, _looked_up(numbers, row), judged, common, owners or {}, owners is not None)


def find_districts(jordstykke: PartTable, rows: Integers, ejerlav: PartTable | None) -> Districts:
    """The district of each of these rows of Jordstykke.

    Its code is the id where that is a number and nothing else tells the code; one source says so.
    """
    ids = at(jordstykke.ids("parcel_district"), rows)
    written = at(jordstykke.written_ids("parcel_district"), rows)
    codes = names = [""] * len(rows)
    judged = None
    if ejerlav is not None and ejerlav.field("cadastre_id") is not None:
        judged = judge_rows(ejerlav, unknown_holds=True)
        row = rows_of(judged.ids, judged.rows, ids)
        codes = [
            one if _is_number(one, DISTRICT_DIGITS) else "" for one in _looked_up(ejerlav.whole("district_number"), row)
        ]
        names = _looked_up(ejerlav.texts("district_name"), row)
    told = [code or (one if _is_number(one, DISTRICT_DIGITS) else "") for code, one in zip(codes, ids)]
    from_id = sum(bool(one) and not code for one, code in zip(told, codes))
    return Districts(ids, written, told, names, named_districts(names, told), judged, from_id)


def _owners(
    jordstykke: PartTable,
    rows: Integers,
    sfe: PartTable,
    judged: Judged,
    x: PartTable | None,
    numbers: Sequence[str],
) -> dict[int, list[str]] | None:
    """As Properties.owners; None where the tables have not the fields that link them."""
    if x is None or x.field("linked_parcel") is None or x.field("linked_property") is None:
        return None
    if jordstykke.field("cadastre_object") is None or sfe.field("cadastre_object") is None:
        return None
    parcel = rows_of(jordstykke.ids("cadastre_object"), rows, x.ids("linked_parcel"))
    owner = rows_of(sfe.ids("cadastre_object"), judged.rows, x.ids("linked_property"))
    place = dict(zip(rows.tolist(), range(len(rows))))
    linked = np.flatnonzero((parcel != NO_ROW) & (owner != NO_ROW))
    held: dict[int, set[int]] = {}
    for row, other in zip(parcel[linked].tolist(), owner[linked].tolist()):
        if numbers[other]:
            held.setdefault(place[row], set()).add(int(numbers[other]))
    return {one: list(map(str, sorted(numbers))) for one, numbers in held.items()}


def _looked_up(values: Sequence[str], rows: Integers) -> list[str]:
    return [values[row] if row != NO_ROW else "" for row in rows.tolist()]


def _is_number(text: str, digits: int) -> bool:
    return len(text) <= digits and text.isascii() and text.isdigit() and int(text) > 0
