"""Which group of the plan each building is in: by its ground of designation, or apart from the provisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..designation.chosen_values import texts_of

if TYPE_CHECKING:  # it loads numpy, and the names of fields are shown without it
    from .content import Buildings


def provision_groups() -> Sequence[Mapping[str, Any]]:
    """The groups of the provisions: `key`, `letter`, `title` and the `grounds` of designation that belong to each."""
    groups: Sequence[Mapping[str, Any]] = texts_of("rules/lokalplan.json")["provision_groups"]
    return groups


def plan_groups(buildings: Buildings) -> list[str | None]:
    """The letter of each building's group of provisions, or why it stands apart (`fredet`, `kirke`), (n,).

    None for a building that the plan does not name. A ground that no group names belongs to the last, the decisions, so
    that no building is lost.
    """
    described = provision_groups()
    letters = {ground: one["letter"] for one in described for ground in one["grounds"]}
    last = described[-1]["letter"]
    return [
        apart or (letters.get(ground, last) if designated else None)
        for apart, ground, designated in zip(buildings.standing_apart, buildings.ground, buildings.designated.tolist())
    ]
