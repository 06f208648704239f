"""The settings of a check in its result's metadata, for the documents that name the municipality's own limits."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..common.data import load
from .check import Settings

TOLD = ("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT", "ZONE_SHARE", "FOOTPRINT_MARGIN")
"""The parameters that are told."""


@dataclass(frozen=True)
class LimitsTold:
    """The municipality's own limits, where no plan and no area states one; None for one that nobody tells."""

    plot_ratio: float | None = None
    """%."""
    storeys: float | None = None
    two_storeys: float | None = None
    """In the areas where two storeys are possible."""


def settings_pairs(settings: Settings) -> list[tuple[str, str]]:
    """Parameter and value as text, in a fixed order."""
    return [(name, f"{getattr(settings, name.lower()):g}") for name in TOLD]


def settings_summary(settings: Settings) -> str:
    """The settings as a text for people, a line for each."""
    words = load("rules/main_job.json")["parameters"]
    lines = [f"{words[name]}: {value.replace('.', ',')}" for name, value in settings_pairs(settings)]
    return "\n".join(["Bebyggelsesprocent og etager (checkplotratio).", *lines])


def read_limits(pairs: Iterable[tuple[str, str | None]]) -> LimitsTold:
    """The limits in pairs as of `settings_pairs`; what is missing or cannot be read is None."""
    given = dict(pairs)
    return LimitsTold(*(_number(given.get(name)) for name in ("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT")))


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None
