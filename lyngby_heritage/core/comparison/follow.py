"""Holds an adopted plan against this year's registers: every rule in turn, and the work list of what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..common.data import load
from ..common.errors import Check, never_cancelled
from .since import (
    FILE,
    OTHERS,
    Event,
    Followed,
    History,
    Stock,
    groups_of,
    ordered,
)
from .since_buildings import (
    gone_events,
    new_id_events,
    outline_events,
    rebuilt_events,
    still_there,
    value_events,
)
from .since_places import find_again
from .since_plans import PlansInForce, itself, plan_events
from .since_plots import Plots, ratio_events


@dataclass(frozen=True)
class Registers:
    """What the registers say now."""

    buildings: Stock
    history: History | None = None
    """None where BBR was not given."""
    plans: PlansInForce | None = None
    plots: Plots | None = None


@dataclass(frozen=True)
class AdoptedPlan:
    """What the plan's package says."""

    buildings: Stock
    plans: PlansInForce | None
    """None where the package holds no lokalplaner."""
    plots: Plots | None
    number: str = ""
    title: str = ""


@dataclass(frozen=True)
class WorkList:
    """What was found, and what could not be looked at."""

    events: Sequence[Event]
    """Those that are reported, in the order of the work list."""
    groups: Sequence[str]
    """How each building stands in the plan, (n,)."""
    followed: Followed
    unreported: int
    """Events of buildings that the plan neither designates nor has in question, which no line of `ranks` asks for."""
    own_plan_rows: int
    """Rows of the lokalplaner of today that are the plan itself; -1 where none were given."""

    def count(self, kind: str) -> int:
        """How many events of a kind are reported."""
        return self.counts[kind]

    @property
    def followed_count(self) -> int:
        """How many buildings of the plan are designated, in question or decided on."""
        return sum(one != OTHERS for one in self.groups)

    @property
    def counts(self) -> Counter[str]:
        """How many events of each kind are reported."""
        return Counter(one.kind for one in self.events)


def follow(
    plan: AdoptedPlan,
    now: Registers,
    reference: date,
    high_values: Sequence[int],
    check: Check = never_cancelled,
) -> WorkList:
    """The work list. `reference` is the day of the plan, `high_values` the SAVE values that designate by themselves."""
    stock, today, history = plan.buildings, now.buildings, now.history
    newest_year = reference.year - int(load(FILE)["new_building_years"])
    groups = groups_of(stock)
    followed = find_again(stock, today, history.gone if history is not None else {}, newest_year, check)
    check()
    rows = still_there(stock, followed, history)
    found = [*gone_events(stock, today, followed, history, groups)]
    found += rebuilt_events(stock, today, followed, rows, history, groups, newest_year)
    found += value_events(stock, today, followed, rows, history, groups, newest_year, high_values)
    check()
    found += outline_events(stock, today, followed, rows, groups)
    found += new_id_events(stock, today, followed, history, groups, newest_year)
    check()
    own: Sequence[int] = ()
    if plan.plans is not None and now.plans is not None:
        own = itself(now.plans, plan.number, plan.title)
        asked = [row for row, group in enumerate(groups) if group != OTHERS]
        found += plan_events(stock, plan.plans, now.plans, asked, groups, own)
    if plan.plots is not None and now.plots is not None:
        found += ratio_events(stock, plan.plots, now.plots, groups)
    check()
    events = ordered(found, stock, today)
    return WorkList(events, groups, followed, len(found) - len(events), -1 if now.plans is None else len(own))
