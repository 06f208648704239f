"""Plans where nobody builds, such as a green wedge: there 0 % says just that, and is no mistake."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..common.arrays import Booleans
from ..common.data import load
from ..registers.aliases import plain
from ..registers.values import read_numbers
from .findings import Hits
from .inputs import Inputs, Layer
from .plan_limits import limits, named_plans
from .roles import PLAN_ROLES
from .rule_table import TABLE, Rule
from .rules import rule


def without_building(layer: Layer) -> Booleans:
    """Which plans are by their general use (Plandata's anvgen) for no building, and name no åben-lav among the rest."""
    raw = next((values for name, values in layer.columns.items() if plain(name) == "anvgen"), None)
    if raw is None:
        return np.zeros(len(layer), dtype=bool)
    use = read_numbers(raw).values
    found = limits(layer)
    stated = np.isin(use, load(TABLE)["uses_without_building"])
    return stated & ~(found.detached & found.with_uses)


@rule("graense_nul")
def nothing_may_be_built(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """0 % or 0 storeys where nobody builds: meant so, but read by the tools as not stated, as 0 is elsewhere."""
    for layer in data.of(*PLAN_ROLES):
        found = limits(layer)
        rows = np.flatnonzero(((found.ratio == 0) | (found.storeys == 0)) & without_building(layer))
        yield Hits(layer, rows, {"plan": named_plans(layer, rows)})
