"""What a report carries so that the council can move the thresholds in it, without a new run.

The browser counts and does not judge: all that is found in registers and on the map is found here, by the rules of a
run. Of each 4 that no decision names there are its traits and its pairs of neighbours; all else comes out the same
whatever the thresholds are, and is carried as a number. The counting is data/templates/dial/engine.js.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.addresses import WITHHELD
from ..common.arrays import Booleans, Floats, Geometries, Integers, among
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..neighbourhood.neighbours import DISTANCE
from ..neighbourhood.properties import NO_PROPERTY, known_and_apart
from ..neighbourhood.stepped import whole_steps
from ..registers.registration import designated_today
from .classify import Classified, Settings
from .dial_pairs import Asked, PairTable, Stepped, centres, off_plot_alone, pairs_by_distance, pairs_by_plot
from .near_high import near_high_steps
from .rule import DECISION, REVIEW, is_four

MAIN, ATTACHED, STANDING = 1, 2, 4
"""Bits of a 4's traits."""
NOT_NEAR = 255
"""Instead of a step."""
BYTES_PER_FOUR = 20
"""Of place, traits, building, property and number of neighbours."""


@dataclass(frozen=True)
class Fixed:
    """The rows that come out the same whatever the thresholds are."""

    buildings: int
    designated: int
    review: int
    properties: int
    """Those known that the designated ones stand on."""
    without_property: int
    """The designated ones of no known property."""

    @property
    def not_designated(self) -> int:
        """The rest of them."""
        return self.buildings - self.designated - self.review


@dataclass(frozen=True)
class Dial:
    """The 4s that thresholds may move, (n,) each, and what is counted of them."""

    rows: Integers
    """Their rows in the layer."""
    names: list[str]
    place: Floats
    """(n, 2) metres, NaN for one that is not shown."""
    traits: npt.NDArray[np.uint8]
    near: Integers
    """The first of the distances at which one is near a building of value 1-3; NOT_NEAR for none."""
    slot: Integers
    """Which of the buildings asked each row is: a building may stand in several rows."""
    property: Integers
    """The property that each stands on, numbered from 0; NO_PROPERTY where none is known."""
    held: Booleans
    """Whether a building that is designated whatever happens stands on the property, (properties,)."""
    off_plot: Booleans
    """Which of the buildings asked lie on no plot, (asked,)."""
    distance: PairTable
    every_distance: bool
    """Whether `distance` holds the pairs of all, and method 3 so can be chosen."""
    plots: PairTable | None
    neighbour_steps: Floats
    """What NEIGHBOUR_DISTANCE may be, and so the next two."""
    opposite_steps: Floats
    year_steps: Floats
    fixed: Fixed
    has_parcels: bool

    def __len__(self) -> int:
        return len(self.rows)


def make_dial(
    classified: Classified,
    settings: Settings,
    names: Sequence[str],
    withheld: Booleans,
    high_around: Geometries | None = None,
    check: Check = never_cancelled,
) -> Dial | None:
    """The dial of a designation by `settings`; None where there is none to move, or none is wished (`most_mb` 0).

    None too where the neighbours do not fit, as `too_many` says afterwards.

    `names` are what each row is called where all may read it, and `withheld` the rows that the register keeps from
    the public, (rows,): of those neither place nor name is carried. `high_around` as of `classify`.
    """
    four = is_four(classified.save) & (classified.designation.ground != DECISION)
    rows = np.flatnonzero(four)
    limits = load("rules/dial.json")
    if not len(rows) or not limits["most_mb"]:
        return None
    buildings, homes = classified.buildings, classified.graph.homes
    building, slot = np.unique(buildings.row_building[rows], return_inverse=True)
    hidden = np.zeros(len(buildings), dtype=bool)
    hidden[buildings.row_building[withheld]] = True
    years = whole_steps(
        max(limits["most_years"], settings.thresholds.year_tolerance), settings.thresholds.year_tolerance
    )
    asked = Asked(buildings, building, homes, settings.thresholds, years, hidden, check)
    called = [WITHHELD if withheld[row] else names[row] for row in rows.tolist()]
    found = _pairs_that_fit(asked, settings, _room(limits["most_mb"], called))
    if found is None:
        return None
    plots, distance = found
    pairs, steps = distance or off_plot_alone(asked, settings.neighbour_distance)
    near = near_high_steps(buildings, classified.save, four, steps, check, high_around)[rows]
    place = centres(buildings)[buildings.row_building[rows]]
    place[hidden[buildings.row_building[rows]]] = np.nan
    property_of = classified.properties[classified.buildings.row_building]
    here, _ = known_and_apart(property_of[rows])
    which = np.where(property_of[rows] == NO_PROPERTY, NO_PROPERTY, np.searchsorted(here, property_of[rows]))
    fixed, apart = known_and_apart(property_of[~four & classified.designation.designated])
    return Dial(
        rows=rows,
        names=called,
        place=place,
        traits=_traits(classified, rows),
        near=np.where(near < len(steps), near, NOT_NEAR),
        slot=slot,
        property=which,
        held=np.isin(here, fixed),
        off_plot=asked.off_plot,
        distance=pairs,
        every_distance=distance is not None,
        plots=plots and plots[0],
        neighbour_steps=steps,
        opposite_steps=plots[1] if plots else whole_steps(settings.opposite_distance, settings.opposite_distance),
        year_steps=years,
        fixed=_fixed(classified, four, len(fixed), apart),
        has_parcels=homes is not None,
    )


def _pairs_that_fit(asked: Asked, settings: Settings, room: int) -> tuple[Stepped | None, Stepped | None] | None:
    """The pairs by plots and by distance that fit in `room` bytes; None where those of the run's own method do not."""
    by_distance = settings.resolved_method(asked.homes is not None) == DISTANCE
    share = load("rules/dial.json")["plots_share"] if by_distance else 1.0
    plots = pairs_by_plot(asked, settings.opposite_distance, int(share * room))
    left = room - (0 if plots is None else plots[0].size)
    distance = pairs_by_distance(asked, settings.neighbour_distance, left)
    return None if (distance if by_distance else plots) is None else (plots, distance)


def too_many(dial: Dial | None, fours: int) -> bool:
    """Whether there is no dial since the neighbours of so many 4s do not fit."""
    return dial is None and fours > 0 and load("rules/dial.json")["most_mb"] > 0


def _room(most_mb: float, names: list[str]) -> int:
    """Bytes for pairs: four characters stand for three bytes, and names stand as they are."""
    characters = most_mb * 1e6 - sum(map(len, names)) - 4 * len(names)
    return max(0, int(characters * 3 / 4) - BYTES_PER_FOUR * len(names))


def _traits(classified: Classified, rows: Integers) -> npt.NDArray[np.uint8]:
    building = classified.buildings.row_building[rows]
    attached = among(classified.buildings.use_codes[building], load("rules/designation.json")["attached_uses"])
    standing = designated_today(classified.standing)[rows]
    bits = classified.assessed[rows] * MAIN + attached * ATTACHED + standing * STANDING
    return np.asarray(bits, dtype=np.uint8)


def _fixed(classified: Classified, four: Booleans, properties: int, without_property: int) -> Fixed:
    designation = classified.designation
    return Fixed(
        buildings=int((~four).sum()),
        designated=int((~four & designation.designated).sum()),
        review=int((~four & (designation.ground == REVIEW)).sum()),
        properties=properties,
        without_property=without_property,
    )
