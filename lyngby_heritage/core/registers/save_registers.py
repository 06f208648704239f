"""Which register SAVE values are from, and the rows of two of them as one table.

FBB is the older one and carries no date. GeoFA's theme 6205 replaces it, and both may be delivered of one town.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Floats
from .registration import Assessments, Registration

Columns = Mapping[str, Sequence[Any] | None]

ONLY_GEOFA = ("preserved", "preserved_by", "public_code", "system_until")
"""Concepts that theme 6205 alone has."""


class SaveRegister(IntEnum):
    """Where a layer of SAVE values is from."""

    GEOFA = 0
    OWN = 1
    """A table of the municipality's own."""
    FBB = 2


def register_of(columns: Columns) -> SaveRegister:
    """By the columns that a layer has: those of theme 6205 alone, else FBB's own id."""
    if any(columns.get(concept) is not None for concept in ONLY_GEOFA):
        return SaveRegister.GEOFA
    return SaveRegister.OWN if columns.get("fbb_id") is None else SaveRegister.FBB


def assessments_together(first: Assessments, second: Assessments) -> Assessments:
    """The assessments of two layers, those of the second behind those of the first."""
    registrations = first.registration, second.registration
    return replace(
        first,
        registration=Registration(
            np.concatenate([one.force for one in registrations]),
            np.concatenate([one.standing for one in registrations]),
        ),
        parameters={
            concept: np.concatenate([values, second.parameters[concept]])
            for concept, values in first.parameters.items()
        },
        days=[*first.days, *second.days],
        public=np.concatenate([first.public, second.public]),
        unreadable=counted_together(first.unreadable, second.unreadable),
    )


def numbers_together(
    first: Mapping[str, Floats], second: Mapping[str, Floats], counts: tuple[int, int]
) -> dict[str, Floats]:
    """The numbers of two layers by concept; NaN for the rows of a layer that lacks the concept."""
    empty: list[npt.NDArray[np.float64]] = [np.full(count, np.nan) for count in counts]
    return {
        concept: np.concatenate([first.get(concept, empty[0]), second.get(concept, empty[1])])
        for concept in {**first, **second}
    }


def counted_together(*unreadable: Mapping[str, Counter[str]]) -> dict[str, Counter[str]]:
    """What could not be read, by concept, of several layers."""
    out: dict[str, Counter[str]] = {}
    for one in unreadable:
        for concept, values in one.items():
            out[concept] = out.get(concept, Counter()) + values
    return out
