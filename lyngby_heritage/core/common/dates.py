"""Dates as Danish writes them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def danish_date(day: date) -> str:
    """A date as it is written in Danish text: 5. juni 2026."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
