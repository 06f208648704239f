"""Reads from BBR with its history what became of the plan's buildings, when, and in which case.

BBR keeps every version with when it holds (virkningFra, virkningTil) and when it was registered (registreringFra,
registreringTil). What stands and what is gone is judged by `registers.versions`, as everywhere else; the day is that
on which the earliest version began that says so and that no later registration has replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from ..registers.left_out import gone as gone_in_words
from ..registers.validity import past_ends
from ..registers.values import date, normal_ids, register_text
from ..registers.versions import LIFE_CONCEPTS, Life, RowLives, judge, read_lives
from .since import Fate, History

CONCEPTS = ("bbr_id", "municipality_code", "case_number", *LIFE_CONCEPTS)
"""What is read of BBR's rows."""

Columns = Mapping[str, Sequence[Any] | None]


def read_history(columns: Columns, count: int, wanted: Iterable[str]) -> History:
    """What BBR says of the ids in `wanted`, from the columns of CONCEPTS that its layer of `count` rows has."""
    raw_ids = columns.get("bbr_id")
    if raw_ids is None or not count:
        return History(newest=_newest(columns), rows=count)
    asked = set(wanted)
    every = normal_ids(raw_ids)
    rows = [row for row, one in enumerate(every) if one and one in asked]
    part = {name: None if values is None else [values[row] for row in rows] for name, values in columns.items()}
    ids = [every[row] for row in rows]
    lives = read_lives(part, len(rows))
    versions = judge(ids, lives)
    begun = _days(part.get("valid_from") or part.get("registered_from"), len(rows))
    cases = [register_text(one) for one in part.get("case_number") or [None] * len(rows)]
    replaced = past_ends([part.get("registered_until")], len(rows))
    standing = np.flatnonzero(versions.life == Life.CURRENT).tolist()
    rows_of: dict[str, list[int]] = {}
    for row, one in enumerate(ids):
        if one in versions.gone:
            rows_of.setdefault(one, []).append(row)
    return History(
        gone={
            one: Fate(
                life == Life.HISTORIC,
                gone_in_words(life),
                _day_of(rows_of[one], versions.gone_row[one], life, lives, begun, replaced),
                cases[versions.gone_row[one]],
            )
            for one, life in versions.gone.items()
        },
        since={ids[row]: begun[row] for row in standing},
        cases={ids[row]: cases[row] for row in standing if cases[row]},
        newest=_newest(columns),
        rows=count,
    )


def _day_of(
    those: Sequence[int], told_by: int, life: Life, lives: RowLives, begun: Sequence[str], replaced: Sequence[str]
) -> str:
    """Since when BBR says that a building is gone: the beginning of that status, or the end of the last version.

    `those` are its rows, `told_by` the one that says so; a registration that a later one replaced says nothing.
    """
    if life == Life.NOT_YET:
        return ""
    if life in (Life.ENDED, Life.OLDER):
        return max((_day(lives.until[row]) for row in those), default="")
    alike = (row for row in those if lives.status[row] == lives.status[told_by] and not replaced[row])
    return min((begun[row] for row in alike if begun[row]), default="")


def _newest(columns: Columns) -> str:
    """The latest beginning or registration that has come, "" where nothing is dated."""
    raw = {
        value
        for concept in ("valid_from", "registered_from")
        for value in set(columns.get(concept) or ())
        if value is not None
    }
    return max(map(_day, raw), default="")


def _days(raw: Sequence[Any] | None, count: int) -> list[str]:
    if raw is None:
        return [""] * count
    told = {one: _day(one) for one in set(raw)}
    return [told[one] for one in raw]


def _day(raw: Any) -> str:
    """A register's time as the Danish day, "" for none and for what is no date."""
    try:
        read = date(raw)
    except ValueError:
        return ""
    return "" if read is None else read.isoformat()
