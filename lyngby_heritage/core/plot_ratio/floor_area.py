"""The floor area (etageareal) of each main building, from what BBR knows of it.

BR18 § 455 stk. 1: the gross area of all storeys, basements and usable roof storeys included; stk. 3 nr. 1: not the
part of a basement where the terrain lies less than 1.25 m below its ceiling. BBR's total (byg038) holds the full
storeys only, so that roof storey and basement are added. A footprint is never read as floor area where more is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..registers.storeys import Storeys, completed
from .buildings import PlotBuildings
from .rules import Booleans, Floats, Integers, among, known, rule

NOTHING, TOTAL, FOOTPRINT_TIMES_STOREYS, POLYGON = range(4)
"""What the area of the full storeys was taken from: byg038, byg041 × byg054, the polygon on the map × storeys."""


@dataclass(frozen=True)
class FloorAreas:
    """The floor area of each main building and its parts in m², (b,); 0 for every other building."""

    source: Integers
    full: Floats
    """The full storeys, 0 where nothing says."""
    roof: Floats
    """The used roof storey."""
    basement: Floats
    """The basement that counts."""
    basement_all: Floats
    """The whole basement."""
    doubtful_basement: Floats
    """The part of `basement` that counts only because nobody stated how much of it does not."""
    built_in: Floats
    """Garage, carport and outhouse inside the building: secondary."""
    taken_out: Floats
    """What is taken out of the floor area for `built_in`: never more than there is."""
    garage_in_basement: Floats
    """The part of `built_in` that may lie in the basement that does not count, and is then taken out wrongly."""
    storeys: Floats
    """Full storeys + ½ for a used roof storey + 1 for a basement that counts; NaN where byg054 is unknown."""
    pitched: Booleans
    """A pitched roof and no roof storey registered: the floor area is a lower bound."""


def floor_areas(buildings: PlotBuildings, storeys: Storeys) -> FloorAreas:
    """Put together what counts of each main building."""
    main = buildings.main
    full, source = _full_storeys(buildings)
    additions = completed(storeys, buildings.additions)
    roof, whole = np.nan_to_num(additions.roof), np.nan_to_num(additions.basement)
    basement, doubtful = additions.counted_basement, additions.doubtful_basement
    built_in = np.nan_to_num(buildings.built_in)
    # All the full storeys are dwelling, so the garage is not in them; and there is deep basement enough to hold it.
    all_dwelling = buildings.dwelling_area >= np.nan_to_num(buildings.total, nan=np.inf) + roof
    hidden = np.where(all_dwelling & (whole - basement >= built_in), built_in, 0.0)
    return FloorAreas(
        source=np.where(main, source, NOTHING),
        full=np.where(main, full, 0.0),
        roof=np.where(main, roof, 0.0),
        basement=np.where(main, basement, 0.0),
        basement_all=np.where(main, whole, 0.0),
        doubtful_basement=np.where(main, doubtful, 0.0),
        built_in=np.where(main, built_in, 0.0),
        taken_out=np.where(main, np.minimum(built_in, full + roof + basement), 0.0),
        garage_in_basement=np.where(main, hidden, 0.0),
        storeys=np.where(main, buildings.storeys + 0.5 * (roof > 0) + 1.0 * (basement > 0), np.nan),
        pitched=main & (source != NOTHING) & (roof <= 0) & among(buildings.roof, rule("pitched_roofs")),
    )


def _full_storeys(buildings: PlotBuildings) -> tuple[Floats, Integers]:
    """m² of the full storeys and where they are known from: the first that there is."""
    drawn = buildings.drawn
    times = buildings.footprint * buildings.storeys
    on_map = drawn * np.where(known(buildings.storeys), buildings.storeys, 1.0)
    source = np.select(
        [known(buildings.total), known(times), known(on_map)], [TOTAL, FOOTPRINT_TIMES_STOREYS, POLYGON], NOTHING
    )
    full = np.select([known(buildings.total), known(times), known(on_map)], [buildings.total, times, on_map], 0.0)
    return full, source.astype(np.intp)
