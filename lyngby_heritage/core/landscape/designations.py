"""Designations as columns: where each applies, of what theme and status, and what is said of it.

A map layer of polygons holds points and lines as narrow areas. `drawn` makes them; `as_registered` finds the way back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, Note, never_cancelled
from ..common.geometry import in_blocks, on_the_millimetre
from .areas import as_multi
from .catalogue import Catalogue

NO_GEOMETRY, POINT, LINE, AREA = 0, 1, 2, 3
KINDS = ("ingen", "punkt", "linje", "flade")
"""What `geometri` says of each."""


@dataclass(frozen=True)
class Places:
    """Where designations apply, (n,) each: what must be known of them to say what they hold."""

    theme: Integers
    """Position of the theme in the list that the designations are read by; -1 for one of no known theme."""
    kind: npt.NDArray[np.int8]
    """NO_GEOMETRY, POINT, LINE or AREA."""
    geometries: Geometries
    """As they are: points and lines too."""
    status: Sequence[str]

    def __len__(self) -> int:
        return len(self.theme)

    def with_status(self, statuses: Sequence[str]) -> Booleans:
        """Which designations have one of these statuses, (n,)."""
        wanted = set(statuses)
        return np.fromiter((one in wanted for one in self.status), dtype=np.bool_, count=len(self))


@dataclass(frozen=True)
class Designations(Places):
    """Designations (n,), in the order of the layers and their rows."""

    area: Floats
    """m²; NaN for points, lines and rows without geometry, whose area is unknown."""
    layer: Integers
    """Position of the layer that the (first) row came from."""
    rows: Integers
    """How many rows of the layers it was made of."""
    names: list[str | None]
    ids: list[str | None]
    guidelines: list[str | None]
    legal: list[str | None]
    sources: list[str]
    dates: list[str | None]
    remarks: list[str | None]
    notes: list[Note] = field(default_factory=list)


def flattened(geometries: Geometries) -> tuple[Geometries, npt.NDArray[np.int8], int]:
    """Geometries without collections, their kinds (n,), and how many held more than one kind.

    Of a collection the parts of the highest dimension are kept.
    """
    out = geometries.copy()
    dimension = shapely.get_dimensions(out)
    mixed = 0
    for position in np.flatnonzero(shapely.get_type_id(out) == 7):
        parts = shapely.get_parts(out[position])
        while (shapely.get_type_id(parts) == 7).any():
            parts = shapely.get_parts(parts)
        of = shapely.get_dimensions(parts)
        mixed += len(set(of.tolist())) > 1
        out[position : position + 1] = on_the_millimetre(np.array([shapely.union_all(parts[of == of.max()])]))
        dimension[position] = of.max()
    return out, (dimension + 1).astype(np.int8), mixed


def drawn(made: Designations, catalogue: Catalogue, check: Check = never_cancelled) -> Geometries:
    """The designations as areas that a map layer of polygons can hold, (n,): points and lines as narrow ones."""
    out = made.geometries.copy()
    for kind, reach in ((POINT, catalogue.point_radius), (LINE, catalogue.line_half_width)):
        these = np.flatnonzero(made.kind == kind)
        if len(these):
            grown = in_blocks(partial(shapely.buffer, distance=reach), out[these], check=check, result=object)
            out[these] = on_the_millimetre(grown)
    return as_multi(out)


AXIS = 0.99
"""Of a band's half width: what is left of it is a centimetre to each side, and whole where the band bends."""


def as_registered(
    shapes: Geometries, kind: npt.NDArray[np.int8], catalogue: Catalogue, check: Check = never_cancelled
) -> Geometries:
    """What `drawn` made narrow areas of, (n,): the points in the middle of their circles, the lines along their bands.

    A line comes back as a band of some centimetres. One that was drawn narrower than the catalogue says stays as it is
    drawn, and so does whatever is no area.
    """
    out = shapes.copy()
    flat = shapely.get_dimensions(shapes) == 2
    circles = np.flatnonzero(flat & (kind == POINT))
    if len(circles):
        parts, owner = shapely.get_parts(shapes[circles], return_index=True)
        out[circles] = shapely.multipoints(shapely.centroid(parts), indices=owner)
    bands = np.flatnonzero(flat & (kind == LINE))
    if len(bands):
        shrink = partial(shapely.buffer, distance=-AXIS * catalogue.line_half_width)
        axes = in_blocks(shrink, shapes[bands], check=check, result=object)
        out[bands] = np.where(shapely.is_empty(axes), shapes[bands], axes)
    return out
