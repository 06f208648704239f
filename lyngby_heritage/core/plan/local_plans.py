"""The lokalplaner in force that the plan meets: which hold which building, and which preserve buildings already.

Plandata has no list of the buildings that a plan preserves: that a building lies in a plan with provisions on
preservation is a reason to look, not an answer. It is one where the register of the building says that a lokalplan
designates it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..common.plan_names import plan_called
from ..registers.plandata import adoption, binds, preserves, states_no_date
from ..registers.values import register_text

_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
OF_REGISTER = "en lokalplan, som registeret ikke nævner ved navn"
"""The plan of a building that a lokalplan designates, where none of the layer that holds it preserves anything."""


@dataclass(frozen=True)
class LocalPlans:
    """The lokalplaner in force of a layer, (k,), the newest first; a plan in several areas stands once in each."""

    names: Sequence[str]
    """Kind, number and name: "lokalplan 91 Bevarende lokalplan for villavejene"."""
    numbers: Sequence[str]
    adopted: Sequence[date | None]
    preserving: Booleans
    """Whether the plan has provisions on preservation."""
    provisions: Sequence[str]
    """What the register quotes of them, "" for nothing."""
    geometries: Geometries
    left_out: int = 0
    """Rows of the layer that are proposals, cancelled or yet to come."""
    documents: Sequence[str] = ()
    """Where each plan's document lies on the web, "" where the register does not say; () of plans from elsewhere."""
    binding: Booleans = field(default_factory=lambda: np.zeros(0, dtype=bool))
    """Which rows of the layer are plans in force, (rows of the layer,): neither those nor delområder of a plan."""
    unreadable: Sequence[str] = ()
    """What stands where the date of adoption should, (k,), of a plan whose date cannot be read; "" for all others."""

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class BuildingsInPlans:
    """Which building lies in which plan: pairs, (t,), by building and then by plan."""

    building: Integers
    plan: Integers

    def plans_of(self, building: int) -> list[int]:
        """The plans that hold a building, the newest first."""
        first, last = np.searchsorted(self.building, [building, building + 1])
        return [int(one) for one in self.plan[first:last]]

    def buildings_in(self, plan: int) -> Integers:
        """The buildings that lie in a plan."""
        inside: Integers = self.building[self.plan == plan]
        return inside


def read_local_plans(
    geometries: Geometries, raw: Mapping[str, Sequence[Any] | None], provision_codes: Sequence[Sequence[Any]]
) -> LocalPlans:
    """The plans of a layer that bind today. `raw` holds columns by concept, `provision_codes` the columns abestemN."""
    count = len(geometries)
    column = {
        concept: raw.get(concept) or [None] * count
        for concept in (
            *("plan_name", "plan_number", "adopted", "preservation_text", "plan_document"),
            *("plan_status", "plan_cancelled", "plan_in_force", "parent_plan"),
        )
    }
    # A row that names another plan as its own is a delområde of it, which the plan's own row covers.
    own = [row for row in range(count) if not register_text(column["parent_plan"][row])]
    kept = [
        row
        for row in own
        if binds(column["plan_status"][row], column["plan_cancelled"][row], column["plan_in_force"][row])
    ]
    days = np.array([adoption(column["adopted"][row]) for row in kept], dtype=np.float64)
    numbers = [register_text(column["plan_number"][row]) for row in kept]
    names = [_name(number, register_text(column["plan_name"][row]), row) for number, row in zip(numbers, kept)]
    order = _newest_first(days, names)
    rows = [kept[one] for one in order]
    return LocalPlans(
        names=[names[one] for one in order],
        numbers=[numbers[one] for one in order],
        adopted=[None if np.isnan(days[one]) else date.fromordinal(int(days[one])) for one in order],
        preserving=np.array(
            [preserves([codes[row] for codes in provision_codes], column["preservation_text"][row]) for row in rows],
            dtype=bool,
        ),
        provisions=[register_text(column["preservation_text"][row]) for row in rows],
        geometries=geometries[rows],
        left_out=len(own) - len(kept),
        documents=[_address(column["plan_document"][row]) for row in rows],
        binding=np.isin(np.arange(count), kept),
        unreadable=[_unread(column["adopted"][kept[one]]) if np.isnan(days[one]) else "" for one in order],
    )


def _unread(raw: Any) -> str:
    """A date of adoption that is no date, as it stands; "" for one that is not stated."""
    return "" if states_no_date(raw) else register_text(raw)


def _address(raw: Any) -> str:
    """An address of the web as the register has it; "" for anything else, which nobody could follow."""
    text = register_text(raw)
    return text if _WEB.fullmatch(text) else ""


def _name(number: str, name: str, row: int) -> str:
    """What a plan is called; by its row where it has neither number nor name."""
    return plan_called("lokalplan", number, name) if number or name else f"lokalplan i række {row + 1}"


def _newest_first(days: Floats, names: Sequence[str]) -> list[int]:
    dated = np.where(np.isnan(days), -np.inf, days)
    return sorted(range(len(names)), key=lambda one: (-dated[one], names[one]))


def buildings_in_plans(points: Geometries, plans: LocalPlans, check: Check = never_cancelled) -> BuildingsInPlans:
    """Which plans hold the point of each building, (n,)."""
    check()
    building, plan = shapely.STRtree(plans.geometries).query(points, predicate="intersects")
    order = np.lexsort((plan, building))
    return BuildingsInPlans(building[order], plan[order])


def preserved_by(by_local_plan: Booleans, plans: LocalPlans | None, held: BuildingsInPlans | None) -> list[str]:
    """As `preserving_plans`, those of each building joined by a semicolon, (n,); "" for none."""
    return ["; ".join(those) for those in preserving_plans(by_local_plan, plans, held)]


def preserving_plans(
    by_local_plan: Booleans, plans: LocalPlans | None, held: BuildingsInPlans | None
) -> list[tuple[str, ...]]:
    """The plans in force that have provisions on preservation where each building stands, (n,), the newest first.

    `by_local_plan` says for which buildings the register itself has it that a
    lokalplan designates the building; for all others the plan's own text says whether it means that very building.
    """
    found: list[tuple[str, ...]] = [(OF_REGISTER,) if one else () for one in by_local_plan.tolist()]
    if plans is None or held is None:
        return found
    chosen = plans.preserving[held.plan]
    names: dict[int, dict[str, None]] = {}
    for row, plan in zip(held.building[chosen].tolist(), held.plan[chosen].tolist()):
        names.setdefault(row, {})[plans.names[plan]] = None
    for row, those in names.items():
        found[row] = tuple(those)
    return found
