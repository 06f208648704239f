"""The facts of the two pages for the council: what is designated, the choices that are open, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.arrays import Booleans, Integers
from ..common.errors import Check, never_cancelled
from ..designation.chosen_values import designation_texts
from ..designation.outcome import Basis
from ..designation.rule import CODES, REVIEW
from ..designation.shown_classes import Classes
from ..neighbourhood.properties import numbered_properties
from .choices import Count, Counting, Evidence, FourRules, FoursChoice, PlotChoice, UniformChoice, plot_choice
from .content import NOTHING_WITHHELD, Buildings, Plots, Withheld, property_keys


@dataclass(frozen=True)
class ClassCount:
    """The buildings of one class of the legend."""

    described: Mapping[str, Any]
    """The class as in `designation_texts.json`."""
    designated: bool
    """Whether they are of the designated ones; an unknown code may be either."""
    count: Count
    assessed: int
    """Those of them that carry a readable SAVE value."""


@dataclass(frozen=True)
class Summary:
    """What the two pages tell."""

    buildings: int
    assessed: int
    """With a readable SAVE value, listed buildings and churches left out: what a share of designated ones is of."""
    designated: Count
    designated_assessed: int
    classes: tuple[ClassCount, ...]
    """Those that the layer has something of, in the order of the legend."""
    listed: Count | None
    """None where no field says which buildings are listed."""
    churches: bool
    """Whether there are any that are not listed."""
    preserved: int | None
    """Designated buildings that a lokalplan in force may preserve already; None where nobody knows."""
    unvalued_main: int
    """Main buildings without a readable value; the other ones without are garages, sheds and the like."""
    unvalued: int
    review: Count
    on_none: int
    """Buildings of the plan on no known property."""
    fours: FoursChoice
    uniform: UniformChoice
    plots: PlotChoice | None
    """None without a layer of plots, or where it does not tell."""
    plots_given: bool
    registered: tuple[int, int] | None
    """The first and the last year of the SAVE registrations; None where no date is known."""
    undated: int
    """Buildings with a readable value whose registration has no date."""
    themes: int | None
    """Themes of the catalogue that the layer of landscape has something of; None without such a layer."""
    missing_themes: tuple[str, ...]
    """The names of those that it has nothing of."""
    withheld: Withheld
    """What the register keeps from the public: in none of the figures."""


def summarise(
    buildings: Buildings,
    evidence: Evidence,
    basis: Basis | None,
    *,
    plots: Plots | None = None,
    plot_columns: Mapping[str, Sequence[Any]] | None = None,
    preserved_by: Sequence[str] | None = None,
    knows_listed: bool = True,
    themes: tuple[Sequence[str], Sequence[str]] | None = None,
    withheld: Withheld = NOTHING_WITHHELD,
    check: Check = never_cancelled,
) -> Summary:
    """Work out what the pages tell.

    `preserved_by` names the lokalplan in force that may preserve each building, "" for none, and is None where neither
    a layer of lokalplaner nor the register tells. `themes` are the names of the themes that the layer of landscape has,
    and that it lacks.
    """
    preserved = None if preserved_by is None else np.array([bool(one) for one in preserved_by], dtype=bool)
    counting = Counting(property_of_each(buildings, plots, check), preserved)
    check()
    rules = FourRules(buildings, evidence, basis, counting)
    valued = buildings.save >= 1
    ours: Booleans = ~buildings.apart
    review = np.array([ground == CODES[REVIEW] for ground in buildings.ground], dtype=bool) & ours
    years = evidence.registered
    dated = valued & ~np.isnan(years) if years is not None else np.zeros(len(buildings), dtype=bool)
    known = years[dated & ours] if years is not None else np.empty(0)
    return Summary(
        buildings=len(buildings),
        assessed=int((valued & ours).sum()),
        designated=counting.count(buildings.designated),
        designated_assessed=int((valued & buildings.designated).sum()),
        classes=_classes(buildings, valued, counting),
        listed=counting.count(buildings.listed) if knows_listed else None,
        churches=bool((buildings.churches & ~buildings.listed).any()),
        preserved=None if preserved is None else int((preserved & buildings.designated).sum()),
        unvalued_main=int((~valued & ours & buildings.main).sum()),
        unvalued=int((~valued & ours).sum()),
        review=counting.count(review),
        on_none=counting.count(np.ones(len(buildings), dtype=bool)).on_none,
        fours=rules.fours({one["rule"]: one["name"] for one in designation_texts()["rules"]}),
        uniform=rules.shares(),
        plots=plot_choice(plots.property_ids, plot_columns or {}) if plots is not None else None,
        plots_given=plots is not None,
        registered=(int(known.min()), int(known.max())) if len(known) else None,
        undated=int((valued & ours & ~dated).sum()),
        themes=None if themes is None else len(themes[0]),
        missing_themes=() if themes is None else tuple(themes[1]),
        withheld=withheld,
    )


def property_of_each(buildings: Buildings, plots: Plots | None, check: Check = never_cancelled) -> Integers:
    """A number for the property of each building, (n,), the same for buildings of one property; -1 where none is known.

    By `property_keys`.
    """
    return numbered_properties(property_keys(buildings, plots, check))


def _classes(buildings: Buildings, valued: Booleans, counting: Counting) -> tuple[ClassCount, ...]:
    known = Classes.known()
    of = np.array(known.of(buildings.ground, buildings.decided.tolist(), buildings.standing_apart), dtype=np.intp)
    made = []
    for place, described in enumerate(known.described):
        for designated in (True, False):
            here: Booleans = (of == place) & (buildings.designated == designated)
            if here.any():
                made.append(ClassCount(described, designated, counting.count(here), int((here & valued).sum())))
    return tuple(made)
