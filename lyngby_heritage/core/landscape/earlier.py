"""An earlier designation, as `maplandscape` or a planner wrote it, made ready to be compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.arrays import Geometries
from ..common.errors import Check, Note, listed, never_cancelled
from ..common.geometry import is_polygon
from .catalogue import IN_FORCE, Catalogue
from .designations import LINE, POINT
from .membership import Counted
from .rule import MembershipRule
from .written import read_written


@dataclass(frozen=True)
class Earlier:
    """The areas per theme (None where it had none), and points and lines as (theme, narrow area)."""

    areas: list[Any]
    single: list[tuple[int, Any]]
    themes: list[int]
    notes: list[Note]
    in_file: frozenset[int] = frozenset()
    """The themes that the file holds anything of, whatever its status."""


def earlier_designations(
    geometries: Geometries,
    codes: Sequence[Any],
    kinds: Sequence[Any] | None,
    statuses: Sequence[Any] | None,
    catalogue: Catalogue,
    rule: MembershipRule,
    check: Check = never_cancelled,
) -> Earlier:
    """Sort the rows by theme. A row without a status was in force; themes that the catalogue lacks are said."""
    written = read_written(geometries, codes, kinds, statuses, catalogue, otherwise=IN_FORCE)
    places = written.places
    counted = Counted(places, len(catalogue.themes), rule, check)
    strange = (places.theme < 0) | (places.theme >= counted.themes)
    lacking = Counter(code or "" for code, lacks in zip(written.row_codes, strange.tolist()) if lacks)
    notes = []
    if lacking:
        notes.append(
            Note(
                "PREVIOUS: {count:row has|rows have} a theme that the catalogue does not have, and {count:=is|are} not "
                "compared: {themes}.",
                {"count": sum(lacking.values()), "themes": listed(sorted(f"'{one}'" for one in lacking))},
                warning=True,
                danish="{count:række|rækker} i den tidligere udpegning har et tema, som kataloget ikke har, og er ikke "
                "sammenlignet: {themes}.",
            )
        )
    narrow = counted.chosen & np.isin(places.kind, (POINT, LINE)) & is_polygon(places.geometries)
    single = [(int(places.theme[one]), places.geometries[one]) for one in np.flatnonzero(narrow)]
    held = frozenset(places.theme[~strange].tolist())
    return Earlier(counted.areas, single, sorted(set(places.theme[counted.chosen].tolist())), notes, held)
