"""Which of BBR's rows stand: not the historic, the mistaken, the ended, nor the older versions of one building.

BBR keeps every version of a building under one id (`id_lokalId`), and status 10 (Historisk) and 11
(Fejlregistreret) say that the building is not there any more or never was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from ..common.data import load
from .values import Floats

Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.intp]


class Life(IntEnum):
    """What a row of BBR is; the order is that of the account."""

    CURRENT = 0
    REPEATED = 1
    """A further row of the same version, such as the second polygon of a building."""
    HISTORIC = 2
    FAILED = 3
    ENDED = 4
    OLDER = 5


@dataclass(frozen=True)
class Versions:
    """The rows judged."""

    life: npt.NDArray[np.int8]
    """Life of each row, (n,)."""
    gone: dict[str, Life]
    """Ids of which no row stands, and why."""


def judge(ids: Sequence[str], status: Floats, ended: Booleans, since: Sequence[str]) -> Versions:
    """Judge rows with their compared id (n,), life cycle (n,), whether they have an end (n,) and their beginning (n,).

    An ended version is dropped. Of the others with one id the one that began last counts; where no beginning tells
    them apart, one that stands before one that does not, then the first in the layer. What its status says holds for
    the building. A row without id is a building of its own.
    """
    life = np.full(len(ids), Life.CURRENT, dtype=np.int8)
    for code, name in load("rules/preparation.json")["dropped_status"].items():
        life[status == float(code)] = Life[name.upper()]
    dropped = life != Life.CURRENT
    life[ended] = Life.ENDED
    repeated = _repeated(ids, np.flatnonzero(~ended))
    for rows in repeated:
        newest = max(since[row] for row in rows)
        latest = [row for row in rows if since[row] == newest]
        current = min(latest, key=lambda row: (dropped[row], row))
        for row in rows:
            if row == current:
                continue
            same = since[row] == newest and not dropped[row] and not dropped[current]
            life[row] = Life.REPEATED if same else Life.OLDER if not dropped[row] else life[row]
    return Versions(life, _gone(ids, life))


def _repeated(ids: Sequence[str], rows: Integers) -> list[list[int]]:
    """The groups of several rows with one id."""
    chosen = [ids[row] for row in rows.tolist()]
    if len(set(chosen)) == len(chosen):
        return []
    first: dict[str, int] = {}
    groups: dict[str, list[int]] = {}
    for row, key in zip(rows.tolist(), chosen):
        if key and first.setdefault(key, row) != row:
            groups.setdefault(key, [first[key]]).append(row)
    return list(groups.values())


def _gone(ids: Sequence[str], life: npt.NDArray[np.int8]) -> dict[str, Life]:
    """Ids without a current row. Why is told by a status before an end, and by an end before an older version."""
    lost = np.flatnonzero(life > Life.REPEATED)
    if not len(lost):
        return {}
    standing = {ids[row] for row in np.flatnonzero(life == Life.CURRENT).tolist()}
    gone: dict[str, Life] = {}
    for row in lost.tolist():
        if ids[row] and ids[row] not in standing:
            gone[ids[row]] = min(gone.get(ids[row], Life.OLDER), Life(int(life[row])))
    return gone
