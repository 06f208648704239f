"""Buildings that lie on no plot, or on a road or common land: they count nowhere, so they are listed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..common.geometry import Geometries
from ..neighbourhood.plots import Land
from .check import Checked
from .placement import NOWHERE

OUTSIDE = "Bygningen ligger ikke på noget jordstykke i laget."
ON_ROAD = "Bygningen ligger på et vejareal, som ikke er en grund."
ON_COMMON = "Bygningen ligger på en fælleslod, som ikke er en grund."
NO_GEOMETRY = "Bygningen har ingen geometri."


REASONS = {Land.PLOT: OUTSIDE, Land.ROAD: ON_ROAD, Land.ALL_ROAD: ON_ROAD, Land.COMMON: ON_COMMON}


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

    @property
    def on_no_plot(self) -> list[str]:
        """Those on a road or on common land."""
        return [label for label, why in zip(self.labels, self.reasons) if why in (ON_ROAD, ON_COMMON)]


def unmatched(checked: Checked) -> Unmatched:
    """List them with the reason."""
    buildings = checked.merged.buildings
    plot = checked.placement.plot
    land = np.append(checked.land, Land.PLOT)[plot]  # NOWHERE is the last place
    rows = np.flatnonzero((plot == NOWHERE) | (land != Land.PLOT)).tolist()
    geometries = buildings.geometries[rows]
    reasons = [
        NO_GEOMETRY if geometry is None else REASONS[Land(kind)]
        for geometry, kind in zip(geometries, land[rows].tolist())
    ]
    return Unmatched([buildings.labels[row] for row in rows], reasons, geometries)
