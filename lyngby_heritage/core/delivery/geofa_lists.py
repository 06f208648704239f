"""What exportgeofa tells people of its rows: the lists for Excel, the tables beside the rows, and the read-me."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..common.data import load
from ..common.wording import filled, joined, plain_plural
from ..tables.table import WHOLE, Column, Table
from .codes import DESIGNATED_UNKNOWN, UNKNOWN
from .geofa_rows import (
    CHANGED,
    CODE,
    DESIGNATED,
    ENDED,
    NEW,
    UNTOUCHED,
    AdoptedRows,
    Gap,
    lacking_fields,
    shown,
    unfilled,
)
from .groups import NAME, GroupRows
from .plan_buildings import VALUE
from .register_rows import RegisterRows
from .schema import BUILDINGS, GROUPS, saved_anew, schema_source, unsure_fields

FILE = "rules/geofa_texts.json"
CHANGE_COLUMNS = (
    *("tabel", "objekt_id", "bbr_uuid", "bfe_nr", "bygningsnummer", "adresse", "aendring", "felt", "foer", "efter"),
    "hvorfor",
)
GAP_COLUMNS = (
    *("tabel", "bygning_id", "adresse", "bfe_nr", "bygningsnummer", "objekt_id", "felt", "mangler", "goer", "skrevet"),
)


@dataclass(frozen=True)
class About:
    """What the files say of the plan and of themselves."""

    plan: str
    """Its heading."""
    state: str
    """A sentence."""
    made: str
    """The day, in words."""
    extract: str
    """The extract of theme 6205 that was given, or that none was."""
    gpkg: str
    xlsx: str
    """Names of the files."""


@dataclass(frozen=True)
class Exported:
    """All that an export holds."""

    buildings: AdoptedRows
    groups: GroupRows
    register: RegisterRows

    @property
    def gaps(self) -> list[Gap]:
        """Of buildings, then of environments."""
        return [*self.buildings.gaps, *self.groups.gaps]

    @property
    def unwritten(self) -> int:
        """How many rows a gap kept from being written; one may have several gaps."""
        kept = ((one.table, one.building, one.bfe, one.number, one.object_ids) for one in self.gaps if not one.written)
        return len(set(kept))


def change_rows(done: AdoptedRows) -> Iterator[tuple[Any, ...]]:
    """The rows of `aendringer`, under CHANGE_COLUMNS."""
    why = load(FILE)["why"]
    for one in done.changes:
        yield (
            *(BUILDINGS, *_identity(done, one.row), done.addresses[one.row], one.kind, one.field),
            *(shown(one.field, one.before), shown(one.field, one.after), why[one.why]),
        )


def gap_rows(gaps: Sequence[Gap]) -> Iterator[tuple[Any, ...]]:
    """The rows of `mangler`, under GAP_COLUMNS."""
    said = load(FILE)["gaps"]
    for one in gaps:
        told = {"fields": joined(list(one.fields)), "ids": ", ".join(one.object_ids) or "uden objekt_id"}
        yield (
            *(one.table, one.building, one.address, one.bfe, one.number, ", ".join(one.object_ids)),
            *(", ".join(one.fields), said[one.what]["lacks"].format(**told), said[one.what]["do"], one.written),
        )


def geofa_tables(all_of_it: Exported) -> list[Table]:
    """The sheets of the Excel list."""
    titles, done = load(FILE)["sheets"], all_of_it.buildings
    kinds, groups = load(FILE)["kinds"], all_of_it.groups.columns
    changes = [(*row[1:6], kinds[row[6]], *row[7:]) for row in change_rows(done) if row[6] != NEW]
    gaps = [(*row[1:5], *row[5:9], "ja" if row[9] else "nej") for row in gap_rows(all_of_it.gaps)]
    return [
        _overview(all_of_it),
        _table(titles["missing"], _GAPS, gaps),
        _table(titles["changed"], _CHANGES, changes),
        _table(titles["new"], (*_ROWS, _WHY), list(_new_rows(done))),
        *(_table(titles[name], _ROWS, list(_rows(done, kind))) for name, kind in _SHEETS),
        _table(
            titles["groups"],
            _GROUPS,
            list(zip(groups[NAME], groups["beskrivelse"])),
        ),
    ]


_SHEETS = (("ended", ENDED), ("untouched", UNTOUCHED))
_WHY = Column("Hvorfor", width=60)
_PLACE = (Column("BBR-id", width=38), Column("BFE", WHOLE), Column("Bygn.nr.", WHOLE), Column("Adresse", width=30))
_GAPS = (
    *(Column("Bygning eller kulturmiljø", width=38), Column("Adresse", width=30), Column("BFE", WHOLE)),
    *(Column("Bygn.nr.", WHOLE), Column("objekt_id", width=38), Column("Felt", width=24)),
    *(Column("Hvad der mangler", width=60), Column("Gør sådan", width=60), Column("Skrevet", width=9)),
)
_CHANGES = (
    *(Column("objekt_id", width=38), *_PLACE, Column("Ændring", width=20), Column("Felt", width=24)),
    *(Column("Før", width=30), Column("Efter", width=30), _WHY),
)
_ROWS = (
    *(Column("objekt_id", width=38), *_PLACE, Column("SAVE", WHOLE), Column("bevaringsvaerdig", width=18)),
    Column("bevaringsaarsag_kode", width=40),
)
_GROUPS = (Column("omraade", width=40), Column("beskrivelse", width=80))


def _rows(done: AdoptedRows, kind: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a kind, those that are designated first."""
    columns = done.columns
    for row in _of_kind(done, kind):
        yield (
            *(*_identity(done, row), done.addresses[row], columns[VALUE][row]),
            *(shown(DESIGNATED, columns[DESIGNATED][row]), shown(CODE, columns[CODE][row])),
        )


def _new_rows(done: AdoptedRows) -> Iterator[tuple[Any, ...]]:
    """The new rows, and why each has its code: they are not among the changes."""
    why = load(FILE)["why"]
    reasons = {one.row: why[one.why] for one in done.changes if one.kind == NEW}
    for row, cells in zip(_of_kind(done, NEW), _rows(done, NEW)):
        yield (*cells, reasons[row])


def _of_kind(done: AdoptedRows, kind: str) -> list[int]:
    of_kind = [row for row, one in enumerate(done.kinds) if one == kind]
    return sorted(of_kind, key=lambda one: not done.columns[DESIGNATED][one])


def _identity(done: AdoptedRows, row: int) -> tuple[Any, ...]:
    return tuple(done.columns[name][row] for name in ("objekt_id", "bbr_uuid", "bfe_nr", "bygningsnummer"))


def _overview(all_of_it: Exported) -> Table:
    words, done = load(FILE)["overview"], all_of_it.buildings
    counted = {
        "new": done.count(NEW),
        "new_designated": done.newly_designated,
        "not_looked_up": done.written_for(UNKNOWN),
        "alone_not_looked_up": done.written_for(DESIGNATED_UNKNOWN),
        "changed": done.count(CHANGED, ENDED),
        "ended": done.count(ENDED),
        "untouched": done.count(UNTOUCHED),
        "groups": len(all_of_it.groups),
        "missing": len(all_of_it.gaps),
        "unwritten": all_of_it.unwritten,
        "rowless": done.rowless,
        "history": all_of_it.register.history,
        "elsewhere": all_of_it.register.elsewhere + done.elsewhere,
    }
    columns = (Column("Hvad", width=64), Column("Antal", WHOLE))
    return _table(load(FILE)["sheets"]["overview"], columns, [(words[key], value) for key, value in counted.items()])


def _table(title: str, columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]) -> Table:
    values = [list(one) for one in zip(*rows)] if rows else [[] for _ in columns]
    return Table(title, columns, values, kept=1, nothing=load(FILE)["nothing"], note=load(FILE)["note"])


def geofa_read_me(all_of_it: Exported, about: About) -> str:
    """The text beside the files, for Windows' own editor: how they are taken into GeoFA, and what is not verified."""
    done = all_of_it.buildings
    looked_up, lacking = _to_look_up(done), ", ".join(lacking_fields(done, load(FILE)["place_fields"]))
    unsure = dict.fromkeys([*unsure_fields(BUILDINGS), *unsure_fields(GROUPS)])
    said = {
        **asdict(about),
        "rows": plain_plural(len(done), "række", "rækker"),
        "new": done.count(NEW),
        "new_designated": done.newly_designated,
        "changed": done.count(CHANGED, ENDED),
        "untouched": done.count(UNTOUCHED),
        "groups": plain_plural(len(all_of_it.groups), "række", "rækker"),
        "system": ", ".join(unfilled(BUILDINGS)),
        "anew": ", ".join(saved_anew(BUILDINGS)),
        "unsure": "\n".join(f"- {one}" for one in unsure),
        "source": schema_source(),
        "look_up": looked_up,
        "lacking": load(FILE)["lacking"].format(fields=lacking, xlsx=about.xlsx) if lacking else "",
    }
    lines = [one for one in load(FILE)["readme"] if said.get(one.strip("{}"), True)]
    return "\n".join(line.format(**said) for line in lines).replace("\n", "\r\n") + "\r\n"


def _to_look_up(done: AdoptedRows) -> str:
    """Which rows leave a kommuneplan out that nobody has looked up; empty where there are none."""
    words, none, alone = load(FILE)["look_up"], done.written_for(UNKNOWN), done.written_for(DESIGNATED_UNKNOWN)
    if not none and not alone:
        return ""
    form = "both" if none and alone else "undesignated" if none else "alone"
    said = filled(words[form], {"none": none, "alone": alone}, danish=True)
    return f"{said} {words['one' if none + alone == 1 else 'several']}"
