"""How sure the designation of a building of the neighbour value is: what `sikkerhed` means, wherever it is told.

`sikkerhed` is the share of the tried settings (`sensitivity.around`) under which a building's outcome stays what it
is. The settings move thresholds that tell whether neighbours are alike, and never which neighbours can be compared. So
a building has two outcomes at most: designated, and the one that it has where it does not meet the rule. That is why
`sikkerhed` and `udpeget` together give how often it is designated, from 1, always, to 0, never.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..common.arrays import Booleans, Floats, Integers
from .certainty_texts import unsure_one_in
from .rule import CODES, DECISION, REVIEW, UNIFORM, UNIFORM_OR_NEAR_HIGH

if TYPE_CHECKING:
    from .outcome import Basis

CLASSES = ("altid", "naesten_altid", "halvdelen", "sjaeldent", "aldrig", "altid_til_vurdering", "afgjort")
"""The keys of the classes of `certainty.json`, in their order: how often a building is designated; at last those to be
seen under every setting, and those that a decision names, which no setting moves."""
ALWAYS, NEARLY, HALF, SELDOM, NEVER, ALWAYS_SEEN, DECIDED = range(len(CLASSES))
WRITTEN = 1e-5
"""How far from a limit a share may stand that is at it: a layer holds it with six decimals, 18 of 27 as 0.666667."""
NO_CLASS = -1
"""A building that `sikkerhed` says nothing of."""


def asks_neighbours(rule: int) -> bool:
    """Whether a VALUE4_RULE looks at the neighbours, so that the settings may move its outcome."""
    return rule in (UNIFORM, UNIFORM_OR_NEAR_HIGH)


def thresholds_tried(basis: Basis | None) -> bool:
    """Whether `sikkerhed` of a layer that was designated by `basis` tells of settings; of an unknown one it may."""
    return basis is None or asks_neighbours(basis.rule)


def hangs(certainty: Floats) -> Booleans:
    """Which outcomes hang on the settings, (n,): another one under one in `unsure_one_in` of them, or more."""
    unsure: Booleans = (1.0 - certainty) * unsure_one_in() >= 1.0 - WRITTEN
    return unsure


def share_designated(certainty: Floats, designated: Booleans) -> Floats:
    """Under which share of the settings each building is designated, (n,), NaN where `certainty` is."""
    return np.where(designated, certainty, 1.0 - certainty)


def class_of(certainty: Floats, designated: Booleans, grounds: Integers) -> Integers:
    """The place of each building in CLASSES, (n,), NO_CLASS without a certainty; `grounds` are places in `rule.CODES`.

    About half of the settings is where both outcomes come of one in `unsure_one_in` of them, or more.
    """
    share = share_designated(certainty, designated)
    both = hangs(share) & hangs(1.0 - share)
    found = np.select(
        [
            np.isnan(certainty),
            grounds == DECISION,
            (grounds == REVIEW) & (share <= WRITTEN),
            share >= 1.0 - WRITTEN,
            share <= WRITTEN,
            both,
            share > 0.5,
        ],
        [NO_CLASS, DECIDED, ALWAYS_SEEN, ALWAYS, NEVER, HALF, NEARLY],
        SELDOM,
    )
    return np.asarray(found, dtype=np.intp)


def class_of_rows(
    certainty: Sequence[float | None], designated: Sequence[bool], grounds: Sequence[str | None]
) -> Integers:
    """As `class_of`, of the columns of a layer; a code that is not known is none that matters here."""
    places = {code: place for place, code in enumerate(CODES)}
    return class_of(
        np.array([np.nan if one is None else one for one in certainty], dtype=np.float64),
        np.array(designated, dtype=bool),
        np.array([places.get(one or "", -1) for one in grounds], dtype=np.intp),
    )
