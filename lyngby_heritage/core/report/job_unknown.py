"""What a run of the main job leaves unknown: gathered from what its tools answered, so that one page tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.lines import rows_of
from ..designation.chosen_values import texts_of
from ..plan.steps import JobOutcome
from ..validation.rule_table import LEVELS, TABLE

MOST_FINDINGS, MOST_DECISIONS, MOST_REASONS = 25, 25, 15
"""Rows that the page shows; all of them stand in the layer of findings, and in the log."""
TEXTS = "rules/main_job.json"
TOLD_LEVELS = LEVELS[:2]
"""What must be corrected or looked at; what is only good to know is counted."""


@dataclass(frozen=True)
class FindingGroup:
    """What one rule found in one layer."""

    level: str
    """In words."""
    layer: str
    first: str
    """What the first of them is called; "" for a layer as a whole, and where the text itself says it."""
    text: str
    """Of the first of them."""
    count: int


@dataclass(frozen=True)
class LeftOutRows:
    """Rows of a register that are joined to nothing or not used, for one reason."""

    layer: str
    """The register, in words."""
    count: int
    reason: str
    names: str
    """Which they are; "" where their numbers would tell nobody."""


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
    by_distance: int
    """SAVE values that no number joins to their building: it is the nearest one."""
    left_out: tuple[LeftOutRows, ...] | None
    """None where the building layer came ready made."""
    decisions: tuple[tuple[str, str], ...]
    """Buildings that decisions name and that nobody knows: the id, and what the decision says."""
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
    classified = classified or {}
    without_answer = rows_of((landscape or {}).get("NO_ANSWER", ""), 3)
    return NotKnown(
        unregistered=classified.get("NOT_REGISTERED_COUNT", 0),
        review=classified.get("REVIEW_COUNT", 0),
        by_distance=job.said("preparebuildings").get("DISTANCE_COUNT", 0),
        left_out=_left_out(job),
        decisions=tuple((one[0], one[1]) for one in rows_of(classified.get("UNKNOWN_DECISIONS", ""), 2)),
        themes=None if landscape is None else tuple(theme for theme, layer, _ in without_answer if not layer),
        silent=tuple(SilentLayer(layer, theme, reason) for theme, layer, reason in without_answer if layer),
        plots=None if plots is None else plots.get("UNKNOWN_COUNT", 0),
        covered=(plots or {}).get("COVERED_COUNT", 0),
        reasons=_reasons((plots or {}).get("UNKNOWN_REASONS", "")),
        of_area=(plots or {}).get("AREA_COUNT", 0),
        unmatched=(plots or {}).get("UNMATCHED_COUNT", 0),
        findings=None if checked is None else _findings(checked),
        information=(checked or {}).get("INFO_COUNT", 0),
    )


def _reasons(told: str) -> tuple[tuple[str, int], ...]:
    """The reasons, the one of most plots at the front."""
    return tuple(sorted(((words, int(count)) for words, count in rows_of(told, 2)), key=lambda one: -one[1]))


def _left_out(job: JobOutcome) -> tuple[LeftOutRows, ...] | None:
    """The rows of the registers that came into no building, by their reasons, in the words of `main_job.json`."""
    for step, answer in job.results:
        if step.tool == "preparebuildings":
            called = texts_of(TEXTS)["layers"]
            return tuple(
                LeftOutRows(called[step.inputs[layer]], int(count), reason, names)
                for layer, _, count, reason, names in rows_of(answer.get("LEFT_OUT_ROWS", ""), 5)
            )
    return None


def _findings(checked: Mapping[str, Any]) -> tuple[FindingGroup, ...]:
    words = load(TABLE)["levels"]
    return tuple(
        FindingGroup(words[level]["legend"], layer, "" if first in text else first, text, int(count))
        for level, layer, count, first, text in rows_of(checked.get("FINDINGS", ""), 5)
        if level in TOLD_LEVELS
    )
