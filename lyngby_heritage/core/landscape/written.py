"""A layer of designations as `maplandscape` or a planner wrote it, read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..common.arrays import Geometries
from ..common.cells import cell_text
from ..common.errors import Check, never_cancelled
from ..common.geometry import is_polygon
from .catalogue import UNKNOWN, Catalogue
from .designations import KINDS, LINE, POINT, Places, as_registered, flattened

THEME, KIND, STATUS = "tema", "geometri", "status"
"""The fields that say of which theme each row is, what it was before it was drawn as an area, and its status."""
DRAWN = {KINDS[POINT]: POINT, KINDS[LINE]: LINE}


@dataclass(frozen=True)
class Written:
    """The rows of a written layer, (n,)."""

    codes: tuple[str, ...]
    """The catalogue's themes in its order, and after them those of the layer that it lacks, as they first occur."""
    places: Places
    """With the geometries as the layer draws them: points and lines as narrow areas."""

    @property
    def row_codes(self) -> list[str | None]:
        """The code of each row's theme, (n,); None where the layer names none."""
        return [None if theme < 0 else self.codes[theme] for theme in self.places.theme.tolist()]

    def registered(self, catalogue: Catalogue, check: Check = never_cancelled) -> Places:
        """The rows with their points and lines as the registers hold them, as far as the drawing tells (n,)."""
        shapes = as_registered(self.places.geometries, self.places.kind, catalogue, check)
        return replace(self.places, geometries=shapes)


def is_blank_for_a_person(text: str) -> bool:
    """Whether a text is a place in brackets that the municipality fills in, and the public need not see."""
    return text.startswith("[") and text.endswith("]")


def read_written(
    geometries: Geometries,
    themes: Sequence[Any],
    kinds: Sequence[Any] | None,
    statuses: Sequence[Any] | None,
    catalogue: Catalogue,
    otherwise: str = UNKNOWN,
) -> Written:
    """The rows of a layer by its columns `tema`, `geometri` and `status`, the last two None where it lacks them.

    A theme is known by its code or its name. A row without a status has the status `otherwise`.
    """
    flat, kind, _ = flattened(geometries)
    positions = dict(catalogue.positions)
    named = [cell_text(one) or "" for one in themes]
    meant = {one: _position(one, catalogue, positions) for one in dict.fromkeys(named)}
    theme = np.array([meant[one] for one in named], dtype=np.intp)
    area = is_polygon(flat)
    for row, word in enumerate(kinds or ()):
        if area[row] and word in DRAWN:
            kind[row] = DRAWN[word]
    status = [catalogue.status_of(one) or otherwise for one in statuses or [None] * len(geometries)]
    return Written(tuple(positions), Places(theme, kind, flat, status))


def _position(code: str, catalogue: Catalogue, positions: dict[str, int]) -> int:
    """The place of a theme among the codes, at the end for a new one; -1 where none is named."""
    if not code:
        return -1
    known = catalogue.theme_named(code)
    return known if known is not None else positions.setdefault(code, len(positions))
