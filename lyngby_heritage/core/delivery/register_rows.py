"""Rows of GeoFA's theme 6205 as an extract has them: read by the published fields, those of another place left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Geometries
from ..common.errors import HeritageError, Note, listed
from ..registers.other_municipalities import counted_codes, refuse_foreign
from ..registers.registration import Registration
from ..registers.values import moment, normal_id
from .plan_buildings import PlanBuildings
from .schema import BUILDINGS, theme_fields

LOCAL_MUNICIPALITY = ("beliggenhedskommune", "kommunekode")
"""Where the building lies, else who registered it."""


@dataclass(frozen=True)
class RegisterRows:
    """Rows of theme 6205 that stand today in one municipality, (m,)."""

    columns: Mapping[str, Sequence[Any]]
    """Every field of the theme → its values, as `schema.fitted`."""
    registration: Registration
    places: Geometries
    """Multipolygons; None for none."""
    history: int = 0
    """Rows of the extract that are earlier versions (systid_til), which are left out."""
    elsewhere: int = 0
    """Rows of other municipalities, which are left out."""
    absent: frozenset[str] = frozenset()
    """Fields that the extract does not have: what GeoFA holds in them is not known."""
    notes: tuple[Note, ...] = ()
    """What to say of the rows that were left out."""

    def __len__(self) -> int:
        return len(self.places)

    def uuids(self) -> list[str]:
        """BBR's id of each row as `normal_id` gives it."""
        return [normal_id(one) for one in self.columns["bbr_uuid"]]

    @property
    def newest(self) -> str:
        """The day of the latest change among the rows, ISO; "" where none is dated."""
        days = [read.date().isoformat() for one in self.columns["systid_fra"] if one and (read := moment(one))]
        return max(days, default="")


def no_rows() -> RegisterRows:
    """What there is where no extract is given."""
    columns: dict[str, list[Any]] = {one.name: [] for one in theme_fields(BUILDINGS)}
    return RegisterRows(columns, Registration.unsaid(0), np.empty(0, dtype=object))


def own_municipality(profile: str, buildings: PlanBuildings) -> str:
    """The municipality whose rows are exported: that of the profile, else the one that all buildings lie in.

    "" where nobody says. HeritageError where the buildings are of several and no profile says which one reports.
    """
    if profile.strip("0"):
        return profile.lstrip("0")
    found = sorted({one for one in buildings.municipalities if one})
    if len(found) > 1:
        raise HeritageError(
            "BUILDINGS holds buildings of several municipalities ({codes}), and each reports its own. Choose the "
            "PROFILE of the one that adopted the plan, or give its buildings alone.",
            codes=listed(found),
        )
    return found[0] if found else ""


def standing_rows(
    layer: str,
    columns: Mapping[str, Sequence[Any]],
    places: Geometries,
    municipality: str,
    absent: Collection[str] = (),
) -> RegisterRows:
    """The RegisterRows among the rows of an extract, (n,); `columns` are all fields, as of `schema.fitted_column`.

    Earlier versions and rows of other municipalities are left out. HeritageError where all rows are another's. `absent`
    are the fields that the extract lacks.
    """
    count = len(places)
    current = np.fromiter((one is None for one in columns["systid_til"]), dtype=bool, count=count)
    codes = [next((str(one) for one in row if one), "") for row in zip(*(columns[one] for one in LOCAL_MUNICIPALITY))]
    own = np.fromiter((one in ("", municipality) or not municipality for one in codes), dtype=bool, count=count)
    mine = set(counted_codes([municipality]))
    notes = refuse_foreign(layer, "SOURCE_6205", counted_codes(codes), mine, left_out=True)
    kept = current & own
    held = _kept(columns, kept)
    left_out = int((own & ~current).sum()), int((~own).sum())
    return RegisterRows(held, _registration(held), places[kept], *left_out, frozenset(absent), tuple(notes))


def _kept(columns: Mapping[str, Sequence[Any]], kept: Booleans) -> dict[str, list[Any]]:
    rows: npt.NDArray[np.intp] = np.flatnonzero(kept)
    places = rows.tolist()
    return {name: [values[row] for row in places] for name, values in columns.items()}


def _registration(columns: Mapping[str, Sequence[Any]]) -> Registration:
    plan = columns["bevaringsaarsag_kode"]
    if all(one is None for one in plan):
        plan = columns["bevaringsaarsag"]
    said = {
        "preserved": columns["bevaringsvaerdig"],
        "preserved_by": plan,
        "registration_status": columns["statuskode"],
        "in_force_from": columns["gyldig_fra"],
        "in_force_until": columns["gyldig_til"],
    }
    return Registration.read(said, len(plan))
