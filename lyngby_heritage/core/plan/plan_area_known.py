"""What is known of the area that the plan regulates."""

from __future__ import annotations

from dataclasses import dataclass

import shapely


@dataclass(frozen=True)
class PlanArea:
    """What the plan covers, as one (multi) polygon, and what is not known of it."""

    geometry: shapely.Geometry
    buildings: int
    """Designated buildings whose ground is in it."""
    groundless: int
    """Designated buildings whose ground is on none of the layers given: the area lacks it."""
    environments: int
    """Decided environments in it."""

    @property
    def hectares(self) -> float:
        """Its size."""
        return float(shapely.area(self.geometry)) / 10_000
