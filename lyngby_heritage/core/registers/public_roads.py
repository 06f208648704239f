"""A public road's own parcel, known by its cadastral number: it is no property's and no plot."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..common.arrays import Booleans
from ..common.data import load


def road_parcels(numbers: Sequence[str]) -> Booleans:
    """Which cadastral numbers are those of public roads, (n,): 7000, 7000a and so on."""
    prefix: str = load("rules/plots.json")["road_parcels"]
    road = re.compile(rf"{prefix}\s*[a-zæøå]*", re.IGNORECASE)
    roads = (one.startswith(prefix) and road.fullmatch(one) is not None for one in numbers)
    return np.fromiter(roads, dtype=bool, count=len(numbers))
