"""Which group of the plan each building is in: by its ground of designation, or apart from the provisions."""

from __future__ import annotations

from ..common.data import load
from .content import Buildings


def plan_groups(buildings: Buildings) -> list[str | None]:
    """The letter of each building's group of provisions, or why it stands apart (`fredet`, `kirke`), (n,).

    None for a building that the plan does not name. A ground that no group names belongs to the last, the decisions, so
    that no building is lost.
    """
    described = load("rules/lokalplan.json")["provision_groups"]
    letters = {ground: one["letter"] for one in described for ground in one["grounds"]}
    last = described[-1]["letter"]
    return [
        apart or (letters.get(ground, last) if designated else None)
        for apart, ground, designated in zip(buildings.standing_apart, buildings.ground, buildings.designated.tolist())
    ]
