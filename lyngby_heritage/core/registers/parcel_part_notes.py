"""What to tell of parcels that were built from their parts: what was left out, what is unknown, what does not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.data import load
from ..common.errors import Note, listed
from .aliases import aliases
from .cadastre_rows import FILE, Judged, PartTable, State, is_vouched_for
from .parcel_links import Districts, Properties, at, find_districts
from .parcel_names import parcel_list


@dataclass(frozen=True)
class Drawn:
    """The parcels that have a surface, and what has not: positions of rows in the two tables."""

    geometries: Geometries
    """One multi polygon for each parcel, (n,)."""
    parcels: Integers
    """Its row in Jordstykke, (n,)."""
    united: int
    """How many have several surfaces."""
    judged: Judged
    judged_surfaces: Judged
    repaired: Integers
    """Surfaces in force that were invalid."""
    without_surface: Integers
    without_parcel: Integers
    empty: Integers
    """Surfaces in force that are no polygon."""


@dataclass(frozen=True)
class Account:
    """Everything that was found while parcels were built; what is per parcel is (n,)."""

    lodflade: PartTable
    jordstykke: PartTable
    sfe: PartTable | None
    ejerlav: PartTable | None
    x: PartTable | None
    drawn: Drawn
    numbers: list[str]
    districts: Districts
    properties: Properties
    registered: Floats
    common: Booleans
    roads: Booleans
    unreadable: dict[str, dict[str, int]]

    def named(self, parcels: Integers) -> str:
        """The first of these parcels by number and district."""
        labels, ids = self.districts.spoken, self.drawn.judged.ids
        rows = parcels.tolist()
        return parcel_list([(self.numbers[one], labels[one], ids[self.drawn.parcels[one]]) for one in rows])


def notes_on(account: Account) -> list[Note]:
    """The notes, in the order in which a reader asks: what was built, what was left out, what is unknown."""
    drawn = account.drawn
    return [
        Note(
            "Parcels were built from {surfaces} and {parcels}: {count:parcel|parcels}, of which {several} have several "
            "surfaces.",
            {
                "surfaces": account.lodflade.name,
                "parcels": account.jordstykke.name,
                "count": len(drawn.parcels),
                "several": drawn.united,
            },
        ),
        *_states(account.jordstykke, drawn.judged),
        *_states(account.lodflade, drawn.judged_surfaces),
        *(_states(account.sfe, account.properties.judged) if account.sfe is not None else ()),
        *(_states(account.ejerlav, account.districts.judged) if account.ejerlav is not None else ()),
        *_surfaces(account),
        *_properties(account),
        *_districts(account),
        *_areas(account),
        *_unreadable(account),
    ]


def _states(table: PartTable, judged: Judged | None) -> Iterator[Note]:
    """Rows of a table that are not in force, or of which it is not known."""
    if judged is None:
        return
    other, unknown = judged.statuses[State.OTHER], judged.statuses[State.UNKNOWN]
    if other:
        guessed = [one for one in other if not is_vouched_for(one)]
        yield Note(
            "{table}: {count:row is|rows are} left out, for {count:=its|their} status is not one in force: {statuses}.",
            {"table": table.name, "count": other.total(), "statuses": _counts(other)},
        )
        if guessed:
            yield Note(
                "{table}: no source has told what the status {statuses} means; its rows are taken not to be in force. "
                "Check some of them in Matriklen.",
                {"table": table.name, "statuses": ", ".join(guessed)},
                warning=True,
            )
    if unknown and judged.unknown_holds:
        yield Note(
            "{table}: {count:row has|rows have} a status that is not known from Matriklen: {statuses}. "
            "{count:=It is|They are} used where no row in force has the same id.",
            {"table": table.name, "count": unknown.total(), "statuses": _counts(unknown)},
            warning=True,
        )
    elif unknown:
        yield Note(
            "{table}: {count:row is|rows are} left out, for {count:=its|their} status is not known from Matriklen: "
            "{statuses}. Check whether {count:=it holds|they hold}: parcels may be missing.",
            {"table": table.name, "count": unknown.total(), "statuses": _counts(unknown)},
            warning=True,
        )
    if judged.unstated:
        yield Note(
            "{table}: {count:row states|rows state} no status and {count:=is|are} taken to be in force.",
            {"table": table.name, "count": judged.unstated},
        )
    ended, later = judged.count(State.ENDED), judged.count(State.NOT_YET)
    if ended:
        yield Note(
            "{table}: {count:row is|rows are} history and {count:=is|are} left out: {count:=it has|they have} ended.",
            {"table": table.name, "count": ended},
        )
    if later:
        yield Note(
            "{table}: {count:row is|rows are} left out, for {count:=it is|they are} yet to begin.",
            {"table": table.name, "count": later},
        )
    double = np.flatnonzero(np.isin(judged.state, (State.OLDER, State.REPEATED)))
    if len(double):
        yield Note(
            "{table}: {count:row in force has|rows in force have} an id that another row has too ({examples}); of "
            "each id the row that began last counts, else the first.",
            {"table": table.name, "count": len(double), "examples": _ids(judged.ids, double)},
            warning=True,
        )


def _surfaces(account: Account) -> Iterator[Note]:
    """Parcels without a surface, surfaces without a parcel, and surfaces that are none."""
    drawn, table, parcels = account.drawn, account.lodflade, account.jordstykke
    if len(drawn.without_surface):
        yield Note(
            "{table}: {count:parcel in force has|parcels in force have} no surface in {surfaces} and {count:=is|are} "
            "missing from the layer: {examples}. Take the two tables of one week.",
            {
                "table": parcels.name,
                "surfaces": table.name,
                "count": len(drawn.without_surface),
                "examples": _names(account, drawn.without_surface),
            },
            warning=True,
        )
    if len(drawn.without_parcel):
        known = frozenset(drawn.judged.ids)
        belongs = at(table.ids("surface_parcel"), drawn.without_parcel)
        yield Note(
            "{table}: {count:surface is|surfaces are} left out, for {count:=its|their} parcel is not in force "
            "({known}) or not in {parcels} ({unknown}): {examples}. Take the two tables of one week and one "
            "municipality.",
            {
                "table": table.name,
                "parcels": parcels.name,
                "count": len(belongs),
                "known": sum(one in known for one in belongs),
                "unknown": sum(one not in known for one in belongs),
                "examples": listed(list(dict.fromkeys(one or "–" for one in belongs))),
            },
            warning=True,
        )
    if len(drawn.empty):
        yield Note(
            "{table}: {count:row|rows} in force {count:=has|have} no polygon: {examples}.",
            {"table": table.name, "count": len(drawn.empty), "examples": _of_parcels(table, drawn.empty)},
            warning=True,
        )
    if len(drawn.repaired):
        yield Note(
            "{table}: {count:invalid surface was|invalid surfaces were} repaired, of parcel {examples}.",
            {"table": table.name, "count": len(drawn.repaired), "examples": _of_parcels(table, drawn.repaired)},
        )


def _properties(account: Account) -> Iterator[Note]:
    """Parcels whose BFE number is not known. Public roads, which belong to no property, are not among them."""
    properties = account.properties
    states = np.array([bool(one) for one in properties.ids], dtype=bool)
    parcels = np.flatnonzero(states & np.array([not one for one in properties.bfe], dtype=bool) & ~account.roads)
    if account.sfe is None:
        yield Note(
            "The table SamletFastEjendom is missing, so no parcel has its BFE number: parcels are grouped by the id of "
            "their property in Matriklen, which BBR does not know. Download MAT SamletFastEjendom too.",
            warning=True,
        )
    elif properties.judged is None:
        yield Note(
            "{table} has not the fields {wanted}, so no parcel has its BFE number. Its fields are: {fields}.",
            {
                "table": account.sfe.name,
                "wanted": ", ".join(aliases(one)[0] for one in ("cadastre_id", "bfe_number")),
                "fields": ", ".join(account.sfe.columns),
            },
            warning=True,
        )
    elif len(parcels):
        yield Note(
            "{count:parcel has|parcels have} no BFE number, for {table} does not tell {count:=its|their} property: "
            "{examples}.",
            {"count": len(parcels), "table": account.sfe.name, "examples": account.named(parcels)},
            warning=True,
        )
    states[list(properties.owners)] = True
    alone = np.flatnonzero(~states & ~account.roads & ~account.common)
    if len(alone):
        yield Note(
            "{table}: {count:parcel states|parcels state} no property; each is taken for one by itself: {examples}.",
            {"table": account.jordstykke.name, "count": len(alone), "examples": account.named(alone)},
            warning=True,
        )
    yield from _links(account)


def _links(account: Account) -> Iterator[Note]:
    """What the table that links parcels and properties told."""
    if account.x is None:
        return
    if not account.properties.linked:
        yield Note(
            "{table} could not be used: it links Jordstykke and SamletFastEjendom by objectid, and one of the three "
            "tables has no such field.",
            {"table": account.x.name},
        )
        return
    owners = account.properties.owners
    several = [place for place, held in owners.items() if len(held) > 1]
    told = [place for place in several if account.common[place]]
    if told:
        yield Note(
            "{count:common parcel has its|common parcels have their} several properties from {table}.",
            {"count": len(told), "table": account.x.name},
        )
    others = np.array(sorted(set(several) - set(told)), dtype=np.intp)
    if len(others):
        yield Note(
            "{table} links {count:parcel|parcels} with several properties, though {count:=it is|they are} no common "
            "land: {examples}. The property that the parcel states counts.",
            {"table": account.x.name, "count": len(others), "examples": account.named(others)},
            warning=True,
        )


def _districts(account: Account) -> Iterator[Note]:
    """Parcels whose cadastral district is not known by code or by name."""
    districts = account.districts
    if account.ejerlav is None:
        yield Note(
            "The table Ejerlav is missing, so no parcel has the name of its district. Download MAT Ejerlav too.",
            warning=True,
        )
    elif districts.judged is None:
        yield Note(
            "{table} has no field {wanted}, so no parcel has the name of its district. Its fields are: {fields}.",
            {
                "table": account.ejerlav.name,
                "wanted": aliases("cadastre_id")[0],
                "fields": ", ".join(account.ejerlav.columns),
            },
            warning=True,
        )
    else:
        unnamed = np.flatnonzero([not one for one in districts.names])
        if len(unnamed):
            yield Note(
                "{count:parcel has|parcels have} no district's name, for {table} does not tell it: {examples}.",
                {"count": len(unnamed), "table": account.ejerlav.name, "examples": account.named(unnamed)},
                warning=True,
            )
    if districts.from_id:
        yield Note(
            "The district's code of {count:parcel|parcels} is its id in Matriklen, which is a number; one source alone "
            "says that the two are the same.",
            {"count": districts.from_id},
        )


def _areas(account: Account) -> Iterator[Note]:
    """Parcels whose drawn area is far from the registered one."""
    least, most = load(FILE)["area_band"]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = shapely.area(account.drawn.geometries) / account.registered
    off = np.flatnonzero((share < least) | (share > most))
    if len(off):
        yield Note(
            "{count:parcel is|parcels are} drawn with less than {least} or more than {most} of the registered area: "
            "{examples}. Registered areas are what the plot ratio counts; look at {count:=it|the largest differences}.",
            {"count": len(off), "least": least, "most": most, "examples": account.named(off[_farthest(share[off])])},
            warning=True,
        )
    unknown = np.flatnonzero(np.isnan(account.registered))
    if len(unknown):
        yield Note(
            "{count:parcel has|parcels have} no registered area: {examples}.",
            {"count": len(unknown), "examples": account.named(unknown)},
        )


def _farthest(share: Floats) -> Integers:
    """The order from the share that is farthest from 1."""
    return np.argsort(-np.abs(np.log(np.maximum(share, 1e-9))), kind="stable")


def _unreadable(account: Account) -> Iterator[Note]:
    for field, found in account.unreadable.items():
        yield Note(
            "{table}: {count:value|values} of {field} cannot be read and {count:=is|are} unknown: {values}.",
            {
                "table": account.jordstykke.name,
                "count": sum(found.values()),
                "field": field,
                "values": _counts(Counter(found)),
            },
            warning=True,
        )


def _counts(counted: Counter[str]) -> str:
    """What stands there with how often, the most frequent first."""
    order = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return listed([f"{text} ({count})" for text, count in order])


def _ids(ids: list[str], rows: Integers) -> str:
    return listed(list(dict.fromkeys(at(ids, rows))))


def _of_parcels(table: PartTable, rows: Integers) -> str:
    """The ids of the parcels that surfaces belong to."""
    return listed(list(dict.fromkeys(one or "–" for one in at(table.ids("surface_parcel"), rows))))


def _names(account: Account, rows: Integers) -> str:
    """Rows of Jordstykke that are no parcels of the layer, by number and district, else by id."""
    table = account.jordstykke
    districts = find_districts(table, rows, account.ejerlav).spoken
    numbers, ids = at(table.texts("parcel_id"), rows), at(table.written_ids("cadastre_id"), rows)
    return parcel_list(list(zip(numbers, districts, ids)))
