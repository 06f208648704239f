"""Which of BBR's rows stand: the one judge of status and versions, for every tool.

BBR keeps every version of a building under one id (`id_lokalId`), and its life cycle (`status`) says whether it stands,
is coming, is gone or never was. Which code says what stands in `data/registers/bbr_rows.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import cached, load
from .validity import later_starts, past_ends
from .values import read_number, register_text

FILE = "registers/bbr_rows.json"

LIFE_CONCEPTS = ("life_cycle", "valid_from", "valid_until", "registered_from", "registered_until")
"""What a row's life is read from."""

NO_CODE = -1.0
"""In an array of life cycles: something stands there that is none of BBR's words or codes."""

_LEADING_CODE = re.compile(r"^([0-9]{1,3})\s*[-:–.]?\s+\D")
_DAY_FIRST = re.compile(r"^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4,})(.*)$", re.DOTALL)


class Life(IntEnum):
    """What a row of BBR is; the order is that of accounts, and of what explains best why an id has no row left."""

    CURRENT = 0
    REPEATED = 1
    """A further row of the same version, such as the second polygon of a building."""
    COMING = 2
    HISTORIC = 3
    FAILED = 4
    CLOSED = 5
    OTHER = 6
    """A status that says neither."""
    NOT_YET = 7
    """A version that is yet to begin."""
    ENDED = 8
    OLDER = 9


_GONE = (Life.HISTORIC, Life.FAILED, Life.CLOSED)


@dataclass(frozen=True)
class RowLives:
    """What rows say of their own life, (n,) each."""

    status: Floats
    """BBR's code, NaN where the row or its source has none, NO_CODE where it cannot be read."""
    written: Sequence[str]
    """The status as it stands in the register, "" where there is none."""
    until: Sequence[str]
    """The end of its validity or registration as it stands there, "" where it has none or it is yet to come."""
    since: Sequence[str]
    """When its validity and registration began, so that texts sort as the times do; "" unknown."""
    states_ends: bool = True
    """Whether the source has a column of ends at all, so that rows without one are open."""
    foreign: bool = False
    """Whether the source's status is that of another register, and so says nothing here."""
    begins: Sequence[str] = ()
    """When its validity begins, where that is yet to come, "" where it is not; empty where no row has such."""

    def __len__(self) -> int:
        return len(self.status)

    @property
    def ended(self) -> Booleans:
        """Which rows have an end that is past, (n,)."""
        return np.fromiter((bool(one) for one in self.until), dtype=bool, count=len(self))

    @property
    def not_yet(self) -> Booleans:
        """Which rows are yet to begin, (n,)."""
        told = (bool(one) for one in (self.begins or [""] * len(self)))
        return np.fromiter(told, dtype=bool, count=len(self))


@dataclass(frozen=True)
class Versions:
    """The rows judged."""

    life: npt.NDArray[np.int8]
    """Life of each row, (n,)."""
    gone: dict[str, Life]
    """Ids of which no row stands, and why."""
    gone_row: dict[str, int]
    """The row that tells why."""

    @property
    def stands(self) -> Booleans:
        """Which rows are those of a building or storey that stands, (n,), further rows of one included."""
        return self.life <= Life.REPEATED


def no_versions(count: int = 0) -> Versions:
    """`count` rows that all stand."""
    return Versions(np.zeros(count, dtype=np.int8), {}, {})


def read_lives(columns: Mapping[str, Sequence[Any] | None], count: int) -> RowLives:
    """The lives of `count` rows from the columns of LIFE_CONCEPTS that a layer has."""
    status, written, foreign = _read_status(columns.get("life_cycle"), count)
    ends = [columns.get(concept) for concept in ("valid_until", "registered_until")]
    until = past_ends(ends, count)
    begins = later_starts([columns.get("valid_from"), columns.get("registered_from")], count)
    since = _times(columns.get("valid_from"), count)
    if columns.get("registered_from") is not None:
        since = [f"{one} {known}".strip() for one, known in zip(since, _times(columns.get("registered_from"), count))]
    return RowLives(status, written, until, since, any(one is not None for one in ends), foreign, begins)


def judge(ids: Sequence[str], lives: RowLives) -> Versions:
    """Judge rows with their compared ids, (n,).

    A row that has ended or is yet to begin is dropped, and so is one whose status does not say that it stands. Of
    the open rows of one id the standing one counts, and of several that stand the one that began last; where no
    beginning tells them apart, the first in the layer. Where the source states no ends, an older version cannot be
    known by its own, so that a later row that says gone holds for the building. A row without id is a building of
    its own.
    """
    by_status = _by_status(lives.status)
    life = by_status.copy()
    ended, not_yet = lives.ended, lives.not_yet
    life[not_yet] = Life.NOT_YET
    life[ended] = Life.ENDED
    for rows in _repeated(ids, np.flatnonzero(~(ended | not_yet))):
        standing = [row for row in rows if life[row] == Life.CURRENT]
        if not standing:
            continue
        newest = max(lives.since[row] for row in standing)
        latest = [row for row in standing if lives.since[row] == newest]
        for row in standing:
            life[row] = Life.REPEATED if lives.since[row] == newest else Life.OLDER
        life[latest[0]] = Life.CURRENT
        if not lives.states_ends and any(life[row] in _GONE and lives.since[row] > newest for row in rows):
            life[standing] = Life.OLDER
    return Versions(life, *_gone(ids, life))


@dataclass(frozen=True)
class LeftOut:
    """Rows that do not stand, for one reason."""

    life: Life
    code: str
    """The status as the register writes it, where that is the reason."""
    rows: list[int]


def left_out(life: npt.NDArray[np.int8], lives: RowLives) -> list[LeftOut]:
    """The rows that do not stand by their Life, (n,), by reason and code: in the order of Life, then of the codes."""
    groups: dict[tuple[Life, str], list[int]] = {}
    for row in np.flatnonzero((life > Life.REPEATED) & (life <= Life.OLDER)).tolist():
        what = Life(int(life[row]))
        code = "" if what >= Life.NOT_YET else status_text(lives, row)
        groups.setdefault((what, code), []).append(row)
    order = sorted(groups, key=lambda one: (one[0], len(one[1]), one[1]))
    return [LeftOut(what, code, groups[what, code]) for what, code in order]


def status_text(lives: RowLives, row: int) -> str:
    """The status of a row as it is told: its code, else what stands there."""
    code = lives.status[row]
    return str(int(code)) if code == code and code != NO_CODE else lives.written[row]


@cached
def _lives_by_code() -> dict[float, Life]:
    names = {"standing": Life.CURRENT} | {one.name.lower(): one for one in (Life.COMING, *_GONE)}
    return {float(code): names[name] for name, codes in load(FILE)["life_cycle"].items() for code in codes}


def _by_status(status: Floats) -> npt.NDArray[np.int8]:
    """Life by the status alone, (n,): a row without one stands."""
    life = np.full(len(status), Life.OTHER, dtype=np.int8)
    life[np.isnan(status)] = Life.CURRENT
    for code, what in _lives_by_code().items():
        life[status == code] = what
    return life


def _read_status(raw: Sequence[Any] | None, count: int) -> tuple[Floats, list[str], bool]:
    """Codes, what stands there, and whether it is another register's.

    Words that BBR does not have, and no row that stands by BBR's, such as GeoDanmark's "Anlagt", are another's.
    """
    if raw is None:
        return np.full(count, np.nan), [""] * count, False
    codes = {one: _status_code(one) for one in set(raw)}
    status = np.fromiter((codes[one] for one in raw), dtype=np.float64, count=count)
    written = [register_text(one) for one in raw]
    foreign = bool((status == NO_CODE).any()) and not (_by_status(status[~np.isnan(status)]) == Life.CURRENT).any()
    if foreign:
        status = np.full(count, np.nan)
    return status, written, foreign


def _status_code(raw: Any) -> float:
    text = register_text(raw).lower()
    if not text:
        return np.nan
    leading = _LEADING_CODE.match(text)
    read = float(leading.group(1)) if leading else read_number(text)
    if read is None or read != read:
        read = load(FILE)["life_cycle_words"].get(text)
    return NO_CODE if read is None else float(read)


def _times(raw: Sequence[Any] | None, count: int) -> list[str]:
    if raw is None:
        return [""] * count
    told = {one: _sortable(register_text(one)) for one in set(raw)}
    return [told[one] for one in raw]


def _sortable(text: str) -> str:
    day_first = _DAY_FIRST.match(text)
    if not day_first:
        return text
    day, month, year, rest = day_first.groups()
    return f"{year}-{int(month):02d}-{int(day):02d}{rest}"


def _repeated(ids: Sequence[str], rows: Integers) -> Iterator[list[int]]:
    """The groups of several rows with one id."""
    chosen = [ids[row] for row in rows.tolist()]
    if len(set(chosen)) == len(chosen):
        return
    first: dict[str, int] = {}
    groups: dict[str, list[int]] = {}
    for row, key in zip(rows.tolist(), chosen):
        if key and first.setdefault(key, row) != row:
            groups.setdefault(key, [first[key]]).append(row)
    yield from groups.values()


def _gone(ids: Sequence[str], life: npt.NDArray[np.int8]) -> tuple[dict[str, Life], dict[str, int]]:
    """Ids without a row that stands. Why is told by a status before an end, and by an end before an older version."""
    gone: dict[str, Life] = {}
    told_by: dict[str, int] = {}
    lost = np.flatnonzero(life > Life.REPEATED)
    if not len(lost):
        return gone, told_by
    standing = {ids[row] for row in np.flatnonzero(life == Life.CURRENT).tolist()}
    for row in lost.tolist():
        key, what = ids[row], Life(int(life[row]))
        if key and key not in standing and what < gone.get(key, len(Life)):
            gone[key], told_by[key] = what, row
    return gone, told_by
