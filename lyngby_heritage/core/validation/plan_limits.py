"""What a layer of plans limits: read as the plot ratio tool reads Plandata's fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.arrays import Booleans, Floats, Integers, known
from ..common.data import load
from ..registers.aliases import plain
from ..registers.values import read_numbers
from .inputs import Layer
from .places import plan_name

PLOT_RATIO = "rules/plot_ratio.json"
"""What the plot ratio tool reads plans by: the rules here say of a plan what that tool will make of it."""


@dataclass(frozen=True)
class Limits:
    """What a layer of plans limits, each (n,), NaN where it states nothing."""

    detached: Booleans
    """Whether åben-lav is among the uses; True for all where the layer has no uses."""
    ratio: Floats
    """%: that of the slot for åben-lav, else the plan's own."""
    scope: Floats
    storeys: Floats
    any_ratio: Booleans
    """Whether any slot or the plan states a ratio."""
    with_uses: bool
    """Whether the layer states uses at all."""


def limits(layer: Layer) -> Limits:
    """Read the limits of plans as Plandata has them: in the slot of åben-lav, else in the plan's own fields."""
    slots = {plain(name): values for name, values in layer.columns.items()}

    def slot(name: str, number: int) -> Floats:
        raw: Sequence[Any] | None = slots.get(f"{name}{number}")
        return np.full(len(layer), np.nan) if raw is None else read_numbers(raw).values

    ratio, scope = layer.numbers("ratio").values.copy(), layer.numbers("ratio_scope").values.copy()
    storeys = layer.numbers("most_storeys").values.copy()
    any_ratio = known(ratio)
    detached_use = load(PLOT_RATIO)["detached_area_use"]
    with_uses = any(re.fullmatch(r"anvspec\d+", name) for name in slots)
    detached = np.full(len(layer), not with_uses)
    for number in range(10, 0, -1):  # the first slot stays
        here = slot("anvspec", number) == detached_use
        detached |= here
        own, own_storeys = slot("bygpct", number), slot("maxetage", number)
        any_ratio |= known(own)
        stated = here & known(own)
        ratio[stated], scope[stated] = own[stated], slot("bygpcth", number)[stated]
        stated = here & known(own_storeys)
        storeys[stated] = own_storeys[stated]
    return Limits(detached, ratio, scope, storeys, any_ratio, with_uses)


def named_plans(layer: Layer, rows: Integers) -> list[str]:
    """Number and name of the plans in these rows."""
    return [plan_name(layer, row) for row in rows.tolist()]
