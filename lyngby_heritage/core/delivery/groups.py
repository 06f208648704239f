"""Decided cultural environments as rows of GeoFA's theme 6204 (Bygningsvurderingsgruppe)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.arrays import Geometries
from ..common.data import load
from ..common.errors import HeritageError, listed
from ..designation.decided_environments import TEXTS, EnvironmentDecisions
from .codes import FILE
from .geofa_rows import GEOMETRY, Gap, new_row_codes
from .plan_buildings import outlines_of
from .schema import GROUPS, Field, field_named, theme_fields

NAME = "omraade"
"""The field that tells a group from others: a unique name."""


@dataclass(frozen=True)
class GroupRows:
    """Rows of theme 6204, all of them new."""

    columns: dict[str, list[Any]]
    places: Geometries
    gaps: list[Gap]

    def __len__(self) -> int:
        return len(self.places)


def group_rows(decided: EnvironmentDecisions) -> GroupRows:
    """A row for each environment that was decided to be designated.

    One without a name or an area, or that shares its name with another, is listed instead. A text that is longer than
    its field is left out and listed: nothing is cut. Which field holds what stands in data/rules/geofa.json;
    HeritageError where that names what there is not.
    """
    chosen = decided.only(decided.designate)
    places = outlines_of(chosen.geometries)
    names = Counter(one.casefold() for one in chosen.names)
    columns: dict[str, list[Any]] = {one.name: [] for one in theme_fields(GROUPS)}
    gaps: list[Gap] = []
    kept: list[int] = []
    filled = _sources()
    for row, name in enumerate(chosen.names):
        lacking = tuple(
            field for field, there in ((NAME, bool(name)), (GEOMETRY, places[row] is not None)) if not there
        )
        if lacking:
            gaps.append(_gap("lacking_group", name, lacking))
            continue
        if names[name.casefold()] > 1:
            gaps.append(_gap("same_name", name))
            continue
        told: dict[str, Any] = {
            field: _first_fitting(chosen, row, field_named(GROUPS, field), filled[field]) for field in filled
        }
        if told.get(NAME) is None:
            gaps.append(_gap("long_name", name, (NAME,)))
            continue
        long = tuple(field for field, sources in filled.items() if told[field] is None and _said(chosen, row, sources))
        if long:
            gaps.append(_gap("long_text", name, long, written=True))
        told |= new_row_codes("")
        for field, column in columns.items():
            column.append(told.get(field))
        kept.append(row)
    return GroupRows(columns, places[np.array(kept, dtype=np.intp)], gaps)


def _sources() -> dict[str, list[str]]:
    """Field of theme 6204 → columns of a decision that it is filled from. HeritageError for one that there is not."""
    sources: dict[str, list[str]] = load(FILE)["environment"]
    unknown = sorted({one for names in sources.values() for one in names} - {"navn", *TEXTS})
    if unknown:
        raise HeritageError(
            "{file}: a field of theme 6204 would be filled from {unknown}; a decision on a cultural environment has "
            "{known}. Correct the file in the profile.",
            file=FILE,
            unknown=listed(unknown),
            known=listed(["navn", *TEXTS]),
        )
    return sources


def _said(decided: EnvironmentDecisions, row: int, sources: Sequence[str]) -> list[str]:
    """What stands in the columns of a decision, those that are empty left out."""
    known = {"navn": decided.names, **{name: decided.texts[name] for name in TEXTS}}
    return [known[one][row] for one in sources if known[one][row]]


def _first_fitting(decided: EnvironmentDecisions, row: int, field: Field, sources: Sequence[str]) -> str | None:
    texts = _said(decided, row, sources)
    return next((one for one in texts if not field.length or len(one) <= field.length), None)


def _gap(what: str, name: str, fields: tuple[str, ...] = (), written: bool = False) -> Gap:
    return Gap(what, "", name, fields=fields, written=written, table=GROUPS)
