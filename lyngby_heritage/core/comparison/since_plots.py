"""Which properties kept the plot ratio in the plan and exceed it now.

A property of several plots exceeds it where one of them does, and kept it where one did and none exceeded it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..common.arrays import Floats, Geometries
from ..common.wording import plain_spaces, quantity
from ..neighbourhood.plot_statuses import EXCEEDED, KEPT
from .compare import NOBODY
from .since import APART, DESIGNATED, HELD_BACK, IN_QUESTION, OTHERS, RATIO, Event, Stock


@dataclass(frozen=True)
class Plots:
    """The plots of a layer of properties, (n,)."""

    properties: Sequence[str]
    """Compared forms of `ejendom_id`, "" where there is none."""
    status: Sequence[str]
    ratio: Floats
    """%, NaN unknown."""
    allowed: Floats
    places: Geometries

    def of_property(self) -> dict[str, int]:
        """Each property's row that tells of it: one that exceeds, else the first that keeps, else its first."""
        order = {EXCEEDED: 0, KEPT: 1}
        chosen: dict[str, int] = {}
        for row, one in enumerate(self.properties):
            held = chosen.get(one)
            if one and (held is None or order.get(self.status[row], 2) < order.get(self.status[held], 2)):
                chosen[one] = row
        return chosen


def ratio_events(plan: Stock, then: Plots, now: Plots, groups: Sequence[str]) -> Iterator[Event]:
    """An event for each property that went from one to the other, at the building that stands for it."""
    before, after = then.of_property(), now.of_property()
    stands_for = _building_of(plan, groups)
    for one, row in before.items():
        other = after.get(one)
        if other is None or then.status[row] != KEPT or now.status[other] != EXCEEDED:
            continue
        building = stands_for.get(one, NOBODY)
        yield Event(
            RATIO,
            groups[building] if building != NOBODY else OTHERS,
            building,
            NOBODY,
            _percent(then, row),
            _percent(now, other),
            f"Ejendom {one} overholdt bebyggelsesprocenten i planen og overskrider den nu. "
            f"{_why(then, row, now, other)}",
            property_id=one,
        )


def _why(then: Plots, row: int, now: Plots, other: int) -> str:
    """Whether the property has grown, or the limit is another one."""
    grown = now.ratio[other] > then.ratio[row]
    limit = not math.isnan(now.allowed[other]) and now.allowed[other] != then.allowed[row]
    if limit:
        return "Grænsen er en anden, og procenten er steget." if grown else "Det er grænsen, der er en anden."
    return "Procenten er steget, og grænsen er den samme." if grown else "Det er opgørelsen, der er en anden."


def _building_of(plan: Stock, groups: Sequence[str]) -> Mapping[str, int]:
    """The building that stands for each property: of the group that comes first here, the largest."""
    first = {DESIGNATED: 0, IN_QUESTION: 1, APART: 2, HELD_BACK: 3}
    size = plan.facts.get("footprint_area", np.zeros(len(plan)))
    chosen: dict[str, tuple[int, float, int]] = {}
    for row, one in enumerate(plan.properties):
        if one:
            key = (first.get(groups[row], len(first)), -float(np.nan_to_num(size[row])), row)
            chosen[one] = min(key, chosen.get(one, key))
    return {one: key[2] for one, key in chosen.items()}


def _percent(plots: Plots, row: int) -> str:
    ratio, allowed = float(plots.ratio[row]), float(plots.allowed[row])
    said = "ukendt" if math.isnan(ratio) else quantity(ratio, "%")
    limit = "" if math.isnan(allowed) else f" af højst {quantity(allowed, '%')}"
    return plain_spaces(f"{said}{limit}")
