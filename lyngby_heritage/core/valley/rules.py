"""What counts as a valley: the thresholds of one run, from `data/rules/valley.json` and the tool's parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..common.data import load


@dataclass(frozen=True)
class Rules:
    """The thresholds that a planner may change; lengths in m, areas in ha, slopes in degrees."""

    max_height: float
    min_area: float
    min_slope: float
    min_relief: float
    max_width: float
    side_depth: float
    max_side_length: float
    sea_level: float

    @classmethod
    def default(cls, **changed: float) -> Rules:
        """The thresholds of `valley.json`, with some of them changed."""
        known = {name.lower(): value for name, value in load("rules/valley.json")["parameters"].items()}
        del known["resolution"]
        return cls(**{**known, **changed})


def constant(name: str) -> Any:
    """A figure of `valley.json` that is no parameter of the tool."""
    return load("rules/valley.json")[name]
