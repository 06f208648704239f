"""An earlier designation, as `maplandscape` or a planner wrote it, made ready to be compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.errors import Note, listed
from ..common.geometry import Check, Geometries, is_polygon, never_cancelled
from .catalogue import IN_FORCE, Catalogue
from .gather import KINDS, LINE, POINT, flattened, union


@dataclass(frozen=True)
class Earlier:
    """The areas per theme (None where it had none), and points and lines as (theme, narrow area)."""

    areas: list[Any]
    single: list[tuple[int, Any]]
    themes: list[int]
    notes: list[Note]


def earlier_designations(
    geometries: Geometries,
    codes: Sequence[Any],
    kinds: Sequence[Any] | None,
    statuses: Sequence[Any] | None,
    catalogue: Catalogue,
    counted: Sequence[str],
    check: Check = never_cancelled,
) -> Earlier:
    """Sort the rows by theme. A row without a status was in force; themes that the catalogue lacks are said."""
    geometries, _, _ = flattened(geometries)
    found = [catalogue.theme_named(str(code)) if code is not None else None for code in codes]
    lacking = Counter("" if code is None else str(code) for code, theme in zip(codes, found) if theme is None)
    notes = []
    if lacking:
        notes.append(
            Note(
                "PREVIOUS: {count} rows have a theme that the catalogue does not have, and are not compared: {themes}.",
                {"count": sum(lacking.values()), "themes": listed(sorted(f"'{one}'" for one in lacking))},
                warning=True,
                danish="{count} rækker i den tidligere udpegning har et tema, som kataloget ikke har, og er ikke "
                "sammenlignet: {themes}.",
            )
        )
    status = [(catalogue.status_of(one) or IN_FORCE) for one in statuses or [IN_FORCE] * len(codes)]
    chosen = np.array(
        [theme is not None and one in set(counted) for theme, one in zip(found, status)], dtype=np.bool_
    ).reshape(len(codes))
    theme = np.array([-1 if one is None else one for one in found], dtype=np.intp)
    narrow = np.array([one in (KINDS[POINT], KINDS[LINE]) for one in kinds or [None] * len(codes)], dtype=np.bool_)
    areal = chosen & is_polygon(geometries) & ~narrow
    areas: list[Any] = []
    for position in range(len(catalogue.themes)):
        mine = areal & (theme == position)
        areas.append(union(geometries[mine], check) if mine.any() else None)
    single = [(int(theme[one]), geometries[one]) for one in np.flatnonzero(chosen & narrow & is_polygon(geometries))]
    return Earlier(areas, single, sorted(set(theme[chosen].tolist())), notes)
