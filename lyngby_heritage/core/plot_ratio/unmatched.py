"""Buildings that lie on no plot: they count nowhere, so they are listed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.geometry import Geometries
from .check import Checked
from .placement import NOWHERE

OUTSIDE = "Bygningen ligger ikke på noget jordstykke i laget."
NO_GEOMETRY = "Bygningen har ingen geometri."


@dataclass(frozen=True)
class Unmatched:
    """The buildings on no plot, in the layer's order."""

    labels: list[str]
    reasons: list[str]
    geometries: Geometries

    @property
    def without_geometry(self) -> list[str]:
        """Those that cannot be placed at all."""
        return [label for label, why in zip(self.labels, self.reasons) if why == NO_GEOMETRY]

    @property
    def outside(self) -> list[str]:
        """Those that lie where there is no parcel."""
        return [label for label, why in zip(self.labels, self.reasons) if why == OUTSIDE]


def unmatched(checked: Checked) -> Unmatched:
    """List them with the reason."""
    buildings = checked.merged.buildings
    rows = np.flatnonzero(checked.placement.plot == NOWHERE).tolist()
    geometries = buildings.geometries[rows]
    reasons = [NO_GEOMETRY if geometry is None else OUTSIDE for geometry in geometries]
    return Unmatched([buildings.labels[row] for row in rows], reasons, geometries)
