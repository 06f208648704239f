"""What designates each building today, and what designated it before: lokalplaner, and two kommuneplaner in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .records import Records
from .tables import Flags, Integers, Objects, SampleTable, repeated, table, texts, whole
from .town import Town

HIGH, MIDDLE = 3, 4
"""The lowest SAVE value that a kommuneplan designates throughout, and the one that it designates in places."""
OVERLOOKED, DROPPED = 11, 37
"""Every so manieth building of a high value is in neither kommuneplan, and of a lower one was in the former."""
EARLIER_PLAN, EARLIER_YEAR = "Kommuneplan 2013 (opdigtet)", 2013
BY_VALUE, BY_UNIFORMITY, BY_DECISION = "vaerdi_1_3", "vaerdi_4_ensartet", "beslutning"
NOT_ON_IT, UNREGISTERED = "ikke_udpeget", "ikke_registreret"
REASONS = {
    BY_VALUE: "Bevaringsværdi 1-3.",
    BY_UNIFORMITY: "Del af en sammenhængende bebyggelse.",
    BY_DECISION: "Optaget på listen efter høringen.",
    NOT_ON_IT: "Ikke på kommuneplanens liste.",
    UNREGISTERED: "Ikke registreret, da kommuneplanen blev lavet.",
}


@dataclass(frozen=True)
class Standing:
    """Which plans designate the records (n,)."""

    local: Flags
    """A lokalplan in force preserves it."""
    municipal: Flags
    """The kommuneplan in force has it on its list."""
    earlier: Flags
    """The kommuneplan before had it on its list."""

    @property
    def codes(self) -> Integers:
        """GeoFA's bevaringsaarsag_kode, (n,): 0 none, 1 lokalplan, 2 kommuneplan, 3 both."""
        codes: Integers = self.local + 2 * self.municipal.astype(np.int64)
        return codes


def standing_of(
    records: Records, town: Town, kinds: list[dict[str, Any]], plans: SampleTable, named: Flags
) -> Standing:
    """What stands today: the plans' own rules, and every high value but those that were overlooked.

    Listed buildings are in none of it: the state's listing governs them.
    """
    place = np.arange(records.count)
    assessed = records.save >= 1
    high = assessed & (records.save <= HIGH) & ~records.listed
    overlooked = place % OVERLOOKED == 0
    terraces = town.plot_kind[records.plot] == [kind["code"] for kind in kinds].index("raekkehus")
    first = terraces & (town.cell[records.plot] == town.cell[records.plot][terraces].min(initial=len(town.cells)))
    before = (high & ~overlooked) | (first & records.main & (records.save == MIDDLE))
    before |= assessed & records.main & (records.save > MIDDLE) & (place % DROPPED == 0)
    before &= ~records.listed
    local = (_preserved(records, plans) | named) & ~records.listed
    return Standing(local, high & ~overlooked, before)


def _preserved(records: Records, plans: SampleTable) -> Flags:
    """Which assessed main buildings a lokalplan preserves by its place and its rule, (n,)."""
    points = shapely.point_on_surface(records.geometry)
    eligible = records.main & (records.save >= 1)
    out = np.zeros(records.count, dtype=bool)
    for plan, area in zip(load("sample/plans.json")["plans"], plans.geometry if plans.geometry is not None else ()):
        if "preserves" in plan:
            shapely.prepare(area)
            out |= eligible & shapely.contains(area, points) & _meets(records, plan["preserves"])
    return out


def _meets(records: Records, rule: dict[str, Any]) -> Flags:
    if "values" in rule:
        low, high = rule["values"]
        meets: Flags = (records.save >= low) & (records.save <= high)
    elif "wall" in rule:
        meets = records.wall == rule["wall"]
    else:
        meets = (records.year > 1000) & (records.year < rule["built_before"])
    return meets


def earlier_buildings(records: Records, standing: Standing, address: Objects) -> SampleTable:
    """`tidligere_bygninger`: what stood when the kommuneplan before was made, and which of it was on its list."""
    rows = np.flatnonzero(~(records.year > EARLIER_YEAR))
    listed = standing.earlier[rows]
    save = records.save[rows]
    known = (save >= 1) & (listed | (save > HIGH) | records.listed[rows])
    choices = [~known, ~listed, save <= HIGH, save == MIDDLE]
    grounds = np.select(choices, [UNREGISTERED, NOT_ON_IT, BY_VALUE, BY_UNIFORMITY], BY_DECISION)
    return table(
        "tidligere_bygninger",
        "Tidligere udpegning af bygninger",
        "MultiPolygon",
        records.geometry[rows],
        {
            "bygning_id": records.id[rows],
            "adresse": address[rows],
            "save_vaerdi": whole(save, ~known),
            "udpeget": listed,
            "udpegning": texts(grounds.tolist()),
            "begrundelse": texts(REASONS[ground] for ground in grounds.tolist()),
            "kilde": repeated(EARLIER_PLAN, len(rows)),
        },
    )
