"""Reads a position that a register delivers as text: BBR's byg404Koordinat, WKT in ETRS89 / UTM 32N."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

COORDINATE_CRS = "EPSG:25832"
"""What BBR delivers its coordinates in (byg406Koordinatsystem 5)."""

_NUMBER = r"([+-]?[0-9]+(?:\.[0-9]+)?)"
_POINT = re.compile(rf"POINT\s*(?:Z|M|ZM)?\s*\(\s*{_NUMBER}\s+{_NUMBER}[^)]*\)", re.IGNORECASE)


def read_points(raw: Sequence[Any]) -> npt.NDArray[np.float64]:
    """Coordinates (n, 2), NaN where none can be read.

    WKT, and the answer of the GraphQL service, {"wkt": "POINT (…)", "crs": 25832}, as text or as a mapping.
    """
    out = np.full((len(raw), 2), np.nan)
    for row, value in enumerate(raw):
        found = None if value is None else _POINT.search(value if isinstance(value, str) else str(value))
        if found:
            out[row] = float(found.group(1)), float(found.group(2))
    return out
