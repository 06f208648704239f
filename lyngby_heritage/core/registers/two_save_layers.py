"""Two layers of SAVE values as one table of rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .rows import Attributes, SaveRows
from .save_registers import assessments_together, counted_together, numbers_together

SECOND = 1
"""`layer` of the rows of SAVE_SECOND."""


def together(first: SaveRows, second: SaveRows) -> SaveRows:
    """The rows of both, those of the second behind those of the first and marked as its."""
    ours, theirs = first.attributes, second.attributes
    return replace(
        first,
        ids=[*first.ids, *second.ids],
        written_ids=[*first.written_ids, *second.written_ids],
        numbers=[*first.numbers, *second.numbers],
        written_numbers=[*first.written_numbers, *second.written_numbers],
        fbb_ids=[*first.fbb_ids, *second.fbb_ids],
        save=np.concatenate([first.save, second.save]),
        registered=np.concatenate([first.registered, second.registered]),
        geometries=np.concatenate([first.geometries, second.geometries]),
        attributes=Attributes(
            numbers_together(ours.numbers, theirs.numbers, (len(first), len(second))),
            np.concatenate([ours.listed, theirs.listed]),
            [*ours.address, *theirs.address],
            [*ours.property_id, *theirs.property_id],
        ),
        assessments=assessments_together(first.assessments, second.assessments),
        unreadable=counted_together(first.unreadable, second.unreadable),
        register=np.concatenate([first.register, second.register]),
        layer=np.concatenate([first.layer, np.full(len(second), SECOND, dtype=np.int8)]),
    )
