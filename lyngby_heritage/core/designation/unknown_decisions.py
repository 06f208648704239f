"""Decisions on buildings that nobody knows, told by what their own rows say: an id alone names nothing to anybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Geometries
from .decisions import Decision, written_day

NEAR_M = 200.0
"""How far off the building may lie by which a decision is told."""


def told(decision: Decision, near: str = "") -> str:
    """A decision by what its own row says, for a reader to whom the id of its building says nothing.

    `near` is the address of the building nearest to the row's place, where it has one.

    >>> import datetime
    >>> told(Decision(True, "Indstillet før branden.", "Ældre liste", datetime.date(2022, 9, 5), "Lundevej 2"))
    'Lundevej 2: udpeges, »Indstillet før branden.«, Ældre liste, 5. september 2022'
    >>> told(Decision(False, "", "", None), "Smøgen 3")
    'ved Smøgen 3: udpeges ikke'
    >>> told(Decision(False, "", "", None, row=9))
    'række 9: udpeges ikke'
    """
    row = f"række {decision.row}" if decision.row else ""
    where = decision.address or (f"ved {near}" if near else row)
    said = [
        "udpeges" if decision.designate else "udpeges ikke",
        f"»{decision.reason}«" if decision.reason else "",
        decision.source,
        written_day(decision.told_day) if decision.told_day else "",
    ]
    return ": ".join(part for part in (where, ", ".join(one for one in said if one)) if part)


def nearest_address(place: Any, buildings: Geometries, addresses: Sequence[Any]) -> str:
    """The address nearest to a place, both in metres; "" without one within NEAR_M."""
    known = np.flatnonzero([bool(one and str(one).strip()) for one in addresses])
    if place is None or not len(known):
        return ""
    distance = shapely.distance(place, buildings[known])
    if np.isnan(distance).all() or np.nanmin(distance) > NEAR_M:
        return ""
    return str(addresses[int(known[np.nanargmin(distance)])]).strip()
