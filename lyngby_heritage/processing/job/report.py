"""Gathers what the main job's report holds."""

from ...core.designation.chosen_values import texts_of
from ...core.plan.layers import RULES
from ...core.report.content import Input
from ...core.report.job import JobReport, StepResult, figures, render
from ..export.packaging import GEOPACKAGE, PROJECT
from ..outputs.report_parts import made_at, versions


def report_html(job):
    """The report of one run as HTML."""
    results = {step.tool: found for step, found in job.done}
    texts = texts_of(RULES)
    classified = results["classifybuildings"]
    inputs = tuple(_inputs(job))
    return render(
        JobReport(
            title=job.text("TITLE").strip(),
            plan_number=job.text("PLAN_NUMBER").strip(),
            buildings=classified["BUILDING_COUNT"],
            designated=classified["DESIGNATED_COUNT"],
            steps=tuple(
                StepResult(
                    tool=step.tool,
                    title=step.title,
                    figures=figures(step.tool, found),
                    inputs=tuple(texts["outputs"].get(role, texts["layers"].get(role, role)) for role in _roles(step)),
                    remarks=step.remarks,
                    report=next((f"rapporter/{role}" for role in step.outputs.values() if role.endswith(".html")), ""),
                )
                for step, found in job.done
            ),
            left_out=tuple((one.title, one.reason) for one in job.plan.left_out),
            unused=job.found.unused,
            files=tuple(_files(job, texts["files"])),
            inputs=inputs,
            parameters=tuple((name, texts["parameters"].get(name, name), value) for name, value in job.settings()),
            versions=versions(*dict.fromkeys(one for step, _ in job.done for one in job.tool(step.tool).LIBRARIES)),
            made_at=made_at(),
        )
    )


def _roles(step):
    return list(dict.fromkeys(step.inputs.values()))


def _inputs(job):
    for role, layer in job.found.layers.items():
        yield Input(role, layer.name, layer.rows, layer.crs)
    for layer in job.found.themes:
        yield Input("tema", layer.name, layer.rows, layer.crs)


def _files(job, words):
    """The files of the package with what each is, folders by what is in them."""
    staged = job.staged
    for name in (GEOPACKAGE, PROJECT, *sorted(words)):
        if (staged / name).exists() and name in words:
            yield name, words[name]
