"""What a run of the main job leaves unknown: gathered from what its tools answered, so that one page tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..plan.steps import JobOutcome
from ..validation.rule_table import LEVELS, TABLE

PLOT_RATIO_TEXTS = "rules/plot_ratio_texts.json"
MOST_FINDINGS, MOST_DECISIONS = 25, 25
"""Rows that the page shows; all of them stand in the layer of findings, and in the log."""
TOLD_LEVELS = LEVELS[:2]
"""What must be corrected or looked at; what is only good to know is counted."""


@dataclass(frozen=True)
class FindingGroup:
    """What one rule found in one layer."""

    level: str
    """In words."""
    layer: str
    text: str
    """Of the first of them."""
    count: int


@dataclass(frozen=True)
class SilentLayer:
    """A layer that was given and says nothing of the municipality."""

    layer: str
    theme: str
    reason: str


@dataclass(frozen=True)
class NotKnown:
    """All of it. Texts are Danish; None where the step that could tell was not taken."""

    unregistered: int
    """Buildings without a SAVE value or a decision."""
    review: int
    """Buildings that a person must look at."""
    decisions: tuple[str, ...]
    """Buildings that decisions name and that nobody knows."""
    themes: tuple[str, ...] | None
    """Themes that no layer was given for."""
    silent: tuple[SilentLayer, ...]
    plots: int | None
    """Plots in the zones that cannot be decided."""
    covered: int
    reasons: tuple[tuple[str, int], ...]
    """Why, and of how many plots; one may have several."""
    of_area: int
    """Plots whose limit is for the area as a whole."""
    unmatched: int
    """Buildings on no plot."""
    findings: tuple[FindingGroup, ...] | None
    information: int
    """Findings that are only good to know."""


def not_known(job: JobOutcome) -> NotKnown:
    """What the answers of the tools leave unknown."""
    answers: dict[str, Mapping[str, Any]] = {step.tool: answer for step, answer in job.results}
    classified, landscape, plots, checked = (
        answers.get(tool) for tool in ("classifybuildings", "maplandscape", "checkplotratio", "validatedata")
    )
    classified, without_answer = classified or {}, (landscape or {}).get("NO_ANSWER", ())
    return NotKnown(
        unregistered=classified.get("NOT_REGISTERED_COUNT", 0),
        review=classified.get("REVIEW_COUNT", 0),
        decisions=tuple(classified.get("UNKNOWN_DECISIONS", ())),
        themes=None if landscape is None else tuple(one["tema"] for one in without_answer if not one["lag"]),
        silent=tuple(SilentLayer(one["lag"], one["tema"], one["aarsag"]) for one in without_answer if one["lag"]),
        plots=None if plots is None else plots.get("UNKNOWN_COUNT", 0),
        covered=(plots or {}).get("COVERED_COUNT", 0),
        reasons=_reasons((plots or {}).get("UNKNOWN_REASONS", {})),
        of_area=(plots or {}).get("AREA_COUNT", 0),
        unmatched=(plots or {}).get("UNMATCHED_COUNT", 0),
        findings=None if checked is None else _findings(checked),
        information=(checked or {}).get("INFO_COUNT", 0),
    )


def _reasons(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The reasons in words, the one of most plots at the front."""
    words = load(PLOT_RATIO_TEXTS)["unknown_reasons"]
    there = [(words[code], count) for code, count in counts.items() if count]
    return tuple(sorted(there, key=lambda one: -one[1]))


def _findings(checked: Mapping[str, Any]) -> tuple[FindingGroup, ...]:
    words = load(TABLE)["levels"]
    told = (one for one in checked.get("FINDINGS", ()) if one["alvor"] in TOLD_LEVELS)
    return tuple(FindingGroup(words[one["alvor"]]["legend"], one["lag"], one["tekst"], one["antal"]) for one in told)
