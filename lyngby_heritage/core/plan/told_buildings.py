"""What the log calls buildings, so that a person finds them: by address or parcel, with the beginning of their id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..common.addresses import short_id
from .content import Buildings


def told_buildings(
    buildings: Buildings, rows: Iterable[int], parcels: Sequence[str], addressed: bool = True
) -> list[str]:
    """The chosen rows of buildings by what people know them by.

    `parcels` are by number and district, (n,), "" where unknown. `addressed` is whether their addresses may be said:
    one that the register keeps from the public is told by its parcel, which is no more than where it lies.
    """
    return [_told(buildings, row, parcels[row] if parcels else "", addressed) for row in rows]


def _told(buildings: Buildings, row: int, parcels: str, addressed: bool) -> str:
    address, known_as = buildings.addresses[row] if addressed else "", buildings.ids[row]
    if address:
        return address
    if not parcels:
        return known_as or f"#{row + 1}"
    beside = f" ({short_id(known_as)})" if known_as else ""
    return f"matr.nr. {parcels}{beside}"
