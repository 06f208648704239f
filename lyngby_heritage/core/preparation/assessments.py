"""What several SAVE rows of one building say together, beside the one that gives the value."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..common.arrays import Integers
from ..registers.registration import Assessments, Registration
from ..registers.rows import SaveRows
from .links import NO_BUILDING


def told_of(save: SaveRows, building: Integers, kept: Integers, save_row: Integers, count: int) -> Assessments:
    """What the SAVE rows tell of each building that comes out, (n,).

    That of its own row; but who designates it today, and that it is not for everybody, are told by all its rows: a
    designation that stands is not lost because another row counts.
    `building` is that of each row, (rows,), among `count`; `kept` those that come out, and `save_row` the row of each,
    with rows that stand alone behind them.
    """
    told = save.assessments.of(save_row)
    _, standing = save.assessments.registration.holding(save.save)
    joined = np.flatnonzero(building != NO_BUILDING)
    bits = np.zeros(count, dtype=np.int8)
    np.bitwise_or.at(bits, building[joined], standing[joined])
    hidden = np.zeros(count, dtype=bool)
    hidden[building[joined[save.assessments.public[joined] == 0]]] = True
    told.public[: len(kept)][hidden[kept]] = 0.0
    bits = np.append(bits[kept], standing[save_row[len(kept) :]])
    return replace(told, registration=Registration(told.registration.force, bits))


def disagreeing(rows: Integers, building: Integers, save: npt.NDArray[np.int8]) -> dict[int, list[int]]:
    """Buildings whose SAVE rows carry different values, and those values."""
    place = building[rows]
    several = rows[np.bincount(place)[place] > 1] if len(rows) else rows
    values: dict[int, list[int]] = {}
    for row in several.tolist():
        values.setdefault(int(building[row]), []).append(int(save[row]))
    return {one: found for one, found in values.items() if len(set(found)) > 1}
