"""The settings of a check in its result's metadata, for the documents that name the municipality's own limits."""

from __future__ import annotations

from ..common.data import load
from .check import Settings

TOLD = ("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT", "ZONE_SHARE", "FOOTPRINT_MARGIN")
"""The parameters that are told."""


def settings_pairs(settings: Settings) -> list[tuple[str, str]]:
    """Parameter and value as text, in a fixed order."""
    return [(name, f"{getattr(settings, name.lower()):g}") for name in TOLD]


def settings_summary(settings: Settings) -> str:
    """The settings as a text for people, a line for each."""
    words = load("rules/main_job.json")["parameters"]
    lines = [f"{words[name]}: {value.replace('.', ',')}" for name, value in settings_pairs(settings)]
    return "\n".join(["Bebyggelsesprocent og etager (checkplotratio).", *lines])
