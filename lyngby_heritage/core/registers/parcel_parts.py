"""Builds parcels from the parts that Matriklen delivers them in: Lodflade, Jordstykke, SamletFastEjendom, Ejerlav.

Source: Datafordeleren's schema of MAT. The polygon is on Lodflade (`jordstykkeLokalId`), and a parcel may have several;
Jordstykke has number, registered area (`vejareal` included), `vejareal` and `faelleslod`, but neither geometry, BFE
number nor the district's code, which its links lead to (`parcel_links`). What comes out has the fields of a parcel
layer as every tool reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.arrays import Floats, Geometries, Integers
from ..common.errors import Check, HeritageError, Note, never_cancelled
from ..common.union import polygonal, united
from . import values
from .aliases import aliases
from .cadastre_rows import NO_ROW, Judged, PartTable, State, judge_rows, rows_of
from .parcel_links import Properties, at, find_districts, find_properties
from .parcel_part_notes import Account, Drawn, notes_on
from .public_roads import road_parcels

CODE_LENGTH = 4
"""Digits of a municipality's code, "0173"."""
BETWEEN = ", "
"""What stands between the properties of common land, as where a layer lists a parcel once for each."""

Unreadable = dict[str, dict[str, int]]
"""Field → what stands there and cannot be read → rows."""


@dataclass(frozen=True)
class Dropped:
    """Rows of a part that no parcel came of."""

    part: str
    """The name of the table."""
    reason: str
    """`uden_lodflade`, `uden_jordstykke`, `uden_flade`, or the name of a State in lower case."""
    ids: tuple[str, ...]
    """Their own ids as written, "" for one without."""


@dataclass(frozen=True)
class Parcels:
    """The parcels (n,), in the order of Jordstykke's rows."""

    geometry: Geometries
    """One multi polygon each."""
    columns: dict[str, list[Any]]
    """Field → values (n,), None where unknown. Texts, but whole numbers in `ejerlavskode` and `BFEnummer`, numbers in
    `registreretAreal` and `vejareal`, and yes or no in `faelleslod`. `ejendom_id` is what groups parcels to properties:
    the BFE number, else the property's id in Matriklen. `ejerlavskode` is left out where no parcel has one, so that
    what is known of the districts still tells them apart."""
    notes: list[Note]
    dropped: tuple[Dropped, ...]

    def __len__(self) -> int:
        return len(self.geometry)


def build_parcels(
    lodflade: PartTable,
    jordstykke: PartTable,
    sfe: PartTable | None = None,
    ejerlav: PartTable | None = None,
    x: PartTable | None = None,
    check: Check = never_cancelled,
) -> Parcels:
    """The parcels in force, each with its surfaces, its property and its district.

    Without `sfe` the BFE number is unknown, without `ejerlav` the district's name, and both are said. `x` is the table
    SamletFastEjendom_X_Jordstykke. HeritageError where nothing can be built: a field that joins the parts is missing,
    no row is in force, or no surface belongs to any parcel.
    """
    drawn = _draw(lodflade, jordstykke, check)
    check()
    rows = drawn.parcels
    properties = find_properties(jordstykke, rows, sfe, x)
    districts = find_districts(jordstykke, rows, ejerlav)
    numbers = at(jordstykke.texts("parcel_id"), rows)
    unreadable: Unreadable = {}
    registered = _numbers(jordstykke, "registered_area", values.read_areas, rows, unreadable)
    road = _numbers(jordstykke, "road_area", values.read_amounts, rows, unreadable)
    common = _common(_numbers(jordstykke, "common_parcel", values.read_booleans, rows, unreadable), properties)
    columns: dict[str, list[Any]] = {
        "id_lokalId": at(jordstykke.written_ids("cadastre_id"), rows),
        "matrikelnummer": _texts(numbers),
        "ejerlavskode": _whole(districts.codes),
        "ejerlavsnavn": _texts(districts.names),
        "ejendom_id": _texts(_property_ids(properties, common)),
        "BFEnummer": _whole(properties.bfe),
        "registreretAreal": _known(registered),
        "vejareal": _known(road),
        "faelleslod": [None if one != one else bool(one) for one in common.tolist()],
        "kommunekode": _texts(_municipalities(jordstykke, rows, unreadable)),
        "samletFastEjendomLokalId": _texts(properties.written),
        "ejerlavLokalId": _texts(districts.written),
    }
    if not any(districts.codes):
        del columns["ejerlavskode"]
    check()
    account = Account(
        lodflade, jordstykke, sfe, ejerlav, x, drawn, numbers, districts, properties, registered, common == 1,
        road_parcels(numbers), unreadable,
    )  # fmt: skip
    return Parcels(drawn.geometries, columns, notes_on(account), _dropped(lodflade, jordstykke, drawn))


def _draw(lodflade: PartTable, jordstykke: PartTable, check: Check) -> Drawn:
    """The surfaces of the parcels in force; HeritageError where there are none."""
    for table, concept in ((lodflade, "surface_parcel"), (jordstykke, "cadastre_id"), (jordstykke, "parcel_id")):
        _need_field(table, concept)
    surfaces = lodflade.surfaces
    if surfaces is None:
        raise HeritageError(
            "{table} has no geometry, and without the surfaces no parcel can be drawn. Download Lodflade as gpkg, or "
            "as csv with the field geometri.",
            table=lodflade.name,
        )
    check()
    parcels, flats = judge_rows(jordstykke), judge_rows(lodflade, several=True)
    for table, judged in ((jordstykke, parcels), (lodflade, flats)):
        _need_rows(table, judged)
    check()
    rows, shown = parcels.rows, flats.rows
    place = rows_of(
        [parcels.ids[row] for row in rows.tolist()], np.arange(len(rows)), at(lodflade.ids("surface_parcel"), shown)
    )
    shapes = surfaces.geometries[shown]
    whole, members = united(shapes, place, len(rows), check)
    drawn = members > 0
    if not drawn.any():
        raise HeritageError(
            "None of the surfaces in {surfaces} ({field}) belongs to a parcel in {parcels}. Take the files of one "
            "municipality and of one week.",
            surfaces=lodflade.name,
            field=lodflade.field("surface_parcel"),
            parcels=jordstykke.name,
        )
    surface = polygonal(shapes)
    return Drawn(
        whole[drawn],
        rows[drawn],
        united=int((members > 1).sum()),
        judged=parcels,
        judged_surfaces=flats,
        repaired=np.intersect1d(shown, surfaces.repaired),
        without_surface=rows[~drawn],
        without_parcel=shown[surface & (place == NO_ROW)],
        empty=shown[~surface],
    )


def _need_field(table: PartTable, concept: str) -> None:
    if table.field(concept) is None:
        raise HeritageError(
            "{table} has no field {wanted}, without which no parcel can be built. Its fields are: {fields}. Download "
            "the table again with all its fields.",
            table=table.name,
            wanted=aliases(concept)[0],
            fields=", ".join(table.columns),
        )


def _need_rows(table: PartTable, judged: Judged) -> None:
    if judged.holds.any():
        return
    statuses = {one: None for counted in judged.statuses.values() for one in counted}
    raise HeritageError(
        "{table} has no row in force, so no parcel can be built: {count:row|rows}, of which {ended} ended and {later} "
        "yet to begin; status of the others: {statuses}. Download the table as a total of what is in force (Current).",
        table=table.name,
        count=len(table),
        ended=judged.count(State.ENDED),
        later=judged.count(State.NOT_YET),
        statuses=", ".join(statuses) or "–",
    )


def _common(said: Floats, properties: Properties) -> Floats:
    """Which parcels are common land, (n,): 1 yes, 0 no, NaN unknown.

    Jordstykke's own word counts, and where it has none that of its property. A parcel that states no property and is
    linked with several is common land too; one that states its own is that one's.
    """
    common: Floats = np.where(np.isnan(said), properties.common, said)
    several = [place for place, owners in properties.owners.items() if len(owners) > 1 and not properties.ids[place]]
    common[several] = 1.0
    return common


def _property_ids(properties: Properties, common: Floats) -> list[str]:
    """What groups parcels to properties, (n,): BFE number, else the property's id; of common land all its owners."""
    out = [bfe or written for bfe, written in zip(properties.bfe, properties.written)]
    for place, owners in properties.owners.items():
        if not properties.ids[place] or common[place] == 1:
            out[place] = BETWEEN.join(owners)
    return out


def _numbers(
    table: PartTable,
    concept: str,
    read: Callable[[Sequence[Any]], values.Column],
    rows: Integers,
    unreadable: Unreadable,
) -> Floats:
    """A column as numbers, (rows,), NaN for unknown."""
    raw, name = table.raw(concept), table.field(concept)
    if raw is None or name is None:
        return np.full(len(rows), np.nan)
    column = read([raw[row] for row in rows.tolist()])
    if column.unreadable:
        unreadable[name] = dict(column.unreadable)
    return column.values


def _municipalities(table: PartTable, rows: Integers, unreadable: Unreadable) -> list[str]:
    """Municipality codes of four digits, (rows,), "" where what stands there is none."""
    written = at(table.texts("parcel_municipality"), rows)
    codes = [one if len(one) <= CODE_LENGTH else "" for one in at(table.whole("parcel_municipality"), rows)]
    wrong: dict[str, int] = {}
    for text, code in zip(written, codes):
        if text and not code:
            wrong[text] = wrong.get(text, 0) + 1
    if wrong:
        unreadable[table.field("parcel_municipality") or ""] = wrong
    return [one and one.zfill(CODE_LENGTH) for one in codes]


def _texts(column: Sequence[str]) -> list[Any]:
    return [one or None for one in column]


def _whole(column: Sequence[str]) -> list[Any]:
    return [int(one) if one else None for one in column]


def _known(column: Floats) -> list[Any]:
    """Numbers, whole ones as such, None for unknown."""
    return [None if one != one else int(one) if one.is_integer() else one for one in column.tolist()]


def _dropped(lodflade: PartTable, jordstykke: PartTable, drawn: Drawn) -> tuple[Dropped, ...]:
    """What no parcel came of, for a list."""
    found: list[tuple[PartTable, str, Integers]] = []
    for table, judged in ((jordstykke, drawn.judged), (lodflade, drawn.judged_surfaces)):
        left = [state for state in State if state != State.IN_FORCE]
        found += [(table, state.name.lower(), np.flatnonzero(judged.state == state)) for state in left]
    found.append((jordstykke, "uden_lodflade", drawn.without_surface))
    found.append((lodflade, "uden_jordstykke", drawn.without_parcel))
    found.append((lodflade, "uden_flade", drawn.empty))
    return tuple(
        Dropped(table.name, reason, tuple(at(table.written_ids("cadastre_id"), rows)))
        for table, reason, rows in found
        if len(rows)
    )
