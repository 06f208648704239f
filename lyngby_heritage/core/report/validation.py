"""The report on the fitness of data: what must be corrected first, layer by layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..validation.findings import Finding
from ..validation.rule_table import LEVELS, TABLE
from .content import Input
from .page import picture, render_page

TEMPLATE = "validation.html.j2"
SHOWN = 10
"""Findings of one rule in one layer that the page quotes; the layer has them all."""


@dataclass(frozen=True)
class ValidationReport:
    """All that `validation.html.j2` shows besides the findings. Texts are Danish."""

    title: str
    inputs: tuple[Input, ...]
    parameters: tuple[tuple[str, str, str], ...]
    """Name, Danish label, value as text."""
    versions: tuple[tuple[str, str], ...]
    made_at: str
    map_png: bytes | None


def render(report: ValidationReport, findings: Sequence[Finding], labels: dict[str, str]) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself.

    `labels` is what each input is called.
    """
    known = load(TABLE)
    counts = {level: sum(1 for one in findings if one.level == level) for level in LEVELS}
    return render_page(
        TEMPLATE,
        {
            "report": report,
            "accent": known["accent"],
            "labels": labels,
            "map": picture(report.map_png),
            "total": len(findings),
            "counts": counts,
            "levels": [
                {**known["levels"][level], "key": level, "count": counts[level], "groups": _groups(findings, level)}
                for level in LEVELS
            ],
        },
    )


def _groups(findings: Sequence[Finding], level: str) -> list[dict[str, Any]]:
    """The findings of a level by layer and rule, in their order."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if one.level == level:
            groups.setdefault((one.layer.name, one.rule), []).append(one)
    return [
        {
            "layer": layer,
            "rule": several[0].title or rule,
            "count": len(several),
            "shown": [{"id": one.named, "text": one.text} for one in public[:SHOWN]],
            "more": max(0, len(public) - SHOWN),
            "withheld": len(several) - len(public),
        }
        for (layer, rule), several in groups.items()
        for public in [[one for one in several if not one.withheld]]
    ]
