"""The report on a run of the main job: what was decided by which rule, on what data, with what gaps."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.wording import agreeing, number
from ..designation.chosen_values import designation_texts, texts_of
from .content import Input
from .page import render_page

TEMPLATE = "job.html.j2"
TEXTS = "rules/main_job.json"


@dataclass(frozen=True)
class StepResult:
    """What one step came to. Texts are Danish."""

    tool: str
    title: str
    figures: tuple[tuple[str, str], ...]
    """Label and figure as text."""
    inputs: tuple[str, ...]
    """What it worked on, in words."""
    remarks: tuple[str, ...] = ()
    report: str = ""
    """The tool's own report, as a link from this page; "" where it makes none."""


@dataclass(frozen=True)
class JobReport:
    """All that `job.html.j2` shows. Texts are Danish."""

    title: str
    plan_number: str
    buildings: int
    designated: int
    steps: tuple[StepResult, ...]
    left_out: tuple[tuple[str, str], ...]
    """Title of a step that was not taken, and why."""
    unused: tuple[str, ...]
    """Layers of the input that nothing was done with."""
    files: tuple[tuple[str, str], ...]
    """Files of the package with what each is."""
    inputs: tuple[Input, ...]
    parameters: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[str, str], ...]
    made_at: str


def figures(tool: str, results: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """The results of a tool that the report tells, in the order and the words of `main_job.json`."""
    words = texts_of(TEXTS)["figures"].get(tool, {})
    told = []
    for name, label in words.items():
        value = results.get(name)
        if isinstance(value, (int, float)):
            one, _, several = label.partition("|")
            told.append((agreeing(value, one, several or one), number(value)))
    return tuple(told)


def render(report: JobReport) -> str:
    """The report as one HTML page in Danish; it links the reports beside it and needs nothing else."""
    texts = texts_of(TEXTS)
    return render_page(
        TEMPLATE,
        {
            "report": report,
            "accent": designation_texts()["accent"],
            "labels": dict(texts["layers"]),
            "basis": texts["basis"],
        },
    )
