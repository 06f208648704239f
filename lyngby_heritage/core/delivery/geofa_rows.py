"""Rows of GeoFA's themes as an export holds them: what became of each, what changed in it, what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..common.arrays import Geometries
from ..common.data import load
from ..common.errors import HeritageError
from .codes import FILE
from .schema import BUILDINGS, SYSTEM, Unfit, code_words, field_named, fitted, theme_fields

NEW, CHANGED, ENDED, UNTOUCHED = "ny", "aendret", "ophoert", "uaendret"
"""What becomes of a row; ended is one that no plan designates any more."""
DESIGNATED, CODE, GEOMETRY = "bevaringsvaerdig", "bevaringsaarsag_kode", "geometri"


@dataclass(frozen=True)
class Change:
    """One field of one row that becomes another; of a new row `before` is empty."""

    kind: str
    row: int
    """Of the rows that are written."""
    field: str
    before: Any
    after: Any
    why: str
    """A key of `why` in rules/geofa_texts.json."""


@dataclass(frozen=True)
class Gap:
    """What a row lacks, or a person must look at."""

    what: str
    """A key of `gaps` in rules/geofa_texts.json."""
    address: str
    building: str
    """Its id in the plan; of an environment its name."""
    bfe: int | None = None
    number: int | None = None
    object_ids: tuple[str, ...] = ()
    """Of the rows of GeoFA that it is about."""
    fields: tuple[str, ...] = ()
    written: bool = False
    """Whether the row is among those written all the same."""
    table: str = BUILDINGS


@dataclass
class AdoptedRows:
    """Rows of theme 6205 as they are to stand, and what was done to them."""

    columns: dict[str, list[Any]]
    places: list[Any]
    kinds: list[str]
    addresses: list[str]
    changes: list[Change] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    rowless: int = 0
    """Buildings that are not designated, have no row, and get none: those without a value (`rules/geofa.json`)."""
    elsewhere: int = 0
    """Buildings of another municipality that the plan does not designate."""

    def __len__(self) -> int:
        return len(self.kinds)

    def count(self, *kinds: str) -> int:
        """How many rows became one of these."""
        return sum(one in kinds for one in self.kinds)

    def written_for(self, reason: str) -> int:
        """How many rows got a field for a reason: a key of `why` in rules/geofa_texts.json."""
        return len({one.row for one in self.changes if one.why == reason})

    @property
    def newly_designated(self) -> int:
        """How many of the new rows say that the building is designated."""
        said = zip(self.kinds, self.columns[DESIGNATED])
        return sum(kind == NEW and bool(designated) for kind, designated in said)

    @property
    def geometries(self) -> Geometries:
        """The places as an array, (rows,)."""
        out: Geometries = np.empty(len(self.places), dtype=object)
        out[:] = self.places
        return out


def new_row_codes(outline: str) -> dict[str, int]:
    """The codes that GeoFA asks of every row, as a new one has them; `outline` says what its geometry is.

    HeritageError where the settings hold a code that there is not.
    """
    settings = load(FILE)
    codes = {
        "statuskode": settings["new_status"],
        "off_kode": settings["public"],
        "oprindkode": settings["origins"].get(outline, settings["other_origin"]),
    }
    for name, code in codes.items():
        field_of = field_named(BUILDINGS, name)
        try:
            fitted(field_of, code)
        except Unfit:
            raise HeritageError(
                "{file}: a new row would get {field} = {value}, and GeoFA's field takes {allowed}. Correct the file in "
                "the profile.",
                file=FILE,
                field=name,
                value=code,
                allowed=field_of.allowed(),
            ) from None
    return codes


def unfilled(table: str) -> list[str]:
    """The fields that are empty in a new row because GeoFA fills them in itself."""
    return [one.name for one in theme_fields(table) if one.need == SYSTEM]


def lacking_fields(done: AdoptedRows, fields: Sequence[str]) -> list[str]:
    """Those of the fields that are empty in every new row; none where no row is new."""
    new = [row for row, one in enumerate(done.kinds) if one == NEW]
    return [name for name in fields if new and all(done.columns[name][row] in (None, "") for row in new)]


def shown(name: str, value: Any) -> str:
    """A value of a field as a person reads it."""
    if value is None:
        return ""
    if name == CODE:
        return code_words(BUILDINGS, CODE, value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)
