"""M5: what people decided on cultural environments, and which proposals such a decision settles.

    a row with `beslutning`                          → a decision: `udpeg` or `udpeg_ikke`
    a row without                                    → no decision yet, and nothing
    two rows of one name and place                   → the newer stands
    a proposal that lies mostly inside a decided one → carries its decision, and is no open proposal any more

The share from which a proposal lies inside stands in data/rules/ensembles.json.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Geometries, Integers
from ..common.data import load
from ..common.errors import Check, HeritageError, Note, never_cancelled
from ..common.geometry import in_blocks
from ..common.wording import Numbers
from .decisions import DESIGNATE, DO_NOT_DESIGNATE, day_of_row, is_designating

UNSETTLED = -1
"""In an array of positions: no decision."""
TEXTS = ("begrundelse", "kilde", "fortaelling", "baerende_vaerdier", "saarbarhed", "anbefaling")
"""Columns of a decision that hold sentences."""


@dataclass(frozen=True)
class EnvironmentDecisions:
    """The decisions on cultural environments, (k,), in the order of their layer."""

    rows: Integers
    """Of the layer that they were read from."""
    names: Sequence[str]
    """"" where the row has none."""
    designate: Booleans
    days: Sequence[datetime.date | None]
    texts: Mapping[str, Sequence[str]]
    """Column (TEXTS) → what stands in it, "" for nothing."""
    geometries: Geometries
    layer_rows: int
    """How many rows that layer has."""

    @property
    def designating_rows(self) -> Booleans:
        """Which rows of the layer designate, (layer_rows,)."""
        out = np.zeros(self.layer_rows, dtype=bool)
        out[self.rows[self.designate]] = True
        return out

    def __len__(self) -> int:
        return len(self.rows)

    def choice(self, position: int) -> str:
        """The code of one decision."""
        return DESIGNATE if self.designate[position] else DO_NOT_DESIGNATE

    def only(self, chosen: Booleans) -> EnvironmentDecisions:
        """Those of them, (k,)."""
        at = np.flatnonzero(chosen).tolist()
        return EnvironmentDecisions(
            self.rows[chosen],
            [self.names[one] for one in at],
            self.designate[chosen],
            [self.days[one] for one in at],
            {name: [column[one] for one in at] for name, column in self.texts.items()},
            self.geometries[chosen],
            self.layer_rows,
        )


def read_environment_decisions(
    layer: str, columns: Mapping[str, Sequence[Any] | None], geometries: Geometries
) -> tuple[EnvironmentDecisions, list[Note]]:
    """Turn the rows of `kulturmiljoeer`, (n,), into decisions.

    `columns` are by name: `navn`, `beslutning`, `dato` and TEXTS, None for one that the layer lacks. HeritageError when
    a choice is neither `udpeg` nor `udpeg_ikke`, a date cannot be read, a decision has no area, or two on one
    environment disagree and no date says which is newer.
    """
    count = len(geometries)
    choices = _texts(columns.get("beslutning"), count)
    there = np.array([bool(one) for one in choices], dtype=bool)
    notes = _undecided(layer, ~there)
    rows = np.flatnonzero(there)
    names, days = _texts(columns.get("navn"), count), columns.get("dato") or [None] * count
    for row in rows.tolist():
        if geometries[row] is None or shapely.is_empty(geometries[row]):
            raise HeritageError(
                "{layer}, row {row}: the decision on {name} has no area. Draw it, or delete the row.",
                layer=layer,
                row=row + 1,
                name=names[row] or "?",
            )
    texts = {name: _texts(columns.get(name), count) for name in TEXTS}
    every = EnvironmentDecisions(
        rows,
        [names[row] for row in rows],
        np.array([is_designating(layer, row + 1, choices[row]) for row in rows.tolist()], dtype=bool),
        [day_of_row(layer, row + 1, days[row]) for row in rows.tolist()],
        {name: [column[row] for row in rows] for name, column in texts.items()},
        geometries[rows],
        count,
    )
    return every.only(_standing(layer, every, notes)), notes


def settled_by(proposals: Geometries, decided: Geometries, check: Check = never_cancelled) -> Integers:
    """The position of the decided environment that each proposal lies inside, (proposals,), UNSETTLED for none.

    Inside is at least `inside_share` of its area; of several it is the one that holds most, then the first.
    """
    out = np.full(len(proposals), UNSETTLED, dtype=np.intp)
    if not len(proposals) or not len(decided):
        return out
    proposal, environment = shapely.STRtree(decided).query(proposals, predicate="intersects")
    pairs = np.stack([proposals[proposal], decided[environment]], axis=1)
    shared = in_blocks(_common_area, pairs, check=check, result=float)
    share = shared / np.maximum(shapely.area(proposals[proposal]), np.finfo(float).tiny)
    inside = share >= load("rules/ensembles.json")["inside_share"]
    proposal, environment, share = proposal[inside], environment[inside], share[inside]
    # The last one written stands: the largest share, and of equal ones the first environment.
    order = np.lexsort((-environment, share))
    out[proposal[order]] = environment[order]
    return out


def _common_area(pairs: Geometries) -> Any:
    return shapely.area(shapely.intersection(pairs[:, 0], pairs[:, 1]))


def _undecided(layer: str, rows: Booleans) -> list[Note]:
    if not rows.any():
        return []
    numbers = Numbers(row + 1 for row in np.flatnonzero(rows).tolist())
    return [
        Note(
            "{layer}: {count:row has|rows have} no beslutning and {count:=is|are} no decision ({rows:row|rows}).",
            {"layer": layer, "count": len(numbers), "rows": numbers},
            warning=True,
        )
    ]


def _standing(layer: str, every: EnvironmentDecisions, notes: list[Note]) -> Booleans:
    """Which of the decisions stand, (k,): of those on one name and place the newest."""
    stands = np.ones(len(every), dtype=bool)
    by_name: dict[str, list[int]] = {}
    for position, name in enumerate(every.names):
        if name:
            by_name.setdefault(name.casefold(), []).append(position)
    for same in by_name.values():
        for place, one in enumerate(same):
            for other in same[place + 1 :]:
                if shapely.intersects(every.geometries[one], every.geometries[other]):
                    stands[_older(layer, every, one, other, notes)] = False
    return stands


def _older(layer: str, every: EnvironmentDecisions, one: int, other: int, notes: list[Note]) -> int:
    first, second = every.days[one], every.days[other]
    rows = Numbers((int(every.rows[one]) + 1, int(every.rows[other]) + 1))
    if every.designate[one] == every.designate[other]:
        return other if (first or datetime.date.min) > (second or datetime.date.min) else one
    if first is None or second is None or first == second:
        raise HeritageError(
            "{layer}, {rows:row|rows}: the decisions on {name} disagree, and no date says which is newer. Delete "
            "the one "
            "that no longer stands, or give both a date.",
            layer=layer,
            rows=rows,
            name=every.names[one],
        )
    notes.append(
        Note(
            "{layer}, {rows:row|rows}: the decisions on {name} disagree; the newest, of {day}, stands, and not that of "
            "{older}.",
            {
                "layer": layer,
                "rows": rows,
                "name": every.names[one],
                "day": max(first, second),
                "older": min(first, second),
            },
            warning=True,
        )
    )
    return one if first < second else other


def _texts(column: Sequence[Any] | None, count: int) -> list[str]:
    return [""] * count if column is None else ["" if one is None else str(one).strip() for one in column]
