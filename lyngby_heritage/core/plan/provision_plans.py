"""The lokalplaner in force that the provisions meet, and what they may become: replaced, supplemented or left alone.

Source: a lokalplan says expressly which plan or part of one it replaces, and may merely supplement it (planinfo.dk).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..common.dates import danish_date
from ..common.wording import capitalised, spans
from .content import Plan


@dataclass(frozen=True)
class MetPlan:
    """A lokalplan in force in which buildings of this plan stand."""

    name: str
    adopted: str
    """In words, "" unknown."""
    missing: str
    """What a person must find out of the date, where it is unknown: it is not stated, or cannot be read."""
    count: int
    """Its buildings that this plan designates."""
    numbers: str
    """Their running numbers: "1–3 og 7"."""
    preserves: bool
    """It has provisions on preservation."""
    says: str
    """What the register quotes of them."""


def plans_met(plan: Plan) -> list[MetPlan] | None:
    """The plans that hold a designated building, those that preserve first; None where no layer of plans was given.

    A plan in several areas is one; a building that lies in two of them is counted once.
    """
    plans, held = plan.local_plans, plan.in_local_plans
    if plans is None or held is None:
        return None
    rows_of: dict[tuple[str, str, str], set[int]] = {}
    positions: dict[tuple[str, str, str], list[int]] = {}
    for position in range(len(plans)):
        day = plans.adopted[position]
        key = (plans.names[position], plans.numbers[position], danish_date(day) if day else "")
        inside = {row for row in held.buildings_in(position).tolist() if plan.buildings.designated[row]}
        rows_of.setdefault(key, set()).update(inside)
        positions.setdefault(key, []).append(position)
    met = [
        MetPlan(
            name=capitalised(key[0]),
            adopted=key[2],
            missing="" if key[2] else _missing(plans.unreadable[positions[key][0]] if plans.unreadable else ""),
            count=len(rows),
            numbers=_numbers(rows, plan.numbers),
            preserves=any(bool(plans.preserving[one]) for one in positions[key]),
            says=next((plans.provisions[one] for one in positions[key] if plans.provisions[one]), ""),
        )
        for key, rows in rows_of.items()
        if rows
    ]
    return sorted(met, key=lambda one: not one.preserves)


def _missing(unreadable: str) -> str:
    """What the documents say in brackets where the date of adoption should stand."""
    return f"datoen i laget kan ikke læses: »{unreadable}«" if unreadable else "datoen mangler i laget"


def _numbers(rows: set[int], numbers: Sequence[int | None]) -> str:
    return spans(number for row in rows if (number := numbers[row]) is not None)
