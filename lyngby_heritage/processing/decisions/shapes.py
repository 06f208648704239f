"""Outlines as a GeoPackage holds them, and what its indexes ask of whoever writes one.

Source: OGC 12-128r18, 2.1.3 (geometry blobs) and annex F.3 (functions of the R-tree's triggers).
"""

from __future__ import annotations

import sqlite3
import struct
from typing import Any

ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Bytes of the envelope by its kind."""
LITTLE_WITH_XY = 0b00000011
EMPTY = 0b00010000


def blob_of(wkb: bytes, srs_id: int) -> bytes:
    """A geometry of WKB as a GeoPackage holds it, with its envelope."""
    import shapely

    west, south, east, north = shapely.from_wkb(wkb).bounds
    head = b"GP" + bytes([0, LITTLE_WITH_XY]) + struct.pack("<i4d", srs_id, west, east, south, north)
    return head + wkb


def shape_functions(database: sqlite3.Connection) -> None:
    """The functions by which the triggers of a spatial index ask for a geometry's extent."""
    for name, place in (("ST_MinX", 0), ("ST_MinY", 1), ("ST_MaxX", 2), ("ST_MaxY", 3)):
        database.create_function(name, 1, _side(place), deterministic=True)
    database.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


def _side(place: int) -> Any:
    def side(blob: bytes | None) -> float | None:
        return None if blob is None or _is_empty(blob) else _bounds(blob)[place]

    return side


def _is_empty(blob: bytes | None) -> int:
    return int(blob is None or bool(blob[3] & EMPTY))


def _bounds(blob: bytes) -> tuple[float, float, float, float]:
    import shapely

    west, south, east, north = shapely.from_wkb(blob[8 + ENVELOPES[blob[3] >> 1 & 7] :]).bounds
    return west, south, east, north
