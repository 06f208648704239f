"""What several SAVE rows of one building say together, beside the one that gives the value."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..common.arrays import Integers
from ..registers.registration import Assessments, Registration
from ..registers.rows import SaveRows, has_value
from .choice import Choice


def told_of(save: SaveRows, choice: Choice, kept: Integers) -> Assessments:
    """What the SAVE rows tell of each place that comes out, (n,); `kept` are those places.

    That of its own row; but who designates it today, and that it is not for everybody, are told by all its rows: a
    designation that stands is not lost because another row counts. Where its own row tells neither sub-values nor a
    date, another row of the same value does: it is the same assessment.
    """
    told = save.assessments.of(_telling(save, choice)[kept])
    _, standing = save.assessments.registration.holding(save.save)
    bits = np.zeros(len(choice.row), dtype=np.int8)
    np.bitwise_or.at(bits, choice.place, standing)
    hidden = np.zeros(len(choice.row), dtype=bool)
    hidden[choice.place[save.assessments.public == 0]] = True
    told.public[hidden[kept]] = 0.0
    return replace(told, registration=Registration(told.registration.force, bits[kept]))


def _telling(save: SaveRows, choice: Choice) -> Integers:
    """The row that tells of the assessment at each place, (places,), NO_ROW where there is none."""
    assessments = save.assessments
    tells = np.fromiter((day != "" for day in assessments.days), dtype=bool, count=len(save))
    for values in assessments.parameters.values():
        tells |= values >= 1
    used = choice.row[choice.place]
    donors = np.flatnonzero(tells & ~tells[used] & has_value(save.save) & (save.save == save.save[used]))
    out = choice.row.copy()
    place, first = np.unique(choice.place[donors], return_index=True)
    out[place] = donors[first]
    return out


def disagreeing(save: SaveRows, building: Integers, choice: Choice) -> dict[int, list[int]]:
    """Buildings whose SAVE rows carry different values, and those values; of two layers, within the one that counts.

    `building` is that of each row, (rows,), NO_BUILDING for none.
    """
    joined = np.flatnonzero((building >= 0) & has_value(save.save))
    rows = joined[save.layer[joined] == save.layer[choice.row[choice.place[joined]]]]
    place = building[rows]
    several = rows[np.bincount(place)[place] > 1] if len(rows) else rows
    values: dict[int, list[int]] = {}
    for row in several.tolist():
        values.setdefault(int(building[row]), []).append(int(save.save[row]))
    return {one: found for one, found in values.items() if len(set(found)) > 1}
