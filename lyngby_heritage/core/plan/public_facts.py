"""What the plan's layers tell of each building's plot and of the lokalplaner that it lies in, for its card."""

from __future__ import annotations

from ..common.errors import Check, never_cancelled
from .card_facts import PlanOver, Plot
from .content import Plan, plots_of_buildings


def told_plots(plan: Plan, check: Check = never_cancelled) -> list[tuple[Plot, ...] | None]:
    """The plots of each building, (n,); None where no layer of plots was given, () where it has none there."""
    if plan.plots is None:
        return [None] * len(plan.buildings)
    columns = plan.plot_columns
    rows = [
        Plot.of_row({field: values[row] for field, values in columns.items()})
        for row in range(len(plan.plots.property_ids))
    ]
    return [tuple(rows[one] for one in each) for each in plots_of_buildings(plan.buildings, plan.plots, check)]


def told_plans(plan: Plan) -> list[tuple[PlanOver, ...] | None]:
    """The lokalplaner in force that each building lies in, (n,), the newest first; None where no layer was given."""
    plans, held = plan.local_plans, plan.in_local_plans
    if plans is None or held is None:
        return [None] * len(plan.buildings)
    told = zip(plans.names, plans.adopted, plans.preserving.tolist())
    over = [PlanOver(name, adopted, preserves) for name, adopted, preserves in told]
    return [tuple(over[one] for one in held.plans_of(row)) for row in range(len(plan.buildings))]
