"""What GeoFA's row says of a building that the plan designates or not: `bevaringsvaerdig` and `bevaringsaarsag_kode`.

    designated by the plan, no kommuneplan designates it   → 1 (lokalplan)
    designated by the plan, a kommuneplan too              → 3 (both)
    not designated by the plan, a kommuneplan does         → 2, or 3 where another lokalplan does too
    not designated by the plan, another lokalplan does     → 1: that plan stands (`rules/geofa.json`), and is looked at
    not designated by the plan, nobody does                → 0

Source: contract of the tool; FKG's code list geofa_bevaringsaarsag.
"""

from __future__ import annotations

from ..common.data import load
from ..registers.registration import LOCAL_PLAN, MUNICIPAL_PLAN, UNNAMED_PLAN

FILE = "rules/geofa.json"
NOBODY, LOCAL, MUNICIPAL, BOTH = 0, 1, 2, 3
"""bevaringsaarsag_kode."""
UNKNOWN, DESIGNATED_UNKNOWN = "unknown", "designated_unknown"
"""Reasons of a code that leaves a kommuneplan out since nobody has looked whether it designates the building."""


def adopted_code(designated: bool, standing: int) -> int | None:
    """The code of a building; `standing` are bits as of `registration.read_standing`.

    None where the register contradicts itself and the plan does not designate the building: nobody knows by what.

    >>> adopted_code(True, 0), adopted_code(True, MUNICIPAL_PLAN), adopted_code(False, MUNICIPAL_PLAN)
    (1, 3, 2)
    """
    municipal = bool(standing & MUNICIPAL_PLAN)
    if designated:
        return BOTH if municipal else LOCAL
    if standing & UNNAMED_PLAN:
        return None
    local = bool(standing & LOCAL_PLAN) and other_plan_stands()
    return LOCAL * local + MUNICIPAL * municipal


def other_plan_stands() -> bool:
    """Whether the designation of another lokalplan stands beside a plan that does not designate the building."""
    return bool(load(FILE)["other_local_plan_stands"])


def code_reason(designated: bool, standing: int) -> str:
    """Why a row gets its code: a key of `why` in rules/geofa_texts.json."""
    if designated:
        if standing & MUNICIPAL_PLAN:
            return "designated_too"
        return DESIGNATED_UNKNOWN if not standing or standing & UNNAMED_PLAN else "designated"
    if standing & LOCAL_PLAN:
        return "other_plan" if other_plan_stands() else "ended"
    if standing & MUNICIPAL_PLAN:
        return "municipal"
    return "nobody" if standing else UNKNOWN
