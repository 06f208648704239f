"""The plots that a person chose among a layer's: these are judged, and the others are their surroundings.

A plot is judged whole where one of its parcels is chosen: half a property has no plot ratio.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..common.errors import Note
from ..neighbourhood.plots import Land, Plots
from .check import Checked, Outcome
from .limits import NOBODY, Limit
from .rules import Booleans
from .status import NOT_COVERED


def chosen_plots(plots: Plots, parcels: Booleans) -> Booleans:
    """Which plots hold a parcel of those marked in `parcels`, (n,); the answer is (m,)."""
    chosen = np.zeros(len(plots), dtype=bool)
    chosen[plots.of_parcel[parcels]] = True
    return chosen


def only(checked: Checked, chosen: Booleans) -> Checked:
    """The calculation as it is told: plots that are not `chosen`, (m,), are no plots and are in no sum.

    Their buildings and areas stay, for a building may lie on a chosen plot too.
    """
    return replace(
        checked,
        land=np.where(chosen, checked.land, Land.SURROUNDINGS),
        left_out=np.where(chosen, checked.left_out, 0.0),
        contested=checked.contested & chosen,
        ratio_limit=_limit(checked.ratio_limit, chosen),
        storeys_limit=_limit(checked.storeys_limit, chosen),
        rule_sets=replace(checked.rule_sets, undated=checked.rule_sets.undated & chosen),
        outcome=_outcome(checked.outcome, chosen),
        compared=None if checked.compared is None else _outcome(checked.compared, chosen),
    )


def selection_note(layer: str, chosen: Booleans) -> Note:
    """That only the plots of the selected parcels were judged, and what the others of the layer were taken for."""
    return Note(
        "{layer}: {chosen:plot of the selected parcels is|plots of the selected parcels are} judged, each whole; the "
        "other {count} of the layer {count:=is|are} {chosen:=its|their} surroundings.",
        {"layer": layer, "chosen": int(chosen.sum()), "count": int((~chosen).sum())},
        danish="{chosen:grund med valgte jordstykker|grunde med valgte jordstykker} er vurderet, hver som en helhed; "
        "lagets øvrige {count} er {chosen:=dens|deres} omgivelser.",
    )


def _limit(limit: Limit, chosen: Booleans) -> Limit:
    return replace(limit, origin=np.where(chosen, limit.origin, NOBODY), disagreeing=limit.disagreeing & chosen)


def _outcome(outcome: Outcome, chosen: Booleans) -> Outcome:
    return replace(
        outcome,
        ratio_status=np.where(chosen, outcome.ratio_status, NOT_COVERED),
        storeys_status=np.where(chosen, outcome.storeys_status, NOT_COVERED),
        status=np.where(chosen, outcome.status, NOT_COVERED),
    )
