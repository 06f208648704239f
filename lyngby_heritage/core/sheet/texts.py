"""The sheet's own texts (`data/rules/property_sheet.json`), and what the plan is called in them."""

from __future__ import annotations

from typing import Any

from ..common.data import load
from ..plan.state import PlanState

FILE = "rules/property_sheet.json"
SUMMARY, BUILDINGS, RULES, PROCESS, PLOT, THEMES, PLANS, UNKNOWN = (
    *("kort", "bygninger", "regler", "proces", "bebyggelse", "temaer", "planer", "ukendt"),
)
"""The sections of a sheet, in their order."""


def texts() -> dict[str, Any]:
    """The texts."""
    read: dict[str, Any] = load(FILE)
    return read


def title(key: str) -> str:
    """The heading of a section."""
    return str(texts()["titles"][key])


def shortened(key: str) -> str:
    """What stands where something of this kind was left out."""
    return str(texts()["shortened"][key])


def stage(state: PlanState) -> str:
    """How far the plan is, as the texts go by it: udkast, forslag, vedtaget, gaeldende."""
    return "gaeldende" if state.in_force else state.key


def plan_named(state: PlanState) -> str:
    """What the plan is called: "udkastet", "planen"."""
    return str(texts()["called"][stage(state)])
