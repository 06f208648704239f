"""Buildings as the calculation sees them: one entry per building, with what BBR says of its areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..common.geometry import Geometries, footprint_areas
from ..neighbourhood.buildings import first_known, group_by_id, joined_footprints
from ..registers.dwellings import is_dwelling, registered
from ..registers.storeys import Additions
from .rules import Booleans, Floats, Integers, among, known, rule

FACTS = (
    "use",
    "storeys",
    "roof",
    "total",
    "footprint",
    "roof_storey",
    "basement",
    "deep_basement",
    "depth_unstated",
    "built_in",
    "dwelling_area",
    "dwellings",
)


@dataclass(frozen=True)
class PlotBuildings:
    """The rows of a building layer, or the buildings made of them; each array (n,), NaN for unknown."""

    ids: Sequence[str]
    """Compared forms, "" where there is none."""
    labels: Sequence[str]
    geometries: Geometries
    use: Floats
    """BBR's codes, NaN where unknown (999 too)."""
    storeys: Floats
    """byg054: full storeys, without roof storey and basement."""
    roof: Floats
    """byg033: BBR's codes of roofings."""
    total: Floats
    """byg038: m² of all full storeys."""
    footprint: Floats
    """byg041: built area in m²."""
    roof_storey: Floats
    """m² of the used roof storey, where no storey rows say it."""
    basement: Floats
    deep_basement: Floats
    """m² of basement whose ceiling lies less than 1.25 m above the terrain, which does not count."""
    depth_unstated: Floats
    """m² of basement of which nobody has stated how deep it lies."""
    built_in: Floats
    """m² of garage, carport and outhouse inside the building."""
    dwelling_area: Floats
    dwellings: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def main(self) -> Booleans:
        """Which are main buildings, (n,): every use but the secondary ones and conservatories, an unknown one too."""
        return ~(self.secondary | self.conservatory)

    @property
    def secondary(self) -> Booleans:
        """Which are garages, sheds and the like, (n,)."""
        return among(self.use, rule("secondary_uses"))

    @property
    def conservatory(self) -> Booleans:
        """Which are conservatories, (n,)."""
        return among(self.use, rule("conservatory_uses"))

    @property
    def additions(self) -> Additions:
        """What lies above and below the full storeys by the buildings' own figures."""
        return Additions(self.roof_storey, self.basement, self.deep_basement, self.depth_unstated)

    @property
    def drawn(self) -> Floats:
        """m² of the polygon, NaN for a point."""
        return footprint_areas(self.geometries)

    def of(self, chosen: Booleans | Integers) -> PlotBuildings:
        """Some of the rows."""
        positions = np.arange(len(self))[chosen]
        taken: dict[str, Any] = {name: getattr(self, name)[positions] for name in ("geometries", *FACTS)}
        taken |= {name: [getattr(self, name)[one] for one in positions.tolist()] for name in ("ids", "labels")}
        return replace(self, **taken)


@dataclass(frozen=True)
class Merged:
    """The buildings, each once, and what was found on the way."""

    buildings: PlotBuildings
    duplicate_ids: Counter[str]
    """Ids that stand on several rows, and on how many."""
    undeclared: Booleans
    """Dwellings of which BBR states 0 dwellings, which is no count, (b,)."""


def merge_rows(rows: PlotBuildings) -> Merged:
    """Rows with one id are one building: its polygons together, each fact from the first row that knows it.

    One building of BBR may be several polygons of GeoDanmark, each with the areas of the whole.
    """
    group = group_by_id(rows.ids)
    names, first, building = np.unique(group, return_index=True, return_inverse=True)
    count = len(names)
    use = first_known(rows.use, building, count)
    stated = registered(use[building], rows.dwellings)
    zero = np.isnan(stated) & known(rows.dwellings)
    rows = replace(rows, dwellings=stated)
    undeclared = (np.bincount(building[zero], minlength=count) > 0) & ~known(first_known(stated, building, count))
    if count == len(rows):
        return Merged(rows, Counter(), undeclared)
    number = np.bincount(building, minlength=count)
    merged = replace(
        rows,
        ids=[rows.ids[one] for one in first.tolist()],
        labels=[rows.labels[one] for one in first.tolist()],
        geometries=joined_footprints(rows.geometries, building, first, len(rows)),
        **{name: first_known(getattr(rows, name), building, count) for name in FACTS},
    )
    several = np.flatnonzero(number > 1).tolist()
    return Merged(merged, Counter({merged.ids[one]: int(number[one]) for one in several}), undeclared)


def dwellings_of(buildings: PlotBuildings) -> Floats:
    """How many dwellings each main building holds: as stated, else one in a building that is a dwelling by its use."""
    assumed = is_dwelling(buildings.use).astype(np.float64)
    stated = np.where(known(buildings.dwellings) & (buildings.dwellings >= 0), buildings.dwellings, assumed)
    return np.where(buildings.main, stated, 0.0)
