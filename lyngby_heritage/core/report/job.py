"""The report on a run of the main job: what was decided by which rule, on what data, with what gaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..common.plan_names import above_title
from ..common.wording import agreeing, decimal, names_joined, number
from ..designation.chosen_values import designation_texts, texts_of
from ..designation.outcome import SHARES, as_given, method_name, rule_name
from ..plan.state import PlanState
from ..plan.steps import JobOutcome, Step
from ..registers.contents import Entry
from ..registers.deliveries import deliveries
from .content import Input
from .job_unknown import MOST_DECISIONS, MOST_FINDINGS, MOST_REASONS, TEXTS, NotKnown, not_known
from .page import render_page
from .plot_ratio import rule_set_name

_FRACTION = re.compile(r"-?[0-9]+\.[0-9]+")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
TEMPLATE = "job.html.j2"
THEME = "temaet"
"""Before the title of a theme, where people read what a layer was used as."""
BY_VALUE = ("VALUE_1_3_COUNT", "VALUE_4_UNIFORM_COUNT")


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
    above_title: str
    """The line above the title: kind and number of the plan."""
    state: PlanState
    buildings: int
    assessed: int
    """Buildings with a SAVE value or a decision: those that the designated are a share of."""
    designated: int
    apart: int
    """Of the designated: listed buildings and churches, which the provisions do not bind."""
    apart_withheld: int
    """Of the listed buildings and churches among the designated: those that the register keeps from the public too."""
    withheld: int
    """Of the other designated: those that the register keeps from the public, and the plan does not name."""
    steps: tuple[StepResult, ...]
    left_out: tuple[tuple[str, str], ...]
    """Title of a step that was not taken, and why."""
    contents: tuple[Entry, ...]
    remarks: tuple[str, ...]
    """What was made of parts, and what of them was left out."""
    """Layers of the input that nothing was done with."""
    not_known: NotKnown
    files: tuple[tuple[str, str], ...]
    """Files of the package with what each is."""
    inputs: tuple[Input, ...]
    parameters: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[str, str], ...]
    made_at: str


def figures(tool: str, results: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The results of a tool that the report tells, in the order and the words of `main_job.json`."""
    words = texts_of(TEXTS)["figures"].get(tool, {})
    told = []
    if {"DESIGNATED_COUNT", *BY_VALUE} <= set(results):
        # What a decision designates: DECISION_COUNT counts the buildings that it keeps out too.
        by_decision = results["DESIGNATED_COUNT"] - sum(results[one] for one in BY_VALUE)
        results = {**results, "BY_DECISION": by_decision}
    for name, label in words.items():
        value = results.get(name)
        if isinstance(value, (int, float)):
            one, _, several = label.partition("|")
            told.append((agreeing(value, one, several or one), number(value)))
    return tuple(told)


def job_report(job: JobOutcome, versions: tuple[tuple[str, str], ...], made_at: str) -> JobReport:
    """What the page shows of a run: in the words of `main_job.json`, files and parameters that it names alone."""
    texts = texts_of(TEXTS)
    classified = job.result("classifybuildings")
    package = {step.tool: answer for step, answer in job.results}.get("exportlokalplan", {})
    told = package.get("DESIGNATED_COUNT", classified["DESIGNATED_COUNT"])
    bound = package.get("BOUND_COUNT", told)
    hidden = classified["DESIGNATED_COUNT"] - told
    withheld = package.get("WITHHELD_COUNT", hidden)
    unknown = not_known(job)
    themes = [(f"{THEME} {title}", layer) for title, layer in zip(job.found.titles, job.found.themes)]
    layers = [*job.found.layers.items(), *themes]
    return JobReport(
        title=job.title,
        above_title=above_title(job.plan_number, job.title),
        state=job.state,
        buildings=classified["BUILDING_COUNT"],
        assessed=classified["BUILDING_COUNT"] - unknown.unregistered,
        designated=classified["DESIGNATED_COUNT"],
        apart=classified["DESIGNATED_COUNT"] - bound - withheld,
        apart_withheld=hidden - withheld,
        withheld=withheld,
        steps=tuple(_step_result(step, answer) for step, answer in job.results),
        left_out=tuple((one.title, one.reason) for one in job.plan.left_out),
        contents=job.found.contents,
        remarks=job.found.remarks,
        not_known=unknown,
        files=tuple((name, texts["files"][name]) for name in job.files if name in texts["files"]),
        inputs=tuple(Input(role, layer.name, layer.rows or 0, layer.crs) for role, layer in layers),
        parameters=tuple(
            (name, texts["parameters"].get(name, name), in_words(name, value)) for name, value in job.settings
        ),
        versions=versions,
        made_at=made_at,
    )


def in_words(name: str, value: str) -> str:
    """The value of a parameter as people read it: a choice with its words, a number with a decimal comma."""
    choices: dict[str, Callable[[int], str]] = {
        "NEIGHBOUR_METHOD": method_name,
        "VALUE4_RULE": rule_name,
        "RULE_SET": rule_set_name,
    }
    if name in choices and value.isdecimal():
        return f"{value}: {choices[name](int(value))}"
    if name in SHARES and _NUMBER.fullmatch(value):
        return as_given(float(value))
    told = decimal(float(value), 6) if _FRACTION.fullmatch(value) else value
    words: str = texts_of(TEXTS)["values"].get(name, {}).get(told, told)
    return words


def _step_result(step: Step, answer: Mapping[str, Any]) -> StepResult:
    texts = texts_of(TEXTS)
    roles = dict.fromkeys(step.inputs.values())
    return StepResult(
        tool=step.tool,
        title=step.title,
        figures=figures(step.tool, answer),
        inputs=tuple(texts["outputs"].get(role, texts["layers"].get(role, role)) for role in roles),
        remarks=step.remarks,
        report=next((f"rapporter/{role}" for role in step.outputs.values() if role.endswith(".html")), ""),
    )


def render(report: JobReport) -> str:
    """The report as one HTML page in Danish; it links the reports beside it and needs nothing else."""
    texts = texts_of(TEXTS)
    themes = {one.parameter: one.parameter for one in report.inputs if one.parameter.startswith(f"{THEME} ")}
    return render_page(
        TEMPLATE,
        {
            "report": report,
            "accent": designation_texts()["accent"],
            "labels": {**deliveries().called, **texts["layers"], **themes},
            "basis": texts["basis"],
            "most_findings": MOST_FINDINGS,
            "most_decisions": MOST_DECISIONS,
            "most_reasons": MOST_REASONS,
        },
        liste=names_joined,
    )
